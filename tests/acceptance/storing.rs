//! From files to the library and out again, through the one door.

use std::path::Path;

use svod_api::view::{ExportFormat, ExportHow, ExportSource, ImportOutcome, ShelfKind, State};
use svod_api::{Access, Cancel, ErrorCode, Id, Library};

#[test]
fn first_start_shows_the_samples_and_they_compare_and_export() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    library.welcome().unwrap();
    let view = library.view().unwrap();
    let examples = view
        .shelves
        .iter()
        .find(|shelf| shelf.kind == ShelfKind::Examples)
        .unwrap();
    assert_eq!(examples.count as usize, view.documents.len());

    let year = |text: &str| {
        let card = view
            .documents
            .iter()
            .find(|card| card.source_name == text)
            .unwrap();
        card.id.clone()
    };
    let (old, new) = (
        year("tihorechensky-2025.docx"),
        year("tihorechensky-2026.docx"),
    );
    let state = |id: &Id| State::Document {
        id: id.clone(),
        revision: None,
    };
    let compare =
        |old: &Id, new: &Id| library.compare(&state(old), &state(new), &Cancel::default());
    let comparison = compare(&old, &new).unwrap().comparison;
    assert!(comparison.pairs.len() >= 5, "{:?}", comparison.summary);

    for (source, formats) in [
        (
            ExportSource::Document { id: new.clone() },
            &[ExportFormat::Docx, ExportFormat::Html, ExportFormat::Md][..],
        ),
        (
            ExportSource::Comparison {
                old: state(&old),
                new: state(&new),
            },
            &[
                ExportFormat::Docx,
                ExportFormat::Html,
                ExportFormat::Txt,
                ExportFormat::Json,
                ExportFormat::Xlsx,
                ExportFormat::Redline,
            ][..],
        ),
    ] {
        for format in formats {
            let to = folder.path().join("out").with_extension(format.extension());
            let saved = library
                .export(&source, *format, &ExportHow::default(), &to)
                .unwrap();
            assert_eq!(saved.size, std::fs::metadata(&to).unwrap().len());
        }
    }
    assert_eq!(
        compare(&new, &new).unwrap_err().code,
        ErrorCode::SameDocument
    );
}

#[test]
fn original_bytes_and_structure_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let file = folder.path().join("решение.txt");
    std::fs::write(
        &file,
        "РЕШЕНИЕ\nсовещания\n\nШколам округа:\n- провести смотр музеев.\n",
    )
    .unwrap();
    let id = {
        let library = Library::open(&path, Access::Change).unwrap();
        let report = library
            .import("t", &[&file], &Cancel::default(), |_| {})
            .unwrap();
        match &report.items[0].outcome {
            ImportOutcome::Imported { card } => card.id.clone(),
            other => panic!("{other:?}"),
        }
    };
    let library = Library::open(&path, Access::Change).unwrap();
    let document = library.document(&id).unwrap();
    assert_eq!(document.resolution.directives().count(), 1);
    assert_eq!(
        document.lines.len(),
        document.lines.last().unwrap().number as usize
    );
    assert!(
        library
            .search("музей")
            .unwrap()
            .iter()
            .any(|hit| hit.document == id)
    );
}

#[test]
fn second_window_is_told_that_the_library_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let first = Library::open(&path, Access::Change).unwrap();
    let refused = Library::open(&path, Access::Change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::LibraryLocked);
    Library::open(&path, Access::Look).unwrap();
    drop(first);
    Library::open(&path, Access::Change).unwrap();
}

/// Every schema that was released, as a file: it opens, nothing of it is lost, a copy is beside it.
#[test]
fn libraries_of_every_released_schema_are_upgraded_whole() {
    let databases = Path::new(env!("CARGO_MANIFEST_DIR")).join("databases");
    let mut met = 0;
    for entry in std::fs::read_dir(databases).unwrap() {
        let released = entry.unwrap().path();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.svod");
        std::fs::copy(&released, &path).unwrap();
        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        let view = library.view().unwrap();
        let card = &view.documents[0];
        assert_eq!((view.documents.len(), card.directives), (1, 27));
        assert!(!library.document(&card.id).unwrap().lines.is_empty());
        assert!(!library.search("школа").unwrap().is_empty());
        assert!(library.open_draft(&card.id).is_ok(), "it can be edited now");
        let copies = std::fs::read_dir(folder.path()).unwrap();
        let names: Vec<_> = copies.map(|e| e.unwrap().file_name()).collect();
        let copied = |name: &std::ffi::OsString| name.to_string_lossy().contains(".before-v");
        assert!(names.iter().any(copied), "{names:?}");
        met += 1;
    }
    assert!(met > 0);
}
