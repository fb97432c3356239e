//! Queries over files in a bucket, on a server that speaks S3.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests start servers, write files, and measure time"
)]

// Not by its crate, which would bring features for which all of the engine's crates were built again.
#[path = "../../whyproof-testing/src/bucket.rs"]
#[expect(unreachable_pub, reason = "it is public where it belongs")]
mod server;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use whyproof_engine::{
    Bounds, Column, Engine, EngineError, Input, Job, Kind, Output, Place, Reading, Value,
    to_parquet,
};

use server::Buckets;

const CSV: &str = "village,got_result,distance_km\n1,1,0.5\n1,0,2.25\n2,1,1.5\n2,1,4\n3,0,3.75\n";
const SQL: &str = "select village, avg(got_result) as got, sum(distance_km) as km from trial group by village \
                   order by village";

fn parquet(villages: &[i64]) -> Vec<u8> {
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        kind,
    };
    let columns = [
        column("village", Kind::Int),
        column("got_result", Kind::Int),
        column("distance_km", Kind::Float),
    ];
    let rows: Vec<Vec<Value>> = CSV
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| {
            let number = |at: usize| cells[at].parse().expect("a number");
            vec![
                Value::Int(cells[0].parse().expect("a number")),
                Value::Int(cells[1].parse().expect("a number")),
                Value::Float(number(2)),
            ]
        })
        .filter(|row| {
            villages
                .iter()
                .any(|village| row[0] == Value::Int(*village))
        })
        .collect();
    to_parquet(&columns, &rows).expect("Parquet")
}

fn server() -> Buckets {
    let server = Buckets::start();
    server.make("lake");
    server.put("lake", "case/trial.csv", CSV.as_bytes());
    server.put("lake", "case/trial.parquet", &parquet(&[1, 2, 3]));
    server.put("lake", "case/parts/a=1/one.parquet", &parquet(&[1, 3]));
    server.put("lake", "case/parts/two.parquet", &parquet(&[2]));
    server.put("lake", "case/parts/_SUCCESS", b"");
    server.put("lake", "case/parts/README.md", b"what this is");
    server.put("lake", "case/with%20space/trial.csv", CSV.as_bytes());
    server.put("lake", "secret.csv", b"word\nhidden\n");
    server.put("lake", "case-other/secret.csv", b"word\nhidden\n");
    server
}

fn place(server: &Buckets) -> Place {
    let option = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Place {
        url: "s3://lake/case".to_owned(),
        root: None,
        options: BTreeMap::from([
            option("AWS_ACCESS_KEY_ID", "some-key"),
            option("AWS_SECRET_ACCESS_KEY", "s3cret-key"),
            option("AWS_REGION", "eu-west-1"),
            option("AWS_ENDPOINT_URL", &server.endpoint()),
        ]),
    }
}

fn job(place: Place, table: &str, sql: &str) -> Job {
    let trial = Input::Remote {
        source: "lake".to_owned(),
        table: table.to_owned(),
        reading: Reading::default(),
    };
    Job {
        root: Path::new(".").to_owned(),
        sql: sql.to_owned(),
        tables: BTreeMap::from([("trial".to_owned(), trial)]),
        places: BTreeMap::from([("lake".to_owned(), place)]),
        bounds: Bounds::default(),
        explain: false,
    }
}

fn ask(job: &Job) -> Result<Output, EngineError> {
    Engine::new(Some(2)).expect("an engine").run(job, None)
}

fn refusal(job: &Job) -> String {
    let refusal = match ask(job) {
        Err(refusal) => refusal,
        Ok(output) => panic!("{} was answered: {:?}", job.sql, output.rows),
    };
    let told = format!("{refusal} {refusal:?}");
    for secret in [
        "s3cret",
        "some-key",
        "http://",
        "s3://lake/case",
        "127.0.0.1",
        "hidden",
    ] {
        assert!(!told.contains(secret), "{told}");
    }
    assert!(
        matches!(&refusal, EngineError::Source { name, .. } if name == "lake"),
        "{refusal:?}"
    );
    refusal.to_string()
}

#[test]
fn the_same_figures_from_a_bucket_as_from_files() {
    let server = server();
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("trial.csv"), CSV).expect("a file");
    let mut local = job(place(&server), "trial.csv", SQL);
    local.root = folder.path().to_owned();
    local.tables = BTreeMap::from([(
        "trial".to_owned(),
        Input::Files {
            path: "trial.csv".to_owned(),
            reading: Reading::default(),
        },
    )]);
    let expected = ask(&local).expect("an answer");
    assert_eq!(expected.rows.len(), 3);
    for table in [
        "trial.csv",
        "trial.parquet",
        "parts",
        "with space/trial.csv",
    ] {
        let answer = ask(&job(place(&server), table, SQL))
            .unwrap_or_else(|error| panic!("{table}: {error}"));
        assert_eq!(answer.rows, expected.rows, "{table}");
        assert_eq!(answer.columns, expected.columns, "{table}");
        assert_eq!(answer.read.len(), 1);
        assert_eq!(answer.read[0].source, format!("lake:{table}"));
        assert_eq!(answer.read[0].rows, Some(5), "{table}");
        assert!(answer.read[0].outside && answer.read[0].files.is_empty());
    }
    // Two tables of one bucket, one of them read in place; and the settings in the URL.
    let endpoint = server.endpoint().replace("//", "%2F%2F");
    let place = Place {
        url: format!(
            "s3://lake/case?endpoint={endpoint}&access_key_id=some-key&secret_access_key=s3cret-key&region=x"
        ),
        root: None,
        options: BTreeMap::new(),
    };
    let mut both = job(
        place,
        "parts",
        "select count(*) as n from trial join other using (village)",
    );
    let other = Input::Remote {
        source: "lake".to_owned(),
        table: "trial.parquet".to_owned(),
        reading: Reading::default(),
    };
    both.tables.insert("other".to_owned(), other);
    assert_eq!(ask(&both).expect("an answer").rows, [[Value::Int(9)]]);
}

#[test]
fn nothing_outside_the_folder_is_reached() {
    let server = server();
    for table in [
        "../secret.csv",
        "/secret.csv",
        "..%2Fsecret.csv",
        "secret.csv",
        "../case-other/secret.csv",
        "-other/secret.csv",
        "s3://lake/secret.csv",
        "",
        ".",
        "parts/README.md",
    ] {
        refusal(&job(place(&server), table, "select * from trial"));
    }
}

#[test]
fn a_failure_names_the_source_and_says_what_to_do() {
    let mut server = server();
    let at = |url: &str| Place {
        url: url.to_owned(),
        ..place(&server)
    };
    let missing = refusal(&job(at("s3://lake/case"), "gone.csv", SQL));
    assert!(
        missing.contains("there is no `gone.csv`") && missing.contains("whyproof.toml"),
        "{missing}"
    );
    let bucket = refusal(&job(at("s3://no-such-bucket/case"), "trial.csv", SQL));
    assert!(bucket.contains("no such bucket"), "{bucket}");
    for url in ["s3://", "s3://lake?regoin=x", "s3://a b/c"] {
        let unread = refusal(&job(at(url), "trial.csv", SQL));
        assert!(unread.contains("URL"), "{unread}");
    }
    server.put("lake", "case/broken.parquet", b"PAR1 not really PAR1");
    let broken = refusal(&job(place(&server), "broken.parquet", SQL));
    assert!(broken.contains("broken.parquet"), "{broken}");
    let job = job(place(&server), "trial.csv", SQL);
    server.stop();
    let stopped = refusal(&job);
    assert!(stopped.contains("is it running"), "{stopped}");
}

#[test]
fn keys_that_are_refused_are_told_without_showing_them() {
    let server = Buckets::that_refuse_after(2);
    server.make("lake");
    server.put("lake", "case/trial.csv", CSV.as_bytes());
    let refused = refusal(&job(place(&server), "trial.csv", SQL));
    assert!(refused.contains("keys"), "{refused}");
}

#[test]
fn text_is_bound_by_the_room_for_temporary_files() {
    let server = server();
    let mut job = job(place(&server), "trial.csv", SQL);
    job.bounds.spill = 10;
    assert!(matches!(ask(&job), Err(EngineError::Bound { bound, .. }) if bound == "spill"));
}
