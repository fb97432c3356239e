use crate::model::{Endpoint, EndpointError};

#[track_caller]
fn is(base: &str, url: &str) {
    let endpoint = Endpoint::new(base, false).expect(base);
    assert_eq!(endpoint.url(), url);
}

#[test]
fn the_base_of_an_api_becomes_the_address_of_its_completions() {
    is(
        "http://127.0.0.1:8080/v1",
        "http://127.0.0.1:8080/v1/chat/completions",
    );
    is(
        " https://api.example.com/v1/ ",
        "https://api.example.com/v1/chat/completions",
    );
    is(
        "https://api.example.com/v1/chat/completions",
        "https://api.example.com/v1/chat/completions",
    );
    is(
        "HTTPS://api.example.com",
        "https://api.example.com/chat/completions",
    );
    is(
        "http://localhost:11434/v1",
        "http://localhost:11434/v1/chat/completions",
    );
    is(
        "http://[::1]:8080/v1",
        "http://[::1]:8080/v1/chat/completions",
    );
    is("http://127.9.9.9", "http://127.9.9.9/chat/completions");
}

#[test]
fn plain_http_stays_on_this_machine_unless_it_may_leave() {
    for base in [
        "http://192.168.0.7:8080/v1",
        "http://127.0.0.1.example.com/v1",
        "http://localhost.example.com/v1",
        "http://[2001:db8::1]/v1",
        "http://example.com",
        "http://2130706433/v1",
    ] {
        assert_eq!(
            Endpoint::new(base, false),
            Err(EndpointError::Plain),
            "{base}"
        );
        assert!(Endpoint::new(base, true).is_ok(), "{base}");
    }
}

#[test]
fn what_is_no_base_is_refused() {
    for (base, why) in [
        ("", EndpointError::Address),
        ("127.0.0.1:8080", EndpointError::Address),
        ("ftp://example.com", EndpointError::Address),
        ("file:///etc/passwd", EndpointError::Address),
        ("https://", EndpointError::Address),
        ("https:///v1", EndpointError::Address),
        ("https://exa mple.com", EndpointError::Address),
        ("https://example.com/v1\r\nX: y", EndpointError::Address),
        ("https://example.com:99999/", EndpointError::Address),
        ("https://[::1/v1", EndpointError::Address),
        ("https://bücher.example/", EndpointError::Address),
        ("https://sk-secret@example.com/", EndpointError::Password),
        ("https://example.com/?key=sk-secret", EndpointError::Query),
        ("https://example.com/#x", EndpointError::Query),
        ("http://127.0.0.1\\@evil.example/", EndpointError::Password),
    ] {
        let error = Endpoint::new(base, false).expect_err(base);
        assert_eq!(error, why, "{base}");
        assert!(!error.to_string().contains("sk-secret"));
    }
}
