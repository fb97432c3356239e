//! What is let through, and what is not.

use super::check;
use crate::EngineError;

fn tables(sql: &str) -> Vec<String> {
    let checked = check(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    checked.tables.iter().map(|parts| parts.join(".")).collect()
}

#[test]
fn tables_are_named_as_the_server_reads_them() {
    assert_eq!(
        tables("select * from Orders o join sales.\"Lines\" l using (id), Orders"),
        ["orders", "sales.Lines"]
    );
    assert_eq!(tables("select 1"), [""; 0]);
    assert_eq!(
        tables("select * from generate_series(1, 3) as n, lateral unnest(array[n]) u"),
        [""; 0]
    );
    assert_eq!(
        tables("select (select max(x) from b) from a where exists (select from c)"),
        ["b", "a", "c"]
    );
}

#[test]
fn names_of_its_own_with_are_no_tables_where_they_can_be_seen() {
    assert_eq!(
        tables("with a as (select * from t) select * from a, (select * from a) b"),
        ["t"]
    );
    // A name is not seen from inside itself, nor before it, unless it may recur.
    assert_eq!(
        tables("with secrets as (select * from secrets) select * from secrets"),
        ["secrets"]
    );
    assert_eq!(
        tables("with a as (select * from b), b as (select 1) select * from a, b"),
        ["b"]
    );
    assert_eq!(
        tables("with recursive a as (select 1 union all select * from a) select * from a"),
        [""; 0]
    );
    // One that stands inside is not seen from outside.
    assert_eq!(
        tables(
            "select * from secrets where exists (with secrets as (select 1) select * from secrets)"
        ),
        ["secrets"]
    );
    assert_eq!(tables("with x as (select 1) select * from s.x"), ["s.x"]);
}

#[test]
fn the_text_ends_where_the_query_does() {
    let cut = |sql| check(sql).map(|checked| checked.sql.to_owned());
    assert_eq!(cut("select 1; -- done").as_deref(), Ok("select 1"));
    assert_eq!(
        cut("select 'ä;', 2\n as \"b;\" ;;").as_deref(),
        Ok("select 'ä;', 2\n as \"b;\" ")
    );
    assert_eq!(cut("select 1 -- more").as_deref(), Ok("select 1 -- more"));
}

#[test]
fn what_is_not_one_query_is_told_so() {
    for sql in [
        "",
        ";",
        "select 1; select 2",
        "select 1; drop table orders",
        "commit; drop table orders",
        "insert into orders values (1)",
        "update orders set id = 1",
        "delete from orders",
        "drop table orders",
        "with x as (delete from orders returning *) select * from x",
        "with x as (insert into orders values (1) returning *) select * from x",
        "with x as (update orders set id = 1 returning *) select * from x",
        "select * into stolen from orders",
        "select * from orders for update",
        "select * from (select * from orders for share) x",
        "copy orders to program 'sh'",
        "copy (select 1) to '/tmp/x'",
        "explain analyze select 1",
        "select $1 as x",
        "begin",
        "set role postgres",
    ] {
        assert!(
            matches!(check(sql), Err(EngineError::NotOneQuery(_))),
            "{sql}: {:?}",
            check(sql)
        );
    }
}

#[test]
fn what_reaches_further_is_refused() {
    for sql in [
        "select pg_read_file('/etc/passwd')",
        "select \"pg_read_file\"('/etc/passwd')",
        "select pg_catalog.pg_read_file('/etc/passwd')",
        "select * from pg_ls_dir('/')",
        "select * from orders, lateral pg_ls_dir('/') d",
        "select U&\"pg\\005fread_file\"('/etc/passwd')",
        "select set_config('transaction_read_only', 'off', false)",
        "select lo_import('/etc/passwd')",
        "select query_to_xml('select 1', true, true, '')",
        "select 1 order by pg_terminate_backend(1)",
        "select count(*) filter (where pg_reload_conf()) from orders",
        "select sum(id) over (order by set_config('a', 'b', true)) from orders",
        "table orders",
        "select 1 union table orders",
        "do $$ begin execute 'drop table orders'; end $$",
        "lock table orders",
    ] {
        assert!(check(sql).is_err(), "{sql}");
    }
}

#[test]
fn a_mistake_has_its_place() {
    let Err(EngineError::Wrong { message, place }) = check("select 1\nfrom orders where") else {
        panic!("it is wrong");
    };
    assert!(!message.contains("Line"), "{message}");
    assert!(place.is_none_or(|(line, _)| line <= 2), "{place:?}");
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    let deep = format!("select {}1{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(check(&deep).is_err());
    let long = format!("select 1{}", " union all select 1".repeat(2_000));
    assert!(check(&long).is_ok() || matches!(check(&long), Err(EngineError::Wrong { .. })));
}
