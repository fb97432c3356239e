//! The document of `measure`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::measure::{
    Calibrated, Effect, Estimated, Forecasted, Guard, Guarded, Looked, Measurement, Note, Other,
    Segment, Trouble,
};
use whyproof_case::{Amount, Direction, Lock, Verdict};

/// What `whyproof measure --format json` writes. Values are in the metric's own unit: shares and points as fractions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/measure/1")]
pub struct Measure<'a> {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/measure/1"))]
    pub schema: &'static str,
    /// One for each treatment of each experiment that says where its data are, in the order of the case.
    pub experiments: Vec<Measured<'a>>,
    /// Of a folder, how the forecasts of each author held; else none.
    pub authors: Vec<MeasuredAuthor<'a>>,
}

/// How the forecasts of an author held, each counted once.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredAuthor<'a> {
    /// The owner of the cases.
    pub author: &'a str,
    /// How many forecasts there were.
    pub forecasts: u64,
    /// How many of them stood in an experiment that is as it was sealed.
    pub sealed: u64,
    /// How many were ranges.
    pub ranges: u64,
    /// How many ranges held what came of it.
    pub held: u64,
    /// How many should have.
    pub expected: f64,
    /// The share that held, with its exact interval at 95 %; null without ranges.
    pub hit_rate: Option<[f64; 2]>,
    /// How likely it is that ranges which hold as often as they say come out so; null without ranges.
    pub p: Option<f64>,
    /// How many came out above the middle of their forecast.
    pub above: u64,
    /// The mean Brier score of “will it clear the bar”; null where none is known.
    pub brier: Option<f64>,
}

/// The measurements of a case of a folder.
#[derive(Debug, Clone, Copy)]
pub struct MeasuredIn<'a> {
    /// The case's path.
    pub case: &'a str,
    /// Its owner.
    pub owner: Option<&'a str>,
    /// What was measured.
    pub measured: &'a [Measurement],
}

/// A treatment against the control.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Measured<'a> {
    /// The experiment.
    pub name: &'a str,
    /// The metric that decides, as it is written.
    pub metric: &'a str,
    /// Which way of it is better.
    pub direction: MeasuredDirection,
    /// How the effect was estimated, in words.
    pub method: &'a str,
    /// The treatment; null where nothing could be measured.
    pub variant: Option<&'a str>,
    /// What it is compared with.
    pub against: Option<&'a str>,
    /// How many rows with a value of the metric each variant has.
    pub n: BTreeMap<&'a str, u64>,
    /// The metric in the control.
    pub control: Option<f64>,
    /// The metric in the treatment.
    pub treatment: Option<f64>,
    /// Treatment less control.
    pub effect: Option<f64>,
    /// Treatment over control, less 1.
    pub relative: Option<MeasuredNumber>,
    /// The interval of the effect; an end that is infinite is null.
    pub interval: Option<[Option<f64>; 2]>,
    /// The level of the intervals.
    pub level: Option<f64>,
    /// How likely so large an effect would be by chance alone; null where the method gives none.
    pub p: Option<f64>,
    /// Where the method is Bayesian, how likely the treatment is better; else null.
    pub better: Option<f64>,
    /// The same, by the smallest worthwhile effect.
    pub better_worthwhile: Option<f64>,
    /// What is lost on average by choosing the treatment, in the metric's unit.
    pub expected_loss: Option<f64>,
    /// The smallest effect that is worth it, as a gain; of a share of the control where `worthwhile_relative`.
    pub worthwhile: Option<f64>,
    /// Whether `worthwhile` is compared with `relative`.
    pub worthwhile_relative: bool,
    /// The verdict; null where no smallest worthwhile effect was declared.
    pub verdict: Option<MeasuredVerdict>,
    /// Why, a sentence each.
    pub reasons: &'a [String],
    /// How likely sizes so far from the declared split would be by chance; null without a `split`.
    pub srm_p: Option<f64>,
    /// What must not get worse.
    pub guardrails: Vec<MeasuredGuardrail<'a>>,
    /// Effects in parts of the people, adjusted for their number.
    pub segments: Vec<MeasuredSegment<'a>>,
    /// Effects on other metrics, adjusted for their number; they decide nothing.
    pub others: Vec<MeasuredOther<'a>>,
    /// How the forecast did, held against the first treatment; null of the others, and before the end.
    pub forecast: Option<MeasuredForecast<'a>>,
    /// What there is to know about whether the numbers can be trusted, warnings first.
    pub trust: Vec<MeasuredNote<'a>>,
    /// What nobody could look at, since a key is not declared.
    pub unchecked: &'a [String],
    /// Which of the planned looks this is; null where none were planned.
    pub look: Option<MeasuredLook>,
    /// What must hold for the effect to be the idea's.
    pub assumptions: &'a [String],
    /// `open`, `sealed`, `broken` or `unreadable`.
    pub lock: &'static str,
    /// The verdict in one sentence, or why there is no number.
    pub says: String,
    /// Why there is no number, and what to do.
    pub trouble: Option<MeasuredTrouble<'a>>,
    /// Of a folder, the case that it stands in; else null.
    pub case: Option<&'a str>,
    /// Of a folder, the owner of that case, where it says one; else null.
    pub owner: Option<&'a str>,
}

/// One of the looks that were planned beforehand.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredLook {
    /// Which it is, from 1; 0 before the first.
    pub now: usize,
    /// How many were planned.
    pub planned: usize,
    /// The day of the next; null after the last.
    pub next: Option<String>,
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct MeasuredNumber {
    /// The number.
    pub value: f64,
    /// Its interval; an end that is infinite is null.
    pub interval: [Option<f64>; 2],
    /// How likely so large an effect would be by chance alone.
    pub p: Option<f64>,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredDirection {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A verdict.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeasuredVerdict {
    /// The whole interval is beyond the smallest worthwhile effect.
    RightThing,
    /// It falls short of it, or a guardrail is broken.
    WrongThing,
    /// Neither.
    NotKnownYet,
}

/// A guardrail.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredGuardrail<'a> {
    /// As it is written.
    pub text: &'a str,
    /// `holds`, `broken`, `not_known_yet` or `not_measured`.
    pub state: &'static str,
    /// How much worse it may get.
    pub margin: Option<f64>,
    /// Whether that is a share of what the control has.
    pub margin_relative: bool,
    /// Which way of it is better.
    pub direction: MeasuredDirection,
    /// The effect on it, on the margin's scale; `p` is of the one-sided test against being worse by the margin.
    pub effect: Option<MeasuredNumber>,
    /// The same in a sentence.
    pub says: &'a str,
}

/// The effect in one part of the people.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredSegment<'a> {
    /// The column.
    pub column: &'a str,
    /// Its value there.
    pub value: &'a str,
    /// How many rows in the control and in the treatment.
    pub n: [u64; 2],
    /// The effect; null where there is none.
    pub effect: Option<MeasuredNumber>,
    /// Why there is none.
    pub why: Option<&'a str>,
}

/// The effect on another metric.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredOther<'a> {
    /// The metric, as it is written.
    pub metric: &'a str,
    /// The metric in the control and in the treatment.
    pub values: Option<[f64; 2]>,
    /// The effect; null where there is none.
    pub effect: Option<MeasuredNumber>,
    /// Why there is none.
    pub why: Option<&'a str>,
}

/// How the forecast did; the smaller the scores, the better.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredForecast<'a> {
    /// The least and the most that was expected, as gains.
    pub interval: [f64; 2],
    /// How sure.
    pub level: f64,
    /// What came of it, as a gain on the same scale.
    pub gain: f64,
    /// Width and a penalty for missing (Gneiting and Raftery 2007).
    pub interval_score: Option<f64>,
    /// The continuous ranked probability score.
    pub crps: f64,
    /// Of “will it clear the bar” (Brier 1950).
    pub brier: Option<f64>,
    /// The same in a sentence.
    pub says: &'a str,
}

/// Something to know about whether the numbers can be trusted.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredNote<'a> {
    /// A sentence.
    pub says: &'a str,
    /// Whether it is a reason to doubt them.
    pub warns: bool,
}

/// Why there is no number.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeasuredTrouble<'a> {
    /// What is wrong.
    pub message: &'a str,
    /// What to do.
    pub help: &'a str,
}

impl<'a> Measure<'a> {
    /// The document of what was measured.
    pub fn of(measured: &'a [Measurement]) -> Self {
        let mut experiments = Vec::new();
        for one in measured {
            if one.effects.is_empty() {
                experiments.push(Measured::of(one, None));
            }
            experiments.extend(
                one.effects
                    .iter()
                    .map(|effect| Measured::of(one, Some(effect))),
            );
        }
        Self {
            schema: "whyproof/measure/1",
            experiments,
            authors: Vec::new(),
        }
    }

    /// The document of what was measured in many cases.
    pub fn of_many(cases: impl Iterator<Item = MeasuredIn<'a>>, authors: &'a [Calibrated]) -> Self {
        let mut all = Self::of(&[]);
        for case in cases {
            let of = Self::of(case.measured).experiments.into_iter();
            all.experiments.extend(of.map(|one| Measured {
                case: Some(case.case),
                owner: case.owner,
                ..one
            }));
        }
        all.authors = authors.iter().map(MeasuredAuthor::from).collect();
        all
    }
}

impl<'a> From<&'a Calibrated> for MeasuredAuthor<'a> {
    fn from(of: &'a Calibrated) -> Self {
        Self {
            author: &of.author,
            forecasts: of.forecasts,
            sealed: of.sealed,
            ranges: of.ranges,
            held: of.held,
            expected: of.expected,
            hit_rate: of.hit_rate.map(|(low, high)| [low, high]),
            p: of.p,
            above: of.above,
            brier: of.brier,
        }
    }
}

impl<'a> Measured<'a> {
    fn of(of: &'a Measurement, effect: Option<&'a Effect>) -> Self {
        let treatment = effect.map(|effect| effect.treatment.as_str());
        let mine = |name: Option<&str>| name.is_none() || name == treatment;
        let n = of.variants.iter().map(|arm| (arm.name.as_str(), arm.n));
        let relative = effect.and_then(|effect| effect.relative.as_ref().ok());
        let guardrails = of
            .guardrails
            .iter()
            .filter(|one| mine(one.treatment.as_deref()));
        let segments = of.segments.iter().filter(|one| mine(Some(&one.treatment)));
        let others = of.others.iter().filter(|one| mine(Some(&one.treatment)));
        let belief = effect.and_then(|effect| effect.belief);
        let sentence = match treatment {
            Some(name) => of.effects.iter().position(|one| one.treatment == name),
            None => None,
        };
        Self {
            case: None,
            owner: None,
            name: &of.name,
            metric: &of.metric,
            direction: direction(of.direction),
            method: &of.method,
            variant: treatment,
            against: effect.map(|effect| effect.control.as_str()),
            n: n.collect(),
            control: effect.map(|effect| effect.values.0),
            treatment: effect.map(|effect| effect.values.1),
            effect: effect.map(|effect| effect.absolute.value),
            relative: relative.map(number),
            interval: effect.map(|effect| ends(&effect.absolute)),
            level: effect.map(|effect| effect.level),
            p: effect.and_then(|effect| effect.absolute.p),
            better: belief.map(|belief| belief.better),
            better_worthwhile: belief.and_then(|belief| belief.worthwhile),
            expected_loss: belief.map(|belief| belief.loss),
            worthwhile: of.worthwhile.as_ref().map(|amount| amount.value.abs()),
            worthwhile_relative: is_relative(of.worthwhile.as_ref()),
            verdict: effect.and_then(|effect| effect.verdict).map(verdict),
            reasons: effect.map_or(&[], |effect| &effect.reasons),
            srm_p: of.split.as_ref().map(|split| split.p),
            guardrails: guardrails.map(guardrail).collect(),
            segments: segments.map(segment).collect(),
            others: others.map(other).collect(),
            // It is held against the first.
            forecast: of
                .forecast
                .as_ref()
                .filter(|_| sentence.is_none_or(|at| at == 0))
                .map(forecast),
            trust: of.trust.iter().map(note).collect(),
            unchecked: &of.unchecked,
            look: of.look.map(look),
            assumptions: &of.assumptions,
            lock: lock(&of.lock),
            says: sentence
                .and_then(|at| of.sentences().into_iter().nth(at))
                .unwrap_or_else(|| of.sentence()),
            trouble: of.trouble.as_ref().map(trouble),
        }
    }
}

fn look(look: Looked) -> MeasuredLook {
    MeasuredLook {
        now: look.now,
        planned: look.planned,
        next: look.next.map(|day| day.to_string()),
    }
}

fn trouble(trouble: &Trouble) -> MeasuredTrouble<'_> {
    MeasuredTrouble {
        message: &trouble.message,
        help: &trouble.help,
    }
}

fn direction(direction: Direction) -> MeasuredDirection {
    match direction {
        Direction::Up => MeasuredDirection::Up,
        Direction::Down => MeasuredDirection::Down,
    }
}

fn verdict(verdict: Verdict) -> MeasuredVerdict {
    match verdict {
        Verdict::RightThing => MeasuredVerdict::RightThing,
        Verdict::WrongThing => MeasuredVerdict::WrongThing,
        Verdict::NotKnownYet => MeasuredVerdict::NotKnownYet,
    }
}

fn ends(of: &Estimated) -> [Option<f64>; 2] {
    [of.interval.low, of.interval.high].map(|end| end.is_finite().then_some(end))
}

fn number(of: &Estimated) -> MeasuredNumber {
    MeasuredNumber {
        value: of.value,
        interval: ends(of),
        p: of.p,
    }
}

fn lock(of: &Lock) -> &'static str {
    match of {
        Lock::Open => "open",
        Lock::Sealed(_) => "sealed",
        Lock::Broken(_) => "broken",
        Lock::Unreadable => "unreadable",
    }
}

fn is_relative(amount: Option<&Amount>) -> bool {
    amount.is_some_and(Amount::is_relative)
}

fn guardrail(of: &Guarded) -> MeasuredGuardrail<'_> {
    MeasuredGuardrail {
        text: &of.text,
        state: match of.state {
            Guard::Holds => "holds",
            Guard::Broken => "broken",
            Guard::NotKnownYet => "not_known_yet",
            Guard::NotMeasured => "not_measured",
        },
        margin: of.margin.as_ref().map(|margin| margin.value),
        margin_relative: is_relative(of.margin.as_ref()),
        direction: direction(of.direction),
        effect: of.effect.as_ref().map(number),
        says: &of.says,
    }
}

fn segment(of: &Segment) -> MeasuredSegment<'_> {
    MeasuredSegment {
        column: &of.column,
        value: &of.value,
        n: [of.n.0, of.n.1],
        effect: of.effect.as_ref().ok().map(number),
        why: of.effect.as_ref().err().map(String::as_str),
    }
}

fn other(of: &Other) -> MeasuredOther<'_> {
    let found = of.effect.as_ref().ok();
    MeasuredOther {
        metric: &of.metric,
        values: found.map(|(values, _)| [values.0, values.1]),
        effect: found.map(|(_, estimated)| number(estimated)),
        why: of.effect.as_ref().err().map(String::as_str),
    }
}

fn forecast(of: &Forecasted) -> MeasuredForecast<'_> {
    MeasuredForecast {
        interval: [of.low, of.high],
        level: of.level,
        gain: of.gain,
        interval_score: of.interval_score,
        crps: of.crps,
        brier: of.brier,
        says: &of.says,
    }
}

fn note(of: &Note) -> MeasuredNote<'_> {
    MeasuredNote {
        says: &of.says,
        warns: of.warns,
    }
}
