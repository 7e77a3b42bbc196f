use svod_model::Id;
use svod_readers::{Correction, Options};

use crate::documents::stored_reading;
use crate::library::now;
use crate::reading::read_bytes;
use crate::searching::indexed;
use crate::view::DocumentView;
use crate::{Error, ErrorCode, Library};

impl Library {
    /// Keeps what a person said of a source line and reads the file anew. The correction holds for
    /// the same file whenever it is read again.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; [`ErrorCode::EncodingUnknown`] for an encoding nobody knows.
    pub fn correct(&self, id: &Id, correction: &Correction) -> Result<DocumentView, Error> {
        let detail = serde_json::to_string(correction)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        self.read_anew(id, Some((correction, detail)))?;
        self.document(id)
    }

    /// Takes the last correction back; without one nothing changes.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn uncorrect(&self, id: &Id) -> Result<DocumentView, Error> {
        let undone = self
            .store()
            .write(|library| library.undo_correction(id, &now()))
            .map_err(|error| self.explain(error))?;
        if undone {
            self.read_anew(id, None)?;
        }
        self.document(id)
    }

    /// What a person said of the lines of these bytes.
    pub(crate) fn corrections(&self, bytes: &[u8]) -> Result<Vec<Correction>, Error> {
        let stored = self
            .store()
            .read()
            .corrections(bytes)
            .map_err(|error| self.explain(error))?;
        stored
            .iter()
            .map(|detail| {
                serde_json::from_str(detail)
                    .map_err(|error| Error::new(ErrorCode::Internal).because(error))
            })
            .collect()
    }

    /// Reads the document's file with all corrections and the new one; nothing is kept if that
    /// fails.
    fn read_anew(&self, id: &Id, new: Option<(&Correction, String)>) -> Result<(), Error> {
        let explain = |error| self.explain(error);
        // A document that is open for editing is read anew only while nothing was changed in it.
        self.put_aside(id)?;
        let (card, bytes) = {
            let store = self.store();
            let read = store.read();
            let card = read.document(id).map_err(explain)?;
            // A text that was edited since is no longer what its file says.
            let edited = read.newest_revision(id).map_err(explain)?.reading.is_none();
            let original = read.original(id).map_err(explain)?;
            let Some(original) = original.filter(|_| !edited) else {
                return Err(Error::new(ErrorCode::EditedSince));
            };
            (card, original)
        };
        let mut corrections = self.corrections(&bytes)?;
        corrections.extend(new.iter().map(|(correction, _)| (*correction).clone()));
        let options = Options {
            corrections,
            ..Options::default()
        };
        let reading = read_bytes(bytes, &card.source_name, options)?;
        let stored = stored_reading(&reading)?;
        let at = now();
        self.store()
            .write(|library| {
                if let Some((_, detail)) = &new {
                    library.add_correction(id, detail, &at)?;
                }
                library.reread_document(id, &reading.resolution, &stored, &at)?;
                library.index(id, &indexed(&reading.resolution))
            })
            .map_err(explain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::ImportOutcome;
    use svod_readers::{Role, Verdict};

    #[test]
    fn corrections_are_kept_outrank_the_reader_and_can_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let text = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр;\n- организация питания.";
        let library = Library::open(&path, Access::Change).unwrap();
        let import = |library: &Library| {
            let outcome = library.import_bytes("а.txt", text.into(), crate::library::OWN_SHELF);
            match outcome.unwrap() {
                ImportOutcome::Imported { card, .. } => card.id,
                other => panic!("{other:?}"),
            }
        };
        let id = import(&library);
        assert_eq!(library.document(&id).unwrap().card.directives, 2);
        let correction = Correction {
            line: 6,
            text: "- организация питания.".into(),
            verdict: Verdict::As {
                role: Role::Finding,
            },
        };
        let view = library.correct(&id, &correction).unwrap();
        assert_eq!((view.card.directives, view.card.revision), (1, 2));
        assert_eq!(view.corrections, std::slice::from_ref(&correction));

        // The same file imported again, in another run, is read as the person said.
        library.remove(std::slice::from_ref(&id)).unwrap();
        drop(library);
        let library = Library::open(&path, Access::Change).unwrap();
        let again = import(&library);
        assert_eq!(library.document(&again).unwrap().card.directives, 1);

        let view = library.uncorrect(&again).unwrap();
        assert_eq!(view.card.directives, 2);
        assert!(view.corrections.is_empty());
        let view = library.uncorrect(&again).unwrap();
        assert_eq!(view.card.revision, 2, "nothing to take back, nothing new");
    }

    #[test]
    fn another_encoding_is_a_correction_too_and_an_unknown_one_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let text = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр;\n- открыть музей.";
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(text);
        let outcome = library
            .import_bytes("к.txt", bytes.into_owned(), crate::library::OWN_SHELF)
            .unwrap();
        let ImportOutcome::Imported { card, .. } = outcome else {
            panic!("{outcome:?}");
        };
        let named = |label: &str| Correction {
            line: 1,
            text: String::new(),
            verdict: Verdict::Encoding {
                label: label.into(),
            },
        };
        let view = library.correct(&card.id, &named("windows-1251")).unwrap();
        assert_ne!(view.lines[0].text, "РЕШЕНИЕ");
        let view = library.correct(&card.id, &named("koi8-r")).unwrap();
        assert_eq!(view.lines[0].text, "РЕШЕНИЕ");
        let error = library.correct(&card.id, &named("вавилон")).unwrap_err();
        assert_eq!(error.code, ErrorCode::EncodingUnknown);
        assert_eq!(library.document(&card.id).unwrap().corrections.len(), 2);
    }
}
