//! Sentences about lines, points and how often values are.

use super::{are_single, several};
use crate::chart::data::xs::Xs;
use crate::chart::data::{Chart, Histogram, Line, Lines, Scatter};
use crate::chart::number::{Form, Unit, count};
use crate::chart::scale::ticks;

/// More lines than this are not told one by one.
const TOLD: usize = 8;

pub(super) fn lines(chart: &Chart, lines: &Lines, chosen: Option<&str>) -> Vec<String> {
    let form = Form::values(lines.values(), &chart.unit);
    let last = lines.xs.len().saturating_sub(1);
    let mut said = Vec::new();
    let several_lines = lines.lines.len() > 1;
    let span = match last {
        0 => format!("Only {}", lines.xs.at_place(0)),
        _ => format!("From {} to {}", lines.xs.label(0), lines.xs.label(last)),
    };
    said.push(match several_lines {
        true => {
            let names = several(lines.lines.iter().map(|line| line.name.as_str()));
            format!("{span}; {} lines: {names}.", lines.lines.len())
        }
        false => format!("{span}."),
    });
    let (low, _) = ticks::range(lines.values());
    let (low, high, _) = ticks::widened(low, ticks::range(lines.values()).1, 5);
    if low > 0.0 || high < 0.0 {
        let from = Form::values([low, high].into_iter(), &chart.unit);
        said.push(format!(
            "The vertical axis goes from {} to {}, not from zero.",
            from.full(low),
            from.full(high)
        ));
    }
    let is_told = |line: &&Line| lines.lines.len() <= TOLD || chosen == Some(&line.name);
    let told = lines.lines.iter().filter(is_told);
    said.extend(told.map(|line| one(line, &lines.xs, &form)));
    if lines.lines.len() > TOLD {
        said.extend(extremes(lines, &form));
    }
    said
}

fn one(line: &Line, xs: &Xs, form: &Form) -> String {
    let name = if line.name.is_empty() {
        "It"
    } else {
        &line.name
    };
    let values: Vec<(usize, f64)> = line.values().collect();
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        return format!("{name} has no values.");
    };
    let said =
        |(place, value): &(usize, f64)| format!("{} {}", form.full(*value), xs.at_place(*place));
    if values.len() == 1 {
        return format!("{name} is {}.", said(first));
    }
    let by = |a: &&(usize, f64), b: &&(usize, f64)| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0));
    let most = values.iter().max_by(by).unwrap_or(last);
    let least = values
        .iter()
        .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
        .unwrap_or(first);
    if most.1 == least.1 {
        return format!("{name} stays at {}.", form.full(first.1));
    }
    let gaps = line.at.iter().filter(|(_, value)| value.is_none()).count();
    let gaps = match gaps {
        0 => String::new(),
        1 => format!("; one of {} values is missing", line.at.len()),
        gaps => format!("; {gaps} of {} values are missing", line.at.len()),
    };
    format!(
        "{name} goes from {} to {}; highest {}, lowest {}{gaps}.",
        said(first),
        said(last),
        said(most),
        said(least)
    )
}

/// Which of many lines end highest and lowest.
fn extremes(lines: &Lines, form: &Form) -> Option<String> {
    let last = |line: &Line| line.values().last().map(|(_, value)| value);
    let ends = lines
        .lines
        .iter()
        .filter_map(|line| Some((line.name.as_str(), last(line)?)));
    let most = ends.clone().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let least = ends.min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(format!(
        "At its end, {} is highest with {}, {} lowest with {}.",
        most.0,
        form.full(most.1),
        least.0,
        form.full(least.1)
    ))
}

pub(super) fn scatter(chart: &Chart, scatter: &Scatter) -> Vec<String> {
    let plain = Unit::default();
    let xs = || scatter.points.iter().map(|point| point.0);
    let ys = || scatter.points.iter().map(|point| point.1);
    let x = Form::values(xs(), &plain);
    let y = Form::values(ys(), &chart.unit);
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let (first, last) = ends(&mut xs());
    let (low, high) = ends(&mut ys());
    let mut said = vec![
        format!("n = {}.", count(scatter.points.len())),
        format!(
            "{} ranges from {} to {}.",
            scatter.x,
            x.full(first),
            x.full(last)
        ),
        format!(
            "{} ranges from {} to {}.",
            scatter.y,
            y.full(low),
            y.full(high)
        ),
    ];
    let Some(fit) = &scatter.fit else {
        said.push(
            "No line is fitted: it needs three points or more, at more than one place.".to_owned(),
        );
        return said;
    };
    let (low, high) = fit.slope_between;
    let slope = Form::values([fit.slope, low, high].into_iter(), &chart.unit);
    let ends = Form::values([fit.at(first), fit.at(last)].into_iter(), &chart.unit);
    let (way, sign) = if fit.slope < 0.0 {
        ("falls", -1.0)
    } else {
        ("rises", 1.0)
    };
    // Between percents lie points.
    let unit = if chart.unit.is_percent() {
        " points"
    } else {
        ""
    };
    let change = |value: f64| match unit {
        "" => slope.full(value),
        points => format!("{}{points}", slope.bare(value)),
    };
    said.push(format!(
        "The least-squares line {way} from {} to {}, by {} for each 1 more of {} (95% confidence interval of the slope {} to {}).",
        ends.full(fit.at(first)),
        ends.full(fit.at(last)),
        change(fit.slope * sign),
        scatter.x,
        slope.bare(low),
        slope.bare(high)
    ));
    said
}

pub(super) fn scatter_notes(scatter: &Scatter) -> Vec<String> {
    let points = scatter.points.len();
    let mut notes = vec![format!("n = {}.", count(points))];
    if !are_single(points) {
        notes.push("The larger a dot, the more rows are there.".to_owned());
    }
    if scatter.fit.is_some() {
        notes.push("The line is fitted by least squares, with its 95% confidence band.".to_owned());
    }
    notes
}

pub(super) fn histogram(chart: &Chart, histogram: &Histogram) -> Vec<String> {
    let form = form(chart, histogram);
    let bins = &histogram.bins;
    let most = bins.counts.iter().copied().max().unwrap_or(0);
    let at = bins
        .counts
        .iter()
        .position(|count| *count == most)
        .unwrap_or(0);
    let (from, to) = (bins.edges[at], bins.edges[at + 1]);
    let place = match bins.is_each {
        true => format!("at {}", form.full(from + 0.5)),
        false => format!("from {} to {}", form.full(from), form.full(to)),
    };
    let mut said = histogram_notes(chart, histogram);
    said.push(format!(
        "The values range from {} to {}, the median is {}. Most, {} of {}, are {place}.",
        form.full(histogram.least),
        form.full(histogram.most),
        form.full(histogram.median),
        count(most),
        count(histogram.n)
    ));
    said
}

pub(super) fn histogram_notes(chart: &Chart, histogram: &Histogram) -> Vec<String> {
    let width = Form::values(std::iter::once(histogram.bins.width), &chart.unit);
    vec![format!(
        "n = {}. Each bin is {} wide.",
        count(histogram.n),
        width.full(histogram.bins.width)
    )]
}

fn form(chart: &Chart, histogram: &Histogram) -> Form {
    let ends = [histogram.least, histogram.median, histogram.most];
    let edges = histogram.bins.edges.iter().copied();
    let shift = if histogram.bins.is_each { 0.5 } else { 0.0 };
    Form::values(
        ends.into_iter().chain(edges.map(move |edge| edge + shift)),
        &chart.unit,
    )
}
