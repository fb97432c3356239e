//! The head of a page: what the case is, whose, and what it is worth.

use whyproof_case::{Kind, Standing, Step, shorten};
use whyproof_experience::share::Share;

use super::flow::Flow;
use super::standing::{anchor, mark};
use crate::manuscript::Manuscript;
use crate::verdict::{self, Reader};

/// How many weak places are named.
const WEAKEST: usize = 2;
/// How long the words of one may be.
const WEAK: usize = 70;

/// The case's title in plain words, else the name of its file.
pub(super) fn title(manuscript: &Manuscript<'_>) -> String {
    let case = manuscript.case;
    let title = case.title.as_deref().map(str::trim).unwrap_or("");
    if !title.is_empty() {
        return title.to_owned();
    }
    let path = case.scope.path.as_deref().unwrap_or("");
    let name = path.rsplit('/').next().unwrap_or("");
    if name.is_empty() {
        "A case without a title".to_owned()
    } else {
        name.to_owned()
    }
}

pub(super) fn write(flow: &mut Flow<'_, '_>) {
    let manuscript = flow.manuscript;
    let case = manuscript.case;
    flow.out.lit("<header class=\"head\">\n");
    flow.out.element(
        "p",
        "kind",
        match case.kind {
            Kind::Idea => "Idea",
            Kind::Story => "Story",
            Kind::Letter => "Letter",
        },
    );
    flow.out.lit("\n");
    match case.parse.document.title {
        Some(text) if !manuscript.title.is_empty() => flow.heading(1, text, &manuscript.title),
        _ => {
            flow.out.lit("<h1>");
            flow.said(&title(manuscript)).lit("</h1>\n");
        }
    }
    about(flow);
    worth(flow);
    flow.out.lit("</header>\n");
}

/// Whose it is, and what it is held to.
fn about(flow: &mut Flow<'_, '_>) {
    let case = flow.manuscript.case;
    let bar = case.bar.as_ref().map(|bar| bar.title.as_str());
    let ladder = case.ladder.as_ref().map(|ladder| ladder.title.as_str());
    let front = |key| case.front.get(key);
    // What `share` names as not to leave is not shown either.
    let share = Share::of(case).shown();
    let facts = [
        ("Owner", case.owner.as_deref()),
        ("When", front("when")),
        ("My part", front("my part")),
        ("Bar", bar.or(front("bar"))),
        ("Ladder", ladder.or(front("ladder"))),
        ("When it is shared", share.as_deref()),
    ];
    let told = || {
        facts
            .iter()
            .filter_map(|(name, value)| Some((*name, (*value)?)))
    };
    if told().next().is_none() {
        return;
    }
    flow.out.lit("<dl class=\"facts\">\n");
    for (name, value) in told() {
        let out = &mut flow.out;
        out.lit("<div><dt>").lit(name).lit("</dt><dd><bdi>");
        flow.said(value).lit("</bdi></dd></div>\n");
    }
    flow.out.lit("</dl>\n");
}

/// What it is worth, in a sentence; what else there is to say of the whole; what was asked of it.
fn worth(flow: &mut Flow<'_, '_>) {
    let case = flow.manuscript.case;
    let standing = case.verdict.standing;
    let class = match standing {
        Standing::Stands => "worth stands",
        Standing::Assumed => "worth assumed",
        Standing::Falls => "worth falls",
    };
    let (verdict, notes) = verdict::verdict(case, Reader::Other);
    flow.out.lit("<div class=\"row\">\n<div class=\"");
    flow.out.lit(class).lit("\">\n<p class=\"verdict\">");
    flow.out.lit(mark(standing)).text(&verdict).lit("</p>\n");
    if standing == Standing::Falls {
        flow.out
            .element("p", "more", &verdict::tested(case, Reader::Other))
            .lit("\n");
    }
    for note in &notes {
        flow.out.element("p", "more", note).lit("\n");
    }
    weakest(flow);
    flow.out.lit("</div>\n");
    let manuscript = flow.manuscript;
    for why in manuscript.whys_of_the_whole() {
        flow.side_why(why);
    }
    flow.out.lit("</div>\n");
}

/// The statements that would have to be shown or answered first, with the way there.
fn weakest(flow: &mut Flow<'_, '_>) {
    let case = flow.manuscript.case;
    let steps = case.verdict.repair.steps.iter();
    let weak = steps.filter_map(|step| match step {
        Step::Show(id) | Step::Answer(id) => Some(case.statement(*id)),
        Step::Mend(_) => None,
    });
    let weak: Vec<_> = weak.take(WEAKEST).collect();
    if weak.is_empty() {
        return;
    }
    flow.out.lit("<p class=\"more\">Weakest where it says ");
    for (at, statement) in weak.into_iter().enumerate() {
        flow.out.lit(if at == 0 { "“" } else { ", and “" });
        // A part of a story that is not told has no place.
        let is_told = !statement.own.is_empty();
        if is_told {
            let anchor = anchor(flow.manuscript, statement.head);
            flow.out.open("a").to(&anchor);
        }
        let words = statement.text.trim_end_matches('.');
        flow.said(&shorten(words, WEAK));
        flow.out.lit(if is_told { "</a>”" } else { "”" });
    }
    flow.out.lit(".</p>\n");
}
