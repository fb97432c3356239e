//! Matching by meaning against the labels of two readers: docs/judged/matching/RESULT.md has the figures.
//!
//! `WHYPROOF_MODEL` names the folder that `benches/wordllama_model.py` writes.
//! `cargo nextest run -p whyproof-experience --features semantic --run-ignored all`
#![cfg(feature = "semantic")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a test reads the labels and a model")]

mod judged;

use std::collections::BTreeSet;
use std::path::PathBuf;

use judged::{Half, Judged, Score};
use whyproof_experience::{LocalModel, Matcher, Meanings};

fn model() -> LocalModel {
    let folder = std::env::var_os("WHYPROOF_MODEL").expect("WHYPROOF_MODEL names a model's folder");
    let read = |name: &str| std::fs::read(PathBuf::from(&folder).join(name)).expect(name);
    let (model, tokenizer, config) = (read("model.safetensors"), read("tokenizer.json"), read("config.json"));
    LocalModel::read(&model, &tokenizer, &config).expect("a model")
}

#[test]
#[ignore = "dev"]
fn dev() {
    let model = model();
    let judged = Judged::read(Half::Built);
    let texts = || judged.items.iter().map(|item| item.text.as_str());
    let meanings = Meanings::new(&model, texts());
    for least in [0.24, 0.25, 0.26, 0.27, 0.28, 0.29, 0.3, 0.32, 0.35] {
        let score = judged.score(|r| meanings.answers_at(r, least).into_iter().map(|a| a.item).collect());
        println!("{least} {score:?}");
    }
    for r in &judged.requirements {
        println!("{} {}", r.id, r.text);
        for a in meanings.answers_at(&r.text, 0.0).iter().take(6) {
            println!("    {} {:.3} {:?} {:?}", judged.items[a.item].id, a.score, judged.is_answer(&r.id, &judged.items[a.item].id), a.met);
        }
    }
    let _ = (BTreeSet::<usize>::new(), Score::default(), Matcher::new([]));
}
