//! From which points of view a verb asks: `--as` and `--rung`.

use whyproof_case::Case;
use whyproof_whys::View;

use crate::error::{Error, ErrorKind};
use crate::names;

/// The points of view that `--as` names, or those of the rung that `--rung` names; all where neither does.
pub(super) fn chosen(
    case: &Case,
    named: &[String],
    rung: Option<&str>,
) -> Result<Vec<View>, Error> {
    match rung {
        Some(rung) => of_rung(case, rung),
        None => named.iter().map(|name| view(name)).collect(),
    }
}

fn view(name: &str) -> Result<View, Error> {
    View::named(name).ok_or_else(|| {
        let words: Vec<&str> = View::ALL.iter().map(|view| view.word()).collect();
        let error = Error::new(
            ErrorKind::Usage,
            format!("there is no point of view `{}`", name.trim()),
        );
        error.hint(format!("There are {}.", whyproof_case::list(&words)))
    })
}

fn of_rung(case: &Case, name: &str) -> Result<Vec<View>, Error> {
    let Some(ladder) = &case.ladder else {
        return Err(Error::new(
            ErrorKind::Usage,
            "this case names no ladder, so it has no rungs",
        )
        .hint(
            "Front matter names one: `ladder: product-review`. Or ask `--as finance,customer`.",
        ));
    };
    let wanted = name.trim().to_lowercase();
    let is = |rung: &&whyproof_case::Rung| {
        rung.name.to_lowercase() == wanted || rung.title.to_lowercase() == wanted
    };
    let Some(rung) = ladder.rungs.iter().find(is) else {
        let rungs: Vec<&str> = ladder.rungs.iter().map(|rung| rung.name.as_str()).collect();
        let message = format!("the ladder `{}` has no rung `{}`", ladder.name, name.trim());
        return Err(Error::new(ErrorKind::Usage, message).hint(format!(
            "It has {}.",
            names::any_of(&rungs).replace(" or ", " and ")
        )));
    };
    Ok(rung
        .views
        .iter()
        .filter_map(|view| View::named(view))
        .collect())
}
