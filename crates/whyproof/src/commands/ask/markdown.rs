//! The barrage as a Markdown list.

use whyproof_whys::Origin;

use super::Answer;

/// The questions as a numbered list under the text's title; what comes from the text is escaped.
pub(super) fn write(answer: &Answer) -> String {
    let title = answer.case.title.as_deref().unwrap_or(&answer.path);
    let mut text = format!("# Questions to {}\n\n", escape(title));
    for (at, asked) in answer.barrage.asked.iter().enumerate() {
        let by = match &asked.from {
            Origin::Bank(_) => String::new(),
            Origin::Model(name) => format!(" (proposed by the language model {})", escape(name)),
        };
        text.push_str(&format!("{}. **{}**{by}\n\n", at + 1, escape(&asked.text)));
        text.push_str(&format!(
            "   Line {}. {}\n\n",
            answer.case.line(asked.span),
            escape(&asked.why)
        ));
        text.push_str(&format!(
            "   A good answer: {}\n\n",
            escape(&asked.good_answer)
        ));
    }
    if let Some(survival) = &answer.survival {
        text.push_str(&format!("{}\n", escape(&survival.sentence)));
    }
    text
}

/// Words that Markdown reads as words.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '`'
                | '~'
                | '{'
                | '}'
                | '!'
                | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}
