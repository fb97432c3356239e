//! Each kind by sentences that are wholly of it, and by others that look alike.

use super::see;

/// Sentences, what they wholly are (a piece of what the kind says), and whether they are.
const SENTENCES: &[(&str, &str, bool)] = &[
    (
        "asked or watched",
        "I interviewed 40 nurses about the handover.",
        true,
    ),
    (
        "asked or watched",
        "Shadowed 14 drivers on their rounds",
        true,
    ),
    (
        "asked or watched",
        "Listened to 200 calls of people who had lost their card",
        true,
    ),
    (
        "asked or watched",
        "I asked for a team of five and got it.",
        false,
    ),
    (
        "asked or watched",
        "I was asked by 40 nurses to leave.",
        false,
    ),
    (
        "asked or watched",
        "Interviewed 12 candidates for the post",
        false,
    ),
    (
        "see it for themselves",
        "I stood behind table six for three mornings.",
        true,
    ),
    ("see it for themselves", "I stood for election.", false),
    (
        "whom it hurts",
        "Each week 31 wrong parcels left the hall.",
        true,
    ),
    ("whom it hurts", "We reduced waits by 30 each week.", false),
    ("served in person", "Phoned 212 people the next day", true),
    (
        "before and after",
        "Wrong parcels went from 188 to 25.",
        true,
    ),
    ("before and after", "Cut returns by 40 %", true),
    (
        "before and after",
        "Discharges rose to 38% in three months.",
        true,
    ),
    (
        "before and after",
        "I worked there from March to May.",
        false,
    ),
    (
        "before and after",
        "Increased retention considerably",
        false,
    ),
    ("with its base", "22 of 40 nurses opened the app.", true),
    ("with its base", "Nurses opened the app.", false),
    (
        "compare with",
        "I left the other five tables as they were.",
        true,
    ),
    (
        "compare with",
        "Compared the trial lockers with 40 others",
        true,
    ),
    ("compare with", "We left the building.", false),
    (
        "measured or tested",
        "I measured it at 1,200 orders a minute.",
        true,
    ),
    (
        "money, counted",
        "Kept within a budget of £1.9 million",
        true,
    ),
    ("money, counted", "Kept within the time of two days", false),
    ("somebody paid", "Sold 40 boxes to three shops", true),
    ("really behind it", "It turned out to be the printer.", true),
    (
        "turned down",
        "Compared three queues and ruled out two",
        true,
    ),
    (
        "said beforehand",
        "I wrote down before we began that 30 of the 40 should use it.",
        true,
    ),
    ("went and learned", "Taught myself SQL in two weeks", true),
    ("foreseen", "We kept the old form as a fallback.", true),
    (
        "after a no",
        "They said no, and I went back with the 41 cases.",
        true,
    ),
    ("after a no", "They said no.", false),
    (
        "after a no",
        "Built the no-show dashboard, used by 38 clinics every week",
        false,
    ),
    ("won over", "I proposed tablets, and the head agreed.", true),
    ("won over", "Persuaded the director with a trial", true),
    ("won over", "I presented at the meeting.", false),
    (
        "unwelcome truth",
        "I told the chief nurse in week two that we would miss the date.",
        true,
    ),
    ("unwelcome truth", "I told the team a joke.", false),
    ("it was stopped", "I stopped it after one term.", true),
    (
        "it was stopped",
        "I closed deals in three countries.",
        false,
    ),
    (
        "small first step",
        "Built a tracker in a spreadsheet over a weekend",
        true,
    ),
    (
        "small first step",
        "With a two-week trial at eleven lockers",
        true,
    ),
    ("small first step", "Deleted 40,000 lines of code", false),
    ("put to use", "Shipped it to 20,000 users", true),
    ("put to use", "Shipped it", false),
    (
        "failed in use",
        "I rolled back the cache after the first alert.",
        true,
    ),
    ("simpler", "Took 3 of 9 questions out of the form", true),
    (
        "written down for others",
        "Wrote the guide to marking",
        true,
    ),
    (
        "written down for others",
        "I wrote down every wrong parcel.",
        false,
    ),
    (
        "done with little",
        "The school was refused money for software.",
        true,
    ),
    ("acted at once", "Built it over a weekend", true),
    (
        "was nobody's",
        "Took the club over when nobody else wanted it",
        true,
    ),
    ("own part", "The idea and the counting were mine.", true),
    ("own fault", "I took my two reports back by name.", true),
    (
        "written down for others",
        "Wrote the business case; the board approved £140,000.",
        true,
    ),
    (
        "written down for others",
        "Chair the meeting and write the one-page report for the county board",
        true,
    ),
    (
        "written down for others",
        "Wrote cases for 40 phones",
        false,
    ),
    (
        "asked or watched",
        "Interviewed 27 dispatchers in depots",
        true,
    ),
    ("asked or watched", "Rode along with six paramedics", true),
    ("own fault", "He took his time.", false),
    ("own fault", "I had put the rule into the plan.", false),
    (
        "own fault",
        "What I did not know was how long the boat took.",
        false,
    ),
    (
        "own fault",
        "The errors I had put down to the packers were made by my own software.",
        true,
    ),
    ("own fault", "I had written four of them myself.", true),
    (
        "kept it going",
        "Handed it over with a guide of six pages",
        true,
    ),
    ("led, hired or taught", "Coached four new teachers", true),
    (
        "led, hired or taught",
        "Ran a ward of 28 beds with 31 nurses",
        true,
    ),
    ("did not report", "None of them reported to me.", true),
    ("a date", "I told her that we would miss the date.", true),
    (
        "waited for what",
        "I wrote down what they were waiting for.",
        true,
    ),
];

#[test]
fn sentences_are_of_their_kinds() {
    let mut wrong = Vec::new();
    for (kind, sentence, expected) in SENTENCES {
        let seen = see(sentence, None, None);
        let full = seen
            .kinds
            .iter()
            .filter(|(_, degree)| *degree == super::Degree::Full);
        let says: Vec<&str> = full
            .filter_map(|(at, _)| super::kind(*at))
            .map(|kind| kind.says)
            .collect();
        if says.iter().any(|says| says.contains(kind)) != *expected {
            wrong.push(format!("{kind}, {expected}: {sentence} is {says:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_done_may_follow_what_stood_in_the_way() {
    let before = see("But it beeped at damp cardboard.", None, None);
    let seen = see("I raised the limit to 60 grams.", Some(&before), None);
    let says = |seen: &super::Seen| seen.is_wholly("went on after a no");
    assert!(says(&seen));
    assert!(!says(&see("I raised the limit to 60 grams.", None, None)));
}

#[test]
fn every_kind_says_what_it_is_what_is_missing_and_what_to_do() {
    for ready in &super::ALL.kinds {
        let kind = ready.kind;
        assert!(
            !kind.says.is_empty() && !kind.says.ends_with('.'),
            "{}",
            kind.says
        );
        assert!(
            kind.lacks.ends_with('.') && kind.mend.ends_with('.'),
            "{}",
            kind.says
        );
        assert!(
            !kind.sure.is_empty() && !kind.full.is_empty(),
            "{}",
            kind.says
        );
    }
}

#[test]
fn every_criterion_of_a_built_in_bar_asks_for_a_kind() {
    let host = whyproof_testing::MemoryHost::new();
    let mut none = Vec::new();
    for name in whyproof_case::built_in_bars() {
        let bar = whyproof_case::bar(&host, &whyproof_case::Scope::default(), name).expect(name);
        let unasked = bar
            .criteria
            .iter()
            .filter(|criterion| super::asked_by(criterion, false).is_empty());
        none.extend(unasked.map(|criterion| format!("{name} {}", criterion.id)));
    }
    assert_eq!(none, Vec::<String>::new());
}
