//! PDF with a text layer: glyphs and their places → lines → paragraphs.
//!
//! `glyphs` collects what the page shows, by the `pdf-extract` crate; `flow` puts lines together
//! again, drops what repeats at the edges of pages, joins wrapped lines and rebuilds plans set as
//! tables. A page of pictures has no glyphs: a scan without a text layer is told apart.

mod flow;
mod glyphs;
mod grid;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::ReadError;
use crate::manuscript::Manuscript;

/// Pages that are read; a longer file is no resolution.
const PAGE_LIMIT: usize = 400;

/// Reads a file.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    // The crate's parser of fonts' tables is known to panic on damaged ones.
    let pages = catch_unwind(AssertUnwindSafe(|| glyphs::pages(bytes, PAGE_LIMIT)));
    let pages = match pages {
        Ok(pages) => pages?,
        Err(_) => {
            return Err(ReadError::Damaged {
                detail: "the PDF's fonts or pages make no sense".into(),
            });
        }
    };
    let letters = |page: &glyphs::Page| {
        let words = page.glyphs.iter().flat_map(|glyph| glyph.text.chars());
        words.filter(|c| c.is_alphabetic()).count()
    };
    if !pages.is_empty() && pages.iter().map(letters).sum::<usize>() < 20 {
        return Err(ReadError::NoTextLayer {
            pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        });
    }
    Ok(flow::manuscript(&pages))
}
