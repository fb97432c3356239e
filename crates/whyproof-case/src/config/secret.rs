//! Passwords that stand where everybody reads them.

/// Parameters of a URL that hold one.
const PARAMETERS: [&str; 4] = ["password", "passwd", "sslpassword", "secret"];

/// Whether a URL holds a password itself, and no `${NAME}` for it: between `:` and `@` before the host, or in a
/// parameter.
pub(super) fn is_open(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let user = authority.rsplit_once('@').map(|(user, _)| user);
    let password = user
        .and_then(|user| user.split_once(':'))
        .map(|(_, password)| password);
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    let parameters = query
        .split(['&', '#'])
        .filter_map(|pair| pair.split_once('='));
    let named = parameters
        .filter(|(name, _)| PARAMETERS.contains(&name.to_ascii_lowercase().as_str()))
        .map(|(_, value)| value);
    password.into_iter().chain(named).any(is_told)
}

fn is_told(password: &str) -> bool {
    !(password.is_empty() || password.starts_with("${") && password.ends_with('}'))
}

#[cfg(test)]
mod tests {
    use super::is_open;

    #[test]
    fn a_password_is_seen_wherever_it_stands() {
        for url in [
            "postgres://reader:hunter2@db/x",
            "postgres://reader@db/x?password=hunter2",
            "postgres://reader@db/x?sslmode=require&PASSWORD=hunter2#there",
        ] {
            assert!(is_open(url), "{url}");
        }
        for url in [
            "postgres://reader:${PW}@db/x",
            "postgres://reader@db/x?password=${PW}",
            "postgres://reader@db:5432/x",
            "${URL}",
            "s3://lake/case?region=eu-west-1",
        ] {
            assert!(!is_open(url), "{url}");
        }
    }
}
