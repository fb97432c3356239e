//! A real language model, small enough for any machine, served on this one. Its questions are poor: what is tested
//! is the way there and back.

#![cfg(feature = "model")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the test starts the server and takes the time"
)]

#[path = "model/server.rs"]
mod server;

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use server::Server;
use whyproof_case::{
    Case, Completion, Computed, Ended, Host, HostError, Limits, Patience, Scope, WhyKind, resolve,
};
use whyproof_host::System;
use whyproof_testing::MemoryHost;
use whyproof_whys::model::{Budget, Endpoint, Prompt, Role, Settings, merge, propose};
use whyproof_whys::{Asked, Barrage, On, Origin};

const CASE: &str = "\
# Pay the fare

## Customer problem

Somebody in a village gives a sample and is told to come back for the result. Two in three never do.

## Case

### A voucher that pays for the trip brings most people back

- because the trip stops them, not the fear of the result.
- because of those offered any voucher, 78.9% came.
- but some may not want to know.
";

fn case() -> (Case, Barrage) {
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    let case = resolve(
        whyproof_syntax::parse(CASE),
        &host,
        scope,
        &Computed::default(),
    );
    let asked = case.statements().map(|(id, statement)| Asked {
        id: statement.id.clone(),
        kind: WhyKind::Why,
        scheme: "cause".to_owned(),
        on: On::Statement(id),
        span: statement.span,
        text: format!("How do you know that “{}”?", statement.text),
        why: String::new(),
        good_answer: String::new(),
        from: Origin::Bank("rule".to_owned()),
        load: statement.load,
        views: Vec::new(),
        order: String::new(),
    });
    let asked = asked.collect();
    (case, Barrage { asked, more: 0 })
}

fn settings(server: &Server) -> Settings {
    Settings {
        endpoint: Endpoint::new(&server.base, false).expect("an address"),
        name: "SmolLM2-135M-Instruct".to_owned(),
        key: None,
        budget: Budget {
            calls: 2,
            characters: 6_000,
            tokens: 400,
        },
        time: Duration::from_secs(150),
        patience: Patience::default(),
    }
}

/// What the model says to a wish that no model answers in a word, within so many tokens.
fn story(server: &Server, tokens: u32, deadline: Duration, most_pieces: usize) -> Told {
    let wish = "Tell a long story about a journey by train, with every detail.";
    let prompt = Prompt {
        messages: vec![(Role::User, wish.to_owned())],
        tokens,
        passages: Vec::new(),
    };
    let settings = settings(server);
    let request = Completion {
        url: settings.endpoint.url().to_owned(),
        body: prompt.body(&settings.name, false),
        key: None,
        patience: settings.patience,
        requests: 1,
        characters: 10_000,
    };
    let limits = Limits {
        deadline: Some(deadline),
        cancel: None,
    };
    let start = Instant::now();
    let mut pieces = 0;
    let result = System.complete(&request, limits, &mut |_| {
        pieces += 1;
        if pieces < most_pieces {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    Told {
        ended: result.map(|reply| reply.ended),
        pieces,
        took: start.elapsed(),
    }
}

struct Told {
    ended: Result<Ended, HostError>,
    pieces: usize,
    took: Duration,
}

const LONG: Duration = Duration::from_secs(100);

#[test]
fn a_small_model_is_asked_and_answers_within_its_limits() {
    let server = Server::start();
    let settings = settings(&server);
    let (case, mut barrage) = case();
    let (mut pieces, mut text) = (0, String::new());
    let outcome = propose(
        &System,
        &case,
        &barrage,
        &[],
        &settings,
        None,
        &mut |piece| {
            pieces += 1;
            text.push_str(piece);
            ControlFlow::Continue(())
        },
    );
    println!("{pieces} pieces: {text}\n{outcome:#?}");
    assert_eq!(outcome.trouble, None);
    assert!((1..=settings.budget.calls).contains(&outcome.requests));
    assert!((500..=settings.budget.characters).contains(&outcome.characters));
    assert!(pieces <= settings.budget.tokens as usize, "{pieces} pieces");
    // Whatever it says is kept or counted.
    let proposed = outcome.proposed;
    assert!(text.trim().is_empty() || proposed.kept.len() + proposed.dropped() > 0);
    for kept in &proposed.kept {
        let words = case.source().get(kept.span.range());
        assert!(words.is_some_and(|words| words.len() > 4));
        assert!(kept.text.ends_with('?'));
    }
    let (rules, kept) = (barrage.asked.len(), proposed.kept.len());
    merge(&case, &mut barrage, proposed, &settings.name, &[], None);
    assert_eq!(barrage.asked.len(), rules + kept);

    // It streams, and ends where it may write no more.
    let full = story(&server, 40, LONG, usize::MAX);
    assert_eq!(full.ended, Ok(Ended::Full));
    assert!((20..=40).contains(&full.pieces), "{} pieces", full.pieces);
    let enough = story(&server, 400, LONG, 3);
    assert_eq!((enough.ended, enough.pieces), (Ok(Ended::Enough), 3));
    let stopped = story(&server, 400, Duration::from_millis(300), usize::MAX);
    assert!(matches!(stopped.ended, Err(HostError::Stopped { .. })));
    assert!(stopped.took < Duration::from_secs(2), "{:?}", stopped.took);
}
