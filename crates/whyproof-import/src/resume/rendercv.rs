//! RenderCV's YAML: `cv:` with who it is, and sections by names of the person's own, whose entries are told apart by
//! their keys.

use serde_json::{Map, Value};
use whyproof_experience::resume::{
    Award, Basics, Certificate, Education, Interest, Language, Location, Profile, Project,
    Publication, Reference, Resume, Skill, Volunteer, Work,
};

use super::headings::{self, Kind};
use super::tree::{self, get, list};
use super::{Built, Finder, dates, ledger};
use crate::ImportError;
use crate::draft::Note;

type Object = Map<String, Value>;

pub(super) fn is_resume(head: &str) -> bool {
    head.lines()
        .any(|line| line.trim_end() == "cv:" || line.starts_with("cv: "))
}

pub(super) fn read(name: &str, text: String, kept: &str) -> Result<Built, ImportError> {
    let wrong = |problem: String| ImportError::Unreadable {
        name: name.to_owned(),
        what: "RenderCV YAML",
        problem,
        hint: "`rendercv render` says more of what it takes",
    };
    let root: Value = serde_saphyr::from_str(&text).map_err(|error| {
        let place = error
            .location()
            .map_or_else(String::new, |place| format!("line {}: ", place.line()));
        wrong(format!("{place}{}", error.without_snippet()))
    })?;
    let Some(Value::Object(cv)) = root.get("cv") else {
        return Err(wrong("under `cv` there are no keys".to_owned()));
    };
    let finder = Finder { text: &text, kept };
    let mut reader = Reader::default();
    reader.basics(cv);
    if let Some(Value::Object(sections)) = cv.get("sections") {
        for (title, entries) in sections {
            let entries = entries.as_array().map(Vec::as_slice).unwrap_or_default();
            entries.iter().for_each(|entry| reader.entry(title, entry));
        }
    }
    let mut resume = reader.resume;
    let leaves = tree::leaves(root.get("cv").unwrap_or(&Value::Null), "cv", &finder);
    ledger::settle(&mut resume, &leaves, Vec::new(), |words| {
        let first = words.lines().next().unwrap_or_default();
        Some(finder.from(first, "cv"))
    });
    let others = root
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| *key != "cv");
    let notes = others.map(|(key, _)| {
        Note::new(
            None,
            format!("`{key}`, which says how the page looks, was left out."),
        )
    });
    let notes = notes.collect();
    Ok(Built {
        resume,
        text,
        notes,
    })
}

#[derive(Default)]
struct Reader {
    resume: Resume,
}

impl Reader {
    fn basics(&mut self, cv: &Object) {
        let mut profiles = Vec::new();
        let networks = cv.get("social_networks").and_then(Value::as_array);
        for network in networks.into_iter().flatten().filter_map(Value::as_object) {
            profiles.push(Profile {
                network: get(network, &["network"]),
                username: get(network, &["username"]),
                ..Profile::default()
            });
        }
        let city = get(cv, &["location"]);
        let location = city.map(|city| Location {
            city: Some(city),
            ..Location::default()
        });
        self.resume.basics = Some(Basics {
            name: get(cv, &["name"]),
            label: get(cv, &["headline", "label"]),
            email: list(cv, "email").into_iter().next(),
            phone: list(cv, "phone")
                .into_iter()
                .next()
                .map(|phone| phone.trim_start_matches("tel:").to_owned()),
            url: list(cv, "website").into_iter().next(),
            location,
            profiles: (!profiles.is_empty()).then_some(profiles),
            ..Basics::default()
        });
    }

    fn entry(&mut self, title: &str, entry: &Value) {
        let kind = headings::kind(&title.replace('_', " "));
        if let Some(text) = tree::text(entry) {
            self.text(kind, plain(&text));
            return;
        }
        let Some(entry) = entry.as_object() else {
            return;
        };
        let has = |key: &str| entry.contains_key(key);
        if has("institution") {
            self.school(entry);
        } else if has("company") {
            self.job(kind, entry);
        } else if has("authors") || (has("title") && (has("journal") || has("doi"))) {
            self.publication(entry);
        } else if has("label") {
            self.one_line(kind, entry);
        } else if has("bullet") || has("number") || has("reversed_number") {
            let text = get(entry, &["bullet", "number", "reversed_number"]).unwrap_or_default();
            self.text(kind, plain(&text));
        } else {
            self.normal(kind, entry);
        }
    }

    /// A paragraph or a bullet.
    fn text(&mut self, kind: Option<Kind>, text: String) {
        let resume = &mut self.resume;
        match kind {
            Some(Kind::Summary) => {
                let basics = resume.basics.get_or_insert_default();
                basics.summary = Some(match basics.summary.take() {
                    Some(before) => format!("{before}\n{text}"),
                    None => text,
                });
            }
            Some(Kind::Skills) => resume.skills.get_or_insert_default().push(Skill {
                keywords: Some(vec![text]),
                ..Skill::default()
            }),
            Some(Kind::Awards) => resume.awards.get_or_insert_default().push(Award {
                title: Some(text),
                ..Award::default()
            }),
            Some(Kind::Certificates) => {
                resume
                    .certificates
                    .get_or_insert_default()
                    .push(Certificate {
                        name: Some(text),
                        ..Certificate::default()
                    })
            }
            Some(Kind::Publications) => {
                resume
                    .publications
                    .get_or_insert_default()
                    .push(Publication {
                        name: Some(text),
                        ..Publication::default()
                    })
            }
            Some(Kind::Interests) => resume.interests.get_or_insert_default().push(Interest {
                name: Some(text),
                ..Interest::default()
            }),
            Some(Kind::References) => resume.references.get_or_insert_default().push(Reference {
                reference: Some(text),
                ..Reference::default()
            }),
            // The ledger tells of it.
            _ => {}
        }
    }

    fn job(&mut self, kind: Option<Kind>, entry: &Object) {
        let (start_date, end_date) = days(entry);
        let highlights = highlights(entry);
        let summary = get(entry, &["summary"]).map(|text| plain(&text));
        let (name, position) = (get(entry, &["company"]), get(entry, &["position"]));
        if kind == Some(Kind::Volunteer) {
            self.resume
                .volunteer
                .get_or_insert_default()
                .push(Volunteer {
                    organization: name,
                    position,
                    start_date,
                    end_date,
                    summary,
                    highlights,
                    ..Volunteer::default()
                });
            return;
        }
        self.resume.work.get_or_insert_default().push(Work {
            name,
            position,
            location: get(entry, &["location"]),
            start_date,
            end_date,
            summary,
            highlights,
            ..Work::default()
        });
    }

    fn school(&mut self, entry: &Object) {
        let (start_date, end_date) = days(entry);
        let mut courses = highlights(entry).unwrap_or_default();
        courses.splice(0..0, get(entry, &["summary"]).map(|text| plain(&text)));
        self.resume
            .education
            .get_or_insert_default()
            .push(Education {
                institution: get(entry, &["institution"]),
                area: get(entry, &["area"]),
                study_type: get(entry, &["degree"]),
                start_date,
                end_date,
                courses: (!courses.is_empty()).then_some(courses),
                ..Education::default()
            });
    }

    fn publication(&mut self, entry: &Object) {
        let doi = get(entry, &["doi"]).map(|doi| format!("https://doi.org/{doi}"));
        let authors: Vec<String> = list(entry, "authors")
            .iter()
            .map(|name| plain(name))
            .collect();
        self.resume
            .publications
            .get_or_insert_default()
            .push(Publication {
                name: get(entry, &["title"]),
                publisher: get(entry, &["journal"]),
                release_date: get(entry, &["date"]).map(|date| dates::iso(&date).unwrap_or(date)),
                url: get(entry, &["url"]).or(doi),
                summary: get(entry, &["summary"])
                    .or((!authors.is_empty()).then(|| authors.join(", "))),
                ..Publication::default()
            });
    }

    /// `label: details`.
    fn one_line(&mut self, kind: Option<Kind>, entry: &Object) {
        let label = get(entry, &["label"]).map(|label| plain(&label));
        let details = get(entry, &["details"])
            .map(|details| plain(&details))
            .unwrap_or_default();
        let resume = &mut self.resume;
        match kind {
            Some(Kind::Languages) => resume.languages.get_or_insert_default().push(Language {
                language: label,
                fluency: Some(details),
                ..Language::default()
            }),
            Some(Kind::Interests) => resume.interests.get_or_insert_default().push(Interest {
                name: label,
                keywords: Some(super::pieces::parts(&details, &[',', ';'])),
                ..Interest::default()
            }),
            Some(Kind::Awards) => resume.awards.get_or_insert_default().push(Award {
                title: label,
                summary: Some(details),
                ..Award::default()
            }),
            Some(Kind::Certificates) => {
                resume
                    .certificates
                    .get_or_insert_default()
                    .push(Certificate {
                        name: label,
                        issuer: Some(details),
                        ..Certificate::default()
                    })
            }
            Some(Kind::Skills) | None => resume.skills.get_or_insert_default().push(Skill {
                name: label,
                keywords: Some(super::pieces::parts(&details, &[',', ';'])),
                ..Skill::default()
            }),
            _ => {}
        }
    }

    /// An entry with a name, dates and highlights.
    fn normal(&mut self, kind: Option<Kind>, entry: &Object) {
        let (start_date, end_date) = days(entry);
        let name = get(entry, &["name", "title"]).map(|name| plain(&name));
        let date = get(entry, &["date"]).map(|date| dates::iso(&date).unwrap_or(date));
        let summary = get(entry, &["summary"]).map(|text| plain(&text));
        let resume = &mut self.resume;
        match kind {
            Some(Kind::Awards) => resume.awards.get_or_insert_default().push(Award {
                title: name,
                date,
                summary,
                ..Award::default()
            }),
            Some(Kind::Certificates) => {
                resume
                    .certificates
                    .get_or_insert_default()
                    .push(Certificate {
                        name,
                        date,
                        issuer: summary,
                        ..Certificate::default()
                    })
            }
            Some(Kind::Work) => resume.work.get_or_insert_default().push(Work {
                position: name,
                location: get(entry, &["location"]),
                start_date,
                end_date,
                summary,
                highlights: highlights(entry),
                ..Work::default()
            }),
            Some(Kind::Volunteer) => resume.volunteer.get_or_insert_default().push(Volunteer {
                organization: name,
                start_date,
                end_date,
                summary,
                highlights: highlights(entry),
                ..Volunteer::default()
            }),
            _ => resume.projects.get_or_insert_default().push(Project {
                name,
                description: summary,
                highlights: highlights(entry),
                start_date,
                end_date,
                url: get(entry, &["url"]),
                ..Project::default()
            }),
        }
    }
}

fn highlights(entry: &Object) -> Option<Vec<String>> {
    let lines: Vec<String> = list(entry, "highlights")
        .iter()
        .map(|line| plain(line))
        .collect();
    (!lines.is_empty()).then_some(lines)
}

/// The start and the end; `date` stands for both.
fn days(entry: &Object) -> (Option<String>, Option<String>) {
    let read = |key| get(entry, &[key]).filter(|date| !dates::is_open(date));
    let iso = |date: Option<String>| date.map(|date| dates::iso(&date).unwrap_or(date));
    let (start, end) = (iso(read("start_date")), iso(read("end_date")));
    if start.is_some() || end.is_some() {
        return (start, end);
    }
    match read("date").and_then(|date| dates::find(&date)) {
        Some(found) if found.is_range => (found.start, found.end),
        Some(found) => (found.start.clone(), found.start),
        None => (None, None),
    }
}

/// Words without the marks of Markdown, which RenderCV's texts may have.
fn plain(text: &str) -> String {
    let has_marks = text.contains(['*', '_', '`', '[', '\\']);
    if !has_marks {
        return text.to_owned();
    }
    let mut out = String::new();
    for event in pulldown_cmark::Parser::new(text) {
        use pulldown_cmark::{Event, Tag};
        match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineHtml(words)
            | Event::Html(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(Tag::Link { dest_url, .. }) => {
                out.push_str(&dest_url);
                out.push(' ');
            }
            _ => {}
        }
    }
    if out.trim().is_empty() {
        text.to_owned()
    } else {
        out.trim().to_owned()
    }
}
