//! What a draft holds, and what it still lacks.

use whyproof_syntax::{Document, Parse, Relation, Role};

use crate::draft::{Gap, Kept, Topic};
use crate::{front, synonyms};

/// At most this many gaps are told.
const MOST: usize = 10;

pub(crate) fn survey(markdown: &str) -> (Kept, Vec<Gap>) {
    let parse = whyproof_syntax::parse(markdown);
    let document = &parse.document;
    let (yaml, body) = front::split(markdown);
    let kept = Kept {
        words: body
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .count(),
        sections: document.sections.len(),
        roles: document
            .sections
            .iter()
            .filter(|section| section.role.is_some())
            .count(),
        statements: document
            .statements
            .iter()
            .filter(|s| s.reference.is_none())
            .count(),
        footnotes: document.footnotes.len(),
    };
    let kind = yaml.and_then(|yaml| front::value(yaml, "kind"));
    let mut gaps = if kind == Some("story") {
        story(document)
    } else {
        idea(&parse, markdown)
    };
    if document.title.is_none() {
        gaps.push(gap(
            Topic::Title,
            if kind == Some("story") {
                "It has no title: begin it with a line such as `# What I did, and for whom`."
            } else {
                "It has no title: begin it with a line such as `# What we want to do, and for whom`."
            },
        ));
    }
    if yaml.is_none_or(|yaml| front::value(yaml, "owner").is_none()) {
        gaps.push(gap(
            Topic::Owner,
            "It does not say who answers for it: add `owner:` to the lines at the top.",
        ));
    }
    gaps.truncate(MOST);
    (kept, gaps)
}

fn gap(topic: Topic, text: &str) -> Gap {
    Gap {
        topic,
        text: text.to_owned(),
    }
}

/// Whether a section has words.
fn has(document: &Document, role: Role) -> bool {
    words_of(document, role).next().is_some()
}

/// The words of its sections, and of paragraphs anywhere that begin with its name, as in "Ask: approve it by May".
fn words_of(document: &Document, role: Role) -> impl Iterator<Item = &str> {
    let sections = document
        .sections_of(role)
        .flat_map(|section| document.texts_in(section.texts))
        .map(|(_, text)| text.words.text.as_str());
    let labelled = document
        .texts
        .iter()
        .map(|text| text.words.text.as_str())
        .filter(move |words| labelled(words) == Some(role));
    sections
        .chain(labelled)
        .filter(|words| !words.trim().is_empty())
}

/// What the label is that a paragraph begins with, where words follow it.
pub(crate) fn labelled(words: &str) -> Option<Role> {
    let (label, rest) = words.split_once(':')?;
    if label.len() > 40 || !rest.contains(char::is_alphanumeric) {
        return None;
    }
    Role::of(label).or_else(|| synonyms::section_of(label))
}

fn idea(parse: &Parse, markdown: &str) -> Vec<Gap> {
    let document = &parse.document;
    let mut gaps = Vec::new();
    if !has(document, Role::Problem) {
        gaps.push(gap(Topic::Problem, "It does not say who has which problem, and when: write it under `## Customer problem`."));
    } else if !words_of(document, Role::Problem)
        .any(|words| words.contains(|c: char| c.is_ascii_digit()))
    {
        gaps.push(gap(Topic::Problem, "The problem has no number: say under its heading how many people have it, how often, and what it costs them."));
    }
    if !document
        .statements
        .iter()
        .any(|s| s.relation == Relation::Claim)
    {
        gaps.push(gap(Topic::Claims, "Nothing is argued yet: list what you claim under `## Case`, and under each claim why it holds, as `- because …`."));
    }
    evidence(document, &mut gaps);
    let answered = document.statements.iter().any(|s| {
        matches!(
            s.relation,
            Relation::Objection { .. } | Relation::CaseObjection
        )
    });
    if !answered && document.whys.is_empty() && !has(document, Role::Questions) {
        gaps.push(gap(Topic::Objections, "Nothing is said against it: put the strongest objection under the claim that it attacks, as `- but …`, or ask it under `## Questions`."));
    }
    let numbers = document
        .texts
        .iter()
        .any(|text| text.words.text.contains(|c: char| c.is_ascii_digit()));
    if numbers && !markdown.contains("(figure:") {
        gaps.push(gap(Topic::Figures, "Its numbers lead to no data: put the file beside the case, its query under `## Data`, and write each number as `[34%](figure:query.column)`."));
    }
    if !has(document, Role::Decision) {
        gaps.push(gap(Topic::Decision, "It asks for nothing: say under `## Decision` what the reader should approve, what it costs, by when, and whether it can be undone."));
    }
    if !has(document, Role::Alternatives) {
        gaps.push(gap(Topic::Alternatives, "It weighs no other way: say under `## Alternatives` what else could be done, doing nothing among them."));
    }
    if !has(document, Role::Impact) {
        gaps.push(gap(Topic::Impact, "It does not say how you will know that it worked: name under `## Impact` the metric, where it stands today, and the smallest effect that would be worth it."));
    }
    gaps
}

fn evidence(document: &Document, gaps: &mut Vec<Gap>) {
    let kinds = ["research:", "observation:", "measurement:"];
    let found = document.footnotes.iter().any(|footnote| {
        document.texts_in(footnote.texts).any(|(_, text)| {
            let words = text.words.text.trim_start().to_lowercase();
            kinds.iter().any(|kind| words.starts_with(kind))
        })
    });
    if found {
        return;
    }
    gaps.push(if document.footnotes.is_empty() {
        gap(Topic::Evidence, "Nothing in it has evidence: add a footnote to each claim that needs one, beginning with `research:`, `observation:` or `measurement:`, with a file, a link or a DOI.")
    } else {
        gap(Topic::Evidence, "Its footnotes do not say what kind of evidence they are: begin those that are evidence with `research:`, `observation:` or `measurement:`.")
    });
}

fn story(document: &Document) -> Vec<Gap> {
    let parts = [
        (Role::Did, "what your own part was"),
        (Role::WhatHappened, "what ended up happening, with a number"),
        (Role::WhyItMattered, "why it was important"),
        (Role::HardestPart, "what was hardest"),
        (Role::DidNotDo, "what you left undone"),
        (Role::WhatILearned, "what you learned"),
    ];
    let mut gaps: Vec<Gap> = parts
        .into_iter()
        .filter(|(role, _)| !has(document, *role))
        .map(|(role, what)| {
            gap(
                Topic::Story,
                &format!(
                    "It does not say {what}: write it under `## {}`.",
                    role.title()
                ),
            )
        })
        .collect();
    evidence(document, &mut gaps);
    gaps
}
