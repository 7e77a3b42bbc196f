//! Which container a file is: by its first bytes, then by its extension.

use crate::{Format, ReadError};

/// First bytes of containers this program knows by name.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG", "png"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
];

/// The container, or why there is no reader for it.
pub(crate) fn format(bytes: &[u8], name: &str) -> Result<Format, ReadError> {
    let extension = match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_lowercase(),
        None => String::new(),
    };
    let unsupported = |format: &str| {
        Err(ReadError::UnsupportedFormat {
            format: format.into(),
        })
    };
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        // OpenDocument puts its type first and uncompressed, so that it can be seen from outside.
        let kind = bytes.get(38..85).unwrap_or_default();
        if bytes.get(30..38) == Some(b"mimetype".as_slice()) {
            return if kind.starts_with(b"application/vnd.oasis.opendocument.text") {
                Ok(Format::Odt)
            } else {
                unsupported(&extension)
            };
        }
        return match extension.as_str() {
            "odt" | "ott" => Ok(Format::Odt),
            "ods" | "xlsx" | "pptx" | "zip" | "epub" => unsupported(&extension),
            _ => Ok(Format::Docx),
        };
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // An encrypted .docx is an OLE container with a stream of this name, in UTF-16.
        let mark: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let encrypted = bytes.windows(mark.len()).any(|window| window == mark);
        return if encrypted {
            Err(ReadError::Encrypted)
        } else {
            match extension.as_str() {
                "xls" | "ppt" | "msi" | "msg" => unsupported(&extension),
                _ => Ok(Format::Doc),
            }
        };
    }
    // Some writers put a few bytes before the mark.
    if bytes
        .get(..1024.min(bytes.len()))
        .is_some_and(|head| head.windows(5).any(|five| five == b"%PDF-"))
    {
        return Ok(Format::Pdf);
    }
    if bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if let Some((_, known)) = SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        return unsupported(known);
    }
    if crate::html::looks_like(bytes) {
        return Ok(Format::Html);
    }
    match extension.as_str() {
        "html" | "htm" | "xhtml" => Ok(Format::Html),
        "md" | "markdown" => Ok(Format::Markdown),
        "docx" | "docm" | "doc" | "odt" | "ott" | "rtf" | "pdf" => Err(ReadError::Damaged {
            detail: "a document of this kind does not begin like this".into(),
        }),
        "xlsx" | "xls" => unsupported(&extension),
        _ => Ok(Format::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_outranks_the_extension() {
        assert_eq!(format(b"PK\x03\x04...", "a.txt"), Ok(Format::Docx));
        assert_eq!(format(b"%PDF-1.7", "a.docx"), Ok(Format::Pdf));
        assert_eq!(format("РЕЗОЛЮЦИЯ".as_bytes(), "a.md"), Ok(Format::Markdown));
        assert_eq!(format("РЕЗОЛЮЦИЯ".as_bytes(), "a"), Ok(Format::Text));
    }

    #[test]
    fn locked_word_file_is_told_from_an_old_one() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        assert_eq!(format(&bytes, "a.doc"), Ok(Format::Doc));
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(format(&bytes, "a.docx"), Err(ReadError::Encrypted));
    }
}
