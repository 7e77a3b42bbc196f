//! The control sheet: an Excel workbook with a locked part that says what is asked and an open part
//! that is filled in. A row is known again by its code, whatever was done to the rows' order.

use chrono::Datelike as _;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};
use svod_model::control::Status;

use super::{ControlRow, ControlTitle, day, due, measured, planned};
use crate::WriteError;
use crate::typography::clean;

/// What fits into one cell, with room to spare.
const CELL: usize = 32_000;

/// Heading, width in characters, and whether the column is filled in.
const COLUMNS: [(&str, f64, bool); 14] = [
    ("Код", 5.0, false),
    ("Пункт", 7.0, false),
    ("Поручение", 46.0, false),
    ("Кому", 22.0, false),
    ("Срок", 15.0, false),
    ("План", 20.0, false),
    ("Состояние", 18.0, true),
    ("Факт", 12.0, true),
    ("Дата", 12.0, true),
    ("Что сделано", 32.0, true),
    ("Подтверждение", 22.0, true),
    ("Причина", 22.0, true),
    ("Новый срок", 12.0, true),
    ("Новый исполнитель", 22.0, true),
];

/// How many columns there are, and which are spoken of below.
const WIDTH: u16 = COLUMNS.len() as u16;
const STATUS: u16 = 6;
const FACT: u16 = 7;
/// Columns a day is typed into.
const DAYS: [u16; 2] = [8, 12];

/// The row of headings; title and help stand above it.
const HEADINGS: u32 = 3;

/// Writes the control sheet of these rows.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be built; never for what the texts say.
pub fn control_sheet(title: &ControlTitle, rows: &[ControlRow]) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title)?);
    fill(workbook.add_worksheet(), title, rows)?;
    Ok(workbook.save_to_buffer()?)
}

fn properties(title: &ControlTitle) -> Result<DocProperties, XlsxError> {
    let within = |part: u32| u8::try_from(part).unwrap_or(1);
    // Excel's calendar begins in 1900.
    let year = u16::try_from(title.on.year()).unwrap_or(1900).max(1900);
    let made = ExcelDateTime::from_ymd(year, within(title.on.month()), within(title.on.day()))?;
    Ok(DocProperties::new()
        .set_title("Контрольный лист")
        .set_author("Свод")
        .set_creation_datetime(&made))
}

fn fill(sheet: &mut Worksheet, title: &ControlTitle, rows: &[ControlRow]) -> Result<(), XlsxError> {
    let cell = || {
        Format::new()
            .set_font_name("Times New Roman")
            .set_font_size(11)
            .set_align(FormatAlign::Top)
    };
    let framed = || {
        cell()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x80_80_80))
    };
    let heading = framed()
        .set_bold()
        .set_background_color(Color::RGB(0xED_F0_F1));
    let asked = framed();
    // Codes are for the program: small and pale, but there, so that copying rows keeps them.
    let code = cell()
        .set_font_size(6)
        .set_font_color(Color::RGB(0x9A_A3_AA))
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x80_80_80));
    // «@» keeps what is typed as text; what begins with «=» is then no formula either.
    let open = framed()
        .set_unlocked()
        .set_background_color(Color::RGB(0xFF_FB_E6));
    let words = open.clone().set_num_format("@");
    let date = open
        .clone()
        .set_num_format("dd.mm.yyyy")
        .set_align(FormatAlign::Left);

    sheet.set_name("Контроль")?;
    let name = format!("Контрольный лист: {}", title.title);
    sheet.write_string_with_format(0, 0, fitting(&name), &cell().set_bold().set_font_size(14))?;
    let help = format!(
        "По состоянию на {}. Заполните жёлтые столбцы; состояние выбирается из списка. В столбец «Факт» впишите достигнутое число (несколько — через точку с запятой, в порядке плана). Столбец «Код» не меняйте.",
        day(title.on)
    );
    sheet.write_string_with_format(1, 0, help, &cell())?;
    for (column, (heading_words, width, _)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(HEADINGS, column, heading_words, &heading)?;
    }
    for (row, item) in (HEADINGS + 1..).zip(rows) {
        let plan = plan(item);
        let texts = [
            &item.code,
            &item.number,
            &item.text,
            &item.who,
            &due(item),
            &plan,
        ];
        for (column, text) in (0u16..).zip(texts) {
            let look = if column == 0 { &code } else { &asked };
            sheet.write_string_with_format(row, column, fitting(text), look)?;
        }
        sheet.write_string_with_format(row, STATUS, item.status.name(), &words)?;
        for column in STATUS + 1..WIDTH {
            // What has no target has no number either.
            if column == FACT && item.targets.is_empty() {
                sheet.write_blank(row, column, &asked)?;
                continue;
            }
            let look = if DAYS.contains(&column) {
                &date
            } else {
                &words
            };
            sheet.write_blank(row, column, look)?;
        }
        let lines = lines(&item.text, 40)
            .max(lines(&item.who, 19))
            .max(lines(&plan, 17))
            .max(lines(&due(item), 13))
            .max(2);
        sheet.set_row_height(
            row,
            15.0 * f64::from(u32::try_from(lines).unwrap_or(27).min(27)),
        )?;
    }
    let last = HEADINGS + u32::try_from(rows.len()).unwrap_or(0).max(1);
    sheet.add_data_validation(HEADINGS + 1, STATUS, last, STATUS, &statuses()?)?;
    for column in DAYS {
        sheet.add_data_validation(HEADINGS + 1, column, last, column, &days()?)?;
    }
    sheet.set_freeze_panes(HEADINGS + 1, 2)?;
    sheet.autofilter(HEADINGS, 0, last, WIDTH - 1)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    sheet.protect_with_options(&ProtectionOptions {
        sort: true,
        use_autofilter: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::new()
    });
    Ok(())
}

/// How many lines a text takes in a cell of so many letters.
fn lines(text: &str, width: usize) -> usize {
    let each = text
        .lines()
        .map(|line| line.chars().count().div_ceil(width));
    each.sum()
}

/// The targets of a row, each with the number known of it; numbered where there are several, because
/// numbers reached are typed in this order.
fn plan(row: &ControlRow) -> String {
    let several = row.targets.len() > 1;
    let lines = (1..).zip(&row.targets).map(|(nth, target)| {
        let place = if several {
            format!("{nth}) ")
        } else {
            String::new()
        };
        let known = target
            .fact
            .zip(target.on)
            .map_or(String::new(), |(fact, on)| {
                format!("; факт {} на {}", measured(fact, &target.unit), day(on))
            });
        format!("{place}{}{known}", planned(target))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn statuses() -> Result<DataValidation, XlsxError> {
    let names: Vec<&str> = Status::ALL.iter().map(|status| status.name()).collect();
    DataValidation::new()
        .allow_list_strings(&names)?
        .set_error_title("Состояние")?
        .set_error_message("Выберите состояние из списка.")
}

fn days() -> Result<DataValidation, XlsxError> {
    let first = ExcelDateTime::from_ymd(2000, 1, 1)?;
    // A day typed otherwise is read all the same, so this only warns.
    DataValidation::new()
        .allow_date(DataValidationRule::GreaterThan(first))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Дата")?
        .set_error_message("Напишите дату так: 31.12.2026.")
}

fn fitting(text: &str) -> String {
    clean(text).chars().take(CELL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read as _};

    #[test]
    fn text_that_looks_like_a_formula_stays_text() {
        let row = ControlRow {
            code: "a/b/0".into(),
            text: "=HYPERLINK(\"http://example.org\")".into(),
            who: "+7 (845) школа".into(),
            ..ControlRow::default()
        };
        let bytes = control_sheet(&ControlTitle::default(), &[row]).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut sheet = String::new();
        archive
            .by_name("xl/worksheets/sheet1.xml")
            .unwrap()
            .read_to_string(&mut sheet)
            .unwrap();
        assert!(!sheet.contains("<f>"));
        assert!(sheet.contains("<sheetProtection"));
        assert!(
            sheet.contains("на постоянном контроле"),
            "statuses are offered as a list"
        );
        assert!(sheet.contains("type=\"list\""));
    }

    #[test]
    fn same_rows_give_the_same_bytes() {
        let write = || control_sheet(&ControlTitle::default(), &[ControlRow::default()]).unwrap();
        assert_eq!(write(), write());
    }
}
