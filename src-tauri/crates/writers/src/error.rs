use thiserror::Error;

/// Why a document could not be written. Never because of what the text says.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The package (zip container) refused a part.
    #[error("cannot build the package: {source}")]
    Package {
        /// What the container said.
        #[from]
        source: zip::result::ZipError,
    },
    /// A part could not be serialised.
    #[error("cannot write a part of the package: {source}")]
    Part {
        /// What the writer said.
        #[from]
        source: std::io::Error,
    },
    /// The workbook refused a sheet or a cell.
    #[error("cannot build the workbook: {source}")]
    Workbook {
        /// What the workbook said.
        #[from]
        source: rust_xlsxwriter::XlsxError,
    },
}
