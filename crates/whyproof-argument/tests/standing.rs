//! Standing, against the definitions and against grounded semantics.

mod plain;

use plain::{Plain, any_graph, id};
use proptest::prelude::*;
use whyproof_argument::{Ground, Node, Standing, explain, explain_case, standings};

fn number(standing: Standing) -> u8 {
    standing as u8
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn equals_the_naive_evaluator(plain in any_graph(14)) {
        let found = standings(&plain.build());
        let mut values: Vec<u8> = found.values().iter().map(|&v| number(v)).collect();
        values.push(number(found.case()));
        prop_assert_eq!(values, plain.as_is());
    }

    #[test]
    fn with_evidence_and_attacks_only_it_is_the_grounded_extension(
        count in 1usize..14,
        attacks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..30),
    ) {
        let attacks: Vec<_> = attacks.iter().map(|(a, b)| (a.index(count), b.index(count))).collect();
        let plain = Plain {
            nodes: vec![Node::author().with_evidence(); count],
            attacks: attacks.clone(),
            ..Plain::default()
        };
        let found = standings(&plain.build());
        // Dung: the least set that holds every argument whose attackers it attacks.
        let mut grounded = vec![false; count];
        loop {
            let beaten = |at: usize| attacks.iter().any(|&(from, to)| to == at && grounded[from]);
            let next: Vec<bool> = (0..count)
                .map(|at| attacks.iter().filter(|&&(_, to)| to == at).all(|&(from, _)| beaten(from)))
                .collect();
            if next == grounded {
                break;
            }
            grounded = next;
        }
        for at in 0..count {
            prop_assert_eq!(found.of(id(at)) == Standing::Stands, grounded[at]);
            let out = attacks.iter().any(|&(from, to)| to == at && grounded[from]);
            prop_assert_eq!(found.of(id(at)) == Standing::Falls, out);
        }
    }

    #[test]
    fn the_explanation_says_what_the_value_is(plain in any_graph(12)) {
        let graph = plain.build();
        let found = standings(&graph);
        for at in graph.ids() {
            let why = explain(&graph, &found, at);
            prop_assert_eq!(why.standing, found.of(at));
            let strong = matches!(why.ground, Ground::Evidence | Ground::Reason(_));
            prop_assert_eq!(why.support == Standing::Stands, strong);
            match why.standing {
                Standing::Falls => prop_assert!(!why.held_by.is_empty()),
                Standing::Assumed => prop_assert!(!strong || !why.held_by.is_empty()),
                Standing::Stands => prop_assert!(strong && why.held_by.is_empty()),
            }
            for held in why.held_by {
                let opposite = found.of(held).opposite();
                prop_assert_eq!(opposite, why.standing);
            }
        }
        let case = explain_case(&graph, &found);
        let held = case.no_claim || case.missing > 0 || !case.claims.is_empty() || !case.held_by.is_empty();
        prop_assert_eq!(held, found.case() != Standing::Stands);
    }
}
