//! Russian text → facts.
//!
//! [`words`] folds, stems and tokenises; [`dates`], [`deadlines`], [`indicators`] and
//! [`references`] find facts and point at their phrase ([`Found`]); [`addressees`] recognises,
//! splits and classes the bodies directives are given to, [`case`] tells the case they stand in; [`verbs`] tells what starts a task; [`fields`] finds what a template left open;
//! [`towns`] names towns in the nominative; [`district`] knows a district under all its names; [`shift`] moves last year's times on; [`workdays`] tells days off; [`themes`] tells what it is about; [`lexicon`] knows other words for one thing.
//!
//! Rules come from how these documents are written; traps (ages, grades, years in titles of
//! programmes, dates of acts) are part of the rules. Deliberately absent: the clock — what has no
//! year is resolved by the adoption date that is passed in — and any knowledge of document parts.
//!
//! ```
//! use svod_language::deadlines;
//! let found = deadlines::find("утвердить план до 1 октября 2026 года", None);
//! assert_eq!(found[0].value.to.map(|to| to.to_string()), Some("2026-10-01".into()));
//! ```
#![warn(clippy::disallowed_methods)]

pub mod addressees;
pub mod bodies;
pub mod case;
pub mod dates;
pub mod deadlines;
pub mod district;
pub mod fields;
mod found;
pub mod indicators;
pub mod lexicon;
mod mask;
pub mod measures;
pub mod pattern;
mod quotes;
pub mod references;
pub mod shift;
pub mod themes;
pub mod towns;
pub mod verbs;
pub mod words;
pub mod workdays;

pub use found::Found;
