//! Where a bucket is, and what opens it.

use std::collections::BTreeMap;
use std::time::Duration;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{ClientOptions, RetryConfig};

use crate::Place;
use crate::remote::escape;

/// What can be said in the URL's query or by the environment, and its names in the environment.
const SETTINGS: [(&str, [&str; 2]); 5] = [
    ("access_key_id", ["AWS_ACCESS_KEY_ID", ""]),
    ("secret_access_key", ["AWS_SECRET_ACCESS_KEY", ""]),
    ("session_token", ["AWS_SESSION_TOKEN", ""]),
    ("region", ["AWS_REGION", "AWS_DEFAULT_REGION"]),
    ("endpoint", ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"]),
];

/// How long an answer is tried for: who waits for a figure is told soon.
const PATIENCE: Duration = Duration::from_secs(10);

/// A bucket, and the folder in it below which tables are.
pub(super) struct Address {
    bucket: String,
    /// Nothing above it is read.
    pub(super) prefix: Path,
    settings: BTreeMap<&'static str, String>,
}

impl Address {
    /// Reads `s3://BUCKET/FOLDER?region=…`; what the URL says comes before what the environment says.
    pub(super) fn of(place: &Place) -> Option<Address> {
        let rest = place.url.strip_prefix("s3://")?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (bucket, prefix) = path.split_once('/').unwrap_or((path, ""));
        let plain =
            |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
        if bucket.is_empty() || !bucket.chars().all(plain) {
            return None;
        }
        let mut said: BTreeMap<String, String> = BTreeMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=')?;
            let key = key.to_ascii_lowercase();
            said.insert(
                key.trim_start_matches("aws_").to_owned(),
                escape::plain(value),
            );
        }
        let environment = |names: [&str; 2]| {
            names
                .iter()
                .find_map(|name| place.options.get(*name))
                .cloned()
        };
        let settings = SETTINGS
            .into_iter()
            .filter_map(|(key, names)| {
                Some((key, said.remove(key).or_else(|| environment(names))?))
            })
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let prefix = Path::parse(escape::plain(prefix.trim_matches('/'))).ok()?;
        // A setting that is not known is a slip of the pen, and might be a secret in a wrong place.
        said.is_empty().then_some(Address {
            bucket: bucket.to_owned(),
            prefix,
            settings,
        })
    }

    /// The door to it.
    pub(super) fn store(&self) -> Option<AmazonS3> {
        let get = |key: &str| self.settings.get(key);
        let region = get("region").map_or("us-east-1", String::as_str);
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.bucket)
            .with_region(region)
            .with_client_options(
                ClientOptions::new()
                    .with_connect_timeout(PATIENCE / 2)
                    .with_timeout_disabled(),
            )
            .with_retry(RetryConfig {
                max_retries: 2,
                retry_timeout: PATIENCE,
                ..RetryConfig::default()
            });
        if let Some(endpoint) = get("endpoint") {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http://"));
        }
        match (get("access_key_id"), get("secret_access_key")) {
            (Some(key), Some(secret)) => {
                builder = builder
                    .with_access_key_id(key)
                    .with_secret_access_key(secret);
                if let Some(token) = get("session_token") {
                    builder = builder.with_token(token);
                }
            }
            // Without keys the library would ask the machine it runs on for some; a public bucket needs none.
            _ => builder = builder.with_skip_signature(true),
        }
        builder.build().ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Address;
    use crate::Place;

    fn of(url: &str) -> Option<Address> {
        Address::of(&Place {
            url: url.to_owned(),
            root: None,
            options: BTreeMap::from([
                ("AWS_REGION".to_owned(), "eu-west-1".to_owned()),
                ("AWS_ACCESS_KEY_ID".to_owned(), "environment".to_owned()),
            ]),
        })
    }

    #[test]
    fn the_url_comes_before_the_environment() {
        let address = of("s3://lake/a%20b/c/?region=local&endpoint=http%3A%2F%2F127.0.0.1:9000")
            .expect("an address");
        assert_eq!(address.bucket, "lake");
        assert_eq!(address.prefix.as_ref(), "a b/c");
        assert_eq!(
            address.settings.get("region").map(String::as_str),
            Some("local")
        );
        assert_eq!(
            address.settings.get("endpoint").map(String::as_str),
            Some("http://127.0.0.1:9000")
        );
        assert_eq!(
            address.settings.get("access_key_id").map(String::as_str),
            Some("environment")
        );
        assert!(address.store().is_some());
        assert!(of("s3://lake").is_some_and(|address| address.prefix.as_ref().is_empty()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for url in [
            "s3://",
            "s3:///x",
            "s3://a@b/c",
            "s3://lake?regoin=x",
            "s3://lake?x",
            "s3://lake/../x",
        ] {
            assert!(of(url).is_none(), "{url}");
        }
    }
}
