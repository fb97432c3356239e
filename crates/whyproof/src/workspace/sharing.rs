//! What a story's `share` allows, kept wherever a case goes to somebody else.

use std::collections::BTreeMap;
use std::sync::Arc;

use whyproof_case::{Case, Cell, Computed, Host, HostError, join, resolve};
use whyproof_experience::resume::{Own, Resume};
use whyproof_experience::share::{Forbidden, Share};
use whyproof_host::System;
use whyproof_syntax::parse;

use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::text::{counted, typed};
use crate::workspace::{Workspace, above};

/// Most places that are named.
const NAMED: usize = 8;

/// What a person must check before a case goes to others, a sentence each.
///
/// # Errors
/// Where its `share` withholds it, or it has words that must not leave.
pub(crate) fn allowed(case: &Case, path: &str) -> Result<Vec<String>, Error> {
    let share = Share::of(case);
    if let Some(clause) = &share.withheld {
        let message =
            format!("`{path}` is not to be shared: its front matter says `share: {clause}`");
        return Err(Error::new(ErrorKind::Finding, message).hint(
            "Change `share` when it may leave; until then it is for your preparation only.",
        ));
    }
    let mut found: Vec<String> = Vec::new();
    for leak in share.leaks_of(case) {
        let place = case
            .parse
            .lines
            .line(u32::try_from(leak.at.start).unwrap_or(u32::MAX));
        found.push(format!("Line {place}: {}", said(leak.forbidden)));
    }
    for (name, result) in &case.computed.results {
        let rows = result
            .iter()
            .flat_map(|answer| &answer.table.rows)
            .flatten();
        let texts = rows.filter_map(|cell| match cell {
            Cell::Text(text) => Some(text),
            _ => None,
        });
        for text in texts {
            let leaks = share.leaks(text);
            found.extend(
                leaks
                    .iter()
                    .map(|leak| format!("The rows of `{name}`: {}", said(leak.forbidden))),
            );
        }
    }
    for (name, measured) in &case.computed.measured {
        for text in measured.clone().texts_mut() {
            let leaks = share.leaks(text);
            let leaks = leaks.iter().map(|leak| said(leak.forbidden));
            found.extend(leaks.map(|says| format!("What `{name}` measured: {says}")));
        }
    }
    found.dedup();
    if !found.is_empty() {
        let message = format!("`{path}` has words that its `share` does not let leave");
        let mut error = Error::new(ErrorKind::Finding, message);
        let more = found.len().saturating_sub(NAMED);
        for place in found.into_iter().take(NAMED) {
            error = error.hint(place);
        }
        return Err(match more {
            0 => error,
            more => error.hint(format!("And {} more.", whyproof_case::number(more))),
        });
    }
    let reminders = share.reminders.iter();
    Ok(reminders
        .map(|clause| format!("{path} says `share: {clause}`; only you can check that."))
        .collect())
}

fn said(forbidden: &Forbidden) -> String {
    match &forbidden.instead {
        Some(instead) => format!("“{}”; write “{instead}” instead.", forbidden.words),
        None => format!("“{}”.", forbidden.words),
    }
}

/// A workspace as it may go to others, and what that left out of it, in words: stories that are withheld and the lines that
/// are tied to them are not in it, and words that a story does not let leave are replaced.
pub(crate) fn as_shared(mut workspace: Workspace) -> (Workspace, Vec<String>) {
    let mut told = Vec::new();
    let background = &mut workspace.background;
    let before = background.clone();
    if let Some(life) = &mut background.life {
        let share_of = |path: &str| {
            let at = before.story_at(path)?;
            Some(Share::of(&before.stories[at].case))
        };
        told.extend(lines(&mut life.resume, &mut life.own, &share_of));
    }
    background.stories.retain_mut(|story| {
        let share = Share::of(&story.case);
        let name = typed(&story.path);
        if share.withheld.is_some() {
            told.push(format!("{name}, of which nothing is shared"));
            return false;
        }
        if let Some(text) = share.kept_of(&story.case) {
            told.extend(words_of(&share, &story.case, &name));
            let case = &story.case;
            let computed = kept_rows(&case.computed, &share);
            story.case = resolve(parse(&text), &System, case.scope.clone(), &computed);
        }
        true
    });
    (workspace, told)
}

/// The words of a story that do not leave, each with what stands there.
fn words_of(share: &Share, case: &Case, name: &str) -> Vec<String> {
    let leaks = share.leaks_of(case);
    let is_said = |one: &&Forbidden| leaks.iter().any(|leak| leak.forbidden == *one);
    let found = share.forbidden.iter().filter(is_said);
    let told = found.map(|one| match &one.instead {
        Some(instead) => format!("“{}” in {name}, where “{instead}” stands", one.words),
        None => format!("“{}” in {name}, as its `share` says", one.words),
    });
    told.collect()
}

fn kept_rows(computed: &Computed, share: &Share) -> Computed {
    let mut kept = computed.clone();
    for answer in kept.results.values_mut().flatten() {
        for cell in Arc::make_mut(&mut answer.table).rows.iter_mut().flatten() {
            if let Cell::Text(text) = cell {
                *text = share.kept(text);
            }
        }
    }
    for text in kept.measured.values_mut().flat_map(|one| one.texts_mut()) {
        *text = share.kept(text);
    }
    kept
}

/// Keeps a résumé's lines to what the stories that they are tied to let leave; what that left out, in words.
fn lines(
    resume: &mut Resume,
    own: &mut Own,
    share_of: &dyn Fn(&str) -> Option<Share>,
) -> Vec<String> {
    let mut shares: BTreeMap<String, (String, Share)> = BTreeMap::new();
    for note in &own.lines {
        if let Some(path) = &note.story
            && let Some(share) = share_of(path)
        {
            shares.insert(plain(&note.line), (path.clone(), share));
        }
    }
    let mut withheld: BTreeMap<&str, usize> = BTreeMap::new();
    for line in resume.lines() {
        if let Some((path, share)) = shares.get(&plain(line.text))
            && share.withheld.is_some()
        {
            *withheld.entry(path).or_default() += 1;
        }
    }
    let say = |line: &str| match shares.get(&plain(line)) {
        None => Some(line.to_owned()),
        Some((_, share)) if share.withheld.is_some() => None,
        Some((_, share)) => Some(share.kept(line)),
    };
    resume.reword(&say);
    own.lines.retain_mut(|note| match say(&note.line) {
        Some(kept) => {
            note.line = kept;
            true
        }
        None => false,
    });
    let told = withheld.iter().map(|(path, count)| {
        let lines = counted(*count, "line", "lines");
        format!(
            "{lines} of your résumé, tied to {}, of which nothing is shared",
            typed(path)
        )
    });
    told.collect()
}

/// A line's words as they are compared: marks where it may be cut and white space apart.
fn plain(line: &str) -> String {
    let whole = whyproof_experience::cut::whole(line);
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Keeps the lines of a résumé file to what the stories beside it let leave; what that left out, in words.
///
/// # Errors
/// Where a story that is there cannot be read.
pub(crate) fn of_file(
    path: &str,
    resume: &mut Resume,
    own: &mut Own,
) -> Result<Vec<String>, Error> {
    let folder = above(path);
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for story in own.lines.iter().filter_map(|note| note.story.as_ref()) {
        let beside = join(&folder, story);
        if shares.contains_key(story)
            || matches!(System.stat(&beside), Err(HostError::NotFound { .. }))
        {
            continue;
        }
        let source = Source::read(&System, &beside)?;
        shares.insert(story.clone(), Share::of(&source.case(&System)));
    }
    Ok(lines(resume, own, &|story| shares.get(story).cloned()))
}
