//! One rule a file; each is a function from the document to its findings.

use svod_model::Resolution;

use crate::Finding;

mod deadline_before_adoption;
mod duplicate_directive;
mod empty_group;
mod no_addressee;
mod no_adoption_date;
mod no_deadline;
mod repeated_addressee;
mod reversed_period;
mod share_over_whole;
mod stale_school_year;
mod weak_verb;

type Check = fn(&Resolution) -> Vec<Finding>;

/// Every rule.
pub(crate) const ALL: &[Check] = &[
    no_adoption_date::check,
    no_addressee::check,
    empty_group::check,
    repeated_addressee::check,
    no_deadline::check,
    deadline_before_adoption::check,
    reversed_period::check,
    stale_school_year::check,
    duplicate_directive::check,
    weak_verb::check,
    share_over_whole::check,
];

#[cfg(test)]
pub(crate) mod tests {
    //! Small documents for the rules' tests.

    use chrono::NaiveDate;
    use svod_model::{Deadline, Directive, Group, Id, Resolution, Section};

    use crate::Rule;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn directive(id: &str, text: &str) -> Directive {
        Directive {
            id: Id::new(id),
            text: text.into(),
            ..Directive::default()
        }
    }

    pub(crate) fn due(from: Option<&str>, to: Option<&str>) -> Deadline {
        let (from, to) = (from.map(day), to.map(day));
        Deadline {
            phrase: "срок".into(),
            from,
            to,
            ..Deadline::default()
        }
    }

    pub(crate) fn group(id: &str, heading: &str, directives: Vec<Directive>) -> Group {
        let addressees = vec![heading.to_owned()];
        Group {
            id: Id::new(id),
            heading: heading.into(),
            addressees,
            directives,
            ..Group::default()
        }
    }

    pub(crate) fn document(groups: Vec<Group>) -> Resolution {
        Resolution {
            adopted_on: Some(day("2026-08-25")),
            sections: vec![Section {
                groups,
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    /// The rules that speak up, in order.
    pub(crate) fn rules(resolution: &Resolution) -> Vec<Rule> {
        crate::check(resolution)
            .into_iter()
            .map(|finding| finding.rule)
            .collect()
    }
}
