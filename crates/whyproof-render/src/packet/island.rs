//! What the script knows of the case: its name, and a hold on every block that can be asked about.

use std::collections::BTreeMap;

use serde::Serialize;
use whyproof_case::{Anchor, Case, shorten};
use whyproof_syntax::{NodeKind, Place, Span, Text, TextId};

use super::PacketOptions;
use super::frame::escaped;
use crate::manuscript::Manuscript;

/// Most bytes of a block that its anchor holds: enough to know it again, and a reply stays small.
const HELD: usize = 1_000;
/// Most characters of a block by which a reader knows it.
const LABEL: usize = 160;

#[derive(Serialize)]
struct Island<'a> {
    case: Named<'a>,
    /// What the names of reply files begin with.
    file: String,
    mail: Option<&'a str>,
    rungs: Vec<&'a str>,
    blocks: BTreeMap<u32, Block>,
}

#[derive(Serialize)]
struct Named<'a> {
    title: Option<&'a str>,
    path: Option<&'a str>,
    revision: String,
}

/// A block, by its anchor.
#[derive(Serialize)]
struct Block {
    id: Option<String>,
    quote: String,
    before: String,
    after: String,
    /// The words by which a reader knows it.
    label: String,
    /// Whether only words in it can be asked about, not the whole.
    words_only: bool,
}

/// The island, as JSON of which every character can stand in a page.
pub(super) fn of(manuscript: &Manuscript<'_>, options: &PacketOptions) -> String {
    let case = manuscript.case;
    let path = case.scope.path.as_deref();
    let path = path.map(|path| path.rsplit(['/', '\\']).next().unwrap_or(path));
    let texts = case.parse.document.texts.iter().enumerate();
    let blocks = texts.filter_map(|(at, text)| {
        let id = TextId(at as u32);
        Some((id.0, block(manuscript, id, text)?))
    });
    let ladder = case.ladder.as_deref();
    let island = Island {
        case: Named {
            title: case.title.as_deref(),
            path,
            revision: whyproof_case::revision(case.source()),
        },
        file: stem(path.unwrap_or("case")),
        mail: options.mail.as_deref(),
        rungs: ladder.map_or_else(Vec::new, |ladder| {
            ladder.rungs.iter().map(|rung| rung.name.as_str()).collect()
        }),
        blocks: blocks.collect(),
    };
    // Text, numbers and maps by number: nothing here can fail to be written.
    escaped(&serde_json::to_string(&island).unwrap_or_default())
}

/// What is known of a block; none where it cannot be asked about.
fn block(manuscript: &Manuscript<'_>, id: TextId, text: &Text) -> Option<Block> {
    let known = manuscript.block(id);
    let heading = match text.kind {
        NodeKind::Heading(1 | 2) => return None,
        NodeKind::Heading(_) => true,
        _ => false,
    };
    if matches!(text.place, Place::Footnote(_)) || known.asks.is_some() {
        return None;
    }
    if !text.words.text.contains(char::is_alphanumeric) {
        return None;
    }
    let case = manuscript.case;
    let states = known.states.map(|states| case.statement(states).id.clone());
    let anchor = Anchor::of(case, held(case, text.words.span()), states, String::new());
    Some(Block {
        id: anchor.id,
        quote: anchor.quote,
        before: anchor.before,
        after: anchor.after,
        label: shorten(&text.words.text, LABEL),
        words_only: (heading && known.states.is_none()) || text.place == Place::Table,
    })
}

/// `span`, or as much of its beginning as is held.
fn held(case: &Case, span: Span) -> Span {
    let mut end = (span.start as usize + HELD).min(span.end as usize);
    while !case.source().is_char_boundary(end) {
        end -= 1;
    }
    Span::new(span.start, end as u32)
}

/// The name of a file without its ending, in letters that every system takes.
fn stem(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    };
    let stem: String = stem.chars().map(plain).take(60).collect();
    match stem.trim_matches('-') {
        "" => "case".to_owned(),
        stem => stem.to_owned(),
    }
}
