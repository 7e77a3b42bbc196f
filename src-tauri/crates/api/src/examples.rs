//! The sample library that travels inside the programs.

use include_dir::{Dir, include_dir};
use svod_model::Id;

use crate::library::{EXAMPLES_SHELF, now};
use crate::{Error, Library};

static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/samples");

/// Set once the samples were put on their shelf; they never come back uninvited.
const DONE: &str = "examples";

/// Names and bytes of the sample resolutions, in the order of their names.
pub fn samples() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut files: Vec<_> = SAMPLES
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents())))
        .filter(|(name, _)| *name != "README.md" && *name != "index.json")
        .collect();
    files.sort_unstable();
    files.into_iter()
}

impl Library {
    /// Puts the samples on their shelf when this library has never had them.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn welcome(&self) -> Result<(), Error> {
        let known = self
            .store()
            .read()
            .setting(DONE)
            .map_err(|error| self.explain(error))?;
        if known.is_some() {
            return Ok(());
        }
        // Last name first, so that the list, newest change first, shows them in order.
        let mut samples: Vec<_> = samples().collect();
        samples.reverse();
        for (name, bytes) in samples {
            self.import_bytes(name, bytes.to_vec(), EXAMPLES_SHELF)?;
        }
        self.store()
            .write(|library| library.set_setting(DONE, &now()))
            .map_err(|error| self.explain(error))
    }

    /// Puts every sample into the bin and gives their ids, so that it can be undone.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn remove_examples(&self) -> Result<Vec<Id>, Error> {
        let documents = self.view()?.documents;
        let ids: Vec<Id> = documents
            .into_iter()
            .filter(|card| card.shelf.as_str() == EXAMPLES_SHELF)
            .map(|card| card.id)
            .collect();
        self.remove(&ids)?;
        Ok(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;

    #[test]
    fn samples_come_once_and_stay_away_when_removed() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        library.welcome().unwrap();
        let count = library.view().unwrap().documents.len();
        assert!(count >= 6, "{count} samples");
        library.welcome().unwrap();
        assert_eq!(library.view().unwrap().documents.len(), count);

        let removed = library.remove_examples().unwrap();
        assert_eq!(removed.len(), count);
        library.welcome().unwrap();
        assert!(library.view().unwrap().documents.is_empty());
        library.restore(&removed).unwrap();
        assert_eq!(library.view().unwrap().documents.len(), count);
    }
}
