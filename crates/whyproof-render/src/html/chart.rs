//! Charts in the page: drawn wide for a page and narrow for a phone, so that their words stay legible.

use whyproof_case::{Figure, FigureState};

use super::flow::Flow;
use crate::chart::{self, NoChart, Svg};

/// How wide charts are drawn, in pixels.
const WIDE: u32 = 560;
/// How wide they are drawn for a phone.
const NARROW: u32 = 340;

impl Flow<'_, '_> {
    /// The chart of the figure `at`.
    pub(super) fn chart(&mut self, at: u32) {
        let case = self.manuscript.case;
        let Some(figure) = case.figures.get(at as usize) else {
            return;
        };
        self.out
            .open("figure")
            .set("class", "chart")
            .set("id", &self.manuscript.figure_id(at));
        self.out.lit("\n");
        match self.drawn(figure, at, "wide", WIDE) {
            Some(Ok(wide)) => {
                self.out.lit("<div class=\"wide\">").picture(&wide);
                self.out.lit("</div>\n");
                if let Some(Ok(narrow)) = self.drawn(figure, at, "narrow", NARROW) {
                    self.out.lit("<div class=\"narrow\">").picture(&narrow);
                    self.out.lit("</div>\n");
                }
            }
            Some(Err(why)) => self.not_drawn(figure, &why.to_string()),
            None => self.not_drawn(figure, "its query was not computed"),
        }
        self.out.lit("<figcaption>");
        match self.folds.query(&figure.query) {
            Some(query) => {
                self.out.lit("Chart of the query ").open("a").to(&query);
                self.out.text(&figure.query).lit("</a>");
            }
            None => {
                self.out.lit("Chart of ").text(&figure.query);
            }
        }
        if figure.state != FigureState::NotComputed {
            self.out.lit(": ").lit(figure.state.word());
        }
        self.out.lit(".</figcaption>\n</figure>\n");
    }

    fn drawn(
        &self,
        figure: &Figure,
        at: u32,
        kind: &str,
        width: u32,
    ) -> Option<Result<Svg, NoChart>> {
        let case = self.manuscript.case;
        chart::of_figure(case, figure, |options| {
            options.prefix = format!("{}{kind}-{}", self.manuscript.ids, at + 1);
            let wanted = options.width.filter(|_| kind == "wide");
            options.width = Some(wanted.unwrap_or(width));
        })
    }

    fn not_drawn(&mut self, figure: &Figure, why: &str) {
        let title = figure.text.trim();
        self.out.lit("<p class=\"undrawn\">");
        if !title.is_empty() {
            self.out.lit("<b>").text(title).lit("</b> ");
        }
        self.out.lit("The chart is not drawn: ").text(why);
        self.out.lit(".</p>\n");
    }

    /// A chart among words: it follows their block, and here is the way to it.
    pub(super) fn chart_reference(&mut self, at: u32, in_link: bool) {
        let figures = &self.manuscript.case.figures;
        let title = figures.get(at as usize).map_or("", |f| f.text.trim());
        let title = if title.is_empty() { "below" } else { title };
        if !in_link {
            self.out.open("a").to(&self.manuscript.figure_id(at));
        }
        self.out.lit("[chart: ").text(title).lit("]");
        if !in_link {
            self.out.lit("</a>");
        }
    }
}
