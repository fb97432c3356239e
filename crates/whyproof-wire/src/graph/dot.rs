//! The argument in Graphviz's DOT language.

use whyproof_case::{Case, Side, Standing, Statement};

use super::edges::{Drawing, Edge, Node};
use super::wrap;

/// A digraph: reasons and objections point at what they bear on. Standing is shown by shape, line and colour.
pub fn dot(case: &Case) -> String {
    let drawing = Drawing::of(case);
    let mut out = String::from("digraph argument {\n  rankdir=BT;\n");
    out.push_str("  node [fontname=\"sans-serif\", fontsize=11, margin=\"0.15,0.08\"];\n");
    out.push_str("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    let title = case.title.as_deref().unwrap_or("(no title)");
    let mark = mark(case.verdict.standing);
    let head = format!("{mark} {}", case.kind.word());
    let look = format!("{}, peripheries=2", look(case.verdict.standing));
    node(&mut out, Node::Case, &head, title, &look);
    for (id, statement) in case.statements() {
        let head = head_of(statement);
        let look = look_of(statement);
        node(&mut out, Node::Statement(id), &head, &statement.text, &look);
    }
    for (at, words) in drawing.data.iter().enumerate() {
        let look = "shape=note, style=filled, fillcolor=\"#ffffff\", color=\"#b24000\"";
        node(&mut out, Node::Data(at as u32), "the data say", words, look);
    }
    for at in 0..drawing.joints {
        let name = Node::Joint(at).name();
        out.push_str(&format!(
            "  {name} [shape=point, width=0.08, label=\"\"];\n"
        ));
    }
    for (from, edge, to) in &drawing.edges {
        let (from, to) = (from.name(), to.name());
        let (label, look) = (edge.word(), edge_look(*edge));
        out.push_str(&format!("  {from} -> {to} [label=\"{label}\", {look}];\n"));
    }
    out.push_str("}\n");
    out
}

fn node(out: &mut String, node: Node, head: &str, text: &str, look: &str) {
    let mut label = escape(head);
    for line in wrap::lines(text) {
        label.push_str("\\n");
        label.push_str(&escape(&line));
    }
    out.push_str(&format!("  {} [label=\"{label}\", {look}];\n", node.name()));
}

fn head_of(statement: &Statement) -> String {
    let mark = mark(statement.standing);
    let by = statement.by.as_deref().map(wrap::plain);
    let by = by.map_or(String::new(), |by| format!(" by {by}"));
    format!("{mark} {} #{}{by}", statement.kind.word(), statement.id)
}

fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Stands => "✓ stands:",
        Standing::Assumed => "~ assumed:",
        Standing::Falls => "✗ falls:",
    }
}

fn look_of(statement: &Statement) -> String {
    let mut look = look(statement.standing).to_owned();
    if statement.side == Side::Challenger {
        look.push_str(", fontcolor=\"#444444\"");
    }
    look
}

fn look(standing: Standing) -> &'static str {
    match standing {
        Standing::Stands => {
            "shape=box, style=\"filled,bold\", fillcolor=\"#e2f3ec\", color=\"#00795a\""
        }
        Standing::Assumed => {
            "shape=box, style=\"filled,rounded,dashed\", fillcolor=\"#fff6dd\", color=\"#9a6a00\""
        }
        Standing::Falls => {
            "shape=octagon, style=\"filled,dotted\", fillcolor=\"#fbe7df\", color=\"#b24000\""
        }
    }
}

fn edge_look(edge: Edge) -> &'static str {
    if edge.attacks() {
        "style=dashed, arrowhead=tee, color=\"#b24000\""
    } else if edge == Edge::And {
        "arrowhead=none, color=\"#00795a\""
    } else {
        "color=\"#00795a\""
    }
}

/// Text inside a quoted string: quotes, backslashes (which begin `\N` and `\n`) and HTML entities have no meaning.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
