//! The page and its frame.

use whyproof_syntax::Role;

use super::flow::Flow;
use super::options::{PageOptions, is_from_the_right, language};
use super::safe::{Html, SafeHtml};
use super::{contents, footer, header, live, map, style};
use crate::manuscript::{Manuscript, Part};
use crate::map::Node;

/// What the page may do: nothing but show itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// A case as one file: no script, no request, all that it shows inside.
pub fn page(manuscript: &Manuscript<'_>, options: &PageOptions) -> SafeHtml {
    let mut html = Html::with_room(room(manuscript) + style::style().len() + 1024);
    let language = language(manuscript.case);
    html.lit("<!DOCTYPE html>\n");
    let mut root = html
        .open("html")
        .set("lang", language)
        .set("class", options.theme.class());
    if is_from_the_right(language) {
        root = root.set("dir", "rtl");
    }
    drop(root);
    html.lit("\n<head>\n<meta charset=\"utf-8\">\n");
    html.open("meta")
        .set("http-equiv", "Content-Security-Policy")
        .set("content", if options.live { live::POLICY } else { POLICY });
    html.lit("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.open("meta")
        .set("name", "color-scheme")
        .set("content", options.theme.schemes());
    html.lit("\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Whyproof\">\n");
    html.lit("<title>").text(&header::title(manuscript));
    html.lit("</title>\n<style>").lit(style::style());
    html.lit("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#case\">Skip to the case</a>\n");
    html.lit("<main id=\"case\" tabindex=\"-1\">\n");
    let tree = map::argued(manuscript.case);
    write(manuscript, options, tree, true, &mut html);
    html.lit("</main>\n");
    if options.live {
        html.lit("<script>").lit(live::SCRIPT).lit("</script>\n");
    }
    html.lit("</body>\n</html>\n");
    html.finish()
}

/// The same without its frame: what another page can hold, together with [`style`](super::style). Its words are the
/// file's own, letter for letter: what a reader selects is found there.
///
/// Every block of text that can be asked about has an `id` (`s-ID` where it states the statement `ID`, else `t-N`)
/// and `data-block="N"`, its place among the text blocks of the case.
pub fn article(manuscript: &Manuscript<'_>, options: &PageOptions) -> SafeHtml {
    let mut html = Html::with_room(room(manuscript));
    write(manuscript, options, Vec::new(), false, &mut html);
    html.finish()
}

/// The text of a case, as a page of several holds it: under a heading of that page, of this level, without a head of its
/// own and without a word on what its statements and notes are worth. The manuscripts of a page differ in their `ids`.
pub fn told(manuscript: &Manuscript<'_>, level: u8) -> SafeHtml {
    let options = PageOptions::default();
    let mut flow = Flow::new(manuscript, &options, Html::with_room(room(manuscript)));
    flow.typeset = true;
    flow.weighed = false;
    flow.deeper = level.saturating_sub(1);
    flow.blocks(&manuscript.lead);
    for part in in_order(manuscript) {
        section(&mut flow, part);
    }
    flow.other_notes();
    flow.out.finish()
}

/// About how many bytes a page takes.
fn room(manuscript: &Manuscript<'_>) -> usize {
    manuscript.case.source().len() * 5 / 2 + 16 * 1024
}

fn write<'a>(
    manuscript: &Manuscript<'a>,
    options: &PageOptions,
    tree: Vec<Node<'a>>,
    typeset: bool,
    html: &mut Html,
) {
    let mut flow = Flow::new(manuscript, options, std::mem::take(html));
    flow.tree = tree;
    flow.typeset = typeset;
    flow.out.lit("<article class=\"case\">\n");
    header::write(&mut flow);
    contents::write(&mut flow);
    flow.out.lit("<div class=\"text\">\n");
    if !manuscript.lead.is_empty() {
        flow.out.lit("<div class=\"lead\">\n");
        flow.blocks(&manuscript.lead);
        flow.out.lit("</div>\n");
    }
    for part in in_order(manuscript) {
        // What is computed with stands at the end.
        if part.role == Some(Role::Data) {
            map::write(&mut flow);
        }
        section(&mut flow, part);
    }
    map::write(&mut flow);
    footer::write(&mut flow);
    flow.out.lit("</div>\n</article>\n");
    *html = flow.out;
}

/// The parts as a reader takes them: what is computed with stands at the end.
pub(super) fn in_order<'m, 'a>(
    manuscript: &'m Manuscript<'a>,
) -> impl Iterator<Item = &'m Part<'a>> {
    let is_data = |part: &&Part<'_>| part.role == Some(Role::Data);
    let parts = manuscript.parts.iter();
    let last = manuscript.parts.iter().filter(is_data);
    parts.filter(move |part| !is_data(part)).chain(last)
}

fn section<'m, 'a>(flow: &mut Flow<'m, 'a>, part: &'m Part<'a>) {
    let class = match part.role {
        Some(Role::Case) => "part argued",
        Some(Role::Questions) => "part questions",
        Some(Role::Data) => "part appendix",
        Some(Role::Decision) => "part decision",
        _ => "part",
    };
    flow.out.open("section").set("class", class);
    flow.out.lit("\n");
    flow.role = part.role;
    flow.heading(2, part.heading, &part.title);
    flow.blocks(&part.flow);
    flow.role = None;
    flow.out.lit("</section>\n");
}
