//! Whatever a case brings is text.

use super::parsed::check;
use super::{case, html};
use whyproof_render::html::{PageOptions, article};
use whyproof_render::manuscript::Manuscript;

/// What somebody might put into a case.
const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html,x></object><embed src=x>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example><input name=a autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "</style><script>alert(1)</script>",
    "<style>*{background:url(https://evil.example)}</style>",
    "}*{display:none}",
    "</title><script>alert(1)</script>",
    "</textarea></noscript></template><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><?php echo 1 ?>",
    "<!DOCTYPE html><html><body onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "` onmouseover=`alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&quot; onmouseover=&quot;alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](<\u{a0}javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](view-source:https://a.example)",
    "[x](blob:https://a.example/1)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/x)",
    "[x](\\\\evil.example\\x)",
    "[x](/\\evil.example)",
    "[x](https:evil.example)",
    "[x](https:///evil.example)",
    "[x](../../../../etc/passwd)",
    "[x](./javascript:alert(1))",
    "[x](x:javascript:alert(1))",
    "[x](#\"onclick=alert(1))",
    "[x](https://a.example/\"onclick=alert(1))",
    "[x](https://a.example \"t\\\" onmouseover=\\\"alert(1)\")",
    "[x](mailto:a@b.example?body=\"onclick=alert)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](https://evil.example/x.png \"y\")",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "[![x](https://evil.example/x.png)](https://a.example)",
    "[34](figure:q.\"onclick=alert)",
    "![t](x.svg \"figure:q\")",
    "[x][^n] [^\"><b>] [^none]",
    "\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069} \u{202a}\u{202b}\u{202d}\u{2067}\u{2068}",
    "\u{0}\u{7}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}\u{9b}\u{fffe}\u{fdd0}",
    "{#id onclick=alert(1)}",
    "{#\"><script>alert(1)</script>}",
    "<a href=\"javascript:alert(1)\">x</a> <b>bold</b> <br/> <p>",
    "*<b>* **<i>** ~~<s>~~ `<u>`",
    "| a | b |\n|---|---|\n| <script> | [x](javascript:alert(1)) |",
    "</article></main></body></html><script>alert(1)</script>",
];

/// Where it may stand, at `@`.
const PLACES: &[(&str, &str)] = &[
    ("a paragraph", "# T\n\n@\n"),
    ("the title", "# @\n\n## Case\n\n### A claim\n"),
    (
        "a section's heading",
        "# T\n\n## @\n\ntext\n\n## Case\n\n### c\n",
    ),
    (
        "a claim",
        "# T\n\n## Case\n\n### @\n\n- because @\n  - but @\n",
    ),
    ("a deep heading", "# T\n\n## X\n\n##### @\n"),
    ("a quotation", "# T\n\n> @\n>\n> > @\n"),
    ("an item", "# T\n\n## Plan\n\n1. @\n   - [x] @\n"),
    ("a cell", "# T\n\n| @ | b |\n|:-:|--:|\n| @ | 1 |\n"),
    (
        "a footnote",
        "# T\n\nx[^n]\n\n[^n]: measurement: @\n\n    @\n",
    ),
    ("a label", "# T\n\nx[^@]\n\n[^@]: observation: y\n"),
    ("an unused note", "# T\n\nx\n\n[^n]: research: @\n"),
    ("link words", "# T\n\n[@](https://a.example)\n"),
    ("a link title", "# T\n\n[x](https://a.example \"@\")\n"),
    (
        "a link target",
        "# T\n\n[x](<@>) [y](@) [z](https://a.example/@)\n",
    ),
    ("a picture", "# T\n\n![@](@ \"@\")\n"),
    ("a reference", "# T\n\n[x][r]\n\n[r]: <@> \"@\"\n"),
    ("code", "# T\n\n`@`\n\n    @\n\n```@\n@\n```\n"),
    (
        "a query",
        "# T\n\n[1](figure:@.a) [2](figure:q.@)\n\n## Data\n\n```sql @ holds=\"@\"\n@\n```\n\n```sql q title=\"@\"\nselect 1\n```\n",
    ),
    (
        "an experiment",
        "# T\n\n## Impact\n\n```experiment @\nmetric = \"@\"\n```\n\n```experiment e\n@ = 1\n```\n",
    ),
    (
        "front matter",
        "---\nkind: story\nowner: '@'\nbar: '@'\nladder: '@'\nwhen: '@'\nmy part: '@'\nshare: '@'\nlang: '@'\n---\n\n# T\n",
    ),
    (
        "a why",
        "# T\n\n## Case\n\n### c {#c}\n\n## Questions\n\n### Why @? {on=#c by=\"@\" at=\"@\" settled=\"@ 2026-01-01\"}\n\n@\n",
    ),
    (
        "what a why is put to",
        "# T\n\n@\n\n## Questions\n\n### Why? {on=\"@\" by=Z}\n",
    ),
    (
        "an id",
        "# T\n\n## Case\n\n### c {#@}\n\n- because x {id=\"@\" by=\"@\" @=1}\n",
    ),
    (
        "raw HTML",
        "# T\n\n<div>\n@\n</div>\n\nx <span title=\"@\">@</span>\n",
    ),
];

#[test]
fn a_payload_is_text_wherever_it_stands() {
    for (place, text) in PLACES {
        for payload in PAYLOADS {
            let text = text.replace('@', payload);
            let page = html(&text);
            let parsed = check(&page);
            assert!(!parsed.elements.is_empty(), "{place}: {payload}");
        }
    }
}

#[test]
fn markup_of_a_case_is_shown_as_it_was_written() {
    for payload in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</style><script>alert(1)</script>",
    ] {
        let parsed = check(&html(&format!(
            "# T\n\n## Plan\n\nBefore {payload} after.\n"
        )));
        assert!(parsed.text.contains(payload), "{}", parsed.text);
    }
}

#[test]
fn letters_that_turn_text_around_are_shown_by_their_numbers() {
    let parsed = check(&html("# T\n\nOpen \u{202e}fdp.exe\n"));
    assert!(parsed.text.contains("Open [U+202E]fdp.exe"));
}

#[test]
fn an_article_is_escaped_as_a_page_is() {
    for payload in PAYLOADS {
        let case = case(&format!("# {payload}\n\n{payload}\n"));
        let inner = article(&Manuscript::new(&case), &PageOptions::default());
        check(&format!(
            "<!DOCTYPE html><html><head><title>x</title></head><body>{inner}</body></html>"
        ));
    }
}

#[test]
fn a_page_asks_for_nothing() {
    let page = html("# T\n\n![x](https://evil.example/x.png) https://a.example\n");
    let policy =
        "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:";
    assert!(page.contains(policy));
    for loads in ["src=", "@import", "url(", "<link", "<script"] {
        assert!(!page.contains(loads), "{loads}");
    }
}
