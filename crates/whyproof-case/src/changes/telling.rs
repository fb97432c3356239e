//! The problem's parts, a story's parts, the title and the front matter.

use whyproof_syntax::TextId;

use super::{ChangeKind, Changed, said};
use crate::case::{Case, Kind};
use crate::ids::normalised;
use crate::problem::Part;
use crate::story::StoryPart;

pub(super) fn problem(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    if old.kind != Kind::Idea || new.kind != Kind::Idea {
        return;
    }
    for part in Part::ALL {
        let (was, is) = (old.problem.part(part), new.problem.part(part));
        let kind = match (was, is) {
            (None, Some(_)) => ChangeKind::PartFound,
            (Some(_), None) => ChangeKind::PartLost,
            (Some(was), Some(is))
                if normalised(&was.text) != normalised(&is.text)
                    && said::stretch(old, &was.text, was.span)
                        != said::stretch(new, &is.text, is.span) =>
            {
                ChangeKind::PartReworded
            }
            _ => continue,
        };
        into.push(Changed {
            id: Some(part.key().to_owned()),
            old: was.map(|found| found.text.clone()),
            new: is.map(|found| found.text.clone()),
            old_line: was.map(|found| old.line(found.span)),
            line: is.map(|found| new.line(found.span)),
            ..Changed::new(kind, part.words())
        });
    }
}

pub(super) fn story(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let role = |part: &StoryPart, case: &Case| case.story.iter().position(|p| p.role == part.role);
    for (at, part) in old.story.iter().enumerate() {
        if role(part, old) == Some(at) && role(part, new).is_none() {
            into.push(Changed {
                old_line: Some(old.line(part.heading)),
                ..Changed::new(ChangeKind::StoryDropped, part.role.title())
            });
        }
    }
    for (at, part) in new.story.iter().enumerate() {
        if role(part, new) != Some(at) {
            continue;
        }
        let line = Some(new.line(part.heading));
        if role(part, old).is_none() {
            into.push(Changed {
                line,
                ..Changed::new(ChangeKind::StoryAdded, part.role.title())
            });
            continue;
        }
        let blocks = |case: &Case| -> Vec<TextId> {
            let same = case.story.iter().filter(|other| other.role == part.role);
            same.flat_map(|part| part.blocks.iter().copied()).collect()
        };
        let (was, is) = (blocks(old), blocks(new));
        let many = said::differing(said::blocks(old, &was), said::blocks(new, &is));
        if many > 0 {
            into.push(Changed {
                many: many as u32,
                line,
                ..Changed::new(ChangeKind::StoryChanged, part.role.title())
            });
        }
    }
}

pub(super) fn front(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let plain = |title: &Option<String>| title.as_deref().map(normalised);
    if plain(&old.title) != plain(&new.title) {
        into.push(Changed {
            old: old.title.clone(),
            new: new.title.clone(),
            ..Changed::new(ChangeKind::Title, "title")
        });
    }
    let mut changed = |key: &str, was: Option<&str>, is: Option<&str>| {
        let plain = |value: Option<&str>| -> Option<Vec<String>> {
            value.map(|value| value.split_whitespace().map(str::to_owned).collect())
        };
        if plain(was) != plain(is) {
            into.push(Changed {
                id: Some(key.to_owned()),
                old: was.map(str::to_owned),
                new: is.map(str::to_owned),
                line: new.front.entry(key).map(|entry| new.line(entry.key_span)),
                old_line: old.front.entry(key).map(|entry| old.line(entry.key_span)),
                ..Changed::new(ChangeKind::Front, key)
            });
        }
    };
    changed("kind", Some(old.kind.word()), Some(new.kind.word()));
    let (was, is) = (entries(old), entries(new));
    for (key, value) in &is {
        changed(key, was.get(key).copied(), Some(value));
    }
    for (key, value) in &was {
        if !is.contains_key(key) {
            changed(key, Some(value), None);
        }
    }
}

/// Keys of the front matter with their first value, the kind apart.
fn entries(case: &Case) -> std::collections::BTreeMap<&str, &str> {
    let mut entries = std::collections::BTreeMap::new();
    for entry in &case.front.entries {
        if entry.key != "kind" && !entry.value.is_empty() {
            entries
                .entry(entry.key.as_str())
                .or_insert(entry.value.as_str());
        }
    }
    entries
}
