//! Do intervals cover, and do tests keep their level? By simulation from fixed seeds, and for
//! counts by adding up all outcomes.
#![allow(clippy::unwrap_used, reason = "a test")]

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use whyproof_stats::counts::{self, Rate};
use whyproof_stats::dist::{Binomial, Distribution, Normal, Poisson};
use whyproof_stats::effect::{self, Options, RelativeScale, Spread};
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::proportions::{self, DifferenceMethod, Share};
use whyproof_stats::ranks::{RankMethod, mann_whitney};
use whyproof_stats::sequential::{Mixture, confidence_sequence};
use whyproof_stats::{Alternative, Estimate, Level, means, quantiles, ratios};

/// Runs of a simulation; four standard errors of a share near 95 % are 1.4 points.
const RUNS: u32 = 4000;
const ERROR: f64 = 0.014;

struct Draws(ChaCha8Rng);

impl Draws {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Between 0 and 1, neither included.
    fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        Normal.quantile(self.uniform())
    }

    fn normals(&mut self, n: usize, mean: f64, sd: f64) -> Vec<f64> {
        (0..n).map(|_| mean + sd * self.normal()).collect()
    }

    /// Skewed: mean 1, standard deviation 1.
    fn waits(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| -self.uniform().ln()).collect()
    }
}

fn share_of_runs(seed: u64, mut holds: impl FnMut(&mut Draws) -> bool) -> f64 {
    let mut draws = Draws::new(seed);
    let held = (0..RUNS).filter(|_| holds(&mut draws)).count();
    held as f64 / f64::from(RUNS)
}

#[track_caller]
fn near(share: f64, wanted: f64) {
    assert!((share - wanted).abs() < ERROR, "{share}, not {wanted}");
}

fn moments(values: &[f64]) -> Moments {
    Moments::from_values(values).unwrap()
}

fn covers(estimate: &Estimate, truth: f64) -> bool {
    estimate.interval.contains(truth)
}

/// Student's interval would cover 99 % here, and 86 % the other way round.
#[test]
fn welch_covers_with_unequal_spread_and_size() {
    let share = share_of_runs(1, |d| {
        let (a, b) = (d.normals(8, 5.0, 1.0), d.normals(24, 6.0, 4.0));
        let got = means::compare(&moments(&a), &moments(&b), &Options::default()).unwrap();
        covers(&got.absolute, 1.0)
    });
    near(share, 0.95);
    let share = share_of_runs(2, |d| {
        let (a, b) = (d.normals(8, 5.0, 4.0), d.normals(24, 6.0, 1.0));
        let got = means::compare(&moments(&a), &moments(&b), &Options::default()).unwrap();
        covers(&got.absolute, 1.0)
    });
    near(share, 0.95);
}

#[test]
fn student_covers_with_equal_spread() {
    let options = Options {
        spread: Spread::Student,
        ..Options::default()
    };
    let share = share_of_runs(3, |d| {
        let (a, b) = (d.normals(3, 5.0, 2.0), d.normals(5, 6.0, 2.0));
        covers(
            &means::compare(&moments(&a), &moments(&b), &options)
                .unwrap()
                .absolute,
            1.0,
        )
    });
    near(share, 0.95);
}

#[test]
fn one_sided_intervals_cover() {
    for (seed, alternative) in [(4, Alternative::Greater), (5, Alternative::Less)] {
        let options = Options {
            alternative,
            level: Level::P90,
            ..Options::default()
        };
        let share = share_of_runs(seed, |d| {
            let (a, b) = (d.normals(10, 5.0, 2.0), d.normals(12, 4.0, 3.0));
            covers(
                &means::compare(&moments(&a), &moments(&b), &options)
                    .unwrap()
                    .absolute,
                -1.0,
            )
        });
        // Four standard errors at 90 % are 1.9 points.
        assert!((share - 0.9).abs() < 0.019, "{alternative:?} {share}");
    }
}

#[test]
fn relative_effects_cover_by_every_convention() {
    let scales = [
        RelativeScale::Log,
        RelativeScale::Plain,
        RelativeScale::Fieller,
    ];
    for (seed, relative) in (10..).zip(scales) {
        let options = Options {
            relative,
            ..Options::default()
        };
        let share = share_of_runs(seed, |d| {
            let b: Vec<f64> = d.waits(180).iter().map(|x| x * 1.2).collect();
            let got = means::compare(&moments(&d.waits(200)), &moments(&b), &options).unwrap();
            covers(&got.relative.unwrap(), 0.2)
        });
        near(share, 0.95);
    }
}

/// Nothing differs: 5 % of tests say that something does.
#[test]
fn the_same_against_the_same_is_significant_one_time_in_twenty() {
    let share = share_of_runs(20, |d| {
        let (a, b) = (moments(&d.waits(300)), moments(&d.waits(150)));
        means::compare(&a, &b, &Options::default())
            .unwrap()
            .absolute
            .p
            <= 0.05
    });
    near(share, 0.05);
    let share = share_of_runs(21, |d| {
        let (a, b) = (d.waits(40), d.waits(30));
        mann_whitney(&a, &b, Alternative::TwoSided, RankMethod::Auto)
            .unwrap()
            .p
            <= 0.05
    });
    near(share, 0.05);
}

/// Views and clicks of users who click more where they view more: treating views as independent
/// would cover about 60 %.
#[test]
fn ratios_cover_where_users_are_assigned() {
    fn users(d: &mut Draws, n: usize, rate: f64) -> Comoments {
        let mut views = Vec::with_capacity(n);
        let mut clicks = Vec::with_capacity(n);
        for own in d.waits(n) {
            let count = 1.0 + (own * 6.0).floor();
            views.push(count);
            clicks.push(count * rate * (0.5 + own / 2.0));
        }
        Comoments::from_columns(&[&clicks, &views]).unwrap()
    }
    let truth = |d: &mut Draws| users(d, 2_000_000, 0.1);
    let whole = truth(&mut Draws::new(30));
    let ratio = whole.mean(0) / whole.mean(1);
    let share = share_of_runs(31, |d| {
        let (a, b) = (users(d, 300, 0.1), users(d, 300, 0.11));
        let got = ratios::compare(&a, &b, &Options::default()).unwrap();
        covers(&got.absolute, 0.1 * ratio)
    });
    near(share, 0.95);
}

#[test]
fn quantiles_cover() {
    let share = share_of_runs(40, |d| {
        let arm = |d: &mut Draws, times: f64| {
            let mut values: Vec<f64> = d.waits(400).iter().map(|x| x * times).collect();
            values.sort_by(f64::total_cmp);
            quantiles::arm(&quantiles::order_statistics(&values, 0.5).unwrap()).unwrap()
        };
        let (a, b) = (arm(d, 1.0), arm(d, 1.3));
        let got = effect::compare(&a, &b, &Options::default()).unwrap();
        covers(&got.absolute, 0.3 * std::f64::consts::LN_2)
    });
    near(share, 0.95);
}

/// Events in clusters that are nearly copies: taken as independent they would cover about 66 %.
#[test]
fn clustered_quantiles_cover() {
    let share = share_of_runs(41, |d| {
        let arm = |d: &mut Draws| {
            let clusters: Vec<Vec<f64>> = (0..120)
                .map(|_| {
                    let own = d.normal();
                    (0..5).map(|_| own + 0.5 * d.normal()).collect()
                })
                .collect();
            let mut all: Vec<f64> = clusters.iter().flatten().copied().collect();
            all.sort_by(f64::total_cmp);
            let order = quantiles::order_statistics(&all, 0.5).unwrap();
            let below = |c: &Vec<f64>| c.iter().filter(|x| **x <= order.value).count() as f64;
            let below: Vec<f64> = clusters.iter().map(below).collect();
            let sizes = vec![5.0; clusters.len()];
            let moments = Comoments::from_columns(&[&below, &sizes]).unwrap();
            quantiles::clustered_arm(&order, &moments).unwrap()
        };
        let (a, b) = (arm(d), arm(d));
        covers(
            &effect::compare(&a, &b, &Options::default())
                .unwrap()
                .absolute,
            0.0,
        )
    });
    near(share, 0.95);
}

/// The probability of all outcomes of two samples for which something holds.
fn total(n: [u64; 2], p: [f64; 2], holds: impl Fn(&Share, &Share) -> bool) -> f64 {
    let [a, b] = [0, 1].map(|i| Binomial::new(n[i], p[i]).unwrap());
    let mut sum = 0.0;
    for j in 0..=n[0] {
        for k in 0..=n[1] {
            if holds(&Share::new(j, n[0]).unwrap(), &Share::new(k, n[1]).unwrap()) {
                sum += a.pmf(j) * b.pmf(k);
            }
        }
    }
    sum
}

#[test]
fn exact_intervals_cover_at_least_their_level() {
    for p in [0.001, 0.02, 0.1, 0.37, 0.5, 0.9, 0.995] {
        for n in [5, 30, 200] {
            let chance = Binomial::new(n, p).unwrap();
            let covered = |k: &u64| {
                let share = Share::new(*k, n).unwrap();
                proportions::clopper_pearson(&share, Level::P95)
                    .unwrap()
                    .contains(p)
            };
            let sum: f64 = (0..=n).filter(covered).map(|k| chance.pmf(k)).sum();
            assert!(sum >= 0.95 - 1e-12, "{p} of {n}: {sum}");
        }
    }
    for mean in [0.3, 2.0, 9.5, 60.0] {
        let chance = Poisson::new(mean).unwrap();
        let covered = |k: &u64| {
            let rate = Rate::new(*k, 1.0).unwrap();
            counts::exact_interval(&rate, Level::P95)
                .unwrap()
                .contains(mean)
        };
        let sum: f64 = (0..300).filter(covered).map(|k| chance.pmf(k)).sum();
        assert!(sum >= 0.95 - 1e-12, "{mean}: {sum}");
    }
}

/// For small counts Newcombe's and the score interval stay near their level, Wald's does not.
#[test]
fn intervals_of_small_shares_cover() {
    let coverage = |method, p: [f64; 2]| {
        total([25, 35], p, |a, b| {
            let got = proportions::difference(a, b, Level::P95, method).unwrap();
            got.contains(p[1] - p[0])
        })
    };
    for p in [[0.02, 0.05], [0.1, 0.1], [0.3, 0.6], [0.9, 0.97]] {
        for method in [DifferenceMethod::Newcombe, DifferenceMethod::Score] {
            let got = coverage(method, p);
            assert!((0.93..=0.998).contains(&got), "{method:?} {p:?}: {got}");
        }
    }
    assert!(coverage(DifferenceMethod::Wald, [0.02, 0.05]) < 0.9);
}

/// Fisher's test and the conditional one of rates never reject more often than they may.
#[test]
fn exact_tests_keep_their_level() {
    for p in [0.05, 0.3, 0.5] {
        for side in [
            Alternative::TwoSided,
            Alternative::Greater,
            Alternative::Less,
        ] {
            let size = total([12, 17], [p, p], |a, b| {
                proportions::fisher_exact(a, b, side).unwrap() <= 0.05
            });
            assert!(size <= 0.05, "{side:?} {p}: {size}");
        }
    }
    for n in [1, 9, 40] {
        for p in [0.2, 0.5] {
            let chance = Binomial::new(n, p).unwrap();
            let rejected =
                |k: &u64| counts::binomial_test(*k, n, p, Alternative::TwoSided).unwrap() <= 0.05;
            let size: f64 = (0..=n).filter(rejected).map(|k| chance.pmf(k)).sum();
            assert!(size <= 0.05, "{n} {p}: {size}");
        }
    }
}

/// Order statistics hold the quantile at least as often as they say.
#[test]
fn ranks_around_a_quantile_cover() {
    for (n, q) in [(30, 0.5), (200, 0.9), (80, 0.1)] {
        let below = Binomial::new(n, q).unwrap();
        let (low, high) = quantiles::exact_ranks(n, q, Level::P95).unwrap();
        let above_low = low.map_or(1.0, |l| 1.0 - below.cdf(l - 1));
        let above_high = high.map_or(0.0, |u| 1.0 - below.cdf(u - 1));
        assert!(above_low - above_high >= 0.95, "{n} {q}");
    }
}

/// Looked at after every pair of people, from the hundredth pair to the two thousandth, the always-valid interval holds
/// the truth all the way at least 95 times in 100; the plain one is beyond it at some look in half of the runs.
#[test]
fn always_valid_intervals_hold_however_often_one_looks() {
    let (first, last) = (100, 2_000);
    let truth = 0.25;
    let mut plain = 0;
    let share = share_of_runs(43, |d| {
        let (mut sums, mut squares) = ([0.0; 2], [0.0; 2]);
        let (mut holds, mut is_plain) = (true, true);
        for pairs in 1..=last {
            for (arm, mean) in [0.0, truth].into_iter().enumerate() {
                let value = mean + d.normal();
                sums[arm] += value;
                squares[arm] += value * value;
            }
            if pairs < first {
                continue;
            }
            let n = f64::from(pairs);
            let variance = |arm: usize| (squares[arm] - sums[arm] * sums[arm] / n) / (n - 1.0);
            let error = ((variance(0) + variance(1)) / n).sqrt();
            let value = (sums[1] - sums[0]) / n;
            let mixture = Mixture::TightAt(1_000.0);
            let (level, both) = (Level::P95, Alternative::TwoSided);
            let got = confidence_sequence(value, error, 2.0 * n, 0.0, mixture, level, both);
            holds &= covers(&got.unwrap(), truth);
            is_plain &= (value - truth).abs() <= 1.96 * error;
        }
        plain += u32::from(is_plain);
        holds
    });
    assert!(share >= 0.95 - ERROR, "{share}");
    let plain = f64::from(plain) / f64::from(RUNS);
    assert!(plain < 0.7, "{plain}");
}
