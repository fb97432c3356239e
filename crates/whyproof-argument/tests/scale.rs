//! Nothing recurses on the depth of a graph, and nothing is quadratic in its size: a million
//! statements in each shape, with known results.

#![allow(clippy::unwrap_used, reason = "a test")]

use whyproof_argument::{
    GraphBuilder, Mend, Node, NodeId, Standing, Step, Target, explain, loads, repairs, standings,
};

const MILLION: u32 = 1_000_000;

#[test]
fn a_chain_of_a_million_reasons() {
    let mut builder = GraphBuilder::new();
    builder.add_many(Node::author(), MILLION);
    builder.claim(NodeId(0));
    for at in 1..MILLION {
        builder.reason(NodeId(at - 1), &[NodeId(at)]);
    }
    let graph = builder.build();
    let found = standings(&graph);
    assert_eq!(found.case(), Standing::Assumed);
    let loads = loads(&graph, &found);
    for at in [0, 1, 500_000, MILLION - 1] {
        assert_eq!(loads.of(NodeId(at)), at + 1);
    }
    let all = repairs(&graph, &found, &loads);
    for id in graph.ids() {
        assert_eq!(
            all.weakest(Target::Node(id)),
            Some(Step::Show(NodeId(MILLION - 1)))
        );
    }
    let repair = all.repair(Target::Case, 10);
    assert!(repair.exact);
    assert_eq!(standings(&graph.apply(&repair)).case(), Standing::Stands);
}

#[test]
fn a_chain_of_a_million_objections() {
    let mut builder = GraphBuilder::new();
    for at in 0..MILLION {
        let node = if at % 2 == 0 {
            Node::author()
        } else {
            Node::challenger()
        };
        builder.add(node.with_evidence());
    }
    builder.claim(NodeId(0));
    for at in 1..MILLION {
        builder.attack(NodeId(at), NodeId(at - 1));
    }
    let graph = builder.build();
    let found = standings(&graph);
    // The last one stands and is a challenger's, so every claim and rebuttal falls.
    assert_eq!(found.of(NodeId(MILLION - 1)), Standing::Stands);
    assert_eq!(found.case(), Standing::Falls);
    let loads = loads(&graph, &found);
    assert_eq!(loads.of(NodeId(MILLION - 1)), MILLION / 2 + 1);
    let all = repairs(&graph, &found, &loads);
    // Answering the very first objection is as short as answering the last.
    assert_eq!(all.repair(Target::Case, 10).steps.len(), 1);
}

#[test]
fn a_circle_of_a_million_reasons() {
    let mut builder = GraphBuilder::new();
    builder.add_many(Node::author(), MILLION);
    builder.claim(NodeId(0));
    for at in 0..MILLION {
        builder.reason(NodeId(at), &[NodeId((at + 1) % MILLION)]);
    }
    let graph = builder.build();
    let found = standings(&graph);
    assert_eq!(found.case(), Standing::Assumed);
    assert!(graph.rests_on_itself(NodeId(MILLION / 2)));
    assert!(explain(&graph, &found, NodeId(7)).circular);
}

#[test]
fn a_star_of_a_million_objections() {
    let mut builder = GraphBuilder::new();
    let claim = builder.add(Node::author().with_evidence());
    builder.claim(claim);
    for at in 0..MILLION {
        let objection = if at % 2 == 0 {
            Node::challenger()
        } else {
            Node::contradiction()
        };
        let objection = builder.add(objection);
        builder.attack(objection, claim);
    }
    let graph = builder.build();
    let found = standings(&graph);
    assert_eq!(found.case(), Standing::Falls);
    let loads = loads(&graph, &found);
    assert_eq!(loads.of(claim), 1);
    let repair = repairs(&graph, &found, &loads).repair(Target::Case, 2);
    // As things are the contradictions fell the claim, whatever any one objection does.
    let steps = [Step::Answer(NodeId(1)), Step::Mend(Mend::Data(NodeId(2)))];
    assert_eq!(
        (repair.steps.as_slice(), repair.more),
        (steps.as_slice(), MILLION - 2)
    );
}

#[test]
fn long_repairs_of_many_statements() {
    // A chain in which every statement is doubted: the repair of each names all below it.
    let mut builder = GraphBuilder::new();
    let links = MILLION / 10;
    builder
        .add_many(Node::author(), links)
        .add_many(Node::challenger(), links);
    builder.claim(NodeId(0));
    for at in 0..links {
        if at > 0 {
            builder.reason(NodeId(at - 1), &[NodeId(at)]);
        }
        builder.attack(NodeId(links + at), NodeId(at));
    }
    let graph = builder.build();
    let found = standings(&graph);
    let loads = loads(&graph, &found);
    let all = repairs(&graph, &found, &loads);
    for at in 0..links {
        let repair = all.repair(Target::Node(NodeId(at)), 3);
        let length = links - at + 1;
        assert_eq!(
            u32::try_from(repair.steps.len()).unwrap() + repair.more,
            length
        );
    }
    let whole = all.repair(Target::Case, usize::MAX);
    assert_eq!(standings(&graph.apply(&whole)).case(), Standing::Stands);
}

#[test]
fn shared_parts_do_not_multiply() {
    // Each level needs the same level below twice over: counted as often as it is used, the leaf
    // would be 2 to the 60th.
    let mut builder = GraphBuilder::new();
    let mut below = builder.add(Node::author());
    for _ in 0..60 {
        let (left, right) = (builder.add(Node::author()), builder.add(Node::author()));
        builder.reason(left, &[below]).reason(right, &[below]);
        let above = builder.add(Node::author());
        builder.reason(above, &[left, right]);
        below = above;
    }
    builder.claim(below);
    let graph = builder.build();
    let found = standings(&graph);
    let loads = loads(&graph, &found);
    assert_eq!(loads.of(NodeId(0)), 181);
    let repair = repairs(&graph, &found, &loads).repair(Target::Case, 100);
    assert_eq!(repair.steps, [Step::Show(NodeId(0))]);
    assert!(repair.reaches && repair.exact && repair.more == 0);
}
