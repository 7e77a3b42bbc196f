//! What a person said of compared directives: kept, taken back, never lost.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

use rusqlite::Connection;
use svod_model::{Id, Resolution};
use svod_store::{Compared, NewDocument, ShelfKind, Store, StoreError, StoredDecision};

const AT: &str = "2026-08-25T10:00:00Z";
const YEARS: Compared<'_> = Compared {
    one: "document:a",
    other: "document:b",
};

fn said(one: &str, other: &str) -> StoredDecision {
    StoredDecision {
        one: (Id::new(one), format!("текст {one}")),
        other: (Id::new(other), format!("текст {other}")),
        verdict: r#"{"is":"apart"}"#.into(),
    }
}

fn decide(store: &mut Store, of: Compared<'_>, decisions: &[StoredDecision]) -> u32 {
    store
        .write::<_, StoreError>(|library| library.add_decisions(of, decisions, AT))
        .unwrap()
}

fn undo(store: &mut Store, of: Compared<'_>, act: Option<u32>) -> bool {
    store
        .write::<_, StoreError>(|library| library.undo_decisions(of, act, AT))
        .unwrap()
}

fn kept(store: &Store, of: Compared<'_>) -> Vec<String> {
    let decisions = store.read().decisions(of).unwrap();
    decisions
        .iter()
        .map(|(_, decision)| format!("{} {}", decision.one.0, decision.other.0))
        .collect()
}

#[test]
fn what_was_said_in_one_go_is_taken_back_in_one_go() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.svod");
    let mut store = Store::open(&path).unwrap();
    let first = decide(&mut store, YEARS, &[said("p", "q")]);
    decide(&mut store, YEARS, &[said("r", "s"), said("r", "t")]);
    let others = Compared {
        one: "document:a",
        other: "file:00",
    };
    decide(&mut store, others, &[said("x", "y")]);
    drop(store);

    let mut store = Store::open(&path).unwrap();
    assert_eq!(kept(&store, YEARS), ["p q", "r s", "r t"]);
    assert_eq!(kept(&store, others), ["x y"]);
    assert!(undo(&mut store, YEARS, None));
    assert_eq!(kept(&store, YEARS), ["p q"]);
    assert!(undo(&mut store, YEARS, Some(first)));
    assert!(
        !undo(&mut store, YEARS, None),
        "nothing is left to take back"
    );
    assert_eq!(kept(&store, others), ["x y"]);
    let actions: Vec<String> = store
        .read()
        .journal()
        .unwrap()
        .into_iter()
        .map(|entry| entry.action)
        .collect();
    assert_eq!(
        actions,
        ["decide", "decide", "decide", "undecide", "undecide"]
    );
}

#[test]
fn decisions_cannot_be_rewritten_or_deleted_even_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.svod");
    let mut store = Store::open(&path).unwrap();
    decide(&mut store, YEARS, &[said("p", "q")]);
    drop(store);
    let raw = Connection::open(&path).unwrap();
    for sql in [
        "DELETE FROM decision",
        "UPDATE decision SET verdict = '{}'",
        "UPDATE decision SET one_text = '', undone = 1",
    ] {
        assert!(raw.execute_batch(sql).is_err(), "{sql}");
    }
    raw.execute_batch("UPDATE decision SET undone = 1").unwrap();
}

#[test]
fn library_of_the_third_schema_is_upgraded_with_its_corrections() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.svod");
    let raw = Connection::open(&path).unwrap();
    for step in [
        include_str!("../migrations/0001_library.sql"),
        include_str!("../migrations/0002_search.sql"),
        include_str!("../migrations/0003_corrections.sql"),
    ] {
        raw.execute_batch(step).unwrap();
    }
    raw.execute_batch("PRAGMA user_version = 3").unwrap();
    drop(raw);
    let mut store = Store::open(&path).unwrap();
    decide(&mut store, YEARS, &[said("p", "q")]);
    assert_eq!(kept(&store, YEARS), ["p q"]);
    assert!(store.read().corrections(b"any").unwrap().is_empty());
}

#[test]
fn every_revision_is_listed_and_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("library.svod")).unwrap();
    let (id, shelf) = (Id::new("a"), Id::new("own"));
    let titled = |title: &str| Resolution {
        title: title.into(),
        ..Resolution::default()
    };
    store
        .write::<_, StoreError>(|library| {
            library.ensure_shelf(&shelf, ShelfKind::Own, "")?;
            library.add_document(&NewDocument {
                id: &id,
                shelf: &shelf,
                source_name: "файл.docx",
                original: b"one",
                resolution: &titled("Первая"),
                reading: "{}",
                at: AT,
            })?;
            library.reread_document(&id, &titled("Вторая"), "{}", AT)
        })
        .unwrap();
    let read = store.read();
    let numbers: Vec<u32> = read
        .revisions(&id)
        .unwrap()
        .into_iter()
        .map(|mark| mark.number)
        .collect();
    assert_eq!(numbers, [2, 1]);
    let title = |number| read.revision(&id, number).unwrap().resolution.title;
    assert_eq!(
        (title(Some(1)), title(Some(2)), title(None)),
        ("Первая".into(), "Вторая".into(), "Вторая".into())
    );
    assert!(matches!(
        read.revision(&id, Some(3)),
        Err(StoreError::NoDocument { .. })
    ));
    assert!(read.revisions(&Id::new("нет")).is_err());
}
