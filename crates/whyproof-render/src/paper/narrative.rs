//! The narrative: the case as prose, six pages and an appendix.

use whyproof_case::{Grounds, Target, WhyState};
use whyproof_syntax::Role;
use whyproof_typeset::string;

use crate::manuscript::Part;

use super::words;
use super::writer::{Writer, on_their_word};

/// How many rows of the table of evidence stay on one page.
const WHOLE: usize = 16;

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    super::head(writer);
    writer.flow(&manuscript.lead);
    let (after, body): (Vec<_>, Vec<_>) = manuscript
        .parts
        .iter()
        .partition(|part| matches!(part.role, Some(Role::Questions | Role::Data)));
    for part in body {
        section(writer, part);
    }
    super::end_of_body(writer);
    appendix(writer, &after);
}

/// A section: *Case* as prose, another as it is.
pub(super) fn section<'a>(writer: &mut Writer<'_, 'a>, part: &Part<'a>) {
    writer.heading_of(1, &part.title, part.name);
    if part.role == Some(Role::Case) {
        for piece in writer.manuscript.argued(part) {
            writer.argued(&piece);
        }
    } else {
        writer.flow(&part.flow);
    }
}

fn appendix<'a>(writer: &mut Writer<'_, 'a>, after: &[&Part<'a>]) {
    let manuscript = writer.manuscript;
    let fences = &manuscript.case.parse.document.fences;
    if after.is_empty() && manuscript.notes.is_empty() && fences.is_empty() {
        return;
    }
    writer.raw("#apart()\n");
    writer.heading(1, "Appendix");
    writer.deeper = 1;
    for part in after
        .iter()
        .filter(|part| part.role == Some(Role::Questions))
    {
        questions(writer, part);
    }
    for part in after.iter().filter(|part| part.role == Some(Role::Data)) {
        if part.flow.iter().any(|event| !is_fence(event)) {
            writer.heading_of(1, &part.title, part.name);
            let flow: Vec<_> = part
                .flow
                .iter()
                .filter(|event| !is_fence(event))
                .cloned()
                .collect();
            writer.flow(&flow);
        }
    }
    evidence(writer);
    further_notes(writer);
    listings(writer);
    writer.deeper = 0;
}

fn is_fence(event: &crate::manuscript::Event<'_>) -> bool {
    matches!(event, crate::manuscript::Event::Fence(_))
}

/// Questions with who asks and how far each has come under it.
pub(super) fn questions<'a>(writer: &mut Writer<'_, 'a>, part: &Part<'a>) {
    use crate::manuscript::{Element, Event};
    writer.heading_of(1, &part.title, part.name);
    let manuscript = writer.manuscript;
    let mut from = 0;
    for (index, event) in part.flow.iter().enumerate() {
        let Event::Close(Element::Heading(_, text)) = event else {
            continue;
        };
        writer.flow(&part.flow[from..=index]);
        from = index + 1;
        if let Some(asks) = manuscript.block(*text).asks {
            asked(writer, asks);
        }
    }
    writer.flow(&part.flow[from..]);
}

/// Who asks a why, of what, and how far it has come.
pub(super) fn asked(writer: &mut Writer<'_, '_>, at: u32) {
    let case = writer.manuscript.case;
    let why = &case.whys[at as usize];
    let mut said = Vec::new();
    if let Some(by) = &why.by {
        said.push(format!("asked by {by}"));
    }
    if let Target::Statement(id) = &why.target {
        let text = case.statement(*id).text.trim_end_matches('.');
        said.push(format!("on “{text}”"));
    }
    match (&why.settled, why.state) {
        (Some(settled), _) => {
            let day = writer.options.locale().date(settled.date);
            said.push(format!("settled by {}, {day}", settled.name));
        }
        (None, WhyState::Open | WhyState::Suggested) => said.push("not answered yet".to_owned()),
        _ => {}
    }
    if !said.is_empty() {
        writer.raw("#aside");
        writer.block(&format!("{}.", whyproof_case::capital(&said.join(", "))));
        writer.raw("\n\n");
    }
}

/// The evidence in a table: where it can be followed, or on whose word it is.
fn evidence(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    let notes = manuscript.notes.iter().enumerate();
    let evident: Vec<(usize, u32)> = notes
        .filter(|(index, _)| writer.noted[*index])
        .filter_map(|(index, note)| Some((index, note.evidence?)))
        .collect();
    if evident.is_empty() {
        return;
    }
    writer.heading(1, "Evidence");
    let has_link = |(_, at): &(usize, u32)| {
        let grounds = &manuscript.case.evidence[*at as usize].grounds;
        matches!(grounds, Grounds::Link(_) | Grounds::Doi(_))
    };
    if evident.iter().any(has_link) {
        writer.raw("#aside");
        writer.block("Of links only the form was checked: nobody here has opened them.");
        writer.raw("\n");
    }
    let whole = evident.len() <= WHOLE;
    writer.raw(&format!("#ruled(whole: {whole}, (auto, auto, 1fr), (end, start, start), ([Note], [Kind], [What it is, and where a reader can follow it],), ("));
    for (index, at) in evident {
        let evidence = &manuscript.case.evidence[at as usize];
        writer.raw(&format!(
            "[#context counter(footnote).at(<note-{index}>).first();],"
        ));
        writer.block(evidence.kind.word());
        writer.raw(",");
        // The notes themselves are pages away.
        let source = source(&evidence.text, &evidence.grounds);
        writer.raw("[");
        writer.words(&whyproof_case::capital(source));
        writer.raw("#linebreak();");
        writer.words(&followed(&evidence.grounds));
        writer.raw("],");
    }
    writer.raw("))\n");
}

/// What evidence is, without the way there, which stands below it.
fn source<'c>(text: &'c str, grounds: &Grounds) -> &'c str {
    let way = match grounds {
        Grounds::File(path) => path.as_str(),
        Grounds::Link(_) | Grounds::Doi(_) => "http",
        _ => return text,
    };
    let end = text.find(way).or_else(|| text.find("doi:"));
    text[..end.unwrap_or(text.len())].trim()
}

/// Where evidence can be followed, in few words.
fn followed(grounds: &Grounds) -> String {
    match grounds {
        Grounds::File(path) => path.clone(),
        Grounds::Link(url) => url.clone(),
        Grounds::Doi(doi) => format!("doi:{doi}"),
        Grounds::NoSource => "On the author’s word.".to_owned(),
        other => on_their_word(&other.sentence()),
    }
}

/// Notes that the body does not refer to.
fn further_notes(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    let further: Vec<usize> = (0..manuscript.notes.len())
        .filter(|&index| !writer.noted[index])
        .collect();
    if further.is_empty() {
        return;
    }
    writer.heading(1, "Further notes");
    for index in further {
        writer.raw("#entry");
        writer.block(manuscript.notes[index].label);
        writer.raw("[");
        writer.note_words(index as u32);
        writer.raw("]\n\n");
    }
}

/// Every block of code of the file, in its order.
fn listings(writer: &mut Writer<'_, '_>) {
    let fences = &writer.manuscript.case.parse.document.fences;
    if fences.is_empty() {
        return;
    }
    writer.heading(1, "Queries, experiments and code");
    for fence in fences {
        let name = match (fence.language.as_str(), &fence.name) {
            ("sql", Some(name)) => format!("Query {name}"),
            ("experiment", Some(name)) => format!("Experiment {name}"),
            ("", _) => "Code".to_owned(),
            (language, _) => format!("Code, {language}"),
        };
        writer.heading(2, &name);
        if let Some(holds) = fence.attributes.get("holds") {
            writer.raw("#aside[#\"It has to hold that \";");
            words::code(holds, &mut writer.shapeless, &mut writer.out);
            writer.raw("#\".\";]\n");
        }
        words::listing(&fence.code, &mut writer.shapeless, &mut writer.out);
    }
}

/// The label of the end of a body.
pub(super) fn body_end() -> String {
    format!("#metadata({})<body-end>\n", string("end"))
}
