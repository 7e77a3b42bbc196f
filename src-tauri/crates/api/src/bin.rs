use svod_model::Id;
use svod_store::{Purged, StoreError, Writer};

use crate::library::now;
use crate::view::{DocumentCard, EmptiedBin};
use crate::{Error, Library};

impl Library {
    /// Puts documents into the bin, all or none; gives their cards.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn remove(&self, ids: &[Id]) -> Result<Vec<DocumentCard>, Error> {
        self.move_each(ids, |library, id, at| library.remove_document(id, at))
    }

    /// Takes documents out of the bin, all or none; gives their cards.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`] if one is not there.
    pub fn restore(&self, ids: &[Id]) -> Result<Vec<DocumentCard>, Error> {
        self.move_each(ids, |library, id, at| library.restore_document(id, at))
    }

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
        Ok(EmptiedBin { gone, needed })
    }

    /// Does something with each document in one transaction; gives their cards. The rest of a large
    /// library is as it was, and telling all of it takes longer than the change.
    pub(crate) fn move_each(
        &self,
        ids: &[Id],
        step: impl Fn(&Writer<'_>, &Id, &str) -> Result<(), StoreError>,
    ) -> Result<Vec<DocumentCard>, Error> {
        let at = now();
        let mut store = self.store();
        store
            .write(|library| ids.iter().try_for_each(|id| step(library, id, &at)))
            .map_err(|error| self.explain(error))?;
        let read = store.read();
        let found = ids.iter().map(|id| read.document(id));
        let found: Vec<_> = found
            .collect::<Result<_, _>>()
            .map_err(|error| self.explain(error))?;
        found.into_iter().map(crate::documents::card).collect()
    }
}
