//! OpenDocument text (ISO/IEC 26300), as LibreOffice and Р7 save it: a zip of XML parts → lines.
//!
//! Read: paragraphs and headings, list numbers computed from list styles (start values, continued
//! lists, several levels), soft breaks, tabs, tables row by row, text boxes, our own bookmarks.
//! Left out on purpose: deleted text (counted), headers and footers, footnotes, comments, hidden
//! text.

mod body;
mod lists;
mod styles;

use crate::ReadError;
use crate::container::{archive, part};
use crate::manuscript::Manuscript;

/// Reads an OpenDocument container.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let mut archive = archive(bytes)?;
    let manifest = part(&mut archive, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let Some(content) = part(&mut archive, "content.xml")? else {
        return Err(ReadError::Damaged {
            detail: "no content.xml".into(),
        });
    };
    let common = part(&mut archive, "styles.xml")?.unwrap_or_default();
    let mut styles = styles::Styles::default();
    let mut lists = lists::Lists::default();
    // The document's own styles come second and outrank the common ones of the same name.
    for text in [common.as_str(), content.as_str()] {
        styles.read(text)?;
        lists.read(text)?;
    }
    body::read(&content, &styles, lists)
}
