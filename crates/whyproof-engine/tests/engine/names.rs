//! The names of tables in a query.

use whyproof_engine::{EngineError, tables_of};

fn names(sql: &str) -> Vec<String> {
    tables_of(sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
}

#[test]
fn as_written_in_order_each_once() {
    assert_eq!(
        names("select * from 'data/x.csv' a join Trial b using (id), \"Two Words\", trial"),
        ["data/x.csv", "Trial", "Two Words"]
    );
    assert_eq!(
        names(
            "select (select max(n) from inner_one) from outer_one where x in (select y from third)"
        ),
        ["inner_one", "outer_one", "third"]
    );
    assert_eq!(names("select 1"), Vec::<String>::new());
    assert_eq!(
        names("select * from source.table1 union all select * from other"),
        ["source.table1", "other"]
    );
}

#[test]
fn not_those_of_the_query_itself() {
    assert_eq!(
        names("with a as (select * from x), b as (select * from a) select * from b, y"),
        ["x", "y"]
    );
    assert_eq!(names("with t as (select * from t) select * from T"), ["t"]);
    assert_eq!(
        names("with recursive r as (select 1 as n union all select n + 1 from r) select * from r"),
        Vec::<String>::new()
    );
    assert_eq!(
        names("select * from (with a as (select 1 as n) select * from a) s, a"),
        ["a"]
    );
}

#[test]
fn deep_ones_take_no_time() {
    let mut nested = "select * from x".to_owned();
    for at in 0..40 {
        nested = format!("with a{at} as ({nested}) select * from a{at}");
    }
    assert_eq!(names(&nested), ["x"]);
    for part in [
        "(",
        "not (",
        "(not ",
        "f(not ",
        "position(",
        "position((",
        "cast(",
        "substring(x, ",
        "case (",
        "case when (",
        "[",
        "{a: ",
        "interval ",
        "exists (",
        "((((select ",
    ] {
        for start in ["select ", "select * from ", "select 1 from x where "] {
            let started = std::time::Instant::now();
            let _ = tables_of(&format!("{start}{}", part.repeat(45)));
            let _ = tables_of(&format!("{start}{}1", part.repeat(9)));
            let took = started.elapsed();
            assert!(took.as_millis() < 2000, "{start}{part}: {took:?}");
        }
    }
    let many = "select 1 from x where not a and not (b) or not (not (c)) and cast(cast(d as int) as text) = 'x'";
    assert_eq!(
        names(&format!("{many} and {}", ["not (a)"; 30].join(" and "))),
        ["x"]
    );
}

#[test]
fn only_of_queries() {
    assert!(matches!(
        tables_of("drop table x"),
        Err(EngineError::NotOneQuery(_))
    ));
    assert!(matches!(
        tables_of("select * from x; select * from y"),
        Err(EngineError::NotOneQuery(_))
    ));
    assert!(matches!(
        tables_of("select * frm x y z"),
        Err(EngineError::Wrong { .. })
    ));
}
