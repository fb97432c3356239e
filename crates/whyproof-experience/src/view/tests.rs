//! What is in a tailored résumé, and what is not.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use whyproof_case::{Bar, Scope, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use super::{Letters, TailorInput, Tailored, View, tailor};
use crate::people::People;
use crate::resume::{Confirmed, Resume, Section, all};
use crate::{Background, Level, Life, Story, TakeInput, cut, job, take};

const STORY: &str = "\
---
kind: story
owner: Ann
share: no \"Acme\"
---

# The check

## What I did

I wrote a check for Acme. I measured 40 parcels.[^a]

[^a]: measurement: https://www.who.int/log
";

const PAGE: Letters = Letters {
    columns: 40,
    rows: 24,
};

fn life(own: &serde_json::Value) -> serde_json::Value {
    json!({
        "basics": {"name": "Ann Example", "label": "Program manager", "summary": "Gets parcels to people."},
        "work": [
            {"name": "Acme", "position": "Packer", "startDate": "2020", "summary": "Packed parcels for a shop.", "highlights": [
                "Wrote a check of parcels // with a kitchen scale // and a beep",
                "Swept the hall on most evenings, and put the tables in their places again",
                "Interviewed customers about parcels that came wrong",
            ]},
            {"name": "Beta", "position": "Clerk", "startDate": "2015", "endDate": "2019", "highlights": ["Filed letters in the order of their days", "Answered the telephone"]},
        ],
        "projects": [{"name": "Garden", "highlights": ["Grew beans behind the house with the neighbours"]}],
        "skills": [{"name": "Data", "keywords": ["SQL", "Counting"]}],
        "references": [{"name": "Bo", "reference": "Swept like nobody else."}],
        "meta": {"version": "1", "whyproof": own},
    })
}

fn imported(value: &serde_json::Value) -> serde_json::Value {
    let resume = Resume::from_json(&value.to_string()).expect("a résumé");
    let lines = resume.lines();
    lines
        .iter()
        .map(|line| json!({"line": cut::whole(line.text), "from": "imported/a.txt:1"}))
        .collect()
}

fn background(value: &serde_json::Value) -> Background {
    let host = MemoryHost::new();
    let case = resolve(
        parse(STORY),
        &host,
        Scope::of(&host, "stories/a.md"),
        &Default::default(),
    );
    let resume = Resume::from_json(&value.to_string()).expect("a résumé");
    let own = resume.own().expect("own keys");
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            resume,
            own,
        }),
        stories: vec![Story {
            path: "stories/a.md".to_owned(),
            case,
            notes: None,
        }],
    }
}

fn whole() -> serde_json::Value {
    let lines = imported(&life(&json!({})));
    life(&json!({"lines": lines}))
}

/// The bar of a job that asks for these things.
fn asking(asked: &[&str]) -> Bar {
    let items: Vec<String> = asked.iter().map(|one| format!("- {one}")).collect();
    let text = format!("Packer\n\nRequirements\n{}\n", items.join("\n"));
    job::read(&text).bar("job")
}

const ASKED: [&str; 2] = [
    "Wrote checks of parcels",
    "Interview customers about their parcels",
];

fn on(value: &serde_json::Value, view: &View, measure: Letters) -> Tailored {
    for_job(value, &ASKED, view, measure)
}

fn for_job(value: &serde_json::Value, asked: &[&str], view: &View, measure: Letters) -> Tailored {
    let input = TailorInput {
        background: &background(value),
        bar: &asking(asked),
        view,
        measure: &measure,
        pages: 1,
        meaning: None,
    };
    tailor(&input).expect("a résumé")
}

fn texts(tailored: &Tailored) -> Vec<String> {
    tailored
        .resume
        .lines()
        .iter()
        .map(|line| line.text.to_owned())
        .collect()
}

#[test]
fn where_all_fits_all_is_in_with_the_best_first() {
    let tailored = on(&whole(), &View::default(), Letters::default());
    assert!(tailored.fits);
    assert_eq!(tailored.left_out, []);
    let work = all(&tailored.resume.work);
    // The file has it second.
    let last = all(&work[0].highlights).last().map(String::as_str);
    assert_eq!(
        last,
        Some("Swept the hall on most evenings, and put the tables in their places again")
    );
    assert_eq!(
        tailored
            .resume
            .meta
            .as_ref()
            .map(|meta| meta.contains_key("whyproof")),
        Some(false)
    );
}

#[test]
fn where_the_page_is_full_the_job_decides_and_every_job_stays() {
    let tailored = on(&whole(), &View::default(), PAGE);
    assert!(tailored.fits);
    let texts = texts(&tailored);
    assert!(
        texts
            .iter()
            .any(|text| text.starts_with("Interviewed customers")),
        "{texts:?}"
    );
    assert_eq!(all(&tailored.resume.work).len(), 2);
    assert_eq!(all(&tailored.resume.projects).len(), 0);
    let mut left = tailored.left_out.iter();
    let beans = left
        .find(|one| one.words.starts_with("Grew beans"))
        .expect("left out");
    assert_eq!(
        beans.why,
        "the page is full, and it answers nothing that the job asks for"
    );
    assert_eq!(
        tailored.answers[1].lines[0],
        "Interviewed customers about parcels that came wrong"
    );
}

fn lines(work: &[(&str, &str, &[&str])]) -> serde_json::Value {
    let work = work.iter().map(|(name, end, lines)| json!({"name": name, "startDate": "2001", "endDate": end, "highlights": lines}));
    json!({
        "basics": {"name": "Ann"},
        "work": work.collect::<Vec<_>>(),
        "education": [{"institution": "School", "courses": ["Mentorship in practice", "SQL"]}],
        "skills": [{"name": "Data", "keywords": ["R", "Parcels", "Excel"]}],
        "interests": [{"name": "Chess"}],
        "references": [{"name": "Bo", "reference": "Swept like nobody else."}],
    })
}

#[test]
fn what_was_measured_stands_first_and_else_the_persons_own_order() {
    let value = lines(&[(
        "Acme",
        "2024",
        &[
            "Filed letters",
            "Filled about 300 orders a shift",
            "Answered the telephone",
            "Brought empty drawers from 301 to 78",
        ],
    )]);
    let tailored = on(&value, &View::default(), Letters::default());
    assert_eq!(
        all(&all(&tailored.resume.work)[0].highlights),
        [
            "Brought empty drawers from 301 to 78",
            "Filled about 300 orders a shift",
            "Filed letters",
            "Answered the telephone",
        ]
    );
    // Of skills those that the job names come first, and the others stay in their order.
    assert_eq!(
        all(&all(&tailored.resume.skills)[0].keywords),
        ["Parcels", "R", "Excel"]
    );
}

#[test]
fn the_latest_jobs_keep_their_best_lines_and_what_is_beside_them_goes_first() {
    let long: Vec<String> = (0..6)
        .map(|at| {
            format!(
                "Interviewed customers about parcels for the {at}th time, and about their parcels"
            )
        })
        .collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let late = [
        "Swept the hall",
        "Filed letters",
        "Kept the rota",
        "Cut the wait from 9 to 4 days",
        "Sorted keys",
    ];
    let value = lines(&[
        ("Latest", "2024", &late),
        ("Second", "2020", &late[..3]),
        ("Third", "2015", &late[..2]),
        ("First", "2009", &long),
    ]);
    let tailored = on(
        &value,
        &View::default(),
        Letters {
            columns: 40,
            rows: 34,
        },
    );
    assert!(tailored.fits);
    let work = all(&tailored.resume.work);
    let kept: Vec<usize> = work.iter().map(|job| all(&job.highlights).len()).collect();
    assert!(kept[0] >= 3 && kept[1] >= 2 && kept[2] >= 1, "{kept:?}");
    assert!(all(&work[0].highlights)[0].starts_with("Cut the wait"));
    assert_eq!(all(&tailored.resume.interests).len(), 0);
    assert_eq!(all(&tailored.resume.references).len(), 0);
    let told: Vec<&str> = tailored
        .left_out
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    for gone in [
        "References: Bo",
        "Interests: Chess",
        "Mentorship in practice",
    ] {
        assert!(told.contains(&gone), "{told:?}");
    }
}

#[test]
fn what_cannot_fit_is_said() {
    let jobs: Vec<(String, &str)> = (0..30).map(|at| (format!("Place {at}"), "2020")).collect();
    let jobs: Vec<(&str, &str, &[&str])> = jobs
        .iter()
        .map(|(name, end)| (name.as_str(), *end, &["Swept"][..]))
        .collect();
    let tailored = on(&lines(&jobs), &View::default(), PAGE);
    assert!(!tailored.fits);
    assert!(tailored.pages > 1);
    assert!(
        tailored.notes[0].ends_with("stands without a line."),
        "{:?}",
        tailored.notes
    );
}

#[test]
fn a_line_of_a_story_that_is_withheld_is_left_out_though_it_was_imported() {
    let mut value = whole();
    value["meta"]["whyproof"]["lines"][2] = json!({
        "line": "Wrote a check of parcels with a kitchen scale and a beep", "from": "imported/a.txt:1", "story": "stories/a.md",
    });
    let mut background = background(&value);
    let text = STORY.replace("share: no \"Acme\"", "share: nothing");
    let host = MemoryHost::new();
    background.stories[0].case =
        resolve(parse(&text), &host, Scope::default(), &Default::default());
    let input = TailorInput {
        background: &background,
        bar: &asking(&ASKED),
        view: &View::default(),
        measure: &Letters::default(),
        pages: 1,
        meaning: None,
    };
    let tailored = tailor(&input).expect("a résumé");
    assert_eq!(
        tailored.left_out[0].why,
        "the story that it is tied to, stories/a.md, is not to be shared (“nothing”)"
    );
    assert_eq!(tailored.left_out.len(), 1);
}

#[test]
fn what_answers_is_what_the_take_finds() {
    let asked = [
        "Wrote checks of parcels",
        "Measure whether it worked",
        "Speak Japanese",
        "Interview customers about their parcels",
    ];
    let drop = View {
        drop: vec!["Interviewed customers about parcels that came wrong".to_owned()],
        ..View::default()
    };
    let value = whole();
    let tailored = for_job(&value, &asked, &drop, Letters::default());
    let bars = [asking(&asked)];
    let told = take(&TakeInput {
        background: &background(&value),
        bars: &bars,
        job: None,
        people: &People::default(),
        meaning: None,
        all: false,
    });
    let both = tailored.answers.iter().zip(&told.bars[0].criteria);
    for (answer, criterion) in both {
        assert_eq!(answer.requirement, criterion.title);
        let nothing = criterion.level == Level::NotShown;
        assert_eq!(answer.is_nothing(), nothing, "{answer:?}");
    }
    let [check, measured, japanese, interview] = &tailored.answers[..] else {
        panic!("{:?}", tailored.answers);
    };
    assert_eq!(
        check.lines[0],
        "Wrote a check of parcels with a kitchen scale and a beep"
    );
    assert!(measured.is_only_told(), "{measured:?}");
    assert_eq!(measured.stories[0].0, "The check");
    assert!(japanese.is_nothing(), "{japanese:?}");
    assert_eq!(interview.lines, [""; 0]);
    assert_eq!(interview.missed, drop.drop);
}

#[test]
fn a_line_is_cut_only_where_it_is_marked() {
    let mut cuts = BTreeSet::new();
    for rows in 12..40 {
        let tailored = on(&whole(), &View::default(), Letters { columns: 22, rows });
        cuts.extend(tailored.left_out.into_iter().filter_map(|one| one.cut));
    }
    assert!(!cuts.is_empty());
    let may = [
        "Wrote a check of parcels",
        "Wrote a check of parcels with a kitchen scale",
    ];
    assert!(
        cuts.iter().all(|cut| may.contains(&cut.as_str())),
        "{cuts:?}"
    );
}

#[test]
fn pins_and_drops_are_obeyed_and_told_where_they_are_gone() {
    let view = View {
        pin: vec!["Answered the telephone".to_owned(), "Gone line".to_owned()],
        drop: vec!["Interviewed customers  about parcels that came wrong".to_owned()],
        ..View::default()
    };
    let tailored = on(&whole(), &view, PAGE);
    let texts = texts(&tailored);
    assert!(texts.contains(&"Answered the telephone".to_owned()));
    assert!(!texts.iter().any(|text| text.starts_with("Interviewed")));
    assert_eq!(
        tailored.notes,
        ["“Gone line” is pinned in the view, and no line has these words any more."]
    );
}

#[test]
fn the_jobs_words_stand_only_where_they_were_confirmed() {
    let view = View {
        say: vec![
            Confirmed {
                mine: "parcels".to_owned(),
                theirs: "shipments".to_owned(),
            },
            Confirmed {
                mine: "Filed".to_owned(),
                theirs: "led a team of 12 that filed".to_owned(),
            },
        ],
        ..View::default()
    };
    let mut own = json!({"confirmed": [{"mine": "came wrong", "theirs": "were late"}, {"mine": "beep", "theirs": "check"}]});
    own["lines"] = imported(&life(&json!({})));
    let tailored = on(&life(&own), &view, Letters::default());
    let texts = texts(&tailored);
    assert!(
        texts.contains(&"Wrote a check of shipments with a kitchen scale and a check".to_owned()),
        "{texts:?}"
    );
    assert!(texts.contains(&"Interviewed customers about shipments that came wrong".to_owned()));
    assert!(texts.contains(&"Filed letters in the order of their days".to_owned()));
    let said: BTreeSet<&str> = tailored
        .substituted
        .iter()
        .map(|one| one.theirs.as_str())
        .collect();
    assert_eq!(said.into_iter().collect::<Vec<_>>(), ["check", "shipments"]);
    assert!(
        tailored.notes[0].starts_with("“led a team of 12 that filed” does not stand for “Filed”"),
        "{:?}",
        tailored.notes
    );
}

#[test]
fn what_was_withdrawn_refused_or_is_not_to_be_shared_is_left_out() {
    let mut value = whole();
    value["work"][0]["highlights"] = json!([
        "Swept the hall on most evenings, and put the tables in their places again",
        "Led 12 people",
        "Wrote a check for Acme"
    ]);
    value["meta"]["whyproof"]["withdrawn"] = json!(["swept"]);
    let lines = value["meta"]["whyproof"]["lines"]
        .as_array_mut()
        .expect("lines");
    lines.push(json!({"line": "Wrote a check for Acme", "story": "stories/a.md"}));
    let tailored = on(&value, &View::default(), Letters::default());
    let told: Vec<&str> = tailored
        .left_out
        .iter()
        .map(|one| one.why.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "you withdrew “swept”",
            "“Led” and “12” need a source: tie the line to a story that tells it",
            "the story that it is tied to, stories/a.md, does not let “Acme” leave",
        ]
    );
    assert_eq!(all(&tailored.resume.references).len(), 0);
    assert_eq!(tailored.refused.len(), 1);
    assert!(!tailored.resume.to_json().expect("JSON").contains("Swept"));
}

#[test]
fn an_entry_that_was_withdrawn_takes_no_others_lines() {
    let mut value = whole();
    value["projects"] = json!([{"name": "Secret", "highlights": ["Sold nothing"]}, {"name": "Garden", "highlights": ["Had beans behind the house"]}]);
    value["meta"]["whyproof"]["withdrawn"] = json!(["Secret"]);
    let tailored = on(&value, &View::default(), Letters::default());
    let projects = all(&tailored.resume.projects);
    assert_eq!(projects.len(), 1);
    assert_eq!(all(&projects[0].highlights), ["Had beans behind the house"]);
}

#[test]
fn sections_stand_as_the_view_has_them() {
    let view = View::from_yaml("order: [skills, work]\n").expect("a view");
    let tailored = on(&whole(), &view, Letters::default());
    assert_eq!(
        tailored.order[..3],
        [Section::Basics, Section::Skills, Section::Work]
    );
    assert_eq!(tailored.order.len(), 9);
}

#[test]
fn a_view_is_read_and_written() {
    let text =
        "job: acme.md\npages: 2\npin:\n  - A line\nsay:\n  - mine: clients\n    theirs: users\n";
    let view = View::from_yaml(text).expect("a view");
    assert_eq!(
        View::from_yaml(&view.to_yaml().expect("YAML")).expect("a view"),
        view
    );
    assert_eq!(View::from_yaml("\n").expect("a view"), View::default());
    for (text, line) in [
        ("pages: 1\npins: [a]\n", 2),
        ("job: a\npages: 12\n", 2),
        ("order: [hobbies]\n", 1),
        ("pages: x\n", 1),
    ] {
        let error = View::from_yaml(text).expect_err(text);
        assert_eq!(error.line, Some(line), "{error:?}");
    }
}

fn person() -> impl Strategy<Value = serde_json::Value> {
    let line = "[a-c]{1,4}( (//|[a-d]{1,9})){0,9}";
    let lines = proptest::collection::vec(line, 0..6);
    let entries = proptest::collection::vec((lines.clone(), "[a-c ]{0,30}"), 0..4);
    (entries.clone(), entries, lines).prop_map(|(work, projects, skills)| {
        let work: Vec<_> = work.into_iter().map(|(lines, summary)| json!({"name": "W", "summary": summary, "highlights": lines})).collect();
        let projects: Vec<_> = projects.into_iter().map(|(lines, summary)| json!({"name": "P", "description": summary, "highlights": lines})).collect();
        json!({"basics": {"name": "N"}, "work": work, "projects": projects, "skills": [{"name": "S", "keywords": skills}]})
    })
}

proptest! {
    #[test]
    fn every_text_is_one_of_the_persons_whole_or_cut_where_marked(value in person(), columns in 5usize..60, rows in 8usize..60) {
        let view = View {
            say: vec![Confirmed { mine: "aa".to_owned(), theirs: "zebra".to_owned() }],
            ..View::default()
        };
        let tailored = on(&value, &view, Letters { columns, rows });
        let before = Resume::from_json(&value.to_string()).expect("a résumé");
        let mut may: BTreeSet<String> = before.lines().iter().flat_map(|line| cut::lengths(line.text)).collect();
        may.extend(tailored.substituted.iter().map(|one| one.after.clone()));
        for line in tailored.resume.lines() {
            prop_assert!(may.contains(line.text), "{:?}", line.text);
        }
        // Each line of the experience is in, or told: nothing vanishes.
        let told = tailored.resume.lines().len() + tailored.left_out.iter().filter(|one| one.cut.is_none()).count();
        prop_assert_eq!(told, before.lines().len());
        prop_assert_eq!(all(&tailored.resume.work).len(), all(&before.work).len());
        let again = on(&value, &view, Letters { columns, rows });
        prop_assert_eq!(again, tailored);
    }
}
