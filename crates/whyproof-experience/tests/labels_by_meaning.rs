//! Matching by meaning against the labels of two readers: docs/judged/matching/RESULT.md has the figures.
//!
//! `WHYPROOF_MODEL` names the folder that `benches/wordllama_model.py` writes.
//! `cargo nextest run --cargo-profile release -p whyproof-experience --features semantic --run-ignored all`
#![cfg(feature = "semantic")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the labels and a model"
)]

mod judged;

use std::path::PathBuf;

use judged::{Half, Judged, Score};
use whyproof_experience::{LocalModel, Matcher, Meanings};

fn model() -> LocalModel {
    let folder = std::env::var_os("WHYPROOF_MODEL").expect("WHYPROOF_MODEL names a model's folder");
    let read = |name: &str| std::fs::read(PathBuf::from(&folder).join(name)).expect(name);
    let (model, tokenizer, config) = (
        read("model.safetensors"),
        read("tokenizer.json"),
        read("config.json"),
    );
    LocalModel::read(&model, &tokenizer, &config).expect("a model")
}

fn scored(half: Half, also_by_words: bool) -> Score {
    let (model, judged) = (model(), Judged::read(half));
    let texts = || judged.items.iter().map(|item| item.text.as_str());
    let (meanings, matcher) = (Meanings::new(&model, texts()), Matcher::new(texts()));
    judged.score(|requirement| {
        let mut answers = meanings.answers(requirement);
        if also_by_words {
            answers.extend(matcher.answers(requirement));
        }
        answers.into_iter().map(|answer| answer.item).collect()
    })
}

#[test]
#[ignore = "needs WHYPROOF_MODEL"]
fn the_half_that_was_built_with() {
    let score = scored(Half::Built, false);
    assert_eq!((score.right, score.missed.len()), (3, 9));
    assert_eq!(score.wrong, [""; 0]);
    let both = scored(Half::Built, true);
    assert_eq!((both.right, both.missed.len()), (12, 0));
    assert_eq!(both.wrong, [""; 0]);
}

/// Scored once, when the command line had it: the threshold is the one of the half that was built with.
#[test]
#[ignore = "needs WHYPROOF_MODEL"]
fn the_half_that_was_held_out() {
    let score = scored(Half::Held, false);
    let counts = (score.right, score.wrong.len(), score.missed.len());
    assert_eq!(counts, (1, 2, 12), "{score:#?}");
    let both = scored(Half::Held, true);
    let counts = (both.right, both.wrong.len(), both.missed.len());
    assert_eq!(counts, (5, 9, 8), "{both:#?}");
}
