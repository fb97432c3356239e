//! What is said of figures that are not what their data say.

use whyproof_case::{Case, Figure, FigureState, SqlError, capital, counted, number};

/// A sentence on stale figures, one on those that could not be computed.
pub(super) fn notes(case: &Case) -> Vec<String> {
    [stale(case), failed(case)].into_iter().flatten().collect()
}

/// Whether a figure, a chart's file apart, is not what `refresh` would write.
pub fn any_stale(case: &Case) -> bool {
    case.in_state(FigureState::Stale).next().is_some()
}

/// "Line 14 says 34.9%, and the data say 33.9%."
fn stale(case: &Case) -> Option<String> {
    let stale: Vec<&Figure> = case.in_state(FigureState::Stale).collect();
    let (first, others) = stale.split_first()?;
    let line = case.line(first.span);
    let says = first.says.as_deref().unwrap_or("otherwise");
    let mut note = if first.text == "?" {
        format!("Line {line} waits for a figure; the data say {says}.")
    } else {
        format!("Line {line} says {}, and the data say {says}.", first.text)
    };
    match others {
        [] => {}
        [other] => note.push_str(&format!(" So it is in line {}.", case.line(other.span))),
        others => {
            let lines: Vec<String> = others
                .iter()
                .map(|figure| case.line(figure.span).to_string())
                .collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let lines = if lines.len() > 4 {
                format!("{} more places", number(lines.len()))
            } else {
                format!("lines {}", whyproof_case::list(&lines))
            };
            note.push_str(&format!(" So it is in {lines}."));
        }
    }
    Some(note)
}

fn failed(case: &Case) -> Option<String> {
    let open: Vec<&Figure> = case.in_state(FigureState::NotComputed).collect();
    let first = open.first()?;
    let ran = case.computed.results.get(&first.query);
    let cannot = matches!(ran, None | Some(Err(SqlError::NoEngine)));
    match (&first.trouble, open.len()) {
        (Some(why), count) if !cannot => {
            let why = format!(
                "Line {}: the figure {} was not computed: {why}.",
                case.line(first.span),
                first.id
            );
            Some(match count - 1 {
                0 => why,
                more => format!(
                    "{why} {}.",
                    capital(&counted(
                        more,
                        "other was not, either",
                        "others were not, either"
                    ))
                ),
            })
        }
        (_, 1) => Some("One figure is not computed, so it shows nothing yet.".to_owned()),
        (_, many) => Some(format!(
            "{} figures are not computed, so they show nothing yet.",
            capital(&number(many))
        )),
    }
}
