//! The slots, facts and names that material can have, by what questions attach to.

use std::collections::BTreeSet;

use crate::bank::built_in;
use crate::gather::CRITERIA;
use crate::material::Attach;

/// What gathered material has: its slots, its facts, its names.
struct Known {
    on: Attach,
    slots: &'static [&'static str],
    facts: &'static [&'static str],
    names: &'static [&'static str],
}

const ABOUT: &[&str] = &["title", "claim", "who"];

/// What the structure of a case gives; `docs/questions.md` has the same table, and a test compares them.
const GATHERED: &[Known] = &[
    Known {
        on: Attach::Statement,
        slots: &["quote", "statement", "reason", "parent", "because"],
        facts: &[
            "normative",
            "claim",
            "reason",
            "assumed",
            "falls",
            "shown",
            "bare",
            "reasoned",
            "one-reason",
            "on-your-word",
            "circular",
            "future",
            "general",
            "nobody",
            "number",
            "measured",
            "impact",
        ],
        names: &["claim", "reason"],
    },
    Known {
        on: Attach::Objection,
        slots: &[
            "quote",
            "objection",
            "by",
            "target",
            "statement",
            "title",
            "answer",
            "rebuttal",
            "claim",
            "claimed",
        ],
        facts: &[
            "shown",
            "by-other",
            "of-reason",
            "carried",
            "case",
            "unanswered",
            "word-only",
            "reasoned",
        ],
        names: &[],
    },
    Known {
        on: Attach::Figure,
        slots: &["figure", "query", "statement"],
        facts: &["broken", "open", "stale"],
        names: &["broken", "open", "stale"],
    },
    Known {
        on: Attach::Evidence,
        slots: &[
            "evidence",
            "named_evidence",
            "year",
            "source",
            "few",
            "vague",
            "quote",
            "statement",
        ],
        facts: &[
            "research",
            "observation",
            "measurement",
            "counts",
            "on-your-word",
            "file-missing",
            "not-measured",
            "carries-much",
            "old",
            "few",
            "nameless",
        ],
        names: &["research", "observation", "measurement"],
    },
    Known {
        on: Attach::Problem,
        slots: &[
            "when",
            "how_many",
            "how_often",
            "how_bad",
            "way_out",
            "how_we_know",
            "hurts",
            "pain",
            "cost",
            "count",
            "today",
            "lack",
        ],
        facts: &[
            "technical",
            "missing",
            "said",
            "number",
            "sourced",
            "solution",
            "watched",
        ],
        names: &[
            "who",
            "when",
            "what_hurts",
            "how_many",
            "how_often",
            "how_bad",
            "way_out",
            "how_we_know",
        ],
    },
    Known {
        on: Attach::Alternative,
        slots: &["alternative", "action"],
        facts: &[
            "do-nothing",
            "sourced",
            "reasoned",
            "number",
            "by-feeling",
            "not-refuted",
        ],
        names: &["named"],
    },
    Known {
        on: Attach::Case,
        slots: &["way_out"],
        facts: &["no-do-nothing", "no-alternatives"],
        names: &["alternatives"],
    },
    Known {
        on: Attach::Decision,
        slots: &["decision", "quote", "cost"],
        facts: &[
            "technical",
            "missing",
            "no-cost",
            "gap-admitted",
            "no-date",
            "measured",
            "no-way-back",
            "no-displaced",
            "trial",
            "for-all",
        ],
        names: &[],
    },
    Known {
        on: Attach::Experiment,
        slots: &[
            "name",
            "metric",
            "worthwhile",
            "forecast",
            "guardrail",
            "control",
            "treatment",
            "population",
            "baseline",
            "end",
            "cluster",
            "variant",
            "split",
            "start",
            "traffic",
            "unit",
        ],
        facts: &[
            "no-metric",
            "no-worthwhile",
            "no-forecast",
            "no-guardrail",
            "no-control",
            "no-treatment",
            "no-population",
            "no-baseline",
            "no-end",
            "no-cluster",
            "no-variant",
            "no-split",
            "over",
            "too-early",
            "too-small",
            "no-start",
            "no-traffic",
            "no-unit",
        ],
        names: &[],
    },
    Known {
        on: Attach::Impact,
        slots: &["quote", "sentence"],
        facts: &["technical", "missing", "no-number", "no-experiment"],
        names: &[],
    },
    Known {
        on: Attach::Story,
        slots: &["quote", "sentence", "doing", "undone", "lesson"],
        facts: &[
            "missing",
            "first",
            "we",
            "passive",
            "number",
            "no-number-in-part",
            "no-i-in-part",
            "sourced",
            "acted-on",
            "praise",
        ],
        names: &[
            "hardest", "did", "did-not", "mattered", "happened", "learned", "proud", "my-part",
        ],
    },
    Known {
        on: Attach::Criterion,
        slots: &[],
        facts: &["idea", "story"],
        names: &CRITERIA,
    },
    Known {
        on: Attach::Shape,
        slots: &[
            "quote", "sentence", "parent", "title", "way", "a", "b", "c", "d", "before", "cost",
            "people", "rest", "time", "what",
        ],
        facts: &[],
        names: &[
            "base",
            "chance",
            "few-events",
            "few-bad",
            "groups",
            "own-eyes",
            "sweeping",
            "only-because",
            "volunteered",
            "as-first",
            "change",
            "off",
            "turns",
            "about",
            "reckoned",
            "running",
            "people",
            "not-yet",
            "anyway",
            "scaled",
            "tempting",
            "depends",
            "promise",
        ],
    },
    Known {
        on: Attach::Answer,
        slots: &["question", "quote", "answer", "promise", "by"],
        facts: &["number", "future", "cause", "short", "counts", "plan"],
        names: &[],
    },
];

/// The names of one kind (`slot`, `fact` or `name`) that material can have: what is gathered, and what the built-in
/// questions name for material that is mined.
pub(super) fn known(on: Attach, what: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |names: &[&str]| found.extend(names.iter().map(|name| (*name).to_owned()));
    let gathered = GATHERED.iter().find(|known| known.on == on);
    if let Some(gathered) = gathered {
        take(match what {
            "slot" => gathered.slots,
            "fact" => gathered.facts,
            _ => gathered.names,
        });
        let whole = !matches!(
            on,
            Attach::Statement | Attach::Objection | Attach::Figure | Attach::Answer | Attach::Shape
        );
        if what == "slot" && whole {
            take(ABOUT);
        }
    }
    // What is mined has no list of its own: what its own questions use is known.
    if gathered.is_none() || on == Attach::Alternative {
        for question in built_in().questions_on(on) {
            match what {
                "slot" => {
                    let wordings = question.text.iter().chain([&question.why]);
                    found.extend(
                        wordings
                            .flat_map(|wording| wording.slots())
                            .map(str::to_owned),
                    );
                }
                "fact" => found.extend(question.when.iter().chain(&question.unless).cloned()),
                _ => found.extend(Some(question.name.clone()).filter(|name| !name.is_empty())),
            }
        }
    }
    found
}

/// The word that a question's `on` says.
pub(super) fn word(on: Attach) -> String {
    let name = format!("{on:?}");
    let mut word = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(c.to_lowercase());
    }
    word
}

#[cfg(test)]
mod tests {
    use super::GATHERED;
    use crate::bank::built_in;

    #[test]
    fn the_built_in_questions_name_only_what_is_gathered() {
        for known in GATHERED {
            for question in built_in().questions_on(known.on) {
                let slots = question
                    .text
                    .iter()
                    .chain([&question.why])
                    .flat_map(|w| w.slots());
                for slot in slots {
                    assert!(
                        super::known(known.on, "slot").contains(slot),
                        "{}: slot {slot}",
                        question.id
                    );
                }
                for fact in question.when.iter().chain(&question.unless) {
                    assert!(
                        super::known(known.on, "fact").contains(fact),
                        "{}: fact {fact}",
                        question.id
                    );
                }
                let named = question.name.is_empty()
                    || super::known(known.on, "name").contains(&question.name);
                assert!(named, "{}: name {}", question.id, question.name);
            }
        }
    }

    #[test]
    fn the_page_lists_every_slot_fact_and_name() {
        let page = include_str!("../../../../docs/questions.md");
        for one in GATHERED {
            let word = super::word(one.on);
            let row = page
                .lines()
                .find(|line| line.starts_with(&format!("| `{word}` |")));
            assert!(row.is_some(), "docs/questions.md has no row for {word}");
            for name in one.slots.iter().chain(one.facts).chain(one.names) {
                assert!(
                    row.is_some_and(|row| row.contains(&format!("`{name}`"))),
                    "{word}: {name}"
                );
            }
        }
    }
}
