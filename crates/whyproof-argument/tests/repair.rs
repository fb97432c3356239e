//! Repairs do what they say, with as few steps as they say.

#![allow(clippy::unwrap_used, reason = "a test")]

mod plain;

use plain::{Plain, any_graph, case, id};
use proptest::prelude::*;
use whyproof_argument::{
    Graph, Mend, Nature, Repair, Standing, Step, Target, loads, repairs, standings,
};

fn targets(graph: &Graph) -> Vec<Target> {
    graph
        .ids()
        .map(Target::Node)
        .chain([Target::Case])
        .collect()
}

fn all(plain: &Plain) -> Vec<(Target, Repair)> {
    let graph = plain.build();
    let standings = standings(&graph);
    let loads = loads(&graph, &standings);
    let repairs = repairs(&graph, &standings, &loads);
    targets(&graph)
        .into_iter()
        .map(|target| (target, repairs.repair(target, 1000)))
        .collect()
}

fn standing(graph: &Graph, target: Target) -> Standing {
    let standings = standings(graph);
    match target {
        Target::Node(id) => standings.of(id),
        Target::Case => standings.case(),
    }
}

fn works(plain: &Plain) -> Result<(), TestCaseError> {
    let graph = plain.build();
    for (target, repair) in all(plain) {
        prop_assert_eq!(repair.more, 0);
        prop_assert!(repair.reaches || (repair.steps.is_empty() && !repair.exact));
        if repair.reaches {
            let after = graph.apply(&repair);
            prop_assert_eq!(
                standing(&after, target),
                Standing::Stands,
                "{:?} {:?}",
                target,
                &repair
            );
        }
        let stands = standing(&graph, target) == Standing::Stands;
        prop_assert_eq!(
            stands,
            repair.reaches && repair.steps.is_empty(),
            "{:?}",
            target
        );
    }
    Ok(())
}

/// Whether the reasons of a statement all lead back to it, by following them.
fn circular(plain: &Plain, at: usize) -> bool {
    let of = |at: usize| {
        plain
            .reasons
            .iter()
            .filter(move |(target, _)| *target == at)
    };
    let mut grounded: Vec<bool> = (0..plain.nodes.len())
        .map(|at| plain.nodes[at].evidence || of(at).count() == 0)
        .collect();
    for _ in 0..plain.nodes.len() {
        for (target, premises) in &plain.reasons {
            grounded[*target] |= premises.iter().all(|&premise| grounded[premise]);
        }
    }
    let back = |premise: usize| {
        let mut seen = vec![premise];
        let mut next = 0;
        while next < seen.len() {
            let here = seen[next];
            next += 1;
            if grounded[here] {
                continue;
            }
            if here == at {
                return true;
            }
            for (_, premises) in of(here) {
                let new: Vec<_> = premises
                    .iter()
                    .filter(|p| !seen.contains(p))
                    .copied()
                    .collect();
                seen.extend(new);
            }
        }
        false
    };
    !grounded[at] && of(at).all(|(_, premises)| premises.iter().any(|&premise| back(premise)))
}

#[derive(Clone, Copy)]
enum Try {
    Show(usize),
    Fell(usize),
}

fn tries(plain: &Plain) -> Vec<Try> {
    let bare = |at: &usize| {
        let reasons = plain.reasons.iter().any(|(target, _)| target == at);
        !plain.nodes[*at].evidence && (!reasons || circular(plain, *at))
    };
    let shows = (0..plain.nodes.len()).filter(bare).map(Try::Show);
    let objects = |at: &usize| {
        plain.attacks.iter().any(|(from, _)| from == at) || plain.case_objections.contains(at)
    };
    shows
        .chain((0..plain.nodes.len()).filter(objects).map(Try::Fell))
        .collect()
}

/// Whether some choice of exactly `size` tries makes the target stand, mends of the case granted.
fn brute(plain: &Plain, target: Target, size: usize, tries: &[Try], chosen: &mut Vec<Try>) -> bool {
    if chosen.len() == size {
        let mut granted = plain.clone();
        granted.missing = 0;
        let mut forced = vec![None; plain.nodes.len()];
        let mut shown = plain.evidence();
        for &step in chosen.iter() {
            match step {
                Try::Show(at) => shown[at] = true,
                Try::Fell(at) => forced[at] = Some(0),
            }
        }
        let values = granted.values(&forced, &shown);
        return match target {
            Target::Node(id) => values[id.index()] == 2,
            Target::Case => values[plain.nodes.len()] == 2 || plain.claims.is_empty(),
        };
    }
    (0..tries.len()).any(|place| {
        chosen.push(tries[place]);
        let found = brute(plain, target, size, &tries[place + 1..], chosen);
        chosen.pop();
        found
    })
}

fn fewest(plain: &Plain) -> Result<(), TestCaseError> {
    let tries = tries(plain);
    for (target, repair) in all(plain).into_iter().filter(|(_, repair)| repair.exact) {
        let mends =
            |step: &&Step| matches!(step, Step::Mend(Mend::ProblemPart(_) | Mend::FirstClaim));
        let mended = repair.steps.iter().filter(mends).count();
        let least = if target == Target::Case && plain.claims.is_empty() {
            1
        } else {
            0
        };
        let parts = usize::try_from(plain.missing).unwrap();
        prop_assert_eq!(
            mended,
            if target == Target::Case {
                parts + least
            } else {
                0
            }
        );
        let length = repair.steps.len() - mended;
        if target == Target::Case && plain.claims.is_empty() && length > 0 {
            // The brute force does not make a first claim.
            continue;
        }
        for size in 0..length.min(4) {
            let shorter = brute(plain, target, size, &tries, &mut Vec::new());
            prop_assert!(!shorter, "{:?} in {} steps, not {:?}", target, size, repair);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn on_trees_every_repair_is_exact_and_does(plain in case(16, 0)) {
        works(&plain)?;
        for (target, repair) in all(&plain) {
            prop_assert!(repair.exact && repair.reaches, "{:?} {:?}", target, repair);
        }
    }

    #[test]
    fn with_references_every_repair_does(plain in case(16, 6)) {
        works(&plain)?;
        for (target, repair) in all(&plain) {
            prop_assert!(repair.reaches, "{:?} {:?}", target, repair);
        }
    }

    #[test]
    fn on_any_graph_a_repair_that_claims_to_do_does(plain in any_graph(10)) {
        works(&plain)?;
    }

    #[test]
    fn no_shorter_one_is_found_on_trees(plain in case(10, 0)) {
        fewest(&plain)?;
    }

    #[test]
    fn no_shorter_one_is_found_with_references(plain in case(10, 4)) {
        fewest(&plain)?;
    }

    #[test]
    fn no_shorter_one_is_found_on_any_graph(plain in any_graph(7)) {
        fewest(&plain)?;
    }

    #[test]
    fn steps_are_in_order_and_of_the_right_kind(plain in case(16, 3), limit in 0usize..4) {
        let graph = plain.build();
        let standings = standings(&graph);
        let loads = loads(&graph, &standings);
        let repairs = repairs(&graph, &standings, &loads);
        for target in targets(&graph) {
            let whole = repairs.repair(target, 1000);
            prop_assert_eq!(repairs.weakest(target), whole.steps.first().copied());
            let part = repairs.repair(target, limit);
            let listed = part.steps.len();
            prop_assert_eq!(listed, limit.min(whole.steps.len()));
            prop_assert_eq!(&part.steps[..], &whole.steps[..listed]);
            prop_assert_eq!(listed + part.more as usize, whole.steps.len());
            let load = |step: &Step| match *step {
                Step::Show(id) | Step::Answer(id) | Step::Mend(Mend::Data(id)) => loads.of(id),
                Step::Mend(_) => 1,
            };
            prop_assert!(whole.steps.is_sorted_by_key(|step| std::cmp::Reverse(load(step))));
            for step in &whole.steps {
                let nature = |id| graph.node(id).map(|node| node.nature);
                match *step {
                    Step::Answer(id) => prop_assert_eq!(nature(id), Some(Nature::Words)),
                    Step::Mend(Mend::Data(id)) => prop_assert_eq!(nature(id), Some(Nature::Data)),
                    Step::Show(id) => prop_assert!(!graph.node(id).unwrap().evidence),
                    Step::Mend(_) => prop_assert_eq!(target, Target::Case),
                }
            }
        }
    }

    #[test]
    fn resting_on_itself_is_what_it_says(plain in any_graph(9)) {
        let graph = plain.build();
        for at in 0..plain.nodes.len() {
            prop_assert_eq!(graph.rests_on_itself(id(at)), circular(&plain, at), "{}", at);
        }
    }
}
