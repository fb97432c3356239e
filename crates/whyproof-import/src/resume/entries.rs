//! The lines of a section as entries: heads with their dates, and what stands under them.

use super::dates::Dates;
use super::heads::undated;
use super::kinds::{is_company, is_degree, is_school, is_sentence, is_title};
use super::lines::{Item, What, join};
use super::pieces::{is_place, pieces, unbracketed};

/// Most words of a head's line, its date apart, and of a line that may be one.
const HEAD: usize = 16;
const SHORT: usize = 10;
/// Most lines of a head.
const LINES: usize = 4;

/// Of what the entries are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Work,
    Schools,
    Projects,
}

/// A text and the number of its first line.
pub(super) type Told = (usize, String);

/// An entry.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The lines of its head, without dates.
    pub(super) head: Vec<Told>,
    pub(super) dates: Option<Dates>,
    pub(super) paragraphs: Vec<Told>,
    pub(super) bullets: Vec<Told>,
}

impl Entry {
    fn is_bare(&self) -> bool {
        self.paragraphs.is_empty() && self.bullets.is_empty()
    }

    fn has_company(&self) -> bool {
        self.head.iter().any(|(_, line)| is_company(line))
    }

    fn has_degree(&self) -> bool {
        self.head.iter().any(|(_, line)| is_degree(line))
    }

    fn fields(&self) -> usize {
        self.head.iter().map(|(_, line)| pieces(line).len()).sum()
    }
}

/// The entries of a section's lines.
pub(super) fn entries(items: &[Item], of: Of) -> Vec<Entry> {
    let mut reader = Reader {
        of,
        entries: Vec::new(),
        waiting: Vec::new(),
        open: None,
    };
    for (at, item) in items.iter().enumerate() {
        match item.what {
            What::Bullet => reader.bullet(item, items.get(at + 1)),
            _ => reader.text(item, items.get(at + 1..).unwrap_or_default()),
        }
    }
    reader.settle(true);
    reader.entries
}

struct Reader {
    of: Of,
    entries: Vec<Entry>,
    /// Short lines of which it is not known yet what they are, and whether an empty line stood above the first.
    waiting: Vec<(Told, bool)>,
    /// The last line of a paragraph that may go on.
    open: Option<usize>,
}

impl Reader {
    fn bullet(&mut self, item: &Item, next: Option<&Item>) {
        // Some lists have entries themselves as bullets: a date and a title each, and no other lines.
        let (rest, dates) = undated(&item.text);
        let is_entry = dates
            .as_ref()
            .is_some_and(|dates| dates.is_range || self.of == Of::Schools)
            && words(&rest) <= HEAD
            && self.waiting.is_empty()
            && self.entries.last().is_none_or(|last| {
                last.is_bare() && last.head.first().is_some_and(|_| last.dates.is_some())
            })
            && (names(&rest) || self.of == Of::Projects)
            && next.is_none_or(|next| next.what == What::Bullet);
        if is_entry && self.entries.iter().all(|entry| entry.bullets.is_empty()) {
            self.begin(Vec::new(), Some((item.line, rest)), dates);
            return;
        }
        let apart = self.waiting.first().is_some_and(|(_, apart)| *apart);
        self.settle(apart || self.of == Of::Projects || self.entries.is_empty());
        if self.entries.is_empty() {
            self.entries.push(Entry::default());
        }
        if let Some(last) = self.entries.last_mut() {
            last.bullets.push((item.line, item.text.clone()));
        }
        self.open = None;
    }

    fn text(&mut self, item: &Item, rest: &[Item]) {
        let (bare, dates) = undated(&item.text);
        let is_head =
            !(self.of == Of::Schools && is_remark(&item.text) && !self.entries.is_empty())
                && dates
                    .as_ref()
                    .is_some_and(|dates| dates.is_range || is_at_edge(&item.text, dates))
                && words(&bare) <= HEAD
                && !is_sentence(&bare);
        if is_head {
            self.dated(item, bare, dates);
        } else if words(&item.text) <= SHORT
            && !is_sentence(&item.text)
            && self.open != Some(item.line - 1)
        {
            self.short(item, rest);
        } else {
            self.paragraph(item);
        }
    }

    fn dated(&mut self, item: &Item, bare: String, dates: Option<Dates>) {
        let line = (item.line, bare);
        let joins = self.waiting.is_empty()
            && self.entries.last().is_some_and(|last| {
                last.dates.is_none()
                    && last.is_bare()
                    && !last.head.is_empty()
                    && last.head.len() < LINES
            });
        match self.entries.last_mut().filter(|_| joins) {
            Some(last) => {
                last.head.push(line);
                last.dates = dates;
            }
            None => {
                let mut waiting = std::mem::take(&mut self.waiting);
                // Only what stands right above belongs to the head.
                let from = waiting.iter().rposition(|(_, apart)| *apart).unwrap_or(0);
                let head = waiting.split_off(from.max(waiting.len().saturating_sub(LINES - 1)));
                self.waiting = waiting;
                self.settle(false);
                self.begin(
                    head.into_iter().map(|(told, _)| told).collect(),
                    Some(line),
                    dates,
                );
            }
        }
        self.open = None;
    }

    fn short(&mut self, item: &Item, rest: &[Item]) {
        if self.of == Of::Schools && is_remark(&item.text) && !self.entries.is_empty() {
            self.paragraph(item);
            return;
        }
        let line = (item.line, item.text.clone());
        self.open = None;
        let is_next_dated = rest.first().is_some_and(|next| {
            next.what == What::Text
                && !next.apart
                && undated(&next.text).1.is_some_and(|dates| dates.is_range)
        });
        if let Some(last) = self.entries.last_mut()
            && self.waiting.is_empty()
            && last.is_bare()
            && last.head.len() < LINES
            && !(item.apart && (last.dates.is_some() || is_next_dated))
            && (last.dates.is_none()
                || last.fields() < 2
                || is_place(&item.text)
                || (self.of == Of::Work && is_company(&item.text) && !last.has_company()))
            && !(is_next_dated && last.dates.is_some() && last.fields() > 1)
            && !(last.dates.is_some() && last.has_degree() && is_degree(&item.text))
        {
            last.head.push(line);
            return;
        }
        if self.of != Of::Work && item.apart && !self.waiting.is_empty() {
            self.settle(true);
        }
        let goes_on = self
            .entries
            .last()
            .is_some_and(|last| !last.paragraphs.is_empty())
            && !item.apart;
        if goes_on && !names(&item.text) && self.waiting.is_empty() && !is_next_dated {
            self.paragraph(item);
            return;
        }
        self.waiting.push((line, item.apart));
    }

    fn paragraph(&mut self, item: &Item) {
        let begins = self.waiting.first().is_some_and(|(_, apart)| *apart);
        self.settle(begins || self.entries.is_empty());
        if self.entries.is_empty() {
            self.entries.push(Entry::default());
        }
        let goes_on = self.open.is_some_and(|last| last + 1 == item.line) && !item.apart;
        if let Some(last) = self.entries.last_mut() {
            match last.paragraphs.last_mut().filter(|_| goes_on) {
                Some((_, text)) => join(text, &item.text),
                None => last.paragraphs.push((item.line, item.text.clone())),
            }
        }
        self.open = Some(item.last);
    }

    /// Puts what is waiting into an entry of its own, or into the last one.
    fn settle(&mut self, begins: bool) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        let named = self.of != Of::Work || waiting.iter().any(|((_, line), _)| names(line));
        if self.entries.is_empty() || (begins && named) {
            self.begin(
                waiting.into_iter().map(|(told, _)| told).collect(),
                None,
                None,
            );
        } else if let Some(last) = self.entries.last_mut() {
            last.paragraphs
                .extend(waiting.into_iter().map(|(told, _)| told));
        }
    }

    fn begin(&mut self, mut head: Vec<Told>, line: Option<Told>, dates: Option<Dates>) {
        // A line may have held nothing but the date.
        head.extend(line.filter(|(_, text)| text.contains(char::is_alphanumeric)));
        self.entries.push(Entry {
            head,
            dates,
            ..Entry::default()
        });
    }
}

/// How many words a line has outside of its brackets.
fn words(text: &str) -> usize {
    unbracketed(text)
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// Whether a line names a job, a company, a school or a degree.
fn names(text: &str) -> bool {
    is_title(text) || is_company(text) || is_school(text) || is_degree(text)
}

/// Whether a line says more of the school above it: `Dissertation: …`.
fn is_remark(text: &str) -> bool {
    const LABELS: [&str; 12] = [
        "activities",
        "awards",
        "coursework",
        "courses",
        "dissertation",
        "final year project",
        "honours",
        "honors",
        "modules",
        "relevant coursework",
        "relevant modules",
        "thesis",
    ];
    let label = text
        .split_once(':')
        .map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| LABELS.contains(&label.as_str()))
}

/// Whether a date stands at an end of its line, or in brackets.
fn is_at_edge(line: &str, dates: &Dates) -> bool {
    let is_empty =
        |text: Option<&str>| text.is_some_and(|text| !text.contains(char::is_alphanumeric));
    let after = line.get(dates.at.end..);
    let before = line.get(..dates.at.start);
    let in_brackets = before.is_some_and(|text| text.ends_with('('))
        && after.is_some_and(|text| text.starts_with(')'));
    is_empty(after) || is_empty(before) || in_brackets
}

#[cfg(test)]
mod tests {
    use super::{Entry, Of, entries};
    use crate::resume::lines;

    fn told(text: &str, of: Of) -> Vec<String> {
        let told = |entry: Entry| {
            let words = |list: Vec<(usize, String)>| {
                let lines = list
                    .into_iter()
                    .map(|(_, text)| text.split_whitespace().collect::<Vec<_>>().join(" "));
                lines.collect::<Vec<_>>().join(" / ")
            };
            let dates = entry.dates.unwrap_or_default();
            format!(
                "{} [{}–{}] {} + {}",
                words(entry.head),
                dates.start.unwrap_or_default(),
                dates.end.unwrap_or_default(),
                words(entry.paragraphs),
                words(entry.bullets)
            )
        };
        entries(&lines::items(text), of)
            .into_iter()
            .map(told)
            .collect()
    }

    #[test]
    fn heads_of_one_and_two_lines() {
        let text = "Nurse, Ward — Leeds, 2019 – 2022\n- Cut the wait\nAcme    Seattle, WA\nEngineer    Jan 2015 – May 2018\n- Built a thing\n- Ran it\n\nInitech\nAnalyst\n2012 – 2014\nWrote reports about everything that happened in the company.\n";
        assert_eq!(
            told(text, Of::Work),
            [
                "Nurse, Ward — Leeds, [2019–2022]  + Cut the wait",
                "Acme Seattle, WA / Engineer [2015-01–2018-05]  + Built a thing / Ran it",
                "Initech / Analyst [2012–2014] Wrote reports about everything that happened in the company. + "
            ]
        );
    }

    #[test]
    fn what_stands_below_a_date_may_be_the_rest_of_the_head() {
        let text = "Acme    2019 – 2022\nSenior Engineer\n- Built it\n\nBolt    2015 – 2019\nEngineer\n- Kept it\n";
        assert_eq!(
            told(text, Of::Work),
            [
                "Acme / Senior Engineer [2019–2022]  + Built it",
                "Bolt / Engineer [2015–2019]  + Kept it"
            ]
        );
    }

    #[test]
    fn schools_without_bullets_are_entries() {
        let text = "BSc Physics, University of Leeds, 2012 – 2015\nDiploma of Nursing, City College, 2010\n\nUniversity of York\nMSc Maths\n";
        assert_eq!(
            told(text, Of::Schools),
            [
                "BSc Physics, University of Leeds, [2012–2015]  + ",
                "Diploma of Nursing, City College, [2010–]  + ",
                "University of York / MSc Maths [–]  + "
            ]
        );
    }
}
