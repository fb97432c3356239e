//! A case's words as Typst source: string literals, in which nothing is markup.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation as _;
use whyproof_typeset::{covers, string};

/// A run without a blank that is longer may break anywhere, for it fits on no line.
const UNBROKEN: usize = 36;

/// After how many letters such a run may break.
const PIECE: usize = 18;

/// The marks after which an address may go on in the next line.
const MARKS: [char; 8] = ['/', '.', '@', '_', '?', '&', '=', '#'];

/// Fewer letters than these do not stand alone before the first such place, or after the last.
const LOST: usize = 5;

/// A piece of an address that is longer fits on no line.
const NEVER: usize = 64;

/// How many letters of code a line holds.
const LINE: usize = 94;

/// How much further in a line of code goes on that is longer.
const HANG: usize = 8;

/// Letters that the fonts have no shape for, as they are met.
pub(crate) type Shapeless = BTreeSet<char>;

/// A text as markup: white space drawn together, what has no shape told by its number, long runs breakable.
pub(crate) fn words(text: &str, shapeless: &mut Shapeless, out: &mut String) {
    let shown = shown(text, shapeless);
    let mut plain = String::new();
    let mut first = true;
    for run in shown.split(' ') {
        if !first {
            plain.push(' ');
        }
        first = false;
        if let Some((before, url, after)) = url(run) {
            plain.push_str(before);
            flush(&mut plain, out);
            out.push_str("#link(");
            out.push_str(&string(url));
            out.push_str(")[");
            address(url, &mut plain, out);
            flush(&mut plain, out);
            out.push(']');
            plain.push_str(after);
        } else {
            broken(run, &mut plain, out);
        }
    }
    flush(&mut plain, out);
}

/// A run, with places where it may break if it is long: after marks, and where there are none anywhere.
fn broken(run: &str, plain: &mut String, out: &mut String) {
    if is_short(run, UNBROKEN) {
        plain.push_str(run);
        return;
    }
    for (index, piece) in pieces(run).into_iter().enumerate() {
        if index > 0 {
            may_break(plain, out);
        }
        cut(piece, UNBROKEN, plain, out);
    }
}

/// Letters that no mark parts: where they are longer than `most`, they may break anywhere.
fn cut(piece: &str, most: usize, plain: &mut String, out: &mut String) {
    if is_short(piece, most) {
        plain.push_str(piece);
        return;
    }
    for (index, letter) in piece.graphemes(true).enumerate() {
        if index > 0 && index % PIECE == 0 {
            may_break(plain, out);
        }
        plain.push_str(letter);
    }
}

fn is_short(run: &str, most: usize) -> bool {
    run.len() <= most || run.graphemes(true).count() <= most
}

/// The pieces of a run between which a line may end: neither the first nor the last is so short that it would be lost on a
/// line. A line ends after a mark, but before a hyphen, and there only in a long piece: one at the end of a line would be
/// taken for the division of a word, and left out where the paper is read back.
fn pieces(run: &str) -> Vec<&str> {
    let after = |last: char, next: char| MARKS.contains(&last) && !MARKS.contains(&next);
    let before = |last: char, next: char| next == '-' && last != '-';
    let mut all = Vec::new();
    for piece in parted(run, after) {
        if is_short(piece, UNBROKEN) {
            all.push(piece);
        } else {
            all.extend(parted(piece, before));
        }
    }
    all
}

/// A run in pieces, parted between two letters where `parts` says so.
fn parted(run: &str, parts: impl Fn(char, char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, letter) in run.char_indices() {
        let is_lost = from == 0 && at < LOST || run.len() - at < LOST;
        if !is_lost && last.is_some_and(|last| parts(last, letter)) {
            pieces.push(&run[from..at]);
            from = at;
        }
        last = Some(letter);
    }
    pieces.push(&run[from..]);
    pieces
}

/// Words that are an address, or have one: a line may end after one of its marks, and nowhere else within it.
pub(crate) fn addressed(text: &str, shapeless: &mut Shapeless, out: &mut String) {
    let shown = shown(text, shapeless);
    let mut plain = String::new();
    for (index, run) in shown.split(' ').enumerate() {
        if index > 0 {
            plain.push(' ');
        }
        for (index, piece) in pieces(run).into_iter().enumerate() {
            if index > 0 {
                may_break(&mut plain, out);
            }
            // A box has no end of a line within it.
            let is_kept = piece.contains('-') && is_short(piece, NEVER);
            if is_kept {
                flush(&mut plain, out);
                out.push_str("#box[");
            }
            cut(piece, NEVER, &mut plain, out);
            if is_kept {
                flush(&mut plain, out);
                out.push(']');
            }
        }
    }
    flush(&mut plain, out);
}

/// A place where a line may end, and nothing is to be seen.
fn may_break(plain: &mut String, out: &mut String) {
    flush(plain, out);
    out.push_str("#h(.01pt);");
}

/// A web address: it goes on in the next line after a mark of its own, and after its beginning.
fn address(url: &str, plain: &mut String, out: &mut String) {
    let from = url.find("://").map_or(0, |at| at + 3);
    // Its beginning stays with the name of its host.
    let host = url[from..].find('/').map_or(url.len(), |at| from + at + 1);
    let (begins, rest) = url.split_at(host);
    if begins.len() <= UNBROKEN {
        flush(plain, out);
        out.push_str("#box[");
        plain.push_str(begins);
        flush(plain, out);
        out.push(']');
    } else {
        broken(begins, plain, out);
    }
    for (index, piece) in rest
        .split_inclusive(['/', '-', '?', '&', '=', '#'])
        .enumerate()
    {
        if index > 0 || !begins.is_empty() {
            may_break(plain, out);
        }
        broken(piece, plain, out);
    }
}

fn flush(plain: &mut String, out: &mut String) {
    if !plain.is_empty() {
        out.push('#');
        out.push_str(&string(plain));
        out.push(';');
        plain.clear();
    }
}

/// Code within a line.
pub(crate) fn code(text: &str, shapeless: &mut Shapeless, out: &mut String) {
    let shown = shown(text, shapeless);
    let mut from = 0;
    let mut letters = 0;
    for (at, letter) in shown.grapheme_indices(true) {
        letters = if letter == " " { 0 } else { letters + 1 };
        if letters > PIECE {
            raw(&shown[from..at], out);
            out.push_str("#h(.01pt);");
            from = at;
            letters = 1;
        }
    }
    raw(&shown[from..], out);
}

fn raw(text: &str, out: &mut String) {
    out.push_str("#raw(");
    out.push_str(&string(text));
    out.push_str(");");
}

/// A block of code: its lines as they are. A longer one goes on below, further in than it begins; it is cut at a blank,
/// or where there is none anywhere.
pub(super) fn listing(text: &str, shapeless: &mut Shapeless, out: &mut String) {
    let mut code = String::with_capacity(text.len());
    for line in text.trim_end_matches(['\n', '\r']).lines() {
        let mut shown = String::with_capacity(line.len());
        for letter in line.replace('\t', "    ").chars() {
            if letter == ' ' {
                shown.push(' ');
            } else {
                show(letter, shapeless, &mut shown);
            }
        }
        hang(shown.trim_end(), &mut code);
    }
    out.push_str("#raw(block: true, ");
    out.push_str(&string(code.trim_end_matches('\n')));
    out.push_str(");\n");
}

/// A line of code in lines that fit.
fn hang(line: &str, code: &mut String) {
    let indent = line.chars().take_while(|letter| *letter == ' ').count();
    let hung = (indent + HANG).min(LINE / 2);
    let mut rest = line;
    let mut room = LINE;
    loop {
        let Some((cut, _)) = rest.char_indices().nth(room) else {
            code.push_str(rest);
            code.push('\n');
            return;
        };
        let start = rest.len() - rest.trim_start().len();
        let blank = rest[..cut].rfind(' ').filter(|at| *at > start);
        let cut = if rest[cut..].starts_with(' ') {
            cut
        } else {
            blank.unwrap_or(cut)
        };
        code.push_str(&rest[..cut]);
        code.push('\n');
        code.extend(std::iter::repeat_n(' ', hung));
        rest = rest[cut..].trim_start();
        room = LINE - hung;
    }
}

/// The text as it is shown: runs of white space and controls are a space, marks of direction and other letters without
/// a shape are dropped, letters that no font has are told by their number.
pub(crate) fn shown(text: &str, shapeless: &mut Shapeless) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() && letter != '\u{a0}' || letter.is_control() {
            if !shown.ends_with(' ') {
                shown.push(' ');
            }
        } else {
            show(letter, shapeless, &mut shown);
        }
    }
    shown
}

fn show(letter: char, shapeless: &mut Shapeless, shown: &mut String) {
    if is_unseen(letter) || letter.is_control() {
        return;
    }
    if letter.is_ascii() || covers(letter) {
        shown.push(letter);
    } else {
        shapeless.insert(letter);
        shown.push_str(&format!("[U+{:04X}]", letter as u32));
    }
}

/// Marks of direction, joiners, selectors of a variant, tags: they have no shape, and could hide or turn words.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' |
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' |
        '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' |
        '\u{e0000}'..='\u{e0fff}')
}

/// A web address in a run, what stands before it and after it.
fn url(run: &str) -> Option<(&str, &str, &str)> {
    let at = run.find("http://").or_else(|| run.find("https://"))?;
    let (before, rest) = run.split_at(at);
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let closing = |letter: char| {
        matches!(
            letter,
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '”' | '’' | ')' | ']' | '>' | '}'
        )
    };
    let mut url = rest.trim_end_matches(closing);
    // A bracket that the address opens is its own.
    let opened = url.matches('(').count() > url.matches(')').count();
    if opened && rest[url.len()..].starts_with(')') {
        url = &rest[..=url.len()];
    }
    let host = url.split_once("://").map_or("", |(_, host)| host);
    (host.len() >= 3 && is_safe(url)).then(|| (before, url, &rest[url.len()..]))
}

/// Whether a link may lead there from a paper: the web and mail, nothing that runs.
pub(crate) fn is_safe(target: &str) -> bool {
    let lower = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| lower.starts_with(start));
    known
        && target.len() < 2000
        && !target
            .chars()
            .any(|letter| letter.is_control() || letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{Shapeless, addressed, listing, shown, url, words};

    fn source(text: &str) -> String {
        let mut out = String::new();
        words(text, &mut Shapeless::new(), &mut out);
        out
    }

    #[test]
    fn words_are_a_literal() {
        assert_eq!(source("a \"b\" \\ #c"), "#\"a \\\"b\\\" \\\\ #c\";");
        assert_eq!(source(""), "");
    }

    #[test]
    fn an_address_leads_there_and_its_stop_does_not() {
        assert_eq!(
            source("see https://a.org/x(1)."),
            "#\"see \";#link(\"https://a.org/x(1)\")[#box[#\"https://a.org/\";]#h(.01pt);#\"x(1)\";]#\".\";"
        );
        assert_eq!(url("xhttp://a.org"), None);
        assert_eq!(url("http://"), None);
    }

    #[test]
    fn a_long_line_of_code_goes_on_further_in() {
        let mut out = String::new();
        let words = "word ".repeat(20);
        listing(
            &format!("  {words}\n{}", "x".repeat(96)),
            &mut Shapeless::new(),
            &mut out,
        );
        let word = |count| vec!["word"; count].join(" ");
        let wanted = format!(
            "  {}\\n          {}\\n{}\\n        xx",
            word(18),
            word(2),
            "x".repeat(94)
        );
        assert!(out.contains(&wanted), "{out}");
    }

    #[test]
    fn an_address_goes_on_after_a_mark() {
        let broken = |text: &str| {
            let mut out = String::new();
            addressed(text, &mut Shapeless::new(), &mut out);
            let marks = ["#h(.01pt);", "#box[", "]", "#\"", "\";"];
            let shown = ["|", "", "", "", ""];
            let shown = marks.iter().zip(shown);
            shown.fold(out, |out, (mark, shown)| out.replace(mark, shown))
        };
        assert_eq!(
            broken("maria-anna.von-der_heide@mail.example.org"),
            "maria-anna.|von-der_|heide@|mail.|example.org"
        );
        assert_eq!(
            broken("Blog: a.org/x--y..z?q=1&r=2"),
            "Blog: a.org/|x--y..|z?|q=|1&r=2"
        );
        let slug = "-abcdefghi".repeat(4);
        let parts = "|-abcdefghi".repeat(3);
        assert_eq!(
            broken(&format!("a.org/in/x{slug}")),
            format!("a.org/|in/|x-abcdefghi{parts}")
        );
        let word = "x".repeat(64);
        assert_eq!(broken(&word), word);
        assert!(broken(&"x".repeat(65)).contains('|'));
        assert_eq!(
            source(&format!("{0}/{0}", "x".repeat(30)))
                .matches("#h")
                .count(),
            1
        );
    }

    #[test]
    fn a_long_run_may_break() {
        assert!(source(&"x".repeat(40)).contains("#h(.01pt);"));
        assert!(!source(&"x ".repeat(40)).contains("#h"));
    }

    #[test]
    fn what_cannot_be_seen_is_dropped_and_what_has_no_shape_is_told() {
        let mut shapeless = Shapeless::new();
        assert_eq!(shown("a\u{202e}b\u{200b}c\t\n d", &mut shapeless), "abc d");
        assert_eq!(shown("中", &mut shapeless), "[U+4E2D]");
        assert_eq!(shapeless.into_iter().collect::<String>(), "中");
    }
}
