//! Whyproof: build cases that survive the barrage of whys.
fn main() {}
