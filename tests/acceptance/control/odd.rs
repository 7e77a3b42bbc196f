//! A control sheet that was filled in in an odd way.

use std::path::Path;

use svod_api::view::{ControlStatus, SheetConflict};

use super::{day, desk_of, edit, fill};

/// What a sheet says in an odd way is told of or understood, never passed over.
#[test]
fn odd_answers_of_a_sheet_are_not_passed_over() {
    let desk = desk_of(&[
        "провести смотр музеев до 1 октября 2026 года",
        "открыть клубы до 1 октября 2026 года",
        "создать отряды до 1 октября 2026 года",
        "провести сборы до 1 октября 2026 года",
        "довести охват кружками до 80 % до 1 октября 2026 года",
        "обновить стенды до 1 октября 2026 года",
        "издать сборник до 1 октября 2026 года",
        "собрать отчёты до 1 октября 2026 года",
    ]);
    let path = desk.send();
    let cells = [
        // A code in capitals in the first row; a row that lost its code.
        ("A5", "ЧУЖОЙ"),
        ("G5", "исполнено"),
        ("A6", ""),
        ("G6", "исполнено"),
        ("G7", "#N/A"),
        ("G8", "исполнено"),
        ("I8", "30.09.2029"),
        ("H9", "0.62"),
        // A new last day beside the status as it came.
        ("M10", "01.12.2026"),
        ("L10", "нет средств"),
        ("G11", "исполнено"),
        ("I11", "18.09.2026"),
    ];
    fill(&path, &cells.map(|(cell, text)| (cell.to_owned(), text)));
    merge(&path, "G11:G12");
    merge(&path, "I11:I12");
    let back = desk.back(&path);
    assert_eq!(back.strangers, [5, 6]);
    let row = |line: u32| back.rows.iter().find(|row| row.line == line).unwrap();
    let conflict = |line: u32| row(line).conflict.clone();
    assert!(matches!(conflict(7), Some(SheetConflict::UnknownStatus { said }) if said == "#N/A"));
    assert!(
        matches!(conflict(8), Some(SheetConflict::ImpossibleDay { on }) if on == day("2029-09-30"))
    );
    assert!(matches!(
        conflict(9),
        Some(SheetConflict::UnknownFact { .. })
    ));
    assert_eq!(
        (row(10).mark.status, conflict(10)),
        (ControlStatus::Prolonged, None)
    );
    for line in [11, 12] {
        assert_eq!(
            (row(line).mark.status, conflict(line)),
            (ControlStatus::Done, None)
        );
        assert_eq!(row(line).mark.on, day("2026-09-18"));
    }
    assert_eq!(back.rows.len(), 6);
}

/// Makes one cell of several, as a person does.
fn merge(path: &Path, region: &str) {
    let cell = format!("<mergeCell ref=\"{region}\"/>");
    edit(path, |sheet| match sheet.find("</mergeCells>") {
        Some(at) => format!("{}{cell}{}", &sheet[..at], &sheet[at..]),
        None => sheet.replace(
            "</sheetData>",
            &format!("</sheetData><mergeCells>{cell}</mergeCells>"),
        ),
    });
}
