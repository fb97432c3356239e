//! Pages that are not cases: the frame, the contents, and plain words.

use crate::html::{Html, SafeHtml, is_from_the_right, style};
use crate::letters;
use crate::locale::Locale;
use crate::take::{TakeOptions, says};

/// What the page may do: nothing but show itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// How takes and preparation books look, over the style of a case.
const SHEET: &str = include_str!("web/web.css");

/// Levels of headings.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// An entry of the contents, and those below it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) title: String,
    /// The shape before it, where it has one.
    pub(crate) mark: &'static str,
    pub(crate) below: Vec<Entry>,
}

impl Entry {
    pub(crate) fn new(id: &str, title: &str) -> Entry {
        Entry {
            id: id.to_owned(),
            title: title.to_owned(),
            mark: "",
            below: Vec::new(),
        }
    }
}

/// A page being written.
pub(crate) struct Web {
    pub(crate) out: Html,
    pub(crate) locale: Locale,
    english: bool,
    /// The contents, as sections are written.
    pub(crate) entries: Vec<Entry>,
}

impl Web {
    pub(crate) fn new(options: &TakeOptions) -> Web {
        let locale = options.read_locale();
        Web {
            out: Html::with_room(64 << 10),
            english: locale.language == "en",
            locale,
            entries: Vec::new(),
        }
    }

    /// Markup of ours.
    pub(crate) fn lit(&mut self, markup: &'static str) -> &mut Web {
        self.out.lit(markup);
        self
    }

    /// Words, ours or the person's.
    pub(crate) fn said(&mut self, words: &str) -> &mut Web {
        let set = letters::set(words.trim(), ' ', self.english);
        self.out.text(&set);
        self
    }

    /// Somebody's words among ours: what turns them around does not turn ours.
    pub(crate) fn apart(&mut self, words: &str) -> &mut Web {
        self.lit("<bdi>").said(words).lit("</bdi>")
    }

    /// A sentence of ours, with code in it as code.
    pub(crate) fn ours(&mut self, words: &str) -> &mut Web {
        let mut before = ' ';
        for (is_code, piece) in says::pieces(words) {
            if is_code {
                self.out.lit("<code>").text(piece).lit("</code>");
            } else {
                let set = letters::set(piece, before, self.english);
                self.out.text(&set);
            }
            before = piece.chars().next_back().unwrap_or(before);
        }
        self
    }

    /// A list of sentences of ours.
    pub(crate) fn list_of_ours<T: AsRef<str>>(&mut self, items: &[T]) -> &mut Web {
        if items.is_empty() {
            return self;
        }
        self.lit("<ul class=\"plain\">\n");
        for item in items {
            self.lit("<li>").ours(item.as_ref()).lit("</li>\n");
        }
        self.lit("</ul>\n")
    }

    /// An element with words in it; nothing where there are none.
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        class: &'static str,
        words: &str,
    ) -> &mut Web {
        if words.trim().is_empty() {
            return self;
        }
        match class {
            "" => drop(self.out.open(name)),
            class => drop(self.out.open(name).set("class", class)),
        }
        self.said(words);
        self.out.close(name).lit("\n");
        self
    }

    /// A paragraph for each line of a text.
    pub(crate) fn paragraphs(&mut self, class: &'static str, text: &str) -> &mut Web {
        for paragraph in says::paragraphs(text) {
            self.element("p", class, paragraph);
        }
        self
    }

    /// A list of words; nothing where it is empty.
    pub(crate) fn list<T: AsRef<str>>(&mut self, items: &[T]) -> &mut Web {
        let said = items.iter().map(AsRef::as_ref);
        if !said.clone().any(|item| !item.trim().is_empty()) {
            return self;
        }
        self.lit("<ul class=\"plain\">\n");
        for item in said {
            self.element("li", "", item);
        }
        self.lit("</ul>\n")
    }

    /// Begins a section with its heading, which the contents lead to.
    pub(crate) fn section(&mut self, class: &'static str, id: &str, title: &str) -> &mut Web {
        self.out.lit("<section class=\"").lit(class).lit("\">\n");
        self.heading(2, "", id, title);
        self.entries.push(Entry::new(id, title));
        self
    }

    /// Ends a section.
    pub(crate) fn end_section(&mut self) -> &mut Web {
        self.lit("</section>\n")
    }

    /// A heading: 2 for a section.
    pub(crate) fn heading(
        &mut self,
        level: usize,
        class: &'static str,
        id: &str,
        words: &str,
    ) -> &mut Web {
        let name = self.open_heading(level, class, id);
        self.said(if words.trim().is_empty() {
            "–"
        } else {
            words
        });
        self.out.close(name).lit("\n");
        self
    }

    /// The first tag of a heading; its name, to be closed.
    pub(crate) fn open_heading(
        &mut self,
        level: usize,
        class: &'static str,
        id: &str,
    ) -> &'static str {
        let name = HEADINGS[level.clamp(1, 6) - 1];
        let mut tag = self.out.open(name);
        if !class.is_empty() {
            tag = tag.set("class", class);
        }
        if !id.is_empty() {
            tag = tag.set("id", id);
        }
        drop(tag);
        name
    }
}

/// What stands around a page's words.
pub(crate) struct Frame<'f> {
    /// The title of the window.
    pub(crate) title: &'f str,
    /// What the link at its beginning leads to, in words.
    pub(crate) skip: &'static str,
    pub(crate) options: &'f TakeOptions,
}

/// A page: its head, the contents of its sections, and these.
pub(crate) fn page(frame: &Frame<'_>, head: Web, body: Web) -> SafeHtml {
    let mut html = Html::with_room(256 << 10);
    let locale = &head.locale;
    let language = match &locale.region {
        Some(region) => format!("{}-{region}", locale.language),
        None => locale.language.clone(),
    };
    let theme = frame.options.theme;
    html.lit("<!DOCTYPE html>\n");
    let mut root = html
        .open("html")
        .set("lang", &language)
        .set("class", theme.class());
    if is_from_the_right(&language) {
        root = root.set("dir", "rtl");
    }
    drop(root);
    html.lit("\n<head>\n<meta charset=\"utf-8\">\n");
    html.open("meta")
        .set("http-equiv", "Content-Security-Policy")
        .set("content", POLICY);
    html.lit("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.open("meta")
        .set("name", "color-scheme")
        .set("content", theme.schemes());
    html.lit("\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Whyproof\">\n<title>");
    html.text(frame.title);
    html.lit("</title>\n<style>").lit(style()).lit(SHEET);
    html.lit("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#text\">")
        .lit(frame.skip);
    html.lit("</a>\n<main id=\"text\" tabindex=\"-1\">\n<article class=\"case web\">\n");
    html.safe(&head.out.finish());
    let contents = contents(&body);
    html.safe(&contents.out.finish())
        .lit("<div class=\"text\">\n");
    html.safe(&body.out.finish());
    html.lit("</div>\n</article>\n</main>\n</body>\n</html>\n");
    html.finish()
}

fn contents(body: &Web) -> Web {
    let mut web = Web {
        out: Html::default(),
        locale: body.locale.clone(),
        english: body.english,
        entries: Vec::new(),
    };
    if body.entries.len() > 1 {
        web.lit(
            "<nav class=\"contents\" aria-label=\"Contents\">\n<p class=\"label\">Contents</p>\n",
        );
        entries(&mut web, &body.entries, true);
        web.lit("</nav>\n");
    }
    web
}

/// A list of entries, and the lists below them: two levels, no more.
fn entries(web: &mut Web, list: &[Entry], is_outer: bool) {
    web.lit("<ul>\n");
    for entry in list {
        web.lit("<li>").lit(entry.mark);
        web.out.open("a").to(&entry.id);
        let title = whyproof_case::shorten(entry.title.trim(), 80);
        web.said(if title.is_empty() { "–" } else { &title })
            .lit("</a>");
        if is_outer && !entry.below.is_empty() {
            web.lit("\n");
            entries(web, &entry.below, false);
        }
        web.lit("</li>\n");
    }
    web.lit("</ul>\n");
}
