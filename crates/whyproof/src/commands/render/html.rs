//! A case as a page.

use whyproof_case::{Case, Host};
use whyproof_host::System;
use whyproof_render::html::{self, PageOptions};
use whyproof_render::manuscript::Manuscript;

use super::RenderArgs;
use super::made::Made;
use crate::error::Error;

/// The page of a case, to stand at `out`.
pub(super) fn make(case: &Case, arguments: &RenderArgs, out: &str) -> Result<Made, Error> {
    let options = PageOptions {
        theme: arguments.theme.into(),
        beside: way(out, &case.scope.folder),
        ..PageOptions::default()
    };
    let page = html::page(&Manuscript::new(case), &options);
    Ok(Made::one(out, page.into_string().into_bytes()))
}

/// The way from the folder of the file `out` to `folder`, for links: empty, or with `/` at its end.
fn way(out: &str, folder: &str) -> Option<String> {
    let current = System.current_folder()?;
    let out = whyproof_case::join(&current, out);
    let from = parts(out.rsplit_once('/').map_or("", |(folder, _)| folder))?;
    let whole = whyproof_case::join(&current, folder);
    let to = parts(&whole)?;
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - same);
    let down: String = to[same..].iter().map(|part| format!("{part}/")).collect();
    // Names with letters that mean something in a link are left unlinked.
    let is_plain = |c: char| c.is_alphanumeric() || "/._-~".contains(c);
    let way = format!("{up}{down}");
    way.chars().all(is_plain).then_some(way)
}

/// The folders of a path, `.` and `..` resolved; none where it leads above the root.
fn parts(path: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn dots_in_a_path_are_resolved() {
        assert_eq!(parts("/a/./b/../c/"), Some(vec!["a", "c"]));
        assert_eq!(parts("/a/../.."), None);
    }
}
