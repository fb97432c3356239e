//! The packet of a take: a person's question, their background and what it is held to, for a mentor who has nothing
//! installed. They say below, meets or raises where they want to, write beside it, and save a small reply file.
//!
//! Only what is named here goes in: of a résumé its jobs, schools and lines, never a name, an address, a link, somebody
//! else's words or Whyproof's own keys; of a story what its author tells, never private notes.

mod background;
mod bar;
mod judge;
mod letter;

use serde::Serialize;
use whyproof_case::{Bar, Case, revision};
use whyproof_experience::resume::Resume;

use super::frame::{COMMON_NAME, COMMON_SEND, Frame, escaped};
use crate::html::{self, Html, SafeHtml};
use crate::manuscript::Manuscript;

use judge::Places;

/// The script, as it stands in every packet of a take.
pub const TAKE_SCRIPT: &str = concat!(include_str!("common.js"), include_str!("take/take.js"));
/// What it adds to the style of packets.
const STYLE: &str = include_str!("take/take.css");
/// What stands before the letter.
const INTRO: &str = include_str!("take/intro.html");
/// What stands after all of it: the reply, up to what is said on the whole, and from there to the name.
const REPLY: &str = include_str!("take/reply.html");
const YOU: &str = include_str!("take/you.html");
const BAR: &str = include_str!("take/so-far.html");

/// What a mentor is sent. Whoever fills it leaves out what the person does not share.
#[derive(Debug, Clone, Copy)]
pub struct TakePacket<'p> {
    /// The person's own question: the covering letter.
    pub question: &'p str,
    /// How they sign it, where they do.
    pub signed: Option<&'p str>,
    /// The résumé, where there is one.
    pub resume: Option<&'p Resume>,
    /// The stories.
    pub stories: &'p [TakeStory<'p>],
    /// What the background is held to.
    pub bars: &'p [Bar],
    /// The mail address that replies go to, where that is known.
    pub mail: Option<&'p str>,
}

/// A story of a packet.
#[derive(Debug, Clone, Copy)]
pub struct TakeStory<'p> {
    /// Its path in the workspace, by which replies name it.
    pub path: &'p str,
    /// The story.
    pub case: &'p Case,
}

impl TakeStory<'_> {
    /// Its title, else its path.
    fn title(&self) -> &str {
        let title = self.case.title.as_deref().map(str::trim);
        title.filter(|title| !title.is_empty()).unwrap_or(self.path)
    }
}

#[derive(Serialize)]
struct Island<'p> {
    about: About<'p>,
    /// What the names of reply files begin with.
    file: String,
    mail: Option<&'p str>,
    places: &'p [judge::Place<'p>],
}

#[derive(Serialize)]
struct About<'p> {
    signed: Option<&'p str>,
    packet: String,
}

/// The packet.
pub fn take(packet: &TakePacket<'_>) -> SafeHtml {
    let mut places = Places::default();
    let article = article(packet, &mut places);
    let whole = judge::whole(&mut places);
    let island = Island {
        about: About {
            signed: packet.signed,
            packet: revision(article.as_str()),
        },
        file: file(packet.signed),
        mail: packet.mail,
        places: places.all(),
    };
    // Texts alone: nothing here can fail to be written.
    let island = escaped(&serde_json::to_string(&island).unwrap_or_default());
    let frame = Frame {
        language: "en",
        title: "For your take: ",
        of: packet.signed.unwrap_or("a question"),
        skip: "Skip to the question",
        style: STYLE,
        script: TAKE_SCRIPT,
        island: &island,
    };
    let mut page = frame.begin(article.as_str().len());
    page.lit(INTRO).lit("<main id=\"case\" tabindex=\"-1\">\n");
    page.safe(&article);
    page.lit("</main>\n").lit(REPLY).safe(&whole).lit(YOU);
    page.lit(COMMON_NAME).lit(COMMON_SEND).lit(BAR);
    frame.end(page)
}

/// All that is read.
fn article<'p>(packet: &TakePacket<'p>, places: &mut Places<'p>) -> SafeHtml {
    let mut out = Html::default();
    out.lit("<article class=\"case take\">\n");
    letter::write(packet, &mut out);
    letter::contents(packet, &mut out);
    out.lit("<div class=\"text\">\n");
    if let Some(resume) = packet.resume {
        background::write(resume, &mut out);
    }
    if !packet.stories.is_empty() {
        out.lit("<section class=\"part\" id=\"take-stories\">\n<h2>Stories</h2>\n");
        for (at, story) in packet.stories.iter().enumerate() {
            one_story(*story, at, places, &mut out);
        }
        out.lit("</section>\n");
    }
    for (at, bar) in packet.bars.iter().enumerate() {
        bar::write(bar, at, places, &mut out);
    }
    out.lit("</div>\n</article>\n");
    out.finish()
}

/// A story in full, and beside it the place to say something of it.
fn one_story<'p>(story: TakeStory<'p>, at: usize, places: &mut Places<'p>, out: &mut Html) {
    let case = story.case;
    let number = at + 1;
    let place = places.story(story.path, story.title());
    let id = format!("take-story-{number}");
    drop(
        out.open("section")
            .set("class", "take-place")
            .set("id", &id),
    );
    let language = html::language(case);
    let mut words = out.open("div").set("class", "take-words");
    if language != "en" {
        words = words.set("lang", language);
    }
    if html::is_from_the_right(language) {
        words = words.set("dir", "rtl");
    }
    drop(words);
    out.lit("\n<h3>").text(story.title()).lit("</h3>\n");
    let facts = [
        ("When", case.front.get("when")),
        ("My part", case.front.get("my part")),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    if !facts.is_empty() {
        out.lit("<dl class=\"facts\">\n");
        for (name, value) in facts {
            out.lit("<div><dt>").lit(name).lit("</dt><dd><bdi>");
            out.text(value).lit("</bdi></dd></div>\n");
        }
        out.lit("</dl>\n");
    }
    let mut manuscript = Manuscript::new(case);
    manuscript.ids = format!("story-{number}-");
    out.safe(&html::told(&manuscript, 3)).lit("</div>\n");
    judge::write(place, "this story", out);
    out.lit("</section>\n");
}

/// What the names of reply files begin with: `take`, and who asks.
fn file(signed: Option<&str>) -> String {
    let mut name = "take".to_owned();
    let mut between = true;
    for c in signed.unwrap_or_default().chars().take(60) {
        if c.is_alphanumeric() {
            if std::mem::take(&mut between) {
                name.push('-');
            }
            name.extend(c.to_lowercase());
        } else {
            between = true;
        }
    }
    name
}

#[cfg(test)]
mod tests;
