//! Words and phrases that the checks look for, in small letters.

/// What a word or phrase does to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum List {
    /// Praises, and says nothing that could be false.
    Praise,
    /// Leans on somebody unnamed.
    Authority,
    /// Insists.
    Certainty,
    /// Says that there are some, and not how many.
    Vague,
    /// Nothing compares with it.
    Superlative,
    /// An adverb or adjective where a number belongs.
    Degree,
    /// More or less than something.
    Comparative,
    /// How many times as much.
    Times,
    /// A change of an amount.
    Change,
    /// What is compared with.
    Baseline,
    /// One number for many.
    Average,
    /// How far values lie apart, or how many there are.
    Spread,
    /// Takes the sentence back.
    Hedge,
    /// Something was done, and nobody did it: always worth asking.
    NoActor,
    /// Something was done, and nobody did it: worth asking where the author tells what he did.
    Passive,
    /// Says how the author knows a number, or that it is a guess.
    Own,
    /// Says where the numbers of its paragraph come from.
    Source,
    /// Says what the author means to do, or wants.
    Intent,
    /// Says that a number lies in the future.
    Future,
    /// A number in words.
    Number,
    /// Says of what a percentage is one.
    Base,
}

/// Every list with its words.
#[rustfmt::skip]
pub(super) static LISTS: &[(List, &[&str])] = &[
    (List::Praise, &[
        "world-class", "world class", "best-in-class", "best in class", "best-of-breed", "cutting-edge",
        "cutting edge", "bleeding-edge", "state-of-the-art", "state of the art", "next-generation", "next-gen",
        "game-changing", "game changer", "game-changer", "revolutionary", "groundbreaking", "ground-breaking",
        "industry-leading", "market-leading", "leading institute", "leading provider", "seamless", "seamlessly",
        "frictionless", "effortless", "effortlessly", "holistic", "holistically", "synergy", "synergies",
        "synergistic", "user-friendly", "customer-centric", "turnkey", "turn-key", "paradigm shift", "delight",
        "delights", "delightful", "world-leading", "unlock value", "unlock the value", "unlock the potential",
        "empower", "empowers", "leverage synergies", "critical to success", "key to success",
        "strategically important", "mission-critical", "robust and scalable", "more intuitive", "intuitive",
        "modern designs", "more modern", "less modern", "future-proof", "transformative",
        "added value", "value-add", "win-win", "low-hanging fruit", "move the needle", "moves the needle",
        "a better experience", "better user experience",
        "better customer experience", "great experience", "great user experience",
    ]),
    (List::Authority, &[
        "studies show", "studies have shown", "studies suggest", "research shows", "research has shown",
        "research suggests", "experts agree", "experts say", "experts believe", "evidence shows",
        "evidence suggests", "the data show", "the data shows", "data shows", "data show", "our data shows",
        "surveys show", "statistics show", "it is well known", "it's well known", "is well known that",
        "it is widely known", "it is known that", "it is generally accepted", "it is widely accepted",
        "widely regarded", "widely believed", "widely considered", "everyone knows", "everybody knows",
        "as we all know", "as everyone knows", "it has been shown", "it has been proven", "proven to", "is proven",
        "some people say", "many believe", "many say", "many people believe", "people say that", "is said to be",
        "are said to be", "it is believed", "is believed to", "it is thought that", "is considered to be",
        "is considered the", "feedback was", "customers tell us", "users tell us", "customers want", "users want",
        "conventional wisdom", "common knowledge", "anecdotally", "anecdotal evidence",
    ]),
    (List::Certainty, &[
        "obviously", "clearly", "needless to say", "undoubtedly", "undeniably", "unquestionably",
        "without a doubt", "without doubt", "no doubt", "there is no question", "it goes without saying",
        "it is clear that", "it is obvious that", "it's clear that", "it's obvious that",
        "beyond question", "indisputably", "self-evident", "self-evidently", "everyone agrees",
    ]),
    (List::Vague, &[
        "many", "most", "several", "some people", "some users", "some customers", "some teams",
        "some clients", "some patients", "some members", "a number of", "a lot of", "lots of", "numerous",
        "countless", "various", "a few", "few people", "few users", "few customers", "plenty of", "a majority of",
        "the majority of", "the vast majority", "a large number of", "a small number of", "a significant number of",
        "a growing number of", "large numbers of", "a great deal of", "a handful of", "the bulk of",
        "a large part of", "a good part of", "a large proportion of", "a small proportion of",
        "a large share of", "often", "frequently", "rarely", "seldom", "sometimes", "occasionally",
        "usually", "generally", "regularly", "tons of", "loads of", "a couple of", "multiple",
        "any number of",
    ]),
    (List::Superlative, &[
        "best", "fastest", "cheapest", "easiest", "simplest", "safest", "finest", "greatest", "quickest",
        "smartest", "strongest", "cleanest", "most", "unmatched", "unrivalled", "unrivaled", "unparalleled",
        "second to none", "like no other", "number one", "unbeatable", "the only solution", "the only way",
        "never been seen before", "never before seen", "unprecedented", "the perfect", "perfect",
        "ideal solution", "the ideal", "worst",
    ]),
    (List::Degree, &[
        "significantly", "dramatically", "rapidly", "substantially", "considerably", "greatly", "vastly", "hugely",
        "massively", "drastically", "enormously", "markedly", "sharply", "exponentially", "tremendously",
        "overwhelmingly", "extremely", "noticeably", "immensely", "radically", "wildly", "incredibly",
        "significant increase",
        "significant improvement", "significant improvements", "significant reduction", "significant decrease",
        "significant drop", "significant savings", "significant saving", "significant gain", "significant gains",
        "significant impact", "significant growth", "significant amount", "significant amounts", "significant cost",
        "significant costs", "significant share", "significant portion", "significant part",
        "significant advantage", "dramatic increase", "dramatic improvement", "dramatic reduction", "dramatic drop",
        "massive increase", "massive improvement", "massive reduction", "huge increase", "huge improvement",
        "huge reduction", "huge impact", "huge amount", "huge amounts", "substantial increase",
        "substantial improvement", "substantial reduction", "substantial savings", "substantial amount",
        "substantial cost", "a lot more", "a lot less", "a lot fewer", "a lot faster",
        "a lot cheaper", "way more", "way faster", "far more", "far fewer", "far less", "much more",
        "much less", "much faster", "much cheaper", "much higher", "much lower", "very slow",
        "very slowly", "very fast", "very large", "very small", "very high", "very low", "very bad",
        "very expensive", "very cheap", "very costly", "quite slow", "quite expensive", "went down a lot",
        "went up a lot", "fell a lot", "rose a lot", "improved a lot", "grew a lot",
    ]),
    (List::Comparative, &[
        "faster", "slower", "cheaper", "better", "worse", "higher", "lower", "easier", "simpler", "quicker",
        "safer", "smaller", "larger", "bigger", "shorter", "more expensive", "less expensive", "more efficient",
        "less efficient", "more reliable", "more accurate", "more productive", "more satisfied", "more effective",
        "more secure", "more often", "less often", "costlier", "happier", "cleaner", "stronger", "more intuitive",
        "more convenient", "more likely", "less likely", "sooner", "improved", "more", "less", "fewer",
    ]),
    (List::Times, &[
        "twice", "three times", "four times", "five times", "six times", "seven times", "eight times", "nine times",
        "ten times", "-fold", "fold", "times", "twofold", "threefold", "fourfold", "fivefold", "tenfold", "double",
        "doubles", "doubled", "triple", "triples", "tripled", "halve", "halves", "halved", "half as", "half the",
    ]),
    (List::Change, &[
        "increase", "increases", "increased", "rise", "rises", "rose", "risen", "grow", "grows", "grew", "grown",
        "growth", "up", "drop", "drops", "dropped", "fall", "falls", "fell", "fallen", "decrease", "decreases",
        "decreased", "down", "reduce", "reduces", "reduced", "reduction", "cut", "cuts", "improve", "improves",
        "improved", "improvement", "gain", "gains", "gained", "save", "saves", "saved", "savings", "decline",
        "declines", "declined", "jump", "jumps", "jumped", "climbed", "shrank", "lowered", "raised", "boost",
        "boosts", "boosted", "uplift", "lift", "speedup",
    ]),
    (List::Baseline, &[
        "than", "from", "compared", "comparison", "against", "versus", "vs", "relative to", "before", "instead of",
        "rather than", "until then", "used to", "previously", "earlier", "over last", "over the last",
        "over the previous", "year on year", "year over year", "month on month", "baseline", "as many as",
        "as much as", "as fast as", "as often as", "as likely as", "as those", "as the", "as people", "as men",
        "as women", "as in", "as on", "as at", "as with", "without", "otherwise", "of what", "since", "last year",
        "last month", "last week", "last quarter", "the old", "at first", "alternative", "alternatives", "per year",
        "a year", "control group", "in the control", "no longer", "beyond", "back to", "today's", "the previous",
        "the current", "the existing", "the same",
    ]),
    (List::Average, &[
        "average", "averages", "averaged", "averaging", "mean", "median", "typically", "typical", "on average",
        "avg",
    ]),
    (List::Spread, &[
        "range", "ranges", "ranging", "between", "interval", "confidence", "standard deviation", "sd", "std",
        "deviation", "percentile", "percentiles", "quartile", "quartiles", "interquartile", "p50", "p90", "p95",
        "p99", "minimum", "maximum", "at most", "at least", "up to", "margin of error", "plus or minus",
        "give or take", "spread", "variance", "varies", "varied", "sample", "samples", "respondents",
        "standard error", "histogram", "distribution", "worst", "slowest", "fastest", "largest", "longest",
        "shortest", "median", "both",
    ]),
    (List::Hedge, &[
        "we believe", "i believe", "we think", "i think", "we feel", "i feel", "we hope", "i hope",
        "in my opinion", "in our opinion", "in my view", "in our view", "in my humble opinion", "imho", "imo",
        "hopefully", "should be able to", "might possibly", "may possibly",
        "could possibly", "could potentially", "may potentially", "might potentially",
        "presumably",
        "arguably", "kind of", "sort of", "more or less",
        "we would hope",
        "we'd hope", "i guess", "we guess",
        "it may be that", "it might be that",
    ]),
    (List::NoActor, &[
        "mistakes were made", "mistake was made", "errors were made", "it was decided", "it has been decided",
        "it was agreed", "it has been agreed", "it was felt", "it was found that", "it was determined",
        "it was concluded", "it was thought", "it was believed", "it was assumed", "it was considered",
        "it was recommended", "it was noted", "it is felt", "it is proposed",
        "it is suggested", "it was suggested", "it was proposed", "it was requested", "it was chosen",
        "it was deemed", "it is deemed", "a decision was made", "a decision was taken", "decisions were made",
        "decision was made", "decision was taken", "was deemed", "were deemed", "it is assumed", "it is expected",
        "it is hoped", "it is anticipated", "lessons were learned",
    ]),
    (List::Passive, &[
        "decided", "agreed", "designed", "rolled out", "built", "identified", "implemented", "delivered",
        "launched", "chosen", "approved", "recommended", "escalated", "resolved", "fixed", "missed", "overlooked",
        "delayed", "shipped", "tested", "introduced", "created", "completed", "fitted", "deployed", "written",
        "organised", "organized", "set up", "put in place", "carried out", "conducted", "performed", "taken",
        "made", "migrated", "improved", "measured", "interviewed", "surveyed", "rejected", "cancelled",
        "canceled", "stopped", "dropped", "convinced", "hired", "fired", "blamed", "negotiated", "analysed",
        "analyzed", "planned", "presented", "developed", "achieved",
    ]),
    (List::Own, &[
        "from memory", "i estimate", "we estimate", "my estimate", "our estimate", "estimated", "an estimate",
        "a guess", "my guess", "rough guess", "guesstimate", "we assume", "i assume", "assuming", "for example",
        "for instance", "e.g.", "say,", "suppose", "imagine", "let's say", "if", "i counted", "we counted",
        "i timed", "we timed", "i measured", "we measured",
    ]),
    (List::Source, &[
        "according to", "we know this from", "i know this from", "we know it from", "i know it from", "source:",
        "own count", "by my count", "by our count", "my notes", "our logs", "our log", "from memory",
    ]),
    (List::Intent, &[
        "we will", "i will", "we'll", "we would", "we plan", "plan to", "plans to", "propose", "proposes", "we ask",
        "ask for", "approve", "request", "budget", "target", "targets", "goal", "aim", "aims", "limit", "limits",
        "should take", "should cost",
    ]),
    (List::Future, &[
        "expect", "expects", "expected", "forecast", "forecasts", "predict", "predicted", "projected", "will",
        "would", "we'll", "estimate", "estimated", "anticipate", "should save", "could save", "by the end of",
    ]),
    (List::Number, &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "one in", "one out of",
        "a third of", "a quarter of", "a fifth of", "a tenth of", "a third", "thirds", "three quarters", "half",
        "dozen", "a hundred", "a thousand", "a million", "hundreds of", "thousands of", "millions of", "nobody",
        "no one", "none of", "everyone", "everybody", "all of",
    ]),
    (List::Base, &[
        "of the", "of those", "of them", "of all", "of our", "of us", "of my", "of their", "of its", "of these",
        "of this", "of that", "of his", "of her", "of your", "of people", "of users", "of customers", "among",
        "out of", "share of", "fraction of", "proportion of", "percentage of", "percent of",
    ]),
];
