//! The end of a page: notes that were left, and what its marks mean.

use whyproof_case::Standing;

use super::flow::Flow;
use super::standing::mark;

pub(super) fn write(flow: &mut Flow<'_, '_>) {
    flow.other_notes();
    if flow.manuscript.case.statements.is_empty() && flow.manuscript.notes.is_empty() {
        return;
    }
    let out = &mut flow.out;
    out.lit("<footer class=\"legend\">\n<p><b>How to read this page.</b> ");
    out.lit("A statement ").lit(mark(Standing::Stands));
    out.lit("<i>stands</i> where evidence that a reader could open is under it and every objection to it is refuted; ");
    out.lit("it is ").lit(mark(Standing::Assumed));
    out.lit("<i>assumed</i> where that is still missing; ");
    out.lit("it ").lit(mark(Standing::Falls));
    out.lit("<i>falls</i> where an objection with evidence is not refuted. An objection that falls is <i>refuted</i>. ");
    out.lit("<i>On the author’s word</i> is evidence that nobody else can open. ");
    out.lit("A number with dots under it leads to its query. ");
    out.lit("Whether the data are true, this page cannot know.</p>\n</footer>\n");
}
