//! A zip of XML parts, behind guards: nothing it declares about itself is trusted. Word and
//! OpenDocument files are both such packages.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::ReadError;

/// Most bytes a part may unpack to. The longest real main part seen is under 5 MB.
const PART_LIMIT: u64 = 128 * 1024 * 1024;
/// Most a part may grow by unpacking. Their XML packs about 10 to 40 times.
const RATIO_LIMIT: u64 = 400;
/// Parts smaller than this are not judged by their ratio: short repetitive ones pack well.
const RATIO_FLOOR: u64 = 4 * 1024 * 1024;
/// Deepest nesting of elements. Real files stay under 60.
const DEPTH_LIMIT: usize = 512;

/// An open package.
pub(crate) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a package; its parts are read by name.
pub(crate) fn archive(bytes: &[u8]) -> Result<Archive<'_>, ReadError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

/// The text of a part, if the package has it.
pub(crate) fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, ReadError> {
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

pub(crate) fn damaged(error: impl std::fmt::Display) -> ReadError {
    ReadError::Damaged {
        detail: error.to_string(),
    }
}

/// XML events with the guards every part needs: no document types, so no entities of their own,
/// limited depth, and an error when the text ends inside an element.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = false;
        Self { reader, depth: 0 }
    }

    /// The next event, or nothing at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, ReadError> {
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
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok())
        .map(|value| value.into_owned())
}
