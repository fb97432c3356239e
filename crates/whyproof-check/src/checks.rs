//! Every check, in the order of its family.

mod adverb_for_data;
mod average_without_spread;
mod bad_attributes;
mod bad_comment;
mod bad_experiment;
mod bad_id;
mod bad_toml;
mod claim_circular;
mod claim_falls;
mod claim_missing;
mod claim_never_objected;
mod claim_on_word;
mod claim_repeated;
mod claim_rests_on_assumption;
mod comparison_without_baseline;
mod connective_unread;
mod dangling_reference;
mod decision_cost;
mod decision_date;
mod decision_missing;
mod decision_way_back;
mod duplicate_id;
mod evidence_file_missing;
mod evidence_link_dead;
mod evidence_no_source;
mod evidence_one_source;
mod evidence_stale;
mod evidence_undefined;
mod evidence_unused;
mod evidence_without_kind;
mod experiment_changed;
mod false_precision;
mod figure_contradicted;
mod figure_fails;
mod figure_no_link;
mod figure_stale;
mod front_matter;
mod hedge;
mod hidden_actor;
mod impact_baseline;
mod impact_date;
mod impact_forecast;
mod impact_guardrail;
mod impact_metric;
mod impact_worthwhile;
mod long_sentence;
mod mixed_units;
mod no_alternative;
mod number_without_source;
mod objection_answered_on_word;
mod objection_unanswered;
mod objection_undercut_only;
mod owner_missing;
mod percent_without_base;
mod problem_cost;
mod problem_frequency;
mod problem_how_we_know;
mod problem_is_solution;
mod problem_missing;
mod problem_one_kind;
mod problem_size;
mod problem_way_out;
mod problem_when;
mod problem_who;
mod query_undefined;
mod section_misplaced;
mod story_blame;
mod story_my_part;
mod story_no_number;
mod story_nothing_learned;
mod story_nothing_left_undone;
mod story_why_it_mattered;
mod superlative;
mod undefined_acronym;
mod unknown_key;
mod unknown_kind;
mod vague_quantifier;
mod weasel_words;
mod why_answered_without_evidence;
mod why_echo;
mod why_not_settled;
mod why_open;

use crate::check::Check;

static ALL: &[Check] = &[
    front_matter::CHECK,
    unknown_kind::CHECK,
    unknown_key::CHECK,
    owner_missing::CHECK,
    bad_id::CHECK,
    bad_attributes::CHECK,
    duplicate_id::CHECK,
    dangling_reference::CHECK,
    bad_toml::CHECK,
    bad_experiment::CHECK,
    section_misplaced::CHECK,
    query_undefined::CHECK,
    figure_no_link::CHECK,
    figure_fails::CHECK,
    figure_contradicted::CHECK,
    figure_stale::CHECK,
    bad_comment::CHECK,
    problem_missing::CHECK,
    problem_who::CHECK,
    problem_when::CHECK,
    problem_size::CHECK,
    problem_frequency::CHECK,
    problem_cost::CHECK,
    problem_way_out::CHECK,
    problem_how_we_know::CHECK,
    problem_one_kind::CHECK,
    problem_is_solution::CHECK,
    claim_on_word::CHECK,
    claim_rests_on_assumption::CHECK,
    claim_falls::CHECK,
    claim_circular::CHECK,
    claim_repeated::CHECK,
    claim_missing::CHECK,
    objection_unanswered::CHECK,
    objection_answered_on_word::CHECK,
    objection_undercut_only::CHECK,
    claim_never_objected::CHECK,
    connective_unread::CHECK,
    no_alternative::CHECK,
    evidence_unused::CHECK,
    evidence_undefined::CHECK,
    evidence_without_kind::CHECK,
    evidence_no_source::CHECK,
    evidence_file_missing::CHECK,
    evidence_link_dead::CHECK,
    evidence_stale::CHECK,
    evidence_one_source::CHECK,
    number_without_source::CHECK,
    percent_without_base::CHECK,
    average_without_spread::CHECK,
    comparison_without_baseline::CHECK,
    false_precision::CHECK,
    mixed_units::CHECK,
    weasel_words::CHECK,
    vague_quantifier::CHECK,
    superlative::CHECK,
    adverb_for_data::CHECK,
    long_sentence::CHECK,
    hidden_actor::CHECK,
    undefined_acronym::CHECK,
    hedge::CHECK,
    why_open::CHECK,
    why_answered_without_evidence::CHECK,
    why_echo::CHECK,
    why_not_settled::CHECK,
    decision_missing::CHECK,
    decision_cost::CHECK,
    decision_date::CHECK,
    decision_way_back::CHECK,
    impact_metric::CHECK,
    impact_baseline::CHECK,
    impact_worthwhile::CHECK,
    impact_guardrail::CHECK,
    impact_date::CHECK,
    experiment_changed::CHECK,
    impact_forecast::CHECK,
    story_my_part::CHECK,
    story_nothing_left_undone::CHECK,
    story_why_it_mattered::CHECK,
    story_no_number::CHECK,
    story_nothing_learned::CHECK,
    story_blame::CHECK,
];

/// Every check.
pub fn all() -> &'static [Check] {
    ALL
}
