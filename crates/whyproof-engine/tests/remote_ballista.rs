//! Queries on a Ballista cluster, which `cargo xtask ballista` starts.
#![cfg(feature = "ballista")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests write files, and measure time"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use whyproof_engine::{
    Bounds, Column, Engine, EngineError, Input, Job, Kind, Output, Place, Reading, Value,
    to_parquet,
};

fn variable(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("the test needs a cluster: run `cargo xtask ballista`"))
}

fn root() -> PathBuf {
    PathBuf::from(variable("WHYPROOF_BALLISTA_ROOT"))
}

fn place(url: &str) -> Place {
    Place {
        url: url.to_owned(),
        root: Some(root().display().to_string()),
        options: BTreeMap::new(),
    }
}

fn there(table: &str) -> Input {
    Input::Remote {
        source: "cluster".to_owned(),
        table: table.to_owned(),
        reading: Reading::default(),
    }
}

fn here(path: &str) -> Input {
    Input::Files {
        path: path.to_owned(),
        reading: Reading::default(),
    }
}

fn job(sql: &str, tables: &[(&str, Input)]) -> Job {
    Job {
        root: root(),
        sql: sql.to_owned(),
        tables: tables
            .iter()
            .map(|(name, input)| ((*name).to_owned(), input.clone()))
            .collect(),
        places: BTreeMap::from([("cluster".to_owned(), place(&variable("WHYPROOF_BALLISTA")))]),
        bounds: Bounds::default(),
        explain: false,
    }
}

fn ask(job: &Job) -> Result<Output, EngineError> {
    Engine::new(Some(2)).expect("an engine").run(job, None)
}

fn refusal(job: &Job) -> String {
    match ask(job) {
        Err(EngineError::Source { name, message }) => {
            assert_eq!(name, "cluster");
            assert!(
                !message.contains("http://") && !message.contains("127.0.0.1"),
                "{message}"
            );
            message
        }
        other => panic!("{other:?}"),
    }
}

/// Writes visits of some villages as text and as Parquet in three files, below a folder of this test's own.
fn visits(test: &str, rows: i64) -> String {
    let folder = root().join(test);
    let parts = folder.join("parts");
    fs::create_dir_all(&parts).expect("a folder");
    let columns = [
        ("village", Kind::Int),
        ("came", Kind::Bool),
        ("km", Kind::Float),
        ("word", Kind::Text),
    ]
    .map(|(name, kind)| Column {
        name: name.to_owned(),
        kind,
    });
    let row = |n: i64| {
        let word = if n % 5 == 0 {
            Value::Null
        } else {
            Value::Text(format!("w{}", n % 3))
        };
        vec![
            Value::Int(n % 7),
            Value::Bool(n % 3 == 0),
            Value::Float((n % 40) as f64 / 4.0),
            word,
        ]
    };
    let mut text = String::from("village,came,km,word\n");
    for number in 0..3 {
        let rows: Vec<_> = (rows * number / 3..rows * (number + 1) / 3)
            .map(row)
            .collect();
        for cells in &rows {
            let cells: Vec<String> = cells
                .iter()
                .map(|cell| match cell {
                    Value::Int(whole) => whole.to_string(),
                    Value::Bool(truth) => truth.to_string(),
                    Value::Float(number) => number.to_string(),
                    Value::Text(words) => words.clone(),
                    _ => String::new(),
                })
                .collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        let bytes = to_parquet(&columns, &rows).expect("Parquet");
        fs::write(parts.join(format!("{number}.parquet")), bytes).expect("a file");
    }
    fs::write(folder.join("visits.csv"), text).expect("a file");
    test.to_owned()
}

#[test]
fn ballista_gives_the_figures_that_the_engine_here_gives() {
    let folder = visits("figures", 3000);
    for path in [format!("{folder}/visits.csv"), format!("{folder}/parts")] {
        for sql in [
            "select count(*) as n, avg(km) as km, count(word) as words from visits",
            "select village, avg(km) as km, count(*) filter (where came) as came from visits group by village",
            "select village, word, km from visits where km > 9.5 order by km desc, village, word limit 10",
            "select village, km from visits where km = 9.75",
            "select village, word, km from visits where km > 9.5 order by km desc, village, word limit 7 offset 20",
            "select village, word, km from visits where km > 9.5 order by km, village, word",
            "select distinct village, word from visits",
            "select village, km, row_number() over (partition by village order by km, word) as place from visits where km > 9.5",
            "select village, sum(km) as km from visits group by village order by km desc, village limit 3",
            "select count(*) as n from (select village from visits where came union all select village from visits where km < 1) as both",
            "select count(*) as n from (select distinct km from visits except select km from visits where came) as rest",
            "select count(*) as n from visits a left join few on a.village = few.village where few.village is null",
            "select a.village, count(*) as n from visits a join visits b on a.village = b.village and a.km < b.km where a.km > 9 group by a.village",
            "with far as (select village from visits where km > 5) select count(*) as n from far join few using (village)",
            "select count(*) as n from visits where village in (select village from few)",
            "select median(km) as middle, stddev(km) as spread from visits",
            "select (select max(km) from visits) - min(km) as width from visits",
        ] {
            let few = Input::Query {
                sql: "select distinct village from visits where village < 3".to_owned(),
            };
            let mut far = job(sql, &[("visits", there(&path))]);
            let mut near = job(sql, &[("visits", here(&path))]);
            for job in [&mut far, &mut near] {
                if sql.contains("few") {
                    job.tables.insert("few".to_owned(), few.clone());
                }
            }
            let far = ask(&far).unwrap_or_else(|error| panic!("{sql}: {error}"));
            let near = ask(&near).unwrap_or_else(|error| panic!("{sql}: {error}"));
            assert_eq!(far.columns, near.columns, "{path}: {sql}");
            assert_eq!(rounded(&far), rounded(&near), "{path}: {sql}");
            assert_eq!(far.read[0].source, format!("cluster:{path}"));
            assert!(far.read[0].outside);
        }
    }
}

/// Rows with numbers as the host rounds them.
fn rounded(output: &Output) -> Vec<Vec<String>> {
    let cell = |cell: &Value| match cell {
        Value::Float(number) => format!("{number:.11e}"),
        other => format!("{other:?}"),
    };
    output
        .rows
        .iter()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

#[test]
fn ballista_shows_its_plan() {
    let folder = visits("plan", 30);
    let mut job = job(
        "select village, count(*) as n from visits group by village",
        &[("visits", there(&format!("{folder}/parts")))],
    );
    job.explain = true;
    let plan = ask(&job).expect("an answer").plan.expect("a plan");
    assert!(plan.contains("AggregateExec"), "{plan}");
    assert!(!plan.contains("http://"), "{plan}");
}

#[test]
fn ballista_is_kept_within_bounds() {
    let folder = visits("bounds", 60_000);
    let tables = [("visits", there(&format!("{folder}/parts")))];
    let mut rows = job("select * from visits", &tables);
    rows.bounds.rows = 1000;
    assert!(matches!(ask(&rows), Err(EngineError::Bound { bound, .. }) if bound == "rows"));
    let long = long();
    let mut time = job(&long, &tables);
    time.bounds.time = Duration::from_secs(3);
    let started = Instant::now();
    assert!(matches!(ask(&time), Err(EngineError::Bound { bound, .. }) if bound == "time"));
    assert!(
        started.elapsed() < Duration::from_secs(8),
        "{:?}",
        started.elapsed()
    );
    let cancel = AtomicBool::new(false);
    let stopped = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_secs(2));
            cancel.store(true, Ordering::Relaxed);
        });
        Engine::new(Some(2))
            .expect("an engine")
            .run(&job(&long, &tables), Some(&cancel))
    });
    assert_eq!(stopped.err(), Some(EngineError::Stopped));
    // What was stopped does not hold the cluster: another query is answered, and soon.
    let mut next = job("select count(*) as n from visits", &tables);
    next.bounds.time = Duration::from_secs(20);
    assert_eq!(ask(&next).expect("an answer").rows, [[Value::Int(60_000)]]);
}

/// A query of many pieces of about a second each: all of them together take minutes.
fn long() -> String {
    let piece = |number: u32| {
        let from = f64::from(number % 40) / 4.0;
        format!(
            "select sum(a.km * b.km + {number}) as x from visits a join visits b on a.village = b.village \
             where b.km >= {from} and b.km < {from} + 2.5"
        )
    };
    (0..240).map(piece).collect::<Vec<_>>().join(" union all ")
}

#[test]
fn ballista_says_what_is_wrong() {
    let folder = visits("wrong", 30);
    let table = format!("{folder}/visits.csv");
    let mut job = job("select agee from visits", &[("visits", there(&table))]);
    assert!(matches!(ask(&job), Err(EngineError::Wrong { .. })));
    job.sql = "select random() as r from visits".to_owned();
    assert!(ask(&job).is_err());
    job.sql = "insert into visits values (1)".to_owned();
    assert!(matches!(ask(&job), Err(EngineError::NotOneQuery(_))));
    job.sql = "select count(*) as n from visits".to_owned();
    for (name, says) in [
        ("gone.csv", "gone.csv"),
        ("../gone.csv", ".."),
        ("/etc/passwd", "inside"),
    ] {
        job.tables.insert("visits".to_owned(), there(name));
        let message = refusal(&job);
        assert!(message.contains(says), "{message}");
    }
    job.tables.insert("visits".to_owned(), there(&table));
    // Nothing listens on port 1.
    for (url, says) in [
        ("ballista://127.0.0.1:1", "is it running"),
        ("ballista://", "URL"),
        ("ballista://a b", "URL"),
    ] {
        job.places.insert("cluster".to_owned(), place(url));
        let started = Instant::now();
        let message = refusal(&job);
        assert!(message.contains(says), "{message}");
        assert!(
            started.elapsed() < Duration::from_secs(8),
            "{url}: {:?}",
            started.elapsed()
        );
    }
    let mut without = place(&variable("WHYPROOF_BALLISTA"));
    without.root = None;
    job.places.insert("cluster".to_owned(), without);
    assert!(refusal(&job).contains("root"));
    assert!(Path::new(&root()).is_dir());
}
