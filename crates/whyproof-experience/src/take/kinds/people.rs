//! People who have the problem: asked, watched, served.

use whyproof_syntax::Role;

use super::{BASE, Kind};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "people were asked or watched, and counted",
        lacks: "Nobody who has the problem is quoted or counted.",
        mend: "Write down how many people you asked or watched, who they were, and what one of them said.",
        sure: &[
            "interviewed", "asked customers", "watched", "shadowed", "talked to", "sat with", "user research",
            "customer interviews", "listened to", "survey", "visited",
        ],
        apt: &["complained", "customer problem", "who has the problem", "customers", "users", "users told", "feedback", "who needed this", "who was hurt"],
        full: &[
            ":asked ..5 # ..4 :people",
            ":asked :them|# of ..3 :people|#",
            ":asked every|each ..2 :people",
            ":watched ..4 # ..4 :people|:time",
            "listened|talked|spoke|listening|talking|speaking to|with ..3 #",
            "sat|sitting|met|rode|stood with|beside|behind ..3 # ..2 :people|:time",
            "# ..2 interviews|conversations|visits|calls|surveys",
            "interviews|conversations with ..2 #",
            "showed ..2 # ..2 :people",
            "showed each|every of? ..2 :people",
            "# ..3 :people ..2 told|said|answered|replied|complained",
            "# of them|:people ..3 said|told|answered|stopped|complained",
        ],
        bare: &[
            ":asked ..4 :people",
            ":watched ..4 :people",
            "listened|talked|spoke to|with ..4 :people",
            "~interview with ..3 :people",
            "a|one :people explained|told|said|showed",
            ":people told|showed me|us",
        ],
        unless: &[
            "asked ..5 to close|approve|do|make|send|agree|stop|give|change|help",
            "asked for ..3 team|week|money|budget",
            "interviewed|interviewing ..3 candidates|applicants",
            "was|were|been interviewed|asked|called",
        ],
        ..BASE
    },
    Kind {
        says: "went to see it for themselves",
        lacks: "Nobody went to see it where it happens.",
        mend: "Say where you stood or what you went through line by line, for how long, and what you saw there.",
        sure: &["watched", "shadowed", "went to the raw records", "checked myself", "visited", "worked as", "on site", "looks for themselves"],
        apt: &["went through every", "line by line", "raw data", "looked closer", "traced", "last watch", "logs"],
        full: &[
            "stood|sat|rode|walked|spent|worked|standing|sitting|slept ..6 # ..2 :time",
            "stood|sat|walked|standing|sitting through|behind|beside",
            "timed ..6 #|:time|:people",
            "wrote down ..4 every|each|what",
            "counted|logged|recorded every|each|all",
            "found ..5 in the logs|records|files|data",
            "read|went through|over ..2 #|all|every|each ..3 logs|records|tickets|files|complaints|cases|calls|reports",
            ":watched ..5 # ..3 :time|:people|rounds",
        ],
        bare: &["shadowed|watched|visited", "in the field|shop|ward|warehouse|hall"],
        ..BASE
    },
    Kind {
        says: "whom it hurts, how often or how much",
        lacks: "It is not said how many have the problem, how often, or what it costs them.",
        mend: "Write down one count: how many it happens to in a week, or what one of them loses by it.",
        sure: &["how many they are", "how often", "who was hurt", "every week", "what it costs them", "how often it came up"],
        apt: &["wasted", "struggled", "problem", "pain", "customers", "what it cost", "gave up", "users complained", "frustrated", "bug reports", "by hand"],
        full: &[
            "# ..8 :harm ..8 a|each|every|per :time",
            ":harm ..12 # ..8 a|each|every|per|in|one :time",
            "each|every :time ..8 # ..10 :harm",
            "in a|one ..1 :time ..8 # ..10 :harm",
            "each|every ..2 :time ..3 # ..2 :people",
            ":harm ..6 cost|took|cost ..2 #",
            "# of|in ..5 # ..10 :harm",
            "# of ..2 them ..6 :harm",
            "half of ..8 no|not|nothing",
            "# ..2 :people ..3 lay|wait|waited|lost|left|closed|gave|queued",
        ],
        bare: &["# ..5 :harm", ":harm ..5 #", "so that|because ..3 :people ..3 could not|cannot"],
        unless: &["reduced|cut|lowered|shortened", "went|fell|rose from"],
        parts: &[Role::WhyItMattered, Role::Problem],
        ..BASE
    },
    Kind {
        says: "somebody was served in person",
        lacks: "Nobody is told of who was served in person.",
        mend: "Tell of one person whom you served: what they said, and what you did for them.",
        sure: &["on the phone", "face to face", "angry", "trained users", "customer facing", "explained to"],
        apt: &["client", "customer", "support", "complaint", "visited", "patient"],
        full: &[
            "telling|phoning|calling|told|rang|phoned|called ..3 #|every|each ..4 :people",
            "served|looked after|cared for|supported|advised|helped ..4 # ..3 :people",
            ":people ..3 thanked|complained|shouted",
        ],
        bare: &["served|supported|advised|helped ..4 :people"],
        ..BASE
    },
];
