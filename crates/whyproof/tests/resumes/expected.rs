//! What has to stand in a résumé on paper, read from its file as plain YAML, without what renders it.

use serde_json::Value;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Groups of words, one after the other; within a group the designs differ.
pub(crate) fn expected(resume: &Value) -> Vec<Vec<String>> {
    let mut groups = Vec::new();
    let basics = &resume["basics"];
    let mut head = ["name", "label", "email", "phone"]
        .map(|key| text(&basics[key]))
        .to_vec();
    head.push(text(&basics["location"]["city"]));
    head.push(address(&basics["url"]));
    head.extend(list(&basics["profiles"]).iter().map(|profile| {
        let url = address(&profile["url"]);
        if url.is_empty() {
            text(&profile["username"])
        } else {
            url
        }
    }));
    groups.push(head);
    if !text(&basics["summary"]).is_empty() {
        groups.push(vec!["Summary".to_owned()]);
        groups.extend(
            text(&basics["summary"])
                .split("\n\n")
                .map(|one| vec![one.to_owned()]),
        );
    }
    for (key, name, head, about, body, items) in SECTIONS {
        let entries = list(&resume[*key]);
        if !entries.is_empty() {
            groups.push(vec![(*name).to_owned()]);
        }
        for entry in entries {
            let mut group: Vec<String> = head.iter().map(|key| text(&entry[*key])).collect();
            group.extend(list(&entry["roles"]).iter().map(text));
            group.extend(about.iter().map(|key| address(&entry[*key])));
            group.push(when(entry));
            let items = items.iter().flat_map(|key| list(&entry[*key]));
            let items = items.map(text);
            if IN_ONE_ROW.contains(key) {
                group.extend(items);
                groups.push(group);
                continue;
            }
            groups.push(group);
            groups.extend(body.iter().map(|key| vec![text(&entry[*key])]));
            groups.extend(items.map(|item| vec![item]));
        }
    }
    for group in &mut groups {
        group.retain(|words| !words.is_empty());
    }
    groups
}

/// Sections whose entries are a row each: a term, and what is said of it.
const IN_ONE_ROW: [&str; 2] = ["skills", "interests"];

/// A section: its key, its name, the keys of its entries' heads, what stands below these, texts and lists.
type Section = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const SECTIONS: &[Section] = &[
    (
        "work",
        "Experience",
        &["position", "name", "location"],
        &["description", "url"],
        &["summary"],
        &["highlights"],
    ),
    (
        "volunteer",
        "Volunteering",
        &["position", "organization"],
        &["url"],
        &["summary"],
        &["highlights"],
    ),
    (
        "projects",
        "Projects",
        &["name", "entity"],
        &["type", "url"],
        &["description"],
        &["highlights", "keywords"],
    ),
    (
        "education",
        "Education",
        &["studyType", "area", "institution"],
        &["score", "url"],
        &[],
        &["courses"],
    ),
    (
        "awards",
        "Awards",
        &["title", "awarder"],
        &[],
        &["summary"],
        &[],
    ),
    (
        "certificates",
        "Certificates",
        &["name", "issuer"],
        &["url"],
        &[],
        &[],
    ),
    (
        "publications",
        "Publications",
        &["name", "publisher"],
        &["url"],
        &["summary"],
        &[],
    ),
    (
        "skills",
        "Skills",
        &["name", "level"],
        &[],
        &[],
        &["keywords"],
    ),
    (
        "languages",
        "Languages",
        &["language", "fluency"],
        &[],
        &[],
        &[],
    ),
    ("interests", "Interests", &["name"], &[], &[], &["keywords"]),
    (
        "references",
        "References",
        &["name"],
        &[],
        &["reference"],
        &[],
    ),
];

/// The dates of an entry, in English.
fn when(entry: &Value) -> String {
    let [start, end] = ["startDate", "endDate"].map(|key| month(&text(&entry[key])));
    let date = ["date", "releaseDate"]
        .map(|key| month(&text(&entry[key])))
        .concat();
    match (start.is_empty(), end.is_empty()) {
        (true, true) => date,
        (true, false) => end,
        (false, true) => format!("{start} – present"),
        (false, false) => format!("{start} – {end}"),
    }
}

fn month(date: &str) -> String {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    match parts.next().and_then(|month| month.parse::<usize>().ok()) {
        Some(month) => format!("{} {year}", MONTHS[month - 1]),
        None => year.to_owned(),
    }
}

pub(crate) fn address(url: &Value) -> String {
    let url = text(url);
    let bare = url
        .trim_start_matches("https://")
        .trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
