//! WordprocessingML, written part by part.
//!
//! The order of children inside `w:pPr`, `w:rPr`, `w:sectPr` and the settings is the schema's:
//! Word is strict about it where LibreOffice is not.

pub(crate) mod document;
pub(crate) mod numbering;
mod package;
mod paragraph;
mod styles;
pub(crate) mod table;
mod xml;

use svod_model::Resolution;

use crate::sheet::{Sheet, sheet};
use crate::{Profile, WriteError};

pub(crate) use package::{Package, Properties, assemble, content_id};
pub(crate) use paragraph::{Paragraph, Run, set_text};
pub(crate) use styles::{Look, Style};
pub(crate) use xml::Xml;

/// The namespaces every part of the main document may use.
pub(crate) const NAMESPACES: [(&str, &str); 2] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

/// Writes a Word document: title block, preamble, sessions with real multi-level numbering, and a
/// bookmark `_rz_` + id in the paragraph of each directive whose id is 32 hexadecimal digits.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the text says.
pub fn docx(resolution: &Resolution, profile: &Profile) -> Result<Vec<u8>, WriteError> {
    sheet_docx(&sheet(resolution), profile)
}

/// [`docx()`] of any paper.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the text says.
pub fn sheet_docx(sheet: &Sheet, profile: &Profile) -> Result<Vec<u8>, WriteError> {
    let (document, numbering) = document::document(sheet, profile)?;
    let package = Package {
        document,
        numbering: Some(numbering),
        properties: Properties {
            title: sheet.title.clone(),
            subject: sheet.subject.clone(),
            document_id: sheet.id_by(profile).unwrap_or_default().to_owned(),
        },
    };
    assemble(&package, profile)
}

#[cfg(test)]
mod tests;
