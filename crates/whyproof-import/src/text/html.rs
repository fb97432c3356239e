//! A page of the web as text: blocks on lines of their own, list items with `- `, cells of a row with ` | ` between
//! them. Scripts, styles and what else nobody reads are dropped.

mod furniture;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use furniture::Furniture;

/// The text of a page.
pub(crate) fn text(html: &str) -> String {
    written(html, Writer::default()).out
}

/// The text of a page that is somebody else's: without the notices, menus and feet of its site, as long as what remains
/// holds most of the text.
pub(crate) fn own_text(html: &str) -> String {
    let writer = Writer {
        furniture: Some(Furniture::default()),
        ..Writer::default()
    };
    let Writer { out, furniture, .. } = written(html, writer);
    match furniture {
        Some(furniture) => furniture.without(&out),
        None => out,
    }
}

fn written(html: &str, writer: Writer) -> Writer {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(writer)), TokenizerOpts::default());
    // A script pauses the tokenizer until it would have run.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink(RefCell<Writer>);

#[derive(Default)]
struct Writer {
    out: String,
    /// How many elements are open whose words nobody reads.
    hidden: Vec<String>,
    /// Whether a space stands between what was written and what comes.
    space: bool,
    pre: usize,
    /// Whether the row has a cell already.
    cell: bool,
    /// What may be left out of the page, where that is asked for.
    furniture: Option<Furniture>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(words) => writer.words(&words),
            Token::TagToken(tag) => return writer.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Writer {
    fn words(&mut self, words: &str) {
        if !self.hidden.is_empty() {
            return;
        }
        if self.pre > 0 {
            self.out.push_str(words);
            return;
        }
        for (at, word) in words.split(char::is_whitespace).enumerate() {
            self.space |= at > 0;
            if word.is_empty() {
                continue;
            }
            if self.space && !self.out.ends_with(['\n', ' ']) && !self.out.is_empty() {
                self.out.push(' ');
            }
            self.space = false;
            self.out.push_str(word);
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match &mut self.furniture {
            Some(furniture) if opens => furniture.opens(tag, &self.out),
            Some(furniture) => furniture.closes(name, &self.out),
            None => {}
        }
        if matches!(
            name,
            "script" | "style" | "noscript" | "template" | "title" | "svg" | "textarea" | "select"
        ) {
            if opens && !tag.self_closing {
                self.hidden.push(name.to_owned());
            } else if let Some(at) = self.hidden.iter().rposition(|open| open == name) {
                self.hidden.truncate(at);
            }
        }
        if self.hidden.is_empty() {
            self.structure(name, opens);
        }
        match (opens && !tag.self_closing, name) {
            (true, "script") => TokenSinkResult::RawData(RawKind::ScriptData),
            (true, "style") => TokenSinkResult::RawData(RawKind::Rawtext),
            (true, "title" | "textarea") => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn structure(&mut self, name: &str, opens: bool) {
        match name {
            "br" => self.out.push('\n'),
            "hr" => self.block(true),
            "li" if opens => {
                self.block(false);
                self.out.push_str("- ");
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "table" | "section"
            | "article" | "header" | "footer" | "blockquote" | "dl" => {
                // A list within an item goes on right below it.
                let apart = !self.out.ends_with("- ") && !matches!(name, "ul" | "ol");
                self.block(apart);
            }
            "pre" => {
                self.block(true);
                self.pre = if opens {
                    self.pre + 1
                } else {
                    self.pre.saturating_sub(1)
                };
            }
            "tr" => {
                self.block(false);
                self.cell = false;
            }
            "td" | "th" if opens => {
                if self.cell && !self.out.ends_with('\n') {
                    self.out.push_str(" | ");
                }
                self.cell = true;
            }
            "div" | "main" | "body" | "dt" | "dd" | "nav" | "aside" | "figure" | "figcaption"
            | "address" | "form" | "fieldset" | "caption" | "thead" | "tbody" | "details"
            | "summary" | "li" => {
                self.block(false);
            }
            _ => {}
        }
    }

    /// A new line; with `apart`, an empty one above it.
    fn block(&mut self, apart: bool) {
        self.space = false;
        if self.out.is_empty() || self.out.ends_with("- ") {
            return;
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        if apart && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{own_text, text};

    #[test]
    fn blocks_items_and_cells_have_lines() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><h1>Ann <b>Ex</b>ample</h1>\
            <script>let a = '<p>no</p>';</script><p>One\n two</p><ul><li>First</li><li><p>Second &amp; last</p></li></ul>\
            <table><tr><td>A</td><td>B</td></tr></table>after<br>break</body></html>";
        assert_eq!(
            text(html).trim(),
            "Ann Example\n\nOne two\n\n- First\n- Second & last\n\nA | B\n\nafter\nbreak"
        );
    }

    const JOB: &str = "<h1>Program manager</h1><p>You will run the programs of nine hospitals.</p>\
        <ul><li>Five years of running programs</li><li>Numbers, and what they mean</li></ul>";

    #[test]
    fn a_notice_of_cookies_and_the_sites_menus_are_no_part_of_a_page() {
        let read = |html: &str| -> String {
            own_text(html)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        let plain = read(JOB);
        for around in [
            format!("<div id='CookieBanner'><p>We use cookies. You will love them.</p></div>{JOB}"),
            format!(
                "{JOB}<div role='dialog'><p>Before you go on</p><ul><li>Accept all</li></ul></div>"
            ),
            format!("{JOB}<section aria-modal='true'>Choose your consent</section>"),
            format!("<div class='top-banner'>We value your privacy</div>{JOB}"),
            format!(
                "<header><a>Jobs</a></header><nav><ul><li>Home<li>Jobs</ul></nav>{JOB}<footer>© Acme</footer>"
            ),
            format!("<aside>Similar jobs: baker</aside><main>{JOB}</main>"),
            format!("<noscript>Turn scripts on</noscript><template>x</template>{JOB}"),
        ] {
            assert_eq!(read(&around), plain, "{around}");
        }
        assert!(
            text("<nav>Home</nav>Ann").contains("Home"),
            "a person's own page is read whole"
        );
    }

    #[test]
    fn a_page_that_is_wrapped_in_one_of_them_is_not_lost() {
        let banner = "<div class='cookie-note'>We use cookies.</div>";
        for (open, close) in [
            ("<body class='cookie-consent-open'>", "</body>"),
            ("<div class='consent-root'>", "</div>"),
            ("<main id='gdpr'>", "</main>"),
            ("<div role='dialog' aria-modal='true'>", "</div>"),
            ("<header>", "</header>"),
            ("<aside>", ""),
            ("<dialog open>", ""),
        ] {
            let read = own_text(&format!("{open}{banner}{JOB}{close}"));
            assert!(
                read.contains("Five years of running programs"),
                "{open}: {read}"
            );
            assert!(read.contains("Program manager"), "{open}: {read}");
            assert!(!read.contains("cookies"), "{open}: {read}");
        }
        let headed = "<main><section><header><h2>What you bring</h2></header><p>Care, and numbers.</p></section></main>";
        assert!(own_text(headed).contains("What you bring"));
        let titled =
            format!("<header><h1>Nurse</h1></header>{JOB}<div class='hero-banner'>Leeds</div>");
        assert!(own_text(&titled).starts_with("Nurse") && own_text(&titled).contains("Leeds"));
    }

    #[test]
    fn depth_and_open_ends_do_no_harm() {
        let deep = "<div>".repeat(200_000) + "x<script>";
        assert_eq!(text(&deep).trim(), "x");
        let deep = "<nav><div>".repeat(100_000) + "x" + &"</nav>".repeat(100_000);
        assert_eq!(own_text(&deep).trim(), "x");
    }
}
