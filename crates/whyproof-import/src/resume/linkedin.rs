//! LinkedIn's data export: a zip with a CSV for each kind of thing, or one of those files.

use std::collections::BTreeMap;

use whyproof_experience::resume::{
    Award, Basics, Certificate, Education, Language, Location, Profile, Project, Resume, Skill,
    Volunteer, Work,
};

use super::ledger::{self, Leaf};
use super::{Built, dates};
use crate::docx::archive::Archive;
use crate::text::clean;
use crate::{ImportError, decode};

/// Files of the export that tell of the person, in the order they are read.
const FILES: [&str; 11] = [
    "Profile.csv",
    "Email Addresses.csv",
    "PhoneNumbers.csv",
    "Positions.csv",
    "Education.csv",
    "Skills.csv",
    "Projects.csv",
    "Certifications.csv",
    "Languages.csv",
    "Honors.csv",
    "Volunteering.csv",
];
/// Most rows and most columns of a file.
const ROWS: usize = 5000;
const COLUMNS: usize = 100;

/// A row by the names of its columns, and the line of the text that it stands in.
struct Row {
    cells: BTreeMap<String, String>,
    line: usize,
}

impl Row {
    fn get(&self, name: &str) -> Option<String> {
        self.cells
            .get(name)
            .filter(|cell| !cell.is_empty())
            .cloned()
    }

    /// A date as ISO writes it; as it stands, where that is not plain.
    fn date(&self, name: &str) -> Option<String> {
        self.get(name)
            .filter(|date| !dates::is_open(date))
            .map(|date| dates::iso(&date).unwrap_or(date))
    }
}

/// The export's name of a file, whatever folder it is in and whatever its capitals.
fn known(path: &str) -> Option<&'static str> {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    FILES
        .iter()
        .find(|known| file.eq_ignore_ascii_case(known))
        .copied()
}

pub(super) fn is_export(name: &str, bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK\x03\x04") {
        let names = Archive::open(name, bytes).map(|archive| archive.names());
        return names.is_ok_and(|names| {
            names
                .iter()
                .any(|name| matches!(known(name), Some("Profile.csv" | "Positions.csv")))
        });
    }
    known(name).is_some()
}

pub(super) fn read(name: &str, bytes: &[u8], kept: &str) -> Result<Built, ImportError> {
    let mut files = Vec::new();
    if bytes.starts_with(b"PK\x03\x04") {
        let mut archive = Archive::open(name, bytes)?;
        let mut names = archive.names();
        names.sort();
        for wanted in FILES {
            if let Some(path) = names.iter().find(|path| known(path) == Some(wanted))
                && let Some(text) = archive.part(path)?
            {
                files.push((wanted, text));
            }
        }
    } else if let Some(file) = known(name) {
        files.push((file, decode::text(name, bytes)?));
    }
    let mut text = String::new();
    let mut builder = Builder::default();
    for (file, csv) in files {
        for row in rows(name, file, &clean(&csv), &mut text)? {
            builder.row(file, &row, kept);
        }
    }
    let Builder {
        mut resume,
        basics,
        leaves,
        places,
    } = builder;
    if basics != Basics::default() {
        resume.basics = Some(basics);
    }
    ledger::settle(&mut resume, &leaves, Vec::new(), |words| {
        places.get(words).map(|line| format!("{kept}:{line}"))
    });
    Ok(Built {
        resume,
        text,
        notes: Vec::new(),
    })
}

/// The rows of a file, and their cells as lines of the text.
fn rows(
    name: &str,
    file: &'static str,
    csv: &str,
    text: &mut String,
) -> Result<Vec<Row>, ImportError> {
    let wrong = |problem: String| ImportError::Unreadable {
        name: name.to_owned(),
        what: "LinkedIn data export",
        problem: format!("{file}: {problem}"),
        hint: "ask LinkedIn for the export anew",
    };
    let table = preamble(csv);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(table.as_bytes());
    let heads = reader
        .headers()
        .map_err(|error| wrong(error.to_string()))?
        .clone();
    if heads.len() > COLUMNS {
        return Err(wrong(format!("it has {} columns", heads.len())));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!("# {file}\n"));
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| wrong(error.to_string()))?;
        if rows.len() == ROWS {
            return Err(wrong(format!("it has more than {ROWS} rows")));
        }
        text.push('\n');
        let mut row = Row {
            cells: BTreeMap::new(),
            line: 1 + text.matches('\n').count(),
        };
        for (at, cell) in record.iter().enumerate() {
            let head = heads.get(at).map_or_else(
                || format!("Column {}", at + 1),
                |head| head.trim().to_owned(),
            );
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            text.push_str(&format!("{head}: {}\n", cell.replace('\n', "\n  ")));
            row.cells.insert(head, cell.to_owned());
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Without the notes that stand above some tables: what comes after their empty line.
fn preamble(csv: &str) -> &str {
    let first = csv.lines().next().unwrap_or_default();
    if first.trim_end_matches(':').eq_ignore_ascii_case("notes") {
        return csv.split_once("\n\n").map_or(csv, |(_, table)| table);
    }
    csv
}

#[derive(Default)]
struct Builder {
    resume: Resume,
    basics: Basics,
    leaves: Vec<Leaf>,
    places: BTreeMap<String, usize>,
}

impl Builder {
    fn row(&mut self, file: &str, row: &Row, kept: &str) {
        for cell in row.cells.values() {
            // Whether an address is confirmed, or the first one, is no part of a life.
            if !ledger::words(cell).all(|word| matches!(word.as_str(), "yes" | "no")) {
                let from = format!("{kept}:{}", row.line);
                self.leaves.push(Leaf {
                    text: cell.clone(),
                    from,
                });
            }
        }
        match file {
            "Profile.csv" => self.profile(row),
            "Email Addresses.csv" => self.mail(row),
            "PhoneNumbers.csv" => {
                self.basics.phone = self.basics.phone.take().or(row.get("Number"))
            }
            "Positions.csv" => self.position(row),
            "Education.csv" => self.school(row),
            "Skills.csv" => self.skill(row),
            "Projects.csv" => self.project(row),
            "Certifications.csv" => self.certificate(row),
            "Languages.csv" => self
                .resume
                .languages
                .get_or_insert_default()
                .push(Language {
                    language: row.get("Name"),
                    fluency: row.get("Proficiency"),
                    ..Language::default()
                }),
            "Honors.csv" => self.honor(row),
            _ => self.volunteering(row),
        }
    }

    fn told(&mut self, row: &Row, name: &str) -> Option<String> {
        let text = row.get(name)?;
        self.places.entry(text.clone()).or_insert(row.line);
        Some(text)
    }

    /// A description: its lines with bullets as highlights, the others as the summary.
    fn lines(&mut self, row: &Row) -> (Option<String>, Option<Vec<String>>) {
        let Some(text) = row.get("Description") else {
            return (None, None);
        };
        let (mut summary, mut highlights): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let bullet = line
                .strip_prefix(['-', '•', '*', '·', '–', '●', '▪'])
                .filter(|rest| rest.starts_with(' ') || line.starts_with('•'));
            match bullet {
                Some(rest) => highlights.push(rest.trim().to_owned()),
                None => summary.push(line),
            }
        }
        let summary = (!summary.is_empty()).then(|| summary.join("\n"));
        for line in highlights.iter().chain(&summary) {
            self.places.entry(line.clone()).or_insert(row.line);
        }
        (summary, (!highlights.is_empty()).then_some(highlights))
    }

    fn profile(&mut self, row: &Row) {
        let names = [
            row.get("First Name"),
            row.get("Maiden Name"),
            row.get("Last Name"),
        ];
        let [first, _, last] = &names;
        let name: Vec<&str> = [first, last]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let summary = self.told(row, "Summary");
        let basics = &mut self.basics;
        basics.name = (!name.is_empty()).then(|| name.join(" "));
        basics.label = row.get("Headline");
        basics.summary = summary;
        let city = row.get("Geo Location").or_else(|| row.get("Location"));
        basics.location = city.or(row.get("Address")).map(|city| Location {
            city: Some(city),
            postal_code: row.get("Zip Code"),
            ..Location::default()
        });
        let sites = row.get("Websites").unwrap_or_default();
        // `[COMPANY:https://example.org]`
        let sites = sites
            .split([',', '[', ']'])
            .filter_map(|site| site.split_once(':'));
        let mut sites = sites
            .map(|(_, site)| site.trim().to_owned())
            .filter(|site| site.len() > 3);
        basics.url = sites.next();
        let handles = row.get("Twitter Handles").unwrap_or_default();
        for handle in handles
            .split(',')
            .map(|handle| handle.trim_matches(['[', ']', ' ', '@']))
            .filter(|handle| !handle.is_empty())
        {
            basics.profiles.get_or_insert_default().push(Profile {
                network: Some("Twitter".to_owned()),
                username: Some(handle.to_owned()),
                ..Profile::default()
            });
        }
    }

    fn mail(&mut self, row: &Row) {
        let is_primary = row
            .get("Primary")
            .is_some_and(|yes| yes.eq_ignore_ascii_case("yes"));
        if is_primary || self.basics.email.is_none() {
            self.basics.email = row.get("Email Address");
        }
    }

    fn position(&mut self, row: &Row) {
        let (summary, highlights) = self.lines(row);
        self.resume.work.get_or_insert_default().push(Work {
            name: row.get("Company Name"),
            position: row.get("Title"),
            location: row.get("Location"),
            start_date: row.date("Started On"),
            end_date: row.date("Finished On"),
            summary,
            highlights,
            ..Work::default()
        });
    }

    fn school(&mut self, row: &Row) {
        let courses = [self.told(row, "Notes"), self.told(row, "Activities")];
        let courses: Vec<String> = courses.into_iter().flatten().collect();
        self.resume
            .education
            .get_or_insert_default()
            .push(Education {
                institution: row.get("School Name"),
                study_type: row.get("Degree Name"),
                start_date: row.date("Start Date"),
                end_date: row.date("End Date"),
                courses: (!courses.is_empty()).then_some(courses),
                ..Education::default()
            });
    }

    fn skill(&mut self, row: &Row) {
        let Some(name) = self.told(row, "Name") else {
            return;
        };
        let skills = self.resume.skills.get_or_insert_default();
        if skills.is_empty() {
            skills.push(Skill::default());
        }
        if let Some(one) = skills.last_mut() {
            one.keywords.get_or_insert_default().push(name);
        }
    }

    fn project(&mut self, row: &Row) {
        let (description, highlights) = self.lines(row);
        self.resume.projects.get_or_insert_default().push(Project {
            name: row.get("Title"),
            description,
            highlights,
            url: row.get("Url"),
            start_date: row.date("Started On"),
            end_date: row.date("Finished On"),
            ..Project::default()
        });
    }

    fn certificate(&mut self, row: &Row) {
        self.resume
            .certificates
            .get_or_insert_default()
            .push(Certificate {
                name: row.get("Name"),
                issuer: row.get("Authority"),
                url: row.get("Url"),
                date: row.date("Started On"),
                ..Certificate::default()
            });
    }

    fn honor(&mut self, row: &Row) {
        let summary = self.told(row, "Description");
        self.resume.awards.get_or_insert_default().push(Award {
            title: row.get("Title"),
            date: row.date("Issued On"),
            awarder: row.get("Issuer"),
            summary,
            ..Award::default()
        });
    }

    fn volunteering(&mut self, row: &Row) {
        let (summary, highlights) = self.lines(row);
        self.resume
            .volunteer
            .get_or_insert_default()
            .push(Volunteer {
                organization: row.get("Company Name"),
                position: row.get("Role"),
                start_date: row.date("Started On"),
                end_date: row.date("Finished On"),
                summary,
                highlights,
                ..Volunteer::default()
            });
    }
}
