//! The promise of a redline: with every revision accepted it is the new document, with every revision
//! rejected the old one. Held to by two programs that are not ours, and by our own reader, for real
//! pairs and for generated ones.

mod generated;
mod pandoc;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use svod_diff::{Comparison, Op, compare};
use svod_model::Resolution;
use svod_readers::Options;
use svod_writers::{Profile, Reviser, redline_docx};

use crate::office::{Revisions, paragraphs};

/// Two documents and the redline between them.
struct Case {
    name: String,
    old: Resolution,
    new: Resolution,
    comparison: Comparison,
}

fn case(name: String, old: Resolution, new: Resolution) -> Case {
    let comparison = compare(&old, &new);
    Case {
        name,
        old,
        new,
        comparison,
    }
}

impl Case {
    fn redline(&self) -> Vec<u8> {
        let day = chrono::NaiveDate::from_ymd_opt(2031, 3, 5).unwrap();
        let reviser = Reviser {
            author: "О.П. Секретарь".into(),
            at: day.and_hms_opt(10, 0, 0).unwrap(),
        };
        let Case {
            old,
            new,
            comparison,
            ..
        } = self;
        redline_docx(comparison, old, new, &reviser, &Profile::default()).unwrap()
    }
}

/// Every ordered pair of the samples, and gold documents in a ring, so that each is once the old and
/// once the new one.
fn corpus() -> Vec<Case> {
    let samples: Vec<(String, Resolution)> = svod_api::samples()
        .map(|(name, bytes)| (name.to_owned(), read(bytes, name)))
        .collect();
    let mut cases = Vec::new();
    for (old_name, old) in &samples {
        for (new_name, new) in &samples {
            if old_name != new_name {
                let name = format!("{old_name} to {new_name}");
                cases.push(case(name, old.clone(), new.clone()));
            }
        }
    }
    let gold = gold();
    for (place, (old_name, old)) in gold.iter().enumerate() {
        let (new_name, new) = &gold[(place + 1) % gold.len()];
        let name = format!("{old_name} to {new_name}");
        cases.push(case(name, old.clone(), new.clone()));
    }
    cases
}

pub(crate) fn gold() -> Vec<(String, Resolution)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/gold");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .flat_map(|case| fs::read_dir(case.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.file_stem().is_some_and(|stem| stem == "input"))
        .collect();
    files.sort();
    let named = |path: &PathBuf| {
        let folder = path.parent().unwrap().file_name().unwrap();
        let resolution = read(&fs::read(path).unwrap(), &path.to_string_lossy());
        (folder.to_string_lossy().into_owned(), resolution)
    };
    files.iter().map(named).collect()
}

fn read(bytes: &[u8], name: &str) -> Resolution {
    let reading = svod_readers::read(bytes, name, &Options::default());
    reading.unwrap().resolution
}

/// Asserts the promise for all cases in one run of LibreOffice: texts and printed numbers.
fn keeps_its_promise_in_libreoffice(cases: &[Case]) {
    let folder = tempfile::tempdir().unwrap();
    let mut tasks: Vec<(PathBuf, Revisions)> = Vec::new();
    // A document that is in many pairs is opened once.
    let mut plain: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut task = |bytes: &[u8], revisions: Revisions| {
        let file = folder.path().join(format!("{}.docx", tasks.len()));
        fs::write(&file, bytes).unwrap();
        tasks.push((file, revisions));
        tasks.len() - 1
    };
    let mut wanted_and_found = Vec::new();
    for case in cases {
        let redline = case.redline();
        let sides = [
            ("accepted", &case.new, Revisions::Accepted),
            ("rejected", &case.old, Revisions::Rejected),
        ];
        for (what, document, revisions) in sides {
            let bytes =
                svod_writers::sheet_docx(&svod_writers::running(document), &Profile::default())
                    .unwrap();
            let found = task(&redline, revisions);
            let wanted = *plain
                .entry(bytes)
                .or_insert_with_key(|bytes| task(bytes, Revisions::Untouched));
            wanted_and_found.push((format!("{} {what}", case.name), wanted, found));
        }
    }
    let shown = paragraphs(&tasks, folder.path());
    let mut faults = Vec::new();
    for (name, wanted, found) in wanted_and_found {
        let (wanted, found) = (&shown[wanted], &shown[found]);
        assert!(!wanted.is_empty(), "{name}");
        if wanted != found {
            let mut lines = wanted.iter().zip(found);
            let first = lines.find(|(wanted, found)| wanted != found);
            let (wanted, found) = (wanted.len(), found.len());
            faults.push(format!(
                "{name}: {wanted} and {found} paragraphs, {first:#?}"
            ));
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

#[test]
fn libreoffice_accepts_and_rejects_the_redlines_of_real_pairs() {
    let cases = corpus();
    assert!(cases.len() >= 60, "{} pairs", cases.len());
    keeps_its_promise_in_libreoffice(&cases);
}

#[test]
fn libreoffice_accepts_and_rejects_generated_redlines() {
    keeps_its_promise_in_libreoffice(&generated::cases());
}

#[test]
fn another_library_accepts_and_rejects_every_redline() {
    let mut cases = corpus();
    cases.extend(generated::cases());
    let folder = tempfile::tempdir().unwrap();
    pandoc::keeps_its_promise(&cases, folder.path());
}

#[test]
fn our_own_reader_takes_a_redline_for_the_new_document() {
    // A third of the pairs is every document as the new one, and the reader is tried enough elsewhere.
    for case in corpus().into_iter().step_by(3) {
        let again = read(&case.redline(), "x.docx");
        let plain =
            svod_writers::sheet_docx(&svod_writers::running(&case.new), &Profile::default())
                .unwrap();
        let wanted = read(&plain, "x.docx");
        let shape = |resolution: &Resolution| -> Vec<String> {
            let mut told = vec![resolution.title.clone()];
            let directives = resolution.directives();
            told.extend(directives.map(|(section, group, directive)| {
                format!(
                    "{:?} {} {:?} {} {}",
                    section.title, group.heading, directive.lead, directive.text, directive.id
                )
            }));
            told
        };
        assert_eq!(shape(&again), shape(&wanted), "{}", case.name);
    }
}

#[test]
fn same_documents_and_time_give_the_same_bytes() {
    for case in generated::cases().iter().take(5) {
        assert!(case.redline() == case.redline(), "{}", case.name);
        let day = chrono::NaiveDate::from_ymd_opt(2031, 3, 5).unwrap();
        let workbook =
            || svod_writers::comparison_xlsx(&case.comparison, &case.old, &case.new, day).unwrap();
        assert!(workbook() == workbook(), "{}", case.name);
    }
}

#[test]
fn generated_pairs_hold_every_kind_of_change() {
    let cases = generated::cases();
    assert!(cases.len() >= 40);
    let pairs = || cases.iter().flat_map(|case| &case.comparison.pairs);
    assert!(pairs().any(|pair| pair.moved && pair.words.iter().any(|word| word.op != Op::Equal)));
    assert!(cases.iter().any(|case| !case.comparison.added.is_empty()));
    assert!(cases.iter().any(|case| !case.comparison.dropped.is_empty()));
}
