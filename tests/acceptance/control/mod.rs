//! A control sheet goes out, is filled in, is saved again by LibreOffice, and comes back.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use svod_api::view::{
    ControlChange, ControlStatus, DirectiveMark, ImportOutcome, SheetConflict, SheetReturn,
};
use svod_api::{Access, Cancel, ControlMark, Id, Library, NaiveDate};

use crate::office;

mod odd;
mod report;

const TASKS: usize = 9;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

struct Desk {
    folder: tempfile::TempDir,
    library: Library,
    id: Id,
    ids: Vec<Id>,
}

/// A library with one resolution under control; every task is due on 1 October 2026.
fn desk() -> Desk {
    let tasks: Vec<String> = (1..=TASKS)
        .map(|n| format!("провести смотр музеев номер {n} до 1 октября 2026 года"))
        .collect();
    desk_of(&tasks.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A library with one resolution of these tasks under control since 25 August 2026.
fn desk_of(tasks: &[&str]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let listed: Vec<String> = tasks.iter().map(|task| format!("- {task};\n")).collect();
    let text = format!(
        "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\nРуководителям школ:\n{}",
        listed.concat()
    );
    let file = folder.path().join("r.txt");
    fs::write(&file, text).unwrap();
    let report = library
        .import("t", &[file], &Cancel::default(), |_| ())
        .unwrap();
    let outcome = report.items.into_iter().next().unwrap().outcome;
    let ImportOutcome::Imported { card, .. } = outcome else {
        panic!("not imported");
    };
    library.adopt(&card.id, day("2026-08-25")).unwrap();
    let items = library.control(None, day("2026-09-10")).unwrap().items;
    assert_eq!(items.len(), tasks.len());
    Desk {
        id: card.id,
        ids: items.into_iter().map(|item| item.directive).collect(),
        folder,
        library,
    }
}

impl Desk {
    /// The mark that a directive was executed.
    fn done(&self, number: usize, on: &str) -> DirectiveMark {
        DirectiveMark {
            directive: self.ids[number].clone(),
            mark: ControlMark {
                status: ControlStatus::Done,
                on: day(on),
                ..ControlMark::default()
            },
        }
    }

    fn send(&self) -> PathBuf {
        let path = self.folder.path().join("лист.xlsx");
        let chosen = path.clone();
        self.library
            .save_control_sheet(&self.id, None, day("2026-09-10"), |_| Some(chosen))
            .unwrap();
        path
    }

    fn back(&self, path: &Path) -> SheetReturn {
        self.back_on(path, "2026-09-20")
    }

    fn back_on(&self, path: &Path, today: &str) -> SheetReturn {
        self.library.read_control_sheet(path, day(today)).unwrap()
    }

    fn mark(&self, marks: Vec<DirectiveMark>) -> ControlChange {
        self.library
            .mark(&self.id, marks, day("2026-09-20"))
            .unwrap()
    }

    fn take(&self, back: &SheetReturn) {
        let marks = back.rows.iter().map(|row| DirectiveMark {
            directive: row.directive.clone(),
            mark: row.mark.clone(),
        });
        let today = day("2026-09-20");
        self.library.mark(&self.id, marks.collect(), today).unwrap();
    }
}

/// Writes texts into cells of the workbook, as a person would.
fn fill(path: &Path, cells: &[(String, &str)]) {
    edit(path, |mut sheet| {
        for (cell, text) in cells {
            let at = sheet.find(&format!("<c r=\"{cell}\"")).unwrap();
            let tag = at + sheet[at..].find('>').unwrap();
            let end = match sheet[..tag].ends_with('/') {
                true => tag + 1,
                false => at + sheet[at..].find("</c>").unwrap() + 4,
            };
            let filled = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            sheet.replace_range(at..end, &filled);
        }
        sheet
    });
}

/// Makes another sheet of the workbook's first one.
fn edit(path: &Path, work: impl Fn(String) -> String) {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes = work(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        out.write_all(&bytes).unwrap();
    }
    fs::write(path, out.finish().unwrap().into_inner()).unwrap();
}

/// The sheet as LibreOffice writes it, after it went through its own format.
fn resaved_by_office(desk: &Desk, sheet: PathBuf) -> PathBuf {
    let out = desk.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    office::convert(&[sheet], "ods", &out);
    office::convert(&[out.join("лист.ods")], "xlsx", &out);
    out.join("лист.xlsx")
}

/// Every status with what it needs, from the first row of the sheet down.
fn every_status() -> Vec<(String, &'static str)> {
    let mut cells = Vec::new();
    for (row, status) in (5..).zip(ControlStatus::ALL) {
        cells.push((format!("G{row}"), status.name()));
        let late = status == ControlStatus::DoneLate;
        cells.push((
            format!("I{row}"),
            if late { "05.10.2026" } else { "18.09.2026" },
        ));
        cells.push((format!("J{row}"), "сделано, =1+1"));
        cells.push((format!("L{row}"), "причина"));
        cells.push((
            format!("M{row}"),
            if status == ControlStatus::Prolonged {
                "01.12.2026"
            } else {
                ""
            },
        ));
        cells.push((format!("N{row}"), "Отдел образования"));
    }
    cells
}

#[test]
fn every_status_comes_back_also_through_libreoffice() {
    for resaved in [false, true] {
        let desk = desk();
        let mut path = desk.send();
        fill(&path, &every_status());
        if resaved {
            path = resaved_by_office(&desk, path);
        }
        let back = desk.back_on(&path, "2026-10-10");
        assert!(back.strangers.is_empty());
        assert!(
            back.rows.iter().all(|row| row.conflict.is_none()),
            "{:?}",
            back.rows
        );
        desk.take(&back);
        let view = desk.library.control(None, day("2026-10-10")).unwrap();
        let statuses: Vec<ControlStatus> = view.items.iter().map(|item| item.status).collect();
        assert_eq!(statuses, ControlStatus::ALL, "saved again: {resaved}");
        assert_eq!(view.items[4].due, Some(day("2026-12-01")));
        assert_eq!(view.items[7].addressee, "Отдел образования");
        assert_eq!(
            view.items[1].history[0].mark.remark.as_deref(),
            Some("сделано, =1+1")
        );
        // Taken twice it says nothing anew, and one step takes all of it back.
        assert!(desk.back_on(&path, "2026-10-10").rows.is_empty());
        let act = view.items[0].history[0].act;
        let change = desk.library.unmark(&desk.id, act, day("2026-10-10"));
        assert_eq!(change.unwrap().items.len(), TASKS);
        let view = desk.library.control(None, day("2026-10-10")).unwrap();
        assert!(view.items.iter().all(|item| item.history.is_empty()));
    }
}

#[test]
fn untouched_sheet_says_nothing_and_a_conflict_waits_for_a_person() {
    let desk = desk();
    let path = desk.send();
    let back = desk.back(&path);
    assert_eq!((back.rows.len(), back.unchanged as usize), (0, TASKS));
    let ours = ControlMark {
        status: ControlStatus::Partly,
        on: day("2026-09-15"),
        ..ControlMark::default()
    };
    let mark = DirectiveMark {
        directive: desk.ids[0].clone(),
        mark: ours.clone(),
    };
    desk.mark(vec![mark]);
    let cells = [
        ("G5", "исполнено"),
        ("G6", "почти готово"),
        ("G7", "не исполнено"),
        ("I8", "скоро"),
        ("A9", "чужой/код/0"),
        ("H10", "81"),
    ];
    fill(&path, &cells.map(|(cell, text)| (cell.to_owned(), text)));
    let back = desk.back(&path);
    assert_eq!(back.strangers, [9]);
    let conflicts: Vec<_> = back.rows.iter().map(|row| row.conflict.clone()).collect();
    assert!(
        matches!(&conflicts[0], Some(SheetConflict::ChangedHere { ours: said }) if *said == ours)
    );
    assert!(
        matches!(&conflicts[1], Some(SheetConflict::UnknownStatus { said }) if said == "почти готово")
    );
    assert!(matches!(
        &conflicts[2],
        Some(SheetConflict::Incomplete { .. })
    ));
    assert!(matches!(&conflicts[3], Some(SheetConflict::UnknownDay { said }) if said == "скоро"));
    // Row 10 has no target a number could be reached of.
    assert!(matches!(&conflicts[4], Some(SheetConflict::UnknownFact { said }) if said == "81"));
}

#[test]
fn control_survives_the_end_of_the_program_and_feeds_the_next_year() {
    let desk = desk();
    desk.mark(vec![desk.done(0, "2026-09-30")]);
    let path = desk.library.path().to_owned();
    drop(desk.library);
    let library = Library::open(&path, Access::Change).unwrap();
    let view = library.control(None, day("2026-10-02")).unwrap();
    let discipline = view.documents[0].discipline;
    assert_eq!(
        (discipline.due, discipline.on_time, discipline.open),
        (9, 1, 8)
    );
    assert_eq!(discipline.percent, Some(11));
    assert_eq!(view.counts.burning, 8);
    library.archive(&desk.id, true).unwrap();
    assert!(
        library
            .control(None, day("2026-10-02"))
            .unwrap()
            .items
            .is_empty()
    );
    let start = svod_api::view::Start::LastYear {
        document: desk.id.clone(),
        years: 1,
    };
    let next = library.start_draft(&start).unwrap().card.id;
    let items = library.carry_over(&next).unwrap().items;
    let unfulfilled = items
        .iter()
        .filter(|item| item.execution.as_ref().unwrap().unfulfilled);
    assert_eq!(unfulfilled.count(), 8);
}

const TARGETS: [&str; 3] = [
    "довести охват дополнительным образованием до 80 % к 1 декабря 2026 года",
    "снизить долю школ с двумя сменами до 5 % до 31 декабря 2026 года",
    "обеспечить охват питанием не менее 90 % и открыть не менее 3 кружков до 1 ноября 2026 года",
];

/// The text of a Word document with its marks.
fn body(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

/// What is known of each target: number, day, whether it is reached.
fn known(desk: &Desk) -> Vec<(Option<f64>, Option<NaiveDate>, Option<bool>)> {
    let view = desk.library.control(None, day("2026-12-20")).unwrap();
    let targets = view.items.iter().flat_map(|item| &item.targets);
    targets.map(|one| (one.fact, one.on, one.reached)).collect()
}

#[test]
fn facts_of_targets_come_back_in_a_sheet_and_stand_beside_plans() {
    let desk = desk_of(&TARGETS);
    assert_eq!(known(&desk), vec![(None, None, None); 4]);
    desk.mark(vec![desk.done(0, "2026-11-30")]);
    let mut path = desk.send();
    let cells = [
        ("H5", "81 %"),
        ("I5", "01.12.2026"),
        ("K5", "форма 1-ДОП"),
        ("H6", "5,5"),
        ("I6", "01.12.2026"),
        ("H7", "; 3"),
        ("I7", "01.12.2026"),
    ];
    fill(&path, &cells.map(|(cell, text)| (cell.to_owned(), text)));
    path = resaved_by_office(&desk, path);
    let back = desk.back_on(&path, "2026-12-01");
    assert!(
        back.rows
            .iter()
            .all(|row| row.conflict.is_none() && row.mark.stays),
        "{:?}",
        back.rows
    );
    desk.take(&back);
    let on = Some(day("2026-12-01"));
    assert_eq!(
        known(&desk),
        [
            (Some(81.0), on, Some(true)),
            (Some(5.5), on, Some(false)),
            (None, None, None),
            (Some(3.0), on, Some(true)),
        ]
    );
    // A number changes no status, and the sheet taken twice says nothing anew.
    let view = desk.library.control(None, day("2026-12-20")).unwrap();
    assert_eq!(view.items[0].status, ControlStatus::Done);
    assert_eq!(
        view.items[0].targets[0].source.as_deref(),
        Some("форма 1-ДОП")
    );
    assert!(desk.back_on(&path, "2026-12-01").rows.is_empty());

    // The report, the next sheet and the series of districts know it.
    let report = desk.folder.path().join("справка.docx");
    let chosen = report.clone();
    desk.library
        .save_control_report(&desk.id, day("2026-12-20"), |_| Some(chosen))
        .unwrap();
    let text = body(&report);
    for said in [
        "достигнуто: 2, не достигнуто: 1, нет данных: 1",
        "81\u{a0}% на 01.12.2026",
        "не более 5\u{a0}%",
        "форма 1-ДОП",
    ] {
        assert!(text.contains(said), "{said}");
    }
    desk.library
        .find_families("t", &Cancel::default(), |_| ())
        .unwrap();
    let series = desk.library.series(&svod_api::Filter::default()).unwrap();
    let points = || series.series.iter().flat_map(|one| &one.points);
    let reached = points().find(|point| point.directive == desk.ids[0]);
    assert_eq!(reached.unwrap().fact, Some(81.0));

    let act = view.items[1].history.last().unwrap().act;
    desk.library
        .unmark(&desk.id, act, day("2026-12-20"))
        .unwrap();
    assert_eq!(known(&desk), vec![(None, None, None); 4]);
}

#[test]
fn adoption_taken_back_gives_the_document_back_and_keeps_what_was_said() {
    let desk = desk();
    desk.mark(vec![desk.done(0, "2026-09-15")]);
    desk.library.release(&desk.id).unwrap();
    let today = day("2026-09-20");
    let view = desk.library.control(None, today).unwrap();
    assert!(view.documents.is_empty() && view.candidates);
    let error = desk.library.release(&desk.id).unwrap_err();
    assert_eq!(error.code, svod_api::ErrorCode::NotUnderControl);
    // It was adopted on that day before, by its own words: it is so again.
    let card = desk.library.document(&desk.id).unwrap().card;
    assert_eq!(
        (card.draft, card.adopted_on),
        (false, Some(day("2026-08-25")))
    );
    desk.library.adopt(&desk.id, day("2026-08-26")).unwrap();
    let view = desk.library.control(Some(&desk.id), today).unwrap();
    assert_eq!(view.documents[0].adopted_on, day("2026-08-26"));
    assert_eq!(view.items[0].status, ControlStatus::Done);
    assert_eq!(view.counts.done, 1);
    desk.library.release(&desk.id).unwrap();
    let card = desk.library.document(&desk.id).unwrap().card;
    assert_eq!(card.adopted_on, Some(day("2026-08-25")));
}

#[test]
fn marks_carry_the_name_of_the_settings_and_a_day_off_is_told_not_moved() {
    let desk = desk_of(&["провести смотр музеев до 1 ноября 2026 года"]);
    let settings = desk.library.settings().unwrap();
    desk.library
        .set_settings(svod_api::view::Settings {
            name: " Иванова М. П. ".into(),
            ..settings
        })
        .unwrap();
    let partly = DirectiveMark {
        directive: desk.ids[0].clone(),
        mark: ControlMark {
            status: ControlStatus::Partly,
            on: day("2026-09-15"),
            ..ControlMark::default()
        },
    };
    let change = desk.mark(vec![partly]);
    assert_eq!(change.items[0].history[0].made_by, "Иванова М. П.");
    let item = &change.items[0];
    assert_eq!(
        (item.due, item.works_on),
        (Some(day("2026-11-01")), Some(day("2026-11-02")))
    );
    // A person's own list counts, and a broken one is refused with its line.
    desk.library
        .set_workdays(Some("рабочий | 01.11.2026 | субботник"))
        .unwrap();
    let view = desk.library.control(None, day("2026-09-20")).unwrap();
    assert_eq!(view.items[0].works_on, None);
    let refused = desk
        .library
        .set_workdays(Some("перенос | вчера"))
        .unwrap_err();
    assert_eq!(refused.code, svod_api::ErrorCode::RegisterUnreadable);
    assert!(!desk.library.set_workdays(None).unwrap().own);
}

#[test]
fn each_addressee_gets_a_sheet_of_its_own() {
    let desk = desk();
    let readdressed = DirectiveMark {
        directive: desk.ids[0].clone(),
        mark: ControlMark {
            status: ControlStatus::Readdressed,
            on: day("2026-09-15"),
            to: Some("Отделу образования".into()),
            reason: Some("по подведомственности".into()),
            ..ControlMark::default()
        },
    };
    let change = desk.mark(vec![readdressed]);
    let owed: Vec<u32> = change
        .document
        .extracts
        .iter()
        .map(|one| one.counts.all)
        .collect();
    assert_eq!(owed, [1, 8]);
    let folder = desk.folder.path().join("листы");
    fs::create_dir(&folder).unwrap();
    let saved = desk
        .library
        .save_control_sheets(&desk.id, day("2026-09-20"), || Some(folder.clone()))
        .unwrap();
    assert_eq!(saved.len(), 2);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    let back = desk.back(Path::new(&saved[0].path));
    assert_eq!(back.unchanged + back.rows.len() as u32, 1);
}
