//! Where the links of a case may lead.

use whyproof_case::{Case, Named};

use super::options::PageOptions;
use super::safe::is_hidden;
use super::standing::anchor;
use crate::manuscript::Manuscript;

/// A target that may stand in a page: of a scheme that runs nothing, or without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Href(String);

impl Href {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads off the page.
    pub(super) fn is_outside(&self) -> bool {
        !self.0.starts_with('#')
    }
}

/// Where a link of the case leads; none where it is shown as text.
pub(super) fn href(
    manuscript: &Manuscript<'_>,
    options: &PageOptions,
    target: &str,
) -> Option<Href> {
    let steers = |letter: char| letter.is_whitespace() || is_hidden(letter) || letter == '\\';
    if target.is_empty() || target.chars().any(steers) {
        return None;
    }
    if let Some(id) = target.strip_prefix('#') {
        return inside(manuscript, id).map(|id| Href(format!("#{id}")));
    }
    if is_web(target) || is_mail(target) {
        return Some(Href(target.to_owned()));
    }
    beside(manuscript.case, options, target)
}

fn starts(target: &str, scheme: &str) -> bool {
    let head = target.get(..scheme.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(scheme)) && target.len() > scheme.len()
}

fn is_web(target: &str) -> bool {
    let rest = ["https://", "http://"]
        .into_iter()
        .find(|scheme| starts(target, scheme))
        .map(|scheme| &target[scheme.len()..]);
    rest.is_some_and(|rest| !rest.starts_with('/'))
}

fn is_mail(target: &str) -> bool {
    starts(target, "mailto:")
}

/// A file of the workspace. Its path begins with `./` or `../`, so that nothing in it can be a scheme or a host.
fn beside(case: &Case, options: &PageOptions, target: &str) -> Option<Href> {
    let way = options.beside.as_deref()?;
    let path = target.split(['?', '#']).next().unwrap_or("");
    if path.is_empty() || path.starts_with('/') || path.contains(':') {
        return None;
    }
    case.scope.beside(path)?;
    Some(Href(match way {
        "" => format!("./{target}"),
        way if way.starts_with("../") => format!("{way}{target}"),
        way => format!("./{way}{target}"),
    }))
}

/// The element that `#id` of the case means: what the author called so, else the section with that heading.
fn inside(manuscript: &Manuscript<'_>, id: &str) -> Option<String> {
    let case = manuscript.case;
    let block = match case.named(id) {
        Some(Named::Statement(statement)) => case.statement(statement).head,
        Some(Named::Why(why)) => case.whys.get(why as usize)?.head,
        Some(Named::Block(block)) => block,
        None => {
            let mut parts = manuscript.parts.iter();
            parts.find(|part| slug(part.name) == id)?.heading
        }
    };
    Some(anchor(manuscript, block))
}

/// A heading's id on code hosts.
fn slug(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let kept = lower.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        letter => letter.is_alphanumeric().then_some(letter),
    });
    kept.collect()
}
