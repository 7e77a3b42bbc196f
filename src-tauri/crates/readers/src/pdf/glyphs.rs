use pdf_extract::{
    ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, PathOp, Transform,
    output_doc_page,
};

use super::grid::Rule;

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
    /// Straight lines, the borders of tables among them.
    pub(super) rules: Vec<Rule>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Most characters of a page; a real one has some 4,000.
const GLYPH_LIMIT: usize = 60_000;

/// The pages of a file.
pub(super) fn pages(bytes: &[u8], limit: usize) -> Result<Vec<Page>, ReadError> {
    let mut document = Document::load_mem(bytes).map_err(|error| ReadError::Damaged {
        detail: error.to_string(),
    })?;
    if document.is_encrypted() {
        return Err(ReadError::Encrypted);
    }
    super::widths::spread(&mut document);
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

/// Most straight lines of a page; a drawing has more and is no table.
const RULE_LIMIT: usize = 20_000;

struct Collector<'a> {
    page: &'a mut Page,
}

impl Collector<'_> {
    /// Keeps the straight lines of a path: its level and upright edges, thin boxes as one line.
    fn rules(&mut self, place: &Transform, path: &Path) {
        let height = self.page.height;
        let at = |x: f64, y: f64| {
            (
                x * place.m11 + y * place.m21 + place.m31,
                height - (x * place.m12 + y * place.m22 + place.m32),
            )
        };
        let mut last: Option<(f64, f64)> = None;
        let mut first: Option<(f64, f64)> = None;
        for op in &path.ops {
            match *op {
                PathOp::MoveTo(x, y) => {
                    last = Some(at(x, y));
                    first = last;
                }
                PathOp::LineTo(x, y) => {
                    let to = at(x, y);
                    if let Some(from) = last {
                        self.rule(from, to);
                    }
                    last = Some(to);
                }
                PathOp::CurveTo(_, _, _, _, x, y) => last = Some(at(x, y)),
                PathOp::Rect(x, y, w, h) => {
                    let corners = [at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)];
                    for (n, from) in corners.iter().enumerate() {
                        self.rule(*from, corners[(n + 1) % 4]);
                    }
                }
                PathOp::Close => {
                    if let (Some(from), Some(to)) = (last, first) {
                        self.rule(from, to);
                    }
                }
            }
        }
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        let finite = [from.0, from.1, to.0, to.1].iter().all(|n| n.is_finite());
        let straight = (from.0 - to.0).abs() < 1.0 || (from.1 - to.1).abs() < 1.0;
        if finite && straight && self.page.rules.len() < RULE_LIMIT {
            self.page.rules.push(Rule {
                left: from.0.min(to.0),
                right: from.0.max(to.0),
                top: from.1.min(to.1),
                bottom: from.1.max(to.1),
            });
        }
    }
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
        // A soft hyphen that is shown is a hyphen: one sign of a typeface has one meaning in the file's table, and
        // typesetters that part words use it for both.
        self.page.glyphs.push(Glyph {
            text: text.replace('\u{ad}', "-"),
            left: place.m31,
            right: place.m31 + width.clamp(0.0, 4.0) * size,
            y: self.page.height - place.m32,
            size: size.clamp(1.0, 200.0),
        });
        Ok(())
    }

    fn stroke(
        &mut self,
        place: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.rules(place, path);
        Ok(())
    }

    fn fill(
        &mut self,
        place: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.rules(place, path);
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
