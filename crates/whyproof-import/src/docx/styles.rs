//! Styles: what a paragraph is by the name, the outline level or the parent of its style.

use rustc_hash::FxHashMap;

use super::inline::Run;
use super::xml::{self, Piece};
use crate::ImportError;

/// Longest chain of styles that is followed.
const CHAIN: usize = 32;

#[derive(Debug, Default)]
struct Style {
    name: String,
    parent: Option<String>,
    outline: Option<usize>,
    list: Option<(String, usize)>,
    bold: bool,
    italic: bool,
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A heading of this level, from 1; the document's title has level 1.
    Heading(usize),
    Code,
    Quote,
    /// A line of a table of contents.
    Contents,
    Plain,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<String, Style>,
}

impl Styles {
    pub(super) fn read(name: &str, part: &str, text: &str) -> Result<Self, ImportError> {
        let mut styles = FxHashMap::<String, Style>::default();
        let mut open: Option<(String, Style)> = None;
        xml::each(name, part, text, |piece| match piece {
            Piece::Open(tag) if tag.name == "style" => {
                let id = tag.get("styleId").unwrap_or_default();
                open = Some((id.to_owned(), Style::default()));
            }
            Piece::Open(tag) => {
                let Some((_, style)) = &mut open else {
                    return;
                };
                let value = tag.val().unwrap_or_default();
                match tag.name.as_str() {
                    "name" => style.name = value.to_lowercase(),
                    "basedOn" => style.parent = Some(value.to_owned()),
                    "outlineLvl" => style.outline = value.parse().ok(),
                    "numId" => style.list.get_or_insert_default().0 = value.to_owned(),
                    "ilvl" => style.list.get_or_insert_default().1 = value.parse().unwrap_or(0),
                    "b" => style.bold = tag.is_on(),
                    "i" => style.italic = tag.is_on(),
                    _ => {}
                }
            }
            Piece::Close("style") => styles.extend(open.take()),
            _ => {}
        })?;
        Ok(Self { styles })
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| self.styles.get(style.parent.as_ref()?)).take(CHAIN)
    }

    pub(super) fn look(&self, id: &str) -> Look {
        // Without a table of styles, their ids are all there is.
        let bare = id.to_lowercase();
        let unknown = !self.styles.contains_key(id);
        let own = unknown.then(|| look_of(&bare)).flatten();
        let named = self.chain(id).find_map(|style| match style.outline {
            Some(level @ 0..=8) => Some(Look::Heading(level + 1)),
            Some(_) => Some(Look::Plain),
            None => look_of(&style.name),
        });
        own.or(named).unwrap_or(Look::Plain)
    }

    /// The list that a style puts its paragraphs in: numbering and level.
    pub(super) fn list(&self, id: &str) -> Option<(&str, usize)> {
        let list = self.chain(id).find_map(|style| style.list.as_ref())?;
        Some((&list.0, list.1))
    }

    /// Gives runs the look of their character styles.
    pub(super) fn dress(&self, runs: &mut [Run]) {
        for run in runs {
            let Some(id) = run.style.take() else {
                continue;
            };
            let bare = id.to_lowercase();
            run.bold |= bare == "strong" || self.chain(&id).any(|style| style.bold);
            run.italic |= bare == "emphasis" || self.chain(&id).any(|style| style.italic);
            run.code |= matches!(
                bare.as_str(),
                "sourcetext" | "htmlcode" | "verbatimchar" | "inlinecode"
            );
        }
    }
}

fn look_of(name: &str) -> Option<Look> {
    let squeezed = name.replace([' ', '-', '_'], "");
    if let Some(level) = squeezed.strip_prefix("heading") {
        let level: usize = level.parse().ok()?;
        return (1..=9).contains(&level).then_some(Look::Heading(level));
    }
    if squeezed.starts_with("toc") && squeezed.get(3..).is_some_and(|n| n.parse::<u8>().is_ok()) {
        return Some(Look::Contents);
    }
    match squeezed.as_str() {
        "title" => Some(Look::Heading(1)),
        "htmlpreformatted" | "preformattedtext" | "code" | "sourcecode" | "codeblock"
        | "plaintextcode" | "macro" => Some(Look::Code),
        "quote" | "intensequote" | "quotations" | "blocktext" | "blockquote" => Some(Look::Quote),
        _ => None,
    }
}
