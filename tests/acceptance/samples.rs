//! The sample library against gold written by hand: `tests/suite/samples/NAME.json` says which
//! groups and directives a careful person finds in `assets/samples/NAME.*`.

use std::path::Path;

use serde_json::Value;
use svod_readers::Options;

/// Letters and digits in lower case: quotes, dashes and spaces are not what is tested here.
fn bare(text: &str) -> String {
    text.to_lowercase()
        .replace('ё', "е")
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Each directive with its heading and lead, in order.
fn wanted(gold: &Value) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for group in gold["tree"].as_array().unwrap() {
        for directive in group["directives"].as_array().unwrap() {
            let text = directive["text"].as_str().unwrap();
            out.push((
                bare(group["heading"].as_str().unwrap_or_default()),
                bare(text),
            ));
        }
    }
    out
}

#[test]
fn samples_are_understood_as_a_careful_person_reads_them() {
    let (mut right, mut addressed, mut all_wanted, mut all_found) = (0, 0, 0, 0);
    let mut missing = Vec::new();
    for (name, bytes) in svod_api::samples() {
        let stem = Path::new(name).file_stem().unwrap().to_str().unwrap();
        let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("suite/samples/{stem}.json"));
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(gold).unwrap()).unwrap();
        let wanted = wanted(&gold);
        let resolution = svod_readers::read(bytes, name, &Options::default())
            .unwrap()
            .resolution;
        let mut found: Vec<(String, String)> = resolution
            .directives()
            .map(|(_, group, directive)| (bare(&group.heading), bare(&directive.text)))
            .collect();
        all_wanted += wanted.len();
        all_found += found.len();
        for (heading, text) in wanted {
            match found.iter().position(|(_, other)| *other == text) {
                Some(place) => {
                    right += 1;
                    addressed += usize::from(found.remove(place).0 == heading);
                }
                None => missing.push(format!("{name}: missed {text}")),
            }
        }
        missing.extend(
            found
                .into_iter()
                .map(|(_, text)| format!("{name}: extra {text}")),
        );
    }
    let f1 = 2.0 * f64::from(right) / (all_wanted + all_found) as f64;
    let share = addressed as f64 / f64::from(right);
    println!(
        "directives F1 {f1:.3}, right addressee {share:.3}\n{}",
        missing.join("\n")
    );
    assert!(f1 >= 0.97, "directives F1 {f1:.3}\n{}", missing.join("\n"));
    assert!(share >= 0.97, "right addressee {share:.3}");
}
