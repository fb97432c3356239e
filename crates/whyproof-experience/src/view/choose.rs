//! A résumé for a job, from all that a person wrote.

use std::collections::BTreeMap;

use super::build::built;
use super::fit::{Fitted, fitted};
use super::item::{Item, Items, items};
use super::value::{Answer, Answers, ages, give};
use super::{Answered, LeftOut, ORDER, Substituted, TailorInput, Tailored, section, strip};
use crate::background::Life;
use crate::cut;
use crate::resume::{LineId, Resume, Section, all};
use crate::truth;

pub(super) fn tailored(input: &TailorInput<'_>) -> Result<Tailored, String> {
    let life = input
        .background
        .life
        .as_ref()
        .ok_or("there is no résumé to tailor")?;
    let (base, gone) = strip::stripped(life.resume.clone().without_own(), &life.own)?;
    let mut items = items(input, life);
    renumber(&mut items.all, &life.resume, &base);
    let answers = give(&mut items.all, input, life);
    let fitted = fitted(&base, &items.all, input.measure, input.pages)?;
    let Fitted {
        chosen, measured, ..
    } = &fitted;
    let (resume, _) = built(&fitted.base, &items.all, chosen, true);
    let fits = measured.pages <= input.pages;
    let left_out = left_out(&mut items, &answers, input, chosen);
    let mut notes = bare_jobs(&base, &resume, life);
    notes.extend(items.notes);
    notes.extend(on_their_word(truth::on_their_word(input.background)));
    notes.extend(
        gone.into_iter()
            .map(|words| format!("“{words}” is left out: you withdrew what it says.")),
    );
    let substituted = substituted(items.substituted, &items.all, chosen);
    Ok(Tailored {
        order: order(input, &items.all, &answers),
        answers: answered(input, life, &items.all, &answers, chosen),
        resume,
        pages: measured.pages,
        fits,
        left_out: left_out
            .into_iter()
            .map(|(_, one)| one)
            .chain(fitted.told)
            .collect(),
        refused: items.refused,
        substituted,
        notes,
    })
}

/// The lines that are not in, or not whole, in the file's order; a pinned one without room is noted.
fn left_out(
    items: &mut Items,
    answers: &Answers,
    input: &TailorInput<'_>,
    chosen: &BTreeMap<usize, usize>,
) -> Vec<(LineId, LeftOut)> {
    let mut left_out = std::mem::take(&mut items.left_out);
    for (at, item) in items.all.iter().enumerate() {
        let cut = match chosen.get(&at) {
            Some(0) => continue,
            Some(length) => Some(item.lengths[*length].clone()),
            None => None,
        };
        if item.is_pinned && cut.is_none() {
            items.notes.push(format!(
                "“{}” is pinned, and there is no room for it.",
                item.mine
            ));
        }
        let why = why(at, &items.all, answers, input, |other| {
            chosen.contains_key(&other)
        });
        left_out.push((
            item.id,
            LeftOut {
                words: item.mine.clone(),
                cut,
                why,
            },
        ));
    }
    left_out.sort_by_key(|(id, _)| *id);
    left_out
}

/// Gives items the places of their entries in the base; entries that went with a withdrawn name took their lines with
/// them.
fn renumber(items: &mut Vec<Item>, resume: &Resume, base: &Resume) {
    let kept = renumbered(resume.clone().without_own(), base);
    items.retain_mut(|item| match kept.get(&(item.id.section, item.id.entry)) {
        Some(entry) => {
            item.id.entry = *entry;
            true
        }
        None => false,
    });
}

/// The substitutions of lines that were chosen, as the lines are now.
fn substituted(
    mut all: Vec<Substituted>,
    items: &[Item],
    chosen: &BTreeMap<usize, usize>,
) -> Vec<Substituted> {
    let at = |before: &str| {
        let mut items = items.iter().enumerate();
        items
            .find(|(at, item)| item.mine == before && chosen.contains_key(at))
            .map(|(at, _)| at)
    };
    all.retain(|one| at(&one.before).is_some());
    for one in &mut all {
        if let Some(at) = at(&one.before) {
            one.after
                .clone_from(&items[at].lengths[chosen.get(&at).copied().unwrap_or(0)]);
        }
    }
    all
}

/// Where each entry stands in the base, by where it stood.
fn renumbered(
    before: crate::resume::Resume,
    after: &crate::resume::Resume,
) -> BTreeMap<(Section, usize), usize> {
    use crate::resume::all;
    let mut found = BTreeMap::new();
    found.insert((Section::Basics, 0), 0);
    let mut section =
        |section: Section, before: Vec<Option<String>>, after: Vec<Option<String>>| {
            let mut now = 0;
            for (at, name) in before.into_iter().enumerate() {
                if after.get(now) == Some(&name) {
                    found.insert((section, at), now);
                    now += 1;
                }
            }
        };
    macro_rules! by_name {
        ($list:ident, $section:expr, $name:ident) => {
            section(
                $section,
                all(&before.$list)
                    .iter()
                    .map(|one| one.$name.clone())
                    .collect(),
                all(&after.$list)
                    .iter()
                    .map(|one| one.$name.clone())
                    .collect(),
            );
        };
    }
    by_name!(work, Section::Work, name);
    by_name!(volunteer, Section::Volunteer, organization);
    by_name!(projects, Section::Projects, name);
    by_name!(education, Section::Education, institution);
    by_name!(awards, Section::Awards, title);
    by_name!(publications, Section::Publications, name);
    by_name!(skills, Section::Skills, name);
    found
}

/// What is said of lines that the person wrote by hand, and that nothing else tells.
fn on_their_word(lines: usize) -> Option<String> {
    let rest = match lines {
        0 => return None,
        1 => "A line with a number or a word of scope rests".to_owned(),
        lines => format!(
            "{} lines with numbers or words of scope rest",
            whyproof_case::capital(&whyproof_case::number(lines))
        ),
    };
    Some(format!(
        "{rest} on your word: no import and no story tells what they say."
    ))
}

/// Late jobs that had lines and have none now, a sentence each: whoever sends it should know.
fn bare_jobs(base: &Resume, made: &Resume, life: &Life) -> Vec<String> {
    let ages = ages(life);
    let has = |resume: &Resume, at: usize| {
        let mut lines = resume.lines().into_iter();
        lines.any(|line| (line.id.section, line.id.entry) == (Section::Work, at))
    };
    let jobs = all(&base.work).iter().enumerate();
    let late = jobs.filter(|(at, _)| ages.get(&(Section::Work, *at)).is_some_and(|age| *age < 3));
    let bare = late.filter(|(at, _)| has(base, *at) && !has(made, *at));
    let told = bare.map(|(_, job)| {
        let names = [job.position.as_deref(), job.name.as_deref()];
        let names: Vec<&str> = names.into_iter().flatten().collect();
        format!("“{}” stands without a line.", names.join(", "))
    });
    told.collect()
}

/// Why a line is not in, or not whole.
fn why(
    at: usize,
    items: &[Item],
    answers: &Answers,
    input: &TailorInput<'_>,
    is_in: impl Fn(usize) -> bool,
) -> String {
    if items[at].id.section == Section::Education {
        return "the page is full, and courses go before what you did".to_owned();
    }
    let mine = answers
        .iter()
        .zip(&input.bar.criteria)
        .filter(|(answer, _)| answer.items.contains(&at));
    let first = mine.map(|(answer, criterion)| {
        let items = answer.items.iter();
        let others = items.filter(|other| **other != at && is_in(**other));
        (&criterion.title, others.count())
    });
    match first.min_by_key(|(_, others)| *others) {
        None => "the page is full, and it answers nothing that the job asks for".to_owned(),
        Some((id, 0)) => format!(
            "the page is full, though it answers “{id}”: pin it, or let the résumé have more pages"
        ),
        Some((id, 1)) => format!("the page is full, and another line answers “{id}”, too"),
        Some((id, others)) => format!(
            "the page is full, and {} other lines answer “{id}”, too",
            whyproof_case::number(others)
        ),
    }
}

/// Sections in order: as the view has it, else work first, unless what was done elsewhere answers more.
fn order(input: &TailorInput<'_>, items: &[Item], answers: &Answers) -> Vec<Section> {
    let named = input.view.order.iter().filter_map(|key| section(key));
    let mut order: Vec<Section> = Vec::new();
    for section in std::iter::once(Section::Basics).chain(named) {
        if !order.contains(&section) {
            order.push(section);
        }
    }
    let answered = |section: Section| {
        let has = |answer: &&Answer| {
            let mut sections = answer.items.iter().map(|at| items[*at].id.section);
            sections.any(|one| one == section)
        };
        answers.iter().filter(has).count()
    };
    let mut told = [Section::Work, Section::Projects, Section::Volunteer];
    told.sort_by_key(|section| std::cmp::Reverse(answered(*section)));
    let rest = ORDER.into_iter().filter(|section| !told.contains(section));
    for section in told.into_iter().chain(rest) {
        if !order.contains(&section) {
            order.push(section);
        }
    }
    order
}

/// What answers each requirement: what is in the résumé, what is not, and stories.
fn answered(
    input: &TailorInput<'_>,
    life: &Life,
    items: &[Item],
    answers: &Answers,
    chosen: &BTreeMap<usize, usize>,
) -> Vec<Answered> {
    let lines = life.resume.lines();
    let each = input
        .bar
        .criteria
        .iter()
        .zip(answers)
        .map(|(criterion, answer)| {
            let mut one = Answered {
                requirement: criterion.title.clone(),
                lines: answer.named.clone(),
                ..Answered::default()
            };
            for at in &answer.items {
                match chosen.get(at) {
                    Some(length) => one.lines.push(items[*at].lengths[*length].clone()),
                    None => one.missed.push(items[*at].mine.clone()),
                }
            }
            let barred = answer.barred.iter();
            let barred = barred.filter_map(|id| lines.iter().find(|line| line.id == *id));
            one.missed.extend(barred.map(|line| cut::whole(line.text)));
            let stories = answer.stories.iter();
            let stories = stories.map(|at| &input.background.stories[*at]);
            one.stories
                .extend(stories.map(|story| (story.title().to_owned(), story.path.clone())));
            one
        });
    each.collect()
}
