//! Sections that are lists: skills, languages, certificates, prizes, publications, interests.

use whyproof_experience::resume::{Award, Certificate, Interest, Language, Publication, Skill};

use super::entries::Told;
use super::heads::undated;
use super::lines::{Item, What, join};
use super::pieces::{parts, pieces, tidy};

/// A row of a list, and which line each word of it stands on.
pub(super) struct Row {
    told: Told,
    /// Where in the row each line but the first begins, and the line's number.
    lines: Vec<(usize, usize)>,
}

impl Row {
    /// The line of each run of letters and digits, in order.
    fn lines_of_runs(&self) -> Vec<usize> {
        let line = |at: usize| {
            let mut lines = self.lines.iter().rev();
            lines
                .find(|(from, _)| *from <= at)
                .map_or(self.told.0, |(_, line)| *line)
        };
        runs(&self.told.1).map(line).collect()
    }

    /// Adds a line that goes on with the row, and what was wrapped of that line itself.
    fn join(&mut self, item: &Item) {
        join(&mut self.told.1, &item.text);
        let begin = self.told.1.len() - item.text.len();
        self.lines.push((begin, item.line));
        let wraps = item.wraps.iter();
        self.lines
            .extend(wraps.map(|(at, line)| (begin + at, *line)));
    }
}

/// Where in a text each run of letters and digits begins.
fn runs(text: &str) -> impl Iterator<Item = usize> {
    let mut inner = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_first = c.is_alphanumeric() && !inner;
        inner = c.is_alphanumeric();
        is_first.then_some(at)
    })
}

/// Lines of a list; what was wrapped is joined to what it goes on with.
pub(super) fn rows(items: &[Item]) -> Vec<Told> {
    wrapped(items).into_iter().map(|row| row.told).collect()
}

/// The same, with the lines of what was wrapped.
pub(super) fn wrapped(items: &[Item]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for item in items {
        match rows.last_mut() {
            Some(row)
                if item.what == What::Text
                    && !item.apart
                    && (row.told.1.ends_with([',', '&'])
                        || item.text.chars().all(|c| c.is_ascii_digit())
                        || item.text.starts_with(char::is_lowercase)) =>
            {
                row.join(item);
            }
            _ => rows.push(Row {
                told: (item.line, item.text.clone()),
                lines: item.wraps.clone(),
            }),
        }
    }
    rows
}

/// A row as a field of skill: `Tools: a, b`, `a, b`, `a`.
pub(super) fn skills(rows: &[Row], put: &mut dyn FnMut(usize, &str)) -> Vec<Skill> {
    let mut skills: Vec<Skill> = Vec::new();
    for one in rows {
        let (line, row) = &one.told;
        let (name, rest) = match row.split_once(':') {
            Some((name, rest))
                if !rest.starts_with("//") && name.split_whitespace().count() <= 6 =>
            {
                (Some(tidy(name)), rest)
            }
            // A table's row: what stands at its left names the field.
            _ => match row.split_once("    ").filter(|(_, rest)| is_list(rest)) {
                Some((name, rest)) if !is_list(name) => (Some(tidy(name)), rest),
                _ => (None, row.as_str()),
            },
        };
        let wide = rest.replace("    ", "|");
        let words = parts(&wide, &[',', ';', '|', '•', '·', '●']);
        let words: Vec<String> = words.into_iter().map(|word| keyword(&word)).collect();
        // Letters and digits are never dropped on the way, so that the words' places are known by counting.
        let lines = one.lines_of_runs();
        let mut at = name.as_deref().map_or(0, |name| runs(name).count());
        for word in &words {
            put(lines.get(at).copied().unwrap_or(*line), word);
            at += runs(word).count();
        }
        let last = skills
            .last_mut()
            .filter(|last| last.name.is_none() && name.is_none());
        match last {
            // Nameless rows are one list; a name without a list stands above it.
            Some(last) => last.keywords.get_or_insert_default().extend(words),
            None => skills.push(Skill {
                name,
                keywords: (!words.is_empty()).then_some(words),
                ..Skill::default()
            }),
        }
    }
    skills
}

fn is_list(text: &str) -> bool {
    !text.contains("    ") && text.contains([',', ';', '•', '·'])
}

/// A word of a list, without the full stop of a sentence.
fn keyword(word: &str) -> String {
    let inner = word.strip_suffix('.').filter(|inner| !inner.contains('.'));
    inner.unwrap_or(word).to_owned()
}

/// `English (native)`, `German – B2`, `French: fluent`, several in a row.
pub(super) fn languages(rows: &[Told]) -> Vec<Language> {
    let mut languages = Vec::new();
    for (_, row) in rows {
        let wide = row.replace("    ", "|");
        for part in parts(&wide, &[',', ';', '|', '•', '·', '/']) {
            let cut = part.find(['(', ':', '–', '—']).or_else(|| part.find(" - "));
            let (name, fluency) = match cut {
                Some(at) => part.split_at(at),
                None => (part.as_str(), ""),
            };
            let fluency = tidy(fluency);
            languages.push(Language {
                language: Some(tidy(name)).filter(|name| !name.is_empty()),
                fluency: (!fluency.is_empty()).then_some(fluency),
                ..Language::default()
            });
        }
    }
    languages
}

/// A row without its date and its address: the words, the date, the address.
fn fields(row: &str) -> (Vec<String>, Option<String>, Option<String>) {
    let mut url = None;
    let words = row.split(' ').filter(|word| {
        let bare = word.trim_matches(['(', ')', '<', '>', ',']);
        let is_url = url.is_none() && (bare.starts_with("https://") || bare.starts_with("http://"));
        if is_url {
            url = Some(bare.to_owned());
        }
        !is_url
    });
    let row = words.collect::<Vec<_>>().join(" ");
    let (bare, dates) = undated(&row);
    // A range is no day, and a number within a name no date.
    let date = dates.filter(|dates| !dates.is_range && is_outside(&row, dates));
    match date {
        Some(date) => (pieces(&bare), date.start, url),
        None => (pieces(&row), None, url),
    }
}

fn is_outside(row: &str, dates: &super::dates::Dates) -> bool {
    let after = row.get(dates.at.end..).unwrap_or_default();
    let before = row.get(..dates.at.start).unwrap_or_default();
    !after.contains(char::is_alphanumeric)
        || !before.contains(char::is_alphanumeric)
        || before.ends_with('(')
}

/// A name and by whom: two pieces, or two parts at a comma.
fn two(mut pieces: Vec<String>) -> (String, Option<String>) {
    if pieces.len() == 1 {
        let split = parts(pieces.first().map_or("", String::as_str), &[',']);
        let is_name = |text: &String| text.starts_with(char::is_uppercase);
        if split.len() == 2 && split.last().is_some_and(is_name) {
            pieces = split;
        }
    }
    if pieces.len() == 2 {
        let by = pieces.pop();
        return (pieces.pop().unwrap_or_default(), by);
    }
    (pieces.join(" – "), None)
}

pub(super) fn certificates(rows: &[Told]) -> Vec<Certificate> {
    let read = |(_, row): &Told| {
        let (mut pieces, date, url) = fields(row);
        // "Solutions Architect – Professional": nobody issued it who is called so.
        if let [name, level, ..] = pieces.as_slice()
            && is_level(level)
        {
            let name = format!("{name} – {level}");
            pieces.splice(..2, [name]);
        }
        let (name, issuer) = two(pieces);
        Certificate {
            name: Some(name),
            date,
            url,
            issuer,
            ..Certificate::default()
        }
    };
    rows.iter().map(read).collect()
}

fn is_level(text: &str) -> bool {
    const LEVELS: [&str; 12] = [
        "advanced",
        "associate",
        "expert",
        "foundation",
        "foundational",
        "fundamentals",
        "intermediate",
        "master",
        "practitioner",
        "professional",
        "specialist",
        "specialty",
    ];
    let lower = text.to_lowercase();
    LEVELS.contains(&lower.as_str()) || lower.starts_with("level ")
}

pub(super) fn awards(rows: &[Told]) -> Vec<Award> {
    let read = |(_, row): &Told| {
        let (pieces, date, url) = fields(row);
        let (title, awarder) = two(pieces);
        let extra = url
            .map(|url| ("url".to_owned(), url.into()))
            .into_iter()
            .collect();
        Award {
            title: Some(title),
            date,
            awarder,
            extra,
            ..Award::default()
        }
    };
    rows.iter().map(read).collect()
}

pub(super) fn publications(rows: &[Told]) -> Vec<Publication> {
    let read = |(_, row): &Told| {
        let (pieces, release_date, url) = fields(row);
        Publication {
            name: Some(pieces.join(" – ")),
            release_date,
            url,
            ..Publication::default()
        }
    };
    rows.iter().map(read).collect()
}

pub(super) fn interests(rows: &[Told]) -> Vec<Interest> {
    let mut interests = Vec::new();
    for (_, row) in rows {
        let wide = row.replace("    ", "|");
        for name in parts(&wide, &[',', ';', '|', '•', '·']) {
            interests.push(Interest {
                name: Some(keyword(&name)),
                ..Interest::default()
            });
        }
    }
    interests
}

#[cfg(test)]
mod tests {
    use super::{Row, certificates, languages, skills, wrapped};
    use crate::resume::lines::items;

    #[test]
    fn lists_are_taken_apart_outside_of_brackets() {
        let rows = [
            (1, "Tools: SQL (Postgres, MySQL), C++"),
            (2, "Baking"),
            (3, "Sewing, knitting."),
        ];
        let rows = rows.map(|(line, text)| Row {
            told: (line, text.to_owned()),
            lines: Vec::new(),
        });
        let skills = skills(&rows, &mut |_, _| ());
        let told: Vec<_> = skills
            .iter()
            .map(|skill| {
                (
                    skill.name.as_deref(),
                    skill.keywords.clone().unwrap_or_default(),
                )
            })
            .collect();
        let words = |list: &[&str]| {
            list.iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told,
            [
                (Some("Tools"), words(&["SQL (Postgres, MySQL)", "C++"])),
                (None, words(&["Baking", "Sewing", "knitting"]))
            ]
        );
    }

    /// A row is joined of lines, one of which was itself joined of two: each word keeps the line that it stands on.
    #[test]
    fn a_word_on_the_third_line_of_a_row_has_the_third_line() {
        let items = items("SKILLS\n\nSQL, Python,\ngithub.com/ann/lace-\nwork ; Tableau\n");
        let mut put = Vec::new();
        let rows = wrapped(items.get(1..).unwrap_or_default());
        skills(&rows, &mut |line, word| put.push((line, word.to_owned())));
        let put: Vec<(usize, &str)> = put.iter().map(|(at, word)| (*at, word.as_str())).collect();
        assert_eq!(
            put,
            [
                (3, "SQL"),
                (3, "Python"),
                (4, "github.com/ann/lace-work"),
                (5, "Tableau")
            ]
        );
    }

    #[test]
    fn languages_and_certificates() {
        let found = languages(&[(1, "English (native), German – B2, French".to_owned())]);
        let told: Vec<_> = found
            .iter()
            .map(|one| {
                (
                    one.language.as_deref().unwrap_or(""),
                    one.fluency.as_deref().unwrap_or(""),
                )
            })
            .collect();
        assert_eq!(
            told,
            [("English", "native"), ("German", "B2"), ("French", "")]
        );
        let found = certificates(&[(1, "First Aid, Red Cross, May 2021".to_owned())]);
        assert_eq!(found[0].issuer.as_deref(), Some("Red Cross"));
        assert_eq!(found[0].date.as_deref(), Some("2021-05"));
    }
}
