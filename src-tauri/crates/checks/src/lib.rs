//! Drafting advice: what a controller or a chairman would send back.
//!
//! [`check`] runs every [`Rule`] over a resolution and gives [`Finding`]s in document order, each
//! with its place. One rule a file, in `rules/`. Advice never blocks anything: resolutions are
//! political texts, and the secretary may have no right to change them.
//!
//! Deliberately absent: prose (codes and values only), fixes applied by themselves, the clock —
//! what is late or stale is judged by the document's own adoption date.
//!
//! ```
//! use svod_model::Resolution;
//! let findings = svod_checks::check(&Resolution::default());
//! assert!(findings.iter().any(|finding| finding.rule == svod_checks::Rule::NoAdoptionDate));
//! ```
#![warn(clippy::disallowed_methods)]

mod finding;
mod rules;

pub use finding::{Finding, Rule};
use svod_model::Resolution;

/// Runs every rule; the findings come in document order, whole-document ones first.
pub fn check(resolution: &Resolution) -> Vec<Finding> {
    let mut findings: Vec<Finding> = rules::ALL
        .iter()
        .flat_map(|rule| rule(resolution))
        .collect();
    let order: Vec<_> = resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups)
        .flat_map(|group| {
            std::iter::once(&group.id).chain(group.directives.iter().map(|directive| &directive.id))
        })
        .collect();
    findings.sort_by_key(|finding| {
        let place = finding.directive.as_ref().or(finding.group.as_ref());
        place
            .and_then(|place| order.iter().position(|id| *id == place))
            .map_or(0, |n| n + 1)
    });
    findings
}
