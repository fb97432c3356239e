//! What in a footnote a reader could follow.

use crate::experiment::Verdict;
use crate::host::Scope;

/// Something to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A path, as written.
    Path(String),
    /// A URL.
    Url(String),
    /// A DOI, without `doi:`.
    Doi(String),
    /// `experiment NAME`, and the verdict claimed of it.
    Experiment { name: String, claimed: Verdict },
}

impl Source {
    pub(crate) fn into_text(self) -> String {
        match self {
            Source::Path(text) | Source::Url(text) => text,
            Source::Doi(doi) => format!("doi:{doi}"),
            Source::Experiment { name, .. } => format!("experiment {name}"),
        }
    }
}

/// Endings of files that people cite; a word with one of these names a file though it has no folder.
const ENDINGS: [&str; 44] = [
    "csv", "tsv", "json", "jsonl", "ndjson", "parquet", "arrow", "md", "markdown", "txt", "text",
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "key", "html", "htm",
    "xml", "yaml", "yml", "png", "jpg", "jpeg", "gif", "svg", "webp", "heic", "mp3", "m4a", "wav",
    "ogg", "mp4", "mov", "webm", "sql", "ipynb", "zip",
];

/// What there is to follow in a footnote's words and links, in order: an experiment alone where the words begin with
/// one, else paths that could be files, URLs and DOIs.
pub(crate) fn find(text: &str, links: &[String], scope: &Scope) -> Vec<Source> {
    if let Some(experiment) = experiment(text) {
        return vec![experiment];
    }
    let words = text.split_whitespace().map(trim);
    let links = links.iter().map(String::as_str);
    links
        .chain(words)
        .filter_map(|word| follow(word, scope))
        .collect()
}

/// `experiment NAME` and what is claimed of it; unnamed means *right thing*.
fn experiment(text: &str) -> Option<Source> {
    let rest = text
        .strip_prefix("experiment ")
        .or_else(|| text.strip_prefix("Experiment "))?;
    let name = rest
        .split([',', ';', ' '])
        .next()
        .map(trim)
        .filter(|name| !name.is_empty())?;
    let after = rest[name.len()..]
        .trim_start_matches([',', ';', ':', '.', ' '])
        .to_lowercase();
    let claimed = Verdict::all()
        .into_iter()
        .find(|verdict| after.starts_with(verdict.word()));
    Some(Source::Experiment {
        name: name.to_owned(),
        claimed: claimed.unwrap_or(Verdict::RightThing),
    })
}

/// A word without the punctuation around it.
fn trim(word: &str) -> &str {
    word.trim_start_matches(['(', '[', '<', '"', '\'', '“', '‘', '`'])
        .trim_end_matches([
            '.', ',', ';', ':', ')', ']', '>', '"', '\'', '”', '’', '`', '!', '?',
        ])
}

fn follow(word: &str, scope: &Scope) -> Option<Source> {
    let lower = word.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Some(doi(word).map_or_else(|| Source::Url(word.to_owned()), Source::Doi));
    }
    if let Some(doi) = doi(word) {
        return Some(Source::Doi(doi));
    }
    if lower.starts_with("figure:")
        || lower.starts_with('#')
        || lower.contains("://")
        || lower.starts_with("mailto:")
    {
        return None;
    }
    is_path(word, scope).then(|| Source::Path(word.to_owned()))
}

/// A DOI: `10.`, four to nine digits, a slash, and something after it (DOI Handbook 2.2).
fn doi(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let bare = [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ]
    .iter()
    .find_map(|prefix| {
        lower
            .strip_prefix(prefix)
            .map(|rest| &word[word.len() - rest.len()..])
    })
    .unwrap_or(word);
    let (registrant, suffix) = bare.strip_prefix("10.")?.split_once('/')?;
    let digits = registrant.split('.').next().unwrap_or("");
    let good = (4..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (good && !suffix.is_empty()).then(|| bare.to_owned())
}

/// The URL that resolves a DOI; what a URL's path cannot hold is percent-encoded (DOI Handbook 2.5.2.4).
pub(crate) fn resolver(doi: &str) -> String {
    let mut url = String::from("https://doi.org/");
    for byte in doi.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:;()!*',@&=+$".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}

/// Whether a word names a file: it has the ending of one, or a folder and an ending.
fn is_path(word: &str, scope: &Scope) -> bool {
    let name = word.rsplit('/').next().unwrap_or(word);
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let plain = ending.chars().all(|c| c.is_ascii_alphanumeric())
        && ending.chars().any(|c| c.is_ascii_alphabetic());
    if stem.is_empty() || !plain || ending.len() > 8 {
        return false;
    }
    let known = ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    known || (word.contains('/') && scope.beside(word).is_some())
}

/// Whether a URL has a host that can exist: not one that RFC 2606 and RFC 6761 reserve, nor this machine.
pub(crate) fn leads_somewhere(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = authority
        .rsplit('@')
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    let host = host.rsplit_once(':').map_or(host.as_str(), |(h, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            h
        } else {
            host.as_str()
        }
    });
    let Some((_, top)) = host.rsplit_once('.') else {
        return false;
    };
    let labels = host.split('.').all(|label| {
        !label.is_empty() && label.len() <= 63 && !label.contains(char::is_whitespace)
    });
    let reserved = ["example", "invalid", "localhost", "test", "local"].contains(&top)
        || ["example.com", "example.org", "example.net"]
            .iter()
            .any(|r| host == *r || host.ends_with(&format!(".{r}")));
    labels && !reserved && !top.bytes().all(|b| b.is_ascii_digit()) && top.len() >= 2
}
