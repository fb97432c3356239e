//! The barrage for people.

use whyproof_case::{Case, Standing, capital, shorten};
use whyproof_whys::{Asked, On, Origin};

use super::Answer;
use crate::terminal::style;
use crate::text::{counted, typed, wrap};

/// Longest quotation of a passage, in characters.
const QUOTE: usize = 70;

/// What is said of a case with no question left.
const NOTHING_LEFT: &str = "There is nothing that a room would have to ask: what is claimed is shown, and what was asked is answered.";
/// What is said of one that rests on its author's word, and leaves nothing open against itself.
const NOTHING_OPEN: &str = "Nothing is left open against it that could be asked from the words alone. That says little about what it rests on your word for: `whyproof show` says where, and who knows the subject will ask.";
/// What is said where only some points of view were asked for.
const NOTHING_FROM_THERE: &str = "Nobody from there would ask anything of it that can be told from its words. Without `--as` and `--rung` it says what others ask.";
/// What is said of a text that argues without our format.
const NOTHING_SURE: &str = "Nothing here could be asked with certainty from the words alone. That says little about the text: what a room would ask of it mostly needs knowledge of the subject. Written as a case (`whyproof new`, `whyproof import`), its claims and their grounds can be asked about.";

/// The questions, why each is asked, what a good answer brings, and what is at stake.
pub(super) fn write(answer: &Answer, columns: usize) -> String {
    let mut lines = Vec::new();
    let strong = style::STRONG;
    let title = answer.case.title.as_deref().unwrap_or(&answer.path);
    for line in wrap(title, columns) {
        lines.push(format!("{strong}{line}{strong:#}"));
    }
    lines.push(String::new());
    if answer.barrage.asked.is_empty() {
        let none = if answer.some_views {
            NOTHING_FROM_THERE
        } else if answer.case.claims.is_empty() {
            NOTHING_SURE
        } else if answer.case.verdict.standing == Standing::Stands {
            NOTHING_LEFT
        } else {
            NOTHING_OPEN
        };
        lines.extend(wrap(none, columns));
        return finish(lines);
    }
    for (at, asked) in answer.barrage.asked.iter().enumerate() {
        question(&answer.case, asked, at + 1, columns, &mut lines);
        lines.push(String::new());
    }
    if let Some(survival) = &answer.survival {
        lines.push(format!("{strong}If the first had no answer{strong:#}"));
        lines.extend(
            wrap(&survival.sentence, columns.saturating_sub(2))
                .iter()
                .map(|line| format!("  {line}")),
        );
        lines.push(String::new());
    }
    next(answer, &mut lines);
    finish(lines)
}

fn question(case: &Case, asked: &Asked, number: usize, columns: usize, lines: &mut Vec<String>) {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let room = columns.saturating_sub(4);
    for (at, line) in wrap(&asked.text, room).iter().enumerate() {
        let lead = if at == 0 {
            format!("{number:>2}  ")
        } else {
            "    ".to_owned()
        };
        lines.push(format!("{lead}{strong}{line}{strong:#}"));
    }
    let place = format!("{}: {}", place(case, asked), asked.why);
    let good = format!("A good answer: {}", asked.good_answer);
    for text in [place, good] {
        lines.extend(wrap(&text, room).iter().map(|line| format!("    {line}")));
    }
    let views: Vec<&str> = asked.views.iter().map(|view| view.word()).collect();
    let from = match &asked.from {
        Origin::Bank(_) => asked.scheme.clone(),
        Origin::Model(name) => format!("proposed by the language model {name}, not by a rule"),
    };
    let small = format!("{from} · {} · {}", views.join(", "), asked.order);
    lines.extend(
        wrap(&small, room)
            .iter()
            .map(|line| format!("    {faint}{line}{faint:#}")),
    );
}

/// What a question is about: a statement by its id, a passage by its words.
fn place(case: &Case, asked: &Asked) -> String {
    let line = case.line(asked.span);
    match &asked.on {
        On::Case => "On the whole".to_owned(),
        On::Statement(id) => format!("Line {line}, #{}", case.statement(*id).id),
        On::Answer(at) => match case.whys.get(*at as usize) {
            Some(why) => format!("Line {line}, the answer to “{}”", shorten(&why.text, QUOTE)),
            None => format!("Line {line}"),
        },
        On::Passage => {
            let words = case.source().get(asked.span.range()).unwrap_or("");
            let words: Vec<&str> = words.split_whitespace().collect();
            format!("Line {line}, “{}”", shorten(&words.join(" "), QUOTE))
        }
    }
}

fn next(answer: &Answer, lines: &mut Vec<String>) {
    let (strong, look) = (style::STRONG, style::TYPED);
    let path = typed(&answer.path);
    if answer.barrage.more > 0 {
        let more = counted(answer.barrage.more, "question", "questions");
        lines.push(format!(
            "{} more: --count {} asks them all.",
            capital(&more),
            answer.barrage.asked.len() + answer.barrage.more
        ));
        lines.push(String::new());
    }
    lines.push(format!("{strong}Next{strong:#}"));
    lines.push(format!(
        "  {look}whyproof drill {path}{look:#}  answer them aloud, one at a time"
    ));
}

fn finish(lines: Vec<String>) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}
