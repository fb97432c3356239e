//! The sections, in reading order.

use whyproof_experience::resume::{LineId, Part, Resume, Section, all};

use super::{Chapter, Entry, Fact, Passage, Piece, joined, said, said_by};
use crate::locale::Locale;
use crate::resume::dates::{moment, span};

/// The longest course that stands in a line with others, in letters; longer ones are a list.
const COURSE: usize = 60;

/// Every section, also those that are empty.
pub(super) fn all_of(resume: &Resume, locale: &Locale) -> Vec<Chapter> {
    let chapter = |title, pieces| Chapter { title, pieces };
    vec![
        chapter("Summary", summary(resume)),
        chapter("Experience", work(resume, locale)),
        chapter("Volunteering", volunteer(resume, locale)),
        chapter("Projects", projects(resume, locale)),
        chapter("Education", education(resume, locale)),
        chapter("Awards", awards(resume, locale)),
        chapter("Certificates", certificates(resume, locale)),
        chapter("Publications", publications(resume, locale)),
        chapter("Skills", skills(resume)),
        chapter("Languages", languages(resume)),
        chapter("Interests", interests(resume)),
        chapter("References", references(resume)),
    ]
}

/// What sections are called, in reading order.
pub(crate) fn titles() -> Vec<&'static str> {
    let all = all_of(&Resume::default(), &Locale::read("en"));
    all.iter().map(|chapter| chapter.title).collect()
}

fn line(section: Section, entry: usize, part: Part) -> Option<LineId> {
    let id = LineId {
        section,
        entry,
        part,
    };
    Some(id)
}

/// The items of a list that say something, each as the line that it is.
fn bullets(section: Section, entry: usize, list: &Option<Vec<String>>) -> Vec<Passage> {
    let items = all(list).iter().enumerate();
    items
        .map(|(at, text)| Passage {
            id: line(section, entry, Part::Highlight(at)),
            text: text.trim().to_owned(),
        })
        .filter(|passage| !passage.text.is_empty())
        .collect()
}

fn summary(resume: &Resume) -> Vec<Piece> {
    let basics = resume.basics.as_ref();
    let text = basics.and_then(|basics| said(&basics.summary));
    let id = line(Section::Basics, 0, Part::Summary);
    let piece = text.map(|text| Piece::Passage(Passage { id, text }));
    piece.into_iter().collect()
}

fn work(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let jobs = all(&resume.work).iter().enumerate();
    let entries = jobs.map(|(at, job)| {
        let dates = span(job.start_date.as_deref(), job.end_date.as_deref(), locale);
        let mut entry = Entry::named([said(&job.position), said(&job.name)], dates);
        entry.place = said(&job.location);
        entry.tell(said(&job.description));
        entry.lead(&job.url);
        entry.pass(line(Section::Work, at, Part::Summary), &job.summary);
        entry.bullets = bullets(Section::Work, at, &job.highlights);
        entry
    });
    told(entries)
}

fn volunteer(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let ones = all(&resume.volunteer).iter().enumerate();
    let entries = ones.map(|(at, one)| {
        let dates = span(one.start_date.as_deref(), one.end_date.as_deref(), locale);
        let mut entry = Entry::named([said(&one.position), said(&one.organization)], dates);
        entry.lead(&one.url);
        entry.pass(line(Section::Volunteer, at, Part::Summary), &one.summary);
        entry.bullets = bullets(Section::Volunteer, at, &one.highlights);
        entry
    });
    told(entries)
}

fn projects(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let ones = all(&resume.projects).iter().enumerate();
    let entries = ones.map(|(at, one)| {
        let dates = span(one.start_date.as_deref(), one.end_date.as_deref(), locale);
        let mut parts = said_by(&one.roles);
        parts.extend(said(&one.entity));
        let mut entry = Entry::named([said(&one.name), joined(&parts)], dates);
        entry.tell(said(&one.kind));
        entry.lead(&one.url);
        entry.pass(line(Section::Projects, at, Part::Summary), &one.description);
        entry.bullets = bullets(Section::Projects, at, &one.highlights);
        let words = joined(&said_by(&one.keywords));
        entry
            .facts
            .extend(words.map(|words| fact("Keywords", words)));
        entry
    });
    told(entries)
}

fn education(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let schools = all(&resume.education).iter().enumerate();
    let entries = schools.map(|(at, one)| {
        let dates = span(one.start_date.as_deref(), one.end_date.as_deref(), locale);
        let degree: Vec<String> = [said(&one.study_type), said(&one.area)]
            .into_iter()
            .flatten()
            .collect();
        let degree = (!degree.is_empty()).then(|| degree.join(", "));
        let mut entry = Entry::named([degree, said(&one.institution)], dates);
        // A number alone does not say what it is.
        entry.tell(
            said(&one.score).map(|score| match score.contains(char::is_alphabetic) {
                true => score,
                false => format!("Grade: {score}"),
            }),
        );
        entry.lead(&one.url);
        let courses = said_by(&one.courses);
        if courses
            .iter()
            .all(|course| course.chars().count() <= COURSE)
        {
            let words = joined(&courses);
            entry
                .facts
                .extend(words.map(|words| fact("Courses", words)));
        } else {
            entry.bullets = bullets(Section::Education, at, &one.courses);
        }
        entry
    });
    told(entries)
}

fn awards(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let ones = all(&resume.awards).iter().enumerate();
    let entries = ones.map(|(at, one)| {
        let date = one.date.as_deref().and_then(|date| moment(date, locale));
        let mut entry = Entry::named([said(&one.title), said(&one.awarder)], date);
        entry.pass(line(Section::Awards, at, Part::Summary), &one.summary);
        entry
    });
    told(entries)
}

fn certificates(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let entries = all(&resume.certificates).iter().map(|one| {
        let date = one.date.as_deref().and_then(|date| moment(date, locale));
        let mut entry = Entry::named([said(&one.name), said(&one.issuer)], date);
        entry.lead(&one.url);
        entry
    });
    told(entries)
}

fn publications(resume: &Resume, locale: &Locale) -> Vec<Piece> {
    let ones = all(&resume.publications).iter().enumerate();
    let entries = ones.map(|(at, one)| {
        let date = one
            .release_date
            .as_deref()
            .and_then(|date| moment(date, locale));
        let mut entry = Entry::named([said(&one.name), said(&one.publisher)], date);
        entry.lead(&one.url);
        entry.pass(line(Section::Publications, at, Part::Summary), &one.summary);
        entry
    });
    told(entries)
}

fn skills(resume: &Resume) -> Vec<Piece> {
    let skills = all(&resume.skills).iter();
    gathered(skills.map(|one| {
        let term = leveled(said(&one.name), said(&one.level));
        (term, joined(&said_by(&one.keywords)))
    }))
}

fn languages(resume: &Resume) -> Vec<Piece> {
    let languages = all(&resume.languages).iter();
    gathered(languages.map(|one| (leveled(said(&one.language), said(&one.fluency)), None)))
}

fn interests(resume: &Resume) -> Vec<Piece> {
    let interests = all(&resume.interests).iter();
    gathered(interests.map(|one| (said(&one.name), joined(&said_by(&one.keywords)))))
}

fn references(resume: &Resume) -> Vec<Piece> {
    let entries = all(&resume.references).iter().map(|one| {
        let mut entry = Entry::named([said(&one.name), None], None);
        entry.pass(None, &one.reference);
        entry
    });
    told(entries)
}

/// A thing and how well.
fn leveled(name: Option<String>, level: Option<String>) -> Option<String> {
    match (name, level) {
        (Some(name), Some(level)) => Some(format!("{name} ({level})")),
        (name, level) => name.or(level),
    }
}

fn fact(term: &str, words: String) -> Fact {
    Fact {
        term: Some(term.to_owned()),
        words: Some(words),
    }
}

/// Facts; terms of which nothing is said stand together in one line.
fn gathered(facts: impl Iterator<Item = (Option<String>, Option<String>)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut bare = Vec::new();
    let flush = |bare: &mut Vec<String>, pieces: &mut Vec<Piece>| {
        let words = joined(&std::mem::take(bare));
        pieces.extend(words.map(|words| {
            Piece::Fact(Fact {
                term: None,
                words: Some(words),
            })
        }));
    };
    for (term, words) in facts {
        match (term, words) {
            (Some(term), None) => bare.push(term),
            (None, None) => {}
            (term, words) => {
                flush(&mut bare, &mut pieces);
                pieces.push(Piece::Fact(Fact { term, words }));
            }
        }
    }
    flush(&mut bare, &mut pieces);
    pieces
}

/// The entries that tell something.
fn told(entries: impl Iterator<Item = Entry>) -> Vec<Piece> {
    entries.filter_map(Entry::told).map(Piece::Entry).collect()
}
