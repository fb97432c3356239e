//! Numbers: before and after, with a base, beside something to compare with; and money.

use whyproof_syntax::Role;

use super::{BASE, Kind};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "a number before and after",
        lacks: "No number before and after.",
        mend: "Write down the number as it was before, what it became, and over which time each was counted.",
        sure: &[
            "before and after", "fell from", "rose from", "baseline", "what it became", "which number moved",
            "number before", "measurable impact", "measurable results", "what moved it",
        ],
        apt: &["increased", "reduced", "doubled", "percent", "metric", "target", "conversion", "retention", "revenue", "growth", "improve", "in numbers", "saved hours", "achieved"],
        full: &[
            "from ..4 # ..10 to ..3 #",
            ":fell|:rose|:moved ..6 by ..2 #",
            ":fell|:rose|:moved ..6 #%",
            ":moved ..8 to ..2 #",
            "halved|doubled|tripled|quadrupled",
            "# became|instead ..3 #",
            "down|up from ..3 #",
            "was|were|is ..4 the same ..4 before|after ..8 #",
            "# ..8 before|first|earlier ..12 # ..8 after|now|last|later|next",
            "before ..6 # ..10 after ..6 #",
            "# ..3 fewer|more|less ..4 than|a|per",
            "did not change ..8 #",
        ],
        bare: &[":fell|:rose|:moved ..6 #", "now ..4 takes|costs|needs ..3 #"],
        unless: &["from # years"],
        parts: &[Role::WhatHappened, Role::Impact],
        ..BASE
    },
    Kind {
        says: "what happened, with a number",
        lacks: "What came of it has no number.",
        mend: "Count what came of it, however small, and say in which time.",
        sure: &["impact", "what was delivered", "measured it", "in numbers", "measurable", "measured by"],
        apt: &["metric", "increased", "reduced", "achieved", "target", "result", "percent", "outcome", "statistics"],
        full: &["#% of", "# of ..3 # ..6 used|opened|came|bought|said|stayed|left|still|are|were|gave|closed|stopped"],
        bare: &["#"],
        unless: &["#  years of experience"],
        parts: &[Role::WhatHappened, Role::Impact],
        ..BASE
    },
    Kind {
        says: "a number with its base",
        lacks: "No number has a base: of how many, in which time.",
        mend: "Beside each number, say of how many, and in which time.",
        sure: &["numbers have a base", "sample", "base rate", "without base", "percentile", "statistics", "cohort"],
        apt: &["data", "query", "spreadsheet", "percent", "median", "analysed", "raw data", "analytical", "estimate", "segment", "experiment", "compared"],
        full: &[
            "# of the? ..1 #",
            "#% of",
            "# in #",
            "# out of #",
            "in # of ..3 #|cases|them",
            "# cases|times|samples ..5 #",
            "of ..3 # ..4 # ..4 said|were|used|had|stayed|are|left",
            "# ..3 per|a|each :time ..10 # ..3 per|a|each :time",
        ],
        bare: &["# ..4 per|each|every", "a sample|survey of #", "#%"],
        ..BASE
    },
    Kind {
        says: "something to compare with",
        lacks: "Nothing to compare it with: no group that was left as it was, no other explanation that was weighed.",
        mend: "Say what else could explain the number, and what you compared it with.",
        sure: &["compared", "control group", "alternative explanation", "comparison", "experiment", "a/b test", "hypothesis", "weighed", "how do you know that your work moved it"],
        apt: &["sample", "cohort", "segment", "measured", "before and after", "correlation", "statistics", "analytical", "evidence"],
        full: &[
            "compared|comparing ..6 with|to|against|three|two|both|#",
            "compare the two|them|it|with",
            "to compare with",
            "control group|shops|wards|site|arm",
            "left ..6 as they|it were|was",
            "did not change",
            "only one with|without",
            "one class|group|table|ward|shop|team ..6 not ..3 other|others",
            "and in the other ..6 #",
            "the same after ..6 before|as",
            "so that ..6 could not explain",
            "a b|split test|tests|tested|testing with|on|of|showed ..4 #",
            "ruled out",
            "randomised|randomized|randomly",
            "not the season|weather|price",
        ],
        bare: &["compared", "a b test|tests|tested|testing", "unlike the other|others"],
        ..BASE
    },
    Kind {
        says: "measured or tested, with a number",
        lacks: "It is not said what was measured or tested, and on what.",
        mend: "Say what you measured or tested, on how many, and what the number was.",
        sure: &["benchmark", "profiled", "latency", "verified", "error rate", "tested", "how do you know that it is right", "fuzzing", "measured it"],
        apt: &["measured", "milliseconds", "regression", "edge case", "defects", "inspected", "quality", "dashboard", "tracked", "data showed"],
        full: &[
            "measured|benchmarked|profiled|tested|timed|verified|audited|inspected|checked|counted ..8 #",
            "# ..10 measured|benchmarked|profiled|tested|timed|verified",
            "# ms|milliseconds",
        ],
        bare: &["measured|benchmarked|profiled|verified|audited", "wrote|built ..4 test|tests|check|checks|harness"],
        ..BASE
    },
    Kind {
        says: "money, counted",
        lacks: "No amount of money is named: what it cost, brought in or saved.",
        mend: "Name the amount: what was planned, what it cost, what it brought.",
        sure: &["budget", "runway", "cash", "cost", "margin", "spent", "how much money", "what it costs", "payroll"],
        apt: &["saved", "money", "invoice", "contract", "funding", "finance", "supplier", "profit", "revenue", "price"],
        full: &["#$"],
        bare: &["budget of ..3 #", "saved|earned|raised ..2 #"],
        unless: &["cost £|€|$ in"],
        ..BASE
    },
    Kind {
        says: "somebody paid",
        lacks: "Nobody is told of who paid.",
        mend: "Say who paid first, how much, and whether they paid again.",
        sure: &["first customer", "who paid first", "sold", "preordered", "paying customers", "sales", "closing deals"],
        apt: &["paid", "price", "invoice", "renewed", "churn", "cold call", "subscription", "signed a contract", "discount", "deposit", "revenue"],
        full: &[
            "sold ..6 #",
            "# ..4 :people ..3 paid|bought|renewed|subscribed|ordered",
            ":people|they paid|renewed",
            "first ..3 customer|customers ..6 #|paid",
            "#$ ..4 sales|revenue|orders|contract",
            "signed ..4 contract|contracts|customers|customer",
        ],
        bare: &["sold", "revenue ..6 #"],
        ..BASE
    },
];
