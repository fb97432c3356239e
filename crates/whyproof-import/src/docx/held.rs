//! What the bookmarks of a file that Whyproof wrote hold, and of which revision.

use rustc_hash::FxHashMap;
use whyproof_case::Anchor;

use super::xml::{self, Piece};
use crate::ImportError;

/// The namespace of the part, as `whyproof-render` writes it.
pub(super) const NAMESPACE: &str = "urn:whyproof:held:1";

/// What a file remembers of its case.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) revision: Option<String>,
    pub(super) path: Option<String>,
    pub(super) anchors: FxHashMap<String, Anchor>,
}

/// Reads the part that holds the anchors; none where the part is another program's.
pub(super) fn read(name: &str, part: &str, text: &str) -> Result<Option<Held>, ImportError> {
    let mut held: Option<Held> = None;
    let mut anchor: Option<(String, Anchor)> = None;
    let mut said = String::new();
    xml::each(name, part, text, |piece| match piece {
        Piece::Open(tag) => {
            said.clear();
            let get = |key| tag.get(key).map(str::to_owned);
            if tag.name == "held" && tag.get("xmlns") == Some(NAMESPACE) {
                held = Some(Held {
                    revision: get("revision"),
                    path: get("case").filter(|path| !path.is_empty()),
                    anchors: FxHashMap::default(),
                });
            } else if tag.name == "anchor"
                && let (Some(held), Some(bookmark)) = (&held, get("name"))
            {
                let anchor_of = Anchor {
                    id: get("id"),
                    quote: String::new(),
                    before: String::new(),
                    after: String::new(),
                    revision: held.revision.clone().unwrap_or_default(),
                };
                anchor = Some((bookmark, anchor_of));
            }
        }
        Piece::Text(words) => said.push_str(words),
        Piece::Close(name) => {
            let words = std::mem::take(&mut said);
            if name == "anchor" {
                if let (Some(held), Some((bookmark, anchor))) = (&mut held, anchor.take()) {
                    held.anchors.insert(bookmark, anchor);
                }
            } else if let Some((_, anchor)) = &mut anchor {
                match name {
                    "quote" => anchor.quote = words,
                    "before" => anchor.before = words,
                    "after" => anchor.after = words,
                    _ => {}
                }
            }
        }
    })?;
    Ok(held)
}

/// The case and the revision by a file's custom properties, which stay where a word processor drops the part.
pub(super) fn properties(name: &str, part: &str, text: &str) -> Result<Held, ImportError> {
    let mut held = Held::default();
    let mut property = String::new();
    let mut said = String::new();
    xml::each(name, part, text, |piece| match piece {
        Piece::Open(tag) => {
            said.clear();
            if tag.name == "property" {
                property = tag.get("name").unwrap_or_default().to_owned();
            }
        }
        Piece::Text(words) => said.push_str(words),
        Piece::Close("property") => property.clear(),
        Piece::Close(_) => {
            let words = std::mem::take(&mut said);
            let words = Some(words).filter(|words| !words.is_empty());
            match property.as_str() {
                "WhyproofCase" => held.path = held.path.take().or(words),
                "WhyproofRevision" => held.revision = held.revision.take().or(words),
                _ => {}
            }
        }
    })?;
    Ok(held)
}
