//! `evidence-no-source`: evidence that no reader could follow, with what would make it count.

use whyproof_case::{Case, Evidence, Grounds, Kind, StatementId, is_other, signature};
use whyproof_syntax::{Diagnostic, Edit, Fix, Severity, Span};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-no-source",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence that no reader could follow",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let users = argument::users(case);
    let used: Vec<_> = case
        .evidence
        .iter()
        .zip(&users)
        .filter(|(evidence, _)| evidence.used > 0)
        .collect();
    let bad = used
        .iter()
        .copied()
        .filter(|(evidence, _)| is_ours(&evidence.grounds));
    let bad: Vec<_> = bad.collect();
    if bad.len() > 1 && used.iter().all(|(evidence, _)| !evidence.counts()) {
        sink.weigh(none(context, &bad, sink), case.statements.len() as u32 + 1);
        return;
    }
    for (evidence, users) in bad {
        let weight = argument::weight(case, users);
        let mut found = one(context, evidence, sink);
        for user in users.iter().filter(|user| !case.statement(**user).shown) {
            found = found.related(case.statement(*user).span, "what it should show");
        }
        // What it should show is shown by something else, or it is cited in passing.
        if weight == 0 && !users.is_empty() {
            found.severity = Severity::Info;
        }
        sink.weigh(found, weight);
    }
}

/// Whether it is for this check to speak: missing files have their own, and so has what falls by its experiment.
fn is_ours(grounds: &Grounds) -> bool {
    !grounds.count()
        && !matches!(
            grounds,
            Grounds::FileMissing(_)
                | Grounds::FileEmpty(_)
                | Grounds::FileOutside(_)
                | Grounds::Contradicted { .. }
        )
}

/// One finding for a case none of whose sources leads anywhere.
fn none(context: &Context<'_>, bad: &[(&Evidence, &Vec<StatementId>)], sink: &Sink) -> Diagnostic {
    let first = bad
        .first()
        .map_or(Span::new(0, 0), |(evidence, _)| evidence.span);
    let all = bad.len();
    let (message, help) = match context.case.kind {
        Kind::Idea | Kind::Letter => (
            format!(
                "None of the {all} sources can be followed to anything: the case is on your word"
            ),
            help(context, &Grounds::NoSource),
        ),
        Kind::Story => (
            format!("Who else could see or confirm what the {all} sources say? None can be opened"),
            help(context, &Grounds::NoSource),
        ),
    };
    // Where somebody tried to sign one, or could, that is the shortest way.
    let signed = bad
        .iter()
        .find_map(|(evidence, _)| seen(context, evidence, sink)?.help);
    let named = || {
        bad.iter()
            .find_map(|(evidence, _)| confirmed(context, evidence))
    };
    let help = signed.or_else(named).unwrap_or(help);
    let mut found = sink.diagnostic(first, message).help(help);
    for (evidence, _) in bad {
        let what = format!("[^{}] is {}", evidence.id, evidence.grounds.sentence());
        found = found.related(evidence.span, what);
    }
    found
}

fn one(context: &Context<'_>, evidence: &Evidence, sink: &Sink) -> Diagnostic {
    let case = context.case;
    let id = &evidence.id;
    if let Some(found) = seen(context, evidence, sink) {
        return found;
    }
    let message = match (case.kind, &evidence.grounds) {
        (Kind::Story, Grounds::NoSource) => format!("Who else could see or confirm [^{id}]?"),
        (_, Grounds::NotKnownYet(name)) => {
            format!("[^{id}] is no evidence yet: experiment {name} cannot tell")
        }
        (_, grounds) => format!("[^{id}] is {}", grounds.sentence()),
    };
    let help = confirmed(context, evidence).unwrap_or_else(|| help(context, &evidence.grounds));
    let found = sink.diagnostic(evidence.span, message).help(help);
    match &evidence.grounds {
        Grounds::NoExperiment(name) => match experiment(case, evidence, name) {
            Some(fix) => found.fix(fix),
            None => found,
        },
        _ => found,
    }
}

/// What is wrong with `seen="NAME DATE"`, where somebody tried to write it.
fn seen(context: &Context<'_>, evidence: &Evidence, sink: &Sink) -> Option<Diagnostic> {
    let case = context.case;
    let label = evidence.id.to_lowercase();
    let mut footnotes = case.parse.document.footnotes.iter();
    let footnote = footnotes.find(|footnote| footnote.label.to_lowercase() == label)?;
    let id = &evidence.id;
    let Some(pair) = footnote.attributes.pair("seen") else {
        return quotes(context, evidence, sink);
    };
    // `seen=Maria 2026-11-20` without quotes is a name only.
    let written = (pair.span.end - pair.span.start) as usize;
    if signature(&pair.value).is_none() && written <= "seen=".len() + pair.value.len() {
        let message = format!("[^{id}] is on your word: the quotes of `seen` are missing");
        let help = format!("Write `{{seen=\"{} {}\"}}`.", pair.value, context.today);
        return Some(sink.diagnostic(pair.span, message).help(help));
    }
    let day = context.today;
    let (message, help) = match signature(&pair.value) {
        Some(by) if is_other(&by.name, case.owner.as_deref()) => return None,
        Some(_) => (
            format!("[^{id}] is on your word: whoever owns a case cannot accept its evidence"),
            format!("Let somebody else open it: `{{seen=\"NAME {day}\"}}`."),
        ),
        None => (
            format!("[^{id}] is on your word: `seen` does not give a name and a day"),
            format!("Write who opened it, and when: `{{seen=\"NAME {day}\"}}`."),
        ),
    };
    Some(sink.diagnostic(pair.span, message).help(help))
}

/// Braces that were not read, since the name and the day have no quotes.
fn quotes(context: &Context<'_>, evidence: &Evidence, sink: &Sink) -> Option<Diagnostic> {
    let at = evidence.text.find("{seen=")?;
    let written = evidence.text.get(at + "{seen=".len()..)?;
    let written = written
        .split('}')
        .next()?
        .trim_matches(['"', '“', '”', '\'', ' ']);
    let message = format!(
        "[^{}] is on your word: the quotes of `seen` are missing",
        evidence.id
    );
    let help = match signature(written) {
        Some(_) => format!("Write `{{seen=\"{written}\"}}`."),
        None => format!("Write `{{seen=\"NAME {}\"}}`.", context.today),
    };
    Some(sink.diagnostic(evidence.span, message).help(help))
}

/// What somebody whom the words name could do to make it count.
fn confirmed(context: &Context<'_>, evidence: &Evidence) -> Option<String> {
    if !matches!(evidence.grounds, Grounds::NoSource) {
        return None;
    }
    let name = named(&evidence.text)?;
    is_other(&name, context.case.owner.as_deref()).then(|| {
        format!(
            "It counts when a reader can open it: name a file beside the case, a link or a DOI; or, once {name} has opened and accepted it, write `{{seen=\"{} {}\"}}`.",
            name.strip_prefix("the ").map_or_else(|| name.clone(), whyproof_case::capital),
            context.today
        )
    })
}

/// Somebody who is named: *told by Maria Rao*, *the depot manager*.
fn named(text: &str) -> Option<String> {
    const LEADS: [&str; 9] = [
        "by", "with", "from", "asked", "told", "to", "ask", "confirms", "phoned",
    ];
    const OFFICES: [&str; 12] = [
        "lead",
        "manager",
        "head",
        "director",
        "coordinator",
        "supervisor",
        "librarian",
        "nurse",
        "doctor",
        "teacher",
        "planner",
        "engineer",
    ];
    const NO_NAMES: &str = "January February March April May June July August September October November December \
                            Monday Tuesday Wednesday Thursday Friday Saturday Sunday I We The A An";
    let bare = |word: &str| {
        word.trim_end_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    };
    let words: Vec<&str> = text.split_whitespace().take(200).collect();
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && !NO_NAMES.split(' ').any(|no| no == bare(word))
    };
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at + 1..).unwrap_or_default();
        if LEADS.contains(word) && rest.first().is_some_and(|next| is_name(next)) {
            let mut name = Vec::new();
            for part in rest.iter().take(3).take_while(|part| is_name(part)) {
                name.push(bare(part));
                if part.ends_with([',', ';', '.', ':', ')']) {
                    break;
                }
            }
            return Some(name.join(" "));
        }
        let office = rest
            .iter()
            .take(3)
            .position(|next| OFFICES.contains(&&*bare(next)));
        if word.eq_ignore_ascii_case("the")
            && let Some(to) = office
        {
            let parts: Vec<String> = rest.iter().take(to + 1).map(|part| bare(part)).collect();
            return Some(format!("the {}", parts.join(" ")));
        }
    }
    None
}

/// What would make it count.
fn help(context: &Context<'_>, grounds: &Grounds) -> String {
    let day = context.today;
    match grounds {
        Grounds::BadLink(_) => {
            "Give the address under which a reader finds it, or put the file beside the case and name it.".to_owned()
        }
        Grounds::CaseItself => "Name what the case rests on: notes, data, a recording, a link or a DOI.".to_owned(),
        Grounds::NotMeasured(name) => {
            let measured = context.case.computed.measured.get(name);
            if let Some(trouble) = measured.and_then(|measured| measured.trouble.as_ref()) {
                return format!("It cannot be measured. {} {}", trouble.message, trouble.help);
            }
            format!("It counts once experiment {name} is measured; until then, cite what you have.")
        }
        Grounds::NoExperiment(name) => {
            format!("Declare it in a fenced block ```` ```experiment {name} ````, or correct the name.")
        }
        Grounds::NotKnownYet(_) => "Wait for more data, or claim what they show: `…, not known yet`.".to_owned(),
        _ => format!(
            "It counts when a reader can open it: name a file beside the case, a link or a DOI; or let somebody other than you open and accept it, `{{seen=\"NAME {day}\"}}`."
        ),
    }
}

/// The name of an experiment that was meant.
fn experiment(case: &Case, evidence: &Evidence, name: &str) -> Option<Fix> {
    let names = case
        .experiments
        .iter()
        .map(|experiment| experiment.name.as_str());
    let near = near::nearest(name, names)?;
    let text = case.parse.document.texts_in(evidence.texts).next()?.1;
    let wanted = format!("xperiment {name}");
    let at = text.words.text.find(&wanted)? + "xperiment ".len();
    Some(Fix {
        title: format!("Write `{near}` instead of `{name}`"),
        // What is claimed of it may not be what that one found.
        safe: false,
        edits: vec![Edit {
            span: text.words.source(at, at + name.len()),
            text: near.to_owned(),
        }],
    })
}
