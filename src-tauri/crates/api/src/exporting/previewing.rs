//! The pages of the file that would be written, for the screen and for the printer.

use std::sync::{Arc, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use svod_model::Id;
use svod_pdf::Pages;
use svod_writers::{Profile, Sheet};

use super::{Finish, internal};
use crate::view::{ExportHow, OwnProfile, OwnProfileView, PreviewSpot, PreviewView, ProfileName};
use crate::{Error, ErrorCode, Library, samples};

/// How many previews are kept: the one that is looked at, and the one it replaces while its
/// pictures are still asked for.
const KEPT: usize = 2;

/// Pages that were set, under names that are never used again.
#[derive(Debug, Default)]
pub(crate) struct Previews {
    last: u32,
    kept: Vec<(u32, Arc<Pages>)>,
}

impl Library {
    /// Sets the pages of the PDF file that would be written.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn preview(&self, id: &Id, how: &ExportHow) -> Result<PreviewView, Error> {
        let finish = self.finish(id, how)?;
        let resolution = self.document(id)?.resolution;
        let sheet = finish.sheet(&resolution, &self.register(id, &resolution)?);
        self.preview_sheet(&sheet, &finish.profile)
    }

    /// Sets the pages of a paper and keeps them to be looked at.
    pub(crate) fn preview_sheet(
        &self,
        sheet: &Sheet,
        profile: &Profile,
    ) -> Result<PreviewView, Error> {
        let pages = svod_pdf::pages(sheet, profile).map_err(internal)?;
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let spots = pages.spots().into_iter().map(|spot| {
            let place = PreviewSpot {
                page: whole(spot.page),
                down: spot.down,
            };
            (spot.id, place)
        });
        let mut view = PreviewView {
            key: 0,
            pages: whole(pages.count()),
            ratio: pages.ratio(),
            spots: spots.collect(),
            unprintable: svod_pdf::missing(&svod_writers::sheet_text(sheet))
                .into_iter()
                .collect(),
        };
        let mut previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        previews.last = previews.last.wrapping_add(1);
        view.key = previews.last;
        let spare = (previews.kept.len() + 1).saturating_sub(KEPT);
        previews.kept.drain(..spare);
        previews.kept.push((view.key, Arc::new(pages)));
        Ok(view)
    }

    /// A page of a preview as a picture, for an image's address.
    ///
    /// # Errors
    /// [`ErrorCode::PreviewGone`] if the pages were set anew since.
    pub fn preview_page(&self, key: u32, page: u32, scale: f64) -> Result<String, Error> {
        let png = self.pages(key)?.png(page as usize, scale);
        let png = png.map_err(internal)?.ok_or_else(gone)?;
        Ok(image("png", &png))
    }

    /// A page of a preview as a drawing for the printer, for an image's address.
    ///
    /// # Errors
    /// [`ErrorCode::PreviewGone`] if the pages were set anew since.
    pub fn print_page(&self, key: u32, page: u32) -> Result<String, Error> {
        let svg = self.pages(key)?.svg(page as usize).ok_or_else(gone)?;
        Ok(image("svg+xml", svg.as_bytes()))
    }

    fn pages(&self, key: u32) -> Result<Arc<Pages>, Error> {
        let previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = previews.kept.iter().find(|(name, _)| *name == key);
        kept.map(|(_, pages)| Arc::clone(pages)).ok_or_else(gone)
    }

    /// The office's own page, with the first page of a sample set by it.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn own_profile_view(&self) -> Result<OwnProfileView, Error> {
        /// Dots a point: the sample is small.
        const SCALE: f64 = 1.5;
        let own = self.own_profile()?;
        let how = ExportHow {
            profile: ProfileName::Own,
            ..ExportHow::default()
        };
        let finish = Finish::of(&how, &own, None);
        let sample = samples().find(|(name, _)| name.ends_with(".docx"));
        let resolution = sample
            .and_then(|(name, bytes)| svod_readers::read(bytes, name, &Default::default()).ok())
            .map(|reading| reading.resolution)
            .unwrap_or_default();
        let pages = svod_pdf::pages(&svod_writers::sheet(&resolution), &finish.profile);
        let png = pages.map_err(internal)?.png(1, SCALE).map_err(internal)?;
        Ok(OwnProfileView {
            own,
            standard: OwnProfile::default(),
            page: image("png", &png.unwrap_or_default()),
        })
    }
}

fn gone() -> Error {
    Error::new(ErrorCode::PreviewGone)
}

/// A picture as an image's address.
fn image(kind: &str, bytes: &[u8]) -> String {
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}
