//! A reply's JSON, and what of it can be taken.

use serde::Deserialize;
use whyproof_case::{Anchor, is_other};
use whyproof_syntax::is_id;

use super::body::{self, Document};
use super::clean::{self, is_asked};
use super::{
    Asked, MAX_NAME, MAX_REASONS, MAX_WHYS, MAX_WORDS, Named, Reply, ReplyError, Says, Verdict,
};

/// What a packet of a case saves.
const REPLY: Document = Document {
    schema: "whyproof/reply/1",
    family: "whyproof/reply/",
};
/// Characters that an anchor has on either side, at most.
const CONTEXT: usize = 32;

#[derive(Deserialize)]
struct Whole {
    #[serde(default)]
    case: Option<OfCase>,
    reviewer: Person,
    written: String,
    verdict: Option<Judged>,
    #[serde(default)]
    whys: Vec<Put>,
}

#[derive(Deserialize, Default)]
struct OfCase {
    title: Option<String>,
    path: Option<String>,
    revision: Option<String>,
}

#[derive(Deserialize)]
struct Person {
    name: String,
    rung: Option<String>,
}

#[derive(Deserialize)]
struct Judged {
    says: Word,
    reasons: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Advance,
    Revise,
    Stop,
}

#[derive(Deserialize)]
struct Put {
    text: String,
    on: Option<Hold>,
    words: Option<String>,
}

#[derive(Deserialize)]
struct Hold {
    id: Option<String>,
    quote: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    revision: String,
}

/// Reads the bytes of a reply; `name` is the file's, for errors.
///
/// # Errors
/// Where it is too large, no JSON, no reply, or has a part that cannot be taken.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reply, ReplyError> {
    taken(name, body::read(name, bytes, &REPLY)?)
}

fn taken(name: &str, whole: Whole) -> Result<Reply, ReplyError> {
    let reviewer = clean::name(&whole.reviewer.name, MAX_NAME);
    if !is_other(&reviewer, None) {
        let problem = "`reviewer.name` is nobody's name: whose reply is it?";
        return Err(ReplyError::refused(name, problem));
    }
    let Ok(written) = whole.written.parse() else {
        let problem = "`written` is no date such as 2026-11-23";
        return Err(ReplyError::refused(name, problem));
    };
    if whole.whys.len() > MAX_WHYS {
        return Err(ReplyError::too_many(name, whole.whys.len()));
    }
    let verdict = whole.verdict.map(|verdict| judged(name, verdict));
    let whys = whole.whys.into_iter().enumerate();
    let whys = whys.map(|(index, why)| put(name, index + 1, why));
    let case = whole.case.unwrap_or_default();
    let cleaned = |text: Option<String>, most| {
        let text = clean::line(&text?, most);
        (!text.is_empty()).then_some(text)
    };
    Ok(Reply {
        case: Named {
            title: cleaned(case.title, usize::MAX),
            file: cleaned(case.path, usize::MAX).map(|path| clean::last_part(&path).to_owned()),
            revision: cleaned(case.revision, MAX_NAME),
        },
        reviewer,
        rung: whole
            .reviewer
            .rung
            .map(|rung| clean::name(&rung, MAX_NAME))
            .filter(|rung| !rung.is_empty()),
        written,
        verdict: verdict.transpose()?,
        whys: whys.collect::<Result<_, _>>()?,
    })
}

fn judged(name: &str, verdict: Judged) -> Result<Verdict, ReplyError> {
    let reasons = verdict.reasons.unwrap_or_default();
    if reasons.chars().count() > MAX_REASONS {
        let problem =
            format!("the reasons of its verdict are longer than {MAX_REASONS} characters");
        return Err(ReplyError::refused(name, problem));
    }
    Ok(Verdict {
        says: match verdict.says {
            Word::Advance => Says::Advance,
            Word::Revise => Says::Revise,
            Word::Stop => Says::Stop,
        },
        reasons: clean::lines(&reasons),
    })
}

fn put(name: &str, number: usize, why: Put) -> Result<Asked, ReplyError> {
    let long = |text: &str| text.chars().count() > MAX_WORDS;
    if !is_asked(&why.text) {
        let problem = format!("its why {number} asks nothing: it has no words");
        return Err(ReplyError::refused(name, problem));
    }
    if long(&why.text) || why.words.as_deref().is_some_and(long) {
        let problem = format!(
            "its why {number}, or what that is put to, is longer than {MAX_WORDS} characters"
        );
        return Err(ReplyError::refused(name, problem));
    }
    let words = why.words.map(|words| clean::line(&words, MAX_WORDS));
    Ok(Asked {
        text: clean::line(&why.text, MAX_WORDS),
        on: why.on.filter(|on| !on.quote.is_empty()).map(held),
        words: words.filter(|words| !words.is_empty()),
    })
}

/// The anchor, with no more beside the words than an anchor has.
fn held(on: Hold) -> Anchor {
    let skipped = on.before.chars().count().saturating_sub(CONTEXT);
    Anchor {
        id: on.id.filter(|id| is_id(id)),
        quote: on.quote,
        before: on.before.chars().skip(skipped).collect(),
        after: on.after.chars().take(CONTEXT).collect(),
        revision: clean::line(&on.revision, MAX_NAME),
    }
}
