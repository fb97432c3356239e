//! An effect drawn with letters: its interval, beside nothing and beside the smallest worthwhile effect.

use whyproof_case::Direction;
use whyproof_case::measure::Picture;

use crate::text::width;

/// Widest picture, in columns.
const WIDEST: usize = 72;

/// The picture in lines: what the marks are, the interval, its ends.
pub(super) fn lines(picture: &Picture, named: bool, columns: usize) -> Vec<String> {
    let room = columns.saturating_sub(4).min(WIDEST);
    let (from, to) = picture.reach();
    let span = if to > from { to - from } else { 1.0 };
    let last = room.saturating_sub(1);
    let place = |value: f64| -> usize {
        let along = ((value - from) / span * last as f64).round();
        if along.is_nan() {
            0
        } else {
            (along.max(0.0) as usize).min(last)
        }
    };
    let axis = axis(picture, room, &place);
    let mut marks = Labels::new(room);
    marks.put(place(0.0), "0");
    if let Some(worthwhile) = picture.worthwhile {
        let worth = match picture.direction {
            Direction::Up => format!("{} is worth it →", picture.label(worthwhile)),
            Direction::Down => format!("← {} is worth it", picture.label(worthwhile)),
        };
        let at = place(worthwhile);
        // Beside the nought where it does not fit over its own place.
        let _ = marks.put(at, &worth) || marks.before(at, &worth) || marks.after(at, &worth);
    }
    let mut ends = Labels::new(room);
    // The ends first: the sentence above says the middle.
    if picture.low.is_finite() {
        ends.before(place(picture.low), &picture.number(picture.low));
    }
    if picture.high.is_finite() {
        ends.after(place(picture.high), &picture.number(picture.high));
    }
    let mut middle = picture.label(picture.value);
    if named {
        middle.push_str(&format!(" with {}", picture.treatment));
    }
    ends.put(place(picture.value), &middle);
    vec![marks.line(), axis, ends.line()]
}

/// Nothing, what is worthwhile, and the interval, each at its place.
fn axis(picture: &Picture, room: usize, place: &dyn Fn(f64) -> usize) -> String {
    let mut axis: Vec<char> = vec!['·'; room];
    set(&mut axis, place(0.0), '│');
    if let Some(worthwhile) = picture.worthwhile {
        set(&mut axis, place(worthwhile), '┊');
    }
    let (low, high) = (place(picture.low), place(picture.high));
    for at in low..=high {
        let is_mark = axis.get(at).is_some_and(|mark| *mark != '·');
        set(&mut axis, at, if is_mark { '┿' } else { '━' });
    }
    let end = |value: f64, closed, open| if value.is_finite() { closed } else { open };
    set(&mut axis, low, end(picture.low, '┣', '◀'));
    set(&mut axis, high, end(picture.high, '┫', '▶'));
    set(&mut axis, place(picture.value), '●');
    axis.into_iter().collect()
}

fn set(axis: &mut [char], at: usize, mark: char) {
    if let Some(place) = axis.get_mut(at) {
        *place = mark;
    }
}

/// Labels on a line, none over another.
struct Labels {
    room: usize,
    /// Where each begins.
    put: Vec<(usize, String)>,
}

impl Labels {
    fn new(room: usize) -> Self {
        Self {
            room,
            put: Vec::new(),
        }
    }

    /// Around `at`, as far as the line goes.
    fn put(&mut self, at: usize, label: &str) -> bool {
        let start = at.saturating_sub(width(label) / 2);
        self.fit(start.min(self.room.saturating_sub(width(label))), label)
    }

    /// Ending at `at`, as far as the line goes.
    fn before(&mut self, at: usize, label: &str) -> bool {
        self.fit((at + 1).saturating_sub(width(label)), label)
    }

    /// Beginning at `at`, as far as the line goes.
    fn after(&mut self, at: usize, label: &str) -> bool {
        self.fit(at.min(self.room.saturating_sub(width(label))), label)
    }

    /// At `start`, where there is room; whether there was.
    fn fit(&mut self, start: usize, label: &str) -> bool {
        let end = start + width(label);
        let is_free = self
            .put
            .iter()
            .all(|(other, text)| end < *other || start > other + width(text));
        let fits = is_free && end <= self.room;
        if fits {
            self.put.push((start, label.to_owned()));
        }
        fits
    }

    fn line(mut self) -> String {
        self.put.sort();
        let mut line = String::new();
        for (start, label) in self.put {
            let gap = start.saturating_sub(width(&line));
            line.push_str(&" ".repeat(gap));
            line.push_str(&label);
        }
        line
    }
}
