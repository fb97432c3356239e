//! Owning it: one's own part and fault, what was nobody's, keeping it going.


use whyproof_syntax::Role;

use super::{BASE, Kind};

/// What the kind says that tells of one's own fault.
pub(in crate::take) const FAULT: &str = "their own fault, said openly";

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "took on what was nobody's",
        lacks: "Nothing is told that was taken on without being given.",
        mend: "Say what nobody had asked you to do, and why you did it.",
        sure: &["nobody owned", "volunteered", "took over", "belonged to nobody", "stepped in", "outside my role", "nobody asked", "without being told", "picked up", "on my own", "self-starter", "chose and began themselves"],
        apt: &["noticed", "side project", "my own idea", "initiative", "saw it through", "responsible for", "end to end"],
        full: &[
            "volunteered to|for",
            "nobody|no else|one wanted|owned|asked",
            "nobody ..3 owned|asked|wanted|did",
            "before anybody|anyone asked",
            "took|taken ..6 over",
            "take over",
            "stepped in",
            "outside my role|job",
            "not my job",
            "in my own time|evenings",
            "my own idea|money|pocket",
            "i paid for",
            "without being asked|told",
        ],
        bare: &["took over|on", "initiated"],
        unless: &["took on a role", "nobody has a free"],
        ..BASE
    },
    Kind {
        says: "their own part, told apart",
        lacks: "Their own part is not told apart from that of others.",
        mend: "Write in the front matter, `my part:`, what was yours, and beside each deed whether it was you or somebody else.",
        sure: &["their own part", "which part was theirs", "which part of this was yours", "my part", "which part of this did you write"],
        apt: &["responsible for", "end to end", "owned", "ownership"],
        full: &[
            "were|was mine|ours",
            "i wrote|found|built|ran|led|closed ..10 and|myself",
            "the idea ..6 mine",
            "my own commit|code|queue|software",
            "which i had",
            "i was on call",
            "nobody reported to me",
        ],
        bare: &["my part", "i alone"],
        ..BASE
    },
    Kind {
        says: FAULT,
        lacks: "It is not said what they got wrong or left undone themselves.",
        mend: "Fill “What I did not do”: what you left undone or got wrong, and what you would do again.",
        sure: &["my mistake", "i was wrong", "admitted", "apologised", "what they got wrong", "what they did not do", "chose not to", "choose not to do", "owned up", "decision of yours was wrong"],
        apt: &["humility", "left undone", "hindsight", "conflict", "trusted", "we were wrong"],
        full: &[
            "my|our own? mistake|fault|error|reports|label",
            "i was wrong",
            "i had blamed|promised|talked|not|put|written",
            "made by my",
            "i should have",
            "i blamed",
            "i apologised|apologized|admitted",
            "took ..4 back by name",
            "i never asked|looked|checked|tested|set",
            "i waited # ..2 :time ..3 after|before|since",
            "but i wrote down no",
            "with my own commit|name|error",
            "which i had launched|built|promised|started",
            "say what had failed|gone",
        ],
        bare: &["mistake", "went wrong", "i|we did|had|could not", "i|we never", "i|we didn't"],
        parts: &[Role::DidNotDo],
        ..BASE
    },
    Kind {
        says: "kept it going, or left it with somebody",
        lacks: "It is not said what became of it afterwards, and who has it now.",
        mend: "Say who has it now, what you left them, and what it did a year later.",
        sure: &["handed over", "left it working", "saw it through", "maintained", "stayed until", "followed up", "new owner", "years later", "what was handed to whom", "who has it now", "owns it to the end", "on call"],
        apt: &["wrote the guide", "end to end", "owned", "ownership", "last user", "switched off the old", "cleaned up", "migration", "what happened to it a year later"],
        full: &[
            "handed|handing ..6 over",
            "handed over|it|them",
            "stayed until",
            "on call phone|for",
            "carried the pager",
            "for # ..2 years and",
            "ran it for # ..2 :time",
            "now use|uses",
            "still use|uses|runs|in|on",
            "runs|run ..4 now",
            "a colleague ..1 runs|has|keeps|leads",
            "in the budget since",
            "guide of|that|to",
            "maintained ..8 # ..2 :time",
            "saw ..3 through",
            "a year later",
        ],
        bare: &["maintained", "followed up", "on call"],
        ..BASE
    },
];
