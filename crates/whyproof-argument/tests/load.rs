//! Load equals its definition.

mod plain;

use plain::{Plain, any_graph, case, id};
use proptest::prelude::*;
use whyproof_argument::{loads, standings};

fn agrees(plain: &Plain) -> Result<(), TestCaseError> {
    let graph = plain.build();
    let loads = loads(&graph, &standings(&graph));
    for at in 0..plain.nodes.len() {
        prop_assert_eq!(loads.of(id(at)), plain.load(at), "statement {}", at);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn on_trees(plain in case(16, 0)) {
        agrees(&plain)?;
    }

    #[test]
    fn with_references(plain in case(16, 4)) {
        agrees(&plain)?;
    }

    #[test]
    fn with_many_references(plain in case(14, 12)) {
        agrees(&plain)?;
    }

    #[test]
    fn on_any_graph(plain in any_graph(10)) {
        agrees(&plain)?;
    }
}
