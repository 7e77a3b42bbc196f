use svod_checks::Finding;
use svod_model::Id;

use crate::{Error, Library};

impl Library {
    /// Runs the drafting rules over a document's newest revision.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn check(&self, id: &Id) -> Result<Vec<Finding>, Error> {
        Ok(svod_checks::check_plain(&self.document(id)?.resolution))
    }
}
