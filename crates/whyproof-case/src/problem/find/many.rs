//! How many have it: shares and counts of people or of cases, not samples, dates, distances or prices.

use super::lexicon::{self, CASES, FOUND_OUT, GENERIC};
use super::quantity::{Quantity, Unit, is_counted, quantities};
use super::tokens::{Hit, Token, any, before, clause, clause_start, is_any, surer, word};

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let found = quantities(tokens);
    let mut best = None;
    // "We know this from a trial: 4,820 people" tells of a sample.
    let known = any(tokens, &["we know", "i know"]).is_some();
    for (index, quantity) in found.iter().enumerate() {
        let share = part_of(tokens, quantity, found.get(index + 1));
        let one = share.or_else(|| count(tokens, quantity));
        let whole = quantity.unit == Unit::Percent
            || index + 1 < found.len() && share.is_some_and(|hit| hit.to >= found[index + 1].to);
        best = surer(best, one.filter(|_| !known || whole));
    }
    for at in 0..tokens.len() {
        best = surer(best, fraction(tokens, at));
    }
    best
}

/// *Two in three*, *61 of 140 reports*, *one customer in five*, *33.9%*.
fn part_of(tokens: &[Token], quantity: &Quantity, next: Option<&Quantity>) -> Option<Hit> {
    let hit = |to: usize| Some(clause(tokens, quantity.from, to.min(tokens.len()) - 1, 3));
    match quantity.unit {
        Unit::Percent => {
            is_share(tokens, quantity).then(|| clause(tokens, quantity.from, quantity.to - 1, 3))
        }
        Unit::Number => {
            let joined = |at: usize| {
                matches!(word(tokens, at), "in" | "of")
                    || (word(tokens, at) == "out" && word(tokens, at + 1) == "of")
            };
            let gap = [quantity.to, quantity.to + 1]
                .into_iter()
                .find(|&at| joined(at) && !tokens[at - 1].stop)?;
            let after = gap + 1 + usize::from(word(tokens, gap) == "out");
            let whole = usize::from(matches!(
                word(tokens, after),
                "the" | "our" | "those" | "every" | "all" | "these"
            ));
            if let Some(next) =
                next.filter(|next| next.from == after + whole && matches!(next.unit, Unit::Number))
            {
                let fits = next.value > quantity.value
                    || (word(tokens, gap) == "in" && next.value >= quantity.value);
                // "2,400 of 14,300 holds" counts; "one of the six wards" is a place.
                let counts = word(tokens, gap) != "in" && quantity.value >= 11.0;
                let few = word(tokens, gap) != "in" && next.value < 11.0;
                let score = if counts { 4 } else { 3 - u8::from(few) };
                return fits
                    .then(|| clause(tokens, quantity.from, next.to.min(tokens.len()) - 1, score));
            }
            // "On four evenings of five" is how often.
            let of_them = word(tokens, gap) == "of"
                && gap == quantity.to
                && (matches!(word(tokens, after), "them" | "these" | "those" | "us")
                    || (whole == 1
                        && (after + 1..after + 4).any(|at| {
                            is_people(word(tokens, at)) || CASES.contains(word(tokens, at))
                        })));
            if of_them { hit(after + 1) } else { None }
        }
        _ => None,
    }
}

/// A percentage that is a share, not a change or a price.
fn is_share(tokens: &[Token], quantity: &Quantity) -> bool {
    let next = if tokens[quantity.to - 1].stop {
        ""
    } else {
        word(tokens, quantity.to)
    };
    let change = (1..=3).any(|back| {
        is_any(
            before(tokens, quantity.from, back),
            "by up down another extra increase grew rose fell dropped plus",
        )
    });
    let more = is_any(
        next,
        "more less higher lower faster slower off discount longer cheaper interest
             increase growth better worse",
    );
    !change && !more
}

/// *340 people*, *about 2.3 million households*, *41 such calls*, *13 gave up*.
fn count(tokens: &[Token], quantity: &Quantity) -> Option<Hit> {
    if quantity.unit != Unit::Number || tokens[quantity.to - 1].stop || is_sample(tokens, quantity)
    {
        return None;
    }
    let first = word(tokens, quantity.to);
    if counts_as_subject(tokens, quantity, first) {
        return Some(clause(tokens, quantity.from, quantity.to, 2));
    }
    for at in quantity.to..(quantity.to + 4).min(tokens.len()) {
        let now = word(tokens, at);
        let link = matches!(now, "such" | "of" | "other" | "more" | "different" | "our")
            && at == quantity.to;
        if !is_counted(now) && !link {
            return None;
        }
        if super::quantity::unit(now).is_some() {
            return None;
        }
        let many = quantity.value >= 2.0;
        let few = quantity.value < 11.0 && !stands_first(tokens, quantity.from);
        let people = many
            && !few
            && is_people(now)
            && (now.ends_with('s')
                || !GENERIC.contains(now)
                || matches!(now, "people" | "customers"));
        let cases = many && !few && CASES.contains(now);
        let plural =
            now.len() > 4 && now.ends_with('s') && !now.ends_with("ss") && quantity.value >= 11.0;
        if people || cases || plural {
            let score = if people { 3 } else { 2 };
            return Some(clause(tokens, quantity.from, at, score));
        }
        if tokens[at].stop {
            return None;
        }
    }
    None
}

/// Whether a number begins a clause: a few people who do something, not something that is done with them.
fn stands_first(tokens: &[Token], from: usize) -> bool {
    from == clause_start(tokens, from)
        || is_any(
            before(tokens, from, 1),
            "and but only about nearly are were all counted recorded found",
        )
}

fn is_people(word: &str) -> bool {
    GENERIC.contains(word)
        || lexicon::is_people(word)
        || lexicon::GROUPS.contains(word)
        || lexicon::may_be_people(word)
}

/// *12 had lost a job*: a number that does something by itself.
fn counts_as_subject(tokens: &[Token], quantity: &Quantity, next: &str) -> bool {
    let starts = quantity.from == clause_start(tokens, quantity.from)
        || matches!(
            before(tokens, quantity.from, 1),
            "and" | "only" | "about" | "but" | "nearly" | "almost"
        );
    let acts = is_any(
        next,
        "did do had have were was are gave came left never could said told lost went sign
             got cannot",
    ) || (next.len() > 4 && next.ends_with("ed"));
    starts && acts && quantity.value >= 2.0
}

/// People who were asked or watched are a sample; how large a town is says nothing of how many have it.
fn is_sample(tokens: &[Token], quantity: &Quantity) -> bool {
    let mut at = quantity.from;
    let mut steps = 0;
    while at > 0 && steps < 6 && !tokens[at - 1].stop {
        at -= 1;
        steps += 1;
        let now = tokens[at].word.as_str();
        // Counting says how many there are.
        let counted = is_any(now, "counted recorded found noted logged wrote saw");
        if counted {
            return false;
        }
        if FOUND_OUT.contains(now)
            || is_any(
                now,
                "panel sample survey trial interviews study towns cities fewer companies firms
             villages told interview read",
            )
        {
            return true;
        }
    }
    let ours = is_any(
        before(tokens, quantity.from, 1),
        "our the these my those first last past",
    );
    ours && quantity.value < 11.0
}

/// *Half of the singers*, *a third of them*, *every second customer*, *nearly all drivers*.
fn fraction(tokens: &[Token], at: usize) -> Option<Hit> {
    let now = word(tokens, at);
    let next = if tokens[at].stop {
        ""
    } else {
        word(tokens, at + 1)
    };
    let after = word(tokens, at + 2);
    let determiner = |w: &str| is_any(w, "the our them all those these their its");
    let part = match now {
        "half" => {
            let time = matches!(next, "past" | "an" | "a" | "hour" | "day")
                || before(tokens, at, 1) == "a" && before(tokens, at, 2) == "and";
            !time
                && ((next == "of" && (determiner(after) || is_counted(after)))
                    || determiner(next)
                    || is_people(next))
        }
        "third" | "thirds" | "quarter" | "quarters" | "fifth" | "fifths" | "tenth" => {
            let whole = matches!(
                before(tokens, at, 1),
                "a" | "one" | "two" | "three" | "four" | "nearly"
            );
            let of_time = next == "of"
                && (matches!(after, "an" | "a") || super::quantity::unit(after).is_some());
            let acts = next.len() > 3
                && (next.ends_with("ed")
                    || matches!(next, "lost" | "never" | "come" | "came" | "fail" | "give"));
            whole && !of_time && (next == "of" || acts)
        }
        "second" | "fourth" => {
            before(tokens, at, 1) == "every"
                && (is_people(next) || CASES.contains(format!("{next}s").as_str()))
        }
        _ => false,
    };
    part.then(|| {
        let back = (1..=2).take_while(|&back| {
            is_any(
                before(tokens, at, back),
                "a about nearly almost two three every over one four",
            )
        });
        clause(tokens, at - back.count(), at, 3)
    })
}
