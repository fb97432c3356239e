//! Names of people, and who is the owner.

use jiff::civil::Date;

/// A name and a date, as in `seen="P. Rao 2026-05-02"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The person.
    pub name: String,
    /// The day.
    pub date: Date,
}

/// Reads `NAME DATE`, the date as year-month-day; none where either is missing.
pub fn signature(text: &str) -> Option<Signature> {
    let (name, date) = text.trim().rsplit_once(char::is_whitespace)?;
    let name = name.trim().trim_end_matches([',', ';']).trim();
    let date: Date = date.parse().ok()?;
    is_name(name).then(|| Signature {
        name: name.to_owned(),
        date,
    })
}

/// Whether `text` can be somebody's name: it has a letter.
pub(crate) fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Whether two names are of one person: equal but for case, white space and full stops.
pub fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// What is equal in all names of one person.
pub(crate) fn plain(name: &str) -> String {
    let name = name.replace('.', " ").to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `name` is a named person other than the owner, where the owner is named.
pub fn is_other(name: &str, owner: Option<&str>) -> bool {
    is_name(name) && !owner.is_some_and(|owner| same(owner, name)) && !is_barrage(name)
}

/// Whether a why is the barrage's: nobody has put their name to it yet.
pub(crate) fn is_barrage(name: &str) -> bool {
    same(name, "whyproof")
}
