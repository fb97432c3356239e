//! What there is to know of the declaration itself: what was not read of it, and what nobody said.

use super::told::{Guard, Measurement, Note};
use crate::experiment::{Declared, Experiment, KEYS, Verdict};

/// As many letters may be wrong in a word that is taken for another.
const SLIP: usize = 2;

/// Notes on the declaration of what was measured.
pub(super) fn notes(experiment: &Experiment, told: &Measurement) -> Vec<Note> {
    let mut notes: Vec<Note> = experiment
        .keys
        .iter()
        .filter_map(|key| unknown(&key.name))
        .collect();
    let guardrails = told.guardrails.iter();
    notes.extend(guardrails.filter_map(|guarded| match guarded.state {
        Guard::NotMeasured => Some(Note::warning(format!(
            "A guardrail was not measured. {}",
            guarded.says
        ))),
        Guard::NotKnownYet => Some(Note::warning(guarded.says.clone())),
        Guard::Holds | Guard::Broken => None,
    }));
    notes.dedup();
    let declared = &experiment.declared;
    if !declared.has_direction && told.trouble.is_none() && declared.worthwhile.is_some() {
        let says = "No `direction` was declared, so more was taken as better.";
        let effects = &mut told.effects.iter();
        notes.push(
            match effects.any(|effect| effect.verdict == Some(Verdict::WrongThing)) {
                true => Note::warning(format!(
                    "{says} Where less is better write `direction = \"down\"`."
                )),
                false => Note::fine(says),
            },
        );
    }
    notes
}

/// What nobody could look at, since it is not declared: a clause each. Variants that are seen to be uneven were looked at.
pub(super) fn unchecked(declared: &Declared, is_uneven: bool) -> Vec<String> {
    let is_split = declared.variant.is_some();
    let nobody = declared.unit.is_none() && declared.cluster.is_none();
    let clauses = [
        (
            is_split && nobody,
            "whether somebody is counted twice (write `unit`)",
        ),
        (
            is_split && declared.split.is_empty() && !is_uneven,
            "whether people went missing from a variant (`split`)",
        ),
        (
            declared.end.is_none() && !declared.method.is_sequential(),
            "whether the day of looking was chosen (`end`)",
        ),
        (
            !declared.has_direction,
            "which way is better: more was taken to be (`direction`)",
        ),
    ];
    let clauses = clauses.into_iter().filter(|(is, _)| *is);
    clauses.map(|(_, clause)| clause.to_owned()).collect()
}

/// The word that `word` may be a slip of.
pub(super) fn near<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let lower = word.to_lowercase();
    let each = known.into_iter();
    let each = each.map(|known| (strsim::osa_distance(&lower, &known.to_lowercase()), known));
    let near = each.filter(|(distance, known)| *distance <= SLIP.min(known.len() / 3));
    near.min().map(|(_, known)| known)
}

/// A key that means nothing, and what it may be a slip of.
fn unknown(key: &str) -> Option<Note> {
    if KEYS.contains(&key) {
        return None;
    }
    let near = near(key, KEYS);
    let near = near.map(|known| format!(" Did you mean `{known}`?"));
    Some(Note::warning(format!(
        "`{key}` is no key of an experiment, and was not read.{}",
        near.unwrap_or_default()
    )))
}
