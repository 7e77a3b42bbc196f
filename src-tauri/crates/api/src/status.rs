use svod_model::Id;

use crate::view::{DocumentCard, Status};
use crate::{Error, Library};

impl Library {
    /// Says where documents stand, all or none; gives their cards.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn set_status(&self, ids: &[Id], status: Status) -> Result<Vec<DocumentCard>, Error> {
        self.move_each(ids, |library, id, at| {
            library.set_status(id, status.into(), at)
        })
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
