use svod_model::Id;

use crate::library::now;
use crate::view::{LibraryView, Status};
use crate::{Error, Library};

impl Library {
    /// Says where documents stand, all or none.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn set_status(&self, ids: &[Id], status: Status) -> Result<LibraryView, Error> {
        let at = now();
        self.store()
            .write(|library| {
                ids.iter()
                    .try_for_each(|id| library.set_status(id, status.into(), &at))
            })
            .map_err(|error| self.explain(error))?;
        self.view()
    }
}

impl From<svod_store::Status> for Status {
    fn from(status: svod_store::Status) -> Self {
        match status {
            svod_store::Status::Draft => Self::Draft,
            svod_store::Status::Adopted => Self::Adopted,
            svod_store::Status::Archived => Self::Archived,
        }
    }
}

impl From<Status> for svod_store::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Draft => Self::Draft,
            Status::Adopted => Self::Adopted,
            Status::Archived => Self::Archived,
        }
    }
}
