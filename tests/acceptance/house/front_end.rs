//! The rules of the front end: imports, catalogues, texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{assert_none, files, named, root};

/// The places of the front end a file imports from, as paths below `ui/src`, and packages.
fn imports(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let folder = file.parent().unwrap();
    let mut out = Vec::new();
    for line in text.split(['\n', ';']) {
        let line = line.trim();
        let imported = line.starts_with("import ")
            || line.starts_with("export ") && line.contains(" from ")
            || line.starts_with("} from ");
        let Some(open) = line.find(['"', '\'']).filter(|_| imported) else {
            continue;
        };
        let name = line[open + 1..].trim_end_matches(['"', '\'']);
        if !name.starts_with('.') {
            out.push(name.to_owned());
            continue;
        }
        let mut place = folder.to_owned();
        for part in name.split('/') {
            match part {
                "." => {}
                ".." => {
                    place.pop();
                }
                part => place.push(part),
            }
        }
        out.push(named(&place));
    }
    out
}

#[test]
fn front_end_imports_only_what_it_may() {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for file in files("ui/src", &[".ts", ".svelte"]) {
        let name = named(&file);
        if name.contains("/generated/") || name.contains("/paraglide/") {
            continue;
        }
        let room = name.split('/').nth(2).unwrap_or_default().to_owned();
        seen.insert(room.clone());
        for import in imports(&file) {
            let to = import.strip_prefix("ui/src/").unwrap_or_default();
            let generated = to.starts_with("ipc/generated/");
            let own = |feature: &str| name.starts_with(&format!("ui/src/features/{feature}/"));
            let fault = match room.as_str() {
                _ if import.starts_with("@tauri-apps/") => room != "ipc",
                "components" => {
                    to.starts_with("features") || to.starts_with("ipc") || to.starts_with("app")
                }
                "lib" => !to.is_empty() && !to.starts_with("lib") && !to.starts_with("i18n"),
                "ipc" => !to.is_empty() && !to.starts_with("ipc"),
                // ProseMirror without a framework; types of the border are data.
                "editor" => {
                    import.starts_with("svelte")
                        || !(to.is_empty() || to.starts_with("editor") || generated)
                }
                "i18n" => {
                    to.starts_with("features")
                        || to.starts_with("components")
                        || to.starts_with("app")
                }
                "features" => {
                    to.starts_with("app")
                        || to
                            .strip_prefix("features/")
                            .and_then(|rest| rest.split('/').next())
                            .is_some_and(|feature| !own(feature))
                }
                _ => false,
            };
            // Types of the border are data; whoever shows them may name them.
            if fault && !(generated && room == "lib") {
                faults.push(format!("{name} imports {import}"));
            }
        }
    }
    for room in [
        "app",
        "components",
        "editor",
        "features",
        "i18n",
        "ipc",
        "lib",
    ] {
        assert!(seen.contains(room), "ui/src/{room} is missing");
    }
    assert_none(&faults);
}

/// The messages of a catalogue: key and the names of its values.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("ui/src/i18n/messages/{language}.json"));
    let text = fs::read_to_string(path).unwrap();
    let messages: BTreeMap<String, Value> = serde_json::from_str(&text).unwrap();
    messages
        .into_iter()
        .filter(|(key, _)| !key.starts_with('$'))
        .map(|(key, message)| {
            let said = texts(&message);
            assert!(
                !said.is_empty() && said.iter().all(|text| !text.trim().is_empty()),
                "{language}: {key} says nothing"
            );
            (key, said.iter().flat_map(|text| values(text)).collect())
        })
        .collect()
}

fn texts(message: &Value) -> Vec<String> {
    match message {
        Value::String(text) => vec![text.clone()],
        Value::Array(variants) => variants
            .iter()
            .flat_map(|variant| variant["match"].as_object().unwrap().values())
            .map(|text| text.as_str().unwrap().to_owned())
            .collect(),
        _ => Vec::new(),
    }
}

fn values(text: &str) -> Vec<String> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()))
        .collect()
}

#[test]
fn both_languages_say_everything_with_the_same_values() {
    let (ru, en) = (catalogue("ru"), catalogue("en"));
    assert!(ru.len() > 100, "the Russian catalogue is nearly empty");
    let mut faults = Vec::new();
    for key in ru.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        if ru.get(key) != en.get(key) {
            faults.push(format!("{key}: ru {:?}, en {:?}", ru.get(key), en.get(key)));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_message_is_used_and_every_text_is_a_message() {
    let sources: Vec<(String, String)> = files("ui/src", &[".ts", ".svelte"])
        .into_iter()
        .map(|file| (named(&file), fs::read_to_string(&file).unwrap()))
        .filter(|(name, _)| !name.contains("/paraglide/"))
        .collect();
    let mut faults = Vec::new();
    let all: String = sources.iter().map(|(_, text)| text.as_str()).collect();
    for key in catalogue("ru").keys() {
        if !all.contains(&format!("m.{key}")) {
            faults.push(format!("{key} is in the catalogue and nowhere else"));
        }
    }
    for (name, text) in &sources {
        let exempt = name.contains(".test.")
            || name.ends_with("/sample.ts")
            || name.contains("/generated/")
            // Names of districts and what they are made of are data of the documents.
            || name.ends_with("lib/places.ts");
        if exempt {
            continue;
        }
        for (n, line) in text.lines().enumerate() {
            let code = without_comments(line);
            let cyrillic = code
                .chars()
                .filter(|c| ('\u{400}'..='\u{4ff}').contains(c))
                .count();
            // «ё» and «е» are folded in a search; one letter is no text.
            if cyrillic > 2 {
                faults.push(format!("{name}:{}: {}", n + 1, line.trim()));
            }
        }
    }
    assert_none(&faults);
}

/// A line without its comment, of either kind.
fn without_comments(line: &str) -> &str {
    let trimmed = line.trim_start();
    let comment = ["//", "/*", "*", "<!--"]
        .iter()
        .any(|mark| trimmed.starts_with(mark));
    if comment {
        return "";
    }
    line.split(" // ").next().unwrap_or(line)
}
