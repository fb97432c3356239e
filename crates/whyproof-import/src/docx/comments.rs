//! Comments, their replies and whether they are done, with what they are put to.

use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::held::{self, Held};
use super::marks::{self, Marks};
use super::parts::{self, Relationship};
use super::xml::{self, Piece};
use crate::ImportError;
use crate::comments::{Comment, Commented, MAX_COMMENTS, Reply};

/// A comment as its part has it.
#[derive(Debug, Default)]
struct Raw {
    id: String,
    author: String,
    date: Option<String>,
    text: String,
    /// The names of its paragraphs, by which other parts speak of it.
    paragraphs: Vec<String>,
}

/// What is said of a comment elsewhere: which one it replies to, and whether it is done.
#[derive(Debug, Default)]
struct More {
    parent: Option<String>,
    done: bool,
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Commented, ImportError> {
    let name = archive.name().to_owned();
    let (main, text) = parts::main(archive)?;
    let related = parts::relationships(archive, &parts::rels_of(&main))?;
    let held = held(archive, &name, &main, &related)?;
    let mut raw = Vec::new();
    let mut more = FxHashMap::default();
    let mut places = vec![marks::read(&name, &main, &text)?];
    for relationship in related.iter().filter(|relationship| !relationship.external) {
        let kind = relationship.kind.as_str();
        if !matches!(
            kind,
            "comments" | "commentsExtended" | "footnotes" | "endnotes"
        ) {
            continue;
        }
        let part = parts::resolve(&name, &main, &relationship.target)?;
        let Some(text) = archive.part(&part)? else {
            continue;
        };
        match kind {
            "comments" => raw = comments(&name, &part, &text)?,
            "commentsExtended" => more = extended(&name, &part, &text)?,
            _ => places.push(marks::read(&name, &part, &text)?),
        }
    }
    Ok(Commented {
        comments: together(raw, &more, &places, &held),
        revision: held.revision,
        case_path: held.path,
    })
}

/// What the file remembers of its case.
fn held(
    archive: &mut Archive<'_>,
    name: &str,
    main: &str,
    related: &[Relationship],
) -> Result<Held, ImportError> {
    let of_kind = |kind: &'static str| {
        move |relationship: &&Relationship| relationship.kind == kind && !relationship.external
    };
    for relationship in related.iter().filter(of_kind("customXml")) {
        let part = parts::resolve(name, main, &relationship.target)?;
        // Another program's part may be anything.
        let text = archive
            .part(&part)?
            .filter(|text| text.contains(held::NAMESPACE));
        if let Some(text) = text
            && let Some(held) = held::read(name, &part, &text)?
        {
            return Ok(held);
        }
    }
    let roots = parts::relationships(archive, "_rels/.rels")?;
    for relationship in roots.iter().filter(of_kind("custom-properties")) {
        let part = parts::resolve(name, "", &relationship.target)?;
        if let Some(text) = archive.part(&part)? {
            return held::properties(name, &part, &text);
        }
    }
    Ok(Held::default())
}

/// The part of the comments.
fn comments(name: &str, part: &str, text: &str) -> Result<Vec<Raw>, ImportError> {
    let mut found: Vec<Raw> = Vec::new();
    let mut count = 0_usize;
    let mut path: Vec<String> = Vec::new();
    xml::each(name, part, text, |piece| match piece {
        Piece::Open(tag) => {
            let get = |key| tag.get(key).map(str::to_owned);
            match tag.name.as_str() {
                "comment" => {
                    count += 1;
                    if count <= MAX_COMMENTS {
                        found.push(Raw {
                            id: get("id").unwrap_or_default(),
                            author: get("author").unwrap_or_default(),
                            date: get("date"),
                            ..Raw::default()
                        });
                    }
                }
                "p" if count <= MAX_COMMENTS => {
                    if let Some(raw) = found.last_mut() {
                        raw.paragraphs.extend(get("paraId"));
                        if !raw.text.is_empty() {
                            raw.text.push('\n');
                        }
                    }
                }
                "tab" | "br" | "cr" if path.last().is_some_and(|name| name == "r") => {
                    if let Some(raw) = found.last_mut() {
                        raw.text.push(' ');
                    }
                }
                _ => {}
            }
            path.push(tag.name.clone());
        }
        Piece::Close(_) => {
            path.pop();
        }
        Piece::Text(words) => {
            let is_words = path.last().is_some_and(|name| name == "t");
            if let Some(raw) = found.last_mut()
                && is_words
                && count <= MAX_COMMENTS
            {
                raw.text.push_str(words);
            }
        }
    })?;
    if count > MAX_COMMENTS {
        return Err(ImportError::TooManyComments {
            name: name.to_owned(),
            count,
            limit: MAX_COMMENTS,
        });
    }
    Ok(found)
}

/// The part that says of which comment another is a reply, and which are done, by the names of their paragraphs.
fn extended(name: &str, part: &str, text: &str) -> Result<FxHashMap<String, More>, ImportError> {
    let mut found = FxHashMap::default();
    xml::each(name, part, text, |piece| {
        if let Piece::Open(tag) = piece
            && tag.name == "commentEx"
            && let Some(paragraph) = tag.get("paraId")
        {
            let more = More {
                parent: tag.get("paraIdParent").map(str::to_owned),
                done: matches!(tag.get("done"), Some("1" | "true" | "on")),
            };
            found.insert(paragraph.to_owned(), more);
        }
    })?;
    Ok(found)
}

/// Comments with their replies, in the order of the text; those that stand nowhere come last.
fn together(
    raw: Vec<Raw>,
    more: &FxHashMap<String, More>,
    places: &[Marks],
    held: &Held,
) -> Vec<Comment> {
    let roots = roots(&raw, more);
    let mut order: Vec<usize> = Vec::new();
    let by_id: FxHashMap<&str, usize> = raw
        .iter()
        .enumerate()
        .rev()
        .map(|(at, raw)| (raw.id.as_str(), at))
        .collect();
    let mut seen = vec![false; raw.len()];
    let placed = places.iter().flat_map(|marks| marks.order());
    let placed = placed.filter_map(|id| by_id.get(id.as_str()).copied());
    for at in placed.chain(0..raw.len()) {
        if !std::mem::replace(&mut seen[at], true) {
            order.push(at);
        }
    }
    let is_root = |at: usize| roots[at] == at || roots[roots[at]] != roots[at];
    let mut replies: FxHashMap<usize, Vec<Reply>> = FxHashMap::default();
    for at in (0..raw.len()).filter(|&at| !is_root(at)) {
        replies.entry(roots[at]).or_default().push(Reply {
            author: raw[at].author.clone(),
            date: raw[at].date.clone(),
            text: raw[at].text.clone(),
        });
    }
    let mut comments = Vec::new();
    for at in order.into_iter().filter(|&at| is_root(at)) {
        let one = &raw[at];
        let marked = places.iter().find_map(|marks| marks.marked(&one.id));
        let marked = marked.unwrap_or_default();
        let bookmark = marked.bookmark.as_deref();
        comments.push(Comment {
            author: one.author.clone(),
            date: one.date.clone(),
            text: one.text.clone(),
            anchor: bookmark.and_then(|name| held.anchors.get(name)).cloned(),
            quote: marked.quote,
            bookmark: marked.bookmark,
            paragraph: marked.paragraph,
            done: said(one, more).is_some_and(|more| more.done),
            replies: replies.remove(&at).unwrap_or_default(),
        });
    }
    comments
}

/// What is said of a comment elsewhere.
fn said<'m>(raw: &Raw, more: &'m FxHashMap<String, More>) -> Option<&'m More> {
    raw.paragraphs.iter().find_map(|name| more.get(name))
}

/// The comment at the head of each one's thread.
fn roots(raw: &[Raw], more: &FxHashMap<String, More>) -> Vec<usize> {
    let by_paragraph: FxHashMap<&str, usize> = raw
        .iter()
        .enumerate()
        .flat_map(|(at, raw)| raw.paragraphs.iter().map(move |name| (name.as_str(), at)))
        .collect();
    let parent = |at: usize| {
        let parent = said(&raw[at], more)?.parent.as_deref()?;
        by_paragraph.get(parent).copied().filter(|&of| of != at)
    };
    // Word has one level of replies; a file from elsewhere may have a chain of them, or a circle.
    let root = |at: usize| {
        let mut root = at;
        for _ in 0..64 {
            match parent(root) {
                Some(next) if next != at => root = next,
                _ => break,
            }
        }
        root
    };
    (0..raw.len()).map(root).collect()
}
