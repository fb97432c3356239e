//! What the whys of a reply are put to in the case as it is now.
//!
//! A reader chooses words as they are read, and an anchor holds on to the source. The block is found by its anchor,
//! the words in it by their letters and digits, and the words' way back to the source is the block's own.

use whyproof_case::{Anchor, Case, Placement, place};
use whyproof_syntax::{Span, Text};

use super::Asked;

/// How what a why was put to is found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Landing {
    /// Where it was, as it was.
    Exact,
    /// Elsewhere, or between other words.
    Moved,
    /// Other words stand there now.
    Changed,
    /// It is not in the case any more.
    Lost,
}

impl Landing {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            Landing::Exact => "exact",
            Landing::Moved => "moved",
            Landing::Changed => "changed",
            Landing::Lost => "lost",
        }
    }
}

/// What a why is put to now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aimed {
    /// The anchor to place in the case; none for the whole case.
    pub anchor: Option<Anchor>,
    /// How it was found; [`Landing::Exact`] for the whole case.
    pub landing: Landing,
}

/// Finds what `asked` is put to in `case`.
pub fn aim(case: &Case, asked: &Asked) -> Aimed {
    let Some(block) = &asked.on else {
        return Aimed {
            anchor: None,
            landing: Landing::Exact,
        };
    };
    let (landing, span) = match place(block, case) {
        Placement::Exact(span) => (Landing::Exact, Some(span)),
        Placement::Moved(span) => (Landing::Moved, Some(span)),
        Placement::Changed(span) => (Landing::Changed, Some(span)),
        Placement::Lost => (Landing::Lost, None),
    };
    let on_block = |landing| Aimed {
        anchor: Some(block.clone()),
        landing,
    };
    let Some(words) = asked.words.as_deref().map(Letters::of) else {
        return on_block(landing);
    };
    if words.text.is_empty() || words.is(&block.quote) {
        return on_block(landing);
    }
    let held = |span: Span| Some(Anchor::new(case, span));
    if let Some(found) = span.and_then(|span| inside(case, span, &words)) {
        // In a block that changed, words that did not are only between others.
        let landing = landing.min(Landing::Moved);
        return Aimed {
            anchor: held(found),
            landing,
        };
    }
    match elsewhere(case, &words) {
        Some(found) => Aimed {
            anchor: held(found),
            landing: Landing::Moved,
        },
        None if landing == Landing::Lost => on_block(Landing::Lost),
        None => on_block(Landing::Changed),
    }
}

/// Fewest letters and digits by which words are known again in another block.
const TELLING: usize = 12;

/// The words in the blocks that `span` touches.
fn inside(case: &Case, span: Span, words: &Letters) -> Option<Span> {
    let texts = &case.parse.document.texts;
    let first = texts.partition_point(|text| text.span.end <= span.start);
    let touched = texts[first..]
        .iter()
        .take_while(|text| text.span.start < span.end);
    touched.filter_map(|text| words.found(text)).next()
}

/// The only place of the words in the case, where they are enough to tell.
fn elsewhere(case: &Case, words: &Letters) -> Option<Span> {
    if words.text.len() < TELLING {
        return None;
    }
    let texts = case.parse.document.texts.iter();
    let mut places = texts.filter_map(|text| words.found(text));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

/// The letters and digits of a text, in small letters: what is left when quotes, dashes and spaces are set otherwise.
struct Letters {
    text: String,
    /// Where the letter of each byte of `text` begins in what it was read from, and ends.
    from: Vec<(usize, usize)>,
}

impl Letters {
    fn of(text: &str) -> Letters {
        let mut letters = Letters {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
        };
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            letters.text.extend(c.to_lowercase());
            letters
                .from
                .resize(letters.text.len(), (at, at + c.len_utf8()));
        }
        letters
    }

    fn is(&self, text: &str) -> bool {
        Letters::of(text).text == self.text
    }

    /// Where these words stand in a block, in the source.
    fn found(&self, text: &Text) -> Option<Span> {
        let words = &text.words;
        let all = Letters::of(&words.text);
        let at = all.text.find(&self.text)?;
        let (start, _) = *all.from.get(at)?;
        let (_, end) = *all.from.get(at + self.text.len() - 1)?;
        let span = words.source(start, end);
        (!span.is_empty()).then_some(span)
    }
}
