use whyproof_case::{Computed, Scope, resolve};
use whyproof_testing::MemoryHost;

use super::*;
use crate::background::Life;
use crate::background::Story;
use crate::resume::Own;
use crate::resume::{LineId, Resume};
use crate::take::{Met, Reading};

fn background() -> Background {
    let host = MemoryHost::new();
    let stories = ["one.md", "two.md"].map(|path| {
        let text = format!(
            "---\nkind: story\n---\n\n# Of {path}\n\n## What I did\n\nI asked nine people.\n"
        );
        let scope = Scope::of(&host, path);
        Story {
            path: path.to_owned(),
            case: resolve(
                whyproof_syntax::parse(&text),
                &host,
                scope,
                &Computed::default(),
            ),
            notes: None,
        }
    });
    let resume = Resume::from_json(r#"{"work": [{"highlights": ["Sold boxes", "Asked people"]}]}"#)
        .expect("a résumé");
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            resume,
            own: Own::default(),
        }),
        stories: stories.into(),
    }
}

fn hit(
    passages: &[Passage],
    words: &str,
    story: Option<usize>,
    evidence: &[&str],
) -> (usize, Quote) {
    let is_it = |passage: &Passage| {
        passage.words == words
            && match passage.spot {
                Spot::Story { story: at, .. } => story == Some(at),
                Spot::Line(LineId { .. }) | Spot::Named(_) => story == passage.tied,
            }
    };
    let quote = Quote {
        words: words.to_owned(),
        path: String::new(),
        line: None,
        part: String::new(),
        story,
        readings: vec![Reading::Words(vec![Met {
            wanted: "asked".to_owned(),
            found: "asked".to_owned(),
        }])],
        evidence: evidence.iter().map(|label| (*label).to_owned()).collect(),
    };
    (passages.iter().position(is_it).expect(words), quote)
}

/// The hits, lent.
fn lent(hits: &[Vec<(usize, Quote)>]) -> Vec<Vec<(usize, &Quote)>> {
    hits.iter()
        .map(|row| {
            row.iter()
                .map(|(passage, quote)| (*passage, quote))
                .collect()
        })
        .collect()
}

#[test]
fn a_cell_is_as_its_strongest_sentence() {
    let background = background();
    let passages = background.passages();
    let rows = ["a", "b"].map(|id| Row {
        id: id.to_owned(),
        title: id.to_uppercase(),
    });
    let asked = "I asked nine people.";
    let hits = vec![
        vec![
            hit(&passages, asked, Some(0), &[]),
            hit(&passages, asked, Some(0), &["note"]),
            hit(&passages, asked, Some(1), &[]),
        ],
        vec![],
    ];
    let matrix = matrix(&rows, &background, &passages, &lent(&hits));
    let levels: Vec<Vec<Option<Level>>> = matrix
        .cells
        .iter()
        .map(|row| row.iter().map(|cell| cell.level).collect())
        .collect();
    assert_eq!(
        levels,
        [
            vec![Some(Level::Shown), Some(Level::Claimed)],
            vec![None, None]
        ]
    );
    assert_eq!(
        matrix.cells[0][0].found[0].evidence,
        ["note"],
        "the one with evidence first"
    );
    assert_eq!(
        matrix.columns[1],
        ("two.md".to_owned(), "Of two.md".to_owned())
    );
}

#[test]
fn lines_that_no_story_tells_share_the_last_column() {
    let background = background();
    let passages = background.passages();
    let rows = [Row {
        id: "a".to_owned(),
        title: "A".to_owned(),
    }];
    let hits = vec![vec![
        hit(&passages, "Sold boxes", None, &[]),
        hit(&passages, "Asked people", None, &[]),
    ]];
    let matrix = matrix(&rows, &background, &passages, &lent(&hits));
    assert_eq!(matrix.columns.len(), 3);
    assert_eq!(matrix.columns[2].0, "experience.yaml");
    assert_eq!(matrix.cells[0][2].found.len(), 2);
    assert_eq!(matrix.cells[0][0], Cell::default());
}
