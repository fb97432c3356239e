//! Material from ordinary prose: claims, causes, comparisons, generalisations, authorities, predictions and the rest,
//! each by its marker, in paragraphs that know nothing of our format.

mod authorities;
mod branches;
mod causes;
mod comparisons;
mod conditions;
mod cues;
mod futures;
mod gains;
mod generals;
mod grounds;
mod hedges;
mod index;
mod joined;
mod likes;
mod numbers;
mod oughts;
mod pairs;
mod parts;
mod pointing;
mod quote;
mod said;
mod sentence;
mod speech;
mod stakes;
mod stance;
mod take;
#[cfg(test)]
mod tests;
mod topic;
mod vague;
mod ways;
mod whole;
mod worth;

use whyproof_case::{Case, Kind};
use whyproof_syntax::NodeKind;

use crate::material::Material;
use sentence::Sentences;
use take::Take;

/// What is taken from one sentence.
type Rule = fn(&Take<'_>, &mut Vec<Material>);

/// What is taken from a story, which tells what was and proposes nothing.
const TOLD: &[Rule] = &[
    causes::because,
    causes::because_of,
    causes::leads_to,
    comparisons::than,
    generals::quantified,
    authorities::says,
    authorities::shows,
    numbers::counted,
];

/// What is taken from any other text.
const RULES: &[Rule] = &[
    causes::because,
    causes::because_of,
    causes::leads_to,
    causes::therefore,
    comparisons::than,
    generals::quantified,
    generals::many_think,
    authorities::says,
    authorities::according_to,
    authorities::shows,
    futures::will,
    futures::assumed,
    futures::open,
    oughts::should,
    oughts::proposes,
    oughts::valued,
    oughts::restricted,
    likes::like,
    likes::told,
    likes::always_been,
    branches::unmet,
    conditions::when_if,
    conditions::in_order_to,
    numbers::counted,
    ways::instead,
    ways::drawback,
    ways::quoted,
    ways::attacked,
    gains::gained,
    gains::unbroken,
    gains::lacking,
    gains::risky,
    ways::claimed,
    speech::said,
    vague::threshold,
    hedges::hoped,
];

/// Headings under which nothing is argued.
const APART: &[&str] = &[
    "reference",
    "references",
    "acknowledgements",
    "acknowledgments",
    "copyright",
    "license",
    "changelog",
    "table of contents",
    "implementation history",
    "footnotes",
    "appendix",
    "release signoff checklist",
    "test plan",
    "unit tests",
    "integration tests",
    "e2e tests",
    "prior art",
    "bibliography",
    "history",
    "version history",
    "contents",
    "discussions-to",
    "post-history",
    "glossary",
];

/// Whether the text is so short that it is heard as one speech: no headings, and a few hundred words, or somewhat more
/// where it is put into the mouth of somebody.
pub(crate) fn is_short(case: &Case) -> bool {
    let texts = &case.parse.document.texts;
    let headings = texts
        .iter()
        .any(|text| matches!(text.kind, NodeKind::Heading(_)));
    let opening = texts.first().map_or("", |text| text.words.text.as_str());
    let most = match sentence::is_spoken(opening) {
        true => sentence::SHORT_SPOKEN,
        false => sentence::SHORT,
    };
    !headings && case.source().split_whitespace().count() <= most
}

/// What the prose of `case` can be asked about, in file order.
pub(crate) fn mine(case: &Case) -> Vec<Material> {
    let sentences = Sentences::read(case);
    let rules = match case.kind {
        Kind::Story => TOLD,
        Kind::Idea => RULES,
        // A letter is asked nothing: what it tells is asked of its stories.
        Kind::Letter => return Vec::new(),
    };
    let mut found = Vec::new();
    for at in 0..sentences.all.len() {
        let take = Take::new(&sentences, at);
        if case.kind == Kind::Idea {
            cues::cued(&take, &mut found);
        }
        if is_apart(&sentences, take.sentence) {
            continue;
        }
        for rule in rules {
            rule(&take, &mut found);
        }
    }
    if sentences.short {
        speech::weigh(&sentences, &mut found);
    }
    if case.kind == Kind::Idea && !sentences.short {
        pairs::pairs(&sentences, &mut found);
        parts::parts(case, &sentences, &mut found);
    }
    found
}

/// Headings under which it is told what others might do, or what was not done.
const AWAY: &[&str] = &[
    "alternative",
    "rejected",
    "prior art",
    "future possibilities",
    "future work",
    "ideas considered",
];

/// Whether a sentence stands where nothing is argued, or tells of a way that is not taken.
fn is_apart(sentences: &Sentences, sentence: &sentence::Sentence) -> bool {
    let supposed = sentence
        .tokens
        .iter()
        .any(|t| t.any(&["could", "would", "might", "instead"]));
    sentence.path.iter().any(|heading| {
        let away = AWAY.iter().any(|word| heading.contains(word));
        APART.contains(&heading.as_str())
            || (!sentences.short && away && (supposed || !heading.contains("rationale")))
    })
}
