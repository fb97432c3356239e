//! Who writes, and how they are reached: as the résumé has it.

use super::plain;
use crate::background::Background;
use crate::resume::Basics;

/// The name, the place, and the ways to reach them; a line each.
pub(super) fn lines(background: &Background, person: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> = person
        .map(|person| format!("**{}**", plain(person)))
        .into_iter()
        .collect();
    let life = background.life.as_ref();
    let Some(basics) = life.and_then(|life| life.resume.basics.as_ref()) else {
        return lines;
    };
    for (parts, between) in [(place(basics), ", "), (ways(basics), " · ")] {
        if !parts.is_empty() {
            let parts: Vec<String> = parts.iter().map(|part| plain(part)).collect();
            lines.push(parts.join(between));
        }
    }
    lines
}

fn place(basics: &Basics) -> Vec<&str> {
    let location = basics.location.as_ref();
    let parts = location.map(|at| [at.city.as_deref(), at.region.as_deref()]);
    given(&parts.unwrap_or_default())
}

fn ways(basics: &Basics) -> Vec<&str> {
    let ways = [&basics.email, &basics.phone, &basics.url];
    given(&ways.map(|way| way.as_deref()))
}

fn given<'b>(parts: &[Option<&'b str>]) -> Vec<&'b str> {
    let parts = parts.iter().flatten().map(|part| part.trim());
    parts.filter(|part| !part.is_empty()).collect()
}
