//! Replies, honest and hostile.

use whyproof_case::{Anchor, Case, Computed, Host, Scope, resolve};
use whyproof_testing::MemoryHost;

use super::{Asked, Landing, MAX_BYTES, Says, aim, keep, kept, latest, read};

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the *fare*

## Customer problem

Most never do: only [33.9%](figure:learned.without) of them learn it.[^trial] What they do is \"nothing\" -- or so they
say.

## Case

### A voucher brings most people back {#voucher}

- because the trip stops them, not the fear.

[^trial]: measurement: field trial. data.csv
";

fn case_of(text: &str) -> Case {
    let host = MemoryHost::default();
    let scope = Scope::of(&host, "work/fare.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

/// The anchor of the block that has `words`.
fn on(case: &Case, words: &str) -> Anchor {
    let texts = case.parse.document.texts.iter();
    let text = texts
        .into_iter()
        .find(|text| text.words.text.contains(words));
    Anchor::new(case, text.expect("a block").words.span())
}

/// A reply with `part` in the place of what stands there.
fn reply(part: &str) -> String {
    format!(
        r#"{{"schema": "whyproof/reply/1", "case": {{"title": "Pay the fare", "path": "fare.md", "revision": "0"}},
"reviewer": {{"name": "S. Banda", "rung": null}}, "written": "2026-11-27", {part}}}"#
    )
}

fn error(text: &str) -> String {
    read("r.json", text.as_bytes())
        .expect_err("an error")
        .to_string()
}

#[test]
fn a_reply_is_read() {
    let text = reply(
        r#""verdict": {"says": "revise", "reasons": "Who pays?\n\n"}, "new": [{"deep": [1]}],
"whys": [{"text": "Why  not\ncash?", "on": {"id": "voucher", "quote": "A voucher", "before": "", "after": "", "revision": "0"}, "words": "voucher"},
{"text": "Why now?", "on": null, "words": null}]"#,
    );
    let reply = read("r.json", text.as_bytes()).expect("a reply");
    assert_eq!(reply.reviewer, "S. Banda");
    assert_eq!(reply.written.to_string(), "2026-11-27");
    let verdict = reply.verdict.expect("a verdict");
    assert_eq!(
        (verdict.says, &*verdict.reasons),
        (Says::Revise, "Who pays?")
    );
    assert_eq!(reply.whys[0].text, "Why not cash?");
    assert_eq!(reply.whys[0].words.as_deref(), Some("voucher"));
    assert_eq!(reply.whys[1].on, None);
}

#[test]
fn a_reply_in_a_message_is_read() {
    let mail = format!(
        "Dear R.,\n\nhere {{is}} it.\n\n{}\n-- \nS. Banda\n",
        reply(r#""whys": []"#)
    );
    let reply = read("mail.txt", mail.as_bytes()).expect("a reply");
    assert_eq!(reply.reviewer, "S. Banda");
    assert_eq!(
        error("\n\n{\"schema\": 1"),
        "r.json:3:12: EOF while parsing an object"
    );
    assert_eq!(
        error(&format!("{}x", reply_of_nothing())),
        "r.json:2:85: trailing characters"
    );
}

fn reply_of_nothing() -> String {
    reply(r#""whys": []"#)
}

/// What a hostile or damaged file is told.
#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn a_file_that_is_no_reply_is_told_what_is_wrong_and_where() {
    let deep = format!("{}{}", r#"{"schema": "#, "[".repeat(100_000));
    let table: &[(&str, &str)] = &[
        ("", "`r.json` is no reply to a packet: it is empty"),
        (
            "[1]",
            "`r.json` is no reply to a packet: it does not begin with `{`",
        ),
        (
            "PK\u{3}\u{4}",
            "`r.json` is no reply to a packet: it does not begin with `{`",
        ),
        ("{}", "`r.json` is no reply to a packet: it has no `schema`"),
        (
            r#"{"schema": 3}"#,
            "`r.json` is no reply to a packet: its `schema` is no text",
        ),
        (
            r#"{"schema": "x\u202ey"}"#,
            "`r.json` is no reply to a packet: its `schema` is `xy`",
        ),
        (
            r#"{"schema": "whyproof/reply/2"}"#,
            "`r.json` is a `whyproof/reply/2`, which this Whyproof does not know: a later one reads it",
        ),
        (
            "{\n \"schema\": \"whyproof/reply/1\",\n}",
            "r.json:3:1: trailing comma",
        ),
        (&deep, "r.json:1:138: recursion limit exceeded"),
        (
            r#"{"schema": "whyproof/reply/1"}"#,
            "r.json:1:30: missing field `reviewer`",
        ),
        (
            &reply(r#""whys": "none""#),
            "r.json:2:87: invalid type: string \"none\", expected a sequence",
        ),
    ];
    told(table);
}

#[test]
fn what_a_reply_cannot_say_is_told() {
    let many = format!(
        r#""whys": [{}]"#,
        vec![r#"{"text": "Why?"}"#; 201].join(",")
    );
    let long = format!(r#""whys": [{{"text": "{}"}}]"#, "why ".repeat(501));
    let table: &[(&str, &str)] = &[
        (
            &reply(r#""verdict": {"says": "maybe"}"#),
            "r.json:2:100: unknown variant `maybe`, expected one of `advance`, `revise`, `stop`",
        ),
        (
            &reply(r#""whys": [], "whys": []"#),
            "r.json:2:91: duplicate field `whys`",
        ),
        (
            &reply(&many),
            "`r.json`: it asks 201 whys, and 200 is the most that is read",
        ),
        (
            &reply(&long),
            "`r.json`: its why 1, or what that is put to, is longer than 2000 characters",
        ),
        (
            &reply(r#""whys": [{"text": "\u200b ? "}]"#),
            "`r.json`: its why 1 asks nothing: it has no words",
        ),
    ];
    told(table);
}

/// Each text is told what stands beside it.
fn told(table: &[(&str, &str)]) {
    for (text, told) in table {
        let start: String = text.chars().take(60).collect();
        assert_eq!(error(text), *told, "{start}");
    }
}

#[test]
fn a_reply_without_a_day_or_too_large_is_refused() {
    let far = reply(r#""whys": []"#).replace("2026-11-27", "the day before");
    assert_eq!(
        error(&far),
        "`r.json`: `written` is no date such as 2026-11-23"
    );
    let large = vec![b' '; MAX_BYTES + 1];
    let told = read("r.json", &large).expect_err("too large").to_string();
    assert_eq!(
        told,
        "`r.json` is larger than 1 MB, which no reply needs; it was not read"
    );
    assert!(read("r.json", b"{\"schema\": \"\xff\"}").is_err());
}

#[test]
fn a_name_is_a_name_whatever_it_says() {
    let table: &[(&str, Result<&str, ()>)] = &[
        (r"Zoë\u0007 O\u202eBrien", Ok("Zoë OBrien")),
        (
            r#"A\" settled=\"R. Okafor 2026-01-01"#,
            Ok("A’ settled ’R. Okafor 2026-01-01"),
        ),
        (r"\n# A {#x} <b>[^n]", Ok("A x b n")),
        ("../../etc/passwd", Ok("../../etc/passwd")),
        ("whyproof", Err(())),
        ("123", Err(())),
        ("   ", Err(())),
    ];
    for (name, wanted) in table {
        let text = reply(r#""whys": []"#).replace("S. Banda", name);
        let read = read("r.json", text.as_bytes()).map_err(|_| ());
        assert_eq!(
            read.as_ref().map(|reply| &*reply.reviewer),
            wanted.as_ref().copied(),
            "{name}"
        );
    }
    let long = reply(r#""whys": []"#).replace("S. Banda", &"Banda ".repeat(100));
    let long = read("r.json", long.as_bytes()).expect("a reply");
    assert!(long.reviewer.chars().count() <= super::MAX_NAME);
}

#[test]
fn a_reply_is_kept_once_under_a_name_of_ours() {
    let host = MemoryHost::default();
    let case = case_of(CASE);
    let text = reply(r#""verdict": {"says": "stop"}"#).replace("S. Banda", "../../Zoë\u{2028}/x");
    let reply = read("r.json", text.as_bytes()).expect("a reply");
    let stored = keep(&host, &case.scope, &reply, text.as_bytes()).expect("kept");
    let name = stored
        .path
        .strip_prefix("work/replies/2026-11-27-zoe-x-")
        .expect("a name");
    assert!(name.len() == 13 && name.ends_with(".json"), "{name}");
    assert!(!stored.before);
    assert!(
        keep(&host, &case.scope, &reply, text.as_bytes())
            .expect("kept")
            .before
    );
    assert_eq!(host.list("work/replies").expect("a folder").len(), 1);
    assert_eq!(kept(&host, &case).replies.len(), 1);
}

#[test]
fn what_is_damaged_in_the_folder_is_told_and_the_rest_is_read() {
    let early = reply(r#""verdict": {"says": "stop"}"#).replace("11-27", "11-20");
    let host = MemoryHost::new()
        .file(
            "work/replies/a.json",
            reply(r#""verdict": {"says": "advance"}"#),
        )
        .file("work/replies/b.json", "{")
        .file("work/replies/c.json", early)
        .file("work/replies/notes.txt", "mine")
        .file(
            "work/replies/other.json",
            reply(r#""whys": []"#)
                .replace("fare.md", "bus.md")
                .replace("Pay the fare", "Bus"),
        );
    let shelf = kept(&host, &case_of(CASE));
    let says: Vec<_> = shelf.replies.iter().map(|kept| &*kept.path).collect();
    assert_eq!(says, ["work/replies/c.json", "work/replies/a.json"]);
    assert_eq!(
        shelf.damaged,
        ["work/replies/b.json:1:1: EOF while parsing an object"]
    );
    let last = latest(&shelf.replies);
    assert_eq!(last.len(), 1);
    assert_eq!(last[0].path, "work/replies/a.json");
}

#[test]
fn the_owner_is_known_by_the_name() {
    let case = case_of(CASE);
    let text = reply(r#""whys": []"#).replace("S. Banda", "r okafor");
    assert!(
        read("r.json", text.as_bytes())
            .expect("a reply")
            .is_by_owner(&case)
    );
    assert!(
        !read("r.json", reply(r#""whys": []"#).as_bytes())
            .expect("a reply")
            .is_by_owner(&case)
    );
}

/// Where a why on `words` of the block with `block` is in `after`, and what stands there.
fn aimed(block: &str, words: Option<&str>, after: &str) -> (Landing, String) {
    let asked = Asked {
        text: "Why?".to_owned(),
        on: Some(on(&case_of(CASE), block)),
        words: words.map(str::to_owned),
    };
    let aimed = aim(&case_of(after), &asked);
    (aimed.landing, aimed.anchor.expect("an anchor").quote)
}

#[test]
fn words_as_they_are_read_lead_back_to_their_source() {
    let found = aimed("Most never", Some("only 33.9% of them"), CASE);
    let source = "only [33.9%](figure:learned.without) of them";
    assert_eq!(found, (Landing::Exact, source.to_owned()));
    // As a page sets them: curly quotes, a dash, a line break nowhere.
    let found = aimed("Most never", Some("is “nothing” – or so they say"), CASE);
    assert_eq!(
        found,
        (
            Landing::Exact,
            "is \"nothing\" -- or so they\nsay".to_owned()
        )
    );
    let found = aimed("the trip", Some("the trip stops them"), CASE);
    assert_eq!(found, (Landing::Exact, "the trip stops them".to_owned()));
}

#[test]
fn words_are_found_in_a_case_that_has_moved_on() {
    let changed = CASE.replace("brings most people back", "brings two in three people back");
    assert_eq!(
        aimed("A voucher", Some("people back"), &changed),
        (Landing::Moved, "people back".to_owned())
    );
    assert_eq!(
        aimed("A voucher", Some("most people"), &changed).0,
        Landing::Changed
    );
    assert_eq!(aimed("A voucher", None, &changed).0, Landing::Changed);
    let moved = CASE.replace("- because the trip stops them, not the fear.\n", "")
        + "\n## Plan\n\nWe hold that the trip stops them, not hunger.\n";
    assert_eq!(
        aimed("the trip", Some("the trip stops them"), &moved),
        (Landing::Moved, "the trip stops them".to_owned())
    );
    let gone = CASE.replace(
        "- because the trip stops them, not the fear.\n",
        "- because of rain.\n",
    );
    let found = aimed("the trip", Some("the trip"), &gone);
    assert!(
        matches!(found.0, Landing::Lost | Landing::Changed),
        "{found:?}"
    );
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(2_000))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _ = read("r.json", &bytes);
    }

    #[test]
    fn no_values_panic(
        name in ".{0,40}", written in "(2026-1[0-9]-[0-9]{2}|.{0,9})", text in ".{1,80}",
        quote in ".{0,40}", words in ".{0,20}", id in "[a-z#-]{0,9}",
    ) {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text");
        let text = format!(
            r#"{{"schema":"whyproof/reply/1","reviewer":{{"name":{}}},"written":{},"whys":[{{"text":{},"on":{{"id":{},"quote":{}}},"words":{}}}]}}"#,
            quoted(&name), quoted(&written), quoted(&text), quoted(&id), quoted(&quote), quoted(&words),
        );
        if let Ok(reply) = read("r.json", text.as_bytes()) {
            let case = case_of(CASE);
            let _ = aim(&case, &reply.whys[0]);
            let incoming = whyproof_case::Incoming {
                author: reply.reviewer.clone(),
                text: reply.whys[0].text.clone(),
                anchor: aim(&case, &reply.whys[0]).anchor,
                words: String::new(),
                at: None,
            };
            let merged = whyproof_case::merge(&case, &MemoryHost::default(), &[incoming]);
            let now = case_of(&merged.text);
            proptest::prop_assert_eq!(now.whys.len(), 1, "{}", merged.text);
            proptest::prop_assert_eq!(now.statements.iter().filter(|s| s.by.is_none()).count(), case.statements.len());
            proptest::prop_assert!(now.whys[0].answer.is_none() && now.whys[0].settled.is_none());
            let file = super::file_name(&reply, text.as_bytes(), 8);
            proptest::prop_assert!(file.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'));
            proptest::prop_assert!(!file.contains(".."));
        }
    }
}
