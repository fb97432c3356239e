use super::is_story;

fn tells(text: &str) -> bool {
    is_story(&whyproof_syntax::parse(text).document)
}

#[test]
fn what_somebody_did_is_told() {
    assert!(tells(
        "I ran the desk for a month. I quickly learned that nobody reads signs."
    ));
    assert!(tells(
        "I moved the desk. We should have asked first, I learned."
    ));
    assert!(tells("# T\n\n## The hardest part\n\nWaiting.\n"));
}

#[test]
fn what_is_proposed_is_not() {
    assert!(!tells("I ran the desk. I learned that we should close it."));
    assert!(!tells("I ran the desk. I saw it.\n\nAsk: close it by May."));
    assert!(!tells("People leave because the form asks for a number."));
    assert!(!tells(
        "## Customer problem\n\nI ran the desk. I saw them wait.\n"
    ));
}
