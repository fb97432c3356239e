//! A résumé as Markdown that reads back as the same words.

use whyproof_experience::resume::Resume;

use super::sheet::titles;
use super::{Entry, Fact, Linked, Piece, ResumeOptions, Sheet};

/// A résumé as Markdown: a heading for each section and entry, lists for what was done.
pub fn markdown(resume: &Resume, options: &ResumeOptions) -> String {
    let sheet = Sheet::new(resume, options);
    let mut out = Out::default();
    if let Some(name) = &sheet.name {
        out.block("# ", name);
    }
    if let Some(label) = &sheet.label {
        out.block("", label);
    }
    out.several(&sheet.contacts);
    for section in &sheet.sections {
        out.block("## ", section.title);
        for piece in &section.pieces {
            match piece {
                Piece::Passage(passage) => out.paragraphs(&passage.text),
                Piece::Entry(entry) => out.entry(entry),
                Piece::Fact(fact) => out.fact(fact),
            }
        }
    }
    out.text
}

/// Whether a text has the form of what [`markdown`] writes: each of its sections is one of a résumé's.
pub fn is_markdown(text: &str) -> bool {
    let begins = text.starts_with("# ") || text.starts_with("## ");
    let mut sections = text.lines().filter_map(|line| line.strip_prefix("## "));
    let titles = titles();
    let is_ours = |title: &str| titles.contains(&title.trim());
    let first = sections.next();
    begins && first.is_some_and(is_ours) && sections.all(is_ours)
}

#[derive(Default)]
struct Out {
    text: String,
}

impl Out {
    /// Begins a block: an empty line stands before it.
    fn begin(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn block(&mut self, mark: &str, words: &str) {
        self.begin();
        self.text.push_str(mark);
        self.text.push_str(&escaped(words, true));
        self.text.push('\n');
    }

    fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n").filter(|text| !text.trim().is_empty()) {
            self.block("", paragraph);
        }
    }

    fn several(&mut self, all: &[Linked]) {
        if all.is_empty() {
            return;
        }
        self.begin();
        for (at, one) in all.iter().enumerate() {
            self.text.push_str(if at > 0 { " · " } else { "" });
            let words = escaped(&one.text, at == 0);
            match &one.target {
                Some(target) => self.text.push_str(&format!("[{words}](<{target}>)")),
                None => self.text.push_str(&words),
            }
        }
        self.text.push('\n');
    }

    fn entry(&mut self, entry: &Entry) {
        if let Some(title) = &entry.title {
            let names = [Some(title), entry.at.as_ref()];
            let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
            self.block("### ", &names.join(", "));
        }
        let plain = |text: &String| Linked {
            text: text.clone(),
            target: None,
        };
        let facts = [&entry.place, &entry.dates].into_iter().flatten();
        let facts: Vec<Linked> = facts.map(plain).collect();
        self.several(&facts);
        self.several(&entry.about);
        for passage in &entry.passages {
            self.paragraphs(&passage.text);
        }
        for (at, bullet) in entry.bullets.iter().enumerate() {
            if at == 0 {
                self.begin();
            }
            let words = escaped(&bullet.text, true);
            self.text.push_str(&format!("- {words}\n"));
        }
        for fact in &entry.facts {
            self.fact(fact);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.begin();
        if let Some(term) = &fact.term {
            let colon = if fact.words.is_some() { ":" } else { "" };
            self.text
                .push_str(&format!("**{}{colon}** ", escaped(term, false)));
        }
        if let Some(words) = &fact.words {
            self.text.push_str(&escaped(words, fact.term.is_none()));
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }
}

/// Words in one line that Markdown reads as words; `begins` where they begin it.
fn escaped(words: &str, begins: bool) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len() + 8);
    let mut before = if begins { '\n' } else { 'a' };
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter.is_control() {
            continue;
        }
        let after = letters.peek().map(|&(_, letter)| letter);
        let is_markup = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '$' => true,
            '_' => !(before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|letter| letter == '#' || letter.is_ascii_alphanumeric()),
            '#' => {
                before == '\n'
                    || (before == ' ' && after.is_none_or(|next| next == ' ' || next == '#'))
            }
            '>' | '=' | '+' | '-' | ':' => before == '\n',
            '.' | ')' => {
                begins
                    && after.is_none_or(|letter| letter == ' ')
                    && at > 0
                    && words[..at].bytes().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(letter);
        before = letter;
    }
    out
}
