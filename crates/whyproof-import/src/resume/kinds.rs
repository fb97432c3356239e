//! What words say of the field they stand in: titles of jobs, names of companies and schools, degrees.

const TITLES: &[&str] = &[
    "accountant",
    "administrator",
    "advisor",
    "adviser",
    "agent",
    "analyst",
    "apprentice",
    "architect",
    "artist",
    "assistant",
    "associate",
    "attorney",
    "auditor",
    "barista",
    "bookkeeper",
    "broker",
    "buyer",
    "captain",
    "cashier",
    "ceo",
    "cfo",
    "chair",
    "chef",
    "chief",
    "clerk",
    "coach",
    "cofounder",
    "co-founder",
    "consultant",
    "controller",
    "coo",
    "coordinator",
    "copywriter",
    "counselor",
    "cto",
    "designer",
    "developer",
    "director",
    "doctor",
    "driver",
    "editor",
    "electrician",
    "engineer",
    "entwickler",
    "executive",
    "fellow",
    "founder",
    "freelance",
    "freelancer",
    "head",
    "ingenieur",
    "inspector",
    "instructor",
    "intern",
    "internship",
    "journalist",
    "lawyer",
    "lead",
    "leader",
    "lecturer",
    "leiter",
    "librarian",
    "machinist",
    "manager",
    "marketer",
    "mechanic",
    "mentor",
    "midwife",
    "nurse",
    "officer",
    "operator",
    "owner",
    "paralegal",
    "partner",
    "pharmacist",
    "photographer",
    "physician",
    "pilot",
    "planner",
    "practitioner",
    "president",
    "governor",
    "principal",
    "producer",
    "professor",
    "programmer",
    "recruiter",
    "receptionist",
    "representative",
    "researcher",
    "salesperson",
    "scientist",
    "scrum",
    "secretary",
    "server",
    "sergeant",
    "sister",
    "specialist",
    "strategist",
    "supervisor",
    "surgeon",
    "teacher",
    "technician",
    "technologist",
    "tester",
    "therapist",
    "trainee",
    "trainer",
    "translator",
    "treasurer",
    "tutor",
    "vp",
    "volunteer",
    "waiter",
    "werkstudent",
    "writer",
];
const COMPANIES: &[&str] = &[
    "ag",
    "airlines",
    "association",
    "bank",
    "church",
    "clinic",
    "co",
    "college",
    "company",
    "corp",
    "corporation",
    "council",
    "department",
    "foundation",
    "gmbh",
    "group",
    "hospital",
    "inc",
    "institute",
    "international",
    "kg",
    "labs",
    "laboratories",
    "limited",
    "llc",
    "llp",
    "ltd",
    "ministry",
    "museum",
    "nhs",
    "plc",
    "school",
    "se",
    "services",
    "solutions",
    "studio",
    "studios",
    "systems",
    "technologies",
    "trust",
    "university",
];
const SCHOOLS: &[&str] = &[
    "academy",
    "akademie",
    "college",
    "eth",
    "gymnasium",
    "hochschule",
    "institut",
    "institute",
    "instituto",
    "mit",
    "polytechnic",
    "school",
    "schule",
    "universidad",
    "universidade",
    "universita",
    "università",
    "university",
    "universität",
    "université",
    "uni",
    "bootcamp",
    "fachhochschule",
    "lycée",
    "ecole",
    "école",
];
const DEGREES: &[&str] = &[
    "a-levels",
    "abitur",
    "associate",
    "b.a",
    "b.a.",
    "b.eng",
    "b.eng.",
    "b.s",
    "b.s.",
    "b.sc",
    "b.sc.",
    "ba",
    "bachelor",
    "bachelor's",
    "bachelors",
    "bachelor’s",
    "bba",
    "beng",
    "bs",
    "bsc",
    "certificate",
    "diplom",
    "diploma",
    "doctor",
    "doctorate",
    "dphil",
    "ged",
    "gcse",
    "gcses",
    "jd",
    "licence",
    "llb",
    "llm",
    "m.a",
    "m.a.",
    "m.eng",
    "m.s",
    "m.s.",
    "m.sc",
    "m.sc.",
    "ma",
    "magister",
    "master",
    "master's",
    "masters",
    "master’s",
    "mba",
    "md",
    "meng",
    "mfa",
    "minor",
    "mph",
    "ms",
    "msc",
    "ph.d",
    "ph.d.",
    "phd",
    "pgce",
    "pgcert",
    "pgdip",
    "degree",
    "licenciatura",
    "licence",
    "bfa",
    "nvq",
    "hnd",
];

fn has(text: &str, list: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let mut words =
        lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/' | ':'));
    words.any(|word| list.contains(&word) || list.contains(&word.trim_end_matches(['.', ';'])))
}

/// Whether a text names a job.
pub(super) fn is_title(text: &str) -> bool {
    has(text, TITLES)
}

/// Whether a text names a company by what such names have.
pub(super) fn is_company(text: &str) -> bool {
    has(text, COMPANIES)
}

/// Whether a text names a school.
pub(super) fn is_school(text: &str) -> bool {
    has(text, SCHOOLS) || text.to_lowercase().contains("schule")
}

/// Whether a text names a degree.
pub(super) fn is_degree(text: &str) -> bool {
    has(text, DEGREES)
}

/// Whether a text is a grade.
pub(super) fn is_score(text: &str) -> bool {
    let lower = text.to_lowercase();
    let names = [
        "gpa",
        "grade",
        "note:",
        "first class",
        "first-class",
        "cum laude",
        "distinction",
        "2:1",
        "2:2",
        "with honours",
        "with honors",
        "merit",
    ];
    names.iter().any(|name| lower.contains(name)) && text.split_whitespace().count() <= 6
}

/// Whether a text is a subject with its grade behind it: "Economics (A)", "Physics (6.5)".
pub(super) fn is_graded(text: &str) -> bool {
    let Some((subject, grade)) = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("))
    else {
        return false;
    };
    let is_mark = |c: char| {
        c.is_ascii_digit() || matches!(c, 'A'..='F' | 'U' | '*' | '+' | '-' | '.' | '%' | '/')
    };
    let is_year = grade.len() == 4 && grade.bytes().all(|byte| byte.is_ascii_digit());
    subject.starts_with(char::is_uppercase)
        && grade.len() <= 5
        && !is_year
        && grade.chars().all(is_mark)
}

/// Whether a text says on what terms somebody works, and nothing else.
pub(super) fn is_terms(text: &str) -> bool {
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    matches!(
        bare.replace([' ', '-', '‑'], "").as_str(),
        "parttime"
            | "fulltime"
            | "contract"
            | "seasonal"
            | "temporary"
            | "fixedterm"
            | "permanent"
            | "unpaid"
    )
}

/// Whether a part of a title says where in a company somebody works, and is no company.
pub(super) fn is_department(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "accounts",
        "analytics",
        "apac",
        "area",
        "brand",
        "business",
        "care",
        "clinical",
        "communications",
        "content",
        "customer",
        "data",
        "delivery",
        "department",
        "design",
        "development",
        "digital",
        "division",
        "emea",
        "engineering",
        "europe",
        "finance",
        "growth",
        "hr",
        "infrastructure",
        "it",
        "legal",
        "logistics",
        "marketing",
        "medicine",
        "mobile",
        "office",
        "operations",
        "people",
        "platform",
        "policy",
        "product",
        "products",
        "programme",
        "project",
        "quality",
        "region",
        "research",
        "sales",
        "security",
        "software",
        "strategy",
        "success",
        "supply",
        "support",
        "team",
        "technology",
        "unit",
        "ward",
        "web",
    ];
    has(text, NAMES)
}

/// Whether a part of a name belongs to the part before it.
pub(super) fn is_suffix(text: &str) -> bool {
    let lower = text.to_lowercase();
    matches!(
        lower.trim_end_matches('.'),
        "inc"
            | "llc"
            | "ltd"
            | "limited"
            | "corp"
            | "co"
            | "llp"
            | "plc"
            | "gmbh"
            | "ag"
            | "lp"
            | "s.a"
            | "sa"
            | "b.v"
            | "bv"
            | "l.p"
            | "jr"
            | "sr"
            | "ph.d"
            | "phd"
            | "mba"
            | "p.c"
    )
}

/// Whether a text ends as a sentence does, and not in a short form such as `Co.`.
pub(super) fn is_sentence(text: &str) -> bool {
    let Some(inner) = text.trim_end().strip_suffix('.') else {
        return false;
    };
    let last = inner.rsplit([' ', ',']).next().unwrap_or_default();
    let is_short = is_suffix(last) || last.contains('.') || last.chars().count() <= 1;
    !is_short
}
