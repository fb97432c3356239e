//! What has to stand in a résumé on paper, read from its file as plain YAML, without what renders it.

use serde_json::Value;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Groups of words, one after the other; within a group the designs differ.
pub(crate) fn expected(resume: &Value) -> Vec<Vec<String>> {
    let mut groups = Vec::new();
    let basics = &resume["basics"];
    groups.push(vec![text(&basics["name"])]);
    groups.push(vec![text(&basics["label"])]);
    for key in ["email", "phone"] {
        groups.push(vec![text(&basics[key])]);
    }
    groups.push(vec![text(&basics["location"]["city"])]);
    groups.push(vec![address(&basics["url"])]);
    for profile in list(&basics["profiles"]) {
        let url = address(&profile["url"]);
        groups.push(vec![if url.is_empty() {
            text(&profile["username"])
        } else {
            url
        }]);
    }
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
            groups.push(group);
            groups.extend(body.iter().map(|key| vec![text(&entry[*key])]));
            for key in *items {
                groups.extend(list(&entry[*key]).iter().map(|item| vec![text(item)]));
            }
        }
    }
    for group in &mut groups {
        group.retain(|words| !words.is_empty());
    }
    groups
}

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

fn address(url: &Value) -> String {
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
