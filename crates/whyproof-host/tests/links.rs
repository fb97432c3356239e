//! Asking URLs, of a server on this machine.

#![cfg(feature = "links")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the test is the server"
)]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use whyproof_case::{Host, HostError, Limits};
use whyproof_host::System;

/// A server that answers a request line with a status and a header, as often as it is asked.
fn server(answer: fn(&str) -> &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(stream);
            let mut request = String::new();
            reader.read_line(&mut request).expect("a request line");
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                line.clear();
            }
            let mut stream = reader.into_inner();
            let head = answer(request.trim_end());
            let _ = write!(
                stream,
                "HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
    });
    format!("http://{address}")
}

const LIMITS: Limits<'_> = Limits {
    deadline: Some(Duration::from_secs(5)),
    cancel: None,
};

#[test]
fn the_status_comes_back_and_redirects_are_followed() {
    let url = server(|request| match request {
        "HEAD /there HTTP/1.1" => "200 OK",
        "HEAD /moved HTTP/1.1" => "301 Moved Permanently\r\nLocation: /there",
        "HEAD /circle HTTP/1.1" => "302 Found\r\nLocation: /circle",
        _ => "404 Not Found",
    });
    let probe = |path: &str| System.probe(&format!("{url}{path}"), LIMITS);
    assert_eq!(probe("/there"), Ok(200));
    assert_eq!(probe("/moved"), Ok(200));
    assert_eq!(probe("/none"), Ok(404));
    assert!(matches!(probe("/circle"), Err(HostError::Failed { .. })));
}

#[test]
fn a_server_without_head_is_asked_with_get() {
    let url = server(|request| match request {
        "GET / HTTP/1.1" => "200 OK",
        _ => "405 Method Not Allowed",
    });
    assert_eq!(System.probe(&url, LIMITS), Ok(200));
}

#[test]
fn silence_ends_at_the_deadline() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("its address"));
    let limits = Limits {
        deadline: Some(Duration::from_millis(200)),
        cancel: None,
    };
    assert!(matches!(
        System.probe(&url, limits),
        Err(HostError::Stopped { .. })
    ));
    let cancel = std::sync::atomic::AtomicBool::new(true);
    let limits = Limits {
        deadline: None,
        cancel: Some(&cancel),
    };
    assert!(matches!(
        System.probe(&url, limits),
        Err(HostError::Stopped { .. })
    ));
}
