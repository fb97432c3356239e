//! No question is about something that is not in the text: every word that a slot brings is a word of the case.

mod texts;

use std::collections::BTreeSet;

use proptest::prelude::*;
use whyproof_case::Case;
use whyproof_testing::markdown;
use whyproof_whys::{Asked, Bank, Options, Origin, add, ask, built_in, survival};

/// What *I* and *we* become, and what stands with them.
const TURNED: &[&str] = &[
    "you",
    "your",
    "yours",
    "yourself",
    "yourselves",
    "are",
    "were",
    "re",
    "ve",
    "ll",
    "d",
];

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether a word is the gerund of one of the case: *buying* of *buy*, *running* of *run*, *making* of *make*.
fn inflected(word: &str, whole: &str) -> bool {
    let stem = word.strip_suffix("ing").filter(|stem| stem.len() >= 2);
    stem.is_some_and(|stem| {
        whole.starts_with(stem)
            || (stem.len() > 3
                && stem.is_char_boundary(stem.len() - 1)
                && whole == &stem[..stem.len() - 1])
    })
}

/// Every word of the text, as it stands in the file and as a reader sees it.
fn of_case(case: &Case) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = words(case.source()).collect();
    for text in &case.parse.document.texts {
        found.extend(words(&text.words.text));
    }
    for entry in &case.front.entries {
        found.extend(words(&entry.value));
    }
    for experiment in &case.experiments {
        found.extend(experiment.keys.iter().flat_map(|key| words(&key.value)));
    }
    for text in case
        .figures
        .iter()
        .map(|figure| format!("{} {}", figure.text, figure.query))
    {
        found.extend(words(&text));
    }
    for evidence in &case.evidence {
        found.extend(words(&evidence.text));
        // A date is a year of the footnote, however it is written there.
        found.extend(evidence.date.map(|date| date.last.year().to_string()));
    }
    found
}

/// Words of the bank's own: those between the slots of the question's wordings.
fn of_bank(bank: &Bank, asked: &Asked) -> BTreeSet<String> {
    let Origin::Bank(id) = &asked.from else {
        return BTreeSet::new();
    };
    let question = bank.questions().iter().find(|question| &question.id == id);
    let wordings = question.into_iter().flat_map(|question| &question.text);
    wordings
        .flat_map(|wording| words(&format!("{wording:?}")).collect::<Vec<_>>())
        .collect()
}

fn only_of_the_case(text: &str) -> Result<(), TestCaseError> {
    let case = texts::case(text);
    let here = of_case(&case);
    let barrage = ask(&case, built_in(), &Options::default());
    // All that sentences are asked by their shape, whatever is harder.
    let mut shapes = Bank::default();
    let file = include_str!("../questions/shapes.toml");
    prop_assert!(shapes.add_own("shapes", file).is_ok());
    let more = ask(&case, &shapes, &Options::default());
    for asked in barrage.asked.iter().chain(&more.asked) {
        let own = of_bank(built_in(), asked);
        for word in words(&asked.text) {
            // A quotation may be cut inside a word of great length.
            let known = here.contains(&word)
                || own.contains(&word)
                || TURNED.contains(&word.as_str())
                || here
                    .iter()
                    .any(|whole| whole.starts_with(&word) || inflected(&word, whole));
            prop_assert!(known, "“{}” of “{}” is not in\n{}", word, asked.text, text);
        }
        prop_assert!(
            case.source().get(asked.span.range()).is_some(),
            "{:?}",
            asked.span
        );
    }
    let again = ask(&texts::case(text), built_in(), &Options::default());
    prop_assert_eq!(&again.asked, &barrage.asked);
    let first = barrage.asked.first().map(|asked| asked.id.clone());
    prop_assert_eq!(
        survival(&case, &barrage).map(|survival| survival.question),
        first
    );
    Ok(())
}

/// What is added is read back, nothing is lost, and adding it again adds nothing.
fn adds(text: &str) -> Result<(), TestCaseError> {
    let case = texts::case(text);
    let asked = ask(
        &case,
        built_in(),
        &Options {
            count: Some(3),
            ..Options::default()
        },
    )
    .asked;
    let new = add(&case, &asked);
    let mut rest = text.chars();
    let mut next = rest.next();
    for c in new.chars() {
        if next == Some(c) {
            next = rest.next();
        }
    }
    prop_assert_eq!(next, None, "lost from\n{}\nin\n{}", text, new);
    let then = texts::case(&new);
    prop_assert_eq!(add(&then, &asked), new.as_str(), "twice");
    prop_assert!(then.whys.len() >= case.whys.len());
    for statement in &case.statements {
        prop_assert!(
            then.statements.iter().any(|other| other.id == statement.id),
            "{}",
            statement.id
        );
    }
    Ok(())
}

/// Lines of a case, with words that no question has of itself.
fn lines() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "### Herons cut mildew by 60%",
        "### I was sure that every lorry will stop",
        "### Nobody else can bake",
        "- because 93% of bakers bake",
        "- because it is cheaper",
        "- because we saw it[^a]",
        "- but lorries stop",
        "  - but they cost 7 euros",
        "## Case",
        "## Customer problem",
        "Bakers of the old town lose 4 loaves a day.",
        "There is no app, and nobody has one.",
        "## Alternatives",
        "**Do nothing.** It may work as well.",
        "Pay bakers, or rent a lorry.",
        "## Decision",
        "We should buy a heron by May at £4,000.",
        "Buy a heron.",
        "## Impact",
        "Fewer loaves rot.",
        "## Questions",
        "### Why herons?",
        "Herons eat mice.",
        "## What I did",
        "We baked bread, and loaves were sold.",
        "## What I did not do",
        "I did not ask one baker.",
        "## What happened",
        "It improved a lot.",
        "## What I learned",
        "That ovens matter.",
        "```experiment v\nmetric = \"loaves_sold\"\n```",
        "Bread is [34%](figure:q.stale) of it.[^b]",
        "- because 217 of 1,900 loaves (13%) rot",
        "- because 1 of 84 herons was late, and of the lorries 5 of 112",
        "- because herons had 2 accidents in seven weeks, after 3 in the seven before",
        "- because three of our last five accidents came from lorries",
        "- because I reckon that half a loaf a day is lost",
        "- because the guild has said that it will lend us herons",
        "- because bakers spend 650 hours a year on mice",
        "- because a heron takes about 1.3 times as long as a lorry",
        "  - but we will put a heron at every oven",
        "- but \"I wasn't asked\", said the miller {by=\"M. Rao\"}",
        "We have no answer from the guild, and it has not signed yet.",
        "Mildew falls from 22% to under 8% by June.",
        "| | now | June |\n|---|---|---|\n| loaves that rot | 412 | 95 |",
        "Approve £42,000 and two of our six bakers until June.",
        "Shared herons. Few were ever seen. Two of them might just be enough.",
        "If all ovens do as the mill did, nobody waits.",
        "```experiment w\nmetric = \"rotten\"\nunit = \"loaf\"\nvariant = \"arm\"\ncontrol = \"a\"\ntreatment = \"b\"\nsplit = \"50/50\"\nbaseline = \"60%\"\nworthwhile = \"5 points\"\ntraffic = \"260 a week\"\nforecast = \"2 points to 4 points\"\nstart = 2027-01-18\nend = 2027-02-28\n```",
    ]);
    let ends = "\n\n[^a]: observation: visit to a bakery, 2011\n\n[^b]: research: somebody who bakes, 12 interviews, x.csv\n";
    let kinds = prop::sample::select(vec!["idea", "story"]);
    (kinds, prop::collection::vec(line, 0..24)).prop_map(move |(kind, lines)| {
        format!(
            "---\nkind: {kind}\nbar: product-manager\n---\n# Herons for bakers\n\n{}{ends}",
            lines.join("\n\n")
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn slots_of_cases_are_words_of_the_case(text in lines()) {
        only_of_the_case(&text)?;
    }

    #[test]
    fn slots_of_any_markdown_are_words_of_the_case(text in markdown::markdown()) {
        only_of_the_case(&text)?;
    }

    #[test]
    fn slots_of_any_text_are_words_of_it(text in markdown::any_text()) {
        only_of_the_case(&text)?;
    }

    #[test]
    fn adding_to_cases_loses_nothing(text in lines()) {
        adds(&text)?;
    }

    #[test]
    fn adding_to_any_markdown_loses_nothing(text in markdown::markdown()) {
        adds(&text)?;
    }
}
