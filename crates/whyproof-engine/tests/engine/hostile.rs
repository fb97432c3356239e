//! Queries that want more than they are given.

use std::fs;

use whyproof_engine::{EngineError, tables_of};

use crate::place::{Place, file};

const CSV: &str = "a,b\n1,x\n";

fn refused(path: &str) -> String {
    let place = Place::with("inside/d.csv", CSV).table("t", file(path));
    match place.fails("select * from t") {
        EngineError::Table { name, message } if name == "t" => message,
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn files_outside_of_the_root() {
    for path in [
        "../secret.csv",
        "inside/../../secret.csv",
        "inside/..",
        "..\\secret.csv",
    ] {
        assert!(
            refused(path).contains("leads out"),
            "{path}: {}",
            refused(path)
        );
    }
    for path in [
        "/etc/passwd",
        "/etc/hosts.csv",
        "\\\\server\\x.csv",
        "C:\\x.csv",
        "C:x.csv",
        "~/x.csv",
    ] {
        assert!(
            refused(path).contains("not a path inside"),
            "{path}: {}",
            refused(path)
        );
    }
    for path in [
        "http://example.org/x.csv",
        "s3://bucket/x.parquet",
        "file:///etc/passwd",
    ] {
        assert!(
            refused(path).contains("is a URL"),
            "{path}: {}",
            refused(path)
        );
    }
    for path in ["", ".", "./", "a\0.csv"] {
        refused(path);
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_out() {
    let outside = Place::with("secret.csv", CSV);
    let place = Place::with("d.csv", CSV);
    fs::create_dir_all(place.path("folder")).expect("a folder");
    std::os::unix::fs::symlink(outside.path("secret.csv"), place.path("link.csv")).expect("a link");
    std::os::unix::fs::symlink(outside.path("secret.csv"), place.path("folder/link.csv"))
        .expect("a link");
    std::os::unix::fs::symlink(outside.path(""), place.path("away")).expect("a link");
    std::os::unix::fs::symlink(place.path("d.csv"), place.path("own.csv")).expect("a link");
    let place = place
        .table("link", file("link.csv"))
        .table("folder", file("folder"))
        .table("away", file("away/secret.csv"))
        .table("all", file("away"));
    for name in ["link", "folder", "away", "\"all\""] {
        let error = place.fails(&format!("select * from {name}")).to_string();
        assert!(
            error.contains("leads out of the workspace"),
            "{name}: {error}"
        );
    }
    assert_eq!(place.shows("select a from 'own.csv'"), "a:int\n1");
}

#[test]
fn files_that_are_not_in_the_job() {
    let place = Place::with("d.csv", CSV).table("t", file("d.csv"));
    place.file("other.csv", CSV);
    for name in [
        "'other.csv'",
        "'/etc/passwd'",
        "'http://example.org/x.csv'",
        "'s3://b/x'",
        "nothing",
        "other.csv",
    ] {
        let mut job = place.job("select 1 as n");
        job.sql = format!("select * from {name}");
        match crate::place::engine().run(&job, None) {
            Err(EngineError::Table { message, .. }) => {
                assert!(message.contains("there is no table"), "{message}")
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn what_is_no_query() {
    let place = Place::with("d.csv", CSV);
    for sql in [
        "copy (select 1) to 'out.csv'",
        "copy 'd.csv' to 'out.parquet'",
        "insert into 'd.csv' values (2, 'y')",
        "create table t as select 1",
        "create view v as select 1",
        "create external table t stored as csv location '/etc/passwd'",
        "create function f() returns int return 1",
        "drop table t",
        "delete from 'd.csv'",
        "update 'd.csv' set a = 1",
        "set datafusion.execution.target_partitions = 1",
        "reset datafusion.execution.target_partitions",
        "show tables",
        "show all",
        "explain select 1",
        "explain analyze select 1",
        "describe 'd.csv'",
        "prepare p as select 1",
        "execute p",
        "begin",
        "truncate table t",
        "select 1; select 2",
        "select 1; drop table t",
        "select 1 /* ; */ ; -- \n set x = 1",
        "",
        " ; ",
        "-- only a comment",
        "select 1 into t",
        "select * into t from 'd.csv'",
        "with t as (insert into 'd.csv' values (2, 'y')) select * from t",
        "with t as (delete from 'd.csv') select * from t",
        "select $1",
        "select ?",
    ] {
        match place.fails(sql) {
            EngineError::NotOneQuery(_) | EngineError::Wrong { .. } => {}
            other => panic!("{sql}: {other:?}"),
        }
    }
    assert_eq!(
        fs::read_dir(place.path("")).expect("the folder").count(),
        1,
        "nothing was written"
    );
    assert_eq!(
        place.shows("select 1 as n; -- and nothing else"),
        "n:int\n1"
    );
    assert_eq!(place.shows("/* ; drop */ select ';--' as n"), "n:text\n;--");
}

#[test]
fn catalogues_and_functions_of_the_machine() {
    let place = Place::new();
    for sql in [
        "select * from information_schema.tables",
        "select * from information_schema.df_settings",
        "select * from pg_catalog.pg_tables",
        "select now()",
        "select current_date",
        "select current_timestamp",
        "select current_time",
        "select today()",
        "select random()",
        "select uuid()",
        "select version()",
        "select pg_sleep(10)",
        "select input_file_name()",
        "select * from range(10)",
        "select * from generate_series(1, 1000000000)",
        "select * from read_csv('/etc/passwd')",
        "select * from table(generate_series(1, 10))",
        "select unnest(range(1, 1000000000))",
        "select unnest(generate_series(1, 1000000000))",
        "select array_repeat(1, 1000000000)",
        "select @@version",
        "select @x",
    ] {
        match place.fails(sql) {
            EngineError::NotOneQuery(_) | EngineError::Wrong { .. } | EngineError::Table { .. } => {
            }
            other => panic!("{sql}: {other:?}"),
        }
    }
    assert!(
        place
            .fails("select now()")
            .to_string()
            .contains("depends on the clock")
    );
    assert!(
        place
            .fails("select a, random() from (select 1 as a)")
            .to_string()
            .contains("something else every time")
    );
}

#[test]
fn a_query_inside_of_another_may_not_do_more() {
    let place = Place::with("d.csv", CSV)
        .query("clock", "select now() as n")
        .query("writes", "insert into 'd.csv' values (1, 'x')");
    assert!(
        place
            .fails("select * from clock")
            .to_string()
            .contains("in the query `clock`")
    );
    assert!(
        place
            .fails("select * from writes")
            .to_string()
            .contains("in the query `writes`")
    );
    assert!(
        place
            .fails("select (select random()) as r")
            .to_string()
            .contains("every time")
    );
    assert!(
        place
            .fails("select 1 as n where exists (select uuid())")
            .to_string()
            .contains("every time")
    );
}

#[test]
fn deep_and_long_queries() {
    let place = Place::new();
    let brackets = format!("select {}1{}", "(".repeat(5000), ")".repeat(5000));
    assert!(place.fails(&brackets).to_string().contains("too deeply"));
    let nested = format!(
        "{}select 1 as n{}",
        "select * from (".repeat(300),
        ") t".repeat(300)
    );
    place.fails(&nested);
    let chain = format!("select 1{} as n", " + 1".repeat(7_000));
    tables_of(&chain).expect("no tables");
    let _ = place.run(&chain);
    let ors = format!("select 1 as n where {}1 = 1", "1 = 2 or ".repeat(3_000));
    let _ = place.run(&ors);
    let cases = format!(
        "select {}1{} as n",
        "case when true then ".repeat(2_000),
        " end".repeat(2_000)
    );
    let _ = place.run(&cases);
    let unions = format!("select 1 as n {}", "union all select 1 ".repeat(2_000));
    let _ = place.run(&unions);
    place.fails(&format!("select '{}'", "x".repeat(1 << 17)));
}
