use svod_model::{Id, Resolution};
use svod_store::{NewDraft, Writer};

use crate::library::{OWN_SHELF, new_id, now};
use crate::searching::indexed;
use crate::{Error, Library};

/// How many documents are kept in one go: enough that the disk is not what is waited for.
const AT_ONCE: usize = 100;

impl Library {
    /// Keeps documents that come from no file of their own, many at a time: all of a hundred, or
    /// none of them.
    ///
    /// # Errors
    /// If the library cannot be written; what was kept before stays.
    pub fn add_resolutions(
        &self,
        resolutions: impl Iterator<Item = Resolution>,
    ) -> Result<Vec<Id>, Error> {
        let mut ids = Vec::new();
        let mut resolutions = resolutions.peekable();
        while resolutions.peek().is_some() {
            let many: Vec<_> = resolutions
                .by_ref()
                .take(AT_ONCE)
                .map(|resolution| (new_id(), indexed(&resolution), resolution))
                .collect();
            let at = now();
            self.store()
                .write(|library: &Writer<'_>| {
                    many.iter().try_for_each(|(id, indexed, resolution)| {
                        library.add_draft(&NewDraft {
                            id,
                            shelf: &Id::new(OWN_SHELF),
                            resolution,
                            at: &at,
                        })?;
                        library.index(id, indexed)
                    })
                })
                .map_err(|error| self.explain(error))?;
            ids.extend(many.into_iter().map(|(id, _, _)| id));
        }
        Ok(ids)
    }
}
