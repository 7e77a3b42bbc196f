//! Word: the body and the numbering as a package, or the raw bytes.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_fuzz::{check, cut, package};

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        check(data, "а.docx");
        return;
    }
    let (document, rest) = cut(data);
    let (numbering, styles) = cut(rest);
    let types = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    check(
        &package(&[
            ("[Content_Types].xml", types),
            ("word/document.xml", document),
            ("word/numbering.xml", numbering),
            ("word/styles.xml", styles),
        ]),
        "а.docx",
    );
});
