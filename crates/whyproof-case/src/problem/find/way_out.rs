//! Today's way out: what people do about it now.

use super::lexicon::{GENERIC, is_people};
use super::tokens::{Hit, Token, any, any_at, around, before, clause, is_any, surer, word};

/// Words that say outright what is done today.
const OUTRIGHT: &[&str] = &[
    "today's way out",
    "do today",
    "does today",
    "can do today",
    "the workaround",
    "a workaround",
    "workaround is",
    "work around it",
    "works around it",
    "way around it",
    "get by",
    "gets by",
    "make do",
    "makes do",
    "resort to",
    "resorts to",
    "fall back on",
    "falls back on",
    "put up with",
    "the way out",
];

/// Means by which people help themselves.
const MEANS: &[&str] = &[
    "by hand",
    "on paper",
    "a spreadsheet",
    "spreadsheets",
    "in excel",
    "sticky notes",
    "post-it notes",
    "whatsapp",
    "a group chat",
    "with a marker",
    "a notebook",
    "pen and paper",
    "ask each other",
    "an alarm",
    "a taxi",
    "by taxi",
    "ask a neighbour",
    "a password",
    "copy and paste",
    "from memory",
    "simply open",
    "asks a stranger",
    "fan heaters",
    "a list on",
    "a water taxi",
    "to restock",
];

/// What people do with what does not work, said of them in the present.
const HELPS: &[&str] = &[
    "go", "goes", "use", "uses", "phone", "phones", "call", "calls", "ask", "asks", "borrow",
    "borrows", "keep", "keeps", "write", "writes", "print", "prints", "copy", "copies", "buy",
    "buys", "order", "drive", "drives", "ride", "share", "shares", "guess", "hire", "hires",
    "send", "sends", "text", "bring", "throw", "hide", "give", "ring", "walk", "sleep", "set",
    "open", "wait", "pay", "carry", "order",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let outright = any(tokens, OUTRIGHT).map(|(at, len)| around(tokens, at + len - 1, 3));
    let means = any(tokens, MEANS).map(|(at, len)| around(tokens, at + len - 1, 1));
    let mut best = surer(outright, today(tokens));
    for at in 0..tokens.len() {
        best = surer(best, they(tokens, at));
    }
    let so = any(
        tokens,
        &["so they", "so she", "so he", "they then", "instead"],
    )
    .filter(|(at, _)| *at > 0 && !matches!(word(tokens, at + 1), "of" | "it"))
    .map(|(at, _)| around(tokens, at, 1));
    surer(surer(best, means), so)
}

/// *Today the desk phones people*, *for now they guess*; not *today there is no …* and not what is wished.
fn today(tokens: &[Token]) -> Option<Hit> {
    let len = any_at(
        tokens,
        0,
        &[
            "today",
            "currently",
            "at present",
            "right now",
            "for now",
            "nowadays",
            "at the moment",
            "until now",
        ],
    )?;
    let wish = (len..len + 5).any(|at| {
        is_any(
            word(tokens, at),
            "want wants expect expects need needs no is are lack lacks cannot unable struggle
             struggles doesn't has have",
        )
    });
    let acts = tokens[len..].iter().any(|token| {
        HELPS.contains(&token.word.as_str())
            || is_people(&token.word)
            || GENERIC.contains(token.word.as_str())
    });
    (!wish && acts && tokens.len() > len + 2)
        .then(|| clause(tokens, 0, tokens.len().min(len + 4) - 1, 3))
}

/// *They phone the practice*, *most have a group chat*, *drivers send the number by WhatsApp*.
fn they(tokens: &[Token], at: usize) -> Option<Hit> {
    let now = word(tokens, at);
    let subject = is_any(now, "they most some others many she he")
        || ((is_people(now) || GENERIC.contains(now)) && now.ends_with('s'))
        || now == "people";
    let opens = at == 0
        || tokens[at - 1].stop
        || matches!(
            word(tokens, at - 1),
            "so" | "then" | "and" | "their" | "that"
        );
    let kind = at <= 2
        && tokens[..at]
            .iter()
            .all(|token| super::quantity::is_counted(&token.word) || token.word == "the");
    let opens = opens || kind;
    let first = kind
        || matches!(now, "they" | "most" | "some" | "others")
        || before(tokens, at, 1) == "their";
    if !subject || !opens || !first || tokens[at].stop {
        return None;
    }
    let adverbs = [
        "then",
        "now",
        "simply",
        "just",
        "usually",
        "still",
        "often",
        "mostly",
        "sometimes",
        "therefore",
    ];
    let mut verb = at + 1;
    while adverbs.contains(&word(tokens, verb)) {
        verb += 1;
    }
    let own = matches!(word(tokens, verb + 1), "our" | "it" | "the")
        && matches!(word(tokens, verb), "use" | "uses" | "open");
    let named = !is_any(now, "they most some others many she he");
    let waits = word(tokens, verb) == "wait";
    (HELPS.contains(&word(tokens, verb)) && !own && !waits)
        .then(|| clause(tokens, at, verb, if named { 1 } else { 2 }))
}
