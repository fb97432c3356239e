//! The argument as a Mermaid flowchart, which code hosts draw.

use whyproof_case::{Case, Standing};

use super::edges::{Drawing, Edge, Node};
use super::wrap;

/// A flowchart: reasons and objections point at what they bear on. Standing is shown by shape, line and colour.
pub fn mermaid(case: &Case) -> String {
    let drawing = Drawing::of(case);
    let mut out = String::from("flowchart BT\n");
    let title = case.title.as_deref().unwrap_or("(no title)");
    let standing = case.verdict.standing;
    node(&mut out, Node::Case, standing, case.kind.word(), title);
    for (id, statement) in case.statements() {
        let by = statement.by.as_deref();
        let by = by.map_or(String::new(), |by| format!(" by {by}"));
        let head = format!("{} {}{by}", statement.kind.word(), statement.id);
        node(
            &mut out,
            Node::Statement(id),
            statement.standing,
            &head,
            &statement.text,
        );
    }
    for (at, words) in drawing.data.iter().enumerate() {
        let name = Node::Data(at as u32).name();
        let text = escape(&format!("the data say: {words}"));
        out.push_str(&format!("  {name}[/\"{text}\"/]\n"));
    }
    for at in 0..drawing.joints {
        out.push_str(&format!("  {}((\"and\"))\n", Node::Joint(at).name()));
    }
    for (from, edge, to) in &drawing.edges {
        let arrow = match edge {
            Edge::And => "---",
            edge if edge.attacks() => "-.-x",
            _ => "-->",
        };
        let (from, word, to) = (from.name(), edge.word(), to.name());
        out.push_str(&format!("  {from} {arrow}|{word}| {to}\n"));
    }
    out.push_str(CLASSES);
    out
}

const CLASSES: &str = "  classDef stands fill:#e2f3ec,stroke:#00795a,stroke-width:3px,color:#111111
  classDef assumed fill:#fff6dd,stroke:#9a6a00,stroke-dasharray:6 3,color:#111111
  classDef falls fill:#fbe7df,stroke:#b24000,stroke-dasharray:2 2,color:#111111
";

fn node(out: &mut String, node: Node, standing: Standing, head: &str, text: &str) {
    let (open, close, mark) = match standing {
        Standing::Stands => ("[\"", "\"]", "✓ stands"),
        Standing::Assumed => ("(\"", "\")", "~ assumed"),
        Standing::Falls => ("{{\"", "\"}}", "✗ falls"),
    };
    out.push_str(&format!(
        "  {}{open}{} · {}<br/>{}{close}:::{}\n",
        node.name(),
        escape(mark),
        escape(head),
        escape(text),
        standing.word()
    ));
}

/// Text inside a quoted label: all that Mermaid or HTML could read is written as `#` and its code.
fn escape(text: &str) -> String {
    let text = wrap::plain(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let safe = c.is_alphanumeric()
            || matches!(c, ' ' | '.' | ',' | '\'' | '!' | '?' | '-' | '~' | ':')
            || (!c.is_ascii() && c != '\u{feff}');
        if safe {
            out.push(c);
        } else {
            out.push_str(&format!("#{};", u32::from(c)));
        }
    }
    out
}
