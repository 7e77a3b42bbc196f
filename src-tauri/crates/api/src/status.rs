use svod_model::Id;

use crate::documents::card;
use crate::library::now;
use crate::view::{DocumentCard, Status};
use crate::{Error, Library};

impl Library {
    /// Says where documents stand, all or none; gives their cards. The rest of a large library is as it
    /// was, and telling all of it takes longer than the change.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn set_status(&self, ids: &[Id], status: Status) -> Result<Vec<DocumentCard>, Error> {
        let at = now();
        self.store()
            .write(|library| {
                ids.iter()
                    .try_for_each(|id| library.set_status(id, status.into(), &at))
            })
            .map_err(|error| self.explain(error))?;
        let store = self.store();
        let read = store.read();
        let found = ids.iter().map(|id| read.document(id));
        let found: Vec<_> = found
            .collect::<Result<_, _>>()
            .map_err(|error| self.explain(error))?;
        found.into_iter().map(card).collect()
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
