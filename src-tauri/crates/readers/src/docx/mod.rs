//! Word 2007 and later: a zip of XML parts → lines.
//!
//! Read: paragraphs, list numbers from `numbering.xml` and styles (start, override, restart,
//! several levels, Russian letters, Roman), soft breaks, tabs, no-break hyphens, page breaks,
//! tables (row by row), text boxes (once), content controls, insertions as accepted, our own
//! bookmarks; footnotes and a redline's page in front, apart. Left out on purpose: deleted and
//! moved-from text (counted), headers and footers, comments, field codes, hidden text.

mod body;
mod notes;
mod numbering;
mod package;
mod styles;

use crate::ReadError;
use crate::manuscript::Manuscript;

/// Reads a Word container.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let package = package::open(bytes)?;
    let styles = styles::read(package.styles.as_deref().unwrap_or_default())?;
    let numbering = numbering::read(package.numbering.as_deref().unwrap_or_default())?;
    let mut manuscript = body::read(&package.document, &styles, numbering)?;
    for part in &package.notes {
        notes::read(part, &mut manuscript)?;
    }
    Ok(manuscript)
}
