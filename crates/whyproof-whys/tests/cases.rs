//! What is asked of the examples, what would become of them, and what is written into them.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the examples"
)]

mod texts;

use std::path::Path;

use whyproof_case::{Case, Computed, Scope, Standing, Target, WhyState, resolve};
use whyproof_testing::MemoryHost;
use whyproof_whys::{Bank, Barrage, On, Options, add, ask, built_in, survival};

/// An example with the files beside it.
fn example(path: &str) -> Case {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(path);
    let mut host = MemoryHost::new();
    for folder in ["data", "notes"] {
        let entries = std::fs::read_dir(file.with_file_name(folder))
            .into_iter()
            .flatten();
        for entry in entries.map(Result::unwrap) {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            host = host.file(&name, std::fs::read(entry.path()).unwrap());
        }
    }
    let text = std::fs::read_to_string(file).unwrap();
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(&text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn barrage(case: &Case) -> Barrage {
    ask(case, built_in(), &Options::default())
}

fn asks(path: &str, wanted: &[&str]) {
    let asked = barrage(&example(path)).asked;
    let texts: Vec<&str> = asked.iter().map(|asked| asked.text.as_str()).collect();
    for question in wanted {
        assert!(
            texts.contains(question),
            "{path}: “{question}” is not in {texts:#?}"
        );
    }
}

#[test]
fn weak_cases_are_asked_what_they_are_weak_in() {
    asks(
        "weak/vague-problem.md",
        &[
            "You say that users often find booking difficult and frustrating. Who was the last person you saw that happen to?",
        ],
    );
    asks(
        "weak/solution-as-problem.md",
        &[
            "You say that the 212 members of your allotment society do not have an app. What goes wrong for them without it?",
        ],
    );
    asks(
        "weak/fluent-no-sources.md",
        &[
            "Who is “somebody who knows the industry well”, and how would they know that the others have signed their depots up to 2027?",
        ],
    );
    asks(
        "weak/unanswered-objection.md",
        &["Why not pay people $5 to come back, apart from how it feels?"],
    );
    asks(
        "weak/only-we.md",
        &["“We identified pain points across the journey”: which of that did you do yourself?"],
    );
    asks(
        "weak/bare-numbers.md",
        &[
            "You say that reminders cut missed appointments by 60%. From what to what is that, and what happened where nothing was done?",
        ],
    );
    asks(
        "weak/rests-on-itself.md",
        &[
            "“It is worth its cost”: what would convince somebody of that who doubts the rest of this case?",
        ],
    );
}

const STRONG: &str = "---\nkind: idea\nowner: A\nbar: product-manager\n---\n# Night buses\n\n## Customer problem\n\n340 nurses of the late shift wait up to an hour for a lift on every evening at ten, and each wait costs them 20 euros. They go home by taxi. We watched them for a week.[^a]\n\n## Case\n\n### A bus is used [^a] [^b]\n\n- but some drive.[^a]\n  - but the car park is full, and it was counted.[^a]\n\n## Alternatives\n\nDo nothing: it costs 6,800 euros each evening.[^a]\n\n## Decision\n\nApprove a trial of three months by 2026-12-01 at 4,000 euros; it can be stopped on any day.\n\n## Impact\n\n```experiment bus\nmetric = \"rides\"\nworthwhile = \"30\"\nforecast = \"60\"\nguardrail = \"no driver works over\"\nbaseline = \"0\"\npopulation = \"nurses of the late shift\"\n```\n\n## Questions\n\n### Who drives? {by=\"S. Banda\" settled=\"S. Banda 2026-05-02\"}\n\nTwo drivers of the depot.\n\n[^a]: measurement: x.csv, 2026\n\n[^b]: research: study of buses, 2026. https://doi.org/10.1257/aer.98.5.1829\n";

#[test]
fn of_a_case_in_which_all_stands_little_is_asked() {
    let case = texts::case(STRONG);
    assert_eq!(
        case.verdict.standing,
        Standing::Stands,
        "{}",
        case.because_case()
    );
    let bank = built_in();
    let asked = ask(&case, bank, &Options::default()).asked;
    let gathered: Vec<&String> = asked
        .iter()
        .filter(|asked| !prose(&asked.from))
        .map(|asked| &asked.text)
        .collect();
    assert!(gathered.is_empty(), "{gathered:#?}");
}

/// Whether a question is put to what is mined from prose.
fn prose(from: &whyproof_whys::Origin) -> bool {
    use whyproof_whys::Attach::{
        Alternative, Answer, Case, Criterion, Decision, Evidence, Experiment, Figure, Impact,
        Objection, Problem, Statement, Story,
    };
    let whyproof_whys::Origin::Bank(id) = from else {
        return false;
    };
    let on = built_in()
        .questions()
        .iter()
        .find(|question| &question.id == id)
        .unwrap()
        .on;
    ![
        Alternative,
        Answer,
        Case,
        Criterion,
        Decision,
        Evidence,
        Experiment,
        Figure,
        Impact,
        Objection,
        Problem,
        Statement,
        Story,
    ]
    .contains(&on)
}

#[test]
fn a_why_is_asked_of_an_answer_until_it_ends() {
    let with = |answer: &str| {
        let text = format!(
            "---\nkind: idea\nowner: A\n---\n# T\n\n## Case\n\n### It works[^a]\n\n## Questions\n\n### Who drives the bus at night? {{by=\"S. Banda\"}}\n\n{answer}\n\n[^a]: measurement: x.csv\n"
        );
        let mut bank = Bank::default();
        bank.add("answers", include_str!("../questions/answers.toml"))
            .unwrap();
        let asked = ask(&texts::case(&text), &bank, &Options::default()).asked;
        !asked.is_empty()
    };
    assert!(with("Two drivers of the depot like to drive in the dark."));
    assert!(with("Two."));
    assert!(with("We will ask the depot for 2 drivers in the spring."));
    assert!(
        !with("Two drivers of the depot like to drive in the dark.[^a]"),
        "evidence"
    );
    assert!(
        !with("Of the drivers [34%](figure:q.c) like to drive in the dark."),
        "a figure"
    );
    assert!(
        !with("We assume that two drivers like to drive in the dark."),
        "an assumption that is admitted"
    );
    assert!(!with("We do not know."), "an admission");
    assert!(
        !with("The depot decides that in the spring, as today."),
        "what is settled is nothing to know"
    );
    assert!(
        with(
            "Two drivers like the dark.\n\n#### Which ones? {by=\"S. Banda\"}\n\nMabel and Tom, who said so at lunch."
        ),
        "the answer of the follow-up"
    );
    assert!(
        !with("Two drivers like the dark.\n\n#### Which ones?\n\nWe do not know."),
        "it ends there"
    );
}

#[test]
fn what_falls_without_an_answer_is_said() {
    let text = "---\nkind: story\n---\n# T\n\n## Case\n\n### Herons eat mice\n";
    let case = texts::case(text);
    let mut barrage = barrage(&case);
    barrage
        .asked
        .retain(|asked| matches!(asked.on, On::Statement(id) if case.claims.contains(&id)));
    let survival = survival(&case, &barrage).unwrap();
    assert_eq!(survival.falls, case.claims);
    assert_eq!(survival.before, Standing::Assumed);
    assert_eq!(survival.after, Some(Standing::Falls));
    assert!(
        survival
            .sentence
            .ends_with("“Herons eat mice” would fall and the case would not survive: it falls."),
        "{}",
        survival.sentence
    );
}

#[test]
fn of_prose_it_is_said_that_nothing_can_be_said() {
    let case = example("../README.md");
    let mut asked = barrage(&example("weak/only-we.md"));
    asked.asked.truncate(1);
    let survival = survival(&case, &asked).unwrap();
    assert_eq!(survival.after, None);
    assert!(
        survival.sentence.contains("cannot be said"),
        "{}",
        survival.sentence
    );
}

#[test]
fn where_nothing_is_asked_nothing_is_supposed() {
    assert_eq!(survival(&texts::case("Hello."), &Barrage::default()), None);
}

#[test]
fn what_is_added_is_suggested_on_its_target() {
    for path in [
        "weak/vague-problem.md",
        "weak/bare-numbers.md",
        "weak/fluent-no-sources.md",
        "weak/only-we.md",
        "weak/rests-on-itself.md",
        "weak/solution-as-problem.md",
        "weak/unanswered-objection.md",
        "learn-your-result/proposal.md",
        "learn-your-result/measured.md",
        "organ-donor-form/proposal.md",
        "stories/the-scale-that-beeped.md",
    ] {
        let case = example(path);
        let asked = barrage(&case).asked;
        let text = add(&case, &asked);
        let then = texts::case(&text);
        let new: Vec<_> = then
            .whys
            .iter()
            .filter(|why| why.state == WhyState::Suggested)
            .collect();
        assert_eq!(new.len(), asked.len(), "{path}\n{text}");
        for asked in &asked {
            // What is asked of an answer stands in the section of that answer.
            let why = new.iter().find(|why| why.text == asked.text);
            let why = why.expect("it is in the case");
            assert!(!why.counts);
            let same = match (&why.target, &asked.on) {
                (Target::Statement(one), On::Statement(other)) => {
                    then.statement(*one).text == case.statement(*other).text
                }
                (Target::Passage(_), On::Passage) | (Target::Answer(_), On::Answer(_)) => true,
                // A passage that is a statement's; evidence and figures, which no words name, are of the whole.
                (Target::Statement(_) | Target::Case, On::Passage) | (Target::Case, On::Case) => {
                    true
                }
                (Target::Answer(_), On::Statement(_)) => true,
                _ => false,
            };
            assert!(
                same,
                "{path}: {:?} is put to {:?}\n{text}",
                asked, why.target
            );
        }
        assert!(
            then.diagnostics
                .iter()
                .all(|d| d.id != "dangling-reference"),
            "{path}: {:?}",
            then.diagnostics
        );
        assert_eq!(add(&then, &asked), text, "{path} twice");
    }
}

#[test]
fn a_section_is_made_before_the_last_footnotes() {
    let case = texts::case(
        "---\nkind: story\n---\n# T\n\n## Case\n\n### Herons eat mice [^x]\n\n[^x]: a note\n",
    );
    let mut asked = barrage(&case).asked;
    asked.truncate(1);
    let text = add(&case, &asked);
    let (before, after) = text.split_once("## Questions\n\n### ").unwrap();
    assert!(before.ends_with("[^x]\n\n"), "{text}");
    assert!(after.ends_with("by=whyproof}\n\n[^x]: a note\n"), "{text}");
}

/// A case told whole that leaves something open, with `more` in it.
fn whole(more: &str) -> Vec<String> {
    let text = format!(
        "---\nkind: idea\nowner: A\n---\n# Night buses\n\n## Customer problem\n\nThe 340 nurses of the late shift wait.\n\n## Case\n\n### Nurses want a bus\n\n- because taxis cost 40% more\n- but the street is lit\n{more}"
    );
    let asked = barrage(&texts::case(&text)).asked;
    asked.into_iter().map(|asked| asked.id).collect()
}

#[test]
fn of_a_case_told_whole_what_it_leaves_open_is_asked_and_of_a_draft_the_rest() {
    let rest = "\n## Alternatives\n\nPay for taxis: too dear.\n\n## Decision\n\nBuy a bus.\n";
    let is_open = |id: &String| id.starts_with("objection-open");
    let is_known = |id: &String| id.starts_with("reason-known");
    let draft = whole("");
    assert!(
        draft.iter().any(is_open) && draft.iter().any(is_known),
        "{draft:?}"
    );
    let told = whole(rest);
    assert!(
        told.iter().any(is_open) && !told.iter().any(is_known),
        "{told:?}"
    );
}

#[test]
fn of_code_nobody_asks_what_it_costs() {
    let code = "\nIt is `a`, `b`, `c`, `d`, `e`, `f`, `g` and `h`.\n";
    let decision = "\n## Decision\n\nBuy a bus for every late shift.\n";
    let asks = |asked: &[String], id: &str| asked.iter().any(|one| one.starts_with(id));
    let product = whole(decision);
    assert!(asks(&product, "impact-missing"), "{product:?}");
    let code = whole(&format!("{code}{decision}"));
    assert!(!asks(&code, "impact-missing"), "{code:?}");
    assert!(!asks(&code, "decision-cost"), "{code:?}");
    assert!(asks(&code, "objection-open"), "{code:?}");
}

#[test]
fn what_others_say_keeps_its_persons() {
    let text = "---\nkind: idea\nowner: A\n---\n# T\n\n## Customer problem\n\nP.\n\n## Case\n\n### It works\n\n- but nurses say \"I wasn't asked\" of what we do {by=\"M. Rao\"}\n";
    let asked = barrage(&texts::case(text)).asked;
    let wanted = "M. Rao objects that nurses say \"I wasn't asked\" of what you do. What do you say to that?";
    assert!(asked.iter().any(|asked| asked.text == wanted), "{asked:?}");
}

#[test]
fn an_experiment_that_is_over_is_asked_nothing() {
    let text = |end: &str| {
        format!(
            "---\nkind: idea\nowner: A\n---\n# T\n\n## Customer problem\n\nP.\n\n## Case\n\n### It works [^a]\n\n```experiment v\nmetric = \"late\"\nend = {end}\n```\n\n[^a]: measurement: x.csv, 2026-06-30\n"
        )
    };
    let asks = |end: &str| {
        let mut bank = Bank::default();
        bank.add_own("impact", include_str!("../questions/impact.toml"))
            .unwrap();
        let asked = ask(&texts::case(&text(end)), &bank, &Options::default()).asked;
        asked.iter().any(|asked| asked.text.contains("late"))
    };
    assert!(asks("2026-12-31"));
    assert!(!asks("2026-05-31"));
}
