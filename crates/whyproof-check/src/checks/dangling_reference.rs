//! `dangling-reference`: a reference that leads nowhere. The resolver tells of ids, quotations, bars and ladders;
//! here it is rungs.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "dangling-reference",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A reference to something that is not there",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let Some(ladder) = &case.ladder else {
        return;
    };
    let rungs: Vec<&str> = ladder.rungs.iter().map(|rung| rung.name.as_str()).collect();
    for why in &case.whys {
        let attributes = &case.parse.document.text(why.head).attributes;
        let Some(pair) = attributes
            .pair("at")
            .filter(|pair| !rungs.contains(&pair.value.as_str()))
        else {
            continue;
        };
        let message = format!("The ladder `{}` has no rung `{}`", ladder.name, pair.value);
        let help = format!("Its rungs are `{}`.", rungs.join("`, `"));
        let mut found = sink.diagnostic(pair.span, message).help(help);
        found.severity = Severity::Warning;
        if let Some(near) = near::nearest(&pair.value, rungs.iter().copied()) {
            let now = format!("at=\"{near}\"");
            found = found.fix(near::replace(
                pair.span,
                case.parse.tree.slice(pair.span),
                &now,
            ));
        }
        sink.push(found);
    }
}
