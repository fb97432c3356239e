//! Headings of a résumé's sections, by what people call them.

/// A section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Contact,
    Summary,
    Work,
    Volunteer,
    Projects,
    Education,
    Skills,
    Languages,
    Certificates,
    Awards,
    Publications,
    Interests,
    References,
    /// Of its own name.
    Other,
}

const NAMES: &[(Kind, &[&str])] = &[
    (
        Kind::Contact,
        &[
            "contact",
            "contact information",
            "contact details",
            "contact info",
            "personal details",
            "personal information",
            "personal data",
            "personal info",
            "details",
            "kontakt",
            "persönliche daten",
            "links",
        ],
    ),
    (
        Kind::Summary,
        &[
            "summary",
            "professional summary",
            "executive summary",
            "career summary",
            "summary of qualifications",
            "profile",
            "professional profile",
            "personal profile",
            "career profile",
            "about",
            "about me",
            "objective",
            "career objective",
            "professional objective",
            "personal statement",
            "introduction",
            "overview",
            "bio",
            "profil",
            "kurzprofil",
            "über mich",
            "who i am",
        ],
    ),
    (
        Kind::Work,
        &[
            "experience",
            "work experience",
            "professional experience",
            "employment",
            "employment history",
            "work history",
            "career history",
            "relevant experience",
            "career",
            "work",
            "jobs",
            "positions",
            "industry experience",
            "additional experience",
            "other experience",
            "related experience",
            "clinical experience",
            "teaching experience",
            "military experience",
            "internships",
            "internship experience",
            "leadership experience",
            "professional background",
            "career experience",
            "berufserfahrung",
            "beruflicher werdegang",
            "berufliche erfahrung",
            "expérience professionnelle",
            "expériences professionnelles",
            "experiencia laboral",
            "experiencia profesional",
            "experiencia",
            "selected experience",
        ],
    ),
    (
        Kind::Volunteer,
        &[
            "volunteer",
            "volunteering",
            "volunteer experience",
            "volunteer work",
            "voluntary work",
            "community",
            "community service",
            "community involvement",
            "volunteer and community",
            "ehrenamt",
            "unpaid work",
            "civic engagement",
            "service",
            "leadership",
            "student leadership",
            "leadership and activities",
            "leadership and involvement",
            "leadership roles",
            "volunteering and leadership",
            "positions of responsibility",
            "societies",
            "clubs and societies",
            "student societies",
            "involvement",
            "campus involvement",
            "extracurricular",
            "extracurriculars",
            "extracurricular activities",
            "extra curricular activities",
        ],
    ),
    (
        Kind::Projects,
        &[
            "projects",
            "personal projects",
            "selected projects",
            "side projects",
            "key projects",
            "academic projects",
            "projekte",
            "project experience",
            "open source",
            "portfolio",
            "selected work",
        ],
    ),
    (
        Kind::Education,
        &[
            "education",
            "education and training",
            "academic background",
            "academic qualifications",
            "academic history",
            "studies",
            "qualifications",
            "training",
            "education and qualifications",
            "ausbildung",
            "bildung",
            "studium",
            "formation",
            "educación",
            "educacion",
            "formación",
            "academics",
            "schooling",
        ],
    ),
    (
        Kind::Skills,
        &[
            "skills",
            "technical skills",
            "key skills",
            "core skills",
            "professional skills",
            "core competencies",
            "competencies",
            "competences",
            "expertise",
            "areas of expertise",
            "technologies",
            "tools",
            "tools and technologies",
            "skills and tools",
            "skills and technologies",
            "technical expertise",
            "technical proficiencies",
            "strengths",
            "digital skills",
            "computer skills",
            "it skills",
            "skills and abilities",
            "skills and competencies",
            "hard skills",
            "soft skills",
            "toolbox",
            "kenntnisse",
            "fähigkeiten",
            "compétences",
            "habilidades",
            "additional skills",
            "skills summary",
        ],
    ),
    (
        Kind::Languages,
        &[
            "languages",
            "language skills",
            "language",
            "sprachen",
            "sprachkenntnisse",
            "langues",
            "idiomas",
        ],
    ),
    (
        Kind::Certificates,
        &[
            "certificates",
            "certifications",
            "certification",
            "licenses",
            "licences",
            "licenses and certifications",
            "certifications and licenses",
            "certificates and licenses",
            "professional certifications",
            "zertifikate",
            "certificaciones",
            "accreditations",
            "licensure",
            "registration",
            "registrations",
            "professional registration",
            "memberships",
            "professional memberships",
            "courses",
            "short courses",
            "professional development",
            "continuing professional development",
            "cpd",
            "training and courses",
            "courses and training",
            "weiterbildung",
        ],
    ),
    (
        Kind::Awards,
        &[
            "awards",
            "honors",
            "honours",
            "awards and honors",
            "honors and awards",
            "honours and awards",
            "achievements",
            "prizes",
            "scholarships",
            "awards and achievements",
            "recognition",
            "auszeichnungen",
            "awards and recognition",
            "fellowships",
            "accomplishments",
        ],
    ),
    (
        Kind::Publications,
        &[
            "publications",
            "papers",
            "selected publications",
            "publications and talks",
            "talks",
            "patents",
            "veröffentlichungen",
            "presentations",
            "conference papers",
            "speaking",
            "public speaking",
            "talks and publications",
        ],
    ),
    (
        Kind::Interests,
        &[
            "interests",
            "hobbies",
            "hobbies and interests",
            "interests and hobbies",
            "personal interests",
            "interessen",
            "activities",
            "hobbys",
            "activities and interests",
        ],
    ),
    (
        Kind::References,
        &[
            "references",
            "referees",
            "recommendations",
            "testimonials",
            "referenzen",
        ],
    ),
];

/// What a text calls, where it is the name of a section and nothing else.
pub(super) fn kind(text: &str) -> Option<Kind> {
    if text.len() > 80 {
        return None;
    }
    let plain = plain(text);
    let known = NAMES
        .iter()
        .find(|(_, names)| names.contains(&plain.as_str()));
    if let Some((kind, _)) = known {
        return Some(*kind);
    }
    // Capitals that are spaced out may be read as several words.
    if !text.contains(char::is_lowercase) {
        let letters = plain.replace(' ', "");
        let is_same = |name: &&str| name.replace(' ', "") == letters;
        if let Some((kind, _)) = NAMES.iter().find(|(_, names)| names.iter().any(&is_same)) {
            return Some(*kind);
        }
    }
    // "Skills & languages": two names are the first one.
    let (first, second) = plain.split_once(" and ")?;
    let is_known = |name: &str| NAMES.iter().find(|(_, names)| names.contains(&name));
    is_known(second).and(is_known(first)).map(|(kind, _)| *kind)
}

/// In lower case, without signs around it, its letters together where they are spaced out.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace(['&', '+'], " and ");
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() >= 4 && words.iter().all(|word| word.chars().count() == 1) {
        return words.concat();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};

    #[test]
    fn headings_are_known_by_many_names() {
        let table = [
            ("EXPERIENCE", Some(Kind::Work)),
            ("Work History:", Some(Kind::Work)),
            ("— Skills & Tools —", Some(Kind::Skills)),
            ("E D U C A T I O N", Some(Kind::Education)),
            ("Awards & Honors", Some(Kind::Awards)),
            ("Education & Certifications", Some(Kind::Education)),
            ("Berufserfahrung", Some(Kind::Work)),
            ("EXPERI ENCE", Some(Kind::Work)),
            ("Experience with nurses", None),
            ("Acme", None),
            ("", None),
        ];
        for (text, wanted) in table {
            assert_eq!(kind(text), wanted, "{text}");
        }
    }
}
