//! Job descriptions, composed after the manner of public ones, and what is read of them.
#![allow(clippy::disallowed_methods, reason = "a test builds hosts")]

use whyproof_case::{Scope, bar_of};
use whyproof_experience::job::{self, Job};
use whyproof_testing::MemoryHost;

const HEADED: &str = "\
Product Manager, Returns

Acme sells garden tools to a million people. We're a small team that moves fast.

**What you'll do**
- Talk to customers every week and turn what you
  hear into a written narrative.
- Own the roadmap for returns; decide what not to build.
* Work with design, legal and engineering without direct authority over any of them.

Who you are:
1. 3+ years of experience in product, operations or research
2. You're data-driven. You know what a confidence interval is.

Nice to have
• SQL

Benefits
- Dental insurance
- You will have 30 days of paid leave

Acme is an equal opportunity employer.
";

fn texts(job: &Job) -> Vec<(&str, bool)> {
    let asked = job.requirements.iter();
    asked.map(|one| (one.text.as_str(), one.wish)).collect()
}

#[test]
fn items_under_headings_are_asked_for_and_benefits_are_not() {
    let job = job::read(HEADED);
    assert_eq!(job.title.as_deref(), Some("Product Manager, Returns"));
    assert_eq!(
        texts(&job),
        [
            (
                "Talk to customers every week and turn what you hear into a written narrative.",
                false
            ),
            (
                "Own the roadmap for returns; decide what not to build.",
                false
            ),
            (
                "Work with design, legal and engineering without direct authority over any of them.",
                false
            ),
            (
                "3+ years of experience in product, operations or research",
                false
            ),
            ("You're data-driven.", false),
            ("You know what a confidence interval is.", false),
            ("SQL", true),
        ]
    );
    assert_eq!(job.requirements[0].line, 6);
}

#[test]
fn what_it_says_of_its_place_is_told_with_its_sentence() {
    let job = job::read(HEADED);
    let places: Vec<_> = job
        .places
        .iter()
        .map(|one| (one.id.as_str(), one.by.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            ("narrative-driven", "written narrative"),
            ("metric-driven", "data-driven"),
            ("matrixed", "without direct authority"),
            ("fast-unfinished", "moves fast"),
            ("customer-facing", "talk to customers"),
            ("frugal", "small team"),
        ]
    );
}

#[test]
fn prose_without_headings_gives_the_sentences_that_ask() {
    let job = job::read(
        "We make hearing aids. We are looking for someone who has led a field trial. You will report to the head of \
         research, and you will visit clinics. The office has a dog.",
    );
    assert_eq!(
        texts(&job),
        [
            (
                "We are looking for someone who has led a field trial.",
                false
            ),
            (
                "You will report to the head of research, and you will visit clinics.",
                false
            ),
        ]
    );
}

#[test]
fn a_list_without_headings_is_what_is_asked() {
    let job = job::read("- write SQL\n- five years in retail\n\nthe end");
    assert_eq!(
        texts(&job),
        [("write SQL", false), ("five years in retail", false)]
    );
}

#[test]
fn where_somebody_would_work_is_not_asked_for() {
    let job = job::read(
        "Junior Analyst (Graduate)\nTallow Bikes, Leeds (hybrid)\n\nAbout the role\nYou will join the Rider team. You \
         will work with an engineer and a designer, and you will own a small part of the app.\n\nWhat we look for\n\
         - Good working knowledge of SQL; Python is a plus\n- Clear communication\n",
    );
    assert_eq!(job.title.as_deref(), Some("Junior Analyst (Graduate)"));
    assert_eq!(
        texts(&job),
        [
            (
                "You will work with an engineer and a designer, and you will own a small part of the app.",
                false
            ),
            ("Good working knowledge of SQL; Python is a plus", false),
            ("Clear communication", false),
        ]
    );
}

#[test]
fn a_label_is_no_part_of_the_title() {
    let job = job::read(
        "Job title: Associate Product Manager\nCompany: Tallow Bikes\n\nRequirements\n- SQL\n",
    );
    assert_eq!(job.title.as_deref(), Some("Associate Product Manager"));
}

#[test]
fn ids_are_ids_and_each_once() {
    let job = job::read(
        "Requirements\n- 5+ years of SQL\n- 5+ years of SQL\n- Ünïcode wörds\n- you will\n",
    );
    let ids: Vec<_> = job.requirements.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["r-5-years-sql", "r-5-years-sql-2", "ncode-wrds", "r"]);
}

#[test]
fn the_draft_is_a_bar_that_reads_back() {
    let job = job::read(
        "Role \"X\"\n\nRequirements\n- say \"no\" \\ and mean\tit\n- a line that is rather longer than sixty letters, so that its title is cut\n",
    );
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    let bar = bar_of(&host, &scope, "job.toml", &job.draft("job")).expect("a bar");
    assert_eq!(*bar, {
        let mut bar = job.bar("job");
        bar.summary = bar.summary.clone();
        bar
    });
    assert_eq!(
        bar.criteria[0].from.as_deref(),
        Some("say \"no\" \\ and mean it")
    );
    assert_eq!(
        bar.criteria[1].title,
        "a line that is rather longer than sixty letters, so that its…"
    );
}

#[test]
fn hostile_text_is_read() {
    let long = format!(
        "Requirements\n{}",
        "- you must\u{1b}[31m know\n".repeat(5_000)
    );
    let job = job::read(&long);
    assert_eq!(job.requirements.len(), 200);
    assert!(!job.requirements[0].text.contains('\u{1b}'));
    assert_eq!(job::read(""), Job::default());
    assert!(job::read(&"#".repeat(100_000)).requirements.is_empty());
    assert!(job::read(&"word ".repeat(200_000)).requirements.is_empty());
}

#[test]
fn a_word_alone_is_asked_for_in_a_list_of_what_is_asked_for() {
    let job = job::read(
        "Analyst\n\nRequirements\n- SQL\n- German\n- –\n\nNice to have\n- Polish\n\nBenefits\n- Lunch\n",
    );
    assert_eq!(
        texts(&job),
        [("SQL", false), ("German", false), ("Polish", true)]
    );
    assert!(
        job.draft("analyst")
            .contains("from = \"Polish\"\nwish = true\n")
    );
    assert_eq!(job.draft("analyst").matches("wish").count(), 1);
}
