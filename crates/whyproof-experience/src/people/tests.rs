//! `take.yaml` as people write it, and what is put behind their words.

use proptest::prelude::*;

use super::{People, Said};
use crate::take::Judged;

const BY_HAND: &str = "\
# What I ask of those who know.
question: |
  I would appreciate your take on my background,
  and any advice you have about tailoring it.
signed: K., Seattle   # no more than that

said:
  # Myself, first.
  - by: K.
    day: 2026-11-20
    bar: product-manager
    criterion: problem
    judged: below
    note: |
      I watched them.

      # Nobody asked me to.
  - by: Dana L.
    note: You stop things well.

# The end.
";

fn rao() -> Said {
    Said {
        by: "P. Rao".to_owned(),
        day: Some("2026-11-27".to_owned()),
        bar: Some("product-manager".to_owned()),
        criterion: Some("problem".to_owned()),
        judged: Some(Judged::Meets),
        note: "It is specific.\n\n- But: how many?  # really".to_owned(),
        ..Said::default()
    }
}

fn error(text: &str) -> (String, Option<u64>, Option<u64>) {
    let error = People::read(text).expect_err("an error");
    (error.reason, error.line, error.column)
}

#[test]
fn what_people_write_is_read() {
    let people = People::read(BY_HAND).expect("read");
    assert_eq!(
        people.question.as_deref(),
        Some(
            "I would appreciate your take on my background,\nand any advice you have about tailoring it."
        )
    );
    assert_eq!(people.signed.as_deref(), Some("K., Seattle"));
    assert_eq!(people.said.len(), 2);
    assert_eq!(people.said[0].judged, Some(Judged::Below));
    assert_eq!(
        people.said[0].note,
        "I watched them.\n\n# Nobody asked me to."
    );
    let whole = people.of_the_whole();
    assert_eq!((whole.len(), &*whole[0].note), (1, "You stop things well."));
    let own = people.of_criterion("product-manager", "problem");
    assert_eq!((own.len(), &*own[0].by), (1, "K."));
    assert!(people.of_criterion("engineer", "problem").is_empty());
}

#[test]
fn nothing_is_said_in_an_empty_file() {
    for text in ["", "\n\n", "# Later.\n", "---\n", "said:\n", "question:\n"] {
        assert_eq!(People::read(text), Ok(People::default()), "{text:?}");
    }
}

#[test]
fn a_mistake_is_told_with_its_place() {
    let table: &[(&str, &str, u64, u64)] = &[
        ("qestion: Why?\n", "unknown field `qestion`", 1, 1),
        (
            "said:\n- by: K.\n  judgd: meets\n",
            "unknown field `judgd`",
            3,
            3,
        ),
        (
            "said:\n- by: K.\n  judged: maybe\n",
            "unknown variant `maybe`",
            3,
            11,
        ),
        (
            "said:\n- by: K.\n  day: yesterday\n  judged: meets\n",
            "`day: yesterday` is no date",
            3,
            8,
        ),
        (
            "said:\n- by: '!'\n  judged: meets\n",
            "`by: !` is nobody's name",
            2,
            7,
        ),
        ("said:\n- by: K.\n", "has neither `judged` nor `note`", 2, 7),
        ("said: K.\n", "", 1, 7),
        ("said: [\n", "unclosed bracket", 1, 7),
    ];
    for (text, says, line, column) in table {
        let (reason, at, from) = error(text);
        assert!(reason.contains(says), "{text}: {reason}");
        assert_eq!((at, from), (Some(*line), Some(*column)), "{text}: {reason}");
    }
}

/// Whether the characters of `old` stand in `new` in their order, with one addition.
fn is_added_to(old: &str, new: &str) -> bool {
    let same = old.bytes().zip(new.bytes());
    let start = same.take_while(|(a, b)| a == b).count();
    let rest = old.len() - start;
    // What was put in may begin as what follows it does.
    (0..=start).any(|start| {
        let rest = rest.max(old.len() - start);
        new.len() >= start + rest
            && new.as_bytes().starts_with(&old.as_bytes()[..start])
            && new.as_bytes().ends_with(&old.as_bytes()[start..])
    })
}

#[test]
fn what_is_new_stands_behind_what_was_said() {
    let new = People::add(BY_HAND, &[rao()]).expect("added");
    assert!(is_added_to(BY_HAND, &new), "{new}");
    assert!(
        new.ends_with("\n# The end.\n") && new.contains("\n  - by: P. Rao\n    day: "),
        "{new}"
    );
    let people = People::read(&new).expect("read");
    assert_eq!((people.said.len(), &people.said[2]), (3, &rao()));
}

#[test]
fn however_the_list_is_written_it_is_added_to() {
    let table = [
        "",
        "# Later.",
        "question: Why?",
        "question: |+\n  Why?\n\n\n",
        "  question: Why?\n",
        "said:",
        "said: # of me\nquestion: Why?\n",
        "said: []\nsigned: K.\n",
        "said: [{by: K., judged: meets}]  # mine ]\n",
        "said: [{by: K., judged: meets,},]\n",
        "said: [{by: K., note: 'a ] b'}]\nsigned: K.\n",
        "said:\n- by: K.\n  judged: meets\nsigned: K.\n",
        "said:\n- by: K.\n  note: |+\n    One.\n\n\nsigned: K.\n",
        "said:\n-\n  by: K.\n  note: >\n    One\n    two.\n  # about me\n\n# of all\nsigned: K.",
        "said:\r\n- by: K.\r\n  judged: meets\r\nsigned: K.\r\n",
        "---\nsaid:\n    - by: K.\n      judged: meets\n    # more to come\n",
        "{signed: K., said: [{by: K., judged: below}]}\n",
    ];
    for old in table {
        let before = People::read(old).expect("read");
        let new =
            People::add(old, &[rao(), rao()]).unwrap_or_else(|error| panic!("{old}: {error}"));
        assert!(is_added_to(old, &new), "{old:?}\n{new:?}");
        let mut wanted = before;
        wanted.said.extend([rao(), rao()]);
        assert_eq!(People::read(&new), Ok(wanted), "{new}");
    }
}

#[test]
fn where_nothing_can_be_added_that_is_said() {
    for text in ["said: ~\n", "{signed: K.}\n", "said: &a [*a]\n"] {
        assert!(People::add(text, &[rao()]).is_err(), "{text}");
    }
}

#[test]
fn the_same_is_known_on_another_day() {
    let later = Said {
        by: "p rao".to_owned(),
        day: Some("2026-12-01".to_owned()),
        ..rao()
    };
    assert!(rao().says_as(&later));
    let other = Said {
        judged: Some(Judged::Raises),
        ..rao()
    };
    assert!(!rao().says_as(&other));
}

#[test]
fn a_story_is_known_by_its_path_in_the_workspace() {
    let said = Said {
        criterion: None,
        bar: None,
        story: Some("stories/returns.md".to_owned()),
        ..rao()
    };
    let people = People {
        said: vec![said],
        ..People::default()
    };
    assert_eq!(people.of_story("stories/returns.md").len(), 1);
    assert_eq!(people.of_story("me/stories/returns.md").len(), 1);
    assert!(people.of_story("mystories/returns.md").is_empty());
    assert!(people.of_the_whole().is_empty());
}

fn said() -> impl Strategy<Value = Said> {
    let judged = prop_oneof![
        Just(None),
        Just(Some(Judged::Below)),
        Just(Some(Judged::Raises))
    ];
    let note = "(\\PC|\n|[ #:'\"|>&*\\-{}\\[\\]]){1,60}";
    let name = "[A-Za-z:#'\"\\[{&*!|>%@`,?~-][\\PC]{0,20}[a-z]";
    let on = proptest::option::of("[a-z][\\PC]{0,12}[a-z]");
    (name, judged, note, on).prop_map(|(by, judged, note, story)| Said {
        by: by.trim().to_owned(),
        day: Some("2026-11-27".to_owned()),
        judged: judged.or(Some(Judged::Meets)),
        note: note.trim().to_owned(),
        story,
        ..Said::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_of_what_was_there_is_lost(
        old in proptest::collection::vec(said(), 0..3),
        more in proptest::collection::vec(said(), 1..3),
        head in prop_oneof![Just(""), Just("question: |\n  Why?\n\n"), Just("# Mine.\nsigned: K.\n")],
        tail in prop_oneof![Just(""), Just("# Yours.\n"), Just("\n\n# Theirs.")],
    ) {
        prop_assume!(old.iter().chain(&more).all(|said| whyproof_case::is_other(&said.by, None)));
        let text = People::add(head, &old).expect("a first time") + tail;
        let new = People::add(&text, &more).expect("a second time");
        prop_assert!(is_added_to(&text, &new), "{:?}\n{:?}", text, new);
        let people = People::read(&new).expect("read");
        let wanted: Vec<Said> = old.into_iter().chain(more).collect();
        prop_assert_eq!(people.said, wanted);
    }

    #[test]
    fn any_text_is_read_or_told(text in "(?s)(said|by|note|question|[-:#|>\\[\\]{} \n\"'&*]|.){0,80}") {
        if People::read(&text).is_ok() {
            let _ = People::add(&text, &[rao()]);
        }
    }
}
