//! The shape of a declarative clause: what it is about, its verb, where it ends.

use super::lexicon::{CONTRACTED, Class, class, is_adverb};
use super::phrase::noun_phrase;
use super::token::{Shape, Token};
use super::verb::is_finite_at;

/// Most tokens that a clause inside a question may have.
const LONGEST: usize = 26;
/// Least tokens that say something.
const SHORTEST: usize = 4;

/// A declarative clause, by tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its first token, what opens it included: *in 2019*.
    pub(crate) from: usize,
    /// One past its last token.
    pub(crate) to: usize,
    /// The subject: first token and one past the last.
    pub(crate) subject: (usize, usize),
    /// Its finite verb.
    pub(crate) verb: usize,
}

/// Words that only lead on from the sentence before.
const LEADS: &[&str] = &[
    "accordingly",
    "additionally",
    "again",
    "also",
    "and",
    "basically",
    "besides",
    "but",
    "clearly",
    "consequently",
    "conversely",
    "equally",
    "finally",
    "first",
    "firstly",
    "frankly",
    "furthermore",
    "hence",
    "honestly",
    "however",
    "importantly",
    "indeed",
    "instead",
    "lastly",
    "likewise",
    "look",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "nor",
    "notably",
    "now",
    "obviously",
    "oh",
    "overall",
    "plus",
    "second",
    "secondly",
    "similarly",
    "so",
    "still",
    "sure",
    "then",
    "therefore",
    "third",
    "thirdly",
    "thus",
    "ultimately",
    "unfortunately",
    "well",
    "yes",
    "yet",
    "yeah",
    "ok",
    "okay",
    "fortunately",
    "actually",
    "crucially",
    "sadly",
    "interestingly",
    "note",
];
/// The same in several words.
const PHRASES: &[&[&str]] = &[
    &["in", "fact"],
    &["that's", "why"],
    &["that", "is", "why"],
    &["this", "is", "why"],
    &["which", "is", "why"],
    &["of", "course"],
    &["for", "example"],
    &["for", "instance"],
    &["in", "addition"],
    &["in", "short"],
    &["in", "particular"],
    &["in", "general"],
    &["in", "other", "words"],
    &["as", "a", "result"],
    &["on", "the", "other", "hand"],
    &["after", "all"],
    &["at", "least"],
    &["that", "said"],
    &["to", "be", "clear"],
    &["to", "be", "honest"],
    &["by", "the", "way"],
    &["i", "know", "that"],
    &["i", "know"],
    &["you", "know"],
    &["you", "see"],
    &["i", "say"],
    &["i", "say", "that"],
    &["i", "submit", "that"],
    &["you", "might", "say"],
    &["i", "think", "that"],
    &["i", "think"],
    &["i", "believe", "that"],
    &["i", "believe"],
    &["i", "feel", "that"],
    &["i", "feel"],
    &["we", "think", "that"],
    &["we", "believe", "that"],
    &["note", "that"],
    &["the", "fact", "is"],
    &["the", "truth", "is"],
    &["the", "fact", "is", "that"],
    &["the", "truth", "is", "that"],
    &["it", "is", "true", "that"],
    &["in", "my", "opinion"],
    &["in", "my", "view"],
    &["in", "that", "sense"],
    &["in", "this", "sense"],
    &["in", "this", "case"],
    &["in", "that", "case"],
    &["the", "reason", "is", "that"],
    &["due", "to", "this"],
    &["because", "of", "this"],
    &["because", "of", "that"],
];

/// The clause of `tokens[from..to]`, where its shape is certain.
pub(crate) fn clause(tokens: &[Token], from: usize, to: usize) -> Option<Clause> {
    let marks = &["\"", "“", "-", "–", "—", "*", ">", "'", "‘", "…", "."];
    let mut from = from;
    while from < to && tokens[from].any(marks) {
        from += 1;
    }
    let from = skip_leads(tokens, from, to);
    let asks = tokens[from..to].last().is_some_and(|t| t.is("?"));
    let whole = trim(tokens, from, to);
    let to = whole;
    let starts = subject_start(tokens, from, to)?;
    let (subject, verb) = subject_and_verb(tokens, starts, to)?;
    let to = shortened(tokens, verb, from, to)?;
    let to = trim(tokens, from, to);
    if asks && to == whole {
        return None;
    }
    let clause = Clause {
        from,
        to,
        subject,
        verb,
    };
    (to - from >= SHORTEST && is_sound(tokens, clause)).then_some(clause)
}

/// Past the words that lead on from the sentence before, and the commas after them.
pub(crate) fn skip_leads(tokens: &[Token], mut from: usize, to: usize) -> usize {
    loop {
        let rest = &tokens[from..to];
        let phrase = PHRASES
            .iter()
            .filter(|p| {
                p.len() <= rest.len() && p.iter().zip(rest).all(|(word, token)| token.is(word))
            })
            .map(|p| p.len())
            .max();
        let word = rest.first().is_some_and(|t| t.any(LEADS)) && !leads_a_phrase(rest)
            || rest
                .first()
                .is_some_and(|t| t.any(&["no", "members", "folks", "sir", "madam"]))
                && rest.get(1).is_some_and(|t| t.is(","));
        let step = match (phrase, word) {
            (Some(len), _) => len,
            (None, true) => 1,
            (None, false) => return from,
        };
        from += step;
        while from < to
            && (tokens[from].is(",")
                || tokens[from].is("-")
                || tokens[from].is("–")
                || tokens[from].is("—"))
        {
            from += 1;
        }
    }
}

/// *First responders*, *second-hand goods*: no lead.
fn leads_a_phrase(rest: &[Token]) -> bool {
    rest[0].any(&[
        "first", "second", "third", "well", "sure", "still", "then", "note", "plus", "equally",
        "overall",
    ]) && rest
        .get(1)
        .is_some_and(|next| next.is_wordy() && class(&next.lower) == Class::Open && !next.capital)
}

/// Without marks at the end.
fn trim(tokens: &[Token], from: usize, mut to: usize) -> usize {
    while to > from && tokens[to - 1].any(&[".", "!", ",", ";", ":", "…", "-", "–", "—", "?", "*"])
    {
        to -= 1;
    }
    let quotes = |mark: &str| tokens[from..to].iter().filter(|t| t.is(mark)).count();
    let open = to > from
        && ((tokens[to - 1].is("\"") && quotes("\"") % 2 == 1)
            || (tokens[to - 1].is("”") && quotes("”") > quotes("“")));
    if open {
        return trim(tokens, from, to - 1);
    }
    to
}

/// Where the subject begins: at once, or after an adverbial that a comma ends.
fn subject_start(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let first = tokens[from..to].first()?;
    let opens = class(&first.lower) == Class::Preposition
        || is_adverb(&first.lower)
        || first.any(&[
            "today", "although", "though", "while", "when", "as", "since", "after", "before",
            "once", "given",
        ]);
    let timed = tokens[from..to.min(from + 5)].iter().any(|t| {
        t.any(&[
            "tonight",
            "year",
            "years",
            "week",
            "month",
            "day",
            "night",
            "morning",
            "time",
            "yesterday",
            "century",
            "decade",
            "summer",
            "fall",
        ])
    });
    let opens = opens || (timed && (from + 1..to.min(from + 5)).any(|at| tokens[at].is(",")));
    if !opens || CONTRACTED.contains(&first.lower.as_str()) {
        return Some(from);
    }
    let ahead = to.min(from + 16);
    let comma = (from + 1..ahead).find(|at| tokens[*at].is(","));
    match comma {
        Some(comma) => Some(comma + 1),
        None if is_adverb(&first.lower) => Some(from + 1),
        None => None,
    }
}

/// The subject that begins at `at`, and its verb.
fn subject_and_verb(tokens: &[Token], at: usize, to: usize) -> Option<((usize, usize), usize)> {
    let first = tokens.get(at).filter(|_| at < to)?;
    if CONTRACTED.contains(&first.lower.as_str()) && !first.any(&["who's", "what's"]) {
        return Some(((at, at + 1), at));
    }
    let can_begin = match first.shape {
        Shape::Mark => false,
        Shape::Code | Shape::Number => true,
        Shape::Word => match class(&first.lower) {
            Class::Pronoun | Class::Determiner => true,
            Class::Open => !is_imperative(tokens, at),
            _ => false,
        },
    };
    if !can_begin {
        return None;
    }
    let mut end = noun_phrase(&tokens[..to], at)?;
    if tokens
        .get(end)
        .is_some_and(|t| end < to && t.any(&["who", "which", "that"]))
    {
        end = past_relative(tokens, at, end, end + 1, to)?;
    } else if tokens
        .get(end)
        .is_some_and(|t| end < to && t.lower.ends_with("ed") && super::lexicon::can(&t.lower).verb)
        && !is_finite_at(&tokens[at..to], end - at)
    {
        end = past_relative(tokens, at, end, end, to)?;
    }
    let mut verb = end;
    while verb < to && (is_adverb(&tokens[verb].lower) || (verb > at && tokens[verb].is("there"))) {
        verb += 1;
    }
    (verb < to && is_finite_at(&tokens[at..to], verb - at)).then_some(((at, end), verb))
}

/// One past the relative clause that begins at `who`: before the auxiliary of the main clause.
fn past_relative(tokens: &[Token], at: usize, who: usize, from: usize, to: usize) -> Option<usize> {
    let own = (from..to.min(from + 3)).find(|i| {
        class(&tokens[*i].lower) == Class::Auxiliary || super::lexicon::can(&tokens[*i].lower).verb
    })?;
    let main = (own + 2..to.min(at + 18)).find(|i| class(&tokens[*i].lower) == Class::Auxiliary)?;
    let plain = tokens[who..main].iter().all(|t| {
        t.is_wordy() && !t.any(&["that", "because", "if", "when", "what", "how"])
            || t.is("that") && std::ptr::eq(t, &tokens[who])
    });
    let before = &tokens[main - 1];
    let complete = before.is_wordy()
        && matches!(
            class(&before.lower),
            Class::Open | Class::Object | Class::Adverb
        );
    (plain && complete).then_some(main)
}

/// Verbs that often begin an instruction.
const IMPERATIVES: &[&str] = &[
    "add",
    "allow",
    "avoid",
    "change",
    "check",
    "consider",
    "create",
    "define",
    "describe",
    "document",
    "enable",
    "ensure",
    "explain",
    "extend",
    "give",
    "implement",
    "imagine",
    "introduce",
    "keep",
    "let",
    "make",
    "move",
    "note",
    "provide",
    "put",
    "remember",
    "remove",
    "replace",
    "return",
    "run",
    "see",
    "set",
    "suppose",
    "support",
    "take",
    "think",
    "try",
    "update",
    "use",
    "verify",
    "please",
    "ask",
    "look",
    "call",
    "assume",
];

/// A base form at the very beginning, followed by an object: *use the flag*.
fn is_imperative(tokens: &[Token], at: usize) -> bool {
    let word = &tokens[at].lower;
    let next = tokens.get(at + 1);
    let noun = next.is_some_and(|n| class(&n.lower) == Class::Auxiliary || n.any(&["of", "for"]));
    if IMPERATIVES.contains(&word.as_str()) && !noun {
        return true;
    }
    super::lexicon::can(word).verb
        && !word.ends_with('s')
        && !word.ends_with("ing")
        && next.is_some_and(|n| {
            matches!(
                class(&n.lower),
                Class::Determiner | Class::Object | Class::Pronoun
            )
        })
}

/// Ends the clause at a colon, a semicolon, a dash, or, where it is too long, before what is added to it.
fn shortened(tokens: &[Token], verb: usize, from: usize, to: usize) -> Option<usize> {
    let hard = (verb + 2..to).find(|at| tokens[*at].any(&[";", ":", "–", "—", "?", "!"]));
    if hard.is_some_and(|at| tokens[at].is(":")) {
        return None;
    }
    let to = hard.unwrap_or(to);
    let second = (verb + 1..to).find(|at| begins_another(tokens, *at, to));
    let to = second.unwrap_or(to);
    let size = |to: usize| (from..to).filter(|at| tokens[*at].is_wordy()).count();
    if size(to) <= LONGEST - 4 {
        return Some(to);
    }
    let added = |at: usize| {
        let next = tokens.get(at + 1);
        (tokens[at].is(",")
            && next.is_some_and(|n| {
                n.any(&[
                    "which",
                    "and",
                    "but",
                    "so",
                    "while",
                    "because",
                    "as",
                    "or",
                    "with",
                    "where",
                    "though",
                    "although",
                    "since",
                    "making",
                    "who",
                    "then",
                    "especially",
                    "including",
                    "such",
                    "even",
                    "rather",
                    "instead",
                    "unless",
                    "if",
                ])
            }))
            || tokens[at].any(&["because", "although", "whereas", "unless", "while"])
    };
    let cut = (verb + 3..to)
        .rev()
        .find(|at| added(*at) && size(*at) <= LONGEST - 4);
    cut.or((size(to) <= LONGEST).then_some(to))
}

/// Whether another main clause begins at `at`: *, and they …*, *and we …*.
fn begins_another(tokens: &[Token], at: usize, to: usize) -> bool {
    let comma = tokens[at].is(",");
    let after = at + usize::from(comma);
    let joins = tokens
        .get(after)
        .is_some_and(|t| t.any(&["and", "but", "so", "or", "yet", "nor"]));
    if !joins || after + 2 >= to {
        return false;
    }
    let subject = &tokens[after + 1];
    (comma || class(&subject.lower) == Class::Pronoun || subject.any(&["that", "this"]))
        && (subject_and_verb(tokens, after + 1, to).is_some()
            || (subject.any(&["that", "this", "these", "those"])
                && is_finite_at(&tokens[after..to], 2)))
}

/// Whether nothing in the clause makes it unfit to be said aloud inside a question.
fn is_sound(tokens: &[Token], clause: Clause) -> bool {
    let all = &tokens[clause.from..clause.to];
    let bad = all.iter().any(|t| {
        t.shape == Shape::Mark
            && !t.any(&[
                ",", "(", ")", "\"", "“", "”", "%", "/", "&", "+", "'", "’", "-", "–", "$", "‘",
                ".",
            ])
            || t.lower.contains("http")
            || t.lower.contains('_') && t.shape != Shape::Code
    });
    let balanced = |open: &str, close: &str| {
        all.iter().filter(|t| t.is(open)).count() == all.iter().filter(|t| t.is(close)).count()
    };
    let quotes = all.iter().filter(|t| t.is("\"")).count() % 2 == 0;
    let last = &all[all.len() - 1];
    let ends = last.is_wordy() || last.any(&[")", "\"", "”", "%", "’", "'"]);
    let dangling = matches!(
        class(&last.lower),
        Class::Determiner
            | Class::Coordinator
            | Class::Subordinator
            | Class::Preposition
            | Class::Question
            | Class::To
    ) && !last.any(&[
        "that", "this", "these", "those", "all", "both", "up", "off", "out", "over", "on", "in",
        "down", "about", "through", "around", "without", "many", "most", "few", "either", "such",
        "for", "of", "from", "with", "to",
    ]);
    let after_pronoun = all.len() > 4 && class(&all[all.len() - 2].lower) == Class::Pronoun;
    let dangling = dangling
        || (class(&last.lower) == Class::Auxiliary && !after_pronoun)
        || last.any(&["be", "been", "exactly", "namely"]);
    !bad && balanced("(", ")") && balanced("“", "”") && quotes && ends && !dangling
}
