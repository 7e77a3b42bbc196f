//! OpenDocument text (ISO/IEC 26300-3:2021), written part by part: the same sheet, the same
//! measures and the same numbers as the Word document, for offices that work in LibreOffice or Р7.
//!
//! One list style counts groups and directives over the whole document; each list goes on with the
//! one above, and a number that does not follow by itself is stated. A bookmark `_rz_…` stands in
//! the paragraph of each directive.

mod content;
mod styles;

use std::io::{self, Cursor, Write as _};

use svod_model::Resolution;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::docx::Xml;
use crate::sheet::{Sheet, sheet};
use crate::{Profile, WriteError};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";

/// The namespaces of every part.
const NAMESPACES: [(&str, &str); 8] = [
    (
        "xmlns:office",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    ),
    (
        "xmlns:style",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    ),
    (
        "xmlns:text",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    ),
    (
        "xmlns:table",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    ),
    (
        "xmlns:fo",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
    (
        "xmlns:meta",
        "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    (
        "xmlns:svg",
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    ),
];

/// Writes an OpenDocument text: the Word document's layout, numbering as real lists, a bookmark per
/// directive.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the text says.
pub fn odt(resolution: &Resolution, profile: &Profile) -> Result<Vec<u8>, WriteError> {
    sheet_odt(&sheet(resolution), profile)
}

/// [`odt()`] of any paper.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the text says.
pub fn sheet_odt(sheet: &Sheet, profile: &Profile) -> Result<Vec<u8>, WriteError> {
    let parts = [
        ("content.xml", content::content(sheet, profile)?),
        ("styles.xml", styles::styles(profile, sheet.landscape)?),
        ("meta.xml", meta(sheet, profile)?),
        ("META-INF/manifest.xml", manifest()?),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    // The type stands first and unpacked, so that it can be read off the first bytes.
    zip.start_file(
        "mimetype",
        options.compression_method(CompressionMethod::Stored),
    )?;
    zip.write_all(MIMETYPE.as_bytes())?;
    for (name, bytes) in parts {
        zip.start_file(
            name,
            options.compression_method(CompressionMethod::Deflated),
        )?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Begins a part with its root element.
fn part(root: &str, inside: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let mut attributes = NAMESPACES.to_vec();
    attributes.push(("office:version", "1.3"));
    xml.element(root, &attributes, inside)?;
    Ok(xml.finish())
}

fn meta(sheet: &Sheet, profile: &Profile) -> io::Result<Vec<u8>> {
    part("office:document-meta", |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.element("meta:generator", &[], |xml| xml.text("Svod"))?;
            xml.element("dc:title", &[], |xml| xml.text(&sheet.title))?;
            xml.element("dc:subject", &[], |xml| xml.text(&sheet.subject))?;
            xml.element("dc:language", &[], |xml| xml.text("ru-RU"))?;
            if let Some(id) = sheet.id_by(profile) {
                let name = [("meta:name", "SvodDocumentId")];
                xml.element("meta:user-defined", &name, |xml| xml.text(id))?;
            }
            Ok(())
        })
    })
}

fn manifest() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let root = [
        (
            "xmlns:manifest",
            "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        ),
        ("manifest:version", "1.3"),
    ];
    xml.element("manifest:manifest", &root, |xml| {
        let files = [
            ("/", MIMETYPE),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        ];
        files.iter().try_for_each(|(path, kind)| {
            let attributes = [
                ("manifest:full-path", *path),
                ("manifest:media-type", *kind),
            ];
            xml.empty("manifest:file-entry", &attributes)
        })
    })?;
    Ok(xml.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{part, resolution};

    #[test]
    fn type_stands_first_and_unpacked() {
        let bytes = odt(&resolution(&["провести смотр"]), &Profile::default()).unwrap();
        assert_eq!(&bytes[30..38], b"mimetype");
        assert_eq!(&bytes[38..38 + MIMETYPE.len()], MIMETYPE.as_bytes());
        assert_eq!(
            bytes,
            odt(&resolution(&["провести смотр"]), &Profile::default()).unwrap()
        );
    }

    #[test]
    fn user_text_is_data() {
        let bytes = odt(
            &resolution(&["</text:p> & «дело»\u{1}"]),
            &Profile::default(),
        )
        .unwrap();
        let content = part(&bytes, "content.xml");
        assert!(
            content.contains("&lt;/text:p&gt; &amp; «дело»."),
            "{content}"
        );
    }
}
