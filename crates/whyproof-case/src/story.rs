//! The parts of a story.

use whyproof_syntax::{Parse, Place, Role, Section, Span, TextId};

/// A part of a story.
#[derive(Debug, Clone)]
pub struct StoryPart {
    /// Which part.
    pub role: Role,
    /// Its heading.
    pub heading: Span,
    /// Its words, headings below it and tables included.
    pub text: String,
    /// Its text blocks, footnotes apart.
    pub blocks: Vec<TextId>,
}

/// The parts a story should have, in their order.
pub const PARTS: [Role; 7] = [
    Role::HardestPart,
    Role::Did,
    Role::DidNotDo,
    Role::WhyItMattered,
    Role::WhatHappened,
    Role::WhatILearned,
    Role::Proud,
];

/// Reads the parts that stand in the text, in file order. *Learned* is *What I learned* in a story.
pub(crate) fn read(parse: &Parse) -> Vec<StoryPart> {
    let role = |section: &Section| match section.role? {
        Role::Learned => Some(Role::WhatILearned),
        role => PARTS.contains(&role).then_some(role),
    };
    let sections = parse
        .document
        .sections
        .iter()
        .filter_map(|section| Some((section, role(section)?)));
    sections
        .map(|(section, role)| one(parse, section, role))
        .collect()
}

fn one(parse: &Parse, section: &Section, role: Role) -> StoryPart {
    let mut part = StoryPart {
        role,
        heading: parse.document.text(section.heading).span,
        text: String::new(),
        blocks: Vec::new(),
    };
    for (id, text) in parse.document.texts_in(section.texts) {
        if matches!(text.place, Place::Footnote(_)) {
            continue;
        }
        if !part.text.is_empty() {
            part.text.push(' ');
        }
        part.text.push_str(&text.words.text);
        part.blocks.push(id);
    }
    part
}
