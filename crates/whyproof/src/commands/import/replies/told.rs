//! What is said of the replies that came in.

use whyproof_case::{Case, capital, list, shorten};
use whyproof_import::reply::{Asked, Landing};

use super::{Becomes, Came, Landed};
use crate::terminal::style;
use crate::text::{counted, typed, wrap};

/// Longest quotation of what a why was put to, in characters.
const QUOTED: usize = 80;
/// Longest telling of a verdict's reasons, in characters: all of them are in the file that is kept.
const REASONS: usize = 600;

/// What a why was put to, as its author read it; empty for the whole case.
pub(super) fn on(asked: &Asked) -> String {
    let quote = asked.on.as_ref().map(|on| on.quote.as_str());
    let words = asked.words.as_deref().or(quote).unwrap_or("");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn all(case: &Case, path: &str, all: &[Came], columns: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let mut text = String::new();
    for came in all {
        text.push_str(&one(case, came, columns));
        text.push('\n');
    }
    let whys = all.iter().flat_map(|came| &came.whys);
    let added = whys.filter(|why| why.becomes == Becomes::Asked).count();
    if all.is_empty() {
        return text;
    }
    let line = match added {
        0 => format!("Nothing new to ask: {} is as it was.", typed(path)),
        _ => format!(
            "{} has {} more under Questions.",
            typed(path),
            counted(added, "why", "whys")
        ),
    };
    paragraph(&mut text, &line, 0, columns);
    text.push_str(&format!(
        "\n{strong}Next{strong:#}\n  {blue}whyproof {}{blue:#}\n",
        typed(path)
    ));
    text
}

fn one(case: &Case, came: &Came, columns: usize) -> String {
    let (strong, reply) = (style::STRONG, &came.reply);
    let at = reply.rung.as_deref();
    let at = at.map_or_else(String::new, |rung| format!(", at {rung}"));
    let says = match &reply.verdict {
        Some(verdict) => format!("says {}", verdict.says.word()),
        None => "gives no verdict".to_owned(),
    };
    let mut text = String::new();
    let head = format!("{}{at}, {}, {says}", reply.reviewer, reply.written);
    for line in wrap(&head, columns) {
        text.push_str(&format!("{strong}{line}{strong:#}\n"));
    }
    if let Some(verdict) = &reply.verdict {
        let reasons = match verdict.reasons.as_str() {
            "" => "Without reasons.".to_owned(),
            reasons => format!("“{}”", shorten(reasons, REASONS)),
        };
        paragraph(&mut text, &reasons, 2, columns);
    }
    if reply.is_by_owner(case) {
        let told = "It bears the owner's name: the owner's own whys and verdict change nothing.";
        paragraph(&mut text, told, 2, columns);
    }
    paragraph(&mut text, &landed(&came.whys), 2, columns);
    for why in came.whys.iter().filter(|why| is_told(why)) {
        paragraph(&mut text, &told(why), 4, columns);
    }
    if let Some(kept) = &came.kept {
        paragraph(
            &mut text,
            &format!("{} is kept as {}.", typed(&came.file), typed(kept)),
            2,
            columns,
        );
    }
    text
}

/// How many whys landed how.
fn landed(whys: &[Landed]) -> String {
    let count = |is: &dyn Fn(&Landed) -> bool| whys.iter().filter(|why| is(why)).count();
    let landings = [
        Landing::Exact,
        Landing::Moved,
        Landing::Changed,
        Landing::Lost,
    ];
    let asked = landings.map(|landing| {
        let number = count(&|why| why.becomes == Becomes::Asked && why.landing == landing);
        (number, landing.word())
    });
    let known = (count(&|why| why.becomes == Becomes::Known), "asked before");
    let left = (count(&|why| why.becomes == Becomes::Left), "left out");
    let parts: Vec<String> = asked
        .into_iter()
        .chain([known, left])
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{} {word}", crate::text::number(number)))
        .collect();
    if parts.is_empty() {
        return "No whys.".to_owned();
    }
    let whys = counted(whys.len(), "why", "whys");
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    capital(&format!("{whys}: {}.", list(&parts)))
}

/// Whether a why did not land where it was put.
fn is_told(why: &Landed) -> bool {
    let strays = matches!(why.landing, Landing::Changed | Landing::Lost);
    why.becomes == Becomes::Left || (why.becomes == Becomes::Asked && strays)
}

fn told(why: &Landed) -> String {
    let text = shorten(&why.text, QUOTED);
    let on = shorten(&why.on, QUOTED);
    match (why.becomes, why.landing) {
        (Becomes::Left, _) => {
            format!("“{text}” is not in the case: nothing in it would read it as a why.")
        }
        (_, Landing::Changed) => format!("“{text}” was put to “{on}”, which has changed."),
        _ => format!("“{text}” was put to “{on}”, which is gone: it is put to the whole case."),
    }
}

fn paragraph(text: &mut String, words: &str, indent: usize, columns: usize) {
    for line in wrap(words, columns.saturating_sub(indent)) {
        text.push_str(&format!("{:indent$}{line}\n", ""));
    }
}
