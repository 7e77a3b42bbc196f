//! The zip container, behind guards: nothing it declares about itself is trusted.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::ReadError;

/// Most bytes a part may unpack to. The longest real main part seen is under 5 MB.
const PART_LIMIT: u64 = 128 * 1024 * 1024;
/// Most a part may grow by unpacking. XML of a Word file packs about 10 to 40 times.
const RATIO_LIMIT: u64 = 400;
/// Parts smaller than this are not judged by their ratio: short repetitive ones pack well.
const RATIO_FLOOR: u64 = 4 * 1024 * 1024;
/// Deepest nesting of elements. Real files stay under 60.
const DEPTH_LIMIT: usize = 512;

/// The parts a reader needs.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) document: String,
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
}

pub(super) fn open(bytes: &[u8]) -> Result<Package, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let main = main_part(&mut archive)?;
    let Some(document) = part(&mut archive, &main)? else {
        return Err(ReadError::UnsupportedFormat {
            format: "zip".into(),
        });
    };
    Ok(Package {
        document,
        styles: part(&mut archive, "word/styles.xml")?,
        numbering: part(&mut archive, "word/numbering.xml")?,
    })
}

/// The main part's name: by the package's relations, for the few programs that rename it.
fn main_part(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<String, ReadError> {
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

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ReadError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(damaged(error)),
    };
    let limit = if file.compressed_size() > 0 {
        PART_LIMIT.min(RATIO_FLOOR.max(file.compressed_size().saturating_mul(RATIO_LIMIT)))
    } else {
        RATIO_FLOOR
    };
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(damaged)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::Bomb {
            detail: format!("{name} unpacks past {limit} bytes"),
        });
    }
    let text = match bytes.get(..2) {
        Some([0xff, 0xfe] | [0xfe, 0xff]) => {
            let (encoding, _) =
                encoding_rs::Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_16LE, 2));
            encoding.decode(&bytes).0.into_owned()
        }
        _ => String::from_utf8(bytes).map_err(damaged)?,
    };
    Ok(Some(text))
}

fn damaged(error: impl std::fmt::Display) -> ReadError {
    ReadError::Damaged {
        detail: error.to_string(),
    }
}

/// XML events with the guards every part needs: no document types, so no entities of their own,
/// limited depth, and an error when the text ends inside an element.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = false;
        Self { reader, depth: 0 }
    }

    /// The next event, or nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'a>>, ReadError> {
        let event = self.reader.read_event().map_err(damaged)?;
        match &event {
            Event::DocType(_) => {
                return Err(ReadError::Bomb {
                    detail: "a document type in XML".into(),
                });
            }
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > DEPTH_LIMIT {
                    return Err(ReadError::Bomb {
                        detail: "XML nested too deep".into(),
                    });
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => {
                return Err(ReadError::Damaged {
                    detail: "XML is cut short".into(),
                });
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
        Ok(Some(event))
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
        .map(|value| value.into_owned())
}

/// `w:val` as a switch: absent means on.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(
        attribute(element, "val").as_deref(),
        Some("0" | "false" | "off" | "none")
    )
}
