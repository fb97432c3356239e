//! `why-open`: a why without an answer.

use whyproof_case::{Standing, Target, Why, WhyState, shorten};
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-open",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "A why without an answer",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let attacked = context.attacked;
    for why in case.whys.iter().filter(|why| why.state == WhyState::Open) {
        let statement = why.statement.map(|id| (id, case.statement(id)));
        let told = statement
            .is_some_and(|(id, asked)| argument::fells(case, &attacked[id.0 as usize], asked));
        if told {
            continue;
        }
        let falls = statement.is_some_and(|(_, asked)| asked.standing == Standing::Stands);
        let mut found = sink
            .diagnostic(why.span, message(why, falls))
            .help(help(why));
        if let Target::Statement(target) = why.target {
            found = found.related(case.statement(target).span, "what it asks about");
        }
        match statement {
            Some((id, _)) => {
                if falls {
                    found.severity = Severity::Error;
                }
                sink.push_on(case, id, found);
            }
            None => {
                found.severity = Severity::Info;
                sink.push(found);
            }
        }
    }
}

fn message(why: &Why, falls: bool) -> String {
    let question = shorten(&why.text, 70);
    match &why.by {
        Some(by) if falls => {
            format!("{by} asks “{question}”, with evidence; without an answer the case falls by it")
        }
        Some(by) => format!("{by} asks “{question}”, and there is no answer"),
        None => format!("“{question}” has no answer yet"),
    }
}

fn help(why: &Why) -> &'static str {
    if why.in_case {
        "Answer it in an item or paragraph under it; evidence, `[^note]`, makes the answer stand."
    } else {
        "Answer it in a paragraph under its heading; evidence, `[^note]`, makes the answer stand."
    }
}
