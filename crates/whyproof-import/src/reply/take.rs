//! A mentor's reply to the packet of a take: what they say of criteria and stories, below, meets or raises, and in words.

use jiff::civil::Date;
use serde::Deserialize;
use whyproof_case::is_other;
use whyproof_experience::Judged;
use whyproof_experience::people::Said;

use super::body::{self, Document};
use super::clean;
use super::{MAX_NAME, MAX_REASONS, ReplyError};

/// What the packet of a take saves.
const TAKE_REPLY: Document = Document {
    schema: "whyproof/take-reply/1",
    family: "whyproof/take-reply/",
};
/// Most things that are said in a reply.
pub const MAX_SAID: usize = 500;
/// Longest name of a bar, a criterion or a story, in characters; what is longer is refused.
const MAX_KEY: usize = 300;

/// What a mentor answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeReply {
    /// How the letter of the packet was signed, where it was.
    pub signed: Option<String>,
    /// Who answers, as they name themselves: nobody has checked it.
    pub mentor: String,
    /// The day on which it was written, by the mentor's clock.
    pub written: Date,
    /// What they say, in the order of the packet, each in their name and of that day.
    pub said: Vec<Said>,
}

#[derive(Deserialize)]
struct Whole {
    #[serde(default)]
    about: Option<About>,
    mentor: Mentor,
    written: String,
    #[serde(default)]
    said: Vec<One>,
}

#[derive(Deserialize)]
struct About {
    signed: Option<String>,
}

#[derive(Deserialize)]
struct Mentor {
    name: String,
}

#[derive(Deserialize)]
struct One {
    bar: Option<String>,
    criterion: Option<String>,
    story: Option<String>,
    judged: Option<Judged>,
    note: Option<String>,
}

/// Reads the bytes of a mentor's reply; `name` is the file's, for errors.
///
/// # Errors
/// Where it is too large, no JSON, no such reply, or has a part that cannot be taken.
pub fn read_take(name: &str, bytes: &[u8]) -> Result<TakeReply, ReplyError> {
    let whole: Whole = body::read(name, bytes, &TAKE_REPLY)?;
    let mentor = clean::name(&whole.mentor.name, MAX_NAME);
    if !is_other(&mentor, None) {
        let problem = "`mentor.name` is nobody's name: whose reply is it?";
        return Err(ReplyError::refused(name, problem));
    }
    let Ok(written) = whole.written.parse::<Date>() else {
        let problem = "`written` is no date such as 2026-11-23";
        return Err(ReplyError::refused(name, problem));
    };
    if whole.said.len() > MAX_SAID {
        let problem = format!(
            "it says {} things, and {MAX_SAID} is the most that is read",
            whole.said.len()
        );
        return Err(ReplyError::refused(name, problem));
    }
    let said = whole.said.into_iter().enumerate();
    let said = said.map(|(index, one)| {
        let said = said_of(one).map_err(|problem| {
            ReplyError::refused(
                name,
                format!("the {}. thing that it says {problem}", index + 1),
            )
        })?;
        let (by, day) = (mentor.clone(), Some(written.to_string()));
        Ok(Said { by, day, ..said })
    });
    Ok(TakeReply {
        said: said.collect::<Result<_, ReplyError>>()?,
        signed: whole
            .about
            .and_then(|about| about.signed)
            .map(|signed| clean::line(&signed, MAX_NAME))
            .filter(|signed| !signed.is_empty()),
        mentor,
        written,
    })
}

/// What is said, without whose it is; else what is wrong with it.
fn said_of(one: One) -> Result<Said, String> {
    let key = |name: &str, text: Option<String>| {
        let text = text.map(|text| clean::line(&text, MAX_KEY + 1));
        match text {
            Some(text) if text.chars().count() > MAX_KEY => {
                Err(format!("has a `{name}` longer than {MAX_KEY} characters"))
            }
            text => Ok(text.filter(|text| !text.is_empty())),
        }
    };
    let note = one.note.unwrap_or_default();
    if note.chars().count() > MAX_REASONS {
        return Err(format!("is longer than {MAX_REASONS} characters"));
    }
    let note = clean::lines(&note);
    if one.judged.is_none() && !clean::is_asked(&note) {
        return Err("is empty: it has neither `judged` nor words in `note`".to_owned());
    }
    Ok(Said {
        bar: key("bar", one.bar)?,
        criterion: key("criterion", one.criterion)?,
        story: key("story", one.story)?,
        judged: one.judged,
        note,
        ..Said::default()
    })
}

#[cfg(test)]
mod tests;
