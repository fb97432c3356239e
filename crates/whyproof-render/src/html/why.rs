//! Whys: where they stand, beside what they ask, and those put to the whole.

use whyproof_case::{Target, Why, WhyState, shorten};
use whyproof_syntax::TextId;

use super::flow::Flow;
use super::standing::anchor;

/// How many characters of what a why asks about are quoted.
const QUOTE: usize = 80;

impl Flow<'_, '_> {
    pub(super) fn mark_of_why(&mut self, why: u32) {
        let state = self.manuscript.case.whys[why as usize].state;
        self.out.lit(mark(state));
    }

    pub(super) fn state_of_why(&mut self, why: u32) {
        let state = self.manuscript.case.whys[why as usize].state;
        self.out.lit(" ").element("span", "word", state.word());
    }

    /// Who asks it, where, of what: under its words in *Questions*.
    pub(super) fn about_why(&mut self, at: u32) {
        let case = self.manuscript.case;
        let why = &case.whys[at as usize];
        let told = !matches!(why.target, Target::Case) || why.by.is_some() || why.settled.is_some();
        if why.in_case && why.by.is_none() && why.settled.is_none() || !told {
            return;
        }
        self.out.lit("<p class=\"asked\">");
        if self.asker(why) {
            self.out.lit(if why.in_case { "" } else { " of " });
        } else if !why.in_case {
            self.out.lit("Of ");
        }
        if !why.in_case {
            self.target(why);
        }
        if let Some(settled) = &why.settled {
            self.out
                .lit(". Settled by ")
                .element("bdi", "name", &settled.name);
            self.out.lit(" on ").text(&settled.date.to_string());
        }
        self.out.lit(".</p>\n");
    }

    /// "S. Banda asks at the rung review"; whether anybody is named.
    fn asker(&mut self, why: &Why) -> bool {
        if let Some(by) = &why.by {
            self.out.element("bdi", "name", by);
            self.out.lit(" asks");
        }
        if let Some(at) = &why.at {
            self.out.lit(if why.by.is_some() {
                " at "
            } else {
                "Asked at "
            });
            self.out.element("bdi", "name", at);
        }
        why.by.is_some() || why.at.is_some()
    }

    fn target(&mut self, why: &Why) {
        let case = self.manuscript.case;
        match &why.target {
            Target::Case => {
                self.out.lit("the whole case");
            }
            Target::Statement(id) => {
                let statement = case.statement(*id);
                self.quote(statement.head, &statement.text);
            }
            Target::Passage(span) => {
                let words = case.parse.tree.slice(*span);
                let texts = &case.parse.document.texts;
                let at = texts.partition_point(|text| text.span.end <= span.start);
                self.quote(TextId(at as u32), words);
            }
            Target::Answer(of) => {
                self.out.lit("the answer to ");
                let of = &case.whys[*of as usize];
                self.quote(of.head, &of.text);
            }
            Target::Dangling(on) => {
                self.out.lit("what is not in the case: <code>");
                self.out.text(on).lit("</code>");
            }
        }
    }

    fn quote(&mut self, block: TextId, words: &str) {
        if (block.0 as usize) < self.manuscript.case.parse.document.texts.len() {
            let anchor = anchor(self.manuscript, block);
            self.out.lit("<q>").open("a").to(&anchor);
            self.said(&shorten(words, QUOTE)).lit("</a></q>");
        } else {
            self.out.lit("<q>");
            self.said(&shorten(words, QUOTE)).lit("</q>");
        }
    }

    /// A why in the margin beside what it asks.
    pub(super) fn side_why(&mut self, at: u32) {
        let why = &self.manuscript.case.whys[at as usize];
        self.out
            .lit("<div class=\"side asks\" role=\"note\"><p>")
            .lit(mark(why.state));
        let anchor = anchor(self.manuscript, why.head);
        self.out.open("a").to(&anchor);
        self.said(&why.text).lit("</a></p>\n<p class=\"by\">");
        if self.asker(why) {
            self.out.lit(": ");
        }
        self.out.lit(why.state.word()).lit("</p></div>\n");
    }
}

/// A state, by shape: its word stands with it.
fn mark(state: WhyState) -> &'static str {
    match state {
        WhyState::Suggested => "<span class=\"dot d-suggested\" aria-hidden=\"true\"></span>",
        WhyState::Open => "<span class=\"dot d-open\" aria-hidden=\"true\"></span>",
        WhyState::Answered => "<span class=\"dot d-answered\" aria-hidden=\"true\"></span>",
        WhyState::Settled => "<span class=\"dot d-settled\" aria-hidden=\"true\"></span>",
    }
}
