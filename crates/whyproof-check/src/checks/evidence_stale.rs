//! `evidence-stale`: observations and measurements that have grown old.

use jiff::civil::Date;
use whyproof_case::{Case, EvidenceKind, Kind, latest_date};
use whyproof_syntax::{Place, Role, Severity};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-stale",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence that has grown old",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.kind == Kind::Story {
        return;
    }
    let years = i16::try_from(context.config.stale_years).unwrap_or(i16::MAX);
    let now = decided(case).map_or(context.today, |day| day.min(context.today));
    // Every month has 28 days.
    let oldest = Date::new(
        now.year().saturating_sub(years),
        now.month(),
        now.day().min(28),
    );
    let Ok(oldest) = oldest else {
        return;
    };
    let users = argument::users(case);
    for (evidence, users) in case.evidence.iter().zip(&users) {
        let own = evidence.kind != EvidenceKind::Research && evidence.used > 0 && evidence.counts();
        let Some(date) = evidence.date.filter(|date| own && date.last < oldest) else {
            continue;
        };
        let age = now.year() - date.last.year();
        let kind = evidence.kind.word();
        let message = format!(
            "The {kind} [^{}] is of {date}: {age} years old",
            evidence.id
        );
        let mut found = sink
            .diagnostic(evidence.span, message)
            .help("Look again, or say why it has not changed since.");
        let shown = users.iter().filter(|user| alone(case, **user, evidence));
        let mut weight = 0;
        for user in shown {
            found = found.related(case.statement(*user).span, "rests on it");
            weight = weight.max(case.statement(*user).load);
        }
        sink.weigh(found, weight);
    }
}

/// Whether nothing else that counts shows the statement.
fn alone(case: &Case, id: whyproof_case::StatementId, evidence: &whyproof_case::Evidence) -> bool {
    let statement = case.statement(id);
    let others = statement
        .evidence
        .iter()
        .filter_map(|at| case.evidence.get(*at as usize));
    !others
        .filter(|other| other.id != evidence.id)
        .any(|other| other.counts())
        && statement.side == whyproof_case::Side::Author
}

/// The last day that the case names of itself: by which the decision is asked for, on which a question was settled
/// or an experiment ended. What was fresh then is not old in a case that is kept.
fn decided(case: &Case) -> Option<Date> {
    let document = &case.parse.document;
    let texts = document
        .sections_of(Role::Decision)
        .flat_map(|section| document.texts_in(section.texts));
    let texts = texts.filter(|(_, text)| text.place == Place::Body);
    let asked = texts.filter_map(|(_, text)| latest_date(&text.words.text));
    let ends = case.experiments.iter().filter_map(|e| e.get(&["end"]));
    let ended = ends.filter_map(latest_date);
    let settled = case.whys.iter().filter_map(whyproof_case::Why::settled_on);
    asked
        .chain(ended)
        .map(|date| date.last)
        .chain(settled)
        .max()
}
