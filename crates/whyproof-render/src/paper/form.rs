//! The forms of a paper.

use whyproof_case::{Case, Kind};
use whyproof_syntax::Role;

use crate::manuscript::{Element, Event, Manuscript};

/// What a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The case as prose: six pages and an appendix.
    Narrative,
    /// The press release, then customers' and internal questions.
    PrFaq,
    /// The problem, the claims with their standings, the decision, on one page.
    OnePager,
    /// For the reviewer: standings, open whys by what rests on them, what changed.
    Brief,
    /// The interview sheet of a story.
    Story,
    /// A letter: its words, and nothing else.
    Letter,
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 6] = [
        Form::Narrative,
        Form::PrFaq,
        Form::OnePager,
        Form::Brief,
        Form::Story,
        Form::Letter,
    ];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Form::Narrative => "narrative",
            Form::PrFaq => "prfaq",
            Form::OnePager => "one-pager",
            Form::Brief => "brief",
            Form::Story => "story",
            Form::Letter => "letter",
        }
    }

    /// The form that a word names.
    pub fn parse(word: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.word() == word)
    }

    /// The form for a case where none is named: a story's sheet, an idea's narrative, a letter as it is.
    pub fn of(case: &Case) -> Form {
        match case.kind {
            Kind::Idea => Form::Narrative,
            Kind::Story => Form::Story,
            Kind::Letter => Form::Letter,
        }
    }

    /// How many pages its body may have.
    pub fn limit(self) -> Option<usize> {
        match self {
            Form::Narrative => Some(6),
            Form::OnePager | Form::Letter => Some(1),
            Form::PrFaq | Form::Brief | Form::Story => None,
        }
    }

    /// Whether notes and code that it refers to stand at its end.
    pub(super) fn has_appendix(self) -> bool {
        self == Form::Narrative
    }

    /// Whether a section stands in it.
    pub(super) fn shows(self, role: Option<Role>) -> bool {
        match self {
            Form::Narrative | Form::Letter => true,
            Form::PrFaq => matches!(role, Some(Role::PressRelease | Role::Questions)),
            Form::OnePager => matches!(role, Some(Role::Problem | Role::Decision)),
            Form::Brief => false,
            Form::Story => {
                role == Some(Role::Learned)
                    || role.is_some_and(|role| whyproof_case::STORY_PARTS.contains(&role))
            }
        }
    }
}

/// What a form leaves out of a case: the names of sections, in file order, then other things.
pub fn left_out<'m>(manuscript: &'m Manuscript<'_>, form: Form) -> Vec<&'m str> {
    let case = manuscript.case;
    if form == Form::Letter {
        return Vec::new();
    }
    let parts = manuscript.parts.iter();
    let mut left: Vec<&str> = parts
        .filter(|part| !form.shows(part.role))
        .map(|part| part.name)
        .collect();
    let mut also = |is: bool, what: &'static str| {
        if is {
            left.push(what);
        }
    };
    let is_whole = form == Form::Narrative;
    also(
        !is_whole && form != Form::Story && !manuscript.lead.is_empty(),
        "what stands before the first section",
    );
    also(form == Form::Brief && !manuscript.notes.is_empty(), "notes");
    also(
        matches!(form, Form::PrFaq | Form::Story | Form::OnePager)
            && manuscript.notes.iter().any(|note| note.references == 0),
        "notes that nothing refers to",
    );
    also(
        form == Form::OnePager && case.statements.len() > case.claims.len(),
        "objections, and reasons but one for each claim",
    );
    also(
        !matches!(form, Form::Brief | Form::OnePager) && !case.statements.is_empty(),
        "standings",
    );
    also(form == Form::OnePager && !case.whys.is_empty(), "whys");
    let case_flow = manuscript
        .part(Role::Case)
        .map_or(&[][..], |part| &part.flow);
    also(
        form == Form::Narrative
            && case_flow
                .iter()
                .any(|event| matches!(event, Event::Open(Element::Item(Some(_))))),
        "boxes of task lists in the argument",
    );
    also(
        !case.front.entries.is_empty(),
        "bar, ladder and other front matter",
    );
    left
}
