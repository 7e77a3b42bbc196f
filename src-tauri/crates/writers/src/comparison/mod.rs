//! A comparison as the rows of one table, and its renderings.
//!
//! Rows follow the new document, session by session and group by group; what was dropped follows
//! at the end in the order of the old one. Nothing of the comparison is left out.

mod facts;
mod html;
mod office;
mod reasons;
mod table;
mod terminal;
mod words;
mod workbook;

pub use html::comparison_html;
pub use office::comparison_docx;
pub use terminal::comparison_text;
pub use workbook::comparison_xlsx;

use svod_diff::Comparison;
use svod_model::Resolution;

pub(crate) use facts::Fact;
pub(crate) use office::MUTED;
pub(crate) use words::summary;

/// A changed fact with the directive it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    /// Facts with the same number are of one directive.
    pub(crate) row: usize,
    /// Printed number in the new document.
    pub(crate) number: String,
    /// Whom the directive is given to.
    pub(crate) who: String,
    /// What is to be done, by the new document.
    pub(crate) text: String,
    /// How sure the pair is, in words.
    pub(crate) link: Option<&'static str>,
    pub(crate) fact: Fact,
}

/// Every changed fact, in the order of the table.
pub(crate) fn told(comparison: &Comparison, old: &Resolution, new: &Resolution) -> Vec<Told> {
    let mut told = Vec::new();
    for (row, entry) in table::entries(comparison, old, new).into_iter().enumerate() {
        let (number, text) = entry.new.unwrap_or_default();
        told.extend(entry.facts.into_iter().map(|fact| Told {
            row,
            number: number.clone(),
            who: entry.who.clone(),
            text: text.to_owned(),
            link: entry.link,
            fact,
        }));
    }
    told
}

/// The two documents as a reader would name them.
pub(crate) fn sides(comparison: &Comparison) -> [String; 2] {
    [&comparison.old, &comparison.new].map(words::side)
}

#[cfg(test)]
mod tests;
