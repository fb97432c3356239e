//! Material from the structure of a case.

use whyproof_case::Case;

use crate::material::Material;

/// What the structure of `case` can be asked about, in file order.
pub(crate) fn gather(_case: &Case) -> Vec<Material> {
    Vec::new()
}
