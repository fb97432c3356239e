//! What is to be said of a paper: how long it is, what it lacks.

use whyproof_typeset::Typeset;

use super::Form;
use super::form::left_out;
use super::writer::Writer;

/// By how much a body is longer than its form allows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Over {
    /// Pages, to a tenth.
    pub pages: f64,
    /// Words, about: to ten.
    pub words: usize,
}

/// What is to be said of a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The form.
    pub form: Form,
    /// All pages.
    pub pages: usize,
    /// Pages of the body.
    pub body_pages: usize,
    /// How many the body may have.
    pub limit: Option<usize>,
    /// By how much it is longer.
    pub over: Option<Over>,
    /// What the case lacks for this form, a sentence each.
    pub lacks: Vec<String>,
    /// What the form leaves out.
    pub left_out: Vec<String>,
    /// Letters that the fonts have no shape for; they are told by their numbers.
    pub shapeless: Vec<char>,
}

impl Report {
    /// What a writer should know, a sentence each: nothing for a paper that is as it should be.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        if let (Some(limit), Some(over)) = (self.limit, self.over) {
            let pages = if limit == 1 { "page" } else { "pages" };
            said.push(format!(
                "The {} may have {limit} {pages}, and is {:.1} too long: about {} words.",
                match self.form {
                    Form::OnePager => "one-pager",
                    Form::Letter => "letter",
                    _ => "body",
                },
                over.pages,
                over.words
            ));
        }
        said.extend(self.lacks.iter().cloned());
        said.extend(untold(&self.shapeless));
        said
    }
}

/// What is to be said of letters that the fonts have no shape for.
pub fn untold(shapeless: &[char]) -> Option<String> {
    let letters = shapeless.iter().take(20);
    let letters: Vec<String> = letters
        .map(|letter| format!("U+{:04X}", *letter as u32))
        .collect();
    (!letters.is_empty()).then(|| {
        format!(
            "The fonts have no shape for {}; the paper gives the numbers.",
            letters.join(", ")
        )
    })
}

pub(super) fn report(writer: &Writer<'_, '_>, set: &Typeset) -> Report {
    let form = writer.options.form;
    let end = set.place("body-end");
    let body_pages = end.map_or(set.pages(), |end| end.page);
    let limit = form.limit();
    let over = limit.filter(|&limit| body_pages > limit).map(|limit| {
        let height = set.size(body_pages).map_or(1.0, |(_, height)| height);
        let down = end.map_or(1.0, |end| end.down / height).clamp(0.0, 1.0);
        let pages = ((body_pages - 1 - limit) as f64 + down).max(0.1);
        let words = body_words(set, body_pages) as f64 * pages / (limit as f64 + pages);
        Over {
            pages: (pages * 10.0).ceil() / 10.0,
            words: (words / 10.0).ceil() as usize * 10,
        }
    });
    Report {
        form,
        pages: set.pages(),
        body_pages,
        limit,
        over,
        lacks: writer.lacks.clone(),
        left_out: left_out(writer.manuscript, form)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        shapeless: writer.shapeless.iter().copied().collect(),
    }
}

/// Words on the pages of the body.
fn body_words(set: &Typeset, pages: usize) -> usize {
    let runs = (1..=pages).flat_map(|page| set.runs(page));
    runs.map(|run| run.text.split_whitespace().count()).sum()
}
