//! A server that cannot be reached, or will not answer.

use std::collections::BTreeMap;
use std::io::Read;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use whyproof_engine::{EngineError, Job};

use super::support::{House, SOURCE, place};

fn at(house: &House, url: &str) -> Job {
    let mut job = house.job("select 1 as one from t", &[("t", "t")]);
    job.places = BTreeMap::from([(SOURCE.to_owned(), place(url))]);
    job.bounds.time = Duration::from_secs(5);
    job
}

fn told(refusal: EngineError) -> String {
    match refusal {
        EngineError::Source { name, message } => {
            assert_eq!(name, SOURCE);
            message
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_failure_names_the_source_and_says_what_to_do() {
    let mut house =
        House::with("create table t (x int); create role guest login password 's3cret-guest'");
    let port = house.server.port();
    let good = house.server.url();
    let wrong_password = house.server.url_as("whyproof", "s3cret-wrong");
    let without = house.server.url_as("guest", "s3cret-guest");
    for (url, says) in [
        (wrong_password, "password"),
        (house.server.url_as("nobody", "s3cret-wrong"), "password"),
        (
            good.replace("/postgres", "/nowhere")
                .replace("nowhere://", "postgres://"),
            "no such database",
        ),
        (format!("{good}?sslmode=require"), "safe connection"),
        (format!("{good}?sslmode=sideways"), "URL"),
        (
            "postgres://u:s3cret-x@no-such-host.invalid/db".to_owned(),
            "not known",
        ),
        (
            "postgres://u:s3cret-x@127.0.0.1:1/db".to_owned(),
            "nothing answers",
        ),
        ("postgres://u:s3cret-x@host:port/db".to_owned(), "URL"),
        (
            "mysql://u:s3cret-x@127.0.0.1/db".to_owned(),
            "begins with none",
        ),
        (without, "right to read"),
    ] {
        let message = told(house.refusal(&at(&house, &url)));
        assert!(message.contains(says), "{says}: {message}");
        assert!(!message.contains(&port.to_string()), "{message}");
    }
    let missing = told(house.refusal(&house.job("select * from gone", &[("gone", "lab.gone")])));
    assert!(
        missing.contains("lab.gone") && missing.contains("whyproof.toml"),
        "{missing}"
    );
    house.server.stop();
    let stopped = told(house.refusal(&at(&house, &good)));
    assert!(stopped.contains("is it running"), "{stopped}");
}

#[test]
fn a_server_that_stops_while_it_answers_is_told_so() {
    let mut house = House::with("create table t as select generate_series(1, 20000) as x");
    let job = house.job("select count(*) as n from t a, t b, t c", &[("t", "t")]);
    let engine = whyproof_engine::Engine::new(Some(1)).expect("an engine");
    let refusal = std::thread::scope(|scope| {
        let asked = scope.spawn(|| engine.run(&job, None));
        std::thread::sleep(Duration::from_millis(1500));
        house.server.stop();
        asked.join().expect("no panic")
    });
    let message = told(refusal.expect_err("it was stopped"));
    assert!(
        message.contains("stopped") || message.contains("broke off"),
        "{message}"
    );
    assert!(!message.contains(house.server.password()));
}

#[test]
fn what_listens_but_does_not_speak_is_given_up() {
    let house = House::with("create table t (x int)");
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = listener.local_addr().expect("its address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut stream = stream;
                while stream.read(&mut [0; 64]).is_ok_and(|read| read > 0) {}
            });
        }
    });
    let mut job = at(
        &house,
        &format!("postgres://u:s3cret-x@127.0.0.1:{port}/db"),
    );
    job.bounds.time = Duration::from_secs(1);
    let started = Instant::now();
    let message = told(house.refusal(&job));
    assert!(message.contains("does not answer"), "{message}");
    assert!(started.elapsed() < Duration::from_secs(3));
}
