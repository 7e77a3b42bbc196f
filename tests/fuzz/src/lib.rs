//! What every fuzz target asks of a reading, and the packages around fuzzed parts.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use svod_readers::{Options, ReadError, Reading, read};
use zip::write::SimpleFileOptions;

/// Reads a file and checks what holds for any input: no panic, every worded line accounted for, no
/// id twice.
///
/// # Panics
/// When one of these does not hold; this is how a fuzzer learns of it.
pub fn check(bytes: &[u8], name: &str) {
    if let Ok(reading) = open(bytes, name) {
        lines_are_accounted_for(&reading);
        let mut ids = BTreeSet::new();
        for (_, _, directive) in reading.resolution.directives() {
            assert!(
                ids.insert(directive.id.clone()),
                "id {:?} twice",
                directive.id
            );
        }
    }
}

fn open(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    read(bytes, name, &Options::default())
}

fn lines_are_accounted_for(reading: &Reading) {
    let placed: BTreeSet<u32> = reading
        .placements
        .iter()
        .flat_map(|placement| placement.lines[0]..=placement.lines[1])
        .chain(
            reading
                .resolution
                .unplaced
                .iter()
                .flat_map(|unplaced| unplaced.lines[0]..=unplaced.lines[1]),
        )
        .collect();
    for line in &reading.lines {
        assert!(
            line.text.trim().is_empty() || placed.contains(&line.number),
            "line {} is lost: {}",
            line.number,
            line.text
        );
    }
}

/// A package of stored parts, so that a fuzzer changes what is inside and not how it is packed.
///
/// # Panics
/// Never: the archive is written to memory.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        out.start_file(*name, options).expect("memory is writable");
        out.write_all(content).expect("memory is writable");
    }
    out.finish().expect("memory is writable").into_inner()
}

/// Two parts of one input: fuzzers find their own places to cut.
pub fn cut(data: &[u8]) -> (&[u8], &[u8]) {
    const BORDER: &[u8] = b"\n--part--\n";
    match data
        .windows(BORDER.len())
        .position(|window| window == BORDER)
    {
        Some(at) => (&data[..at], &data[at + BORDER.len()..]),
        None => (data, &[]),
    }
}

/// Foreign parsers may panic inside the readers' guard; only a panic that leaves it is a fault, so
/// the fuzzer's own hook, which ends the program at once, is taken out.
pub fn forgive_guarded_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}
