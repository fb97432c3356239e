//! Evidence: footnotes that begin with `research:`, `observation:` or `measurement:`, and whether they count.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use whyproof_syntax::{Footnote, NodeKind, Parse, Span, TextId};

use crate::case::Case;
use crate::computed::{Computed, Measured};
use crate::dates::{self, Dated};
use crate::experiment::{Experiment, Verdict};
use crate::host::{Host, Scope};
use crate::people::{self, Signature};
use crate::source::{self, Source};

/// What kind of evidence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceKind {
    /// What others found and published.
    Research,
    /// What somebody saw or was told.
    Observation,
    /// What was counted or timed.
    Measurement,
}

impl EvidenceKind {
    /// The word that begins the footnote.
    pub fn word(self) -> &'static str {
        match self {
            EvidenceKind::Research => "research",
            EvidenceKind::Observation => "observation",
            EvidenceKind::Measurement => "measurement",
        }
    }
}

/// Why evidence counts, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grounds {
    /// A file of the workspace.
    File(String),
    /// A URL of good form.
    Link(String),
    /// A DOI of good form.
    Doi(String),
    /// An experiment measured with the verdict claimed.
    Experiment(String),
    /// Somebody other than the owner opened and accepted it.
    Seen(Signature),
    /// Nothing that a reader could follow.
    NoSource,
    /// It names a file that is not there.
    FileMissing(String),
    /// It names a file with nothing in it.
    FileEmpty(String),
    /// It names a path that leaves the workspace.
    FileOutside(String),
    /// It names the case itself.
    CaseItself,
    /// It has the form of a link, and leads nowhere.
    BadLink(String),
    /// An experiment that was not measured.
    NotMeasured(String),
    /// An experiment of that name is not in the case.
    NoExperiment(String),
    /// An experiment whose verdict is not known yet.
    NotKnownYet(String),
    /// An experiment that found something else than is claimed.
    Contradicted {
        /// Its name.
        experiment: String,
        /// The verdict claimed.
        claimed: Verdict,
        /// The verdict found.
        found: Verdict,
    },
}

impl Grounds {
    /// Whether evidence on these grounds counts.
    pub fn count(&self) -> bool {
        matches!(
            self,
            Grounds::File(_)
                | Grounds::Link(_)
                | Grounds::Doi(_)
                | Grounds::Experiment(_)
                | Grounds::Seen(_)
        )
    }

    /// The grounds in plain words.
    pub fn sentence(&self) -> String {
        match self {
            Grounds::File(path) => format!("the file {path} can be opened"),
            Grounds::Link(url) => format!("{url} can be followed; only its form was checked"),
            Grounds::Doi(doi) => format!("doi:{doi} can be followed; only its form was checked"),
            Grounds::Experiment(name) => format!("experiment {name} was measured"),
            Grounds::Seen(by) => format!("{} opened and accepted it on {}", by.name, by.date),
            Grounds::NoSource => {
                "on your word: no file, link or DOI that a reader could follow".to_owned()
            }
            Grounds::FileMissing(path) => format!("on your word: there is no file {path}"),
            Grounds::FileEmpty(path) => format!("on your word: the file {path} is empty"),
            Grounds::FileOutside(path) => format!("on your word: {path} is outside the workspace"),
            Grounds::CaseItself => "on your word: a case cannot be its own evidence".to_owned(),
            Grounds::BadLink(url) => format!("on your word: {url} leads nowhere"),
            Grounds::NotMeasured(name) => {
                format!("on your word: experiment {name} is not measured yet")
            }
            Grounds::NoExperiment(name) => {
                format!("on your word: there is no experiment {name} in this case")
            }
            Grounds::NotKnownYet(name) => format!("no evidence: experiment {name} cannot tell yet"),
            Grounds::Contradicted {
                experiment,
                claimed,
                found,
            } => {
                format!(
                    "experiment {experiment} found “{}”, not “{}”",
                    found.word(),
                    claimed.word()
                )
            }
        }
    }
}

/// One piece of evidence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The footnote's label.
    pub id: String,
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its words after the kind.
    pub text: String,
    /// Its definition.
    pub span: Span,
    /// Its text blocks: first and one past the last.
    pub texts: (TextId, TextId),
    /// How many references lead to it.
    pub used: u32,
    /// Why it counts, or does not.
    pub grounds: Grounds,
    /// What a reader would open: a path, a URL, a DOI, an experiment.
    pub source: Option<String>,
    /// The latest date that it gives.
    pub date: Option<Dated>,
    /// An experiment that contradicts what is claimed, by name.
    pub contradicted: Option<String>,
}

impl Evidence {
    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.grounds.count()
    }
}

/// A reference to a footnote that the file does not define.
#[derive(Debug, Clone)]
pub struct Undefined {
    /// Its label.
    pub label: String,
    /// Where it stands.
    pub span: Span,
    /// The block it stands in.
    pub block: TextId,
}

/// What evidence is weighed with.
pub(crate) struct Weigh<'a> {
    pub(crate) host: &'a dyn Host,
    pub(crate) scope: &'a Scope,
    pub(crate) owner: Option<&'a str>,
    pub(crate) experiments: &'a [Experiment],
    pub(crate) computed: &'a Computed,
}

/// The kind that a footnote's words begin with, and where the words after it begin.
pub(crate) fn kind(text: &str) -> Option<(EvidenceKind, usize)> {
    [
        EvidenceKind::Research,
        EvidenceKind::Observation,
        EvidenceKind::Measurement,
    ]
    .into_iter()
    .find_map(|kind| {
        let word = kind.word();
        let head = text.get(..word.len())?;
        let rest = text[word.len()..].strip_prefix(':')?;
        head.eq_ignore_ascii_case(word)
            .then(|| (kind, text.len() - rest.trim_start().len()))
    })
}

/// Reads and weighs the evidence of the text, in order of definition; of two definitions of a label the first.
pub(crate) fn read(parse: &Parse, weigh: &Weigh<'_>) -> Vec<Evidence> {
    let document = &parse.document;
    let mut found: Vec<Evidence> = Vec::new();
    let mut by_label: BTreeMap<String, usize> = BTreeMap::new();
    for footnote in &document.footnotes {
        let Some((_, first)) = document.texts_in(footnote.texts).next() else {
            continue;
        };
        let Some((kind, from)) = kind(&first.words.text) else {
            continue;
        };
        if let Entry::Vacant(label) = by_label.entry(footnote.label.to_lowercase()) {
            label.insert(found.len());
            found.push(one(parse, footnote, kind, from, weigh));
        }
    }
    for label in references(parse).map(|(label, _)| label.to_lowercase()) {
        if let Some(&index) = by_label.get(&label) {
            found[index].used += 1;
        }
    }
    found
}

fn one(
    parse: &Parse,
    footnote: &Footnote,
    kind: EvidenceKind,
    from: usize,
    weigh: &Weigh<'_>,
) -> Evidence {
    let (text, links) = words_and_links(parse, footnote.texts);
    let text = text.get(from..).unwrap_or("").to_owned();
    let (source, mut grounds) = weigh_sources(source::find(&text, &links, weigh.scope), weigh);
    let mut contradicted = None;
    if let Grounds::Contradicted { experiment, .. } = &grounds {
        contradicted = Some(experiment.clone());
    }
    let seen = footnote.attributes.get("seen").and_then(people::signature);
    if let Some(seen) =
        seen.filter(|s| contradicted.is_none() && people::is_other(&s.name, weigh.owner))
        && !grounds.count()
        && !matches!(grounds, Grounds::NotKnownYet(_))
    {
        grounds = Grounds::Seen(seen);
    }
    let date = dates::latest(&text);
    Evidence {
        id: footnote.label.clone(),
        kind,
        text,
        span: footnote.span,
        texts: footnote.texts,
        used: 0,
        grounds,
        source: source.map(Source::into_text),
        date,
        contradicted,
    }
}

/// The words of a footnote's blocks, and where its links lead.
fn words_and_links(parse: &Parse, texts: (TextId, TextId)) -> (String, Vec<String>) {
    let mut words = String::new();
    let mut links = Vec::new();
    for (_, block) in parse.document.texts_in(texts) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&block.words.text);
        let targets = block
            .words
            .marks_of(NodeKind::Link)
            .filter_map(|mark| parse.tree.link(mark.node));
        links.extend(targets.map(|(target, _)| target.to_owned()));
    }
    (words, links)
}

impl Case {
    /// URLs that evidence names and that could be asked: the evidence by index, and the URL, of a DOI the one that
    /// resolves it. Each once for each evidence, in order of definition.
    pub fn links(&self) -> Vec<(u32, String)> {
        let mut found: Vec<(u32, String)> = Vec::new();
        for (index, evidence) in self.evidence.iter().enumerate() {
            let (_, links) = words_and_links(&self.parse, evidence.texts);
            for source in source::find(&evidence.text, &links, &self.scope) {
                let url = match source {
                    Source::Url(url) if source::leads_somewhere(&url) => url,
                    Source::Doi(doi) => source::resolver(&doi),
                    _ => continue,
                };
                let link = (index as u32, url);
                if !found.contains(&link) {
                    found.push(link);
                }
            }
        }
        found
    }
}

/// The first source that a reader could follow; where there is none, the first that is named.
fn weigh_sources(sources: Vec<Source>, weigh: &Weigh<'_>) -> (Option<Source>, Grounds) {
    let mut first = None;
    for source in sources {
        let grounds = weigh_source(&source, weigh);
        if grounds.count() {
            return (Some(source), grounds);
        }
        first.get_or_insert((source, grounds));
    }
    first.map_or((None, Grounds::NoSource), |(source, grounds)| {
        (Some(source), grounds)
    })
}

fn weigh_source(source: &Source, weigh: &Weigh<'_>) -> Grounds {
    match source {
        Source::Url(url) if source::leads_somewhere(url) => Grounds::Link(url.clone()),
        Source::Url(url) => Grounds::BadLink(url.clone()),
        Source::Doi(doi) => Grounds::Doi(doi.clone()),
        Source::Experiment { name, claimed } => weigh_experiment(name, *claimed, weigh),
        Source::Path(path) => {
            let Some(inside) = weigh.scope.beside(path) else {
                return Grounds::FileOutside(path.clone());
            };
            if weigh.scope.own().is_some_and(|own| own == inside) {
                return Grounds::CaseItself;
            }
            match weigh.host.stat_within(&weigh.scope.root, &inside) {
                Ok(stat) if stat.folder => Grounds::NoSource,
                Ok(stat) if stat.size == 0 => Grounds::FileEmpty(path.clone()),
                Ok(_) => Grounds::File(path.clone()),
                Err(crate::HostError::Outside { .. }) => Grounds::FileOutside(path.clone()),
                Err(_) => Grounds::FileMissing(path.clone()),
            }
        }
    }
}

fn weigh_experiment(name: &str, claimed: Verdict, weigh: &Weigh<'_>) -> Grounds {
    if !weigh
        .experiments
        .iter()
        .any(|experiment| experiment.name == name)
    {
        return Grounds::NoExperiment(name.to_owned());
    }
    match weigh.computed.experiment(name) {
        Measured::No => Grounds::NotMeasured(name.to_owned()),
        Measured::Yes(found) if found == claimed => Grounds::Experiment(name.to_owned()),
        Measured::Yes(Verdict::NotKnownYet) => Grounds::NotKnownYet(name.to_owned()),
        Measured::Yes(found) => Grounds::Contradicted {
            experiment: name.to_owned(),
            claimed,
            found,
        },
    }
}

/// Every footnote reference: its label, and the block it stands in.
pub(crate) fn references(parse: &Parse) -> impl Iterator<Item = (&str, TextId)> {
    parse
        .document
        .texts
        .iter()
        .enumerate()
        .flat_map(move |(index, text)| {
            let marks = text.words.marks_of(NodeKind::FootnoteReference);
            marks.filter_map(move |mark| match parse.tree.payload(mark.node) {
                Some(whyproof_syntax::Payload::Label(label)) => {
                    Some((&**label, TextId(index as u32)))
                }
                _ => None,
            })
        })
}

/// References to footnotes that are not defined: Markdown leaves them in the words.
pub(crate) fn undefined(parse: &Parse) -> Vec<Undefined> {
    let mut found = Vec::new();
    for (index, text) in parse.document.texts.iter().enumerate() {
        let words = &text.words;
        let mut from = 0;
        while let Some(open) = words.text[from..].find("[^").map(|at| at + from) {
            let rest = &words.text[open + 2..];
            let close = rest
                .find(']')
                .filter(|&len| len > 0 && len < 200 && !rest[..len].contains([' ', '[']));
            if let Some(len) = close.filter(|_| !words.in_code(open)) {
                let span = words.source(open, open + len + 3);
                found.push(Undefined {
                    label: rest[..len].to_owned(),
                    span,
                    block: TextId(index as u32),
                });
            }
            from = open + 2;
        }
    }
    found
}
