//! The way from an old resolution to a new one as a Word document with native revisions.
//!
//! The body is one sequence of paragraphs in which both documents are held: with every revision
//! accepted its texts are those of [`crate::docx`] of the new resolution, with every revision
//! rejected those of the old one. `lines` lays both out with numbering they share, `align` decides
//! which paragraph became which, `pieces` parts a pair into words, `body` writes the revisions,
//! `front` the page before them.
//!
//! Of a moved paragraph the words both documents have are the move; words edited on the way are a
//! deletion at the old place and an insertion at the new one. Nothing is nested, so every office
//! program understands it alike.

mod align;
mod alike;
mod body;
mod front;
mod lines;
mod pieces;

use chrono::NaiveDateTime;
use svod_diff::Comparison;
use svod_model::Resolution;

use crate::docx::{Package, Properties, assemble};
use crate::profile::Measures;
use crate::{Profile, WriteError};

/// Whose revisions they are and when they were made; passed in, so that the same input gives the
/// same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviser {
    /// The name an office program shows beside each revision.
    pub author: String,
    /// The time it shows.
    pub at: NaiveDateTime,
}

/// Writes the new resolution with what changed since the old one as revisions of Word: insertions,
/// deletions, moves. A page in front tells the changed facts; it stands outside the revisions, inside
/// the bookmark `_svod_front`.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the texts say.
pub fn redline_docx(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    reviser: &Reviser,
    profile: &Profile,
) -> Result<Vec<u8>, WriteError> {
    let [told_old, told_new] = alike::alike(old, new);
    let mut sheets = lines::lines(&told_old, &told_new);
    let steps = align::align(&sheets.old, &sheets.new, comparison);
    sheets.share_lists(&align::kept(&steps));
    let mut steps = align::part_by_look(steps, &sheets.old, &sheets.new);
    align::whole_before_other_looks(&mut steps, &sheets.old, &sheets.new);
    let lists = sheets.lists.write_apart(&Measures::of(profile))?;
    let front = front::Front::of(comparison, old, new);
    let properties = Properties::of(new, profile);
    let package = Package {
        document: body::document(&front, &sheets, &steps, reviser, profile)?,
        numbering: Some(lists),
        properties: Properties {
            title: format!("{}: исправления", properties.title),
            ..properties
        },
    };
    assemble(&package, profile)
}

#[cfg(test)]
mod tests;
