//! From files to the library and out again, through the one door.

use std::path::Path;

use svod_api::view::{
    ExportFormat, ExportHow, ExportSource, ImportOutcome, ShelfKind, State, Status,
};
use svod_api::{Access, Cancel, ErrorCode, Id, Library};
use svod_store::Store;

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
            ImportOutcome::Imported { card, .. } => card.id.clone(),
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
    let newest = svod_store::SCHEMA_VERSION;
    for version in 4..newest {
        let released = databases.join(format!("v{version}.sqlite"));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.svod");
        std::fs::copy(&released, &path).unwrap();
        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        let view = library.view().unwrap();
        let draft = Id::new("draft2027");
        let own = view.documents.iter().filter(|card| card.id != draft);
        let own: Vec<_> = own.collect();
        let card = own[0];
        assert_eq!(
            (own.len(), card.directives),
            (1, 27),
            "of version {version}"
        );
        assert!(!library.document(&card.id).unwrap().lines.is_empty());
        let hits = library.search("школа").unwrap();
        assert!(hits.iter().any(|hit| hit.document == card.id));
        assert!(library.open_draft(&card.id).is_ok(), "it can be edited now");
        let copy = folder.path().join(format!("library.svod.before-v{newest}"));
        svod_store::check_copy(&copy).unwrap();
        if version >= 5 {
            drafting_is_there(&library, &draft);
        }
        if version >= 6 {
            let store = Store::open(&path).unwrap();
            let came = store.read().came_back(&draft).unwrap().unwrap();
            assert_eq!((came.files.len(), came.said.len()), (1, 1));
        }
        if version >= 7 {
            assert_eq!(card.status, Status::Archived);
            assert!(hits.iter().any(|hit| hit.document == draft));
        }
        if version >= 9 {
            let today = "2026-10-01".parse().unwrap();
            let control = library.control(None, today).unwrap();
            let history = control.items.iter().flat_map(|item| &item.history);
            let by: Vec<&str> = history.map(|mark| mark.made_by.as_str()).collect();
            // The second of all was taken back; the names came with the tenth schema.
            let known = ["", "Н. П. Орлова"];
            assert_eq!(by, known[..if version >= 10 { 2 } else { 1 }]);
        }
    }
}

/// What was written, carried over and said of a draft before the upgrade.
fn drafting_is_there(library: &Library, draft: &Id) {
    let open = library.open_draft(draft).unwrap();
    assert_eq!(open.resolution.preamble, ["Обсудив итоги года"]);
    let carried = library.carry_over(draft).unwrap();
    let kept = carried.items.iter().filter(|item| item.verdict.is_some());
    assert_eq!(kept.count(), 1);
    let remarks = library.remarks(draft).unwrap();
    assert_eq!(remarks[1].answers.as_ref(), Some(&remarks[0].id));
    let bodies = library.addressees().unwrap();
    assert!(
        bodies
            .iter()
            .any(|body| body.name == "Станция юных техников")
    );
}

/// A newer program's library is refused with the word for it.
#[test]
fn a_newer_library_is_refused_with_its_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.svod");
    drop(Library::open(&path, Access::Change).unwrap());
    let mut bytes = std::fs::read(&path).unwrap();
    // Where SQLite keeps `user_version`.
    bytes[60..64].copy_from_slice(&(svod_store::SCHEMA_VERSION + 1).to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    let refused = Library::open(&path, Access::Change).unwrap_err();
    assert_eq!(refused.code, ErrorCode::LibraryNewer);
    assert!(std::fs::read(&path).unwrap() == bytes, "it is untouched");
}
