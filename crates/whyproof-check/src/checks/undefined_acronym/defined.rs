//! Where a text spells its acronyms out.

use whyproof_case::Case;

/// All words of a case, in the order of its blocks.
pub(super) struct Spelt<'c> {
    texts: Vec<&'c str>,
    /// First letters of words that begin with a capital, runs of such words apart by a space, small words left out.
    initials: String,
}

impl<'c> Spelt<'c> {
    pub(super) fn read(case: &'c Case) -> Self {
        let texts: Vec<&str> = case
            .parse
            .document
            .texts
            .iter()
            .map(|text| text.words.text.as_str())
            .collect();
        let mut initials = String::new();
        for text in &texts {
            initials.push(' ');
            for word in text.split([' ', '-', '/']) {
                let word = word.trim_start_matches(['(', '"', '“', '[', '*']);
                match word.chars().next() {
                    Some(first) if first.is_ascii_uppercase() && !is_capitals(word) => {
                        initials.push(first)
                    }
                    _ if matches!(word, "of" | "the" | "and" | "for" | "to" | "in" | "a" | "&") => {
                    }
                    _ => initials.push(' '),
                }
            }
        }
        Self { texts, initials }
    }

    /// Whether the case says what `letters` stand for: "(HIV)" after words, "HIV (human …)", "HIV stands for", or
    /// words with these initials.
    pub(super) fn has(&self, letters: &str) -> bool {
        let run = |run: &str| run.contains(letters);
        letters.len() > 2 && self.initials.split(' ').any(run)
            || self.texts.iter().any(|text| is_spelt(text, letters))
    }
}

fn is_capitals(word: &str) -> bool {
    word.len() > 1
        && word
            .bytes()
            .filter(u8::is_ascii_alphabetic)
            .all(|byte| byte.is_ascii_uppercase())
}

fn is_spelt(text: &str, letters: &str) -> bool {
    text.match_indices(letters).any(|(at, _)| {
        let before = &text[..at];
        let after = &text[at + letters.len()..];
        let after = after.strip_prefix('s').unwrap_or(after);
        let in_brackets = before.ends_with(['(', '['])
            && before.len() > 3
            && after.starts_with([')', ']', ',', ';']);
        let in_quotes = before.ends_with("(\"") || before.ends_with("(“");
        let bracketed = after
            .strip_prefix(" (")
            .and_then(|rest| rest.split(')').next());
        let explained = bracketed
            .is_some_and(|inside| inside.split(' ').count() >= 2 && !inside.contains("http"));
        let said = [
            " stands for",
            " is short for",
            " means ",
            ", or ",
            ", short for",
            ", the ",
            ", which stands",
            " = ",
        ]
        .iter()
        .any(|start| after.starts_with(start));
        let is = before.ends_with("short for ")
            || before.ends_with("abbreviated ")
            || before.ends_with(", or ");
        // "PEP 616": the name of a series.
        let series = after
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        series || in_brackets || in_quotes || explained || said || is
    })
}
