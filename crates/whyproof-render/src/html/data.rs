//! Fenced blocks: queries with what they gave, experiments as declared, code.

use whyproof_case::{Answer, ColumnKind, Measured, Query, SqlError, Table, plainly};

use super::flow::Flow;
use super::fold::Fold;

/// How many rows of a result are shown.
const ROWS: usize = 12;

impl Flow<'_, '_> {
    pub(super) fn fence(&mut self, fence: u32) {
        let case = self.manuscript.case;
        let Some(fence) = case.parse.document.fences.get(fence as usize) else {
            return;
        };
        match self.folds.at(fence.span.start) {
            Some(Fold::Query(at)) => self.query(at),
            Some(Fold::Experiment(at)) => self.experiment(at),
            None => self.code(fence.code.trim_end_matches('\n')),
        }
    }

    fn query(&mut self, at: u32) {
        let case = self.manuscript.case;
        let query = &case.queries[at as usize];
        let is_first = self.folds.is_first(&query.name, at);
        let used = case
            .figures
            .iter()
            .filter(|f| f.query == query.name)
            .count();
        self.out.lit("<details class=\"fold\">\n<summary>Query ");
        self.out.lit("<b>").text(&query.name).lit("</b>");
        if is_first && used > 0 {
            self.out.lit(" <span class=\"uses\">");
            self.out.number(used as u64);
            self.out
                .lit(if used == 1 { " figure" } else { " figures" })
                .lit("</span>");
        }
        self.out.lit("</summary>\n");
        let id = self.folds.query_id(at);
        self.out.open("div").set("id", &id);
        self.code(query.sql.trim_end_matches('\n'));
        if let Some(holds) = &query.holds {
            self.out
                .lit("<p class=\"holds\">Holds, where every row meets <code>");
            self.out.text(holds).lit("</code>.</p>\n");
        }
        if is_first {
            match case.computed.results.get(&query.name) {
                Some(Ok(answer)) => self.answer(&query.name, answer),
                Some(Err(SqlError::NoEngine)) => {
                    self.out.lit("<p>Not computed.</p>\n");
                }
                Some(Err(error)) => {
                    self.out.lit("<p>Not computed: ");
                    self.out.text(&error.to_string()).lit("</p>\n");
                }
                None => {
                    self.out.lit("<p>Not computed.</p>\n");
                }
            }
            self.used_by(query);
        } else {
            self.out
                .lit("<p>Another query has this name, and figures mean that one.</p>\n");
        }
        self.out.lit("</div>\n</details>\n");
    }

    fn answer(&mut self, name: &str, answer: &Answer) {
        if !answer.read.is_empty() {
            self.out.lit("<p>Read: ");
            for (at, read) in answer.read.iter().enumerate() {
                self.out.lit(if at > 0 { ", " } else { "" });
                self.out.lit("<code>").text(&read.source).lit("</code>");
                if let Some(rows) = read.rows {
                    self.out.lit(" (");
                    self.out.number(rows);
                    self.out.lit(if rows == 1 { " row)" } else { " rows)" });
                }
            }
            self.out.lit(".</p>\n");
        }
        self.result(name, &answer.table);
    }

    fn result(&mut self, name: &str, table: &Table) {
        let label = format!("What the query {name} gives");
        self.out
            .open("div")
            .set("class", "table")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", &label);
        self.out.lit("\n<table>\n<thead><tr>");
        let is_number = |kind: ColumnKind| kind.is_number() || kind == ColumnKind::Span;
        for column in &table.columns {
            let tag = self.out.open("th").set("scope", "col");
            if is_number(column.kind) {
                tag.set("class", "end");
            } else {
                drop(tag);
            }
            self.out.text(&column.name).lit("</th>");
        }
        self.out.lit("</tr></thead>\n<tbody>\n");
        for row in table.rows.iter().take(ROWS) {
            self.out.lit("<tr>");
            for (cell, column) in row.iter().zip(&table.columns) {
                self.out.lit(if is_number(column.kind) {
                    "<td class=\"end\">"
                } else {
                    "<td>"
                });
                self.out.text(&plainly(cell)).lit("</td>");
            }
            self.out.lit("</tr>\n");
        }
        self.out.lit("</tbody>\n</table>\n</div>\n");
        let more = table.rows.len().saturating_sub(ROWS);
        if more > 0 {
            self.out.lit("<p>And ").number(more as u64);
            self.out.lit(if more == 1 {
                " more row.</p>\n"
            } else {
                " more rows.</p>\n"
            });
        }
    }

    /// The figures that come from a query: their words, how they stand to it, and the way back.
    fn used_by(&mut self, query: &Query) {
        let figures = (0..).zip(&self.manuscript.case.figures);
        let mut used = figures.filter(|(_, f)| f.query == query.name).peekable();
        if used.peek().is_none() {
            return;
        }
        self.out.lit("<ul class=\"uses\">\n");
        for (at, figure) in used {
            self.out.lit("<li>");
            self.out.open("a").to(&self.manuscript.figure_id(at));
            let words = figure.text.trim();
            self.out
                .text(if words.is_empty() { &figure.id } else { words });
            self.out.lit("</a> <span>");
            self.out.text(&figure.id).lit(": ");
            self.out.lit(figure.state.word());
            match (&figure.trouble, &figure.says) {
                (Some(trouble), _) => drop(self.out.lit("; ").text(trouble)),
                (None, Some(says)) => drop(self.out.lit("; the data say ").text(says)),
                (None, None) => {}
            }
            self.out.lit("</span></li>\n");
        }
        self.out.lit("</ul>\n");
    }

    fn experiment(&mut self, at: u32) {
        let case = self.manuscript.case;
        let experiment = &case.experiments[at as usize];
        self.measured(&experiment.name);
        self.out
            .lit("<details class=\"fold\">\n<summary>Experiment <b>");
        self.out
            .text(&experiment.name)
            .lit("</b> <span class=\"uses\">");
        match case.computed.experiment(&experiment.name) {
            Measured::Yes(verdict) => self.out.lit(verdict.word()),
            Measured::No => self.out.lit("not measured"),
        };
        self.out.lit("</span></summary>\n<div>");
        if experiment.keys.is_empty() {
            let fences = &case.parse.document.fences;
            let fence = fences.iter().find(|fence| fence.span == experiment.span);
            self.code(fence.map_or("", |fence| fence.code.trim_end_matches('\n')));
        } else {
            self.out.lit("<dl class=\"keys\">\n");
            for key in &experiment.keys {
                self.out.lit("<div><dt>").text(&key.name);
                self.out
                    .lit("</dt><dd>")
                    .text(&key.value)
                    .lit("</dd></div>\n");
            }
            self.out.lit("</dl>\n");
        }
        self.out.lit("</div>\n</details>\n");
    }
}
