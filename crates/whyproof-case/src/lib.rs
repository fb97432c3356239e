//! The resolved case; bars and ladders; the [`Host`] trait, the one door to the world outside.
//!
//! [`resolve`] takes a parsed text and gives a [`Case`]: its problem, statements with their standings, evidence and
//! whether it counts, figures, whys, experiments, the parts of a story, and the verdict. It never fails: what is
//! wrong with the text is in [`Case::diagnostics`]. `docs/grammar.md` has the rules.

mod anchor;
mod asked;
mod bar;
mod case;
mod changes;
mod completion;
mod compute;
mod computed;
mod config;
mod dates;
mod evidence;
mod experiment;
mod explain;
mod figure;
pub mod form;
mod front;
mod host;
mod ids;
pub mod measure;
mod mined;
mod people;
mod plainly;
pub mod planning;
mod problem;
mod query;
mod refresh;
mod repair;
mod resolve;
mod rests;
mod revised;
mod sentences;
mod source;
mod sql;
mod statement;
mod story;
mod suppose;
mod table;
mod tabled;
mod why;

pub use anchor::{Anchor, Placement, place, revision};
pub use asked::{Fate, Held, Incoming, Merged, Outcome, clean_name, clean_words, merge};
pub use bar::{
    Bar, BarError, Criterion, Ladder, Rung, bar, bar_of, built_in_bar, built_in_bars,
    built_in_ladders, ladder,
};
pub use case::{Case, CaseVerdict, Kind, Named, Tested};
pub use changes::{ChangeGroup, ChangeKind, Changed, Changes, changes, earlier};
pub use completion::{ApiKey, Completion, Ended, Patience, Reply};
pub use compute::{Computing, compute, compute_one, table_names};
pub use computed::{Computed, Measured, Ran, Value};
pub use config::{
    CheckConfig, Config, ConfigError, Dialect, FigureConfig, FileConfig, Ignore, Level,
    RemoteConfig, SourceConfig, TableConfig, TypeName,
};
pub use dates::{Dated, MONTHS, Precision, latest as latest_date};
pub use evidence::{Evidence, EvidenceKind, Grounds, Undefined};
pub use experiment::{
    Age as LockAge, Amount, Declared, Direction, Experiment, Forecast, Guardrail,
    KEYS as EXPERIMENT_KEYS, Key, Lock, LockError, Method, Metric, Seal, Sealed, Summary, Unit,
    Verdict, age as lock_age, differences, read as experiments, seal, sealed, with_seal,
};
pub use explain::{capital, counted, list, number, shorten};
pub use figure::{Figure, FigureState, Form, lost as lost_figures};
pub use front::{Entry, Front, KEYS as FRONT_KEYS};
pub use host::{Host, HostError, Limits, Scope, Stat, join};
pub use ids::normalised;
pub use measure::Measurement;
pub use mined::Mined;
pub use people::{Signature, is_other, same, signature};
pub use plainly::{grouped, plainly};
pub use problem::{Found, Part, Problem};
pub use query::{Query, query_names};
pub use refresh::{Change, Refreshed, refresh};
pub use repair::{Mend, Repair, Step};
pub use resolve::resolve;
pub use rests::Resting;
pub use revised::{Commit, Revised, RevisionError};
pub use sentences::sentences;
pub use sql::{Answer, Bounds, Job, Place, Read, Reading, Source, SqlError};
pub use statement::{Side, Statement, StatementId, StatementKind};
pub use story::{PARTS as STORY_PARTS, StoryPart};
pub use suppose::{Supposed, Supposition};
pub use table::{Cell, Column, ColumnKind, Table};
pub use tabled::Tabled;
pub use why::{Target, Why, WhyKind, WhyState};
pub use whyproof_argument::{Explanation, Ground, Standing};
