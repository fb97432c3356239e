//! A take on paper.

mod criteria;
mod rest;
mod tables;

use whyproof_experience::Take;
use whyproof_experience::debrief::{self, Coverage};

use super::{TakeOptions, says};
use crate::locale::Locale;
use crate::paper::STYLE;
use crate::print::{Head, Pen, PrintError, Printed, printed, refuse_cells};

pub(crate) use tables::{cells, choice, matrix};

/// How takes look, over the style of papers.
pub(crate) const TAKE_STYLE: &str = include_str!("paper/take.typ");

/// How many files are named.
const FILES: usize = 12;

/// The Typst source of a take. Pure: nothing is read.
pub fn source(take: &Take, options: &TakeOptions) -> String {
    write(take, options).out
}

/// A take as PDF.
///
/// # Errors
///
/// Where it is too large for a paper.
pub fn pdf(take: &Take, options: &TakeOptions) -> Result<Printed, PrintError> {
    refuse_cells(cells(take))?;
    let mut pen = write(take, options);
    let set = pen.set(options.day)?;
    printed(&set, pen.shapeless)
}

fn write(take: &Take, options: &TakeOptions) -> Pen {
    let locale = options.read_locale();
    let person = says::person(take);
    let head = Head {
        title: &format!("{person}: {}", says::KIND.to_lowercase()),
        author: take.person.as_deref(),
        keywords: ["take", "background"],
        locale: &locale,
        size: options.size,
        day: options.day,
        foot: &format!("{person}: {}", says::KIND.to_lowercase()),
    };
    let mut pen = Pen::new(&[STYLE, TAKE_STYLE], &head);
    pen.raw("#std.title")
        .title(person)
        .raw("\n#byline")
        .block(says::KIND)
        .raw("\n\n");
    question(&mut pen, take);
    tallies(&mut pen, take);
    how_to_read(&mut pen, take);
    tables::side_by_side(&mut pen, take);
    if *take != Take::default() {
        pen.call("sections", &["Contents"]);
    }
    files(&mut pen, take);
    sections(&mut pen, take, &options.asked, &locale);
    pen
}

/// What a take says, a section each: what a reader wants first, then why.
fn sections(pen: &mut Pen, take: &Take, asked: &[Coverage], locale: &Locale) {
    rest::strongest(pen, take);
    rest::strong_lines(pen, take);
    rest::gaps(pen, take);
    whole(pen, take, locale);
    for (at, bar) in take.bars.iter().enumerate() {
        criteria::bar(pen, take, bar, asked.get(at), locale);
    }
    rest::remarks(pen, take);
    rest::places(pen, take);
    matrix(pen, take);
    choice(pen, take);
    about_none(pen, asked, locale);
}

/// What the marks mean.
pub(crate) fn key(pen: &mut Pen) {
    pen.raw("#key(").block(says::BAR).raw(",");
    for (level, means) in says::KEY {
        pen.raw(&format!("(\"{}\", ", level.words()));
        pen.block(means).raw("),");
    }
    pen.raw(")\n\n");
}

fn whole(pen: &mut Pen, take: &Take, locale: &Locale) {
    if !take.people.is_empty() {
        pen.heading(1, "What people said of the whole");
        criteria::people(pen, &take.people, locale, false);
    }
}

/// What was asked in interviews and is about none of the criteria.
fn about_none(pen: &mut Pen, asked: &[Coverage], locale: &Locale) {
    let heard = debrief::about_none(asked);
    if !heard.is_empty() {
        pen.heading(1, says::ASKED_ELSE);
        criteria::heard(pen, &heard, locale);
    }
}

/// The question as they put it, and how they sign it.
fn question(pen: &mut Pen, take: &Take) {
    let Some(question) = take.question.as_deref().filter(|q| !q.trim().is_empty()) else {
        return;
    };
    pen.raw("#question([").paragraphs(question).raw("], ");
    match take
        .signed
        .as_deref()
        .filter(|signed| !signed.trim().is_empty())
    {
        Some(signed) => pen.block(signed),
        None => pen.raw("none"),
    };
    pen.raw(")\n");
}

fn files(pen: &mut Pen, take: &Take) {
    if take.files.is_empty() {
        return;
    }
    let named: Vec<&str> = take.files.iter().take(FILES).map(String::as_str).collect();
    let more = take.files.len().saturating_sub(FILES);
    let more = match more {
        0 => String::new(),
        more => format!(
            " and {}",
            whyproof_case::counted(more, "more file", "more files")
        ),
    };
    pen.call("small", &[&format!("Read: {}{more}.", named.join(", "))]);
}

/// A line for each bar: how many criteria are at which level.
pub(crate) fn tallies(pen: &mut Pen, take: &Take) {
    for bar in &take.bars {
        pen.raw("#row(wide: 28mm)")
            .block(says::bar(bar))
            .raw("[#squares(");
        for criterion in &bar.criteria {
            pen.raw("\"").raw(criterion.level.words()).raw("\",");
        }
        pen.raw(")#h(.8em);").words(&says::tally(bar)).end();
    }
}

/// What the marks mean, and what it cannot know.
fn how_to_read(pen: &mut Pen, take: &Take) {
    pen.raw("#how-to-read").block("How to read this").raw("[");
    if !take.bars.is_empty() {
        key(pen);
    }
    for paragraph in says::FOOT {
        pen.words(paragraph).raw("\n\n");
    }
    pen.end();
}
