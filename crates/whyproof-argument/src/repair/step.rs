use crate::node::NodeId;

/// One thing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Give evidence for a statement that has no reason under it, or only such as lead back to it.
    Show(NodeId),
    /// Answer an objection, made of words, by a rebuttal with evidence.
    Answer(NodeId),
    /// Put right what no argument can.
    Mend(Mend),
}

/// What can be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mend {
    /// A part that the problem lacks, counted from 0.
    ProblemPart(u32),
    /// The first claim, with its evidence, of a case that argues nothing yet.
    FirstClaim,
    /// What the data contradict, by the objection that says so.
    Data(NodeId),
}

/// What is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A statement.
    Node(NodeId),
    /// The case.
    Case,
}

/// Steps that would make a statement or the case stand; none where it stands already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What to do, most load first, then in the order of the graph.
    pub steps: Vec<Step>,
    /// How many steps follow those listed; where the repair is not exact, at most.
    pub more: u32,
    /// Whether it is proven that fewer steps would not do.
    pub exact: bool,
    /// Whether it is proven that the target stands when all of it is done. Otherwise no steps are
    /// given: a statement may be needed on both sides, as one that attacks itself.
    pub reaches: bool,
}
