//! A heading or a paragraph, with what stands beside it.

use whyproof_case::{Standing, StatementId};
use whyproof_syntax::TextId;

use super::flow::Flow;
use super::standing::{anchor, mark, word};
use crate::manuscript::Event;

impl<'m, 'a> Flow<'m, 'a> {
    /// A block of words, and after it its notes, the whys put to it and its charts.
    pub(super) fn leaf(&mut self, name: &'static str, text: TextId, words: &'m [Event<'a>]) {
        let sides = self.sides(&[text], words);
        let charts = charts(words);
        // A heading is one even where it is only a chart.
        if charts.is_empty() || name != "p" || !is_blank(words) {
            self.begin_row(&sides);
            self.words(name, text, words);
            self.end_row(sides);
        }
        for chart in charts {
            self.chart(chart);
        }
    }

    fn words(&mut self, name: &'static str, text: TextId, words: &'m [Event<'a>]) {
        let manuscript = self.manuscript;
        let block = manuscript.block(text);
        let statement = block.states.filter(|_| !self.in_note);
        let why = block.asks.filter(|_| !self.in_note);
        let class = match (statement, why) {
            (_, Some(_)) => "why",
            (Some(id), None) => word(manuscript.case.statement(id).standing),
            _ => "",
        };
        let mut tag = self.out.open(name);
        if !self.in_note || name != "p" {
            tag = tag
                .set("id", &anchor(manuscript, text))
                .set_number("data-block", u64::from(text.0));
        }
        if !class.is_empty() {
            tag = tag.set("class", class);
        }
        drop(tag);
        if let (Some(id), None) = (statement, why) {
            self.mark_of(id);
        }
        if let Some(why) = why {
            self.mark_of_why(why);
        }
        self.inline(words);
        if let (Some(id), None) = (statement, why) {
            let standing = manuscript.case.statement(id).standing;
            self.out.lit(" ").element("span", "word", word(standing));
        }
        if let Some(why) = why {
            self.state_of_why(why);
        }
        self.out.close(name).lit("\n");
        if let Some(why) = why {
            self.about_why(why);
        }
    }

    fn mark_of(&mut self, id: StatementId) {
        let standing: Standing = self.manuscript.case.statement(id).standing;
        self.out.lit(mark(standing));
    }
}

/// The charts among the words.
pub(super) fn charts(words: &[Event<'_>]) -> Vec<u32> {
    let charts = words.iter().filter_map(|event| match event {
        Event::Chart(chart) => Some(*chart),
        _ => None,
    });
    charts.collect()
}

/// Whether there is nothing to read but charts.
fn is_blank(words: &[Event<'_>]) -> bool {
    words.iter().all(|event| match event {
        Event::Text(words, _) => words.trim().is_empty(),
        Event::Chart(_) | Event::Break | Event::Open(_) | Event::Close(_) => true,
        _ => false,
    })
}
