//! A resolution or a comparison → the bytes of a finished document.
//!
//! Two shapes stand between the model and the formats: a resolution is laid out once into the
//! paragraphs of a typed sheet ([`sheet`](mod@sheet)), a comparison into the rows of a table
//! ([`comparison`](mod@comparison)); each format only renders those. [`docx()`] writes WordprocessingML
//! itself, because numbering, anchors and repeated header rows have to come out exactly.
//!
//! What is written: printed numbers computed by [`svod_model::numbering`], closing `;` and `.`,
//! non-breaking spaces, a bookmark `_rz_…` per directive so that an edited file can be matched
//! again. The same value gives the same bytes, always.
//!
//! Deliberately absent: files, the clock, any reader, any inflection of Russian words. User text is
//! data in every format: escaped, and freed of characters XML forbids.
//!
//! ```
//! use svod_model::Resolution;
//! let resolution = Resolution { title: "Резолюция форума".into(), ..Resolution::default() };
//! assert!(svod_writers::text(&resolution).starts_with("РЕЗОЛЮЦИЯ\nфорума"));
//! ```
#![warn(clippy::disallowed_methods)]

mod comparison;
mod control;
mod docx;
mod error;
mod html;
mod markdown;
mod outline;
mod profile;
mod redline;
#[cfg(test)]
mod sample;
mod sheet;
mod text;
mod title;
mod typography;

pub use comparison::{comparison_docx, comparison_html, comparison_text, comparison_xlsx};
pub use control::{ControlRow, ControlTitle, control_report, control_sheet};
pub use docx::docx;
pub use error::WriteError;
pub use html::html;
pub use markdown::markdown;
pub use outline::outline;
pub use profile::{Margins, Profile};
pub use redline::{Reviser, redline_docx};
pub use text::text;
