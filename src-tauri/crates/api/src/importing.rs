use std::collections::VecDeque;
use std::path::Path;

use svod_model::{Id, Resolution};
use svod_readers::{Options, Reading};
use svod_store::{Indexed, NewDocument};

use crate::documents::{card, stored_reading};
use crate::families::{Run, notice};
use crate::library::{OWN_SHELF, new_id, now};
use crate::reading::{Begun, begin};
use crate::searching::indexed;
use crate::view::{ImportItem, ImportOutcome, ImportReport};
use crate::{Cancel, Error, ErrorCode, Library, Progress, files};

/// How many files are read ahead of the one that is stored.
const AHEAD: usize = 2;

/// A file on its way into the library; nothing is read of one that is there already.
struct Import {
    name: String,
    bytes: Vec<u8>,
    reading: Option<Begun<Prepared>>,
}

/// What is stored of a file, made ready beside the one that is being stored.
struct Prepared {
    resolution: Resolution,
    account: String,
    indexed: Indexed,
}

fn prepare(reading: Reading) -> Result<Prepared, Error> {
    Ok(Prepared {
        account: stored_reading(&reading)?,
        indexed: indexed(&reading.resolution),
        resolution: reading.resolution,
    })
}

impl Library {
    /// Reads files and keeps what was read, each file whole or not at all; a file that cannot be
    /// read does not stop the others. A folder stands for the documents in it. The families of its
    /// directives are found with it.
    ///
    /// `report` hears of each file before it is read and once at the end.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] if stopped; what was imported before stays imported.
    pub fn import(
        &self,
        task: &str,
        paths: &[impl AsRef<Path>],
        cancel: &Cancel,
        mut report: impl FnMut(Progress),
    ) -> Result<ImportReport, Error> {
        let files::Inside { found, passed_over } = files::inside_folders(paths);
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let mut progress = Progress {
            task: task.into(),
            done: 0,
            total,
            label: String::new(),
        };
        let mut items = Vec::new();
        // The next files are read while this one is stored.
        let mut waiting = found.iter().filter_map(|found| found.as_ref().ok());
        let mut begun = VecDeque::new();
        let mut run = Run::default();
        for found in &found {
            cancel.check()?;
            let path = match found {
                Ok(path) => path,
                Err(error) => {
                    let file = error.args.get("file").cloned().unwrap_or_default();
                    let outcome = ImportOutcome::Failed {
                        error: error.clone(),
                    };
                    items.push(ImportItem { file, outcome });
                    progress.done += 1;
                    continue;
                }
            };
            progress.label = files::name(path);
            report(progress.clone());
            while begun.len() <= AHEAD
                && let Some(next) = waiting.next()
            {
                begun.push_back(
                    files::read(next).and_then(|bytes| self.begin(&files::name(next), bytes)),
                );
            }
            let outcome = begun
                .pop_front()
                .unwrap_or_else(|| Err(Error::new(ErrorCode::Internal)))
                .and_then(|begun| self.keep(begun, OWN_SHELF, &mut run))
                .unwrap_or_else(|error| ImportOutcome::Failed { error });
            items.push(ImportItem {
                file: files::name(path),
                outcome,
            });
            progress.done += 1;
        }
        report(progress);
        Ok(ImportReport { items, passed_over })
    }

    /// Imports what a person chose; nothing when they chose nothing.
    ///
    /// # Errors
    /// As [`Library::import`].
    pub fn import_chosen(
        &self,
        task: &str,
        paths: &[impl AsRef<Path>],
        cancel: &Cancel,
        report: impl FnMut(Progress),
    ) -> Result<Option<ImportReport>, Error> {
        if paths.is_empty() {
            return Ok(None);
        }
        self.import(task, paths, cancel, report).map(Some)
    }

    pub(crate) fn import_bytes(
        &self,
        name: &str,
        bytes: Vec<u8>,
        shelf: &str,
    ) -> Result<ImportOutcome, Error> {
        let begun = self.begin(name, bytes)?;
        self.keep(begun, shelf, &mut Run::default())
    }

    /// The document that came from these bytes, if there is one.
    fn twin(&self, bytes: &[u8]) -> Result<Option<ImportOutcome>, Error> {
        let found = self
            .store()
            .read()
            .document_with_original(bytes)
            .map_err(|error| self.explain(error))?;
        found
            .map(|found| {
                Ok(ImportOutcome::Duplicate {
                    card: Box::new(card(found)?),
                })
            })
            .transpose()
    }

    /// Begins to read a file, unless it is in the library already.
    fn begin(&self, name: &str, bytes: Vec<u8>) -> Result<Import, Error> {
        let reading = if self.twin(&bytes)?.is_some() {
            None
        } else {
            let options = Options {
                corrections: self.corrections(&bytes)?,
                ..Options::default()
            };
            Some(begin(bytes.clone(), name, options, prepare)?)
        };
        Ok(Import {
            name: name.to_owned(),
            bytes,
            reading,
        })
    }

    /// Keeps what was read; the same bytes may have come twice in one go.
    fn keep(&self, import: Import, shelf: &str, run: &mut Run) -> Result<ImportOutcome, Error> {
        let explain = |error| self.explain(error);
        let Import {
            name,
            bytes,
            reading,
        } = import;
        let prepared = match (self.twin(&bytes)?, reading) {
            (Some(twin), _) => return Ok(twin),
            (None, Some(reading)) => reading.finish()?,
            // It was there when reading could have begun, and was put into the bin since.
            (None, None) => begin(bytes.clone(), &name, Options::default(), prepare)?.finish()?,
        };
        let (id, at) = (new_id(), now());
        let like = self.like(&prepared.resolution, &prepared.indexed)?;
        let themes = self.theme_list()?;
        let added = self
            .store()
            .write(|library| {
                library.add_document(&NewDocument {
                    id: &id,
                    shelf: &Id::new(shelf),
                    source_name: &name,
                    original: &bytes,
                    resolution: &prepared.resolution,
                    reading: &prepared.account,
                    at: &at,
                })?;
                library.index(&id, &prepared.indexed)?;
                notice(library, &id, &prepared.resolution, &themes, run)?;
                library.read().document(&id)
            })
            .map_err(explain)?;
        Ok(ImportOutcome::Imported {
            card: Box::new(card(added)?),
            like: like.map(Box::new),
        })
    }
}

impl ImportOutcome {
    /// The error of a file that failed.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Failed { error } => Some(error),
            Self::Imported { .. } | Self::Duplicate { .. } => None,
        }
    }
}

impl ImportReport {
    /// Whether every file was added or was there already.
    pub fn is_clean(&self) -> bool {
        self.items.iter().all(|item| item.outcome.error().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::Likeness;

    #[test]
    fn bad_file_is_reported_and_the_others_are_imported() {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("good.txt");
        let bad = folder.path().join("bad.docx");
        std::fs::write(
            &good,
            "РЕШЕНИЕ\nсовещания\n\nУправлению образования:\n- провести смотр.\n",
        )
        .unwrap();
        std::fs::write(&bad, b"PK\x03\x04 cut short").unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let mut heard = Vec::new();
        let report = library
            .import("t", &[&bad, &good], &Cancel::default(), |progress| {
                heard.push(progress.done);
            })
            .unwrap();
        assert_eq!(
            report.items[0].outcome.error().map(|error| error.code),
            Some(ErrorCode::FileDamaged)
        );
        assert!(matches!(
            report.items[1].outcome,
            ImportOutcome::Imported { .. }
        ));
        assert_eq!(heard, [0, 1, 2]);
        assert_eq!(library.view().unwrap().documents.len(), 1);

        let again = library
            .import("t", &[&good], &Cancel::default(), |_| {})
            .unwrap();
        assert!(matches!(
            again.items[0].outcome,
            ImportOutcome::Duplicate { .. }
        ));
    }

    #[test]
    fn a_document_that_calls_itself_nothing_is_known_by_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let text = "Добрый день!\nПоздравляем с праздником.\nДо встречи.";
        let outcome = library
            .import_bytes("Письмо соседям.от мая.txt", text.into(), OWN_SHELF)
            .unwrap();
        let ImportOutcome::Imported { card, .. } = outcome else {
            panic!("{outcome:?}");
        };
        assert_eq!(
            (card.title.as_str(), card.directives),
            ("Письмо соседям.от мая", 0)
        );
    }

    #[test]
    fn the_same_text_and_nearly_the_same_are_told_but_next_year_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let import = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).unwrap();
            let report = library.import("t", &[&file], &Cancel::default(), |_| {});
            match report.unwrap().items.remove(0).outcome {
                ImportOutcome::Imported { like, .. } => like.map(|like| like.likeness),
                other => panic!("{other:?}"),
            }
        };
        let items: Vec<String> = (0..12)
            .map(|n| {
                format!("- провести смотр школьных музеев № {n} с участием родителей и ветеранов;")
            })
            .collect();
        let text = format!(
            "РЕШЕНИЕ\nсовещания\nпринято 25.08.2026\n\nШколам округа:\n{}",
            items.join("\n")
        );
        assert_eq!(import("1.txt", &text), None);
        assert_eq!(import("2.txt", &format!("{text}\n")), Some(Likeness::Same));
        let dated = text.replacen("ветеранов", "ветеранов до 15 мая 2027 года", 1);
        let moved = dated.replace("15 мая", "28 мая");
        assert_eq!(import("a.txt", &dated), Some(Likeness::Near));
        assert_eq!(import("b.txt", &moved), Some(Likeness::Near));
        let edited = text.replace("музеев № 3", "театров № 3");
        assert_eq!(import("3.txt", &edited), Some(Likeness::Near));
        let next = edited.replace("2026", "2027");
        assert_eq!(
            import("4.txt", &next),
            Some(Likeness::Same),
            "the words of the other one"
        );
        let next = next.replace("музеев № 5", "клубов № 5");
        assert_eq!(
            import("5.txt", &next),
            Some(Likeness::Near),
            "of the same year"
        );
        let later = next
            .replace("2027", "2028")
            .replace("музеев № 7", "хоров № 7");
        assert_eq!(import("6.txt", &later), None);
    }

    #[test]
    fn a_folder_stands_for_the_documents_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("2025/август");
        std::fs::create_dir_all(&deep).unwrap();
        for n in 0..5 {
            let text = format!("РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр № {n}.");
            std::fs::write(deep.join(format!("{n}.txt")), text).unwrap();
        }
        std::fs::write(folder.path().join("смета.xlsx"), b"no document").unwrap();
        std::fs::write(folder.path().join("Thumbs.db"), b"pictures of Windows").unwrap();
        std::fs::write(folder.path().join("~$решение.docx"), b"a lock of Word").unwrap();
        std::fs::write(folder.path().join("битый.docx"), b"PK\x03\x04").unwrap();
        let other = tempfile::tempdir().unwrap();
        let library = Library::open(&other.path().join("l.svod"), Access::Change).unwrap();
        let report = library
            .import("t", &[folder.path()], &Cancel::default(), |_| {})
            .unwrap();
        let failed = report.items.iter().filter(|i| i.outcome.error().is_some());
        assert_eq!((report.items.len(), failed.count()), (6, 1));
        assert_eq!(report.passed_over, ["смета.xlsx"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_passed_over_in_a_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let text = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр.";
        let mut deep = folder.path().join("архив");
        for n in 0..14 {
            deep = deep.join(format!("{n}"));
        }
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(deep.join("старое.txt"), text).unwrap();
        std::fs::write(folder.path().join("новое.txt"), text).unwrap();
        let link = |to: &str, from: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(from)).unwrap();
        };
        link("новое.txt", "ссылка.txt");
        link("архив", "круг");
        link("смета.xlsx", "смета.xlsx");
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let report = library
            .import("t", &[folder.path()], &Cancel::default(), |_| {})
            .unwrap();
        let said = |item: &ImportItem| {
            let code = item.outcome.error().map(|error| error.code);
            (item.file.clone(), code)
        };
        let said: Vec<_> = report.items.iter().map(said).collect();
        assert_eq!(
            said,
            [
                ("11".to_owned(), Some(ErrorCode::FolderTooDeep)),
                ("круг".into(), Some(ErrorCode::LinkNotFollowed)),
                ("новое.txt".into(), None),
                ("ссылка.txt".into(), Some(ErrorCode::LinkNotFollowed)),
            ]
        );
    }

    #[test]
    fn cancelled_import_keeps_what_was_done_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let cancel = Cancel::default();
        cancel.cancel();
        let error = library
            .import("t", &["a.txt"], &cancel, |_| {})
            .unwrap_err();
        assert_eq!(error.code, ErrorCode::Cancelled);
    }
}
