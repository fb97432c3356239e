//! Figures computed: which queries they need, what each name in them stands for, and how the text stands to what
//! came back.

mod cells;
mod figures;
pub(crate) mod names;
mod notes;
mod tables;

use std::collections::BTreeMap;

use whyproof_syntax::Parse;

use self::names::Names;
use crate::computed::{Computed, Ran, Value};
use crate::config::Config;
use crate::experiment;
use crate::figure::{self, Figure, Form};
use crate::host::{Host, Limits, Scope};
use crate::measure;
use crate::query::{self, Query};
use crate::sql::{Bounds, Job, SqlError};
use crate::tabled;

/// What a case's queries are computed with.
#[derive(Clone, Copy)]
pub struct Computing<'c> {
    /// The door to the engine.
    pub host: &'c dyn Host,
    /// Where the case stands.
    pub scope: &'c Scope,
    /// Named sources, tables, bounds.
    pub config: &'c Config,
    /// When to stop.
    pub limits: Limits<'c>,
    /// Whether queries run in a process of their own.
    pub apart: bool,
    /// Hears of each query as it ends, from any thread: how many have, of how many.
    pub on_done: &'c (dyn Fn(usize, usize) + Sync),
}

/// Computes the queries that figures of the text need, and how the text stands to them; and measures its experiments
/// that say where their data are. A text with neither asks nothing of the host.
pub fn compute(parse: &Parse, with: &Computing<'_>) -> Computed {
    let mut computed = of_figures(parse, with);
    let experiments = experiment::read(parse, &mut Vec::new());
    for measured in measure::measure(parse, &experiments, with) {
        // Of two with one name the first is meant.
        if computed.measured.contains_key(&measured.name) {
            continue;
        }
        // What stands in the case itself shows nothing.
        if let (Some(verdict), true) = (measured.verdict(), measured.outside) {
            computed.experiments.insert(measured.name.clone(), verdict);
        }
        computed.measured.insert(measured.name.clone(), measured);
    }
    computed
}

fn of_figures(parse: &Parse, with: &Computing<'_>) -> Computed {
    let figures = figure::read(parse, &Computed::default());
    let tabled = tabled::read(parse);
    if figures.is_empty() && tabled.is_empty() {
        return Computed::default();
    }
    let queries = query::read(parse);
    let names = Names::new(parse, &queries, with);
    let used = figures.iter().map(|figure| figure.query.as_str());
    let used = used.chain(tabled.iter().map(|table| table.query.as_str()));
    let mut wanted: Vec<Wanted> = Vec::new();
    for name in used {
        if !wanted.iter().any(|known| known.name == name) {
            wanted.push(Wanted::of(&names, &queries, name));
        }
    }
    let held: Vec<Wanted> = queries
        .iter()
        .filter(|query| wanted.iter().any(|wanted| wanted.name == query.name))
        .filter_map(|query| Wanted::holds(&names, query))
        .collect();
    let (ran, held) = run(wanted, held, with);
    Computed {
        figures: values(&figures, &queries, &ran, &held, with.scope),
        results: ran,
        ..Computed::default()
    }
}

/// The names of the tables of the text, each that of the heading above it, as queries use them.
pub fn table_names(parse: &Parse) -> Vec<String> {
    tables::names(parse)
}

/// Computes one query of the text, whether a figure uses it or not: of the name that a figure would use.
pub fn compute_one(parse: &Parse, name: &str, explain: bool, with: &Computing<'_>) -> Ran {
    let queries = query::read(parse);
    let names = Names::new(parse, &queries, with);
    let mut job = Wanted::of(&names, &queries, name).job?;
    job.explain = explain;
    let mut ran = with.host.query(&[job], with.limits, &|_| {});
    ran.pop().unwrap_or(Err(SqlError::Stopped))
}

/// A query to run, or why it cannot be.
struct Wanted {
    name: String,
    job: Result<Job, SqlError>,
}

impl Wanted {
    /// The query `name`: a block of the case, else a table or a file by its own name.
    fn of(names: &Names<'_>, queries: &[Query], name: &str) -> Wanted {
        let block = queries.iter().find(|query| query.name == name);
        let sql = block.map_or_else(
            || format!("select * from {}", names::quoted(name)),
            |query| query.sql.clone(),
        );
        Wanted {
            name: name.to_owned(),
            job: names.job(sql, block.map(|query| query.name.as_str())),
        }
    }

    /// How many rows of the query there are, and how many do not meet its condition.
    fn holds(names: &Names<'_>, query: &Query) -> Option<Wanted> {
        let condition = query.holds.as_ref()?;
        // The line ends before the bracket, so that a comment in the condition cannot take it.
        let sql = format!(
            "select count(*) as total, count(*) filter (where (\n{condition}\n) is not true) as broken from {}",
            names::quoted(&query.name)
        );
        Some(Wanted {
            name: query.name.clone(),
            job: names.job(sql, None),
        })
    }
}

/// Runs what can be run, all at once; answers by name.
fn run(
    wanted: Vec<Wanted>,
    held: Vec<Wanted>,
    with: &Computing<'_>,
) -> (BTreeMap<String, Ran>, BTreeMap<String, Ran>) {
    let conditions = wanted.len();
    let mut jobs: Vec<Job> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut ran: Vec<Ran> = Vec::new();
    for (at, one) in wanted.into_iter().chain(held).enumerate() {
        names.push(one.name);
        match one.job {
            Ok(job) => {
                jobs.push(job);
                places.push(at);
                ran.push(Err(SqlError::Stopped));
            }
            Err(error) => ran.push(Err(error)),
        }
    }
    let total = jobs.len();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let on_done = |_: usize| {
        let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        (with.on_done)(done, total);
    };
    let answers = with.host.query(&jobs, with.limits, &on_done);
    for (at, answer) in places.into_iter().zip(answers) {
        ran[at] = answer;
    }
    let mut named = names.into_iter().zip(ran);
    let queries = named.by_ref().take(conditions).collect();
    (queries, named.collect())
}

fn values(
    figures: &[Figure],
    queries: &[Query],
    ran: &BTreeMap<String, Ran>,
    held: &BTreeMap<String, Ran>,
    scope: &Scope,
) -> BTreeMap<(String, String), Value> {
    let value = |figure: &Figure| {
        let ran = ran.get(&figure.query)?;
        let path = figure.path.as_deref().unwrap_or("");
        if figure.form == Form::Chart && !(path.ends_with(".svg") && scope.beside(path).is_some()) {
            let value = figures::no_picture(path);
            return Some(((figure.id.clone(), figure.text.clone()), value));
        }
        let condition = queries
            .iter()
            .find(|query| query.name == figure.query)
            .and_then(|query| query.holds.as_deref());
        let value = figures::value(figure, ran, condition, held.get(&figure.query));
        Some(((figure.id.clone(), figure.text.clone()), value))
    };
    figures.iter().filter_map(value).collect()
}

fn bounds(config: &Config, apart: bool) -> Bounds {
    let figures = &config.figures;
    Bounds {
        time: std::time::Duration::from_secs(u64::from(figures.seconds)),
        memory: u64::from(figures.memory) << 20,
        rows: u64::from(figures.rows),
        apart,
        ..Bounds::default()
    }
}
