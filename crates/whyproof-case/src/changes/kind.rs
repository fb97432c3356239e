//! What can change in a case, and in which order it is told.

/// What a change is of: a heading over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeGroup {
    /// The case as a whole: its verdict, and what it rests on.
    Case,
    /// Standings of statements.
    Standings,
    /// Figures, charts and computed tables.
    Figures,
    /// Whys.
    Whys,
    /// Statements of the argument.
    Argument,
    /// Evidence.
    Evidence,
    /// Parts of the problem.
    Problem,
    /// Parts of a story.
    Story,
    /// Queries and experiments.
    Queries,
    /// Title and front matter.
    Front,
    /// All other words.
    Prose,
}

impl ChangeGroup {
    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            ChangeGroup::Case => "The case",
            ChangeGroup::Standings => "Standings",
            ChangeGroup::Figures => "Figures",
            ChangeGroup::Whys => "Whys",
            ChangeGroup::Argument => "Argument",
            ChangeGroup::Evidence => "Evidence",
            ChangeGroup::Problem => "Customer problem",
            ChangeGroup::Story => "The story",
            ChangeGroup::Queries => "Queries and experiments",
            ChangeGroup::Front => "Front matter",
            ChangeGroup::Prose => "Other prose",
        }
    }
}

/// Kinds of changes with their word and their group.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal in $group:ident,)*) => {
        /// What kind of change it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChangeKind {
            $($(#[$doc])* $variant,)*
        }

        impl ChangeKind {
            /// All kinds, in the order in which they are declared.
            pub const ALL: &'static [ChangeKind] = &[$(ChangeKind::$variant,)*];

            /// The words used in output.
            pub fn word(self) -> &'static str {
                match self {
                    $(ChangeKind::$variant => $word,)*
                }
            }

            /// What it is a change of.
            pub fn group(self) -> ChangeGroup {
                match self {
                    $(ChangeKind::$variant => ChangeGroup::$group,)*
                }
            }
        }
    };
}

kinds! {
    /// The case's verdict moved.
    Verdict = "verdict" in Case,
    /// What the case rests on: the steps of its cheapest repair.
    RestsOn = "rests on" in Case,
    /// A statement's standing moved.
    Standing = "standing" in Standings,
    /// A figure's text moved.
    FigureMoved = "figure moved" in Figures,
    /// A figure's text stands otherwise to its data.
    FigureState = "figure state" in Figures,
    /// A figure that was not there.
    FigureAdded = "figure added" in Figures,
    /// A figure that is not there any more.
    FigureDropped = "figure dropped" in Figures,
    /// A table that a query writes has other cells, is new or gone.
    Table = "table" in Figures,
    /// A question that was not there.
    WhyAsked = "why asked" in Whys,
    /// A question has an answer now.
    WhyAnswered = "why answered" in Whys,
    /// A question has another answer.
    WhyAnsweredAnew = "why answered anew" in Whys,
    /// A question has lost its answer.
    WhyUnanswered = "why unanswered" in Whys,
    /// A question is settled now.
    WhySettled = "why settled" in Whys,
    /// A question was settled, and is no more.
    WhyReopened = "why reopened" in Whys,
    /// A question in other words.
    WhyReworded = "why reworded" in Whys,
    /// A question is put to something else.
    WhyMoved = "why moved" in Whys,
    /// Somebody else asks.
    WhyBy = "why by" in Whys,
    /// A question that is not there any more.
    WhyDropped = "why dropped" in Whys,
    /// A statement that was not there.
    Added = "added" in Argument,
    /// A statement that is not there any more.
    Dropped = "dropped" in Argument,
    /// A statement in other words.
    Reworded = "reworded" in Argument,
    /// A statement is something else now: a reason became an objection.
    Role = "role" in Argument,
    /// A statement stands under another one.
    Moved = "moved" in Argument,
    /// A reason of its own became a premise joined by *and*, or the other way round.
    Joined = "joined" in Argument,
    /// A statement is said by somebody else.
    SaidBy = "said by" in Argument,
    /// A statement has other references to statements that stand elsewhere.
    Refers = "refers" in Argument,
    /// A statement cites other evidence.
    Cites = "cites" in Argument,
    /// Evidence that was not there.
    EvidenceAdded = "evidence added" in Evidence,
    /// Evidence that is not there any more.
    EvidenceDropped = "evidence dropped" in Evidence,
    /// Evidence begins to count.
    EvidenceCounts = "evidence counts" in Evidence,
    /// Evidence ceases to count.
    EvidenceCountsNoMore = "evidence counts no more" in Evidence,
    /// Evidence in other words, of another kind, or from another source.
    EvidenceReworded = "evidence reworded" in Evidence,
    /// The problem says a part that it did not.
    PartFound = "part found" in Problem,
    /// The problem says a part no more.
    PartLost = "part lost" in Problem,
    /// The problem says a part otherwise.
    PartReworded = "part reworded" in Problem,
    /// A part of a story that was not there.
    StoryAdded = "story part added" in Story,
    /// A part of a story that is not there any more.
    StoryDropped = "story part dropped" in Story,
    /// A part of a story in other words.
    StoryChanged = "story part changed" in Story,
    /// A query that was not there.
    QueryAdded = "query added" in Queries,
    /// A query that is not there any more.
    QueryDropped = "query dropped" in Queries,
    /// A query with other SQL, or another condition.
    QueryChanged = "query changed" in Queries,
    /// An experiment that was not there.
    ExperimentAdded = "experiment added" in Queries,
    /// An experiment that is not there any more.
    ExperimentDropped = "experiment dropped" in Queries,
    /// An experiment declared otherwise.
    ExperimentChanged = "experiment changed" in Queries,
    /// Another title.
    Title = "title" in Front,
    /// Another value in the front matter; the kind of the case, too.
    Front = "front matter" in Front,
    /// A section that was not there.
    SectionAdded = "section added" in Prose,
    /// A section that is not there any more.
    SectionDropped = "section dropped" in Prose,
    /// Blocks of other prose that changed.
    Prose = "prose" in Prose,
}
