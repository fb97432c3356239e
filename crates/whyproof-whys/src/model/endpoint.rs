//! Where a model is.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The address of a server's chat completions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    url: String,
}

/// Why an address will not do. None of them repeats the address: a key may be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// Neither `https://` nor `http://`, or nothing behind it.
    #[error("it is no address such as https://api.example.com/v1 or http://127.0.0.1:8080/v1")]
    Address,
    /// A name or a password before the host.
    #[error("it has a name or a password in it; the key goes into WHYPROOF_MODEL_KEY")]
    Password,
    /// `?` or `#`.
    #[error(
        "it has a `?` or a `#` in it; give the base of the API, such as https://api.example.com/v1"
    )]
    Query,
    /// Plain http to another machine.
    #[error("it is plain http to another machine: the text and the key could be read on the way")]
    Plain,
}

/// What stands behind the base of an API.
const PATH: &str = "/chat/completions";

impl Endpoint {
    /// The completions of the API at `base`; with `plain`, plain http may lead to another machine.
    ///
    /// # Errors
    /// [`EndpointError`].
    pub fn new(base: &str, plain: bool) -> Result<Endpoint, EndpointError> {
        let base = base.trim();
        let (secure, rest) = match base.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (true, rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (false, rest),
            _ => return Err(EndpointError::Address),
        };
        if base.contains(['?', '#']) {
            return Err(EndpointError::Query);
        }
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        if authority.contains('@') {
            return Err(EndpointError::Password);
        }
        let host = host(authority).ok_or(EndpointError::Address)?;
        let is_plain_path = |c: char| c.is_ascii_graphic() && !matches!(c, '\\' | '<' | '>' | '"');
        if !path.chars().all(is_plain_path) {
            return Err(EndpointError::Address);
        }
        if !secure && !plain && !is_this_machine(host) {
            return Err(EndpointError::Plain);
        }
        let path = path.trim_end_matches('/');
        let path = path.strip_suffix(PATH).unwrap_or(path);
        let scheme = if secure { "https" } else { "http" };
        Ok(Endpoint {
            url: format!("{scheme}://{authority}{path}{PATH}"),
        })
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// The host of `host`, `host:port` or `[address]:port`.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (address, port) = rest.split_once(']')?;
            address.parse::<Ipv6Addr>().ok()?;
            (address, port)
        }
        None => match authority.find(':') {
            Some(at) => authority.split_at(at),
            None => (authority, ""),
        },
    };
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    let port_is_good = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|port| port.parse::<u16>().is_ok());
    (!host.is_empty() && host.chars().all(named) && port_is_good).then_some(host)
}

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
        || host.parse::<Ipv6Addr>().is_ok_and(|ip| ip.is_loopback())
}
