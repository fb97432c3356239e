//! A letter: its words as they stand in the file, under the head of a résumé's design, and nothing of a paper's apparatus.

mod parts;

use whyproof_typeset::string;

use super::words;
use super::writer::Writer;
use super::{STYLE, author, titled};
use crate::resume::{Design, head};
use parts::{Parts, Sender};

/// How a letter looks, over the design of a résumé.
const LOOK: &str = include_str!("letter/letter.typ");

/// The front matter's key for the design.
const KEY: &str = "design";

/// The design that is asked for, else the one that the letter names.
fn design(writer: &Writer<'_, '_>) -> Design {
    let front = &writer.manuscript.case.front;
    let named = || Design::parse(front.get(KEY)?.trim());
    writer.options.design.or_else(named).unwrap_or_default()
}

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    frame(writer);
    writer.footnotes = false;
    let owner = manuscript.case.owner.as_deref();
    let is_whole = manuscript.parts.is_empty();
    let parts = Parts::of(&manuscript.lead, owner, is_whole);
    if let Some(sender) = &parts.sender {
        masthead(writer, sender);
    }
    for (at, events) in parts.opening.iter().enumerate() {
        let first = at == 0 && parts.sender.is_some();
        writer.raw(if first { "#to(first: true)[" } else { "#to[" });
        writer.flow(events);
        writer.raw("]\n");
    }
    if let Some(events) = parts.about {
        writer.raw("#about[");
        writer.flow(events);
        writer.raw("]\n");
    }
    writer.flow(parts.body);
    if let Some((close, name)) = parts.signed {
        writer.raw("#signed[");
        writer.flow(close);
        writer.raw("][");
        writer.flow(name);
        writer.raw("]\n\n");
    }
    for part in &manuscript.parts {
        writer.heading_of(1, &part.title, part.name);
        writer.flow(&part.flow);
    }
    super::end_of_body(writer);
}

/// The design's measures and style, and the metadata.
fn frame(writer: &mut Writer<'_, '_>) {
    let options = writer.options;
    let locale = options.locale();
    let size = options.size.unwrap_or(locale.page());
    let title = titled(writer, "Letter");
    let author = author(writer);
    writer.raw(STYLE);
    let look = design(writer).letter(size.width());
    writer.raw(&head(look));
    writer.raw(LOOK);
    writer.raw(&format!(
        "\n#show: paper.with(title: {}, author: {author}, language: {}, region: {}, size: {})\n#show: letter\n",
        string(&title),
        string(&locale.language),
        locale.region.as_deref().map_or("none".to_owned(), string),
        string(size.word()),
    ));
}

/// The head of the design: who writes, and how they are reached.
fn masthead(writer: &mut Writer<'_, '_>, sender: &Sender) {
    writer.raw("#masthead(");
    writer.block(&sender.name);
    writer.raw(", none, (");
    for (text, target) in &sender.ways {
        writer.raw("[");
        match target {
            Some(target) => {
                writer.raw(&format!("#link({})[", string(target)));
                words::addressed(text, &mut writer.shapeless, &mut writer.out);
                writer.raw("]");
            }
            None => writer.words(text),
        }
        writer.raw("], ");
    }
    writer.raw("))\n");
}
