//! A value as a careful person would write it where no text gives it a form.

use crate::table::Cell;

/// The value in plain words: whole numbers with commas between groups of three, others to three significant digits
/// and never fewer than their whole part, `yes` and `no`, days by ISO 8601. A missing value is empty.
pub fn plainly(cell: &Cell) -> String {
    match cell {
        Cell::Bool(truth) => if *truth { "yes" } else { "no" }.to_owned(),
        Cell::Int(whole) => grouped(&whole.to_string()),
        Cell::Float(number) => float(*number),
        Cell::Span(seconds) => format!("{} s", float(*seconds)),
        Cell::Time(time) => time.strftime("%Y-%m-%d %H:%M").to_string(),
        Cell::Null | Cell::Text(_) | Cell::Date(_) => cell.to_string(),
    }
}

fn float(number: f64) -> String {
    if !number.is_finite() {
        return number.to_string();
    }
    let size = number.abs();
    // Of a number below one, digits count from the first that is not zero.
    let decimals = if size == 0.0 || size >= 100.0 {
        0
    } else {
        (2 - size.log10().floor() as i32).clamp(0, 12) as usize
    };
    let text = format!("{number:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    grouped(if text == "-0" { "0" } else { text })
}

/// The number in `text` with a comma between groups of three digits of its whole part, where that has five or more:
/// a year and a count of four digits stay as they are.
pub fn grouped(text: &str) -> String {
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => ("-", body),
        None => ("", text),
    };
    let (whole, rest) = body
        .split_once('.')
        .map_or((body, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.char_indices() {
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(rest) = rest {
        grouped.push('.');
        grouped.push_str(rest);
    }
    grouped
}
