//! The names and the reach of the formats.

use crate::view::ExportFormat;
use crate::{Error, ErrorCode};

impl ExportFormat {
    /// Every format.
    pub const ALL: [Self; 11] = [
        Self::Docx,
        Self::Pdf,
        Self::Odt,
        Self::Html,
        Self::Md,
        Self::Txt,
        Self::Json,
        Self::Xlsx,
        Self::Ics,
        Self::Akn,
        Self::Redline,
    ];

    /// The format of that name (`docx`, `pdf`, `odt`, `html`, `md`, `txt`, `json`, `xlsx`, `ics`,
    /// `akn`, `redline`).
    ///
    /// # Errors
    /// [`ErrorCode::ExportFormatUnsupported`] for any other name.
    pub fn named(name: &str) -> Result<Self, Error> {
        let name = if name == "text" { "txt" } else { name };
        let known = Self::ALL.into_iter().find(|format| format.name() == name);
        known.ok_or_else(|| Error::new(ErrorCode::ExportFormatUnsupported).with("format", name))
    }

    /// The name [`ExportFormat::named`] knows it by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Redline => "redline",
            Self::Akn => "akn",
            format => format.extension(),
        }
    }

    /// The extension of a file in this format.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx | Self::Redline => "docx",
            Self::Pdf => "pdf",
            Self::Odt => "odt",
            Self::Html => "html",
            Self::Md => "md",
            Self::Txt => "txt",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Akn => "xml",
        }
    }

    /// The error of a thing that cannot be written in this format.
    pub(crate) fn unsupported(self) -> Error {
        Error::new(ErrorCode::ExportFormatUnsupported).with("format", self.name())
    }
}

#[cfg(test)]
mod tests {
    use ts_rs::{Config, TS};

    use super::*;

    #[test]
    fn no_format_is_forgotten() {
        let names = ExportFormat::inline(&Config::default());
        assert_eq!(
            names.split(" | ").count(),
            ExportFormat::ALL.len(),
            "{names}"
        );
    }
}
