//! Pandoc as the other library: it reads Word files by itself and can accept or reject revisions.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use svod_model::Resolution;
use svod_writers::Profile;

use super::Case;

/// The last line of the page in front, in every redline.
const FRONT_ENDS: &str = "Далее — текст резолюции с исправлениями.";

/// As many files are read in one run.
const AT_ONCE: usize = 12;

/// Asserts for all cases that the accepted redline is the new document and the rejected one the old,
/// paragraph by paragraph.
pub(super) fn keeps_its_promise(cases: &[Case], folder: &Path) {
    let files: Vec<PathBuf> = cases
        .iter()
        .enumerate()
        .map(|(place, case)| {
            let file = folder.join(format!("{place}.docx"));
            fs::write(&file, case.redline()).unwrap();
            file
        })
        .collect();
    let [accepted, rejected] = std::thread::scope(|scope| {
        let all = |how: &'static str| {
            let files = &files;
            scope.spawn(move || {
                files
                    .chunks(AT_ONCE)
                    .flat_map(|files| bodies(files, how))
                    .collect()
            })
        };
        [all("accept"), all("reject")].map(|texts| texts.join().unwrap())
    });
    let sides: [(&str, Vec<Vec<String>>); 2] = [("accepted", accepted), ("rejected", rejected)];
    let mut faults = Vec::new();
    for (how, found) in sides {
        assert_eq!(found.len(), cases.len());
        for (case, found) in cases.iter().zip(found) {
            let wanted = plain(if how == "accepted" {
                &case.new
            } else {
                &case.old
            });
            if wanted != found {
                let mut lines = wanted.iter().zip(&found);
                let first = lines.find(|(wanted, found)| wanted != found);
                let (wanted, found) = (wanted.len(), found.len());
                let name = &case.name;
                faults.push(format!(
                    "{name} {how}: {wanted} and {found} paragraphs, {first:#?}"
                ));
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

/// The texts of a plain document's paragraphs that are not empty, taken from its XML.
fn plain(document: &Resolution) -> Vec<String> {
    let bytes =
        svod_writers::sheet_docx(&svod_writers::running(document), &Profile::default()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut xml).unwrap();
    let xml = xml.replace("<w:tab/>", " ").replace("<w:br/>", " ");
    let paragraphs = xml.split("</w:p>").map(|paragraph| {
        let texts = paragraph
            .split('<')
            .filter_map(|piece| piece.split_once('>'));
        let text: String = texts.map(|(_, text)| text).collect();
        let text = quick_xml::escape::unescape(&text).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    // What precedes the first paragraph is the XML's own.
    paragraphs.filter(|text| !text.is_empty()).collect()
}

/// The texts of each redline's paragraphs behind its page in front, empty ones left out, white space
/// made one.
fn bodies(files: &[PathBuf], how: &str) -> Vec<Vec<String>> {
    let output = Command::new("pandoc")
        .args(["--from", "docx", "--to", "json"])
        .arg(format!("--track-changes={how}"))
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut texts = Vec::new();
    blocks(&document["blocks"], &mut texts);
    texts.retain(|text| !text.is_empty());
    // Of the page in front the title becomes a property of the document; the rest begins like this.
    let begins = |at: usize| {
        let line = |at: usize| texts.get(at).map(String::as_str).unwrap_or_default();
        line(at).starts_with("Было: ") && line(at + 1).starts_with("Стало: ")
    };
    let fronts: Vec<usize> = (0..texts.len()).filter(|at| begins(*at)).collect();
    let ends = fronts.iter().copied().skip(1).chain([texts.len()]);
    let bodies = fronts.iter().zip(ends).map(|(begin, end)| {
        let text = &texts[*begin..end];
        let front = text.iter().position(|text| text == FRONT_ENDS);
        text[front.expect("a page in front") + 1..].to_vec()
    });
    bodies.collect()
}

fn blocks(value: &Value, out: &mut Vec<String>) {
    match (value["t"].as_str(), value) {
        (Some("Para" | "Plain"), _) => out.push(text(&value["c"])),
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
