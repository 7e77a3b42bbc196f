use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use crate::ReadError;

/// A character where it stands, in points from the page's left and upper edge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The baseline.
    pub(super) y: f64,
    pub(super) size: f64,
}

/// What a page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Most characters of a page; a real one has some 4,000.
const GLYPH_LIMIT: usize = 60_000;

/// The pages of a file.
pub(super) fn pages(bytes: &[u8], limit: usize) -> Result<Vec<Page>, ReadError> {
    let document = Document::load_mem(bytes).map_err(|error| ReadError::Damaged {
        detail: error.to_string(),
    })?;
    if document.is_encrypted() {
        return Err(ReadError::Encrypted);
    }
    let numbers: Vec<u32> = document.get_pages().into_keys().take(limit + 1).collect();
    if numbers.len() > limit {
        return Err(ReadError::Bomb {
            detail: format!("more than {limit} pages"),
        });
    }
    let mut pages = Vec::new();
    let mut fault = None;
    for number in numbers {
        let mut page = Page::default();
        match output_doc_page(&document, &mut Collector { page: &mut page }, number) {
            Ok(()) => pages.push(page),
            Err(error) => {
                // One broken page does not take the others with it.
                fault = Some(error.to_string());
                pages.push(page);
            }
        }
    }
    match fault {
        Some(detail) if pages.iter().all(|page| page.glyphs.is_empty()) => {
            Err(ReadError::Damaged { detail })
        }
        _ => Ok(pages),
    }
}

struct Collector<'a> {
    page: &'a mut Page,
}

impl OutputDev for Collector<'_> {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page.width = media.urx - media.llx;
        self.page.height = media.ury - media.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let size = size * (place.m11 * place.m11 + place.m12 * place.m12).sqrt();
        let finite = size.is_finite() && place.m31.is_finite() && place.m32.is_finite();
        let turned = place.m12.abs() > place.m11.abs();
        // Text up the side of a page is a stamp or a barcode's legend.
        if !finite || turned || self.page.glyphs.len() >= GLYPH_LIMIT {
            return Ok(());
        }
        self.page.glyphs.push(Glyph {
            text: text.to_owned(),
            left: place.m31,
            right: place.m31 + width.clamp(0.0, 4.0) * size,
            y: self.page.height - place.m32,
            size: size.clamp(1.0, 200.0),
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
