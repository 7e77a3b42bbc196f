//! Pages beside their peer, in one run.
//!
//! Our PDF file against LibreOffice's conversion of our Word document, of 150 and of 1,500
//! directives, as whole programs: this program starts itself to write one file. Prints times,
//! ratios, sizes and peak memory. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use svod_model::Resolution;
use svod_tests::long::resolution;
use svod_tests::peers::measured;
use svod_writers::{Profile, sheet, sheet_docx};

/// Starts this program as a writer of one PDF file of so many directives.
const CHILD: &str = "SVOD_EXPORT";
/// Pictures as the window asks for them: dots for a point.
const SCALE: f64 = 2.0;

fn pdf(count: usize) -> Vec<u8> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    svod_pdf::pdf(&sheet(&resolution(count)), &Profile::default(), day).unwrap()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed())
}

fn main() {
    if let Ok(task) = env::var(CHILD) {
        let (count, path) = task.split_once(' ').unwrap();
        fs::write(path, pdf(count.parse().unwrap())).unwrap();
        return;
    }
    for count in [150, 1_500] {
        println!("{count} directives");
        steps(count);
        beside_libreoffice(count);
    }
}

/// What a person waits for: the pages, those after a word more, one picture, the file.
fn steps(count: usize) {
    let sheet = sheet(&resolution(count));
    let (pages, setting) = timed(|| svod_pdf::pages(&sheet, &Profile::default()).unwrap());
    let edited = svod_writers::sheet(&with_a_word_more(count));
    let (_, again) = timed(|| svod_pdf::pages(&edited, &Profile::default()).unwrap());
    let (picture, drawing) = timed(|| pages.png(1, SCALE).unwrap().unwrap());
    let (file, writing) = timed(|| black_box(pdf(count)));
    let (count, picture, file) = (pages.count(), picture.len() / 1024, file.len() / 1024);
    println!("  set {count} pages      {setting:>10.2?}");
    println!("  … a word later     {again:>10.2?}");
    println!("  a picture          {drawing:>10.2?} {picture:>8} kB");
    println!("  the file           {writing:>10.2?} {file:>8} kB");
}

/// The same resolution after a word was typed in the middle of it.
fn with_a_word_more(count: usize) -> Resolution {
    let mut edited = resolution(count);
    let groups = &mut edited.sections[0].groups;
    let middle = groups.len() / 2;
    groups[middle].directives[0].text.push_str(" ежегодно");
    edited
}

fn beside_libreoffice(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let word = path("word.docx");
    let bytes = sheet_docx(&sheet(&resolution(count)), &Profile::default());
    fs::write(&word, bytes.unwrap()).unwrap();
    let task = format!("{CHILD}={count} {}", path("own.pdf"));
    let this = env::current_exe().unwrap().to_string_lossy().into_owned();
    let profile = format!("-env:UserInstallation=file://{}", path("profile"));
    let out = path("out");
    let arguments = [
        &profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        &out,
        &word,
    ];
    // The first start of LibreOffice makes its profile; the shortest of three runs leaves it out.
    let theirs = measured(Path::new("soffice"), &arguments, 3);
    let ours = measured(Path::new("env"), &[&task, &this], 3);
    println!("  one PDF file by a whole program");
    println!("    svod         {:>8.2} s {:>6.0} MB", ours.0, ours.1);
    println!(
        "    LibreOffice  {:>8.2} s {:>6.0} MB   {:.0} times as long as svod",
        theirs.0,
        theirs.1,
        theirs.0 / ours.0.max(0.01)
    );
}
