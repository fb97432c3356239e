//! Applying fixes.

use whyproof_syntax::{Edit, Fix};

use crate::check::Finding;

/// A text after fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The new text.
    pub text: String,
    /// The titles of the fixes applied, in order of their places.
    pub titles: Vec<String>,
}

/// Applies the safe fixes of `findings` to `text`, those that overlap an earlier one left for the next round.
pub fn apply(text: &str, findings: &[Finding]) -> Applied {
    let mut fixes: Vec<&Fix> = findings
        .iter()
        .filter_map(|f| f.diagnostic.fix.as_ref())
        .filter(|fix| usable(text, fix))
        .collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span));
    let mut edits: Vec<&Edit> = Vec::new();
    let mut titles = Vec::new();
    let mut end = 0;
    for fix in fixes {
        let first = fix.edits.first().map_or(0, |edit| edit.span.start);
        if first < end
            || (!edits.is_empty() && first == end && fix.edits.iter().any(|e| e.span.is_empty()))
        {
            continue;
        }
        end = fix.edits.last().map_or(end, |edit| edit.span.end);
        edits.extend(&fix.edits);
        titles.push(fix.title.clone());
    }
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        new.push_str(&text[at..edit.span.start as usize]);
        new.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    new.push_str(&text[at..]);
    Applied { text: new, titles }
}

/// Whether a fix is safe, its edits are in order and on character boundaries of `text`.
fn usable(text: &str, fix: &Fix) -> bool {
    let mut end = 0;
    fix.safe
        && !fix.edits.is_empty()
        && fix.edits.iter().all(|edit| {
            let fits = edit.span.start >= end && text.get(edit.span.range()).is_some();
            end = edit.span.end;
            fits
        })
}
