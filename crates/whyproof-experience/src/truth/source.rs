//! What a line rests on.

use std::collections::{BTreeMap, BTreeSet};

use whyproof_case::{normalised, sentences};

use super::content::{likeness, terms};
use super::number::{Numbers, Quantity, numbers};
use super::scope::{Scope, scopes};
use crate::background::{Background, Spot};
use crate::cut;
use crate::resume::{Own, Section};
use crate::stems::words;

/// How alike an imported line must be for a line to have been changed from it.
const CHANGED: f64 = 0.5;
/// How much of an imported line must stand in a line that joins it with another.
const JOINED: f64 = 0.6;

/// A sentence of a source.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its words.
    pub(crate) words: String,
    /// What it speaks of.
    pub(crate) terms: BTreeSet<String>,
    /// Its numbers.
    pub(crate) numbers: Numbers,
    /// Its words of scope.
    pub(crate) scopes: Vec<Scope>,
    /// Whether it can stand as a line: what the front matter says cannot.
    pub(crate) is_line: bool,
}

impl Sentence {
    fn new(words: &str, is_line: bool) -> Sentence {
        Sentence {
            words: words.to_owned(),
            terms: terms(words),
            numbers: numbers(words),
            scopes: scopes(words),
            is_line,
        }
    }
}

/// What a line rests on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    /// What it is called in a sentence.
    pub(crate) name: String,
    /// Its sentences, in order; none where a line rests on nothing.
    pub(crate) sentences: Vec<Sentence>,
    /// The stems of all of its words.
    pub(crate) stems: BTreeSet<String>,
}

impl Source {
    /// Of words.
    pub(crate) fn words(name: &str, text: &str) -> Source {
        let mut source = Source {
            name: name.to_owned(),
            ..Source::default()
        };
        source.add(text, true);
        source
    }

    fn add(&mut self, text: &str, is_line: bool) {
        for range in sentences(text) {
            self.sentences.push(Sentence::new(&text[range], is_line));
        }
        self.stems
            .extend(words(text).into_iter().map(|word| word.stem));
    }

    /// The sentence that speaks of the same as a line: the likest, where two things are shared, or most of either.
    pub(crate) fn closest(&self, line: &str) -> Option<usize> {
        let wanted = terms(line);
        let mut best: Option<(f64, usize)> = None;
        for (at, sentence) in self.sentences.iter().enumerate() {
            let (alike, shared) = likeness(&wanted, &sentence.terms);
            let is_near = (shared >= 2 && alike >= 0.25) || alike >= 0.5;
            if is_near && best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, at));
            }
        }
        match (best, self.sentences.len()) {
            (Some((_, at)), _) => Some(at),
            (None, 1) => Some(0),
            (None, _) => None,
        }
    }

    /// Whether a range of years stands in it by both ends.
    pub(crate) fn years(&self, line: &Quantity) -> bool {
        let has = |year: f64| {
            let mut all = self.sentences.iter().flat_map(|one| &one.numbers.found);
            all.any(|it| it.is_year() && (it.low == year || it.high == year))
        };
        line.is_year() && has(line.low) && has(line.high)
    }
}

/// Whether two texts have the same words: capitals, white space and a stop at the end apart.
pub(crate) fn alike(one: &str, other: &str) -> bool {
    normalised(one) == normalised(other)
}

/// Whether the lines of a section are names of things rather than sentences.
pub(crate) fn is_list(section: Section) -> bool {
    matches!(section, Section::Skills | Section::Education)
}

/// The sources of a background, each read once.
pub(super) struct Sources<'b> {
    background: &'b Background,
    /// The stories' told sentences, by the story's place; read when the first line needs one.
    told: Option<BTreeMap<usize, Vec<String>>>,
    stories: BTreeMap<usize, Source>,
    imported: Vec<(String, BTreeSet<String>)>,
}

impl<'b> Sources<'b> {
    pub(super) fn new(background: &'b Background) -> Sources<'b> {
        let own = background.life.iter().flat_map(|life| &life.own.lines);
        let imported = own.filter(|note| note.from.is_some());
        let imported = imported.map(|note| {
            let line = cut::whole(&note.line);
            let terms = terms(&line);
            (line, terms)
        });
        Sources {
            background,
            told: None,
            stories: BTreeMap::new(),
            imported: imported.collect(),
        }
    }

    /// What a line rests on: the story that it is tied to, and the imported lines that it was changed from.
    ///
    /// # Errors
    /// Where the story is not there, in a sentence.
    pub(super) fn of(
        &mut self,
        own: &Own,
        line: &str,
        story: Option<&str>,
    ) -> Result<Source, String> {
        // A note of other words may tie the line that it was changed from.
        let from = self.changed_from(line);
        let before = from.iter().find_map(|line| {
            let mut notes = own
                .lines
                .iter()
                .filter(|note| cut::whole(&note.line) == *line);
            notes.find_map(|note| note.story.as_deref())
        });
        let mut source = match story.or(before) {
            Some(path) => self.story(path)?,
            None => Source::default(),
        };
        if source.name.is_empty() && !from.is_empty() {
            "the line that it was changed from".clone_into(&mut source.name);
        }
        for line in &from {
            source.add(line, true);
        }
        Ok(source)
    }

    /// The imported lines that a line was changed from: the likest, and others that stand in it for the most part.
    fn changed_from(&self, line: &str) -> Vec<String> {
        let wanted = terms(line);
        let alike = |terms: &BTreeSet<String>| likeness(&wanted, terms);
        let mut ranked: Vec<(f64, f64, &String)> = self
            .imported
            .iter()
            .map(|(line, terms)| {
                let (alike, shared) = alike(terms);
                (alike, shared as f64 / terms.len().max(1) as f64, line)
            })
            .collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(other.2)));
        let best = ranked.first().filter(|it| it.0 >= CHANGED).map(|it| it.2);
        let rest = ranked
            .iter()
            .filter(|it| it.1 >= JOINED && Some(it.2) != best);
        best.into_iter()
            .chain(rest.map(|it| it.2))
            .cloned()
            .collect()
    }

    fn story(&mut self, path: &str) -> Result<Source, String> {
        let Some(at) = self.background.story_at(path) else {
            return Err(format!(
                "The story that it is tied to, `{path}`, is not there."
            ));
        };
        if let Some(known) = self.stories.get(&at) {
            return Ok(known.clone());
        }
        let background = self.background;
        let told = self.told.get_or_insert_with(|| {
            let mut told: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            for passage in background.passages() {
                if let Spot::Story { story, .. } = passage.spot {
                    told.entry(story).or_default().push(passage.words);
                }
            }
            told
        });
        let mut source = Source {
            name: path.to_owned(),
            ..Source::default()
        };
        for words in told.get(&at).into_iter().flatten() {
            source.add(words, true);
        }
        let front = &background.stories[at].case.front;
        for key in ["my part", "when"] {
            if let Some(value) = front.get(key) {
                source.add(value, false);
            }
        }
        self.stories.insert(at, source.clone());
        Ok(source)
    }
}
