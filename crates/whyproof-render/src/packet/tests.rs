//! What a packet holds, and what a hostile case cannot make of it.

use serde_json::Value;
use whyproof_case::{Case, Computed, Placement, Scope, place};
use whyproof_testing::MemoryHost;

use super::{MARK, PacketOptions, SCRIPT, page};
use crate::manuscript::Manuscript;

fn case(text: &str) -> Case {
    let host = MemoryHost::default();
    let scope = Scope::of(&host, "work/pay the fare.md");
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn packet(text: &str) -> String {
    let case = case(text);
    let options = PacketOptions {
        mail: Some("r.okafor@example.org".to_owned()),
    };
    page(&Manuscript::new(&case), &options).into_string()
}

/// What stands between two marks, the first of its kind.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).expect("the first mark");
    rest.split_once(to).expect("the second mark").0
}

fn island(page: &str) -> Value {
    let escaped = between(page, "<div id=\"packet-data\" hidden>", "</div>");
    let json = escaped.replace("&quot;", "\"").replace("&amp;", "&");
    serde_json::from_str(&json).expect("JSON")
}

const CASE: &str = "\
# Pay the fare

## Customer problem

Most never do.[^n]

| a | b |
|---|---|
| one | two |

## Case

### A voucher brings most people back {#voucher}

- because the trip stops them.

## Questions

### Why now? {by=\"S. Banda\"}

It is cheap.

[^n]: measurement: counted. a.csv
";

#[test]
fn only_the_script_of_the_packet_may_run() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let page = packet(CASE);
    let script = between(&page, "<script>", "</script>");
    assert_eq!(script, SCRIPT);
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    let policy = between(
        &page,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let policy = policy.replace("&#39;", "'");
    let directives: Vec<&str> = policy.split("; ").collect();
    assert!(directives.contains(&"default-src 'none'"), "{policy}");
    assert!(
        directives.contains(&&*format!("script-src 'sha256-{hash}'")),
        "{policy}"
    );
    assert!(
        !policy.contains("connect") && !policy.contains("http"),
        "{policy}"
    );
    assert_eq!(page.matches("<script").count(), 1);
}

#[test]
fn the_script_can_stand_in_a_page() {
    can_stand_in_a_page(SCRIPT);
}

/// A script ends no page that it stands in, and reaches nothing outside of it.
pub(super) fn can_stand_in_a_page(script: &str) {
    let lower = script.to_lowercase();
    for end in ["</script", "<!--", "<script", "\r"] {
        assert!(!lower.contains(end), "{end}");
    }
    for reach in [
        "fetch(",
        "XMLHttp",
        "sendBeacon",
        "WebSocket",
        "import(",
        "innerHTML",
        "eval(",
    ] {
        assert!(!script.contains(reach), "{reach}");
    }
}

#[test]
fn every_block_that_can_be_asked_about_has_a_hold_on_its_words() {
    let case = case(CASE);
    let page = packet(CASE);
    let island = island(&page);
    assert_eq!(island["case"]["path"], "pay the fare.md");
    assert_eq!(island["case"]["revision"], whyproof_case::revision(CASE));
    assert_eq!(island["file"], "pay-the-fare");
    let blocks = island["blocks"].as_object().expect("blocks");
    let quotes: Vec<&str> = blocks
        .values()
        .map(|block| block["quote"].as_str().expect("a quote"))
        .collect();
    let all = [
        "Most never do.",
        "a",
        "b",
        "one",
        "two",
        "A voucher brings most people back",
        "because the trip stops them.",
        "It is cheap.",
    ];
    let mut sorted = (quotes, all.to_vec());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    assert_eq!(sorted.0, sorted.1);
    for (number, block) in blocks {
        assert!(page.contains(&format!("data-block=\"{number}\"")) || block["words_only"] == true);
        let text = |key: &str| block[key].as_str().unwrap_or("").to_owned();
        let anchor = whyproof_case::Anchor {
            id: block["id"].as_str().map(str::to_owned),
            quote: text("quote"),
            before: text("before"),
            after: text("after"),
            revision: String::new(),
        };
        assert!(
            matches!(place(&anchor, &case), Placement::Exact(_)),
            "{anchor:?}"
        );
    }
}

#[test]
fn a_page_without_a_script_says_how_to_answer() {
    let page = packet(CASE);
    assert!(page.contains(MARK));
    let noscript: String = page
        .split("<noscript>")
        .skip(1)
        .map(|part| part.split_once("</noscript>").expect("an end").0)
        .collect();
    assert!(noscript.contains("Answer in words") && noscript.contains("your name"));
    let (markup, _) = page.split_once("<script>").expect("a script");
    let needing = markup.split(" data-needs-script").skip(1);
    assert_eq!(needing.clone().count(), 3);
    for part in needing {
        assert!(
            part.starts_with(" hidden"),
            "what needs the script is hidden without it"
        );
    }
}

/// What a hostile case may try to get out of where its words stand.
const PAYLOADS: [&str; 9] = [
    "</script><script>alert(1)</script>",
    "</div><img src=x onerror=alert(1)>",
    "<!-- <script>",
    "]]><svg onload=alert(1)>",
    "\"}, \"mail\": \"evil@example.org\", \"x\": {\"",
    "\u{2028}\u{2029}\u{202e}abc\u{0}\u{feff}",
    "&lt;/div&gt;&quot;",
    "\\\"\\u003c/script",
    "😀 \u{10fffd}",
];

#[test]
fn no_words_of_a_case_leave_the_island() {
    for payload in PAYLOADS {
        let text = format!(
            "# {payload}\n\n{payload}\n\n## Case\n\n- words {payload}\n  - because {payload}\n"
        );
        let page = packet(&text);
        assert_eq!(page.matches("<script").count(), 1, "{payload}");
        assert_eq!(page.matches("</script>").count(), 1, "{payload}");
        assert!(
            !page.contains("<img") && !page.contains("<svg onload"),
            "{payload}"
        );
        let island = island(&page);
        assert_eq!(island["mail"], "r.okafor@example.org", "{payload}");
        let case = case(&text);
        assert_eq!(
            island["case"]["title"].as_str(),
            case.title.as_deref(),
            "{payload}"
        );
        let blocks = island["blocks"].as_object().expect("blocks");
        for block in blocks.values() {
            let quote = block["quote"].as_str().expect("a quote");
            assert!(case.source().contains(quote), "{payload}");
        }
    }
}

#[test]
fn the_same_case_gives_the_same_packet() {
    assert_eq!(packet(CASE), packet(CASE));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(300))]

    #[test]
    fn any_text_gives_a_packet(text in "(?s).{0,300}") {
        let page = packet(&text);
        proptest::prop_assert_eq!(page.matches("<script").count(), 1);
        let _ = island(&page);
    }
}
