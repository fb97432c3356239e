//! The customer problem: its eight parts, found in the prose and shown back.

mod find;

use whyproof_syntax::{Parse, Role, Span};

/// A part of a specific problem statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Who has it.
    Who,
    /// At what moment.
    When,
    /// What hurts.
    Hurts,
    /// How many have it.
    HowMany,
    /// How often.
    HowOften,
    /// How bad it is: what it costs them.
    HowBad,
    /// Today's way out.
    WayOut,
    /// How we know.
    HowWeKnow,
}

impl Part {
    /// All parts, in the order in which they are shown.
    pub const ALL: [Part; 8] = [
        Part::Who,
        Part::When,
        Part::Hurts,
        Part::HowMany,
        Part::HowOften,
        Part::HowBad,
        Part::WayOut,
        Part::HowWeKnow,
    ];

    /// The parts without which an idea cannot stand.
    pub const NEEDED: [Part; 4] = [Part::Who, Part::When, Part::HowMany, Part::HowWeKnow];

    /// The part in plain words.
    pub fn words(self) -> &'static str {
        match self {
            Part::Who => "who",
            Part::When => "when",
            Part::Hurts => "what hurts",
            Part::HowMany => "how many",
            Part::HowOften => "how often",
            Part::HowBad => "how bad",
            Part::WayOut => "today's way out",
            Part::HowWeKnow => "how we know",
        }
    }

    /// The name used in machine output: `how_many`.
    pub fn key(self) -> &'static str {
        match self {
            Part::Who => "who",
            Part::When => "when",
            Part::Hurts => "what_hurts",
            Part::HowMany => "how_many",
            Part::HowOften => "how_often",
            Part::HowBad => "how_bad",
            Part::WayOut => "way_out",
            Part::HowWeKnow => "how_we_know",
        }
    }

    /// The part that `**Who:** …` marks.
    pub fn of(label: &str) -> Option<Part> {
        let label = label
            .trim()
            .trim_end_matches(':')
            .trim()
            .to_lowercase()
            .replace('’', "'");
        Some(match label.as_str() {
            "who" | "customer" | "for whom" => Part::Who,
            "when" | "moment" | "where" => Part::When,
            "what hurts" | "what" | "pain" | "what goes wrong" => Part::Hurts,
            "how many" | "size" | "reach" => Part::HowMany,
            "how often" | "frequency" => Part::HowOften,
            "how bad" | "cost" | "how much it costs" | "severity" => Part::HowBad,
            "today's way out" | "today" | "way out" | "workaround" | "what they do today" => {
                Part::WayOut
            }
            "how we know" | "how i know" | "evidence" | "source" => Part::HowWeKnow,
            _ => return None,
        })
    }
}

/// The words taken for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Whether the author marked them; else they were found.
    pub marked: bool,
}

/// The problem of an idea.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// The section's heading; empty where there is no such section.
    pub heading: Span,
    /// Whether there is a section for the problem.
    pub section: bool,
    /// The words taken for each part, in the order of [`Part::ALL`].
    pub parts: [Option<Found>; 8],
}

impl Problem {
    /// The words taken for `part`.
    pub fn part(&self, part: Part) -> Option<&Found> {
        Part::ALL
            .iter()
            .position(|p| *p == part)
            .and_then(|at| self.parts[at].as_ref())
    }

    /// The parts without which an idea cannot stand, and that are not said.
    pub fn missing(&self) -> Vec<Part> {
        Part::NEEDED
            .into_iter()
            .filter(|part| self.part(*part).is_none())
            .collect()
    }
}

/// Reads the problem from its sections; `evidence` says whether a footnote label is one of evidence.
pub(crate) fn read(parse: &Parse, is_evidence: impl Fn(&str) -> bool) -> Problem {
    let mut problem = Problem::default();
    for section in parse.document.sections_of(Role::Problem) {
        if !problem.section {
            problem.heading = parse.document.text(section.heading).span;
        }
        problem.section = true;
        find::parts(parse, section, &is_evidence, &mut problem);
    }
    problem
}
