//! The report at the end of a drill: what held, what wavered, what to prepare.

use whyproof_case::list;

use super::measure::{Measure, seconds};
use super::session::{Kept, Session, State, Thread, Turn};

/// A question in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The question.
    pub question: String,
    /// Why it stands here, a sentence each.
    pub reasons: Vec<String>,
    /// What a good answer brings.
    pub good_answer: String,
}

/// What a drill found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Answers that rest on evidence, a figure, or what the teller did.
    pub held: Vec<Line>,
    /// Answers that rest on nothing, or passed the question by.
    pub wavered: Vec<Line>,
    /// What has no answer yet, or one that admits that it is not known.
    pub prepare: Vec<Line>,
    /// How many questions were not reached.
    pub not_reached: usize,
    /// Answers to questions that the case is not asked any more.
    pub kept: Vec<Kept>,
    /// How many answers were given, follow-ups among them.
    pub answers: usize,
    /// Their words.
    pub words: usize,
    /// Seconds to say them in.
    pub seconds: u32,
    /// How many took longer to say than there was time for.
    pub over: usize,
    /// Seconds that the answers took to give, where they were typed.
    pub typed: Option<u32>,
}

/// In which list a question stands.
enum Place {
    Held,
    Wavered,
    Prepare,
}

impl Session {
    /// What the drill found so far.
    pub fn report(&self) -> Report {
        let budget = self.settings().budget;
        let mut report = Report {
            kept: self.kept().to_vec(),
            ..Report::default()
        };
        for thread in self.threads() {
            for turn in &thread.turns {
                report.answers += 1;
                report.words += turn.measure.words;
                report.over += usize::from(turn.measure.over(budget) > 0);
                if let Some(typed) = turn.seconds {
                    report.typed = Some(report.typed.unwrap_or(0).saturating_add(typed));
                }
            }
            match judge(thread, budget) {
                None => report.not_reached += 1,
                Some((place, reasons)) => {
                    let line = Line {
                        question: thread.question.text.clone(),
                        reasons,
                        good_answer: thread.question.good_answer.clone(),
                    };
                    match place {
                        Place::Held => report.held.push(line),
                        Place::Wavered => report.wavered.push(line),
                        Place::Prepare => report.prepare.push(line),
                    }
                }
            }
        }
        report.seconds = seconds(report.words);
        report
    }
}

/// Where a question belongs, and why; none where it was not put.
fn judge(thread: &Thread, budget: u32) -> Option<(Place, Vec<String>)> {
    let Some(last) = thread.turns.last() else {
        return match thread.state {
            State::Skipped => Some((Place::Prepare, vec!["You skipped it.".to_owned()])),
            State::Parked => Some((Place::Prepare, vec!["You parked it.".to_owned()])),
            State::Waiting | State::Done => None,
        };
    };
    if let Some(pending) = &thread.pending {
        let left = match thread.state {
            State::Skipped => "You skipped the follow-up",
            State::Parked => "You parked the follow-up",
            State::Waiting | State::Done => "You stopped at the follow-up",
        };
        return Some((Place::Prepare, vec![format!("{left}: {}", pending.text)]));
    }
    if let Some(admitted) = &last.measure.admits
        && !last.measure.is_grounded()
    {
        let mut reasons = vec![format!(
            "You said “{admitted}”: an honest end. Find it out before the room asks."
        )];
        reasons.extend(remarks(thread, budget));
        return Some((Place::Prepare, reasons));
    }
    let weak = weaknesses(thread, last);
    let mut reasons = weak.clone();
    if weak.is_empty() {
        reasons.push(ground(thread));
    }
    reasons.extend(remarks(thread, budget));
    let place = if weak.is_empty() {
        Place::Held
    } else {
        Place::Wavered
    };
    Some((place, reasons))
}

/// What speaks against an answer that was followed to its end.
fn weaknesses(thread: &Thread, last: &Turn) -> Vec<String> {
    let mut found = Vec::new();
    let measures = || thread.turns.iter().map(|turn| &turn.measure);
    if last.measure.repeats && last.follow_up.is_none() {
        found.push("It says the question again.".to_owned());
    }
    // What the last follow-up asked for and did not get.
    if let Some(follow_up) = &last.follow_up
        && !follow_up.seeks.is_met(&last.measure)
    {
        found.push(follow_up.seeks.missing(&follow_up.quote));
    }
    let asks = thread
        .turns
        .first()
        .is_some_and(|turn| turn.measure.asks_quantity);
    if asks && measures().all(|m| m.numbers.is_empty()) {
        found.push("The question asks for a quantity, and no answer gives a number.".to_owned());
    }
    // An answer with numbers of something else is no answer; one that names what shows it may say it in other words.
    if let Some(first) = thread.turns.first()
        && is_beside(thread)
    {
        found.push(format!(
            "It does not mention {}: it may have answered something else.",
            quoted(&first.measure.leaves_out)
        ));
    }
    let own = thread
        .turns
        .iter()
        .all(|turn| turn.measure.i > turn.measure.we);
    if found.is_empty() && !own && !measures().any(Measure::is_grounded) {
        let number = measures().flat_map(|m| &m.numbers).next();
        found.push(match number {
            Some(number) => {
                format!("It gives a number, {number}, and names nothing that shows it.")
            }
            None => "It names no evidence, gives no figure and admits no assumption.".to_owned(),
        });
    }
    found
}

/// Whether no answer mentions what was asked, and none names evidence or a figure of the case.
fn is_beside(thread: &Thread) -> bool {
    let mut measures = thread.turns.iter().map(|turn| &turn.measure);
    measures.all(|m| m.is_beside() && m.evidence.is_empty() && m.figures.is_empty())
}

/// On what an answer rests.
fn ground(thread: &Thread) -> String {
    let all = |of: fn(&Measure) -> &Vec<String>| {
        let mut found: Vec<String> = Vec::new();
        for word in thread.turns.iter().flat_map(|turn| of(&turn.measure)) {
            if !found.contains(word) {
                found.push(word.clone());
            }
        }
        found
    };
    let (figures, evidence, numbers) = (
        all(|m| &m.figures),
        all(|m| &m.evidence),
        all(|m| &m.numbers),
    );
    let mut parts = Vec::new();
    if !figures.is_empty() {
        parts.push(format!(
            "it gives {} of the case: {}",
            one_or_more(&figures, "a figure", "figures"),
            quoted(&figures)
        ));
    }
    if !evidence.is_empty() {
        parts.push(format!("it names evidence: {}", quoted(&evidence)));
    }
    if !numbers.is_empty() && figures.is_empty() {
        parts.push(format!(
            "it gives {}: {}",
            one_or_more(&numbers, "a number", "numbers"),
            quoted(&numbers)
        ));
    }
    if parts.is_empty() {
        return "You say what you did yourself; nothing in it called for a follow-up.".to_owned();
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{}.", whyproof_case::capital(&list(&parts)))
}

fn one_or_more(of: &[String], one: &'static str, more: &'static str) -> &'static str {
    if of.len() == 1 { one } else { more }
}

/// At most three words in quotation marks.
fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words
        .iter()
        .take(3)
        .map(|word| format!("“{word}”"))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    list(&words)
}

/// What else there is to say of the answers.
fn remarks(thread: &Thread, budget: u32) -> Vec<String> {
    let mut found = Vec::new();
    let Some(first) = thread.turns.first() else {
        return found;
    };
    if first.measure.is_beside() && !is_beside(thread) {
        found.push(format!(
            "The answer does not mention {}.",
            quoted(&first.measure.leaves_out)
        ));
    }
    let longest = thread
        .turns
        .iter()
        .map(|turn| turn.measure.over(budget))
        .max();
    if let Some(over @ 1..) = longest {
        found.push(format!(
            "It takes {over} seconds longer to say than you have."
        ));
    }
    found
}
