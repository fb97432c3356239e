//! Where a named source is, with what the environment knows of it. A secret stands in the environment only, and goes
//! from there to the engine and nowhere else.

use std::collections::BTreeMap;

use whyproof_case::{Place, SqlError};
use whyproof_engine as engine;

/// What S3 clients read from the environment.
const S3: [&str; 5] = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_REGION",
    "AWS_ENDPOINT_URL",
];

/// The place with every `${NAME}` replaced by the environment's value.
pub(super) fn fill(
    source: &str,
    place: &Place,
    env: &impl Fn(&str) -> Option<String>,
) -> Result<engine::Place, SqlError> {
    let wrong = |message: String| SqlError::Source {
        name: source.to_owned(),
        message,
    };
    let mut options = BTreeMap::new();
    if place.url.starts_with("s3:") {
        options.extend(
            S3.iter()
                .filter_map(|&name| Some((name.to_owned(), env(name)?))),
        );
    }
    Ok(engine::Place {
        url: filled(&place.url, env).map_err(wrong)?,
        root: place
            .root
            .as_deref()
            .map(|root| filled(root, env))
            .transpose()
            .map_err(wrong)?,
        options,
    })
}

fn filled(text: &str, env: &impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, after)) = after.split_once('}') else {
            return Err("its url has `${` without `}`".to_owned());
        };
        let value =
            env(name).ok_or_else(|| format!("the environment variable `{name}` is not set"))?;
        whole.push_str(before);
        // A whole URL stands for itself; a part of one must not become another part.
        let is_whole = before.is_empty() && whole.is_empty() && after.is_empty();
        if is_whole {
            whole.push_str(&value);
        } else {
            escape(&value, &mut whole);
        }
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// Percent-encodes what has a meaning in a URL (RFC 3986, 2.3).
fn escape(value: &str, into: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill_with(url: &str, values: &[(&str, &str)]) -> Result<String, String> {
        let place = Place {
            url: url.to_owned(),
            root: None,
        };
        let env = |name: &str| {
            let found = values.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        fill("warehouse", &place, &env)
            .map(|place| place.url)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_variable_is_filled_in_and_cannot_become_another_part() {
        let url = fill_with("postgres://reader:${PW}@db/x", &[("PW", "a@b/c")]);
        assert_eq!(url.as_deref(), Ok("postgres://reader:a%40b%2Fc@db/x"));
        let whole = fill_with("${URL}", &[("URL", "postgres://a:b@c/d")]);
        assert_eq!(whole.as_deref(), Ok("postgres://a:b@c/d"));
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = fill_with("postgres://reader:${PW}@db/x", &[]);
        assert!(missing.is_err_and(|error| error.contains("`PW` is not set")));
    }
}
