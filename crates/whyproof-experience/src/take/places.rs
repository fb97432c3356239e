//! What a job says of its place, and what of the person's speaks to it.

use whyproof_case::{Bar, built_in_bar};

use super::{PlaceTake, Read};
use crate::job::Job;

/// How many sentences stand with a place.
const QUOTED: usize = 2;

/// For each thing that the job says of its place: the job's sentence, what the person wrote that would be strong there,
/// and what to ask. Where nothing was found it may not suit: nobody can tell that from words, so the questions are what
/// matters.
pub(super) fn places(job: &Job, read: &Read<'_>) -> Vec<PlaceTake> {
    let Some(environment) = built_in_bar("environment") else {
        return Vec::new();
    };
    let said = |id: &str| job.places.iter().find(|place| place.id == id);
    let mut bar: Bar = (*environment).clone();
    bar.criteria
        .retain(|criterion| said(&criterion.id).is_some());
    let hits = read.against(&bar);
    let places = bar.criteria.iter().zip(&hits);
    let places = places.filter_map(|(criterion, hits)| {
        Some(PlaceTake {
            id: criterion.id.clone(),
            title: criterion.title.clone(),
            said: said(&criterion.id)?.said.clone(),
            found: hits
                .iter()
                .take(QUOTED)
                .map(|hit| hit.quote.clone())
                .collect(),
            questions: criterion.questions.clone(),
        })
    });
    places.collect()
}
