use super::*;
use std::path::Path;

use svod_corpus::Filter;

use crate::view::ImportOutcome;
use crate::{Access, Cancel};

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("l.svod"), Access::Change).unwrap()
}

fn import(library: &Library, district: &str, year: i32, tasks: &str) -> Id {
    let text = format!(
        "РЕЗОЛЮЦИЯ\nавгустовского совещания работников образования\n{district} муниципального района\n\
         Приозёрной области\n\n20 августа {year} года\n\nУчастники совещания рекомендуют:\n\n\
         Управлению образования:\n{tasks}\n"
    );
    let name = format!("{district}-{year}.txt");
    let outcome = library.import_bytes(&name, text.into_bytes(), crate::library::OWN_SHELF);
    match outcome.unwrap() {
        ImportOutcome::Imported { card, .. } => card.id,
        other => panic!("{other:?}"),
    }
}

fn find(library: &Library) -> u32 {
    library
        .find_families("t", &Cancel::default(), |_| {})
        .unwrap()
}

const MENTORS: &str = "- закрепить наставника за каждым молодым учителем до 15 сентября {} года;";

fn mentors(year: i32) -> String {
    MENTORS.replace("{}", &year.to_string())
}

fn counting(columns: ColumnsBy) -> Counting {
    Counting {
        columns,
        ..Counting::default()
    }
}

/// Two districts, one of them for two years.
fn country(library: &Library) -> [Id; 3] {
    let meals = "- обеспечить горячее питание младших школьников.";
    let ids = [
        import(
            library,
            "Луговского",
            2025,
            &format!("{}\n{meals}", mentors(2025)),
        ),
        import(library, "Луговского", 2026, &mentors(2026)),
        import(
            library,
            "Заречного",
            2026,
            "- создать школьные музеи боевой славы;\n- закрепить за каждым молодым учителем опытного наставника;",
        ),
    ];
    find(library);
    ids
}

#[test]
fn an_imported_document_has_its_families_at_once_and_others_wait_to_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let first = import(&library, "Луговского", 2025, &mentors(2025));
    import(&library, "Заречного", 2025, &mentors(2025));
    let pending = || library.districts(&Counting::default()).unwrap().pending;
    assert_eq!(pending(), 0);
    let view = library.districts(&counting(ColumnsBy::Families)).unwrap();
    assert_eq!(
        (view.matrix.columns[0].rows, view.matrix.directives),
        (2, 2)
    );
    // What comes from no file is found later, and only once.
    let text = library.document(&first).unwrap().resolution;
    library.add_resolutions(std::iter::once(text)).unwrap();
    assert_eq!(pending(), 1);
    assert_eq!(find(&library), 1);
    assert_eq!(find(&library), 0);
}

#[test]
fn a_stopped_search_is_taken_up_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let id = import(&library, "Луговского", 2025, &mentors(2025));
    let text = library.document(&id).unwrap().resolution;
    library
        .add_resolutions(std::iter::repeat_n(text, 40))
        .unwrap();
    let cancel = Cancel::default();
    let stopped = library.find_families("t", &cancel, |progress| {
        if progress.done > 0 {
            cancel.cancel();
        }
    });
    assert_eq!(stopped.unwrap_err().code, crate::ErrorCode::Cancelled);
    let left = find(&library);
    assert!(left > 0 && left < 40, "{left}");
    let view = library.districts(&counting(ColumnsBy::Families)).unwrap();
    assert_eq!((view.matrix.columns.len(), view.matrix.directives), (1, 41));
}

#[test]
fn a_cell_opens_its_sentences_and_a_removed_document_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let ids = country(&library);
    let view = library.districts(&Counting::default()).unwrap();
    assert_eq!((view.matrix.rows.len(), view.matrix.documents), (2, 3));
    assert_eq!(view.years.len(), 2);
    let lugovskoy = view
        .matrix
        .rows
        .iter()
        .find(|row| row.name.starts_with("Лугов"));
    let key = lugovskoy.unwrap().key.clone();
    let cell = library.cell(&Counting::default(), &key, "staff").unwrap();
    assert_eq!((cell.total, cell.sentences.len()), (2, 2));
    assert!(cell.sentences[0].text.contains("наставника"));
    // The newest stands first.
    assert_eq!(cell.sentences[0].document, ids[1]);
    library.remove(std::slice::from_ref(&ids[1])).unwrap();
    let cell = library.cell(&Counting::default(), &key, "staff").unwrap();
    assert_eq!(cell.total, 1);
}

#[test]
fn families_are_columns_and_a_persons_word_stays_for_documents_to_come() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let ids = country(&library);
    let widest = |library: &Library| {
        let view = library.districts(&counting(ColumnsBy::Families)).unwrap();
        view.matrix.columns[0].clone()
    };
    let column = widest(&library);
    assert_eq!((column.rows, column.directives), (2, 3));
    assert!(column.name.contains("наставника"), "{}", column.name);

    // The other district's wording is another task, a person says; so it is next year, too.
    let document = library.document(&ids[2]).unwrap().resolution;
    let directive = document.directives().map(|(_, _, one)| one);
    let own = directive
        .into_iter()
        .find(|one| one.text.contains("опытного"))
        .unwrap();
    library.part_wording(&ids[2], &own.id).unwrap();
    assert_eq!(widest(&library).rows, 1);
    import(
        &library,
        "Заречного",
        2027,
        "- закрепить за каждым молодым учителем опытного наставника.",
    );
    find(&library);
    assert_eq!(widest(&library).directives, 2);

    assert!(library.undo_family_word().unwrap());
    assert!(!library.undo_family_word().unwrap());
    assert_eq!(widest(&library).rows, 2);
}

#[test]
fn joined_families_are_one_until_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    country(&library);
    let view = library.districts(&counting(ColumnsBy::Families)).unwrap();
    let number = |words: &str| -> u32 {
        let column = view.matrix.columns.iter().find(|c| c.name.contains(words));
        column.unwrap().key.parse().unwrap()
    };
    let (meals, museums) = (number("питание"), number("музеи"));
    let columns = view.matrix.columns.len();
    library.join_families(meals, museums).unwrap();
    let joined = library.districts(&counting(ColumnsBy::Families)).unwrap();
    assert_eq!(joined.matrix.columns.len(), columns - 1);
    assert!(library.undo_family_word().unwrap());
    let apart = library.districts(&counting(ColumnsBy::Families)).unwrap();
    assert_eq!(apart.matrix.columns.len(), columns);
}

#[test]
fn a_districts_task_is_followed_through_the_years() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    country(&library);
    let districts = library.lines(None).unwrap().districts;
    assert_eq!(districts.len(), 2);
    let lugovskoy = districts.iter().find(|one| one.name.starts_with("Лугов"));
    let lines = library.lines(Some(&lugovskoy.unwrap().key)).unwrap();
    assert_eq!(lines.years, [2025, 2026]);
    let first = &lines.lines[0];
    assert_eq!((first.streak, first.postponed, first.reworded), (2, 1, 0));
    assert_eq!(lines.lines.len(), 2);
}

#[test]
fn shared_texts_are_told_word_by_word_and_the_earlier_stands_first() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let ids = country(&library);
    let view = library.shared_texts(&Filter::default()).unwrap();
    assert_eq!(view.documents.len(), 3);
    assert_eq!(view.documents[0].document, ids[0]);
    assert_eq!((view.pairs[0].exact, view.pairs[0].edited), (1, 0));
    assert_eq!(view.template.len(), 1);
    let shared = library.shared_by(&ids[2], &ids[0]).unwrap();
    assert_eq!(shared.len(), 1);
    assert!(!shared[0].exact);
    let back: String = shared[0]
        .words
        .iter()
        .filter(|word| word.op != svod_diff::Op::Insert)
        .map(|word| word.text.as_str())
        .collect();
    assert!(back.starts_with("закрепить наставника"), "{back}");
}

#[test]
fn series_and_acts_are_told_with_what_a_person_said() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let extra = "- довести охват детей дополнительным образованием до {} %;";
    let law =
        "- обеспечить права ребёнка в соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ.";
    for (year, value) in [(2025, "75"), (2026, "80")] {
        let tasks = format!("{}\n{law}", extra.replace("{}", value));
        import(&library, "Луговского", year, &tasks);
    }
    let other = "- довести охват детей села дополнительным образованием до 60 %.";
    import(&library, "Заречного", 2026, other);
    find(&library);
    let view = library.series(&Filter::default()).unwrap();
    assert_eq!(view.series.len(), 2, "{:#?}", view.series);
    let long = view
        .series
        .iter()
        .find(|one| one.points.len() == 2)
        .unwrap();
    assert_eq!(long.points[0].value, 75.0);
    assert_eq!(view.suggestions.len(), 1);
    let offered = &view.suggestions[0];
    library
        .settle_series(&offered.one, &offered.other, true)
        .unwrap();
    assert_eq!(library.series(&Filter::default()).unwrap().series.len(), 1);
    assert!(library.undo_series().unwrap());
    library
        .settle_series(&offered.one, &offered.other, false)
        .unwrap();
    let refused = library.series(&Filter::default()).unwrap();
    assert_eq!((refused.series.len(), refused.suggestions.len()), (2, 0));
    let acts = library.cited_acts(&Filter::default()).unwrap();
    assert_eq!(acts.len(), 1);
    assert_eq!(acts[0].citations.len(), 2);
    assert!(acts[0].citations.iter().all(|citation| !citation.dead));
}

#[test]
fn the_matrix_is_saved_as_the_screen_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    country(&library);
    let path = folder.path().join("м.html");
    let mut offered = String::new();
    let counting = Counting {
        filter: Filter {
            year: Some(2026),
            ..Filter::default()
        },
        ..Counting::default()
    };
    library
        .save_districts(
            Some(&counting),
            &Filter::default(),
            crate::view::ExportFormat::Html,
            |name| {
                offered = name.to_owned();
                Some(path.clone())
            },
        )
        .unwrap();
    assert_eq!(offered, "Поручения по районам 2026.html");
    let html = std::fs::read_to_string(path).unwrap();
    assert!(
        html.contains("<th scope=\"row\" class=\"name\">Луговский муниципальный район</th>"),
        "{html}"
    );
}

#[test]
fn cells_tell_what_is_executed_and_overdue_of_what_is_under_control() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let ids = country(&library);
    let show = |show| {
        let counting = Counting {
            show,
            ..Counting::default()
        };
        library.districts(&counting).unwrap().matrix
    };
    assert_eq!(show(Show::Done).tally.controlled, 0);
    let day = NaiveDate::from_ymd_opt(2025, 8, 20).unwrap();
    library.adopt(&ids[0], day).unwrap();
    // Its day passed long ago; the other directive has none.
    let overdue = show(Show::Overdue);
    assert_eq!((overdue.tally.controlled, overdue.tally.overdue), (2, 1));
    let text = library.document(&ids[0]).unwrap().resolution;
    let mark = crate::view::DirectiveMark {
        directive: text.directives().next().unwrap().2.id.clone(),
        mark: svod_model::control::Mark {
            status: Status::Done,
            on: NaiveDate::from_ymd_opt(2025, 9, 10).unwrap(),
            evidence: Some("приказ от 10.09.2025 № 5".into()),
            ..svod_model::control::Mark::default()
        },
    };
    library.mark(&ids[0], vec![mark], day).unwrap();
    let done = show(Show::Done);
    let staff = done.columns.iter().position(|one| one.key == "staff");
    let row = done.rows.iter().find(|one| one.name.starts_with("Лугов"));
    let tally = row.unwrap().tally_of(staff.unwrap());
    assert_eq!((tally.controlled, tally.done, tally.overdue), (1, 1, 0));
    assert_eq!(done.columns[staff.unwrap()].directives, 3);
}

#[test]
fn samples_are_counted_only_while_there_is_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    library.welcome().unwrap();
    find(&library);
    let view = || library.districts(&Counting::default()).unwrap();
    let samples = view();
    assert!(samples.only_samples && samples.matrix.rows.len() > 1);
    let id = import(&library, "Луговского", 2025, &mentors(2025));
    find(&library);
    let own = view();
    assert!(!own.only_samples);
    assert_eq!((own.matrix.rows.len(), own.matrix.documents), (1, 1));
    assert_eq!((own.regions.len(), own.years.len()), (1, 1));
    assert_eq!(library.lines(None).unwrap().districts.len(), 1);
    library.remove(&[id]).unwrap();
    assert_eq!(view().matrix.rows, samples.matrix.rows);
}

#[test]
fn a_column_is_headed_by_the_commonest_words_of_what_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    // The first text of the task founds its family and stands in 2024 alone.
    let first = "- провести ежегодный муниципальный слёт волонтёрских отрядов школьников;";
    let later = "- провести муниципальный слёт волонтёрских отрядов школьников;";
    import(&library, "Луговского", 2024, first);
    import(&library, "Луговского", 2026, later);
    import(&library, "Заречного", 2026, later);
    find(&library);
    let headed = |year: Option<i32>| {
        let counting = Counting {
            filter: Filter {
                year,
                ..Filter::default()
            },
            ..counting(ColumnsBy::Families)
        };
        let matrix = library.matrix(&counting).unwrap().0;
        let names = matrix.columns.into_iter().map(|column| column.name);
        names.collect::<Vec<_>>().join(" | ")
    };
    let words = |text: &str| text.trim_matches(['-', ' ', ';']).to_owned();
    assert_eq!(headed(Some(2024)), words(first));
    assert_eq!(headed(Some(2026)), words(later));
    assert_eq!(headed(None), words(later));
}
