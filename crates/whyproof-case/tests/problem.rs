//! The parts of a problem are found in what people write: `problem/tuned.toml`, which the finder was written by, and
//! `problem/held_out.toml`, which it was not.

#![allow(
    clippy::print_stdout,
    reason = "precision and recall are printed for the page that reports them"
)]

use serde::Deserialize;
use whyproof_case::{Case, Computed, Part, Scope, resolve};
use whyproof_testing::MemoryHost;

#[derive(Deserialize)]
struct Table {
    statement: Vec<Statement>,
}

#[derive(Deserialize)]
struct Statement {
    text: String,
    has: Vec<String>,
}

fn read(file: &str) -> Vec<Statement> {
    let table: Table = toml::from_str(file).expect("a table of statements");
    table.statement
}

fn case(problem: &str) -> Case {
    let text = format!(
        "# A case\n\n## Customer problem\n\n{problem}\n\n## Decision\n\nNone yet.\n\n\
         [^agri]: research: a register of farms. https://example.org/farms\n\n\
         [^count]: measurement: a count. https://example.org/count\n\n\
         [^survey]: research: a survey. https://example.org/survey\n"
    );
    let parse = whyproof_syntax::parse(&text);
    let host = MemoryHost::new();
    resolve(
        parse,
        &host,
        Scope::of(&host, "case.md"),
        &Computed::default(),
    )
}

/// True positives, false positives and false negatives.
#[derive(Default, Clone, Copy)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

/// The score for each part, and what was wrong.
fn score(statements: &[Statement]) -> ([Score; 8], Vec<String>) {
    let mut scores = [Score::default(); 8];
    let mut wrong = Vec::new();
    for statement in statements {
        let case = case(&statement.text);
        for (score, part) in scores.iter_mut().zip(Part::ALL) {
            let said = statement.has.iter().any(|key| key == part.key());
            let found = case.problem.part(part);
            match (said, found) {
                (true, Some(_)) => score.right += 1,
                (false, Some(found)) => {
                    score.wrong += 1;
                    wrong.push(format!(
                        "{} is not said, found “{}” in: {}",
                        part.words(),
                        found.text,
                        statement.text
                    ));
                }
                (true, None) => {
                    score.missed += 1;
                    wrong.push(format!(
                        "{} is not found in: {}",
                        part.words(),
                        statement.text
                    ));
                }
                (false, None) => {}
            }
        }
    }
    (scores, wrong)
}

fn print(scores: &[Score; 8]) {
    for (part, score) in Part::ALL.iter().zip(scores) {
        println!(
            "{:16} precision {:.2}, recall {:.2} ({} right, {} wrong, {} missed)",
            part.words(),
            score.precision(),
            score.recall(),
            score.right,
            score.wrong,
            score.missed
        );
    }
}

#[test]
fn parts_are_found_in_statements_that_the_finder_was_written_by() {
    let (scores, wrong) = score(&read(include_str!("problem/tuned.toml")));
    print(&scores);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn parts_are_found_in_statements_held_out() {
    let (scores, wrong) = score(&read(include_str!("problem/held_out.toml")));
    print(&scores);
    println!("{}", wrong.join("\n"));
    for (part, score) in Part::ALL.iter().zip(&scores) {
        assert!(
            score.precision() >= 0.75,
            "{}: precision {:.2}",
            part.words(),
            score.precision()
        );
        assert!(
            score.recall() >= 0.75,
            "{}: recall {:.2}",
            part.words(),
            score.recall()
        );
    }
}

#[test]
fn calls_on_a_usual_day_are_how_often_and_minutes_lost_how_bad() {
    let case = case(
        "They phone the laboratory: we counted 143 calls on an average weekday. At 02:15 30 nurses lose ten minutes.",
    );
    let of = |part| case.problem.part(part).map(|found| found.text.as_str());
    assert_eq!(of(Part::HowOften), Some("143 calls on an average weekday"));
    assert_eq!(
        of(Part::HowBad),
        Some("At 02:15 30 nurses lose ten minutes")
    );
}

#[test]
fn what_the_author_marks_wins_over_what_is_found() {
    let case = case(
        "Night nurses hunt for a pump at the start of every shift.\n\n\
         **Who:** porters **When:** at noon\n\n### How we know\n\nThe porter's list, kept for a week.",
    );
    let of = |part| {
        case.problem
            .part(part)
            .map(|found| (found.text.as_str(), found.marked))
    };
    assert_eq!(of(Part::Who), Some(("porters", true)));
    assert_eq!(of(Part::When), Some(("at noon", true)));
    assert_eq!(
        of(Part::HowWeKnow),
        Some(("The porter's list, kept for a week.", true))
    );
    assert_eq!(of(Part::HowOften), Some(("every shift", false)));
}

#[test]
fn a_part_named_and_left_open_is_not_said() {
    let case = case("**Who:** TBD\n\n**How many:** ?\n\n- When:\n");
    assert!(case.problem.part(Part::Who).is_none());
    assert!(case.problem.part(Part::HowMany).is_none());
    assert!(case.problem.part(Part::When).is_none());
}

#[test]
fn a_figure_is_a_source_and_a_footnote_without_a_kind_is_none() {
    let figure = case("Of those asked, [33.9%](figure:learned.without) came.");
    assert!(figure.problem.part(Part::HowWeKnow).is_some());
    let open = case("Of those asked, [?](figure:learned.without) came.");
    assert!(open.problem.part(Part::HowWeKnow).is_none());
    let note = case("Night nurses hunt for a pump.[^aside]\n\n[^aside]: They told a friend.");
    assert!(note.problem.part(Part::HowWeKnow).is_none());
}

#[test]
fn any_words_are_read_without_panic_and_spans_lie_in_the_text() {
    let words = "half a third of 17 $ 3% … — every each Mondays at on in the who whose they today own kept wrote down \
                 counted two in three lose according to when after before at the end of somebody gives 12 minutes \
                 later einem 日本 naïve’s (“ ” ) , ; : . ? 1.2M 19. on four evenings of five happened nearly all \
                 users over 70 as soon as";
    let words: Vec<&str> = words.split(' ').collect();
    let mut state = 1_u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(words[(state >> 8) as usize % words.len()]);
            text.push(' ');
        }
        let case = case(&text);
        for found in Part::ALL.iter().filter_map(|part| case.problem.part(*part)) {
            assert!(!found.text.is_empty(), "{text}");
            assert!(case.source().get(found.span.range()).is_some(), "{text}");
        }
    }
}

#[test]
fn a_text_without_punctuation_is_read_in_time_linear_in_its_length() {
    // Where every word looked at every other, this would take hours.
    let case = case(&"wait 26 minutes every shift of 17 nurses and ".repeat(100_000));
    assert!(case.problem.part(Part::HowBad).is_some());
}

/// The words found for a part.
fn found(problem: &str, part: Part) -> String {
    let case = case(problem);
    let found = case.problem.part(part);
    found.map(|found| found.text.clone()).unwrap_or_default()
}

#[test]
fn what_it_costs_is_found_in_plain_words() {
    for text in [
        "For the reader it means going back to the end of the queue.",
        "They are sent home, often another six weeks.",
        "They spend Saturday driving in.",
        "They lose the book.",
    ] {
        assert_ne!(found(text, Part::HowBad), "", "{text}");
    }
    assert_eq!(found("We lose the overview.", Part::HowBad), "");
}

#[test]
fn how_often_is_found_with_its_number() {
    let often = found(
        "Nurses wait for a lift, five evenings a week.",
        Part::HowOften,
    );
    assert_eq!(often, "five evenings a week");
    let often = found("It breaks down about eight times a week.", Part::HowOften);
    assert_eq!(often, "about eight times a week");
}

#[test]
fn a_count_of_a_whole_is_how_many() {
    for other in [
        "Twelve branches close at six.",
        "One of the six wards has a lift.",
    ] {
        let text = format!("{other} Readers came too late for 2,400 of 14,300 holds.");
        let many = found(&text, Part::HowMany);
        assert!(many.starts_with("2,400 of 14,300"), "{many}");
    }
}

#[test]
fn a_stretch_of_time_is_no_moment_where_one_is_told() {
    let text = "The hold lapses after eight days. Readers come when the branch is closed.";
    assert_eq!(found(text, Part::When), "when the branch is closed");
    let text = "The hold lapses after eight days. The branch closes at 18:00.";
    assert_eq!(found(text, Part::When), "at 18:00");
}

#[test]
fn a_label_is_not_read_for_other_parts() {
    let text = "**How bad:** six weeks more. **Today:** they drive in. Readers cannot come by day.";
    assert_eq!(found(text, Part::Hurts), "Readers cannot come by day");
    let text = "**How bad:** six weeks more.";
    assert!(!found(text, Part::Hurts).contains("How bad"));
}
