//! `comparison-without-baseline`: more, faster, twice as many: than what?

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Dimension, Hit, List, Passage, Quantity, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "comparison-without-baseline",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "More, faster, twice as many: than what?",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if matches!(
            passage.bearing,
            Bearing::Did | Bearing::Decision | Bearing::Impact
        ) || has_baseline(&passage)
        {
            continue;
        }
        let Some((start, end, change)) = compared(&passage) else {
            continue;
        };
        if is_compared_elsewhere(context, &passage) {
            continue;
        }
        let words = passage.written(start, end);
        let (asked, help) = if change {
            ("from what?", "Give both numbers: “from 40 minutes to 12”.")
        } else {
            (
                "than what?",
                "Say what it is compared with, and by how much: “12 minutes, against 40 today”.",
            )
        };
        let diagnostic = sink
            .diagnostic(
                passage.span(start, end),
                format!("{}: {asked}", quote(words)),
            )
            .help(help);
        passage.report(sink, diagnostic);
    }
}

/// The first comparison of the sentence: its bytes, and whether it is a change in numbers.
fn compared(passage: &Passage<'_>) -> Option<(u32, u32, bool)> {
    let changes = passage
        .quantities()
        .iter()
        .filter(|quantity| !quantity.figure && !passage.is_quoted(quantity.start))
        .find_map(|quantity| changed(passage, quantity));
    let times = || {
        passage
            .hits(List::Times)
            .find_map(|hit| multiplied(passage, hit))
    };
    let bare = || {
        if passage.bearing.is_argued() {
            passage
                .hits(List::Comparative)
                .find_map(|hit| predicate(passage, hit))
        } else {
            None
        }
    };
    changes.or_else(times).or_else(bare)
}

/// "40% more", "up 40%", "a 2.5-fold improvement".
fn changed(passage: &Passage<'_>, quantity: &Quantity) -> Option<(u32, u32, bool)> {
    let share = quantity.unit.name == "%" || quantity.unit.dimension == Dimension::Points;
    let times = quantity.unit.dimension == Dimension::Times;
    if !(share || times) || passage.after(quantity.end) == "of" {
        return None;
    }
    let after = passage
        .hits(List::Comparative)
        .chain(passage.hits(List::Change))
        .find(|hit| quantity.end < hit.start && hit.start <= quantity.end + 2);
    if let Some(hit) = after {
        return Some((quantity.start, hit.end, true));
    }
    let by = passage.before(quantity.start) == "by";
    let before = passage
        .hits(List::Change)
        .filter(|hit| hit.end < quantity.start)
        .last()
        .filter(|hit| by || quantity.start <= hit.end + 2);
    before.filter(|_| share || by).map(|hit| {
        let start = if quantity.start <= hit.end + 40 {
            hit.start
        } else {
            quantity.start
        };
        (start, quantity.end, true)
    })
}

/// "twice as many", "three times faster", "doubled".
fn multiplied(passage: &Passage<'_>, hit: &Hit) -> Option<(u32, u32, bool)> {
    let found = Some((hit.start, hit.end, true));
    match passage.slice(hit.start, hit.end) {
        "doubled" | "tripled" | "halved" => {
            let alone = passage.quantities().is_empty() && !passage.sentence.figure;
            let verb = !matches!(passage.before(hit.start), "a" | "the" | "be" | "is" | "are");
            found.filter(|_| alone && verb)
        }
        "times" | "fold" | "-fold" | "double" | "triple" | "doubles" | "triples" | "halve"
        | "halves" | "half the" => None,
        _ => {
            let next = passage.after(hit.end);
            let as_many = next == "as" || passage.slice(hit.start, hit.end) == "half as";
            let from = passage.token_at(hit.end);
            // "twice as many people as before" says than what.
            let second = (from + 1..from + 12).any(|at| passage.token(at) == "as");
            let compared = (as_many && !second)
                || passage
                    .hits(List::Comparative)
                    .any(|other| other.start == hit.end + 1);
            found.filter(|_| compared)
        }
    }
}

/// "is faster", "becomes much cheaper": what is said of something, and not which one it is.
fn predicate(passage: &Passage<'_>, hit: &Hit) -> Option<(u32, u32, bool)> {
    let word = passage.slice(hit.start, hit.end);
    if matches!(word, "more" | "less" | "fewer" | "improved") || passage.is_quoted(hit.start) {
        return None;
    }
    let degree = |word: &str| {
        matches!(
            word,
            "much"
                | "far"
                | "significantly"
                | "considerably"
                | "even"
                | "a"
                | "bit"
                | "lot"
                | "also"
        )
    };
    let n = (1..=3).find(|&n| !degree(passage.nth_before(hit.start, n)))?;
    let is = matches!(
        passage.nth_before(hit.start, n),
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "gets"
            | "get"
            | "got"
            | "becomes"
            | "become"
            | "became"
            | "it's"
            | "it’s"
            | "feels"
            | "looks"
            | "runs"
            | "works"
            | "performs"
    );
    let ends = matches!(
        passage.after(hit.end),
        "" | "." | "," | ";" | ":" | "and" | "or" | "!" | ")" | "for" | "but" | "now" | "because"
    );
    (is && ends).then_some((hit.start, hit.end, false))
}

/// Whether the sentence says what is compared with, or it or the one before it gives both numbers.
fn has_baseline(passage: &Passage<'_>) -> bool {
    let pair = |passage: &Passage<'_>| {
        let all = passage.quantities();
        all.iter().enumerate().any(|(at, one)| {
            let alike = |other: &&Quantity| {
                let points = one.unit.dimension == Dimension::Share
                    && other.unit.dimension == Dimension::Points;
                points || other.unit.dimension == one.unit.dimension
            };
            one.unit.dimension != Dimension::Count
                && all.iter().skip(at + 1).any(|other| alike(&other))
        })
    };
    let before = passage.previous();
    passage.has(List::Baseline) || pair(passage) || before.is_some_and(|before| pair(&before))
}

/// Whether a reason, or another sentence of the statement, says than what.
fn is_compared_elsewhere(context: &Context<'_>, passage: &Passage<'_>) -> bool {
    let Some(id) = passage.statement() else {
        return false;
    };
    let statement = context.case.statement(id);
    let says = |text: &str| {
        [
            " than ",
            " against ",
            " from ",
            " compared ",
            " instead of ",
        ]
        .iter()
        .any(|word| text.contains(word))
    };
    let own = statement.own.iter().any(|&block| {
        let words = &context.case.parse.document.text(block).words.text;
        block != passage.block.id && says(words)
    });
    own || statement
        .reasons
        .iter()
        .flatten()
        .any(|&reason| says(&context.case.statement(reason).text))
}
