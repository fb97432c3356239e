//! Which parts a document has, by its relationships.

use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::body::{self, Story};
use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{self, Piece};
use crate::ImportError;

/// A relationship of a part.
pub(super) struct Relationship {
    id: String,
    /// The last step of its type.
    pub(super) kind: String,
    pub(super) target: String,
    /// Whether it leads out of the archive.
    pub(super) external: bool,
}

/// Where links of a part lead, and what its pictures are called, by relationship.
pub(super) type Targets = FxHashMap<String, String>;

/// All that is read of a document.
pub(super) struct Parts {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) body: Vec<Story>,
    pub(super) footnotes: Vec<Story>,
    pub(super) endnotes: Vec<Story>,
    pub(super) comments: Vec<Story>,
    /// Headers and footers, with what they are.
    pub(super) margins: Vec<(&'static str, Vec<Story>)>,
}

/// The part that has the document's text: its name and its XML.
pub(super) fn main(archive: &mut Archive<'_>) -> Result<(String, String), ImportError> {
    let roots = relationships(archive, "_rels/.rels")?;
    let root = roots
        .iter()
        .find(|root| root.kind == "officeDocument" && !root.external);
    let main = match root {
        Some(root) => resolve(archive.name(), "", &root.target)?,
        None => "word/document.xml".to_owned(),
    };
    let Some(text) = archive.part(&main)? else {
        let name = archive.name().to_owned();
        return Err(ImportError::MissingPart { name, part: main });
    };
    Ok((main, text))
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Parts, ImportError> {
    let (main, text) = main(archive)?;
    let related = relationships(archive, &rels_of(&main))?;
    let name = archive.name().to_owned();
    let body = body::read(&name, &main, &text, &targets(&related))?;
    let mut parts = Parts {
        styles: Styles::default(),
        numbering: Numbering::default(),
        body,
        footnotes: Vec::new(),
        endnotes: Vec::new(),
        comments: Vec::new(),
        margins: Vec::new(),
    };
    for relationship in related.iter().filter(|relationship| !relationship.external) {
        let kind = relationship.kind.as_str();
        if !matches!(
            kind,
            "styles" | "numbering" | "footnotes" | "endnotes" | "comments" | "header" | "footer"
        ) {
            continue;
        }
        let part = resolve(&name, &main, &relationship.target)?;
        let Some(text) = archive.part(&part)? else {
            continue;
        };
        match kind {
            "styles" => parts.styles = Styles::read(&name, &part, &text)?,
            "numbering" => parts.numbering = Numbering::read(&name, &part, &text)?,
            _ => {
                let targets = targets(&relationships(archive, &rels_of(&part))?);
                let stories = body::read(&name, &part, &text, &targets)?;
                match kind {
                    "footnotes" => parts.footnotes = stories,
                    "endnotes" => parts.endnotes = stories,
                    "comments" => parts.comments = stories,
                    "header" => parts.margins.push(("Header", stories)),
                    _ => parts.margins.push(("Footer", stories)),
                }
            }
        }
    }
    Ok(parts)
}

fn targets(related: &[Relationship]) -> Targets {
    let pairs = related.iter().map(|r| (r.id.clone(), r.target.clone()));
    pairs.collect()
}

pub(super) fn relationships(
    archive: &mut Archive<'_>,
    part: &str,
) -> Result<Vec<Relationship>, ImportError> {
    let Some(text) = archive.part(part)? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    xml::each(archive.name(), part, &text, |piece| {
        if let Piece::Open(tag) = piece
            && tag.name == "Relationship"
        {
            let get = |name| tag.get(name).unwrap_or_default().to_owned();
            let kind = get("Type");
            found.push(Relationship {
                id: get("Id"),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: get("Target"),
                external: tag.get("TargetMode") == Some("External"),
            });
        }
    })?;
    Ok(found)
}

pub(super) fn rels_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// A target, which is relative to the part that names it, as the name of an entry.
pub(super) fn resolve(name: &str, from: &str, target: &str) -> Result<String, ImportError> {
    let folder = match target.strip_prefix('/') {
        Some(_) => "",
        None => from.rsplit_once('/').map_or("", |(folder, _)| folder),
    };
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target
        .split('/')
        .filter(|step| !step.is_empty() && *step != ".")
    {
        let outside = step.contains(['\\', ':', '\0']) || (step == ".." && path.pop().is_none());
        if outside {
            return Err(ImportError::Path {
                name: name.to_owned(),
                target: target.to_owned(),
            });
        }
        if step != ".." {
            path.push(step);
        }
    }
    Ok(path.join("/"))
}
