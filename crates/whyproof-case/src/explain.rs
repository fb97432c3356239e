//! Why a statement has its standing, in a sentence.

use whyproof_argument::{Ground, NodeId, Standing};

use crate::case::{Case, Kind};
use crate::figure::{Figure, FigureState};
use crate::repair::DataNode;
use crate::statement::{Side, Statement, StatementId, StatementKind};

/// Longest quotation of a statement inside an explanation, in characters.
const QUOTE: usize = 60;

impl Case {
    /// Why the statement has its standing, in a sentence.
    pub fn because(&self, id: StatementId) -> String {
        let statement = self.statement(id);
        let why = &statement.why;
        if let Some(held) = why
            .held_by
            .first()
            .filter(|_| why.standing == Standing::Falls)
        {
            return format!(
                "It falls: {}.",
                self.attacked_by(*held, "stands against it")
            );
        }
        let ground = self.ground(statement);
        match why.standing {
            Standing::Stands => format!("It stands: {ground}{}.", self.refuted(statement)),
            Standing::Falls => format!("It falls: {ground}."),
            Standing::Assumed if why.circular && !matches!(why.ground, Ground::Itself) => {
                format!(
                    "It is assumed: it waits for itself, by way of what stands under it; {ground}."
                )
            }
            Standing::Assumed => match why.held_by.first() {
                Some(held) if why.support == Standing::Stands => {
                    format!(
                        "It is assumed: {ground}, but {}.",
                        self.attacked_by(*held, "is not answered with evidence")
                    )
                }
                Some(held) => {
                    format!(
                        "It is assumed: {ground}, and {}.",
                        self.attacked_by(*held, "is not answered with evidence")
                    )
                }
                None => format!("It is assumed: {ground}."),
            },
        }
    }

    /// What is under a statement, or why that is not enough.
    fn ground(&self, statement: &Statement) -> String {
        match &statement.why.ground {
            Ground::Evidence => self.shown_by(statement),
            Ground::Reason(place) => {
                let premises = statement.reasons.get(*place).map_or(&[][..], Vec::as_slice);
                match premises {
                    [one] => format!("its reason “{}” stands", self.quote(*one)),
                    many => format!(
                        "all {} parts of a reason stand, first “{}”",
                        many.len(),
                        self.quote_first(many)
                    ),
                }
            }
            Ground::Nothing => self.nothing(statement),
            Ground::WeakReasons { premises, .. } => {
                let first = premises.first().map(|node| StatementId(node.0));
                let standing = first.map_or("assumed", |id| match self.statement(id).standing {
                    Standing::Falls => "falls",
                    _ => "is only assumed",
                });
                let quote = first.map_or_else(String::new, |id| self.quote(id));
                if statement.reasons.len() == 1 {
                    format!("its reason “{quote}” {standing}")
                } else {
                    let none = match statement.reasons.len() {
                        2 => "neither of its reasons stands".to_owned(),
                        many => format!("none of its {many} reasons stands"),
                    };
                    format!("{none}; “{quote}” {standing}")
                }
            }
            Ground::Itself => "it rests on itself: its reasons lead back to it".to_owned(),
        }
    }

    fn shown_by(&self, statement: &Statement) -> String {
        let evidence = statement
            .evidence
            .iter()
            .map(|at| &self.evidence[*at as usize])
            .find(|e| e.counts());
        if let Some(evidence) = evidence {
            return format!(
                "{} [{}] counts, since {}",
                evidence.kind.word(),
                evidence.id,
                evidence.grounds.sentence()
            );
        }
        let figure = statement
            .figures
            .iter()
            .map(|at| &self.figures[*at as usize])
            .find(|figure| figure.counts);
        figure.map_or_else(
            || "it is shown".to_owned(),
            |figure| format!("the figure {} was computed", figure.id),
        )
    }

    /// Words for a statement with neither reason nor evidence that counts.
    fn nothing(&self, statement: &Statement) -> String {
        let word = match (statement.side, statement.kind) {
            (Side::Challenger, _) => {
                return "nothing is under it but the word of whoever objects".to_owned();
            }
            (_, StatementKind::Answer) => "the answer",
            _ => "it",
        };
        if let Some(evidence) = statement
            .evidence
            .first()
            .map(|at| &self.evidence[*at as usize])
        {
            return format!(
                "{word} rests on [{}], and that is {}",
                evidence.id,
                evidence.grounds.sentence()
            );
        }
        let open = statement
            .figures
            .iter()
            .map(|at| &self.figures[*at as usize]);
        let open: Vec<&Figure> = open.filter(|figure| !figure.counts).collect();
        if let Some(first) = open.first() {
            return format!("{word} rests on {}", idle(first, open.len()));
        }
        format!("{word} has neither a reason nor evidence, so it is on your word")
    }

    fn refuted(&self, statement: &Statement) -> String {
        match statement.why.refuted.len() {
            0 => String::new(),
            1 => ", and what was said against it is refuted".to_owned(),
            2 => ", and both things said against it are refuted".to_owned(),
            n => format!(", and all {n} things said against it are refuted"),
        }
    }

    /// The node that attacks, as the subject of `does`.
    pub(crate) fn attacked_by(&self, node: NodeId, does: &str) -> String {
        match self.statements.get(node.0 as usize) {
            Some(statement) => {
                let what = match (statement.kind, &statement.by) {
                    (StatementKind::Why, Some(by)) => format!("{by}'s question"),
                    (StatementKind::Objection, Some(by)) => format!("{by}'s objection"),
                    (kind, _) => format!("the {}", kind.word()),
                };
                format!("{what} “{}” {does}", self.quote(StatementId(node.0)))
            }
            None => match self.data.get(node.0 as usize - self.statements.len()) {
                Some(DataNode::Figure(figure)) => {
                    let figure = &self.figures[*figure as usize];
                    format!("the data say otherwise than “{}”", figure.text)
                }
                Some(DataNode::Evidence(evidence)) => {
                    self.evidence[*evidence as usize].grounds.sentence()
                }
                None => "the data contradict it".to_owned(),
            },
        }
    }

    fn quote_first(&self, ids: &[StatementId]) -> String {
        ids.first().map_or_else(String::new, |id| self.quote(*id))
    }

    /// A statement's words, cut to the length of a quotation inside a sentence.
    pub fn quote(&self, id: StatementId) -> String {
        shorten(self.statement(id).text.trim_end_matches('.'), QUOTE)
    }

    /// Why the case has its standing, in a sentence.
    pub fn because_case(&self) -> String {
        let why = &self.verdict.why;
        if let Some(held) = why.held_by.first() {
            let does = if why.standing == Standing::Falls {
                "stands against the whole"
            } else {
                "is not answered with evidence"
            };
            return format!("{}.", capital(&self.attacked_by(*held, does)));
        }
        if why.no_claim {
            return "Nothing is argued yet: there is no claim.".to_owned();
        }
        if let Some(claim) = why.claims.first() {
            return format!(
                "Its claim “{}” {}.",
                self.quote(StatementId(claim.0)),
                match why.standing {
                    Standing::Falls => "falls",
                    _ => "is only assumed",
                }
            );
        }
        match why.standing {
            Standing::Stands if self.kind == Kind::Story => "What it tells is shown.".to_owned(),
            Standing::Stands => "Every claim stands.".to_owned(),
            _ => {
                let parts: Vec<&str> = self
                    .verdict
                    .missing
                    .iter()
                    .map(|part| part.words())
                    .collect();
                format!("The problem does not say {}.", list(&parts))
            }
        }
    }
}

/// `text` cut at a word to at most `most` characters, with an ellipsis where something is left out.
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = cut
        .rfind(' ')
        .filter(|at| *at > most / 2)
        .unwrap_or(cut.len());
    format!(
        "{}…",
        cut[..end].trim_end_matches([',', ';', ':', '.', ' ', '—', '–'])
    )
}

/// `a, b and c`.
pub fn list(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How many of many a message names.
const TOLD: usize = 5;

/// `a, b, c, d, e and 12 more`: the first few of `parts`.
pub(crate) fn list_first(mut parts: impl Iterator<Item = String>) -> String {
    let mut told: Vec<String> = parts.by_ref().take(TOLD).collect();
    match parts.count() {
        0 => {}
        more => told.push(format!("{more} more")),
    }
    list(&told.iter().map(String::as_str).collect::<Vec<_>>())
}

/// `text` with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(char::to_uppercase)
        .into_iter()
        .flatten()
        .chain(chars)
        .collect()
}

/// `one` or `many`, after the number in words up to twelve.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number in words up to twelve, else in digits.
pub fn number(count: usize) -> String {
    let words = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    words
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// Figures that show nothing, the first of them in particular, and why.
fn idle(first: &Figure, many: usize) -> String {
    match (first.state, many) {
        (FigureState::Stale, 1) => match &first.says {
            Some(says) => format!("the figure {}, where the data say {says}", first.text),
            None => "a figure that is out of date".to_owned(),
        },
        (FigureState::Stale, _) => "figures that are out of date".to_owned(),
        (FigureState::Live, 1) => "a figure that was computed from the case alone".to_owned(),
        (FigureState::Live, _) => "figures that were computed from the case alone".to_owned(),
        (_, 1) => "a figure that was not computed".to_owned(),
        _ => "figures that were not computed".to_owned(),
    }
}
