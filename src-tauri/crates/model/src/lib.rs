//! The resolution as a value.
//!
//! What every other room speaks in: a [`Resolution`] is a title block, a preamble and sections;
//! a [`Section`] holds findings, problems and [`Group`]s of [`Directive`]s under the addressees
//! they are given to; a directive carries facts — [`Deadline`]s, [`Indicator`]s, [`Reference`]s —
//! and every fact points at the phrase it was read from.
//!
//! * Ids ([`Id`]) are stable; printed numbers ([`numbering::Numbers`]) are computed, never identity.
//! * An [`Edit`] is a value too: applying one gives the edit that undoes it.
//! * JSON is versioned ([`json`]); its shape is the terminal program's contract.
//!
//! Deliberately absent: files, the clock, random numbers, any knowledge of formats or storage.
//!
//! ```
//! use svod_model::{Group, Resolution, Section};
//! let mut resolution = Resolution::default();
//! resolution.sections.push(Section { groups: vec![Group::default()], ..Section::default() });
//! assert_eq!(resolution.directives().count(), 0);
//! ```
#![warn(clippy::disallowed_methods)]

mod beside;
mod body;
pub mod control;
mod diagnostic;
mod edit;
mod facts;
mod id;
pub mod json;
pub mod numbering;
mod resolution;
mod session;

pub use beside::Beside;
pub use body::{Body, BodyClass};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity, Unplaced};
pub use edit::{Edit, EditError, GroupHead, SectionHead, TitleBlock};
pub use facts::{
    Bound, Deadline, DeadlineKind, Indicator, InheritedFrom, Origin, Reference, ReferenceKind,
};
pub use id::Id;
pub use resolution::{Columns, Directive, Event, Group, Kind, Lines, Resolution, Section, Source};
pub use session::{Called, Placed, called, roman};
