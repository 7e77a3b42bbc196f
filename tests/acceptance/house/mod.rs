//! The rules of the house, checked: who may import whom, how long files grow, what every crate and
//! every catalogue must have. A folder that is missing fails a test; nothing passes by absence.

mod front_end;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each room may import of ours, besides nothing. The order is the flow of data.
const ROOMS: &[(&str, &[&str])] = &[
    ("svod-model", &[]),
    ("svod-language", &["svod-model"]),
    ("svod-readers", &["svod-model", "svod-language"]),
    ("svod-checks", &["svod-model", "svod-language"]),
    ("svod-diff", &["svod-model", "svod-language"]),
    ("svod-corpus", &["svod-model", "svod-language", "svod-diff"]),
    ("svod-store", &["svod-model"]),
    ("svod-writers", &["svod-model", "svod-diff", "svod-corpus"]),
    // The writers lay a paper out once; its pages are set from that.
    ("svod-pdf", &["svod-model", "svod-writers"]),
    (
        "svod-api",
        &[
            "svod-model",
            "svod-language",
            "svod-readers",
            "svod-checks",
            "svod-diff",
            "svod-corpus",
            "svod-store",
            "svod-writers",
            "svod-pdf",
        ],
    ),
    ("svod-cli", &["svod-api"]),
    ("svod-desktop", &["svod-api"]),
];

/// Rooms that take bytes, dates and ids and give values: no files, clock, environment or chance.
const PURE: &[&str] = &[
    "svod-model",
    "svod-language",
    "svod-readers",
    "svod-checks",
    "svod-diff",
    "svod-corpus",
    "svod-writers",
    "svod-pdf",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

fn packages() -> BTreeMap<String, Value> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            (
                package["name"].as_str().unwrap().to_owned(),
                package.clone(),
            )
        })
        .collect()
}

/// Every file under a folder with one of the endings, in order.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    fn walk(folder: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("target") || path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() {
                walk(&path, endings, out);
            } else if endings
                .iter()
                .any(|end| path.to_string_lossy().ends_with(end))
            {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&root().join(folder), endings, &mut out);
    out.sort();
    assert!(!out.is_empty(), "{folder} holds nothing to check");
    out
}

/// A path as the project says it.
fn named(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rooms_import_only_what_they_may() {
    let packages = packages();
    let mut faults = Vec::new();
    for (name, package) in &packages {
        if name == "svod-tests" {
            continue;
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| room == name) else {
            faults.push(format!("{name} has no answer to «what may it import?»"));
            continue;
        };
        for dependency in package["dependencies"].as_array().unwrap() {
            let other = dependency["name"].as_str().unwrap();
            let is_ours = other.starts_with("svod-") && dependency["kind"] != "dev";
            if is_ours && !allowed.contains(&other) {
                faults.push(format!("{name} imports {other}"));
            }
            if other == "rusqlite" && name != "svod-store" {
                faults.push(format!("{name} knows SQLite"));
            }
            if other.starts_with("tauri") && name != "svod-desktop" {
                faults.push(format!("{name} knows the window"));
            }
        }
    }
    for (room, _) in ROOMS {
        if !packages.contains_key(*room) {
            faults.push(format!("{room} is missing"));
        }
    }
    assert_none(&faults);
}

#[test]
fn pure_rooms_refuse_files_clock_environment_and_chance() {
    // The list of forbidden calls is in .clippy.toml; a room takes part by this line.
    let packages = packages();
    let mut faults = Vec::new();
    for room in PURE {
        let manifest = packages[*room]["manifest_path"].as_str().unwrap();
        let source = Path::new(manifest).with_file_name("src/lib.rs");
        let text = fs::read_to_string(&source).unwrap();
        if !text.contains("#![warn(clippy::disallowed_methods)]") {
            faults.push(format!("{} does not refuse impure calls", named(&source)));
        }
    }
    let forbidden = fs::read_to_string(root().join(".clippy.toml")).unwrap();
    for call in [
        "std::fs::read",
        "std::env::var",
        "std::time::SystemTime::now",
    ] {
        if !forbidden.contains(call) {
            faults.push(format!(".clippy.toml does not forbid {call}"));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_crate_says_what_it_is_for_and_takes_the_lints() {
    let mut faults = Vec::new();
    for (name, package) in packages() {
        let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
        let text = fs::read_to_string(&manifest).unwrap();
        if !text.contains("[lints]\nworkspace = true") {
            faults.push(format!("{name} does not take the lints of the workspace"));
        }
        for target in package["targets"].as_array().unwrap() {
            let kind = target["kind"][0].as_str().unwrap();
            if kind == "bench" || kind == "custom-build" || name == "svod-tests" {
                continue;
            }
            let source = PathBuf::from(target["src_path"].as_str().unwrap());
            if !fs::read_to_string(&source).unwrap().starts_with("//! ")
                && !fs::read_to_string(&source).unwrap().contains("\n//! ")
            {
                faults.push(format!("{} has no header", named(&source)));
            }
        }
    }
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for lint in ["unsafe_code = \"forbid\"", "missing_docs"] {
        if !workspace.contains(lint) {
            faults.push(format!("the workspace does not set {lint}"));
        }
    }
    assert_none(&faults);
}

#[test]
fn files_stay_readable() {
    let mut faults = Vec::new();
    let mut measure = |files: Vec<PathBuf>, limit: usize| {
        for file in files {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            if lines > limit {
                faults.push(format!("{}: {lines} lines, limit {limit}", named(&file)));
            }
        }
    };
    measure(files("src-tauri/src", &[".rs"]), 500);
    measure(files("src-tauri/crates", &[".rs"]), 800);
    measure(files("tests", &[".rs", ".mjs"]), 500);
    measure(files("ui/src", &[".svelte"]), 400);
    let scripts = files("ui/src", &[".ts"])
        .into_iter()
        .filter(|file| !named(file).contains("/paraglide/"))
        .collect();
    measure(scripts, 400);
    assert_none(&faults);
}

#[test]
fn every_case_of_the_suite_is_complete_and_run() {
    let suite = root().join("tests/suite");
    let mut faults = Vec::new();
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(&suite).unwrap() {
        let folder = entry.unwrap().path();
        let kind = folder.file_name().unwrap().to_string_lossy().into_owned();
        let expected = match kind.as_str() {
            "reading" => "expected.outline",
            "comparing" => "expected.txt",
            "gold" | "pairs" | "fresh" => "gold.txt",
            "checks" => "case.txt",
            // Inputs alone: `found.rs` asks of them what holds for any input.
            "found" => {
                kinds.insert(kind);
                continue;
            }
            // One file of gold for each sample, compared in `samples.rs`; pictures of the pages of
            // each sample and template, compared in `pages/golden.rs`.
            "samples" | "pages" => {
                kinds.insert(kind);
                continue;
            }
            _ => {
                faults.push(format!("no test reads tests/suite/{kind}"));
                continue;
            }
        };
        kinds.insert(kind);
        for case in fs::read_dir(&folder).unwrap() {
            let case = case.unwrap().path();
            let text = fs::read_to_string(case.join(expected)).unwrap_or_default();
            if text.trim().is_empty() {
                faults.push(format!("{} expects nothing", named(&case)));
            }
        }
    }
    assert_eq!(kinds.len(), 9, "{kinds:?}");
    let samples: BTreeSet<String> = fs::read_dir(root().join("assets/samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| ["docx", "md", "txt"].iter().any(|known| end == *known))
                && path.file_stem().is_some_and(|name| name != "README")
        })
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    for gold in fs::read_dir(suite.join("samples")).unwrap() {
        let path = gold.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if !samples.contains(&stem) {
            faults.push(format!("{} belongs to no sample", named(&path)));
        }
    }
    assert_none(&faults);
}

#[test]
fn window_has_a_strict_policy_and_only_its_own_commands() {
    let config = fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap();
    let config: Value = serde_json::from_str(&config).unwrap();
    let policy = config["app"]["security"]["csp"].as_str().unwrap();
    for weak in ["unsafe-inline", "unsafe-eval", "https:", "wss:", "*"] {
        assert!(!policy.contains(weak), "the content policy allows {weak}");
    }
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    let remote: Vec<&str> = policy
        .split([' ', ';'])
        .filter(|word| word.starts_with("http:"))
        .collect();
    // The border between page and program on systems without custom schemes; never a network.
    assert_eq!(remote, ["http://ipc.localhost"]);
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(config["app"]["security"]["freezePrototype"], true);

    let folder = root().join("src-tauri/capabilities");
    let all: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(all, [folder.join("main.json")]);
    let capability: Value = serde_json::from_str(&fs::read_to_string(&all[0]).unwrap()).unwrap();
    let given: BTreeSet<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap())
        .collect();
    let own: Vec<String> = svod_api::COMMANDS
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    let mut wanted: BTreeSet<&str> = own.iter().map(String::as_str).collect();
    wanted.insert("core:event:allow-listen");
    wanted.insert("core:event:allow-unlisten");
    assert_eq!(given, wanted);
}

#[test]
fn shell_handles_exactly_the_commands_of_the_table() {
    let shell = fs::read_to_string(root().join("src-tauri/src/lib.rs")).unwrap();
    let (_, handled) = shell.split_once("generate_handler![").unwrap();
    let (handled, _) = handled.split_once(']').unwrap();
    let names: BTreeSet<&str> = handled
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .collect();
    let wanted: BTreeSet<&str> = svod_api::COMMANDS.iter().copied().collect();
    assert_eq!(names, wanted);
}

#[test]
fn ci_runs_the_tests_and_nothing_else() {
    let script = fs::read_to_string(root().join(".ci/run")).unwrap();
    let commands: Vec<&str> = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert_eq!(commands, ["exec npm test"]);
}
