//! The days on which an experiment is to be looked at.

use jiff::civil::Date;

use super::Reader;

/// More looks than these are as many as one likes.
const MOST: usize = 20;
const LOOKS: &str =
    "Write the days, the last of them the end: looks = [\"2026-03-01\", \"2026-04-01\"].";
const METHOD: &str = "Write `method = \"obrien-fleming\"`, where it is to be hard to stop early, or \"pocock\", where every look counts alike.";
const MANY: &str = "Write `method = \"sequential\"`: then every day may be one.";

impl Reader {
    pub(super) fn looks(&mut self, texts: &[String]) {
        let days: Option<Vec<Date>> = texts.iter().map(|text| text.trim().parse().ok()).collect();
        let rise = |days: &Vec<Date>| days.windows(2).all(|pair| pair[0] < pair[1]);
        match days.filter(rise) {
            Some(days) if days.len() > MOST => {
                self.trouble("looks", format!("{} looks are planned", days.len()), MANY);
            }
            Some(days) if !days.is_empty() => self.declared.looks = days,
            _ => self.trouble(
                "looks",
                "they are not days, one after the other".to_owned(),
                LOOKS,
            ),
        }
    }

    /// That a method that plans its looks has them, that no other has, and that the last is the end.
    pub(super) fn looks_fit(&mut self) {
        let declared = &mut self.declared;
        let told = self.troubles.iter().any(|trouble| trouble.key == "looks");
        let last = declared.looks.last().copied();
        let is_planned = declared.method.has_planned_looks();
        match (is_planned, last) {
            (true, None) if !told => {
                let says = "it needs the days on which it is looked at".to_owned();
                self.trouble("method", says, LOOKS);
            }
            (true, Some(last)) if declared.end.is_some_and(|end| end != last) => {
                declared.looks.clear();
                let says = format!("the last look, {last}, is not the day it ends");
                self.trouble("looks", says, LOOKS);
            }
            (true, Some(last)) => declared.end = Some(last),
            (false, Some(_)) => {
                declared.looks.clear();
                let says = "the method does not go by planned looks".to_owned();
                self.trouble("looks", says, METHOD);
            }
            _ => {}
        }
    }
}
