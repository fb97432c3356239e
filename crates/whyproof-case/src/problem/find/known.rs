//! How we know: words that say how it was found out. References to evidence and figures are read from the marks.

use super::lexicon::FOUND_OUT;
use super::tokens::{Hit, Token, any_at, around, before, is_any, surer, word};

/// Where something was read off.
const SOURCES: &[&str] = &[
    "we know this from",
    "we know it from",
    "i know this from",
    "i know it from",
    "we know that from",
    "we know from",
    "we know because",
    "we know this because",
    "from the log",
    "from our logs",
    "from the logs",
    "records show",
    "register shows",
    "the log has",
    "log shows",
    "logs show",
    "own log",
    "data from",
    "in a trial",
    "in a survey",
    "the survey of",
    "interviews with",
    "a census",
    "the register of",
    "a field trial",
    "export shows",
    "told us in",
    "told me in",
    "the export",
];

/// What somebody keeps, and what it says can be read off.
const KEPT: &[&str] = &[
    "count",
    "counts",
    "figures",
    "numbers",
    "records",
    "log",
    "logs",
    "calls",
    "data",
    "statistics",
    "books",
    "survey",
    "queue",
    "register",
    "list",
    "returns",
    "report",
    "reports",
    "measurements",
    "accounts",
];

/// What an instrument or an office did.
const COUNTERS: &[&str] = &[
    "counted",
    "recorded",
    "measured",
    "logged",
    "timed",
    "weighed",
    "surveyed",
    "tallied",
    "registered",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = None;
    for at in 0..tokens.len() {
        best = surer(best, found_out(tokens, at));
        best = surer(best, counted(tokens, at));
        best = surer(best, source(tokens, at));
    }
    best
}

/// *We watched 14 …*, *I read all 140 tickets*; not what was not done, or should be.
fn found_out(tokens: &[Token], at: usize) -> Option<Hit> {
    if !FOUND_OUT.contains(word(tokens, at)) || !tells(tokens, at) {
        return None;
    }
    let back = (1..=5).find(|&back| matches!(before(tokens, at, back), "we" | "i"))?;
    let between = (1..back).any(|b| {
        let now = before(tokens, at, b);
        !(FOUND_OUT.contains(now) || is_any(now, "and have had also then ourselves each"))
    });
    let about = is_any(
        word(tokens, at),
        "talked read went looked spoke worked drove met tried found",
    ) && matches!(word(tokens, at + 1), "about" | "for" | "live" | "online" | "forward" | "on" | "hard" | "that" | "to" if word(tokens, at) != "talked" && word(tokens, at) != "spoke" || matches!(word(tokens, at + 1), "about"));
    let internal = word(tokens, at + 1) == "about" || word(tokens, at + 2) == "internally";
    if between || about || internal {
        return None;
    }
    let number = (at..at + 8).any(|i| {
        word(tokens, i).starts_with(|c: char| c.is_ascii_digit())
            || super::lexicon::number_word(word(tokens, i)).is_some()
    });
    Some(super::tokens::clause(
        tokens,
        at - back,
        at,
        if number { 3 } else { 2 },
    ))
}

/// *The city counted 430 people*, *340 that our two offices recorded*.
fn counted(tokens: &[Token], at: usize) -> Option<Hit> {
    let now = word(tokens, at);
    let own = COUNTERS.contains(&now) || (now == "wrote" && word(tokens, at + 1) == "down");
    let subject = before(tokens, at, 1);
    let nobody = matches!(
        subject,
        "" | "be" | "is" | "been" | "was" | "were" | "are" | "to" | "they" | "it" | "has"
    );
    let kept = now == "kept" && word(tokens, at + 1) == "for";
    (kept || (own && !nobody && tells(tokens, at))).then(|| around(tokens, at, 2))
}

/// *According to our issue tracker*, *the gate camera says that 340*.
fn source(tokens: &[Token], at: usize) -> Option<Hit> {
    if any_at(tokens, at, &["according to"]).is_some() {
        let vague = (at + 2..at + 5).any(|i| {
            matches!(
                word(tokens, i),
                "experts" | "studies" | "research" | "many" | "some" | "analysts"
            )
        });
        return (!vague && at + 2 < tokens.len())
            .then(|| super::tokens::clause(tokens, at, at + 2, 2));
    }
    // By the hospital's own calls.
    let own = word(tokens, at) == "own"
        && (before(tokens, at, 1).ends_with("'s")
            || matches!(before(tokens, at, 1), "our" | "their" | "its"));
    let read = (at + 1..at + 3).any(|i| KEPT.contains(&word(tokens, i)));
    if own && read {
        return Some(around(tokens, at + 1, 2));
    }
    if let Some(len) = any_at(tokens, at, SOURCES) {
        return Some(around(tokens, at + len - 1, 3));
    }
    if !is_any(word(tokens, at), "says say shows show has had lists list") {
        return None;
    }
    let instrument = (1..=2).any(|back| {
        is_any(
            before(tokens, at, back),
            "camera log logs records register queue tracker statistics census survey
             spreadsheet database analytics invoices tickets export count counter meter
             sensor figures diary notebook ledger surveys",
        )
    });
    let vague = at == 1 || matches!(before(tokens, at, 2), "");
    (instrument && !vague && (at + 1) < tokens.len()).then(|| around(tokens, at, 2))
}

/// Whether it was done: no *not*, *nobody*, *should* or *will* before it.
fn tells(tokens: &[Token], at: usize) -> bool {
    !(1..=5).any(|back| {
        is_any(
            before(tokens, at, back),
            "not never nobody should will would could none plan haven't hasn't didn't if can
             must no want",
        )
    })
}
