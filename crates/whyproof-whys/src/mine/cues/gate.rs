//! Which sentences are fit to be asked about by their phrases, and what of them is quoted.

use crate::english::{Class, Shape, Token, class, clause};
use crate::material::Slot;

use super::super::pointing::is_anaphor;
use super::super::quote::{ends, is_stated, place, quotable, under, without_code};
use super::super::take::Take;
use super::Where;

/// Words of headings under which it is told how things stand today, or nothing is argued.
const TODAY: &str = "motivation|background|context|current|status|problem|history|related|prior|previous|existing|state of|use case|use-case|tutorial|how it is|discussion|references|footnote|glossary|terminology|definition|acknowledg|appendix|copyright|changelog|resolution|decision|summary of";
/// Words of headings under which other ways or later work are told.
const AWAY: &str = "alternative|rejected|considered|other approach|other option";
/// Words of headings under which what is told is no part of the proposal yet.
const LATER: &str = "future|outlook|out of scope|next steps|open question|unresolved|open issue|long term|long-term";
/// Most words of a quotation.
const LONGEST: usize = 28;
/// Words that mean something only in their place.
const POINTING: &str = "above|below|the following|former|latter|aforementioned|as follows|see|figure|listing|such a|hereafter|section|step 1|step 2";
/// What a quotation does not begin with.
const STARTS: &[&str] = &[
    "which",
    "who",
    "whose",
    "and",
    "or",
    "but",
    "e.g",
    "i.e",
    "see",
    "todo",
    "ok",
    "then",
    "it'll",
    "otherwise",
    "again",
    "what",
    "how",
    "why",
    "he",
    "she",
    "is",
    "are",
    "note",
    "than",
    "of",
];
/// What ties a sentence to the one before it, and can be left out.
const TIES: &str = "because|since|however ,|therefore ,|thus ,|hence ,|additionally ,|furthermore ,|moreover ,|in addition ,|also ,|finally ,|similarly ,|of course ,|as a result ,|consequently ,|note that|and|but|so ,|on the other hand ,|instead ,|that said ,|in particular ,|again ,|then|secondly ,|firstly ,|second ,|first ,|third ,|in this case ,|in that case ,|to this end ,|for this reason ,|yet|because of this ,|for instance ,|i think that|i think|we think that|we think|we believe that";
/// After what a quotation may begin anew.
const AFTER: &str =
    "; however ,|; but|;|, but|, so that|, so|: |, although|, because|, and then|– ";
/// Before what it may end.
const BEFORE: &str = "; |, which|, but|, so|, because|, since|, as|, while|, whereas|, e.g|, i.e|, for example|, for instance|, such as|, including|, although|, though|, thus|, where|, and|, or|, rather|, instead|, either|, especially|, unless|, hence|, making|, allowing|, requiring|, meaning|, leading|, causing|, resulting|, giving|, leaving|, even|, without|(|:|;|because|since|although|whereas|so that|in order";

/// Whether the sentence states something of a proposal in words that are no code.
pub(super) fn is_open(take: &Take<'_>) -> bool {
    let sentence = take.sentence;
    let tokens = take.tokens();
    let marks = ["http", ":`", "`_", ">>>", "::", "|", "==", "@", "\\"];
    let prose = without_code(&sentence.text);
    let marked = marks.iter().any(|mark| prose.contains(mark));
    let wordy = tokens.iter().filter(|t| t.is_wordy()).count();
    let code = tokens.iter().filter(|t| t.shape == Shape::Code).count();
    let ended = sentence.text.trim_end().ends_with(['.', '!', ')', '`'])
        || sentence.text.trim_end().ends_with(char::is_alphanumeric);
    is_stated(take) && !marked && ended && wordy >= 6 && code * 3 <= wordy
}

/// Where the sentence stands; none where another way is set aside.
pub(super) fn at(take: &Take<'_>) -> Option<Where> {
    let path = &take.sentence.path;
    let inner = path
        .iter()
        .skip(1)
        .chain(path.first().filter(|_| path.len() == 1));
    let mut here = Where::Proposed;
    for heading in inner {
        if under(heading, AWAY) {
            return None;
        }
        if under(heading, TODAY) {
            here = Where::Told;
        } else if under(heading, LATER) && here == Where::Proposed {
            here = Where::Open;
        }
    }
    Some(here)
}

/// The words around the cue that stand for themselves: from the start of the sentence or of a part of it, as far as
/// they can be said in one breath.
pub(super) fn quote(take: &Take<'_>, from: usize, to: usize) -> Option<Slot> {
    let tokens = take.tokens();
    let first = tokens.iter().position(Token::is_wordy)?;
    let first = ends(tokens, first, TIES)
        .filter(|end| *end <= from)
        .unwrap_or(first);
    let after = (first..from)
        .rev()
        .find_map(|at| ends(tokens, at, AFTER).filter(|end| *end <= from));
    let begins = [Some(first), after];
    let mut lasts: Vec<usize> = (to..tokens.len())
        .filter(|at| ends(tokens, *at, BEFORE).is_some())
        .collect();
    lasts.push(tokens.len());
    for begin in begins.into_iter().flatten() {
        if is_torn(tokens, begin) {
            continue;
        }
        for last in lasts.iter().rev() {
            // Words that only trail behind a comma belong to what has been cut off.
            let trails = *last == to && from > begin && tokens[from - 1].is(",");
            if let Some(slot) = fitting(take, begin, *last).filter(|_| !trails) {
                return Some(slot);
            }
        }
    }
    None
}

/// Whether words that begin at `at` lean on what stands before them, or answer it.
fn is_torn(tokens: &[Token], at: usize) -> bool {
    let answers = ends(tokens, at, "yes ,|no ,|yes .|no .").is_some();
    let leans = tokens.get(at).is_none_or(|t| t.any(STARTS));
    answers || (leans && ends(tokens, at, "which of").is_none())
}

/// The words from `from` to before `to`, where they are neither too many nor too few and point to nothing.
fn fitting(take: &Take<'_>, from: usize, to: usize) -> Option<Slot> {
    let words = take.tokens().get(from..to)?;
    let count = words.iter().filter(|t| t.is_wordy()).count();
    let tokens = take.tokens();
    let all = to == tokens.len() && tokens[..from].iter().all(|t| !t.is_wordy());
    let found = clause(tokens, from, to);
    let back = found.is_some_and(|found| is_anaphor(tokens, found)) || opens_back(words);
    let points = back && !is_of_itself(words) && !is_filler(words);
    let whole = all || found.is_some() || is_order(words);
    let fits = (5..=LONGEST).contains(&count)
        && whole
        && !points
        && !hangs(words)
        && place(words, POINTING).is_none();
    fits.then(|| quotable(take, from, to)).flatten()
}

/// Whether the words begin with what stands for something before them.
fn opens_back(words: &[Token]) -> bool {
    const BACK: &str = "they|he|she|this is|this can|this could|this will|this would|this should|this may|this might|this means|this makes|this allows|this does|this has|this in|this was|this requires|these are|these can|these will|these should|those are|those who|those with|those that|that is|that would|we discuss|both|such|all of|some of|most of|the same|the second|the first point|the other|the others|another one|one such";
    let wordy = words.iter().position(Token::is_wordy).unwrap_or(0);
    ends(words, wordy, BACK).is_some()
}

/// Whether the words begin with the proposal itself: *this PEP*, *these rules*.
fn is_of_itself(words: &[Token]) -> bool {
    const ITSELF: &str = "rfc|pep|kep|nep|proposal|document|policy|policies|rules|enhancement|specification|guideline|guidelines|feature|api";
    let wordy = words.iter().position(Token::is_wordy).unwrap_or(0);
    ends(words, wordy, "this|these|such").is_some_and(|at| ends(words, at, ITSELF).is_some())
}

/// Whether the words begin with an *it* that stands for what comes after it: *it is unclear whether*.
fn is_filler(words: &[Token]) -> bool {
    let goes_on = ["whether", "how", "if", "that", "to", "what", "which", "for"];
    let wordy = words.iter().position(Token::is_wordy).unwrap_or(0);
    let after = words.iter().skip(wordy + 2).take(5);
    words.get(wordy).is_some_and(|t| t.is("it")) && after.into_iter().any(|t| t.any(&goes_on))
}

/// Whether the words break off: the last of them begins something.
fn hangs(words: &[Token]) -> bool {
    let last = words.iter().rev().find(|t| t.is_wordy());
    last.is_none_or(|t| {
        let begins = matches!(
            class(&t.lower),
            Class::Determiner
                | Class::Coordinator
                | Class::Subordinator
                | Class::Preposition
                | Class::To
                | Class::Auxiliary
                | Class::Pronoun
        );
        (begins
            && !t.any(&[
                "this", "these", "those", "all", "both", "on", "in", "up", "out", "off", "it",
            ]))
            || t.any(&[
                "using",
                "as",
                "a",
                "an",
                "the",
                "following",
                "be",
                "like",
                "believe",
                "think",
                "feel",
                "hope",
                "say",
            ])
    })
}

/// Whether the words tell somebody to do something, as items of a plan do.
fn is_order(words: &[Token]) -> bool {
    let first = words.first();
    first.is_some_and(|t| {
        t.capital && crate::english::can(&t.lower).verb && !t.lower.ends_with("ing")
    })
}

/// Whether a number that counts something stands among the tokens.
pub(super) fn counts(tokens: &[Token]) -> bool {
    const WORDS: &str = "two|three|four|five|six|seven|eight|ten|twelve|dozen|half|twice|percent";
    tokens.iter().any(super::is_count) || place(tokens, WORDS).is_some()
}
