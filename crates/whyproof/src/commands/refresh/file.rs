//! Refreshing one file.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use whyproof_case::{
    Case, Change, Computed, Figure, FigureState, Host, Refreshed, SqlError, compute,
    refresh as changes, resolve,
};
use whyproof_host::System;
use whyproof_syntax::{Span, parse};
use whyproof_wire::{RefreshTrouble, RefreshedFigure, RefreshedFile};

use super::charts;
use crate::commands::check::files;
use crate::error::{Error, ErrorKind};
use crate::figures;
use crate::input::Source;
use crate::terminal::Terminal;

/// One thing that was stale.
pub(super) struct Changed {
    /// The figure, the query of a table, or the file of a chart.
    pub(super) id: String,
    pub(super) line: u32,
    pub(super) old: String,
    pub(super) new: String,
}

/// One thing that could not be mended.
pub(super) struct Trouble {
    pub(super) id: String,
    pub(super) line: u32,
    pub(super) why: String,
    /// Whether a source that should be there is not.
    pub(super) outside: bool,
}

/// What came of a file.
pub(super) struct Done {
    pub(super) path: String,
    pub(super) changes: Vec<Changed>,
    pub(super) troubles: Vec<Trouble>,
    /// How many figures, charts and tables it has.
    pub(super) figures: usize,
}

impl Done {
    pub(super) fn wire(&self) -> RefreshedFile {
        let changes = self.changes.iter().map(|changed| RefreshedFigure {
            id: changed.id.clone(),
            line: changed.line,
            old: changed.old.clone(),
            new: changed.new.clone(),
        });
        let troubles = self.troubles.iter().map(|trouble| RefreshTrouble {
            id: trouble.id.clone(),
            line: trouble.line,
            message: trouble.why.clone(),
        });
        RefreshedFile {
            path: self.path.clone(),
            figures: self.figures,
            changes: changes.collect(),
            troubles: troubles.collect(),
        }
    }
}

/// A bar on standard error, where a person sees it: of which file how many queries are done.
pub(in crate::commands) struct Progress(ProgressBar);

impl Progress {
    pub(in crate::commands) fn new(
        path: &str,
        at: usize,
        of: usize,
        terminal: &Terminal,
    ) -> Progress {
        let bar = ProgressBar::new(0).with_prefix(if of > 1 {
            format!("{path} ({} of {of})", at + 1)
        } else {
            path.to_owned()
        });
        if !terminal.is_watched() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        let style = ProgressStyle::with_template("{prefix} {bar:30} {pos} of {len} queries");
        Progress(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    pub(in crate::commands) fn set(&self, done: usize, of: usize) {
        self.0.set_length(of as u64);
        self.0.set_position(done as u64);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Refreshes the file at `path`; none where it is no case and nobody named it. It is written, where it `writes`, in
/// one step and only where it changes.
pub(super) fn refresh(
    path: &str,
    found: bool,
    writes: bool,
    progress: &Progress,
) -> Result<Option<Done>, Error> {
    let source = Source::read(&System, path)?;
    if found && !files::is_case(&source.text) {
        return Ok(None);
    }
    let scope = source.scope(&System);
    // What is wrong with it would be wrong for every query.
    let config = crate::config::load(&System, &scope.root)?;
    let parsed = parse(&source.text);
    let on_done = |done, of| progress.set(done, of);
    let computed = figures::within(&config, &System, &scope, &on_done, |with| {
        compute(&parsed, with)
    });
    let mut refreshed = changes(&parsed, &computed);
    let new = as_meant(&source.text, &computed, &mut refreshed);
    let case = resolve(parsed, &System, scope, &computed);
    let mut done = Done {
        path: path.to_owned(),
        changes: Vec::new(),
        troubles: troubles(&case, &computed, &refreshed),
        figures: case.figures.len() + case.tabled.len(),
    };
    done.changes
        .extend(refreshed.changes.iter().map(|change| Changed {
            id: change.id.clone(),
            line: case.line(change.span),
            old: change.old.clone(),
            new: change.new.clone(),
        }));
    if writes && new != source.text {
        // Queries take time, and somebody may have written meanwhile.
        if Source::read(&System, path)?.text != source.text {
            let message =
                format!("`{path}` was changed while its queries ran, and is left as it is");
            return Err(Error::new(ErrorKind::Environment, message).hint("Run `refresh` again."));
        }
        System.write(path, new.as_bytes())?;
    }
    charts::refresh(&case, writes, &mut done)?;
    done.changes.sort_by_key(|changed| changed.line);
    Ok(Some(done))
}

/// The new text. It has to say what was meant before it takes the place of the old: a change that would not is left
/// out, and told.
fn as_meant(text: &str, computed: &Computed, refreshed: &mut Refreshed) -> String {
    loop {
        let new = refreshed.apply(text);
        if new == text {
            return new;
        }
        let again = changes(&parse(&new), computed);
        let Some(left) = again.changes.first() else {
            return new;
        };
        let is_it = |change: &Change| change.id == left.id && change.new == left.new;
        // Where it is none of the changes, one of them has taken another's place: none is sure.
        let sure = refreshed.changes.iter().any(is_it);
        let dropped = refreshed
            .changes
            .extract_if(.., |change| !sure || is_it(change));
        let why = |change: &Change| {
            format!(
                "it would not read as {}: write it plainly, with a blank line before and after what stands by itself",
                change.new
            )
        };
        let troubles: Vec<_> = dropped
            .map(|change| (change.span, change.id.clone(), why(&change)))
            .collect();
        refreshed.troubles.extend(troubles);
    }
}

fn troubles(case: &Case, computed: &Computed, refreshed: &Refreshed) -> Vec<Trouble> {
    let is_outside = |id: &str| {
        let query = case.figures.iter().find(|figure| figure.id == id);
        let query = query.map_or(id, |figure| figure.query.as_str());
        matches!(
            computed.results.get(query),
            Some(Err(SqlError::Source { .. } | SqlError::Failed(_)))
        )
    };
    let broken: Vec<&Figure> = case.in_state(FigureState::Broken).collect();
    let is_broken = |span: Span| broken.iter().any(|figure| figure.span == span);
    let mut found: Vec<Trouble> = refreshed
        .troubles
        .iter()
        .filter(|(span, _, _)| !is_broken(*span))
        .map(|(span, id, why)| Trouble {
            id: id.clone(),
            line: case.line(*span),
            why: why.clone(),
            outside: is_outside(id),
        })
        .collect();
    found.extend(broken.iter().map(|figure| {
        let value = figure.value.as_deref().unwrap_or("otherwise");
        // The words themselves, or the query's own condition.
        let why = figure.trouble.clone();
        let why = why.unwrap_or_else(|| format!("the data say {value}"));
        Trouble {
            id: figure.id.clone(),
            line: case.line(figure.span),
            why: format!("“{}” does not hold: {why}", figure.text),
            outside: false,
        }
    }));
    found.sort_by_key(|trouble| trouble.line);
    found
}
