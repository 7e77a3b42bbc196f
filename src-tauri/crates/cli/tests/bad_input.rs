//! Files nobody should have to meet: one sentence, exit status 1, nothing stored, nothing written.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;

fn svod(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svod"))
        .env("LC_ALL", "ru_RU.UTF-8")
        .args(arguments)
        .output()
        .unwrap()
}

/// A Word container with the given main part.
fn docx(document: &mut dyn FnMut(&mut dyn Write)) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("[Content_Types].xml", SimpleFileOptions::default())
        .unwrap();
    archive.write_all(TYPES.as_bytes()).unwrap();
    archive
        .start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    document(&mut archive);
    archive.finish().unwrap().into_inner()
}

fn check_refused(file: &Path) {
    let name = file.file_name().unwrap().to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("l.svod");
    let out = folder.path().join("out.docx");
    let (file, library) = (file.to_str().unwrap(), library.to_str().unwrap());
    let runs: [&[&str]; 4] = [
        &["read", file],
        &["check", file],
        &["export", file, "--to", "docx", "-o", out.to_str().unwrap()],
        &["library", "import", file, "--library", library],
    ];
    for arguments in runs {
        let output = svod(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
        assert!(said.contains(name), "the sentence names the file: {said}");
        assert!(
            !said.contains("panicked") && !said.contains("RUST_BACKTRACE"),
            "{said}"
        );
        assert!(output.stdout.is_empty(), "{name}");
    }
    assert!(!out.exists(), "{name}");
    let listed = svod(&["library", "list", "--library", library]);
    assert_eq!(
        String::from_utf8(listed.stdout).unwrap().trim(),
        "Библиотека пуста.",
        "{name}"
    );
}

fn with_file(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    check_refused(&path);
}

#[test]
fn missing_file_and_folder() {
    let folder = tempfile::tempdir().unwrap();
    check_refused(&folder.path().join("нет-такого.docx"));
    let inner = folder.path().join("папка.docx");
    fs::create_dir(&inner).unwrap();
    check_refused(&inner);
}

#[test]
fn empty_files() {
    for name in ["пусто.docx", "пусто.txt", "пусто.md"] {
        with_file(name, b"");
    }
    with_file("пробелы.txt", b" \n\n \t \r\n");
    with_file(
        "пустой-документ.docx",
        &docx(&mut |out| {
            let xml = br#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>"#;
            out.write_all(xml).unwrap();
        }),
    );
}

#[test]
fn file_of_five_hundred_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["огромный.docx", "огромный.txt"] {
        let path = folder.path().join(name);
        File::create(&path)
            .unwrap()
            .set_len(500 * 1024 * 1024)
            .unwrap();
        check_refused(&path);
    }
}

#[test]
fn word_file_cut_short_or_spoilt() {
    let whole = fs::read(
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../../assets/samples/tihorechensky-2026.docx"),
    )
    .unwrap();
    for part in [10, 50, 90] {
        with_file("обрезан.docx", &whole[..whole.len() * part / 100]);
    }
    let cut_xml = docx(&mut |out| {
        out.write_all("<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>Резо".as_bytes())
            .unwrap();
    });
    with_file("обрезан-внутри.docx", &cut_xml);
    with_file(
        "не-архив.docx",
        b"PK\x03\x04 this is not a zip archive at all",
    );
    with_file(
        "фото.docx",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
    );
}

#[test]
fn zip_bomb() {
    let bomb = docx(&mut |out| {
        let zeros = vec![b' '; 1 << 20];
        for _ in 0..400 {
            out.write_all(&zeros).unwrap();
        }
    });
    assert!(bomb.len() < 4 << 20, "small outside, 400 MB inside");
    with_file("бомба.docx", &bomb);
}

#[test]
fn xml_entity_bomb() {
    let bomb = docx(&mut |out| {
        let mut entities = String::from("<!ENTITY a0 \"Резолюция\">");
        for n in 1..12 {
            let inner = format!("&a{};", n - 1).repeat(10);
            entities.push_str(&format!("<!ENTITY a{n} \"{inner}\">"));
        }
        let xml = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE w:document [{entities}]>\
             <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
             <w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
        );
        out.write_all(xml.as_bytes()).unwrap();
    });
    with_file("сущности.docx", &bomb);
}

#[test]
fn deeply_nested_xml() {
    let nested = docx(&mut |out| {
        out.write_all(b"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>").unwrap();
        for _ in 0..200_000 {
            out.write_all(b"<w:sdt>").unwrap();
        }
    });
    with_file("вложенность.docx", &nested);
}

#[test]
fn bytes_that_are_no_text() {
    let noise: Vec<u8> = (0..20_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    with_file("шум.txt", &noise);
    with_file("нули.txt", &[0; 4096]);
}

#[test]
fn containers_that_only_begin_right() {
    with_file("старый.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old word");
    with_file("скан.pdf", b"%PDF-1.7\n1 0 obj\n");
    with_file("пусто.rtf", b"{\\rtf1\\ansi }");
    with_file("таблица.xlsx", b"PK\x03\x04 sheet");
}

/// A PDF of these objects; the first is its catalogue.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let table = out.len();
    out.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF",
        objects.len() + 1
    ));
    out.into_bytes()
}

#[test]
fn a_page_that_draws_itself_fells_the_helper_and_not_the_program() {
    let draws = "/Resources << /XObject << /F 5 0 R >> >>";
    let page =
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R {draws} >>");
    let form = format!(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] {draws} /Length 5 >>\nstream\n/F Do\nendstream"
    );
    let file = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        &page,
        "<< /Length 5 >>\nstream\n/F Do\nendstream",
        &form,
    ]);
    with_file("рисует себя.pdf", &file);
}

#[test]
fn a_scan_without_text_says_what_to_do() {
    let file = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        "<< /Length 5 >>\nstream\n0 0 m\nendstream",
    ]);
    with_file("скан.pdf", &file);
}
