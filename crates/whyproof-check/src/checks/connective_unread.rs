//! `connective-unread`: an item that objects or gives a reason by its words, and only elaborates by the language.

use whyproof_case::{Side, StatementKind};
use whyproof_syntax::{Edit, Fix, NodeKind, Place, Severity, Text};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "connective-unread",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A word like “However” that is not read as an objection or a reason",
    run,
};

/// What a connective does in plain English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It goes on against what was said.
    Against,
    /// It is against what was said, and needs its own word after *but*: *although*.
    Concedes,
    /// It gives a reason.
    Gives,
    /// It concludes.
    Concludes,
}

const CONNECTIVES: &[(&str, Use)] = &[
    ("however", Use::Against),
    ("yet", Use::Against),
    ("still", Use::Against),
    ("nevertheless", Use::Against),
    ("nonetheless", Use::Against),
    ("on the other hand", Use::Against),
    ("on the contrary", Use::Against),
    ("that said", Use::Against),
    ("even so", Use::Against),
    ("conversely", Use::Against),
    ("although", Use::Concedes),
    ("though", Use::Concedes),
    ("even though", Use::Concedes),
    ("despite", Use::Concedes),
    ("in spite of", Use::Concedes),
    ("since", Use::Gives),
    ("as", Use::Gives),
    ("for the reason that", Use::Gives),
    ("the reason is that", Use::Gives),
    ("given that", Use::Gives),
    ("seeing that", Use::Gives),
    ("so", Use::Concludes),
    ("therefore", Use::Concludes),
    ("hence", Use::Concludes),
    ("thus", Use::Concludes),
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    for (id, statement) in case.statements() {
        // An answer to a why is prose, read as a whole.
        if matches!(statement.kind, StatementKind::Why | StatementKind::Answer) {
            continue;
        }
        for block in statement.own.iter().skip(1) {
            let text = case.parse.document.text(*block);
            let plain = text.place == Place::Body && text.kind == NodeKind::Paragraph;
            let Some((words, meant)) = plain.then(|| connective(&text.words.text)).flatten() else {
                continue;
            };
            let Some(shown) = text.words.text.get(..words.len()) else {
                continue;
            };
            let message = format!(
                "“{shown}” is not read as {} here: it is part of {}",
                what(statement.side, meant),
                argument::name(case, id)
            );
            let mut found = sink
                .diagnostic(text.words.source(0, words.len()), message)
                .help(help(statement.side, meant))
                .related(statement.span, "what it now belongs to, and speaks for");
            if let Some(fix) = fix(text, words, meant) {
                found = found.fix(fix);
            }
            sink.push_on(case, id, found);
        }
    }
}

/// The connective that begins `text`.
fn connective(text: &str) -> Option<(&'static str, Use)> {
    const LONGEST: usize = 160;
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let words = said::words(text.get(..end)?);
    let (phrase, meant) = CONNECTIVES
        .iter()
        .filter(|(phrase, _)| begins(text, phrase))
        .max_by_key(|(phrase, _)| phrase.len())?;
    let next = words
        .get(phrase.split(' ').count())
        .map_or("", String::as_str);
    let read = match *phrase {
        // “Since May”, “since then” tell the time.
        "since" => !tells_time(text.get("since".len()..)?, next),
        // “As the table shows”, “as of May”: only what can be nothing but a clause.
        "as" => matches!(
            next,
            "it" | "they" | "he" | "she" | "there" | "nobody" | "everybody" | "most"
        ),
        "so" => !matches!(
            next,
            "far" | "many" | "much" | "that" | "few" | "little" | "" | "what"
        ),
        "however" => !matches!(next, "many" | "much" | "long" | "often" | "hard"),
        "still" | "yet" => !matches!(next, "another" | "more" | "others" | "images" | "water"),
        _ => !next.is_empty(),
    };
    read.then_some((*phrase, *meant))
}

/// Whether `text` begins with the words of `phrase`.
fn begins(text: &str, phrase: &str) -> bool {
    let head = text.get(..phrase.len());
    let rest = text.get(phrase.len()..).unwrap_or("");
    head.is_some_and(|head| head.eq_ignore_ascii_case(phrase))
        && !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_'))
}

fn tells_time(rest: &str, next: &str) -> bool {
    const TIMES: &str = "then last when early late mid the january february march april may june july august \
                         september october november december spring summer autumn winter monday tuesday wednesday \
                         thursday friday saturday sunday yesterday christmas easter";
    let month = rest.trim_start().starts_with(char::is_uppercase);
    let clause = next == "the"
        && !["start", "beginning", "end", "first", "last"]
            .iter()
            .any(|word| rest.to_lowercase().starts_with(&format!(" the {word}")));
    next.is_empty()
        || said::is_number(next)
        || (TIMES.split(' ').any(|word| word == next) && !clause && (next != "may" || month))
}

/// What the words would be, read as they are meant.
fn what(side: Side, meant: Use) -> &'static str {
    match (meant, side) {
        (Use::Against | Use::Concedes, Side::Author) => "an objection",
        (Use::Against | Use::Concedes, _) => "an answer",
        (Use::Gives, _) => "a reason",
        (Use::Concludes, _) => "a conclusion",
    }
}

fn help(side: Side, meant: Use) -> &'static str {
    match (meant, side) {
        (Use::Against | Use::Concedes, Side::Author) => {
            "Begin it with *but*, in an item under what it objects to: `- but …`."
        }
        (Use::Against | Use::Concedes, _) => {
            "Begin it with *but*, in an item under the objection, else it strengthens what it answers: `  - but …`."
        }
        (Use::Gives, _) => {
            "Begin it with *because*, in an item under what it supports: `- because …`."
        }
        (Use::Concludes, _) => {
            "What follows goes on top: write the conclusion as the claim, and under it `- because …`."
        }
    }
}

/// The word that is read, in place of the one that is not.
fn fix(text: &Text, words: &str, meant: Use) -> Option<Fix> {
    let (from, to, new) = match meant {
        Use::Against => {
            let comma = text.words.text.get(words.len()..)?.starts_with(',');
            (0, words.len() + usize::from(comma), "but".to_owned())
        }
        Use::Concedes => (0, words.len(), format!("but {words}")),
        Use::Gives => (0, words.len(), "because".to_owned()),
        Use::Concludes => return None,
    };
    Some(Fix {
        title: format!("Begin it with “{new}”"),
        // Whether it objects or goes on only its author knows.
        safe: false,
        edits: vec![Edit {
            span: text.words.source(from, to),
            text: new,
        }],
    })
}
