//! An experiment that was measured: its verdict in a sentence, the effect drawn, and whether to trust it.

use whyproof_case::measure::Measurement;
use whyproof_case::{Verdict, capital};

use super::flow::Flow;
use crate::chart;

/// How wide the effect is drawn, in pixels, and how wide for a phone.
const WIDTHS: [(&str, u32); 2] = [("wide", 560), ("narrow", 340)];

impl Flow<'_, '_> {
    /// What was measured; nothing where it was not.
    pub(super) fn measured(&mut self, name: &str) {
        let case = self.manuscript.case;
        let Some(measured) = case.computed.measured.get(name) else {
            return;
        };
        self.out.lit("<div class=\"measured\">\n");
        if let Some(trouble) = &measured.trouble {
            self.out.lit("<p>").text(&measured.sentence());
            self.out.lit(" ").text(&trouble.help).lit("</p>\n");
        } else {
            self.told(measured);
        }
        self.out.lit("</div>\n");
    }

    fn told(&mut self, measured: &Measurement) {
        for (effect, sentence) in measured.effects.iter().zip(measured.sentences()) {
            let (class, word) = match effect.verdict {
                Some(verdict @ Verdict::RightThing) => ("stands", verdict.word()),
                Some(verdict @ Verdict::WrongThing) => ("falls", verdict.word()),
                Some(verdict @ Verdict::NotKnownYet) => ("assumed", verdict.word()),
                None => ("", "no verdict"),
            };
            self.out.lit("<p>");
            self.out.element("b", class, &format!("{}.", capital(word)));
            self.out.lit(" ").text(&sentence).lit("</p>\n");
        }
        self.out.lit("<figure class=\"chart\">\n");
        for (kind, width) in WIDTHS {
            let prefix = format!("{}{kind}-measured-{}", self.manuscript.ids, measured.name);
            let drawn = chart::of_measurement(measured, |options| {
                options.prefix = prefix;
                options.width = Some(width);
            });
            if let Some(Ok(drawn)) = drawn {
                self.out.open("div").set("class", kind);
                self.out.picture(&drawn).lit("</div>\n");
            }
        }
        self.out.lit("<figcaption>");
        self.out
            .text(&measured.trust_line())
            .lit("</figcaption>\n</figure>\n");
    }
}
