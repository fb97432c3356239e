//! Whys and evidence.

use anstyle::Style;
use whyproof_case::{Case, Evidence, Figure, Standing, Target, Why, WhyState};
use whyproof_syntax::{NodeKind, Payload, Span};

use crate::terminal::style;
use crate::text::{wrap, wrap_to};

/// Most lines of a text that stands in full in the file.
const LINES: usize = 3;

/// Open ones first: they are what is left to do.
pub(super) fn whys(case: &Case, columns: usize) -> Vec<String> {
    let mut whys: Vec<&Why> = case.whys.iter().collect();
    whys.sort_by_key(|why| match why.state {
        WhyState::Open => 0,
        WhyState::Suggested => 1,
        WhyState::Answered => 2,
        WhyState::Settled => 3,
    });
    let mut lines = Vec::new();
    for why in whys {
        let (sign, look) = match why.state {
            WhyState::Open | WhyState::Suggested => ("?", style::OPEN),
            WhyState::Answered if on_word(case, why) => ("~", style::OPEN),
            WhyState::Answered | WhyState::Settled => ("✓", style::GOOD),
        };
        entry(&mut lines, (sign, look), &why.text, columns);
        let mut notes = vec![
            match why.state {
                WhyState::Answered if on_word(case, why) => "answered on your word".to_owned(),
                state => state.word().to_owned(),
            },
            format!("line {}", case.line(why.span)),
        ];
        notes.extend(why.by.as_ref().map(|by| format!("asked by {by}")));
        notes.extend(why.at.as_ref().map(|at| format!("at {at}")));
        match &why.target {
            Target::Statement(id) => notes.push(format!("on #{}", case.statement(*id).id)),
            Target::Passage(_) => notes.extend(why.on.as_ref().map(|on| format!("on “{on}”"))),
            Target::Dangling(on) => notes.push(format!("on {on}, which is not in the case")),
            Target::Case | Target::Answer(_) => {}
        }
        if let Some(by) = &why.settled {
            notes.push(format!("by {} on {}", by.name, by.date));
        }
        note(&mut lines, &notes.join(" · "), columns);
    }
    lines
}

/// Whether an answer has nothing behind it that counts.
fn on_word(case: &Case, why: &Why) -> bool {
    if let Some(answer) = why.answered_by {
        return case.statement(answer).standing != Standing::Stands;
    }
    let within =
        |span: Span| why.answer_span.start <= span.start && span.end <= why.answer_span.end;
    let tree = &case.parse.tree;
    let cites = why.answer_blocks.iter().any(|block| {
        let words = &case.parse.document.text(*block).words;
        words
            .marks_of(NodeKind::FootnoteReference)
            .any(|mark| match tree.payload(mark.node) {
                Some(Payload::Label(label)) => case
                    .evidence
                    .iter()
                    .any(|evidence| *evidence.id == **label && evidence.counts()),
                _ => false,
            })
    });
    let shown = |figure: &Figure| figure.counts && within(figure.span);
    !cites && !case.figures.iter().any(shown)
}

pub(super) fn evidence(case: &Case, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for evidence in &case.evidence {
        let sign = if evidence.counts() {
            ("✓", style::GOOD)
        } else {
            ("~", style::OPEN)
        };
        let text = format!(
            "[{}] {}: {}",
            evidence.id,
            evidence.kind.word(),
            evidence.text
        );
        entry(&mut lines, sign, &text, columns);
        note(&mut lines, &evidence_note(case, evidence), columns);
    }
    lines
}

fn evidence_note(case: &Case, evidence: &Evidence) -> String {
    let reason = evidence.grounds.sentence();
    let counts = if evidence.counts() { "counts: " } else { "" };
    let used = match evidence.used {
        0 => "cited nowhere".to_owned(),
        1 => "cited once".to_owned(),
        many => format!("cited {many} times"),
    };
    let date = evidence
        .date
        .map_or(String::new(), |date| format!(" · {date}"));
    format!(
        "{counts}{reason} · {used} · line {}{date}",
        case.line(evidence.span)
    )
}

fn entry(lines: &mut Vec<String>, (sign, look): (&str, Style), text: &str, columns: usize) {
    let text = wrap_to(text, columns.saturating_sub(4), LINES);
    for (at, line) in text.iter().enumerate() {
        lines.push(if at == 0 {
            format!("  {look}{sign}{look:#} {line}")
        } else {
            format!("    {line}")
        });
    }
}

fn note(lines: &mut Vec<String>, text: &str, columns: usize) {
    let faint = style::FAINT;
    let text = wrap(text, columns.saturating_sub(4));
    lines.extend(
        text.iter()
            .map(|line| format!("    {faint}{line}{faint:#}")),
    );
}
