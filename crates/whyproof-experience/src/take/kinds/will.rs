//! Will: going on after a no, winning somebody over, speaking openly, and stopping.

use whyproof_syntax::Role;

use super::{BASE, Kind};

/// What the kind says that tells of something that was stopped.
pub(in crate::take) const STOPPED: &str = "it was stopped when it did not work";

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "went on after a no",
        lacks: "Nothing that stood in the way is told, and what was done the day after.",
        mend: "Tell of one no: who said it, what you changed, and what they said the next time.",
        sure: &["tried again", "said no", "turned down", "went back", "kept going", "setback", "refused", "second attempt", "what stood in the way", "persistence"],
        apt: &["blocked", "stuck", "despite", "found a way", "after months", "overcome", "rejected", "hardest part", "recovered", "obstacles"],
        full: &[
            "said no ..20 went|tried|asked|offered|again|until|then|back",
            "turned|told ..3 down|no ..20 again|until|third|then|gave|agreed|got|trial|pilot",
            ":refused ..20 went|tried|asked|offered|again|until|built|made|found|measured|wrote",
            "built|made|found|persuaded|tried|won ..16 refused|turned|no|without",
            "third|second|fourth time|attempt",
            "went back",
            "tried again",
            "only # ..4 back ..8 i|we|drove|went|other",
            "kept asking|calling|trying|going|on",
            "after # ..3 rejections|refusals|attempts|months ..3 of",
            "was given # ..2 :time",
            "nobody ..3 answered|replied|came ..12 i|we",
            "gave up ..10 i|we",
        ],
        bare: &[
            "said no", "turned ..2 down", ":refused", "but ..3 they|team|it|sale", "despite",
        ],
        after: &["said no", "turned ..2 down", "but ..3 :refused", "but it", "put tape", "did not work|come|answer", "was|were given", "but ..3 team", "but they", "failed", "broke"],
        then: &["i|we went|raised|asked|tried|offered|measured|wrote|drove|changed|moved|rang|built|put"],
        parts: &[Role::HardestPart],
        ..BASE
    },
    Kind {
        says: "somebody was won over",
        lacks: "Nobody who had to be won over is named, nor what changed their mind.",
        mend: "Say who had to agree, what they feared, what you showed them, and what they then did.",
        sure: &["persuaded", "convinced", "changed their mind", "made the case", "argued", "negotiated", "changed the mind", "pitched", "influence", "agreement was reached", "stakeholder"],
        apt: &["objection", "presented", "proposal", "approved", "said no", "rejected", "sceptical", "executives", "brought together", "agreed to help", "communication", "gave their time"],
        full: &[
            "persuaded|convinced|persuading|convincing",
            "talked ..4 into",
            "won over|round",
            ":argued ..16 :agreed",
            "asked for ..8 got|given|agreed|approved",
            "wrote ..4 :document ..10 :agreed|decided|decide|board",
            ":wrote ..4 :document on|with|which|that ..8 decided|agreed|approved|stopped|changed|closed|funded",
            "offered ..12 they|he|she|and agreed|accepted",
            "they|he|she|head|board|director|manager agreed|approved|funded ..3 to|it|the|a",
            "wrote the # pages that closed|stopped|changed|opened",
            "brought ..12 together",
            "changed|change ..3 mind",
        ],
        bare: &[":argued ..4 to", "pitched|presented", "negotiated", "the strength of"],
        unless: &["presented ..3 to the other hospitals"],
        ..BASE
    },
    Kind {
        says: "an objection was met with facts",
        lacks: "No objection is stated, with what met it.",
        mend: "Write the strongest reason against it, and what you answered with.",
        sure: &["objection", "strongest reason not to", "disagreed", "objected", "made the case", "evidence against"],
        apt: &["evidence", "argued", "sceptical", "debate", "questions", "who disagreed", "quoted", "each claim leads to evidence"],
        full: &[
            "but ..3 :refused",
            "objected|disagreed|doubted ..12 i|we|showed|measured|but",
            "so that ..8 could not explain|say",
            "but ..10 knew|feared|said|thought ..4 that",
        ],
        bare: &["but ..3 :people ..3 feared|said|thought|refused"],
        after: &["but ..3 :refused", "but ..10 feared|knew|said|thought", "but ..8 sample|small", "but some"],
        then: &["i|we measured|showed|compared|counted", "but"],
        parts: &[Role::Case],
        ..BASE
    },
    Kind {
        says: "an unwelcome truth, said to those who could act",
        lacks: "Nothing is told that was hard to say, and to whom it was said.",
        mend: "Say what was late or wrong, when you knew, whom you told, and what you asked of them.",
        sure: &["bad news", "escalated", "told the sponsor", "admitted", "told the truth", "flagged", "raised early", "hard to say", "told my manager", "spoke up", "would not make it", "owned up", "whom they told"],
        apt: &["warned", "status report", "disagreed", "pushed back", "told them openly", "objected", "my mistake", "behind plan"],
        full: &[
            "told|telling|warned|wrote|said|say|admitted|flagged|escalated|reported ..12 late|wrong|miss|slip|fail|failed|mistake|errors|stop|close|worked|broken|risk|delay",
            "stood|standing up ..16 errors|wrong|mistake|mine|my",
            "telling #",
            "wrote to every ..8 failed|wrong|say",
            "disagreed with",
            "spoke up|out",
            "asked ..8 to close|stop",
            "took ..4 back by name",
            "explained ..6 why|that ..8 nobody|not|never",
            "i said stop",
        ],
        bare: &["told|warned ..3 manager|head|chief|board|sponsor|director"],
        unless: &["kindly why nobody"],
        ..BASE
    },
    Kind {
        says: STOPPED,
        lacks: "Nothing is told that was stopped or ended, on what showed that it should be.",
        mend: "Say what you stopped, on which day, what showed it, and who was told.",
        sure: &["killed", "shut down", "switched off", "closed", "stopped", "decommissioned", "abandoned", "retired", "knew when to stop", "pivoted"],
        apt: &["dropped", "did not work", "nobody used", "ended", "handed over", "finished", "failed", "went live", "what was stopped"],
        full: &[
            "stopped|closed|killed|cancelled|ended|dropped it|them|that|the",
            "shut|switched|wound ..3 down|off",
            "asked ..10 to close|stop|end it|the",
            "to stop the|it",
            "pages that closed",
            "went back into the",
            "removed the feature",
        ],
        bare: &["stopped|closed|killed|cancelled|ended|retired"],
        unless: &["closed their|his|her|deals|sales", "dropped to|from|by"],
        ..BASE
    },
];
