//! Whether a text has a word of something anywhere, its headings, tables and code among it.

/// The words of a whole text, in small letters and in order.
#[derive(Debug, Default)]
pub(crate) struct Said(Vec<String>);

impl Said {
    /// Reads the words of `text`.
    pub(crate) fn read(text: &str) -> Self {
        Said(words(text).collect())
    }

    /// Whether one of `phrases` stands in the text. They are divided by `|`; a `*` at the end of one stands for the
    /// rest of its last word.
    pub(crate) fn any(&self, phrases: &str) -> bool {
        phrases.split('|').any(|phrase| {
            let open = phrase.ends_with('*');
            let phrase: Vec<String> = words(phrase).collect();
            let Some((last, before)) = phrase.split_last() else {
                return false;
            };
            self.0.windows(phrase.len()).any(|at| {
                let ends = at.last().is_some_and(|word| match open {
                    true => word.starts_with(last.as_str()),
                    false => word == last,
                });
                ends && at.starts_with(before)
            })
        })
    }
}

/// The words of `text`: letters and digits, and a percent sign by itself.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split_inclusive('%')
        .flat_map(|part| {
            let sign = part.ends_with('%').then_some("%");
            part.split(|c: char| !c.is_alphanumeric()).chain(sign)
        })
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn words_are_found_in_headings_and_code() {
        let said = Said::read("## Time-outs\n\nIt waits.\n\n```\nretry_limit = 3 // 40%\n```\n");
        for there in [
            "time outs",
            "time-outs",
            "retr*",
            "limit",
            "%",
            "x|3",
            "time out*",
        ] {
            assert!(said.any(there), "{there}");
        }
        for absent in ["time out", "retr", "wait", "40 50", "it waits retry two"] {
            assert!(!said.any(absent), "{absent}");
        }
    }
}
