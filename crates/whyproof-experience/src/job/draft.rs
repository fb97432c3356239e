//! A bar as TOML.

use whyproof_case::Bar;

/// The file of a bar. The keys that a draft leaves empty are left out.
pub(super) fn toml(bar: &Bar) -> String {
    let mut text = String::new();
    let mut key = |name: &str, value: &str| {
        text.push_str(&format!("{name} = {}\n", quoted(value)));
    };
    key("name", &bar.name);
    key("title", &bar.title);
    key("summary", &bar.summary);
    for criterion in &bar.criteria {
        text.push_str("\n[[criterion]]\n");
        let mut key = |name: &str, value: &str| {
            text.push_str(&format!("{name} = {}\n", quoted(value)));
        };
        key("id", &criterion.id);
        key("title", &criterion.title);
        key("meets", &criterion.meets);
        if let Some(from) = &criterion.from {
            key("from", from);
        }
        if criterion.wish {
            text.push_str("wish = true\n");
        }
    }
    text
}

/// A basic string of TOML 1.0.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
