//! Each kind by sentences that are of it, and by others that look alike.

#[test]
fn dump() {
    for name in whyproof_case::built_in_bars() {
        let bar = whyproof_case::bar(&whyproof_testing::MemoryHost::new(), &whyproof_case::Scope::default(), name).unwrap();
        for c in &bar.criteria {
            let a: Vec<String> = super::asked_by(c).iter().map(|(k, n)| format!("{} {n}", super::kind(*k).unwrap().says)).collect();
            println!("{name} {}: {}", c.id, a.join(" | "));
        }
    }
}
