//! The same document in another container is the same document. LibreOffice saves the samples in
//! each format that is read; it is set up with the other tools of the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use svod_model::{DiagnosticCode, Resolution};
use svod_readers::{Options, read};

/// Saves a file in another format; gives the new file.
fn converted(file: &Path, format: &str, folder: &Path) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let name = Path::new(file.file_name().unwrap()).with_extension(format);
    folder.join(name)
}

/// What a document says, without where it was read from.
fn said(resolution: &Resolution) -> Resolution {
    let mut said = resolution.clone();
    said.diagnostics.clear();
    for section in &mut said.sections {
        for group in &mut section.groups {
            group.source = None;
            for directive in &mut group.directives {
                directive.source = None;
            }
        }
    }
    said
}

/// `marks_changes`: the format tells deleted words from those that stay.
fn same_as_word(format: &str, marks_changes: bool) {
    let folder = tempfile::tempdir().unwrap();
    let mut count = 0;
    for (name, bytes) in svod_api::samples() {
        if !name.ends_with(".docx") {
            continue;
        }
        let word = read(bytes, name, &Options::default()).unwrap();
        let accepted = DiagnosticCode::TrackedChangesAccepted;
        let changed = word
            .resolution
            .diagnostics
            .iter()
            .any(|d| d.code == accepted);
        if changed && !marks_changes {
            continue;
        }
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let other = converted(&file, format, folder.path());
        let bytes = fs::read(&other).unwrap();
        let reading = read(&bytes, &other.to_string_lossy(), &Options::default()).unwrap();
        let (other, word) = (said(&reading.resolution), said(&word.resolution));
        assert!(
            other == word,
            "{name} as {format}:\n{}\n--- as Word:\n{}",
            svod_writers::outline(&other),
            svod_writers::outline(&word)
        );
        count += 1;
    }
    assert!(count >= 3, "{count} samples");
}

#[test]
fn opendocument_says_the_same() {
    same_as_word("odt", true);
}

#[test]
fn rich_text_says_the_same() {
    same_as_word("rtf", true);
}

#[test]
fn old_word_says_the_same() {
    same_as_word("doc", true);
}

#[test]
fn web_page_says_the_same() {
    // LibreOffice writes deleted words into a page as if they stayed.
    same_as_word("html", false);
}
