//! A resolution, a paper made of one, or a comparison → the bytes of a finished document.
//!
//! Two shapes stand between the model and the formats: a resolution is laid out once into the blocks
//! of a typed [`Sheet`], and so are the [`papers`] made of it; a comparison is laid out into the rows
//! of a table (`comparison`). Each format only renders those: Word ([`docx()`]),
//! OpenDocument ([`odt()`]), web page, Markdown and text. Word and OpenDocument are written part by
//! part here, because numbering, anchors and repeated header rows have to come out exactly. The
//! workbook, the calendar ([`ics()`]) and Akoma Ntoso ([`akn()`]) are made of the facts besides.
//!
//! What is written: printed numbers computed by [`svod_model::numbering`], closing `;` and `.`,
//! non-breaking spaces, a bookmark `_rz_…` per directive so that an edited file can be matched
//! again. The same value gives the same bytes, always.
//!
//! Deliberately absent: files, the clock, any reader; Russian words in other forms than they were
//! written in, but for the ending of «принята» and the names of documents in the genitive. User text
//! is data in every format: escaped, and freed of characters XML forbids.
//!
//! ```
//! use svod_model::Resolution;
//! let resolution = Resolution { title: "Резолюция форума".into(), ..Resolution::default() };
//! assert!(svod_writers::text(&resolution).starts_with("РЕЗОЛЮЦИЯ\nфорума"));
//! ```
#![warn(clippy::disallowed_methods)]

mod akn;
mod cells;
mod comparison;
mod control;
mod docx;
mod error;
mod html;
mod ics;
mod layout;
mod markdown;
mod matrix;
mod odt;
mod outline;
pub mod papers;
mod profile;
mod redline;
#[cfg(test)]
mod sample;
mod sheet;
mod text;
mod title;
mod typography;
mod workbook;

pub use akn::akn;
pub use comparison::{comparison_docx, comparison_html, comparison_text, comparison_xlsx};
pub use control::{ControlRow, ControlTitle, control_report, control_sheet, report_profile};
pub use docx::{docx, sheet_docx};
pub use error::WriteError;
pub use html::{html, sheet_html};
pub use ics::ics;
pub use layout::{Align, Layout, Piece, Placed, PlacedRow, PlacedTable, layout};
pub use markdown::{markdown, sheet_markdown};
pub use matrix::{matrix_html, matrix_xlsx, series_svg, series_xlsx};
pub use odt::{odt, sheet_odt};
pub use outline::outline;
pub use profile::{Margins, Profile};
pub use redline::{Reviser, redline_docx};
pub use sheet::{Block, Column, Place, Row, Sheet, Table, printed, running, sheet};
pub use text::{sheet_text, text};
pub use typography::long_date;
pub use workbook::workbook;
