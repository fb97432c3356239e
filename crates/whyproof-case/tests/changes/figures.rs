//! Figures that were computed for one revision and not for the other.

use whyproof_case::{
    Case, ChangeKind, Computed, FigureState, Scope, Value, changes, earlier, resolve,
};
use whyproof_testing::MemoryHost;

const OLD: &str = "\
## Case

- Most come back: [78.9%](figure:learned.came).
- Few are late: [at least 30%](figure:late.share).

## Data

```sql learned
select avg(x) as came from 'x.csv'
```
";

fn value(text: &str, state: FigureState) -> Value {
    Value {
        text: text.to_owned(),
        state,
        outside: true,
        ..Value::default()
    }
}

/// The case with each figure so.
fn computed(text: &str, figures: &[(&str, &str, FigureState)]) -> Case {
    let mut computed = Computed::default();
    for (id, text, state) in figures {
        let key = ((*id).to_owned(), (*text).to_owned());
        computed.figures.insert(key, value(text, *state));
    }
    let host = MemoryHost::new();
    resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &computed,
    )
}

/// What changed since `OLD`, of which nothing is computed.
fn since(new: &Case) -> Vec<String> {
    let old = earlier(OLD, &MemoryHost::new(), Scope::default(), new);
    changes(&old, new).sentences()
}

const LIVE: FigureState = FigureState::Live;

#[test]
fn that_only_the_new_side_was_computed_is_no_change() {
    let figures = [
        ("learned.came", "78.9%", LIVE),
        ("late.share", "at least 30%", LIVE),
    ];
    assert_eq!(since(&computed(OLD, &figures)), Vec::<String>::new());
    let figures = [
        ("learned.came", "78.9%", FigureState::Stale),
        ("late.share", "at least 30%", FigureState::Broken),
    ];
    assert_eq!(since(&computed(OLD, &figures)), Vec::<String>::new());
    assert_eq!(since(&computed(OLD, &[])), Vec::<String>::new());
}

#[test]
fn a_value_that_moved_moves_no_standing_by_itself() {
    let new = OLD.replace("78.9%", "79.4%");
    let figures = [
        ("learned.came", "79.4%", LIVE),
        ("late.share", "at least 30%", LIVE),
    ];
    assert_eq!(
        since(&computed(&new, &figures)),
        ["The figure learned.came went from 78.9% to 79.4%."]
    );
}

#[test]
fn words_that_the_data_contradict_now_are_told_with_what_falls() {
    let new = OLD.replace("at least 30%", "at least 60%");
    let figures = [
        ("learned.came", "78.9%", LIVE),
        ("late.share", "at least 60%", FigureState::Broken),
    ];
    let told = since(&computed(&new, &figures)).join("\n");
    assert!(
        told.contains("The claim “Few are late: at least 60%” falls now; it stood before."),
        "{told}"
    );
    assert!(
        told.contains("went from at least 30% to at least 60%"),
        "{told}"
    );
    assert!(
        told.contains("The figure late.share is broken now; it was live. The data say otherwise"),
        "{told}"
    );
}

#[test]
fn a_state_that_moved_is_told_where_both_were_computed() {
    let state = |state| {
        let figures = [
            ("learned.came", "78.9%", state),
            ("late.share", "at least 30%", LIVE),
        ];
        computed(OLD, &figures)
    };
    let found = changes(&state(LIVE), &state(FigureState::Stale));
    let kinds: Vec<ChangeKind> = found.list.iter().map(|changed| changed.kind).collect();
    assert!(kinds.contains(&ChangeKind::FigureState), "{kinds:?}");
    assert!(kinds.contains(&ChangeKind::Standing), "{kinds:?}");
    let none = changes(&state(LIVE), &state(FigureState::NotComputed));
    assert!(
        none.list
            .iter()
            .all(|changed| changed.kind != ChangeKind::FigureState)
    );
}
