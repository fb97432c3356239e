//! Figures: links whose text is a value as last computed.

use whyproof_syntax::{NodeKind, Parse, Span, TextId};

use crate::computed::Computed;
use crate::form::{self, Saying};

/// How a figure stands to its data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureState {
    /// Nobody computed it: this build cannot, or its text is `?`.
    #[default]
    NotComputed,
    /// Computed, and the text says the value.
    Live,
    /// Computed, and the text says something else.
    Stale,
    /// Its words are a condition, and the data contradict it.
    Broken,
}

impl FigureState {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            FigureState::NotComputed => "not computed",
            FigureState::Live => "live",
            FigureState::Stale => "stale",
            FigureState::Broken => "broken",
        }
    }
}

/// How a figure's text says its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A number, with its unit: `33.9%`, `$1.2M`, `2.0 km`.
    Value,
    /// Words that are a condition: `at least 30%`, `whatever the age`.
    Asserted,
    /// `?`: to be filled in.
    Open,
    /// A chart.
    Chart,
}

impl Form {
    /// The word used in output.
    pub fn word(self) -> &'static str {
        match self {
            Form::Value => "value",
            Form::Asserted => "asserted",
            Form::Open => "open",
            Form::Chart => "chart",
        }
    }
}

/// One figure.
#[derive(Debug, Clone)]
pub struct Figure {
    /// `query.column` or `query.column[key]`: its name in output.
    pub id: String,
    /// The link's words, or the chart's title.
    pub text: String,
    /// The query it comes from.
    pub query: String,
    /// The column; none for a chart.
    pub column: Option<String>,
    /// The row's key.
    pub key: Option<String>,
    /// The file of a chart, as written.
    pub path: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// The block it stands in.
    pub block: TextId,
    /// How its text says the value.
    pub form: Form,
    /// How it stands to its data.
    pub state: FigureState,
    /// The value, where it was computed: as text, rounded to 12 significant digits.
    pub value: Option<String>,
    /// What its text would be where it is stale and can be rewritten.
    pub says: Option<String>,
    /// Why it was not computed, or cannot be said; a sentence without a stop.
    pub trouble: Option<String>,
    /// Whether it counts as evidence.
    pub counts: bool,
}

impl Figure {
    /// Whether its words are a condition that the data contradict.
    pub fn is_broken(&self) -> bool {
        self.state == FigureState::Broken
    }

    /// Takes what was computed for it. It counts where its query read a row from outside the case, its text says
    /// the value, and its words hold.
    fn take(&mut self, computed: &Computed) {
        let Some(value) = computed.figures.get(&(self.id.clone(), self.text.clone())) else {
            return;
        };
        self.value = value.cell.as_ref().map(|_| value.text.clone());
        self.says.clone_from(&value.says);
        self.trouble.clone_from(&value.trouble);
        self.state = value.state;
        self.counts = value.state == FigureState::Live && value.outside && self.form != Form::Open;
    }
}

/// Reads the figures of the text, in order, with what was computed for them.
pub(crate) fn read(parse: &Parse, computed: &Computed) -> Vec<Figure> {
    let mut found = Vec::new();
    for (index, text) in parse.document.texts.iter().enumerate() {
        for mark in &text.words.marks {
            let Some((target, title)) = parse.tree.link(mark.node) else {
                continue;
            };
            let chart = mark.kind == NodeKind::Image;
            let path = chart.then(|| target.to_owned());
            let Some(target) = if chart { title } else { target }.strip_prefix("figure:") else {
                continue;
            };
            let (query, column, key) = parts(target, chart);
            let words = if chart {
                alt_text(parse, mark.node)
            } else {
                text.words.text[mark.start as usize..mark.end as usize]
                    .trim()
                    .to_owned()
            };
            let form = if chart { Form::Chart } else { form(&words) };
            let mut figure = Figure {
                id: target.to_owned(),
                text: words,
                query,
                column,
                key,
                path,
                span: parse.tree.span(mark.node),
                block: TextId(index as u32),
                form,
                state: FigureState::NotComputed,
                value: None,
                says: None,
                trouble: None,
                counts: false,
            };
            figure.take(computed);
            found.push(figure);
        }
    }
    found
}

/// Figures that are no links, and therefore nothing: a blank stands in the target, or `figure` is written in capitals.
pub fn lost(parse: &Parse) -> Vec<Span> {
    const MARK: &str = "](figure:";
    let mut found = Vec::new();
    for text in &parse.document.texts {
        let words = &text.words;
        let lower = words.text.to_ascii_lowercase();
        for (at, _) in lower.match_indices(MARK) {
            if !words.in_code(at) {
                found.push(words.source(at, at + MARK.len()));
            }
        }
        for mark in &words.marks {
            let target = parse.tree.link(mark.node).map(|(target, _)| target);
            let is_near = |target: &str| {
                let start = target.get(..7).unwrap_or("");
                start.eq_ignore_ascii_case("figure:") && start != "figure:"
            };
            if mark.kind == NodeKind::Link && target.is_some_and(is_near) {
                found.push(parse.tree.span(mark.node));
            }
        }
    }
    found
}

fn alt_text(parse: &Parse, node: whyproof_syntax::NodeId) -> String {
    let texts = parse
        .tree
        .descendants(node)
        .filter(|&n| parse.tree.kind(n) == NodeKind::Text);
    texts.map(|n| parse.tree.leaf_text(n)).collect()
}

/// Query, column and key of a figure's target; `%20` in the key is a space. The column stands after the last full
/// stop, for a file is a query by its own name; a chart has none.
fn parts(target: &str, chart: bool) -> (String, Option<String>, Option<String>) {
    let (path, key) = match target.split_once('[') {
        Some((path, key)) => (path, Some(decode(key.strip_suffix(']').unwrap_or(key)))),
        None => (target, None),
    };
    match path.rsplit_once('.').filter(|_| !chart) {
        Some((query, column)) => (query.to_owned(), Some(column.to_owned()), key),
        None => (path.to_owned(), None, key),
    }
}

/// Percent-decoding; what is not valid stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|b| char::from(*b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, hex(0), hex(1)) {
            bytes.push((high * 16 + low) as u8);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// What the words are by the grammar of forms. Words that are none of its forms assert what `holds` states.
fn form(words: &str) -> Form {
    match form::read(words) {
        Some(Saying::Value(_)) => Form::Value,
        Some(Saying::Open) => Form::Open,
        Some(Saying::Asserted(_)) | None => Form::Asserted,
    }
}
