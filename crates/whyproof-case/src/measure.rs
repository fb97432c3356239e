//! Experiments measured: the effect with its interval, whether it can be trusted, and the verdict.
//!
//! The engine sums up where the data lie: one row for each variant, and for each cluster, segment or day where there
//! are some, comes back ([`query`]). What is estimated of these is `whyproof-stats`'s; here it is decided what to ask
//! it, and what its answers mean for the experiment as declared. What cannot be measured is told in words, and has no
//! number.

mod beside;
mod calibrated;
mod caution;
mod declares;
mod design;
mod forecasted;
mod gather;
mod guard;
mod judge;
mod looks;
mod method;
mod orders;
mod pairs;
mod panel;
mod query;
mod says;
mod scale;
mod shape;
mod shares;
mod shown;
mod texts;
mod told;
mod trouble;
mod trust;
mod unlike;
mod unsplit;
mod variants;

use std::sync::Arc;

use whyproof_syntax::Parse;

use crate::compute::{Computing, names::Names};
use crate::experiment::{Declared, Experiment, Lock, Method, age, sealed};
use crate::explain::list;
use crate::query as queries;
use crate::sql::SqlError;
use crate::table::Table;
pub use calibrated::{Calibrated, calibrated};
use declares::near;
pub(crate) use looks::Looks;
pub use says::{Answers, Picture};
pub(crate) use scale::{bare as no_unit, gain, is_no_share, no_share};
pub use shown::number as plain_number;
pub(crate) use shown::{amount, count, number, percent};
pub use told::{
    Arm, Belief, Effect, Estimated, Forecasted, Guard, Guarded, Looked, Measurement, Note, Other,
    Segment, Split, Trouble,
};

/// Measures each of `experiments` that says where its data are: `from`, and `variant` or `time`. A plan without data
/// is left out. Nothing is asked of the host where there is none to measure.
pub fn measure(
    parse: &Parse,
    experiments: &[Experiment],
    with: &Computing<'_>,
) -> Vec<Measurement> {
    let measurable: Vec<&Experiment> = experiments
        .iter()
        .filter(|experiment| has_data(&experiment.declared))
        .collect();
    if measurable.is_empty() {
        return Vec::new();
    }
    let queries = queries::read(parse);
    let names = Names::new(parse, &queries, with);
    measurable
        .into_iter()
        .map(|experiment| one(experiment, &names, with))
        .collect()
}

/// Whether it says where its data are.
fn has_data(declared: &Declared) -> bool {
    declared.from.is_some() && (declared.variant.is_some() || declared.time.is_some())
}

fn one(experiment: &Experiment, names: &Names<'_>, with: &Computing<'_>) -> Measurement {
    let mut told = blank(experiment);
    let mut session = Session {
        names,
        with,
        asked: Vec::new(),
        files: Vec::new(),
        outside: false,
    };
    let declared = &experiment.declared;
    let measured = if declared.metrics.is_empty() {
        Err(Trouble {
            message: "The experiment has no metric that can be read.".to_owned(),
            help: "Write `metric = \"COLUMN\"`.".to_owned(),
        })
    } else {
        match declared.method {
            Method::BeforeAfter
            | Method::DifferenceInDifferences
            | Method::InterruptedTimeSeries => unsplit::measure(declared, &mut session, &mut told),
            _ => design::measure(declared, &mut session, &mut told),
        }
    };
    if let Err(trouble) = measured {
        told.effects.clear();
        told.forecast = None;
        told.trouble = Some(trouble);
    }
    told.queries = session.asked;
    told.outside = session.outside;
    told.files = session.files;
    told.files.sort();
    told.files.dedup();
    on_lock(&mut told, experiment, with);
    let notes = declares::notes(experiment, &told);
    told.trust.extend(notes);
    told.unchecked = declares::unchecked(declared, told.is_uneven);
    if !told.outside && told.trouble.is_none() {
        told.trust.push(Note::warning(
            "The data stand in the case itself: they are on your word, and nothing rests on them.",
        ));
    }
    // Warnings first; else in the order in which they were found.
    told.trust.sort_by_key(|note| !note.warns);
    told
}

/// A measurement without a number.
fn blank(experiment: &Experiment) -> Measurement {
    let declared = &experiment.declared;
    let metric = declared.metrics.first();
    Measurement {
        name: experiment.name.clone(),
        metric: metric.map_or_else(String::new, |metric| metric.name.clone()),
        direction: declared.direction,
        variant: declared.variant.clone(),
        method: declared.method.word().to_owned(),
        is_made_up: false,
        is_adjusted: false,
        unit: scale::bare(),
        units: counted_in(declared.unit.as_deref()),
        worthwhile: declared.worthwhile.clone(),
        variants: Vec::new(),
        effects: Vec::new(),
        split: None,
        is_uneven: false,
        guardrails: Vec::new(),
        segments: Vec::new(),
        others: Vec::new(),
        forecast: None,
        look: None,
        end: None,
        trust: Vec::new(),
        unchecked: Vec::new(),
        assumptions: Vec::new(),
        lock: Lock::of(experiment),
        lock_notes: Vec::new(),
        outside: false,
        files: Vec::new(),
        queries: Vec::new(),
        trouble: None,
    }
}

/// What is counted, from the name of its column: `user_id` is users.
pub(crate) fn counted_in(unit: Option<&str>) -> String {
    let Some(unit) = unit else {
        return "rows".to_owned();
    };
    let lower = unit.to_lowercase().replace('_', " ");
    let word = lower.strip_suffix(" id").unwrap_or(&lower).trim();
    match word {
        "" | "id" => "rows".to_owned(),
        "person" | "people" => "people".to_owned(),
        _ if word.ends_with('s') => word.to_owned(),
        _ => match word.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{word}s"),
        },
    }
}

/// What there is to say of the seal.
fn on_lock(told: &mut Measurement, experiment: &Experiment, with: &Computing<'_>) {
    let sentence = match &told.lock {
        Lock::Open => return,
        Lock::Sealed(seal) => {
            let age = age(seal, &told.files, with.host, with.scope, with.limits);
            if let Some(age) = age {
                told.lock_notes.push(Note::warning(age.says()));
            }
            if let Some(end) = experiment.declared.end.filter(|end| *end < seal.day) {
                told.lock_notes.push(Note::warning(format!(
                    "It was locked on {}, when it had ended on {end}.",
                    seal.day
                )));
            }
            let since = match Lock::added(experiment) {
                [] => String::new(),
                keys => {
                    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
                    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
                    format!("; where the data are ({}) was written since", list(&keys))
                }
            };
            Note::fine(format!(
                "What is measured is what was locked on {}{since}.",
                seal.day
            ))
        }
        Lock::Broken(seal) => {
            let found = sealed(experiment, with.host, with.scope, with.limits);
            let changed = found.map_or_else(
                || {
                    "it was changed afterwards (what, only a commit that has it could tell)"
                        .to_owned()
                },
                |found| found.changed.join("; "),
            );
            Note::warning(format!(
                "What is measured is not what was locked on {}: {changed}.",
                seal.day
            ))
        }
        Lock::Unreadable => {
            Note::warning("`locked` cannot be read, so nothing shows what was declared before.")
        }
    };
    told.lock_notes.insert(0, sentence);
    told.trust.extend(told.lock_notes.iter().cloned());
}

/// What is asked of the host for one experiment.
struct Session<'s> {
    names: &'s Names<'s>,
    with: &'s Computing<'s>,
    asked: Vec<String>,
    files: Vec<String>,
    outside: bool,
}

impl Session<'_> {
    /// What each of these queries gives, run together.
    fn ask(&mut self, queries: &[String]) -> Result<Vec<Arc<Table>>, Trouble> {
        let failed = |error: &SqlError| trouble::sql(error);
        self.asked.extend(queries.iter().cloned());
        let jobs = queries.iter().map(|sql| self.names.job(sql.clone(), None));
        let jobs = jobs
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| failed(&e))?;
        let answers = self.with.host.query(&jobs, self.with.limits, &|_| {});
        let mut tables = Vec::new();
        for answer in answers {
            let answer = answer.map_err(|error| failed(&error))?;
            self.outside |= answer.is_grounded();
            let outside = answer.read.iter().filter(|read| read.outside);
            self.files
                .extend(outside.flat_map(|read| read.files.clone()));
            tables.push(answer.table);
        }
        Ok(tables)
    }

    /// What kinds these columns of `from` have, and who sums them.
    fn known(&mut self, from: &str, columns: &[String]) -> Result<query::Known, Trouble> {
        let sql = query::kinds(from, columns);
        let found = self.ask_one(sql.clone());
        let found = found.map_err(|trouble| self.lacking(from, columns).unwrap_or(trouble))?;
        let columns = found.columns.clone();
        let job = self.names.job(sql, None);
        let job = job.map_err(|error| trouble::sql(&error))?;
        // Files in a bucket are read here.
        let is_read = |place: &crate::sql::Place| place.url.starts_with("s3://");
        Ok(query::Known {
            columns,
            is_here: job.places.values().all(is_read),
        })
    }

    /// Every column of `from`; none where they cannot be told.
    fn all_columns(&mut self, from: &str) -> Vec<String> {
        let table = self.ask_one(query::any(from));
        let names = |table: Arc<Table>| table.columns.iter().map(|one| one.name.clone()).collect();
        table.map(names).unwrap_or_default()
    }

    /// Which of the columns `from` does not have; none where that is not what is wrong.
    fn lacking(&mut self, from: &str, columns: &[String]) -> Option<Trouble> {
        let all = self.all_columns(from);
        let gone = columns.iter().find(|column| !all.contains(column))?;
        (!all.is_empty()).then(|| trouble::no_column(gone, from, &all))
    }

    /// What one query gives.
    fn ask_one(&mut self, sql: String) -> Result<Arc<Table>, Trouble> {
        let tables = self.ask(&[sql])?;
        tables
            .into_iter()
            .next()
            .ok_or_else(|| trouble::sql(&SqlError::Stopped))
    }
}
