//! Europass XML, in its old schema (`SkillsPassport`) and its new one (`Candidate`, after HR Open).

use std::collections::BTreeMap;

use whyproof_experience::resume::{
    Award, Basics, Certificate, Education, Language, Location, Profile, Project, Publication,
    Resume, Skill, Volunteer, Work,
};

use super::ledger::{self, Leaf};
use super::xml::Xml;
use super::{Built, Finder, dates};
use crate::ImportError;
use crate::draft::Note;
use crate::text::html;

/// Elements that say how something is coded, and nothing about a life.
const CODES: &[&str] = &[
    "Code",
    "ID",
    "DocumentID",
    "Use",
    "UseCode",
    "ChannelCode",
    "TempData",
    "MimeType",
    "Name.xsd",
    "TaxonomyID",
    "CompetencyDimensionTypeCode",
    "CurrentIndicator",
    "Current",
    "PrimaryLanguageCode",
    "CountryDialing",
    "FormattedDateTime",
    "Ongoing",
    "BodyOfXml",
    "XSDVersion",
    "Generator",
    "Comment",
    "CreationDate",
    "LastUpdateDate",
    "DocumentType",
    "PartyID",
    "PersonContact",
    "PrecedenceCode",
    "IndustryCode",
    "ScoreUnits",
];
/// Elements that are left out with all that is in them.
const LEFT_OUT: &[&str] = &[
    "PrintingPreferences",
    "DocumentInfo",
    "Photo",
    "AttachmentList",
    "Attachment",
    "CandidateSupplier",
    "RenderingInformation",
    "Signature",
];

pub(super) fn is_resume(head: &str) -> bool {
    head.contains("<SkillsPassport")
        || head.contains("<LearnerInfo")
        || head.contains(":SkillsPassport")
        || (head.contains("Candidate")
            && (head.contains("europass") || head.contains("<CandidateP")))
}

pub(super) fn read(name: &str, text: String, kept: &str) -> Result<Built, ImportError> {
    let xml = Xml::read(name, &text)?;
    let finder = Finder { text: &text, kept };
    let mut reader = Reader {
        xml: &xml,
        resume: Resume::default(),
        places: BTreeMap::new(),
    };
    if xml.first(0, &["LearnerInfo"]).is_some() {
        reader.old();
    } else {
        reader.read_new();
    }
    let Reader {
        mut resume, places, ..
    } = reader;
    let (leaves, left_out) = leaves(&xml, &finder);
    ledger::settle(&mut resume, &leaves, Vec::new(), |words| {
        // A description that is HTML is escaped in the file, so that only the words themselves are found.
        let mut needles = [places.get(words).map_or(words, String::as_str), words]
            .map(|text| text.lines().next().unwrap_or_default().trim())
            .into_iter();
        let needle = needles.find(|needle| finder.text.contains(needle));
        Some(finder.from(needle.unwrap_or_default(), "Candidate"))
    });
    let notes = left_out.then(|| {
        Note::new(
            None,
            "Pictures, attachments and what says how the page looks were left out.",
        )
    });
    Ok(Built {
        resume,
        text,
        notes: notes.into_iter().collect(),
    })
}

/// Every element's own words; whether something was left out.
fn leaves(xml: &Xml, finder: &Finder<'_>) -> (Vec<Leaf>, bool) {
    let mut leaves = Vec::new();
    let mut hidden = vec![false; xml.0.len()];
    let mut any = false;
    for (at, node) in xml.0.iter().enumerate() {
        let above = at > 0 && hidden.get(node.parent).copied().unwrap_or(false);
        let here = above || LEFT_OUT.contains(&node.name.as_str());
        any |= here;
        if let Some(slot) = hidden.get_mut(at) {
            *slot = here;
        }
        let words = node.words.trim();
        if here || words.is_empty() || CODES.contains(&node.name.as_str()) {
            continue;
        }
        let from = finder.from(words.lines().next().unwrap_or_default(), &node.name);
        leaves.push(Leaf {
            text: plain(words),
            from,
        });
    }
    (leaves, any)
}

/// Words that may be HTML as text.
fn plain(words: &str) -> String {
    if words.contains('<') && words.contains('>') {
        html::text(words).trim().to_owned()
    } else {
        words.to_owned()
    }
}

struct Reader<'x> {
    xml: &'x Xml,
    resume: Resume,
    /// From the words of a line to how the file has them.
    places: BTreeMap<String, String>,
}

impl Reader<'_> {
    /// A description as a summary and highlights.
    fn told(&mut self, words: Option<String>) -> (Option<String>, Option<Vec<String>>) {
        let Some(raw) = words else {
            return (None, None);
        };
        let text = plain(&raw);
        let (mut summary, mut highlights): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line
                .strip_prefix(['-', '•', '·', '–', '*'])
                .filter(|rest| rest.starts_with(' '))
            {
                Some(rest) => highlights.push(rest.trim().to_owned()),
                None => summary.push(line),
            }
        }
        let summary = (!summary.is_empty()).then(|| summary.join("\n"));
        for line in highlights.iter().chain(&summary) {
            let first = line.lines().next().unwrap_or_default();
            let found = raw.lines().find(|raw| raw.contains(first)).unwrap_or(first);
            self.places.insert(line.clone(), found.to_owned());
        }
        (summary, (!highlights.is_empty()).then_some(highlights))
    }

    fn put_skill(&mut self, name: Option<&str>, keywords: Vec<String>) {
        self.resume.skills.get_or_insert_default().push(Skill {
            name: name.map(str::to_owned),
            keywords: (!keywords.is_empty()).then_some(keywords),
            ..Skill::default()
        });
    }

    fn old(&mut self) {
        let xml = self.xml;
        let Some(learner) = xml.first(0, &["LearnerInfo"]) else {
            return;
        };
        self.old_basics(learner);
        for at in xml.all(learner, "WorkExperience") {
            let (start_date, end_date) = old_period(xml, at);
            let (summary, highlights) = self.told(xml.get(at, &["Activities"]));
            let employer = xml.first(at, &["Employer"]);
            let place = employer.and_then(|at| old_place(xml, at));
            self.resume.work.get_or_insert_default().push(Work {
                name: employer.and_then(|at| xml.get(at, &["Name"])),
                position: xml.get(at, &["Position", "Label"]),
                location: place,
                start_date,
                end_date,
                summary,
                highlights,
                ..Work::default()
            });
        }
        for at in xml.all(learner, "Education") {
            let (start_date, end_date) = old_period(xml, at);
            let (summary, highlights) = self.told(xml.get(at, &["Activities"]));
            let courses: Vec<String> = summary
                .into_iter()
                .chain(highlights.into_iter().flatten())
                .collect();
            self.resume
                .education
                .get_or_insert_default()
                .push(Education {
                    institution: xml.get(at, &["Organisation", "Name"]),
                    study_type: xml.get(at, &["Title"]),
                    area: xml.get(at, &["Field", "Label"]),
                    start_date,
                    end_date,
                    courses: (!courses.is_empty()).then_some(courses),
                    ..Education::default()
                });
        }
        self.old_skills(learner);
        for at in xml.all(learner, "Achievement") {
            let (summary, highlights) = self.told(xml.get(at, &["Description"]));
            self.resume.projects.get_or_insert_default().push(Project {
                name: xml.get(at, &["Title", "Label"]),
                description: summary,
                highlights,
                ..Project::default()
            });
        }
    }

    fn old_basics(&mut self, learner: usize) {
        let xml = self.xml;
        let names = [
            xml.get(learner, &["PersonName", "FirstName"]),
            xml.get(learner, &["PersonName", "Surname"]),
        ];
        let name: Vec<String> = names.into_iter().flatten().collect();
        let who = xml.first(learner, &["Identification"]).unwrap_or(learner);
        let address = xml.first(who, &["Address"]);
        let location = address.map(|at| Location {
            address: xml.get(at, &["AddressLine"]),
            postal_code: xml.get(at, &["PostalCode"]),
            city: xml.get(at, &["Municipality"]),
            country_code: xml.get(at, &["Country", "Code"]),
            region: xml.get(at, &["Country", "Label"]),
            ..Location::default()
        });
        let mut sites = xml
            .all(who, "Website")
            .filter_map(|at| xml.get(at, &["Contact"]));
        let headline = xml.first(learner, &["Headline"]);
        self.resume.basics = Some(Basics {
            name: (!name.is_empty()).then(|| name.join(" ")),
            label: headline.and_then(|at| xml.get(at, &["Description", "Label"])),
            email: xml.get(who, &["Email", "Contact"]),
            phone: xml.get(who, &["Telephone", "Contact"]),
            url: sites.next(),
            location,
            ..Basics::default()
        });
    }

    fn old_skills(&mut self, learner: usize) {
        let xml = self.xml;
        for at in xml.all(learner, "MotherTongue") {
            self.resume
                .languages
                .get_or_insert_default()
                .push(Language {
                    language: xml.get(at, &["Description", "Label"]),
                    ..Language::default()
                });
        }
        for at in xml.all(learner, "ForeignLanguage") {
            let names = [
                "Listening",
                "Reading",
                "SpokenInteraction",
                "SpokenProduction",
                "Writing",
            ];
            let levels: Vec<String> = names
                .iter()
                .filter_map(|name| xml.get(at, &["ProficiencyLevel", name]))
                .collect();
            let is_one = levels.windows(2).all(|pair| pair.first() == pair.last());
            let fluency = if is_one {
                levels.first().cloned()
            } else {
                Some(levels.join(", "))
            };
            self.resume
                .languages
                .get_or_insert_default()
                .push(Language {
                    language: xml.get(at, &["Description", "Label"]),
                    fluency,
                    ..Language::default()
                });
        }
        let skills = xml.first(learner, &["Skills"]);
        let groups = [
            ("Communication", "Communication"),
            ("Organisational", "Organisation"),
            ("JobRelated", "Job-related"),
            ("Computer", "Computer"),
            ("Other", "Other"),
        ];
        for (element, name) in groups {
            let Some(words) = skills.and_then(|at| xml.get(at, &[element, "Description"])) else {
                continue;
            };
            let (summary, highlights) = self.told(Some(words));
            let keywords = summary
                .into_iter()
                .chain(highlights.into_iter().flatten())
                .collect();
            self.put_skill(Some(name), keywords);
        }
    }

    fn read_new(&mut self) {
        let xml = self.xml;
        self.new_basics();
        for employer in xml.all(0, "EmployerHistory") {
            let name = xml.get(employer, &["OrganizationName"]);
            let place = new_place(xml, employer);
            for at in xml.all(employer, "PositionHistory") {
                let (start_date, end_date) = new_period(xml, at);
                let (summary, highlights) = self.told(xml.get(at, &["Description"]));
                self.resume.work.get_or_insert_default().push(Work {
                    name: name.clone(),
                    position: xml.get(at, &["PositionTitle"]),
                    location: new_place(xml, at).or_else(|| place.clone()),
                    start_date,
                    end_date,
                    summary,
                    highlights,
                    ..Work::default()
                });
            }
        }
        for at in xml.all(0, "EducationOrganizationAttendance") {
            let (start_date, end_date) = new_period(xml, at);
            let words = xml
                .get(at, &["OccupationalSkillsCovered"])
                .or_else(|| xml.get(at, &["Description"]));
            let (summary, highlights) = self.told(words);
            let courses: Vec<String> = summary
                .into_iter()
                .chain(highlights.into_iter().flatten())
                .collect();
            self.resume
                .education
                .get_or_insert_default()
                .push(Education {
                    institution: xml.get(at, &["OrganizationName"]),
                    study_type: xml.get(at, &["DegreeName"]),
                    score: xml.get(at, &["FinalGrade", "ScoreText"]),
                    start_date,
                    end_date,
                    courses: (!courses.is_empty()).then_some(courses),
                    ..Education::default()
                });
        }
        self.new_lists();
        self.new_skills();
    }

    fn new_basics(&mut self) {
        let xml = self.xml;
        let person = xml.first(0, &["CandidatePerson"]).unwrap_or(0);
        let names = [
            xml.get(person, &["PersonName", "GivenName"]),
            xml.get(person, &["PersonName", "FamilyName"]),
        ];
        let name: Vec<String> = names.into_iter().flatten().collect();
        let mut basics = Basics {
            name: (!name.is_empty()).then(|| name.join(" ")),
            ..Basics::default()
        };
        for at in xml.all(person, "Communication") {
            let channel = xml
                .get(at, &["ChannelCode"])
                .unwrap_or_default()
                .to_lowercase();
            let address = xml.get(at, &["URI"]);
            match (channel.as_str(), address) {
                ("email", Some(address)) if basics.email.is_none() => basics.email = Some(address),
                ("web", Some(address)) if basics.url.is_none() => basics.url = Some(address),
                (_, Some(url)) => basics.profiles.get_or_insert_default().push(Profile {
                    url: Some(url),
                    ..Profile::default()
                }),
                ("telephone", None) if basics.phone.is_none() => {
                    let country = xml
                        .get(at, &["CountryDialing"])
                        .map(|code| format!("+{code} "));
                    let number = xml.get(at, &["DialNumber"]);
                    basics.phone = number.map(|number| country.unwrap_or_default() + &number);
                }
                _ => {}
            }
            if let Some(at) = xml
                .first(at, &["Address"])
                .filter(|_| basics.location.is_none())
            {
                basics.location = Some(Location {
                    address: xml.get(at, &["AddressLine"]),
                    postal_code: xml.get(at, &["PostalCode"]),
                    city: xml.get(at, &["CityName"]),
                    country_code: xml
                        .get(at, &["CountryCode"])
                        .map(|code| code.to_uppercase()),
                    ..Location::default()
                });
            }
        }
        let about = xml.get(0, &["CandidateProfile", "ExecutiveSummary"]);
        let (summary, highlights) = self.told(about);
        basics.summary = summary;
        self.resume.basics = Some(basics);
        if let Some(highlights) = highlights {
            self.put_skill(None, highlights);
        }
    }

    fn new_lists(&mut self) {
        self.new_papers();
        self.new_projects();
        self.new_awards();
        self.new_volunteering();
    }

    fn new_papers(&mut self) {
        let xml = self.xml;
        for at in xml.all(0, "Certification") {
            self.resume
                .certificates
                .get_or_insert_default()
                .push(Certificate {
                    name: xml
                        .get(at, &["CertificationName"])
                        .or_else(|| xml.get(at, &["Title"])),
                    issuer: xml.get(at, &["IssuingAuthority", "Name"]),
                    date: xml
                        .get(at, &["FirstIssuedDate", "FormattedDateTime"])
                        .or_else(|| xml.get(at, &["FormattedDateTime"])),
                    ..Certificate::default()
                });
        }
        for at in xml.all(0, "Publication") {
            self.resume
                .publications
                .get_or_insert_default()
                .push(Publication {
                    name: xml.get(at, &["Title"]),
                    summary: xml.get(at, &["Reference"]).map(|words| plain(&words)),
                    ..Publication::default()
                });
        }
    }

    fn new_projects(&mut self) {
        let xml = self.xml;
        for at in xml.all(0, "Project") {
            let (start_date, end_date) = new_period(xml, at);
            let (description, highlights) = self.told(xml.get(at, &["Description"]));
            self.resume.projects.get_or_insert_default().push(Project {
                name: xml.get(at, &["Title"]),
                description,
                highlights,
                start_date,
                end_date,
                ..Project::default()
            });
        }
    }

    fn new_awards(&mut self) {
        let xml = self.xml;
        for at in xml
            .all(0, "HonorAward")
            .chain(xml.all(0, "HonorsAndAwards"))
        {
            let (summary, _) = self.told(xml.get(at, &["Description"]));
            self.resume.awards.get_or_insert_default().push(Award {
                title: xml.get(at, &["Title"]),
                awarder: xml.get(at, &["IssuingOrganization"]),
                summary,
                ..Award::default()
            });
        }
    }

    fn new_volunteering(&mut self) {
        let xml = self.xml;
        for at in xml.all(0, "Volunteering") {
            let (start_date, end_date) = new_period(xml, at);
            let (summary, highlights) = self.told(xml.get(at, &["Description"]));
            self.resume
                .volunteer
                .get_or_insert_default()
                .push(Volunteer {
                    organization: xml.get(at, &["OrganizationName"]),
                    position: xml.get(at, &["Title"]),
                    start_date,
                    end_date,
                    summary,
                    highlights,
                    ..Volunteer::default()
                });
        }
    }

    fn new_skills(&mut self) {
        let xml = self.xml;
        let mut keywords = Vec::new();
        for at in xml.all(0, "PersonCompetency") {
            let taxonomy = xml
                .get(at, &["TaxonomyID"])
                .unwrap_or_default()
                .to_lowercase();
            let name = xml
                .get(at, &["CompetencyName"])
                .or_else(|| xml.get(at, &["CompetencyID"]));
            if taxonomy == "language" {
                let levels: Vec<String> = xml
                    .all(at, "ScoreText")
                    .filter_map(|at| Some(xml.0.get(at)?.words.trim().to_owned()))
                    .collect();
                let is_one = levels.windows(2).all(|pair| pair.first() == pair.last());
                let fluency = if is_one {
                    levels.first().cloned()
                } else {
                    Some(levels.join(", "))
                };
                self.resume
                    .languages
                    .get_or_insert_default()
                    .push(Language {
                        language: name,
                        fluency,
                        ..Language::default()
                    });
            } else {
                keywords.extend(name);
            }
        }
        for keyword in &keywords {
            self.places.insert(keyword.clone(), keyword.clone());
        }
        if !keywords.is_empty() {
            self.put_skill(None, keywords);
        }
    }
}

/// `<From year="2019" month="--03"/>`
fn old_period(xml: &Xml, at: usize) -> (Option<String>, Option<String>) {
    let date = |name: &str| {
        let at = xml.first(at, &["Period", name])?;
        let year = xml.attribute(at, "year")?.to_owned();
        let part = |key: &str| {
            xml.attribute(at, key)
                .map(|part| part.trim_start_matches('-').to_owned())
        };
        Some(match (part("month"), part("day")) {
            (Some(month), Some(day)) => format!("{year}-{month:0>2}-{day:0>2}"),
            (Some(month), None) => format!("{year}-{month:0>2}"),
            _ => year,
        })
    };
    (date("From"), date("To"))
}

fn old_place(xml: &Xml, at: usize) -> Option<String> {
    let parts = [
        xml.get(at, &["Municipality"]),
        xml.get(at, &["Country", "Label"]),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn new_period(xml: &Xml, at: usize) -> (Option<String>, Option<String>) {
    let date = |name: &str| {
        let date = xml.get(at, &[name, "FormattedDateTime"])?;
        Some(dates::iso(&date).unwrap_or(date))
    };
    (date("StartDate"), date("EndDate"))
}

fn new_place(xml: &Xml, at: usize) -> Option<String> {
    let city = xml
        .get(at, &["City"])
        .or_else(|| xml.get(at, &["CityName"]));
    let country = xml
        .get(at, &["Country"])
        .or_else(|| xml.get(at, &["CountryCode"]))
        .map(|code| code.to_uppercase());
    let parts: Vec<String> = [city, country].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
