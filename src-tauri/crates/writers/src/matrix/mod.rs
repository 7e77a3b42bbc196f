//! Districts × themes and series of indicators as files and pictures: the same rows, columns and gaps as on screen.

mod html;
mod picture;
mod series;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

pub use html::matrix_html;
pub use picture::series_svg;
pub use series::series_xlsx;
pub use workbook::matrix_xlsx;
