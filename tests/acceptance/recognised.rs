//! What the editor recognises in a text is what the reader recognised in the file.

use std::path::Path;

use svod_model::Resolution;
use svod_readers::{Options, read, recognise};

fn again(resolution: &Resolution) -> Resolution {
    let mut again = resolution.clone();
    let adopted = again.adopted_on;
    for group in again.sections.iter_mut().flat_map(|s| &mut s.groups) {
        recognise::dates(group, adopted);
        let mut directives = std::mem::take(&mut group.directives);
        for directive in &mut directives {
            let text = directive.text.clone();
            recognise::directive(directive, text, group, adopted);
        }
        group.directives = directives;
    }
    again
}

#[test]
fn facts_of_a_file_stay_as_they_are_when_its_parts_are_recognised_anew() {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/gold");
    let (mut directives, mut differing) = (0, Vec::new());
    for entry in std::fs::read_dir(gold).unwrap() {
        let folder = entry.unwrap().path();
        let input = std::fs::read_dir(&folder)
            .unwrap()
            .map(|e| e.unwrap().path())
            .find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
            .unwrap();
        let name = input.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&input).unwrap();
        let resolution = read(&bytes, &name, &Options::default()).unwrap().resolution;
        let again = again(&resolution);
        for ((_, g, before), (_, h, after)) in resolution.directives().zip(again.directives()) {
            directives += 1;
            if before != after || g.addressees != h.addressees {
                differing.push(format!(
                    "{:?} → {:?}: {before:#?}\n→ {after:#?}",
                    g.addressees, h.addressees
                ));
            }
        }
    }
    println!("{} of {directives} differ", differing.len());
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
