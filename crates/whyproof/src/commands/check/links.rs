//! Asking the links of the evidence, many at once.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use whyproof_case::{Case, Limits};
use whyproof_check::{Answer, Answers};
use whyproof_host::System;

/// How long a link may take to answer.
const DEADLINE: Duration = Duration::from_secs(10);

/// How many links are asked at a time.
const AT_ONCE: usize = 16;

/// Asks every link of the cases, each once; `watched` draws a bar on standard error.
pub(super) fn ask<'c>(cases: impl Iterator<Item = &'c Case>, watched: bool) -> Answers {
    let links: BTreeSet<String> = cases.flat_map(Case::links).map(|(_, url)| url).collect();
    let links: Vec<String> = links.into_iter().collect();
    let bar = bar(links.len(), watched);
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::with_capacity(links.len()));
    let limits = Limits {
        deadline: Some(DEADLINE),
        cancel: None,
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(links.len()) {
            scope.spawn(|| {
                while let Some(url) = links.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let answer = Answer::ask(&System, url, limits);
                    if let Ok(mut answers) = answers.lock() {
                        answers.push((url.clone(), answer));
                    }
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    answers
        .into_inner()
        .unwrap_or_default()
        .into_iter()
        .collect()
}

fn bar(links: usize, watched: bool) -> ProgressBar {
    let bar = ProgressBar::new(links as u64);
    if !watched {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    match ProgressStyle::with_template("Asking links {bar:30} {pos}/{len}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
