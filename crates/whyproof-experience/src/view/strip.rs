//! What a withdrawn statement takes with it beside lines, and marks in texts that are no lines.

use serde_json::Value;

use crate::cut;
use crate::resume::{Own, Resume, all};
use crate::truth::withdrawn;

/// Keys that name an entry: they stay, since an entry without a name is none. Where one is withdrawn, the entry goes.
const NAMES: [&str; 7] = [
    "name",
    "position",
    "institution",
    "organization",
    "title",
    "language",
    "$schema",
];

/// The résumé without all that says what was withdrawn, and what that was.
pub(super) fn stripped(mut resume: Resume, own: &Own) -> Result<(Resume, Vec<String>), String> {
    let mut gone = Vec::new();
    let mut says = |text: Option<&String>| -> bool {
        let is = text.is_some_and(|text| withdrawn(own, text).is_some());
        if let (true, Some(text)) = (is, text) {
            gone.push(text.clone());
        }
        is
    };
    keep(&mut resume.volunteer, |one| {
        !says(one.organization.as_ref())
    });
    keep(&mut resume.projects, |one| !says(one.name.as_ref()));
    keep(&mut resume.awards, |one| !says(one.title.as_ref()));
    keep(&mut resume.certificates, |one| !says(one.name.as_ref()));
    keep(&mut resume.publications, |one| !says(one.name.as_ref()));
    keep(&mut resume.skills, |one| !says(one.name.as_ref()));
    keep(&mut resume.languages, |one| !says(one.language.as_ref()));
    keep(&mut resume.interests, |one| !says(one.name.as_ref()));
    keep(&mut resume.references, |one| !says(one.reference.as_ref()));
    let mut value = serde_json::to_value(&resume).map_err(|error| error.to_string())?;
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(map) => {
                map.retain(|key, value| {
                    NAMES.contains(&key.as_str()) || stays(value, own, &mut gone)
                });
                open.extend(map.values_mut());
            }
            Value::Array(list) => {
                list.retain(|value| stays(value, own, &mut gone));
                open.extend(list.iter_mut());
            }
            Value::String(text) if text.contains(cut::MARK) => *text = cut::whole(text),
            _ => {}
        }
    }
    let resume = serde_json::from_value(value).map_err(|error| error.to_string())?;
    Ok((resume, gone))
}

fn stays(value: &Value, own: &Own, gone: &mut Vec<String>) -> bool {
    let Value::String(text) = value else {
        return true;
    };
    let stays = withdrawn(own, text).is_none();
    if !stays {
        gone.push(text.clone());
    }
    stays
}

fn keep<T>(list: &mut Option<Vec<T>>, keeps: impl FnMut(&T) -> bool) {
    if !all(list).is_empty()
        && let Some(list) = list
    {
        list.retain(keeps);
    }
}
