//! What a résumé names and does not tell: skills, languages, certificates, schools, jobs, papers. It answers what a job
//! asks for by that name, and nothing else; and it claims, for nobody shows a language by naming it.

use jiff::civil::Date;

use crate::background::{Passage, Spot};
use crate::resume::{Resume, all};
use crate::stems::{Word, words};

use super::model::Met;

/// Words of degrees, by their stems.
const DEGREES: &[&str] = &[
    "degre", "bachelor", "phd", "doctor", "diploma", "graduat", "univers",
];
/// Words of titles that say a rank and no field, by their stems.
const RANKS: &[&str] = &[
    "assist",
    "associ",
    "chief",
    "director",
    "execut",
    "head",
    "intern",
    "junior",
    "lead",
    "leader",
    "manag",
    "member",
    "offic",
    "owner",
    "partner",
    "princip",
    "senior",
    "speciali",
    "specialist",
    "staff",
    "supervisor",
    "team",
    "train",
    "traine",
    "volunt",
    "work",
    "worker",
];
/// How what is learned before a degree is called.
const SCHOOL: &[&str] = &[
    "a level",
    "as level",
    "gcse",
    "high school",
    "secondary",
    "abitur",
    "baccalaur",
    "sixth form",
    "btec",
];
/// Words of papers and talks, by their stems.
const PAPERS: &[&str] = &["public", "publish", "patent", "confer"];
/// Kinds of employers, by their stems.
const EMPLOYERS: &[&str] = &[
    "armi", "bank", "chariti", "clinic", "council", "govern", "hospit", "ministri", "nhs",
    "school", "startup", "univers",
];
/// Longest name that is looked for as it is written, such as *Go*, *SQL* and *Excel*.
const EXACT: usize = 5;

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A skill.
    Skill,
    /// A language.
    Language,
    /// The person's own language: it answers no call for another.
    OwnLanguage,
    /// A certificate.
    Certificate,
    /// A school and its degree.
    School,
    /// A paper or a talk.
    Paper,
    /// A title and an employer.
    Job,
}

impl Named {
    /// The section, as people call it.
    pub(super) fn section(self) -> &'static str {
        match self {
            Named::Skill => "Skills",
            Named::Language | Named::OwnLanguage => "Languages",
            Named::Certificate => "Certificates",
            Named::School => "Education",
            Named::Paper => "Publications",
            Named::Job => "Experience",
        }
    }
}

/// Everything that a résumé names, as passages that only the take reads.
pub(super) fn passages(resume: &Resume) -> Vec<Passage> {
    let joined = |parts: &[&Option<String>]| {
        let parts = parts.iter().filter_map(|part| part.as_deref());
        let parts: Vec<&str> = parts
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    };
    let mut named: Vec<(Named, String)> = Vec::new();
    for one in all(&resume.work) {
        named.push((Named::Job, joined(&[&one.position, &one.name])));
    }
    for one in all(&resume.education) {
        let degree = joined(&[&one.study_type]);
        let area = joined(&[&one.area]);
        let first = [degree, area].join(" ").trim().to_owned();
        let until = one.end_date.as_deref().map(month);
        let school = joined(&[&Some(first), &one.institution, &until]);
        named.push((Named::School, school));
    }
    for one in all(&resume.certificates) {
        named.push((Named::Certificate, joined(&[&one.name, &one.issuer])));
    }
    for one in all(&resume.publications) {
        named.push((Named::Paper, joined(&[&one.name])));
    }
    for one in all(&resume.skills) {
        match all(&one.keywords) {
            [] => named.push((Named::Skill, joined(&[&one.name]))),
            words => named.extend(words.iter().map(|word| (Named::Skill, word.clone()))),
        }
    }
    for (at, one) in all(&resume.languages).iter().enumerate() {
        let kind = if at == 0 {
            Named::OwnLanguage
        } else {
            Named::Language
        };
        named.push((kind, joined(&[&one.language, &one.fluency])));
    }
    let passage = |(kind, words)| Passage {
        spot: Spot::Named(kind),
        words,
        evidence: Vec::new(),
        unshown: None,
        tied: None,
    };
    let named = named.into_iter().filter(|(_, words)| !words.is_empty());
    named.map(passage).collect()
}

/// A month as people write it: "June 2027" for `2027-06`; what is none stays as it is.
fn month(iso: &str) -> String {
    let first = iso.get(..7).map(|month| format!("{month}-01"));
    let day: Option<Date> = first.and_then(|day| day.parse().ok());
    day.map_or_else(|| iso.to_owned(), |day| day.strftime("%B %Y").to_string())
}

/// What a requirement, whose words are `asked`, asks for by the name of this thing, and that name; none where it does
/// not.
pub(super) fn met(kind: Named, thing: &str, requirement: &str, asked: &[Word]) -> Option<Met> {
    let text =
        |of: &str, at: &std::ops::Range<usize>| of.get(at.clone()).unwrap_or_default().to_owned();
    let of_kind = |stems: &[&str]| {
        asked
            .iter()
            .find(|word| stems.contains(&word.stem.as_str()))
    };
    let (first, rest) = thing.split_once(", ").unwrap_or((thing, ""));
    let bare = first.split('(').next().unwrap_or(first).trim();
    let whole = |found: &str| Met {
        wanted: found.to_owned(),
        found: found.to_owned(),
    };
    let is_asked = |name: &str| is_named(name, requirement, asked).then(|| whole(name));
    match kind {
        Named::Skill | Named::OwnLanguage => is_asked(bare)
            .or_else(|| is_asked(without_class(bare)))
            .or_else(|| sign(first, requirement, asked).map(|sign| whole(&sign))),
        Named::Language => is_asked(bare).or_else(|| {
            let is_code = asked.iter().any(|word| word.stem.starts_with("program"));
            let word = of_kind(&["languag"]).filter(|_| !is_code)?;
            Some(Met {
                wanted: text(requirement, &word.at),
                found: bare.to_owned(),
            })
        }),
        Named::Certificate => {
            is_asked(bare).or_else(|| sign(bare, requirement, asked).map(|sign| whole(&sign)))
        }
        Named::School | Named::Paper => {
            // What comes before a degree is none, nor is a term spent elsewhere.
            if kind == Named::School && (is_of_school(first) || is_a_stay(thing)) {
                return None;
            }
            let word = of_kind(if kind == Named::School {
                DEGREES
            } else {
                PAPERS
            })?;
            Some(Met {
                wanted: text(requirement, &word.at),
                found: first.to_owned(),
            })
        }
        Named::Job => is_asked(bare)
            .or_else(|| years(bare, requirement, asked))
            .or_else(|| {
                let own = words(rest);
                let shared = asked.iter().find(|word| {
                    EMPLOYERS.contains(&word.stem.as_str())
                        && own.iter().any(|one| one.stem == word.stem)
                })?;
                Some(Met {
                    wanted: text(requirement, &shared.at),
                    found: rest.to_owned(),
                })
            }),
    }
}

/// Whether a skill is a language or a licence: it is known in degrees, and there is no more to tell of it.
pub(super) fn is_of_degree(skill: &str) -> bool {
    const DEGREES: &[&str] = &[
        "native",
        "fluent",
        "mother",
        "bilingual",
        "a1",
        "a2",
        "b1",
        "b2",
        "c1",
        "c2",
    ];
    let lower = skill.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| DEGREES.contains(&word) || matches!(word, "licence" | "license"))
}

/// A name without the class behind it: "driving licence B", "TIG welding 135".
fn without_class(name: &str) -> &str {
    let is_class = |word: &str| {
        word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let split = name.rsplit_once(' ');
    split
        .filter(|(_, last)| is_class(last))
        .map_or(name, |(before, _)| before)
}

/// Years of experience in a field are asked for, and this title is of that field.
fn years(title: &str, requirement: &str, asked: &[Word]) -> Option<Met> {
    let has = |stem: &str| asked.iter().any(|word| word.stem == stem);
    if !has("year") || !requirement.to_lowercase().contains("experience") {
        return None;
    }
    let is_field = |word: &Word| word.stem.len() > 3 && !RANKS.contains(&word.stem.as_str());
    let own = words(title);
    let shared = asked
        .iter()
        .find(|word| is_field(word) && own.iter().any(|one| one.stem == word.stem))?;
    Some(Met {
        wanted: requirement.get(shared.at.clone())?.to_owned(),
        found: title.to_owned(),
    })
}

/// Whether this was a stay at another school, and no degree of it.
fn is_a_stay(thing: &str) -> bool {
    let plain = thing.to_lowercase();
    let names = [
        "erasmus",
        "exchange",
        "semester",
        "summer school",
        "study abroad",
        "year abroad",
    ];
    names.iter().any(|name| plain.contains(name))
}

/// Whether this was learned at school, before a degree.
fn is_of_school(thing: &str) -> bool {
    let plain = thing.to_lowercase().replace('-', " ");
    let mut names = SCHOOL.iter();
    names.any(|name| plain.starts_with(name))
}

/// The part of a certificate's or a skill's name by which it is known: "PRINCE2 Foundation" answers "PRINCE2 or MSP". A
/// year is none.
fn sign(name: &str, requirement: &str, asked: &[Word]) -> Option<String> {
    let own = words(name).into_iter();
    let mut own = own.map(|word| name.get(word.at).unwrap_or_default().to_owned());
    own.find(|word| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let is_sign = word.contains(|c: char| c.is_ascii_digit()) || capitals > 1;
        let has_letter = word.contains(char::is_alphabetic);
        word.len() > 2 && is_sign && has_letter && is_named(word, requirement, asked)
    })
}

/// Whether a text has a name.
pub(super) fn is_named_in(name: &str, text: &str) -> bool {
    is_named(name, text, &words(text))
}

/// Whether a text has all words of a name next to each other; a short name as it is written.
fn is_named(name: &str, text: &str, asked: &[Word]) -> bool {
    let name_words = words(name);
    if name_words.is_empty() || name_words.len() > asked.len() {
        return false;
    }
    let is_short = name_words.len() == 1 && name.chars().count() <= EXACT;
    asked.windows(name_words.len()).any(|run| {
        let same = run
            .iter()
            .zip(&name_words)
            .all(|(one, other)| one.stem == other.stem);
        let written = run
            .first()
            .zip(run.last())
            .and_then(|(first, last)| text.get(first.at.start..last.at.end));
        same && (!is_short || written == Some(name))
    })
}

#[cfg(test)]
mod tests {
    use super::{Named, met, words};

    fn answers(kind: Named, thing: &str, requirement: &str) -> bool {
        met(kind, thing, requirement, &words(requirement)).is_some()
    }

    #[test]
    fn a_thing_answers_what_asks_for_it_by_name() {
        assert!(answers(Named::Skill, "SQL", "You can query data (SQL)"));
        assert!(answers(Named::Skill, "Risk logs (RAID)", "Keeps risk logs"));
        for prince in [
            "PRINCE2 Foundation",
            "PRINCE2 Foundation (2021)",
            "PRINCE2 Practitioner",
            "Foundation (PRINCE2)",
        ] {
            assert!(answers(Named::Skill, prince, "PMP or PRINCE2"), "{prince}");
        }
        assert!(answers(
            Named::Language,
            "Japanese, fluent",
            "A second language"
        ));
        assert!(answers(Named::Language, "German, C1", "German"));
        assert!(answers(
            Named::Certificate,
            "PRINCE2 Foundation, Axelos",
            "PRINCE2 or MSP"
        ));
        assert!(answers(
            Named::School,
            "BSc Economics, Leeds",
            "A degree in any subject"
        ));
        assert!(answers(
            Named::Paper,
            "Paper is not the enemy",
            "Talks or publications"
        ));
        let licence = "A driving licence is required";
        assert!(answers(Named::Skill, "driving licence B", licence));
        let stay = "Erasmus semester, Uppsala";
        assert!(!answers(Named::School, stay, "A bachelor's degree"));
        assert!(answers(
            Named::Job,
            "Ward sister, Northmere NHS Trust",
            "You know the NHS"
        ));
        assert!(answers(
            Named::Job,
            "Product manager, Acme",
            "5+ years of product management"
        ));
    }

    #[test]
    fn a_word_of_it_is_not_its_name() {
        assert!(!answers(Named::Skill, "Go", "Experience of go to market"));
        assert!(!answers(Named::Skill, "Data modelling", "Uses data"));
        assert!(!answers(
            Named::Skill,
            "First aid (2021)",
            "In its present form since 2021"
        ));
        assert!(!answers(
            Named::Language,
            "Japanese, fluent",
            "A programming language"
        ));
        assert!(!answers(
            Named::Certificate,
            "First Aid",
            "Aid workers first"
        ));
        assert!(!answers(
            Named::School,
            "BSc Economics, Leeds",
            "Economics of scale"
        ));
        assert!(!answers(
            Named::Job,
            "Operations manager, Acme",
            "Years of product management"
        ));
        assert!(!answers(Named::Job, "President, Data Society", "Use data"));
        let years = "0-2 years of experience in product management or a similar role";
        assert!(answers(Named::Job, "Product intern, Acme", years));
        assert!(!answers(Named::Job, "Store manager, Acme", years));
        assert!(!answers(Named::School, "A-levels, Roundhay", "A degree"));
    }
}
