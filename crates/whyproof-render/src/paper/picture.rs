//! Charts and other pictures.

use whyproof_case::Figure;
use whyproof_typeset::{SERIF, string};

use crate::chart;

use super::Form;
use super::writer::Writer;

/// Width of a chart in its own pixels: its letters are then a little smaller than the text's.
const WIDTH: u32 = 520;

/// The height of a chart whose own would be no more than [`HIGH`].
const LOW: u32 = 250;

/// See [`LOW`].
const HIGH: u32 = 380;

/// Longest text alternative, in characters.
const ALTERNATIVE: usize = 4000;

/// A chart of the case: drawn from its table, else from its file.
pub(super) fn chart(writer: &mut Writer<'_, '_>, at: u32) {
    let case = writer.manuscript.case;
    let Some(figure) = case.figures.get(at as usize) else {
        return;
    };
    let drawn = drawn(writer, figure, at).or_else(|| filed(writer, figure));
    let Some(Drawn {
        svg,
        description,
        titled,
    }) = drawn
    else {
        let because = format!(
            "The chart {} is not drawn: its query was not computed.",
            figure.id
        );
        writer.lacks.push(because.clone());
        writer.raw("#absent[#strong");
        writer.block(&figure.text);
        writer.raw("#linebreak();");
        writer.words(&because);
        writer.raw("]\n");
        return;
    };
    let name = format!("chart-{at}.svg");
    let told = if description.is_empty() {
        &figure.text
    } else {
        &description
    };
    let told = super::words::shown(told, &mut writer.shapeless);
    let told: String = told.chars().take(ALTERNATIVE).collect();
    let told = if told.trim().is_empty() {
        "Chart".to_owned()
    } else {
        told
    };
    writer.charts += 1;
    let number = writer.charts;
    writer.see(number);
    writer.raw(&format!(
        "#chart({}, {}, {number}, stays: {}, ",
        string(&name),
        string(&told),
        writer.options.form == Form::OnePager
    ));
    if titled {
        writer.raw("none");
    } else {
        writer.block(&figure.text);
    }
    writer.raw(&format!(")<figure-{number}>\n"));
    writer.files.insert(name, svg.into_bytes());
}

/// A chart as an SVG.
struct Drawn {
    svg: String,
    /// What it shows, in sentences.
    description: String,
    /// Whether its title is drawn in it.
    titled: bool,
}

/// The chart of a computed table.
fn drawn(writer: &Writer<'_, '_>, figure: &Figure, at: u32) -> Option<Drawn> {
    let case = writer.manuscript.case;
    let answer = case.computed.results.get(&figure.query)?.as_ref().ok()?;
    let query = case.queries.iter().find(|query| query.name == figure.query);
    let mut options = chart::Options {
        prefix: format!("chart-{at}"),
        ..chart::Options::default()
    };
    for pair in query.into_iter().flat_map(|query| &query.attributes.pairs) {
        // What is no option of a chart was told by `refresh`.
        let _ = options.set(&pair.key, &pair.value);
    }
    // The words of the picture stand under it.
    options.title = None;
    options.width = Some(WIDTH);
    options.height = options.height.map(|height| height.min(600));
    let mut svg = chart::svg(&answer.table, &options).ok()?;
    // A lower chart leaves fewer pages with a gap at their foot; many rows need their height.
    if options.height.is_none() && (LOW..=HIGH).contains(&svg.height) {
        options.height = Some(LOW);
        svg = chart::svg(&answer.table, &options).ok()?;
    }
    Some(Drawn {
        svg: in_our_type(&svg.text),
        description: svg.description,
        titled: false,
    })
}

/// The chart as its file has it.
fn filed(writer: &Writer<'_, '_>, figure: &Figure) -> Option<Drawn> {
    let bytes = writer.options.charts.get(figure.path.as_deref()?)?;
    let svg = std::str::from_utf8(bytes).ok()?;
    if !is_harmless(svg) {
        return None;
    }
    let between = |open: &str, close: &str| {
        let from = svg.find(open)? + open.len();
        let from = from + svg[from..].find('>')? + 1;
        let to = from + svg[from..].find(close)?;
        Some(unescaped(&svg[from..to]))
    };
    let title = between("<title", "</title>").unwrap_or_default();
    Some(Drawn {
        svg: in_our_type(svg),
        description: between("<desc", "</desc>").unwrap_or_default(),
        titled: title.trim() == figure.text.trim() && svg.contains("<text"),
    })
}

/// Whether an SVG is of the plain kind that `refresh` writes: shapes and words, nothing that repeats, refers or loads.
fn is_harmless(svg: &str) -> bool {
    const REFUSED: [&str; 10] = [
        "<!doctype",
        "<!entity",
        "<use",
        "<image",
        "<foreignobject",
        "<filter",
        "<pattern",
        "<mask",
        "<symbol",
        "xlink",
    ];
    let lower = svg.to_ascii_lowercase();
    svg.len() <= 1 << 20
        && lower.contains("<svg")
        && !REFUSED.iter().any(|refused| lower.contains(refused))
}

/// The SVG with the paper's own letters.
fn in_our_type(svg: &str) -> String {
    const OPEN: &str = "font-family=\"";
    let Some(from) = svg.find(OPEN).map(|at| at + OPEN.len()) else {
        return svg.to_owned();
    };
    match svg[from..].find('"') {
        Some(length) => format!("{}{SERIF}{}", &svg[..from], &svg[from + length..]),
        None => svg.to_owned(),
    }
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// A picture that is no chart: its words stand for it.
pub(super) fn absent(writer: &mut Writer<'_, '_>, target: &str, alternative: &str) {
    writer
        .lacks
        .push(format!("The picture {target} is told in words."));
    writer.raw("#absent[");
    writer.words(if alternative.trim().is_empty() {
        "A picture"
    } else {
        alternative
    });
    writer.raw("#linebreak();");
    writer.words(&format!("(The picture {target} is not shown on paper.)"));
    writer.raw("]\n");
}
