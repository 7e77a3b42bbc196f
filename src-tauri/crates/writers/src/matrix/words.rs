//! How a matrix is worded in files.

use svod_corpus::{Column, Filter, Matrix, Row, RowsBy};
use svod_model::BodyClass;

/// What stands in a cell nobody was given anything in.
pub(crate) const GAP: &str = "—";
/// What that means.
pub(crate) const GAP_MEANS: &str = "— пробел: никому не поручено";

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
    parts.push(format!("пробелов: {}", matrix.gaps));
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
