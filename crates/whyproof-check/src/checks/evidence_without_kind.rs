//! `evidence-without-kind`: a footnote that looks like evidence and does not say of which kind it is.

use std::collections::BTreeMap;

use whyproof_case::EvidenceKind;
use whyproof_syntax::{Edit, Fix, Severity, Span, Text, TextId};

use crate::argument::{self, Start};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-without-kind",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence whose footnote does not say what kind it is",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let document = &case.parse.document;
    let owners = argument::owners(case);
    let mut cited: BTreeMap<String, Vec<TextId>> = BTreeMap::new();
    for (label, block) in argument::references(case) {
        cited.entry(label.to_lowercase()).or_default().push(block);
    }
    for (footnote, start) in argument::kindless(case) {
        // A footnote that nothing cites is no claim to evidence.
        let Some(blocks) = cited.get(&footnote.label.to_lowercase()) else {
            continue;
        };
        let Some((_, text)) = document.texts_in(footnote.texts).next() else {
            continue;
        };
        let label = &footnote.label;
        let message = match start {
            Start::Meant(kind, len) => format!(
                "[^{label}] is not read as evidence: “{}:” is none of its kinds; did you mean `{}:`?",
                text.words.text.get(..len).unwrap_or_default(),
                kind.word()
            ),
            _ => format!("[^{label}] is not read as evidence: it does not say of which kind it is"),
        };
        let help = "Begin it with `research:` (what others found), `observation:` (what somebody saw or was told) or `measurement:` (what was counted or timed).";
        let mut found = sink.diagnostic(text.words.span(), message).help(help);
        if let Some(fix) = fix(case.source(), text, start) {
            found = found.fix(fix);
        }
        let loads = blocks.iter().filter_map(|block| owners.get(block));
        let load = loads.map(|id| case.statement(*id).load).max();
        sink.weigh(found, load.unwrap_or(0));
    }
}

/// A colon after the kind, or the kind without the slip; what else it is only its author knows.
fn fix(source: &str, text: &Text, start: Start) -> Option<Fix> {
    // What a survey or a source is only its author knows for sure.
    let safe = !matches!(start, Start::Meant(..));
    let edit = |kind: EvidenceKind, from: usize, to: usize, new: String| Fix {
        title: format!("Write `{}:`", kind.word()),
        safe,
        edits: vec![Edit {
            span: text.words.source(from, to),
            text: new,
        }],
    };
    match start {
        Start::Other | Start::Bare => None,
        Start::Slip(kind, len) | Start::Meant(kind, len) => {
            let end = text.words.text[len..].find(':').map(|at| at + len + 1)?;
            Some(edit(kind, 0, end, format!("{}:", kind.word())))
        }
        Start::NoColon(kind) => {
            let len = kind.word().len();
            let rest = text.words.text.get(len..)?;
            let mark = rest.trim_start().chars().next()?;
            let stop = matches!(mark, '-' | '–' | '—' | ';' | ',' | '.');
            let skipped = rest.len() - rest.trim_start().len();
            let to = if stop {
                len + skipped + mark.len_utf8()
            } else {
                len
            };
            let blank = rest
                .get(to - len..)
                .is_some_and(|after| !after.starts_with(char::is_whitespace));
            let colon = if blank { ": " } else { ":" };
            // Right after the kind, behind what closes its emphasis and before any white space.
            let word = text.words.source(0, len);
            if source.get(word.range())? != text.words.text.get(..len)? {
                return None;
            }
            let after = source.get(word.end as usize..)?;
            let closing = after.len() - after.trim_start_matches(['*', '_', '`', '~']).len();
            if !source
                .get(..word.start as usize)?
                .ends_with(after.get(..closing)?)
            {
                return None;
            }
            let start = word.end + closing as u32;
            let stop = if to > len {
                text.words.source(len, to).end.max(start)
            } else {
                start
            };
            Some(Fix {
                title: format!("Write `{}:`", kind.word()),
                safe,
                edits: vec![Edit {
                    span: Span::new(start, stop),
                    text: colon.to_owned(),
                }],
            })
        }
    }
}
