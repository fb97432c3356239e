//! What there is to know of the declaration itself: what was not read of it, and what nobody said.

use super::told::{Guard, Measurement, Note};
use crate::experiment::{Experiment, KEYS, Verdict};

/// As many letters may be wrong in a key that is taken for another.
const SLIP: usize = 2;

/// Notes on the declaration of what was measured.
pub(super) fn notes(experiment: &Experiment, told: &Measurement) -> Vec<Note> {
    let mut notes: Vec<Note> = experiment
        .keys
        .iter()
        .filter_map(|key| unknown(&key.name))
        .collect();
    let guardrails = told.guardrails.iter();
    let open = guardrails.filter(|guarded| guarded.state == Guard::NotMeasured);
    notes.extend(
        open.map(|guarded| {
            Note::warning(format!("A guardrail was not measured. {}", guarded.says))
        }),
    );
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

/// A key that means nothing, and what it may be a slip of.
fn unknown(key: &str) -> Option<Note> {
    if KEYS.contains(&key) {
        return None;
    }
    let near = KEYS
        .iter()
        .map(|known| (strsim::osa_distance(&key.to_lowercase(), known), known))
        .filter(|(distance, known)| *distance <= SLIP.min(known.len() / 3))
        .min();
    let near = near.map(|(_, known)| format!(" Did you mean `{known}`?"));
    Some(Note::warning(format!(
        "`{key}` is no key of an experiment, and was not read.{}",
        near.unwrap_or_default()
    )))
}
