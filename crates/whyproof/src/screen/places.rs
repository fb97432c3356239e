//! What carries most, and the weakest places.

use whyproof_case::{Case, Kind, Mend, Side, Standing, StatementId, Step, shorten};
use whyproof_check::{Family, Finding, Findings};
use whyproof_syntax::{Severity, Span};

use super::{Place, gap, verdict};
use crate::text::counted;

/// Longest quotation of a statement, in characters: two lines.
const QUOTE: usize = 120;

/// How many weakest places are shown.
pub(super) const WEAKEST: usize = 3;

/// What most rests on.
pub(super) struct Carrying {
    pub(super) heading: &'static str,
    pub(super) place: Place,
    /// The step that would mend it; none where it stands.
    pub(super) step: Option<Step>,
}

/// The assumption that carries most; of a case that stands, what it rests on most.
pub(super) fn carrying(case: &Case) -> Option<Carrying> {
    let repair = &case.verdict.repair;
    let Some(step) = case
        .verdict
        .weakest
        .or_else(|| repair.steps.first().copied())
    else {
        return (case.verdict.standing == Standing::Stands)
            .then(|| pillar(case))
            .flatten();
    };
    let rests = rests(case, step);
    let (heading, more) = match step {
        Step::Show(id) if let Some(gap) = gap::of(case, id) => {
            ("Most rests on this", format!("{rests} {}.", gap.sentence()))
        }
        Step::Show(_) if case.kind == Kind::Story => (
            "Most rests on this",
            format!("{rests} How could somebody check it?"),
        ),
        Step::Show(_) => ("Most rests on this", format!("{rests} What shows it?")),
        Step::Answer(_) if case.verdict.standing == Standing::Falls => (
            "What stands against it",
            "What would you say, and what shows it?".to_owned(),
        ),
        Step::Answer(_) => (
            "Most waits for an answer to this",
            format!("{rests} What would you say, and what shows it?"),
        ),
        Step::Mend(Mend::Part(_) | Mend::FirstClaim) => ("What is missing most", String::new()),
        Step::Mend(_) => ("What the data contradict", rests),
    };
    Some(Carrying {
        heading,
        place: Place {
            line: line(case, step),
            text: subject(case, step),
            more: Some(more).filter(|more| !more.is_empty()),
        },
        step: Some(step),
    })
}

/// What the case that is assumed waits for most, as a sentence: what [`carrying`] says in more words.
pub(crate) fn cause(case: &Case) -> Option<String> {
    let step = carrying(case)?.step?;
    let at = line(case, step).map_or_else(String::new, |line| format!(" (line {line})"));
    Some(match step {
        Step::Show(id) => format!("Most rests on “{}”{at}.", case.quote(id)),
        Step::Answer(id) => format!("Most waits for an answer to “{}”{at}.", case.quote(id)),
        Step::Mend(Mend::Part(_) | Mend::FirstClaim) => return None,
        Step::Mend(_) => format!("{}{at}.", subject(case, step)),
    })
}

/// The author's statement on which most rests, in a case that stands.
fn pillar(case: &Case) -> Option<Carrying> {
    let (id, _) = case
        .statements()
        .filter(|(_, statement)| statement.side == Side::Author && statement.load > 0)
        .max_by_key(|(id, statement)| (statement.load, std::cmp::Reverse(*id)))?;
    Some(Carrying {
        heading: "Most rests on this",
        place: Place {
            line: Some(case.line(case.statement(id).span)),
            text: quote(case, id),
            more: Some(case.because(id)),
        },
        step: None,
    })
}

/// "The case and three other statements rest on it."
fn rests(case: &Case, step: Step) -> String {
    match case.step_load(step) {
        0 | 1 => "The case rests on it.".to_owned(),
        many => format!(
            "The case and {} rest on it.",
            counted(many as usize - 1, "other statement", "other statements")
        ),
    }
}

fn quote(case: &Case, id: StatementId) -> String {
    let text = &case.statement(id).text;
    format!("“{}”", shorten(text.trim_end_matches('.'), QUOTE))
}

/// What a step is about.
fn subject(case: &Case, step: Step) -> String {
    match step {
        Step::Show(id) | Step::Answer(id) => quote(case, id),
        Step::Mend(Mend::Part(_)) => verdict::missing(case).trim_end_matches('.').to_owned(),
        Step::Mend(Mend::FirstClaim) => {
            "A claim: what should the reader believe, and why?".to_owned()
        }
        Step::Mend(Mend::Figure(at)) => {
            let text = case
                .figures
                .get(at as usize)
                .map_or("", |f| f.text.as_str());
            format!("The data say otherwise than “{text}”")
        }
        Step::Mend(Mend::Evidence(at)) => {
            let evidence = case.evidence.get(at as usize);
            evidence.map_or_else(String::new, |e| {
                whyproof_case::capital(&e.grounds.sentence())
            })
        }
    }
}

fn span(case: &Case, step: Step) -> Option<Span> {
    match step {
        Step::Show(id) | Step::Answer(id) => Some(case.statement(id).span),
        Step::Mend(Mend::Part(_)) => case.problem.section.then_some(case.problem.heading),
        Step::Mend(Mend::FirstClaim) => None,
        Step::Mend(Mend::Figure(at)) => case.figures.get(at as usize).map(|f| f.span),
        Step::Mend(Mend::Evidence(at)) => case.evidence.get(at as usize).map(|e| e.span),
    }
}

fn line(case: &Case, step: Step) -> Option<u32> {
    span(case, step).map(|span| case.line(span))
}

/// A place with how weak it is.
struct Weak {
    severity: Severity,
    weight: u32,
    family: Option<Family>,
    /// Whether it says that there are more like it.
    folded: bool,
    place: Place,
}

/// The weakest places: findings and steps of the repair, worst first, without the one that carries most.
pub(super) fn weakest(
    case: &Case,
    findings: &Findings,
    carrying: Option<Option<Step>>,
) -> Vec<Place> {
    let carrying = carrying.flatten();
    let carried = carrying.and_then(|step| line(case, step));
    // Where there is room for every finding, none is folded into another.
    let room = findings.shown.len() + findings.repeats.len() <= WEAKEST;
    let shown = findings.shown.iter().map(|f| of_finding(case, f, !room));
    let repeats = findings
        .repeats
        .iter()
        .filter(|_| room)
        .map(|f| of_finding(case, f, false));
    let mut weak: Vec<Weak> = shown.chain(repeats).collect();
    let fallen = fallen(case).map(|claim| case.line(case.statement(claim).span));
    // What most rests on names the evidence that fails it.
    let named = match carrying {
        Some(Step::Show(id)) => gap::of(case, id).map(|gap| format!("[^{}] ", gap.evidence.id)),
        _ => None,
    };
    let repeats = |weak: &Weak| {
        let line = weak.place.line;
        let stands = line == carried || line == fallen;
        let evidence = weak.family == Some(Family::Evidence) && !weak.folded;
        let told = named
            .as_ref()
            .is_some_and(|id| weak.place.text.starts_with(id.as_str()));
        line.is_some() && (stands && speaks_of_standing(weak.family) || evidence && told)
    };
    weak.retain(|weak| !repeats(weak));
    let mut parts_said = is_part(carrying);
    for &step in &case.verdict.repair.steps {
        let at = line(case, step);
        let known = weak
            .iter()
            .any(|weak| weak.place.line == at && speaks_of_standing(weak.family));
        // One place says all that the problem lacks.
        let repeats = Some(step) == carrying || (is_part(Some(step)) && parts_said);
        parts_said |= is_part(Some(step));
        // One place says which evidence fails, whatever it should show.
        let failing = match step {
            Step::Show(id) => gap::of(case, id).map(|gap| format!("[^{}] ", gap.evidence.id)),
            _ => None,
        };
        let told = failing.is_some_and(|id| {
            named.as_ref() == Some(&id) || weak.iter().any(|weak| weak.place.text.starts_with(&id))
        });
        if !repeats && !known && !told {
            weak.push(of_step(case, step));
        }
    }
    weak.sort_by_key(|weak| std::cmp::Reverse((weak.severity, weak.weight)));
    let mut places: Vec<Place> = Vec::new();
    for weak in weak {
        if places.len() < WEAKEST
            && !places
                .iter()
                .any(|place| place.line == weak.place.line && place.line.is_some())
        {
            places.push(weak.place);
        }
    }
    places
}

/// The claim of which the verdict says that it falls.
fn fallen(case: &Case) -> Option<StatementId> {
    let claim = case.verdict.why.claims.first()?;
    (case.verdict.standing == Standing::Falls).then_some(StatementId(claim.0))
}

fn is_part(step: Option<Step>) -> bool {
    matches!(step, Some(Step::Mend(Mend::Part(_))))
}

/// Whether checks of the family say what a step of the repair says.
fn speaks_of_standing(family: Option<Family>) -> bool {
    matches!(
        family,
        Some(Family::Claims | Family::Whys | Family::Problem)
    )
}

/// The places of findings, worst first, and nothing else.
pub(super) fn found(case: &Case, findings: &Findings) -> Vec<Place> {
    let shown = findings.shown.iter().take(WEAKEST);
    shown.map(|one| of_finding(case, one, true).place).collect()
}

fn of_finding(case: &Case, finding: &Finding, folded: bool) -> Weak {
    let diagnostic = &finding.diagnostic;
    let check = whyproof_check::all()
        .iter()
        .find(|check| check.id == diagnostic.id);
    let more = match finding.folded {
        0 => String::new(),
        _ if !folded => String::new(),
        more => format!(" (and {more} more like it)"),
    };
    Weak {
        severity: diagnostic.severity,
        weight: finding.weight,
        family: check.map(|check| check.family),
        folded: !more.is_empty(),
        place: Place {
            line: Some(case.line(diagnostic.span)),
            text: format!("{}{more}", diagnostic.message.trim_end_matches('.')),
            more: None,
        },
    }
}

fn of_step(case: &Case, step: Step) -> Weak {
    let subject = subject(case, step);
    let text = match step {
        Step::Show(id) => match gap::of(case, id) {
            Some(gap) => format!("{subject}: {}", gap.sentence()),
            None => format!("{subject} {}", unshown(case, id)),
        },
        Step::Answer(_) if case.kind == Kind::Story => format!("{subject}: what would you say?"),
        Step::Answer(_) => format!("{subject} has no answer with evidence"),
        Step::Mend(_) => subject,
    };
    Weak {
        severity: Severity::Warning,
        weight: case.step_load(step),
        family: None,
        folded: false,
        place: Place {
            line: line(case, step),
            text,
            more: None,
        },
    }
}

/// Why a statement is not shown, as the end of a sentence.
fn unshown(case: &Case, id: StatementId) -> &'static str {
    let statement = case.statement(id);
    if case.kind == Kind::Story {
        return "is your word: who or what could confirm it?";
    }
    let open = statement.figures.iter().any(|at| {
        case.figures
            .get(*at as usize)
            .is_some_and(|figure| !figure.counts)
    });
    if open {
        "rests on a figure that shows nothing yet"
    } else {
        "is on your word"
    }
}
