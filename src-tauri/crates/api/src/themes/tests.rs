use std::path::Path;

use super::*;
use crate::view::{ColumnsBy, Counting, ImportOutcome};
use crate::{Access, Cancel, matrix_of_library};

const TASKS: &str = "- закрепить наставников за молодыми педагогами;\n- посадить деревья;\n\
                     - обеспечить горячее питание.";

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("l.svod"), Access::Change).unwrap()
}

fn import(library: &Library, year: i32, tasks: &str) {
    let text = format!(
        "РЕЗОЛЮЦИЯ\nавгустовского совещания работников образования\nЛугового муниципального района\n\
         Приозёрной области\n\n20 августа {year} года\n\nУчастники совещания рекомендуют:\n\n\
         Управлению образования:\n{tasks}\n"
    );
    let name = format!("{year}.txt");
    let outcome = library.import_bytes(&name, text.into_bytes(), crate::library::OWN_SHELF);
    assert!(matches!(outcome.unwrap(), ImportOutcome::Imported { .. }));
}

fn find(library: &Library) -> u32 {
    library
        .find_families("t", &Cancel::default(), |_| {})
        .unwrap()
}

fn entry(name: &str, words: &str) -> ThemeEntry {
    ThemeEntry {
        name: name.into(),
        words: words.into(),
        ..ThemeEntry::default()
    }
}

/// How many directives a column has; nothing if there is no such column.
fn told(library: &Library, name: &str) -> Option<u32> {
    let matrix = library.districts(&Counting::default()).unwrap().matrix;
    let column = matrix.columns.iter().find(|column| column.name == name)?;
    Some(column.directives)
}

#[test]
fn a_new_theme_is_a_column_of_the_matrix_once_documents_were_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, TASKS);
    let mut themes = library.themes().unwrap().themes;
    themes.push(entry("Озеленение", "дерево, саженец"));
    let kept = library.keep_themes(Some(&themes)).unwrap();
    assert_eq!((kept.own, kept.can_undo), (true, true));
    assert_eq!(kept.themes.last().unwrap().slug, "own-1");
    assert_eq!(library.districts(&Counting::default()).unwrap().pending, 1);
    let tasks = || {
        let counting = Counting {
            columns: ColumnsBy::Families,
            ..Counting::default()
        };
        library.districts(&counting).unwrap().matrix
    };
    let before = tasks();
    assert_eq!(find(&library), 1);
    // The tasks are what they were.
    assert_eq!((find(&library), tasks()), (0, before));
    assert_eq!(told(&library, "Озеленение"), Some(1));
    // The cell opens its sentences.
    let row = &library.districts(&Counting::default()).unwrap().matrix.rows[0].key;
    let cell = library.cell(&Counting::default(), row, "own-1").unwrap();
    assert_eq!(cell.sentences[0].text, "посадить деревья");
    // What is imported from now on has it at once.
    import(&library, 2026, "- купить саженцы;\n- высадить деревья.");
    assert_eq!(told(&library, "Озеленение"), Some(3));
}

#[test]
fn another_name_and_order_change_no_marks_and_a_theme_switched_off_has_no_column() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, TASKS);
    let mut themes = library.themes().unwrap().themes;
    let food = themes
        .iter()
        .position(|one| one.slug == "nutrition")
        .unwrap();
    themes[food].name = "Еда".into();
    let food = themes.remove(food);
    themes.insert(0, food);
    library.keep_themes(Some(&themes)).unwrap();
    assert_eq!(find(&library), 0);
    let matrix = library.districts(&Counting::default()).unwrap().matrix;
    assert_eq!(
        (
            matrix.columns[0].name.as_str(),
            matrix.columns[0].directives
        ),
        ("Еда", 1)
    );
    themes[0].off = true;
    library.keep_themes(Some(&themes)).unwrap();
    assert_eq!(find(&library), 1);
    assert_eq!(told(&library, "Еда"), None);
    assert_eq!(told(&library, ""), Some(2));
}

#[test]
fn the_last_change_is_taken_back_and_the_shipped_list_too() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let shipped = library.themes().unwrap();
    assert_eq!((shipped.own, shipped.can_undo), (false, false));
    assert_eq!(library.undo_themes().unwrap(), shipped);
    let own = [entry("Только одна", "дерево")];
    let kept = library.keep_themes(Some(&own)).unwrap();
    assert_eq!(library.undo_themes().unwrap().themes, shipped.themes);
    assert_eq!(library.undo_themes().unwrap().themes, kept.themes);
    assert!(!library.keep_themes(None).unwrap().own);
    // The own list survives that and the end of the program.
    drop(library);
    let library = open(folder.path());
    assert_eq!(library.undo_themes().unwrap().themes, kept.themes);
    // Nothing changed is no change to take back.
    library.keep_themes(Some(&kept.themes)).unwrap();
    assert_eq!(library.undo_themes().unwrap().themes, shipped.themes);
}

#[test]
fn a_list_with_a_nameless_theme_or_two_of_a_name_is_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let many: Vec<ThemeEntry> = (0..65)
        .map(|n| entry(&format!("Тема {n}"), "дом"))
        .collect();
    for bad in [
        vec![entry(" ", "дерево")],
        vec![entry("Сад", "дерево"), entry("сад ", "куст")],
        many,
    ] {
        let refused = library.keep_themes(Some(&bad)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::ThemesRefused);
    }
    assert!(!library.themes().unwrap().can_undo);
}

#[test]
fn a_full_list_takes_the_bit_of_a_theme_that_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, "- посадить деревья.");
    let mut many: Vec<ThemeEntry> = (0..64)
        .map(|n| entry(&format!("Тема {n}"), "дом"))
        .collect();
    many = library.keep_themes(Some(&many)).unwrap().themes;
    find(&library);
    many[5] = entry("Озеленение", "дерево");
    library.keep_themes(Some(&many)).unwrap();
    assert_eq!(find(&library), 1);
    assert_eq!(
        (told(&library, "Озеленение"), told(&library, "")),
        (Some(1), None)
    );
}

#[test]
fn words_are_tried_before_they_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, TASKS);
    import(&library, 2026, "- выполнить поставленные задачи.");
    let mut themes = library.themes().unwrap().themes;
    let before = library.try_themes(&themes, None).unwrap();
    assert_eq!((before.without, before.documents_without), (2, 1));
    assert_eq!(before.caught, before.without);
    assert_eq!((before.directives, before.documents), (4, 2));
    let shown: Vec<&str> = before
        .examples
        .iter()
        .map(|one| one.pieces[0].text.as_str())
        .collect();
    assert_eq!(shown, ["выполнить поставленные задачи", "посадить деревья"]);

    themes.push(entry("Озеленение", "дерево, куст, молодой педагог"));
    let at = themes.len() - 1;
    let trial = library.try_themes(&themes, u32::try_from(at).ok()).unwrap();
    assert_eq!(
        (
            trial.counts[at],
            trial.caught + trial.documents_with,
            trial.without
        ),
        (2, 3, 1)
    );
    let signs: Vec<(&str, u32)> = trial
        .signs
        .iter()
        .map(|sign| (sign.written.as_str(), sign.directives))
        .collect();
    assert_eq!(signs, [("дерево", 1), ("куст", 0), ("молодой педагог", 1)]);
    let caught: Vec<&str> = trial
        .examples
        .iter()
        .flat_map(|one| &one.pieces)
        .filter(|piece| piece.caught)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(caught, ["молодыми педагогами", "деревья"]);
    // Trying keeps nothing, and a document that came since is looked at.
    assert!(!library.themes().unwrap().own);
    import(&library, 2027, "- посадить дерево у школы.");
    assert_eq!(
        library
            .try_themes(&themes, u32::try_from(at).ok())
            .unwrap()
            .counts[at],
        3
    );
}

#[test]
fn words_that_others_outnumber_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(
        &library,
        2025,
        "- обеспечить питание и меню, подвоз автобусами, ремонт и оборудование, посадить дерево.",
    );
    let mut themes = library.themes().unwrap().themes;
    themes.push(entry("Озеленение", "дерево"));
    let at = themes.len() - 1;
    let trial = library.try_themes(&themes, u32::try_from(at).ok()).unwrap();
    assert_eq!((trial.counts[at], trial.crowded), (0, 1));
}

#[test]
fn a_matrix_of_the_library_alone_has_its_own_themes() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, TASKS);
    library
        .keep_themes(Some(&[entry("Озеленение", "дерево")]))
        .unwrap();
    drop(library);
    let matrix = matrix_of_library(&folder.path().join("l.svod"), ColumnsBy::Themes).unwrap();
    let columns: Vec<(&str, u32)> = matrix
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.directives))
        .collect();
    assert_eq!(columns, [("Озеленение", 1), ("", 2)]);
}

#[test]
fn what_was_compared_before_is_compared_by_the_new_list() {
    use crate::view::State;
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    import(&library, 2025, TASKS);
    import(&library, 2026, "- посадить деревья.");
    let states: Vec<State> = library
        .view()
        .unwrap()
        .documents
        .iter()
        .map(|card| State::Document {
            id: card.id.clone(),
            revision: None,
        })
        .collect();
    let names = || -> Vec<String> {
        let compared = library.compare(&states[0], &states[1], &Cancel::default());
        let themes = compared.unwrap().themes.into_iter();
        themes.map(|theme| theme.name).collect()
    };
    assert!(!names().contains(&"Озеленение".to_owned()));
    library
        .keep_themes(Some(&[entry("Озеленение", "дерево")]))
        .unwrap();
    assert_eq!(names(), ["Озеленение"]);
}
