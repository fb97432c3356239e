//! Comments at the start of a paragraph's later line.
//!
//! CommonMark ends a paragraph there and takes the rest of the line for HTML, so that a formatter that wraps
//! `some words <!-- {#id} -->[^note]` before the comment would change the case. Here such a comment stays in its
//! paragraph: the Markdown parser sees a shadow of the text, in which it is a word that Markdown has no use for.

use memchr::memmem;

use crate::Span;

/// What fills a comment in the shadow; as a comment does, it begins and ends with punctuation.
const FILL: char = '\u{1}';
const EDGE: &str = ",";

/// A text as long as the original, with comments covered.
pub(crate) struct Shadow {
    pub(crate) text: String,
    /// What is covered, in order.
    pub(crate) masks: Vec<Span>,
}

/// The shadow of `text`; none where nothing needs covering.
pub(crate) fn shadow(text: &str) -> Option<Shadow> {
    let masks: Vec<Span> = memmem::find_iter(text.as_bytes(), "<!--")
        .filter_map(|start| wrapped(text, start))
        .collect();
    if masks.is_empty() || text.contains(FILL) {
        return None;
    }
    let mut shadow = String::with_capacity(text.len());
    let mut at = 0;
    for mask in &masks {
        shadow.push_str(&text[at..mask.start as usize]);
        shadow.push_str(&cover(*mask));
        at = mask.end as usize;
    }
    shadow.push_str(&text[at..]);
    Some(Shadow {
        text: shadow,
        masks,
    })
}

/// The comment at `start`, where it begins a line after one of words and more stands after it on that line.
fn wrapped(text: &str, start: usize) -> Option<Span> {
    let margin = [' ', '\t', '>'];
    let line = text[..start].trim_end_matches(margin);
    let above = line.strip_suffix('\n')?.trim_end_matches('\r');
    let above = above[above.rfind('\n').map_or(0, |at| at + 1)..].trim_matches(margin);
    let rest = text[start..].lines().next()?;
    let len = rest.find("-->")? + 3;
    let more = !rest[len..].trim().is_empty();
    (more && len >= 7 && !above.is_empty() && !above.starts_with('|'))
        .then(|| Span::new(start as u32, (start + len) as u32))
}

/// What stands in the place of a comment.
fn cover(mask: Span) -> String {
    let mut cover = EDGE.to_owned();
    cover.extend(std::iter::repeat_n(FILL, mask.len() as usize - 2));
    cover + EDGE
}

impl Shadow {
    /// What is covered within `span`, in order.
    pub(crate) fn within(&self, span: Span) -> &[Span] {
        let from = self.masks.partition_point(|mask| mask.start < span.start);
        let to = self.masks.partition_point(|mask| mask.end <= span.end);
        self.masks.get(from..to).unwrap_or(&[])
    }

    /// `part`, which the parser read from `span` of the shadow, as `text` has it.
    pub(crate) fn restore(&self, part: &str, span: Span, text: &str) -> String {
        let mut restored = String::with_capacity(part.len());
        let mut rest = part;
        for mask in self.within(span) {
            // All of it is looked for: a reference such as `&#1;` can bring one of its characters, too.
            let Some(at) = rest.find(&cover(*mask)) else {
                break;
            };
            restored.push_str(&rest[..at]);
            restored.push_str(&text[mask.range()]);
            rest = rest.get(at + mask.len() as usize..).unwrap_or("");
        }
        restored.push_str(rest);
        restored
    }
}
