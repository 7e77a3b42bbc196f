//! One rule a file; each is a function from the document to its findings.

use svod_language::dates::MONTHS_OF;

use crate::document::Document;
use crate::{Finding, Rule};

mod act_form;
mod act_from_future;
mod act_not_in_force;
mod act_wrong_date;
mod act_wrong_number;
mod addressee_case;
mod addressee_inside;
mod adoption_date;
mod adoption_words;
mod broken_hyphenation;
mod broken_school_year;
mod contradiction;
mod date_form;
mod dead_deadline;
mod deadline_before_adoption;
mod double_space;
mod duplicate_directive;
mod empty_directive;
mod empty_group;
mod finding_without_directive;
mod growth_without_number;
mod impossible_date;
mod initials;
mod joined_words;
mod leftover_mark;
mod lookalike_letters;
mod lost_dash;
mod missing_point;
mod missing_space;
mod mixed_terms;
mod no_action;
mod no_addressee;
mod no_adoption_date;
mod no_deadline;
mod non_breaking_space;
mod numbering;
mod preposition_form;
mod range_hyphen;
mod region_words;
mod repeated_addressee;
mod repeated_word;
mod residue;
mod reversed_period;
mod several_actions;
mod share_over_whole;
mod share_without_base;
mod space_before_mark;
mod spaced_hyphen;
mod spelling;
mod stale_school_year;
mod stale_year;
mod stop_at_quotes;
mod straight_quotes;
mod stray_mark;
mod target_lower;
mod tautology;
mod title_year;
mod unbalanced_quotes;
mod undeclared_abbreviation;
mod unfilled_field;
mod unresolved_deadline;
mod vague_addressee;
mod weak_verb;
mod weekend_deadline;
mod wrong_weekday;

type Check = fn(&Document<'_>) -> Vec<Finding>;

/// Every rule.
pub(crate) const ALL: &[(Rule, Check)] = &[
    (Rule::NoAdoptionDate, no_adoption_date::check),
    (Rule::AdoptionDate, adoption_date::check),
    (Rule::AdoptionWords, adoption_words::check),
    (Rule::TitleYear, title_year::check),
    (Rule::NoAddressee, no_addressee::check),
    (Rule::VagueAddressee, vague_addressee::check),
    (Rule::EmptyGroup, empty_group::check),
    (Rule::RepeatedAddressee, repeated_addressee::check),
    (Rule::AddresseeInside, addressee_inside::check),
    (Rule::AddresseeCase, addressee_case::check),
    (Rule::Numbering, numbering::check),
    (Rule::MissingPoint, missing_point::check),
    (Rule::EmptyDirective, empty_directive::check),
    (Rule::UnfilledField, unfilled_field::check),
    (Rule::NoAction, no_action::check),
    (Rule::SeveralActions, several_actions::check),
    (Rule::WeakVerb, weak_verb::check),
    (Rule::Tautology, tautology::check),
    (Rule::DuplicateDirective, duplicate_directive::check),
    (Rule::Contradiction, contradiction::check),
    (
        Rule::FindingWithoutDirective,
        finding_without_directive::check,
    ),
    (Rule::NoDeadline, no_deadline::check),
    (Rule::DeadDeadline, dead_deadline::check),
    (Rule::UnresolvedDeadline, unresolved_deadline::check),
    (Rule::ImpossibleDate, impossible_date::check),
    (Rule::WrongWeekday, wrong_weekday::check),
    (Rule::WeekendDeadline, weekend_deadline::check),
    (
        Rule::DeadlineBeforeAdoption,
        deadline_before_adoption::check,
    ),
    (Rule::ReversedPeriod, reversed_period::check),
    (Rule::BrokenSchoolYear, broken_school_year::check),
    (Rule::StaleSchoolYear, stale_school_year::check),
    (Rule::StaleYear, stale_year::check),
    (Rule::DateForm, date_form::check),
    (Rule::ShareWithoutBase, share_without_base::check),
    (Rule::ShareOverWhole, share_over_whole::check),
    (Rule::GrowthWithoutNumber, growth_without_number::check),
    (Rule::TargetLower, target_lower::check),
    (Rule::ActNotInForce, act_not_in_force::check),
    (Rule::ActWrongDate, act_wrong_date::check),
    (Rule::ActWrongNumber, act_wrong_number::check),
    (Rule::ActFromFuture, act_from_future::check),
    (Rule::ActForm, act_form::check),
    (Rule::UndeclaredAbbreviation, undeclared_abbreviation::check),
    (Rule::MixedTerms, mixed_terms::check),
    (Rule::RegionWords, region_words::check),
    (Rule::LookalikeLetters, lookalike_letters::check),
    (Rule::JoinedWords, joined_words::check),
    (Rule::LostDash, lost_dash::check),
    (Rule::BrokenHyphenation, broken_hyphenation::check),
    (Rule::UnbalancedQuotes, unbalanced_quotes::check),
    (Rule::StraightQuotes, straight_quotes::check),
    (Rule::StopAtQuotes, stop_at_quotes::check),
    (Rule::DoubleSpace, double_space::check),
    (Rule::SpaceBeforeMark, space_before_mark::check),
    (Rule::MissingSpace, missing_space::check),
    (Rule::SpacedHyphen, spaced_hyphen::check),
    (Rule::RangeHyphen, range_hyphen::check),
    (Rule::NonBreakingSpace, non_breaking_space::check),
    (Rule::Initials, initials::check),
    (Rule::StrayMark, stray_mark::check),
    (Rule::LeftoverMark, leftover_mark::check),
    (Rule::Residue, residue::check),
    (Rule::RepeatedWord, repeated_word::check),
    (Rule::PrepositionForm, preposition_form::check),
    (Rule::Spelling, spelling::check),
];

/// A month in the genitive, as a pattern.
fn month() -> String {
    format!("(?:{})", MONTHS_OF.join("|"))
}

#[cfg(test)]
pub(crate) mod tests;
