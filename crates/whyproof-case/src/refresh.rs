//! What has to be rewritten so that the text says what its queries gave: the words of stale figures and the tables
//! under `<!-- figure:NAME -->`, and not one byte more.

mod link;
mod table;

use whyproof_syntax::{Parse, Span};

use crate::computed::Computed;
use crate::figure;
use crate::tabled;

/// One piece of the text to be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The figure, `query.column[key]`, or the query of a table.
    pub id: String,
    /// What is replaced.
    pub span: Span,
    /// What stands there: a figure's words; of a table, how many rows it has.
    pub old: String,
    /// What will be said.
    pub new: String,
    /// What is put there.
    pub text: String,
}

/// What [`refresh`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// What to replace, in file order, none overlapping.
    pub changes: Vec<Change>,
    /// What cannot be rewritten: where, of which figure, and why.
    pub troubles: Vec<(Span, String, String)>,
}

impl Refreshed {
    /// `text` with every change made.
    pub fn apply(&self, text: &str) -> String {
        let mut new = String::with_capacity(text.len());
        let mut at = 0;
        for change in &self.changes {
            let range = change.span.range();
            new.push_str(text.get(at..range.start).unwrap_or(""));
            new.push_str(&change.text);
            at = range.end;
        }
        new.push_str(text.get(at..).unwrap_or(""));
        new
    }
}

/// What has to change in the text, as `computed` has it.
pub fn refresh(parse: &Parse, computed: &Computed) -> Refreshed {
    let mut found = Refreshed::default();
    for figure in figure::read(parse, computed) {
        let trouble = |why: String| (figure.span, figure.id.clone(), why);
        if let Some(why) = &figure.trouble {
            found.troubles.push(trouble(why.clone()));
        }
        let Some(says) = &figure.says else {
            continue;
        };
        match link::words(parse, figure.span) {
            Some(span) => found.changes.push(Change {
                id: figure.id.clone(),
                span,
                old: figure.text.clone(),
                new: says.clone(),
                text: link::escaped(says),
            }),
            None => found.troubles.push(trouble(format!(
                "it says {} where the data say {says}, and has markup inside that cannot be kept: write it plainly",
                figure.text
            ))),
        }
    }
    for span in figure::lost(parse) {
        let why = "no link, so no figure: write `%20` for a blank in its target, and `figure` in small letters";
        found
            .troubles
            .push((span, "a figure".to_owned(), why.to_owned()));
    }
    for place in tabled::read(parse) {
        match computed.results.get(&place.query) {
            Some(Ok(answer)) => found
                .changes
                .extend(table::change(parse, &place, &answer.table)),
            Some(Err(error)) => {
                let why = error.to_string();
                found
                    .troubles
                    .push((place.comment, place.query.clone(), why));
            }
            None => {}
        }
    }
    found.changes.sort_by_key(|change| change.span);
    // A table is written whole: a figure in one is a part of what is replaced.
    let mut end = 0;
    found.changes.retain(|change| {
        let is_apart = change.span.start >= end || change.span.end > end;
        end = end.max(change.span.end);
        is_apart
    });
    found
}
