//! What the experiments of a case came to.

use whyproof_case::Case;

/// Most sentences: `whyproof measure` tells the rest.
const MOST: usize = 2;

/// The verdict on each experiment that was measured, or why it could not be, in the order of the case.
pub(super) fn notes(case: &Case) -> Vec<String> {
    let each = case.experiments.iter().flat_map(|experiment| {
        let name = &experiment.name;
        let Some(measured) = case.computed.measured.get(name) else {
            return Vec::new();
        };
        if let Some(trouble) = &measured.trouble {
            return vec![format!(
                "Experiment {name} cannot be measured: {}",
                trouble.message
            )];
        }
        let doubt = match measured.trust.iter().any(|note| note.warns) {
            true => ", in doubt",
            false => "",
        };
        let short = measured.in_short().into_iter();
        short
            .map(|(verdict, effect)| format!("Experiment {name}: {verdict}{doubt}; {effect}."))
            .collect()
    });
    each.take(MOST).collect()
}
