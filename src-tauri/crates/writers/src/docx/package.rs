use std::io::{self, Cursor, Write as _};

use svod_model::Resolution;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::styles::styles;
use super::{NAMESPACES, Xml};
use crate::{Profile, WriteError};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What differs between one document and another.
pub(crate) struct Package {
    /// `word/document.xml`
    pub(crate) document: Vec<u8>,
    /// `word/numbering.xml`
    pub(crate) numbering: Option<Vec<u8>>,
    pub(crate) properties: Properties,
}

/// What a file says about itself outside its text.
pub(crate) struct Properties {
    pub(crate) title: String,
    pub(crate) subject: String,
    pub(crate) document_id: String,
}

impl Properties {
    pub(crate) fn of(resolution: &Resolution, profile: &Profile) -> Self {
        Self {
            title: resolution.title.clone(),
            subject: resolution.event.theme.clone().unwrap_or_default(),
            document_id: match &profile.document_id {
                Some(id) => id.clone(),
                None => content_id(resolution),
            },
        }
    }
}

/// 32 hexadecimal digits from the title, the date and the directives' ids (FNV-1a): the same
/// document gets the same name on every export.
pub(crate) fn content_id(resolution: &Resolution) -> String {
    let date = resolution.adopted_on.map(|date| date.to_string());
    let ids = resolution
        .directives()
        .map(|(_, _, directive)| directive.id.as_str());
    let parts = [
        resolution.title.as_str(),
        date.as_deref().unwrap_or_default(),
    ];
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for part in parts.into_iter().chain(ids) {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
        }
    }
    format!("{hash:032x}")
}

/// Puts the parts into a zip container whose bytes depend on nothing but the parts.
pub(crate) fn assemble(package: &Package, profile: &Profile) -> Result<Vec<u8>, WriteError> {
    let properties = &package.properties;
    let mut parts = vec![
        ("[Content_Types].xml", content_types(package, profile)?),
        ("_rels/.rels", root_relationships(package)?),
        ("word/document.xml", package.document.clone()),
        (
            "word/_rels/document.xml.rels",
            document_relationships(package, profile)?,
        ),
        ("word/styles.xml", styles(profile)?),
        ("word/settings.xml", settings(profile)?),
        ("word/fontTable.xml", font_table(&profile.font)?),
        ("docProps/core.xml", core_properties(properties)?),
    ];
    if !properties.document_id.is_empty() {
        parts.push(("docProps/custom.xml", custom_properties(properties)?));
    }
    if let Some(numbering) = &package.numbering {
        parts.push(("word/numbering.xml", numbering.clone()));
    }
    if profile.page_numbers {
        parts.push(("word/header1.xml", header()?));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Parts the main document refers to: relationship id, type and file; absent ones left out.
fn word_parts(package: &Package, profile: &Profile) -> Vec<(&'static str, &'static str)> {
    let mut parts = vec![
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
    ];
    if package.numbering.is_some() {
        parts.push(("numbering", "numbering.xml"));
    }
    if profile.page_numbers {
        parts.push(("header", "header1.xml"));
    }
    parts
}

fn content_types(package: &Package, profile: &Profile) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", namespace)], |xml| {
        for (extension, kind) in [
            (
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
            ("xml", "application/xml"),
        ] {
            xml.empty(
                "Default",
                &[("Extension", extension), ("ContentType", kind)],
            )?;
        }
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)])
        };
        part(
            "/word/document.xml",
            &format!("{WORD_TYPE}.document.main+xml"),
        )?;
        for (kind, file) in word_parts(package, profile) {
            part(&format!("/word/{file}"), &format!("{WORD_TYPE}.{kind}+xml"))?;
        }
        part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        )?;
        if package.properties.document_id.is_empty() {
            return Ok(());
        }
        part(
            "/docProps/custom.xml",
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        )
    })?;
    Ok(xml.finish())
}

fn root_relationships(package: &Package) -> io::Result<Vec<u8>> {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let (main, custom) = (
        format!("{OFFICE}/relationships/officeDocument"),
        format!("{OFFICE}/relationships/custom-properties"),
    );
    let mut targets = vec![
        ("rId1", main.as_str(), "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
    ];
    if !package.properties.document_id.is_empty() {
        targets.push(("rId3", custom.as_str(), "docProps/custom.xml"));
    }
    relationships(&targets)
}

fn document_relationships(package: &Package, profile: &Profile) -> io::Result<Vec<u8>> {
    let parts: Vec<(String, String, &str)> = word_parts(package, profile)
        .into_iter()
        .map(|(kind, file)| {
            let id = match kind {
                "header" => "rIdHeader".to_owned(),
                kind => format!("rId-{kind}"),
            };
            (id, format!("{OFFICE}/relationships/{kind}"), file)
        })
        .collect();
    let parts: Vec<(&str, &str, &str)> = parts
        .iter()
        .map(|(id, kind, file)| (id.as_str(), kind.as_str(), *file))
        .collect();
    relationships(&parts)
}

fn relationships(targets: &[(&str, &str, &str)]) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (id, kind, target) in targets {
            xml.empty(
                "Relationship",
                &[("Id", id), ("Type", kind), ("Target", target)],
            )?;
        }
        Ok(())
    })?;
    Ok(xml.finish())
}

fn settings(profile: &Profile) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:settings", &NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")])?;
        xml.val("w:defaultTabStop", "709")?;
        if profile.hyphenated {
            xml.val("w:autoHyphenation", "true")?;
            xml.val("w:consecutiveHyphenLimit", "3")?;
            xml.val("w:doNotHyphenateCaps", "true")?;
        }
        xml.val("w:characterSpacingControl", "doNotCompress")?;
        xml.element("w:compat", &[], |xml| {
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            )
        })?;
        xml.val("w:themeFontLang", "ru-RU")?;
        xml.val("w:decimalSymbol", ",")?;
        xml.val("w:listSeparator", ";")
    })?;
    Ok(xml.finish())
}

fn font_table(font: &str) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:fonts", &NAMESPACES, |xml| {
        xml.element("w:font", &[("w:name", font)], |xml| {
            // Taken in this order where the named face is not installed.
            xml.val("w:altName", "PT Astra Serif;Tinos;Liberation Serif")?;
            xml.val("w:charset", "CC")?;
            xml.val("w:family", "roman")?;
            xml.val("w:pitch", "variable")
        })
    })?;
    Ok(xml.finish())
}

fn header() -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:hdr", &NAMESPACES, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.val("w:pStyle", "Header"))?;
            xml.element("w:fldSimple", &[("w:instr", " PAGE ")], |xml| {
                xml.element("w:r", &[], |xml| {
                    xml.element("w:t", &[], |xml| xml.text("2"))
                })
            })
        })
    })?;
    Ok(xml.finish())
}

fn core_properties(properties: &Properties) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let namespaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&properties.title))?;
        xml.element("dc:subject", &[], |xml| xml.text(&properties.subject))?;
        xml.element("dc:language", &[], |xml| xml.text("ru-RU"))
    })?;
    Ok(xml.finish())
}

fn custom_properties(properties: &Properties) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    let types = format!("{OFFICE}/docPropsVTypes");
    let namespace = format!("{OFFICE}/custom-properties");
    let namespaces = [("xmlns", namespace.as_str()), ("xmlns:vt", types.as_str())];
    let attributes = [
        ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
        ("pid", "2"),
        ("name", "SvodDocumentId"),
    ];
    xml.element("Properties", &namespaces, |xml| {
        xml.element("property", &attributes, |xml| {
            xml.element("vt:lpwstr", &[], |xml| xml.text(&properties.document_id))
        })
    })?;
    Ok(xml.finish())
}
