//! A paper → typeset pages: a PDF file, or pictures of the same pages.
//!
//! [`pdf()`] gives the file (PDF/A-2b and PDF/UA-1 at once: tagged, with bookmarks, title and
//! language, the typeface embedded); [`pages()`] gives its pages as pictures and drawings with the place of each
//! directive, so that what is shown before the export is what is exported. Both set the one
//! [`svod_writers::Layout`], which the Word document is made of as well: margins, type, spacing and
//! numbers are decided there. What is decided here is how lines are filled: greedily, as office
//! programs do, so that pages of the two files agree.
//!
//! This is the only crate that knows typst. Text reaches it as values, never as markup. The typeface
//! is always Tinos, whose letters are as wide as those of Times New Roman: nothing of the system is
//! read. Deliberately absent: files, the clock, and what a resolution is — it imports the writers
//! for the sheet they lay out, and the model for ids.
//!
//! ```
//! let sheet = svod_writers::sheet(&svod_model::Resolution::default());
//! let pages = svod_pdf::pages(&sheet, &svod_writers::Profile::default()).unwrap();
//! assert_eq!(pages.count(), 1);
//! ```
#![warn(clippy::disallowed_methods)]

mod error;
mod letters;
mod values;
mod world;

use chrono::{Datelike, NaiveDate};
use svod_model::Id;
use svod_writers::{Layout, Profile, Sheet, layout};
use typst::foundations::{Datetime, Dict, NativeElement, Selector, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{FrameItem, GroupItem, Point};
use typst::model::Document;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use world::Desk;

pub use error::TypesetError;
pub use letters::missing;

/// How many compilations a remembered piece of layout outlives. A preview that is set anew after an
/// edit finds most of its paragraphs; a program that stays open for weeks does not grow.
const REMEMBERED: usize = 4;

/// The pages of a paper.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
}

/// Where a directive begins: its page, counted from 1, and how far down the page in parts of its
/// height.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The directive.
    pub id: Id,
    /// Its page, from 1.
    pub page: usize,
    /// 0 is the upper edge, 1 the lower one.
    pub down: f64,
}

/// Writes a paper as a PDF file. `day` is the one the file says it was made on; the same paper,
/// profile and day give the same bytes.
///
/// # Errors
/// [`TypesetError`] when the library refuses, which no text should make it do.
pub fn pdf(sheet: &Sheet, profile: &Profile, day: NaiveDate) -> Result<Vec<u8>, TypesetError> {
    let document = set(sheet, profile)?;
    let standards = PdfStandards::new(&[PdfStandard::A_2b, PdfStandard::Ua_1])
        .map_err(|error| TypesetError::Refused(error.message().to_string()))?;
    let made = Datetime::from_ymd_hms(
        day.year(),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
        0,
        0,
        0,
    );
    let ident = profile.document_id.as_ref().or(sheet.document_id.as_ref());
    let options = PdfOptions {
        ident: ident.map_or(Smart::Auto, |id| Smart::Custom(id.clone())),
        creator: Smart::Custom(Some("Свод".to_owned())),
        timestamp: made.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(TypesetError::of)
}

/// Sets a paper's pages to be looked at.
///
/// # Errors
/// [`TypesetError`] when the library refuses, which no text should make it do.
pub fn pages(sheet: &Sheet, profile: &Profile) -> Result<Pages, TypesetError> {
    Ok(Pages {
        document: set(sheet, profile)?,
    })
}

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width of the first page divided by its height.
    pub fn ratio(&self) -> f64 {
        let size = self.document.pages().first().map(|page| page.frame.size());
        size.map_or(1.0, |size| size.x / size.y)
    }

    /// A page as a PNG file, counted from 1; nothing if there is no such page. `scale` is how many
    /// dots a point takes, within reason.
    ///
    /// # Errors
    /// [`TypesetError`] when the picture cannot be packed.
    pub fn png(&self, page: usize, scale: f64) -> Result<Option<Vec<u8>>, TypesetError> {
        let Some(page) = self.page(page) else {
            return Ok(None);
        };
        let options = RenderOptions {
            pixel_per_pt: if scale.is_finite() {
                scale.clamp(0.1, 8.0)
            } else {
                1.0
            }
            .into(),
            ..RenderOptions::default()
        };
        let picture = typst_render::render(page, &options);
        let png = picture.encode_png();
        png.map(Some)
            .map_err(|error| TypesetError::Refused(error.to_string()))
    }

    /// A page as an SVG drawing, counted from 1; nothing if there is no such page. Its letters are outlines, so a
    /// printer draws them as sharply as those of the PDF file.
    pub fn svg(&self, page: usize) -> Option<String> {
        let page = self.page(page)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    fn page(&self, number: usize) -> Option<&Page> {
        self.document.pages().get(number.checked_sub(1)?)
    }

    /// Where the directives begin, in their order.
    pub fn spots(&self) -> Vec<Spot> {
        let introspector = self.document.introspector();
        let marks = introspector.query(&Selector::Elem(MetadataElem::ELEM, None));
        let spot = |mark: typst::foundations::Content| {
            let at = introspector.position(mark.location()?)?;
            let mark = mark.to_packed::<MetadataElem>()?;
            let Value::Str(id) = &mark.value else {
                return None;
            };
            let page = self.document.pages().get(at.page.get() - 1)?;
            Some(Spot {
                id: Id::new(id.as_str()),
                page: at.page.get(),
                down: at.point.y.to_pt() / page.frame.height().to_pt(),
            })
        };
        marks.into_iter().filter_map(spot).collect()
    }
}

fn set(sheet: &Sheet, profile: &Profile) -> Result<PagedDocument, TypesetError> {
    let layout = layout(sheet, profile);
    let mut set = compiled(&values::paper(&layout));
    if layout.page_numbers {
        set = set.and_then(|paper| numbered(paper, &layout));
    }
    comemo::evict(REMEMBERED);
    set
}

fn compiled(values: &Dict) -> Result<PagedDocument, TypesetError> {
    let desk = Desk::with(values).map_err(|error| TypesetError::Refused(error.to_string()))?;
    let set = typst::compile::<PagedDocument>(&desk).output;
    set.map_err(TypesetError::of)
}

/// The pages with their numbers behind what is printed on them.
fn numbered(paper: PagedDocument, layout: &Layout) -> Result<PagedDocument, TypesetError> {
    let count = paper.pages().len();
    if count < 2 {
        return Ok(paper);
    }
    let numbers = compiled(&values::numbers(layout, count))?;
    let first = paper.pages().iter().take(1).cloned();
    let pairs = paper.pages().iter().skip(1).zip(numbers.pages());
    let others = pairs.map(|(page, number)| {
        // Held as a whole: a page that is opened to take one more thing is copied letter by letter.
        let mut frame = number.frame.clone();
        let own = FrameItem::Group(GroupItem::new(page.frame.clone()));
        frame.push(Point::zero(), own);
        Page {
            frame,
            ..page.clone()
        }
    });
    let pages = first.chain(others).collect();
    Ok(PagedDocument::new(pages, paper.info().clone()))
}

#[cfg(test)]
mod tests;
