//! Thinking it through: what was behind it, what was chosen and turned down, what was said beforehand, what was learned.

use whyproof_syntax::Role;

use super::{BASE, Kind};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "what was really behind it",
        lacks: "It is not said what was behind it, and how that was found out.",
        mend: "Say what everybody took for the cause, what it was, and how you found out.",
        sure: &["root cause", "did not add up", "real problem", "obvious reading", "turned out", "underlying", "problem was not the real one", "investigated"],
        apt: &["traced", "dug into", "anomaly", "reproduced", "analysed", "looked closer", "outlier", "raw data", "bottleneck", "what was found there"],
        full: &[
            "turned out",
            "root cause",
            "found ..3 the cause",
            "found that ..8 because|#",
            "found ..3 that ..6 # ..8 because",
            "found the race|bug|leak|error|fault|reason",
            "traced ..6 to",
            "were|was made by my|our|the",
            "in # ..3 the|it|they ..8 had|was|were",
            "in # cases ..3 it was",
            "it was ..4 not",
            "not ..4 but ..6 queue|printer|form|process|rule|price",
            "# ..8 waiting for",
            "mornings|days|weeks ..8 were|are|is a small sample",
            "printed from the same",
        ],
        bare: &["found that|out", "because ..6 #", "the reason was"],
        ..BASE
    },
    Kind {
        says: "a choice, with what was turned down",
        lacks: "No alternative that was weighed and turned down is named.",
        mend: "Name the second best way, what it would have cost, and which fact decided.",
        sure: &["alternative", "trade-off", "ruled out", "alternatives were weighed", "options", "chose between", "what was turned down"],
        apt: &["considered", "rejected", "compared", "decision", "decided", "recommended", "instead of", "weighed", "design doc", "constraint", "second opinion"],
        full: &[
            "compared|considered|weighed|evaluated ..3 #|three|two|several",
            "ruled out",
            "chose|picked|decided ..10 over|instead|rather|because|against",
            "rejected ..6 because",
            "proposed ..8 but",
            "alternatives",
            "would have cost ..4 #",
        ],
        bare: &["chose|decided|picked", "instead of"],
        unless: &["instead of # years"],
        ..BASE
    },
    Kind {
        says: "what would count was said beforehand",
        lacks: "It is not said beforehand what would count as success, or as done.",
        mend: "Write down the number and the day at which you would have said that it worked, or stopped.",
        sure: &["success criteria", "said beforehand", "done means", "would count as", "how they would know that it was done"],
        apt: &["target", "baseline", "goal", "scope", "sponsor", "hypothesis", "what had you promised", "standard"],
        full: &[
            "wrote down|set|agreed before",
            "before we|i began|started|launched|built ..10 #|should|would",
            "beforehand|in advance ..8 #|would|should",
            "set ..4 target|goal|limit|date ..6 #",
            "should use|pay|come|buy|reach",
            "agreed|said|wrote ..6 what done|good|success meant|means",
        ],
        bare: &["target|goal of ..3 #"],
        ..BASE
    },
    Kind {
        says: "what was learned",
        lacks: "It is not said what was learned, or done otherwise since.",
        mend: "Write what you believed, what showed that it was wrong, and what you do otherwise now.",
        sure: &["what they believed", "what they changed", "hindsight", "i was wrong", "changed our mind", "lessons", "what we believed", "was wrong"],
        apt: &["assumption", "surprised", "turned out", "tested", "hypothesis", "experiment", "find out", "learns", "iterated"],
        full: &[
            "learned|learnt|realised|realized ..3 that|to",
            "i|we had believed|thought|assumed",
            "since then i|we",
            "i now",
        ],
        bare: &["learned|learnt ..4 from"],
        parts: &[Role::WhatILearned],
        ..BASE
    },
    Kind {
        says: "went and learned it",
        lacks: "Nothing is told of that had to be learned, and how.",
        mend: "Say what you did not know, how you learned it, and what you then did with it.",
        sure: &["taught myself", "studied", "how they learned it", "new to me", "picked up the language"],
        apt: &["read about", "course", "curious", "books", "looked up", "explored", "wondered", "out of interest"],
        full: &[
            "taught myself|herself|himself|themselves",
            "learned|learnt ..4 in|within # ..2 :time",
            "learned|learnt to|how",
            "took a|an ..3 course|class",
            "read # ..3 books|papers",
            "evenings|weekends|nights ..4 learning|studying|learned",
        ],
        bare: &["studied"],
        ..BASE
    },
    Kind {
        says: "what could go wrong was foreseen",
        lacks: "It is not said what could have gone wrong, and what was done before it did.",
        mend: "Name the risk that mattered most, who held it, and what you had ready.",
        sure: &["fallback", "contingency", "mitigated", "plan b", "worst case", "risk management", "risks", "planned for the failure"],
        apt: &["risk", "rehearsed", "dry run", "harm", "what could go wrong", "rolled back", "safe to act", "could undo"],
        full: &[
            "in case",
            "fallback|contingency|rehearsed|rehearsal",
            "plan b",
            "dry run",
            "risk that|of ..10 so|and|we|i",
            "would have ..6 stopped|broken|failed|lost",
            "mitigated ..4 by",
        ],
        bare: &["risk that|of", "risks"],
        ..BASE
    },
    Kind {
        says: "others who are touched by it were minded",
        lacks: "It is not said whom else it touches, and what was done about that.",
        mend: "Say who was affected without having a say, and what you did about it.",
        sure: &["side effect", "unintended", "neighbours", "emissions", "privacy", "who else was affected", "misuse"],
        apt: &["harm", "waste", "community", "public", "vulnerable", "environment", "society"],
        full: &["had ..4 warned|punished|blamed ..10 taken|took", "emissions|waste|noise|privacy ..6 #", "# ..4 neighbours|residents|children ..6 told|asked|kept"],
        bare: &["privacy|emissions|vulnerable|neighbours"],
        ..BASE
    },
];
