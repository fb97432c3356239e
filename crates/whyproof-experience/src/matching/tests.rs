use super::asked::{self, Term};
use super::lexicon::Lexicon;
use super::reader::Reader;
use super::*;

/// Requirements as job descriptions word them.
const TYPICAL: &str = include_str!("typical.txt");

/// The parts of a requirement, by the names of concepts; words of none in `'`.
fn parts(requirement: &str) -> Vec<String> {
    let lexicon = Lexicon::built_in();
    let asked = asked::read(&mut Reader::new(lexicon), requirement);
    let named = asked.parts.iter().map(|part| {
        let names = part.alternatives.iter().map(|one| match &one.term {
            Term::Concept(concept) => lexicon.concepts[*concept as usize].name.clone(),
            Term::Stem(stem) => format!("'{stem}'"),
        });
        names.collect::<Vec<_>>().join(" | ")
    });
    named.collect()
}

#[test]
fn the_lexicon_can_be_read() {
    let lexicon = Lexicon::read().expect("every file has its form");
    assert!(lexicon.concepts.len() > 150, "{}", lexicon.concepts.len());
    let mut names: Vec<&str> = lexicon
        .concepts
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), lexicon.concepts.len(), "each concept once");
}

#[test]
fn what_job_descriptions_ask_for_is_known() {
    let unknown: Vec<&str> = TYPICAL
        .lines()
        .filter(|line| parts(line).iter().all(|part| part.starts_with('\'')))
        .collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

fn answering(requirement: &str, texts: &[&str]) -> Vec<usize> {
    let matcher = Matcher::new(texts.iter().copied());
    matcher
        .answers(requirement)
        .into_iter()
        .map(|answer| answer.item)
        .collect()
}

#[test]
fn what_is_asked_is_met_by_what_is_told() {
    let told = [
        "I interviewed fourteen shopkeepers and watched three of them do their stocktaking.",
        "The queue fell from forty minutes to six.",
        "Four people reported to me.",
        "I was told no twice, and asked again in the spring.",
    ];
    assert_eq!(answering("You talk to customers", &told), [0]);
    assert_eq!(answering("Measurable impact", &told), [1]);
    assert_eq!(answering("People management", &told), [2]);
    assert_eq!(answering("Persistence in the face of setbacks", &told), [3]);
}

#[test]
fn a_negation_takes_back_what_follows_it() {
    assert!(answering("Experience with investors", &["We never had investors."]).is_empty());
    assert_eq!(
        answering("Experience with investors", &["Two investors came in."]),
        [0]
    );
}

#[test]
fn a_word_that_only_looks_alike_answers_nothing() {
    let none = |requirement: &str, text: &str| {
        assert!(
            answering(requirement, &[text]).is_empty(),
            "{requirement}: {text}"
        );
    };
    none("Experience in logistics", "I built a logistic regression.");
    none(
        "Machine learning or forecasting",
        "Drew up the rota of 14 nurses",
    );
    none(
        "Experience with routing or geospatial data",
        "Data analyst, Leeds hospitals",
    );
    let some = |requirement: &str, text: &str| {
        assert_eq!(
            answering(requirement, &[text]),
            [0],
            "{requirement}: {text}"
        );
    };
    some("Experience in logistics", "Ran the logistics of 31 schools");
    some(
        "Machine learning or forecasting",
        "Forecast demand for 40 shops",
    );
    some(
        "Experience with routing or geospatial data",
        "Mapped geospatial data of 12 towns",
    );
    some("Workforce planning", "Drew up the rota of 14 nurses");
    some("Builds dashboards", "Built the no-show dashboard");
}

#[test]
fn what_has_a_name_is_told_by_its_name() {
    let none = |requirement: &str, text: &str| {
        assert!(
            answering(requirement, &[text]).is_empty(),
            "{requirement}: {text}"
        );
    };
    none("SQL", "Built the timetable in Excel");
    none("Strong SQL", "Kept the database of 400 pupils");
    none("Excel", "Wrote the query in SQL");
    none("Python", "Wrote the service in Java");
    none("Jira", "Ran the sprints of three teams");
    none("Fluent German", "Sent German exchange pupils to Bonn");
    none("German", "Sent German exchange pupils to Bonn");
    none("German", "Speaks fluent French");
    none(
        "Experience working with software engineering teams",
        "Ran a coding club for 30 pupils",
    );
    let some = |requirement: &str, text: &str| {
        assert_eq!(
            answering(requirement, &[text]),
            [0],
            "{requirement}: {text}"
        );
    };
    some("SQL", "Pulled the numbers with SQL");
    some("Excel", "Built the timetable in Excel");
    some("Tableau, Power BI or Looker", "Drew it in Power BI");
    some("Data analysis", "Pulled the numbers with SQL");
    some("Fluent German", "Speaks fluent German");
    some("German or Polish", "Held the training in German");
    some("A second language", "Fluent in Spanish");
    some(
        "Software engineering",
        "Worked with four software engineers",
    );
}

#[test]
fn projects_at_once_and_a_risk_log_answer_what_asks_for_them() {
    let some = |requirement: &str, text: &str| {
        assert_eq!(
            answering(requirement, &[text]),
            [0],
            "{requirement}: {text}"
        );
    };
    let log = "Kept a weekly risk log with 31 exams officers";
    some("Keep one risk register", log);
    some("Experience managing risks", log);
    let at_once = "Plan and run four to six projects at the same time";
    some(at_once, "Ran five building projects at the same time");
    assert!(answering(at_once, &["Ran a school at the same time as a farm"]).is_empty());
}

#[test]
fn one_of_alternatives_is_enough() {
    assert_eq!(
        parts("Tableau, SQL or Kubernetes"),
        ["tableau | data analysis | kubernetes"]
    );
    assert_eq!(
        parts("Data analysis or cloud infrastructure"),
        ["data analysis | cloud and infrastructure"]
    );
    assert_eq!(parts("Kubernetes and a degree"), ["kubernetes", "degree"]);
    let asked = "Background in a clinical setting (nursing, pharmacy)";
    assert_eq!(parts(asked), ["clinical work"]);
}

#[test]
fn every_answer_names_the_words_that_met() {
    let matcher = Matcher::new(["I coached two tutors until they ran their own groups."]);
    let answers = matcher.answers("Coaching and mentoring");
    let met: Vec<(&str, &str)> = answers[0]
        .met
        .iter()
        .map(|met| (met.wanted.as_str(), met.found.as_str()))
        .collect();
    assert_eq!(met, [("Coaching", "coached")]);
}

#[test]
fn words_of_no_concept_are_compared_by_their_stems() {
    assert_eq!(
        answering(
            "Beekeeping",
            &["A bakery.", "Kept bees; wrote on beekeeping."]
        ),
        [1]
    );
}

#[test]
fn a_requirement_without_a_word_is_answered_by_nothing() {
    assert!(answering("", &["Anything."]).is_empty());
    assert!(
        answering(
            "You have strong experience.",
            &["I have strong experience."]
        )
        .is_empty()
    );
    assert!(Matcher::new([]).answers("Coaching").is_empty());
}

#[test]
fn another_text_changes_no_answer_but_its_rank() {
    let texts = [
        "I coached two tutors.",
        "Coaching of the under-twelves.",
        "I sold boxes.",
    ];
    let covered = |texts: &[&str]| -> Vec<(usize, f64)> {
        let mut answers: Vec<(usize, f64)> = Matcher::new(texts.iter().copied())
            .answers("Coaching and persistence")
            .into_iter()
            .map(|answer| (answer.item, answer.covered))
            .collect();
        answers.sort_by_key(|answer| answer.0);
        answers
    };
    assert_eq!(covered(&texts[..2]), covered(&texts));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(requirement in "\\PC*", text in "\\PC*") {
        let matcher = Matcher::new([text.as_str(), requirement.as_str()]);
        for answer in matcher.answers_at(&requirement, 0.0) {
            proptest::prop_assert!((0.0..=1.0001).contains(&answer.covered));
            proptest::prop_assert!(!answer.met.is_empty());
        }
    }
}
