//! Texts that make questions asked, and how they are read.
#![allow(dead_code, reason = "each test uses some of it")]

pub(crate) mod parts;

use whyproof_case::{Case, Computed, FigureState, Scope, Value, Verdict, resolve};
use whyproof_testing::MemoryHost;

/// The text as a case; `x.csv` has a row, `empty.csv` has none, the figure `q.broken` is broken and `q.stale` stale.
pub(crate) fn case(text: &str) -> Case {
    let host = MemoryHost::new()
        .file("x.csv", "a\n1\n")
        .file("empty.csv", "");
    let scope = Scope::of(&host, "case.md");
    let mut computed = Computed::default();
    for (name, words, state) in [
        ("q.broken", "at least 30%", FigureState::Broken),
        ("q.stale", "34%", FigureState::Stale),
    ] {
        let value = Value {
            text: "0.2".to_owned(),
            state,
            outside: true,
            ..Value::default()
        };
        computed
            .figures
            .insert((name.to_owned(), words.to_owned()), value);
    }
    computed
        .experiments
        .insert("done".to_owned(), Verdict::WrongThing);
    resolve(whyproof_syntax::parse(text), &host, scope, &computed)
}

/// An idea whose problem is said, with a case.
macro_rules! idea {
    ($case:literal) => {
        concat!(
            "---\nkind: idea\nowner: A\n---\n# Night buses\n\n## Customer problem\n\nThe 340 nurses of the late shift ",
            "wait up to an hour for a lift on every evening. They go home by taxi. We watched them for a week.[^a]\n\n",
            "## Case\n\n", $case, "\n\n[^a]: measurement: x.csv\n"
        )
    };
}

/// Texts with the ids of questions that each makes asked.
pub(crate) const ASKED: &[(&str, &[&str])] = &[
    (
        idea!("### Nurses want a bus"),
        &[
            "statement-known",
            "decision-missing",
            "impact-missing",
            "do-nothing-missing",
        ],
    ),
    (
        idea!("### Nurses will take the bus\n\n- because taxis cost 40% more"),
        &["claim-when-known", "reason-known"],
    ),
    (
        idea!("### Everyone wants a bus\n\n- because the taxi is late"),
        &["claim-exception"],
    ),
    (
        idea!(
            "### Nurses want a bus {#one}\n\n- because #two\n\n### Drivers want a bus {#two}\n\n- because #one"
        ),
        &["claim-circle"],
    ),
    (
        idea!("### A bus is safer\n\n- but nobody takes it in other towns.[^a]"),
        &["objection-shown"],
    ),
    (
        idea!("### A bus is safer\n\n- because the street is dark\n  - but it has lamps"),
        &["objection-to-reason"],
    ),
    (
        idea!("### A bus is safer\n\n- but drivers are hard to find"),
        &["objection-open"],
    ),
    (
        idea!("### A bus is safer\n\n- but drivers are hard to find {by=\"S. Banda\"}"),
        &["objection-of-somebody"],
    ),
    (
        idea!(
            "### A bus is safer\n\n- but drivers are hard to find\n  - but most drivers of the depot want nights"
        ),
        &["rebuttal-known"],
    ),
    (
        idea!("### A bus is safer for [at least 30%](figure:q.broken)"),
        &["figure-broken"],
    ),
    (
        idea!("### A bus is safer for [34%](figure:q.stale)"),
        &["figure-stale"],
    ),
    (
        idea!("### A bus is safer for [?](figure:q.open)"),
        &["figure-open"],
    ),
    (
        idea!(
            "### A bus is safer [^n]\n\n### It is used [^n]\n\nIt is.[^n]\n\n[^n]: research: conversation with somebody who knows the trade"
        ),
        &["evidence-nameless"],
    ),
    (
        idea!(
            "### A bus is safer [^n]\n\n### It is used [^n]\n\nIt is.[^n]\n\n[^n]: research: panel survey of nurses"
        ),
        &["evidence-carries-much"],
    ),
    (
        idea!("### A bus is safer [^n]\n\n[^n]: measurement: gone.csv"),
        &["evidence-missing"],
    ),
    (
        idea!(
            "### A bus is safer [^n]\n\nWe decide in May 2026.\n\n[^n]: research: study of buses, 1998. https://doi.org/10.1257/aer.98.5.1829"
        ),
        &["evidence-old"],
    ),
    (
        idea!(
            "### A bus is safer [^n]\n\n[^n]: measurement: experiment v\n\n```experiment v\nmetric = \"lateness\"\n```"
        ),
        &[
            "evidence-not-measured",
            "experiment-guardrail",
            "experiment-worthwhile",
        ],
    ),
    (
        idea!(
            "### A bus is safer [^a]\n\n```experiment v\nmetric = \"lateness\"\nworthwhile = \"1\"\nguardrail = \"g\"\n```"
        ),
        &["experiment-forecast", "experiment-baseline"],
    ),
    (
        idea!(
            "### A bus is safer [^a]\n\n```experiment v\nmetric = \"lateness\"\nworthwhile = \"1\"\nguardrail = \"g\"\nforecast = \"2\"\nbaseline = \"3\"\n```"
        ),
        &["experiment-population"],
    ),
    (
        idea!(
            "### A bus is safer [^a]\n\n```experiment v\nmetric = \"late\"\nunit = \"ride\"\nvariant = \"arm\"\ncontrol = \"a\"\ntreatment = \"b\"\nsplit = \"50/50\"\nbaseline = \"60%\"\nworthwhile = \"5 points\"\ntraffic = \"260 a week\"\nforecast = \"2 points to 4 points\"\nstart = 2027-01-18\nend = 2027-02-28\n```"
        ),
        &["experiment-too-early", "experiment-too-small"],
    ),
    (
        idea!("### A bus is safer [^a]\n\n## Impact\n\nFewer nurses wait in the dark."),
        &["impact-number"],
    ),
    (
        idea!(
            "### A bus is safer\n\n## Questions\n\n### Who drives at night? {by=\"S. Banda\"}\n\nThe depot has two drivers who like the night."
        ),
        &["answer-known"],
    ),
    (
        idea!(
            "### A bus is safer\n\n## Questions\n\n### Who drives at night? {by=\"S. Banda\"}\n\nTwo drivers."
        ),
        &["answer-short"],
    ),
    (
        idea!(
            "### A bus is safer\n\n## Questions\n\n### Who drives at night? {by=\"S. Banda\"}\n\nWe will ask the depot for two drivers in spring."
        ),
        &["answer-promised"],
    ),
    (
        idea!(
            "### A bus is safer [^a]\n\n## Alternatives\n\nDo nothing.\n\nA shared taxi was considered and feels wrong."
        ),
        &["alternative-feeling", "do-nothing-cost"],
    ),
    (
        idea!("### A bus is safer [^a]\n\n## Alternatives\n\nDo nothing. Pay for the taxi."),
        &["alternative-bare"],
    ),
    (
        idea!(
            "### A bus is safer [^a]\n\n## Alternatives\n\n**Do nothing.** It goes on.\n\n**Pay for the taxi.** This may work as well as a bus for most of them."
        ),
        &["alternative-as-well"],
    ),
    (idea!("### A bus is safer [^a]"), &["alternatives-missing"]),
    (
        idea!("### A bus is safer [^a]\n\n## Decision\n\nBuy a bus for every late shift."),
        &["decision-cost", "decision-date", "decision-way-back"],
    ),
    (
        idea!(
            "### A bus is safer\n\n## Decision\n\nBuy a bus for the late shift by 1 May, at £40,000. It can be cancelled."
        ),
        &["decision-displaced"],
    ),
    (
        "---\nkind: idea\n---\n# Night buses\n\n## Customer problem\n\nGetting home is difficult and slow.\n\n## Case\n\n### A bus is safer\n",
        &["problem-who", "problem-how-many", "problem-known"],
    ),
    (
        "---\nkind: idea\n---\n# Night buses\n\n## Customer problem\n\nThe nurses of the hospital are afraid of the street.\n\n## Case\n\n### A bus is safer\n",
        &[
            "problem-when",
            "problem-how-bad",
            "problem-way-out",
            "problem-watched",
        ],
    ),
    (
        "---\nkind: idea\n---\n# Night buses\n\n## Customer problem\n\n**Who:** nurses of the late shift\n\n**When:** at ten\n\n**What hurts:** Nurses walk home in the dark.\n\n**How many:** 340 nurses\n\n**How bad:** an hour each\n\n**Way out:** They call a taxi.\n\n**How we know:** a list\n",
        &[
            "problem-how-often",
            "problem-count-known",
            "problem-way-out-enough",
        ],
    ),
    (
        "---\nkind: idea\n---\n# Night buses\n\n## Customer problem\n\nThe 340 nurses of the hospital do not have an app.\n\n## Case\n\n### An app is modern\n",
        &["problem-solution"],
    ),
    (
        "---\nkind: story\n---\n# How we moved the depot\n\n## What I did\n\nWe closed the old depot.\n\n## What I learned\n\nThat maps lie.\n",
        &[
            "story-my-part",
            "story-we",
            "story-did-not-missing",
            "story-happened-missing",
            "story-mattered-missing",
            "story-learned",
        ],
    ),
    (
        "---\nkind: story\nmy part: lead\n---\n# The depot\n\n## The hardest part\n\nMoving all the buses over one weekend.\n\n## What I did\n\nI drove. Mistakes were made by the yard.\n\n## What I did not do\n\nI did not ask the drivers.\n\n## Why it mattered\n\nThe depot is important to the town.\n\n## What happened\n\nThe service improved a lot.\n\n## Why I am proud of it\n\nEverybody pulled together.\n",
        &[
            "story-hardest",
            "story-passive",
            "story-did-not-why",
            "story-mattered",
            "story-how-much",
            "story-proud",
        ],
    ),
    (
        "---\nkind: story\nmy part: lead\n---\n# The depot\n\n## What happened\n\nThe depot moved in 3 days.\n",
        &[
            "story-did-missing",
            "story-hardest-missing",
            "story-learned-missing",
        ],
    ),
    (
        "---\nkind: idea\nbar: product-manager\n---\n# Night buses\n\n## Customer problem\n\nThe nurses of the hospital are afraid of the street.\n\n## Case\n\n### A bus is safer\n\n## Impact\n\nThe nurses are less afraid.\n",
        &[
            "bar-case",
            "bar-impact",
            "bar-analytical",
            "bar-ownership",
            "bar-problem",
        ],
    ),
    (
        "---\nkind: idea\nbar: product-manager\nowner: A\n---\n# Night buses\n\n## Customer problem\n\nThe nurses of the hospital are afraid of the street.\n\n## Case\n\n### A bus is safer [^a]\n\n## Decision\n\nBuy a bus.\n\n[^a]: measurement: x.csv\n",
        &["bar-faster"],
    ),
    (
        "---\nkind: story\nbar: product-manager\nmy part: lead\n---\n# The depot\n\n## What I did\n\nI drew the plan.\n",
        &["bar-persistence"],
    ),
];
