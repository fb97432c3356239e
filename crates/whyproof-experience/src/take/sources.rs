//! What a take reads: the sentences that tell something, what a story says was left undone, and whose part it was; each
//! with what it is by its form.

use whyproof_case::{Case, sentences};
use whyproof_syntax::{NodeKind, Place, Role, Span};

use super::kinds::{Degree, Seen, see};
use super::model::{Quote, Reading};
use super::named::{self, Named};
use super::remarks::buzzwords;
use crate::background::{Background, Passage, Spot, cited};
use crate::cut;
use crate::resume::{LineId, Part, Resume, Section, all};

/// Everything that is read.
#[derive(Debug)]
pub(super) struct Sources<'b> {
    pub(super) background: &'b Background,
    /// Those of [`Background::passages`] in their order; then, from `told` on, what was left undone, whose part it was, and
    /// what the résumé names.
    pub(super) passages: Vec<Passage>,
    /// Where what is told ends.
    pub(super) told: usize,
    /// What each is by its form.
    pub(super) seen: Vec<Seen>,
    /// Whether each is nothing but buzzwords.
    pub(super) hollow: Vec<bool>,
    /// Whether each story tells of something that failed.
    failed: Vec<bool>,
}

impl<'b> Sources<'b> {
    pub(super) fn of(background: &'b Background) -> Sources<'b> {
        let mut passages = background.passages();
        let told = passages.len();
        for (at, story) in background.stories.iter().enumerate() {
            undone(&story.case, at, &mut passages);
            own_part(&story.case, at, &mut passages);
        }
        if let Some(life) = &background.life {
            passages.extend(named::passages(&life.resume));
        }
        let mut seen: Vec<Seen> = Vec::with_capacity(passages.len());
        for (at, passage) in passages.iter().enumerate() {
            let before = at
                .checked_sub(1)
                .filter(|before| follows(&passages[*before], passage));
            let one = see(
                &passage.words,
                before.map(|before| &seen[before]),
                role(passage),
            );
            seen.push(one);
        }
        let both = passages.iter().zip(&seen);
        let hollow = both.map(|(passage, seen)| buzzwords::is_empty(&passage.words, seen));
        let mut failed = vec![false; background.stories.len()];
        for (passage, seen) in passages[..told].iter().zip(&seen) {
            if let Spot::Story { story, .. } = passage.spot {
                failed[story] |= seen.tells_failure();
            }
        }
        Sources {
            hollow: hollow.collect(),
            failed,
            background,
            passages,
            told,
            seen,
        }
    }

    /// The story that a passage stands in.
    pub(super) fn story(&self, at: usize) -> Option<usize> {
        match self.passages[at].spot {
            Spot::Line(_) | Spot::Named(_) => None,
            Spot::Story { story, .. } => Some(story),
        }
    }

    /// Whether a passage is a thing that the résumé names.
    pub(super) fn is_named(&self, at: usize) -> bool {
        matches!(self.passages[at].spot, Spot::Named(_))
    }

    /// Whether a passage is a thing of which its name is all that there is to tell: a degree, a certificate, a
    /// language, a licence.
    pub(super) fn is_whole(&self, at: usize) -> bool {
        let whole = [
            Named::School,
            Named::Certificate,
            Named::Language,
            Named::OwnLanguage,
            Named::Paper,
        ];
        let passage = &self.passages[at];
        matches!(passage.spot, Spot::Named(kind) if whole.contains(&kind))
            || (self.is_named(at) && named::is_of_degree(&passage.words))
    }

    /// The sentence of everything that was read that is most of a kind, and how much of it.
    pub(super) fn nearest(&self, kind: usize) -> Option<(usize, Degree)> {
        let told = self.seen[..self.told].iter().enumerate();
        let told = told.filter(|(at, _)| !self.hollow[*at]);
        let of_it = told.filter_map(|(at, seen)| {
            let mut kinds = seen.kinds.iter();
            kinds
                .find(|(of, _)| *of == kind)
                .map(|(_, degree)| (at, *degree))
        });
        of_it.max_by_key(|(at, degree)| (*degree, std::cmp::Reverse(*at)))
    }

    /// Whether a passage stands in a story of something that failed.
    pub(super) fn is_of_failure(&self, at: usize) -> bool {
        self.story(at).is_some_and(|story| self.failed[story])
    }

    /// What stands right behind a sentence in the same part of a story, and may tell what that one leaves open.
    pub(super) fn next(&self, at: usize) -> Option<&Seen> {
        let (here, next) = (self.passages.get(at)?, self.passages.get(at + 1)?);
        follows(here, next).then(|| self.seen.get(at + 1))?
    }

    /// A passage with where it stands and why it was read.
    pub(super) fn quote(&self, at: usize, readings: Vec<Reading>) -> Quote {
        let passage = &self.passages[at];
        let (path, line, part, story) = match passage.spot {
            Spot::Line(id) => self.line(id, passage),
            Spot::Named(kind) => {
                let life = self.background.life.as_ref();
                let path = life.map(|life| life.path.clone()).unwrap_or_default();
                (path, None, kind.section().to_owned(), None)
            }
            Spot::Story { story, role, span } => {
                let one = &self.background.stories[story];
                // Whose part it was stands in the front matter, behind all that is told.
                let other = if at < self.told { "Story" } else { "My part" };
                let part = role.map_or(other, Role::title).to_owned();
                (
                    one.path.clone(),
                    Some(one.case.line(span)),
                    part,
                    Some(story),
                )
            }
        };
        Quote {
            words: passage.words.clone(),
            path,
            line,
            part,
            story,
            readings,
            evidence: passage.evidence.clone(),
        }
    }

    /// Where a line of the résumé stands: where it was imported from, else the résumé.
    fn line(&self, id: LineId, passage: &Passage) -> (String, Option<u32>, String, Option<usize>) {
        let Some(life) = &self.background.life else {
            return (String::new(), None, String::new(), passage.tied);
        };
        let part = entry(&life.resume, id);
        let note = life
            .own
            .lines
            .iter()
            .find(|note| crate::background::same(&cut::whole(&note.line), &passage.words));
        let (path, line) = match note.and_then(|note| note.from.as_deref()) {
            Some(from) => place(from),
            None => (life.path.clone(), None),
        };
        (path, line, part, passage.tied)
    }
}

/// `imported/resume.txt:12`, taken apart.
pub(super) fn place(from: &str) -> (String, Option<u32>) {
    let split = from
        .rsplit_once(':')
        .and_then(|(path, line)| Some((path, line.parse().ok()?)));
    split.map_or((from.to_owned(), None), |(path, line)| {
        (path.to_owned(), Some(line))
    })
}

/// The part of a story that a passage stands in.
pub(super) fn role(passage: &Passage) -> Option<Role> {
    match passage.spot {
        Spot::Line(_) | Spot::Named(_) => None,
        Spot::Story { role, .. } => role,
    }
}

/// Whether a passage stands right behind another in the same part of a story.
fn follows(before: &Passage, passage: &Passage) -> bool {
    match (before.spot, passage.spot) {
        (
            Spot::Story {
                story: one,
                role: part,
                ..
            },
            Spot::Story {
                story: other,
                role: here,
                ..
            },
        ) => one == other && part == here,
        _ => false,
    }
}

/// What a story says that was left undone.
fn undone(case: &Case, story: usize, passages: &mut Vec<Passage>) {
    let document = &case.parse.document;
    for text in &document.texts {
        let heading = matches!(text.kind, NodeKind::Heading(_));
        if document.role_of(text) != Some(Role::DidNotDo) || text.place != Place::Body || heading {
            continue;
        }
        let words = text.words.text.as_str();
        for range in sentences(words) {
            let (evidence, unshown) = cited(case, text, &range);
            let one = plain(&words[range], story, Some(Role::DidNotDo), text.span);
            passages.push(Passage {
                evidence,
                unshown,
                ..one
            });
        }
    }
}

/// What the front matter says of whose part it was.
fn own_part(case: &Case, story: usize, passages: &mut Vec<Passage>) {
    if let Some(entry) = case.front.entry("my part") {
        let said = entry
            .value
            .split(';')
            .filter(|said| !said.trim().is_empty());
        passages.extend(said.map(|said| plain(said, story, None, entry.value_span)));
    }
}

fn plain(words: &str, story: usize, role: Option<Role>, span: Span) -> Passage {
    Passage {
        spot: Spot::Story { story, role, span },
        words: words.trim().to_owned(),
        evidence: Vec::new(),
        unshown: None,
        tied: None,
    }
}

/// The entry of a line, as people name it: "Account manager, Acme".
pub(super) fn entry(resume: &Resume, id: LineId) -> String {
    let at = id.entry;
    let named = |parts: [Option<&String>; 2]| {
        let parts = parts
            .into_iter()
            .flatten()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    };
    let said = match id.section {
        Section::Basics => "Summary".to_owned(),
        Section::Work => all(&resume.work).get(at).map_or_else(String::new, |one| {
            named([one.position.as_ref(), one.name.as_ref()])
        }),
        Section::Volunteer => all(&resume.volunteer)
            .get(at)
            .map_or_else(String::new, |one| {
                named([one.position.as_ref(), one.organization.as_ref()])
            }),
        Section::Projects => all(&resume.projects)
            .get(at)
            .map_or_else(String::new, |one| named([one.name.as_ref(), None])),
        Section::Education => all(&resume.education)
            .get(at)
            .map_or_else(String::new, |one| {
                named([one.area.as_ref(), one.institution.as_ref()])
            }),
        Section::Awards => all(&resume.awards)
            .get(at)
            .map_or_else(String::new, |one| named([one.title.as_ref(), None])),
        Section::Publications => all(&resume.publications)
            .get(at)
            .map_or_else(String::new, |one| named([one.name.as_ref(), None])),
        Section::Skills => all(&resume.skills)
            .get(at)
            .map_or_else(String::new, |one| named([one.name.as_ref(), None])),
        Section::Certificates => String::new(),
    };
    match (said.is_empty(), id.part) {
        (true, Part::Summary | Part::Highlight(_)) => id.section.key().to_owned(),
        (false, _) => said,
    }
}
