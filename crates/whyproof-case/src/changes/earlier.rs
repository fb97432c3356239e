//! An earlier revision, whose data may be gone: its figures are taken at their word.

use std::collections::BTreeMap;

use whyproof_syntax::Parse;

use crate::case::Case;
use crate::computed::{Computed, Value};
use crate::figure::{self, Figure, FigureState, Form};
use crate::host::{Host, Scope};
use crate::query::{self, Query};
use crate::resolve::resolve;

/// The case that an earlier revision's text is, to be compared with `new`. Nothing is computed for it. A figure that
/// both have, of the same text and the same query, stands to its data as it does in `new`; any other is taken at its
/// word where `new` was computed: that its data are not asked again is no change. Experiments are as in `new`, and
/// so are the files beside the case: what differs is what the texts say.
pub fn earlier(text: &str, host: &dyn Host, scope: Scope, new: &Case) -> Case {
    let parse = whyproof_syntax::parse(text);
    let computed = at_their_word(&parse, new);
    resolve(parse, host, scope, &computed)
}

fn at_their_word(parse: &Parse, new: &Case) -> Computed {
    let mut computed = Computed {
        experiments: new.computed.experiments.clone(),
        ..Computed::default()
    };
    if new.computed.figures.is_empty() {
        return computed;
    }
    let queries = query::read(parse);
    let (was, is) = (by_name(&queries), by_name(&new.queries));
    let mut later: BTreeMap<&str, &Figure> = BTreeMap::new();
    for figure in &new.figures {
        later.entry(figure.id.as_str()).or_insert(figure);
    }
    for figure in figure::read(parse, &Computed::default()) {
        let key = (figure.id.clone(), figure.text.clone());
        let name = figure.query.as_str();
        let same = was.get(name).map(|query| (&query.sql, &query.holds))
            == is.get(name).map(|query| (&query.sql, &query.holds));
        let value = match new.computed.figures.get(&key).filter(|_| same) {
            Some(value) => Some(value.clone()),
            None => word(&figure, later.get(figure.id.as_str()).copied(), new),
        };
        if let Some(value) = value {
            computed.figures.insert(key, value);
        }
    }
    computed
}

fn by_name(queries: &[Query]) -> BTreeMap<&str, &Query> {
    let mut by = BTreeMap::new();
    for query in queries {
        by.entry(query.name.as_str()).or_insert(query);
    }
    by
}

/// What its text says, where the later revision was computed for a figure of the name, or for its query.
fn word(figure: &Figure, later: Option<&Figure>, new: &Case) -> Option<Value> {
    if figure.form == Form::Open {
        return None;
    }
    let computed = later.and_then(|later| {
        let key = (later.id.clone(), later.text.clone());
        let value = new.computed.figures.get(&key)?;
        (value.state != FigureState::NotComputed).then_some(value.outside)
    });
    let answered = || match new.computed.results.get(&figure.query) {
        Some(Ok(answer)) => Some(answer.is_grounded()),
        _ => None,
    };
    Some(Value {
        text: figure.text.clone(),
        state: FigureState::Live,
        outside: computed.or_else(answered)?,
        ..Value::default()
    })
}
