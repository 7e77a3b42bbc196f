//! PDF with a text layer: glyphs and their places → lines → paragraphs.
//!
//! `glyphs` collects what the page shows, by the `pdf-extract` crate; `flow` puts lines together
//! again, drops what repeats at the edges of pages, joins wrapped lines and rebuilds plans set as
//! tables. A page of pictures has no glyphs: a scan without a text layer is told apart.

mod flow;
mod glyphs;
mod grid;
mod widths;

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use flate2::read::ZlibDecoder;

use crate::ReadError;
use crate::manuscript::Manuscript;

/// Pages that are read; a longer file is no resolution.
const PAGE_LIMIT: usize = 400;

/// Most bytes all streams of a file may unpack to; pictures of scanned pages are packed otherwise.
const UNPACKED_LIMIT: u64 = 256 * 1024 * 1024;

/// Whether what the file packs (by zlib, as nearly all do) is more than the limit. Looked at before
/// the parser, which unpacks whatever it is told to.
fn unpacks_past(bytes: &[u8], limit: u64) -> bool {
    let mut total = 0u64;
    let mut from = 0;
    while let Some(at) = find(bytes, b"stream", from) {
        from = at + b"stream".len();
        let ended = at >= 3 && bytes.get(at - 3..at) == Some(b"end");
        if ended {
            continue;
        }
        let mut start = from;
        while bytes
            .get(start)
            .is_some_and(|byte| matches!(byte, b'\r' | b'\n'))
        {
            start += 1;
        }
        // The first byte of a zlib stream says its method.
        if bytes.get(start).is_some_and(|byte| byte & 0x0f == 8) {
            let packed = bytes.get(start..).unwrap_or_default();
            let mut unpacked = ZlibDecoder::new(packed);
            let mut buffer = [0; 32 * 1024];
            // A damaged stream counts as far as it goes.
            while let Ok(count @ 1..) = unpacked.read(&mut buffer) {
                total += count as u64;
                if total > limit {
                    return true;
                }
            }
        }
    }
    false
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    bytes
        .get(from..)?
        .windows(what.len())
        .position(|window| window == what)
        .map(|at| from + at)
}

/// Reads a file.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    if unpacks_past(bytes, UNPACKED_LIMIT) {
        return Err(ReadError::Bomb {
            detail: format!("streams unpack past {UNPACKED_LIMIT} bytes"),
        });
    }
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
