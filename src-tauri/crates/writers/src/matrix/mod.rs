//! Districts × themes and series of indicators as files: the same rows, columns and gaps as on screen.

mod html;
mod series;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

pub use html::matrix_html;
pub use series::series_xlsx;
pub use workbook::matrix_xlsx;
