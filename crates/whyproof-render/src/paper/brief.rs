//! The brief of a reviewer: what stands, what is open, what it rests on, what was said and what changed.

use whyproof_case::{Case, Mend, StatementId, StatementKind, Step, Target, WhyState};
use whyproof_typeset::string;

use crate::verdict::worth;

use super::narrative::asked;
use super::writer::{Writer, on_their_word, plain};

/// How many levels of a number path are told.
const PATH: usize = 12;

/// How long a claim in bold may be, in characters.
const BOLD: usize = 140;

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    writer.footnotes = false;
    super::head(writer);
    verdict(writer);
    measured(writer);
    open_whys(writer);
    rests_on(writer);
    verdicts(writer);
    changes(writer);
    standings(writer);
    super::end_of_body(writer);
}

fn verdict(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    let verdict = &case.verdict;
    writer.raw(
        "#block(below: 1em)[#set par(first-line-indent: 0pt);#text(1.15em)[#strong[#standing(",
    );
    writer.raw(&string(verdict.standing.word()));
    writer.raw(")]]#h(.6em)");
    writer.words(&because(case));
    writer.raw("#\" \";");
    let tested = &verdict.tested;
    let people: Vec<&str> = tested.people.iter().map(String::as_str).collect();
    writer.words(&match (tested.objections, people.len()) {
        (0, _) => "Nobody but the author has objected to it or asked about it yet.".to_owned(),
        (objections, 0) => format!(
            "It has met {}.",
            counted(objections as usize, "objection", "objections")
        ),
        (_, _) => format!(
            "It has met {} from {}.",
            crate::verdict::objections_and_questions(case),
            whyproof_case::list(&people)
        ),
    });
    writer.raw("]\n");
}

/// What experiments came to; where none was measured, nothing.
fn measured(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    if case.computed.measured.is_empty() {
        return;
    }
    writer.heading(1, "Measured");
    for experiment in &case.experiments {
        writer.measured(&experiment.name);
    }
}

/// Why the case has its standing: a brief has room for the whole of what that sentence quotes.
fn because(case: &Case) -> String {
    let said = case.because_case();
    match case.verdict.why.claims.first() {
        Some(claim) => {
            let id = StatementId(claim.0);
            let whole = case.statement(id).text.trim_end_matches('.');
            said.replace(&case.quote(id), whole)
        }
        None => said,
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Whys without an answer, those first on whose target most rests; then in the order of the file.
fn open_whys(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    let mut open: Vec<(u32, usize)> = Vec::new();
    for (index, why) in case.whys.iter().enumerate() {
        if matches!(why.state, WhyState::Open | WhyState::Suggested) {
            open.push((target_load(case, &why.target), index));
        }
    }
    open.sort_by_key(|&(load, index)| (std::cmp::Reverse(load), index));
    writer.heading(1, "Open whys");
    if open.is_empty() {
        writer.plain("None.");
    }
    for (load, index) in open {
        let why = &case.whys[index];
        writer.heading(2, &plain(writer.manuscript, why.head));
        asked(writer, index as u32);
        if load > 0 {
            writer.plain(&format!("{} on what it asks about.", rest(load)));
        }
    }
    let answered: Vec<usize> = (0..case.whys.len())
        .filter(|&index| {
            matches!(
                case.whys[index].state,
                WhyState::Answered | WhyState::Settled
            )
        })
        .collect();
    if answered.is_empty() {
        return;
    }
    writer.heading(1, "Whys with an answer");
    for index in answered {
        let why = &case.whys[index];
        writer.heading(2, &plain(writer.manuscript, why.head));
        asked(writer, index as u32);
        for &block in &why.answer_blocks {
            writer.plain(&plain(writer.manuscript, block));
        }
    }
}

fn target_load(case: &Case, target: &Target) -> u32 {
    match target {
        Target::Statement(id) => case.statement(*id).load,
        // The whole, or words of it.
        Target::Case | Target::Passage(_) => 1,
        Target::Answer(_) | Target::Dangling(_) => 0,
    }
}

/// How much rests on something, as the beginning of a sentence.
fn rest(load: u32) -> String {
    match load {
        0 => "Nothing else rests".to_owned(),
        1 => "The case, or one other statement, rests".to_owned(),
        many => format!("{many} other statements, the case counted as one, rest"),
    }
}

/// The cheapest repair: what the case rests on.
fn rests_on(writer: &mut Writer<'_, '_>) {
    let case = writer.manuscript.case;
    let repair = &case.verdict.repair;
    writer.heading(1, "What would make it stand");
    if repair.steps.is_empty() {
        writer.plain(if repair.reaches {
            "Nothing that is only assumed."
        } else {
            "No steps are known that would make it stand."
        });
        return;
    }
    writer.raw("#ruled((auto, auto, 1fr), (start, start, start), ([To do], [No.], [About],), (");
    let paths = paths(case);
    for &step in &repair.steps {
        writer.block(match step {
            Step::Show(_) => "Give evidence",
            Step::Answer(_) => "Answer",
            Step::Mend(_) => "Mend",
        });
        writer.raw(",");
        let path = match step {
            Step::Show(id) | Step::Answer(id) => paths.get(id.0 as usize),
            Step::Mend(_) => None,
        };
        writer.block(&path.map_or_else(String::new, |path| number(path)));
        writer.raw(",");
        let about = about(case, step);
        writer.block(&whyproof_case::capital(&about));
        writer.raw(",");
    }
    writer.raw("))\n");
    if repair.more > 0 {
        let more = counted(repair.more as usize, "more step", "more steps");
        writer.raw("#aside");
        writer.block(&format!("And {more}."));
        writer.raw("\n");
    }
}

fn about(case: &Case, step: Step) -> String {
    match step {
        Step::Show(id) | Step::Answer(id) => case.statement(id).text.clone(),
        Step::Mend(Mend::Part(part)) => format!("The problem does not say {}.", part.words()),
        Step::Mend(Mend::FirstClaim) => "Nothing is argued yet: there is no claim.".to_owned(),
        Step::Mend(Mend::Figure(at)) => {
            let figure = case.figures.get(at as usize);
            let text = figure.map_or("", |figure| figure.text.as_str());
            format!("The data say otherwise than “{text}”.")
        }
        Step::Mend(Mend::Evidence(at)) => {
            let evidence = case.evidence.get(at as usize);
            evidence.map_or_else(String::new, |e| on_their_word(&e.grounds.sentence()))
        }
    }
}

fn verdicts(writer: &mut Writer<'_, '_>) {
    let verdicts = &writer.options.verdicts;
    if verdicts.is_empty() {
        return;
    }
    writer.heading(1, "Verdicts");
    for verdict in verdicts {
        let mut said = verdict.verdict.clone();
        if let Some(at) = &verdict.at {
            said.push_str(&format!(", at {at}"));
        }
        if let Some(day) = verdict.day {
            said.push_str(&format!(", {}", writer.options.locale().date(day)));
        }
        writer.raw("#entry");
        writer.block(&verdict.by);
        writer.block(&format!("{said}. {}", verdict.reasons.trim()));
        writer.raw("\n\n");
    }
}

fn changes(writer: &mut Writer<'_, '_>) {
    let Some(changes) = &writer.options.changes else {
        return;
    };
    writer.heading(1, &format!("What changed since {}", changes.since));
    if changes.sentences.is_empty() {
        writer.plain("Nothing in the case.");
        return;
    }
    writer.raw("#list(");
    for sentence in &changes.sentences {
        writer.block(sentence);
        writer.raw(",");
    }
    writer.raw(");\n");
}

/// Every statement with its number path and its standing.
fn standings(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    let case = manuscript.case;
    writer.heading(1, "Every statement");
    if case.statements.is_empty() {
        writer.plain("Nothing is argued yet.");
        return;
    }
    writer.raw("#statements(");
    let mut numbered: Vec<_> = paths(case).into_iter().zip(case.statements()).collect();
    numbered.sort_by(|(one, _), (other, _)| one.cmp(other));
    let deeper =
        |at: usize, than: usize| numbered.get(at).is_some_and(|(path, _)| path.len() > than);
    for (at, (path, (_, statement))) in numbered.iter().enumerate() {
        writer.raw("(");
        writer.block(&number(path));
        writer.raw(",");
        let word = match statement.kind {
            StatementKind::Claim => "",
            StatementKind::Reason => "Because ",
            StatementKind::Objection | StatementKind::Rebuttal => "But ",
            StatementKind::Why => "Asked: ",
            StatementKind::Answer => "Answered: ",
        };
        let mut said = format!("{word}{}", statement.text);
        if word.is_empty() || word.ends_with(": ") {
            let text = whyproof_case::capital(&statement.text);
            said = format!("{word}{text}");
        }
        if let Some(by) = &statement.by {
            said.push_str(&format!(" ({by})"));
        }
        let is_claim = statement.kind == StatementKind::Claim;
        // Bold is for a line or two.
        let is_bold = is_claim && said.chars().count() <= BOLD;
        writer.raw(if is_bold { "[#strong[" } else { "[" });
        writer.words(&said);
        writer.raw(if is_bold { "]]" } else { "]" });
        let word = string(worth(statement.kind, statement.standing));
        // A claim is followed by what is said under it.
        let keeps = is_claim && deeper(at + 1, path.len());
        writer.raw(&format!(",{word},{is_claim},{keeps}),"));
    }
    writer.raw(")\n");
}

/// The number paths of statements, in file order: 2.1.3 is the third statement under the first under the second.
fn paths(case: &Case) -> Vec<Vec<u32>> {
    let mut counts = vec![0_u32; case.statements.len()];
    let mut top = 0_u32;
    let mut paths: Vec<Vec<u32>> = Vec::with_capacity(case.statements.len());
    for (_, statement) in case.statements() {
        let parent = statement.parent.map(|parent| parent.0 as usize);
        let mut path = Vec::new();
        let next = match parent.and_then(|parent| Some((parent, paths.get(parent)?))) {
            Some((parent, above)) => {
                path.clone_from(above);
                counts[parent] += 1;
                counts[parent]
            }
            None => {
                top += 1;
                top
            }
        };
        // Deeper down, the path tells the first levels only.
        if path.len() <= PATH {
            path.push(next);
        }
        paths.push(path);
    }
    paths
}

/// A number path in letters: 2.1.3.
fn number(path: &[u32]) -> String {
    let shown = path.iter().take(PATH).map(u32::to_string);
    let mut number = shown.collect::<Vec<_>>().join(".");
    if path.len() > PATH {
        number.push('…');
    }
    number
}
