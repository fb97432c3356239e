//! What a browser asks for.

use std::io::{self, Read};

/// Longest head of a request, in bytes.
const LONGEST: usize = 16 << 10;

/// Most headers of a request.
const HEADERS: usize = 96;

/// What is to be answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The page; without its body where only the head was asked for.
    Page { body: bool },
    /// News of changes.
    Changes,
    /// Something that there is not, or not for whoever asks.
    Nothing { status: &'static str },
}

/// Reads a request, to the end of its head.
pub(super) fn read(from: &mut impl Read, port: u16) -> io::Result<Asked> {
    let mut bytes = Vec::new();
    let mut piece = [0; 1024];
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(&piece[..read]);
        if let Some(asked) = understand(&bytes, port) {
            return Ok(asked);
        }
        if bytes.len() > LONGEST {
            let status = "431 Request Header Fields Too Large";
            return Ok(Asked::Nothing { status });
        }
    }
}

/// What `bytes` ask for; none where their end is still to come.
fn understand(bytes: &[u8], port: u16) -> Option<Asked> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let nothing = |status| Some(Asked::Nothing { status });
    match request.parse(bytes) {
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return None,
        Err(_) => return nothing("400 Bad Request"),
    }
    let mut hosts = request
        .headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("host"));
    let is_ours = |value: &[u8]| {
        [format!("127.0.0.1:{port}"), format!("localhost:{port}")]
            .iter()
            .any(|ours| value.eq_ignore_ascii_case(ours.as_bytes()))
    };
    // A name that somebody else has pointed at this machine is not ours.
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if is_ours(host.value) => {}
        _ => return nothing("421 Misdirected Request"),
    }
    match (request.method, request.path) {
        (Some("GET"), Some("/")) => Some(Asked::Page { body: true }),
        (Some("HEAD"), Some("/")) => Some(Asked::Page { body: false }),
        (Some("GET"), Some("/changes")) => Some(Asked::Changes),
        (Some("GET" | "HEAD"), _) => nothing("404 Not Found"),
        _ => nothing("405 Method Not Allowed"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, LONGEST, read};

    fn asked(request: &str) -> Asked {
        read(&mut request.as_bytes(), 8080).expect("a request")
    }

    #[test]
    fn the_page_and_its_changes_are_there() {
        let to = |path: &str| {
            asked(&format!(
                "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n"
            ))
        };
        assert_eq!(to("/"), Asked::Page { body: true });
        assert_eq!(to("/changes"), Asked::Changes);
        for other in [
            "/x",
            "/../etc/passwd",
            "//",
            "/?a",
            "http://127.0.0.1:8080/x",
        ] {
            assert_eq!(
                to(other),
                Asked::Nothing {
                    status: "404 Not Found"
                },
                "{other}"
            );
        }
    }

    #[test]
    fn a_name_that_is_not_this_machine_is_refused() {
        let status = "421 Misdirected Request";
        for host in [
            "Host: evil.example:8080\r\n",
            "Host: 127.0.0.1\r\n",
            "Host: 127.0.0.1:8081\r\n",
            "Host: 127.0.0.1:8080\r\nHost: evil.example\r\n",
            "",
        ] {
            let request = format!("GET / HTTP/1.1\r\n{host}\r\n");
            assert_eq!(asked(&request), Asked::Nothing { status }, "{host}");
        }
    }

    #[test]
    fn what_is_no_request_is_refused() {
        assert_eq!(
            asked("\u{0}\u{1}\r\n\r\n"),
            Asked::Nothing {
                status: "400 Bad Request"
            }
        );
        let post = "POST / HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";
        assert_eq!(
            asked(post),
            Asked::Nothing {
                status: "405 Method Not Allowed"
            }
        );
        let long = format!("GET / HTTP/1.1\r\nA: {}", "a".repeat(LONGEST));
        assert!(matches!(asked(&long), Asked::Nothing { .. }));
        assert!(read(&mut "GET / HTTP".as_bytes(), 1).is_err());
    }
}
