//! reStructuredText, as far as its prose goes: headings, lists and words as Markdown, line for line, so that what is
//! found in the one stands on the same line of the other. Code, tables, targets and comments are left blank.

/// Characters that underline a heading.
const UNDER: &[char] = &[
    '=', '-', '~', '^', '"', '\'', '*', '+', '#', '.', ':', '_', '`',
];
/// Directives whose content is prose.
const PROSE: &[&str] = &[
    "admonition",
    "attention",
    "caution",
    "danger",
    "hint",
    "important",
    "note",
    "seealso",
    "tip",
    "warning",
];

/// The prose of `text` as Markdown, with as many lines.
pub fn rst_to_markdown(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut levels: Vec<(char, bool)> = Vec::new();
    // The indent of what is left blank, and whether it is prose of a directive, with its own indent.
    let mut blank: Option<usize> = None;
    let mut prose: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let empty = line.trim().is_empty();
        if !empty && blank.is_some_and(|of| indent <= of) {
            blank = None;
        }
        if !empty && prose.is_some_and(|of| indent <= of) {
            prose = None;
        }
        if empty || blank.is_some() || is_part_of_heading(&lines, at) {
            out.push(String::new());
            continue;
        }
        if let Some(title) = heading(&lines, at, &mut levels) {
            out.push(title);
            continue;
        }
        let words = line.trim();
        if let Some(directive) = words.strip_prefix("..").filter(|rest| opens(rest)) {
            let name = directive.trim().split("::").next().unwrap_or_default();
            if PROSE.contains(&name) {
                prose = Some(indent);
            } else {
                blank = Some(indent);
            }
            out.push(String::new());
            continue;
        }
        let literal = words.ends_with("::");
        if literal {
            blank = Some(indent);
        }
        let shift = if prose.is_some() { indent.min(4) } else { 0 };
        let kept = line.get(shift..).unwrap_or(words).trim_end();
        let field = is_field(line);
        let rule = !words.contains(char::is_alphanumeric);
        out.push(match (field || rule || words.starts_with(">>>"), literal) {
            (true, _) => String::new(),
            (_, true) => inline(kept.strip_suffix(':').unwrap_or(kept)),
            _ => inline(kept),
        });
    }
    out.join("\n") + "\n"
}

/// Whether what follows two dots begins a directive, a target or a comment.
fn opens(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// The character of which all of `line` is made, where it can underline.
fn rule(line: &str) -> Option<char> {
    let line = line.trim_end();
    let first = line.chars().next()?;
    let long = line.chars().count() >= 3;
    (long && UNDER.contains(&first) && line.chars().all(|c| c == first)).then_some(first)
}

/// Whether `lines[at]` can be a heading with its underline after it.
fn underlined(lines: &[&str], at: usize) -> Option<char> {
    let title = lines.get(at)?.trim_end();
    let under = lines.get(at + 1)?.trim_end();
    let sign = rule(under)?;
    let long = under.chars().count() + 2 >= title.trim().chars().count();
    let first = title.trim_start().chars().next()?;
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    let alone = above.is_none_or(|l| l.trim().is_empty() || rule(l) == Some(sign));
    let words = title.contains(char::is_alphanumeric) && rule(title).is_none();
    let starts = !title.starts_with([' ', '\t']) || above.is_some_and(|l| rule(l) == Some(sign));
    (long && alone && words && starts && first != '|').then_some(sign)
}

/// Whether the line above `at` is one, too.
fn overlined(lines: &[&str], at: usize, sign: char) -> bool {
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    above.is_some_and(|line| rule(line) == Some(sign))
}

/// Whether the line only rules a heading off.
fn is_part_of_heading(lines: &[&str], at: usize) -> bool {
    let Some(sign) = rule(lines[at]) else {
        return false;
    };
    let below = at.checked_sub(1).and_then(|title| underlined(lines, title));
    below.is_some() || underlined(lines, at + 1) == Some(sign)
}

/// The heading at `at`, its level by the order in which the signs came.
fn heading(lines: &[&str], at: usize, levels: &mut Vec<(char, bool)>) -> Option<String> {
    let sign = underlined(lines, at)?;
    let style = (sign, overlined(lines, at, sign));
    let level = levels.iter().position(|known| *known == style);
    let level = level.unwrap_or_else(|| {
        levels.push(style);
        levels.len() - 1
    });
    let hashes = "#".repeat((level + 1).min(6));
    Some(format!("{hashes} {}", inline(lines[at].trim())))
}

/// Whether the line is a field: `:Author: A`.
fn is_field(line: &str) -> bool {
    let Some((name, rest)) = line.strip_prefix(':').and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    !name.is_empty() && !name.contains('`') && (rest.is_empty() || rest.starts_with(' '))
}

/// Words with their roles, references and double backticks as Markdown has them.
fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('`') {
        let (before, role) = without_role(before);
        out.push_str(&without_references(before));
        let double = after.starts_with('`');
        let close = if double { "``" } else { "`" };
        let inside = if double { &after[1..] } else { after };
        let Some((words, after)) = inside.split_once(close) else {
            out.push('`');
            out.push_str(after);
            return out;
        };
        let target = words.split_once(" <").map_or(words, |(words, _)| words);
        let named = target.trim_start_matches(['~', '!']);
        let link = after.starts_with('_') && !double;
        match (double, link, role) {
            (_, true, _) => out.push_str(target),
            (true, ..) => {
                out.push('`');
                out.push_str(words);
                out.push('`');
            }
            // As it is shown: `:pep:` with a number alone is *PEP* and the number.
            (_, _, Some(role @ ("pep" | "rfc"))) if is_number(named) => {
                out.push_str(&role.to_uppercase());
                out.push(' ');
                out.push_str(named);
            }
            (_, _, Some("ref" | "doc" | "pep" | "rfc" | "term")) => out.push_str(named),
            _ => {
                out.push('`');
                out.push_str(named);
                out.push('`');
            }
        }
        rest = if link {
            after.trim_start_matches('_')
        } else {
            after
        };
    }
    out.push_str(&without_references(rest));
    out
}

fn is_number(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| c.is_ascii_digit())
}

/// What stands before a backtick, and the role that it ends in: `:ref:`.
fn without_role(before: &str) -> (&str, Option<&str>) {
    let found = before.strip_suffix(':').and_then(|head| {
        let (words, role) = head.rsplit_once(':')?;
        let name = role.rsplit(':').next().unwrap_or(role);
        let plain = !role.is_empty() && role.chars().all(|c| c.is_alphanumeric() || c == '-');
        plain.then_some((words.trim_end_matches(":py"), Some(name)))
    });
    found.unwrap_or((before, None))
}

/// Words without footnote marks `[1]_` and the underscore of `reference_`.
fn without_references(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    for part in words.split_inclusive(' ') {
        let word = part.trim_end();
        let (head, mark) = match word.trim_end_matches(['.', ',', ')', ';', ':']) {
            head if head.ends_with('_') => (head, &word[head.len()..]),
            _ => {
                kept.push_str(part);
                continue;
            }
        };
        let named = head.trim_end_matches('_');
        if !(named.starts_with('[') && named.ends_with(']')) {
            kept.push_str(named);
        }
        kept.push_str(mark);
        kept.push_str(&part[word.len()..]);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::rst_to_markdown;

    #[test]
    fn prose_is_kept_line_for_line() {
        for (text, wanted) in [
            (
                "=====\nBuses\n=====\n\nPlan\n~~~~\n\nWords.\n",
                "\n# Buses\n\n\n## Plan\n\n\nWords.\n",
            ),
            (
                "Use ``a_b`` and :ref:`the plan <plan>`.\n",
                "Use `a_b` and the plan.\n",
            ),
            (
                "As :pep:`600` and :rfc:`the mail RFC <5322>` say.\n",
                "As PEP 600 and the mail RFC say.\n",
            ),
            (
                "See `the list <https://a.org>`_ and this_ one [1]_.\n",
                "See the list and this one .\n",
            ),
            (
                "Like so::\n\n  x = 1\n\nWords.\n",
                "Like so:\n\n\n\nWords.\n",
            ),
            (
                ".. note::\n\n   Mind the door.\n\nWords.\n",
                "\n\nMind the door.\n\nWords.\n",
            ),
            (
                ".. code-block:: c\n\n   x = 1;\n\nWords.\n",
                "\n\n\n\nWords.\n",
            ),
            (":Author: A\n:Status: B\n\nWords.\n", "\n\n\nWords.\n"),
            ("- one\n- two\n", "- one\n- two\n"),
        ] {
            assert_eq!(rst_to_markdown(text), wanted, "{text}");
        }
    }

    #[test]
    fn any_text_has_as_many_lines() {
        for text in [
            "`",
            "``",
            "..",
            "::",
            ":`",
            "a\n===",
            "===\n===",
            "_ [1]_ ``a",
            "é`ü",
        ] {
            assert_eq!(
                rst_to_markdown(text).lines().count(),
                text.lines().count(),
                "{text}"
            );
        }
    }
}
