//! The places of a packet where a mentor says something: below, meets or raises, and words.

use serde::Serialize;
use whyproof_case::{Bar, Criterion, shorten};

use crate::html::{Html, SafeHtml};

/// Most characters of a place by which a reader knows it.
const LABEL: usize = 120;

/// A place, as replies name it; the whole where it names neither criterion nor story.
#[derive(Debug, Serialize)]
pub(super) struct Place<'p> {
    bar: Option<&'p str>,
    criterion: Option<&'p str>,
    story: Option<&'p str>,
    /// The words by which a reader knows it.
    label: String,
}

/// The places of a packet, in order.
#[derive(Debug, Default)]
pub(super) struct Places<'p>(Vec<Place<'p>>);

/// A place that was taken: its number, and its words.
pub(super) struct Taken {
    at: usize,
    label: String,
}

impl<'p> Places<'p> {
    pub(super) fn story(&mut self, path: &'p str, title: &str) -> Taken {
        self.take(None, None, Some(path), title)
    }

    pub(super) fn criterion(&mut self, bar: &'p Bar, criterion: &'p Criterion) -> Taken {
        let (bar, id) = (Some(bar.name.as_str()), Some(criterion.id.as_str()));
        self.take(bar, id, None, &criterion.title)
    }

    fn take(
        &mut self,
        bar: Option<&'p str>,
        criterion: Option<&'p str>,
        story: Option<&'p str>,
        label: &str,
    ) -> Taken {
        let label = shorten(label, LABEL);
        let place = Place {
            bar,
            criterion,
            story,
            label: label.clone(),
        };
        self.0.push(place);
        Taken {
            at: self.0.len() - 1,
            label,
        }
    }

    pub(super) fn all(&self) -> &[Place<'p>] {
        &self.0
    }
}

/// The controls of a place, which stand beside what they are about.
pub(super) fn write(place: Taken, what: &'static str, out: &mut Html) {
    out.lit("<fieldset class=\"take-judge\" data-needs-script hidden>\n<legend>Your take on ");
    out.lit(what).lit("<span class=\"packet-unseen\">: ");
    out.text(&place.label).lit("</span></legend>\n");
    controls(&place, 3, out);
    out.lit("</fieldset>\n");
}

/// Those for the whole, which stand in the reply.
pub(super) fn whole(places: &mut Places<'_>) -> SafeHtml {
    let place = places.take(None, None, None, "On the whole");
    let mut out = Html::default();
    out.lit("<fieldset class=\"take-whole\" id=\"take-whole\">\n<legend>On the whole</legend>\n");
    controls(&place, 6, &mut out);
    out.lit("</fieldset>\n");
    out.finish()
}

fn controls(place: &Taken, rows: u64, out: &mut Html) {
    let name = format!("judged-{}", place.at);
    out.lit("<div class=\"take-choices\">\n");
    let choices = [
        ("below", "Below"),
        ("meets", "Meets"),
        ("raises", "Raises"),
        ("", "Leave open"),
    ];
    for (value, words) in choices {
        out.lit("<label class=\"take-choice\">");
        let mut input = out
            .open("input")
            .set("type", "radio")
            .set("name", &name)
            .set("value", value);
        if value.is_empty() {
            input = input.flag("checked");
        }
        drop(input);
        out.lit("<span>").lit(words).lit("</span></label>\n");
    }
    out.lit("</div>\n");
    let id = format!("take-note-{}", place.at);
    drop(
        out.open("label")
            .set("class", "packet-label")
            .set("for", &id),
    );
    out.lit("In your words <span>(optional)</span><span class=\"packet-unseen\">: ");
    out.text(&place.label).lit("</span></label>\n");
    drop(
        out.open("textarea")
            .set("id", &id)
            .set_number("rows", rows)
            .set("maxlength", "20000"),
    );
    out.lit("</textarea>\n");
}
