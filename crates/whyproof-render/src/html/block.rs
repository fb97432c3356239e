//! A heading or a paragraph, with what stands beside it.

use whyproof_case::{Standing, StatementId, StatementKind, capital};
use whyproof_syntax::TextId;

use super::flow::Flow;
use super::standing::{anchor, mark_of};
use crate::manuscript::Event;
use crate::verdict::worth;

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
        let statement = block.states.filter(|_| !self.in_note && self.weighed);
        let why = block.asks.filter(|_| !self.in_note);
        let said = |id: StatementId| {
            let statement = manuscript.case.statement(id);
            worth(statement.kind, statement.standing)
        };
        let is_claim = |id| manuscript.case.statement(id).kind == StatementKind::Claim;
        let class = match (statement, why) {
            (_, Some(_)) => "why",
            (Some(id), None) => said(id),
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
            self.out.lit(mark_of(manuscript.case.statement(id)));
        }
        if let Some(why) = why {
            self.mark_of_why(why);
        }
        match manuscript.reference(words) {
            Some((word, id)) => self.refers(word, id),
            None => {
                self.begins |= self.typeset && statement.is_some_and(|id| !is_claim(id));
                self.inline(words);
                self.begins = false;
            }
        }
        if let (Some(id), None) = (statement, why) {
            // The word stays on the line of what it is said of.
            let stands = manuscript.case.statement(id).standing == Standing::Stands;
            let plainly = stands && !is_claim(id);
            let class = if plainly { "word plainly" } else { "word" };
            self.out.lit("\u{a0}").element("span", class, said(id));
        }
        if let Some(why) = why {
            self.state_of_why(why);
        }
        self.out.close(name).lit("\n");
        if let Some(why) = why {
            self.about_why(why);
        }
    }
}

impl Flow<'_, '_> {
    /// A block that only refers to a statement: what that says, and the way to it.
    fn refers(&mut self, word: &'static str, id: StatementId) {
        let statement = self.manuscript.case.statement(id);
        let word: &str = word;
        self.out.text(&if self.typeset {
            capital(word)
        } else {
            word.to_owned()
        });
        self.out.lit(" “");
        let anchor = anchor(self.manuscript, statement.head);
        self.out.open("a").to(&anchor);
        self.said(statement.text.trim_end_matches('.')).lit("</a>”");
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
