//! What is measured: a column, how it is summed up, and what it is divided by.

/// How the rows of a metric become one number.
#[derive(Debug, Clone, PartialEq)]
pub enum Summary {
    /// The mean of a column; a share where it has nothing but 0 and 1.
    Mean,
    /// The sum of one column over the sum of another, as in `orders / sessions`.
    Ratio {
        /// What it is divided by.
        per: String,
    },
    /// Events for each unit of exposure, as in `faults per hours`.
    Rate {
        /// The exposure.
        per: String,
    },
    /// A quantile, as in `median minutes` and `p95 latency_ms`: from 0 to 1, both left out.
    Quantile(f64),
}

/// A metric as declared.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// As it is written.
    pub name: String,
    /// The column.
    pub column: String,
    /// How its rows become one number.
    pub summary: Summary,
}

impl Metric {
    /// Reads one; none where it has not one of the forms.
    pub fn read(text: &str) -> Option<Metric> {
        let name = text.trim();
        // Half of a ratio is none.
        if name.ends_with(" /") || name.ends_with(" per") {
            return None;
        }
        let metric = |column: &str, summary| {
            let column = column.trim();
            (!column.is_empty()).then(|| Metric {
                name: name.to_owned(),
                column: column.to_owned(),
                summary,
            })
        };
        let other = |per: &str| {
            let per = per.trim();
            (!per.is_empty()).then(|| per.to_owned())
        };
        if let Some((column, per)) = name.split_once(" / ") {
            return metric(column, Summary::Ratio { per: other(per)? });
        }
        if let Some((column, per)) = name.split_once(" per ") {
            return metric(column, Summary::Rate { per: other(per)? });
        }
        match name.split_once(char::is_whitespace) {
            Some((first, column)) => match quantile(first) {
                Some(share) => metric(column, Summary::Quantile(share)),
                None => metric(name, Summary::Mean),
            },
            None => metric(name, Summary::Mean),
        }
    }

    /// The columns that it reads.
    pub fn columns(&self) -> Vec<&str> {
        match &self.summary {
            Summary::Mean | Summary::Quantile(_) => vec![&self.column],
            Summary::Ratio { per } | Summary::Rate { per } => vec![&self.column, per],
        }
    }
}

/// `median`, `p95`, `p99.9`.
fn quantile(word: &str) -> Option<f64> {
    if word == "median" {
        return Some(0.5);
    }
    let share: f64 = word.strip_prefix('p')?.parse().ok()?;
    (share > 0.0 && share < 100.0).then_some(share / 100.0)
}

#[cfg(test)]
mod tests {
    use super::{Metric, Summary};

    #[test]
    fn a_metric_is_read_by_its_form() {
        let read = |text: &str| Metric::read(text).map(|one| (one.column, one.summary));
        assert_eq!(
            read("got_result"),
            Some(("got_result".to_owned(), Summary::Mean))
        );
        let per = |per: &str| per.to_owned();
        assert_eq!(
            read("orders / sessions"),
            Some((
                "orders".to_owned(),
                Summary::Ratio {
                    per: per("sessions")
                }
            ))
        );
        assert_eq!(
            read("faults per hours"),
            Some(("faults".to_owned(), Summary::Rate { per: per("hours") }))
        );
        assert_eq!(
            read("median wait"),
            Some(("wait".to_owned(), Summary::Quantile(0.5)))
        );
        assert_eq!(
            read("p95 ms"),
            Some(("ms".to_owned(), Summary::Quantile(0.95)))
        );
        // A column may have blanks in its name.
        assert_eq!(
            read("net value"),
            Some(("net value".to_owned(), Summary::Mean))
        );
        assert_eq!(read("p95"), Some(("p95".to_owned(), Summary::Mean)));
        assert_eq!(read("x / "), None);
        assert_eq!(read(" "), None);
    }
}
