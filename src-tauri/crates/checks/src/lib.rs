//! Drafting advice: what a controller or a chairman would send back.
//!
//! [`check`] runs every [`Rule`] over a resolution and gives [`Finding`]s in document order, each
//! with its place, its words and, where nothing can go wrong, a [`Fix`]. One rule a file, in
//! `rules/`. What a check leans on comes in a [`Context`]: the [`ActRegister`] (which acts are in
//! force), a [`Speller`], last year's directives, what is switched off and what was refused.
//! Advice never blocks anything: resolutions are political texts, and the secretary may have no
//! right to change them.
//!
//! Deliberately absent: prose (codes and values only), fixes applied by themselves, files, the
//! clock — what is late or stale is judged by the document's own adoption date.
//!
//! ```
//! use svod_model::Resolution;
//! let findings = svod_checks::check_plain(&Resolution::default());
//! assert!(findings.iter().any(|finding| finding.rule == svod_checks::Rule::NoAdoptionDate));
//! ```
#![warn(clippy::disallowed_methods)]

mod acts;
mod context;
mod document;
mod finding;
mod own_acts;
mod place;
mod rule;
mod rules;
mod speller;

use std::collections::{BTreeMap, BTreeSet};

pub use acts::{Act, ActRegister, RegisterError};
pub use context::{Context, Ignored};
pub use finding::{Finding, Fix, Part};
pub use rule::Rule;
pub use speller::{Speller, SpellerError};
use svod_model::{Id, Resolution};

/// Every rule, in the order in which they are explained.
pub fn rules() -> impl Iterator<Item = Rule> {
    rules::ALL.iter().map(|(rule, _)| *rule)
}

/// Runs every rule; the findings come in document order, whole-document ones first.
pub fn check(resolution: &Resolution, context: &Context<'_>) -> Vec<Finding> {
    let document = document::Document::new(resolution, context);
    let mut findings: Vec<Finding> = rules::ALL
        .iter()
        .filter(|(rule, _)| !context.off.contains(rule))
        .flat_map(|(_, rule)| rule(&document))
        .filter(|finding| context.lets(finding))
        .collect();
    let order = order(resolution);
    findings.sort_by_key(|finding| {
        let place = finding.place().and_then(|place| order.get(place).copied());
        let at_the_end = matches!(finding.part, Some(Part::Closing { .. }));
        let place = place.unwrap_or(if at_the_end { usize::MAX } else { 0 });
        (place, finding.part, finding.range, finding.rule)
    });
    findings
}

/// [`check`] of a document read from a file: with the shipped register, without a speller, and
/// without what reading does not keep (no-break spaces).
pub fn check_plain(resolution: &Resolution) -> Vec<Finding> {
    let off = BTreeSet::from([Rule::NonBreakingSpace]);
    let context = Context {
        off: &off,
        ..Context::default()
    };
    check(resolution, &context)
}

fn order(resolution: &Resolution) -> BTreeMap<&Id, usize> {
    let ids = resolution.sections.iter().flat_map(|section| {
        let groups = section.groups.iter().flat_map(|group| {
            std::iter::once(&group.id).chain(group.directives.iter().map(|directive| &directive.id))
        });
        std::iter::once(&section.id).chain(groups)
    });
    ids.enumerate().map(|(n, id)| (id, n + 1)).collect()
}
