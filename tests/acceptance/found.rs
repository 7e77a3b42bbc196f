//! What fuzzing kept: inputs that took the readers by new ways, one folder a target in
//! `tests/suite/found`. A fault that is mended leaves its input here too.

use std::fs;
use std::path::Path;

use svod_tests::any_input;

#[test]
fn what_fuzzing_kept_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/found");
    let mut count = 0;
    for target in fs::read_dir(folder).unwrap() {
        let target = target.unwrap().path();
        let name = target.file_name().unwrap().to_string_lossy().into_owned();
        for input in fs::read_dir(&target).unwrap() {
            let data = fs::read(input.unwrap().path()).unwrap();
            match name.as_str() {
                "docx" => any_input::docx(&data),
                "odt" => any_input::odt(&data),
                "outline" => any_input::outline(&data),
                ending => any_input::check(&data, &format!("а.{ending}")),
            }
            count += 1;
        }
    }
    assert!(count >= 100, "{count} inputs");
}
