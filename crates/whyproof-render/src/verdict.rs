//! What a case is worth, in plain words.

mod figures;

use whyproof_case::{
    Case, Kind, Mend, Part, Standing, StatementId, StatementKind, Step, capital, counted, list,
};

pub use figures::any_stale;

/// Who reads what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The author, at their own screen.
    Author,
    /// Anybody else.
    Other,
}

impl Reader {
    /// Whose word it is.
    fn word(self) -> &'static str {
        match self {
            Reader::Author => "your",
            Reader::Other => "the author’s",
        }
    }

    /// Who has met the case where nobody else has.
    fn but(self) -> &'static str {
        match self {
            Reader::Author => "you",
            Reader::Other => "the author",
        }
    }
}

/// What a statement is worth, in a word: an objection that falls is refuted, a why that falls is answered.
pub fn worth(kind: StatementKind, standing: Standing) -> &'static str {
    match (kind, standing) {
        (StatementKind::Objection, Standing::Falls) => "refuted",
        (StatementKind::Why, Standing::Falls) => "answered",
        _ => standing.word(),
    }
}

/// A sentence on a standing that was written for the author, for anybody else. What it quotes of the case stays.
pub fn for_others(sentence: &str) -> String {
    let mut told = String::with_capacity(sentence.len());
    let mut depth = 0_usize;
    for part in sentence.split_inclusive(['“', '”']) {
        if depth == 0 {
            told.push_str(&part.replace("on your word", "on the author’s word"));
        } else {
            told.push_str(part);
        }
        depth = match part.chars().next_back() {
            Some('“') => depth + 1,
            Some('”') => depth.saturating_sub(1),
            _ => depth,
        };
    }
    told
}

/// The verdict, and what else there is to say of the whole.
pub fn verdict(case: &Case, reader: Reader) -> (String, Vec<String>) {
    let mut notes = Vec::new();
    let verdict = match case.verdict.standing {
        Standing::Stands => stands(case, reader),
        Standing::Assumed => assumed(case, reader, &mut notes),
        Standing::Falls => falls(case, &mut notes),
    };
    notes.extend(figures::notes(case));
    if case.verdict.standing == Standing::Assumed && !case.verdict.why.no_claim {
        notes.push(tested(case, reader));
    }
    (verdict, notes)
}

fn stands(case: &Case, reader: Reader) -> String {
    if case.verdict.tested.objections == 0 {
        let met = match case.kind {
            Kind::Idea => "objected to it",
            Kind::Story | Kind::Letter => "asked about it",
        };
        let but = reader.but();
        return format!("It stands, untested: nobody but {but} has {met} yet.");
    }
    format!("It stands, and it has been tested: {}.", met(case))
}

/// "It has met three objections and questions from two people."
pub fn tested(case: &Case, reader: Reader) -> String {
    if case.verdict.tested.objections == 0 {
        let met = match case.kind {
            Kind::Idea => "objected to it",
            Kind::Story | Kind::Letter => "asked about it",
        };
        format!("Nobody but {} has {met} yet.", reader.but())
    } else {
        format!("It has met {}.", met(case))
    }
}

fn met(case: &Case) -> String {
    let tested = &case.verdict.tested;
    let objections = objections_and_questions(case);
    let people = match tested.people.as_slice() {
        [one] => one.clone(),
        many => counted(many.len(), "person", "people"),
    };
    format!("{objections}, from {people}")
}

/// "Two objections and one question": what people other than the owner have put to the case.
pub fn objections_and_questions(case: &Case) -> String {
    let questions = case
        .whys
        .iter()
        .filter(|why| why.by_other && why.by.is_some())
        .count();
    let objections = (case.verdict.tested.objections as usize).saturating_sub(questions);
    put(objections, questions)
}

fn put(objections: usize, questions: usize) -> String {
    let said = [
        (objections, "objection", "objections"),
        (questions, "question", "questions"),
    ];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    said.join(" and ")
}

/// In how many places it rests on the author's word.
pub fn places(case: &Case) -> usize {
    Counted::of(case).shows
}

/// "It rests on your word in nine places."
pub fn rests(case: &Case, reader: Reader) -> Option<String> {
    let shows = places(case);
    (shows > 0).then(|| {
        let places = counted(shows, "place", "places");
        format!("It rests on {} word in {places}.", reader.word())
    })
}

fn assumed(case: &Case, reader: Reader, notes: &mut Vec<String>) -> String {
    let steps = Counted::of(case);
    let mut sentences = Vec::new();
    if case.verdict.why.no_claim {
        sentences.push("Nothing is argued yet: there is no claim.".to_owned());
    }
    sentences.extend(rests(case, reader));
    if steps.answers + steps.questions > 0 {
        let wait = if steps.answers + steps.questions == 1 {
            "waits"
        } else {
            "wait"
        };
        sentences.push(format!(
            "{} {wait} for an answer with evidence.",
            capital(&put(steps.answers, steps.questions))
        ));
    }
    if steps.data > 0 {
        let places = counted(steps.data, "place", "places");
        sentences.push(format!("The data say otherwise in {places}."));
    }
    // What carries most says it, where that is a part of the problem.
    let carries = matches!(case.verdict.weakest, Some(Step::Mend(Mend::Part(_))));
    if !case.verdict.missing.is_empty() && (!carries || sentences.is_empty()) {
        sentences.push(missing(case));
    }
    if sentences.is_empty() {
        sentences.push(format!("It does not stand yet. {}", case.because_case()));
    }
    let first = sentences.remove(0);
    if !sentences.is_empty() {
        notes.push(sentences.join(" "));
    }
    first
}

/// "The problem does not say who has it, and not how many."
pub fn missing(case: &Case) -> String {
    if !case.problem.section {
        return "It names no customer problem.".to_owned();
    }
    let parts: Vec<&str> = case
        .verdict
        .missing
        .iter()
        .map(|part| asks(*part))
        .collect();
    format!(
        "The problem does not say {}.",
        list(&parts).replace(" and ", " or ")
    )
}

/// What a problem without the part does not say.
fn asks(part: Part) -> &'static str {
    match part {
        Part::Who => "who has it",
        Part::When => "when it happens",
        Part::HowMany => "how many have it",
        Part::HowWeKnow => "how we know",
        other => other.words(),
    }
}

fn falls(case: &Case, notes: &mut Vec<String>) -> String {
    let why = &case.verdict.why;
    match why.claims.first() {
        Some(claim) if why.held_by.is_empty() => {
            let claim = StatementId(claim.0);
            let others = why.claims.len() - 1;
            // What most waits for an answer is shown below, in its own words.
            if !matches!(case.verdict.weakest, Some(Step::Answer(_))) {
                let because = case.because(claim);
                notes.push(capital(
                    because.strip_prefix("It falls: ").unwrap_or(&because),
                ));
            }
            if others > 0 {
                let claims = counted(others, "other claim", "other claims");
                let fall = if others == 1 { "falls" } else { "fall" };
                notes.push(format!("{} {fall}, too.", capital(&claims)));
            }
            format!("It falls: its claim “{}” does not hold.", case.quote(claim))
        }
        _ => {
            let because = case.because_case();
            let mut letters = because.chars();
            let first: String = letters
                .next()
                .map(|c| c.to_lowercase().collect())
                .unwrap_or_default();
            format!("It falls: {first}{}", letters.as_str())
        }
    }
}

/// The steps that would make the case stand, by what they ask for.
struct Counted {
    shows: usize,
    /// Objections to answer.
    answers: usize,
    /// Questions to answer.
    questions: usize,
    data: usize,
}

impl Counted {
    fn of(case: &Case) -> Counted {
        let repair = &case.verdict.repair;
        let count =
            |wanted: fn(&Step) -> bool| repair.steps.iter().filter(|step| wanted(step)).count();
        let asks = |step: &&Step| matches!(step, Step::Answer(id) if case.statement(*id).kind == StatementKind::Why);
        let questions = repair.steps.iter().filter(asks).count();
        let mut counted = Counted {
            shows: count(|step| matches!(step, Step::Show(_))),
            answers: count(|step| matches!(step, Step::Answer(_))) - questions,
            questions,
            data: count(|step| matches!(step, Step::Mend(Mend::Figure(_) | Mend::Evidence(_)))),
        };
        // Of a very long list only the first are given; nearly all of the rest asks for evidence.
        counted.shows += repair.more as usize;
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::for_others;

    #[test]
    fn others_are_told_whose_word_it_is() {
        let told = for_others(
            "It is assumed: “it is on your word, said “he”” has no reason, so it is on your word.",
        );
        assert_eq!(
            told,
            "It is assumed: “it is on your word, said “he”” has no reason, so it is on the author’s word."
        );
    }
}
