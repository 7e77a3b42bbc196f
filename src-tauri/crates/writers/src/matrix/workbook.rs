//! A matrix as an Excel workbook: the counts, the gaps one by one, the coverage of each theme.

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use svod_corpus::{Filter, Matrix, Show, Tally};

use super::words;
use crate::WriteError;
use crate::typography::{bind, clean};

/// A4 in Excel's list of papers.
const A4: u8 = 9;
/// Tints of a cell, as on screen.
const TINTS: [u32; 5] = [0xFF_FF_FF, 0xEA_F3_F1, 0xD5_E8_E3, 0xBC_DA_D3, 0x9F_C9_BF];

/// Writes a matrix as an Excel workbook; `made_on` is the day its properties name.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be built; never for what the texts say.
pub fn matrix_xlsx(
    matrix: &Matrix,
    filter: &Filter,
    made_on: NaiveDate,
) -> Result<Vec<u8>, WriteError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(words::title(matrix), made_on)?);
    counts(workbook.add_worksheet(), matrix, filter, &looks)?;
    gaps(workbook.add_worksheet(), matrix, &looks)?;
    coverage(workbook.add_worksheet(), matrix, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

pub(super) fn properties(title: &str, made_on: NaiveDate) -> Result<DocProperties, XlsxError> {
    let within = |part: u32| u8::try_from(part).unwrap_or(1);
    // Excel's calendar begins in 1900.
    let year = u16::try_from(made_on.year()).unwrap_or(1900).max(1900);
    let day = ExcelDateTime::from_ymd(year, within(made_on.month()), within(made_on.day()))?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_author("Свод")
        .set_creation_datetime(&day))
}

/// The looks of cells.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) heading: Format,
    turned: Format,
    pub(super) name: Format,
    pub(super) number: Format,
    gap: Format,
    sum: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let cell = || {
            Format::new()
                .set_font_name("Times New Roman")
                .set_font_size(11)
                .set_align(FormatAlign::VerticalCenter)
        };
        let framed = || {
            cell()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0xB8_C0_C3))
        };
        let heading = || {
            framed()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xED_F0_F1))
        };
        let centre = |format: Format| format.set_align(FormatAlign::Center);
        Self {
            title: cell().set_bold().set_font_size(14),
            note: cell(),
            heading: heading(),
            turned: centre(heading()).set_rotation(90),
            name: framed().set_text_wrap(),
            number: centre(framed()),
            gap: centre(
                framed()
                    .set_border(FormatBorder::Dashed)
                    .set_border_color(Color::RGB(0x7D_89_8E)),
            ),
            sum: centre(framed()).set_bold(),
        }
    }
}

fn counts(
    sheet: &mut Worksheet,
    matrix: &Matrix,
    filter: &Filter,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("Матрица")?;
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C&P из &N");
    sheet.write_string_with_format(0, 0, words::title(matrix), &looks.title)?;
    let line = words::counted(matrix, filter);
    put(sheet, (1, 0), &line, &looks.note)?;
    put(sheet, (2, 0), &words::legend(matrix), &looks.note)?;
    let first = 4;
    sheet.set_repeat_rows(first, first)?;
    sheet.set_freeze_panes(first + 1, 1)?;
    sheet.set_row_height(first, 150)?;
    sheet.set_column_width(0, 34)?;
    put(sheet, (first, 0), words::corner(matrix), &looks.heading)?;
    let mut last = 1;
    for (at, column) in (1u16..).zip(&matrix.columns) {
        sheet.set_column_width(at, if matrix.show == Show::Given { 6 } else { 8 })?;
        put(sheet, (first, at), words::column(column), &looks.turned)?;
        last = at + 1;
    }
    sheet.set_column_width(last, 8)?;
    put(sheet, (first, last), "Всего", &looks.turned)?;
    let mut at = first + 1;
    for row in &matrix.rows {
        put(sheet, (at, 0), &words::row(matrix, row), &looks.name)?;
        for (nth, (place, column)) in (1u16..).zip(matrix.columns.iter().enumerate()) {
            let (given, tally) = (row.counts[place], &row.tally_of(place));
            match (given, column.key.is_empty()) {
                (0, false) => put(sheet, (at, nth), words::GAP, &looks.gap)?,
                (0, true) => put(sheet, (at, nth), "", &looks.number)?,
                (given, _) => {
                    let colour = TINTS[words::tint(matrix, given, tally)];
                    let look = looks
                        .number
                        .clone()
                        .set_background_color(Color::RGB(colour));
                    told(sheet, (at, nth), matrix, (given, tally), &look)?;
                }
            }
        }
        let own = (row.directives, &row.tally);
        told(sheet, (at, last), matrix, own, &looks.sum)?;
        at += 1;
    }
    put(sheet, (at, 0), "Всего поручений", &looks.heading)?;
    for (nth, column) in (1u16..).zip(&matrix.columns) {
        let own = (column.directives, &column.tally);
        told(sheet, (at, nth), matrix, own, &looks.sum)?;
    }
    let own = (matrix.directives, &matrix.tally);
    told(sheet, (at, last), matrix, own, &looks.sum)?;
    Ok(())
}

/// A number as a number; how many of how many as words.
fn told(
    sheet: &mut Worksheet,
    (at, nth): (u32, u16),
    matrix: &Matrix,
    (given, tally): (u32, &Tally),
    look: &Format,
) -> Result<(), XlsxError> {
    if matrix.show == Show::Given {
        sheet.write_number_with_format(at, nth, given, look)?;
        return Ok(());
    }
    put(sheet, (at, nth), &words::cell(matrix, given, tally), look)
}

fn gaps(sheet: &mut Worksheet, matrix: &Matrix, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Пробелы")?;
    let columns = [(words::corner(matrix), 34.0), ("Никому не поручено", 90.0)];
    heads(sheet, &columns, looks)?;
    let mut at = 1;
    for row in &matrix.rows {
        let missing: Vec<&str> = row
            .counts
            .iter()
            .zip(&matrix.columns)
            .filter(|(count, column)| **count == 0 && !column.key.is_empty())
            .map(|(_, column)| words::column(column))
            .collect();
        if missing.is_empty() {
            continue;
        }
        put(sheet, (at, 0), &words::row(matrix, row), &looks.name)?;
        put(sheet, (at, 1), &missing.join("; "), &looks.name)?;
        at += 1;
    }
    Ok(())
}

fn coverage(sheet: &mut Worksheet, matrix: &Matrix, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Охват")?;
    let columns = [
        ("Тема, задача", 70.0),
        ("Поручений", 12.0),
        ("Охвачено", 14.0),
    ];
    heads(sheet, &columns, looks)?;
    for (at, column) in (1u32..).zip(&matrix.columns) {
        put(sheet, (at, 0), words::column(column), &looks.name)?;
        sheet.write_number_with_format(at, 1, column.directives, &looks.number)?;
        let share = words::coverage(matrix, column);
        put(sheet, (at, 2), &share, &looks.number)?;
    }
    Ok(())
}

/// The first row with the widths of the columns.
pub(super) fn heads(
    sheet: &mut Worksheet,
    columns: &[(&str, f64)],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, (heading, width)) in (0u16..).zip(columns) {
        sheet.set_column_width(at, *width)?;
        put(sheet, (0, at), heading, &looks.heading)?;
    }
    Ok(())
}

/// A text as a string, never as a formula.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let text = clean(&bind(text)).into_owned();
    // What fits into one cell.
    let text: String = text.chars().take(16_000).collect();
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}
