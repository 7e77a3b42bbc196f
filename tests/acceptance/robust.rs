//! A thousand damaged files of each format: each is read, or refused with an error; none panics,
//! none loses a line. The damage is made from a fixed seed, so a failure can be had again.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use svod_readers::{Options, read};
use svod_tests::chance::Chance;
use svod_writers::Profile;

use crate::office::convert;

/// Files of each format; `SVOD_MUTANTS` makes a longer run of it, `SVOD_SEED` another one.
const MUTANTS: u32 = 1_000;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

const TEXT: &str = "РЕЗОЛЮЦИЯ\nфорума педагогов Озёрского района «Школа у реки»\nг. Озёрск, 26 августа 2026 г.\n\n\
    Участники форума рекомендуют:\n1. Управлению образования:\n1.1. утвердить план до 1 октября 2026 года:\n\
    а) наставничества;\nб) стажировок;\n1.2. довести охват до 75 % (приказ от 14.05.2026 № 412).\n\
    2. Руководителям школ:\n2.1. провести собрания в сентябре 2026 года.\nСрок: II квартал 2027 года.\n";

/// Damages bytes in one of the ways disks, mail and careless programs do.
fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = bytes.to_vec();
    match chance.below(6) {
        0 => out.truncate(chance.below(bytes.len())),
        1 => {
            let from = chance.below(out.len());
            let to = (from + chance.below(400)).min(out.len());
            out.drain(from..to);
        }
        2 => {
            let from = chance.below(out.len());
            let to = (from + chance.below(400)).min(out.len());
            let piece = out[from..to].to_vec();
            let at = chance.below(out.len());
            out.splice(at..at, piece);
        }
        3 => {
            let from = chance.below(out.len());
            let to = (from + chance.below(64)).min(out.len());
            out[from..to].fill(u8::try_from(chance.below(256)).unwrap());
        }
        _ => {
            for _ in 0..=chance.below(40) {
                let at = chance.below(out.len());
                out[at] = u8::try_from(chance.below(256)).unwrap();
            }
        }
    }
    out
}

/// Damages one part inside a package and packs it again: damage a checksum does not catch.
fn damaged_inside(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let victim = chance.below(archive.len());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if n == victim && !content.is_empty() {
            content = damaged(&content, chance);
        }
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        out.start_file(part.name(), options).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The same document as a file of a format.
fn sound(format: &str) -> Vec<u8> {
    let resolution = read(TEXT.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution;
    match format {
        "docx" => svod_writers::docx(&resolution, &Profile::default()).unwrap(),
        "md" => svod_writers::markdown(&resolution).into_bytes(),
        "txt" => TEXT.as_bytes().to_vec(),
        format => {
            let folder = tempfile::tempdir().unwrap();
            let word = folder.path().join("а.docx");
            fs::write(
                &word,
                svod_writers::docx(&resolution, &Profile::default()).unwrap(),
            )
            .unwrap();
            convert(std::slice::from_ref(&word), format, folder.path());
            fs::read(word.with_extension(format)).unwrap()
        }
    }
}

fn survives(format: &str) {
    let sound = sound(format);
    let name = format!("а.{format}");
    let packed = sound.starts_with(b"PK");
    let mutants = setting("SVOD_MUTANTS").map_or(MUTANTS, |n| u32::try_from(n).unwrap());
    let seed = setting("SVOD_SEED").unwrap_or(0x5f0d);
    let mut chance = Chance::new(seed + format.bytes().map(u64::from).sum::<u64>());
    let (mut whole, mut refused) = (0, 0);
    for n in 0..mutants {
        let bytes = if packed && n % 2 == 0 {
            damaged_inside(&sound, &mut chance)
        } else {
            damaged(&sound, &mut chance)
        };
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            read(&bytes, &name, &Options::default())
        }));
        match outcome {
            Ok(Ok(reading)) => {
                whole += 1;
                let placed: BTreeSet<u32> = reading
                    .placements
                    .iter()
                    .flat_map(|placement| placement.lines[0]..=placement.lines[1])
                    .collect();
                for line in &reading.lines {
                    let worded = !line.text.trim().is_empty();
                    assert!(
                        !worded || placed.contains(&line.number),
                        "{format} {n}: line {} is lost: {}",
                        line.number,
                        line.text
                    );
                }
            }
            Ok(Err(_)) => refused += 1,
            Err(_) => {
                let path = std::env::temp_dir().join(format!("svod-mutant-{n}.{format}"));
                fs::write(&path, &bytes).unwrap();
                panic!(
                    "{format}, mutant {n} panicked; it is kept as {}",
                    path.display()
                );
            }
        }
    }
    assert_eq!(
        whole + refused,
        mutants,
        "{format}: {whole} read, {refused} refused"
    );
}

macro_rules! formats {
    ($($name:ident: $format:literal,)+) => {
        $(
            #[test]
            fn $name() {
                survives($format);
            }
        )+
    };
}

formats! {
    damaged_docx_never_panics: "docx",
    damaged_doc_never_panics: "doc",
    damaged_odt_never_panics: "odt",
    damaged_rtf_never_panics: "rtf",
    damaged_pdf_never_panics: "pdf",
    damaged_html_never_panics: "html",
    damaged_md_never_panics: "md",
    damaged_txt_never_panics: "txt",
}
