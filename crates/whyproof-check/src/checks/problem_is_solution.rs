//! `problem-is-solution`: a solution stated as a problem.

use whyproof_case::Kind;
use whyproof_syntax::{Role, Severity};

use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-is-solution",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "A solution stated as a problem",
    run,
};

/// Words for things that somebody builds: their lack is no problem of a customer.
const SOLUTIONS: &[&str] = &[
    "app",
    "apps",
    "application",
    "dashboard",
    "dashboards",
    "tool",
    "tools",
    "tooling",
    "platform",
    "assistant",
    "chatbot",
    "chatbots",
    "bot",
    "bots",
    "portal",
    "portals",
    "system",
    "systems",
    "integration",
    "integrations",
    "feature",
    "features",
    "api",
    "apis",
    "website",
    "solution",
    "solutions",
    "automation",
    "ai",
    "plugin",
    "plugins",
    "module",
    "modules",
    "pipeline",
    "redesign",
    "framework",
    "microservice",
    "microservices",
    "wizard",
    "sso",
    "sign-on",
    "crm",
    "erp",
    "software",
    "widget",
    "widgets",
    "notifications",
    "analytics",
    "blockchain",
    "kubernetes",
    "cloud",
    "library",
    "sdk",
    "interface",
    "functionality",
    "page",
    "button",
    "checkbox",
    "database",
    "spreadsheet",
    "model",
    "migration",
];

/// Words that say of something that it is missing or wanted.
const LACKS: &[&str] = &[
    "there is no",
    "there are no",
    "there's no",
    "there is not a",
    "there isn't a",
    "and no",
    "have no",
    "has no",
    "do not have a",
    "do not have an",
    "do not have any",
    "does not have a",
    "does not have an",
    "does not have any",
    "don't have a",
    "don't have an",
    "doesn't have a",
    "doesn't have an",
    "lack a",
    "lack an",
    "lacks a",
    "lacks an",
    "lack of a",
    "lack of an",
    "lack of",
    "need a",
    "need an",
    "needs a",
    "needs an",
    "need our own",
    "need to build",
    "need to have a",
    "need to adopt",
    "need to implement",
    "need to introduce",
    "is missing a",
    "are missing a",
    "is missing an",
    "missing a",
    "missing an",
    "no single",
    "is no",
    "are no",
];

/// The most words between the lack and what is lacking.
const GAP: usize = 4;

fn run(context: &Context<'_>, sink: &mut Sink) {
    if context.case.kind != Kind::Idea {
        return;
    }
    for said in said::of_role(context, Role::Problem) {
        let Some((lack, solution)) = missing(&said) else {
            continue;
        };
        let message =
            format!("“{lack} … {solution}” says that a solution is missing, not what hurts");
        let message = message.replace(
            &format!("“{lack} … {solution}”"),
            &format!("“{}”", phrase(&said, lack, solution)),
        );
        let found = sink.diagnostic(said.span, message).help(format!(
            "Say what happens to somebody because of it, and when; what would help, the {solution}, belongs in `## Case`."
        ));
        sink.push(found);
    }
}

/// The words from the lack to what is lacking.
fn phrase(said: &Said<'_>, lack: &str, solution: &str) -> String {
    let from = said::position(said.words(), lack).unwrap_or(0);
    let words = said.words().get(from..).unwrap_or(&[]);
    let to = words
        .iter()
        .position(|word| word == solution)
        .map_or(0, |at| at + 1);
    words.get(..to).unwrap_or(&[]).join(" ")
}

/// A lack and the thing lacking, a few words after it.
fn missing<'s>(said: &'s Said<'_>) -> Option<(&'static str, &'s str)> {
    LACKS.iter().copied().find_map(|lack| {
        let from = said::position(said.words(), lack)? + lack.split(' ').count();
        let next = said.words().get(from..)?.iter().take(GAP);
        // "No tool that …" and "no app store": what stands between must not begin another thought.
        let thing = next
            .take_while(|word| {
                !matches!(
                    word.as_str(),
                    "that"
                        | "who"
                        | "to"
                        | "for"
                        | "of"
                        | "in"
                        | "and"
                        | "or"
                        | "when"
                        | "reason"
                        | "way"
                )
            })
            .find(|word| SOLUTIONS.contains(&word.as_str()))?;
        Some((lack, thing.as_str()))
    })
}
