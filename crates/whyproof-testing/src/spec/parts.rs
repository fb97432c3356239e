//! What the notation shows beside the argument, one thing a line.

use std::fmt::Write;

use whyproof_case::{Case, Evidence, Figure, Kind, Lock, Named, Part, StatementId, Target, Why};

use super::Show;

/// The first line, the front matter and the problem.
pub(super) fn head(case: &Case, out: &mut String) {
    let verdict = &case.verdict;
    let _ = write!(out, "{} {}", case.kind.word(), verdict.standing.word());
    let tested = &verdict.tested;
    if tested.objections == 0 {
        out.push_str(", untested");
    } else {
        let people = tested.people.join(", ");
        let _ = write!(out, ", tested {} by {people}", tested.objections);
    }
    if case.kind == Kind::Idea && !case.problem.section {
        out.push_str(", no problem");
    } else if !verdict.missing.is_empty() {
        let missing: Vec<&str> = verdict.missing.iter().map(|part| part.words()).collect();
        let _ = write!(out, ", problem lacks {}", missing.join(", "));
    }
    out.push('\n');
    for entry in &case.front.entries {
        let line = format!("{}: {}", entry.key, entry.value);
        let _ = writeln!(out, "{}", line.trim_end());
    }
    if let Some(title) = &case.title {
        let _ = writeln!(out, "title \"{title}\"");
    }
    for part in Part::ALL {
        if let Some(found) = case.problem.part(part).filter(|found| found.marked) {
            let _ = writeln!(out, "{} \"{}\"", part.words(), found.text);
        }
    }
    for part in &case.story {
        let _ = writeln!(out, "part {} \"{}\"", part.role.title(), part.text);
    }
}

/// Whys, evidence, figures and what else there is.
pub(super) fn rest(case: &Case, show: Show, out: &mut String) {
    for why in &case.whys {
        why_line(case, why, show, out);
    }
    for evidence in &case.evidence {
        evidence_line(evidence, out);
    }
    for undefined in &case.undefined {
        let _ = writeln!(out, "^{} is not defined", undefined.label);
    }
    for figure in &case.figures {
        figure_line(figure, out);
    }
    for query in &case.queries {
        let _ = write!(out, "query {}", query.name);
        if let Some(holds) = &query.holds {
            let _ = write!(out, ", holds {holds}");
        }
        out.push('\n');
    }
    for experiment in &case.experiments {
        let _ = write!(out, "experiment {}:", experiment.name);
        for key in &experiment.keys {
            let _ = write!(out, " {}", key.name);
        }
        match Lock::of(experiment) {
            Lock::Open => {}
            Lock::Unreadable => out.push_str(", locked in no way that can be read"),
            Lock::Sealed(seal) => {
                let _ = write!(out, ", as locked on {}", seal.day);
            }
            Lock::Broken(seal) => {
                let _ = write!(out, ", not as locked on {}", seal.day);
            }
        }
        out.push('\n');
    }
    for mined in case.mined() {
        let _ = writeln!(out, "mined {} \"{}\"", mined.marker, mined.text);
    }
    for text in &case.parse.document.texts {
        if let Some((id, _)) = &text.attributes.id
            && let Some(Named::Block(block)) = case.named(id)
            && std::ptr::eq(case.parse.document.text(block), text)
        {
            let _ = writeln!(out, "block #{id} \"{}\"", text.words.text);
        }
    }
    for diagnostic in &case.diagnostics {
        let _ = write!(out, "{} {}", diagnostic.severity.word(), diagnostic.id);
        if show.lines {
            let _ = write!(out, ", line {}", case.line(diagnostic.span));
        }
        out.push('\n');
    }
}

fn why_line(case: &Case, why: &Why, show: Show, out: &mut String) {
    let explicit = &case.parse.document.text(why.head).attributes.id;
    let explicit = explicit.as_ref().is_some_and(|(id, _)| *id == why.id);
    out.push_str(why.kind.word());
    if explicit || show.ids {
        let _ = write!(out, " #{}", why.id);
    }
    let _ = write!(out, " \"{}\" on {}", why.text, target(case, &why.target));
    for (what, value) in [("by", &why.by), ("at", &why.at)] {
        if let Some(value) = value {
            let _ = write!(out, " {what} {value}");
        }
    }
    let _ = write!(out, ": {}", why.state.word());
    if let Some(settled) = &why.settled {
        let _ = write!(out, " by {} {}", settled.name, settled.date);
    }
    if why.counts {
        out.push_str(", objects");
    }
    out.push('\n');
    if let Some(answer) = &why.answer {
        let _ = writeln!(out, "  answer \"{answer}\"");
    }
}

fn target(case: &Case, target: &Target) -> String {
    match target {
        Target::Case => "the case".to_owned(),
        Target::Statement(id) => named(case, *id),
        Target::Passage(span) => format!("the words \"{}\"", case.parse.tree.slice(*span)),
        Target::Answer(why) => {
            let asked = case.whys.get(*why as usize);
            format!("the answer to \"{}\"", asked.map_or("", |why| &why.text))
        }
        Target::Dangling(on) => format!("nothing, for {on} is not there"),
    }
}

fn named(case: &Case, id: StatementId) -> String {
    let statement = case.statement(id);
    if statement.explicit {
        format!("#{}", statement.id)
    } else {
        format!("\"{}\"", statement.text)
    }
}

fn evidence_line(evidence: &Evidence, out: &mut String) {
    let _ = write!(out, "^{} {}", evidence.id, evidence.kind.word());
    if let Some(date) = evidence.date {
        let _ = write!(out, " of {date}");
    }
    if evidence.used == 0 {
        out.push_str(", unused");
    }
    let counts = if evidence.counts() { "counts, " } else { "" };
    let _ = writeln!(out, ": {counts}{}", evidence.grounds.sentence());
}

fn figure_line(figure: &Figure, out: &mut String) {
    let _ = write!(out, "figure {} \"{}\"", figure.id, figure.text);
    if figure.query.contains('.') {
        let _ = write!(out, " of {}", figure.query);
    }
    let _ = write!(out, ", {}, {}", figure.form.word(), figure.state.word());
    if figure.counts {
        out.push_str(", counts");
    }
    out.push('\n');
}
