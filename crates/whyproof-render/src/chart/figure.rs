//! Charts of a case's figures.

use whyproof_case::{Case, Figure};

use super::{NoChart, Options, Svg, svg, text};

/// The chart of a figure as a picture, its options changed by `change` last: an error in words where it cannot be
/// drawn, none where its query was not computed.
pub fn of_figure(
    case: &Case,
    figure: &Figure,
    change: impl FnOnce(&mut Options),
) -> Option<Result<Svg, NoChart>> {
    let answer = case.computed.results.get(&figure.query)?.as_ref().ok()?;
    Some(options(case, figure).and_then(|mut options| {
        change(&mut options);
        svg(&answer.table, &options)
    }))
}

/// The chart of a figure in letters; none where it cannot be drawn.
pub fn text_of_figure(case: &Case, figure: &Figure, columns: usize) -> Option<Vec<String>> {
    let answer = case.computed.results.get(&figure.query)?.as_ref().ok()?;
    let options = options(case, figure).ok()?;
    text(&answer.table, &options, columns).ok()
}

/// What the query's info string says of its chart; the picture's words are its title.
fn options(case: &Case, figure: &Figure) -> Result<Options, NoChart> {
    let mut options = Options {
        title: Some(figure.text.clone()).filter(|title| !title.trim().is_empty()),
        prefix: figure.query.clone(),
        ..Options::default()
    };
    let query = case.queries.iter().find(|query| query.name == figure.query);
    for pair in query.into_iter().flat_map(|query| &query.attributes.pairs) {
        if pair.key != "holds" {
            options.set(&pair.key, &pair.value)?;
        }
    }
    Ok(options)
}
