//! Short speeches: whose line it is, how much of it is quoted, which is central, and how it is asked about.

use super::super::{mine, speech};
use super::{case, taken};
use crate::material::{Attach, Material};
use crate::{Options, ask, built_in};

const DEBATE: &str = "OKAFOR: \"The ferry is late every morning
the port has two clerks for three hundred trucks
I am glad to be here
would two more clerks be enough ?
trucks wait for the ferry because the port is slow\"

anna_k: \"the port is fine and the ferry is fine\"
";

fn slot(material: &Material, name: &str) -> String {
    let slot = material.slots.get(name);
    slot.map(|slot| slot.text.clone()).unwrap_or_default()
}

#[test]
fn each_line_is_its_speakers() {
    let found = taken(speech::said, DEBATE);
    let said: Vec<String> = found
        .iter()
        .map(|one| format!("{}: {}", slot(one, "speaker"), slot(one, "quote")))
        .collect();
    assert_eq!(
        said,
        [
            "Okafor: The ferry is late every morning",
            "Okafor: the port has two clerks for three hundred trucks",
            "Okafor: I am glad to be here",
            "Okafor: would two more clerks be enough",
            "Okafor: trucks wait for the ferry because the port is slow",
            "anna_k: the port is fine and the ferry is fine",
        ]
    );
    assert!(found[0].is("general") && found[3].is("asks"));
}

/// What the other lines are about weighs more than how the speaker feels, and than what somebody else says.
#[test]
fn the_central_line_weighs_most() {
    let found = mine(&case(DEBATE));
    let weight = |quote: &str| {
        let of = |one: &&Material| one.attach == Attach::Saying && slot(one, "quote") == quote;
        found.iter().find(of).map_or(0, |one| one.weight)
    };
    let central = weight("trucks wait for the ferry because the port is slow");
    for other in [
        "The ferry is late every morning",
        "I am glad to be here",
        "the port is fine and the ferry is fine",
    ] {
        assert!(
            weight(other) < central,
            "{other}: {} < {central}",
            weight(other)
        );
    }
    assert!(weight("I am glad to be here") < weight("The ferry is late every morning"));
}

/// A line is told with what the speech is about and the line does not name; a line with *I* in it is quoted.
#[test]
fn a_line_is_told_with_what_the_speech_is_about() {
    let text = "OKAFOR: \"the port has two clerks for three hundred trucks
trucks need the port all night
I was n't told of the clerks
it 's a scandal\"
";
    let asked = ask(&case(text), built_in(), &Options::default()).asked;
    let texts: Vec<String> = asked.into_iter().map(|asked| asked.text).collect();
    for wanted in [
        "When it comes to the clerks, ",
        "laim that trucks need the port all night",
        "“I wasn't told of the clerks”",
    ] {
        assert!(
            texts.iter().any(|text| text.contains(wanted)),
            "{wanted}: {texts:#?}"
        );
    }
}

/// Somebody's words are one speech though they are many; the same words of nobody are not.
#[test]
fn what_somebody_says_may_be_longer() {
    let lines = "the clerks need the port and the port needs the clerks\n".repeat(60);
    let said = taken(speech::said, &format!("OKAFOR: \"{lines}\""));
    assert!(!said.is_empty());
    assert!(taken(speech::said, &lines).is_empty());
}

/// Where the text names who speaks, nobody is called *you*; where it does not, whoever reads it is.
#[test]
fn a_named_speaker_is_named() {
    let texts = |text: &str| -> Vec<String> {
        let asked = ask(&case(text), built_in(), &Options::default()).asked;
        asked.into_iter().map(|asked| asked.text).collect()
    };
    let named = texts(DEBATE);
    assert!(named.len() > 5, "{named:?}");
    assert!(
        named.iter().all(|text| !text.contains(" you ")),
        "{named:?}"
    );
    assert!(named[0].contains("Okafor"), "{named:?}");
    let unnamed = texts("Never mind the ferry and the clerks\n");
    assert!(
        unnamed.iter().any(|text| text.contains("you")),
        "{unnamed:?}"
    );
}

/// A line too long to quote ends where it pauses; one without a pause is left.
#[test]
fn a_long_line_is_cut_where_it_pauses() {
    let long = format!(
        "MARTA: \"{}, and the rest of it\"",
        "the clerk counts ".repeat(9).trim()
    );
    let found = taken(speech::said, &long);
    assert_eq!(
        slot(&found[0], "quote"),
        "the clerk counts ".repeat(9).trim()
    );
    let endless = format!("MARTA: \"{}\"", "clerk ".repeat(60).trim());
    assert!(taken(speech::said, &endless).is_empty());
}
