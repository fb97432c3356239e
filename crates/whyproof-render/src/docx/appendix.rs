//! The appendix: experiments and queries, code, and notes that nothing refers to.

use whyproof_syntax::Role;

use super::place::Place;
use super::setter::Setter;

impl Setter<'_, '_, '_> {
    /// A fence where it stands: code, or where in the appendix to find it.
    pub(super) fn fence(&mut self, fence: u32) {
        let Some(found) = self
            .manuscript
            .case
            .parse
            .document
            .fences
            .get(fence as usize)
        else {
            return;
        };
        let is_data = matches!(found.language.as_str(), "sql" | "experiment");
        let aside = is_data && matches!(self.place, Place::Prose | Place::Argued | Place::Asked);
        let Some(name) = found.name.as_ref().filter(|_| aside) else {
            self.listing(fence);
            return;
        };
        let what = if found.language == "sql" {
            "Query"
        } else {
            self.measured(name);
            "Experiment"
        };
        self.begin("Aside", "", None);
        let anchor = format!("data_{fence}");
        self.pen
            .open("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")]);
        self.run(&format!("{what} {name}: see the appendix."), "Hyperlink");
        self.pen.close("w:hyperlink");
        self.end();
        self.later.push(fence);
    }

    /// What an experiment came to, in a sentence for each treatment, and whether to trust it.
    fn measured(&mut self, name: &str) {
        let Some(measured) = self.manuscript.case.computed.measured.get(name) else {
            return;
        };
        for sentence in measured.sentences_and_trust() {
            self.begin("Aside", "", None);
            self.words(&sentence);
            self.end();
        }
    }

    /// A fence with its first line's words.
    fn listing(&mut self, fence: u32) {
        let case = self.manuscript.case;
        let Some(found) = case.parse.document.fences.get(fence as usize) else {
            return;
        };
        let source = case.source().get(found.span.range()).unwrap_or("");
        let info = source.lines().next().unwrap_or("");
        let info = info.trim().trim_start_matches(['`', '~']).trim();
        if !info.is_empty() {
            self.begin("CodeTitle", "", None);
            let id = self.shared.holds.next().to_string();
            let name = format!("data_{fence}");
            self.pen
                .empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            self.words(info);
            self.pen.empty("w:bookmarkEnd", &[("w:id", &id)]);
            self.end();
        }
        let code = found.code.clone();
        self.code(&code);
    }

    /// Code, a paragraph a line, so that it may go over pages.
    pub(super) fn code(&mut self, code: &str) {
        for line in code.trim_end_matches(['\n', '\r']).split('\n') {
            let style = if self.place == Place::Note {
                "FootnoteText"
            } else {
                "CodeBlock"
            };
            self.begin(style, "", None);
            self.run(line.trim_end_matches('\r'), "");
            self.end();
        }
    }

    /// What stands after the narrative.
    pub(super) fn appendix(&mut self) {
        let manuscript = self.manuscript;
        let data = || {
            let parts = manuscript.parts.iter();
            parts.filter(|part| part.role == Some(Role::Data))
        };
        let numbered = &self.shared.numbered;
        let rest: Vec<u32> = (0..manuscript.notes.len() as u32)
            .filter(|note| !numbered.contains_key(note))
            .collect();
        let later = std::mem::take(&mut self.later);
        if later.is_empty() && data().next().is_none() && rest.is_empty() {
            return;
        }
        self.begin("Heading1", "<w:pageBreakBefore/>", None);
        self.words("Appendix");
        self.end();
        self.place = Place::Appendix;
        for fence in later {
            self.listing(fence);
        }
        for part in data() {
            self.begin("Heading2", "", Some(part.heading));
            self.inline(&part.title);
            self.end();
            self.flow(&part.flow, Place::Appendix);
        }
        // What the data's words refer to has its number by now.
        let rest: Vec<u32> = rest
            .into_iter()
            .filter(|note| !self.shared.numbered.contains_key(note))
            .collect();
        if rest.is_empty() {
            return;
        }
        self.begin("Heading2", "", None);
        self.words("Notes that nothing refers to");
        self.end();
        for note in rest {
            if let Some(note) = manuscript.notes.get(note as usize) {
                self.flow(&note.flow, Place::Appendix);
                self.on_word(note.evidence);
            }
        }
    }

    /// Says of evidence that does not count that it is on the author's word, in a line of its own.
    fn on_word(&mut self, evidence: Option<u32>) {
        let found = evidence.and_then(|at| self.manuscript.case.evidence.get(at as usize));
        if found.is_some_and(|evidence| !evidence.counts()) {
            self.line("Asked", super::notes::ON_WORD);
        }
    }
}
