//! From Cargo's timings page to a Markdown table.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

/// How many crates the table shows.
const ROWS: usize = 10;

/// One thing that Cargo built: a library, a build script, or the run of one.
#[derive(Debug, Deserialize)]
pub(super) struct Unit {
    name: String,
    version: String,
    /// Seconds.
    duration: f64,
}

/// The units in a timings page: a JSON list in its script.
pub(super) fn units(page: &str) -> Option<Vec<Unit>> {
    let list = page.split_once("const UNIT_DATA = ")?.1;
    let mut values = serde_json::Deserializer::from_str(list).into_iter::<Vec<Unit>>();
    values.next()?.ok()
}

/// A build's time and its costliest crates, as Markdown.
pub(super) fn table(name: &str, arguments: &[&str], time: Duration, units: &[Unit]) -> String {
    let mut crates: BTreeMap<String, f64> = BTreeMap::new();
    for unit in units {
        *crates
            .entry(format!("{} {}", unit.name, unit.version))
            .or_default() += unit.duration;
    }
    let work: f64 = crates.values().sum();
    let count = crates.len();
    let mut costly: Vec<(String, f64)> = crates.into_iter().collect();
    costly.sort_by(|a, b| b.1.total_cmp(&a.1));
    let with: String = arguments.iter().map(|word| format!(", `{word}`")).collect();
    let mut text = format!(
        "\n### Build {name}{with}: {:.0} s\n\n{count} crates, {work:.0} s of work on all cores together.\n\n| crate | seconds | share of the work |\n| --- | ---: | ---: |\n",
        time.as_secs_f64()
    );
    for (name, seconds) in costly.iter().take(ROWS) {
        text.push_str(&format!(
            "| {name} | {seconds:.1} | {:.0}% |\n",
            100.0 * seconds / work.max(f64::MIN_POSITIVE)
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<script>
const UNIT_DATA = [
  {"i": 0, "name": "big", "version": "1.0.0", "mode": "todo", "duration": 3.0, "sections": null},
  {"i": 1, "name": "small", "version": "0.2.0", "mode": "todo", "duration": 2.0},
  {"i": 2, "name": "big", "version": "1.0.0", "mode": "run-custom-build", "duration": 5.0}
];
const CONCURRENCY_DATA = [];
</script>"#;

    #[test]
    fn a_crate_is_the_sum_of_its_units_and_the_costliest_comes_first() {
        let units = units(PAGE).unwrap();
        let table = table("default", &["--locked"], Duration::from_secs(7), &units);
        assert_eq!(
            table,
            "\n### Build default, `--locked`: 7 s\n\n2 crates, 10 s of work on all cores together.\n\n\
             | crate | seconds | share of the work |\n| --- | ---: | ---: |\n\
             | big 1.0.0 | 8.0 | 80% |\n| small 0.2.0 | 2.0 | 20% |\n"
        );
    }

    #[test]
    fn a_page_without_timings_gives_nothing() {
        assert!(units("<script></script>").is_none());
        assert!(units("const UNIT_DATA = [{]").is_none());
    }
}
