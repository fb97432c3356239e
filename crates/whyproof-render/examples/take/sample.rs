//! A take and a preparation book of somebody who changes into product management. Composed: nobody's.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "a person, composed, whose words are long; the bars are built in"
)]

#[path = "stories.rs"]
mod stories;

use whyproof_case::Scope;
use whyproof_experience::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Judged, Judgement, Level, Matrix, Met,
    PlaceTake, Quote, Reading, Remark, RemarkKind, Strong, Take,
};
use whyproof_render::prep::{Book, Debrief, Failure, Interviewer, LineNote, Said, StorySheet, Why};
use whyproof_testing::MemoryHost;

use stories::{HEADINGS, TOLD};

/// Titles and files of the stories.
pub(crate) const STORIES: [(&str, &str); 4] = [
    (
        "I shut down the returns desk I had talked eleven shops into",
        "stories/returns-desk.md",
    ),
    (
        "Sixteen phone calls that changed how we counted stock",
        "stories/stock-count.md",
    ),
    ("The rota that nurses wrote themselves", "stories/rota.md"),
    ("Four suppliers, one delivery window", "stories/window.md"),
];

fn met(pairs: &[(&str, &str)]) -> Reading {
    let one = |(wanted, found): &(&str, &str)| Met {
        wanted: (*wanted).to_owned(),
        found: (*found).to_owned(),
    };
    Reading::Words(pairs.iter().map(one).collect())
}

fn quote(
    story: usize,
    part: &str,
    line: u32,
    words: &str,
    readings: Vec<Reading>,
    evidence: &[&str],
) -> Quote {
    Quote {
        words: words.to_owned(),
        path: STORIES[story].1.to_owned(),
        line: Some(line),
        part: part.to_owned(),
        story: Some(story),
        readings,
        evidence: evidence.iter().map(ToString::to_string).collect(),
    }
}

fn line(part: &str, line: u32, words: &str, readings: Vec<Reading>) -> Quote {
    Quote {
        words: words.to_owned(),
        path: "experience.yaml".to_owned(),
        line: Some(line),
        part: part.to_owned(),
        story: None,
        readings,
        evidence: Vec::new(),
    }
}

fn stood() -> Quote {
    let kind = Reading::Kind("a number of what was watched, and for how long".to_owned());
    let words = "I stood at the counter for four days and timed it: nineteen minutes a return, eleven of them waiting for a code.";
    quote(
        0,
        "What I did",
        21,
        words,
        vec![met(&[("watched", "stood at the counter")]), kind],
        &["notes"],
    )
}

fn stopped() -> Quote {
    let words = "I closed it in March, with the numbers, in the room where I had said go.";
    quote(
        0,
        "What happened",
        34,
        words,
        vec![
            met(&[("knew when to stop", "closed")]),
            Reading::Part("What happened".to_owned()),
        ],
        &[],
    )
}

fn shrink() -> Quote {
    let words = "Shrinkage that we could not explain fell from 2.3% to 0.9% of sales in two quarters, in the nine shops that counted weekly; in the seven that did not it stayed where it was.";
    quote(
        1,
        "What happened",
        29,
        words,
        vec![
            Reading::Kind("a number before and after".to_owned()),
            met(&[("comparison", "in the seven that did not")]),
        ],
        &["counts", "ledger"],
    )
}

fn rota() -> Quote {
    let words = "I asked every nurse on the ward what they would change if it were theirs, and then I gave it to them.";
    quote(
        2,
        "What I did",
        18,
        words,
        vec![met(&[("asked customers", "asked every nurse")])],
        &[],
    )
}

fn dana() -> Judgement {
    Judgement {
        by: "Dana L.".to_owned(),
        day: Some("2026-11-12".to_owned()),
        judged: Some(Judged::Raises),
        note: "I was in that room. Nobody else in the company had ever timed it.".to_owned(),
    }
}

fn mentor(judged: Judged, note: &str) -> Judgement {
    Judgement {
        by: "M. Adeyemi, product director".to_owned(),
        day: Some("2026-11-19".to_owned()),
        judged: Some(judged),
        note: note.to_owned(),
    }
}

/// What was read for the criteria of a bar, by their ids.
type Found = (
    &'static str,
    Level,
    Vec<Quote>,
    Vec<&'static str>,
    Vec<Judgement>,
);

fn bar(name: &str, found: Vec<Found>) -> BarTake {
    let bar = whyproof_case::bar(&MemoryHost::default(), &Scope::default(), name).unwrap();
    let criteria = bar.criteria.iter().map(|one| {
        let known = found.iter().find(|(id, ..)| *id == one.id);
        CriterionTake {
            id: one.id.clone(),
            title: one.title.clone(),
            meets: one.meets.clone(),
            below: one.below.clone(),
            raises: one.raises.clone(),
            questions: one.questions.clone(),
            from: (one.id == "problem").then(|| {
                "You start from customers: you can name the person, the moment and the cost."
                    .to_owned()
            }),
            wish: false,
            read_as: Vec::new(),
            level: known.map_or(Level::NotShown, |one| one.1),
            found: known.map(|one| one.2.clone()).unwrap_or_default(),
            more: Vec::new(),
            missing: known.map_or_else(Vec::new, |one| {
                one.3.iter().map(ToString::to_string).collect()
            }),
            people: known.map(|one| one.4.clone()).unwrap_or_default(),
        }
    });
    BarTake {
        name: bar.name.clone(),
        title: bar.title.clone(),
        criteria: criteria.collect(),
    }
}

fn product() -> BarTake {
    let asked = "Nobody but you has said that the eleven shops wanted it. A sentence of one shop manager's would tell it.";
    bar(
        "product-manager",
        vec![
            (
                "problem",
                Level::Shown,
                vec![stood(), rota()],
                vec![
                    "How many customers a week met the wait: the story says hundreds, without a source.",
                ],
                vec![
                    dana(),
                    mentor(
                        Judged::Meets,
                        "Specific, and she watched it herself. I would ask how she knew that it mattered more than the queue at the till.",
                    ),
                ],
            ),
            (
                "case",
                Level::Claimed,
                vec![quote(
                    0,
                    "What I did",
                    22,
                    "I wrote two pages, was told no twice, and got a pilot the third time.",
                    vec![met(&[
                        ("said no", "told no"),
                        ("wrote a document", "wrote two pages"),
                        ("pitched", "pilot"),
                    ])],
                    &[],
                )],
                vec![
                    "What the strongest objection was, and what answered it.",
                    "The two pages, or a line of them: then a reader could check it.",
                ],
                vec![],
            ),
            (
                "impact",
                Level::Shown,
                vec![shrink(), stopped()],
                vec![],
                vec![mentor(Judged::Raises, "")],
            ),
            (
                "analytical",
                Level::Shown,
                vec![shrink()],
                vec![
                    "What else could explain the fall: the nine shops chose to count, the seven did not.",
                ],
                vec![],
            ),
            (
                "persistence",
                Level::Claimed,
                vec![quote(
                    0,
                    "What I did",
                    24,
                    "I called every manager; only four rang back, so I drove to the other seven.",
                    vec![Reading::Kind(
                        "what stood in the way, and a way past it".to_owned(),
                    )],
                    &[],
                )],
                vec![asked],
                vec![mentor(
                    Judged::Meets,
                    "I believe it. Say how long it took.\n\nAnd what you would do if you had no car.",
                )],
            ),
            (
                "ownership",
                Level::Claimed,
                vec![
                    stopped(),
                    line(
                        "Operations lead, Norrland Sport",
                        41,
                        "Ran goods in, returns and stock for eleven shops with a team of four.",
                        vec![met(&[("own part", "ran")])],
                    ),
                ],
                vec!["What you did not do, and why: two of the four stories do not say it."],
                vec![],
            ),
            (
                "faster",
                Level::NotShown,
                vec![],
                vec![
                    "A time when a smaller or cheaper step answered the question first. The pilot in one shop may be that: the story does not say what it was to find out.",
                ],
                vec![],
            ),
        ],
    )
}

fn program() -> BarTake {
    bar(
        "program-manager",
        vec![
            (
                "teams",
                Level::Shown,
                vec![quote(
                    3,
                    "What I did",
                    16,
                    "None of the four suppliers reported to me; each had a window of its own, and a reason for it.",
                    vec![met(&[("report", "reported")])],
                    &["letters"],
                )],
                vec![],
                vec![],
            ),
            (
                "dependencies",
                Level::Claimed,
                vec![quote(
                    3,
                    "What I did",
                    19,
                    "I drew who waited for whom on one sheet, and hung it where the drivers have their coffee.",
                    vec![met(&[("waits", "waited")])],
                    &[],
                )],
                vec!["By when each had promised, and how you checked."],
                vec![],
            ),
            ("ends", Level::Shown, vec![stopped()], vec![], vec![]),
            (
                "truth",
                Level::Claimed,
                vec![stopped()],
                vec!["When you first knew, and whom you told."],
                vec![],
            ),
        ],
    )
}

fn cell(level: Option<Level>, found: Vec<Quote>) -> Cell {
    Cell { level, found }
}

fn matrix(bar: &BarTake) -> Matrix {
    let columns = STORIES
        .iter()
        .map(|(title, path)| ((*path).to_owned(), (*title).to_owned()));
    let columns = columns.chain([(
        "experience.yaml".to_owned(),
        "Lines of the résumé that no story tells".to_owned(),
    )]);
    let (shown, claimed) = (Some(Level::Shown), Some(Level::Claimed));
    let rows = [
        [shown, claimed, claimed, None, None],
        [claimed, claimed, None, claimed, None],
        [claimed, shown, None, claimed, claimed],
        [claimed, shown, None, None, None],
        [claimed, claimed, claimed, claimed, None],
        [claimed, None, claimed, None, claimed],
        [None; 5],
    ];
    let found = [stood(), shrink(), rota()];
    let row = |row: &[Option<Level>; 5]| {
        let cells = row.iter().enumerate();
        let found = |at: usize| found.get(at).cloned().into_iter().collect();
        cells
            .map(|(at, level)| {
                cell(
                    *level,
                    if level.is_some() {
                        found(at)
                    } else {
                        Vec::new()
                    },
                )
            })
            .collect()
    };
    Matrix {
        requirements: bar
            .criteria
            .iter()
            .map(|one| (one.id.clone(), one.title.clone()))
            .collect(),
        columns: columns.collect(),
        cells: rows.iter().map(row).collect(),
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

fn strongest() -> Vec<Strong> {
    let one = |story: usize, reasons: &[&str], questions: &[&str]| Strong {
        story,
        title: STORIES[story].0.to_owned(),
        path: STORIES[story].1.to_owned(),
        reasons: owned(reasons),
        questions: owned(questions),
    };
    vec![
        one(
            1,
            &[
                "It has a number before and after, and a comparison.",
                "Two notes that a reader could check: the weekly counts and the ledger.",
                "It says what was hard: sixteen people who had counted the old way for years.",
            ],
            &[
                "What was the number before, and what is it now?",
                "How do you know that your work moved it?",
            ],
        ),
        one(
            0,
            &[
                "The hardest part is told, and it is hard.",
                "It is a failure that you ended yourself, with the numbers.",
                "It says what you did not do.",
            ],
            &[
                "Tell me about a time when you were wrong.",
                "Who said no, and what changed their mind?",
            ],
        ),
        one(
            2,
            &["It says whose idea it was: not yours alone."],
            &["Who exactly has this problem, and when did you last watch one of them have it?"],
        ),
    ]
}

fn gaps() -> Vec<Gap> {
    let one = |bar: &str, criterion: &str, title: &str, steps: &[&str]| Gap {
        bar: bar.to_owned(),
        criterion: criterion.to_owned(),
        title: title.to_owned(),
        untold: None,
        open: false,
        steps: owned(steps),
    };
    vec![
        one(
            "product-manager",
            "faster",
            "Faster and more creatively",
            &[
                "Write what the pilot in one shop was to find out, what it cost, and what it told you before the other ten moved a shelf.",
                "If that was not so, pick another time: a question that you answered in a day which others would have taken to a project.",
            ],
        ),
        one(
            "product-manager",
            "case",
            "A strong case, persuasively argued",
            &[
                "Put the strongest objection of the two refusals into the story, in the words of whoever said it.",
                "Keep the two pages in the workspace and cite them: then the claim is shown.",
            ],
        ),
        one(
            "program-manager",
            "money",
            "Knows what it costs",
            &["Say what the shared window cost the suppliers, and what it saved."],
        ),
    ]
}

fn remarks() -> Vec<Remark> {
    let one = |kind, words: &str, path: &str, line, says: &str| Remark {
        kind,
        words: words.to_owned(),
        path: path.to_owned(),
        line: Some(line),
        says: says.to_owned(),
    };
    vec![
        one(
            RemarkKind::SaysMore,
            "Led a company-wide transformation of returns.",
            "experience.yaml",
            44,
            "“Led” and “company-wide” have no source: the story says eleven shops, and a team of four that did not report to you. Nearest to your own words: “Changed how eleven shops took returns.”",
        ),
        one(
            RemarkKind::NoNumber,
            "Improved staff satisfaction on the ward.",
            "experience.yaml",
            52,
            "By how much, as measured how, and against when?",
        ),
        one(
            RemarkKind::Buzzword,
            "Passionate, results-driven team player.",
            "experience.yaml",
            7,
            "Nothing beside it says what you did.",
        ),
        one(
            RemarkKind::NoStory,
            "Negotiated the lease of the Umeå warehouse.",
            "experience.yaml",
            47,
            "Somebody will ask how. `whyproof story` asks you first.",
        ),
        one(
            RemarkKind::Failure,
            STORIES[0].0,
            STORIES[0].1,
            12,
            "You ended it yourself, and say what you would measure next time.",
        ),
    ]
}

fn places() -> Vec<PlaceTake> {
    let ask = owned(&["Which document decided something last month, and may I read it?"]);
    vec![
        PlaceTake {
            id: "narrative".to_owned(),
            title: "Decisions are made by documents".to_owned(),
            said: "We write six-pagers, and read them in silence before we discuss them."
                .to_owned(),
            found: vec![quote(
                0,
                "What I did",
                22,
                "I wrote two pages, was told no twice, and got a pilot the third time.",
                vec![met(&[("write", "wrote")])],
                &[],
            )],
            questions: ask,
        },
        PlaceTake {
            id: "matrixed".to_owned(),
            title: "Nobody you need reports to you".to_owned(),
            said: "You will work across nine teams in four time zones without direct reports."
                .to_owned(),
            found: vec![],
            questions: owned(&[
                "Who decides when two of the nine want different things?",
                "When did a team last say no to this role, and what happened then?",
            ]),
        },
    ]
}

fn choice() -> Choice {
    let one = |story: usize, covers: &[&str], second: Option<(usize, &[&str])>| Chosen {
        story,
        title: STORIES[story].0.to_owned(),
        covers: owned(covers),
        second: second.map(|(story, covers)| (story, STORIES[story].0.to_owned(), owned(covers))),
    };
    Choice {
        stories: vec![
            one(
                0,
                &["problem", "case", "persistence", "ownership"],
                Some((2, &["problem", "persistence", "ownership"])),
            ),
            one(1, &["impact", "analytical"], Some((3, &["impact"]))),
        ],
        uncovered: owned(&["faster"]),
    }
}

/// The take.
pub(crate) fn take() -> Take {
    let product = product();
    Take {
        person: Some("Kirsi Lahtinen".to_owned()),
        question: Some("I would appreciate your take on my background, and any advice you have about tailoring it. I have run shops, stock and a hospital rota; I would like to build products.".to_owned()),
        signed: Some("K., Seattle".to_owned()),
        files: std::iter::once("experience.yaml".to_owned()).chain(STORIES.iter().map(|(_, path)| (*path).to_owned())).collect(),
        strongest: strongest(),
        gaps: gaps(),
        remarks: remarks(),
        places: places(),
        matrix: matrix(&product),
        choice: choice(),
        bars: vec![product, program()],
        people: vec![mentor(Judged::Meets, "I would meet her. The returns desk is the story; open with it, and say the number first.")],
    }
}

/// Sentences with a number, and the hardest questions.
fn at_hand(at: usize) -> (Vec<String>, Vec<String>) {
    let (numbers, hardest): (&[&str], &[&str]) = match at {
        0 => (
            &[
                "Nineteen minutes a return, eleven of them waiting for a code; seven in the end.",
                "Eleven shops: four rang back, seven were visited.",
                "Returns up by about a fifth, from memory.",
            ],
            &[
                "Why did you not ask people why they returned things before you built anything?",
                "What would have told you to stop in the second month?",
                "Returns went up by a fifth “from memory”. What do the books say?",
            ],
        ),
        1 => (
            &[
                "2.3% to 0.9% of sales in two quarters, nine shops.",
                "Seven shops that did not count: no change.",
            ],
            &[
                "What else could explain it: the nine chose to count?",
                "What did an hour of counting cost, and was it worth it?",
            ],
        ),
        2 => (
            &["About thirty swaps a week to three.", "31 nurses."],
            &[
                "Who was worse off?",
                "How do you know that it was the rota?",
            ],
        ),
        _ => (
            &["Two hours in the yard to twenty-five minutes."],
            &[
                "What did each of the four get out of it?",
                "What did it cost them?",
            ],
        ),
    };
    (owned(numbers), owned(hardest))
}

fn sheet(at: usize) -> StorySheet {
    let (when, my_part, told) = TOLD[at];
    let said = |words: &str| Said {
        depth: 0,
        words: words.to_owned(),
    };
    let paragraphs = |words: &str| words.split('/').map(said).collect();
    let parts = HEADINGS.iter().zip(told);
    let parts = parts.map(|(heading, words)| ((*heading).to_owned(), paragraphs(words)));
    let (numbers, hardest) = at_hand(at);
    StorySheet {
        title: STORIES[at].0.to_owned(),
        path: STORIES[at].1.to_owned(),
        when: Some(when.to_owned()),
        my_part: Some(my_part.to_owned()),
        share: if at == 0 { owned(&["No company name", "Order volumes as “hundreds a week”"]) } else { Vec::new() },
        parts: parts.collect(),
        measured: Vec::new(),
        numbers,
        notes: (at == 0).then(|| "Do not name Petra; she was let go that summer, and it was not her fault.\n\nIf they ask why I left: the closing had nothing to do with it.".to_owned()),
        hardest,
    }
}

/// The preparation book.
pub(crate) fn book() -> Book {
    let why = |question: &str, asked: &str, story: Option<usize>| Why {
        question: question.to_owned(),
        asked: asked.to_owned(),
        story: story.map(|at| STORIES[at].0.to_owned()),
    };
    let meets = |name: &str, who: &str, looks: &[&str], whys: Vec<Why>| Interviewer {
        name: name.to_owned(),
        who: who.to_owned(),
        looks_for: owned(looks),
        whys,
    };
    let first = vec![
        why(
            "Who exactly has this problem, and when did you last watch one of them have it?",
            "It finds out whether the problem is a person’s or a slide’s.",
            Some(0),
        ),
        why(
            "Why the counter, and not the reason for the return?",
            "Your story says that you never asked. It is the first thing that a product manager would.",
            Some(0),
        ),
        why(
            "What is the strongest reason not to do this?",
            "Two refusals are told, and no objection.",
            Some(0),
        ),
    ];
    let second = vec![
        why(
            "What else could explain that shrinkage fell?",
            "The nine shops chose to count; the seven did not.",
            Some(1),
        ),
        why(
            "What would you expect to see if you were wrong?",
            "",
            Some(1),
        ),
    ];
    let third = vec![why(
        "None of them reported to you. What did each of the four get out of it?",
        "It finds out what moves people who need not move.",
        Some(3),
    )];
    Book {
        person: Some("Kirsi Lahtinen".to_owned()),
        job: Some("Product manager, returns and repairs".to_owned()),
        take: take(),
        stories: (0..STORIES.len()).map(sheet).collect(),
        interviewers: vec![
            meets(
                "Hiring manager",
                "Whoever you would work for",
                &[
                    "A specific, defined customer problem",
                    "A strong case, persuasively argued",
                ],
                first,
            ),
            meets(
                "Data scientist",
                "Somebody who works with the numbers of the product",
                &["Analytical"],
                second,
            ),
            meets(
                "A peer from operations",
                "Somebody whose team you would need",
                &["Owns every aspect of the idea"],
                third,
            ),
        ],
        ask_them: owned(&[
            "Which document decided something last month, and may I read it?",
            "Who decides when two of the nine teams want different things?",
            "What did the last person in this role stop doing, and why?",
        ]),
        failures: vec![Failure {
            story: STORIES[0].0.to_owned(),
            learned: owned(&[
                "Measure one step before the one you can see. Decide when you will stop before you start.",
            ]),
        }],
        debriefs: vec![
            Debrief {
                day: Some("2026-11-20".to_owned()),
                by: "Hiring manager".to_owned(),
                question: "How did you choose the shop for the pilot?".to_owned(),
                went:
                    "I said the nearest. It was true, and it sounded lazy: say why near mattered."
                        .to_owned(),
            },
            Debrief {
                day: None,
                by: "Recruiter".to_owned(),
                question: "Why product, and why now?".to_owned(),
                went: "Well.".to_owned(),
            },
        ],
        line_notes: vec![LineNote {
            line: "Negotiated the lease of the Umeå warehouse.".to_owned(),
            note: "With the lawyer. I read every page, she did the talking.".to_owned(),
        }],
    }
}
