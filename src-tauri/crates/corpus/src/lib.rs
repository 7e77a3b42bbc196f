//! Many resolutions → what they have in common.
//!
//! * [`place`] tells which directives are one task ([family](Mark::family)) wherever they occur, over
//!   districts and years, without comparing everything with everything: an [`Index`] of rare stems
//!   gives a few candidates, and the score of the diff room decides.
//! * A [`Mark`] is all that is kept of a directive; [`matrix`] counts marks and reads no document.
//! * [`lines`] follows the tasks of one district through the years.
//! * [`sharing`] tells what documents share, and [`template()`] rebuilds the text behind variants.
//! * [`series`] puts indicators of one passport in a row; [`citations`] tells who cites which act.
//!
//! Deliberately absent: storage, the clock, authorship — the order of dates is shown, not who copied
//! from whom.
//!
//! ```
//! let mut index = svod_corpus::MemoryIndex::default();
//! let mut kin = svod_corpus::Kin::default();
//! let themes = svod_language::themes::ThemeList::shipped();
//! let document = svod_model::Resolution::default();
//! let marks = svod_corpus::place(&document, themes, &mut index, &mut kin).unwrap();
//! assert!(marks.is_empty());
//! ```
#![warn(clippy::disallowed_methods)]

mod acts;
mod counting;
mod district;
mod families;
mod index;
mod layout;
mod lineage;
mod mark;
mod matrix;
mod series;
mod sharing;
mod template;

pub use acts::{Citation, CitedAct, Spelling, citations};
pub use counting::{Counted, FamilyCount, ThemeCount, missing};
pub use district::newest_names;
pub use families::{Near, near, place, task_of};
pub use index::{Index, MemoryIndex, Task};
pub use lineage::{CarryLink, Fact, Line, Occurrence, Yearly, lines};
pub use mark::{Mark, body_class, class_bit, only_themes_differ, pack, themes_of, unpack, version};
pub use matrix::{Column, Filter, Matrix, Row, RowsBy, Show, Stand, Tally};
pub use series::{
    Measure, Passport, Point, Series, SeriesSuggestion, likely_series, measures, series,
};
pub use sharing::{Common, Shared, Sharing, sharing};
pub use svod_diff::Kin;
pub use svod_language::district::district_key;
pub use template::{Piece, template};
