//! Bars on paper: each criterion with its level, the sentences that were read, what is missing, what people said.

use whyproof_experience::debrief::{Coverage, Covered, Heard};
use whyproof_experience::{BarTake, CriterionTake, Judgement, Quote, Take};

use super::super::page::story;
use super::super::says;
use crate::locale::Locale;
use crate::print::Pen;

/// A bar.
pub(super) fn bar(
    pen: &mut Pen,
    take: &Take,
    bar: &BarTake,
    asked: Option<&Coverage>,
    locale: &Locale,
) {
    pen.heading(1, says::bar(bar))
        .call("small", &[&says::tally(bar)]);
    for (at, one) in bar.criteria.iter().enumerate() {
        let asked = asked.and_then(|asked| asked.of(at));
        criterion(pen, take, one, asked, locale);
    }
}

fn criterion(
    pen: &mut Pen,
    take: &Take,
    one: &CriterionTake,
    asked: Option<&Covered>,
    locale: &Locale,
) {
    let depth = 2 + pen.deeper;
    pen.raw(&format!("#criterion({depth}, "));
    pen.title(says::titled(&one.title, &one.id));
    pen.raw(&format!(", \"{}\")\n\n", one.level.words()));
    if !one.meets.trim().is_empty() && !says::is_from_the_job(one) {
        pen.call("lead", &[&one.meets]);
    }
    if let Some(from) = one.from.as_deref().filter(|from| !from.trim().is_empty()) {
        pen.row("The job says")
            .words(&format!("“{}”", from.trim()))
            .end();
    }
    if one.found.is_empty() {
        pen.row("What was read")
            .raw("#emph")
            .block("Nothing that was read tells this.")
            .end();
    } else {
        pen.row("What was read");
        quotes(pen, take, &one.found);
        if let Some(more) = says::more(one.more) {
            pen.call("small", &[&more]);
        }
        pen.end();
    }
    if !one.missing.is_empty() {
        pen.row("What is missing").list_of_ours(&one.missing).end();
    }
    people(pen, &one.people, locale, true);
    if let Some(asked) = asked {
        pen.row("You were asked");
        heard(pen, &asked.worst_first(), locale);
        pen.end();
    }
    room(pen, one);
}

/// What was asked in interviews, by whom, when, and how it went.
pub(super) fn heard(pen: &mut Pen, heard: &[&Heard], locale: &Locale) {
    for one in heard {
        let question = format!("“{}”", one.question.trim());
        pen.words(&question).raw("\n\n");
        pen.call("small", &[&says::heard(one, locale)]);
    }
}

/// What a room asks, and what the bar says besides.
fn room(pen: &mut Pen, one: &CriterionTake) {
    if !one.questions.is_empty() {
        pen.row("A room asks").list(&one.questions).end();
    }
    for (label, words) in [("Below the bar", &one.below), ("Raises it", &one.raises)] {
        if !words.trim().is_empty() {
            pen.row(label).call("small", &[words]).end();
        }
    }
}

/// Sentences, each with where it stands and why it was read so.
pub(super) fn quotes(pen: &mut Pen, take: &Take, quotes: &[Quote]) {
    for quote in quotes {
        let mut place = says::place(quote);
        if let Some(title) = story(take, quote) {
            place = format!("{title}. {place}");
        }
        let evidence = says::evidence(quote).map(|one| format!(" {one}"));
        let why = format!("{}{}", says::readings(quote), evidence.unwrap_or_default());
        let words = format!("“{}”", quote.words.trim());
        pen.call("said", &[&words, &format!("{place}."), &why]);
    }
}

/// What people said, under their names.
pub(super) fn people(pen: &mut Pen, people: &[Judgement], locale: &Locale, labelled: bool) {
    if people.is_empty() {
        return;
    }
    pen.raw(if labelled {
        "#people("
    } else {
        "#people(label: none, "
    });
    for one in people {
        let by = one.by.trim();
        pen.raw("[#by(")
            .block(if by.is_empty() { "Somebody" } else { by })
            .raw(", ");
        match one.judged {
            Some(judged) => pen.block(judged.word()),
            None => pen.raw("none"),
        };
        pen.raw(", ");
        match &one.day {
            Some(day) => pen.block(&says::day(day, locale)),
            None => pen.raw("none"),
        };
        pen.raw(")\n").paragraphs(&one.note).raw("],");
    }
    pen.raw(")\n\n");
}
