//! Graphs of support and attack: standing, load, repair. Pure: no files, no clock, no printing.
//!
//! A [`Graph`] has **statements** ([`Node`]), **reasons** (groups of premises, joined inside by
//! *and*, independent of each other) and **objections** (one statement attacks another), and above
//! them the **case**: its claims, the objections to the whole, and what its problem lacks.
//!
//! # Standing
//!
//! Three values: 0 [falls](Standing::Falls), 1 [assumed](Standing::Assumed),
//! 2 [stands](Standing::Stands).
//!
//! - support(x) is 2 where x has evidence, else the larger of 1 and the best of its reasons; a
//!   reason is as good as the weakest of its premises.
//! - v(x) = min(support(x), 2 − max over objections o to x of v(o)).
//! - v(case) = min(v of its claims; 2 − max v of the objections to it), at most 1 where it has no
//!   claim or its problem lacks a part.
//!
//! References make cycles, so [`standings`] is the least fixed point in the order of information
//! (1 below 0 and below 2): each value leaves 1 at most once, and a worklist with counters finds it
//! in time linear in statements and edges. With evidence everywhere and no reasons this is Dung's
//! grounded semantics (in = 2, out = 0, undecided = 1); the example program `grounded` reads the
//! format of the ICCMA 2023 competition and prints the grounded extension.
//!
//! # Explanation, load, repair
//!
//! - [`explain`] and [`explain_case`] give the reason of every value as data.
//! - [`loads`] counts, for each statement, what rests on it.
//! - [`repairs`] gives the fewest steps that would make a statement or the case stand, and the
//!   weakest link: the step on which most rests.
//!
//! # Sources
//!
//! - P. M. Dung (1995). On the acceptability of arguments and its fundamental role in nonmonotonic
//!   reasoning, logic programming and n-person games. *Artificial Intelligence* 77, 321–357.
//! - International Competition on Computational Models of Argumentation, ICCMA 2023: rules and
//!   input format.
//! - A. Gupta, I. S. Mumick, V. S. Subrahmanian (1993). Maintaining views incrementally. *SIGMOD*:
//!   delete and rederive, which [`loads`] uses where references make cycles.
//! - D. E. Knuth (1977). A generalization of Dijkstra's algorithm. *Information Processing
//!   Letters* 6, 1–5: the cost of a repair where reasons are circular.

mod explain;
mod graph;
mod incremental;
mod load;
mod node;
mod repair;
mod solve;
mod standing;

pub use explain::{CaseExplanation, Explanation, Ground, explain, explain_case};
pub use graph::{Graph, GraphBuilder};
pub use load::{Loads, loads};
pub use node::{Nature, Node, NodeId, Side};
pub use repair::{Mend, Repair, Repairs, Step, Target, repairs};
pub use solve::{Standings, standings};
pub use standing::Standing;
