//! 1,000 requirements against 10,000 stories: how long it takes to read the stories, and to answer.
//!
//! The texts are composed from a word stock, the same each time. `cargo bench -p whyproof-experience --bench matching`
#![allow(missing_docs, reason = "a benchmark")]

use divan::{Bencher, black_box};
use whyproof_experience::Matcher;

const REQUIREMENTS: usize = 1_000;
const STORIES: usize = 10_000;

const ASKED: [&str; 16] = [
    "Strong stakeholder management",
    "experience managing vendors and contracts",
    "a bias for action",
    "comfort with ambiguity",
    "proven ability to influence without authority",
    "experience with A/B testing",
    "user research with real customers",
    "a track record of launching products",
    "on-call rotation for production systems",
    "ownership of a budget",
    "coaching and developing people",
    "clear written communication",
    "data-driven decisions with SQL",
    "experience with Kubernetes, Terraform or similar",
    "resilience in the face of setbacks",
    "measurable impact",
];

const TOLD: [&str; 20] = [
    "I interviewed {n} customers and watched {n} of them at work.",
    "The queue fell from {n} minutes to {n}.",
    "Nobody had asked me, but I noticed that the form was wrong.",
    "{n} people reported to me, and none of the others did.",
    "We launched it in {n} shops in the spring.",
    "I was told no twice, and asked again in the autumn.",
    "The supplier was {n} weeks late, so I drove to their yard.",
    "I wrote two pages and took them to the director.",
    "The database was down for {n} minutes, and I restored it.",
    "It cost us ${n},000 out of a budget of ${n}0,000.",
    "I was wrong about the price, and closed it after {n} months.",
    "Since then I ask before I build.",
    "I paired her with our best technician every Friday.",
    "We split the list at random and sent half of them a letter.",
    "Churn was {n}% and became {n}%.",
    "The department heads each wanted something else.",
    "By then we had {n} pupils and a waiting list.",
    "It was a long winter and the roof leaked.",
    "My brother came to help on the weekends.",
    "The office smelled of coffee and old paper.",
];

/// What stands between: words that tell nothing of work.
const WHO: [&str; 12] = [
    "The bus",
    "Our neighbour",
    "An old dog",
    "The river",
    "A cousin",
    "The radio",
    "Her piano",
    "The garden",
    "A letter",
    "The moon",
    "Their cat",
    "The bakery",
];
const DOES: [&str; 10] = [
    "waited",
    "sang",
    "slept",
    "leaned",
    "glittered",
    "wandered",
    "shivered",
    "hummed",
    "lingered",
    "drifted",
];
const WHERE: [&str; 12] = [
    "by the bridge",
    "near the old mill",
    "under the lamp",
    "behind the church",
    "in the rain",
    "beyond the hills",
    "at the harbour",
    "along the canal",
    "beside the oak",
    "in the dusk",
    "over the fields",
    "past the tower",
];

/// A linear congruential generator: the same numbers everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }
}

fn requirements() -> Vec<String> {
    let mut chance = Chance(1);
    let one = |_| {
        let parts: Vec<&str> = (0..=chance.below(3))
            .map(|_| ASKED[chance.below(ASKED.len())])
            .collect();
        format!("{}, for team {}", parts.join(" and "), chance.below(500))
    };
    (0..REQUIREMENTS).map(one).collect()
}

/// Stories of about 80 words: two sentences that tell of work, six that do not, and words that few others have.
fn stories() -> Vec<String> {
    let mut chance = Chance(2);
    let one = |story| {
        let mut sentences: Vec<String> = (0..2)
            .map(|_| {
                TOLD[chance.below(TOLD.len())].replace("{n}", &(2 + chance.below(80)).to_string())
            })
            .collect();
        for _ in 0..6 {
            let (who, does) = (WHO[chance.below(WHO.len())], DOES[chance.below(DOES.len())]);
            sentences.push(format!(
                "{who} {does} {} for a while.",
                WHERE[chance.below(WHERE.len())]
            ));
        }
        format!(
            "{} It was at Place{story} in Town{}.",
            sentences.join(" "),
            chance.below(3_000)
        )
    };
    (0..STORIES).map(one).collect()
}

fn main() {
    divan::main();
}

/// All of it: the stories read, and every requirement answered.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn read_and_answer(bencher: Bencher<'_, '_>) {
    let (requirements, stories) = (requirements(), stories());
    let requirements: Vec<&str> = requirements.iter().map(String::as_str).collect();
    bencher.bench(|| {
        let matcher = Matcher::new(stories.iter().map(String::as_str));
        matcher.answers_to_all(black_box(&requirements))
    });
}

/// The stories read.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>) {
    let stories = stories();
    bencher.bench(|| Matcher::new(black_box(&stories).iter().map(String::as_str)));
}

/// One requirement answered.
#[divan::bench]
fn answer_one(bencher: Bencher<'_, '_>) {
    let (requirements, stories) = (requirements(), stories());
    let matcher = Matcher::new(stories.iter().map(String::as_str));
    bencher.bench(|| matcher.answers(black_box(&requirements[7])));
}
