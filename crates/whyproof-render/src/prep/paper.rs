//! The preparation book on paper.

mod asked;
mod sheet;

use super::{Book, KEEP, KIND, page::whose};
use crate::locale::Locale;
use crate::paper::STYLE;
use crate::print::{Head, Pen, PrintError, Printed, printed, refuse_cells};
use crate::take::paper::{self as take, TAKE_STYLE};
use crate::take::{TakeOptions, says};

/// How books look, over the style of takes.
const BOOK_STYLE: &str = include_str!("paper/book.typ");

/// The Typst source of a preparation book. Pure: nothing is read.
pub fn source(book: &Book, options: &TakeOptions) -> String {
    write(book, options, &[]).out
}

/// A preparation book as PDF. A story whose sheet is longer than a page is set in smaller letters where that brings it
/// onto one.
///
/// # Errors
///
/// Where it is too large for a paper.
pub fn pdf(book: &Book, options: &TakeOptions) -> Result<Printed, PrintError> {
    refuse_cells(take::cells(&book.take))?;
    let mut pen = write(book, options, &[]);
    let mut set = pen.set(options.day)?;
    let pages = |set: &whyproof_typeset::Typeset, at: usize| {
        let page = |label: String| set.place(&label).map(|place| place.page);
        let begins = page(format!("sheet-{at}"));
        let ends = page(format!("sheet-end-{at}"));
        ends.zip(begins)
            .map_or(1, |(end, begin)| end.saturating_sub(begin) + 1)
    };
    let long: Vec<bool> = (0..book.stories.len())
        .map(|at| pages(&set, at) > 1)
        .collect();
    if long.contains(&true) {
        let mut closer = write(book, options, &long);
        let closely = closer.set(options.day)?;
        let fits: Vec<bool> = long
            .iter()
            .enumerate()
            .map(|(at, is_long)| *is_long && pages(&closely, at) == 1)
            .collect();
        if fits == long {
            set = closely;
        } else if fits.contains(&true) {
            set = write(book, options, &fits).set(options.day)?;
        }
    }
    printed(&set, pen.shapeless)
}

/// The book; the stories that `close` says are set in smaller letters.
fn write(book: &Book, options: &TakeOptions, close: &[bool]) -> Pen {
    let locale = options.read_locale();
    let whose = whose(book);
    let title = format!("{whose}: {}", KIND.to_lowercase());
    let head = Head {
        title: &title,
        author: book.person.as_deref(),
        keywords: ["preparation", "interviews"],
        locale: &locale,
        size: options.size,
        day: options.day,
        foot: &title,
    };
    let mut pen = Pen::new(&[STYLE, TAKE_STYLE, BOOK_STYLE], &head);
    cover(&mut pen, book, options, &locale);
    pen.raw("#show: book\n")
        .call("list-of-chapters", &["Contents"]);
    for (at, story) in book.stories.iter().enumerate() {
        let close = close.get(at).copied().unwrap_or(false);
        sheet::write(&mut pen, story, at, book.stories.len(), close);
    }
    asked::coverage(&mut pen, book);
    asked::interviewers(&mut pen, book);
    asked::ask_them(&mut pen, book);
    asked::failures(&mut pen, book);
    asked::debriefs(&mut pen, book, &locale);
    asked::line_notes(&mut pen, book);
    whole_take(&mut pen, book, options, &locale);
    pen
}

fn cover(pen: &mut Pen, book: &Book, options: &TakeOptions, locale: &Locale) {
    pen.raw("#cover(")
        .block(KIND)
        .raw(", ")
        .title(whose(book))
        .raw(", ");
    match book.job.as_deref().filter(|job| !job.trim().is_empty()) {
        Some(job) => pen.block(job),
        None => pen.raw("none"),
    };
    let day = options.day.map(|day| locale.date(day));
    pen.raw(", ").block(KEEP).raw(", ");
    pen.block(&day.unwrap_or_default()).raw(")\n");
}

/// The take, but for its matrix and choice, which stand before.
fn whole_take(pen: &mut Pen, book: &Book, options: &TakeOptions, locale: &Locale) {
    if book.take == whyproof_experience::Take::default() {
        return;
    }
    pen.call("chapter", &["The take"]);
    pen.deeper = 1;
    take::apart(pen, &book.take, &options.asked, locale);
    pen.deeper = 0;
    take::foot(pen);
}

/// Where nobody has a name.
fn named<'n>(name: &'n str, else_: &'n str) -> &'n str {
    says::titled(name, else_)
}
