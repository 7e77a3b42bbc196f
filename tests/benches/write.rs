//! Writing beside its peers, in one run.
//!
//! Every format from 150 and from 1,500 directives; the Word document also beside python-docx and
//! pandoc, which write the same headings and paragraphs with less: no anchors, no numbering of ours.
//! Peers are whole programs, and so is ours there: this program starts itself to write one file.
//! Prints times, ratios and peak memory. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use svod_model::Resolution;
use svod_tests::long::resolution;
use svod_tests::peers::{measured, shortest};
use svod_writers::Profile;

/// Starts this program as a writer of one Word file of so many directives.
const CHILD: &str = "SVOD_WRITE";

/// Writes the text of a Markdown file by python-docx: headings, numbered and other paragraphs.
const PYTHON_DOCX: &str = "import sys, docx
document = docx.Document()
for line in open(sys.argv[1], encoding='utf8').read().split('\\n\\n'):
    line = line.strip().replace('\\\\', '')
    if line.startswith('#'):
        level = len(line) - len(line.lstrip('#'))
        document.add_heading(line.lstrip('# '), level)
    elif line[:1].isdigit():
        document.add_paragraph(line.split(' ', 1)[-1], style='List Number')
    else:
        document.add_paragraph(line)
document.save(sys.argv[2])";

fn main() {
    if let Ok(task) = env::var(CHILD) {
        let (count, path) = task.split_once(' ').unwrap();
        let bytes = svod_writers::docx(&resolution(count.parse().unwrap()), &Profile::default());
        fs::write(path, bytes.unwrap()).unwrap();
        return;
    }
    for count in [150, 1_500] {
        formats(count);
        peers(count);
    }
}

fn formats(count: usize) {
    let resolution = resolution(count);
    let profile = Profile::default();
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let stamp = day.and_hms_opt(9, 0, 0).unwrap();
    println!("{count} directives");
    let runs = if count > 1_000 { 5 } else { 20 };
    type Writer<'a> = &'a dyn Fn(&Resolution) -> Vec<u8>;
    let writers: [(&str, Writer<'_>); 8] = [
        ("docx", &|r| svod_writers::docx(r, &profile).unwrap()),
        ("odt", &|r| svod_writers::odt(r, &profile).unwrap()),
        ("html", &|r| svod_writers::html(r).into_bytes()),
        ("markdown", &|r| svod_writers::markdown(r).into_bytes()),
        ("text", &|r| svod_writers::text(r).into_bytes()),
        ("xlsx", &|r| svod_writers::workbook(r, r, day).unwrap()),
        ("ics", &|r| svod_writers::ics(r, stamp)),
        ("akoma ntoso", &|r| svod_writers::akn(r, day).unwrap()),
    ];
    for (name, write) in writers {
        let mut size = 0;
        let taken = shortest(runs, || size = black_box(write(&resolution)).len());
        println!("  {name:<14} {taken:>10.2?} {:>8} kB", size / 1024);
    }
}

fn peers(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (text, script) = (path("a.md"), path("write.py"));
    fs::write(&text, svod_writers::markdown(&resolution(count))).unwrap();
    fs::write(&script, PYTHON_DOCX).unwrap();
    let own = path("own.docx");
    let task = format!("{CHILD}={count} {own}");
    let this = env::current_exe().unwrap().to_string_lossy().into_owned();
    let python = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/python/bin/python");
    assert!(
        python.exists(),
        "no Python packages: node tests/run/setup.mjs"
    );
    let ours = measured(Path::new("env"), &[&task, &this], 3);
    println!("  one Word file by a whole program");
    println!("    svod         {:>8.2} s {:>6.0} MB", ours.0, ours.1);
    for (peer, (seconds, memory)) in [
        (
            "python-docx",
            measured(&python, &[&script, &text, &path("python.docx")], 3),
        ),
        (
            "pandoc",
            measured(Path::new("pandoc"), &[&text, "-o", &path("pandoc.docx")], 3),
        ),
    ] {
        println!(
            "    {peer:<12} {seconds:>8.2} s {memory:>6.0} MB   {:.0} times as long as svod",
            seconds / ours.0.max(0.01)
        );
    }
}
