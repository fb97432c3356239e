//! What stands on a page of the web around its own text: a notice of cookies, menus, the foot of the site. It is left
//! out only while what remains still holds most of the text: some sites wrap all that they have in such an element.

use std::ops::Range;

use html5ever::tokenizer::Tag;

/// Elements that are followed from their begin to their end.
const FOLLOWED: [&str; 14] = [
    "main", "article", "section", "body", "html", "nav", "header", "footer", "aside", "dialog",
    "div", "form", "ul", "ol",
];
/// Where in [`FOLLOWED`] those stand that have a page's own text in them, and headers of their own.
const OWN: Range<usize> = 0..3;
/// Where those stand that hold a page, whatever they are called by.
const WHOLE: Range<usize> = 0..5;
/// What the names of notices have in them.
const NOTICES: [&str; 6] = [
    "cookie",
    "consent",
    "gdpr",
    "onetrust",
    "usercentrics",
    "didomi",
];
/// Most letters of a banner that are looked at.
const LOOKED_AT: usize = 2000;

/// What an element is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It asks for consent, or lies over the page.
    Notice,
    /// Called a banner, which it is where it speaks of cookies.
    Banner,
    /// Menus, heads and feet of the site, asides.
    Furniture,
}

/// An element that may be left out, by where its text stands.
#[derive(Debug)]
struct Part {
    kind: Kind,
    at: Range<usize>,
    /// How many letters it has; until it ends, how many stand before it.
    letters: usize,
    /// How many elements with the page's own text stood before it; none where it has one itself.
    own: Option<usize>,
}

/// The elements of a page that may be left out.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    parts: Vec<Part>,
    /// What is open: its name's place in [`FOLLOWED`], and its part.
    open: Vec<(usize, Option<usize>)>,
    /// How many of each name are open.
    depth: [usize; FOLLOWED.len()],
    /// How many elements with the page's own text have begun.
    own: usize,
    /// Letters that were counted, and up to where.
    letters: usize,
    counted: usize,
}

impl Furniture {
    /// An element begins, with `out` written before it.
    pub(super) fn opens(&mut self, tag: &Tag, out: &str) {
        let name = &*tag.name;
        if matches!(name, "main" | "article" | "h1") {
            self.own += 1;
        }
        let Some(place) = FOLLOWED.iter().position(|known| *known == name) else {
            return;
        };
        self.count(out);
        // A section may be a notice, too.
        let kind = match WHOLE.contains(&place) && name != "section" {
            true => None,
            false => self.kind(name, tag),
        };
        let part = kind.map(|kind| {
            self.parts.push(Part {
                kind,
                at: out.len()..out.len(),
                letters: self.letters,
                own: Some(self.own),
            });
            self.parts.len() - 1
        });
        self.open.push((place, part));
        if let Some(depth) = self.depth.get_mut(place) {
            *depth += 1;
        }
    }

    /// An element ends, and with it what nobody ended within it.
    pub(super) fn closes(&mut self, name: &str, out: &str) {
        let place = FOLLOWED.iter().position(|known| *known == name);
        let Some(place) = place.filter(|place| self.depth.get(*place).is_some_and(|it| *it > 0))
        else {
            return;
        };
        self.count(out);
        while let Some(last) = self.pop(out) {
            if last == place {
                break;
            }
        }
    }

    fn pop(&mut self, out: &str) -> Option<usize> {
        let (place, part) = self.open.pop()?;
        if let Some(depth) = self.depth.get_mut(place) {
            *depth = depth.saturating_sub(1);
        }
        if let Some(part) = part.and_then(|at| self.parts.get_mut(at)) {
            part.at.end = out.len();
            part.letters = self.letters.saturating_sub(part.letters);
            part.own = part.own.filter(|before| *before == self.own);
        }
        Some(place)
    }

    fn count(&mut self, out: &str) {
        let new = out.get(self.counted..).unwrap_or_default();
        self.letters += new.chars().filter(|c| c.is_alphanumeric()).count();
        self.counted = out.len();
    }

    /// What an element is taken for by its name, its role, its id and its classes.
    fn kind(&self, name: &str, tag: &Tag) -> Option<Kind> {
        let value = |wanted: &str| {
            let found = tag.attrs.iter().find(|one| &*one.name.local == wanted);
            found.map_or_else(String::new, |one| one.value.to_lowercase())
        };
        let called = [value("id"), value("class")].join(" ");
        let role = value("role");
        let is_over = name == "dialog"
            || matches!(role.as_str(), "dialog" | "alertdialog")
            || value("aria-modal") == "true";
        let is_inside = self
            .depth
            .get(OWN)
            .is_some_and(|own| own.iter().any(|it| *it > 0));
        if is_over || NOTICES.iter().any(|notice| called.contains(notice)) {
            return Some(Kind::Notice);
        }
        match name {
            "nav" | "aside" => Some(Kind::Furniture),
            "header" | "footer" if !is_inside => Some(Kind::Furniture),
            _ if matches!(role.as_str(), "navigation" | "contentinfo") => Some(Kind::Furniture),
            _ if called.contains("banner") => Some(Kind::Banner),
            _ => None,
        }
    }

    /// The page's own text.
    pub(super) fn without(mut self, out: &str) -> String {
        self.count(out);
        while self.pop(out).is_some() {}
        let is_notice = |part: &&Part| match part.kind {
            Kind::Notice => true,
            Kind::Banner => speaks_of_cookies(out.get(part.at.clone()).unwrap_or_default()),
            Kind::Furniture => false,
        };
        let notices = self.parts.iter().filter(is_notice);
        let others = self
            .parts
            .iter()
            .filter(|part| part.kind == Kind::Furniture);
        let (mut cuts, left) = cuts(notices, self.letters);
        // What has the page's title is none of its furniture.
        let (more, _) = self::cuts(others.filter(|part| part.own.is_some()), left);
        cuts.extend(more);
        cuts.sort_by_key(|cut| (cut.start, cut.end));
        let (mut text, mut end) = (String::with_capacity(out.len()), 0);
        for cut in cuts {
            if cut.start >= end {
                text.push_str(out.get(end..cut.start).unwrap_or_default());
                text.push('\n');
            }
            end = end.max(cut.end);
        }
        text.push_str(out.get(end..).unwrap_or_default());
        text
    }
}

/// Which of the parts can be left out so that most of the `letters` remain, and how many do.
fn cuts<'p>(parts: impl Iterator<Item = &'p Part>, letters: usize) -> (Vec<Range<usize>>, usize) {
    let (mut cuts, mut left, mut end) = (Vec::new(), letters, 0);
    for part in parts {
        let is_inside = part.at.start < end;
        let rest = left.saturating_sub(part.letters);
        if !is_inside && rest * 2 > letters {
            left = rest;
            end = part.at.end;
            cuts.push(part.at.clone());
        }
    }
    (cuts, left)
}

fn speaks_of_cookies(text: &str) -> bool {
    let head: String = text.chars().take(LOOKED_AT).collect();
    let head = head.to_lowercase();
    ["cookie", "consent", "privacy"]
        .iter()
        .any(|word| head.contains(word))
}
