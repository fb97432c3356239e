//! What a mentor is sent, and what never goes in.

use serde_json::Value;
use whyproof_case::{Bar, Case, Computed, Criterion, Scope, resolve};
use whyproof_experience::resume::Resume;
use whyproof_testing::MemoryHost;

use super::{TAKE_SCRIPT, TakePacket, TakeStory, take};
use crate::packet::MARK;

const RESUME: &str = r#"{
  "basics": {"name": "Kim Rivera", "label": "Retail lead", "email": "kim@example.org", "phone": "555-0100",
    "url": "https://kim.example.org", "summary": "I run shops.", "location": {"address": "1 Main St"},
    "profiles": [{"network": "X", "username": "kimr"}]},
  "work": [{"name": "Acme", "position": "Lead", "startDate": "2019-03", "highlights": ["Cut returns <by> half", " "]},
    {"name": "Bolt", "startDate": "2015", "endDate": "2019-02-11"}],
  "education": [{"institution": "City College", "area": "History", "studyType": "BA"}],
  "skills": [{"name": "Selling", "keywords": ["shoes", "boots"]}],
  "references": [{"name": "Dana", "reference": "Never late."}],
  "meta": {"whyproof": {"lines": [{"line": "Cut returns <by> half", "note": "not quite half"}]}},
  "secret": "hidden key"
}"#;

const STORY: &str = "\
---
kind: story
owner: Kim Rivera
when: spring 2021
my part: I did it alone
share: no company name
---

# I shut it down

## The hardest part

Phoning eleven managers.[^n]

## What happened {#happened}

Nineteen minutes became seven.[^n]

### After that

- One
- Two

[^n]: observation: my notebook. I no longer have it.
";

fn case(text: &str) -> Case {
    let host = MemoryHost::default();
    let parse = whyproof_syntax::parse(text);
    resolve(parse, &host, Scope::default(), &Computed::default())
}

fn bar(title: &str) -> Bar {
    let criterion = |id: &str| Criterion {
        id: id.to_owned(),
        title: title.to_owned(),
        below: "Names a market.".to_owned(),
        meets: format!("Says who has {title}."),
        raises: String::new(),
        signals: Vec::new(),
        cues: Vec::new(),
        questions: Vec::new(),
        from: None,
        wish: false,
    };
    Bar {
        name: "product-manager".to_owned(),
        title: "Product manager".to_owned(),
        summary: "Finds the right problem.".to_owned(),
        over: Vec::new(),
        criteria: vec![criterion("problem"), criterion("case")],
    }
}

/// A packet with these words wherever words can be.
fn packet(words: &str) -> String {
    let resume = Resume::from_json(RESUME).expect("a résumé");
    let stories = [case(STORY), case(&format!("{STORY}\n## Case\n\n{words}\n"))];
    let stories = [
        TakeStory {
            path: "stories/returns.md",
            case: &stories[0],
        },
        TakeStory {
            path: words,
            case: &stories[1],
        },
    ];
    take(&TakePacket {
        question: &format!("I would appreciate your take.\n\n{words}"),
        signed: Some(words),
        resume: Some(&resume),
        stories: &stories,
        bars: &[bar(words)],
        mail: Some("k@example.org"),
    })
    .into_string()
}

fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).expect("the first mark");
    rest.split_once(to).expect("the second mark").0
}

fn island(page: &str) -> Value {
    let escaped = between(page, "<div id=\"packet-data\" hidden>", "</div>");
    let json = escaped.replace("&quot;", "\"").replace("&amp;", "&");
    serde_json::from_str(&json).expect("JSON")
}

#[test]
fn a_mentor_gets_the_question_the_background_the_stories_and_the_criteria() {
    let page = packet("K., Seattle");
    assert!(page.contains(MARK));
    for words in [
        "<h1><bdi>K., Seattle</bdi> asks you</h1>",
        "I would appreciate your take.",
        "<p class=\"take-signed\">K., Seattle</p>",
        "<b>Lead</b> · Acme",
        "March 2019 – now",
        "2015 – February 2019",
        "Cut returns &lt;by&gt; half",
        "<b>BA</b> · History · City College",
        "Selling · shoes, boots",
        "<h3>I shut it down</h3>",
        "spring 2021",
        "Phoning eleven managers.",
        "my notebook",
        "Names a market.",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("<li></li>"));
}

#[test]
fn what_is_not_for_others_stays() {
    let page = packet("K.");
    for words in [
        "Kim Rivera",
        "kim@example.org",
        "555-0100",
        "kim.example.org",
        "Main St",
        "kimr",
        "Dana",
        "Never late",
        "whyproof\":",
        "not quite half",
        "hidden key",
        "no company name",
    ] {
        assert!(!page.contains(words), "{words}");
    }
}

#[test]
fn nothing_is_said_of_what_a_story_is_worth() {
    let page = packet("K.");
    let (_, stories) = page.split_once("id=\"take-stories\"").expect("stories");
    let (stories, _) = stories.split_once("id=\"take-bar-1\"").expect("a bar");
    for worth in [
        "class=\"word",
        "class=\"mark",
        "class=\"grounds",
        "assumed",
        "on-word",
    ] {
        assert!(!stories.contains(worth), "{worth}");
    }
}

#[test]
fn every_place_can_be_answered_and_no_id_stands_twice() {
    let page = packet("K.");
    let island = island(&page);
    let places = island["places"].as_array().expect("places");
    let keys: Vec<[Option<&str>; 3]> = places
        .iter()
        .map(|place| ["bar", "criterion", "story"].map(|key| place[key].as_str()))
        .collect();
    let bar = Some("product-manager");
    let wanted = [
        [None, None, Some("stories/returns.md")],
        [None, None, Some("K.")],
        [bar, Some("problem"), None],
        [bar, Some("case"), None],
        [None, None, None],
    ];
    assert_eq!(keys, wanted);
    for at in 0..places.len() {
        assert_eq!(page.matches(&format!("name=\"judged-{at}\"")).count(), 4);
        assert_eq!(page.matches(&format!("id=\"take-note-{at}\"")).count(), 1);
    }
    assert_eq!(island["file"], "take-k");
    let (markup, _) = page
        .split_once("<div id=\"packet-data\"")
        .expect("an island");
    let mut ids: Vec<&str> = markup
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0))
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    for link in markup.split(" href=\"#").skip(1) {
        let (id, _) = link.split_once('"').expect("an end");
        assert!(ids.binary_search(&id).is_ok(), "{id}");
    }
}

#[test]
fn only_the_script_of_the_packet_may_run() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let page = packet("K.");
    assert_eq!(between(&page, "<script>", "</script>"), TAKE_SCRIPT);
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(TAKE_SCRIPT));
    let policy = between(
        &page,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let policy = policy.replace("&#39;", "'");
    assert!(
        policy.starts_with(&format!("default-src 'none'; script-src 'sha256-{hash}';")),
        "{policy}"
    );
    crate::packet::tests::can_stand_in_a_page(TAKE_SCRIPT);
}

#[test]
fn a_page_without_a_script_says_how_to_answer() {
    let page = packet("K.");
    assert!(page.contains("<noscript>") && page.contains("Answer in words"));
    let (markup, _) = page.split_once("<script>").expect("a script");
    for part in markup.split(" data-needs-script").skip(1) {
        assert!(
            part.starts_with(" hidden"),
            "what needs the script is hidden without it"
        );
    }
}

#[test]
fn hostile_words_stay_words() {
    for payload in [
        "</script><script>alert(1)</script>",
        "</div><img src=x onerror=alert(1)>",
        "</textarea></fieldset><svg onload=alert(1)>",
        "\" onfocus=alert(1) x=\"",
        "\"}], \"mail\": \"evil@example.org\", \"x\": [{\"",
        "\u{2028}\u{202e}abc\u{0}\u{feff}",
        "\\\"\\u003c/script",
    ] {
        let page = packet(payload);
        assert_eq!(page.matches("<script").count(), 1, "{payload}");
        assert!(
            !page.contains("<img") && !page.contains("<svg onload") && !page.contains("\" onfocus"),
            "{payload}"
        );
        let island = island(&page);
        assert_eq!(island["mail"], "k@example.org", "{payload}");
        assert_eq!(island["about"]["signed"], payload, "{payload}");
        let file = island["file"].as_str().expect("a name");
        let is_plain = |c: char| c.is_alphanumeric() || c == '-';
        assert!(file.chars().all(is_plain), "{file}");
    }
}

#[test]
fn the_same_gives_the_same_packet() {
    assert_eq!(packet("K."), packet("K."));
}
