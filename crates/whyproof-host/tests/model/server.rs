//! A server that answers as it is told, on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// What the server does after a request.
pub(crate) enum Does {
    /// Sends this.
    Say(String),
    /// Sends this over and over, until nobody reads it.
    Repeat(&'static str),
    /// Keeps silent.
    Wait(Duration),
}

/// A server that answers the first request with the first list, and so on; the last again and again.
pub(crate) struct Server {
    pub(crate) url: String,
    /// Every request as it came: head and body.
    pub(crate) requests: Receiver<String>,
}

impl Server {
    pub(crate) fn new(answers: Vec<Vec<Does>>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("its address");
        let (sender, requests) = channel();
        thread::spawn(move || {
            for (at, stream) in listener.incoming().flatten().enumerate() {
                let mut reader = BufReader::new(stream);
                let Some(request) = read(&mut reader) else {
                    continue;
                };
                let _ = sender.send(request);
                let answer = answers.get(at).or(answers.last());
                speak(reader.into_inner(), answer.expect("an answer"));
            }
        });
        Server {
            url: format!("http://{address}/v1/chat/completions"),
            requests,
        }
    }
}

fn read(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut request = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? <= 2 {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        request.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    request.push_str(&String::from_utf8(body).ok()?);
    Some(request)
}

fn speak(mut stream: TcpStream, does: &[Does]) {
    for one in does {
        match one {
            Does::Say(text) => {
                if stream.write_all(text.as_bytes()).is_err() {
                    return;
                }
            }
            Does::Repeat(text) => while stream.write_all(text.as_bytes()).is_ok() {},
            Does::Wait(time) => thread::sleep(*time),
        }
    }
}

/// The head of an answer; its body goes on until the connection closes.
pub(crate) fn head(status: &str, headers: &str) -> Does {
    let lines = if headers.is_empty() {
        String::new()
    } else {
        format!("{headers}\r\n")
    };
    Does::Say(format!(
        "HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n"
    ))
}

/// The head of a stream.
pub(crate) fn stream() -> Does {
    head("200 OK", "Content-Type: text/event-stream; charset=utf-8")
}

/// A piece of text in a stream.
pub(crate) fn piece(text: &str) -> Does {
    let text = serde_json::to_string(text).expect("a string");
    Does::Say(format!(
        "data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":{text}}},\"finish_reason\":null}}]}}\n\n"
    ))
}

/// The end of a stream.
pub(crate) fn done() -> Does {
    Does::Say(
        "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\ndata: [DONE]\n\n"
            .to_owned(),
    )
}
