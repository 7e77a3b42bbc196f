// What a drafting rule says, and why. A rule without a sentence does not compile.
import type { Finding } from "../ipc/generated/Finding";
import type { Rule } from "../ipc/generated/Rule";
import { m } from ".";

type Value = (name: string) => string;

const SENTENCES: Record<Rule, (value: Value) => string> = {
  "no-adoption-date": () => m.rule_no_adoption_date(),
  "adoption-date": (value) => m.rule_adoption_date({ phrase: value("phrase"), date: value("date") }),
  "adoption-words": (value) => m.rule_adoption_words({ phrase: value("phrase"), right: value("right") }),
  "title-year": (value) => m.rule_title_year({ phrase: value("phrase"), date: value("date") }),
  "no-addressee": () => m.rule_no_addressee(),
  "vague-addressee": (value) => m.rule_vague_addressee({ phrase: value("phrase") }),
  "empty-group": () => m.rule_empty_group(),
  "repeated-addressee": () => m.rule_repeated_addressee(),
  "addressee-inside": (value) => m.rule_addressee_inside({ phrase: value("phrase") }),
  "addressee-case": (value) => m.rule_addressee_case({ dative: value("dative") }),
  numbering: (value) => m.rule_numbering({ number: value("number"), expected: value("expected") }),
  "missing-point": (value) => m.rule_missing_point({ number: value("number") }),
  "empty-directive": () => m.rule_empty_directive(),
  "unfilled-field": (value) => m.rule_unfilled_field({ phrase: value("phrase") }),
  "no-action": () => m.rule_no_action(),
  "several-actions": (value) => m.rule_several_actions({ verb: value("verb") }),
  "weak-verb": (value) => m.rule_weak_verb({ verb: value("verb") }),
  tautology: (value) => m.rule_tautology({ first: value("first"), second: value("second") }),
  "duplicate-directive": () => m.rule_duplicate_directive(),
  contradiction: (value) => m.rule_contradiction({ first: value("first"), second: value("second") }),
  "finding-without-directive": () => m.rule_finding_without_directive(),
  "no-deadline": () => m.rule_no_deadline(),
  "dead-deadline": (value) => m.rule_dead_deadline({ phrase: value("phrase") }),
  "unresolved-deadline": (value) => m.rule_unresolved_deadline({ phrase: value("phrase") }),
  "impossible-date": (value) => m.rule_impossible_date({ phrase: value("phrase") }),
  "wrong-weekday": (value) => m.rule_wrong_weekday({ phrase: value("phrase"), weekday: value("weekday") }),
  "weekend-deadline": (value) => m.rule_weekend_deadline({ phrase: value("phrase") }),
  "deadline-before-adoption": (value) => m.rule_deadline_before_adoption({ phrase: value("phrase") }),
  "reversed-period": (value) => m.rule_reversed_period({ phrase: value("phrase") }),
  "broken-school-year": (value) => m.rule_broken_school_year({ phrase: value("phrase") }),
  "stale-school-year": (value) => m.rule_stale_school_year({ phrase: value("phrase") }),
  "stale-year": (value) => m.rule_stale_year({ phrase: value("phrase") }),
  "date-form": (value) => m.rule_date_form({ phrase: value("phrase") }),
  "share-without-base": (value) => m.rule_share_without_base({ phrase: value("phrase") }),
  "share-over-whole": (value) => m.rule_share_over_whole({ phrase: value("phrase") }),
  "growth-without-number": (value) => m.rule_growth_without_number({ phrase: value("phrase") }),
  "target-lower": (value) => m.rule_target_lower({ previous: value("previous") }),
  "act-not-in-force": (value) => {
    const said = { act: value("act"), since: value("since"), replacement: value("replacement") };
    return value("unverified") === "" ? m.rule_act_not_in_force(said) : m.rule_act_not_in_force_perhaps(said);
  },
  "act-wrong-date": (value) => m.rule_act_wrong_date({ act: value("act") }),
  "act-wrong-number": (value) => m.rule_act_wrong_number({ act: value("act") }),
  "act-from-future": (value) => m.rule_act_from_future({ phrase: value("phrase") }),
  "act-form": (value) => m.rule_act_form({ phrase: value("phrase") }),
  "undeclared-abbreviation": (value) => m.rule_undeclared_abbreviation({ word: value("word") }),
  "mixed-terms": (value) => m.rule_mixed_terms({ word: value("word") }),
  "region-words": (value) => m.rule_region_words({ phrase: value("phrase") }),
  "lookalike-letters": (value) => m.rule_lookalike_letters({ word: value("word") }),
  "joined-words": (value) => m.rule_joined_words({ word: value("word") }),
  "lost-dash": (value) => m.rule_lost_dash({ phrase: value("phrase") }),
  "broken-hyphenation": (value) => m.rule_broken_hyphenation({ phrase: value("phrase") }),
  "unbalanced-quotes": () => m.rule_unbalanced_quotes(),
  "straight-quotes": () => m.rule_straight_quotes(),
  "stop-at-quotes": () => m.rule_stop_at_quotes(),
  "double-space": () => m.rule_double_space(),
  "space-before-mark": () => m.rule_space_before_mark(),
  "missing-space": (value) => m.rule_missing_space({ phrase: value("phrase") }),
  "spaced-hyphen": () => m.rule_spaced_hyphen(),
  "range-hyphen": (value) => m.rule_range_hyphen({ phrase: value("phrase") }),
  "non-breaking-space": (value) => m.rule_non_breaking_space({ count: value("count") }),
  initials: (value) => m.rule_initials({ phrase: value("phrase") }),
  "stray-mark": (value) => m.rule_stray_mark({ phrase: value("phrase") }),
  "leftover-mark": () => m.rule_leftover_mark(),
  residue: (value) => m.rule_residue({ phrase: value("phrase") }),
  "repeated-word": (value) => m.rule_repeated_word({ word: value("word") }),
  "preposition-form": (value) => m.rule_preposition_form({ phrase: value("phrase"), right: value("right") }),
  spelling: (value) => m.rule_spelling({ word: value("word") }),
};

const REASONS: Record<Rule, () => string> = {
  "no-adoption-date": m.rule_no_adoption_date_why,
  "adoption-date": m.rule_adoption_date_why,
  "adoption-words": m.rule_adoption_words_why,
  "title-year": m.rule_title_year_why,
  "no-addressee": m.rule_no_addressee_why,
  "vague-addressee": m.rule_vague_addressee_why,
  "empty-group": m.rule_empty_group_why,
  "repeated-addressee": m.rule_repeated_addressee_why,
  "addressee-inside": m.rule_addressee_inside_why,
  "addressee-case": m.rule_addressee_case_why,
  numbering: m.rule_numbering_why,
  "missing-point": m.rule_missing_point_why,
  "empty-directive": m.rule_empty_directive_why,
  "unfilled-field": m.rule_unfilled_field_why,
  "no-action": m.rule_no_action_why,
  "several-actions": m.rule_several_actions_why,
  "weak-verb": m.rule_weak_verb_why,
  tautology: m.rule_tautology_why,
  "duplicate-directive": m.rule_duplicate_directive_why,
  contradiction: m.rule_contradiction_why,
  "finding-without-directive": m.rule_finding_without_directive_why,
  "no-deadline": m.rule_no_deadline_why,
  "dead-deadline": m.rule_dead_deadline_why,
  "unresolved-deadline": m.rule_unresolved_deadline_why,
  "impossible-date": m.rule_impossible_date_why,
  "wrong-weekday": m.rule_wrong_weekday_why,
  "weekend-deadline": m.rule_weekend_deadline_why,
  "deadline-before-adoption": m.rule_deadline_before_adoption_why,
  "reversed-period": m.rule_reversed_period_why,
  "broken-school-year": m.rule_broken_school_year_why,
  "stale-school-year": m.rule_stale_school_year_why,
  "stale-year": m.rule_stale_year_why,
  "date-form": m.rule_date_form_why,
  "share-without-base": m.rule_share_without_base_why,
  "share-over-whole": m.rule_share_over_whole_why,
  "growth-without-number": m.rule_growth_without_number_why,
  "target-lower": m.rule_target_lower_why,
  "act-not-in-force": m.rule_act_not_in_force_why,
  "act-wrong-date": m.rule_act_wrong_date_why,
  "act-wrong-number": m.rule_act_wrong_number_why,
  "act-from-future": m.rule_act_from_future_why,
  "act-form": m.rule_act_form_why,
  "undeclared-abbreviation": m.rule_undeclared_abbreviation_why,
  "mixed-terms": m.rule_mixed_terms_why,
  "region-words": m.rule_region_words_why,
  "lookalike-letters": m.rule_lookalike_letters_why,
  "joined-words": m.rule_joined_words_why,
  "lost-dash": m.rule_lost_dash_why,
  "broken-hyphenation": m.rule_broken_hyphenation_why,
  "unbalanced-quotes": m.rule_unbalanced_quotes_why,
  "straight-quotes": m.rule_straight_quotes_why,
  "stop-at-quotes": m.rule_stop_at_quotes_why,
  "double-space": m.rule_double_space_why,
  "space-before-mark": m.rule_space_before_mark_why,
  "missing-space": m.rule_missing_space_why,
  "spaced-hyphen": m.rule_spaced_hyphen_why,
  "range-hyphen": m.rule_range_hyphen_why,
  "non-breaking-space": m.rule_non_breaking_space_why,
  initials: m.rule_initials_why,
  "stray-mark": m.rule_stray_mark_why,
  "leftover-mark": m.rule_leftover_mark_why,
  residue: m.rule_residue_why,
  "repeated-word": m.rule_repeated_word_why,
  "preposition-form": m.rule_preposition_form_why,
  spelling: m.rule_spelling_why,
};

/** What a rule advises, in one sentence. */
export function findingSentence({ rule, args }: Finding): string {
  return SENTENCES[rule]((name) => args[name] ?? "");
}

/** Why a rule advises it, in plain words. */
export function findingReason(rule: Rule): string {
  return REASONS[rule]();
}

/** Every rule, in the order in which they are explained. */
export const RULES = Object.keys(REASONS) as Rule[];

/** What a rule advises whatever the text is: the words it would quote are left open. */
export function ruleName(rule: Rule): string {
  return SENTENCES[rule](() => "…");
}

/** The name of a rule without the words it would quote at its end. */
export function ruleTitle(rule: Rule): string {
  return ruleName(rule).replace(/: \u00ab\u2026\u00bb\??$/u, "");
}
