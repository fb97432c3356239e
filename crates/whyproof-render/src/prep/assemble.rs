//! A preparation book, put together from a background and its take. No word of it is invented: the person's words, the
//! bars' questions, and the whys that the caller asks of each story.

use std::collections::BTreeSet;

use whyproof_case::{Case, Measurement, STORY_PARTS};
use whyproof_experience::share::Share;
use whyproof_experience::{Background, CriterionTake, RemarkKind, Spot, Story, Take};
use whyproof_syntax::{NodeId, NodeKind, Place, Role, Tree};

use super::book::{Book, Debrief, Failure, Interviewer, LineNote, Said, StorySheet, Why};

use crate::take::says;

/// How many of the hardest questions stand on a sheet.
const HARDEST: usize = 4;
/// How many sentences with numbers.
const NUMBERS: usize = 8;
/// How many questions of a criterion an interviewer asks.
const QUESTIONS: usize = 2;
/// How many whys on a story.
const WHYS: usize = 2;
/// How many whys an interviewer has.
const EACH: usize = 8;

/// Somebody whom the person will meet: a rung of the loop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meeting {
    /// Their name, or what the conversation is called.
    pub name: String,
    /// Who they are.
    pub who: String,
    /// The ids of the criteria that they look for.
    pub criteria: Vec<String>,
    /// The points of view from which they ask.
    pub views: Vec<String>,
}

/// What asks of a case: from points of view (every one where there are none), at most so many; each question with why it
/// is asked.
pub type Asks<'a> = dyn Fn(&Case, &[String], usize) -> Vec<(String, String)> + 'a;

/// What a book is put together from.
pub struct Assembly<'a> {
    /// The background.
    pub background: &'a Background,
    /// Its take.
    pub take: Take,
    /// The title of the job.
    pub job: Option<String>,
    /// Whom the person will meet; without anybody there is one who looks for all of the first bar.
    pub meets: Vec<Meeting>,
    /// What was asked in interviews before.
    pub debriefs: Vec<Debrief>,
    /// What asks whys of a story.
    pub asks: &'a Asks<'a>,
}

/// Puts a book together.
pub fn assemble(assembly: Assembly<'_>) -> Book {
    let background = assembly.background;
    let stories = background.stories.iter();
    let mut sheets: Vec<StorySheet> = stories.map(|story| sheet(story, assembly.asks)).collect();
    numbers(background, &mut sheets);
    let mut asked = BTreeSet::new();
    let interviewers = match assembly.meets.as_slice() {
        [] => vec![interviewer(&assembly, &anybody(&assembly.take), &mut asked)],
        meets => meets
            .iter()
            .map(|one| interviewer(&assembly, one, &mut asked))
            .collect(),
    };
    let person = background.person().map(str::to_owned);
    Book {
        person: person.or_else(|| assembly.take.person.clone()),
        job: assembly.job,
        stories: sheets,
        interviewers,
        ask_them: ask_them(&assembly.take),
        failures: failures(background, &assembly.take),
        debriefs: assembly.debriefs,
        line_notes: line_notes(background),
        take: assembly.take,
    }
}

fn sheet(story: &Story, asks: &Asks<'_>) -> StorySheet {
    let front = |key: &str| story.case.front.get(key).map(str::to_owned);
    let hardest = asks(&story.case, &[], HARDEST).into_iter();
    StorySheet {
        title: story.case.title.clone().unwrap_or_default(),
        path: story.path.clone(),
        when: front("when"),
        my_part: front("my part"),
        share: shared(&Share::of(&story.case)),
        parts: parts(&story.case),
        measured: measured(&story.case),
        numbers: Vec::new(),
        notes: story.notes.clone().filter(|notes| !notes.trim().is_empty()),
        hardest: hardest.map(|(question, _)| question).collect(),
    }
}

/// What may be told of a story, a sentence each: nothing, these words for those, all but those; then what a person checks.
fn shared(share: &Share) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(clause) = &share.withheld {
        told.push(format!("Share nothing of it: “{clause}”."));
    }
    for one in &share.forbidden {
        told.push(match &one.instead {
            Some(instead) => format!("Say “{instead}”, not “{}”.", one.words),
            None => format!("Leave out “{}”.", one.words),
        });
    }
    let reminders = share.reminders.iter();
    told.extend(reminders.map(|one| whyproof_case::capital(one)));
    told
}

/// What a story's experiments measured: each verdict, with one line on trust; or why there is none.
fn measured(case: &Case) -> Vec<String> {
    let each = case.computed.measured.values();
    each.flat_map(Measurement::sentences_and_trust).collect()
}

/// The parts of a story, in a story's order, with their words.
fn parts(case: &Case) -> Vec<(String, Vec<Said>)> {
    let mut parts = Vec::new();
    for wanted in STORY_PARTS {
        for section in &case.parse.document.sections {
            if section.role.map(of_a_story) == Some(wanted) {
                let words = said(case, section.texts);
                parts.push((section.title.clone(), words));
            }
        }
    }
    parts
}

/// *Learned* is *What I learned* in a story.
fn of_a_story(role: Role) -> Role {
    match role {
        Role::Learned => Role::WhatILearned,
        other => other,
    }
}

/// The text blocks of a section but for its own heading and footnotes.
fn said(case: &Case, texts: (whyproof_syntax::TextId, whyproof_syntax::TextId)) -> Vec<Said> {
    let texts = case.parse.document.texts_in(texts);
    let body = texts.filter(|(_, text)| {
        text.place == Place::Body && !matches!(text.kind, NodeKind::Heading(level) if level <= 2)
    });
    let said = body.map(|(_, text)| Said {
        depth: depth(&case.parse.tree, text.node),
        words: text.words.text.trim().to_owned(),
    });
    said.filter(|one| !one.words.is_empty()).collect()
}

/// In how many items a block stands: none, one, or more.
fn depth(tree: &Tree, node: NodeId) -> u8 {
    let above = std::iter::successors(tree.parent(node), |node| tree.parent(*node));
    let items = above.filter(|node| tree.kind(*node) == NodeKind::Item);
    u8::try_from(items.take(2).count()).unwrap_or(2)
}

/// Sentences of each story that hold a number.
fn numbers(background: &Background, sheets: &mut [StorySheet]) {
    for passage in background.passages() {
        let Spot::Story { story, .. } = passage.spot else {
            continue;
        };
        let has = passage.words.bytes().any(|byte| byte.is_ascii_digit());
        if let Some(sheet) = sheets.get_mut(story).filter(|_| has)
            && sheet.numbers.len() < NUMBERS
        {
            sheet.numbers.push(whyproof_case::capital(&passage.words));
        }
    }
}

/// Where nobody is named: somebody who looks for all of the first bar.
fn anybody(take: &Take) -> Meeting {
    let criteria = take.bars.first().map_or(&[][..], |bar| &bar.criteria);
    Meeting {
        name: "Whoever interviews you".to_owned(),
        who: String::new(),
        criteria: criteria.iter().map(|one| one.id.clone()).collect(),
        views: Vec::new(),
    }
}

/// What an interviewer may ask; what somebody before them asks stands there.
fn interviewer(
    assembly: &Assembly<'_>,
    meets: &Meeting,
    asked_before: &mut BTreeSet<String>,
) -> Interviewer {
    let take = &assembly.take;
    // So many that those whom they meet later have some of their own.
    let meetings = assembly.meets.len().max(1);
    let of_bars = || take.bars.iter().flat_map(|bar| &bar.criteria);
    let criteria = meets.criteria.iter();
    let criteria: Vec<&CriterionTake> = criteria
        .filter_map(|id| of_bars().find(|one| one.id == *id))
        .collect();
    let mut told = BTreeSet::new();
    let mut whys = Vec::new();
    for criterion in &criteria {
        let story = best(take, &criterion.id);
        told.extend(story);
        whys.extend(of_criterion(assembly, criterion, story, asked_before));
    }
    whys.truncate(EACH);
    // Those who look for nothing in particular may ask of any story.
    if told.is_empty() {
        told.extend(0..assembly.background.stories.len());
    }
    for at in told {
        let Some(story) = assembly.background.stories.get(at) else {
            continue;
        };
        let asks = (assembly.asks)(&story.case, &meets.views, WHYS * meetings);
        let new = asks
            .into_iter()
            .filter(|(question, _)| asked_before.insert(question.clone()));
        for (question, asked) in new.take(WHYS) {
            whys.push(Why {
                question,
                asked,
                story: title(assembly.background, at),
            });
        }
    }
    whys.truncate(EACH * 2);
    let looks_for = match criteria.as_slice() {
        [] => meets.views.clone(),
        criteria => criteria
            .iter()
            .map(|one| says::heading(one).to_owned())
            .collect(),
    };
    Interviewer {
        name: meets.name.clone(),
        who: meets.who.clone(),
        looks_for,
        whys,
    }
}

/// The questions of a criterion: those who look for it share them.
fn of_criterion(
    assembly: &Assembly<'_>,
    criterion: &CriterionTake,
    story: Option<usize>,
    asked_before: &mut BTreeSet<String>,
) -> Vec<Why> {
    let meets = assembly.meets.iter();
    let sharing = meets.filter(|one| one.criteria.contains(&criterion.id));
    let share = criterion.questions.len() / sharing.count().max(1);
    let questions = criterion.questions.iter();
    let new = questions.filter(|question| asked_before.insert((*question).clone()));
    let whys = new.take(share.clamp(1, QUESTIONS)).map(|question| Why {
        question: question.clone(),
        asked: format!(
            "To find out: {}.",
            says::heading(criterion).trim_end_matches('.')
        ),
        story: story.and_then(|at| title(assembly.background, at)),
    });
    whys.collect()
}

fn title(background: &Background, at: usize) -> Option<String> {
    let story = background.stories.get(at)?;
    Some(story.title().to_owned())
}

/// The story to tell for a requirement: the one that it was chosen for, else the one that shows it best.
fn best(take: &Take, id: &str) -> Option<usize> {
    let chosen = take.choice.stories.iter();
    let chosen = chosen.filter(|one| one.covers.iter().any(|covered| covered == id));
    chosen.map(|one| one.story).next().or_else(|| {
        let mut criteria = take.bars.iter().flat_map(|bar| &bar.criteria);
        let criterion = criteria.find(|one| one.id == id)?;
        criterion.found.iter().find_map(|quote| quote.story)
    })
}

/// What to ask them: what the job says of its place and nothing speaks to comes first.
fn ask_them(take: &Take) -> Vec<String> {
    let (open, met): (Vec<_>, Vec<_>) =
        take.places.iter().partition(|place| place.found.is_empty());
    let mut asked = Vec::new();
    for question in open
        .into_iter()
        .chain(met)
        .flat_map(|place| &place.questions)
    {
        if !asked.contains(question) {
            asked.push(question.clone());
        }
    }
    asked
}

/// What was learned in the stories that the take calls failures worth telling.
fn failures(background: &Background, take: &Take) -> Vec<Failure> {
    let told = take
        .remarks
        .iter()
        .filter(|one| one.kind == RemarkKind::Failure);
    let mut paths: Vec<&str> = told.map(|one| one.path.as_str()).collect();
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(*path));
    let stories = paths
        .into_iter()
        .filter_map(|path| background.stories.iter().find(|story| story.path == path));
    let learned = |story: &Story| {
        let sections = story.case.parse.document.sections.iter();
        let sections =
            sections.filter(|section| section.role.map(of_a_story) == Some(Role::WhatILearned));
        sections
            .flat_map(|section| said(&story.case, section.texts))
            .map(|one| one.words)
            .collect()
    };
    stories
        .map(|story| Failure {
            story: story.title().to_owned(),
            learned: learned(story),
        })
        .collect()
}

fn line_notes(background: &Background) -> Vec<LineNote> {
    let Some(life) = &background.life else {
        return Vec::new();
    };
    let noted = life.own.lines.iter().filter_map(|one| {
        let note = one.note.clone().filter(|note| !note.trim().is_empty())?;
        let line = one.line.clone();
        Some(LineNote { line, note })
    });
    noted.collect()
}
