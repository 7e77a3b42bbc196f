//! A comparison as the rows of one table, and its renderings.
//!
//! Rows follow the new document, session by session and group by group; what was dropped follows
//! at the end in the order of the old one. Nothing of the comparison is left out.

mod facts;
mod html;
mod office;
mod table;
mod terminal;
mod words;
mod workbook;

pub use html::comparison_html;
pub use office::comparison_docx;
pub use terminal::comparison_text;
pub use workbook::comparison_xlsx;

#[cfg(test)]
mod tests;
