//! Queries that a PostgreSQL server answers. Each test has a server of its own.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests start servers, write files, and measure time"
)]

// Not by its crate, which would bring features for which all of the engine's crates were built again.
#[path = "../../whyproof-testing/src/postgres.rs"]
#[expect(unreachable_pub, reason = "it is public where it belongs")]
mod server;
#[path = "remote_postgres/support.rs"]
mod support;

#[path = "remote_postgres/answers.rs"]
mod answers;
#[path = "remote_postgres/bounds.rs"]
mod bounds;
#[path = "remote_postgres/figures.rs"]
mod figures;
#[path = "remote_postgres/hostile.rs"]
mod hostile;
#[path = "remote_postgres/unreachable.rs"]
mod unreachable;
