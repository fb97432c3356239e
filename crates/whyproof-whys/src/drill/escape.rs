//! An answer as Markdown: what was typed stays the answer, whatever its lines begin with.

/// How much of what was typed is kept as markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escaping {
    /// Emphasis, links, footnotes' references and lists stay what they are.
    Light,
    /// Everything is words.
    Whole,
}

/// `answer` in paragraphs that begin no heading, quotation, code, table, HTML or definition, and bear no attributes.
pub fn answer(answer: &str, escaping: Escaping) -> String {
    let mut lines: Vec<String> = Vec::new();
    let plain: String = answer.replace("\r\n", "\n").replace('\r', "\n");
    let mut typed = plain.lines().map(clean).peekable();
    while let Some(line) = typed.next() {
        if line.is_empty() {
            if lines.last().is_some_and(|last| !last.is_empty()) {
                lines.push(String::new());
            }
            continue;
        }
        let mut line = match escaping {
            Escaping::Light => start(&inline(&line)),
            Escaping::Whole => whole(&line),
        };
        let ends = typed
            .peek()
            .is_none_or(|next| next.is_empty() || super::words::is_item(next));
        // Braces at the end of a paragraph would be attributes.
        if ends && line.ends_with('}') {
            line.push('.');
        }
        lines.push(line);
    }
    lines.join("\n").trim().to_owned()
}

/// A question or a title as a heading's words.
pub fn heading(question: &str) -> String {
    let flat: Vec<&str> = question.split_whitespace().collect();
    let flat = clean(&flat.join(" "));
    let mut text = String::new();
    let mut before = ' ';
    let mut chars = flat.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let mark = match c {
            '\\' | '*' | '[' | ']' | '<' | '>' | '~' | '`' | '{' | '}' | '|' => true,
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '#' => before == ' ',
            '&' => next.is_some_and(|c| c == '#' || c.is_alphanumeric()),
            _ => false,
        };
        if mark {
            text.push('\\');
        }
        text.push(c);
        before = c;
    }
    text
}

/// A line without what no text has: white space around it and characters that steer.
pub fn clean(line: &str) -> String {
    let line: String = line
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    line.trim().to_owned()
}

/// What inside a line would make words vanish.
fn inline(line: &str) -> String {
    let mut text = String::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let mark = match c {
            '<' => true,
            '\\' => next.is_none_or(|c| c.is_ascii_punctuation()),
            '!' => next == Some('['),
            '&' => line[at..]
                .split_once(';')
                .is_some_and(|(name, _)| !name.contains(' ')),
            _ => false,
        };
        if mark {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// The line so that it begins no block but a paragraph or a list's item.
fn start(line: &str) -> String {
    let only = |marks: &str| line.chars().all(|c| marks.contains(c));
    let rule = only("-= ") || only("*_ ") || only("+ ") || only("|:- ");
    // A number alone is an empty item.
    if let Some(number) = line.strip_suffix(['.', ')'])
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        return whole(line);
    }
    let block = line.starts_with(['#', '>', '|'])
        || line.starts_with("```")
        || line.starts_with("~~~")
        || (line.starts_with('[') && line.contains("]:"))
        || rule;
    if block {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

/// The line with a backslash before every mark that can mean something.
fn whole(line: &str) -> String {
    let mut text = String::new();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (number.len() < line.len() && number.starts_with(['.', ')']))
        .then(|| line.len() - number.len());
    for (at, c) in line.char_indices() {
        let plain = matches!(
            c,
            ',' | ';' | '\'' | '"' | '?' | '(' | '/' | '%' | '$' | '@' | '^'
        );
        let inside =
            at > 0 && matches!(c, '.' | ':' | '-' | '=' | '+' | ')' | '!') && numbered != Some(at);
        if c.is_ascii_punctuation() && !plain && !inside {
            text.push('\\');
        }
        text.push(c);
    }
    text
}
