//! How a matrix is worded in files.

use svod_corpus::{Column, Filter, Matrix, Row, RowsBy, Show, Tally};
use svod_model::BodyClass;

/// What stands in a cell nobody was given anything in.
pub(crate) const GAP: &str = "—";
/// What that means.
pub(crate) const GAP_MEANS: &str = "— пробел: никому не поручено";

/// What stands in a cell whose directives are not under control.
const NOT_CONTROLLED: &str = "н/к";

/// A cell where directives were given: their number, or how many of those under control.
pub(crate) fn cell(matrix: &Matrix, given: u32, tally: &Tally) -> String {
    match tally.told(matrix.show) {
        None => given.to_string(),
        Some(_) if given == 0 => String::new(),
        Some(_) if tally.controlled == 0 => NOT_CONTROLLED.into(),
        Some(told) => format!("{told} из {}", tally.controlled),
    }
}

/// The tint of a cell, 0 for none to 4: by its number, or by the share of those under control.
pub(crate) fn tint(matrix: &Matrix, given: u32, tally: &Tally) -> usize {
    match tally.told(matrix.show) {
        None => [1, 3, 5, 7].iter().filter(|from| **from <= given).count(),
        Some(told) => {
            let share = (told * 4).div_ceil(tally.controlled.max(1));
            usize::try_from(share).unwrap_or_default().min(4)
        }
    }
}

/// The title.
pub(crate) fn title(matrix: &Matrix) -> &'static str {
    match matrix.show {
        Show::Given => "Поручения по районам и темам",
        Show::Done => "Исполнено по районам и темам",
        Show::Overdue => "Просрочено по районам и темам",
    }
}

/// What the cells mean.
pub(crate) fn legend(matrix: &Matrix) -> String {
    let cell = match matrix.show {
        Show::Given => return GAP_MEANS.into(),
        Show::Done => "3 из 5 — исполнено три поручения из пяти на контроле",
        Show::Overdue => "3 из 5 — просрочено три поручения из пяти на контроле",
    };
    format!("{cell}; {NOT_CONTROLLED} — не на контроле; {GAP_MEANS}")
}

/// The heading of the first column.
pub(crate) fn corner(matrix: &Matrix) -> &'static str {
    match matrix.rows_by {
        RowsBy::District => "Район, округ",
        RowsBy::Region => "Регион",
    }
}

/// A row's name.
pub(crate) fn row(matrix: &Matrix, row: &Row) -> String {
    match (row.name.as_str(), matrix.rows_by) {
        ("", RowsBy::District) => "Район не указан".into(),
        ("", RowsBy::Region) => "Регион не указан".into(),
        (name, _) => name.into(),
    }
}

/// A column's name.
pub(crate) fn column(column: &Column) -> &str {
    if column.name.is_empty() {
        "Другое"
    } else {
        &column.name
    }
}

/// What was counted, in one line.
pub(crate) fn counted(matrix: &Matrix, filter: &Filter) -> String {
    let mut parts = Vec::new();
    parts.extend(filter.region.clone());
    parts.extend(filter.year.map(|year| format!("{year} год")));
    parts.extend(
        filter
            .class
            .map(|class| format!("адресаты: {}", class_name(class))),
    );
    parts.push(format!("документов: {}", matrix.documents));
    parts.push(format!("поручений: {}", matrix.directives));
    if let Some(told) = matrix.tally.told(matrix.show) {
        let what = if matrix.show == Show::Done {
            "исполнено"
        } else {
            "просрочено"
        };
        parts.push(format!(
            "на контроле: {}, {what}: {told}",
            matrix.tally.controlled
        ));
    }
    parts.push(format!("пробелов: {}", matrix.gaps));
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    if rows < matrix.all_rows as usize || columns < matrix.all_columns as usize {
        parts.push(format!(
            "показано строк: {rows} из {}, столбцов: {columns} из {}",
            matrix.all_rows, matrix.all_columns
        ));
    }
    parts.join(" · ")
}

/// How many rows have a column, in words.
pub(crate) fn coverage(matrix: &Matrix, column: &Column) -> String {
    format!("{} из {}", column.rows, matrix.rows.len())
}

fn class_name(class: BodyClass) -> &'static str {
    match class {
        BodyClass::MunicipalPower => "муниципальная власть",
        BodyClass::EducationAuthority => "управление образованием",
        BodyClass::MethodicalService => "методическая служба",
        BodyClass::CoordinatingCentre => "координационный центр",
        BodyClass::Heads => "руководители организаций",
        BodyClass::Organisations => "организации",
        BodyClass::Roles => "работники школ и садов",
        BodyClass::Partners => "социальные партнёры",
        BodyClass::Region => "область и федерация",
        BodyClass::Other => "другое",
    }
}
