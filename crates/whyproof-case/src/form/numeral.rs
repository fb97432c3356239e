//! Numbers in digits: how their groups and decimals are parted.

use super::Unsayable;
use super::decimal::Decimal;
use super::text::is_grouping_space;

/// Most digits of a number.
const MOST_DIGITS: usize = 30;

/// How digits are written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Digits {
    group: Group,
    /// Digits after the point.
    pub(super) decimals: usize,
    /// Whether a comma is the point.
    comma: bool,
    /// `.5`, without the zero.
    bare: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Group {
    /// The number was too short to show it.
    Open,
    /// None, in a number that was long enough.
    Plain,
    /// By threes.
    By(char),
    /// `12,34,567`.
    Indian,
}

impl Digits {
    /// For a number that was written in words and no longer can be.
    pub(super) const PLAIN: Digits = Digits {
        group: Group::Open,
        decimals: 0,
        comma: false,
        bare: false,
    };

    /// Whether it may be a year: four digits or more and nothing else.
    pub(super) fn is_year(&self) -> bool {
        self.group == Group::Plain && self.decimals == 0
    }

    /// Writes a number without its sign, rounded to these decimals.
    pub(super) fn write(&self, value: &Decimal) -> Result<String, Unsayable> {
        if value.length().max(1) + self.decimals as i32 > MOST_DIGITS as i32 {
            return Err(Unsayable::Large);
        }
        let (before, after) = value.written(self.decimals);
        let point = if self.comma { ',' } else { '.' };
        let grouped = self.grouped(&before);
        if after.is_empty() {
            return Ok(grouped);
        }
        if self.bare && before == "0" {
            return Ok(format!("{point}{after}"));
        }
        let text = format!("{grouped}{point}{after}");
        // `1,234` is a thousand to most readers.
        if self.comma && after.len() == 3 && before.len() <= 3 && before != "0" {
            return Err(Unsayable::Ambiguous(text));
        }
        Ok(text)
    }

    fn grouped(&self, digits: &str) -> String {
        let (mark, indian) = match self.group {
            Group::Open if digits.len() > 4 && !self.comma => (',', false),
            Group::Open | Group::Plain => return digits.to_owned(),
            Group::By(mark) => (mark, false),
            Group::Indian => (',', true),
        };
        let mut out = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            let left = digits.len() - at;
            let parted = if indian {
                left == 3 || (left > 3 && left % 2 == 1)
            } else {
                left.is_multiple_of(3)
            };
            if at > 0 && parted {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

/// The number at the start of `text`, how it is written, and the text after it.
pub(super) fn read(text: &str) -> Option<(Digits, Decimal, &str)> {
    let (runs, rest) = runs(text)?;
    let digits = shape(&runs)?;
    let mut plain = String::new();
    let last = runs.len() - 1;
    for (at, (_, run)) in runs.iter().enumerate() {
        if at == last && digits.decimals > 0 {
            plain.push('.');
        }
        plain.push_str(run);
    }
    let digits_in_all = plain.bytes().filter(u8::is_ascii_digit).count();
    (digits_in_all <= MOST_DIGITS).then(|| (digits, Decimal::parse(&plain, 0), rest))
}

/// Runs of digits, each with the separator before it.
type Runs<'a> = Vec<(char, &'a str)>;

fn runs(text: &str) -> Option<(Runs<'_>, &str)> {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = run(text);
    if first == 0 && !text.starts_with('.') {
        return None;
    }
    let mut runs = vec![('\0', &text[..first])];
    let mut rest = &text[first..];
    while let Some(mark) = rest.chars().next().filter(|&c| is_mark(c)) {
        let after = &rest[mark.len_utf8()..];
        let length = run(after);
        if length == 0 {
            break;
        }
        runs.push((mark, &after[..length]));
        rest = &after[length..];
    }
    Some((runs, rest))
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’') || is_grouping_space(c)
}

/// How the runs are one number; none where they are not.
fn shape(runs: &[(char, &str)]) -> Option<Digits> {
    let (_, first) = runs[0];
    let (mark, last) = runs[runs.len() - 1];
    let bare = first.is_empty();
    if (first.starts_with('0') && first.len() > 1) || (bare && (runs.len() != 2 || mark != '.')) {
        return None;
    }
    let plain = |group, decimals, comma| {
        Some(Digits {
            group,
            decimals,
            comma,
            bare,
        })
    };
    if let Some(group) = group(runs).filter(|&group| group != Group::By('.')) {
        return plain(group, 0, false);
    }
    let before = &runs[..runs.len() - 1];
    let group = group(before)?;
    match (mark, group) {
        ('.', group) if group != Group::By('.') => plain(group, last.len(), false),
        // A comma before three digits parts thousands, unless there cannot be any.
        (',', Group::Open) if last.len() == 3 && first != "0" => None,
        (',', Group::By(',') | Group::Indian) => None,
        (',', group) => plain(group, last.len(), true),
        _ => None,
    }
}

/// How the runs are a whole number; none where they are not.
fn group(runs: &[(char, &str)]) -> Option<Group> {
    let (first, others) = runs.split_first()?;
    let Some(&(mark, last)) = others.last() else {
        return Some(if first.1.len() > 3 {
            Group::Plain
        } else {
            Group::Open
        });
    };
    let regular = others.iter().all(|&(other, _)| other == mark) && first.1 != "0";
    let (_, middle) = others.split_last()?;
    let length = first.1.len();
    if !regular || last.len() != 3 || length == 0 {
        None
    } else if length <= 3 && middle.iter().all(|(_, run)| run.len() == 3) {
        Some(Group::By(mark))
    } else if mark == ',' && length <= 2 && middle.iter().all(|(_, run)| run.len() == 2) {
        Some(Group::Indian)
    } else {
        None
    }
}
