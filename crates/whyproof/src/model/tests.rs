use std::time::Duration;

use whyproof_case::{Computed, HostError, Scope, resolve};
use whyproof_testing::MemoryHost;
use whyproof_whys::model::{Dropped, Outcome};
use whyproof_whys::{Asked, Barrage, On, Origin};

use super::*;

const SECRET: &str = "sk-very-secret";

fn host() -> MemoryHost {
    MemoryHost::new()
        .variable("WHYPROOF_MODEL_URL", "http://127.0.0.1:8080/v1")
        .variable("WHYPROOF_MODEL", "small")
        .variable("WHYPROOF_MODEL_KEY", &format!("{SECRET}\n"))
}

/// The error of settings with one variable changed, and its hints.
fn refused(name: &str, value: &str) -> String {
    let error = settings(&host().variable(name, value)).expect_err(value);
    let text = format!("{} {}", error.message, error.hints.join(" "));
    assert!(!text.contains("secret"), "{text}");
    text
}

fn case() -> (Case, Barrage) {
    let host = MemoryHost::new();
    let text = "# T\n\n## Case\n\n### The fare stops them from coming back\n";
    let scope = Scope::of_folder(&host, ".");
    let case = resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    );
    let statement = case.statements().next().expect("a claim");
    let asked = Asked {
        id: "rule".to_owned(),
        kind: whyproof_case::WhyKind::Why,
        scheme: "cause".to_owned(),
        on: On::Statement(statement.0),
        span: statement.1.span,
        text: "What else could stop them?".to_owned(),
        why: String::new(),
        good_answer: String::new(),
        from: Origin::Bank("rule".to_owned()),
        load: 0,
        views: Vec::new(),
        order: String::new(),
    };
    let barrage = Barrage {
        asked: vec![asked],
        more: 0,
    };
    (case, barrage)
}

#[test]
fn the_environment_says_which_model_and_how_much_of_it() {
    let usual = settings(&host()).expect("settings");
    assert_eq!(
        usual.endpoint.url(),
        "http://127.0.0.1:8080/v1/chat/completions"
    );
    assert_eq!(
        (usual.name.as_str(), usual.time),
        ("small", Duration::from_secs(120))
    );
    assert_eq!(usual.key.as_ref().map(|key| key.reveal()), Some(SECRET));
    assert!(!format!("{usual:?}").contains("secret"));
    let less = host()
        .variable("WHYPROOF_MODEL_KEY", " ")
        .variable("WHYPROOF_MODEL_CALLS", "1")
        .variable("WHYPROOF_MODEL_CHARACTERS", "2000")
        .variable("WHYPROOF_MODEL_TOKENS", "100")
        .variable("WHYPROOF_MODEL_SECONDS", "5")
        .variable("WHYPROOF_MODEL_CONNECT_SECONDS", "1")
        .variable("WHYPROOF_MODEL_FIRST_SECONDS", "2")
        .variable("WHYPROOF_MODEL_IDLE_SECONDS", "3");
    let less = settings(&less).expect("settings");
    assert_eq!(
        (
            less.budget.calls,
            less.budget.characters,
            less.budget.tokens
        ),
        (1, 2000, 100)
    );
    let patience = less.patience;
    let seconds = [less.time, patience.connect, patience.first, patience.idle];
    assert_eq!(seconds.map(|time| time.as_secs()), [5, 1, 2, 3]);
    assert_eq!(less.key, None);
}

#[test]
fn what_will_not_do_is_told_without_repeating_it() {
    assert!(
        settings(&MemoryHost::new())
            .expect_err("no model")
            .message
            .contains("WHYPROOF_MODEL_URL is not set")
    );
    assert!(refused("WHYPROOF_MODEL", "").contains("WHYPROOF_MODEL is not"));
    assert!(refused("WHYPROOF_MODEL", "a\u{1b}[31mb").contains("no name of a model"));
    assert!(
        refused("WHYPROOF_MODEL_KEY", "sk-secret other").contains("characters that no key has")
    );
    assert!(
        refused("WHYPROOF_MODEL_URL", "https://sk-secret@example.com/v1")
            .contains("a name or a password")
    );
    assert!(
        refused("WHYPROOF_MODEL_URL", "http://example.com/v1")
            .contains("WHYPROOF_MODEL_PLAIN_HTTP=1")
    );
    for value in ["0", "-1", "many", "1e3", "101"] {
        assert!(
            refused("WHYPROOF_MODEL_CALLS", value).contains("from 1 to 100"),
            "{value}"
        );
    }
    let plain = host()
        .variable("WHYPROOF_MODEL_URL", "http://example.com/v1")
        .variable("WHYPROOF_MODEL_PLAIN_HTTP", "1");
    assert!(settings(&plain).is_ok());
}

#[test]
fn a_dry_run_shows_what_is_sent_byte_by_byte_and_sends_nothing() {
    let (case, barrage) = case();
    let host = host().reply("");
    let settings = settings(&host).expect("settings");
    let text = dry_run(&case, &barrage, &[], &settings);
    assert!(host.completions().is_empty());
    assert!(!text.contains(SECRET));
    assert!(text.contains("authorization: Bearer (the key of WHYPROOF_MODEL_KEY)\n"));
    assert!(text.starts_with("POST http://127.0.0.1:8080/v1/chat/completions\n"));
    model::propose(&host, &case, &barrage, &[], &settings, None, &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
    let sent = host.completions();
    assert_eq!(sent.len(), 1);
    assert!(
        text.contains(&format!("\n\n{}\n\n", sent[0].body)),
        "{text}"
    );
    let nothing = dry_run(&case, &Barrage::default(), &[], &settings);
    assert!(nothing.starts_with("Nothing would be sent"));
}

#[cfg(feature = "model")]
#[test]
fn what_a_model_says_is_added_and_a_model_that_fails_takes_nothing_away() {
    let (case, whole) = case();
    let reply = r#"{"quote": "The fare stops them", "question": "How do you know that it is the fare?"}
{"quote": "The fare stops them", "question": "Did 12 people say so to you?"}"#;
    let host = host().reply(reply);
    let settings = settings(&host).expect("settings");
    let mut barrage = whole.clone();
    let notes = add(&host, &case, &mut barrage, &[], &settings, Some(5)).expect("notes");
    assert_eq!(barrage.asked.len(), 2);
    assert_eq!(barrage.asked[1].from, Origin::Model("small".to_owned()));
    let characters = prompts(&case, &whole, &[], &settings.budget)[0].characters();
    assert_eq!(
        notes,
        [format!(
            "The model small was sent {characters} characters in one request; it proposed two questions, of which 1 \
             was dropped: 1 had a figure that is not in the text."
        )]
    );
    let mut barrage = whole.clone();
    let notes = add(&host, &case, &mut barrage, &[], &settings, Some(5)).expect("notes");
    assert_eq!(barrage.asked, whole.asked);
    assert!(
        notes[1]
            .ends_with("no model in memory; the questions of the rules are complete without it."),
        "{notes:?}"
    );
}

#[test]
fn every_end_has_its_sentence() {
    let mut outcome = Outcome {
        requests: 2,
        characters: 30,
        full: 1,
        unsent: 1,
        trouble: Some(HostError::Stopped {
            what: "asking the model at http://127.0.0.1:8080".to_owned(),
        }),
        ..Outcome::default()
    };
    outcome.proposed.dropped.insert(Dropped::Quote, 2);
    outcome.proposed.dropped.insert(Dropped::Repeated, 1);
    assert_eq!(
        notes(&outcome, "small"),
        [
            "The model small was sent 30 characters in two requests; it proposed three questions, of which 3 were \
             dropped: 2 quoted no passage that was shown, 1 repeated another question.",
            "An answer ended at its limit; WHYPROOF_MODEL_TOKENS sets it.",
            "For one request the budget had nothing left; WHYPROOF_MODEL_CALLS and WHYPROOF_MODEL_CHARACTERS set it.",
            "Asking the model at http://127.0.0.1:8080 took longer than WHYPROOF_MODEL_SECONDS allows; the questions \
             of the rules are complete without it.",
        ]
    );
    assert!(notes(&Outcome::default(), "small")[0].starts_with("Nothing was sent"));
}
