//! What papers that are not cases are written with: plain words to Typst source, and its pages as PDF.

use jiff::civil::Date;
use whyproof_typeset::{Day, Document, Standard, Typeset, TypesetError, string};

use crate::letters;
use crate::locale::{Locale, PageSize};
use crate::paper::words::{self, Shapeless};
use crate::take::says;

/// Width of the text in millimetres.
const MEASURE: f64 = 150.0;

/// Rows of fewer letters stay on a page.
const WHOLE: usize = 1_500;

/// The most cells of a matrix that are set: dozens of pages of them.
const CELLS: usize = 20_000;

/// A paper.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters that no font in the program has a shape for: they are told by their numbers.
    pub shapeless: Vec<char>,
}

/// Why it was not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// Its matrix would take minutes to set.
    #[error("it is too large for a paper: its matrix has {0} cells, and at most {CELLS} are set")]
    TooManyCells(usize),
    /// There is too much of it.
    #[error("it is too large for a paper: {0}")]
    TooLarge(TypesetError),
    /// What sets the pages failed: a bug of ours.
    #[error("setting the paper failed, which is a bug in Whyproof: {0}")]
    Failed(TypesetError),
}

impl From<TypesetError> for PrintError {
    fn from(error: TypesetError) -> PrintError {
        match error {
            TypesetError::TooLarge { .. } => PrintError::TooLarge(error),
            error => PrintError::Failed(error),
        }
    }
}

/// What stands at the head of a paper's source.
pub(crate) struct Head<'h> {
    pub(crate) title: &'h str,
    pub(crate) author: Option<&'h str>,
    pub(crate) keywords: [&'static str; 2],
    pub(crate) locale: &'h Locale,
    pub(crate) size: Option<PageSize>,
    pub(crate) day: Option<Date>,
    /// The foot of each page.
    pub(crate) foot: &'h str,
}

/// Source being written.
pub(crate) struct Pen {
    pub(crate) out: String,
    pub(crate) shapeless: Shapeless,
    english: bool,
    /// How much deeper headings are.
    pub(crate) deeper: u8,
}

impl Pen {
    /// A paper that begins with `styles`: that of papers, then that of takes, which has the sizes.
    pub(crate) fn new(styles: &[&str], head: &Head<'_>) -> Pen {
        let mut pen = Pen {
            out: String::new(),
            shapeless: Shapeless::new(),
            english: head.locale.language == "en",
            deeper: 0,
        };
        for style in styles {
            pen.raw(style);
        }
        let size = head.size.unwrap_or(head.locale.page());
        let title = pen.literal(head.title);
        let author = head
            .author
            .map_or("none".to_owned(), |one| pen.literal(one));
        let foot = whyproof_case::shorten(head.foot, 64);
        let foot = pen.literal(&foot);
        let printed = head
            .day
            .map(|day| format!("Printed {}", head.locale.date(day)));
        let printed = string(&printed.unwrap_or_default());
        let [what, kind] = head.keywords.map(string);
        let language = string(&head.locale.language);
        let region = head.locale.region.as_deref();
        let region = region.map_or("none".to_owned(), string);
        let page = string(size.word());
        let side = (size.width() - MEASURE) / 2.0;
        pen.raw(&format!(
            "\n#show: paper.with(small: small-size, title: {title}, author: {author}, keywords: ({what}, {kind}), language: {language}, region: {region}, size: {page}, side: {side}mm, points: body-size, top: 20mm, bottom: 23mm, foot: {foot}, printed: {printed})\n#show: take\n"
        ));
        pen
    }

    /// Source of ours.
    pub(crate) fn raw(&mut self, source: &str) -> &mut Pen {
        self.out.push_str(source);
        self
    }

    /// A text as a literal.
    fn literal(&mut self, text: &str) -> String {
        string(&words::shown(text, &mut self.shapeless))
    }

    /// Words, ours or the person's.
    pub(crate) fn words(&mut self, text: &str) -> &mut Pen {
        let set = letters::set(text.trim(), ' ', self.english);
        words::words(&set, &mut self.shapeless, &mut self.out);
        self
    }

    /// Words as a content block.
    pub(crate) fn block(&mut self, text: &str) -> &mut Pen {
        self.raw("[").words(text).raw("]")
    }

    /// A title as a content block: a dash where nothing of it can be seen, for no heading may be empty.
    pub(crate) fn title(&mut self, text: &str) -> &mut Pen {
        let shown = words::shown(text, &mut self.shapeless);
        let is_seen = !shown.trim().is_empty();
        self.block(if is_seen { text } else { "–" })
    }

    /// A call with contents, a text each.
    pub(crate) fn call(&mut self, name: &str, contents: &[&str]) -> &mut Pen {
        self.raw("#").raw(name);
        for text in contents {
            self.block(text);
        }
        self.raw("\n\n")
    }

    /// A heading: 1 for a section.
    pub(crate) fn heading(&mut self, level: u8, text: &str) -> &mut Pen {
        let level = (level + self.deeper).clamp(1, 6);
        self.raw(&format!("\n\n#heading(level: {level})"));
        self.title(text).raw("\n\n")
    }

    /// A list, an item each.
    pub(crate) fn list<T: AsRef<str>>(&mut self, items: &[T]) -> &mut Pen {
        if items.is_empty() {
            return self;
        }
        self.raw("#list(");
        for item in items {
            self.block(item.as_ref()).raw(",");
        }
        self.raw(");\n")
    }

    /// Paragraphs, as a text of several lines has them.
    pub(crate) fn paragraphs(&mut self, text: &str) -> &mut Pen {
        for paragraph in says::paragraphs(text) {
            self.words(paragraph).raw("\n\n");
        }
        self
    }

    /// A sentence of ours, with code in it as code.
    pub(crate) fn ours(&mut self, text: &str) -> &mut Pen {
        let mut before = ' ';
        for (is_code, piece) in says::pieces(text) {
            if is_code {
                words::code(piece, &mut self.shapeless, &mut self.out);
            } else {
                let set = letters::set(piece, before, self.english);
                words::words(&set, &mut self.shapeless, &mut self.out);
            }
            before = piece.chars().next_back().unwrap_or(before);
        }
        self
    }

    /// A list of sentences of ours.
    pub(crate) fn list_of_ours<T: AsRef<str>>(&mut self, items: &[T]) -> &mut Pen {
        if items.is_empty() {
            return self;
        }
        self.raw("#list(");
        for item in items {
            self.raw("[").ours(item.as_ref()).raw("],");
        }
        self.raw(");\n")
    }

    /// Begins a row: a label, and what stands beside it until [`end`](Pen::end).
    pub(crate) fn row(&mut self, label: &str) -> &mut Pen {
        self.raw("#row").block(label).raw("[")
    }

    /// Begins a row that stays on a page; a long one does not.
    pub(crate) fn row_of(&mut self, label: &str, letters: usize) -> &mut Pen {
        let whole = if letters < WHOLE { "(whole: true)" } else { "" };
        self.raw("#row").raw(whole).block(label).raw("[")
    }

    /// Ends what was opened with a bracket.
    pub(crate) fn end(&mut self) -> &mut Pen {
        self.raw("]\n\n")
    }

    /// Sets what was written.
    pub(crate) fn set(&mut self, day: Option<Date>) -> Result<Typeset, PrintError> {
        let day = day.and_then(|day| {
            Some(Day {
                year: i32::from(day.year()),
                month: u8::try_from(day.month()).ok()?,
                day: u8::try_from(day.day()).ok()?,
            })
        });
        let document = Document {
            source: std::mem::take(&mut self.out),
            day,
            ..Document::default()
        };
        Ok(whyproof_typeset::typeset(&document)?)
    }
}

/// Pages as PDF/UA-1.
pub(crate) fn printed(set: &Typeset, shapeless: Shapeless) -> Result<Printed, PrintError> {
    Ok(Printed {
        pdf: set.pdf(Standard::Ua1)?,
        pages: set.pages(),
        shapeless: shapeless.into_iter().collect(),
    })
}

/// Refuses a matrix with so many cells that it would take minutes.
pub(crate) fn refuse_cells(cells: usize) -> Result<(), PrintError> {
    match cells > CELLS {
        true => Err(PrintError::TooManyCells(cells)),
        false => Ok(()),
    }
}
