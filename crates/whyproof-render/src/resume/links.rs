//! Where a résumé's addresses lead, and how they are shown: without what every address begins with.

/// The longest address that is followed.
const LONGEST: usize = 2_000;

/// Whether a link may lead there: the web and mail, nothing that runs.
pub(crate) fn may_be_followed(target: &str) -> bool {
    let lower = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    let schemes = ["http://", "https://", "mailto:"];
    schemes.iter().any(|scheme| lower.starts_with(scheme))
        && target.len() <= LONGEST
        && !target.contains(|c: char| c.is_control() || c.is_whitespace() || "<>\"\\".contains(c))
}

/// Where an address of the web leads. One without a scheme that looks like a host leads to `https`.
pub(crate) fn of_web(address: &str) -> Option<String> {
    let host = address.split('/').next().unwrap_or(address);
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || c == '.' || c == '-');
    let target = if is_host {
        format!("https://{address}")
    } else {
        address.to_owned()
    };
    may_be_followed(&target).then_some(target)
}

/// Where an address of mail leads.
pub(crate) fn of_mail(address: &str) -> Option<String> {
    let (name, host) = address.split_once('@')?;
    let is_plain = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || ".-_+".contains(c))
    };
    let target = format!("mailto:{address}");
    (is_plain(name) && is_plain(host) && may_be_followed(&target)).then_some(target)
}

/// An address as it is shown.
pub(crate) fn shown(address: &str) -> &str {
    let bare = ["https://", "http://", "mailto:"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme))
        .unwrap_or(address);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    match bare.strip_suffix('/') {
        Some(shown) if !shown.is_empty() => shown,
        _ => bare,
    }
}

#[cfg(test)]
mod tests {
    use super::{of_mail, of_web, shown};

    #[test]
    fn links_lead_to_the_web_and_to_mail_only() {
        assert_eq!(
            of_web("https://a.org/x").as_deref(),
            Some("https://a.org/x")
        );
        assert_eq!(of_web("a.org/x").as_deref(), Some("https://a.org/x"));
        assert_eq!(of_mail("ann@a.org").as_deref(), Some("mailto:ann@a.org"));
        for address in [
            "javascript:alert(1)",
            "file:///etc",
            "ann",
            "a.org /x",
            ".",
            "..",
            "",
        ] {
            assert_eq!(of_web(address), None, "{address}");
        }
        for address in ["ann", "@a.org", "ann@a.org?subject=x", "a b@c.org"] {
            assert_eq!(of_mail(address), None, "{address}");
        }
    }

    #[test]
    fn an_address_is_shown_without_its_scheme() {
        assert_eq!(shown("https://a.org/"), "a.org");
        assert_eq!(shown("http://www.a.org/x/y"), "a.org/x/y");
        assert_eq!(shown("https://"), "");
        assert_eq!(shown("/"), "/");
    }
}
