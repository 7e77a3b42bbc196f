//! Cases as data. A folder in `tests/suite/reading` holds `input.*` and `expected.outline`, one in
//! `tests/suite/comparing` holds `input.old.txt`, `input.new.txt` and `expected.txt`. Adding a case
//! needs no code; `SVOD_ACCEPT=1` writes what is missing or different, to be read before it is
//! committed.

use std::fs;
use std::path::{Path, PathBuf};

use svod_readers::{Options, Reading};

fn suite(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("suite")
        .join(kind);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {kind}");
    cases
}

fn read(file: &Path) -> Reading {
    let name = file.file_name().unwrap().to_str().unwrap();
    svod_readers::read(&fs::read(file).unwrap(), name, &Options::default()).unwrap()
}

/// Compares with the expected text; collects differences, so that one run shows them all.
fn settle(case: &Path, expected: &str, found: &str, differences: &mut Vec<String>) {
    let file = case.join(expected);
    let wanted = fs::read_to_string(&file).unwrap_or_default();
    if wanted == found {
        return;
    }
    if std::env::var_os("SVOD_ACCEPT").is_some() {
        fs::write(&file, found).unwrap();
    }
    let name = case.file_name().unwrap().to_string_lossy();
    differences.push(format!(
        "{name}\n--- expected\n{wanted}\n--- found\n{found}"
    ));
}

#[test]
fn readings_are_as_expected() {
    let mut differences = Vec::new();
    for case in suite("reading") {
        let input = fs::read_dir(&case)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
            .unwrap();
        let reading = read(&input);
        let mut found = svod_writers::outline(&reading.resolution);
        for diagnostic in &reading.resolution.diagnostics {
            let code = serde_json::to_value(diagnostic.code).unwrap();
            let [first, last] = diagnostic.lines;
            found.push_str(&format!("! {} {first}-{last}\n", code.as_str().unwrap()));
        }
        settle(&case, "expected.outline", &found, &mut differences);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

#[test]
fn comparisons_are_as_expected() {
    let mut differences = Vec::new();
    for case in suite("comparing") {
        let old = read(&case.join("input.old.txt")).resolution;
        let new = read(&case.join("input.new.txt")).resolution;
        let comparison = svod_diff::compare(&old, &new);
        let found = svod_writers::comparison_text(&comparison, &old, &new);
        settle(&case, "expected.txt", &found, &mut differences);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}
