//! The take: what a background shows against a bar, and what would make it stronger. Every judgement leads to its
//! reasons; none is of character, and there is no score.

mod asks;
mod english;
mod gaps;
mod kinds;
mod level;
mod model;
mod named;
mod pattern;
mod places;
mod reading;
mod refused;
mod remarks;
mod sources;
mod strongest;

use whyproof_case::Bar;

use crate::background::{Background, Passage};
use crate::choice::{StoryWorth, choose};
use crate::job::Job;
use crate::matching::{Matcher, Meaning, Meanings};
use crate::matrix::{Row, matrix};
use crate::people::People;

pub use model::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Judged, Judgement, Level, Matrix, Met,
    NO_STORY, NOTHING, ON_YOUR_WORD, PlaceTake, Quote, Reading, Remark, RemarkKind, Strong, Take,
};
pub use named::Named;
pub use reading::Hit;

pub(crate) use reading::asked;
pub(crate) use refused::is_hollow;
use sources::Sources;

/// How many sentences stand with a criterion, unless all were asked for.
const QUOTED: usize = 3;

/// What a take is made of.
#[derive(Debug, Clone, Copy)]
pub struct TakeInput<'i> {
    /// The person's background.
    pub background: &'i Background,
    /// The bars, in order.
    pub bars: &'i [Bar],
    /// The job, where one was given: what it says of its place is held against the background.
    pub job: Option<&'i Job>,
    /// The person's question, and what people said.
    pub people: &'i People,
    /// The person's own model, where they point to one: what is near in meaning is read too.
    pub meaning: Option<&'i dyn Meaning>,
    /// Whether every sentence stands with its criterion, and not only the strongest.
    pub all: bool,
}

/// A background, read against bars.
#[derive(Debug)]
pub struct Read<'i> {
    sources: Sources<'i>,
    near: reading::Near<'i>,
    sought: Vec<Vec<reading::Sought<'i>>>,
    /// For each bar, for each of its criteria, the sentences that tell it, strongest first.
    pub hits: Vec<Vec<Vec<Hit>>>,
}

impl<'i> Read<'i> {
    /// Reads every sentence against every criterion; by meaning too, where there is a model.
    pub fn of(
        background: &'i Background,
        bars: &'i [Bar],
        meaning: Option<&'i dyn Meaning>,
    ) -> Read<'i> {
        let sources = Sources::of(background);
        let told = || {
            let told = sources.passages[..sources.told].iter();
            told.map(|passage| passage.words.as_str())
        };
        let near = reading::Near {
            words: Matcher::new(told()),
            meanings: meaning.map(|meaning| Meanings::new(meaning, told())),
        };
        let mut read = Read {
            sources,
            near,
            sought: Vec::new(),
            hits: Vec::new(),
        };
        for bar in bars {
            let sought: Vec<reading::Sought<'i>> =
                bar.criteria.iter().map(reading::Sought::new).collect();
            read.hits.push(read.of_all(&sought));
            read.sought.push(sought);
        }
        read
    }

    /// For each criterion of another bar the sentences that tell it, strongest first.
    fn against(&self, bar: &Bar) -> Vec<Vec<Hit>> {
        let sought: Vec<reading::Sought<'_>> =
            bar.criteria.iter().map(reading::Sought::new).collect();
        self.of_all(&sought)
    }

    fn of_all(&self, sought: &[reading::Sought<'_>]) -> Vec<Vec<Hit>> {
        let hits = sought.iter().map(|one| one.hits(&self.sources, &self.near));
        hits.collect()
    }

    /// What was read: the sentences of [`Background::passages`] in their order, then what stories say was left undone and
    /// whose part it was.
    pub fn passages(&self) -> &[Passage] {
        &self.sources.passages
    }
}

/// What there is to say of a background.
pub fn take(input: &TakeInput<'_>) -> Take {
    let read = Read::of(input.background, input.bars, input.meaning);
    let bars = input
        .bars
        .iter()
        .enumerate()
        .map(|(at, bar)| bar_take(bar, at, &read, input));
    let (matrix, choice) = covering(input, &read);
    let mut remarks = refused::refused(input.background);
    remarks.extend(remarks::remarks(&read.sources));
    Take {
        person: input.background.person().map(str::to_owned),
        question: input.people.question.clone(),
        signed: input.people.signed.clone(),
        files: files(input.background),
        bars: bars.collect(),
        strongest: strongest::strongest(&read, input.bars),
        gaps: gaps::gaps(&read, input.bars),
        remarks,
        matrix,
        choice,
        places: input
            .job
            .map(|job| places::places(job, &read))
            .unwrap_or_default(),
        people: input.people.of_the_whole(),
    }
}

fn files(background: &Background) -> Vec<String> {
    let life = background.life.iter().map(|life| life.path.clone());
    life.chain(background.stories.iter().map(|story| story.path.clone()))
        .collect()
}

fn bar_take(bar: &Bar, at: usize, read: &Read<'_>, input: &TakeInput<'_>) -> BarTake {
    let quoted = if input.all { usize::MAX } else { QUOTED };
    let criteria = bar
        .criteria
        .iter()
        .zip(&read.hits[at])
        .zip(&read.sought[at]);
    let criteria = criteria.map(|((criterion, hits), sought)| CriterionTake {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        meets: criterion.meets.clone(),
        below: criterion.below.clone(),
        raises: criterion.raises.clone(),
        questions: criterion.questions.clone(),
        from: criterion.from.clone(),
        wish: criterion.wish,
        read_as: sought
            .says()
            .iter()
            .map(|says| (*says).to_owned())
            .collect(),
        level: level::level(&read.sources, hits),
        found: quotes(proof_first(hits).take(quoted)),
        more: quotes(proof_first(hits).skip(quoted)),
        missing: level::missing(criterion, sought, &read.sources, hits),
        people: input.people.of_criterion(&bar.name, &criterion.id),
    });
    BarTake {
        name: bar.name.clone(),
        title: bar.title.clone(),
        criteria: criteria.collect(),
    }
}

fn quotes<'h>(hits: impl Iterator<Item = &'h Hit>) -> Vec<Quote> {
    hits.map(|hit| hit.quote.clone()).collect()
}

/// The sentences in their order, but the first that cites evidence before all others: it is what shows the criterion.
fn proof_first(hits: &[Hit]) -> impl Iterator<Item = &Hit> {
    let proof = hits.iter().position(|hit| !hit.quote.evidence.is_empty());
    let others = hits.iter().enumerate();
    let others = others.filter(move |(at, _)| Some(*at) != proof);
    proof
        .and_then(|at| hits.get(at))
        .into_iter()
        .chain(others.map(|(_, hit)| hit))
}

/// The requirements of the first bar against the stories, and the smallest set of stories that covers them.
fn covering(input: &TakeInput<'_>, read: &Read<'_>) -> (Matrix, Choice) {
    let (Some(bar), Some(hits)) = (input.bars.first(), read.hits.first()) else {
        return Default::default();
    };
    let rows: Vec<Row> = bar
        .criteria
        .iter()
        .map(|criterion| Row {
            id: criterion.id.clone(),
            title: criterion.title.clone(),
        })
        .collect();
    let found: Vec<Vec<(usize, &Quote)>> = hits
        .iter()
        .map(|hits| hits.iter().map(|hit| (hit.passage, &hit.quote)).collect())
        .collect();
    let matrix = matrix(&rows, input.background, read.passages(), &found);
    let stories = input.background.stories.iter();
    let worth: Vec<StoryWorth> = stories.map(StoryWorth::of).collect();
    let choice = choose(&matrix, &worth);
    (matrix, choice)
}
