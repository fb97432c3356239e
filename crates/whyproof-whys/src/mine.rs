//! Material from ordinary prose.

use whyproof_case::Case;

use crate::material::Material;

/// What the prose of `case` can be asked about, in file order.
pub(crate) fn mine(_case: &Case) -> Vec<Material> {
    Vec::new()
}
