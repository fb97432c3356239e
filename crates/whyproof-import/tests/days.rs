//! Days of a résumé that a file writes as no day: each is in the schema's form, or is told of.
#![allow(clippy::unwrap_used)]

use whyproof_experience::resume::all;
use whyproof_import::{ImportedResume, resume};

/// What could not be placed, with its line.
fn unplaced(imported: &ImportedResume) -> Vec<(String, String)> {
    let own = imported.resume.own().unwrap();
    let all = own.unplaced.into_iter();
    all.map(|one| (one.from, one.text)).collect()
}

/// The jobs' days.
fn days(imported: &ImportedResume) -> Vec<(Option<&str>, Option<&str>)> {
    let jobs = all(&imported.resume.work).iter();
    jobs.map(|job| (job.start_date.as_deref(), job.end_date.as_deref()))
        .collect()
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let all = pairs.iter();
    all.map(|(from, text)| ((*from).to_owned(), (*text).to_owned()))
        .collect()
}

const JSON: &str = r#"{
  "basics": { "name": "Mara Quill", "email": "mara@example.org" },
  "work": [
    { "name": "Harbor Parcel", "startDate": "2021-13", "endDate": "present" },
    { "name": "Naive Foods", "startDate": "Spring 2020", "endDate": "2021-02-30",
      "highlights": ["Cut waste by Spring 2020"] },
    { "name": "Depot", "startDate": "March 2018",
      "endDate": "2021-13" }
  ],
  "awards": [{ "title": "Prize", "date": "some day" }]
}"#;

#[test]
fn a_day_of_json_resume_that_is_none_is_told_of_with_its_line() {
    let imported = resume("cv.json", JSON.as_bytes()).unwrap();
    assert_eq!(
        days(&imported),
        [(None, None), (Some("2020"), None), (Some("2018-03"), None)]
    );
    assert_eq!(all(&imported.resume.awards)[0].date, None);
    assert_eq!(
        unplaced(&imported),
        told(&[
            ("imported/cv.json:4", "2021-13"),
            ("imported/cv.json:5", "Spring 2020"),
            ("imported/cv.json:5", "2021-02-30"),
            ("imported/cv.json:8", "2021-13"),
            ("imported/cv.json:10", "some day"),
        ])
    );
}

/// Whyproof's own file, imported again, says each once.
#[test]
fn a_day_that_was_told_of_is_not_told_of_again() {
    let first = resume("cv.json", JSON.as_bytes()).unwrap();
    let yaml = first.resume.to_yaml().unwrap();
    let again = resume("experience.yaml", yaml.as_bytes()).unwrap();
    assert_eq!(again.resume, first.resume);
}

#[test]
fn a_day_of_rendercv_that_is_none_is_told_of_with_its_line() {
    let yaml = "cv:\n  name: Mara Quill\n  email: mara@example.org\n  sections:\n    experience:\n      - company: Harbor\n        position: Lead\n        start_date: 2021-13\n        end_date: present\n      - company: Depot\n        position: Hand\n        start_date: Spring 2020\n        end_date: 2021-01\n";
    let imported = resume("cv.yaml", yaml.as_bytes()).unwrap();
    assert_eq!(
        days(&imported),
        [(None, None), (Some("2020"), Some("2021-01"))]
    );
    let mut found = unplaced(&imported);
    found.sort();
    assert_eq!(
        found,
        told(&[
            ("imported/cv.yaml:12", "Spring 2020"),
            ("imported/cv.yaml:8", "2021-13"),
        ])
    );
}
