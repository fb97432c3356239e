//! Reads Typst source, and holds it against what the source of any case must be.

use whyproof_typeset::syntax::{SyntaxKind, SyntaxNode, parse};

/// Where the style ends and the case begins.
const BEGIN: &str = "\n#show: paper.with(";

/// The names that the source of a case calls or passes.
const NAMES: &[&str] = &[
    "absent",
    "also",
    "apart",
    "aside",
    "asked",
    "asker",
    "at",
    "author",
    "below",
    "beside",
    "block",
    "book",
    "bottom",
    "box",
    "bullets",
    "by",
    "byline",
    "chapter",
    "chart",
    "claimed",
    "close",
    "closing",
    "counter",
    "cover",
    "criterion",
    "emph",
    "end",
    "endless",
    "entry",
    "enum",
    "fact",
    "facts",
    "failed",
    "first",
    "first-line-indent",
    "foot",
    "footnote",
    "h",
    "heading",
    "image",
    "keywords",
    "kicker",
    "label",
    "language",
    "lead",
    "level",
    "linebreak",
    "link",
    "list",
    "list-of-chapters",
    "masthead",
    "matrix",
    "met",
    "metadata",
    "noted",
    "pagebreak",
    "paper",
    "par",
    "part",
    "passage",
    "people",
    "points",
    "printed",
    "private",
    "question",
    "quote",
    "raw",
    "region",
    "rest",
    "row",
    "rule",
    "ruled",
    "said",
    "section",
    "see",
    "sheet",
    "side",
    "size",
    "small",
    "squares",
    "standing",
    "start",
    "statements",
    "stays",
    "std",
    "strike",
    "strong",
    "text",
    "title",
    "together",
    "top",
    "weak",
    "whole",
    "why",
    "wide",
    "with",
];

/// The words that stand in it outside strings: heads of tables, and digits of levels.
const WORDS: &[&str] = &[
    "About",
    "Kind",
    "No.",
    "Note",
    "Number",
    "Standing",
    "Statement",
    "To do",
    "What is claimed",
    "What it is, and where a reader can follow it",
];

/// What else it may hold: calls with their arguments and content, and nothing that decides, defines or reads.
const KINDS: &[SyntaxKind] = {
    use SyntaxKind::*;
    &[
        Args,
        Array,
        Auto,
        Bool,
        Code,
        Colon,
        Comma,
        ContentBlock,
        Context,
        Contextual,
        Dict,
        Dot,
        End,
        FieldAccess,
        FuncCall,
        Hash,
        Int,
        Label,
        LeftBracket,
        LeftParen,
        Markup,
        Named,
        None,
        Numeric,
        Float,
        Parbreak,
        Parenthesized,
        RightBracket,
        RightParen,
        Semicolon,
        Set,
        SetRule,
        Show,
        ShowRule,
        Space,
        Str,
        Unary,
        Minus,
    ]
};

/// Panics where the source of a case has a fault, or where something stands outside a string that is not ours.
pub(crate) fn check(source: &str) {
    let at = source.find(BEGIN).expect("a case follows the style");
    let root = parse(&source[at..]);
    let (errors, _) = root.errors_and_warnings();
    assert!(errors.is_empty(), "{errors:?} in {}", &source[at..]);
    let mut waiting: Vec<&SyntaxNode> = vec![&root];
    while let Some(node) = waiting.pop() {
        let leaf = node.leaf_text().as_str();
        let is_ours = match node.kind() {
            SyntaxKind::Ident => NAMES.contains(&leaf),
            SyntaxKind::Text => WORDS.contains(&leaf) || leaf.parse::<u8>().is_ok(),
            kind => KINDS.contains(&kind),
        };
        assert!(is_ours, "{:?} {leaf:?} in {}", node.kind(), &source[at..]);
        waiting.extend(node.children());
    }
}
