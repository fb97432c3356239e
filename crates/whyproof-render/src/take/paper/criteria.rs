//! Bars on paper: each criterion with its level, the sentences that were read, what is missing, what people said.

use whyproof_experience::debrief::{Coverage, Covered, Heard};
use whyproof_experience::{BarTake, CriterionTake, Judgement, ON_YOUR_WORD, Quote, Take};

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
        .call("small(sticky: true)", &[&says::tally(bar)]);
    // Said once: of the next bars it is the same.
    let first = take.bars.iter().find(|bar| bar.is_on_your_word());
    if first.is_some_and(|first| std::ptr::eq(first, bar)) {
        pen.raw("#small(sticky: true)[").ours(ON_YOUR_WORD);
        pen.raw("]\n\n");
    }
    for (at, one) in bar.criteria.iter().enumerate() {
        let asked = asked.and_then(|asked| asked.of(at));
        criterion(pen, take, (bar, one), asked, locale);
    }
}

fn criterion(
    pen: &mut Pen,
    take: &Take,
    (bar, one): (&BarTake, &CriterionTake),
    asked: Option<&Covered>,
    locale: &Locale,
) {
    let depth = 2 + pen.deeper;
    pen.raw(&format!("#criterion({depth}, "));
    pen.title(says::heading(one));
    pen.raw(&format!(", \"{}\")\n\n", one.level.words()));
    if let Some(meets) = says::meets(one) {
        pen.call("lead", &[meets]);
    }
    if let Some(from) = says::from(one) {
        pen.row_of("The job says", from.len())
            .words(&format!("“{from}”"))
            .end();
    }
    if let Some(welcome) = says::welcome(one) {
        pen.call("lead", &[welcome]);
    }
    if one.found.is_empty() {
        pen.row("What was read")
            .raw("#emph")
            .block(&says::nothing(one))
            .end();
    } else {
        quotes(pen, take, &one.found, &one.more);
    }
    let missing = says::missing(bar, one);
    if !missing.is_empty() {
        let letters = missing.iter().map(|words| words.len()).sum();
        pen.row_of("What is missing", letters)
            .list_of_ours(&missing)
            .end();
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
    let besides = [("Below the bar", &one.below), ("Raises it", &one.raises)];
    let besides = besides.map(|(label, words)| (label, words.trim()));
    let asked: usize = one.questions.iter().map(String::len).sum();
    let letters = asked + one.below.len() + one.raises.len();
    if letters == 0 {
        return;
    }
    let label = if asked > 0 {
        "A room asks"
    } else {
        "The bar says"
    };
    pen.row_of(label, letters).raw("#room-asks(");
    if asked > 0 {
        pen.raw("[").list(&one.questions).raw("],");
    }
    for (label, words) in besides.into_iter().filter(|(_, words)| !words.is_empty()) {
        pen.raw("[#strong").block(&format!("{label}:")).raw(" ");
        pen.words(words).raw("],");
    }
    pen.raw(")").end();
}

/// Sentences, a row each, with where it stands and why it was read so.
pub(super) fn quotes(pen: &mut Pen, take: &Take, quotes: &[Quote], more: &[Quote]) {
    for (at, quote) in quotes.iter().enumerate() {
        let label = if at == 0 { "What was read" } else { "" };
        pen.row_of(label, quote.words.len());
        let evidence = says::evidence(quote).map(|one| format!(" {one}"));
        let why = format!("{}{}", says::readings(quote), evidence.unwrap_or_default());
        let words = format!("“{}”", quote.words.trim());
        let place = format!("{}.", says::place(take, quote));
        pen.call("said", &[&words, &place, &why]);
        if let Some(told) = says::more(more).filter(|_| at + 1 == quotes.len()) {
            let lines = says::lines(more).map(|lines| format!(": {lines}"));
            pen.call("small", &[&format!("{told}{}.", lines.unwrap_or_default())]);
        }
        pen.end();
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
