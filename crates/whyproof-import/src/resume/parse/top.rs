//! Who it is: the name, what they are, how to reach them and a few words about them.

use whyproof_experience::resume::Location;

use super::super::contact::{self, Trust};
use super::super::entries::Told;
use super::super::home;
use super::super::kinds;
use super::super::ledger;
use super::super::lines::{Item, What, join};
use super::super::pieces::tidy;
use super::super::regions;
use super::Builder;

impl Builder {
    /// The block above the first heading, or the one that a column's end has before it.
    pub(super) fn top(&mut self, items: &[Item]) {
        let mut about: Vec<Told> = Vec::new();
        let (mut last, mut named) = (0, 0);
        let mut home = 0;
        for (at, item) in items.iter().enumerate() {
            if is_title(&item.text) || self.labelled(&item.text) {
                continue;
            }
            if home + 1 == item.line && self.rest_of_home(&item.text) {
                home = item.line;
                continue;
            }
            let is_known = self.basics.location.is_some();
            let left = self.placed(item, trust(items, at));
            if !is_known && self.basics.location.is_some() {
                home = item.line;
            }
            let text = rest(item, &left);
            if text.is_empty() {
                continue;
            }
            let words = text.split_whitespace().count();
            let is_line_of_name = item.what == What::Text && words <= 6;
            if self.basics.name.is_none() && is_line_of_name {
                self.name(item.line, &left, text);
                named = item.line;
            } else if let Some(first) = self.basics.name.as_mut().filter(|first| {
                named + 1 == item.line && !item.apart && words <= 2 && is_rest_of_name(first, &text)
            }) {
                if !first.ends_with('-') {
                    first.push(' ');
                }
                first.push_str(item.text.trim());
                named = item.line;
            } else if words > 8
                || item.text.ends_with('.')
                || (last + 1 == item.line && !about.is_empty())
            {
                let goes_on = last + 1 == item.line && !item.apart;
                match about.last_mut().filter(|_| goes_on) {
                    Some((_, above)) => join(above, &item.text),
                    None => about.push((item.line, item.text.clone())),
                }
                last = item.last;
            } else if self.basics.label.is_none() && words <= 10 && about.is_empty() {
                self.basics.label = Some(left.join(" | "));
            } else {
                self.leave(item.line, item.text.clone());
            }
        }
        self.summary(about);
    }

    /// What a line has beside contacts and the place where somebody lives; addresses that were cut, and second homes,
    /// are left.
    fn placed(&mut self, item: &Item, trust: Trust) -> Vec<String> {
        let left = contact::place(&item.text, &mut self.basics);
        let (mut away, left): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|words| contact::is_address(words));
        let (left, more) = contact::live(left, trust, &mut self.basics);
        away.extend(more);
        away.into_iter()
            .for_each(|words| self.leave(item.line, words));
        left
    }

    /// Takes the next line of an address: `12 High Street`, `Maidstone`, `Kent`, `ME14 1XX`.
    fn rest_of_home(&mut self, text: &str) -> bool {
        let Some(location) = self.basics.location.as_mut() else {
            return false;
        };
        let Some(home) = home::home(&tidy(text)) else {
            return false;
        };
        let more = match home.location.city {
            // A line of one name below the town is its county.
            Some(city) if location.city.is_some() && regions::is_region(&city) => Location {
                region: Some(city),
                ..Location::default()
            },
            city => Location {
                city,
                ..home.location
            },
        };
        let is_next = location.address.is_some() && self.basics.name.is_some();
        (home.is_sure || is_next) && home::fill(location, more)
    }

    /// `Name: Ann Example`, and a table's row of the same.
    pub(super) fn labelled(&mut self, text: &str) -> bool {
        let wide = text.replacen(": ", "    ", 1);
        let Some((label, value)) = wide.split_once("    ") else {
            return false;
        };
        let field = match label.trim_end_matches(':').trim().to_lowercase().as_str() {
            "name" | "full name" => &mut self.basics.name,
            "job title" | "title" | "position" | "profession" => &mut self.basics.label,
            _ => return false,
        };
        let is_free = field.is_none();
        if is_free {
            *field = Some(tidy(value));
        }
        is_free
    }

    /// The name, and what stands beside it.
    fn name(&mut self, line: usize, left: &[String], text: String) {
        match left {
            [name, label]
                if self.basics.label.is_none() && !name.contains(|c: char| c.is_ascii_digit()) =>
            {
                self.basics.name = Some(name.clone());
                self.basics.label = Some(label.clone());
            }
            _ if !text.contains(|c: char| c.is_ascii_digit()) => {
                let (name, label) = match text.split_once(", ") {
                    Some((name, label)) if kinds::is_title(label) => {
                        (name.to_owned(), Some(label.to_owned()))
                    }
                    _ => (text, None),
                };
                self.basics.name = Some(name);
                self.basics.label = self.basics.label.take().or(label);
            }
            _ => self.leave(line, text),
        }
    }
}

/// What is left of a line: as it stands, where nothing was taken from it.
fn rest(item: &Item, left: &[String]) -> String {
    let whole = tidy(&item.text);
    let is_whole = left
        .join(" ")
        .split_whitespace()
        .eq(whole.split_whitespace());
    if is_whole { whole } else { left.join("    ") }
}

/// How far a line of the block may be taken for an address: one with contacts further than one beside it.
fn trust(items: &[Item], at: usize) -> Trust {
    let reaches = |item: Option<&Item>| item.is_some_and(|item| contact::is_contact(&item.text));
    if reaches(items.get(at)) {
        return Trust::Line;
    }
    let is_apart = |item: Option<&Item>| item.is_none_or(|item| item.apart);
    let before = at.checked_sub(1).and_then(|at| items.get(at));
    let is_near = (!is_apart(items.get(at)) && reaches(before))
        || (!is_apart(items.get(at + 1)) && reaches(items.get(at + 1)));
    if is_near { Trust::Near } else { Trust::Known }
}

/// Whether a name that is one word goes on with the line below it.
fn is_rest_of_name(first: &str, text: &str) -> bool {
    let is_name = |text: &str| {
        text.starts_with(char::is_uppercase)
            && text
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
    };
    let is_one = first.ends_with('-') || (!first.contains(' ') && is_name(first));
    is_one && is_name(text) && !kinds::is_title(text)
}

/// Whether a line only says what the paper is.
fn is_title(text: &str) -> bool {
    let words: Vec<String> = ledger::words(text).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        words.as_slice(),
        ["resume" | "résumé" | "cv" | "lebenslauf"] | ["curriculum", "vitae"]
    )
}
