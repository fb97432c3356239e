//! The resolved case.

use std::collections::BTreeMap;
use std::sync::Arc;

use whyproof_argument::{Graph, Loads, Standing};
use whyproof_syntax::{Diagnostic, Parse, Span, TextId};

use crate::bar::{Bar, Ladder};
use crate::computed::Computed;
use crate::evidence::{Evidence, Undefined};
use crate::experiment::Experiment;
use crate::figure::{Figure, FigureState};
use crate::front::Front;
use crate::host::Scope;
use crate::mined::Mined;
use crate::problem::{Part, Problem};
use crate::query::Query;
use crate::repair::{DataNode, Repair, Step};
use crate::statement::{Statement, StatementId};
use crate::story::StoryPart;
use crate::tabled::Tabled;
use crate::why::Why;

/// An idea, in the future tense, a story, in the past tense, or a letter of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What should be done.
    Idea,
    /// What was done.
    Story,
    /// What is told to somebody of what was done: nothing of a paper's apparatus belongs in it.
    Letter,
}

impl Kind {
    /// The word used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Idea => "idea",
            Kind::Story => "story",
            Kind::Letter => "letter",
        }
    }
}

/// Whom the case has met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tested {
    /// Objections and whys from people other than the owner.
    pub objections: u32,
    /// Those people, in order of appearance.
    pub people: Vec<String>,
}

/// What the whole is worth.
#[derive(Debug, Clone)]
pub struct CaseVerdict {
    /// Stands, assumed or falls.
    pub standing: Standing,
    /// Whom it has met.
    pub tested: Tested,
    /// What would make it stand, in the fewest steps: what it rests on, most load first.
    pub repair: Repair,
    /// The step of the repair on which most rests.
    pub weakest: Option<Step>,
    /// The parts that the problem lacks, of those it cannot stand without.
    pub missing: Vec<Part>,
    /// Why it has its standing.
    pub why: whyproof_argument::CaseExplanation,
}

/// Something that a `#id` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A statement of the argument.
    Statement(StatementId),
    /// A why, by index.
    Why(u32),
    /// Another block.
    Block(TextId),
}

/// A case: a text and what it means.
#[derive(Debug, Clone)]
pub struct Case {
    /// The text, its tree and its typed view.
    pub parse: Parse,
    /// Where it stands.
    pub scope: Scope,
    /// Idea or story.
    pub kind: Kind,
    /// Front matter.
    pub front: Front,
    /// The first level-1 heading's words.
    pub title: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// The bar it names, where that is there.
    pub bar: Option<Arc<Bar>>,
    /// The ladder it names, where that is there.
    pub ladder: Option<Arc<Ladder>>,
    /// The problem of an idea.
    pub problem: Problem,
    /// The parts of a story.
    pub story: Vec<StoryPart>,
    /// Statements of the argument, in file order.
    pub statements: Vec<Statement>,
    /// Top-level claims.
    pub claims: Vec<StatementId>,
    /// Objections to the whole, counted whys among them.
    pub objections: Vec<StatementId>,
    /// Evidence, in order of definition.
    pub evidence: Vec<Evidence>,
    /// References to footnotes that are not defined.
    pub undefined: Vec<Undefined>,
    /// Figures, in file order.
    pub figures: Vec<Figure>,
    /// Queries, in file order.
    pub queries: Vec<Query>,
    /// What was computed for it, by [`compute`](crate::compute).
    pub computed: Computed,
    /// Tables under a comment `<!-- figure:NAME -->`, in file order.
    pub tabled: Vec<Tabled>,
    /// Experiments, in file order.
    pub experiments: Vec<Experiment>,
    /// Whys, in file order.
    pub whys: Vec<Why>,
    /// What the whole is worth.
    pub verdict: CaseVerdict,
    /// What the parser and the resolver found wrong.
    pub diagnostics: Vec<Diagnostic>,
    pub(crate) graph: Graph,
    pub(crate) loads: Loads,
    pub(crate) data: Vec<DataNode>,
    /// Every id and what it names, in the order of first definition.
    pub(crate) names: BTreeMap<String, Named>,
}

impl Case {
    /// The text.
    pub fn source(&self) -> &str {
        self.parse.tree.source()
    }

    /// A statement.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.0 as usize]
    }

    /// The statements with their ids, in file order.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.statements
            .iter()
            .enumerate()
            .map(|(index, statement)| (StatementId(index as u32), statement))
    }

    /// What `id` (without `#`) names.
    pub fn named(&self, id: &str) -> Option<Named> {
        self.names.get(id).copied()
    }

    /// The statement that `id` names, hashes included.
    pub fn find(&self, id: &str) -> Option<StatementId> {
        match self.named(id) {
            Some(Named::Statement(statement)) => Some(statement),
            Some(Named::Why(why)) => self.whys.get(why as usize)?.statement,
            _ => None,
        }
    }

    /// Sentences outside *Case* that argue, or have a number without a source: suggestions, in file order.
    pub fn mined(&self) -> Vec<Mined> {
        crate::mined::read(&self.parse)
    }

    /// Line of a span's start, from 1.
    pub fn line(&self, span: Span) -> u32 {
        self.parse.lines.line(span.start)
    }

    /// The graph under the case; node `n` is statement `n`, then come contradictions.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Figures that were not computed.
    pub fn not_computed(&self) -> usize {
        self.in_state(FigureState::NotComputed).count()
    }

    /// Figures that stand so to their data, in file order.
    pub fn in_state(&self, state: FigureState) -> impl Iterator<Item = &Figure> {
        self.figures
            .iter()
            .filter(move |figure| figure.state == state)
    }
}
