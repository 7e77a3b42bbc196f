//! The parts of a Word package that reading needs.

use quick_xml::events::{BytesStart, Event};

use crate::ReadError;
use crate::container::{Archive, archive, part};
pub(super) use crate::container::{Xml, attribute};

/// The parts a reader needs.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) document: String,
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
    /// Footnotes and endnotes.
    pub(super) notes: Vec<String>,
}

pub(super) fn open(bytes: &[u8]) -> Result<Package, ReadError> {
    let mut archive = archive(bytes)?;
    let main = main_part(&mut archive)?;
    let Some(document) = part(&mut archive, &main)? else {
        return Err(ReadError::UnsupportedFormat {
            format: "zip".into(),
        });
    };
    let mut notes = Vec::new();
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        notes.extend(part(&mut archive, name)?);
    }
    Ok(Package {
        notes,
        document,
        styles: part(&mut archive, "word/styles.xml")?,
        numbering: part(&mut archive, "word/numbering.xml")?,
    })
}

/// The main part's name: by the package's relations, for the few programs that rename it.
fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    let usual = "word/document.xml".to_owned();
    let Some(relations) = part(archive, "_rels/.rels")? else {
        return Ok(usual);
    };
    let mut xml = Xml::new(&relations);
    while let Some(event) = xml.next()? {
        if let Event::Start(element) | Event::Empty(element) = event {
            let kind = attribute(&element, "Type").unwrap_or_default();
            if kind.ends_with("/officeDocument") {
                let target = attribute(&element, "Target").unwrap_or(usual);
                return Ok(target.trim_start_matches('/').to_owned());
            }
        }
    }
    Ok(usual)
}

/// `w:val` as a switch: absent means on.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(
        attribute(element, "val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
