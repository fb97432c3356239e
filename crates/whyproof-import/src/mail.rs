//! The lines that a mail begins with, where a text was copied with them: its subject and who wrote it.

/// What the lines say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// The subject, without "Re:" and "Fwd:".
    pub(crate) subject: Option<String>,
    /// Who wrote it, without the address.
    pub(crate) from: Option<String>,
}

/// The name of the field, where `line` is one of a mail's first lines, and its value.
pub(crate) fn field(line: &str) -> Option<(String, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let known = [
        "subject", "from", "to", "cc", "bcc", "date", "sent", "reply-to",
    ];
    (known.contains(&name.as_str()) && !value.trim().is_empty()).then(|| (name, value.trim()))
}

/// Reads the first lines of `text`, as far as they are a mail's.
pub(crate) fn head(text: &str) -> Head {
    let mut head = Head::default();
    let lines = text.trim_start_matches('\u{feff}').lines();
    let lines = lines.skip_while(|line| line.trim().is_empty());
    for line in lines {
        match field(line) {
            Some((name, value)) if name == "subject" => head.subject = Some(subject(value)),
            Some((name, value)) if name == "from" => head.from = person(value),
            Some(_) => {}
            None => break,
        }
    }
    head
}

fn subject(value: &str) -> String {
    let mut value = value;
    while let Some((name, rest)) = value.split_once(':') {
        let again = ["re", "fw", "fwd"];
        if !again.contains(&name.trim().to_lowercase().as_str()) || rest.trim().is_empty() {
            break;
        }
        value = rest.trim_start();
    }
    value.to_owned()
}

/// The name in `A. Reyes <reyes@shop.example>`; the address where there is no name.
fn person(value: &str) -> Option<String> {
    let name = value.split_once('<').map_or(value, |(name, _)| name);
    let name = name.trim().trim_matches('"').trim();
    let address = || value.trim_matches(['<', '>', ' ']);
    let name = if name.is_empty() { address() } else { name };
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests;
