//! The take against what a fair mentor would say: seven backgrounds, each against two bars, written down criterion by
//! criterion before anything read them (`tests/takes/*.toml`).

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read files, and print what they measured"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use whyproof_case::{Bar, Computed, Scope, bar, resolve};
use whyproof_experience::people::People;
use whyproof_experience::resume::Resume;
use whyproof_experience::{
    Background, CriterionTake, Level, Life, Reading, Story, TakeInput, take,
};
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

/// How the take agrees with a mentor, in counts.
#[derive(Default)]
struct Agreed {
    criteria: usize,
    /// Of the same level.
    level: usize,
    /// Of which both say that something tells it, or both that nothing does.
    found: usize,
}

impl Agreed {
    fn share(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.criteria as f64
    }
}

#[test]
fn takes_agree_with_a_fair_mentor() {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root().join("crates/whyproof-experience/tests/takes"))
            .expect("a folder")
            .map(|file| file.expect("a file").path())
            .collect();
    files.sort();
    let mut agreed = [Agreed::default(), Agreed::default()];
    for file in &files {
        let name = file.file_stem().and_then(|name| name.to_str());
        let name = name.expect("a name");
        let text = std::fs::read_to_string(file).expect(name);
        let composed: Composed = toml::from_str(&text).expect(name);
        let held = usize::from(HELD_BACK.contains(&name));
        compare(name, &composed, &mut agreed[held]);
    }
    for (who, agreed) in ["tuned on", "held back"].into_iter().zip(&agreed) {
        let level = agreed.share(agreed.level);
        println!(
            "{who}: {} criteria, level {level:.0} %, found or not {:.0} %",
            agreed.criteria,
            agreed.share(agreed.found)
        );
        assert!(level >= 85.0, "{who}: {level:.0} %");
    }
}

/// Takes a background against each of its bars, and counts what a mentor says, too.
fn compare(name: &str, composed: &Composed, agreed: &mut Agreed) {
    let host = MemoryHost::new();
    let background = background(composed);
    for (bar_name, expected) in &composed.expect {
        let one = bar(&host, &Scope::default(), bar_name).expect(bar_name);
        let bars: [Bar; 1] = [one.as_ref().clone()];
        let take = take(&TakeInput {
            background: &background,
            bars: &bars,
            job: None,
            people: &People::default(),
            meaning: None,
            all: false,
        });
        let criteria = &take.bars[0].criteria;
        assert_eq!(expected.len(), criteria.len(), "{name} {bar_name}");
        for criterion in criteria {
            let wanted = &expected[&criterion.id];
            let got = match criterion.level {
                Level::NotShown => "not shown",
                level => level.words(),
            };
            agreed.criteria += 1;
            agreed.level += usize::from(got == wanted);
            agreed.found += usize::from((got == "not shown") == (wanted == "not shown"));
            let mark = if got == wanted { " " } else { "≠" };
            let id = &criterion.id;
            println!("{mark} {name} {bar_name} {id}: {got}, a mentor says {wanted}");
            print(criterion);
        }
    }
}

/// What was found for a criterion, and what is missing.
fn print(criterion: &CriterionTake) {
    for quote in &criterion.found {
        let readings: Vec<String> = quote.readings.iter().map(read).collect();
        let readings = readings.join("; ");
        println!("      “{}” {readings} {:?}", quote.words, quote.evidence);
    }
    for missing in &criterion.missing {
        println!("      - {missing}");
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
        Reading::Meaning { near, .. } => format!("{near:.2}"),
    }
}
