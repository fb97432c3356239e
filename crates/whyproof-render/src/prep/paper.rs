//! The preparation book on paper.

mod asked;
mod sheet;

use super::{Book, KEEP, KIND, TAKE, page::whose, to_tell};
use crate::locale::Locale;
use crate::paper::STYLE;
use crate::print::{Head, Pen, PrintError, Printed, printed, refuse_cells};
use crate::take::paper::{self as take, TAKE_STYLE};
use crate::take::{TakeOptions, says};

/// How books look, over the style of takes.
const BOOK_STYLE: &str = include_str!("paper/book.typ");

/// The Typst source of a preparation book. Pure: nothing is read.
pub fn source(book: &Book, options: &TakeOptions) -> String {
    write(book, options, false).out
}

/// A preparation book as PDF. Where a story's sheet is longer than a page, it is set in smaller letters.
///
/// # Errors
///
/// Where it is too large for a paper.
pub fn pdf(book: &Book, options: &TakeOptions) -> Result<Printed, PrintError> {
    refuse_cells(take::cells(&book.take))?;
    let mut pen = write(book, options, false);
    let mut set = pen.set(options.day)?;
    let pages = |set: &whyproof_typeset::Typeset, at: usize| {
        let page = |label: String| set.place(&label).map(|place| place.page);
        let begins = page(format!("sheet-{at}"));
        let ends = page(format!("sheet-end-{at}"));
        ends.zip(begins)
            .map_or(1, |(end, begin)| end.saturating_sub(begin) + 1)
    };
    let is_long =
        |set: &whyproof_typeset::Typeset| (0..book.stories.len()).any(|at| pages(set, at) > 1);
    if is_long(&set) {
        set = write(book, options, true).set(options.day)?;
    }
    printed(&set, pen.shapeless)
}

/// The book; where `close`, stories that are longer than a page in smaller letters.
fn write(book: &Book, options: &TakeOptions, close: bool) -> Pen {
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
    pen.raw("#show: book\n");
    cover(&mut pen, book, options, &locale);
    sheet::all(&mut pen, book, close);
    asked::coverage(&mut pen, book);
    asked::interviewers(&mut pen, book);
    asked::ask_them(&mut pen, book);
    asked::failures(&mut pen, book);
    asked::debriefs(&mut pen, book, &locale);
    asked::line_notes(&mut pen, book);
    findings(&mut pen, book);
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
    pen.block(&day.unwrap_or_default()).raw(", ");
    pen.block("Contents").raw(")\n");
}

/// What the take found: each criterion, how far it is shown, and which story to tell.
fn findings(pen: &mut Pen, book: &Book) {
    let take = &book.take;
    if take.bars.iter().all(|bar| bar.criteria.is_empty()) {
        return;
    }
    pen.call("chapter", &["The take at a glance"]);
    pen.call("small", &[TAKE]);
    take::tallies(pen, take);
    take::key(pen);
    for bar in &take.bars {
        pen.raw("#findings(([").words(says::bar(bar));
        pen.raw("],[],[").words("Tell").raw("]),");
        for one in &bar.criteria {
            pen.block(says::heading(one)).raw(",");
            pen.raw(&format!("level(\"{}\"),", one.level.words()));
            match to_tell(book, one) {
                Some(at) => {
                    pen.raw("told-on(").block(&format!("Story {}", at + 1));
                    pen.raw(&format!(",<sheet-{at}>),"));
                }
                None => drop(pen.raw("[–],")),
            }
        }
        pen.raw(")\n\n");
    }
}

/// Where nobody has a name.
fn named<'n>(name: &'n str, else_: &'n str) -> &'n str {
    says::titled(name, else_)
}
