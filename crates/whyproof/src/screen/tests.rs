use jiff::civil::date;
use whyproof_case::{Case, Computed, Scope, resolve};
use whyproof_check::{Options, check};
use whyproof_testing::MemoryHost;
use whyproof_whys::built_in;

use super::{Mark, Screen, draw, first};

const PROBLEM: &str = "## Customer problem\n\n**Who:** nurses. **When:** at each handover. **How many:** 40. \
                       **How we know:** we counted.[^seen]\n\n## Case\n\n";
const SEEN: &str = "\n[^seen]: observation: four days on the ward. https://ward.org/notes\n";

fn case(text: &str) -> Case {
    let host = MemoryHost::new();
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn screen(text: &str) -> Screen {
    let case = case(text);
    let options = Options {
        config: &whyproof_case::CheckConfig::default(),
        today: date(2026, 11, 23),
        all: false,
    };
    first(&case, &check(&case, &options), built_in(), "case.md")
}

/// The verdict of an idea whose *Case* is `argument`.
fn says(argument: &str, mark: Mark, verdict: &str) {
    let screen = screen(&format!(
        "---\nkind: idea\nowner: N. Vale\n---\n\n# T\n\n{PROBLEM}{argument}\n{SEEN}"
    ));
    assert_eq!((screen.verdict.as_str(), screen.mark), (verdict, mark));
}

#[test]
fn a_verdict_is_told_in_plain_words() {
    let untested = "It stands, untested: nobody but you has objected to it yet.";
    says("- It works.[^seen]", Mark::Stands, untested);
    let tested = "It stands, and it has been tested: one objection, from S. Banda.";
    let asked = "- It works.[^seen]\n  - but not here. {by=\"S. Banda\"}\n    - but it did.[^seen]";
    says(asked, Mark::Stands, tested);
    says(
        "- It works.",
        Mark::Open,
        "It rests on your word in one place.",
    );
    let bare = "- It works.[^seen]\n  - but not here.";
    says(
        bare,
        Mark::Open,
        "One objection waits for an answer with evidence.",
    );
    let asked = "- It works.[^seen]\n\n## Questions\n\n### Where? {by=\"S. Banda\"}\n";
    says(
        asked,
        Mark::Open,
        "One question waits for an answer with evidence.",
    );
    let felled = "- It works.\n  - but it did not.[^seen]";
    says(
        felled,
        Mark::Falls,
        "It falls: its claim “It works” does not hold.",
    );
    says("", Mark::Open, "Nothing is argued yet: there is no claim.");
    let whole = "- It works.[^seen]\n- but nobody asked for it.[^seen]";
    let falls = "It falls: the objection “nobody asked for it” stands against the whole.";
    says(whole, Mark::Falls, falls);
}

#[test]
fn the_screen_the_outline_and_the_repair_name_the_same_cause() {
    let text = format!(
        "---\nkind: idea\nowner: N. Vale\n---\n\n# T\n\n{PROBLEM}- It works.[^log]\n{SEEN}[^log]: measurement: data/log.csv\n"
    );
    let lacks = "[log] names the file data/log.csv, and there is none";
    let more = screen(&text).groups[0].places[0].more.clone();
    assert_eq!(more, Some(format!("The case rests on it. {lacks}.")));
    let case = case(&text);
    assert_eq!(
        super::cause(&case).as_deref(),
        Some("Most rests on “It works” (line 14).")
    );
    let repair = crate::steps::lines(&case, &case.verdict.repair, "It", 200).join(" ");
    assert!(
        repair.ends_with(
            "for “It works” (line 14), [log] (line 17) names the file data/log.csv, and there is none: put it there, \
             or name the file that is meant."
        ),
        "{repair}"
    );
}

#[test]
fn what_the_problem_lacks_is_named_once() {
    let text = "---\nkind: idea\n---\n\n# T\n\n## Customer problem\n\nIt hurts.\n\n## Case\n\n- It works.\n";
    let screen = screen(text);
    let drawn = draw(&screen, 80);
    assert_eq!(
        drawn.matches("The problem does not say").count(),
        1,
        "{drawn}"
    );
}

#[test]
fn a_text_that_is_no_case_is_said_to_be_none() {
    let screen = screen("Just a note, because somebody asked.\n");
    assert_eq!(screen.title, "case.md");
    assert!(
        screen
            .verdict
            .starts_with("Read as an idea with nothing argued yet")
    );
    assert_eq!(screen.command, "whyproof import case.md");
}

#[test]
fn a_text_that_tells_what_was_done_may_be_a_story() {
    let screen = screen("In May I ran the desk alone. I learned that nobody reads the sign.\n");
    assert!(screen.verdict.starts_with("It may be a story"));
    assert_eq!(screen.command, "whyproof import case.md");
}

#[test]
fn three_weakest_places_are_of_three_lines() {
    let screen = screen("---\nkind: idea\n---\n\n# T\n\n## Case\n\n- A.\n- B.\n- C.\n- D.\n- E.\n");
    let places = &screen.groups.last().expect("places").places;
    assert_eq!(places.len(), 3);
    let mut lines: Vec<_> = places.iter().map(|place| place.line).collect();
    lines.dedup();
    assert_eq!(lines.len(), 3);
}
