//! Series of indicators as an Excel workbook: a row a number, with its passport and its sentence.

use chrono::NaiveDate;
use rust_xlsxwriter::{Workbook, XlsxError};
use svod_corpus::{Point, Series};
use svod_model::Bound;

use super::workbook::{Looks, heads, properties, put};
use crate::WriteError;

const COLUMNS: [(&str, f64); 10] = [
    ("Что измеряется", 40.0),
    ("У кого", 18.0),
    ("Единица", 9.0),
    ("От чего", 20.0),
    ("Район, округ", 28.0),
    ("Год", 7.0),
    ("План", 10.0),
    ("Факт", 10.0),
    ("Срок", 12.0),
    ("Предложение", 70.0),
];

/// Writes series of indicators; `made_on` is the day the workbook's properties name.
///
/// # Errors
/// [`WriteError`] when the workbook cannot be built; never for what the texts say.
pub fn series_xlsx(series: &[Series], made_on: NaiveDate) -> Result<Vec<u8>, WriteError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties("Показатели", made_on)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Показатели")?;
    heads(sheet, &COLUMNS, &looks)?;
    let told = series
        .iter()
        .flat_map(|one| one.points.iter().map(move |point| (one, point)));
    for (at, (one, point)) in (1u32..).zip(told) {
        let passport = &one.passport;
        put(sheet, (at, 0), &one.name, &looks.name)?;
        put(sheet, (at, 1), &passport.whom, &looks.name)?;
        put(sheet, (at, 2), &passport.unit, &looks.number)?;
        let base = passport.base.as_deref().unwrap_or_default();
        put(sheet, (at, 3), base, &looks.name)?;
        put(sheet, (at, 4), &point.district, &looks.name)?;
        if let Some(year) = point.year {
            sheet.write_number_with_format(at, 5, year, &looks.number)?;
        }
        plan(sheet, at, point, &looks)?;
        let by = point.by.map(|day| day.format("%d.%m.%Y").to_string());
        put(sheet, (at, 8), &by.unwrap_or_default(), &looks.number)?;
        put(sheet, (at, 9), &point.sentence, &looks.name)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A number stays a number; its side of success is in its look.
fn plan(
    sheet: &mut rust_xlsxwriter::Worksheet,
    at: u32,
    point: &Point,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = match point.relation {
        Bound::AtLeast => looks.number.clone().set_num_format("\"≥ \"0.##"),
        Bound::AtMost => looks.number.clone().set_num_format("\"≤ \"0.##"),
        Bound::Exactly => looks.number.clone().set_num_format("0.##"),
    };
    sheet.write_number_with_format(at, 6, point.value, &look)?;
    match point.fact {
        Some(fact) => sheet.write_number_with_format(at, 7, fact, &looks.number)?,
        None => sheet.write_string_with_format(at, 7, "", &looks.number)?,
    };
    Ok(())
}
