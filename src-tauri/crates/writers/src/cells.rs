//! Cells of Excel workbooks, the same for every workbook we write.
//!
//! Every cell is written as a string or a number, never by a call that guesses: a directive that
//! begins with «=» stays a directive.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline,
    Worksheet, XlsxError,
};

use crate::typography::typeset;

/// What fits into one cell, in UTF-16 units, with room for a sign that something is left out.
pub(crate) const CELL: usize = 32_700;

/// A4 in Excel's list of papers.
const A4: u8 = 9;

/// What a workbook says about itself.
pub(crate) fn properties(
    title: &str,
    subject: &str,
    made_on: NaiveDate,
) -> Result<DocProperties, XlsxError> {
    use chrono::Datelike as _;
    let within = |part: u32| u8::try_from(part).unwrap_or(1);
    // Excel's calendar begins in 1900.
    let year = u16::try_from(made_on.year()).unwrap_or(1900).max(1900);
    let day = ExcelDateTime::from_ymd(year, within(made_on.month()), within(made_on.day()))?;
    Ok(DocProperties::new()
        .set_title(fitting(title, 250))
        .set_subject(fitting(subject, 250))
        .set_author("Свод")
        .set_creation_datetime(&day))
}

/// The looks of cells and of the words in them.
pub(crate) struct Looks {
    pub(crate) title: Format,
    pub(crate) note: Format,
    pub(crate) heading: Format,
    pub(crate) text: Format,
    pub(crate) number: Format,
    pub(crate) plain: Format,
    pub(crate) inserted: Format,
    pub(crate) deleted: Format,
    /// Excel knows no dots below words, and a comma in italics looks like any other: a line without
    /// colour in addition.
    pub(crate) light: Format,
}

impl Looks {
    pub(crate) fn new() -> Self {
        let cell = || {
            Format::new()
                .set_font_name("Times New Roman")
                .set_font_size(10)
                .set_text_wrap()
                .set_align(FormatAlign::Top)
        };
        let framed = || {
            cell()
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x80_80_80))
        };
        let run = || {
            Format::new()
                .set_font_name("Times New Roman")
                .set_font_size(10)
        };
        Self {
            title: cell().set_bold().set_font_size(14).unset_text_wrap(),
            note: cell().unset_text_wrap(),
            heading: framed()
                .set_bold()
                .set_background_color(Color::RGB(0xED_F0_F1)),
            text: framed(),
            number: framed().set_align(FormatAlign::Left),
            plain: run(),
            inserted: run()
                .set_underline(FormatUnderline::Single)
                .set_font_color(Color::RGB(0x14_53_2D)),
            deleted: run()
                .set_font_strikethrough()
                .set_font_color(Color::RGB(0x9F_1D_1D)),
            light: run().set_italic().set_underline(FormatUnderline::Single),
        }
    }
}

/// A landscape sheet with its heading in row `first`: frozen on screen, repeated on paper, filtered.
pub(crate) fn page(
    sheet: &mut Worksheet,
    first: u32,
    columns: &[(&str, f64)],
    rows: usize,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    sheet.set_footer("&C&P из &N");
    sheet.set_repeat_rows(first, first)?;
    sheet.set_freeze_panes(first + 1, 0)?;
    let tallest: Vec<usize> = columns
        .iter()
        .map(|(heading, width)| rows_of(heading, width * 0.85))
        .collect();
    tall(sheet, first, &tallest)?;
    for (column, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(first, column, *heading, &looks.heading)?;
    }
    let last_row = first + u32::try_from(rows).unwrap_or(0);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(first, 0, last_row, last_column)?;
    Ok(())
}

/// About how many lines a text takes in a column of that width: half-full lines at the ends of words
/// are reckoned in.
pub(crate) fn rows_of(text: &str, width: f64) -> usize {
    let lines = text.split('\n').map(|line| line.chars().count() as f64);
    let count: f64 = lines
        .map(|letters| (letters / (width * 1.15)).ceil().max(1.0))
        .sum();
    count as usize
}

/// Makes a row as tall as its tallest cell: Excel would find out by itself, other programs do not.
pub(crate) fn tall(sheet: &mut Worksheet, row: u32, lines: &[usize]) -> Result<(), XlsxError> {
    let lines = lines.iter().copied().max().unwrap_or(1);
    // Excel holds rows up to 409 points.
    sheet.set_row_height(row, (lines as f64 * 13.0 + 3.0).min(409.0))?;
    Ok(())
}

pub(crate) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    let text = fitting(&typeset(text), CELL);
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}

pub(crate) fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text, cut with «…» where it is longer than `limit`.
pub(crate) fn fitting(text: &str, limit: usize) -> String {
    if utf16(text) <= limit {
        return text.to_owned();
    }
    let mut length = 0;
    let kept = text.chars().take_while(|c| {
        length += c.len_utf16();
        length < limit
    });
    kept.chain(['…']).collect()
}
