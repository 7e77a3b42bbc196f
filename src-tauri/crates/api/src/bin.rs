use svod_model::Id;
use svod_store::Purged;

use crate::library::now;
use crate::view::EmptiedBin;
use crate::{Error, Library};

impl Library {
    /// Throws documents of the bin away for good. What is not in the bin stays, and so does what a
    /// draft takes over from.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn purge(&self, ids: &[Id]) -> Result<EmptiedBin, Error> {
        let purged = self
            .store()
            .write(|library| library.purge(ids, &now()))
            .map_err(|error| self.explain(error))?;
        let Purged { gone, needed } = purged;
        Ok(EmptiedBin {
            gone,
            needed,
            view: self.view()?,
        })
    }
}
