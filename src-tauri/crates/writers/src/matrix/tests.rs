use std::io::{Cursor, Read};

use chrono::NaiveDate;
use svod_corpus::{Column, Filter, Matrix, Passport, Point, Row, Series, Show, Tally};
use svod_model::{Bound, Id};

use super::*;

fn matrix() -> Matrix {
    let column = |key: &str, name: &str, directives, rows| Column {
        key: key.into(),
        name: name.into(),
        directives,
        rows,
        tally: Tally::default(),
    };
    let row = |name: &str, counts: &[u32]| Row {
        key: name.into(),
        name: name.into(),
        documents: 1,
        directives: counts.iter().sum(),
        counts: counts.to_vec(),
        tallies: vec![Tally::default(); counts.len()],
        tally: Tally::default(),
    };
    Matrix {
        rows: vec![row("Заречный <район>", &[3, 0]), row("=СУММ(1)", &[1, 8])],
        columns: vec![
            column("staff", "Кадры", 4, 2),
            column("digital", "Цифра", 8, 1),
        ],
        documents: 2,
        directives: 12,
        gaps: 1,
        ..Matrix::default()
    }
}

fn unzipped(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        if file.name().ends_with(".xml") {
            file.read_to_string(&mut out).unwrap();
        }
    }
    out
}

#[test]
fn page_has_a_real_table_with_gaps_and_nothing_unescaped() {
    let filter = Filter {
        year: Some(2026),
        ..Filter::default()
    };
    // Numbers are bound to their words by spaces that do not break.
    let html = matrix_html(&matrix(), &filter).replace('\u{a0}', " ");
    assert!(html.contains("<th scope=\"row\" class=\"name\">Заречный &lt;район&gt;</th>"));
    assert!(html.contains("<td class=\"gap\">—</td>"));
    assert!(html.contains("2026 год · документов: 2 · поручений: 12 · пробелов: 1"));
    assert!(html.contains("<td>1 из 2</td>"));
}

#[test]
fn workbook_holds_counts_gaps_and_coverage_and_no_formula() {
    let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let xml = unzipped(matrix_xlsx(&matrix(), &Filter::default(), day).unwrap());
    for text in [
        "Матрица",
        "Пробелы",
        "Охват",
        "=СУММ(1)",
        "Никому не поручено",
    ] {
        assert!(xml.contains(text), "{text}");
    }
    assert!(!xml.contains("<f>"));
    assert!(xml.contains("<v>12</v>"));
}

#[test]
fn executed_and_not_under_control_are_told_in_words_in_both_files() {
    let mut matrix = matrix();
    matrix.show = Show::Done;
    matrix.rows[0].tallies[0] = Tally {
        controlled: 3,
        done: 2,
        overdue: 1,
    };
    (matrix.all_rows, matrix.all_columns) = (5, 2);
    let html = matrix_html(&matrix, &Filter::default()).replace('\u{a0}', " ");
    let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let bytes = matrix_xlsx(&matrix, &Filter::default(), day).unwrap();
    let xml = unzipped(bytes).replace('\u{a0}', " ");
    for text in [
        "Исполнено по районам",
        ">2 из 3<",
        ">н/к<",
        "н/к — не на контроле",
        "показано строк: 2 из 5, столбцов: 2 из 2",
    ] {
        assert!(html.contains(text), "{text}: {html}");
        assert!(xml.contains(text), "{text}: {xml}");
    }
    matrix.show = Show::Overdue;
    let html = matrix_html(&matrix, &Filter::default()).replace('\u{a0}', " ");
    assert!(html.contains(">1 из 3<"), "{html}");
}

fn series() -> Series {
    let point = |district: &str, year, value, fact, drawn| Point {
        district: district.into(),
        year: Some(year),
        value,
        relation: Bound::AtLeast,
        by: None,
        fact,
        document: Id::new(format!("{district}{year}")),
        directive: Id::new("p"),
        sentence: String::new(),
        adopted_on: None,
        drawn,
    };
    Series {
        key: "k".into(),
        name: "охват детей <5–17> лет & «Сириус»".into(),
        passport: Passport {
            unit: "%".into(),
            ..Passport::default()
        },
        joined: Vec::new(),
        points: vec![
            point("Заречный район", 2025, 60.0, Some(58.5), true),
            point("Заречный район", 2026, 11.0, None, false),
            point("Заречный район", 2026, 72.0, Some(74.0), true),
            point("Луговской округ", 2026, 64.25, None, true),
        ],
    }
}

#[test]
fn a_series_is_drawn_the_same_every_time_as_well_formed_xml_with_its_legend_and_source() {
    let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let svg = series_svg(&series(), day);
    assert_eq!(svg, series_svg(&series(), day));
    let mut reader = quick_xml::Reader::from_str(&svg);
    let mut told = String::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Text(text) => told.push_str(&text),
            _ => {}
        }
    }
    let told = told.replace('\u{a0}', " ");
    for text in [
        "план",
        "факт по итогам контроля",
        "≥ 72 %",
        "58,5",
        "Луговской округ",
        "документов: 3",
        "01.09.2026",
    ] {
        assert!(told.contains(text), "{text}: {told}");
    }
    assert!(!told.contains("11"), "what is not on the line is not drawn");
    assert!(svg.contains("Охват детей &lt;5–17&gt; лет &amp; «Сириус»"));
    assert!(
        !svg.contains("href") && !svg.contains("url("),
        "nothing is fetched"
    );
}
