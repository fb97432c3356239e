//! Noun phrases.

use super::lexicon::{Class, can, class, is_adverb};
use super::token::{Shape, Token};
use super::verb::is_finite_at;

/// One past the last token of the noun phrase that begins at `from`, with its prepositional phrases; none where none
/// begins there.
pub(crate) fn noun_phrase(tokens: &[Token], from: usize) -> Option<usize> {
    let first = tokens.get(from)?;
    let of = tokens
        .get(from + 1)
        .is_some_and(|t| t.any(&["of", "in", "on", "about"]));
    let open = of
        && first.any(&[
            "none",
            "everyone",
            "everybody",
            "everything",
            "nothing",
            "nobody",
            "something",
            "anything",
            "anyone",
            "someone",
        ]);
    if !open && (class(&first.lower) == Class::Pronoun || class(&first.lower) == Class::Object) {
        return Some(from + 1);
    }
    let alone = first.any(&["this", "that", "these", "those"])
        && tokens
            .get(from + 1)
            .is_some_and(|t| class(&t.lower) == Class::Auxiliary || is_adverb(&t.lower));
    if alone {
        return Some(from + 1);
    }
    let mut at = from + usize::from(open);
    let mut head = open;
    while let Some(token) = tokens.get(at) {
        if !goes_on(tokens, from, at, head) {
            break;
        }
        let class = class(&token.lower);
        head = match class {
            Class::Preposition
            | Class::Determiner
            | Class::Coordinator
            | Class::To
            | Class::Subordinator => false,
            Class::Open if token.shape != Shape::Mark => !is_adverb(&token.lower) || head,
            _ => head,
        };
        at += 1;
    }
    (head && at > from).then_some(at)
}

/// Whether the phrase that began at `from` goes on with the token at `at`; `head` says whether it could end before.
fn goes_on(tokens: &[Token], from: usize, at: usize, head: bool) -> bool {
    let token = &tokens[at];
    match token.shape {
        Shape::Mark => token.is("-"),
        Shape::Code | Shape::Number => true,
        Shape::Word => match class(&token.lower) {
            Class::Determiner => at == from || !head,
            Class::Open => !(head && (is_finite_at(tokens, at) || is_participle(tokens, at))),
            Class::Preposition => head && takes_preposition(tokens, at),
            Class::Coordinator => {
                head && !token.is("but")
                    && tokens.get(at + 1).is_some_and(joins)
                    && !clause_after(tokens, at + 1)
            }
            Class::To => head && joins_to(tokens, at),
            Class::Subordinator => {
                head && token.any(&["as", "before", "after", "since", "than"])
                    && tokens
                        .get(at + 1)
                        .is_some_and(|n| n.capital || n.any(&["a", "an", "the"]))
            }
            Class::Adverb => !head && !token.any(&["not", "then", "now", "here"]),
            _ => false,
        },
    }
}

/// *of* goes on in any phrase; others where a noun phrase that is not a date or an adverbial follows.
fn takes_preposition(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let opens = matches!(class(&next.lower), Class::Determiner | Class::Open) && next.is_wordy();
    opens
        && tokens[at].any(&[
            "of",
            "for",
            "in",
            "on",
            "with",
            "between",
            "against",
            "from",
            "at",
            "without",
            "about",
            "over",
            "under",
            "behind",
            "during",
            "within",
            "among",
            "around",
            "across",
            "throughout",
            "near",
            "inside",
            "by",
            "into",
            "toward",
            "towards",
            "via",
            "beyond",
        ])
}

/// *to* goes on where a noun phrase follows: *the alternative to a tax*.
fn joins_to(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        next.any(&[
            "a", "an", "the", "our", "your", "their", "its", "this", "these",
        ]) || (next.capital && next.is_wordy())
    })
}

/// Whether a token can go on a phrase after *and* or *or*.
fn joins(token: &Token) -> bool {
    token.is_wordy() && matches!(class(&token.lower), Class::Determiner | Class::Open)
}

/// Whether a clause of its own begins at `at`: a noun phrase with its verb.
fn clause_after(tokens: &[Token], at: usize) -> bool {
    let ahead = tokens.len().min(at + 5);
    (at + 1..ahead).any(|i| is_finite_at(&tokens[at..], i - at))
}

/// Whether a participle stands here: what follows belongs to a reduced clause.
fn is_participle(tokens: &[Token], at: usize) -> bool {
    let word = &tokens[at].lower;
    let can = can(word);
    let next = tokens.get(at + 1);
    let opens = next.is_some_and(|n| {
        matches!(
            class(&n.lower),
            Class::Determiner | Class::Preposition | Class::Object | Class::To | Class::Pronoun
        )
    });
    if word.ends_with("ing") && can.verb {
        return opens || next.is_none_or(|n| n.capital || !n.is_wordy());
    }
    word.ends_with("ed")
        && can.verb
        && next.is_some_and(|n| matches!(class(&n.lower), Class::Preposition | Class::To))
}

/// Whether a noun phrase takes a plural verb.
pub(crate) fn is_plural(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    if first.any(&[
        "they", "we", "you", "these", "those", "many", "most", "few", "several", "both", "all",
    ]) {
        return true;
    }
    if first.any(&[
        "i",
        "he",
        "she",
        "it",
        "this",
        "that",
        "a",
        "an",
        "every",
        "each",
        "everyone",
        "everybody",
    ]) {
        return first.is("i");
    }
    let end = tokens
        .iter()
        .position(|t| {
            matches!(
                class(&t.lower),
                Class::Preposition | Class::Question | Class::To
            )
        })
        .unwrap_or(tokens.len());
    let np = &tokens[..end];
    if np.iter().any(|t| t.is("and")) {
        return true;
    }
    let Some(head) = np.last() else { return false };
    let word = head.lower.as_str();
    [
        "people", "children", "men", "women", "data", "police", "media", "criteria",
    ]
    .contains(&word)
        || (head.shape == Shape::Word
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
            && !word.ends_with("'s")
            && ![
                "news",
                "series",
                "physics",
                "economics",
                "politics",
                "mathematics",
                "kubernetes",
                "aws",
            ]
            .contains(&word))
}
