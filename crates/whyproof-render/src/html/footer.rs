//! The end of a page: notes that were left, and what its marks mean.

use whyproof_case::Standing;

use super::flow::Flow;
use super::standing::{MET, mark};

pub(super) fn write(flow: &mut Flow<'_, '_>) {
    flow.other_notes();
    if flow.manuscript.case.statements.is_empty() && flow.manuscript.notes.is_empty() {
        return;
    }
    let out = &mut flow.out;
    out.lit("<footer class=\"legend\">\n<p><b>How to read this page.</b> ");
    out.lit("A statement <span class=\"named\">")
        .lit(mark(Standing::Stands));
    out.lit("<i>stands</i></span> where evidence that a reader could open is under it and every objection to it is refuted; ");
    out.lit("it is <span class=\"named\">")
        .lit(mark(Standing::Assumed));
    out.lit("<i>assumed</i></span> where that is still missing; ");
    out.lit("it <span class=\"named\">")
        .lit(mark(Standing::Falls));
    out.lit("<i>falls</i></span> where an objection with evidence is not refuted. An objection that falls is <span class=\"named\">");
    out.lit(MET).lit("<i>refuted</i></span>. ");
    out.lit("<i>On the author’s word</i> is evidence that nobody else can open. ");
    out.lit("A number with dots under it leads to its query. ");
    out.lit("Whether the data are true, this page cannot know.</p>\n</footer>\n");
}
