//! The drill in a terminal: under tmux from end to end, and killed in the middle of a word.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program in a terminal and look at its files"
)]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the fare

## Customer problem

Somebody in a village is told to come back for the result of a test. Most never do.

## Case

### A voucher brings most people back {#voucher}

- because the trip stops them, not the fear.

### The programme can afford it
";

/// A window of its own, gone with it.
struct Window {
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl Window {
    fn open(columns: u16, rows: u16) -> Self {
        let program = std::env::var_os("TMUX_PROGRAM").map_or_else(|| "tmux".into(), PathBuf::from);
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("fare.md"), CASE).expect("written");
        let window = Self { folder, program };
        let started = window.command(&[
            "new-session",
            "-d",
            "-x",
            &columns.to_string(),
            "-y",
            &rows.to_string(),
            "env",
            "PS1=ready$ ",
            "sh",
        ]);
        let Ok(output) = started else {
            panic!("tmux is not here: run `cargo xtask setup`");
        };
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        window.see("ready$");
        window
    }

    fn command(&self, arguments: &[&str]) -> std::io::Result<Output> {
        let mut command = Command::new(&self.program);
        command
            .arg("-S")
            .arg(self.folder.path().join("socket"))
            .args(["-f", "/dev/null"]);
        command
            .env_remove("TMUX")
            .env("WHYPROOF_TODAY", "2026-11-23")
            .env("NO_COLOR", "1");
        command
            .current_dir(self.folder.path())
            .args(arguments)
            .output()
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).expect("tmux runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn kind(&self, text: &str) {
        self.run(&["send-keys", "-l", text]);
    }

    fn press(&self, key: &str) {
        self.run(&["send-keys", key]);
    }

    fn start(&self, arguments: &str) {
        self.start_verb(&format!("drill fare.md {arguments}"));
    }

    fn start_verb(&self, verb: &str) {
        let program = env!("CARGO_BIN_EXE_whyproof");
        // What an earlier run has shown must not be taken for what this one shows.
        self.run(&["send-keys", "-R"]);
        self.run(&["clear-history"]);
        self.kind(&format!("{program} {verb}"));
        self.press("Enter");
    }

    fn screen(&self) -> String {
        // With what has gone off its top.
        self.run(&["capture-pane", "-p", "-S", "-500"])
    }

    /// Waits until `wanted` stands on the screen.
    fn see(&self, wanted: &str) -> String {
        self.see_last(wanted, 1)
    }

    /// Waits until `wanted` stands there so many times.
    fn see_last(&self, wanted: &str, times: usize) -> String {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let screen = self.screen();
            if screen.matches(wanted).count() >= times {
                return screen;
            }
            assert!(Instant::now() < until, "waiting for “{wanted}”:\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn file(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).unwrap_or_default()
    }

    /// Waits until `wanted` is in a file.
    fn kept(&self, path: &str, wanted: &str) {
        let until = Instant::now() + Duration::from_secs(20);
        while !self.file(path).contains(wanted) {
            assert!(
                Instant::now() < until,
                "waiting for “{wanted}” in {path}:\n{}",
                self.file(path)
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.command(&["kill-server"]);
    }
}

#[test]
fn what_people_have_asked_comes_first_and_is_answered_where_it_stands() {
    let window = Window::open(80, 40);
    let asked = "\n## Questions\n\n### Why would I be told? {on=#voucher by=\"P. Rao\" at=business}\n\n### Says who? {by=whyproof}\n";
    let text = CASE.replace(
        "owner: R. Okafor\n",
        "owner: R. Okafor\nladder: product-review\n",
    );
    let text = format!("{text}{asked}");
    std::fs::write(window.folder.path().join("fare.md"), &text).expect("written");
    // From any point of view.
    window.start("--count 2 --as finance");
    window.see("Question 1 of 2, on line 15");
    window.see("Asked by P. Rao at the business review, line 23. Two statements rest on it.");
    window.kind("We have not measured it.");
    window.press("M-Enter");
    window.see("Question 2 of 2");
    window.see("Suggested, line 25. One statement rests on it.");
    window.kind("/skip");
    window.press("Enter");
    window.see("[y/N]");
    window.kind("y");
    window.press("Enter");
    window.see("One question with what you answered");
    let expected = text.replace(
        "at=business}\n",
        "at=business}\n\nWe have not measured it.\n",
    );
    assert_eq!(window.file("fare.md"), expected);
}

const JOURNAL: &str = ".whyproof/drill/fare.md.jsonl";
const DRAFT: &str = ".whyproof/drill/fare.md.draft.json";

#[test]
fn from_the_first_question_to_the_case() {
    let window = Window::open(80, 24);
    window.start("--count 3");
    window.see("Question 1 of 3");
    window.see("Enter twice ends it");
    // Two lines, a slip mended on the way, and an empty line.
    window.kind("In the trialx");
    window.press("BSpace");
    window.kind(" 79 of 100 people came,");
    window.press("Enter");
    window.kind("and the line I edit is this");
    window.press("C-a");
    window.kind("# ");
    window.press("C-e");
    window.press("Enter");
    window.press("Enter");
    window.see("Evidence named: trial");
    window.see("Question 2 of 3");
    window.kind("/park");
    window.press("Enter");
    window.see("Question 3 of 3");
    window.kind("The queue is a wall.");
    window.press("Enter");
    window.press("Enter");
    window.see("follow-up 1 of at most 2");
    window.see("You say “The queue is a wall”.");
    window.kind("We assume it.");
    window.press("M-Enter");
    window.see("Question 2 of 3, parked before");
    window.kind("/skip");
    window.press("Enter");
    let screen = window.see("[y/N]");
    for part in [
        "How it went",
        "What held",
        "What to prepare",
        "You skipped it.",
        "Time",
    ] {
        assert!(screen.contains(part), "no {part}:\n{screen}");
    }
    window.kind("y");
    window.press("Enter");
    window.see("in fare.md, under Questions");
    let case = window.file("fare.md");
    assert!(
        case.contains("In the trial 79 of 100 people came,\n\\# and the line I edit is this\n"),
        "{case}"
    );
    assert!(
        case.contains("\n#### You say “The queue is a wall”.")
            && case.contains("\n\nWe assume it.\n"),
        "{case}"
    );
    assert!(case.contains("by=\"whyproof\""), "{case}");
    assert!(window.file(JOURNAL).ends_with("{\"event\":\"ended\"}\n"));
}

#[test]
fn killed_while_typing_and_nothing_is_lost() {
    // A narrow window wraps what is typed.
    let window = Window::open(50, 40);
    window.start("--count 2");
    window.see("Question 1 of 2");
    window.kind("In the trial 79 of 100 came.");
    window.press("Enter");
    window.press("Enter");
    window.see("Question 2 of 2");
    window.kind("We counted them for a week at the clin");
    // What is on the screen is on the disk.
    window.see("at the clin");
    window.kept(DRAFT, "at the clin");
    let pids = window.run(&["list-panes", "-F", "#{pane_pid}"]);
    let children = std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", pids.trim()))
        .expect("children");
    let program = children.split_whitespace().next().expect("the drill runs");
    let killed = Command::new("kill")
        .args(["-9", program])
        .status()
        .expect("kill runs");
    assert!(killed.success());
    window.see("Killed");
    assert!(
        window
            .file(JOURNAL)
            .contains("In the trial 79 of 100 came.")
    );
    // As if the machine had died while a line was written.
    let journal = window.folder.path().join(JOURNAL);
    let mut text = std::fs::read_to_string(&journal).expect("there");
    text.push_str("{\"event\":\"answered\",\"question\":{\"id\":\"x");
    std::fs::write(&journal, text).expect("written");
    // Another window: a program that was killed leaves its own as it had set it.
    window.run(&["clear-history"]);
    window.run(&["respawn-pane", "-k", "env", "PS1=again$ ", "sh"]);
    window.see("again$");
    window.start("--count 2");
    let screen = window.see("Question 2 of 2");
    assert!(screen.contains("one answer so far"), "{screen}");
    window.see("We counted them for a week at the clin");
    window.kind("ic.");
    window.press("C-d");
    window.see("[y/N]");
    window.press("Enter");
    window.kept(JOURNAL, "We counted them for a week at the clinic.");
    window.kept(JOURNAL, "{\"event\":\"ended\"}");
    assert_eq!(window.file("fare.md"), CASE, "the default is no");
    assert_eq!(window.file(DRAFT), "");
}

#[test]
fn an_interview_goes_on_after_an_interrupt_and_writes_what_was_typed() {
    let window = Window::open(80, 40);
    window.start_verb("story 'The desk'");
    window.see("Question 2 of 14");
    window.kind("spring 2021");
    window.press("M-Enter");
    window.see("Question 3 of 14");
    window.kind("operations le");
    window.see("operations le");
    window.press("C-c");
    window.see("Wrote stories/the-desk.md");
    let first = window.file("stories/the-desk.md");
    assert!(first.contains("when: spring 2021\n"), "{first}");
    assert!(!first.contains("operations"), "{first}");
    window.start_verb("story 'The desk'");
    window.see("Going on: two answers so far");
    window.see("operations le");
    window.kind("ad");
    window.press("M-Enter");
    window.see("Question 4 of 14");
    window.kind("/quit");
    window.press("Enter");
    window.see("Not told yet");
    let second = window.file("stories/the-desk.md");
    assert!(second.contains("my part: operations lead\n"), "{second}");
    // What somebody has changed stays theirs.
    let mine = format!("{second}\nMy own words.\n");
    std::fs::write(window.folder.path().join("stories/the-desk.md"), &mine).expect("written");
    window.start_verb("story 'The desk'");
    window.see("Question 4 of 14");
    window.kind("The phone.");
    window.press("M-Enter");
    window.see("Question 5 of 14");
    window.kind("/quit");
    window.press("Enter");
    window.see("Wrote stories/the-desk-2.md");
    assert_eq!(window.file("stories/the-desk.md"), mine);
    assert!(window.file("stories/the-desk-2.md").contains("The phone."));
}

#[test]
fn a_debrief_asks_again_where_a_word_is_none_of_the_three() {
    let window = Window::open(80, 40);
    window.start_verb("debrief --at Recruiter --by 'P. Rao'");
    window.see("What did they ask?");
    window.kind("Why us?");
    window.press("M-Enter");
    window.see("How did your answer go");
    window.kind("fine");
    window.press("M-Enter");
    window.see("“fine” is not well, mixed or badly.");
    window.see_last("How did your answer go", 2);
    window.kind("badly");
    window.press("M-Enter");
    window.see("Anything to note?");
    window.kind("/skip");
    window.press("Enter");
    window.see("What else did they ask?");
    window.kept("debriefs.yaml", "went: badly");
    window.press("C-c");
    window.see("One question added to debriefs.yaml");
}

#[test]
fn an_interrupt_keeps_what_is_typed() {
    let window = Window::open(80, 40);
    window.start("--count 1");
    window.see("Question 1 of 1");
    window.kind("Half a thou");
    window.see("Half a thou");
    window.press("C-c");
    window.see("goes on from here");
    assert!(window.file(DRAFT).contains("Half a thou"));
    window.start("--count 1");
    window.see_last("Half a thou", 1);
    window.kind("ght is kept.");
    window.press("Enter");
    window.kind("/quit");
    window.press("Enter");
    window.see("goes on from here");
    window.kept(DRAFT, "Half a thought is kept.");
}

#[test]
fn a_script_says_the_same_and_resumes() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("fare.md"), CASE).expect("written");
    std::fs::write(
        at("one.txt"),
        "In the trial 79 of 100 came.\n---\nhalf\n/quit\n",
    )
    .expect("written");
    std::fs::write(at("two.txt"), "We do not know.\n").expect("written");
    let drill = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whyproof"));
        command
            .args(["drill", "fare.md", "--count", "2"])
            .args(arguments);
        let output = command
            .current_dir(folder.path())
            .output()
            .expect("it runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let first = drill(&["--script", "one.txt"]);
    assert!(
        first.contains("Evidence named: trial") && first.contains("goes on from here"),
        "{first}"
    );
    assert!(!first.contains('\u{1b}'), "{first}");
    let second = drill(&["--script", "two.txt", "--add"]);
    assert!(
        second.contains("Question 2 of 2") && !second.contains("Question 1 of 2"),
        "{second}"
    );
    assert!(second.contains("“half”"), "{second}");
    let case = std::fs::read_to_string(at("fare.md")).expect("there");
    assert!(
        case.contains("79 of 100 came.") && case.contains("We do not know."),
        "{case}"
    );
    let journal = std::fs::read_to_string(at(JOURNAL)).expect("there");
    assert!(journal.contains("\"answer\":\"half\""), "{journal}");
}

#[test]
fn what_is_typed_before_the_question_is_an_answer_to_it() {
    let window = Window::open(80, 40);
    let program = env!("CARGO_BIN_EXE_whyproof");
    window.kind(&format!("sleep 1; {program} drill fare.md --count 1"));
    window.press("Enter");
    window.kind("We counted them.");
    window.press("M-Enter");
    window.see("3 words");
    window.kept(JOURNAL, "We counted them.");
}
