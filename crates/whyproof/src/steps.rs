//! What would make a statement or the case stand, in plain words.

use whyproof_case::{Case, Mend, Part, Repair, StatementKind, Step};

use crate::screen::gap;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// How many steps of a repair are told in full.
const TOLD: usize = 12;

/// The steps as lines, with what it takes them to reach before them. `what` is the subject: "It", "The case".
pub(crate) fn lines(case: &Case, repair: &Repair, what: &str, columns: usize) -> Vec<String> {
    if !repair.reaches {
        let text = format!(
            "No list of steps makes {} stand: something is needed on both sides, as where a statement attacks itself.",
            if what == "It" { "it" } else { "the case" }
        );
        return indented(&text, 2, columns);
    }
    let all = repair.steps.len() + repair.more as usize;
    let steps = counted(all, "step", "steps");
    let proof = if repair.exact {
        "fewer will not do"
    } else {
        "fewer may do"
    };
    let proof = if all == 1 {
        String::new()
    } else {
        format!(" ({proof})")
    };
    let mut lines = indented(&format!("{what} stands after {steps}{proof}:"), 2, columns);
    let digits = repair.steps.len().min(TOLD).to_string().len();
    for (at, step) in repair.steps.iter().take(TOLD).enumerate() {
        lines.extend(one(case, *step, at + 1, digits, columns));
    }
    let rest = all.saturating_sub(TOLD);
    if rest > 0 {
        lines.push(format!("  and {}.", counted(rest, "more", "more")));
    }
    lines
}

fn one(case: &Case, step: Step, number: usize, digits: usize, columns: usize) -> Vec<String> {
    let indent = digits + 4;
    let typed = style::TYPED;
    let name = match step {
        Step::Show(_) | Step::Answer(_) => format!("#{}", case.step_id(step)),
        Step::Mend(Mend::Part(part)) => part.words().to_owned(),
        Step::Mend(_) => case.step_id(step),
    };
    let head = format!("{} {name}: ", step.word());
    let text = format!("{head}{}", told(case, step));
    let room = columns.saturating_sub(indent);
    let mut lines = Vec::new();
    for (at, line) in wrap(&text, room).iter().enumerate() {
        let shown = match line.strip_prefix(head.trim_end()).filter(|_| at == 0) {
            Some(rest) => format!("{typed}{}{typed:#}{rest}", head.trim_end()),
            None => line.clone(),
        };
        let lead = if at == 0 {
            format!("  {number:>digits$}. ")
        } else {
            " ".repeat(indent)
        };
        lines.push(format!("{lead}{shown}"));
    }
    lines
}

/// What to do, as a sentence.
fn told(case: &Case, step: Step) -> String {
    match step {
        Step::Show(id) if let Some(gap) = gap::of(case, id) => format!(
            "for “{}” (line {}), [{}] (line {}) {}: {}.",
            case.quote(id),
            case.line(case.statement(id).span),
            gap.evidence.id,
            case.line(gap.evidence.span),
            gap.lacks,
            gap.mend
        ),
        Step::Show(id) => format!(
            "end “{}” (line {}) with a reference such as [^source] to evidence that a reader can open.",
            case.quote(id),
            case.line(case.statement(id).span)
        ),
        Step::Answer(id) => {
            let statement = case.statement(id);
            let how = match statement.kind {
                StatementKind::Why => "with evidence in the answer",
                _ => "under it with “but …” and evidence",
            };
            let line = case.line(statement.span);
            format!("“{}” (line {line}), {how}.", case.quote(id))
        }
        Step::Mend(Mend::Part(Part::HowWeKnow)) if case.problem.section => {
            "cite evidence in the customer problem (research, observation or measurement), or write “**How we know:** …”."
                .to_owned()
        }
        Step::Mend(Mend::Part(part)) => {
            let label = whyproof_case::capital(part.words());
            format!("say it in a section “Customer problem”; “**{label}:** …” marks it.")
        }
        Step::Mend(Mend::FirstClaim) => {
            "write in a section “Case” what the reader should believe, with evidence.".to_owned()
        }
        Step::Mend(Mend::Figure(at)) => case.figures.get(at as usize).map_or_else(String::new, |f| {
            format!("the data say otherwise than “{}” (line {}): say what they say.", f.text, case.line(f.span))
        }),
        Step::Mend(Mend::Evidence(at)) => {
            case.evidence.get(at as usize).map_or_else(String::new, |e| {
                format!("{} (line {}): claim what it found.", e.grounds.sentence(), case.line(e.span))
            })
        }
    }
}

/// `text` wrapped, each line after `indent` blanks.
pub(crate) fn indented(text: &str, indent: usize, columns: usize) -> Vec<String> {
    let blank = " ".repeat(indent);
    let lines = wrap(text, columns.saturating_sub(indent));
    lines.iter().map(|line| format!("{blank}{line}")).collect()
}
