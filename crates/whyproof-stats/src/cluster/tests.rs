use super::*;
use crate::moments::Moments;
use crate::regression::Correction;
use crate::{Alternative, Level, StatsError};

fn cell(values: &[f64]) -> Moments {
    Moments::from_values(values).unwrap()
}

fn cluster(control: &[f64], treatment: &[f64]) -> Cluster {
    let of = |values: &[f64]| {
        if values.is_empty() {
            Moments::EMPTY
        } else {
            cell(values)
        }
    };
    Cluster {
        control: of(control),
        treatment: of(treatment),
    }
}

fn find(clusters: &[Cluster]) -> crate::Result<ClusterEffect> {
    effect(
        clusters,
        Correction::Stata,
        Level::P95,
        Alternative::TwoSided,
    )
}

#[test]
fn whole_clusters_and_parts_of_them() {
    let found = find(&[
        cluster(&[1.0, 2.0], &[4.0]),
        cluster(&[3.0], &[5.0, 6.0, 7.0]),
        cluster(&[], &[2.0, 9.0]),
        cluster(&[2.5, 4.0], &[]),
        cluster(&[], &[]),
    ])
    .unwrap();
    assert_eq!(
        (found.clusters, found.absolute.reference.df()),
        (4, Some(3.0))
    );
    assert!((found.control - 2.5).abs() < 1e-15 && (found.treatment - 5.5).abs() < 1e-15);
    assert!((found.absolute.value - 3.0).abs() < 1e-14);
    assert!((found.relative.unwrap().value - 1.2).abs() < 1e-14);
}

/// Copies of a unit in its cluster say nothing new.
#[test]
fn copies_within_clusters_do_not_narrow_the_interval() {
    let rows = [(1.0, 3.0), (2.0, 5.0), (4.0, 4.5), (1.5, 2.0), (3.0, 6.0)];
    let times = |n: usize| {
        let clusters: Vec<Cluster> = rows
            .iter()
            .map(|(a, b)| cluster(&vec![*a; n], &vec![*b; n]))
            .collect();
        effect(
            &clusters,
            Correction::None,
            Level::P95,
            Alternative::TwoSided,
        )
        .unwrap()
        .absolute
    };
    assert!((times(1).standard_error - times(50).standard_error).abs() < 1e-12);
}

#[test]
fn too_few_clusters_are_refused() {
    let one_treated = [
        cluster(&[1.0, 2.0], &[]),
        cluster(&[3.0, 5.0], &[]),
        cluster(&[], &[4.0, 6.0]),
    ];
    let found = find(&one_treated);
    assert!(
        matches!(found, Err(StatsError::TooFew { n: 1, .. })),
        "{found:?}"
    );
    assert!(matches!(
        find(&one_treated[..2]),
        Err(StatsError::Empty { .. })
    ));
    assert!(find(&[]).is_err());
    let flat = [cluster(&[1.0], &[1.0]), cluster(&[1.0], &[1.0])];
    assert!(matches!(find(&flat), Err(StatsError::NoVariance { .. })));
}

#[test]
fn a_relative_effect_needs_a_control_above_zero() {
    let found = find(&[
        cluster(&[-1.0, -2.0], &[4.0]),
        cluster(&[-3.0], &[5.0, 6.0]),
    ])
    .unwrap();
    assert!(matches!(
        found.relative,
        Err(StatsError::NotPositive { .. })
    ));
}

#[test]
fn every_cluster_counts_once() {
    let found = means(&[cell(&[1.0, 3.0]), Moments::EMPTY, cell(&[8.0])]).unwrap();
    assert_eq!((found.n(), found.mean()), (2, 5.0));
    assert!(matches!(
        means(&[Moments::EMPTY]),
        Err(StatsError::Empty { .. })
    ));
}

#[test]
fn likeness_within_clusters() {
    // Units that are wholly alike, and an effect between variants that is no likeness.
    let alike = vec![
        vec![cell(&[1.0, 1.0]), cell(&[4.0, 4.0])],
        vec![cell(&[101.0, 101.0]), cell(&[103.0, 103.0])],
    ];
    let found = correlation(&alike).unwrap();
    assert!((found.within - 1.0).abs() < 1e-14 && (found.design_effect - 2.0).abs() < 1e-14);
    let apart = vec![
        vec![cell(&[1.0, 4.0]), cell(&[4.0, 1.0])],
        vec![cell(&[101.0, 103.0]), cell(&[103.0, 101.0])],
    ];
    let found = correlation(&apart).unwrap();
    assert!((found.within + 1.0).abs() < 1e-14 && (found.design_effect - 1.0).abs() < 1e-14);
    for nothing in [
        vec![],
        vec![vec![cell(&[1.0, 2.0])]],
        vec![vec![cell(&[1.0]), cell(&[2.0])]],
    ] {
        assert!(
            matches!(correlation(&nothing), Err(StatsError::TooFew { .. })),
            "{nothing:?}"
        );
    }
    let flat = vec![vec![cell(&[1.0, 1.0]), cell(&[1.0, 1.0])]];
    assert!(matches!(
        correlation(&flat),
        Err(StatsError::NoVariance { .. })
    ));
}
