//! Reading beside its limit and its peer, in one run.
//!
//! The limit is what it takes merely to unpack and tokenise the same Word file; the peer is
//! LibreOffice, which an office would convert the same files with. Prints times, ratios and peak
//! memory. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::fs;
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use svod_readers::{Options, read};
use svod_tests::peers::{measured, shortest};
use svod_writers::Profile;

/// How many characters the longest resolution we know has.
const LONGEST: usize = 32_000;
const FILES: usize = 200;

fn long_text() -> String {
    let mut text = String::from(
        "РЕЗОЛЮЦИЯ\nфорума педагогов Озёрского района «Школа у реки»\nг. Озёрск, 26 августа 2026 г.\n\n\
         Участники форума рекомендуют:\n",
    );
    let (mut group, mut item) = (0, 0);
    while text.chars().count() < LONGEST {
        if item % 9 == 0 {
            group += 1;
            text.push_str(&format!(
                "\n{group}. Управлению образования администрации {group}-го района:\n"
            ));
        }
        item += 1;
        text.push_str(&format!(
            "- довести до 1 октября 2026 года долю школ, участвующих в проекте «Смена {item}», до {} % в \
             соответствии с приказом Минпросвещения России от 14.05.2026 № {item};\n",
            item % 100
        ));
    }
    text
}

/// Unpacks the main part and looks at each token once.
fn tokenise(bytes: &[u8]) -> usize {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut xml).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut count = 0;
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {
        count += 1;
    }
    count
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let text = long_text();
    let resolution = read(text.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution;
    let word = svod_writers::docx(&resolution, &Profile::default()).unwrap();
    println!(
        "one resolution of {} characters, {} directives",
        text.chars().count(),
        resolution.directives().count()
    );
    let options = Options::default();
    let as_text = shortest(20, || {
        black_box(read(text.as_bytes(), "а.txt", &options).unwrap());
    });
    let as_word = shortest(20, || {
        black_box(read(&word, "а.docx", &options).unwrap());
    });
    let limit = shortest(20, || {
        black_box(tokenise(&word));
    });
    println!("  read as text            {as_text:>10.2?}");
    println!("  read as Word            {as_word:>10.2?}");
    println!(
        "  unpack and tokenise     {limit:>10.2?}   the limit; reading takes {:.0} times that",
        as_word.as_secs_f64() / limit.as_secs_f64()
    );

    // Whole programs, one file and two hundred, with their memory.
    let svod = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/release/svod");
    assert!(
        svod.exists(),
        "build it first: cargo build --release -p svod-cli"
    );
    let many = folder.path().join("many");
    fs::create_dir(&many).unwrap();
    let mut names = Vec::new();
    for n in 0..FILES {
        let path = many.join(format!("{n:03}.docx"));
        let mut one = resolution.clone();
        one.title = format!("{} № {n}", one.title);
        fs::write(
            &path,
            svod_writers::docx(&one, &Profile::default()).unwrap(),
        )
        .unwrap();
        names.push(path.to_string_lossy().into_owned());
    }
    let library = folder.path().join("l.svod");
    let profile = format!("-env:UserInstallation=file://{}/p", folder.path().display());
    let out = folder.path().join("out").to_string_lossy().into_owned();
    let office = Path::new("soffice");
    let convert = |files: &[String]| {
        let mut arguments = vec![
            profile.as_str(),
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            &out,
        ];
        arguments.extend(files.iter().map(String::as_str));
        measured(office, &arguments, 1)
    };
    let started = shortest(100, || {
        let done = Command::new(&svod).args(["read", &names[0]]).output();
        assert!(done.unwrap().status.success());
    });
    println!("  the program, best of 100 {started:>9.2?}");
    // The first start of LibreOffice makes its profile and is not counted.
    convert(&names[..1]);
    for (label, ours, theirs) in [
        (
            "one file",
            measured(&svod, &["read", &names[0]], 1),
            convert(&names[..1]),
        ),
        (
            "200 files in one go",
            measured(
                &svod,
                &[
                    "library",
                    "import",
                    &many.to_string_lossy(),
                    "--library",
                    &library.to_string_lossy(),
                ],
                1,
            ),
            convert(&names),
        ),
    ] {
        println!("{label}");
        println!(
            "  svod                    {:>8.2} s {:>6.0} MB",
            ours.0, ours.1
        );
        println!(
            "  LibreOffice to text     {:>8.2} s {:>6.0} MB   {:.0} times as long",
            theirs.0,
            theirs.1,
            theirs.0 / ours.0.max(0.01)
        );
    }
}
