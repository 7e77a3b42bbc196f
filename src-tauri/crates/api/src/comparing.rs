use svod_model::Id;

use crate::view::ComparisonView;
use crate::{Error, ErrorCode, Library};

impl Library {
    /// Compares the newest revisions of two documents.
    ///
    /// # Errors
    /// [`ErrorCode::SameDocument`], or [`ErrorCode::DocumentNotFound`].
    pub fn compare(&self, old: &Id, new: &Id) -> Result<ComparisonView, Error> {
        if old == new {
            return Err(Error::new(ErrorCode::SameDocument));
        }
        let (old, new) = (self.document(old)?, self.document(new)?);
        let comparison = svod_diff::compare(&old.resolution, &new.resolution);
        Ok(ComparisonView {
            comparison,
            old,
            new,
        })
    }
}
