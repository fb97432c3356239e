//! Work and prices that are only mentioned: who does it, how much of it there is, who pays.

use crate::english::{Class, Shape, Token, class};
use crate::material::{Material, Slots};

use super::quote::{around, commitment, ends, is_stated, place, under};
use super::take::Take;

/// Beginnings of words for work that somebody has to do.
const WORK: &str = "knowledge|training|retraining|upskilling|coordinat|agreement|collaborat|buy-in|approv|refactor|rework|effort|resource|maintenance|migrat|invest|budget|staff|hiring|rewrit|testing|negotiat|funding|volunteer";
/// The same, where it is work that others have to agree to.
const AGREED: &str = "coordinat|buy-in|approv|refactor|funding|volunteer|upskilling|retraining";
/// People who are told to do something.
const PEOPLE: &str = "user|users|developer|developers|maintainer|maintainers|merchant|merchants|team|teams|qa|author|authors|operator|operators|administrator|administrators|admins|vendor|vendors|customer|customers|contributor|contributors|reviewer|reviewers|engineer|engineers|manager|managers|staff|editors|packagers|distributions|consumers|providers|owners|volunteers|implementers|implementors|tools|everyone|projects|packages|libraries|crates";
/// What is done to a thing by nobody who is named.
const DONE: &str = "updated|rewritten|migrated|ported|adapted|audited|maintained|translated|renamed|supported|retrained|reworked|upgraded|kept up|kept in sync|recreated|refactored|regenerated|re-evaluated|moderated|enforced";
/// Somebody will have to.
const WILL: &str = "will need to|will have to|would need to|would have to";

/// Somebody has to.
const MUST: &str = "must|needs to|need to|has to|have to";

/// Work that is told of without those who do it.
pub(crate) fn mentioned(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take)
        || under(
            &take.sentence.heading,
            "alternative|rejected|test|background|prior",
        )
    {
        return;
    }
    let tokens = take.tokens();
    let Some((name, at, weight)) = duty(take, tokens)
        .or_else(|| effort(tokens))
        .or_else(|| price(tokens))
    else {
        return;
    };
    let costed = tokens[at..]
        .iter()
        .any(|t| t.shape == Shape::Number && t.lower.len() > 1);
    let denied = tokens[..at]
        .iter()
        .rev()
        .take(3)
        .any(|t| t.any(&["not", "no", "never", "if", "than", "nobody"]));
    let chosen = tokens
        .iter()
        .any(|t| t.any(&["advanced", "optional", "optionally", "opt-in"]));
    if costed || denied || chosen || (name == "undone" && is_eased(take)) {
        return;
    }
    let Some(quote) = around(take, at) else {
        return;
    };
    let marker = tokens[at].lower.clone();
    let slots = Slots::from([("quote", quote)]);
    into.push(commitment(take, name, &marker, weight, slots));
}

/// *This will require upskilling the team*, *the latter needs some agreement*.
fn effort(tokens: &[Token]) -> Option<(&'static str, usize, u8)> {
    let at = (1..tokens.len()).find(|at| {
        let verb = &tokens[*at];
        let told = verb.any(&["require", "take", "need", "involve"])
            && tokens[at - 1].any(&["will", "also"]);
        let bare = verb.any(&["requires", "needs"])
            && (tokens[at - 1].any(&["this", "that", "latter", "former", "it", "which"])
                || *at <= 4);
        let end = tokens.len().min(at + 5);
        let stop = (at + 1..end).find(|i| {
            matches!(class(&tokens[*i].lower), Class::To | Class::Subordinator)
                || tokens[*i].is("that")
        });
        let object = &tokens[at + 1..stop.unwrap_or(end)];
        (told && object.iter().any(|t| is_work(t, WORK)))
            || (bare && object.iter().any(|t| !t.is("work") && is_work(t, AGREED)))
    })?;
    let spared = tokens[at + 1..]
        .iter()
        .take(2)
        .any(|t| t.any(&["no", "little", "less", "minimal", "only"]));
    (!spared).then_some(("effort", at, 84))
}

/// Whether the next sentence says what was looked for, or what makes it easier.
fn is_eased(take: &Take<'_>) -> bool {
    const EASED: &str = "search|searched|script|scripts|tool|tools|automate|automated|automatically|easier|guide|help";
    let next = take.sentences.all.get(take.at + 1);
    next.is_some_and(|next| place(&next.tokens, EASED).is_some())
}

/// Whether a word is *work*, or begins like one of those of `work`.
fn is_work(token: &Token, work: &str) -> bool {
    let begins = work.split('|').any(|work| token.lower.starts_with(work));
    token.shape == Shape::Word && (begins || token.is("work"))
}

/// *Each maintainer would have to add it*, *they must be rewritten*.
fn duty(take: &Take<'_>, tokens: &[Token]) -> Option<(&'static str, usize, u8)> {
    let clause = take.sentence.clause?;
    let at = clause.verb;
    let to = ends(tokens, at, WILL).or_else(|| ends(tokens, at, MUST))?;
    let done = ends(tokens, to, "be|also be|then be").and_then(|be| ends(tokens, be, DONE));
    let agent = |end: usize| tokens[end..].iter().take(3).any(|t| t.is("by"));
    let specified = "specification|detail|reference-level|requirement";
    if done.is_some_and(|end| !agent(end)) && !under(&take.sentence.heading, specified) {
        return Some(("undone", at, 82));
    }
    let to = ends(tokens, at, WILL)?;
    let changes = ends(tokens, to, "change|adapt").is_some();
    let subject = clause.subject;
    let head = (subject.0 + 1..subject.1)
        .find(|at| class(&tokens[*at].lower) == Class::Preposition)
        .unwrap_or(subject.1);
    // What *the user* has to do is how a thing is used.
    let one = tokens[subject.0].is("the") && tokens[head - 1].is("user");
    let named = !one && PEOPLE.split('|').any(|who| tokens[head - 1].is(who));
    match (named, changes) {
        (true, _) if is_relative(&tokens[to..]) => None,
        (true, _) => Some(("burden", at, 84)),
        (false, true) => Some(("undone", at, 80)),
        _ => None,
    }
}

/// Whether what reads like a duty only says which thing is meant, two prepositions without a noun between them: *all
/// that users will need to care about for this is the label*.
fn is_relative(after: &[Token]) -> bool {
    let preposition = |t: &Token| class(&t.lower) == Class::Preposition;
    after
        .windows(2)
        .take(4)
        .any(|pair| pair[0].any(&["about", "for", "of", "with"]) && preposition(&pair[1]))
}

/// *At the cost of speed*.
fn price(tokens: &[Token]) -> Option<(&'static str, usize, u8)> {
    let (at, _) = place(
        tokens,
        "at the cost of|at the expense of|comes at a cost|comes at the price",
    )?;
    let told = place(tokens, "you|your|users can").is_none();
    (at > 2 && told).then_some(("price", at, 80))
}
