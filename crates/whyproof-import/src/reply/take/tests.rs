//! Mentors' replies, honest and hostile.

use whyproof_experience::Judged;

use super::super::MAX_BYTES;
use super::{TakeReply, read_take};

/// A reply with `part` in the place of what is said.
fn reply(part: &str) -> String {
    format!(
        r#"{{"schema": "whyproof/take-reply/1", "about": {{"signed": "K., Seattle", "packet": "0"}},
"mentor": {{"name": "P. Rao"}}, "written": "2026-11-27", {part}}}"#
    )
}

fn read(text: &str) -> TakeReply {
    read_take("r.json", text.as_bytes()).expect("a reply")
}

fn error(text: &str) -> String {
    let error = read_take("r.json", text.as_bytes()).expect_err("an error");
    error.to_string()
}

#[test]
fn a_mentors_reply_is_read() {
    let reply = read(&reply(
        r#""new": {"deep": [1]}, "said": [
{"bar": "product-manager", "criterion": "problem", "story": null, "judged": "meets", "note": "Specific.\r\n\r\n Who else? \n"},
{"bar": null, "criterion": null, "story": "stories/returns.md", "judged": null, "note": "Tell this one first."},
{"judged": "raises"}]"#,
    ));
    assert_eq!(
        (&*reply.mentor, reply.signed.as_deref()),
        ("P. Rao", Some("K., Seattle"))
    );
    let [problem, story, whole] = reply.said.as_slice() else {
        panic!("{:?}", reply.said);
    };
    assert_eq!(problem.note, "Specific.\n\nWho else?");
    assert_eq!(problem.criterion.as_deref(), Some("problem"));
    assert_eq!(problem.judged, Some(Judged::Meets));
    assert_eq!(story.story.as_deref(), Some("stories/returns.md"));
    assert_eq!((whole.judged, &*whole.note), (Some(Judged::Raises), ""));
    let named = |said: &whyproof_experience::people::Said| {
        said.by == "P. Rao" && said.day.as_deref() == Some("2026-11-27")
    };
    assert!(reply.said.iter().all(named));
}

#[test]
fn a_reply_in_a_message_is_read() {
    let mail = format!(
        "Dear K.,\n\nhere {{is}} it.\n\n{}\n-- \nP. Rao\n",
        reply(r#""said": []"#)
    );
    assert_eq!(read(&mail).mentor, "P. Rao");
}

/// What steers a terminal or a page does not come in, and nothing of what is left is read as more than words.
#[test]
fn what_a_hostile_reply_says_is_words() {
    let text = reply(
        r##""said": [{"bar": "a\u001b[2Jb\nc", "criterion": "../../etc/passwd", "story": "\u202eevil\u0000", "judged": "below",
"note": "<script>alert(1)</script>\u001b[31m\n---\nsaid: []\n- by: K.\u2028# x"}]"##,
    );
    let text = text.replace("P. Rao", "P. <b>\\u202eRao\\u001b\\n\\\"");
    let reply = read(&text);
    assert_eq!(reply.mentor, "P. b Rao");
    let said = &reply.said[0];
    assert_eq!(said.bar.as_deref(), Some("a[2Jb c"));
    assert_eq!(said.criterion.as_deref(), Some("../../etc/passwd"));
    assert_eq!(said.story.as_deref(), Some("evil"));
    assert_eq!(
        said.note,
        "<script>alert(1)</script>[31m\n---\nsaid: []\n- by: K. # x"
    );
}

/// What a hostile or damaged file is told.
#[test]
fn a_file_that_is_no_reply_is_told_what_is_wrong_and_where() {
    let deep = format!("{}{}", r#"{"schema": "#, "[".repeat(100_000));
    let table: &[(&str, &str)] = &[
        ("", "`r.json` is no reply to a packet: it is empty"),
        (
            "[1]",
            "`r.json` is no reply to a packet: it does not begin with `{`",
        ),
        ("{}", "`r.json` is no reply to a packet: it has no `schema`"),
        (
            r#"{"schema": "whyproof/reply/1"}"#,
            "`r.json` is no reply to a packet: its `schema` is `whyproof/reply/1`",
        ),
        (
            r#"{"schema": "whyproof/take-reply/2"}"#,
            "`r.json` is a `whyproof/take-reply/2`, which this Whyproof does not know: a later one reads it",
        ),
        (&deep, "r.json:1:138: recursion limit exceeded"),
        (
            r#"{"schema": "whyproof/take-reply/1"}"#,
            "r.json:1:35: missing field `mentor`",
        ),
        (
            &reply(r#""said": [{"judged": "hire"}]"#),
            "r.json:2:81: unknown variant `hire`, expected one of `below`, `meets`, `raises`",
        ),
        (
            &reply(r#""said": [], "said": []"#),
            "r.json:2:73: duplicate field `said`",
        ),
        (
            &reply(r#""said": [{"judged": "meets"}, {"note": " \u200b!? "}]"#),
            "`r.json`: the 2. thing that it says is empty: it has neither `judged` nor words in `note`",
        ),
        (
            &reply(r#""said": []"#).replace("P. Rao", "whyproof"),
            "`r.json`: `mentor.name` is nobody's name: whose reply is it?",
        ),
        (
            &reply(r#""said": []"#).replace("2026-11-27", "today"),
            "`r.json`: `written` is no date such as 2026-11-23",
        ),
    ];
    for (text, told) in table {
        let start: String = text.chars().take(60).collect();
        assert_eq!(error(text), *told, "{start}");
    }
}

#[test]
fn what_is_too_much_is_refused() {
    let many = format!(
        r#""said": [{}]"#,
        vec![r#"{"judged": "meets"}"#; 501].join(",")
    );
    let long = format!(r#""said": [{{"note": "{}"}}]"#, "a".repeat(20_001));
    let named = format!(
        r#""said": [{{"judged": "meets", "story": "{}"}}]"#,
        "a".repeat(301)
    );
    let table: &[(&str, &str)] = &[
        (
            &reply(&many),
            "`r.json`: it says 501 things, and 500 is the most that is read",
        ),
        (
            &reply(&long),
            "`r.json`: the 1. thing that it says is longer than 20000 characters",
        ),
        (
            &reply(&named),
            "`r.json`: the 1. thing that it says has a `story` longer than 300 characters",
        ),
    ];
    for (text, told) in table {
        let start: String = text.chars().take(60).collect();
        assert_eq!(error(text), *told, "{start}");
    }
    let large = vec![b' '; MAX_BYTES + 1];
    let told = read_take("r.json", &large).expect_err("too large");
    assert!(told.to_string().contains("larger than 1 MB"), "{told}");
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_told(text in "(?s).{0,60}", at in 0usize..200) {
        let whole = reply(r#""said": [{"judged": "meets", "note": "Yes."}]"#);
        let at = at.min(whole.len());
        let cut = format!("{}{text}{}", &whole[..at], &whole[at..]);
        let _ = read_take("r.json", cut.as_bytes());
        let _ = read_take("r.json", text.as_bytes());
    }
}
