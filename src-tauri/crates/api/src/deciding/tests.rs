use super::*;
use std::path::Path;

use svod_diff::{Comparison, Pair};
use svod_model::Id;
use svod_readers::{Correction, Role, Verdict};

use crate::Access;
use crate::view::{ExportFormat, ExportHow, ExportSource, ImportOutcome};

const OLD: &str = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр школьных музеев;\n\
    - создать рабочую группу по ремонту спортивных залов;\n- открыть кружок шахмат.";
const NEW: &str = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр школьных музеев до 1 мая;\n\
    - подготовить совет наставников;\n- посадить сад.";

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("l.svod"), Access::Change).unwrap()
}

fn import(library: &Library, name: &str, text: &str) -> Id {
    let outcome = library
        .import_bytes(name, text.into(), crate::library::OWN_SHELF)
        .unwrap();
    match outcome {
        ImportOutcome::Imported { card, .. } => card.id,
        other => panic!("{other:?}"),
    }
}

fn newest(id: &Id) -> State {
    State::Document {
        id: id.clone(),
        revision: None,
    }
}

fn revision(id: &Id, number: u32) -> State {
    State::Document {
        id: id.clone(),
        revision: Some(number),
    }
}

fn compare(library: &Library, old: &State, new: &State) -> ComparisonView {
    library.compare(old, new, &Cancel::default()).unwrap()
}

fn pair<'a>(comparison: &'a Comparison, words: &str) -> Option<&'a Pair> {
    let mut pairs = comparison.pairs.iter();
    pairs.find(|pair| pair.old.text.contains(words))
}

fn part(parts: &[Part], words: &str) -> Part {
    let mut parts = parts.iter();
    parts
        .find(|part| part.text.contains(words))
        .unwrap()
        .clone()
}

fn together(old: &Part, new: &Part, relation: Option<Relation>) -> Decision {
    Decision {
        old: old.clone(),
        new: new.clone(),
        verdict: Judgement::Together { relation },
    }
}

fn apart(pair: &Pair) -> Decision {
    Decision {
        old: pair.old.clone(),
        new: pair.new.clone(),
        verdict: Judgement::Apart,
    }
}

#[test]
fn rejected_pair_stays_apart_after_a_restart_and_comes_back_with_undo() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old, new) = (
        import(&library, "а.txt", OLD),
        import(&library, "б.txt", NEW),
    );
    let (old, new) = (newest(&old), newest(&new));
    let view = compare(&library, &old, &new);
    let found = pair(&view.comparison, "смотр").unwrap();
    let view = library.decide(&old, &new, &[apart(found)]).unwrap();
    assert!(pair(&view.comparison, "смотр").is_none());
    assert_eq!(view.decisions.len(), 1);

    drop(library);
    let library = open(folder.path());
    assert!(pair(&compare(&library, &old, &new).comparison, "смотр").is_none());
    let view = library.undecide(&old, &new, None).unwrap();
    assert!(pair(&view.comparison, "смотр").is_some());
    assert!(view.decisions.is_empty());
    let view = library.undecide(&old, &new, None).unwrap();
    assert!(
        view.decisions.is_empty(),
        "nothing to take back, nothing new"
    );
}

#[test]
fn linked_pair_holds_with_its_relation_when_the_sides_are_swapped() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old, new) = (
        import(&library, "а.txt", OLD),
        import(&library, "б.txt", NEW),
    );
    let (old, new) = (newest(&old), newest(&new));
    let view = compare(&library, &old, &new);
    let (group, council) = (
        part(&view.comparison.dropped, "группу"),
        part(&view.comparison.added, "совет"),
    );
    let said = together(&group, &council, Some(Relation::Broadened));
    let view = library.decide(&old, &new, &[said]).unwrap();
    let linked = pair(&view.comparison, "группу").unwrap();
    assert!(linked.confirmed);
    assert_eq!(linked.relation, Relation::Broadened);

    let swapped = compare(&library, &new, &old);
    let linked = pair(&swapped.comparison, "совет").unwrap();
    assert!(linked.confirmed);
    assert_eq!(linked.relation, Relation::Narrowed);
}

#[test]
fn decisions_survive_reading_the_file_anew_and_reach_the_exports() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old_id, new_id) = (
        import(&library, "а.txt", OLD),
        import(&library, "б.txt", NEW),
    );
    let (old, new) = (newest(&old_id), newest(&new_id));
    let found = compare(&library, &old, &new);
    let found = pair(&found.comparison, "смотр").unwrap().clone();
    library.decide(&old, &new, &[apart(&found)]).unwrap();
    let correction = Correction {
        line: 7,
        text: "- открыть кружок шахмат.".into(),
        verdict: Verdict::As {
            role: Role::Finding,
        },
    };
    library.correct(&old_id, &correction).unwrap();
    let view = compare(&library, &old, &new);
    assert_eq!(view.old.card.revision, 2);
    assert!(pair(&view.comparison, "смотр").is_none());
    // The revision before the correction obeys as well.
    let view = compare(&library, &revision(&old_id, 1), &new);
    assert!(pair(&view.comparison, "смотр").is_none());

    let to = folder.path().join("out.json");
    let source = ExportSource::Comparison { old, new };
    library
        .export(&source, ExportFormat::Json, &ExportHow::default(), &to)
        .unwrap();
    let written: Comparison = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    assert!(pair(&written, "смотр").is_none());
}

#[test]
fn two_revisions_of_one_document_and_a_file_are_states_like_others() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let id = import(&library, "а.txt", OLD);
    let correction = Correction {
        line: 7,
        text: "- открыть кружок шахмат.".into(),
        verdict: Verdict::As {
            role: Role::Finding,
        },
    };
    library.correct(&id, &correction).unwrap();
    let numbers: Vec<u32> = library
        .revisions(&id)
        .unwrap()
        .iter()
        .map(|r| r.number)
        .collect();
    assert_eq!(numbers, [2, 1]);
    let view = compare(&library, &revision(&id, 1), &newest(&id));
    assert_eq!((view.old.card.directives, view.new.card.directives), (3, 2));
    assert_eq!(view.comparison.dropped.len(), 1);
    let same = library.compare(&revision(&id, 2), &newest(&id), &Cancel::default());
    assert_eq!(same.unwrap_err().code, ErrorCode::SameDocument);

    let path = folder.path().join("проект.txt");
    std::fs::write(&path, NEW).unwrap();
    let card = library
        .choose_file(Some(&path), &Cancel::default())
        .unwrap()
        .unwrap();
    assert_eq!(
        (card.source_name.as_str(), card.directives),
        ("проект.txt", 3)
    );
    let file = State::File {
        token: card.id.to_string(),
    };
    let view = compare(&library, &newest(&id), &file);
    let found = pair(&view.comparison, "смотр").unwrap();
    library
        .decide(&newest(&id), &file, &[apart(found)])
        .unwrap();
    assert_eq!(
        library.view().unwrap().documents.len(),
        1,
        "the file is no document"
    );

    // In another run the same bytes are chosen anew, and what was said of them holds.
    drop(library);
    let library = open(folder.path());
    let gone = library.compare(&newest(&id), &file, &Cancel::default());
    assert_eq!(gone.unwrap_err().code, ErrorCode::FileForgotten);
    library
        .choose_file(Some(&path), &Cancel::default())
        .unwrap();
    let view = compare(&library, &newest(&id), &file);
    assert!(pair(&view.comparison, "смотр").is_none());
}

#[test]
fn comparing_can_be_stopped_and_says_the_themes() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old, new) = (
        import(&library, "а.txt", OLD),
        import(&library, "б.txt", NEW),
    );
    let (old, new) = (newest(&old), newest(&new));
    let view = compare(&library, &old, &new);
    let museums = &pair(&view.comparison, "музеев").unwrap().old.id;
    assert_eq!(view.old_themes[museums], ["culture"]);
    assert!(view.themes.iter().any(|theme| theme.slug == "staff"));
    let cancel = Cancel::default();
    cancel.cancel();
    let stopped = library.compare(&old, &new, &cancel).unwrap_err();
    assert_eq!(stopped.code, ErrorCode::Cancelled);
}

/// A plan of many directives, no two of them alike.
fn long(count: usize, year: usize) -> String {
    const OBJECTS: [&str; 5] = [
        "смотр школьных музеев",
        "план ремонта библиотек",
        "мониторинг питания младших школьников",
        "семинар для наставников молодых учителей",
        "слёт юных краеведов",
    ];
    let lines = (0..count).map(|n| {
        let object = OBJECTS[n % OBJECTS.len()];
        let other = (n + year) % 7;
        format!(
            "- провести {object} по направлению {n} в {other} школах района до 1 мая {year} года;"
        )
    });
    let lines: Vec<String> = lines.collect();
    format!("РЕШЕНИЕ\nсовещания\n\nШколам:\n{}\n", lines.join("\n"))
}

#[test]
fn decisions_in_a_row_give_what_a_library_without_memory_gives() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old, new) = (
        import(&library, "а.txt", &long(24, 2030)),
        import(&library, "б.txt", &long(26, 2031)),
    );
    let (old, new) = (newest(&old), newest(&new));
    let anew = |library: &Library| {
        *library.last_compared.lock().unwrap() = None;
        compare(library, &old, &new)
    };
    let mut view = compare(&library, &old, &new);
    for turn in 0..8 {
        let said = match (turn % 4, view.comparison.pairs.get(turn * 2)) {
            (0 | 1, Some(pair)) => vec![apart(pair)],
            (2, Some(pair)) => vec![together(&pair.old, &pair.new, Some(Relation::Narrowed))],
            _ => match (
                view.comparison.dropped.first(),
                view.comparison.added.last(),
            ) {
                (Some(old), Some(new)) => vec![together(old, new, None)],
                _ => vec![],
            },
        };
        view = library.decide(&old, &new, &said).unwrap();
        assert_eq!(view, anew(&library), "turn {turn}");
    }
    for turn in 0..3 {
        view = library.undecide(&old, &new, None).unwrap();
        assert_eq!(view, anew(&library), "undone {turn}");
    }
    // A document that was read anew is not taken for the one before.
    let before = compare(&library, &old, &new);
    let State::Document { id, .. } = &old else {
        unreachable!()
    };
    let line = before.old.lines.len() as u32 - 1;
    let correction = Correction {
        line,
        text: before.old.lines[line as usize - 1].text.clone(),
        verdict: Verdict::As {
            role: Role::Finding,
        },
    };
    library.correct(id, &correction).unwrap();
    assert_eq!(compare(&library, &old, &new), anew(&library));
}

#[test]
fn a_long_comparison_says_how_far_it_is_and_stops_within_a_step() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let (old, new) = (
        import(&library, "а.txt", &long(300, 2030)),
        import(&library, "б.txt", &long(300, 2031)),
    );
    let (old, new) = (newest(&old), newest(&new));
    for stop_at in [1, 30, 60, 90] {
        let cancel = Cancel::default();
        let mut heard = Vec::new();
        let stopped = library.compare_task("t", &old, &new, &cancel, |progress| {
            assert_eq!((progress.task.as_str(), progress.total), ("t", 100));
            heard.push(progress.done);
            if progress.done >= stop_at {
                cancel.cancel();
            }
        });
        assert_eq!(stopped.unwrap_err().code, ErrorCode::Cancelled);
        assert!(heard.is_sorted(), "{heard:?}");
        let after = heard.iter().filter(|done| **done >= stop_at).count();
        assert_eq!(after, 1, "nothing is done after the wish to stop");
    }
    let mut heard = Vec::new();
    let report = |progress: crate::Progress| heard.push(progress.done);
    let compared = library.compare_task("t", &old, &new, &Cancel::default(), report);
    assert_eq!(compared.unwrap().comparison.pairs.len(), 300);
    assert_eq!(heard.last(), Some(&99));
}
