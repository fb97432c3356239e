//! Jobs and answers as JSON: they are sent to another process.

use std::collections::BTreeMap;

use whyproof_engine::{EngineError, Output, Place, Value};

use crate::place::{self, file};

#[test]
fn a_job_and_its_answer_come_back_as_they_were() {
    let place = place::Place::with("d.csv", "a,b\n1,0.1\n").table("t", file("d.csv"));
    let mut job = place.job("select * from t");
    let secret = Place {
        url: "postgres://me:hunter2@db/x".into(),
        root: None,
        options: BTreeMap::new(),
    };
    job.places.insert("db".into(), secret);
    let sent = serde_json::to_string(&job).expect("JSON");
    assert_eq!(
        serde_json::from_str::<whyproof_engine::Job>(&sent).expect("a job"),
        job
    );
    assert!(!format!("{job:?}").contains("hunter2"));
}

#[test]
fn numbers_that_json_does_not_have() {
    let place = place::Place::new();
    let output = place
        .run("select 0.1 + 0.2 as x, cast('inf' as double) as i, cast('-inf' as double) as m, 1e300 * 1e-320 as d")
        .expect("a row");
    let sent = serde_json::to_string(&output).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Output>(&sent).expect("an answer"),
        output
    );
    let odd = serde_json::to_string(&Value::Float(f64::NAN)).expect("JSON");
    assert!(matches!(serde_json::from_str(&odd), Ok(Value::Float(number)) if number.is_nan()));
}

#[test]
fn errors() {
    let error = EngineError::Bound {
        bound: "time".into(),
        message: "too long".into(),
    };
    let sent = serde_json::to_string(&error).expect("JSON");
    assert_eq!(
        serde_json::from_str::<EngineError>(&sent).expect("an error"),
        error
    );
}
