use super::*;

#[test]
fn a_rule_of_n_nodes_is_exact_to_degree_2n_less_1() {
    let rule = Legendre::new(8);
    let sum: f64 = rule
        .spread(0.0, 2.0, 3)
        .iter()
        .map(|&(x, w)| w * x.powi(15))
        .sum();
    assert!((sum / (2f64.powi(16) / 16.0) - 1.0).abs() < 1e-14);
}

#[test]
fn steps_integrate_the_bell_to_the_last_digits() {
    let (points, step) = steps(-9.0, 9.0, 0.5);
    let sum: f64 = points.iter().map(|x| (-x * x / 2.0).exp() * step).sum();
    assert!((sum - (2.0 * std::f64::consts::PI).sqrt()).abs() < 1e-13);
}

#[test]
fn roots_are_found_to_the_last_digits() {
    let found = root(0.0, 2.0, |x| x.cos() - x).unwrap();
    assert!((found - 0.739_085_133_215_160_6).abs() < 1e-15);
    assert!((root_above(0.0, 1.0, |x| x.powi(3) - 1e9).unwrap() - 1000.0).abs() < 1e-10);
}

#[test]
fn equal_signs_have_no_root() {
    assert_eq!(root(1.0, 2.0, |x| x), None);
    assert_eq!(root_above(0.0, 1.0, |_| f64::NAN), None);
}
