//! Footnotes: evidence with what it is worth, and other notes.

use whyproof_case::{Evidence, Grounds, capital};

use super::flow::Flow;
use super::link::href;

/// To how many of its references a note leads back.
const WAYS: u32 = 6;

/// What is known of a link.
const FORM: &str = " can be followed; only its form was checked";

impl Flow<'_, '_> {
    /// A reference to a note.
    pub(super) fn reference(&mut self, note: u32, reference: u32) {
        let number = u64::from(note) + 1;
        self.out.lit("<sup>");
        let id = self.reference_id(note, reference);
        let class = match self.place(note) {
            Some(place) => format!("ref m{place}"),
            None => "ref".to_owned(),
        };
        self.out
            .open("a")
            .to(&format!("{}n-{number}", self.manuscript.ids))
            .set("id", &id)
            .set("class", &class)
            .set("role", "doc-noteref");
        self.out.lit("<span class=\"hidden\">Note </span>");
        self.out.number(number).lit("</a></sup>");
    }

    pub(super) fn write_note(&mut self, at: u32, place: Option<usize>) {
        let manuscript = self.manuscript;
        let note = &manuscript.notes[at as usize];
        let evidence = note
            .evidence
            .and_then(|evidence| manuscript.case.evidence.get(evidence as usize));
        let class = match evidence {
            Some(evidence) if self.weighed && evidence.counts() => "side note counts",
            Some(_) if self.weighed => "side note on-word",
            _ => "side note",
        };
        let placed = place.map_or_else(String::new, |place| format!(" s{place}"));
        let number = u64::from(at) + 1;
        self.out
            .open("div")
            .set("class", &format!("{class}{placed}"))
            .set("id", &format!("{}n-{number}", manuscript.ids))
            .set("role", "doc-footnote");
        self.out.lit("<span class=\"number\">").number(number);
        self.out.lit("</span>\n");
        // Its kind begins it: a small letter is how the file writes it.
        self.begins = self.typeset && evidence.is_some();
        self.blocks(&note.flow);
        if note.flow.is_empty() {
            self.out.lit("<p>This note says nothing.</p>\n");
        }
        if let Some(evidence) = evidence.filter(|_| self.weighed) {
            self.grounds(evidence);
        }
        self.ways_back(at, note.references);
        self.out.lit("</div>\n");
    }

    /// Whether it counts, and why.
    fn grounds(&mut self, evidence: &Evidence) {
        let sentence = evidence.grounds.sentence();
        self.out.lit("<p class=\"grounds\">");
        let counts = evidence.counts();
        self.out.lit(if counts {
            "<span class=\"dot d-counts\" aria-hidden=\"true\"></span><b>Counts:</b> "
        } else {
            "<span class=\"dot d-word\" aria-hidden=\"true\"></span>"
        });
        match sentence.strip_prefix("on your word") {
            Some(rest) if !counts => {
                self.out.lit("<b>On the author’s word</b>").text(rest);
            }
            _ if counts => self.counted(&evidence.grounds, &sentence),
            _ => drop(self.out.text(&capital(&sentence))),
        }
        self.out.lit(".</p>\n");
    }

    /// Why it counts, with the way there.
    fn counted(&mut self, grounds: &Grounds, sentence: &str) {
        let (words, target, rest) = match grounds {
            Grounds::File(path) => (path.as_str(), path.clone(), " can be opened"),
            Grounds::Link(url) => ("the link", url.clone(), FORM),
            Grounds::Doi(doi) => ("the DOI", format!("https://doi.org/{doi}"), FORM),
            _ => ("", String::new(), ""),
        };
        let Some(href) = href(self.manuscript, self.options, &target) else {
            self.out.text(sentence);
            return;
        };
        let tag = self.out.open("a").href(&href);
        drop(tag.set("rel", "noopener noreferrer nofollow"));
        self.out.text(words).lit("</a>").lit(rest);
    }

    /// Where it is referred to.
    fn ways_back(&mut self, note: u32, references: u32) {
        if references == 0 {
            return;
        }
        self.out.lit("<p class=\"back\">");
        for reference in 0..references.min(WAYS) {
            let label = match references {
                1 => "Back to the words".to_owned(),
                _ => format!("Back to reference {}", reference + 1),
            };
            let way = self.reference_id(note, reference);
            self.out
                .open("a")
                .to(&way)
                .set("role", "doc-backlink")
                .set("aria-label", &label);
            self.out.lit("↩");
            if references > 1 {
                self.out.number(u64::from(reference) + 1);
            }
            self.out.lit("</a> ");
        }
        if references > WAYS {
            self.out.lit("and ").number(u64::from(references - WAYS));
            self.out.lit(" more");
        }
        self.out.lit("</p>\n");
    }

    /// Notes that nothing on the page refers to, at its end.
    pub(super) fn other_notes(&mut self) {
        let is_left = |placed: &[bool]| placed.iter().any(|placed| !placed);
        if !is_left(&self.placed) {
            return;
        }
        let name = self.heading_name(2);
        self.out.lit("<section class=\"part others\">\n");
        drop(self.out.open(name));
        self.out.lit("Notes that nothing refers to");
        self.out.close(name).lit("\n");
        for note in 0..self.placed.len() {
            if !std::mem::replace(&mut self.placed[note], true) {
                self.note(note as u32, None);
                while !self.waiting.is_empty() {
                    let next = self.waiting.remove(0);
                    self.note(next, None);
                }
            }
        }
        self.out.lit("</section>\n");
    }

    /// The id of a reference.
    fn reference_id(&self, note: u32, reference: u32) -> String {
        format!("{}r-{}-{}", self.manuscript.ids, note + 1, reference + 1)
    }
}
