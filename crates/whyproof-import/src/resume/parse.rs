//! A résumé's text, read section by section.

mod named;
mod top;

use std::collections::BTreeMap;

use whyproof_experience::resume::{
    Basics, Education, Extra, Project, Reference, Resume, Unplaced, Volunteer, Work,
};

use super::contact::{self, Trust};
use super::dates::{self, Dates};
use super::entries::{self, Entry, Of, Told};
use super::headings::Kind;
use super::heads;
use super::ledger::{self, Leaf};
use super::lines::{self, Item, What, join};
use super::lists;
use super::pieces::pieces;

/// Reads a text; `kept` is where it will be kept, as in `imported/resume.txt`.
pub(super) fn read(text: &str, kept: &str) -> Resume {
    let items = lines::items(text);
    let mut builder = Builder::default();
    let first = items
        .iter()
        .position(|item| matches!(item.what, What::Heading(_)));
    let (top, rest) = items.split_at(first.unwrap_or(items.len()));
    builder.top(top);
    // A column with contacts and skills may stand before the name.
    let named = match builder.basics.name {
        Some(_) => None,
        None => named::find(&items, top.len()),
    };
    let mut at = 0;
    while let Some(heading) = rest.get(at) {
        let length = rest
            .iter()
            .enumerate()
            .skip(at + 1)
            .take_while(|(at, item)| !matches!(item.what, What::Heading(_)) && named != Some(*at))
            .count();
        let inside = rest.get(at + 1..at + 1 + length).unwrap_or_default();
        match heading.what {
            _ if named == Some(at) => {
                let name = Item {
                    what: What::Text,
                    ..heading.clone()
                };
                let block: Vec<Item> = std::iter::once(name)
                    .chain(inside.iter().cloned())
                    .collect();
                builder.top(&block);
            }
            What::Heading(kind) => builder.section(kind, heading, inside),
            _ => {}
        }
        at += 1 + length;
    }
    builder.finish(text, kept)
}

#[derive(Default)]
struct Builder {
    resume: Resume,
    basics: Basics,
    /// Where the words of a line stand.
    places: BTreeMap<String, usize>,
    unplaced: Vec<Told>,
    /// The last section of one line for each thing that had none.
    empty: Option<Kind>,
}

impl Builder {
    fn finish(self, text: &str, kept: &str) -> Resume {
        let Builder {
            mut resume,
            basics,
            places,
            unplaced,
            ..
        } = self;
        if basics != Basics::default() {
            resume.basics = Some(basics);
        }
        let from = |line: usize| format!("{kept}:{line}");
        let leaf = |(at, line): (usize, &str)| Leaf {
            text: line.to_owned(),
            from: from(at + 1),
        };
        let leaves: Vec<Leaf> = text.lines().enumerate().map(leaf).collect();
        let unplaced = unplaced.into_iter().map(|(line, text)| Unplaced {
            text,
            from: from(line),
        });
        ledger::settle(&mut resume, &leaves, unplaced.collect(), |words| {
            places.get(words).map(|line| from(*line))
        });
        resume
    }

    /// Remembers where a line's words stand.
    fn put(&mut self, line: usize, words: &str) {
        self.places.entry(words.to_owned()).or_insert(line);
    }

    fn leave(&mut self, line: usize, text: impl Into<String>) {
        self.unplaced.push((line, text.into()));
    }

    fn summary(&mut self, paragraphs: Vec<Told>) {
        let Some((line, _)) = paragraphs.first().cloned() else {
            return;
        };
        let texts: Vec<String> = paragraphs.into_iter().map(|(_, text)| text).collect();
        let mut text = texts.join("\n");
        if let Some(before) = self.basics.summary.take() {
            text = format!("{before}\n{text}");
        }
        self.put(line, &text);
        self.basics.summary = Some(text);
    }

    fn section(&mut self, kind: Kind, heading: &Item, items: &[Item]) {
        if items.is_empty() && matches!(kind, Kind::Interests | Kind::Languages | Kind::Awards) {
            self.empty = Some(kind);
        }
        let items = &self.without_contacts(kind, items)[..];
        match kind {
            // Under "Activities" stand hobbies, or what somebody did for others: that has its time.
            Kind::Interests if items.iter().any(|item| dates::find(&item.text).is_some()) => {
                self.section(Kind::Volunteer, heading, items);
            }
            Kind::Summary => {
                let paragraphs = paragraphs(items);
                self.summary(paragraphs);
            }
            Kind::Contact => self.contact(items),
            Kind::Work => self.jobs(entries::entries(items, Of::Work)),
            Kind::Volunteer => entries::entries(items, Of::Work)
                .into_iter()
                .for_each(|entry| self.volunteer(entry)),
            Kind::Education => entries::entries(items, Of::Schools)
                .into_iter()
                .for_each(|entry| self.school(entry)),
            Kind::Projects => entries::entries(items, Of::Projects)
                .into_iter()
                .for_each(|entry| self.project(entry)),
            Kind::Skills => self.skills(&lists::wrapped(items)),
            Kind::Other => {
                self.leave(heading.line, heading.text.clone());
                items
                    .iter()
                    .for_each(|item| self.leave(item.line, item.text.clone()));
            }
            list => self.list(list, lists::rows(items)),
        }
    }

    /// Jobs; lines that are no more than a head, without a date where the others have one, are none.
    fn jobs(&mut self, entries: Vec<Entry>) {
        let dated = entries.iter().filter(|entry| entry.dates.is_some()).count();
        for entry in entries {
            let is_job = entry.dates.is_some() || !entry.bullets.is_empty() || dated < 2;
            if is_job || !entry.paragraphs.is_empty() {
                self.work(entry);
                continue;
            }
            // What a column began and the next page ends.
            match self.empty.take() {
                Some(kind) => self.list(kind, entry.head),
                None => entry
                    .head
                    .into_iter()
                    .for_each(|(line, text)| self.leave(line, text)),
            }
        }
    }

    fn skills(&mut self, rows: &[lists::Row]) {
        let mut put = Vec::new();
        let skills = lists::skills(rows, &mut |line, word| put.push((line, word.to_owned())));
        let all = self.resume.skills.get_or_insert_default();
        all.extend(skills);
        for (line, word) in put {
            self.put(line, &word);
        }
    }

    /// The sections of one line for each thing.
    fn list(&mut self, kind: Kind, rows: Vec<Told>) {
        let resume = &mut self.resume;
        match kind {
            Kind::Languages => {
                let all = resume.languages.get_or_insert_default();
                all.extend(lists::languages(&rows));
            }
            Kind::Certificates => {
                let all = resume.certificates.get_or_insert_default();
                all.extend(lists::certificates(&rows));
            }
            Kind::Awards => {
                let all = resume.awards.get_or_insert_default();
                all.extend(lists::awards(&rows));
            }
            Kind::Publications => {
                let all = resume.publications.get_or_insert_default();
                all.extend(lists::publications(&rows));
            }
            Kind::Interests => {
                let all = resume.interests.get_or_insert_default();
                all.extend(lists::interests(&rows));
            }
            _ => {
                let read = |(_, reference)| Reference {
                    reference: Some(reference),
                    ..Reference::default()
                };
                let all = resume.references.get_or_insert_default();
                all.extend(rows.into_iter().map(read));
            }
        }
    }

    /// The lines without those that only say how to reach the person: beside a column they may stand anywhere.
    fn without_contacts(&mut self, kind: Kind, items: &[Item]) -> Vec<Item> {
        let mut others = Vec::new();
        for item in items {
            let mut basics = self.basics.clone();
            let is_contact = !matches!(
                kind,
                Kind::Contact | Kind::Projects | Kind::Publications | Kind::Certificates
            ) && item.what == What::Text
                && contact::is_contact(&item.text)
                && {
                    let left = contact::place(&item.text, &mut basics);
                    let (left, more) = contact::live(left, Trust::Known, &mut basics);
                    left.is_empty() && more.is_empty()
                };
            if is_contact {
                self.basics = basics;
            } else {
                others.push(item.clone());
            }
        }
        others
    }

    fn contact(&mut self, items: &[Item]) {
        for item in items {
            if self.labelled(&item.text) {
                continue;
            }
            let left = contact::place(&item.text, &mut self.basics);
            let trust = match is_told_home(&item.text) {
                true => Trust::Told,
                false => Trust::Section,
            };
            let (mut left, more) = contact::live(left, trust, &mut self.basics);
            left.extend(more);
            if !left.is_empty() {
                self.leave(item.line, left.join(" | "));
            }
        }
    }

    /// Bullets as highlights, paragraphs as the summary.
    fn told(&mut self, entry: &mut Entry) -> (Option<String>, Option<Vec<String>>) {
        let line = entry.paragraphs.first().map(|(line, _)| *line);
        let paragraphs: Vec<String> = entry.paragraphs.drain(..).map(|(_, text)| text).collect();
        let summary = line.map(|line| {
            let text = paragraphs.join("\n");
            self.put(line, &text);
            text
        });
        (summary, self.bullets(entry))
    }

    fn bullets(&mut self, entry: &mut Entry) -> Option<Vec<String>> {
        entry
            .bullets
            .iter()
            .for_each(|(line, text)| self.put(*line, text));
        let bullets: Vec<String> = entry.bullets.drain(..).map(|(_, text)| text).collect();
        (!bullets.is_empty()).then_some(bullets)
    }

    fn job(&mut self, entry: &mut Entry) -> heads::Job {
        let lines: Vec<String> = entry.head.iter().map(|(_, line)| line.clone()).collect();
        let job = heads::job(&lines);
        let line = entry.head.first().map_or(0, |(line, _)| *line);
        job.left
            .iter()
            .for_each(|text| self.leave(line, text.clone()));
        job
    }

    fn work(&mut self, mut entry: Entry) {
        let job = self.job(&mut entry);
        let (summary, highlights) = self.told(&mut entry);
        let (start_date, end_date) = days(entry.dates);
        self.resume.work.get_or_insert_default().push(Work {
            name: job.company,
            position: job.title,
            location: job.place,
            start_date,
            end_date,
            summary,
            highlights,
            ..Work::default()
        });
    }

    fn volunteer(&mut self, mut entry: Entry) {
        let job = self.job(&mut entry);
        let (summary, highlights) = self.told(&mut entry);
        let (start_date, end_date) = days(entry.dates);
        self.resume
            .volunteer
            .get_or_insert_default()
            .push(Volunteer {
                organization: job.company,
                position: job.title,
                start_date,
                end_date,
                summary,
                highlights,
                extra: elsewhere(job.place),
                ..Volunteer::default()
            });
    }

    fn school(&mut self, mut entry: Entry) {
        let lines: Vec<String> = entry.head.iter().map(|(_, line)| line.clone()).collect();
        let school = heads::school(&lines);
        let line = entry.head.first().map_or(0, |(line, _)| *line);
        school
            .left
            .iter()
            .for_each(|text| self.leave(line, text.clone()));
        for subject in &school.subjects {
            let mut head = entry.head.iter();
            let own = head.find(|(_, text)| text.contains(subject.as_str()));
            self.put(own.map_or(line, |(line, _)| *line), subject);
        }
        let mut courses: Vec<Told> = entry
            .paragraphs
            .drain(..)
            .chain(entry.bullets.drain(..))
            .collect();
        courses.sort();
        courses
            .iter()
            .for_each(|(line, text)| self.put(*line, text));
        let courses: Vec<String> = school
            .subjects
            .into_iter()
            .chain(courses.into_iter().map(|(_, text)| text))
            .collect();
        let (mut start_date, mut end_date) = (None, None);
        if let Some(dates) = entry.dates {
            // One date of a school is the day it ended.
            let is_range = dates.is_range;
            (start_date, end_date) = if is_range {
                (dates.start, dates.end)
            } else {
                (None, dates.start)
            };
        }
        self.resume
            .education
            .get_or_insert_default()
            .push(Education {
                institution: school.institution,
                area: school.area,
                study_type: school.degree,
                score: school.score,
                start_date,
                end_date,
                courses: (!courses.is_empty()).then_some(courses),
                url: None,
                extra: elsewhere(school.place),
            });
    }

    fn project(&mut self, mut entry: Entry) {
        let mut basics = Basics::default();
        let mut names = Vec::new();
        for (at, line) in &entry.head {
            let left = contact::place(line, &mut basics).into_iter();
            names.extend(left.flat_map(|text| pieces(&text)).map(|text| (*at, text)));
        }
        let profile = basics
            .profiles
            .and_then(|profiles| profiles.into_iter().next());
        let url = basics.url.or(profile.and_then(|profile| profile.url));
        let mut names = names.into_iter();
        let name = names.next().map(|(_, name)| name);
        let (lines, rest): (Vec<usize>, Vec<String>) = names.unzip();
        if let Some(line) = lines.first() {
            entry.paragraphs.insert(0, (*line, rest.join(" – ")));
        }
        let (description, highlights) = self.told(&mut entry);
        let (start_date, end_date) = days(entry.dates);
        self.resume.projects.get_or_insert_default().push(Project {
            name,
            description,
            highlights,
            start_date,
            end_date,
            url,
            ..Project::default()
        });
    }
}

/// Whether a line says itself that it has an address.
fn is_told_home(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    ["address", "location", "based in", "home"]
        .iter()
        .any(|label| lower.starts_with(label))
}

/// A place, which the model has no key for there.
fn elsewhere(place: Option<String>) -> Extra {
    let key = |place: String| ("location".to_owned(), place.into());
    place.map(key).into_iter().collect()
}

/// The start and the end; a single date of a job is its start and its end.
fn days(dates: Option<Dates>) -> (Option<String>, Option<String>) {
    match dates {
        None => (None, None),
        Some(dates) if dates.is_range => (dates.start, dates.end),
        Some(dates) => (dates.start.clone(), dates.start),
    }
}

/// Lines that follow each other are one paragraph; a bullet is one, too.
fn paragraphs(items: &[Item]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for item in items {
        match all.last_mut() {
            Some((_, text)) if item.what == What::Text && !item.apart => join(text, &item.text),
            _ => all.push((item.line, item.text.clone())),
        }
    }
    all
}
