//! `moments` is what counts, means and covariances with FILTER are, in one pass.

use whyproof_engine::{Engine, Value};

use crate::place::{Place, engine};

/// Three groups, with gaps, truth values, infinite values and a column far from zero.
fn place() -> Place {
    let rows = (0..20_000_u32).map(|n| {
        let x = match n % 11 {
            0 => String::new(),
            5 if n % 3 == 1 => "inf".to_owned(),
            _ => format!("{}", 1e9 + f64::from(n * 37 % 101) * 0.25),
        };
        let y = if n % 13 == 0 {
            String::new()
        } else {
            format!("{}", n % 17)
        };
        format!(
            "{},{x},{y},{}\n",
            ["a", "b", "c"][n as usize % 3],
            n % 2 == 0
        )
    });
    let text: String = rows.collect();
    Place::with("d.csv", format!("g,x,y,t\n{text}"))
}

/// What `moments(x, y)` says in the SQL that everybody has.
const PLAIN: &str = "select {by} count(*) filter (where {ok}) as n, \
    count(*) filter (where x is not null and y is not null and not (abs(x) < 1e300)) as bad, \
    count(*) filter (where {ok} and x not in (0, 1)) as many, \
    avg(x) filter (where {ok}) as mx, avg(y) filter (where {ok}) as my, \
    var_pop(x) filter (where {ok}) as xx, covar_pop(x, y) filter (where {ok}) as xy, \
    var_pop(y) filter (where {ok}) as yy from 'd.csv' {end}";
const OWN: &str = "select {by} moments(x, y)[1] as n, moments(x, y)[2] as bad, moments(x, y)[3] as many, \
    moments(x, y)[4] as mx, moments(x, y)[5] as my, moments(x, y)[6] as xx, moments(x, y)[7] as xy, \
    moments(x, y)[8] as yy from 'd.csv' {end}";

fn number(value: &Value) -> f64 {
    match value {
        Value::Int(n) => *n as f64,
        Value::Float(n) => *n,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_as_plain_sql() {
    let place = place();
    let ok = "x is not null and y is not null and abs(x) < 1e300";
    for (by, end) in [
        ("", ""),
        ("g,", "group by g order by g"),
        ("", "where y < 0"),
    ] {
        let filled = |sql: &str| {
            sql.replace("{by}", by)
                .replace("{ok}", ok)
                .replace("{end}", end)
        };
        let rows = |sql: &str| {
            engine()
                .run(&place.job(&filled(sql)), None)
                .expect(sql)
                .rows
        };
        let (plain, own) = (rows(PLAIN), rows(OWN));
        assert_eq!(plain.len(), own.len());
        for (plain, own) in plain.iter().flatten().zip(own.iter().flatten()) {
            if let (Value::Text(_), _) | (Value::Null, _) = (plain, own) {
                assert_eq!(plain, own);
                continue;
            }
            let (plain, own) = (number(plain), number(own));
            assert!(
                (plain - own).abs() <= 1e-7 * plain.abs().max(1.0),
                "{plain} {own}"
            );
        }
    }
}

#[test]
fn as_many_groups_as_rows_and_any_number_of_threads() {
    let place = place();
    let sql = "select count(*) as n, sum(m) as s from \
        (select row, moments(y)[4] as m from (select y, row_number() over () as row from 'd.csv') t group by row) u";
    let plain = "select count(*) as n, sum(y) as s from 'd.csv'";
    let rows = |threads: usize, sql: &str| {
        let engine = Engine::new(Some(threads)).expect("an engine");
        engine.run(&place.job(sql), None).expect(sql).rows
    };
    let wanted: Vec<f64> = rows(1, plain).iter().flatten().map(number).collect();
    for threads in [1, 2, 4] {
        let found: Vec<f64> = rows(threads, sql).iter().flatten().map(number).collect();
        assert_eq!(found, wanted, "{threads}");
    }
}

#[test]
fn truth_values_windows_and_filters() {
    let place = place();
    let shares =
        "select moments(t)[1] as n, moments(t)[3] as many, moments(t)[4] as mean from 'd.csv'";
    assert!(
        place.shows(shares).ends_with("\n20000|0|0.5"),
        "{}",
        place.shows(shares)
    );
    let kept = "select moments(y) filter (where y < 2)[1] as n from 'd.csv'";
    let counted = place.shows("select count(*) as n from 'd.csv' where y < 2");
    let kept = place.shows(&kept.replace("[1] as n", " as l"));
    let n = counted.rsplit('\n').next().unwrap_or_default();
    assert!(kept.contains(&format!("[{n}")), "{kept} {counted}");
    let running = "select y, moments(y) over (order by y)[1] as n from (values (1), (2), (3)) v(y) order by y";
    let running = running.replace("[1] as n", " as l");
    assert_eq!(
        place.shows(&running).lines().count(),
        4,
        "{}",
        place.shows(&running)
    );
}

#[test]
fn other_values_once_and_text_not_at_all() {
    let place = place();
    let once = place.shows("select moments(distinct y) as l from 'd.csv'");
    assert!(once.contains("[17, 0, 15, 8, 24"), "{once}");
    let error = place
        .fails("select moments(g) as m from 'd.csv'")
        .to_string();
    assert!(error.contains("`moments` cannot take text"), "{error}");
}
