use std::io::{Cursor, Read};

use chrono::NaiveDate;
use svod_corpus::{Column, Filter, Matrix, Row};

use super::*;

fn matrix() -> Matrix {
    let column = |key: &str, name: &str, directives, rows| Column {
        key: key.into(),
        name: name.into(),
        directives,
        rows,
    };
    let row = |name: &str, counts: &[u32]| Row {
        key: name.into(),
        name: name.into(),
        documents: 1,
        directives: counts.iter().sum(),
        counts: counts.to_vec(),
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
