//! Text without markup: paragraphs, lists and headings as people type them, escaped so that no sign in it
//! turns into markup.

use whyproof_syntax::Role;

use crate::{escape, mail, synonyms};

/// The text as Markdown.
pub(crate) fn to_markdown(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.trim().is_empty());
    let mut out = String::with_capacity(text.len() + 64);
    let mut in_list = false;
    for (at, line) in lines.iter().enumerate() {
        let words = line.trim();
        let alone = at
            .checked_sub(1)
            .and_then(|at| lines.get(at))
            .is_none_or(|l| l.trim().is_empty())
            && lines.get(at + 1).is_none_or(|l| l.trim().is_empty());
        if words.is_empty() {
            out.push('\n');
        } else if is_rule(words) {
            // A line of signs has no words; as Markdown it could turn the one above into a heading.
            out += "\n";
        } else if alone && Some(at) == first && is_title(words) {
            out += &format!("# {}\n", escape::escape(words, false));
        } else if alone && is_section(words) {
            out += &format!(
                "## {}\n",
                escape::escape(words.trim_end_matches(':'), false)
            );
        } else if let Some(item) = item(words) {
            if !in_list && !out.ends_with("\n\n") && !out.is_empty() {
                out.push('\n');
            }
            out += &format!("- {}\n", escape::escape(item, true));
            in_list = true;
            continue;
        } else {
            let indent = if in_list && line.starts_with([' ', '\t']) {
                "  "
            } else {
                ""
            };
            if in_list && indent.is_empty() && !out.ends_with("\n\n") {
                out.push('\n');
            }
            out += &format!("{indent}{}\n", escape::escape(words, true));
            in_list &= !indent.is_empty();
            continue;
        }
        in_list &= words.is_empty();
    }
    out
}

fn is_rule(words: &str) -> bool {
    !words.contains(char::is_alphanumeric)
        && words
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | ' ' | '+' | '#' | '.'))
}

fn is_title(words: &str) -> bool {
    words.chars().count() <= 100
        && !words.ends_with(['.', ':', ';', ','])
        && item(words).is_none()
        && mail::field(words).is_none()
        && !is_section(words)
}

fn is_section(words: &str) -> bool {
    words.len() <= 80 && (Role::of(words).is_some() || synonyms::section_of(words).is_some())
}

/// What follows a bullet.
fn item(words: &str) -> Option<&str> {
    let rest = words.strip_prefix(['-', '*', '•', '·', '–', '+', '◦', '▪', '●'])?;
    rest.starts_with([' ', '\t']).then(|| rest.trim_start())
}
