//! The same document in another container is the same document. LibreOffice saves the samples in
//! each format that is read; it is set up with the other tools of the tests.

use std::fs;
use std::path::PathBuf;

use svod_api::Finish;
use svod_api::view::ExportFormat;
use svod_model::{DiagnosticCode, Resolution};
use svod_readers::{Options, read};
use svod_writers::Profile;

use crate::office::convert;

/// What a document says, without where it was read from.
fn said(resolution: &Resolution, format: &str) -> Resolution {
    let mut said = resolution.clone();
    said.diagnostics.clear();
    // The pages of a file keep no names of paragraphs.
    let nameless = format == "pdf";
    if nameless {
        // A narrow cell breaks a word without a hyphen; only appendices have such tables here.
        for text in &mut said.closing {
            text.retain(char::is_alphanumeric);
        }
    }
    for section in &mut said.sections {
        for group in &mut section.groups {
            group.source = None;
            for directive in &mut group.directives {
                directive.source = None;
                if nameless {
                    directive.id = Default::default();
                }
            }
        }
    }
    said
}

/// Every sample in Word's format, as it is or as our own writer exports it, saved in another one.
/// `marks_changes`: the format tells deleted words from those that stay.
fn same_as_word(format: &str, marks_changes: bool) {
    let folder = tempfile::tempdir().unwrap();
    let mut words = Vec::new();
    for (name, bytes) in svod_api::samples() {
        let first = read(bytes, name, &Options::default()).unwrap();
        let written = svod_writers::docx(&first.resolution, &Profile::default()).unwrap();
        words.push((format!("own-{name}.docx"), written));
        let accepted = DiagnosticCode::TrackedChangesAccepted;
        let changed = first
            .resolution
            .diagnostics
            .iter()
            .any(|d| d.code == accepted);
        if name.ends_with(".docx") && (marks_changes || !changed) {
            words.push((name.to_owned(), bytes.to_vec()));
        }
    }
    assert!(words.len() >= 11, "{} documents", words.len());
    let files: Vec<PathBuf> = words
        .iter()
        .map(|(name, bytes)| {
            let file = folder.path().join(name);
            fs::write(&file, bytes).unwrap();
            file
        })
        .collect();
    convert(&files, format, folder.path());
    let mut faults = Vec::new();
    for ((name, bytes), file) in words.iter().zip(&files) {
        let word = read(bytes, name, &Options::default()).unwrap();
        let other = file.with_extension(format);
        let bytes = fs::read(&other).unwrap();
        let other = read(&bytes, &other.to_string_lossy(), &Options::default()).unwrap();
        let (other, word) = (
            said(&other.resolution, format),
            said(&word.resolution, format),
        );
        if other != word {
            let [other, word] =
                [&other, &word].map(|said| serde_json::to_string_pretty(said).unwrap());
            let mut lines = word.lines().zip(other.lines());
            let first = lines.find(|(word, other)| word != other);
            faults.push(format!("{name} as {format}: {first:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
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
fn pdf_says_the_same() {
    // Deleted words are printed, struck out.
    same_as_word("pdf", false);
}

#[test]
fn web_page_says_the_same() {
    // LibreOffice writes deleted words into a page as if they stayed.
    same_as_word("html", false);
}

/// A plan names its columns as its office does, and may have others than we know.
const PLAN: &str = "ПЛАН\nмероприятий по исполнению резолюции форума\n\n\
    | № п/п | Мероприятие | Срок реализации | Исполнители | Финансирование | Состояние и результат |\n\
    |---|---|---|---|---|---|\n\
    | 1 | Проведение смотра музеев | до 1 мая 2027 года | управление образования | 100 тыс. руб. | приказ |\n\
    | 2 | Открытие клубов | до 1 июня 2027 года | директора школ | | пять клубов |\n\
    | 3 | Встреча выпускников | до 1 июля 2027 года | школы | не требуется | |\n";

#[test]
fn columns_of_a_plan_keep_their_names_and_lose_no_cell() {
    let whole = read(PLAN.as_bytes(), "план.md", &Options::default());
    let whole = whole.unwrap().resolution;
    let columns = whole.columns.clone().unwrap();
    assert_eq!(columns.others, ["Финансирование"]);
    let cells = |resolution: &Resolution| -> Vec<(String, Vec<String>, Option<String>)> {
        let directives = resolution.directives();
        directives
            .map(|(_, _, d)| (d.text.clone(), d.cells.clone(), d.result.clone()))
            .collect()
    };
    assert_eq!(cells(&whole).len(), 3);
    for format in ExportFormat::ALL {
        let back = match format {
            ExportFormat::Docx => "план.docx",
            ExportFormat::Odt => "план.odt",
            ExportFormat::Html => "план.html",
            ExportFormat::Md => "план.md",
            ExportFormat::Txt => "план.txt",
            ExportFormat::Pdf => "план.pdf",
            _ => continue,
        };
        let bytes = svod_api::render_resolution(&whole, format, &Finish::default()).unwrap();
        let again = read(&bytes, back, &Options::default()).unwrap().resolution;
        assert_eq!(cells(&again), cells(&whole), "{back}");
        // Lines of text have no columns to name, and a narrow cell of a page breaks «п/п».
        if format != ExportFormat::Txt {
            let named = again.columns.unwrap();
            assert_eq!(
                (named.task, named.deadline, named.responsible, named.result),
                (
                    columns.task.clone(),
                    columns.deadline.clone(),
                    columns.responsible.clone(),
                    columns.result.clone()
                ),
                "{back}"
            );
            assert_eq!(named.others, columns.others, "{back}");
        }
    }
}

#[test]
fn two_columns_of_one_name_are_two() {
    let plan = PLAN
        .replace("Финансирование |", "Финансирование | Финансирование |")
        .replace("---|\n", "---|---|\n")
        .replace("| 100 тыс. руб. |", "| 100 тыс. руб. | 20 тыс. руб. |");
    let read = read(plan.as_bytes(), "план.md", &Options::default());
    let whole = read.unwrap().resolution;
    let (_, _, first) = whole.directives().next().unwrap();
    assert_eq!(first.cells, ["100 тыс. руб.", "20 тыс. руб."]);
}
