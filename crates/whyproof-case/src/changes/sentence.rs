//! A change as a sentence.

use super::both::{QUOTE, word};
use super::{ChangeKind, Changed};
use crate::explain::{capital, shorten};
use crate::statement::StatementKind;

impl Changed {
    /// The change as a sentence of plain English, with a full stop.
    pub fn sentence(&self) -> String {
        use ChangeKind as Kind;
        let said = match self.kind {
            Kind::Verdict => self.with_reason(format!("the case {}", self.standing())),
            Kind::RestsOn => self.rests_on(),
            Kind::Standing => {
                let subject = self.subject();
                self.with_reason(format!("{subject} {}", self.standing()))
            }
            Kind::Added | Kind::Dropped => self.lone_statement(),
            Kind::Reworded => format!("the {} {}", self.called(), self.between()),
            Kind::Role => format!(
                "“{}” was {} and is {} now.",
                short(&self.what),
                article(self.old.as_deref()),
                article(self.new.as_deref())
            ),
            Kind::Moved => format!(
                "{} stands under {} now, not under {}.",
                self.subject(),
                the(self.new.as_deref()),
                the(self.old.as_deref())
            ),
            Kind::Joined => format!(
                "{} was {} and is {} now.",
                self.subject(),
                value(&self.old),
                value(&self.new)
            ),
            Kind::SaidBy => format!("{} {}.", self.subject(), self.person("said")),
            Kind::Refers => self.list("refers to"),
            Kind::Cites => self.list("cites"),
            kind => return capital(&self.other(kind)),
        };
        capital(&said)
    }

    fn other(&self, kind: ChangeKind) -> String {
        use super::ChangeGroup;
        match kind.group() {
            ChangeGroup::Figures => self.figure(),
            ChangeGroup::Whys => self.why(),
            ChangeGroup::Evidence => self.evidence(),
            _ => self.rest(),
        }
    }

    /// `the reason “…”`.
    fn subject(&self) -> String {
        format!("the {} “{}”", self.called(), short(&self.what))
    }

    fn called(&self) -> &'static str {
        self.role.map_or("statement", word)
    }

    fn between(&self) -> String {
        format!("“{}” now reads “{}”.", quoted(&self.old), quoted(&self.new))
    }

    /// `falls now; it stood before`.
    fn standing(&self) -> String {
        let now = match self.new.as_deref() {
            Some("stands") => "stands now",
            Some("falls") => "falls now",
            _ => "is only assumed now",
        };
        let was = match self.old.as_deref() {
            Some("stands") => "it stood",
            Some("falls") => "it fell",
            _ => "it was assumed",
        };
        format!("{now}; {was} before.")
    }

    fn with_reason(&self, said: String) -> String {
        match &self.because {
            Some(because) => format!("{said} {because}"),
            None => said,
        }
    }

    fn rests_on(&self) -> String {
        match (&self.old, &self.new) {
            (None, Some(new)) => format!("the case now also waits for {new}."),
            (Some(old), Some(new)) => {
                format!("the case now waits for {new}, and no longer for {old}.")
            }
            (old, None) => format!("the case no longer waits for {}.", value(old)),
        }
    }

    fn lone_statement(&self) -> String {
        let kind = self.called();
        let words = short(&self.what);
        let under = match (self.role, self.under.as_deref()) {
            (Some(StatementKind::Claim), _) | (_, None) => String::new(),
            (Some(StatementKind::Objection | StatementKind::Rebuttal), Some(to)) => {
                format!(" to {}", the(Some(to)))
            }
            (_, Some(of)) => format!(" for {}", the(Some(of))),
        };
        if self.kind == ChangeKind::Added {
            let standing = match self.new.as_deref() {
                Some("stands") => "it stands",
                Some("falls") => "it falls",
                _ => "it is assumed",
            };
            format!("a new {kind}{under}: “{words}”; {standing}.")
        } else {
            format!("the {kind} “{words}”{under} is gone.")
        }
    }

    fn list(&self, does: &str) -> String {
        let to = if does.ends_with(" to") { " to" } else { "" };
        let subject = self.subject();
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{subject} {does} {new} now; before,{to} {old}."),
            (None, Some(new)) => format!("{subject} {does} {new} now; before,{to} nothing."),
            (old, None) => format!("{subject} {does} nothing now; before,{to} {}.", value(old)),
        }
    }

    fn person(&self, did: &str) -> String {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("is {did} by {new} now, not by {old}"),
            (None, Some(new)) => format!("is {did} by {new} now"),
            (Some(old), None) => format!("is no longer {did} by {old}"),
            (None, None) => format!("is {did} by somebody else"),
        }
    }

    fn figure(&self) -> String {
        let name = &self.what;
        let places = match self.many {
            1 => String::new(),
            many => format!(" in {many} places"),
        };
        match self.kind {
            ChangeKind::FigureMoved => format!(
                "the figure {name} went from {} to {}{places}.",
                long(self.old.as_deref()),
                long(self.new.as_deref())
            ),
            ChangeKind::FigureState => self.with_reason(format!(
                "the figure {name} is {} now; it was {}{places}.",
                value(&self.new),
                value(&self.old)
            )),
            ChangeKind::FigureAdded => {
                format!("a new figure, {name}: {}.", long(self.new.as_deref()))
            }
            ChangeKind::FigureDropped => {
                format!("the figure {name}, {}, is gone.", long(self.old.as_deref()))
            }
            _ => match (&self.old, &self.new) {
                (None, _) => format!("a new table of the query {name}."),
                (_, None) => format!("the table of the query {name} is gone."),
                _ => format!("the table of the query {name} has other cells."),
            },
        }
    }

    fn why(&self) -> String {
        let words = short(&self.what);
        let question = format!("the question “{words}”");
        match self.kind {
            ChangeKind::WhyAsked => {
                let by = self.by.as_deref().map(|by| format!(" by {by}"));
                let state = match self.new.as_deref() {
                    Some("answered") => "; it is answered",
                    Some("settled") => "; it is settled",
                    Some("suggested") => "; it is a suggestion",
                    _ => "",
                };
                format!(
                    "a new question{} on {}: “{words}”{state}.",
                    by.unwrap_or_default(),
                    self.under.as_deref().unwrap_or("the whole case")
                )
            }
            ChangeKind::WhyAnswered => {
                format!("{question} is answered: “{}”.", quoted(&self.new))
            }
            ChangeKind::WhyAnsweredAnew => format!(
                "{question} has another answer: “{}”; before, “{}”.",
                quoted(&self.new),
                quoted(&self.old)
            ),
            ChangeKind::WhyUnanswered => format!("{question} has lost its answer."),
            ChangeKind::WhySettled => match &self.by {
                Some(by) => format!("{question} is settled, by {by}."),
                None => format!("{question} is settled."),
            },
            ChangeKind::WhyReopened => {
                format!("{question} was settled and is {} again.", value(&self.new))
            }
            ChangeKind::WhyReworded => format!("the question {}", self.between()),
            ChangeKind::WhyMoved => format!(
                "{question} is put to {} now, not to {}.",
                value(&self.new),
                value(&self.old)
            ),
            ChangeKind::WhyBy => format!("{question} {}.", self.person("asked")),
            _ => match self.old.as_deref() {
                Some(state) => format!("{question} is gone; it was {state}."),
                None => format!("{question} is gone."),
            },
        }
    }

    fn evidence(&self) -> String {
        let label = &self.what;
        let words = |side: &Option<String>| long(side.as_deref());
        match self.kind {
            ChangeKind::EvidenceAdded => self.with_reason(format!(
                "new evidence [{label}], {}.",
                words(&self.new).trim_end_matches('.')
            )),
            ChangeKind::EvidenceDropped => format!(
                "the evidence [{label}], {}, is gone.",
                words(&self.old).trim_end_matches('.')
            ),
            ChangeKind::EvidenceCounts => {
                self.with_reason(format!("the evidence [{label}] counts now."))
            }
            ChangeKind::EvidenceCountsNoMore => {
                self.with_reason(format!("the evidence [{label}] counts no more."))
            }
            _ => format!(
                "the evidence [{label}] now reads “{}”; before, “{}”.",
                words(&self.new),
                words(&self.old)
            ),
        }
    }

    fn rest(&self) -> String {
        let what = &self.what;
        let blocks = match self.many {
            0 => "nothing but its heading".to_owned(),
            1 => "one block".to_owned(),
            many => format!("{many} blocks"),
        };
        match self.kind {
            ChangeKind::PartFound => {
                format!("the problem says {what} now: “{}”.", quoted(&self.new))
            }
            ChangeKind::PartLost => format!(
                "the problem no longer says {what}; before, “{}”.",
                quoted(&self.old)
            ),
            ChangeKind::PartReworded => format!(
                "the problem says {what} otherwise: “{}”; before, “{}”.",
                quoted(&self.new),
                quoted(&self.old)
            ),
            ChangeKind::StoryAdded => format!("the story has a part “{what}” now."),
            ChangeKind::StoryDropped => format!("the part “{what}” of the story is gone."),
            ChangeKind::StoryChanged => format!("the part “{what}” changed in {blocks}."),
            ChangeKind::QueryAdded => format!("a new query, {what}."),
            ChangeKind::QueryDropped => format!("the query {what} is gone."),
            ChangeKind::QueryChanged => format!("the query {what} asks something else."),
            ChangeKind::ExperimentAdded => format!("a new experiment, {what}."),
            ChangeKind::ExperimentDropped => format!("the experiment {what} is gone."),
            ChangeKind::ExperimentChanged => format!(
                "the experiment {what} is declared otherwise: {}; before, {}.",
                self.new.as_deref().unwrap_or("nothing of it"),
                self.old.as_deref().unwrap_or("nothing of it")
            ),
            ChangeKind::Title => format!(
                "the title is “{}” now; before, “{}”.",
                long(self.new.as_deref()),
                long(self.old.as_deref())
            ),
            ChangeKind::Front => match (&self.old, &self.new) {
                (Some(old), Some(new)) => format!("{what}: {new}; before, {old}."),
                (None, Some(new)) => format!("{what}: {new}; before, nothing."),
                (old, None) => format!("{what} is not given any more; before, {}.", value(old)),
            },
            ChangeKind::SectionAdded => format!("a new section, “{what}”, of {blocks}."),
            ChangeKind::SectionDropped => format!("the section “{what}”, {blocks}, is gone."),
            _ => format!("{blocks} of other prose changed in “{what}”."),
        }
    }
}

fn value(side: &Option<String>) -> &str {
    side.as_deref().unwrap_or("nothing")
}

fn short(words: &str) -> String {
    shorten(words.trim_end_matches('.'), QUOTE)
}

/// In quotation marks, a stop after them: without its own.
fn quoted(words: &Option<String>) -> String {
    long(words.as_deref().map(|words| words.trim_end_matches('.')))
}

fn long(words: Option<&str>) -> String {
    shorten(words.unwrap_or("nothing"), 2 * QUOTE)
}

/// `a reason`, `an objection`.
fn article(word: Option<&str>) -> String {
    let word = word.unwrap_or("statement");
    let an = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {word}", if an { "an" } else { "a" })
}

/// `the claim “…”`, `the case`.
fn the(words: Option<&str>) -> String {
    match words {
        Some(words) if words.starts_with("the ") => words.to_owned(),
        Some(words) => format!("the {words}"),
        None => "the case".to_owned(),
    }
}
