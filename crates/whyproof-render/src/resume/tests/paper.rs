//! What any résumé gives on paper.

use serde_json::json;
use whyproof_experience::resume::Resume;

use super::{NURSE, OPERATIONS, read};
use crate::resume::{Design, ResumeOptions, pdf, png, source};

fn set(resume: &Resume, locale: &str) -> Vec<usize> {
    let pages = Design::ALL.map(|design| {
        let options = ResumeOptions {
            design,
            locale: locale.to_owned(),
            ..ResumeOptions::of(resume)
        };
        let paper = pdf(resume, &options).unwrap_or_else(|error| panic!("{design:?}: {error}"));
        assert!(paper.pdf.starts_with(b"%PDF"));
        paper.pages
    });
    pages.to_vec()
}

/// A résumé with these words in every key that is printed.
fn everywhere(words: &str) -> Resume {
    let text = json!({
        "basics": {"name": words, "label": words, "email": words, "phone": words, "url": words, "summary": words,
            "location": {"address": words, "city": words, "region": words, "postalCode": words, "countryCode": words},
            "profiles": [{"network": words, "username": words, "url": words}]},
        "work": [{"name": words, "position": words, "location": words, "description": words, "url": words,
            "startDate": words, "endDate": words, "summary": words, "highlights": [words, words]}],
        "volunteer": [{"organization": words, "position": words, "url": words, "summary": words}],
        "projects": [{"name": words, "description": words, "entity": words, "type": words, "roles": [words],
            "keywords": [words], "highlights": [words]}],
        "education": [{"institution": words, "area": words, "studyType": words, "score": words, "courses": [words]}],
        "awards": [{"title": words, "awarder": words, "date": words, "summary": words}],
        "certificates": [{"name": words, "issuer": words, "date": words, "url": words}],
        "publications": [{"name": words, "publisher": words, "releaseDate": words, "url": words, "summary": words}],
        "skills": [{"name": words, "level": words, "keywords": [words]}],
        "languages": [{"language": words, "fluency": words}],
        "interests": [{"name": words, "keywords": [words]}],
        "references": [{"name": words, "reference": words}],
    });
    Resume::from_json(&text.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn any_words_are_set() {
    for words in [
        "x".repeat(400).as_str(),
        "https://example.org/".repeat(20).as_str(),
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\") $x^2$ `raw` *bold* _emph_ <label> @ref // no",
        "\"]) #panic() [(\"",
        "מנהלת מוצר, תל אביב",
        "مديرة منتج في القاهرة",
        "製品マネージャー",
        "👩‍💻 \u{202e}turned\u{202c} \u{0}\u{7}\u{feff}",
        "a\u{301}\u{301}\u{301}\u{301}\u{301}",
        " - \n\n - \n\n",
    ] {
        set(&everywhere(words), "en-GB");
    }
    set(&everywhere("מנהלת מוצר"), "he-IL");
}

#[test]
fn two_hundred_bullets_are_set() {
    let bullets: Vec<String> = (1..=200)
        .map(|at| format!("Did thing number {at} of many."))
        .collect();
    let text = json!({"work": [{"name": "Acme", "highlights": bullets}]});
    let resume = Resume::from_json(&text.to_string()).unwrap_or_else(|error| panic!("{error}"));
    assert!(set(&resume, "en").iter().all(|pages| *pages > 2));
}

#[test]
fn an_empty_resume_is_an_empty_page() {
    let resume = Resume::from_json("{\"basics\": {}}").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(set(&resume, "en"), [1, 1, 1]);
}

#[test]
fn the_same_resume_gives_the_same_bytes() {
    let resume = read(NURSE);
    let bytes =
        || pdf(&resume, &ResumeOptions::of(&resume)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_picture_a_page() {
    let resume = read(NURSE);
    let pictures = png(&resume, &ResumeOptions::of(&resume), 0.5);
    let pictures = pictures.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(pictures.pages.len(), 2);
    assert!(
        pictures
            .pages
            .iter()
            .all(|page| page.starts_with(b"\x89PNG"))
    );
}

#[test]
fn what_is_not_of_the_model_is_not_printed() {
    let mut resume = read(OPERATIONS);
    resume
        .extra
        .insert("secret".to_owned(), json!("UNKNOWN-KEY"));
    if let Some(basics) = &mut resume.basics {
        basics
            .extra
            .insert("salary".to_owned(), json!("UNKNOWN-KEY"));
    }
    let source = source(&resume, &ResumeOptions::of(&resume));
    for private in [
        "PRIVATE-NOTE",
        "employee of the month",
        "imported/",
        "UNKNOWN-KEY",
    ] {
        assert!(!source.contains(private), "{private}");
    }
}

#[test]
fn letters_without_a_shape_are_told() {
    let paper = |words: &str| {
        let resume = everywhere(words);
        pdf(&resume, &ResumeOptions::of(&resume)).unwrap_or_else(|error| panic!("{error}"))
    };
    assert_eq!(paper("中").shapeless, ['中']);
    assert!(paper("Çelik").shapeless.is_empty());
}
