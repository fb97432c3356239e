//! The document of `ask`: the barrage, file by file.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::Case;
use whyproof_whys::{Asked, Barrage, On, Origin, Survival};

use crate::words::{OnKind, QuestionKind, Standing};

/// What `whyproof ask --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/ask/1")]
pub struct Ask {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/ask/1"))]
    pub schema: &'static str,
    /// The texts, in the order in which they were named.
    pub files: Vec<AskedFile>,
}

impl Ask {
    /// The document of several texts.
    pub fn of(files: Vec<AskedFile>) -> Self {
        Self {
            schema: "whyproof/ask/1",
            files,
        }
    }
}

/// What is asked of one text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AskedFile {
    /// The text, as it was named.
    pub path: String,
    /// Hardest first.
    pub questions: Vec<AskedQuestion>,
    /// How many more were worth asking, beyond the count.
    pub more: usize,
    /// What would become of the case if the first question had no answer; null where nothing is asked.
    pub survival: Option<AskedSurvival>,
}

impl AskedFile {
    /// The barrage for `case`, named `path`.
    pub fn of(path: &str, case: &Case, barrage: &Barrage, survival: Option<&Survival>) -> Self {
        Self {
            path: path.to_owned(),
            questions: barrage
                .asked
                .iter()
                .map(|asked| AskedQuestion::of(case, asked))
                .collect(),
            more: barrage.more,
            survival: survival.map(|survival| AskedSurvival::of(case, survival)),
        }
    }
}

/// One question of the barrage.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AskedQuestion {
    /// Its id in this barrage.
    pub id: String,
    /// Why, or why not.
    pub kind: QuestionKind,
    /// The scheme of which it is a critical question.
    pub scheme: String,
    /// What it is put to, without `#`; `on_kind` says what that names. Null for the whole case.
    pub on: Option<String>,
    /// What `on` names.
    pub on_kind: OnKind,
    /// Line of what it is put to, from 1.
    pub line: u32,
    /// First byte of what it is put to.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: String,
    /// What a good answer brings.
    pub good_answer: String,
    /// The question of the bank that it comes from, or `model:` and the name of a language model.
    pub from: String,
    /// How many statements rest on what it is put to.
    pub load: u32,
    /// Why it stands where it does in the order.
    pub order: String,
    /// The points of view that ask it.
    pub views: Vec<String>,
}

impl AskedQuestion {
    fn of(case: &Case, asked: &Asked) -> Self {
        let (on, on_kind) = match &asked.on {
            On::Case => (None, OnKind::Case),
            On::Statement(id) => (Some(case.statement(*id).id.clone()), OnKind::Statement),
            On::Passage => (
                case.source().get(asked.span.range()).map(str::to_owned),
                OnKind::Passage,
            ),
            On::Answer(at) => (
                case.whys.get(*at as usize).map(|why| why.id.clone()),
                OnKind::Answer,
            ),
        };
        Self {
            id: asked.id.clone(),
            kind: asked.kind.into(),
            scheme: asked.scheme.clone(),
            on,
            on_kind,
            line: case.line(asked.span),
            start: asked.span.start,
            end: asked.span.end,
            text: asked.text.clone(),
            why: asked.why.clone(),
            good_answer: asked.good_answer.clone(),
            from: match &asked.from {
                Origin::Bank(id) => id.clone(),
                Origin::Model(name) => format!("model:{name}"),
            },
            load: asked.load,
            order: asked.order.clone(),
            views: asked
                .views
                .iter()
                .map(|view| view.word().to_owned())
                .collect(),
        }
    }
}

/// What would become of a case if a question had no answer.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AskedSurvival {
    /// The id of the question.
    pub question: String,
    /// Ids of the author's statements that would fall.
    pub falls: Vec<String>,
    /// Ids of those that stand now and would only be assumed.
    pub weakens: Vec<String>,
    /// The case's standing now.
    pub before: Standing,
    /// Its standing then; null where nothing is argued.
    pub after: Option<Standing>,
    /// All of this in a sentence or two.
    pub sentence: String,
}

impl AskedSurvival {
    fn of(case: &Case, survival: &Survival) -> Self {
        let ids = |ids: &[whyproof_case::StatementId]| {
            ids.iter()
                .map(|id| case.statement(*id).id.clone())
                .collect()
        };
        Self {
            question: survival.question.clone(),
            falls: ids(&survival.falls),
            weakens: ids(&survival.weakens),
            before: survival.before.into(),
            after: survival.after.map(Into::into),
            sentence: survival.sentence.clone(),
        }
    }
}
