//! The packet of a take: two mentors answer it, and what they said stands in the person's `take.yaml`.

use std::path::{Path, PathBuf};

use super::tools::{Fault, audit, report, validate};
use super::{answered, done, is_by_itself, whyproof};

/// A workspace: a résumé, two stories and another that nobody shall see, notes, and a question.
fn workspace() -> tempfile::TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/packet-take.in/me");
    let folder = tempfile::tempdir().expect("a folder");
    for name in [
        "experience.yaml",
        "take.yaml",
        "stories/returns.md",
        "stories/returns.notes.md",
        "stories/scale.md",
        "stories/quarrel.md",
    ] {
        let to = folder.path().join("me").join(name);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::copy(from.join(name), to).expect("copied");
    }
    folder
}

fn packet(folder: &Path) -> PathBuf {
    let bars = ["--bar", "product-manager", "--bar", "environment"];
    done(&whyproof(
        folder,
        &[&["packet", "--take", "me"][..], &bars].concat(),
    ));
    folder.join("me/take-packet.html")
}

#[test]
fn what_two_mentors_say_stands_in_the_take_under_their_names() {
    let folder = workspace();
    let packet = packet(folder.path());
    let page = std::fs::read_to_string(&packet).expect("the packet");
    for secret in [
        "Kim Rivera",
        "kim@example.org",
        "I was afraid",
        "shouted",
        "not quite half",
    ] {
        assert!(!page.contains(secret), "{secret}");
    }
    let seen = answered("take.mjs", &packet, folder.path());
    is_by_itself(&seen, "take-packet.html");
    assert_eq!(seen["count"], "2 judgements, 2 notes – not saved yet");

    let file = folder.path().join("me/take.yaml");
    let before = std::fs::read_to_string(&file).expect("take.yaml");
    let import = |name: &str, more: &[&str]| {
        let reply = format!("take-k-seattle-{name}-reply.json");
        let arguments = [&["import", reply.as_str(), "--into", "me"], more].concat();
        done(&whyproof(folder.path(), &arguments))
    };
    let told = import("p-rao", &["--dry-run"]);
    assert!(told.contains("would have three things more"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).expect("it"), before);
    import("p-rao", &[]);
    import("s-banda", &[]);
    let after = std::fs::read_to_string(&file).expect("take.yaml");
    for line in before.lines() {
        assert!(after.contains(line), "{line}\n{after}");
    }
    assert_eq!(said(&after), wanted(), "{after}");

    // The same replies once more add nothing.
    let told = import("s-banda", &[]) + &import("p-rao", &[]);
    assert_eq!(told.matches("Nothing new was said").count(), 2, "{told}");
    assert_eq!(std::fs::read_to_string(&file).expect("it"), after);
}

/// What is said in a `take.yaml`, the days apart.
fn said(text: &str) -> Vec<[String; 4]> {
    let people = whyproof_experience::people::People::read(text).expect("read");
    let said = people.said.into_iter().map(|said| {
        let on = said.criterion.or(said.story).unwrap_or_default();
        let judged = said.judged.map_or("", |judged| judged.word());
        [said.by, on, judged.to_owned(), said.note]
    });
    said.collect()
}

fn wanted() -> Vec<[String; 4]> {
    let said = [
        ["K.", "problem", "below", "I was told, I did not ask."],
        [
            "P. Rao",
            "stories/returns.md",
            "",
            "Tell this one first. <b>{x}` # y: z",
        ],
        [
            "P. Rao",
            "problem",
            "meets",
            "Specific.\n\nBut who else has it?",
        ],
        ["P. Rao", "impact", "below", ""],
        ["S. Banda", "problem", "meets", ""],
        ["S. Banda", "", "meets", "Apply."],
    ];
    said.map(|said| said.map(str::to_owned)).to_vec()
}

#[test]
fn the_packet_of_a_take_is_a_page_for_everybody() {
    let folder = workspace();
    let page = [packet(folder.path())];
    // Its one script is allowed by its hash, as other tests see.
    let is_its_script =
        |fault: &Fault| fault.is_about("script", "<script>") || fault.is_about("script", "file://");
    for theme in ["light", "dark"] {
        let mut faults = audit(&page, theme);
        faults.retain(|fault| !is_its_script(fault));
        assert!(faults.is_empty(), "\n{}", report(&faults));
    }
    let faults = validate(&page);
    assert!(faults.is_empty(), "\n{}", report(&faults));
}
