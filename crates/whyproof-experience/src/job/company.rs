//! Whose job it is, where the description says so plainly.

use super::read::{Line, LineKind, normal, parts};

/// The most words of a name.
const WORDS: usize = 6;

/// What a heading *About …* is about where it names nobody.
const NOBODY: &[&str] = &["us", "the", "you", "this", "our", "your", "me"];

/// The company: after `Company:`; in the line under the title, `Acme · Berlin`, where the text names it again; in *About
/// Acme*; or of *Acme is an equal opportunity employer*.
pub(super) fn of(text: &str, lines: &[Line]) -> Option<String> {
    let words = normal(text);
    let again = |name: &str| {
        let first = name.split_whitespace().next().unwrap_or(name);
        words.matches(&normal(first)).count() > 1
    };
    let labelled = text.lines().find_map(|line| {
        let (label, name) = line.split_once(':')?;
        let label = label
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        matches!(
            label.as_str(),
            "company" | "employer" | "organisation" | "organization"
        )
        .then(|| name.trim_matches(|c: char| c == '*' || c.is_whitespace()))
    });
    let under = lines
        .get(1)
        .filter(|line| line.kind != LineKind::Item)
        .and_then(|line| {
            let parts = parts(&line.words);
            (parts.len() > 1)
                .then(|| parts[0])
                .filter(|name| again(name))
        });
    let headings = lines.iter().filter(|line| line.kind == LineKind::Heading);
    let about = headings.filter_map(|line| line.words.strip_prefix("About "));
    let about = about.filter(|name| {
        let first = normal(name.split_whitespace().next().unwrap_or(""));
        name.starts_with(char::is_uppercase) && !NOBODY.contains(&first.trim()) && again(name)
    });
    let equal = lines.iter().find_map(|line| {
        let (name, rest) = line.words.split_once(" is an ")?;
        rest.to_lowercase().starts_with("equal").then_some(name)
    });
    let mut found = labelled.into_iter().chain(under).chain(about).chain(equal);
    let name = found.find(|name| {
        let count = name.split_whitespace().count();
        (1..=WORDS).contains(&count)
            && name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !name.ends_with('.')
    })?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::job::read;

    #[test]
    fn whose_job_it_is_stands_in_it_plainly_or_is_not_said() {
        let said = |text: &str| {
            let job = read(text);
            (
                job.title.unwrap_or_default(),
                job.company.unwrap_or_default(),
            )
        };
        let pair = |title: &str, company: &str| (title.to_owned(), company.to_owned());
        assert_eq!(
            said(
                "Senior Product Manager, Platform\nBrightforge · Berlin or remote (EU)\n\nAbout us\nBrightforge makes software."
            ),
            pair("Senior Product Manager, Platform", "Brightforge")
        );
        assert_eq!(
            said(
                "# Program Manager\n\nLarkfield Health · Manchester\n\n## About us\n\nLarkfield makes software.\n"
            ),
            pair("Program Manager", "Larkfield Health")
        );
        assert_eq!(
            said(
                "Product Manager\n\nHarborline delivers groceries.\n\n- You talk to people.\n\nHarborline is an equal opportunity employer.\n"
            ),
            pair("Product Manager", "Harborline")
        );
        assert_eq!(
            said("Clerk\n\nCompany: Acme Foods\n\nYou will file letters."),
            pair("Clerk", "Acme Foods")
        );
        assert_eq!(
            said("Clerk\nBerlin · Full-time\n\nYou will file letters."),
            pair("Clerk", "")
        );
        assert_eq!(
            said("# Clerk\n\n## About the role\n\nYou will play a role.\n"),
            pair("Clerk", "")
        );
    }
}
