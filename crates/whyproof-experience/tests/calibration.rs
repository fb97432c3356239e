//! The take against what a fair mentor would say: seven backgrounds, each against two bars, written down criterion by
//! criterion before anything read them (`tests/takes/*.toml`).

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use whyproof_case::{Bar, Computed, Scope, bar, resolve};
use whyproof_experience::people::People;
use whyproof_experience::resume::Resume;
use whyproof_experience::{Background, Level, Life, Reading, Story, TakeInput, take};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

/// Backgrounds that nothing was tuned on.
const HELD_BACK: [&str; 2] = ["nurse", "teacher"];

#[derive(Deserialize)]
struct Composed {
    resume: Option<String>,
    /// Names of example stories.
    #[serde(default)]
    stories: Vec<String>,
    #[serde(default)]
    story: Vec<File>,
    #[serde(default)]
    file: Vec<File>,
    expect: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn background(composed: &Composed) -> Background {
    let mut files: Vec<(String, String)> = composed
        .story
        .iter()
        .map(|one| (one.path.clone(), one.text.clone()))
        .collect();
    for name in &composed.stories {
        let text = std::fs::read_to_string(root().join("examples/stories").join(name)).expect(name);
        files.push((name.clone(), text));
    }
    let kept = composed
        .file
        .iter()
        .map(|one| (one.path.as_str(), one.text.as_str()));
    let kept = kept.chain([(
        "notes/wrong_parcels.csv",
        "week,table,parcels,wrong\n1,1,2,3\n",
    )]);
    let host = kept.fold(MemoryHost::new(), |host, (path, text)| {
        host.file(path, text)
    });
    let stories = files.into_iter().map(|(path, text)| {
        let case = resolve(
            parse(text.trim_start()),
            &host,
            Scope::default(),
            &Computed::default(),
        );
        Story {
            path,
            case,
            notes: None,
        }
    });
    let stories = stories.collect();
    let life = composed.resume.as_deref().map(|text| {
        let resume = Resume::from_yaml(text).expect("a résumé");
        let own = resume.own().expect("own keys");
        Life {
            path: "experience.yaml".to_owned(),
            resume,
            own,
        }
    });
    Background { life, stories }
}

#[test]
fn takes_agree_with_a_fair_mentor() {
    let host = MemoryHost::new();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root().join("crates/whyproof-experience/tests/takes"))
            .expect("a folder")
            .map(|file| file.expect("a file").path())
            .collect();
    files.sort();
    let (mut all, mut right, mut found_right) = ([0; 2], [0; 2], [0; 2]);
    for file in &files {
        let name = file
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name");
        let composed: Composed =
            toml::from_str(&std::fs::read_to_string(file).expect(name)).expect(name);
        let background = background(&composed);
        let held = usize::from(HELD_BACK.contains(&name));
        for (bar_name, expected) in &composed.expect {
            let one: Bar = bar(&host, &Scope::default(), bar_name)
                .expect(bar_name)
                .as_ref()
                .clone();
            let bars = [one];
            let input = TakeInput {
                background: &background,
                bars: &bars,
                job: None,
                people: &People::default(),
            };
            let take = take(&input);
            assert_eq!(
                expected.len(),
                take.bars[0].criteria.len(),
                "{name} {bar_name}"
            );
            for criterion in &take.bars[0].criteria {
                let wanted = &expected[&criterion.id];
                let got = match criterion.level {
                    Level::NotShown => "not shown",
                    level => level.words(),
                };
                all[held] += 1;
                right[held] += usize::from(got == wanted);
                found_right[held] += usize::from((got == "not shown") == (wanted == "not shown"));
                let mark = if got == wanted { " " } else { "≠" };
                println!(
                    "{mark} {name} {bar_name} {}: {got}, a mentor says {wanted}",
                    criterion.id
                );
                for quote in &criterion.found {
                    let readings: Vec<String> = quote.readings.iter().map(read).collect();
                    println!(
                        "      “{}” {} {:?}",
                        quote.words,
                        readings.join("; "),
                        quote.evidence
                    );
                }
                for missing in &criterion.missing {
                    println!("      - {missing}");
                }
            }
        }
    }
    let share = |count: usize, at: usize| 100.0 * count as f64 / all[at] as f64;
    for (at, who) in ["tuned on", "held back"].into_iter().enumerate() {
        println!(
            "{who}: {} criteria, level {:.0} %, found or not {:.0} %",
            all[at],
            share(right[at], at),
            share(found_right[at], at)
        );
        assert!(
            share(right[at], at) >= 85.0,
            "{who}: {:.0} %",
            share(right[at], at)
        );
    }
}

fn read(reading: &Reading) -> String {
    match reading {
        Reading::Words(met) => {
            let met: Vec<String> = met
                .iter()
                .map(|met| format!("{}={}", met.wanted, met.found))
                .collect();
            format!("[{}]", met.join(", "))
        }
        Reading::Kind(kind) => format!("<{kind}>"),
        Reading::Part(part) => format!("({part})"),
        Reading::Meaning(much) => format!("{much:.2}"),
    }
}
