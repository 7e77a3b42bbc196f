//! A control sheet that was filled in, as rows of what its cells say.
//!
//! Excel and LibreOffice both change a workbook when they save it, so nothing is taken from its
//! looks: the row of headings is found by its words, columns by their headings, rows by their codes.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use chrono::{Days, NaiveDate};

use crate::ReadError;

/// A row of a control sheet as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its line in the sheet, 1-based, as the person sees it.
    pub line: u32,
    /// What it is known again by.
    pub code: String,
    /// The printed number.
    pub number: String,
    /// What stands under «Состояние».
    pub status: String,
    /// The day, where the cell holds one.
    pub on: Option<NaiveDate>,
    /// The new last day, where the cell holds one.
    pub until: Option<NaiveDate>,
    /// What stands in a column of days and is none.
    pub no_day: Option<String>,
    /// «Факт»
    pub fact: String,
    /// «Что сделано»
    pub done: String,
    /// «Подтверждение»
    pub evidence: String,
    /// «Причина»
    pub reason: String,
    /// «Новый исполнитель»
    pub to: String,
}

/// Reads a control sheet; nothing if the workbook is none.
///
/// # Errors
/// [`ReadError::Damaged`] if it is no workbook.
pub fn control_sheet(bytes: &[u8]) -> Result<Option<Vec<SheetRow>>, ReadError> {
    // Guards against what unpacks without end before anything is unpacked.
    drop(crate::container::archive(bytes)?);
    let damaged = |error: calamine::XlsxError| ReadError::Damaged {
        detail: error.to_string(),
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (first, left) = range.start().unwrap_or_default();
        let mut cells: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
        let Some(head) = cells.iter().position(|row| Columns::of(row).is_some()) else {
            continue;
        };
        // One answer over several rows is an answer to each of them.
        let merged = workbook.merge_cells_by_sheet_name(&name);
        for region in merged.map_err(damaged)? {
            spread(&mut cells, region.start, region.end, (first, left));
        }
        let Some(columns) = cells.get(head).and_then(|row| Columns::of(row)) else {
            continue;
        };
        let rows = (first + 1..).zip(&cells).skip(head + 1);
        return Ok(Some(
            rows.filter_map(|(line, row)| columns.read(line, row))
                .collect(),
        ));
    }
    Ok(None)
}

/// Writes what stands in the first cell of a merged column into its other cells. The table begins at
/// the row and the column of `origin`.
fn spread(cells: &mut [Vec<Data>], from: (u32, u32), to: (u32, u32), origin: (u32, u32)) {
    let place = |at: u32, origin: u32| at.checked_sub(origin).map(|at| at as usize);
    let (Some(top), Some(bottom)) = (place(from.0, origin.0), place(to.0, origin.0)) else {
        return;
    };
    let Some(column) = place(from.1, origin.1).filter(|_| from.1 == to.1) else {
        return;
    };
    let said = cells.get(top).and_then(|row| row.get(column)).cloned();
    for row in cells.iter_mut().take(bottom + 1).skip(top + 1) {
        if let (Some(cell), Some(said)) = (row.get_mut(column), &said) {
            *cell = said.clone();
        }
    }
}

/// Where the columns stand.
struct Columns(Vec<(String, usize)>);

impl Columns {
    fn of(row: &[Data]) -> Option<Self> {
        let names = row
            .iter()
            .enumerate()
            .map(|(at, cell)| (text(cell).to_lowercase(), at));
        let columns = Self(names.filter(|(name, _)| !name.is_empty()).collect());
        (columns.at("код").is_some() && columns.at("состояние").is_some()).then_some(columns)
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.0
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, at)| *at)
    }

    fn read(&self, line: u32, row: &[Data]) -> Option<SheetRow> {
        let cell = |name: &str| {
            self.at(name)
                .and_then(|at| row.get(at))
                .unwrap_or(&Data::Empty)
        };
        let code = text(cell("код"));
        // A row that was filled in and has lost its code is told of; an empty one is none.
        let filled = FILLED.iter().any(|name| !text(cell(name)).is_empty());
        if code.is_empty() && !filled {
            return None;
        }
        let mut no_day = None;
        let mut day_in = |name: &str| {
            let day = day(cell(name));
            let said = text(cell(name));
            if day.is_none() && !said.is_empty() {
                no_day = Some(said);
            }
            day
        };
        let (on, until) = (day_in("дата"), day_in("новый срок"));
        Some(SheetRow {
            line,
            code,
            number: text(cell("пункт")),
            status: text(cell("состояние")),
            on,
            until,
            no_day,
            fact: text(cell("факт")),
            done: text(cell("что сделано")),
            evidence: text(cell("подтверждение")),
            reason: text(cell("причина")),
            to: text(cell("новый исполнитель")),
        })
    }
}

/// Columns a person fills in.
const FILLED: [&str; 8] = [
    "состояние",
    "дата",
    "новый срок",
    "факт",
    "что сделано",
    "подтверждение",
    "причина",
    "новый исполнитель",
];

/// What a cell shows: of a formula that failed, its error.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}

/// A day typed as a day, as text or as Excel's count of days.
fn day(cell: &Data) -> Option<NaiveDate> {
    let counted = |days: f64| {
        // Excel counts from 30.12.1899; 2000 to 2100 is what a deadline can be.
        let whole = (36_526.0..73_050.0)
            .contains(&days)
            .then_some(days as u64)?;
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole))
    };
    match cell {
        Data::DateTime(moment) => counted(moment.as_f64()),
        Data::Float(days) => counted(*days),
        Data::Int(days) => counted(*days as f64),
        other => {
            let said = text(other).replace(['г', ' ', '\u{a0}'], "");
            let said = said.trim_end_matches('.');
            let said = said.split('T').next()?;
            // «26» is a year to `%Y`, too: each form has to give a year a deadline can have.
            ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y"]
                .into_iter()
                .filter_map(|form| NaiveDate::parse_from_str(said, form).ok())
                .find(|day| (2000..2100).contains(&chrono::Datelike::year(day)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_is_read_however_it_was_typed() {
        let expected = NaiveDate::from_ymd_opt(2026, 10, 1);
        for said in [
            "01.10.2026",
            "1.10.2026 г.",
            "2026-10-01",
            "01.10.26",
            "01/10/2026",
        ] {
            assert_eq!(day(&Data::String(said.into())), expected, "{said}");
        }
        assert_eq!(day(&Data::Float(46_296.0)), expected);
        assert_eq!(day(&Data::String("скоро".into())), None);
    }

    #[test]
    fn what_is_no_workbook_is_said_to_be_damaged() {
        assert!(control_sheet(b"no zip at all").is_err());
    }
}
