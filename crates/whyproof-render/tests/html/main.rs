//! Pages of cases, read by a parser as browsers have it.
#![allow(clippy::disallowed_methods, reason = "the tests read the examples")]

mod deep;
mod examples;
mod golden;
mod hostile;
mod links;
mod parsed;
mod random;
mod shown;
mod small;

use whyproof_case::{Case, Host, Limits, Scope, compute, resolve};
use whyproof_render::html::{PageOptions, page};
use whyproof_render::manuscript::Manuscript;
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

/// The case that a text is, in a workspace where it has nothing beside it.
fn case(text: &str) -> Case {
    let host = MemoryHost::new().file("case.md", text);
    case_in(&host, "case.md", text)
}

/// The same in a workspace.
fn case_in(host: &dyn Host, path: &str, text: &str) -> Case {
    let scope = Scope::of(host, path);
    let parsed = parse(text);
    let config = whyproof_case::Config::default();
    let computed = compute(
        &parsed,
        &whyproof_case::Computing {
            host,
            scope: &scope,
            config: &config,
            limits: Limits::default(),
            apart: config.figures.apart,
            on_done: &|_, _| {},
        },
    );
    resolve(parsed, host, scope, &computed)
}

/// The page of a text.
fn html(text: &str) -> String {
    let options = PageOptions {
        beside: Some(String::new()),
        ..PageOptions::default()
    };
    page(&Manuscript::new(&case(text)), &options).into_string()
}
