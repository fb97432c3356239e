//! The trial of the example *learn your result*: held against statsmodels 0.15, SciPy 1.18 and tea-tasting's formulas
//! on the same rows.

use whyproof_case::Verdict;
use whyproof_case::measure::{Guard, Measurement};
use whyproof_stats::dist::{Distribution as _, StudentT};

use super::rows::Rows;
use super::{measured, near};

fn trial() -> Rows {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../examples/learn-your-result/data/learn_your_result.csv"
    );
    Rows::csv(&std::fs::read_to_string(path).unwrap())
}

fn voucher(more: &str) -> Measurement {
    let experiment = format!(
        "metric = \"got_result\"\nvariant = \"any_incentive\"\ncontrol = \"0\"\ntreatment = \"1\"\nworthwhile = \"10 points\"\nend = \"2004-12-31\"\n{more}"
    );
    measured(&experiment, &trial())
}

#[test]
fn the_voucher_brought_45_points_more_people() {
    let found =
        voucher("cluster = \"village\"\nforecast = \"25 points\"\nguardrail = \"no complaints\"");
    let effect = &found.effects[0];
    // statsmodels: ols("got_result ~ any_incentive").fit(cov_type="cluster"), 119 villages; its interval by t(118) is
    // 0.4070577897 to 0.4969067591. Ours is by t(117).
    near(effect.absolute.value, 0.451_982_274_406_33);
    let half = t(117.0) * (0.496_906_759_087_779_7 - 0.407_057_789_724_880_1) / 2.0 / t(118.0);
    near(effect.absolute.interval.low, 0.451_982_274_406_33 - half);
    near(effect.absolute.interval.high, 0.451_982_274_406_33 + half);
    assert_eq!(effect.verdict, Some(Verdict::RightThing));
    let counts: Vec<(u64, u64)> = found.variants.iter().map(|arm| (arm.n, arm.rows)).collect();
    assert_eq!(counts, [(623, 679), (2207, 2222)]);
    assert_eq!(found.guardrails[0].state, Guard::NotMeasured);
    assert_eq!(
        found.forecast.as_ref().unwrap().says,
        "The forecast was 25 points, and 45.2 points came of it: too low by 20.2 points."
    );
    assert_eq!(
        found.sentence(),
        "The idea “idea” was worth it: “got result” is 45.2 points higher (95% interval 40.7 to 49.7), well beyond the 10 points that would have been worth it; but nobody has measured “no complaints”."
    );
    let warning = found.trust.first().unwrap();
    assert!(
        warning.warns && warning.says.starts_with("Values are missing more often"),
        "{warning:?}"
    );
}

/// What leaves 2.5 % above it.
fn t(df: f64) -> f64 {
    StudentT::new(df).unwrap().upper_quantile(0.025)
}

#[test]
fn by_the_normal_distribution_the_interval_is_that_of_the_example() {
    let found = voucher("cluster = \"village\"\nmethod = \"normal\"");
    near(
        found.effects[0].absolute.interval.low,
        0.407_518_503_310_214_6,
    );
    near(
        found.effects[0].absolute.interval.high,
        0.496_446_045_502_445_4,
    );
}

#[test]
fn five_questions_are_answered() {
    let answers = voucher("cluster = \"village\"").answers().unwrap();
    assert_eq!(
        answers.worked,
        "Yes. “got result” is 79.1% where “any incentive” is 1, and 33.9% where “any incentive” is 0."
    );
    assert_eq!(
        answers.sure,
        "From 623 rows where “any incentive” is 0 and 2207 where “any incentive” is 1: the difference is most likely between 40.7 and 49.7 points. Of 100 ranges made like this, about 95 hold the true one. There is a reason for doubt, under Trust."
    );
    assert_eq!(
        answers.worth,
        "Yes. Even the smallest gain in that range, 40.7 points, is more than the 10 points that would have been worth it."
    );
    assert_eq!(
        answers.chance,
        "Hardly. If nothing had changed, so large a difference would come up less than once in 1,000 times (p below 0.001)."
    );
    assert_eq!(
        answers.next,
        "Look into the doubt that is told under Trust; do it for everybody if that does not change it."
    );
}

#[test]
fn without_clusters_shares_have_score_intervals() {
    let found = voucher("");
    let effect = &found.effects[0];
    // statsmodels: confint_proportions_2indep(2211 with, 623 without, method="score").
    near(effect.absolute.value, 0.450_551_851_859_918_25);
    near(effect.absolute.interval.low, 0.409_272_953_988_638_44);
    near(effect.absolute.interval.high, 0.489_470_225_458_860_6);
    let relative = effect.relative.as_ref().unwrap();
    near(relative.interval.low, 1.090_168_765_551_773);
    near(relative.interval.high, 1.613_273_464_272_889);
    assert!(found.method.contains("score interval"), "{}", found.method);
}

#[test]
fn covariates_take_variance_away() {
    let found = voucher("covariates = [\"distance_km\", \"age\"]");
    let effect = &found.effects[0];
    // NumPy: least squares over both variants of the distance, the age (nought for the five whose age is not known) and
    // whether it is not known; then Welch's error and degrees of freedom of what is left.
    near(effect.absolute.value, 0.447_940_208_272_328);
    let half = t(901.511_456_856_272_3) * 0.020_694_319_432_429_942;
    near(effect.absolute.interval.width(), 2.0 * half);
    assert!(
        found.method.contains("CUPED by `distance_km` and `age`"),
        "{}",
        found.method
    );
}

#[test]
fn means_are_compared_by_welch_or_student() {
    let of = |method: &str| {
        let experiment = format!(
            "metric = \"distance_km\"\nvariant = \"any_incentive\"\npopulation = \"\"\nworthwhile = \"0.5 km\"\n{method}"
        );
        measured(&experiment, &trial())
    };
    let welch = of("");
    assert_eq!(welch.effects[0].verdict, Some(Verdict::WrongThing));
    assert!(welch.effects[0].relative.is_ok());
    assert!(welch.method.ends_with("Welch's t"), "{}", welch.method);
    assert!(of("method = \"student\"").method.ends_with("Student's t"));
}
