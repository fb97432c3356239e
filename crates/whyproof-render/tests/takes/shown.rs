//! What a take and a book show.

use whyproof_experience::debrief::{Coverage, Covered, Heard, Went};
use whyproof_experience::{Reading, Take};
use whyproof_render::{prep, take};

use super::{options, parsed, sample};

/// The text of the page of a take, white space drawn together.
fn told(take: &Take) -> String {
    let parsed = parsed::check(take::html(take, &options()).as_str());
    plain(&parsed.text)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_stands_with_where_it_stands_and_why_it_was_read_so() {
    let take = sample::take();
    let told = told(&take);
    let criteria = take.bars.iter().flat_map(|bar| &bar.criteria);
    let mut quotes = 0;
    for criterion in criteria {
        assert!(told.contains(&criterion.title), "{}", criterion.title);
        for quote in &criterion.found {
            quotes += 1;
            let line = quote.line.unwrap();
            let story = quote.story.map(|at| sample::STORIES[at].0);
            let place = format!("“{}” ", quote.words);
            let (_, after) = told.split_once(&place).expect("the sentence");
            let after: String = after.chars().take(400).collect();
            assert!(after.contains(&quote.part), "{after}");
            assert!(story.is_none_or(|title| after.contains(title)), "{after}");
            assert!(after.contains(&format!("{}:{line}", quote.path)), "{after}");
            let why = [
                "Read as:",
                "that met:",
                "It stands under",
                "Near in meaning",
            ];
            assert!(why.iter().any(|why| after.contains(why)), "{after}");
        }
        for missing in &criterion.missing {
            assert!(told.contains(&missing.replace('\'', "’")), "{missing}");
        }
    }
    assert!(quotes > 8);
}

#[test]
fn a_reading_says_which_words_met_and_how_near_a_meaning_is() {
    let mut take = sample::take();
    take.bars[0].criteria[0].found[0]
        .readings
        .push(Reading::Meaning {
            near: 0.625,
            met: Vec::new(),
        });
    let told = told(&take);
    assert!(
        told.contains(
            "Read as: a number of what was watched, and for how long. Word that met: “stood at the counter” for “watched”."
        ),
        "{told}"
    );
    assert!(
        told.contains("as the model on this machine measures it (0.62 of 1)"),
        "{told}"
    );
}

#[test]
fn what_people_said_stands_under_their_names_and_apart() {
    let page = take::html(&sample::take(), &options()).into_string();
    let boxes: Vec<&str> = page.split("<div class=\"people\">").skip(1).collect();
    assert_eq!(boxes.len(), 4);
    let judged = "<b><bdi>Dana L.</bdi></b>: <b class=\"judged\">raises</b> <span class=\"day\"><bdi>12\u{a0}November 2026";
    assert!(boxes.iter().any(|one| one.contains(judged)));
    // The machine's reading never has a word that only people give.
    let apart: String = page
        .split("<div class=\"people\">")
        .map(|part| {
            part.split_once("</div>\n</div>\n")
                .map_or(part, |(_, rest)| rest)
        })
        .collect();
    assert!(!apart.contains("class=\"judged\""));
}

#[test]
fn two_bars_stand_side_by_side_and_one_does_not() {
    let mut take = sample::take();
    assert!(told(&take).contains("Side by side"));
    take.bars.truncate(1);
    assert!(!told(&take).contains("Side by side"));
}

#[test]
fn a_job_sentence_stands_whole_and_once() {
    let mut take = sample::take();
    let sentence = "Own the outcome from the first interview to the day it works in every store.";
    let one = &mut take.bars[0].criteria[0];
    one.title = "Own the outcome from the first interview to the day it works…".to_owned();
    one.meets = sentence.to_owned();
    one.from = Some(sentence.to_owned());
    one.found.clear();
    one.missing = vec![format!("No sentence speaks of it: {sentence}")];
    one.level = whyproof_experience::Level::NotShown;
    take.bars.truncate(1);
    take.gaps.clear();
    take.choice = whyproof_experience::Choice::default();
    take.matrix = whyproof_experience::Matrix::default();
    let told = told(&take);
    // In the contents, and as its heading.
    assert_eq!(told.matches("Own the outcome").count(), 2, "{told}");
    assert!(told.contains("the day it works in every store"), "{told}");
    assert!(!told.contains('…'), "{told}");
}

#[test]
fn what_the_marks_mean_stands_before_the_first() {
    let page = take::html(&sample::take(), &options()).into_string();
    let key = page.find("<dl class=\"key\">").unwrap();
    assert!(key < page.find("<nav class=\"contents\"").unwrap());
}

#[test]
fn a_question_of_several_stands_once_with_their_names() {
    let mut book = sample::book();
    let again = book.interviewers[0].whys[0].clone();
    for one in &mut book.interviewers {
        one.whys.insert(0, again.clone());
    }
    let page = prep::html(&book, &options()).into_string();
    let asked = page.matches("<p class=\"asks\">").count();
    let all: std::collections::BTreeSet<&str> = book
        .interviewers
        .iter()
        .flat_map(|one| one.whys.iter().map(|why| why.question.as_str()))
        .collect();
    assert_eq!(asked, all.len());
    assert!(book.interviewers.len() < 2 || page.contains("Anybody may ask it."));
}

#[test]
fn an_empty_take_is_a_page_that_says_what_it_cannot_know() {
    let told = told(&Take::default());
    assert!(
        told.contains("Your background") && told.contains("There is no score."),
        "{told}"
    );
}

#[test]
fn a_take_has_no_private_note_and_a_book_marks_each() {
    let book = sample::book();
    let take = take::html(&book.take, &options()).into_string();
    assert!(!take.contains("Petra"));
    let page = prep::html(&book, &options()).into_string();
    parsed::check(&page);
    let (before, _) = page.split_once("Do not name Petra").expect("the note");
    let opened = before.rfind("<div class=\"private\">").expect("a box");
    assert!(before[opened..].contains("Only in this book"));
    assert!(!before[opened..].contains("</div>"));
}

#[test]
fn a_book_says_all_that_it_holds() {
    let book = sample::book();
    let told = plain(&parsed::check(prep::html(&book, &options()).as_str()).text);
    let stories = book.stories.iter().map(|one| one.name().to_owned());
    let asked = book
        .interviewers
        .iter()
        .flat_map(|one| one.whys.iter().map(|why| why.question.clone()));
    let went = book
        .debriefs
        .iter()
        .flat_map(|one| [one.question.clone(), one.went.clone()]);
    let noted = book
        .line_notes
        .iter()
        .flat_map(|one| [one.line.clone(), one.note.clone()]);
    for words in stories
        .chain(asked)
        .chain(went)
        .chain(noted)
        .chain(book.ask_them.clone())
    {
        assert!(told.contains(&words), "{words}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn on_paper_they_meet_the_standard_and_are_the_same_bytes_again() {
    let take = sample::take();
    let printed = take::pdf(&take, &options()).unwrap();
    assert!(printed.pdf.starts_with(b"%PDF") && printed.pages >= 4);
    assert!(printed.shapeless.is_empty());
    assert_eq!(printed.pdf, take::pdf(&take, &options()).unwrap().pdf);
    let book = sample::book();
    let printed = prep::pdf(&book, &options()).unwrap();
    assert!(printed.pages > 5, "{}", printed.pages);
    let empty = take::pdf(&Take::default(), &options()).unwrap();
    assert_eq!(empty.pages, 1);
    assert_eq!(
        prep::pdf(&prep::Book::default(), &options()).unwrap().pages,
        1
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_paper_is_of_the_locale() {
    let american = take::TakeOptions {
        locale: "en-US".to_owned(),
        ..options()
    };
    let source = take::source(&sample::take(), &american);
    assert!(source.contains("size: \"us-letter\"") && source.contains("Printed November 23, 2026"));
}

#[test]
fn a_sentence_of_the_job_that_is_the_criterion_is_told_once() {
    let mut take = sample::take();
    let from = "Decide what not to build, and say so.".to_owned();
    let criterion = &mut take.bars[0].criteria[0];
    criterion.meets.clone_from(&from);
    criterion.from = Some(from.clone());
    assert_eq!(told(&take).matches(&from).count(), 1);
}

/// What was asked: two questions about the first criterion, and one about none.
fn asked() -> take::TakeOptions {
    let heard = |question: &str, went| Heard {
        question: question.to_owned(),
        went,
        day: Some("2026-11-20".to_owned()),
        at: Some("Hiring manager".to_owned()),
        by: Some("P. Rao".to_owned()),
        story: None,
        note: Some("I said we again.".to_owned()),
    };
    let covered = |asked| Covered {
        criterion: String::new(),
        title: String::new(),
        asked,
    };
    let asked = vec![
        heard("Who said no?", Went::Well),
        heard("Whom did you ask?", Went::Badly),
    ];
    take::TakeOptions {
        asked: vec![Coverage {
            criteria: vec![covered(asked)],
            other: vec![heard("Do you like dogs?", Went::Mixed)],
        }],
        ..options()
    }
}

#[test]
fn what_was_asked_in_interviews_stands_with_its_criterion() {
    let take = sample::take();
    assert!(!told(&take).contains("sked in interviews"));
    let parsed = parsed::check(take::html(&take, &asked()).as_str());
    let page = plain(&parsed.text);
    assert!(
        page.contains("Asked in interviews: two questions, one went badly"),
        "{page}"
    );
    assert!(
        page.contains(
            "“Whom did you ask?” P. Rao, Hiring manager, 20 November 2026. It went badly."
        ),
        "{page}"
    );
    let (worst, best) = (page.find("Whom did you ask?"), page.find("Who said no?"));
    assert!(worst < best);
    assert!(
        page.contains("about none of these “Do you like dogs?”"),
        "{page}"
    );
    assert!(!page.contains("I said we again"));
}

#[cfg(feature = "pdf")]
#[test]
fn what_was_asked_in_interviews_stands_on_paper() {
    let (take, options) = (sample::take(), asked());
    let source = take::source(&take, &options);
    for words in [
        "You were asked",
        "Whom did you ask?",
        "It went badly",
        "Do you like dogs?",
    ] {
        assert!(source.contains(words), "{words}");
    }
}
