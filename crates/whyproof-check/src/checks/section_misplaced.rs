//! `section-misplaced`: a section of the other kind of case, one that stands twice, one that is not read as meant.

use std::collections::BTreeMap;

use whyproof_case::{Case, Kind};
use whyproof_syntax::{Edit, Fix, NodeKind, Place, Role, Section, Severity, Span, Text};

use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "section-misplaced",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A section that belongs to the other kind of case, or stands twice",
    run,
};

/// Headings that people write where another one is read, in small letters.
const MEANT: [(&[&str], Role); 8] = [
    (&["background", "context", "motivation"], Role::Problem),
    (
        &[
            "arguments",
            "our argument",
            "our arguments",
            "the arguments",
            "rationale",
            "reasons",
        ],
        Role::Case,
    ),
    (
        &[
            "proposal",
            "our proposal",
            "the proposal",
            "decisions",
            "decision requested",
            "decision required",
            "our decision",
            "proposed decision",
            "approval",
        ],
        Role::Decision,
    ),
    (
        &["metrics", "success criteria", "how we measure it"],
        Role::Impact,
    ),
    (
        &["result", "results", "the result", "the results", "outcomes"],
        Role::WhatHappened,
    ),
    (
        &["actions", "my actions", "my role", "what we did"],
        Role::Did,
    ),
    (
        &["challenge", "the challenge", "challenges"],
        Role::HardestPart,
    ),
    (&["relevance", "significance"], Role::WhyItMattered),
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for section in &case.parse.document.sections {
        let heading = case.parse.document.text(section.heading).span;
        match section.role {
            Some(role) => {
                if !kind(case, role, heading, sink) {
                    twice(section, role, heading, &mut first, sink);
                }
            }
            None => {
                if !slip(case, section, sink) {
                    meant(case, section, sink);
                }
            }
        }
    }
    for text in &case.parse.document.texts {
        level(case, text, sink);
    }
}

/// A section of the other kind of case.
fn kind(case: &Case, role: Role, heading: Span, sink: &mut Sink) -> bool {
    let (other, what) = match case.kind {
        Kind::Idea => (role.only_story(), "an idea"),
        Kind::Story => (role.only_idea(), "a story"),
        Kind::Letter => (false, "a letter"),
    };
    if other {
        let message = format!("“{}” has no place in {what}", role.title());
        let help = match case.kind {
            Kind::Idea | Kind::Letter => {
                "A case that tells what was done is `kind: story` in the front matter."
            }
            Kind::Story => "A case for what should be done is `kind: idea` in the front matter.",
        };
        sink.push(sink.diagnostic(heading, message).help(help));
    }
    other
}

fn twice(
    section: &Section,
    role: Role,
    heading: Span,
    first: &mut BTreeMap<String, Span>,
    sink: &mut Sink,
) {
    let title = section.title.to_lowercase();
    if let Some(&above) = first.get(&title) {
        let message = format!("“{}” stands twice", role.title());
        let found = sink
            .diagnostic(heading, message)
            .help("Join the two: whoever looks for it stops at the first.")
            .related(above, "the first");
        sink.push(found);
    } else {
        first.insert(title, heading);
    }
}

/// A title that is no section's, of a case with other sections that are read.
fn meant(case: &Case, section: &Section, sink: &mut Sink) {
    let document = &case.parse.document;
    let title = section.title.trim_end_matches([':', '.', ' ']);
    let lower = title.to_lowercase();
    let fits = |role: &Role| match case.kind {
        Kind::Idea => !role.only_story(),
        Kind::Story => !role.only_idea(),
        Kind::Letter => false,
    };
    let mut named = MEANT
        .iter()
        .filter(|(names, _)| names.contains(&lower.as_str()))
        .map(|(_, role)| *role);
    let Some(role) = named.find(fits) else {
        return;
    };
    let is_case = document
        .sections
        .iter()
        .any(|section| section.role.is_some());
    if !is_case || document.sections_of(role).next().is_some() {
        return;
    }
    let message = format!(
        "“{title}” is read as plain prose; the heading that is read is “{}”",
        role.title()
    );
    let span = document.text(section.heading).words.span();
    let mut found = sink
        .diagnostic(span, message)
        .help("Where it is meant so, write that heading; other headings may stay as they are.");
    found.severity = Severity::Info;
    sink.push(found);
}

/// An unknown title that is a slip of a known one; whether it is.
fn slip(case: &Case, section: &Section, sink: &mut Sink) -> bool {
    let title = section.title.as_str();
    if title.chars().count() < 6 {
        return false;
    }
    let names = Role::all().flat_map(|role| role.names().iter().copied());
    let long = names.filter(|name| name.chars().count() >= 6);
    let near = near::nearest(title, long).and_then(|name| Some((name, Role::of(name)?)));
    let Some((name, role)) = near else {
        return false;
    };
    let document = &case.parse.document;
    if document.sections_of(role).next().is_some() || Role::of(title).is_some() {
        return false;
    }
    let heading = document.text(section.heading);
    let message = format!(
        "“{title}” is read as plain prose; did you mean “{}”?",
        role.title()
    );
    let help = "Sections are known by their headings, and what stands in others is not looked at.";
    let span = heading.words.span();
    let fix = Fix {
        title: format!("Write “{}”", whyproof_case::capital(name)),
        safe: false,
        edits: vec![Edit {
            span,
            text: whyproof_case::capital(name),
        }],
    };
    sink.push(sink.diagnostic(span, message).help(help).fix(fix));
    true
}

/// A heading with a section's name at another level than the second.
fn level(case: &Case, text: &Text, sink: &mut Sink) {
    let document = &case.parse.document;
    let NodeKind::Heading(level) = text.kind else {
        return;
    };
    let title = document
        .title
        .is_some_and(|title| document.text(title).node == text.node);
    let argued = matches!(document.role_of(text), Some(Role::Case | Role::Questions));
    if level == 2 || title || argued || text.place != Place::Body {
        return;
    }
    let Some(role) = Role::of(&text.words.text) else {
        return;
    };
    let other = match case.kind {
        Kind::Idea => role.only_story(),
        Kind::Story => role.only_idea(),
        Kind::Letter => true,
    };
    let exact = role.title().eq_ignore_ascii_case(&text.words.text);
    if other || !exact || document.sections_of(role).next().is_some() {
        return;
    }
    let message = format!(
        "“{}” is a heading of level {level}, so it is read as plain prose",
        text.words.text
    );
    let mut found = sink
        .diagnostic(text.span, message)
        .help("Sections are headings of level 2: `## …`.");
    let hashes = "#".repeat(usize::from(level));
    if case
        .parse
        .tree
        .slice(text.span)
        .starts_with(&format!("{hashes} "))
    {
        let span = Span::new(text.span.start, text.span.start + u32::from(level));
        found = found.fix(Fix {
            title: "Make it a heading of level 2".to_owned(),
            safe: false,
            edits: vec![Edit {
                span,
                text: "##".to_owned(),
            }],
        });
    }
    sink.push(found);
}
