//! What is asked of the room: its cost, its date, the way back, and what is not done instead.

use whyproof_case::Kind;
use whyproof_syntax::{NodeKind, Role, Text};

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// What stands before the thing that is to be done.
const LEADS: &[&str] = &[
    "we should ",
    "we ask you to ",
    "we ask to ",
    "we propose to ",
    "we want to ",
    "we need to ",
    "we would like to ",
    "please ",
    "i ask you to ",
    "i propose to ",
    "let us ",
    "let's ",
];

/// Words that say by when.
const DATES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "january",
    "february",
    "march",
    "april",
    " may ",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "tomorrow",
    "next week",
    "next month",
];
/// Words that say how it is undone.
const WAYS_BACK: &[&str] = &[
    "undo",
    "undone",
    "stop",
    "cancel",
    "reverse",
    "go back",
    "roll back",
    "rolled back",
    "ends by itself",
    "switched off",
    "turned off",
    "switch it off",
    "way back",
];
/// Words that say what is not done for it.
const DISPLACED: &[&str] = &[
    "instead of",
    "not do ",
    "in place of",
    "drop ",
    "postpone",
    "will wait",
];
/// Words that say what it costs, in money or not.
const COSTS: &[&str] = &[
    " the cost is ",
    " costs are ",
    " it costs ",
    " costs nothing ",
];
/// Words that admit that a cost is not known.
const GAPS: &[&str] = &["gap", "we have no figure", "no quote", "not know"];
/// Words of a step that is small already.
const TRIALS: &[&str] = &[
    "trial",
    "pilot",
    "experiment",
    " test ",
    "one town",
    "two clinics",
    "one year",
    "a season",
    "twelve weeks",
];

/// Words of a step that is for everybody, or ends something.
const FOR_ALL: &[&str] = &[
    " all ",
    " every ",
    " everybody ",
    " everyone ",
    " ends ",
    " end ",
    " abolish",
    " replace",
    " switch off ",
    " close ",
    " stop ",
    " for good ",
    " nationwide ",
];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    if case.kind != Kind::Idea {
        return;
    }
    let texts = reading.texts_of(Role::Decision);
    let mut paragraphs = texts.iter().filter(|text| text.kind == NodeKind::Paragraph);
    if let Some(first) = paragraphs.find(|text| !text.words.text.is_empty()) {
        let all: Vec<&str> = texts.iter().map(|text| text.words.text.as_str()).collect();
        into.push(asked(reading, first, &all.join(" ")));
    } else if reading.is_case && !case.claims.is_empty() {
        let mut one = material(
            Attach::Decision,
            "",
            "a case that asks for nothing",
            reading.start(),
        );
        one.slots = reading.about();
        one.facts.push("missing");
        if reading.technical {
            one.facts.push("technical");
        }
        one.weight = 60;
        into.push(one);
    }
}

/// What is asked of the room, in the words of its first paragraph; `all` is the whole section.
fn asked(reading: &Reading<'_>, first: &Text, all: &str) -> Material {
    let span = first.words.span();
    let mut one = material(Attach::Decision, "", "what is asked of the room", span);
    one.on = On::Passage;
    one.weight = 60;
    one.slots = reading.about();
    let action = action(&first.words.text).map(|action| reading.slot(action, span));
    put(&mut one.slots, "decision", action);
    one.slots
        .insert("quote", Reading::quote(&first.words.text, span));
    let money = words::numbers(all)
        .into_iter()
        .find_map(|(at, _)| amount(all, at));
    put(
        &mut one.slots,
        "cost",
        money.map(|money| Reading::quote(money, span)),
    );
    let lower = all.to_lowercase();
    let plain = lower.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let plain: Vec<&str> = plain.filter(|word| !word.is_empty()).collect();
    let plain = format!(" {} ", plain.join(" "));
    let says = |some: &[&str]| some.iter().any(|word| plain.contains(word));
    let dated = whyproof_case::latest_date(all).is_some() || says(DATES);
    let facts = [
        (
            money.is_none() && !says(COSTS) && !is_costed(reading, all),
            "no-cost",
        ),
        (says(GAPS), "gap-admitted"),
        (!dated, "no-date"),
        (!reading.case.figures.is_empty(), "measured"),
        (!says(WAYS_BACK), "no-way-back"),
        (!says(DISPLACED), "no-displaced"),
        (
            says(TRIALS) || !reading.case.experiments.is_empty(),
            "trial",
        ),
        (says(FOR_ALL), "for-all"),
        (reading.technical, "technical"),
    ];
    one.facts.extend(
        facts
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, name)| *name),
    );
    one
}

/// Whether the decision counts something, such as people or weeks, or the case names money or has costs under a heading.
fn is_costed(reading: &Reading<'_>, all: &str) -> bool {
    let texts = || reading.case.parse.document.texts.iter();
    let counted = words::counts(all) || all.split_whitespace().any(|word| word == "one");
    let priced = texts().any(|text| text.words.text.contains(['£', '$', '€']));
    let headed = texts().any(|text| {
        let lower = text.words.text.to_lowercase();
        let heading = matches!(text.kind, NodeKind::Heading(_));
        heading && (lower.contains("cost") || lower.contains("budget"))
    });
    counted || priced || headed
}

/// What is to be done, to stand after *to* or *if we*: the first sentence, cut to what a person would say.
fn action(text: &str) -> Option<&str> {
    let sentence = words::first_sentence(text)?.trim_end_matches(['.', '!', ':', ' ']);
    let lower = sentence.to_lowercase();
    let lead = LEADS
        .iter()
        .find(|lead| lower.starts_with(**lead))
        .map_or(0, |lead| lead.len());
    let mut kept = sentence.get(lead..)?;
    for mark in [
        ": ", "; ", " — ", " – ", " (", ", by ", ", at ", ", since ", ", which ",
    ] {
        kept = kept.split(mark).next().unwrap_or(kept);
    }
    let begins = words::first(kept);
    const DO: &[&str] = &[
        "accept",
        "add",
        "adopt",
        "allow",
        "approve",
        "ask",
        "begin",
        "build",
        "buy",
        "change",
        "close",
        "deprecate",
        "extend",
        "fund",
        "give",
        "hire",
        "introduce",
        "keep",
        "launch",
        "let",
        "make",
        "merge",
        "move",
        "open",
        "order",
        "pay",
        "release",
        "remove",
        "replace",
        "require",
        "roll",
        "run",
        "send",
        "ship",
        "sign",
        "spend",
        "start",
        "stop",
        "switch",
        "try",
        "use",
    ];
    let count = kept.split_whitespace().count();
    (DO.contains(&begins.as_str()) && (2..=16).contains(&count)).then_some(kept)
}

/// A sum of money: the number with its sign or its unit.
fn amount(text: &str, at: std::ops::Range<usize>) -> Option<&str> {
    let number = text.get(at.clone())?;
    if number.starts_with(['$', '€', '£']) {
        return Some(number);
    }
    let rest = text.get(at.end..)?;
    let unit = rest.split_whitespace().next().map(words::bare)?;
    if !matches!(
        unit.as_str(),
        "euros" | "euro" | "dollars" | "pounds" | "francs" | "yen"
    ) {
        return None;
    }
    let end = at.end + rest.find(&*unit)? + unit.len();
    text.get(at.start..end)
}
