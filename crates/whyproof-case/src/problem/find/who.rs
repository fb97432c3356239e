//! Who has the problem: a kind of people, or people of no kind with what narrows them down.

use super::lexicon::{self, EVENTS, FUNCTION, GENERIC, GROUPS, HEADS, NARROWING, STATES};
use super::quantity::is_counted;
use super::tokens::{Hit, Token, before, clause_start, is_any, surer, word};

/// Words that make a phrase of people longer: *in rural Malawi*, *who sleep outside*.
const JOINS: &[&str] = &[
    "in", "of", "at", "with", "from", "on", "over", "under", "without", "near", "between", "aged",
    "outside", "inside", "for", "by",
];

/// The most words of a phrase for people.
const MOST: usize = 12;

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = None;
    for at in 0..tokens.len() {
        best = surer(best, people_at(tokens, at));
        if best.is_some_and(|hit: Hit| hit.score == 3) {
            break;
        }
    }
    best
}

/// The phrase whose main word stands at `at`.
fn people_at(tokens: &[Token], at: usize) -> Option<Hit> {
    let noun = word(tokens, at);
    let next = next_word(tokens, at);
    // The Git client, the `[]` operator: one with a proper name or a sign before it is a thing.
    let named = at > 0
        && !noun.ends_with('s')
        && tokens.get(at - 1).is_some_and(|token| {
            !token.stop && (token.word.contains(['[', '_', '/']) || (token.capital && at > 1))
        });
    let thing = named
        && is_any(
            noun,
            "client operator admin agent reader writer driver manager builder worker player",
        );
    if thing || HEADS.contains(next) || before(tokens, at, 1) == "no" {
        return None;
    }
    let subject = is_subject(tokens, at);
    let generic = GENERIC.contains(noun);
    let score = if generic {
        if !narrowed(tokens, at) {
            return None;
        }
        2 + u8::from(subject)
    } else if lexicon::is_people(noun) {
        2 + u8::from(subject)
    } else if subject
        && (GROUPS.contains(noun) && !is_place(tokens, at) || lexicon::may_be_people(noun))
    {
        2
    } else {
        return None;
    };
    Some(Hit {
        from: begin(tokens, at),
        to: end(tokens, at),
        score,
    })
}

fn next_word(tokens: &[Token], at: usize) -> &str {
    if tokens.get(at).is_some_and(|token| token.stop) {
        ""
    } else {
        word(tokens, at + 1)
    }
}

/// Whether only words that belong to the phrase stand before it in its clause, or a word that opens a clause.
fn is_subject(tokens: &[Token], at: usize) -> bool {
    let from = begin(tokens, at);
    from == clause_start(tokens, at)
        || is_any(
            before(tokens, from, 1),
            "when whenever while before after and because that if then but",
        )
}

/// *In the store*, *the warehouse*: a place, not those who have it.
fn is_place(tokens: &[Token], at: usize) -> bool {
    let from = begin(tokens, at);
    let one = !word(tokens, at).ends_with('s');
    (one && word(tokens, from) == "the")
        || is_any(before(tokens, from, 1), "in at to from into near inside by")
}

/// Whether something beside people of no kind says who they are.
fn narrowed(tokens: &[Token], at: usize) -> bool {
    let previous = tokens.get(at.wrapping_sub(1)).filter(|token| !token.stop);
    let adjective = previous.is_some_and(|token| {
        let vague = is_any(
            token.word.as_str(),
            "world-class high-value long-term real-world modern-day day-to-day end-to-end",
        );
        NARROWING.contains(token.word.as_str())
            || (token.word.contains('-')
                && !vague
                && !token.word.starts_with(|c: char| c.is_ascii_digit()))
            || (token.capital
                && at >= 2
                && !FUNCTION.contains(token.word.as_str())
                && lexicon::number_word(&token.word).is_none())
            || (token.capital && at == 1 && token.word.ends_with("ian"))
    });
    adjective || narrowed_after(tokens, at)
}

fn narrowed_after(tokens: &[Token], at: usize) -> bool {
    let next = next_word(tokens, at);
    let after = next_word(tokens, at + 1);
    match next {
        "who" | "whose" => {
            let wish = is_any(
                after,
                "want wants need needs would expect expects love like prefer care struggle use
             uses feel deserve are is",
            );
            // "Who use our app" is everybody; "who use a wheelchair" is not.
            let own = (at + 3..at + 5)
                .any(|i| matches!(word(tokens, i), "our" | "it" | "this" | "better" | "more"));
            !after.is_empty() && !(wish && (own || !matches!(after, "use" | "uses" | "are" | "is")))
        }
        "in" | "of" | "at" | "with" | "from" | "over" | "under" | "without" | "aged" | "near"
        | "between" | "on" => {
            let vague = is_any(
                after,
                "recent general all many most any every it this that them us both average time
             occasion today different various particular some which top board ease",
            );
            let thing = if matches!(after, "our" | "the" | "a" | "an") {
                next_word(tokens, at + 2)
            } else {
                after
            };
            let own = is_any(
                thing,
                "platform product products app site website service services system software tool
             world market past future moment end experience company way process same",
            );
            !after.is_empty() && !vague && !own
        }
        _ => false,
    }
}

/// The first word of the phrase: determiners, numbers and adjectives before the main word.
fn begin(tokens: &[Token], at: usize) -> usize {
    let mut from = at;
    while from > 0 && at - from < 4 && !tokens[from - 1].stop {
        let previous = tokens[from - 1].word.as_str();
        let determiner = is_any(
            previous,
            "a an the my our their his her these those each every some most many few several
             other all",
        );
        let modifier =
            is_counted(previous) && !lexicon::verb(&STATES, previous) && !may_act(previous);
        if !determiner && !modifier {
            break;
        }
        from -= 1;
        if determiner {
            break;
        }
    }
    from
}

fn may_act(word: &str) -> bool {
    lexicon::verb(&EVENTS, word)
        && !matches!(
            word,
            "trial" | "working" | "returning" | "night" | "sick" | "retired"
        )
        && !word.ends_with("ing")
}

/// One past the last word of the phrase.
fn end(tokens: &[Token], at: usize) -> usize {
    let most = (at + MOST).min(tokens.len());
    let mut to = at + 1;
    let mut verbs = 0;
    let mut joined = false;
    let mut last_joined = false;
    while to < most && !tokens[to - 1].stop {
        let word = tokens[to].word.as_str();
        if matches!(word, "who" | "whose") && !joined {
            verbs = 1;
            joined = true;
            last_joined = false;
        } else if JOINS.contains(&word) {
            joined = true;
            last_joined = true;
        } else if !joined || ends(tokens, to, &mut verbs) {
            break;
        } else {
            let done = word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !last_joined
                && verbs == 0;
            let further = tokens.get(to + 1).is_some_and(|next| {
                JOINS.contains(&next.word.as_str())
                    || matches!(next.word.as_str(), "and" | "or" | "who")
            });
            last_joined = false;
            if done && !further {
                return to + 1;
            }
        }
        to += 1;
    }
    if to == most && !tokens[to - 1].stop {
        // Cut short: better one complement less than half of one.
        let join = tokens[at + 1..to]
            .iter()
            .rposition(|token| JOINS.contains(&token.word.as_str()));
        to = join
            .map(|join| at + 1 + join)
            .filter(|&join| join > at + 2)
            .unwrap_or(to);
    }
    while to > at + 1 && FUNCTION.contains(tokens[to - 1].word.as_str()) {
        to -= 1;
    }
    to
}

/// Whether the word at `to` begins what these people do; a relative clause has one verb of its own.
fn ends(tokens: &[Token], to: usize, verbs: &mut u32) -> bool {
    let word = tokens[to].word.as_str();
    let helper = is_any(
        word,
        "is are was were has have had do does did cannot can can't could will would must
             never don't doesn't didn't often usually because when that to then only always
             should still where",
    );
    let determined = is_any(
        tokens[to - 1].word.as_str(),
        "a an the our their his her of in at with this each every",
    );
    if !helper && (determined || !(lexicon::verb(&STATES, word) || lexicon::verb(&EVENTS, word))) {
        return false;
    }
    if *verbs > 0 {
        *verbs -= u32::from(!helper);
        return helper && matches!(word, "because" | "when" | "cannot" | "never" | "only");
    }
    true
}
