//! The argument of a case as a map.

use whyproof_case::Case;
use whyproof_render::chart::Scheme;
use whyproof_render::map::{self, MapOptions};

use super::made::Made;
use super::{RenderArgs, ThemeName};
use crate::error::Error;

/// The map of a case.
pub(super) fn make(case: &Case, arguments: &RenderArgs, out: &str) -> Result<Made, Error> {
    let options = MapOptions {
        scheme: match arguments.theme {
            ThemeName::Auto => None,
            ThemeName::Light => Some(Scheme::Light),
            ThemeName::Dark => Some(Scheme::Dark),
        },
        ..MapOptions::default()
    };
    let svg = map::svg(case, &options);
    Ok(Made::one(out, svg.text.into_bytes()))
}
