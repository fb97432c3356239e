//! Lines that nothing which is made may have: they say more than their source, or what the person has withdrawn.

use super::kinds::see;
use super::remarks::buzzwords;
use super::{Remark, RemarkKind};
use crate::background::Background;
use crate::truth;

/// A remark for each, in the order of the résumé; what says more comes first.
pub(super) fn refused(background: &Background) -> Vec<Remark> {
    let Some(life) = &background.life else {
        return Vec::new();
    };
    let path = &life.path;
    let more = truth::check(background).into_iter().map(|refusal| Remark {
        kind: RemarkKind::SaysMore,
        words: refusal.words,
        path: path.clone(),
        line: None,
        says: match refusal.nearest {
            Some(nearest) => format!("{} What its source supports: “{nearest}”", refusal.says),
            None => refusal.says,
        },
    });
    let lines = life.resume.lines();
    let withdrawn = lines.iter().filter_map(|line| {
        let statement = truth::withdrawn(&life.own, line.text)?;
        Some(Remark {
            kind: RemarkKind::Withdrawn,
            words: line.text.to_owned(),
            path: path.clone(),
            line: None,
            says: format!("You have withdrawn “{statement}”: it goes into nothing that is made."),
        })
    });
    more.chain(withdrawn).collect()
}

/// Whether a line is nothing but words that sound.
pub(crate) fn is_hollow(line: &str) -> bool {
    buzzwords::is_empty(line, &see(line, None, None))
}
