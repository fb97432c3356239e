//! The report on the screen.

use anstyle::Style;
use whyproof_whys::drill::{Line, Report, Session};

use crate::commands::sitting::paint::{lines, time};
use crate::terminal::style;
use crate::text::{counted, wrap};

/// What held, what wavered, what to prepare, and the time.
pub(super) fn draw(session: &Session, columns: usize) -> String {
    let report = session.report();
    let strong = style::STRONG;
    let mut text = format!("\n{strong}How it went{strong:#}\n");
    parts(&mut text, &report, columns);
    text.push_str(&format!("\n{strong}Time{strong:#}\n"));
    text.push_str(&lines(&spent(session, &report), "  ", columns));
    text
}

/// What held, wavered and is to prepare, and answers to what is not asked any more.
pub(super) fn parts(text: &mut String, report: &Report, columns: usize) {
    let strong = style::STRONG;
    part(
        text,
        "What held",
        "✓",
        style::GOOD,
        &report.held,
        false,
        columns,
    );
    part(
        text,
        "What wavered",
        "~",
        style::OPEN,
        &report.wavered,
        true,
        columns,
    );
    part(
        text,
        "What to prepare",
        "✗",
        style::BAD,
        &report.prepare,
        true,
        columns,
    );
    if !report.kept.is_empty() {
        text.push_str(&format!("\n{strong}Kept, and not asked now{strong:#}\n"));
        for kept in &report.kept {
            let asked = kept
                .question
                .follow_up
                .as_ref()
                .unwrap_or(&kept.question.text);
            text.push_str(&lines(asked, "  ", columns));
            let answer = whyproof_case::shorten(
                &kept.answer.split_whitespace().collect::<Vec<_>>().join(" "),
                200,
            );
            text.push_str(&lines(&format!("“{answer}”"), "    ", columns));
        }
    }
}

/// How long the answers take to say, and took to type.
fn spent(session: &Session, report: &Report) -> String {
    let mut words = format!(
        "{} of {}: {} to say, at {} words a minute.",
        whyproof_case::capital(&counted(report.answers, "answer", "answers")),
        if report.words == 1 {
            "1 word".to_owned()
        } else {
            format!("{} words", report.words)
        },
        time(report.seconds),
        whyproof_whys::drill::PACE
    );
    if report.answers == 0 {
        words = "Nothing was answered.".to_owned();
    }
    if report.over > 0 {
        let over = counted(report.over, "takes", "take");
        words.push_str(&format!(
            " {} longer than {}.",
            whyproof_case::capital(&over),
            time(session.settings().budget)
        ));
    }
    if let Some(typed) = report.typed {
        words.push_str(&format!(" You typed for {}.", time(typed)));
    }
    if report.not_reached > 0 {
        words.push_str(&format!(
            " {} not reached.",
            whyproof_case::capital(&counted(
                report.not_reached,
                "question was",
                "questions were"
            ))
        ));
    }
    words
}

fn part(
    text: &mut String,
    title: &str,
    mark: &str,
    colour: Style,
    of: &[Line],
    bring: bool,
    columns: usize,
) {
    if of.is_empty() {
        return;
    }
    let (strong, faint) = (style::STRONG, style::FAINT);
    text.push_str(&format!("\n{strong}{title}{strong:#}\n"));
    let room = columns.saturating_sub(4);
    for line in of {
        for (at, words) in wrap(&line.question, room).iter().enumerate() {
            let lead = if at == 0 {
                format!("  {colour}{mark}{colour:#} ")
            } else {
                "    ".to_owned()
            };
            text.push_str(&format!("{lead}{words}\n"));
        }
        for reason in &line.reasons {
            text.push_str(&lines(reason, "    ", columns));
        }
        if bring && !line.good_answer.is_empty() {
            for words in wrap(&format!("A good answer brings: {}", line.good_answer), room) {
                text.push_str(&format!("    {faint}{words}{faint:#}\n"));
            }
        }
    }
}
