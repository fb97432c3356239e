//! Figures: the value, the way to its query, and how it stands to its data.

use whyproof_case::{Figure, FigureState};

use super::flow::Flow;

/// Begins the figure `at`; its words follow, and the end of the element that this gives.
pub(super) fn begin(flow: &mut Flow<'_, '_>, at: u32, in_link: bool) -> &'static str {
    let Some(figure) = flow.manuscript.case.figures.get(at as usize) else {
        flow.out.lit("<span>");
        return "span";
    };
    let class = match figure.state {
        FigureState::Live => "figure live",
        FigureState::Stale => "figure stale",
        FigureState::Broken => "figure broken",
        FigureState::NotComputed => "figure open",
    };
    let title = format!("Figure {}: {}", figure.id, figure.state.word());
    let query = flow.folds.query(&figure.query).filter(|_| !in_link);
    let name = if query.is_some() { "a" } else { "span" };
    let mut tag = flow
        .out
        .open(name)
        .set("class", class)
        .set("id", &flow.manuscript.figure_id(at))
        .set("title", &title);
    if let Some(query) = query {
        tag = tag.to(&query);
    }
    drop(tag);
    name
}

/// Ends it, and says what a reader must know of it.
pub(super) fn end(flow: &mut Flow<'_, '_>, at: u32, name: &'static str) {
    flow.out.close(name);
    let figure = flow.manuscript.case.figures.get(at as usize);
    if let Some(told) = figure.and_then(|figure| told(figure, flow.some_computed)) {
        flow.out.lit(" <span class=\"state\">(");
        flow.out.text(&told).lit(")</span>");
    }
}

/// What stands behind a figure that is not as its data are.
pub(super) fn told(figure: &Figure, some_computed: bool) -> Option<String> {
    match figure.state {
        FigureState::Live => None,
        FigureState::Stale => Some(figure.says.as_ref().map_or_else(
            || "stale".to_owned(),
            |says| format!("stale: the data say {says}"),
        )),
        FigureState::Broken => Some(figure.value.as_ref().map_or_else(
            || "the data say otherwise".to_owned(),
            |value| format!("the data say otherwise: {value}"),
        )),
        // Where none was computed, the head of the page says so.
        FigureState::NotComputed => some_computed.then(|| "not computed".to_owned()),
    }
}
