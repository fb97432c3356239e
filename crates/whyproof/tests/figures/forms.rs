//! A value in the text's own form, through the whole program.

use crate::support::{Workspace, case};

#[test]
fn the_text_keeps_its_form() {
    let workspace = Workspace::new();
    workspace.write(
        "x.csv",
        "rate,money,count,day\n0.33871,1234567.8,2834,2026-03-05\n",
    );
    for (old, target, new) in [
        ("30.0%", "q.rate", "33.9%"),
        ("$1.0M", "q.money", "$1.2M"),
        ("1,000 people", "q.count", "2,834 people"),
        ("1 January 2020", "q.day", "5 March 2026"),
    ] {
        workspace.write("case.md", case(old, target, "select * from 'x.csv'"));
        workspace
            .run(&["refresh", "--dry-run"])
            .exits(0)
            .says(&format!("{old} → {new}"));
    }
}
