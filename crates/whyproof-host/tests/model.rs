//! Asking a language model, of servers on this machine that do all that servers do.

#![cfg(feature = "model")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the test is the server and takes the time"
)]

#[path = "model/server.rs"]
mod server;

use std::net::TcpListener;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use server::{Does, Server, done, head, piece, stream};
use whyproof_case::{ApiKey, Completion, Ended, Host, HostError, Limits, Patience, Reply};
use whyproof_host::System;

const KEY: &str = "sk-very-secret";

fn request(url: &str) -> Completion {
    Completion {
        url: url.to_owned(),
        body: r#"{"model":"m","stream":true}"#.to_owned(),
        key: Some(ApiKey::new(KEY)),
        patience: Patience {
            connect: Duration::from_millis(300),
            first: Duration::from_millis(300),
            idle: Duration::from_millis(300),
        },
        requests: 3,
        characters: 1000,
    }
}

/// What comes of one completion, and what came of text before.
struct Got {
    result: Result<Reply, HostError>,
    text: String,
    took: Duration,
}

impl Got {
    /// The error's words, which never show the key.
    fn error(&self) -> String {
        let error = self.result.as_ref().expect_err("an error").to_string();
        assert!(!error.contains(KEY), "{error}");
        assert!(!format!("{:?}", self.result).contains(KEY));
        error
    }

    fn says(&self, words: &str) {
        let error = self.error();
        assert!(error.contains(words), "{error:?} does not say {words:?}");
    }
}

fn ask(request: &Completion) -> Got {
    let start = Instant::now();
    let mut text = String::new();
    let limits = Limits {
        deadline: Some(Duration::from_secs(3)),
        cancel: None,
    };
    let result = System.complete(request, limits, &mut |piece| {
        text.push_str(piece);
        ControlFlow::Continue(())
    });
    let took = start.elapsed();
    assert!(took < Duration::from_secs(4), "it took {took:?}");
    Got { result, text, took }
}

/// What comes of a server that answers every request so.
fn answered(does: Vec<Does>) -> Got {
    ask(&request(&Server::new(vec![does]).url))
}

fn refused(status: &str, headers: &str, body: &str) -> Vec<Does> {
    vec![head(status, headers), Does::Say(body.to_owned())]
}

#[test]
fn a_stream_comes_piece_by_piece_and_the_request_is_what_was_asked_for() {
    let server = Server::new(vec![vec![
        stream(),
        Does::Say(": ping\n\nevent: message\nid: 7\n".to_owned()),
        piece("How "),
        Does::Wait(Duration::from_millis(50)),
        piece("many “came”?"),
        done(),
    ]]);
    let got = ask(&request(&server.url));
    assert_eq!(got.text, "How many “came”?");
    assert_eq!(
        got.result,
        Ok(Reply {
            text: got.text.clone(),
            ended: Ended::Done,
            requests: 1,
        })
    );
    let sent = server.requests.recv().expect("a request");
    let lower = sent.to_lowercase();
    assert!(sent.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"));
    assert!(lower.contains("content-type: application/json\r\n"));
    assert!(lower.contains(&format!("authorization: bearer {KEY}\r\n")));
    assert!(sent.ends_with(r#"{"model":"m","stream":true}"#));
}

#[test]
fn characters_cut_across_pieces_of_the_network_arrive_whole() {
    let Does::Say(whole) = piece("naïve “why”") else {
        unreachable!("a piece is said");
    };
    let middle = whole.find('ï').expect("the letter");
    // The two bytes of one letter in two writes are two reads, most of the time; either way nothing is lost.
    let (before, after) = whole.as_bytes().split_at(middle + 1);
    let mut stream = stream_reader();
    stream.extend_from_slice(before);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("its address"));
    let after = after.to_vec();
    thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut socket, _) = listener.accept().expect("a connection");
        let mut buffer = [0; 4096];
        let _ = socket.read(&mut buffer);
        let _ = socket.write_all(&stream);
        thread::sleep(Duration::from_millis(50));
        let _ = socket.write_all(&after);
        let _ = socket.write_all(b"data: [DONE]\n\n");
    });
    assert_eq!(ask(&request(&url)).text, "naïve “why”");
}

fn stream_reader() -> Vec<u8> {
    let Does::Say(head) = stream() else {
        unreachable!("a head is said");
    };
    head.into_bytes()
}

#[test]
fn a_server_without_streams_is_read_too() {
    let body = r#"{"choices":[{"message":{"role":"assistant","content":"Why?"},"finish_reason":"length"}]}"#;
    let got = answered(refused("200 OK", "Content-Type: application/json", body));
    let reply = got.result.expect("an answer");
    assert_eq!((reply.text.as_str(), reply.ended), ("Why?", Ended::Full));
    assert_eq!(got.text, "Why?");
}

#[test]
fn silence_ends_where_patience_does() {
    let long = Duration::from_secs(20);
    let never = answered(vec![Does::Wait(long)]);
    never.says("no answer began within 0.6 s");
    assert!(never.took < Duration::from_secs(2));
    // Signs of life are no answer.
    answered(vec![
        stream(),
        Does::Say(": ping\n\n".into()),
        Does::Wait(long),
    ])
    .says("no answer began within");
    let slow = answered(vec![stream(), piece("How"), Does::Wait(long)]);
    slow.says("nothing more came for 0.3 s");
    assert_eq!(slow.text, "How", "what came is kept");
}

#[test]
fn a_server_that_drips_for_ever_ends_at_the_deadline() {
    let mut drips = vec![stream()];
    for _ in 0..100 {
        drips.push(piece("and "));
        drips.push(Does::Wait(Duration::from_millis(100)));
    }
    let got = answered(drips);
    assert!(matches!(got.result, Err(HostError::Stopped { .. })));
    assert!(got.text.starts_with("and and "));
}

#[test]
fn what_is_cut_off_is_told_and_not_asked_again() {
    let server = Server::new(vec![vec![
        stream(),
        piece("How many"),
        Does::Say("data: {\"ch".into()),
    ]]);
    let got = ask(&request(&server.url));
    got.says("the answer was cut off");
    assert_eq!(got.text, "How many");
    assert_eq!(server.requests.try_iter().count(), 1);
    // Some servers forget to say that they are done.
    let end =
        Does::Say("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n".into());
    let got = answered(vec![stream(), piece("Why?"), end]);
    assert_eq!(got.result.expect("an answer").ended, Ended::Full);
    let chunked = head(
        "200 OK",
        "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked",
    );
    answered(vec![chunked, Does::Say("40\r\ndata: ".into())]).says("");
}

#[test]
fn garbage_is_told() {
    answered(vec![Does::Say("\u{1}\u{2}garbage\r\n\r\n".into())])
        .says("asking the model at http://127.0.0.1:");
    answered(vec![stream(), Does::Say("data: <html>\n\n".into())]).says("no chat completion");
    answered(refused("200 OK", "Content-Type: application/json", "[]")).says("no chat completion");
    answered(refused("200 OK", "Content-Type: text/html", "<html>")).says(
        "it answered with text/html, not with a chat completion: is WHYPROOF_MODEL_URL the base of the API",
    );
    answered(refused("200 OK", "", "x")).says("something of no named type");
    let error = format!("data: {{\"error\":{{\"message\":\"no\\u001b[31m room for {KEY}\"}}}}\n\n");
    let got = answered(vec![stream(), Does::Say(error)]);
    got.says("the server reports an error: no[31m room for (key)");
}

#[test]
fn a_huge_answer_is_not_read_to_its_end() {
    let got = answered(vec![
        stream(),
        Does::Repeat("data: {\"choices\":[{\"delta\":{\"content\":\"éa\"}}]}\n\n"),
    ]);
    let reply = got.result.expect("an answer");
    assert_eq!(reply.ended, Ended::Full);
    assert_eq!(reply.text.chars().count(), 1000);
    assert_eq!(got.text, reply.text);
    let line = answered(vec![
        stream(),
        Does::Say("data: ".into()),
        Does::Repeat("aaaaaaaaaaaaaaaa"),
    ]);
    line.says("far longer than was asked for");
    answered(vec![
        head("200 OK", "Content-Type: application/json"),
        Does::Repeat("          "),
    ])
    .says("far longer than was asked for");
    answered(vec![
        head("400 Bad Request", ""),
        Does::Repeat("          "),
    ])
    .says("400 Bad Request");
    answered(vec![
        Does::Say("HTTP/1.1 200 OK\r\n".into()),
        Does::Repeat("X: y\r\n"),
    ])
    .says("asking the model");
}

#[test]
fn a_busy_server_is_asked_again_when_it_says() {
    let busy = || refused("429 Too Many Requests", "Retry-After: 1", "{}");
    let server = Server::new(vec![busy(), vec![stream(), piece("Why?"), done()]]);
    let got = ask(&request(&server.url));
    assert_eq!(got.result.as_ref().expect("an answer").requests, 2);
    assert!(
        got.took >= Duration::from_secs(1),
        "it waited {:?}",
        got.took
    );
    let server = Server::new(vec![refused(
        "429 Too Many Requests",
        "Retry-After: 300",
        r#"{"error":{"message":"slow down"}}"#,
    )]);
    let got = ask(&request(&server.url));
    got.says("it answered 429 Too Many Requests: “slow down”; waiting 300 s for it is more than there is time");
    assert!(got.took < Duration::from_secs(1));
    assert_eq!(server.requests.try_iter().count(), 1);
    let past = refused(
        "429 Too Many Requests",
        "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT",
        "",
    );
    let server = Server::new(vec![past, vec![stream(), piece("Why?"), done()]]);
    assert_eq!(ask(&request(&server.url)).text, "Why?");
}

#[test]
fn a_failing_server_is_asked_again_within_the_budget_of_requests() {
    let fails = || refused("500 Internal Server Error", "", "oops");
    let server = Server::new(vec![fails(), vec![stream(), piece("Why?"), done()]]);
    assert_eq!(ask(&request(&server.url)).text, "Why?");
    let server = Server::new(vec![fails()]);
    let got = ask(&request(&server.url));
    got.says("it answered 500 Internal Server Error, 3 times");
    assert_eq!(server.requests.try_iter().count(), 3);
    let server = Server::new(vec![fails()]);
    let mut once = request(&server.url);
    once.requests = 1;
    ask(&once).says("it answered 500 Internal Server Error");
    assert_eq!(server.requests.try_iter().count(), 1);
}

#[test]
fn what_no_second_request_would_change_is_told_with_what_to_do() {
    let server = Server::new(vec![refused(
        "307 Temporary Redirect",
        "Location: http://elsewhere.example/v1",
        "",
    )]);
    ask(&request(&server.url)).says(
        "307 Temporary Redirect; it redirects to http://elsewhere.example/v1, and redirects are not followed",
    );
    assert_eq!(server.requests.try_iter().count(), 1);
    let body = format!(r#"{{"error":{{"message":"Incorrect API key provided: {KEY}"}}}}"#);
    answered(refused("401 Unauthorized", "", &body))
        .says("“Incorrect API key provided: (key)”; is the key in WHYPROOF_MODEL_KEY");
    let server = Server::new(vec![refused("401 Unauthorized", "", "")]);
    let mut keyless = request(&server.url);
    keyless.key = None;
    ask(&keyless).says("it wants a key: set WHYPROOF_MODEL_KEY");
    answered(refused("404 Not Found", "", r#"{"detail":"Not Found"}"#))
        .says("404 Not Found: “Not Found”; is WHYPROOF_MODEL_URL the base of the API");
    answered(refused("501 Not Implemented", "", "")).says("it answered 501 Not Implemented");
}

#[test]
fn where_nobody_listens_it_is_said_so_at_once() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}/v1", listener.local_addr().expect("its address"));
    drop(listener);
    let got = ask(&request(&url));
    got.says("nothing listens there: is the server running?");
    assert!(got.took < Duration::from_secs(1));
}

#[test]
fn whoever_reads_may_have_enough_and_whoever_waits_may_cancel() {
    let server = Server::new(vec![vec![
        stream(),
        piece("one"),
        piece("two"),
        Does::Wait(Duration::from_secs(20)),
    ]]);
    let result = System.complete(&request(&server.url), Limits::default(), &mut |_| {
        ControlFlow::Break(())
    });
    let reply = result.expect("an answer");
    assert_eq!((reply.text.as_str(), reply.ended), ("one", Ended::Enough));

    let silent = Server::new(vec![vec![Does::Wait(Duration::from_secs(20))]]);
    let mut patient = request(&silent.url);
    patient.patience.first = Duration::from_secs(20);
    let cancel = AtomicBool::new(false);
    let start = Instant::now();
    let result = thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(200));
            cancel.store(true, Ordering::Relaxed);
        });
        let limits = Limits {
            deadline: None,
            cancel: Some(&cancel),
        };
        System.complete(&patient, limits, &mut |_| ControlFlow::Continue(()))
    });
    assert!(matches!(result, Err(HostError::Stopped { .. })));
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
}
