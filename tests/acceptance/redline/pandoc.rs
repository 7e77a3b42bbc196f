//! Pandoc as the other library: it reads Word files by itself and can accept or reject revisions.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use svod_writers::Profile;

use super::Case;

/// The last line of the page in front, in every redline.
const FRONT_ENDS: &str = "Далее — текст резолюции с исправлениями.";

/// Asserts for all cases that the accepted redline is the new document and the rejected one the old,
/// paragraph by paragraph.
pub(super) fn keeps_its_promise(cases: &[Case], folder: &Path) {
    let mut faults = Vec::new();
    for case in cases {
        let redline = folder.join("redline.docx");
        fs::write(&redline, case.redline()).unwrap();
        for (how, document) in [("accept", &case.new), ("reject", &case.old)] {
            let plain = folder.join("plain.docx");
            let bytes = svod_writers::docx(document, &Profile::default()).unwrap();
            fs::write(&plain, bytes).unwrap();
            let wanted = texts(&plain, "accept");
            let found = texts(&redline, how);
            let front = found.iter().position(|text| text == FRONT_ENDS);
            let found = &found[front.expect("a page in front") + 1..];
            if wanted != found {
                let first = wanted.iter().zip(found).find(|(wanted, got)| wanted != got);
                faults.push(format!("{} {how}: {first:#?}", case.name));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {}\n{}",
        faults.len(),
        cases.len() * 2,
        faults.join("\n")
    );
}

/// The texts of a document's paragraphs that are not empty, white space made one.
fn texts(file: &Path, revisions: &str) -> Vec<String> {
    let output = Command::new("pandoc")
        .args(["--from", "docx+empty_paragraphs", "--to", "json"])
        .arg(format!("--track-changes={revisions}"))
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut out = Vec::new();
    // A title at the very beginning is taken for a property of the document.
    for property in ["title", "subtitle"] {
        if let Some(property) = document["meta"].get(property) {
            blocks(property, &mut out);
        }
    }
    blocks(&document["blocks"], &mut out);
    out.retain(|text| !text.is_empty());
    out
}

fn blocks(value: &Value, out: &mut Vec<String>) {
    match (value["t"].as_str(), value) {
        (Some("Para" | "Plain" | "MetaInlines"), _) => out.push(text(&value["c"])),
        (Some("Header"), _) => out.push(text(&value["c"][2])),
        (_, Value::Array(values)) => values.iter().for_each(|value| blocks(value, out)),
        (_, Value::Object(fields)) => fields.values().for_each(|value| blocks(value, out)),
        _ => {}
    }
}

fn text(inlines: &Value) -> String {
    let mut out = String::new();
    inline(inlines, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn inline(value: &Value, out: &mut String) {
    match (value["t"].as_str(), value) {
        (Some("Str"), _) => out.push_str(value["c"].as_str().unwrap_or_default()),
        (Some("Space" | "SoftBreak" | "LineBreak"), _) => out.push(' '),
        (Some(_), _) => inline(&value["c"], out),
        (None, Value::Array(values)) => values.iter().for_each(|value| inline(value, out)),
        _ => {}
    }
}
