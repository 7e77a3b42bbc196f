//! A comparison as an Excel workbook: the table, the changed facts, the counts.

use chrono::NaiveDate;
use rust_xlsxwriter::{Color, Format, FormatUnderline, Workbook, Worksheet, XlsxError};
use svod_diff::{Comparison, Op};
use svod_model::Resolution;

use super::table::{Entry, entries};
use super::words::{self, Mark};
use crate::WriteError;
use crate::cells::{CELL, Looks, fitting, page, properties, put, rows_of, tall, utf16};
use crate::typography::typeset;

/// Heading and width in characters of each column of the table.
const TABLE: [(&str, f64); 10] = [
    ("№ было", 7.0),
    ("Было", 38.0),
    ("№ стало", 7.0),
    ("Стало", 38.0),
    ("Раздел", 14.0),
    ("Кому", 16.0),
    ("Характер изменения", 12.0),
    ("Связь", 10.0),
    ("Что изменилось", 24.0),
    ("Почему связаны", 22.0),
];

/// The place of «Раздел» among them.
const SESSION: u16 = 4;

/// The same for the sheet of changed facts.
const FACTS: [(&str, f64); 8] = [
    ("№ было", 7.0),
    ("№ стало", 7.0),
    ("Кому", 28.0),
    ("Поручение", 56.0),
    ("Что изменилось", 15.0),
    ("Было", 30.0),
    ("Стало", 30.0),
    ("Связь", 12.0),
];

/// Writes a comparison as an Excel workbook; `made_on` is the day its properties name.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be built; never for what the texts say.
pub fn comparison_xlsx(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    made_on: NaiveDate,
) -> Result<Vec<u8>, WriteError> {
    let rows = entries(comparison, old, new);
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let subject = words::side(&comparison.new);
    workbook.set_properties(&properties("Сравнение резолюций", &subject, made_on)?);
    table(workbook.add_worksheet(), comparison, &rows, &looks)?;
    facts(workbook.add_worksheet(), &rows, &looks)?;
    counts(workbook.add_worksheet(), comparison, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

fn table(
    sheet: &mut Worksheet,
    comparison: &Comparison,
    rows: &[Entry<'_>],
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("Сравнение")?;
    sheet.write_string_with_format(0, 0, "Сравнение резолюций", &looks.title)?;
    sheet.set_row_height(0, 22)?;
    for (row, label, text) in [
        (1, "Было: ", words::side(&comparison.old)),
        (2, "Стало: ", words::side(&comparison.new)),
        (3, "Итог: ", words::summary(comparison)),
    ] {
        sheet.write_string_with_format(
            row,
            0,
            fitting(&format!("{label}{text}"), CELL),
            &looks.note,
        )?;
    }
    legend(sheet, 4, looks)?;
    let first = 4 + LEGEND_ROWS + 1;
    page(sheet, first, &TABLE, rows.len(), looks)?;
    if rows.iter().all(|entry| entry.session.is_empty()) {
        sheet.set_column_hidden(SESSION)?;
    }
    for (row, entry) in (first + 1..).zip(rows) {
        let number = |side: &Option<(String, &str)>| side.as_ref().map(|(n, _)| n.clone());
        let side =
            |sheet: &mut Worksheet, column, gone| words_in(sheet, row, column, entry, gone, looks);
        put(
            sheet,
            row,
            0,
            &number(&entry.old).unwrap_or_default(),
            &looks.number,
        )?;
        side(sheet, 1, Op::Insert)?;
        put(
            sheet,
            row,
            2,
            &number(&entry.new).unwrap_or_default(),
            &looks.number,
        )?;
        side(sheet, 3, Op::Delete)?;
        put(sheet, row, 4, &entry.session, &looks.text)?;
        put(sheet, row, 5, &entry.who, &looks.text)?;
        put(sheet, row, 6, &entry.nature.join(", "), &looks.text)?;
        put(sheet, row, 7, link(entry), &looks.text)?;
        let lines: Vec<String> = entry.facts.iter().map(|fact| fact.line()).collect();
        let lines = lines.join("\n");
        put(sheet, row, 8, &lines, &looks.text)?;
        let why = entry.why.as_deref().unwrap_or_default();
        put(sheet, row, 9, why, &looks.text)?;
        let text = |side: &Option<(String, &str)>| {
            side.as_ref()
                .map_or(1, |(_, text)| rows_of(text, TABLE[1].1))
        };
        let tallest = [
            text(&entry.old),
            text(&entry.new),
            rows_of(&entry.session, TABLE[4].1),
            rows_of(&entry.who, TABLE[5].1),
            rows_of(&entry.nature.join(", "), TABLE[6].1),
            rows_of(&lines, TABLE[8].1),
            rows_of(why, TABLE[9].1),
        ];
        tall(sheet, row, &tallest)?;
    }
    Ok(())
}

/// One row for the marks and one for each word of the legend.
const LEGEND_ROWS: u32 = 1 + words::LEGEND.len() as u32;

fn legend(sheet: &mut Worksheet, row: u32, looks: &Looks) -> Result<(), XlsxError> {
    let meaning = format!(" — {}", words::LIGHT);
    let marks = [
        (&looks.plain, "Обозначения: "),
        (&looks.inserted, "подчёркнуто"),
        (&looks.plain, " — добавлено, "),
        (&looks.deleted, "зачёркнуто"),
        (&looks.plain, " — исключено, "),
        (&looks.light, "курсивом с чертой"),
        (&looks.plain, &meaning),
    ];
    sheet.write_rich_string_with_format(row, 0, &marks, &looks.note)?;
    for (row, (word, meaning)) in (row + 1..).zip(words::LEGEND) {
        let line = format!("{word} — {meaning}");
        sheet.write_string_with_format(row, 0, line, &looks.note)?;
    }
    Ok(())
}

fn facts(sheet: &mut Worksheet, rows: &[Entry<'_>], looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Изменённые данные")?;
    let count = rows.iter().map(|entry| entry.facts.len()).sum();
    page(sheet, 0, &FACTS, count, looks)?;
    let told = rows
        .iter()
        .flat_map(|entry| entry.facts.iter().map(move |fact| (entry, fact)));
    for (row, (entry, fact)) in (1..).zip(told) {
        let side = |side: &Option<(String, &str)>| match side {
            Some((number, text)) => (number.clone(), (*text).to_owned()),
            None => <(String, String)>::default(),
        };
        let ((before, _), (after, text)) = (side(&entry.old), side(&entry.new));
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".into());
        let cells = [
            before,
            after,
            entry.who.clone(),
            text,
            fact.kind.name().to_owned(),
            value(&fact.old),
            value(&fact.new),
            link(entry).to_owned(),
        ];
        for (column, text) in (0..).zip(&cells) {
            put(sheet, row, column, text, &looks.text)?;
        }
        let tallest: Vec<usize> = cells
            .iter()
            .zip(FACTS)
            .map(|(text, (_, width))| rows_of(text, width))
            .collect();
        tall(sheet, row, &tallest)?;
    }
    Ok(())
}

fn counts(sheet: &mut Worksheet, comparison: &Comparison, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Итог")?;
    let heading = [("Характер изменения", 28.0), ("Поручений", 12.0)];
    page(sheet, 0, &heading, words::COUNTED.len(), looks)?;
    for (row, (key, name)) in (1..).zip(words::COUNTED) {
        let count = words::count(comparison, key);
        put(sheet, row, 0, name, &looks.text)?;
        sheet.write_number_with_format(row, 1, count, &looks.number)?;
    }
    Ok(())
}

/// One side of a row with its own changes marked, those of the other side left out.
fn words_in(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    entry: &Entry<'_>,
    gone: Op,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let (side, other) = match gone {
        Op::Insert => (&entry.old, &entry.new),
        Op::Delete | Op::Equal => (&entry.new, &entry.old),
    };
    let Some((_, text)) = side else {
        return put(sheet, row, column, "—", &looks.text);
    };
    let look = |mark: Mark| match mark {
        Mark::Plain => &looks.plain,
        Mark::Inserted => &looks.inserted,
        Mark::Deleted => &looks.deleted,
        Mark::Light => &looks.light,
    };
    let marked: Vec<(&Format, String)> = match other {
        // The whole directive came or went.
        None if gone == Op::Insert => vec![(&looks.deleted, typeset(text))],
        None => vec![(&looks.inserted, typeset(text))],
        Some(_) => words::side_of(entry, gone)
            .into_iter()
            .map(|(mark, text)| (look(mark), typeset(text)))
            .collect(),
    };
    let length: usize = marked.iter().map(|(_, text)| utf16(text)).sum();
    if marked.iter().any(|(_, text)| text.is_empty()) || length > CELL {
        return put(sheet, row, column, text, &looks.text);
    }
    match marked.as_slice() {
        [] => put(sheet, row, column, text, &looks.text),
        // A rich text is of two parts at least; one part is a cell of its own look.
        [(run, only)] => {
            let look = looks.text.clone();
            let look = match *run == &looks.inserted {
                true => look
                    .set_underline(FormatUnderline::Single)
                    .set_font_color(Color::RGB(0x14_53_2D)),
                false if *run == &looks.deleted => look
                    .set_font_strikethrough()
                    .set_font_color(Color::RGB(0x9F_1D_1D)),
                false if *run == &looks.light => {
                    look.set_italic().set_underline(FormatUnderline::Single)
                }
                false => look,
            };
            put(sheet, row, column, only, &look)
        }
        marked => {
            let marked: Vec<(&Format, &str)> = marked
                .iter()
                .map(|(look, text)| (*look, text.as_str()))
                .collect();
            sheet
                .write_rich_string_with_format(row, column, &marked, &looks.text)
                .map(|_| ())
        }
    }
}

fn link(entry: &Entry<'_>) -> &'static str {
    let link = entry.link.unwrap_or_default();
    link.strip_prefix("связь ").unwrap_or(link)
}
