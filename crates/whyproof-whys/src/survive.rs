//! Survival: what would become of the case if its hardest question had no answer.

use whyproof_case::{Case, Side, Standing, StatementId, Supposition, capital, list, shorten};

use crate::barrage::{Asked, Barrage};
use crate::material::On;

/// Longest quotation of a statement or a question, in characters.
const QUOTE: usize = 60;
/// Most statements that the sentence names.
const NAMED: usize = 3;

/// What would become of the case if a question had no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survival {
    /// The id of the question.
    pub question: String,
    /// The author's statements that would fall, in file order.
    pub falls: Vec<StatementId>,
    /// The author's statements that stand now and would only be assumed, in file order.
    pub weakens: Vec<StatementId>,
    /// The standing of the case as things are.
    pub before: Standing,
    /// Its standing then; none where nothing is argued, so that it cannot be said.
    pub after: Option<Standing>,
    /// All of this in a sentence or two.
    pub sentence: String,
}

/// What would become of the case if the first question of the barrage had no answer; none where nothing is asked.
///
/// What a question is put to cannot be held then: a statement of the author's falls, an objection stands with all its
/// weight, evidence counts no more. A question on the whole, or on words that are no statement, is an objection to the
/// case that nobody answers.
pub fn survival(case: &Case, barrage: &Barrage) -> Option<Survival> {
    barrage.asked.first().map(|asked| without(case, asked))
}

fn without(case: &Case, asked: &Asked) -> Survival {
    let before = case.verdict.standing;
    // What it quotes is a quotation inside one.
    let asks = asked.text.replace('“', "‘").replace('”', "’");
    let question = shorten(&asks, 2 * QUOTE);
    if case.claims.is_empty() {
        return Survival {
            question: asked.id.clone(),
            falls: Vec::new(),
            weakens: Vec::new(),
            before,
            after: None,
            sentence: format!(
                "If “{question}” had no answer, what falls cannot be said: the text has no Case whose statements rest on each other."
            ),
        };
    }
    let then = case.suppose(supposition(case, asked));
    let of = |wanted: Standing| -> Vec<StatementId> {
        let changed = then.changed.iter();
        changed
            .filter(|(id, standing)| {
                *standing == wanted && case.statement(*id).side == Side::Author
            })
            .map(|(id, _)| *id)
            .collect()
    };
    let (falls, weakens) = (of(Standing::Falls), of(Standing::Assumed));
    let sentence = sentence(case, &question, &falls, &weakens, then.case);
    Survival {
        question: asked.id.clone(),
        falls,
        weakens,
        before,
        after: Some(then.case),
        sentence,
    }
}

/// What is supposed where a question has no answer.
fn supposition(case: &Case, asked: &Asked) -> Supposition {
    match asked.on {
        On::Statement(id) if case.statement(id).side == Side::Author => Supposition::Falls(id),
        On::Statement(id) => Supposition::Shown(id),
        On::Case | On::Answer(_) => Supposition::Objected,
        On::Passage => {
            let evidence = case
                .evidence
                .iter()
                .position(|e| e.span.contains(asked.span));
            let stated = case.statements().find(|(_, s)| s.span.contains(asked.span));
            match (evidence, stated) {
                (Some(at), _) => Supposition::Lost(at as u32),
                (None, Some((id, statement))) if statement.side == Side::Author => {
                    Supposition::Falls(id)
                }
                _ => Supposition::Objected,
            }
        }
    }
}

fn sentence(
    case: &Case,
    question: &str,
    falls: &[StatementId],
    weakens: &[StatementId],
    after: Standing,
) -> String {
    let mut parts = Vec::new();
    if !falls.is_empty() {
        parts.push(format!("{} would fall", quoted(case, falls)));
    }
    if !weakens.is_empty() {
        parts.push(format!("{} would only be assumed", quoted(case, weakens)));
    }
    let before = case.verdict.standing;
    let whole = match (before, after) {
        (_, Standing::Falls) if before == Standing::Falls => {
            "the case, which falls already, would stay down"
        }
        (_, Standing::Falls) => "the case would not survive: it falls",
        (Standing::Stands, Standing::Assumed) => "the case would survive, but only as assumed",
        (Standing::Falls, Standing::Assumed) => "the case would be assumed",
        (_, Standing::Assumed) => "the case would stay as it is, assumed",
        (_, Standing::Stands) => "the case would survive: it stands without it",
    };
    let parts: Vec<&str> = parts.iter().map(String::as_str).chain([whole]).collect();
    format!(
        "If “{}” had no answer, {}.",
        capital(question),
        list(&parts)
    )
}

/// Statements by their words, the first few.
fn quoted(case: &Case, ids: &[StatementId]) -> String {
    let named = ids.iter().take(NAMED).map(|id| {
        let text = case.statement(*id).text.trim_end_matches('.');
        format!("“{}”", shorten(text, QUOTE))
    });
    let mut named: Vec<String> = named.collect();
    let more = ids.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(format!("{more} more"));
    }
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    list(&named)
}
