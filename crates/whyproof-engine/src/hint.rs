//! "Did you mean": the nearest of the names that are there.

/// The name among `names` that is nearest to `name`, where one is near.
pub(crate) fn among<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let lower = name.to_lowercase();
    names
        .map(|near| {
            (
                strsim::damerau_levenshtein(&lower, &near.to_lowercase()),
                near,
            )
        })
        .filter(|(distance, _)| *distance <= 1 + lower.chars().count() / 4)
        .min()
        .map(|(_, near)| near.to_owned())
}

/// Some of the names, for a person to choose from.
pub(crate) fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    const MOST: usize = 20;
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        format!(
            "{} and {} more",
            names[..MOST].join(", "),
            names.len() - MOST
        )
    } else {
        names.join(", ")
    }
}
