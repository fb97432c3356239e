//! What proposals have under their usual headings: goals, what is no goal, questions left open, and nothing at all.

use whyproof_case::Case;
use whyproof_syntax::{NodeKind, Place, Span};

use crate::material::{Attach, Material, On, Slot, Slots};

use super::sentence::Sentences;
use super::take::Take;

/// Words that say that a part is still to be written.
const NOTHING: &[&str] = &[
    "tbd",
    "todo",
    "tba",
    "n/a",
    "none",
    "to be done",
    "to be determined",
    "to be defined",
    "none yet",
];
/// Verbs with which goals begin.
const DOING: &[&str] = &[
    "add",
    "allow",
    "avoid",
    "build",
    "bump",
    "define",
    "deprecate",
    "eliminate",
    "enable",
    "ensure",
    "expose",
    "extend",
    "get",
    "give",
    "graduate",
    "handle",
    "have",
    "help",
    "improve",
    "increase",
    "introduce",
    "keep",
    "launch",
    "let",
    "maintain",
    "make",
    "migrate",
    "minimize",
    "move",
    "offer",
    "prevent",
    "promote",
    "provide",
    "reduce",
    "remove",
    "replace",
    "ship",
    "simplify",
    "standardize",
    "stop",
    "unify",
];
/// Most words of a quoted item.
const LONGEST: usize = 24;

/// Goals, non-goals and open questions: sentences by the heading they stand under.
pub(crate) fn listed(take: &Take<'_>, into: &mut Vec<Material>) {
    let sentence = take.sentence;
    let tokens = take.tokens();
    let heading = sentence.heading.as_str();
    let words = tokens.iter().filter(|t| t.is_wordy()).count();
    if !(3..=LONGEST).contains(&words) || take.sentences.short {
        return;
    }
    let quoted = || {
        slot(
            sentence
                .text
                .trim_end_matches(['.', ';', ':'])
                .trim_start_matches(['-', '*', ' ']),
            sentence.span,
        )
    };
    let not = heading.contains("non-goal")
        || heading.contains("non goal")
        || heading.contains("out of scope");
    let part = if not {
        Some(("non-goal", "item", quoted()))
    } else if heading.contains("goal") || heading.contains("success criteria") {
        let verb = tokens.first().is_some_and(|t| t.capital && t.any(DOING));
        verb.then(|| take.words(0, tokens.len()))
            .flatten()
            .map(|mut action| {
                action.text = first_small(&action.text);
                ("goal", "action", action)
            })
    } else if ["unresolved", "open question", "open issue"]
        .iter()
        .any(|word| heading.contains(word))
    {
        tokens
            .last()
            .is_some_and(|t| t.is("?"))
            .then(|| ("open", "item", quoted()))
    } else {
        None
    };
    if let Some((name, slot, words)) = part {
        into.push(material(
            name,
            Slots::from([(slot, words)]),
            sentence.span,
            format!("the heading “{heading}”"),
        ));
    }
}

fn first_small(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars
        .next()
        .map(|c| c.to_lowercase().to_string())
        .unwrap_or_default();
    first + chars.as_str()
}

/// Headings with nothing under them, or with words that only say so.
pub(crate) fn empty(case: &Case, sentences: &Sentences, into: &mut Vec<Material>) {
    if sentences.short {
        return;
    }
    let texts: Vec<_> = case
        .parse
        .document
        .texts
        .iter()
        .filter(|text| text.place == Place::Body)
        .collect();
    for pair in texts.windows(3) {
        let [before, text, after] = pair else {
            continue;
        };
        let (NodeKind::Heading(level), NodeKind::Paragraph) = (before.kind, text.kind) else {
            continue;
        };
        let alone = matches!(after.kind, NodeKind::Heading(next) if next <= level);
        let words = text
            .words
            .text
            .trim()
            .trim_end_matches(['.', '!'])
            .to_lowercase();
        if alone && NOTHING.contains(&words.as_str()) && !before.words.text.trim().is_empty() {
            let slots = Slots::from([
                ("heading", slot(&before.words.text, before.span)),
                ("words", slot(text.words.text.trim(), text.span)),
            ]);
            into.push(material(
                "empty",
                slots,
                text.span,
                "a part that is not written".to_owned(),
            ));
        }
    }
}

fn slot(text: &str, span: Span) -> Slot {
    Slot {
        text: text.to_owned(),
        span,
        plural: false,
    }
}

fn material(name: &'static str, slots: Slots, span: Span, marker: String) -> Material {
    Material {
        attach: Attach::Part,
        name,
        on: On::Passage,
        span,
        marker,
        slots,
        facts: Vec::new(),
        load: 0,
        weight: 60,
    }
}
