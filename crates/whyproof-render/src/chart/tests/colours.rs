//! Contrast by WCAG 2.2, "contrast ratio" and "relative luminance".

use crate::chart::draw::style::INKS;
use crate::chart::{Scheme, forced};

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn words_and_marks_are_seen_on_light_and_on_dark_ground() {
    for (name, light, dark) in INKS {
        let least = match name {
            "grid" => continue,
            "back" => 3.0,
            _ => 4.5,
        };
        assert!(contrast(light, "#ffffff") >= least, "{name} on white");
        for ground in ["#000000", "#0d1117", "#22272e"] {
            assert!(contrast(dark, ground) >= least, "{name} on {ground}");
        }
    }
}

#[test]
fn a_page_may_force_a_scheme() {
    let rule = forced(".dark", Scheme::Dark);
    assert!(
        rule.starts_with(".dark .whyproof-chart{--ink:#e6edf3;"),
        "{rule}"
    );
}
