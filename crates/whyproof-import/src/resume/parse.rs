//! A résumé's text, read section by section.

use std::collections::BTreeMap;

use whyproof_experience::resume::{
    Basics, Education, Extra, Project, Reference, Resume, Unplaced, Volunteer, Work,
};

use super::contact;
use super::dates::Dates;
use super::entries::{self, Entry, Of, Told};
use super::headings::Kind;
use super::heads;
use super::ledger::{self, Leaf};
use super::lines::{self, Item, What, join};
use super::lists;
use super::pieces::{pieces, tidy};

/// Reads a text; `kept` is where it will be kept, as in `imported/resume.txt`.
pub(super) fn read(text: &str, kept: &str) -> Resume {
    let items = lines::items(text);
    let mut builder = Builder::default();
    let first = items
        .iter()
        .position(|item| matches!(item.what, What::Heading(_)));
    let (top, rest) = items.split_at(first.unwrap_or(items.len()));
    builder.top(top);
    let mut at = 0;
    while let Some(heading) = rest.get(at) {
        let length = rest
            .iter()
            .skip(at + 1)
            .take_while(|item| !matches!(item.what, What::Heading(_)))
            .count();
        let inside = rest.get(at + 1..at + 1 + length).unwrap_or_default();
        if let What::Heading(kind) = heading.what {
            builder.section(kind, heading, inside);
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

    /// The block above the first heading.
    fn top(&mut self, items: &[Item]) {
        let mut about: Vec<Told> = Vec::new();
        let (mut last, mut named) = (0, 0);
        for item in items {
            if is_title(&item.text) || self.labelled(&item.text) {
                continue;
            }
            let left = contact::place(&item.text, &mut self.basics);
            let (cut, left): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|words| contact::is_address(words));
            cut.into_iter()
                .for_each(|words| self.leave(item.line, words));
            let whole = left
                .join(" ")
                .split_whitespace()
                .eq(tidy(&item.text).split_whitespace());
            let text = if whole {
                tidy(&item.text)
            } else {
                left.join("    ")
            };
            if text.is_empty() {
                continue;
            }
            let words = text.split_whitespace().count();
            let is_line_of_name = item.what == What::Text && words <= 6;
            if self.basics.name.is_none() && is_line_of_name {
                self.name(item.line, &left, text);
                named = item.line;
            } else if let Some(first) = self.basics.name.as_mut().filter(|first| {
                named + 1 == item.line && !item.apart && words <= 2 && is_rest_of_name(first, &text)
            }) {
                if !first.ends_with('-') {
                    first.push(' ');
                }
                first.push_str(item.text.trim());
                named = item.line;
            } else if words > 8
                || item.text.ends_with('.')
                || (last + 1 == item.line && !about.is_empty())
            {
                let goes_on = last + 1 == item.line && !item.apart;
                match about.last_mut().filter(|_| goes_on) {
                    Some((_, above)) => join(above, &item.text),
                    None => about.push((item.line, item.text.clone())),
                }
                last = item.last;
            } else if self.basics.label.is_none() && words <= 10 && about.is_empty() {
                self.basics.label = Some(left.join(" | "));
            } else {
                self.leave(item.line, item.text.clone());
            }
        }
        self.summary(about);
    }

    /// `Name: Ann Example`, and a table's row of the same.
    fn labelled(&mut self, text: &str) -> bool {
        let wide = text.replacen(": ", "    ", 1);
        let Some((label, value)) = wide.split_once("    ") else {
            return false;
        };
        let field = match label.trim_end_matches(':').trim().to_lowercase().as_str() {
            "name" | "full name" => &mut self.basics.name,
            "job title" | "title" | "position" | "profession" => &mut self.basics.label,
            _ => return false,
        };
        let is_free = field.is_none();
        if is_free {
            *field = Some(tidy(value));
        }
        is_free
    }

    /// The name, and what stands beside it.
    fn name(&mut self, line: usize, left: &[String], text: String) {
        match left {
            [name, label]
                if self.basics.label.is_none() && !name.contains(|c: char| c.is_ascii_digit()) =>
            {
                self.basics.name = Some(name.clone());
                self.basics.label = Some(label.clone());
            }
            _ if !text.contains(|c: char| c.is_ascii_digit()) => {
                let (name, label) = match text.split_once(", ") {
                    Some((name, label)) if super::kinds::is_title(label) => {
                        (name.to_owned(), Some(label.to_owned()))
                    }
                    _ => (text, None),
                };
                self.basics.name = Some(name);
                self.basics.label = self.basics.label.take().or(label);
            }
            _ => self.leave(line, text),
        }
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
                && contact::place(&item.text, &mut basics).is_empty();
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
        let mut courses: Vec<Told> = entry
            .paragraphs
            .drain(..)
            .chain(entry.bullets.drain(..))
            .collect();
        courses.sort();
        courses
            .iter()
            .for_each(|(line, text)| self.put(*line, text));
        let courses: Vec<String> = courses.into_iter().map(|(_, text)| text).collect();
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

/// Whether a name that is one word goes on with the line below it.
fn is_rest_of_name(first: &str, text: &str) -> bool {
    let is_name = |text: &str| {
        text.starts_with(char::is_uppercase)
            && text
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
    };
    let is_one = first.ends_with('-') || (!first.contains(' ') && is_name(first));
    is_one && is_name(text) && !super::kinds::is_title(text)
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

/// Whether a line only says what the paper is.
fn is_title(text: &str) -> bool {
    let words: Vec<String> = ledger::words(text).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        words.as_slice(),
        ["resume" | "résumé" | "cv" | "lebenslauf"] | ["curriculum", "vitae"]
    )
}
