//! The heads of entries: which of their words is the title, the company, the school, the degree, the place.

use super::dates::{self, Dates};
use super::kinds::{
    is_company, is_degree, is_department, is_graded, is_school, is_score, is_suffix, is_terms,
    is_title,
};
use super::pieces::{at_commas, is_place, parts, pieces, tidy, unbracketed, with_place};

/// The fields of a job's head.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) title: Option<String>,
    pub(super) company: Option<String>,
    pub(super) place: Option<String>,
    /// What is none of these.
    pub(super) left: Vec<String>,
}

/// The fields of a school's head.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct School {
    pub(super) institution: Option<String>,
    pub(super) degree: Option<String>,
    pub(super) area: Option<String>,
    pub(super) score: Option<String>,
    pub(super) place: Option<String>,
    /// Subjects, each with its grade: "Economics (A)".
    pub(super) subjects: Vec<String>,
    pub(super) left: Vec<String>,
    /// Whether the area stands by itself behind the degree.
    is_area_apart: bool,
}

/// A line without its date, and the date.
pub(super) fn undated(line: &str) -> (String, Option<Dates>) {
    let Some(found) = dates::find(line) else {
        return (line.to_owned(), None);
    };
    let before = line.get(..found.at.start).unwrap_or_default();
    let after = line.get(found.at.end..).unwrap_or_default();
    // What is left parts as the date did.
    let (before, after) = (without_hope(before), without_hope(after));
    (format!("{before}    {after}"), Some(found))
}

/// A text beside a date without the word that it is yet to come: `(expected)`. The date says so itself.
fn without_hope(text: &str) -> &str {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if dates::is_hope(bare) { "" } else { text }
}

/// Takes the heads of a job apart.
pub(super) fn job(lines: &[String]) -> Job {
    let mut job = Job::default();
    let mut texts = Vec::new();
    let all: Vec<String> = lines.iter().flat_map(|line| pieces(line)).collect();
    let (terms, all): (Vec<String>, Vec<String>) =
        all.into_iter().partition(|piece| is_terms(piece));
    for piece in &all {
        if job.place.is_none() && all.len() > 1 && is_place(piece) {
            job.place = Some(piece.clone());
        } else {
            texts.push(piece.clone());
        }
    }
    if let [only] = texts.as_slice() {
        one(only.clone(), &mut job);
    } else {
        several(texts, &mut job);
    }
    for terms in terms {
        match &mut job.title {
            Some(title) => *title = format!("{title} ({terms})"),
            None => job.left.push(terms),
        }
    }
    job
}

/// `Title at Company`, `Title, Company, Place`, `Company, Title`.
fn one(text: String, job: &mut Job) {
    let (text, place) = match job.place {
        None => with_place(&text),
        Some(_) => (text, None),
    };
    job.place = job.place.take().or(place);
    for word in [" at ", " @ ", " bei ", " chez "] {
        if let Some((title, company)) = text.split_once(word)
            && is_title(title)
        {
            job.title = Some(tidy(title));
            job.company = Some(tidy(company));
            return;
        }
    }
    let mut parts: Vec<String> = Vec::new();
    for part in at_commas(&text) {
        match parts.last_mut() {
            Some(last) if is_suffix(part) => *last = format!("{last}, {part}"),
            _ => parts.push(part.to_owned()),
        }
    }
    if parts.len() == 1 {
        let field = if is_title(&text) && (!is_company(&text) || text.contains(" of ")) {
            &mut job.title
        } else {
            &mut job.company
        };
        *field = Some(tidy(&text));
        return;
    }
    let named = parts.iter().position(|part| is_title(part)).unwrap_or(0);
    let (title, company) = if named == 0 {
        // "Senior Manager, Product, Acme", but "Product Intern, Loopcart, Manchester".
        let second = unbracketed(parts.get(1).map_or("", String::as_str));
        let second = second.trim();
        let is_second = parts.len() > 2
            && (is_company(second)
                || !(is_title(second) || is_department(second) || is_subject(second, &parts)));
        if is_second && job.place.is_none() {
            job.place = Some(tidy(&parts.split_off(2).join(", ")));
        }
        let company = parts.pop().unwrap_or_default();
        (parts.join(", "), company)
    } else {
        let title = parts.split_off(named).join(", ");
        (title, parts.join(", "))
    };
    job.title = Some(tidy(&title));
    job.company = Some(tidy(&company));
}

/// Whether a part goes on with the title before it: "Head of Maths, Physics and Computing, Hill School".
fn is_subject(part: &str, parts: &[String]) -> bool {
    let is_named = |text: &str| is_company(text) || is_school(text);
    part.contains(" and ") && !is_named(part) && parts.last().is_some_and(|last| is_named(last))
}

fn several(mut texts: Vec<String>, job: &mut Job) {
    if texts.is_empty() {
        return;
    }
    let sure = texts
        .iter()
        .position(|text| is_title(text) && !is_company(text));
    let title = sure.or_else(|| texts.iter().position(|text| is_title(text)));
    let title = title.unwrap_or_else(|| {
        let company = texts.iter().position(|text| is_company(text));
        usize::from(company == Some(0))
    });
    let at = title.min(texts.len() - 1);
    let mut title = texts.remove(at);
    // "Clinical Lead – Electronic Handover", and the company on a line of its own.
    let is_sure = texts.iter().skip(at + 1).any(|text| is_company(text));
    if is_sure
        && texts
            .get(at)
            .is_some_and(|text| !is_company(text) && !is_place(text))
    {
        title = format!("{title} – {}", texts.remove(at));
    }
    // "Title, Company" with something else beside it.
    let named = texts.iter().position(|text| is_company(text)).unwrap_or(0);
    let company = (!texts.is_empty()).then(|| texts.remove(named.min(texts.len() - 1)));
    job.title = Some(title);
    if let Some(company) = company {
        let (name, place) = match job.place {
            None => match with_place(&company) {
                (company, None) => with_town(company),
                found => found,
            },
            Some(_) => (company, None),
        };
        job.company = Some(name);
        job.place = job.place.take().or(place);
    }
    for text in texts {
        let is_short = text.split_whitespace().count() <= 3 && text.starts_with(char::is_uppercase);
        if job.place.is_none() && is_short && !text.contains(|c: char| c.is_ascii_digit()) {
            job.place = Some(text);
        } else {
            job.left.push(text);
        }
    }
}

/// `Northmere Hospitals Trust, Leeds`: a town behind what is surely a company's name.
fn with_town(company: String) -> (String, Option<String>) {
    let split = company.rsplit_once(", ").filter(|(name, town)| {
        let is_end = name.split(' ').next_back().is_some_and(is_company);
        let is_town = town.starts_with(char::is_uppercase) && town.split(' ').count() <= 2;
        is_end && is_town && !is_suffix(town) && !is_company(town) && !is_department(town)
    });
    match split {
        Some((name, town)) => (name.to_owned(), Some(town.to_owned())),
        None => (company, None),
    }
}

/// Takes the heads of a school apart.
pub(super) fn school(lines: &[String]) -> School {
    let mut school = School::default();
    let mut others: Vec<String> = Vec::new();
    for line in lines {
        for piece in pieces(line) {
            if school.place.is_none() && is_place(&piece) {
                school.place = Some(piece);
                continue;
            }
            let mut before: Option<Before> = None;
            for part in parts(&piece, &[',', ';']) {
                before = Some(atom(part, before, &mut school, &mut others));
            }
        }
    }
    if school.institution.is_none() && others.is_empty() && school.is_area_apart {
        // "MBA, INSEAD"
        school.institution = school.area.take();
    }
    for other in others {
        if is_graded(&other) {
            school.subjects.push(other);
        } else if school.institution.is_none() {
            school.institution = Some(other);
        } else if school.area.is_none() && !is_place(&other) && school.degree.is_none() {
            school.area = Some(other);
        } else {
            school.left.push(other);
        }
    }
    school
}

/// What the part before was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    School,
    Degree,
    Other,
}

fn atom(
    part: String,
    before: Option<Before>,
    school: &mut School,
    others: &mut Vec<String>,
) -> Before {
    if is_score(&part) && school.score.is_none() {
        let bare = part
            .trim_start_matches("GPA")
            .trim_start_matches([':', ' ']);
        school.score = Some(if bare.is_empty() {
            part.clone()
        } else {
            bare.to_owned()
        });
        return Before::Other;
    }
    // "High School Diploma" is none.
    let is_school_name = is_school(&part) && !part.split(' ').next_back().is_some_and(is_degree);
    if is_degree(&part) && !is_school_name && school.degree.is_none() {
        degree(&part, school);
        return Before::Degree;
    }
    if is_school_name && school.institution.is_none() {
        if let Some((title, name)) = part
            .split_once(" at ")
            .or_else(|| part.split_once(" from "))
            && is_degree(title)
            && school.degree.is_none()
        {
            degree(title, school);
            school.institution = Some(name.to_owned());
        } else {
            school.institution = Some(part);
        }
        return Before::School;
    }
    match before {
        Some(Before::Degree) if school.area.is_none() => {
            school.area = Some(part);
            school.is_area_apart = true;
        }
        Some(Before::School) => {
            if let Some(name) = &mut school.institution {
                *name = format!("{name}, {part}");
            }
            return Before::School;
        }
        _ => others.push(part),
    }
    Before::Other
}

/// `BSc Computer Science`, `Bachelor of Science in Physics`.
fn degree(text: &str, school: &mut School) {
    let text = tidy(text);
    if let Some((degree, area)) = text.split_once(" in ") {
        school.degree = Some(degree.to_owned());
        school.area = Some(area.to_owned());
        return;
    }
    let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
    let is_short = first.len() <= 6 && first.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let rest_is_degree =
        is_degree(rest) || rest.starts_with('(') || rest.to_lowercase().starts_with("hons");
    if is_short && is_degree(first) && !rest.is_empty() && !rest_is_degree && school.area.is_none()
    {
        school.degree = Some(first.to_owned());
        school.area = Some(rest.to_owned());
    } else {
        school.degree = Some(text);
    }
}

#[cfg(test)]
mod tests {
    use super::{job, school, undated};

    #[test]
    fn jobs_are_told_by_titles_and_places() {
        let table: [(&[&str], [&str; 3]); 13] = [
            (
                &["Product Manager, Acme Inc. — Leeds, UK"],
                ["Product Manager", "Acme Inc.", "Leeds, UK"],
            ),
            (
                &["Acme | Senior Engineer | Remote"],
                ["Senior Engineer", "Acme", "Remote"],
            ),
            (
                &["Ward nurse at St Mary Hospital"],
                ["Ward nurse", "St Mary Hospital", ""],
            ),
            (
                &["Acme, Inc.    Seattle, WA", "Software Engineer"],
                ["Software Engineer", "Acme, Inc.", "Seattle, WA"],
            ),
            (
                &["Head of Sales", "Bread & Co, Paris, France"],
                ["Head of Sales", "Bread & Co", "Paris, France"],
            ),
            (
                &["Senior Manager, Product, Acme"],
                ["Senior Manager, Product", "Acme", ""],
            ),
            (&["Acme, Senior Manager"], ["Senior Manager", "Acme", ""]),
            (
                &["Product Intern, Parcelwise (delivery start-up), Manchester"],
                [
                    "Product Intern",
                    "Parcelwise (delivery start-up)",
                    "Manchester",
                ],
            ),
            (
                &["Barista and shift lead, Fox & Crumb Café, Leeds    (part-time)"],
                [
                    "Barista and shift lead (part-time)",
                    "Fox & Crumb Café",
                    "Leeds",
                ],
            ),
            (&["Nurse"], ["Nurse", "", ""]),
            (&["Acme"], ["", "Acme", ""]),
            (
                &["Keeper of bees", "Green Meadow"],
                ["Keeper of bees", "Green Meadow", ""],
            ),
            (
                &["Engineer, Acme, Seattle, WA"],
                ["Engineer", "Acme", "Seattle, WA"],
            ),
        ];
        reads(&table);
    }

    #[test]
    fn what_stands_in_brackets_parts_no_head() {
        let table: [(&[&str], [&str; 3]); 4] = [
            (
                &["Exams Lead (secondment, two days a week), Kent Schools Partnership"],
                [
                    "Exams Lead (secondment, two days a week)",
                    "Kent Schools Partnership",
                    "",
                ],
            ),
            (
                &["Exams Lead (part-time, 0.4), Kent Schools"],
                ["Exams Lead (part-time, 0.4)", "Kent Schools", ""],
            ),
            (
                &["Head of Maths, Physics and Computing, Hill School"],
                ["Head of Maths, Physics and Computing", "Hill School", ""],
            ),
            (
                &["Nurse (bank, nights, Acme"],
                ["Nurse (bank", "nights", "Acme"],
            ),
        ];
        reads(&table);
    }

    /// Title, company and place of each job's head.
    fn reads(table: &[(&[&str], [&str; 3])]) {
        for (lines, wanted) in table {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let job = job(&lines);
            let found =
                [&job.title, &job.company, &job.place].map(|field| field.as_deref().unwrap_or(""));
            assert_eq!(found, *wanted, "{lines:?}");
        }
    }

    #[test]
    fn a_day_to_come_is_a_day_and_grades_stand_with_their_subjects() {
        let (rest, found) = undated("BSc Physics, September 2023 – June 2027 (expected)");
        let end = found.and_then(|found| found.end);
        assert_eq!(
            (rest.trim(), end.as_deref()),
            ("BSc Physics,", Some("2027-06"))
        );
        let head = [
            "Roundhay Sixth Form, A levels",
            "Mathematics (A), Economics (A*), Leeds (2023)",
        ];
        let school = school(&head.map(str::to_owned));
        assert_eq!(school.subjects, ["Mathematics (A)", "Economics (A*)"]);
    }

    #[test]
    fn schools_are_told_by_degrees() {
        let table: [(&[&str], [&str; 4]); 6] = [
            (
                &["BSc Computer Science, University of Leeds"],
                ["University of Leeds", "BSc", "Computer Science", ""],
            ),
            (
                &[
                    "University of California, Berkeley",
                    "B.A. in Economics, GPA: 3.8/4.0",
                ],
                [
                    "University of California, Berkeley",
                    "B.A.",
                    "Economics",
                    "3.8/4.0",
                ],
            ),
            (
                &["Master of Science, Physics | ETH Zürich"],
                ["ETH Zürich", "Master of Science", "Physics", ""],
            ),
            (
                &["High School Diploma — Roosevelt High School"],
                ["Roosevelt High School", "High School Diploma", "", ""],
            ),
            (&["MBA, INSEAD"], ["INSEAD", "MBA", "", ""]),
            (
                &["Diploma in Nursing from City College"],
                ["City College", "Diploma", "Nursing", ""],
            ),
        ];
        for (lines, wanted) in table {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let school = school(&lines);
            let found = [
                &school.institution,
                &school.degree,
                &school.area,
                &school.score,
            ]
            .map(|field| field.as_deref().unwrap_or(""));
            assert_eq!(found, wanted, "{lines:?}");
        }
    }
}
