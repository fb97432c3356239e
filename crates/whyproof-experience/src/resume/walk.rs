//! The lines of a résumé: everything in it that says what somebody did or can do, in order.

use super::{Resume, all};

/// A section of a résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Who it is.
    Basics,
    /// Jobs.
    Work,
    /// Unpaid work.
    Volunteer,
    /// Projects.
    Projects,
    /// Schools.
    Education,
    /// Prizes.
    Awards,
    /// Certificates.
    Certificates,
    /// Publications.
    Publications,
    /// Skills.
    Skills,
}

impl Section {
    /// The key of JSON Resume.
    pub fn key(self) -> &'static str {
        match self {
            Section::Basics => "basics",
            Section::Work => "work",
            Section::Volunteer => "volunteer",
            Section::Projects => "projects",
            Section::Education => "education",
            Section::Awards => "awards",
            Section::Certificates => "certificates",
            Section::Publications => "publications",
            Section::Skills => "skills",
        }
    }
}

/// What a line is in its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `summary` (of a project, `description`).
    Summary,
    /// A highlight (of an education, a course; of a skill, a keyword), by its place.
    Highlight(usize),
}

/// Which line: a section, an entry by its place in it (0 for [`Section::Basics`]), and what it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId {
    /// The section.
    pub section: Section,
    /// The entry's place in it.
    pub entry: usize,
    /// What the line is there.
    pub part: Part,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'r> {
    /// Which.
    pub id: LineId,
    /// Its words.
    pub text: &'r str,
}

impl Resume {
    /// The lines, in the order of the sections above and of the file. Empty ones are left out.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut lines = Lines(Vec::new());
        let basics = self.basics.as_ref();
        lines.entry(Section::Basics, 0, basics.and_then(|one| one.summary.as_ref()), &[]);
        for (at, one) in all(&self.work).iter().enumerate() {
            lines.entry(Section::Work, at, one.summary.as_ref(), all(&one.highlights));
        }
        for (at, one) in all(&self.volunteer).iter().enumerate() {
            lines.entry(Section::Volunteer, at, one.summary.as_ref(), all(&one.highlights));
        }
        for (at, one) in all(&self.projects).iter().enumerate() {
            lines.entry(Section::Projects, at, one.description.as_ref(), all(&one.highlights));
        }
        for (at, one) in all(&self.education).iter().enumerate() {
            lines.entry(Section::Education, at, None, all(&one.courses));
        }
        for (at, one) in all(&self.awards).iter().enumerate() {
            lines.entry(Section::Awards, at, one.summary.as_ref(), &[]);
        }
        for (at, one) in all(&self.publications).iter().enumerate() {
            lines.entry(Section::Publications, at, one.summary.as_ref(), &[]);
        }
        for (at, one) in all(&self.skills).iter().enumerate() {
            lines.entry(Section::Skills, at, None, all(&one.keywords));
        }
        lines.0
    }
}

struct Lines<'r>(Vec<Line<'r>>);

impl<'r> Lines<'r> {
    fn entry(
        &mut self,
        section: Section,
        entry: usize,
        summary: Option<&'r String>,
        highlights: &'r [String],
    ) {
        let parts = (0..).map(Part::Highlight).zip(highlights);
        for (part, text) in summary.map(|text| (Part::Summary, text)).into_iter().chain(parts) {
            if !text.trim().is_empty() {
                let id = LineId { section, entry, part };
                self.0.push(Line { id, text });
            }
        }
    }
}
