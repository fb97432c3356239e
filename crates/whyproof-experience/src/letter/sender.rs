//! Who writes, and how they are reached: as the résumé has it.

use super::plain;
use crate::background::Background;
use crate::resume::Basics;

/// The name, and under it the ways to reach them.
pub(super) fn lines(background: &Background, person: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> = person
        .map(|person| format!("**{}**", plain(person)))
        .into_iter()
        .collect();
    let life = background.life.as_ref();
    let Some(basics) = life.and_then(|life| life.resume.basics.as_ref()) else {
        return lines;
    };
    let ways: Vec<String> = ways(basics).iter().map(|way| plain(way)).collect();
    if !ways.is_empty() {
        lines.push(ways.join(" · "));
    }
    lines
}

/// In the order of the résumé's head: mail, telephone, place, page.
fn ways(basics: &Basics) -> Vec<String> {
    let location = basics.location.as_ref();
    let place = location.map(|at| [at.city.as_deref(), at.region.as_deref()]);
    let place = given(&place.unwrap_or_default()).join(", ");
    let of = |way| given(&[way]).join("");
    let ways = [
        of(basics.email.as_deref()),
        of(basics.phone.as_deref()),
        place,
        of(basics.url.as_deref()),
    ];
    ways.into_iter().filter(|way| !way.is_empty()).collect()
}

fn given<'b>(parts: &[Option<&'b str>]) -> Vec<&'b str> {
    let parts = parts.iter().flatten().map(|part| part.trim());
    parts.filter(|part| !part.is_empty()).collect()
}
