//! The library file as its callers see it: real files, real SQLite.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use svod_model::{Directive, Group, Id, Resolution, Section};
use svod_store::{
    Indexed, LibraryLock, NewDocument, Purged, SCHEMA_VERSION, Searchable, ShelfKind, Status,
    Store, StoreError,
};

const AT: &str = "2026-08-25T10:00:00Z";

fn path(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("library.svod")
}

fn resolution(title: &str, directives: &[&str]) -> Resolution {
    let directives = directives
        .iter()
        .map(|text| Directive {
            id: Id::new(*text),
            text: (*text).into(),
            ..Directive::default()
        })
        .collect();
    let group = Group {
        id: Id::new("g"),
        directives,
        ..Group::default()
    };
    Resolution {
        title: title.into(),
        sections: vec![Section {
            groups: vec![group],
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

fn add(store: &mut Store, id: &str, resolution: &Resolution, original: &[u8]) {
    let (id, shelf) = (Id::new(id), Id::new("own"));
    store
        .write::<_, StoreError>(|library| {
            library.ensure_shelf(&shelf, ShelfKind::Own, "")?;
            library.add_document(&NewDocument {
                id: &id,
                shelf: &shelf,
                source_name: "файл.docx",
                original,
                resolution,
                reading: "{}",
                at: AT,
            })
        })
        .unwrap();
}

#[test]
fn document_comes_back_with_its_bytes_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let text = resolution("Резолюция форума", &["провести смотр"]);
    add(
        &mut Store::open(&path(&folder)).unwrap(),
        "a",
        &text,
        b"bytes",
    );

    let store = Store::open(&path(&folder)).unwrap();
    let card = store.read().document(&Id::new("a")).unwrap();
    assert_eq!(
        (card.title.as_str(), card.directives, card.revision),
        ("Резолюция форума", 1, 1)
    );
    assert_eq!(
        store
            .read()
            .newest_revision(&Id::new("a"))
            .unwrap()
            .resolution,
        text
    );
    assert_eq!(
        store.read().original(&Id::new("a")).unwrap().as_deref(),
        Some(&b"bytes"[..])
    );
    assert_eq!(store.read().shelves().unwrap()[0].count, 1);
}

#[test]
fn same_bytes_are_found_unless_they_are_in_the_bin() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    assert!(
        store
            .read()
            .document_with_original(b"one")
            .unwrap()
            .is_some()
    );
    assert!(
        store
            .read()
            .document_with_original(b"two")
            .unwrap()
            .is_none()
    );

    store
        .write::<_, StoreError>(|library| library.remove_document(&Id::new("a"), AT))
        .unwrap();
    assert!(
        store
            .read()
            .document_with_original(b"one")
            .unwrap()
            .is_none()
    );
}

#[test]
fn removed_document_waits_in_the_bin_and_can_be_restored() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    store
        .write::<_, StoreError>(|library| library.remove_document(&Id::new("a"), AT))
        .unwrap();
    assert!(store.read().documents().unwrap().is_empty());
    assert_eq!(store.read().removed_documents().unwrap().len(), 1);

    store
        .write::<_, StoreError>(|library| library.restore_document(&Id::new("a"), AT))
        .unwrap();
    assert_eq!(store.read().documents().unwrap().len(), 1);
    let actions: Vec<String> = store
        .read()
        .journal()
        .unwrap()
        .into_iter()
        .map(|entry| entry.action)
        .collect();
    assert_eq!(actions, ["import", "remove", "restore"]);
}

#[test]
fn failed_transaction_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    let result = store.write::<(), StoreError>(|library| {
        library.remove_document(&Id::new("a"), AT)?;
        library.remove_document(&Id::new("nobody"), AT)
    });
    assert!(matches!(result, Err(StoreError::NoDocument { id }) if id.as_str() == "nobody"));
    assert_eq!(store.read().documents().unwrap().len(), 1);
}

#[test]
fn revisions_cannot_be_changed_or_deleted_even_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    add(
        &mut Store::open(&path(&folder)).unwrap(),
        "a",
        &resolution("Первая", &[]),
        b"one",
    );
    let raw = Connection::open(path(&folder)).unwrap();
    for sql in [
        "UPDATE revision SET resolution = '{}'",
        "DELETE FROM revision",
    ] {
        let error = raw.execute(sql, []).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{error}");
    }
}

#[test]
fn every_term_has_to_occur_and_typed_syntax_is_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    index(&mut store, "a", "закр", &["откр муз"], &[]);
    assert_eq!(found(&store, &["муз", "откр"]), ["a/0"]);
    assert_eq!(found(&store, &["муз", "закр"]), [""; 0]);
    assert_eq!(found(&store, &["закр"]), ["a"]);
    assert_eq!(found(&store, &["\" OR 1 NEAR("]), [""; 0]);
    assert_eq!(found(&store, &[]), [""; 0]);
    assert_eq!(
        found(&store, &["откры"]),
        [""; 0],
        "a beginning, not an end"
    );
    assert_eq!(
        found(&store, &["от"]),
        [""; 0],
        "two letters are a whole word"
    );
}

/// Indexes a document: its directives are named by their numbers.
fn index(store: &mut Store, id: &str, head: &str, directives: &[&str], sketch: &[i64]) {
    let directives = directives.iter().enumerate().map(|(n, terms)| Searchable {
        directive: Id::new(n.to_string()),
        shown: (*terms).into(),
        terms: (*terms).into(),
    });
    let indexed = Indexed {
        head: head.into(),
        directives: directives.collect(),
        fingerprint: format!("{head} {sketch:?}"),
        sketch: sketch.to_vec(),
    };
    store
        .write::<_, StoreError>(|library| library.index(&Id::new(id), &indexed))
        .unwrap();
}

fn found(store: &Store, terms: &[&str]) -> Vec<String> {
    let terms: Vec<Vec<String>> = terms.iter().map(|term| vec![(*term).to_owned()]).collect();
    let hits = store.read().search(&terms).unwrap().into_iter();
    hits.map(|hit| match hit.directive {
        Some(directive) => format!("{}/{directive}", hit.document),
        None => hit.document.to_string(),
    })
    .collect()
}

#[test]
fn newest_texts_come_first_and_old_ones_of_a_document_are_gone() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    for id in ["a", "b", "c"] {
        add(&mut store, id, &resolution(id, &[]), id.as_bytes());
        index(&mut store, id, "форум", &["открыт музе", "закрыт"], &[]);
    }
    assert_eq!(found(&store, &["муз"]), ["c/0", "b/0", "a/0"]);
    index(
        &mut store,
        "a",
        "форум",
        &["закрыт", "открыт клуб", "музе"],
        &[],
    );
    assert_eq!(found(&store, &["муз"]), ["a/2", "c/0", "b/0"]);
    assert_eq!(found(&store, &["форум"]), ["a", "c", "b"]);
    let remove = |library: &svod_store::Writer<'_>| library.remove_document(&Id::new("c"), AT);
    store.write::<_, StoreError>(remove).unwrap();
    assert_eq!(found(&store, &["муз"]), ["a/2", "b/0"]);
    assert_eq!(store.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn documents_that_say_nearly_the_same_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    let sketch = [1, 2, 3, 4, 5, 6, 7, 8];
    for (id, sketch) in [
        ("a", sketch),
        ("b", [1, 2, 3, 4, 5, 6, 0, 0]),
        ("c", [8, 7, 6, 5, 4, 3, 2, 1]),
    ] {
        add(&mut store, id, &resolution(id, &[]), id.as_bytes());
        index(&mut store, id, id, &[], &sketch);
    }
    let twins = store.read().twins_of("", &sketch, 0.5).unwrap();
    let named: Vec<_> = twins
        .iter()
        .map(|twin| (twin.document.as_str(), twin.share))
        .collect();
    // Another fingerprint: nearly the same at most.
    assert_eq!(named, [("a", 0.999), ("b", 0.75)]);
    let pairs = store.read().twins(0.5).unwrap();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|two| (two.first.as_str(), two.second.as_str()))
        .collect();
    assert_eq!(pairs, [("a", "b")]);
}

#[test]
fn status_is_kept_and_told_to_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    let draft = Resolution {
        draft: true,
        ..resolution("Проект", &[])
    };
    add(&mut store, "a", &draft, b"one");
    let status = |store: &Store| store.read().document(&Id::new("a")).unwrap().status;
    assert_eq!(status(&store), Status::Draft);
    store
        .write::<_, StoreError>(|library| library.set_status(&Id::new("a"), Status::Archived, AT))
        .unwrap();
    assert_eq!(status(&store), Status::Archived);
    let last = store.read().journal().unwrap().pop().unwrap();
    assert_eq!(
        (last.action.as_str(), last.detail.as_deref()),
        ("status", Some("archived"))
    );
}

#[test]
fn emptied_bin_leaves_nothing_of_a_document_and_nothing_dangling() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"shared");
    add(&mut store, "b", &resolution("Вторая", &[]), b"own");
    add(&mut store, "c", &resolution("Третья", &[]), b"shared");
    index(&mut store, "a", "форум", &["открыт музе"], &[1, 2]);
    let ids = [Id::new("a"), Id::new("b"), Id::new("c")];
    let purged = store.write::<_, StoreError>(|library| {
        library.remove_document(&ids[0], AT)?;
        library.remove_document(&ids[1], AT)?;
        library.purge(&ids, AT)
    });
    assert_eq!(
        purged.unwrap(),
        Purged {
            gone: ids[..2].to_vec(),
            needed: 0
        }
    );
    let read = store.read();
    assert!(read.removed_documents().unwrap().is_empty());
    assert_eq!(
        read.documents().unwrap().len(),
        1,
        "what is not in the bin stays"
    );
    assert!(read.document_with_original(b"shared").unwrap().is_some());
    assert_eq!(found(&store, &["муз"]), [""; 0]);
    assert_eq!(store.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn a_document_that_something_leans_on_stays_whole_in_the_bin() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    for id in ["a", "b"] {
        add(&mut store, id, &resolution(id, &[]), id.as_bytes());
        index(&mut store, id, "форум", &["открыт музе"], &[]);
    }
    let raw = Connection::open(path(&folder)).unwrap();
    raw.execute_batch(
        "CREATE TABLE leaning (document TEXT NOT NULL REFERENCES document (id));
         CREATE TRIGGER kept BEFORE DELETE ON leaning BEGIN SELECT RAISE(ABORT, 'kept'); END;
         INSERT INTO leaning VALUES ('a')",
    )
    .unwrap();
    drop(raw);
    let ids = [Id::new("a"), Id::new("b")];
    let purged = store.write::<_, StoreError>(|library| {
        ids.iter()
            .try_for_each(|id| library.remove_document(id, AT))?;
        library.purge(&ids, AT)
    });
    assert_eq!(
        purged.unwrap(),
        Purged {
            gone: vec![ids[1].clone()],
            needed: 1
        }
    );
    assert!(store.read().newest_revision(&ids[0]).is_ok());
    assert_eq!(store.verify().unwrap(), Vec::<String>::new());
    store
        .write::<_, StoreError>(|library| library.restore_document(&ids[0], AT))
        .unwrap();
    assert_eq!(found(&store, &["муз"]), ["a/0"]);
}

#[test]
fn newer_library_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(&path(&folder)).unwrap());
    let raw = Connection::open(path(&folder)).unwrap();
    raw.pragma_update(None, "user_version", SCHEMA_VERSION + 1)
        .unwrap();
    drop(raw);
    let error = Store::open(&path(&folder)).unwrap_err();
    assert!(matches!(error, StoreError::Newer { found, .. } if found == SCHEMA_VERSION + 1));
}

#[test]
fn foreign_file_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Это не база данных, а просто письмо. ".repeat(100);
    std::fs::write(path(&folder), &text).unwrap();
    assert!(matches!(
        Store::open(&path(&folder)),
        Err(StoreError::Damaged { .. })
    ));
    assert_eq!(std::fs::read_to_string(path(&folder)).unwrap(), text);
}

#[test]
fn database_of_another_program_is_refused_and_left_alone() {
    for schema in [
        "CREATE TABLE users (name)",
        "CREATE TABLE document (id); PRAGMA user_version = 7",
        "PRAGMA user_version = 3",
        "CREATE TABLE document (id); PRAGMA user_version = 70",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let raw = Connection::open(path(&folder)).unwrap();
        raw.execute_batch(schema).unwrap();
        drop(raw);
        let before = std::fs::read(path(&folder)).unwrap();
        let refused = Store::open(&path(&folder)).unwrap_err();
        assert!(matches!(refused, StoreError::Damaged { .. }), "{refused}");
        assert!(std::fs::read(path(&folder)).unwrap() == before, "{schema}");
        let beside = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(beside, 1, "{schema}: nothing is left beside it");
    }
}

#[test]
fn library_cut_short_is_reported_by_verify_or_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    for n in 0..50 {
        let text = "поручение ".repeat(200);
        add(
            &mut store,
            &format!("d{n}"),
            &resolution(&text, &[&text]),
            text.as_bytes(),
        );
    }
    drop(store);
    let bytes = std::fs::read(path(&folder)).unwrap();
    let mut broken = bytes.clone();
    broken[8192..40_000].fill(0x55);
    std::fs::write(path(&folder), broken).unwrap();
    match Store::open(&path(&folder)) {
        Ok(store) => match store.verify() {
            Ok(problems) => assert!(!problems.is_empty()),
            Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "{error}"),
        },
        Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "{error}"),
    }
}

#[test]
fn upgrade_keeps_the_documents_and_a_copy_of_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let raw = Connection::open(path(&folder)).unwrap();
    raw.execute_batch(include_str!("../migrations/0001_library.sql"))
        .unwrap();
    raw.execute_batch("INSERT INTO shelf VALUES ('own', 'own', '', 1); PRAGMA user_version = 1")
        .unwrap();
    drop(raw);

    let store = Store::open(&path(&folder)).unwrap();
    assert_eq!(store.read().shelves().unwrap().len(), 1);
    let copy = folder
        .path()
        .join(format!("library.svod.before-v{SCHEMA_VERSION}"));
    let copy = Connection::open(copy).unwrap();
    let version: u32 = copy
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1);
}

#[test]
fn backup_is_a_sound_library_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    let copy = folder.path().join("copy.svod");
    store.backup(&copy).unwrap();
    let copy = Store::open(&copy).unwrap();
    assert_eq!(copy.read().documents().unwrap().len(), 1);
    assert_eq!(copy.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn only_one_process_holds_the_lock_and_it_ends_with_its_holder() {
    let folder = tempfile::tempdir().unwrap();
    let first = LibraryLock::take(&path(&folder)).unwrap();
    assert!(matches!(
        LibraryLock::take(&path(&folder)),
        Err(StoreError::Locked)
    ));
    drop(first);
    LibraryLock::take(&path(&folder)).unwrap();
}

#[test]
fn missing_folder_is_named_not_created_half() {
    let error = Store::open(Path::new("/nonexistent/folder/library.svod")).unwrap_err();
    assert!(matches!(error, StoreError::NotOpened { .. }));
}

#[cfg(unix)]
#[test]
fn library_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"one");
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
}

#[test]
fn a_copy_that_is_no_whole_library_is_not_made_ready() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&path(&folder)).unwrap();
    add(&mut store, "a", &resolution("Первая", &[]), b"own");
    let copy = folder.path().join("copy.svod");
    store.backup(&copy).unwrap();
    svod_store::check_whole(&copy).unwrap();
    let ready = folder.path().join("ready");
    svod_store::prepare(&copy, &ready).unwrap();
    svod_store::check_whole(&ready).unwrap();

    // A file of another program, one that only calls itself a library, and one whose bytes are not
    // those that came.
    let alien = "CREATE TABLE document (x)";
    let liar = format!("{alien}; PRAGMA user_version = {SCHEMA_VERSION}");
    let old_liar = format!("{alien}; PRAGMA user_version = 7");
    for sql in [alien, &liar, &old_liar] {
        let file = tempfile::NamedTempFile::new().unwrap();
        let raw = Connection::open(file.path()).unwrap();
        raw.execute_batch(sql).unwrap();
        drop(raw);
        let refused = svod_store::prepare(file.path(), &folder.path().join("none"));
        assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{sql}");
        std::fs::remove_file(folder.path().join("none")).ok();
    }
    let raw = Connection::open(&copy).unwrap();
    raw.execute("UPDATE original SET bytes = x'00'", [])
        .unwrap();
    drop(raw);
    let refused = svod_store::check_whole(&copy);
    assert!(matches!(refused, Err(StoreError::Damaged { .. })));
}

#[test]
fn damage_of_what_is_copied_and_packed_is_found() {
    for (damage, told) in [
        ("UPDATE document SET title = 'Перваа'", "the list says of a"),
        ("UPDATE document SET directives = 7", "the list says of a"),
        ("UPDATE entry SET shown = zeroblob(20)", "shown of entry"),
        (
            "INSERT INTO addressee (id, detail, changed_at) VALUES ('x', '{\"name', '')",
            "rows of addressee",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&path(&folder)).unwrap();
        add(&mut store, "a", &resolution("Первая", &[]), b"own");
        index(&mut store, "a", "форум", &["открыт музе"], &[1, 2]);
        assert_eq!(store.verify().unwrap(), Vec::<String>::new());
        let raw = Connection::open(path(&folder)).unwrap();
        raw.execute_batch(damage).unwrap();
        drop(raw);
        let problems = store.verify().unwrap();
        assert!(
            problems.len() == 1 && problems[0].contains(told),
            "{damage}: {problems:?}"
        );
    }
}
