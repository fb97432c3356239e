//! The statements that are sent.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::write;
use crate::{Bounds, EngineError, Input, Job, Reading};

fn job(sql: &str, tables: &[(&str, &str)], queries: &[(&str, &str)]) -> Job {
    let remote = tables.iter().map(|(name, table)| {
        let input = Input::Remote {
            source: "warehouse".to_owned(),
            table: (*table).to_owned(),
            reading: Reading::default(),
        };
        ((*name).to_owned(), input)
    });
    let queries = queries.iter().map(|(name, sql)| {
        let input = Input::Query {
            sql: (*sql).to_owned(),
        };
        ((*name).to_owned(), input)
    });
    Job {
        root: PathBuf::new(),
        sql: sql.to_owned(),
        tables: remote.chain(queries).collect(),
        places: BTreeMap::new(),
        bounds: Bounds::default(),
        explain: false,
    }
}

fn sent(sql: &str, tables: &[(&str, &str)], queries: &[(&str, &str)]) -> String {
    let statement =
        write(&job(sql, tables, queries), true).unwrap_or_else(|error| panic!("{error}"));
    let author: String = statement
        .sql
        .chars()
        .skip(statement.before)
        .take(statement.length)
        .collect();
    assert_eq!(author, statement.author);
    statement.sql
}

#[test]
fn words_that_need_nothing_are_sent_as_they_stand() {
    let sql = "select  count(*) -- all\nfrom Orders ;";
    assert_eq!(
        sent(sql, &[("orders", "orders")], &[]),
        "select  count(*) -- all\nfrom Orders "
    );
    assert_eq!(
        sent(
            "select 1 from sales.orders",
            &[("sales.orders", "sales.orders")],
            &[]
        ),
        "select 1 from sales.orders"
    );
}

#[test]
fn another_name_is_put_in_front() {
    assert_eq!(
        sent(
            "select avg(x) from trial -- mean",
            &[("trial", "lab.\"Trial 1\"")],
            &[]
        ),
        "with \"trial\" as not materialized (select * from \"lab\".\"Trial 1\")\nselect * from (\n\
         select avg(x) from trial -- mean\n) as q"
    );
}

#[test]
fn queries_stand_after_what_they_read() {
    let sql = sent(
        "select * from third",
        &[("trial", "trial")],
        &[
            ("third", "select * from second, first;"),
            ("second", "select * from first"),
            ("first", "select * from trial"),
        ],
    );
    let places: Vec<Option<usize>> = ["\"first\" as", "\"second\" as", "\"third\" as"]
        .iter()
        .map(|name| sql.find(name))
        .collect();
    assert!(places.iter().all(Option::is_some), "{sql}");
    assert!(places.is_sorted(), "{sql}");
    assert!(!sql.contains(';'), "{sql}");
    assert_eq!(sql.matches("\"first\" as").count(), 1);
}

#[test]
fn tables_that_have_each_others_names_are_not_mixed_up() {
    let sql = sent("select * from a, b", &[("a", "b"), ("b", "a")], &[]);
    let first = sql.find("from \"b\"").zip(sql.find("\"b\" as"));
    assert!(first.is_some_and(|(read, named)| read < named), "{sql}");
    let second = sql.find("from \"a\"").zip(sql.find("\"a\" as"));
    assert!(second.is_some_and(|(read, named)| read < named), "{sql}");
}

#[test]
fn a_circle_of_queries_is_seen() {
    let circle = job(
        "select * from a",
        &[],
        &[("a", "select * from b"), ("b", "select * from a")],
    );
    assert!(matches!(
        write(&circle, true),
        Err(EngineError::Table { .. })
    ));
}

#[test]
fn a_name_that_nothing_stands_for_is_refused() {
    for (sql, tables) in [
        ("select * from pg_catalog.pg_shadow", &[][..]),
        ("select * from pg_user", &[]),
        ("select * from information_schema.tables", &[]),
        (
            "select * from orders",
            &[("orders", "orders; drop table orders")],
        ),
        ("select * from orders", &[("orders", "(select 1)")]),
        ("select * from a.orders", &[("a.orders", "b.orders")]),
    ] {
        let refused = write(&job(sql, tables, &[]), true);
        assert!(
            matches!(refused, Err(EngineError::Table { .. })),
            "{sql}: {refused:?}"
        );
    }
}

#[test]
fn a_mistake_in_another_query_names_it() {
    let wrong = job("select * from a", &[], &[("a", "delete from orders")]);
    let message = write(&wrong, true)
        .map(|_| ())
        .map_err(|error| error.to_string());
    assert!(message.is_err_and(|message| message.starts_with("in `a`:")));
}
