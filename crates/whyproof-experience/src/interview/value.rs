//! An answer as a value of the front matter: one line of YAML.

use whyproof_whys::drill::escape::clean;

/// The lines of `answers` as one value: those of a list get a semicolon between them.
pub(super) fn listed(answers: &[&str]) -> String {
    let lines = answers.iter().flat_map(|answer| answer.lines()).map(flat);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let parts = lines.iter().enumerate().map(|(at, line)| match at == last {
        true => line.as_str(),
        false => line.trim_end_matches([';', ',']),
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// `answers` in one line.
pub(super) fn line(answers: &[&str]) -> String {
    flat(&answers.join(" "))
}

fn flat(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean(&words.join(" "))
}
