//! The case for people: a part under each heading.

use whyproof_case::{Case, Kind, Standing};
use whyproof_render::verdict::{self, Reader};

use super::{figures, sources, table};
use crate::outline::{Drawing, mark, of_case};
use crate::screen;
use crate::steps;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// The whole screen, with styles, for `columns`.
pub(super) fn write(case: &Case, columns: usize) -> String {
    let mut lines = head(case, columns);
    match case.kind {
        Kind::Idea => part(
            &mut lines,
            "Customer problem",
            table::problem(case, columns),
        ),
        Kind::Story => part(&mut lines, "The story", table::story(case, columns)),
        Kind::Letter => {}
    }
    part(&mut lines, "Argument", argument(case, columns));
    if case.verdict.standing != Standing::Stands {
        let repair = steps::lines(case, &case.verdict.repair, "The case", columns);
        part(&mut lines, "What would make it stand", repair);
    }
    part(&mut lines, "Whys", sources::whys(case, columns));
    part(&mut lines, "Evidence", sources::evidence(case, columns));
    part(&mut lines, "Figures", figures::figures(case, columns));
    let mined = case.mined().len();
    if mined > 0 {
        let sentences = counted(mined, "sentence", "sentences");
        let does = if mined == 1 {
            "argues or gives a number without a source"
        } else {
            "argue or give a number without a source"
        };
        let text = format!(
            "Outside the section “Case”, {sentences} {does}; --format json lists them as `mined`."
        );
        part(&mut lines, "Elsewhere", steps::indented(&text, 2, columns));
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// A heading and what stands under it; nothing where that is nothing.
fn part(lines: &mut Vec<String>, heading: &str, under: Vec<String>) {
    if under.is_empty() {
        return;
    }
    let strong = style::STRONG;
    lines.push(String::new());
    lines.push(format!("{strong}{heading}{strong:#}"));
    lines.push(String::new());
    lines.extend(under);
}

fn head(case: &Case, columns: usize) -> Vec<String> {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let title = case.title.as_deref().unwrap_or("(no title)");
    let mut lines: Vec<String> = wrap(title, columns)
        .iter()
        .map(|line| format!("{strong}{line}{strong:#}"))
        .collect();
    let mut about = vec![case.kind.word().to_owned()];
    about.extend(case.owner.as_ref().map(|owner| format!("by {owner}")));
    about.extend(case.bar.as_ref().map(|bar| format!("bar {}", bar.name)));
    about.extend(
        case.ladder
            .as_ref()
            .map(|ladder| format!("ladder {}", ladder.name)),
    );
    let about = wrap(&about.join(" · "), columns);
    lines.extend(about.iter().map(|line| format!("{faint}{line}{faint:#}")));
    lines.push(String::new());
    let standing = case.verdict.standing;
    let (sign, look) = mark(standing);
    let word = standing.word();
    let (rests, cause) = match standing {
        Standing::Assumed => (verdict::rests(case, Reader::Author), screen::cause(case)),
        _ => (None, None),
    };
    let rests = rests.map_or_else(String::new, |rests| format!("{rests} "));
    // The first screen names the same.
    let cause = cause.unwrap_or_else(|| case.because_case());
    let verdict = format!("{word}: {rests}{cause}");
    for (at, line) in wrap(&verdict, columns.saturating_sub(2)).iter().enumerate() {
        lines.push(match line.strip_prefix(word).filter(|_| at == 0) {
            Some(rest) => format!("{look}{sign} {word}{look:#}{rest}"),
            None => format!("  {line}"),
        });
    }
    lines.extend(steps::indented(&tested(case), 2, columns));
    lines
}

fn tested(case: &Case) -> String {
    let tested = &case.verdict.tested;
    if tested.objections == 0 {
        return "Untested: nobody but its owner has objected or asked yet.".to_owned();
    }
    let count = screen::objections_and_questions(case);
    let people: Vec<&str> = tested.people.iter().map(String::as_str).collect();
    format!("Tested: {count} from {}.", whyproof_case::list(&people))
}

fn argument(case: &Case, columns: usize) -> Vec<String> {
    let rows = of_case(case);
    let drawing = Drawing {
        case,
        rows: &rows,
        columns,
        reasons: false,
    };
    drawing.lines(0..rows.len())
}
