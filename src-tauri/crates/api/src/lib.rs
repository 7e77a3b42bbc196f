//! The use cases: the one door to everything below.
//!
//! Both programs — the window's shell and `svod` — call only this crate. It owns files, the clock
//! and new ids, turns the rooms' errors into [`Error`] codes, reports [`Progress`] and listens to
//! [`Cancel`]. A [`Library`] is a person's stored documents; [`read_file`], [`render_resolution`]
//! and [`render_comparison`] work on files without one. [`commands`] is the typed border with the
//! front end.
//!
//! Deliberately absent: prose. What went wrong is a code with values; each program says it in its
//! own words and language.

mod adding;
mod addressees;
mod assembling;
mod backups;
mod bin;
mod carrying;
mod checking;
mod command_names;
pub mod commands;
mod comparing;
mod controlling;
mod correcting;
mod deciding;
mod districts;
mod documents;
mod drafting;
mod due;
mod error;
mod examples;
mod exchange;
mod exporting;
mod families;
mod files;
mod following;
mod helper;
mod importing;
mod library;
mod lineages;
mod matrices;
mod pasting;
mod prepared;
mod progress;
mod reading;
mod remarks;
mod replacing;
mod returning;
mod searching;
mod series;
mod settings;
mod sharing;
mod starting;
mod status;
mod templates;
mod themes;
mod twins;
pub mod view;
mod workdays;

pub use backups::backups;
pub use command_names::COMMANDS;
pub use error::{Error, ErrorCode};
pub use examples::samples;
pub use exporting::{Finish, render_comparison, render_resolution, reviser, save};
pub use library::{Access, Library, today};
pub use matrices::{PICTURE, matrix_of_files, matrix_of_library, render_matrix};
pub use progress::{Cancel, Progress};
pub use reading::read_file;
pub use remarks::NewRemark;

// The programs import this crate only, so it passes on what its signatures are made of.
pub use chrono::NaiveDate;
pub use helper::helper;
pub use svod_checks::{Finding, Ignored, Rule, check_plain as check};
pub use svod_corpus::{CitedAct, Filter, Matrix};
pub use svod_diff::{Comparison, Decision, compare};
pub use svod_model::control::Mark as ControlMark;
pub use svod_model::numbering::number as numbers;
pub use svod_model::{Deadline, Diagnostic, DiagnosticCode, Edit, Id, Lines, Resolution, Severity};
pub use svod_readers::recognise::deadline as read_deadline;
pub use svod_readers::{Correction, Reading};
pub use svod_writers::{Reviser, outline};
