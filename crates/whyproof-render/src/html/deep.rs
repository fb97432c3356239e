//! Lists, and what is nested too deep to be set as one: it is set flat, each item with its number path.

use whyproof_syntax::Role;

use super::flow::Flow;

/// How many lists stand in each other.
const LEVELS: usize = 12;

/// How many numbers of a path are shown at its beginning and at its end.
const SHOWN: usize = 4;

/// Where in its lists a page is.
#[derive(Debug, Default)]
pub(super) struct Deep {
    /// How many items each open list has so far.
    counts: Vec<u32>,
    /// Whether an item that is set flat is open.
    open: bool,
}

impl Deep {
    /// Whether what stands here is set flat.
    pub(super) fn is_flat(&self) -> bool {
        self.counts.len() > LEVELS
    }

    /// `1.2.1`; of a long path its beginning, its end and its length.
    fn path(&self) -> String {
        let join = |counts: &[u32]| {
            let numbers: Vec<String> = counts.iter().map(u32::to_string).collect();
            numbers.join(".")
        };
        let levels = self.counts.len();
        if levels <= LEVELS + 2 * SHOWN {
            return join(&self.counts);
        }
        format!(
            "{}.….{} (level {levels})",
            join(&self.counts[..SHOWN]),
            join(&self.counts[levels - SHOWN..])
        )
    }
}

impl Flow<'_, '_> {
    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.deep.counts.push(0);
        if self.deep.is_flat() {
            return;
        }
        let argued = self.role == Some(Role::Case) && !self.in_note;
        let class = if argued { "argument" } else { "plain" };
        match first {
            Some(first) => {
                let tag = self.out.open("ol").set("class", class);
                if first != 1 {
                    tag.set_number("start", first.min(i32::MAX as u64));
                }
            }
            None => drop(self.out.open("ul").set("class", class)),
        }
        self.out.lit("\n");
    }

    pub(super) fn end_list(&mut self, first: Option<u64>) {
        if !self.deep.is_flat() {
            self.out.lit(if first.is_some() {
                "</ol>\n"
            } else {
                "</ul>\n"
            });
        }
        self.deep.counts.pop();
    }

    pub(super) fn begin_item(&mut self, ticked: Option<bool>) {
        if let Some(count) = self.deep.counts.last_mut() {
            *count += 1;
        }
        if self.deep.is_flat() {
            self.end_flat();
            self.begin_flat();
        } else {
            self.out.lit("<li>");
        }
        match ticked {
            Some(true) => self
                .out
                .lit("<span class=\"box\" role=\"img\" aria-label=\"done\">☑</span>"),
            Some(false) => self
                .out
                .lit("<span class=\"box\" role=\"img\" aria-label=\"to do\">☐</span>"),
            None => &mut self.out,
        };
    }

    pub(super) fn end_item(&mut self) {
        if self.deep.is_flat() {
            self.end_flat();
        } else {
            self.out.lit("</li>\n");
        }
    }

    /// Before a block: what goes on after a deeper list is set flat, too.
    pub(super) fn out_of_depth(&mut self) {
        if self.deep.is_flat() && !self.deep.open {
            self.begin_flat();
        }
    }

    fn begin_flat(&mut self) {
        self.deep.open = true;
        let path = self.deep.path();
        self.out.lit("<div class=\"flat\">");
        self.out.element("span", "path", &path);
    }

    fn end_flat(&mut self) {
        if std::mem::take(&mut self.deep.open) {
            self.out.lit("</div>\n");
        }
    }
}
