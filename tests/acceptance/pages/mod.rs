//! Our pages beside those LibreOffice makes of our Word document: the two files a person may send
//! out are one document, page by page and line by line. And what other programs say of our file.

mod golden;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use similar::{Algorithm, capture_diff_slices};
use svod_api::{Access, Library};
use svod_model::{Id, Resolution};
use svod_readers::{Options, read};
use svod_writers::papers::{OrderDetails, OrderSigners, order, order_points, order_sheet};
use svod_writers::{Profile, Sheet};

use crate::office::convert;
use crate::python;

/// Of our lines, at least this part begins with the words LibreOffice's line begins with, in
/// percent: without hyphenation, and with it, where the two dictionaries part words differently.
const SAME_LINES: usize = 99;
const SAME_PARTED_LINES: usize = 85;
/// So many letters of a line are looked at.
const BEGINNING: usize = 14;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2031, 8, 26).unwrap()
}

/// Every sample as it is read and every template as the window shows it, its fields filled with their
/// examples, by name.
fn papers() -> Vec<(String, Resolution)> {
    let samples = svod_api::samples().map(|(name, bytes)| {
        let read = read(bytes, name, &Options::default()).unwrap();
        let stem = name.rsplit_once('.').unwrap().0.to_owned();
        (stem, read.resolution)
    });
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let templates = library.templates().unwrap().into_iter().map(|card| {
        let shown = library.template(&card.id, &BTreeMap::new()).unwrap();
        (card.id.to_string(), shown.resolution)
    });
    let all: Vec<(String, Resolution)> = samples.chain(templates).collect();
    assert!(all.len() >= 20, "{} papers", all.len());
    all
}

/// The lines of a PDF file, page by page, without page numbers.
fn lines(file: &Path) -> Vec<Vec<String>> {
    let output = Command::new("pdftotext")
        .arg("-layout")
        .args([file, Path::new("-")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let pages = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}');
    pages
        .enumerate()
        .map(|(number, page)| {
            let lines = page
                .lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            let number = (number + 1).to_string();
            lines
                .filter(|line| !line.is_empty() && *line != number)
                .collect()
        })
        .collect()
}

/// How a line begins.
fn beginning(line: &str) -> String {
    line.chars().take(BEGINNING).collect()
}

#[test]
fn pages_and_lines_are_those_of_the_word_document() {
    let folder = tempfile::tempdir().unwrap();
    let papers = papers();
    let (mut faults, mut others) = (Vec::new(), Vec::new());
    for (hyphenated, wanted) in [(true, SAME_PARTED_LINES), (false, SAME_LINES)] {
        let (mut same, mut all) = (0, 0);
        let profile = Profile {
            hyphenated,
            ..Profile::default()
        };
        let file = |name: &str, end: &str| folder.path().join(format!("{name}-{hyphenated}{end}"));
        let mut words = Vec::new();
        for (name, resolution) in &papers {
            let sheet = svod_writers::sheet(resolution);
            let ours = svod_pdf::pdf(&sheet, &profile, day()).unwrap();
            fs::write(file(name, "-ours.pdf"), ours).unwrap();
            let word = file(name, ".docx");
            fs::write(&word, svod_writers::sheet_docx(&sheet, &profile).unwrap()).unwrap();
            words.push(word);
        }
        convert(&words, "pdf", folder.path());
        for (name, _) in &papers {
            let ours = lines(&file(name, "-ours.pdf"));
            let theirs = lines(&file(name, ".pdf"));
            if ours.len() != theirs.len() && hyphenated {
                // Words parted elsewhere may push a signature over to the next page.
                others.push(format!(
                    "{name}: {} pages, Word {}",
                    ours.len(),
                    theirs.len()
                ));
            } else if ours.len() != theirs.len() {
                faults.push(format!(
                    "{name}: {} pages, Word {}",
                    ours.len(),
                    theirs.len()
                ));
            }
            if !hyphenated {
                for (page, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
                    if ours.first() != theirs.first() {
                        faults.push(format!(
                            "{name}: page {} begins otherwise: {:?}, Word {:?}",
                            page + 1,
                            ours.first(),
                            theirs.first()
                        ));
                    }
                }
            }
            let [ours, theirs] = [ours, theirs].map(|pages| {
                pages
                    .iter()
                    .flatten()
                    .map(|line| beginning(line))
                    .collect::<Vec<_>>()
            });
            let pieces = capture_diff_slices(Algorithm::Myers, &theirs, &ours);
            let equal: usize = pieces
                .iter()
                .filter(|piece| matches!(piece, similar::DiffOp::Equal { .. }))
                .map(|piece| piece.new_range().len())
                .sum();
            same += equal;
            all += ours.len();
        }
        println!("hyphenated: {hyphenated}, {same} of {all} lines begin alike");
        if same * 100 < all * wanted {
            faults.push(format!("{same} of {all} lines begin alike"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(others.len() * 10 <= papers.len(), "{others:#?}");
}

/// Writes the PDF file of a paper.
fn set(sheet: &Sheet, file: &Path) {
    let pdf = svod_pdf::pdf(sheet, &Profile::default(), day());
    fs::write(file, pdf.unwrap()).unwrap();
}

/// What this proves: the file is whole (qpdf reads every object and stream), and it has what
/// PDF/A-2b and PDF/UA-1 ask of a file as a whole — metadata, output intent, embedded typefaces,
/// a structure tree, language, title. Neither program follows every rule of the standards (the
/// second says so itself), so this is no certificate.
#[test]
fn other_programs_take_the_file_for_a_sound_archive_and_accessible_one() {
    let folder = tempfile::tempdir().unwrap();
    for (name, resolution) in papers() {
        let file = folder.path().join(format!("{name}.pdf"));
        set(&svod_writers::sheet(&resolution), &file);
        let output = Command::new("qpdf")
            .arg("--check")
            .arg(&file)
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
        let said = python::run(include_str!("standards.py"), &[&file]);
        assert_eq!(said, "", "{name}");
    }
}

#[test]
fn file_names_itself_its_language_and_its_headings() {
    let folder = tempfile::tempdir().unwrap();
    let (_, resolution) = papers().swap_remove(0);
    let file = folder.path().join("a.pdf");
    set(&svod_writers::sheet(&resolution), &file);
    let output = Command::new("qpdf")
        .args(["--json", "--json-key=outlines", "--json-key=qpdf"])
        .arg(&file)
        .output();
    let json: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let heading = resolution.sections[0].groups[0]
        .heading
        .trim_end_matches(':');
    let outlines = json["outlines"].to_string();
    assert!(outlines.contains(heading), "{outlines}");
    let objects = json["qpdf"].to_string();
    assert!(objects.contains("\"/Lang\":\"u:ru-RU\""));
    assert!(objects.contains(&resolution.title));
}

/// Programs that read a file aloud go by its structure: no word of a task may be outside it. Behind a hyphen
/// the program asked here loses words by itself: the sign of a parted word has the same shape, and it takes the
/// note that says which is meant for the end of the paragraph.
#[test]
fn the_structure_of_a_file_holds_every_word() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for (name, resolution) in papers() {
        set(&svod_writers::sheet(&resolution), &file);
        let output = Command::new("pdfinfo")
            .arg("-struct-text")
            .arg(&file)
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
        let told = letters(&String::from_utf8_lossy(&output.stdout));
        for (.., directive) in resolution.directives() {
            let (text, _) = directive
                .text
                .split_once('-')
                .unwrap_or((&directive.text, ""));
            assert!(told.contains(&letters(text)), "{name}: {text}");
        }
    }
}

#[test]
fn words_in_capitals_are_never_parted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.pdf");
    let mut ordered = 0;
    for (name, resolution) in papers() {
        let mut last = 0;
        let new_id = || {
            last += 1;
            Id::new(format!("n{last}"))
        };
        let points = order_points(&resolution);
        let order = order(&resolution, &OrderDetails::default(), &points, new_id);
        set(&order_sheet(&order, &OrderSigners::default()), &file);
        for line in lines(&file).concat() {
            if line.contains("КАЗЫВАЮ") {
                assert!(line.contains("ПРИКАЗЫВАЮ"), "{name}: {line}");
                ordered += 1;
            }
        }
    }
    assert!(ordered >= 20, "{ordered} orders");
}
