//! The files of charts.

use whyproof_case::{Case, Figure, Form, Host, HostError, join};
use whyproof_host::System;

use super::file::{Changed, Done, Trouble};
use crate::error::Error;
use whyproof_render::chart;

/// Longest picture that is compared, in bytes.
const LIMIT: u64 = 16 << 20;

/// What every picture that is drawn here begins with, and has in its first tag; another file is somebody's, and stays.
const OURS: [&str; 2] = ["<svg", "class=\"whyproof-chart\""];

/// Draws every chart of the case whose file is not what its query gives.
pub(super) fn refresh(case: &Case, writes: bool, done: &mut Done) -> Result<(), Error> {
    let is_chart = |figure: &&Figure| figure.form == Form::Chart;
    let charts: Vec<&Figure> = case.figures.iter().filter(is_chart).collect();
    for (number, figure) in charts.iter().enumerate() {
        match chart(case, figure, &charts[..number], writes)? {
            Outcome::Same => {}
            Outcome::Drawn(changed) => done.changes.push(changed),
            Outcome::Failed(why) => done.troubles.push(Trouble {
                id: figure.id.clone(),
                line: case.line(figure.span),
                why,
                outside: false,
            }),
        }
    }
    done.troubles.sort_by_key(|trouble| trouble.line);
    Ok(())
}

/// Whether two charts have one file and are not the same picture.
fn fight(case: &Case, one: &Figure, other: &Figure) -> bool {
    let file = |figure: &Figure| case.scope.beside(figure.path.as_deref()?);
    file(one) == file(other) && (&one.query, &one.text) != (&other.query, &other.text)
}

enum Outcome {
    Same,
    Drawn(Changed),
    Failed(String),
}

fn chart(case: &Case, figure: &Figure, before: &[&Figure], writes: bool) -> Result<Outcome, Error> {
    if figure.trouble.is_some() {
        // It is told where its figures are.
        return Ok(Outcome::Same);
    }
    let named = figure.path.as_deref().unwrap_or("");
    if before.iter().any(|other| fight(case, other, figure)) {
        return Ok(Outcome::Failed(format!(
            "another chart has the file `{named}`: give this one a file of its own"
        )));
    }
    let svg = match chart::of_figure(case, figure, |_| {}) {
        // Why the query gave nothing is told where its figures are.
        None => return Ok(Outcome::Same),
        Some(Err(why)) => return Ok(Outcome::Failed(why.to_string())),
        Some(Ok(svg)) => svg,
    };
    let Some(path) = place(case, named) else {
        return Ok(Outcome::Failed(format!(
            "a chart is an .svg file in the workspace, and `{named}` is not"
        )));
    };
    let whole = join(&case.scope.root, &path);
    let old = match System.read(&whole, LIMIT) {
        Ok(bytes) if bytes == svg.text.as_bytes() => return Ok(Outcome::Same),
        Ok(bytes) => Some(bytes),
        Err(HostError::NotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    if old.as_ref().is_some_and(|old| !is_ours(old)) {
        return Ok(Outcome::Failed(format!(
            "`{named}` was not drawn by Whyproof, and is left as it is: give the chart another file"
        )));
    }
    if writes {
        System.write(&whole, svg.text.as_bytes())?;
    }
    Ok(Outcome::Drawn(Changed {
        id: named.to_owned(),
        line: case.line(figure.span),
        old: if old.is_some() {
            "an older chart"
        } else {
            "no chart"
        }
        .to_owned(),
        new: figure.value.clone().unwrap_or_else(|| "a chart".to_owned()),
    }))
}

fn is_ours(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(2048)];
    let head = String::from_utf8_lossy(head);
    head.starts_with(OURS[0]) && head.contains(OURS[1])
}

/// The path of a chart's file seen from the root; none where it is no SVG or leads out of the workspace, by a link on
/// the way as well.
fn place(case: &Case, named: &str) -> Option<String> {
    if !named.ends_with(".svg") {
        return None;
    }
    let path = case.scope.beside(named)?;
    let mut way = path.as_str();
    loop {
        match System.stat_within(&case.scope.root, way) {
            Ok(_) => return Some(path),
            Err(HostError::NotFound { .. }) => {}
            Err(_) => return None,
        }
        // A link that leads nowhere is found by its folder only.
        match way.rsplit_once('/') {
            Some((folder, _)) => way = folder,
            None => return Some(path),
        }
    }
}
