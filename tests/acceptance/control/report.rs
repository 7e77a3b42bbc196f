//! The report on execution, as a reader of it sees it.

use super::{body, day, desk_of};

#[test]
fn report_names_its_document_who_answers_and_what_is_not_due_yet() {
    let desk = desk_of(&[
        "провести смотр музеев до 1 октября 2026 года",
        "утвердить план смотра до 31 декабря 2026 года",
        "организовать с 1 сентября 2026 года подвоз детей",
        "поддерживать школьные музеи",
    ]);
    let today = day("2026-11-27");
    let items = desk.library.control(None, today).unwrap().items;
    assert_eq!(
        (items[2].due, items[2].starts),
        (None, Some(day("2026-09-01")))
    );
    assert_eq!((items[3].due, items[3].starts), (None, None));
    let said = |archived: bool| {
        desk.library.archive(&desk.id, archived).unwrap();
        let report = desk.folder.path().join("справка.docx");
        let chosen = report.clone();
        let saved = desk.library.save_control_report(&desk.id, today, |name| {
            assert!(name.starts_with("Справка об исполнении решения"), "{name}");
            Some(chosen)
        });
        saved.unwrap();
        body(&report)
    };
    let text = said(false);
    assert!(text.contains("об исполнении решения совещания"));
    assert!(text.contains("Срок не наступил: 1. Без срока: 2."));
    assert!(text.contains("Руководители школ") && !text.contains("Руководителям школ"));
    assert_eq!(text.matches("срок не наступил").count(), 1);
    let (_, failed) = text.split_once("Не исполнено к сроку").unwrap();
    assert!(failed.contains("смотр музеев") && !failed.contains("план смотра"));
    // What is left to the next year is told when the year is over.
    assert!(!text.contains("следующего года"));
    assert!(said(true).contains("следующего года"));

    let pages = desk
        .library
        .preview_control_report(&desk.id, today)
        .unwrap();
    assert!(pages.pages == 1 && pages.ratio > 1.0, "{pages:?}");
}
