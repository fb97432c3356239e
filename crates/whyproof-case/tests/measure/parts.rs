//! Quantiles by clusters, and means within strata.

use whyproof_case::{Cell, ColumnKind};

use super::methods::shop;
use super::rows::Rows;
use super::{measured, near, trouble};

const NORMAL: f64 = 1.959_963_984_540_054;

/// What variant `name` has in column `at`, by the text in the last column.
fn values(data: &Rows, name: &str, at: usize, part: &str) -> Vec<f64> {
    let rows = data.rows.iter();
    let mine = rows.filter(|row| row[0].to_string() == name);
    let mine = mine.filter(|row| row.last().is_some_and(|last| last.to_string() == part));
    mine.filter_map(|row| row[at].number()).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let about = mean(values);
    let squares = values.iter().map(|value| (value - about).powi(2));
    squares.sum::<f64>() / (values.len() - 1) as f64
}

/// The error of the median of variant `name` by hand: what is below it in each of 25 towns of 20.
fn error_of_median(data: &Rows, name: &str) -> f64 {
    let towns: Vec<Vec<f64>> = (0..25)
        .map(|town| values(data, name, 3, &format!("t{town}")))
        .collect();
    let mut all: Vec<f64> = towns.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    let n = all.len() as f64;
    let at = |level: f64| {
        let place = level * (n - 1.0);
        let (low, high) = (all[place as usize], all[place as usize + 1]);
        low + (high - low) * place.fract()
    };
    let half = NORMAL * (0.25 / n).sqrt();
    let independent = (at(0.5 + half) - at(0.5 - half)) / 2.0 / NORMAL;
    let below = |town: &Vec<f64>| {
        let many = town.iter().filter(|value| **value <= at(0.5)).count();
        many as f64 / town.len() as f64
    };
    let shares: Vec<f64> = towns.iter().map(below).collect();
    // n − 1 by n, as in the estimate of a mean.
    let independent = independent * ((n - 1.0) / n).sqrt();
    independent * (variance(&shares) / 25.0 / (0.25 / n)).sqrt()
}

#[test]
fn a_quantile_by_clusters_is_as_sure_as_there_are_clusters() {
    let mut data = shop();
    // Neighbours in waiting live in the same town.
    data.add("town", |_, row| {
        let minutes = row[3].number().unwrap()
            - if row[0].to_string() == "b" {
                15.0
            } else {
                10.0
            };
        let mixed = (row[1].number().unwrap() * 7.0) as usize % 3;
        Some(format!(
            "t{}",
            (minutes / 8.0 * 25.0) as usize / 2 * 2 % 25 + mixed % 2
        ))
    });
    // Twenty of each.
    let mut places = std::collections::BTreeMap::new();
    for row in &mut data.rows {
        let place = places.entry(row[0].to_string()).or_insert(0_usize);
        row[4] = Cell::Text(format!("t{}", *place / 20));
        *place += 1;
    }
    data.rows.sort_by(|one, other| {
        let key = |row: &[Cell]| (row[0].to_string(), row[4].to_string());
        key(one).cmp(&key(other))
    });
    let declared = "metric = \"median wait\"\nvariant = \"arm\"\ncontrol = \"a\"\ncluster = \"town\"\nworthwhile = \"1 minute\"";
    let found = measured(&format!("{declared}\nmethod = \"normal\""), &data);
    let effect = &found.effects[0];
    let errors = ["a", "b"].map(|name| error_of_median(&data, name));
    let wanted = 2.0 * NORMAL * errors[0].hypot(errors[1]);
    near(effect.absolute.interval.width(), wanted);
    assert!(
        found.method.contains("clustered by `town`"),
        "{}",
        found.method
    );
    // Degrees of freedom are those of 25 towns, not of 500 rows.
    let suited = measured(declared, &data);
    let times = suited.effects[0].absolute.interval.width() / wanted;
    assert!((1.02..1.06).contains(&times), "{times}");
}

/// Two sites of unlike size, of which the larger waits longer.
fn sites() -> Rows {
    let mut data = shop();
    data.add("site", |at, _| {
        let site = if at % 4 == 0 { "north" } else { "south" };
        Some(site.to_owned())
    });
    for row in &mut data.rows {
        if let (Cell::Float(wait), true) = (row[3].clone(), row[4].to_string() == "south") {
            row[3] = Cell::Float(wait + 40.0);
        }
    }
    data
}

const SITES: &str = "metric = \"wait\"\nvariant = \"arm\"\ncontrol = \"a\"\nmethod = \"normal\"\nworthwhile = \"1 minute\"";

#[test]
fn within_strata_what_they_differ_by_is_no_chance() {
    let data = sites();
    let found = measured(&format!("{SITES}\nstrata = \"site\""), &data);
    let parts = [("north", 0.25), ("south", 0.75)];
    let (mut wanted, mut variances) = (0.0, 0.0);
    for (site, share) in parts {
        let [control, treatment] = ["a", "b"].map(|name| values(&data, name, 3, site));
        wanted += share * (mean(&treatment) - mean(&control));
        for part in [control, treatment] {
            variances += share * share * variance(&part) / part.len() as f64;
        }
    }
    let effect = &found.effects[0];
    near(effect.absolute.value, wanted);
    near(
        effect.absolute.interval.width(),
        2.0 * NORMAL * variances.sqrt(),
    );
    assert_eq!(
        found.method,
        "difference of means within 2 strata by `site`, weighted by their shares of all rows (post-stratified), normal"
    );
    let plain = measured(SITES, &data);
    let whole = plain.effects[0].absolute.interval.width();
    assert!(effect.absolute.interval.width() < whole / 4.0);
}

#[test]
fn a_stratum_that_cannot_be_compared_is_named() {
    let mut data = sites();
    let last = data.rows.len() - 1;
    data.rows[last][4] = Cell::Null;
    let told = trouble(&format!("{SITES}\nstrata = [\"site\"]"), &data);
    assert_eq!(
        told,
        "The effect on `wait` cannot be given: the stratum no value: it has fewer than two rows of a variant; join it with another in a query, or leave `strata` out."
    );
}

#[test]
fn strata_that_are_not_used_are_told() {
    let mut data = sites();
    data.add("town", |at, row| Some(format!("{}{}", row[0], at % 25)));
    let ratio =
        "metric = \"orders / sessions\"\nvariant = \"arm\"\ncontrol = \"a\"\nstrata = [\"site\"]";
    let by_town = format!("{SITES}\nstrata = [\"site\"]\ncluster = \"town\"");
    for (experiment, says) in [
        (
            ratio,
            "Strata are used for means and shares: the interval holds without them.",
        ),
        (
            &by_town,
            "Strata are not used with clusters: the interval holds without them.",
        ),
    ] {
        let found = measured(experiment, &data);
        assert!(
            found.trust.iter().any(|note| note.says == says),
            "{found:?}"
        );
    }
}

#[test]
fn strata_of_several_columns_are_those_that_occur() {
    let mut data = sites();
    data.add("size", |at, _| {
        Some(if at % 3 == 0 { "small" } else { "large" }.to_owned())
    });
    let found = measured(&format!("{SITES}\nstrata = [\"site\", \"size\"]"), &data);
    assert!(
        found
            .method
            .starts_with("difference of means within 4 strata by `site` and `size`"),
        "{}",
        found.method
    );
    assert_eq!(
        data.columns.last().map(|column| column.kind),
        Some(ColumnKind::Text)
    );
}
