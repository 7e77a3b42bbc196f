//! OpenDocument: the content and the styles as a package, or the raw bytes.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_fuzz::{check, cut, package};

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        check(data, "а.odt");
        return;
    }
    let (content, styles) = cut(data);
    check(
        &package(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", content),
            ("styles.xml", styles),
        ]),
        "а.odt",
    );
});
