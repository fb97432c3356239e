//! What questions can be put to: stretches of the text with their words ready for slots.

use std::collections::BTreeMap;

use serde::Deserialize;
use whyproof_case::StatementId;
use whyproof_syntax::Span;

/// What a question attaches to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attach {
    // Words, mined from prose.
    /// A sentence that states something that may be doubted: `clause`, `subject`, `predicate`.
    Claim,
    /// Something said to make something else so: `effect` with `cause` (clauses) or `causing` (a noun phrase), or
    /// `causing` with `outcome` (noun phrases).
    Cause,
    /// One thing measured against another: `subject`, `than`, `comparative`.
    Comparison,
    /// All, every, most, never, always: `clause`, `group`, `quantifier`.
    Generalisation,
    /// Somebody says so: `authority`, `clause`.
    Authority,
    /// Studies, data or reports that are named and not shown: `authority`, `clause`.
    Study,
    /// What will happen: `clause`, `inverted`.
    Prediction,
    /// What should be done: `subject`, `action`, `doing`, `inverted`, or what is proposed: `doing`, `thing`.
    Proposal,
    /// What is good, bad, fair, dangerous: `clause`, `value`.
    Value,
    /// One thing is like another: `subject`, `like`.
    Analogy,
    /// One case told as if it were many: `clause`.
    Example,
    /// If this, then that: `condition`, `consequence`.
    Conditional,
    /// If this is so, then that, and nothing for where it is not: `condition`.
    Branch,
    /// Done so that something comes of it: `goal`, `reaching`, `means`.
    Purpose,
    /// Expected, assumed, believed, hoped: `clause`.
    Assumption,
    /// A quantity in prose: `number`, `clause`.
    Number,
    /// A way not taken: `alternative`, `clause`.
    Alternative,
    /// A cost, a risk or a drawback that the text admits: `clause`.
    Drawback,
    /// What is gained: `clause`.
    Benefit,
    /// What is said never to change or to break: `clause`.
    Guarantee,
    /// What is missing or hard today: `clause`.
    Lack,
    /// What may go wrong: `clause`.
    Risk,
    /// What the text leaves open: `whether` (a clause) or `left` (a noun phrase).
    Open,
    /// A word in quotation marks or one that carries the argument: `term`.
    Term,
    /// What is banned, forced, or taken away: `action`, `doing`.
    Restriction,
    /// An attack on those who disagree: `group`, `clause`.
    Person,
    /// What many people think or do: `group`, `clause`.
    Popularity,
    /// What was so before: `clause`.
    Precedent,
    /// A sign taken for the thing: `sign`, `clause`.
    Sign,

    /// A line of a short speech: `quote`, and `speaker` where the text names who speaks.
    Saying,
    /// Two places that may not go together: `one`, `other`.
    Pair,
    /// What stands under a proposal's usual headings, by name: another way (`item` with `action`, or `way`), drawback,
    /// risk, non-goal (`item`), open (`item`, `asked`), criteria (`item`, `vague`, `number`), and what is to be written
    /// (`item`, `heading`).
    Part,

    /// What the text commits to, by what it leaves out: `quote` or `clause`, often with `phrase`.
    Commitment,

    // Structure, gathered from a case.
    /// A sentence of a case whose shape leaves something to be asked, by the shape's name: `quote`, `sentence`, and the
    /// named groups of its pattern.
    Shape,
    /// A statement of the author's.
    Statement,
    /// An objection.
    Objection,
    /// A figure.
    Figure,
    /// An item of evidence.
    Evidence,
    /// A part of the problem, said or missing.
    Problem,
    /// The case as a whole.
    Case,
    /// What is asked of the room.
    Decision,
    /// An experiment.
    Experiment,
    /// How impact is to be judged.
    Impact,
    /// A part of a story.
    Story,
    /// A criterion of the bar.
    Criterion,
    /// The answer to a why.
    Answer,
}

/// A place in a wording, filled with words of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The words, as they stand in a question: small first letter unless a name, persons turned round.
    pub text: String,
    /// Where the words stand in the text.
    pub span: Span,
    /// Whether a verb after it is plural.
    pub plural: bool,
}

/// Slots by name.
pub type Slots = BTreeMap<&'static str, Slot>;

/// What the question is about, in the output's `on`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// The whole case.
    Case,
    /// A statement of the argument.
    Statement(StatementId),
    /// A passage.
    Passage,
    /// The answer of the why of this index.
    Answer(u32),
}

/// Something in the text that a question can be put to.
#[derive(Debug, Clone)]
pub struct Material {
    /// What it is.
    pub attach: Attach,
    /// Which of its kind, where questions differ by it: a problem's part, a story's part, a criterion; else empty.
    pub name: &'static str,
    /// What it stands on.
    pub on: On,
    /// Where it stands.
    pub span: Span,
    /// What it was taken by, in words that end “… says so”: the marker's own words or the rule's name.
    pub marker: String,
    /// The words for slots.
    pub slots: Slots,
    /// What is known of it: `sourced`, `number`, `shown`, `missing`, `falls`, `first-person`, …
    pub facts: Vec<&'static str>,
    /// How many statements rest on it; for prose, 0.
    pub load: u32,
    /// How much it matters and how sure the reading is, 0 to 100.
    pub weight: u8,
}

impl Material {
    /// Whether `fact` is known of it.
    pub fn is(&self, fact: &str) -> bool {
        self.facts.contains(&fact)
    }
}
