//! A bar laid over another: a company's over a role's. What the upper one does not say is the lower one's.

use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use whyproof_syntax::{LineColumn, LineIndex};

use super::{Bar, BarError, Criterion};

/// How many bars may lie over each other.
const MOST: usize = 8;

/// A bar as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Spanned<String>,
    title: Option<String>,
    summary: Option<String>,
    /// The bar that it is laid over.
    over: Option<Spanned<String>>,
    /// Criteria of that one that it has not.
    #[serde(default)]
    without: Vec<Spanned<String>>,
    #[serde(default, rename = "criterion")]
    criteria: Vec<WrittenCriterion>,
}

/// A criterion as a file has it: new, or what it says otherwise of one below.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCriterion {
    id: Spanned<String>,
    title: Option<String>,
    below: Option<String>,
    meets: Option<String>,
    raises: Option<String>,
    signals: Option<Vec<String>>,
    cues: Option<Vec<String>>,
    questions: Option<Vec<String>>,
    from: Option<String>,
    wish: Option<bool>,
}

/// Which bar is read next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) name: String,
    /// Whether only the one that is built in is meant: a file laid over its own name.
    pub(super) built_in: bool,
    /// Whether the file has to have that name.
    named: bool,
}

impl Wanted {
    pub(super) fn named(name: &str) -> Wanted {
        Wanted {
            name: name.to_owned(),
            built_in: false,
            named: true,
        }
    }

    /// A file of any name.
    pub(super) fn any() -> Wanted {
        Wanted {
            name: String::new(),
            built_in: false,
            named: false,
        }
    }
}

/// Bars as they lie over each other, the upper first.
#[derive(Debug, Default)]
pub(super) struct Layers {
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    written: Written,
    text: String,
    path: String,
    wanted: Wanted,
}

impl Layer {
    /// An error at a byte of the file.
    fn bad(&self, at: usize, reason: &str) -> BarError {
        let LineColumn { line, column } =
            LineIndex::new(&self.text).line_column(&self.text, at as u32);
        BarError::Bad {
            path: self.path.clone(),
            reason: format!("line {line}, column {column}: {reason}"),
        }
    }
}

impl Layers {
    /// Adds a file, and says which bar lies under it.
    pub(super) fn add(
        &mut self,
        text: &str,
        path: String,
        wanted: Wanted,
    ) -> Result<Option<Wanted>, BarError> {
        let written: Written = toml::from_str(text).map_err(|error| BarError::Bad {
            path: path.clone(),
            reason: error.to_string().trim_end().to_owned(),
        })?;
        let layer = Layer {
            written,
            text: text.to_owned(),
            path,
            wanted,
        };
        let name = &layer.written.name;
        if layer.wanted.named && *name.get_ref() != layer.wanted.name {
            let says = format!(
                "the bar is called `{}` and its file `{}`: they have to be the same",
                name.get_ref(),
                layer.wanted.name
            );
            return Err(layer.bad(name.span().start, &says));
        }
        let next = layer.written.over.as_ref().map(|over| Wanted {
            name: over.get_ref().clone(),
            built_in: layer.wanted.named && over.get_ref() == name.get_ref(),
            named: true,
        });
        self.layers.push(layer);
        if let Some(next) = &next {
            let known = self.layers.iter().any(|layer| layer.wanted == *next);
            if known || self.layers.len() >= MOST {
                let says = match known {
                    true => format!("`{}` lies under itself", next.name),
                    false => format!("more than {MOST} bars lie over each other"),
                };
                return Err(self.at_over(&says));
            }
        }
        Ok(next)
    }

    /// The error that what the last file lies over is not there.
    pub(super) fn unknown(&self, error: BarError) -> BarError {
        match (self.layers.is_empty(), &error) {
            (false, BarError::Unknown { .. }) => self.at_over(&error.to_string()),
            _ => error,
        }
    }

    fn at_over(&self, says: &str) -> BarError {
        let layer = &self.layers[self.layers.len() - 1];
        let over = layer.written.over.as_ref();
        layer.bad(over.map_or(0, |over| over.span().start), says)
    }

    /// The bar that all of them make, over the one that lies on the ground.
    pub(super) fn bar(mut self, ground: Option<Arc<Bar>>) -> Result<Arc<Bar>, BarError> {
        let mut bar = ground.unwrap_or_else(|| {
            Arc::new(Bar {
                name: String::new(),
                title: String::new(),
                summary: String::new(),
                over: Vec::new(),
                criteria: Vec::new(),
            })
        });
        while let Some(layer) = self.layers.pop() {
            bar = Arc::new(laid(layer, Arc::unwrap_or_clone(bar))?);
        }
        Ok(bar)
    }
}

/// A file laid over a bar.
fn laid(layer: Layer, under: Bar) -> Result<Bar, BarError> {
    let Bar {
        name,
        title,
        summary,
        mut over,
        mut criteria,
    } = under;
    if !name.is_empty() {
        over.insert(0, name);
    }
    let written = &layer.written;
    let at = written.name.span().start;
    for without in &written.without {
        let Some(found) = criteria.iter().position(|one| one.id == *without.get_ref()) else {
            let says = format!("there is no criterion `{}` to leave out", without.get_ref());
            return Err(layer.bad(without.span().start, &says));
        };
        criteria.remove(found);
    }
    for (place, one) in written.criteria.iter().enumerate() {
        let id = one.id.get_ref();
        let earlier = &written.criteria[..place];
        if earlier.iter().any(|earlier| earlier.id.get_ref() == id) {
            let says = format!("there is a criterion `{id}` above already");
            return Err(layer.bad(one.id.span().start, &says));
        }
        if !whyproof_syntax::is_id(id) {
            let says = format!("`{id}` is no id: letters, digits and hyphens make one");
            return Err(layer.bad(one.id.span().start, &says));
        }
        match criteria.iter_mut().find(|under| under.id == *id) {
            Some(under) => one.lay_over(under),
            None => criteria.push(one.alone(&layer)?),
        }
    }
    if criteria.is_empty() {
        return Err(layer.bad(at, "the bar has no criterion: a table [[criterion]] is one"));
    }
    let said = |said: &Option<String>, under: String, what: &str| {
        let said = said.clone().unwrap_or(under);
        match said.trim().is_empty() {
            true => Err(layer.bad(at, &format!("the bar has no {what}"))),
            false => Ok(said),
        }
    };
    Ok(Bar {
        title: said(&written.title, title, "title")?,
        summary: said(&written.summary, summary, "summary")?,
        name: written.name.get_ref().clone(),
        over,
        criteria,
    })
}

impl WrittenCriterion {
    /// What it says otherwise of one below.
    fn lay_over(&self, under: &mut Criterion) {
        said(&self.title, &mut under.title);
        said(&self.below, &mut under.below);
        said(&self.meets, &mut under.meets);
        said(&self.raises, &mut under.raises);
        said(&self.signals, &mut under.signals);
        said(&self.cues, &mut under.cues);
        said(&self.questions, &mut under.questions);
        if self.from.is_some() {
            under.from.clone_from(&self.from);
        }
        said(&self.wish, &mut under.wish);
    }

    /// One that is not below.
    fn alone(&self, layer: &Layer) -> Result<Criterion, BarError> {
        let wanted = |said: &Option<String>, key: &str| match said {
            Some(said) if !said.trim().is_empty() => Ok(said.clone()),
            _ => {
                let says = format!("the criterion `{}` has no `{key}`", self.id.get_ref());
                Err(layer.bad(self.id.span().start, &says))
            }
        };
        Ok(Criterion {
            id: self.id.get_ref().clone(),
            title: wanted(&self.title, "title")?,
            below: self.below.clone().unwrap_or_default(),
            meets: wanted(&self.meets, "meets")?,
            raises: self.raises.clone().unwrap_or_default(),
            signals: self.signals.clone().unwrap_or_default(),
            cues: self.cues.clone().unwrap_or_default(),
            questions: self.questions.clone().unwrap_or_default(),
            from: self.from.clone(),
            wish: self.wish.unwrap_or_default(),
        })
    }
}

/// What a file says takes the place of what is below; what it leaves out does not.
fn said<T: Clone>(said: &Option<T>, under: &mut T) {
    if let Some(said) = said {
        under.clone_from(said);
    }
}
