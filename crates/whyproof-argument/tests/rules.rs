//! Every rule of standing, by an example.

use whyproof_argument::{
    Graph, GraphBuilder, Ground, Mend, Node, NodeId, Standing, Step, Target, explain, explain_case,
    loads, repairs, standings,
};

use Standing::{Assumed, Falls, Stands};

const AUTHOR: Node = Node::author();
const SHOWN: Node = Node::author().with_evidence();
const DOUBT: Node = Node::challenger();
const PROVEN_DOUBT: Node = Node::challenger().with_evidence();

/// A case with one claim, the first node, and whatever `build` adds.
fn case(claim: Node, build: impl FnOnce(&mut GraphBuilder, NodeId)) -> Graph {
    let mut builder = GraphBuilder::new();
    let id = builder.add(claim);
    builder.claim(id);
    build(&mut builder, id);
    builder.build()
}

/// Standing of the claim and of the case.
fn of(graph: &Graph) -> (Standing, Standing) {
    let standings = standings(graph);
    (standings.of(NodeId(0)), standings.case())
}

fn steps(graph: &Graph, target: Target) -> Vec<Step> {
    let standings = standings(graph);
    let loads = loads(graph, &standings);
    repairs(graph, &standings, &loads).repair(target, 100).steps
}

fn object(builder: &mut GraphBuilder, to: NodeId, with: Node) -> NodeId {
    let objection = builder.add(with);
    builder.attack(objection, to);
    objection
}

fn because(builder: &mut GraphBuilder, to: NodeId, with: Node) -> NodeId {
    let reason = builder.add(with);
    builder.reason(to, &[reason]);
    reason
}

#[test]
fn with_nothing_under_it_a_claim_is_assumed() {
    let graph = case(AUTHOR, |_, _| {});
    assert_eq!(of(&graph), (Assumed, Assumed));
    let why = explain(&graph, &standings(&graph), NodeId(0));
    assert_eq!(why.ground, Ground::Nothing);
    assert_eq!(steps(&graph, Target::Case), [Step::Show(NodeId(0))]);
}

#[test]
fn with_evidence_it_stands() {
    let graph = case(SHOWN, |_, _| {});
    assert_eq!(of(&graph), (Stands, Stands));
    assert_eq!(
        explain(&graph, &standings(&graph), NodeId(0)).ground,
        Ground::Evidence
    );
    assert!(steps(&graph, Target::Case).is_empty());
}

#[test]
fn a_bare_objection_makes_it_assumed() {
    let graph = case(SHOWN, |builder, claim| {
        object(builder, claim, DOUBT);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    let why = explain(&graph, &standings(&graph), NodeId(0));
    assert_eq!((why.support, why.held_by), (Stands, vec![NodeId(1)]));
    assert_eq!(steps(&graph, Target::Case), [Step::Answer(NodeId(1))]);
}

#[test]
fn an_objection_with_evidence_makes_it_fall() {
    let graph = case(SHOWN, |builder, claim| {
        object(builder, claim, PROVEN_DOUBT);
    });
    assert_eq!(of(&graph), (Falls, Falls));
    assert_eq!(
        explain(&graph, &standings(&graph), NodeId(0)).held_by,
        [NodeId(1)]
    );
}

#[test]
fn a_rebuttal_on_word_lifts_it_to_assumed() {
    let graph = case(SHOWN, |builder, claim| {
        let doubt = object(builder, claim, PROVEN_DOUBT);
        object(builder, doubt, AUTHOR);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    // The rebuttal that is there is shown, rather than a new one written.
    assert_eq!(steps(&graph, Target::Case), [Step::Show(NodeId(2))]);
}

#[test]
fn a_rebuttal_with_evidence_restores_it() {
    let graph = case(SHOWN, |builder, claim| {
        let doubt = object(builder, claim, PROVEN_DOUBT);
        object(builder, doubt, SHOWN);
    });
    assert_eq!(of(&graph), (Stands, Stands));
    assert_eq!(
        explain(&graph, &standings(&graph), NodeId(0)).refuted,
        [NodeId(1)]
    );
}

#[test]
fn a_refuted_reason_is_never_worse_than_none() {
    let graph = case(AUTHOR, |builder, claim| {
        let reason = because(builder, claim, SHOWN);
        object(builder, reason, PROVEN_DOUBT);
    });
    assert_eq!(standings(&graph).of(NodeId(1)), Falls);
    assert_eq!(of(&graph), (Assumed, Assumed));
    let why = explain(&graph, &standings(&graph), NodeId(0));
    assert_eq!(
        why.ground,
        Ground::WeakReasons {
            closest: 0,
            premises: vec![NodeId(1)]
        }
    );
}

#[test]
fn the_best_of_several_reasons_counts() {
    let graph = case(AUTHOR, |builder, claim| {
        because(builder, claim, AUTHOR);
        because(builder, claim, SHOWN);
    });
    assert_eq!(of(&graph), (Stands, Stands));
    assert_eq!(
        explain(&graph, &standings(&graph), NodeId(0)).ground,
        Ground::Reason(1)
    );
}

#[test]
fn a_reason_is_as_good_as_its_weakest_premise() {
    let graph = case(AUTHOR, |builder, claim| {
        let (one, other) = (builder.add(SHOWN), builder.add(AUTHOR));
        builder.reason(claim, &[one, other]);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    assert_eq!(steps(&graph, Target::Case), [Step::Show(NodeId(2))]);
}

#[test]
fn the_case_is_its_weakest_claim() {
    let graph = case(SHOWN, |builder, _| {
        let other = builder.add(AUTHOR);
        builder.claim(other);
    });
    assert_eq!(standings(&graph).case(), Assumed);
    assert_eq!(explain_case(&graph, &standings(&graph)).claims, [NodeId(1)]);
}

#[test]
fn an_objection_to_the_whole_case_counts() {
    for (with, standing) in [(DOUBT, Assumed), (PROVEN_DOUBT, Falls)] {
        let graph = case(SHOWN, |builder, _| {
            let doubt = builder.add(with);
            builder.case_objection(doubt);
        });
        assert_eq!(of(&graph), (Stands, standing));
        assert_eq!(
            explain_case(&graph, &standings(&graph)).held_by,
            [NodeId(1)]
        );
        assert_eq!(steps(&graph, Target::Case), [Step::Answer(NodeId(1))]);
    }
}

#[test]
fn without_a_claim_the_case_is_assumed_and_told() {
    let graph = GraphBuilder::new().build();
    assert_eq!(standings(&graph).case(), Assumed);
    assert!(explain_case(&graph, &standings(&graph)).no_claim);
    assert_eq!(steps(&graph, Target::Case), [Step::Mend(Mend::FirstClaim)]);
}

#[test]
fn a_problem_that_lacks_parts_caps_the_case() {
    let graph = case(SHOWN, |builder, _| {
        builder.missing(2);
    });
    assert_eq!(of(&graph), (Stands, Assumed));
    let part = |at| Step::Mend(Mend::ProblemPart(at));
    assert_eq!(steps(&graph, Target::Case), [part(0), part(1)]);
}

#[test]
fn what_the_data_contradict_falls_and_is_mended() {
    let graph = case(SHOWN, |builder, claim| {
        object(builder, claim, Node::contradiction());
    });
    assert_eq!(of(&graph), (Falls, Falls));
    assert_eq!(
        steps(&graph, Target::Case),
        [Step::Mend(Mend::Data(NodeId(1)))]
    );
}

#[test]
fn a_claim_that_rests_on_itself_is_assumed_and_told() {
    let graph = case(AUTHOR, |builder, claim| {
        let reason = because(builder, claim, AUTHOR);
        builder.reason(reason, &[claim]);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    let why = explain(&graph, &standings(&graph), NodeId(0));
    assert_eq!(why.ground, Ground::Itself);
    assert!(why.circular);
    assert_eq!(
        steps(&graph, Target::Node(NodeId(0))),
        [Step::Show(NodeId(0))]
    );
}

#[test]
fn a_circle_with_a_way_out_does_not_rest_on_itself() {
    let graph = case(AUTHOR, |builder, claim| {
        let reason = because(builder, claim, AUTHOR);
        builder.reason(reason, &[claim]);
        because(builder, reason, AUTHOR);
    });
    assert!(!graph.rests_on_itself(NodeId(0)));
    assert_eq!(
        steps(&graph, Target::Node(NodeId(0))),
        [Step::Show(NodeId(2))]
    );
}

#[test]
fn two_that_attack_each_other_are_assumed() {
    let graph = case(SHOWN, |builder, claim| {
        let rival = object(builder, claim, PROVEN_DOUBT);
        builder.attack(claim, rival);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    assert!(explain(&graph, &standings(&graph), NodeId(0)).circular);
}

#[test]
fn what_attacks_itself_cannot_be_made_to_stand() {
    let graph = case(SHOWN, |builder, claim| {
        builder.attack(claim, claim);
    });
    assert_eq!(of(&graph), (Assumed, Assumed));
    let standings = standings(&graph);
    let loads = loads(&graph, &standings);
    let repair = repairs(&graph, &standings, &loads).repair(Target::Case, 10);
    assert!(!repair.reaches && !repair.exact && repair.steps.is_empty());
}

#[test]
fn load_counts_what_hangs_on_a_statement_and_the_case() {
    // claim because reason; claim is doubted with evidence, so as things are nothing hangs on it.
    let graph = case(AUTHOR, |builder, claim| {
        because(builder, claim, AUTHOR);
        object(builder, claim, PROVEN_DOUBT);
    });
    let loads_of = loads(&graph, &standings(&graph));
    // The claim: the case. The reason: nothing, since the objection stands whatever it does.
    assert_eq!(loads_of.values(), [1, 0, 2]);
    // An assumed doubt is granted to be refuted: then the reason carries the claim and the case.
    let graph = case(AUTHOR, |builder, claim| {
        because(builder, claim, AUTHOR);
        object(builder, claim, DOUBT);
    });
    assert_eq!(loads(&graph, &standings(&graph)).values(), [1, 2, 2]);
}

#[test]
fn the_step_with_most_load_comes_first() {
    // Two claims; under the second a chain of reasons, of which the last is bare.
    let graph = case(AUTHOR, |builder, _| {
        let second = builder.add(AUTHOR);
        builder.claim(second);
        let reason = because(builder, second, AUTHOR);
        because(builder, reason, AUTHOR);
    });
    let expected = [Step::Show(NodeId(3)), Step::Show(NodeId(0))];
    assert_eq!(steps(&graph, Target::Case), expected);
}

#[test]
fn ids_that_were_not_given_out_are_left_out() {
    let mut builder = GraphBuilder::new();
    let claim = builder.add(SHOWN);
    let stranger = NodeId(7);
    builder
        .claim(claim)
        .claim(stranger)
        .case_objection(stranger);
    builder.attack(stranger, claim).attack(claim, stranger);
    builder
        .reason(claim, &[stranger])
        .reason(stranger, &[claim])
        .reason(claim, &[]);
    let graph = builder.build();
    assert_eq!(of(&graph), (Stands, Stands));
    assert!(graph.objections(claim).is_empty() && graph.attacks(claim).is_empty());
    assert_eq!(graph.reasons(claim).len(), 0);
    let standings = standings(&graph);
    let loads = loads(&graph, &standings);
    assert_eq!(standings.of(stranger), Assumed);
    assert_eq!(
        explain(&graph, &standings, stranger).ground,
        Ground::Nothing
    );
    assert!(
        !repairs(&graph, &standings, &loads)
            .repair(Target::Node(stranger), 9)
            .reaches
    );
}
