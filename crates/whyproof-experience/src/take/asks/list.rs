//! What jobs ask for, and which kinds of sentences and which parts of a story answer it. `docs/matching.md` has the table.

use whyproof_syntax::Role;

use super::Ask;
use crate::take::kinds::{FAILED, FAULT, STOPPED};

const ASKED: &str = "people were asked or watched, and counted";
const SEEN: &str = "went to see it for themselves";
const HURTS: &str = "whom it hurts, how often or how much";
const SERVED: &str = "somebody was served in person";
const BEFORE: &str = "a number before and after";
const COUNTED: &str = "what happened, with a number";
const BASED: &str = "a number with its base";
const COMPARED: &str = "something to compare with";
const DRAWN: &str = "two ways were tried on people drawn by lot";
const MEASURED: &str = "measured or tested, with a number";
const BEHIND: &str = "what was really behind it";
const CHOSEN: &str = "a choice, with what was turned down";
const BEFOREHAND: &str = "what would count was said beforehand";
const LEARNED: &str = "what was learned";
const TAUGHT: &str = "went and learned it";
const WENT_ON: &str = "went on after a no";
const WON: &str = "somebody was won over";
const OBJECTION: &str = "an objection was met with facts";
const TRUTH: &str = "an unwelcome truth, said to those who could act";
const SMALL: &str = "a small first step";
const IN_USE: &str = "it was put to use, and by how many";
const SIMPLER: &str = "made it simpler";
const WRITTEN: &str = "it was written down for others";
const AT_ONCE: &str = "acted at once";
const NOBODYS: &str = "took on what was nobody's";
const OWN_PART: &str = "their own part, told apart";
const KEPT: &str = "kept it going, or left it with somebody";
const LED: &str = "people were led, hired or taught, and counted";
const CRAFTS: &str = "worked with people of another craft";
const MOVED: &str = "people were moved who did not report to them";

/// What an ask has where nothing is said.
const BASE: Ask = Ask {
    says: "",
    asked: &[],
    unless: &[],
    kinds: &[],
    parts: &[],
    failed: false,
};

pub(super) const ASKS: &[Ask] = &[
    Ask {
        says: "something that failed",
        asked: &[
            "something|time|project|bet|idea|product|launch|attempt|example|examples|story|decision|plan ..5 failed|fail|fails|abandoned",
            "failure|failures|mistake|mistakes",
            "went|go|goes|gone wrong",
            "did|does|do not work|pay",
            "didn't|doesn't|don't work|pay",
            "been|were|was|are wrong",
            "stop|kill|end|close ..3 did|does|is not|nobody",
        ],
        unless: &[
            "failure mode|modes|rate|rates|analysis|domain|domains|detection",
            "point|points of failure",
            "system|equipment|hardware|component|node|network|disk|heart ..1 failure|failures",
        ],
        kinds: &[FAILED, FAULT, STOPPED],
        parts: &[Role::HardestPart, Role::DidNotDo],
        failed: true,
    },
    Ask {
        says: "what was learned",
        asked: &[
            "what ..2 learned|learnt|learn",
            "did|do|doing|done|work ..3 differently|otherwise",
            "learn|learns|learned|learnt|learning|grow|grew from|of ..2 mistakes|mistake|failure|failures|it|them|errors|setbacks|experience",
            "lesson|lessons|hindsight|retrospective|retrospectives|reflect|reflects|reflection",
            "changed|change ..1 mind",
            "growth mindset",
        ],
        kinds: &[LEARNED],
        parts: &[Role::WhatILearned],
        ..BASE
    },
    Ask {
        says: "what was not done, and why",
        asked: &[
            "what|when|where not to",
            "not to build|do|ship|pursue|fund|make|launch",
            "say|saying no to",
            "say|saying no",
            "leave|leaving|left ..3 out",
            "prioritise|prioritises|prioritising|prioritisation|prioritize|prioritizes|prioritizing|prioritization",
            "trade off|offs",
            "tradeoff|tradeoffs",
            "cut|cutting|cuts scope",
            "ruthless|ruthlessly",
        ],
        unless: &["who|people|they|customers|others ..2 say|says|saying|said no"],
        kinds: &[CHOSEN],
        parts: &[Role::DidNotDo, Role::Alternatives],
        ..BASE
    },
    Ask {
        says: "a hard decision",
        asked: &[
            "hard|harder|hardest|difficult|tough|toughest|unpopular|courageous|painful ..3 decision|decisions|choice|choices|call|calls",
            "decision|decisions|choice|choices ..3 hard|difficult|tough|unpopular",
        ],
        kinds: &[CHOSEN, TRUTH, STOPPED],
        parts: &[Role::HardestPart, Role::Alternatives],
        ..BASE
    },
    Ask {
        says: "something that was hard",
        asked: &[
            "hard|hardest|difficult|toughest|tough|challenging ..2 problem|problems|part|thing|things|challenge|challenges|situation|situations|project|projects|conversation|conversations|times",
            "something|problem|problems|thing|things|moment ..3 hard|difficult|tough",
            "obstacle|obstacles|adversity|setback|setbacks",
        ],
        kinds: &[WENT_ON, TRUTH],
        parts: &[Role::HardestPart],
        ..BASE
    },
    Ask {
        says: "going on after a no",
        asked: &[
            "persist|persistence|persistent|perseverance|persevere|resilience|resilient|grit|tenacity|tenacious|hustle|determined|determination|relentless",
            "who|people|they ..3 say|says|saying|said no",
            "give|gives|giving up",
            "obstacle|obstacles|adversity|setback|setbacks",
        ],
        kinds: &[WENT_ON, OBJECTION],
        ..BASE
    },
    Ask {
        says: "moving people without being their boss",
        asked: &[
            "without ..3 authority",
            "not|don't|doesn't report|reports|reporting to you",
            "influence|influences|influencing|persuade|persuades|persuading|persuasive|persuasion|convince|convinces|convincing|persuasively",
            "stakeholder|stakeholders|alignment|consensus",
            "buy in",
            "cross functional",
            "crossfunctional",
            "across teams|departments|functions|disciplines",
            "make|makes|making ..2 case",
        ],
        kinds: &[MOVED, WON],
        ..BASE
    },
    Ask {
        says: "working with people of another craft",
        asked: &[
            "work|works|working|worked|collaborate|collaborates|collaborating|collaboration|partner|partners|partnering ..4 with ..4 :crafts",
            "alongside ..4 :crafts",
            "in|on a|the ..2 team with ..3 :crafts",
        ],
        unless: &["with :crafts ..3 experience"],
        kinds: &[CRAFTS],
        ..BASE
    },
    Ask {
        says: "objections, met",
        asked: &[
            "defend|defends|defending|objection|objections|pushback|sceptics|skeptics|sceptical|skeptical",
            "push|pushing back",
        ],
        kinds: &[OBJECTION, WON, WENT_ON],
        ..BASE
    },
    Ask {
        says: "speaking openly",
        asked: &[
            "speak|speaks|speaking up",
            "bad news",
            "courage|courageous|brave",
            "say|says|saying|tell|tells|telling when|that ..3 not|wrong",
            "disagree|disagrees|disagreeing|disagreement|candid|candidly|candour|candor",
            "honest|difficult|direct ..1 feedback|conversation|conversations",
        ],
        kinds: &[TRUTH, FAULT],
        ..BASE
    },
    Ask {
        says: "what would count, said beforehand",
        asked: &[
            "define|defines|defining|set|sets|agree|say|decide|know ..3 success|done|good looks|means|is",
            "success|acceptance criteria",
            "success metrics|measures",
            "what success|good looks",
            "definition of done|success",
        ],
        kinds: &[BEFOREHAND],
        ..BASE
    },
    Ask {
        says: "whether it worked, in numbers",
        asked: &[
            "measure|measures|measuring|measured whether|if|what|how|the|it|success|results|result|impact|outcome|outcomes|progress|their|your",
            "measurable|metric|metrics|kpi|kpis|okr|okrs|quantify|quantified|quantitative",
            "data driven|informed|led",
            "whether it ..3 worked|happened|helped|mattered",
            "move|moves|moved|moving ..3 number|numbers|needle",
        ],
        kinds: &[BEFORE, COMPARED, COUNTED, MEASURED],
        ..BASE
    },
    Ask {
        says: "a comparison",
        asked: &[
            "compared with|to|against",
            "causal|causality|causation|hypothesis|hypotheses",
        ],
        kinds: &[COMPARED, BASED, BEFORE],
        ..BASE
    },
    Ask {
        says: "a test of two ways, on people drawn by lot",
        asked: &[
            "a b test|tests|testing",
            "split test|tests|testing",
            "control group|groups",
            "controlled experiment|experiments",
        ],
        kinds: &[DRAWN],
        ..BASE
    },
    Ask {
        says: "talking to the people whom it is for",
        asked: &[
            "talk|talks|talking|speak|speaks|speaking|listen|listens|listening|close|closely|closeness|interview|interviews|interviewing|observe|observes|observing|visit|visits|visiting|shadow|time ..5 :served",
            "close to ..2 people",
            "people who use",
            "customer|user|field|qualitative research|interview|interviews|discovery|insight|insights|empathy",
            "empathy for|with",
            "understand|understands|understanding ..3 customer|customers|user|users|clients|patients",
            "customer obsession|obsessed|focus|centric",
        ],
        kinds: &[ASKED, SEEN],
        ..BASE
    },
    Ask {
        says: "serving people in person",
        asked: &[
            "customer|client|patient facing|service|support|care|contact",
            "contact|contacts|dealing with ..2 :served",
            "work|experience|job|contact ..6 in|of|from sales|retail|shop|hospitality|service",
        ],
        kinds: &[SERVED, ASKED],
        ..BASE
    },
    Ask {
        says: "the problem that is worth solving",
        asked: &[
            "which|what|right|real|underlying ..1 problem|problems",
            "find|finds|finding|identify|identifies|define|defines|discover|uncover ..3 problem|problems|needs|pain",
            "root cause|causes",
        ],
        kinds: &[HURTS, BEHIND],
        ..BASE
    },
    Ask {
        says: "writing that others act on",
        asked: &[
            "write|writes|writing|written|narrative|narratives|memo|memos|documentation|specification|specifications|spec|specs|prd|prds",
        ],
        unless: &[
            "write|writes|writing|written ..3 code|software|sql|python|java|tests|queries|scripts",
            "spoken|verbal|oral and written",
            "written and spoken|verbal|oral",
            "hand ..2 a specification",
        ],
        kinds: &[WRITTEN],
        ..BASE
    },
    Ask {
        says: "small steps",
        asked: &[
            "experiment|experiments|experimentation|prototype|prototypes|prototyping|mvp|mvps|pilot|pilots|iterate|iterates|iterating|iteration|iterative|iteratively",
            "small|smaller|cheap|quick step|steps|test|tests|bets",
        ],
        unless: &["controlled experiment|experiments"],
        kinds: &[SMALL, COMPARED],
        ..BASE
    },
    Ask {
        says: "acting before everything is known",
        asked: &[
            "bias for|to|towards|toward action",
            "act|acts|move|moves|moving|decide|decides ..2 fast|quickly|quick",
            "sense of urgency",
            "in|within days|hours",
        ],
        kinds: &[AT_ONCE, SMALL],
        ..BASE
    },
    Ask {
        says: "beginning without being told",
        asked: &[
            "ambiguity|ambiguous|vague|undefined|unstructured|autonomy|autonomous|autonomously|independently|initiative",
            "self starter|starting|directed|motivated",
            "nobody ..4 hand|tell|hands|tells",
        ],
        unless: &["initiative ..1 leads|lead"],
        kinds: &[NOBODYS, AT_ONCE],
        ..BASE
    },
    Ask {
        says: "owning it to the end",
        asked: &[
            "own|owns|owning|owned the|a|an|outcomes|outcome|results|it|every|products|features|problems|what",
            "ownership|accountable|accountability",
            "end to end",
            "start to finish",
            "see|sees ..3 through",
        ],
        unless: &["ownership structure|interest"],
        kinds: &[KEPT, NOBODYS, OWN_PART],
        ..BASE
    },
    Ask {
        says: "leading people",
        asked: &[
            "led|lead|leads|leading|manage|managed|manages|managing|coach|coached|coaches|coaching|mentor|mentored|mentors|mentoring|hire|hired|hires|hiring|grow|grown|growing|develop ..3 people|team|teams|engineers|managers|others|reports|staff|analysts|designers",
            "people management|leadership|manager",
        ],
        unless: &["without ..3 authority"],
        kinds: &[LED],
        ..BASE
    },
    Ask {
        says: "putting it to use",
        asked: &[
            "launch|launched|launches|launching|ship|shipped|ships|shipping|deliver|delivered|delivers|delivering|rollout ..4 product|products|feature|features|software|service|services|systems|value|results|tools",
            "go to market",
        ],
        kinds: &[IN_USE, KEPT],
        ..BASE
    },
    Ask {
        says: "learning something new",
        asked: &[
            "learn|learns|learning|learner ..2 quickly|fast|new|yourself|skills",
            "quick|fast|continuous|lifelong|curious learner|learning",
            "curiosity|curious",
            "teach|taught yourself",
        ],
        kinds: &[TAUGHT],
        ..BASE
    },
    Ask {
        says: "something simpler",
        asked: &[
            "simplify|simplifies|simplified|simplifying|simplification|simplicity|simpler|simplest",
            "remove|reduce|reducing|removing ..1 complexity",
        ],
        kinds: &[SIMPLER],
        ..BASE
    },
];
