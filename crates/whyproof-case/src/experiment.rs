//! Experiments: fenced blocks `experiment NAME` in TOML, as declared.

mod age;
mod amount;
mod declared;
mod lock;
mod metric;
mod sealed;
mod sealing;

use whyproof_syntax::{Diagnostic, Fence, Parse, Severity, Span};

use declared::Trouble;

pub use age::{Age, age};
pub use amount::{Amount, Unit};
pub use declared::{Declared, Direction, Forecast, Guardrail, Method};
pub use lock::{Lock, LockError, Seal, differences, seal};
pub use metric::{Metric, Summary};
pub use sealed::{Sealed, sealed};
pub use sealing::with_seal;

/// What a measurement says of an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The whole interval is beyond the smallest worthwhile effect.
    RightThing,
    /// The whole interval falls short of it, or a guardrail is broken.
    WrongThing,
    /// Neither.
    NotKnownYet,
}

impl Verdict {
    /// All verdicts.
    pub fn all() -> [Verdict; 3] {
        [
            Verdict::RightThing,
            Verdict::WrongThing,
            Verdict::NotKnownYet,
        ]
    }

    /// The words used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::RightThing => "right thing",
            Verdict::WrongThing => "wrong thing",
            Verdict::NotKnownYet => "not known yet",
        }
    }
}

/// The keys of an experiment block.
pub const KEYS: [&str; 28] = [
    "metric",
    "metrics",
    "from",
    "population",
    "unit",
    "variant",
    "control",
    "treatment",
    "treatments",
    "split",
    "cluster",
    "direction",
    "baseline",
    "spread",
    "traffic",
    "worthwhile",
    "guardrail",
    "guardrails",
    "segments",
    "strata",
    "method",
    "looks",
    "covariates",
    "forecast",
    "end",
    "locked",
    "start",
    "time",
];

/// An experiment as declared.
#[derive(Debug, Clone)]
pub struct Experiment {
    /// Its name; empty where the block gives none.
    pub name: String,
    /// Its block.
    pub span: Span,
    /// What is declared, in order: key, value as TOML writes it, and where the key stands.
    pub keys: Vec<Key>,
    /// The same, typed.
    pub declared: Declared,
    /// Its TOML as it stands; empty where it cannot be read.
    pub toml: String,
}

/// One key of an experiment block.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Its value; text without quotes, lists and tables as TOML.
    pub value: String,
    /// Where the key stands.
    pub span: Span,
}

impl Experiment {
    /// The value of the first of `names` that is declared and not empty.
    pub fn get(&self, names: &[&str]) -> Option<&str> {
        let key = self
            .keys
            .iter()
            .find(|key| names.contains(&key.name.as_str()))?;
        Some(key.value.as_str()).filter(|value| !value.trim().is_empty() && *value != "[]")
    }
}

/// Reads the experiments of the text, in order; what cannot be read is a diagnostic at its place.
pub fn read(parse: &Parse, diagnostics: &mut Vec<Diagnostic>) -> Vec<Experiment> {
    let fences = parse
        .document
        .fences
        .iter()
        .filter(|fence| fence.language == "experiment");
    fences.map(|fence| one(parse, fence, diagnostics)).collect()
}

fn one(parse: &Parse, fence: &Fence, diagnostics: &mut Vec<Diagnostic>) -> Experiment {
    let mut experiment = Experiment {
        name: fence.name.clone().unwrap_or_default(),
        span: fence.span,
        keys: Vec::new(),
        declared: Declared::default(),
        toml: String::new(),
    };
    // The code as it stands in the file, where indentation has not been taken off it.
    let raw = parse
        .tree
        .slice(Span::new(fence.code_start, fence.span.end));
    let exact = raw.starts_with(&fence.code);
    let place = |range: std::ops::Range<usize>| {
        if exact {
            Span::new(
                fence.code_start + range.start as u32,
                fence.code_start + range.end as u32,
            )
        } else {
            Span::new(fence.code_start, fence.code_start)
        }
    };
    match toml::de::DeTable::parse(&fence.code) {
        Ok(table) => {
            for (key, value) in table.get_ref() {
                let text = match value.get_ref() {
                    toml::de::DeValue::String(text) => text.to_string(),
                    _ => fence.code.get(value.span()).unwrap_or("").trim().to_owned(),
                };
                let name = key.get_ref().to_string();
                experiment.keys.push(Key {
                    name,
                    value: text,
                    span: place(key.span()),
                });
            }
            experiment.keys.sort_by_key(|key| key.span.start);
            let (declared, troubles) = declared::read(table.get_ref());
            let told = troubles.iter().map(|trouble| told(trouble, &experiment));
            diagnostics.extend(told);
            experiment.declared = declared;
            experiment.toml.clone_from(&fence.code);
        }
        Err(error) => {
            let span = place(error.span().unwrap_or(0..0));
            let message = format!(
                "The experiment's TOML cannot be read: {}",
                error.message().trim_end()
            );
            diagnostics.push(
                Diagnostic::new("bad-toml", Severity::Error, span, message)
                    .help("Write `key = \"value\"`, one to a line; text values stand in quotes."),
            );
        }
    }
    experiment
}

/// A value that cannot be read, at its key.
fn told(trouble: &Trouble, experiment: &Experiment) -> Diagnostic {
    let key = experiment.keys.iter().find(|key| key.name == trouble.key);
    let span = key.map_or(experiment.span, |key| key.span);
    let message = format!("`{}`: {}.", trouble.key, trouble.says);
    Diagnostic::new("bad-experiment", Severity::Error, span, message).help(trouble.help)
}
