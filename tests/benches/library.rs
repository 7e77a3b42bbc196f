//! A library that grows to a country: 1,000, 5,000 and 25,000 documents, 1,500,000 directives in all. Beside each number
//! stands its ratio to that of the smallest library, and for one more document to that of an empty one.
//!
//! Prints times only: a busy machine fails no test. Run with `npm run bench`; `SVOD_COUNTRY=1000,5000` stops earlier.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::time::{Duration, Instant};

use svod_api::{Access, Library};
use svod_tests::country::{Country, Made};
use svod_tests::peers::memory;

/// What is searched for, and what it stands for.
const QUERIES: &[(&str, &str)] = &[
    ("музеев", "a word in another form"),
    ("организовать", "the most common word"),
    ("организовать школах", "two common words"),
    ("провести семинар классных руководителей", "four words"),
    ("орг", "the first letters of a common word"),
    ("Верхнекаменский", "a district"),
    ("273-ФЗ", "an act"),
    (
        "руководителям питание выпускных",
        "an addressee and what it is given",
    ),
    ("синхрофазотрон", "a word nobody wrote"),
    ("стипендию беспилотными", "words that never meet"),
];

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let started = Instant::now();
    let value = work();
    (milliseconds(started.elapsed()), value)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The middle and the longest of some times.
fn times(runs: usize, mut work: impl FnMut()) -> (f64, f64) {
    let mut taken: Vec<f64> = (0..runs).map(|_| timed(&mut work).0).collect();
    taken.sort_by(f64::total_cmp);
    (taken[runs / 2], taken[runs - 1])
}

fn size(library: &Library) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    let bytes = std::fs::metadata(library.path()).unwrap().len() as f64;
    bytes / 1024.0 / 1024.0
}

/// The time one more document takes, its own transaction and all.
fn one_more(library: &Library, more: &mut impl Iterator<Item = Made>) -> f64 {
    let mut added = || {
        let one = more.next().unwrap().resolution;
        drop(library.add_resolutions(std::iter::once(one)).unwrap());
    };
    times(15, &mut added).0
}

fn main() {
    let steps = std::env::var("SVOD_COUNTRY").unwrap_or_else(|_| "1000,5000,25000".to_owned());
    let steps: Vec<usize> = steps.split(',').map(|step| step.parse().unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    // Another country has what is added one at a time.
    let mut more = Country::new(8).documents();
    let empty = one_more(&library, &mut more);
    println!("one more document in an empty library: {empty:.1} ms");

    let mut country = Country::new(7).documents();
    let (mut documents, mut directives) = (0, 0);
    let mut first: Vec<f64> = Vec::new();
    for step in steps {
        let mut generating = Duration::ZERO;
        let before = documents;
        let (took, ()) = timed(|| {
            let wanted = step - documents;
            let made = (0..wanted).map_while(|_| {
                let started = Instant::now();
                let made = country.next();
                generating += started.elapsed();
                let made = made?;
                directives += made.tasks.len();
                documents += 1;
                Some(made.resolution)
            });
            drop(library.add_resolutions(made).unwrap());
        });
        let took = (took - milliseconds(generating)) / 1000.0;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let rate = (documents - before) as f64 / took;
        println!("\n{documents} documents, {directives} directives");
        println!("  kept at {rate:.0} documents a second ({took:.0} s)");
        println!(
            "  {:.0} MB on the disk, {:.0} MB in memory",
            size(&library),
            memory()
        );
        let mut line = |what: &str, value: f64, nth: usize| {
            if first.len() <= nth {
                first.push(value);
            }
            println!(
                "  {what}: {value:.1} ms, ×{:.1} of the smallest",
                value / first[nth]
            );
        };
        let view = timed(|| library.view().unwrap());
        line("all cards for the window", view.0, 0);
        let alike = timed(|| library.twins().unwrap());
        line(
            &format!("all near copies ({} found)", alike.1.len()),
            alike.0,
            1,
        );
        for (nth, (query, what)) in QUERIES.iter().enumerate() {
            let hits = library.search(query).unwrap().len();
            let (middle, longest) = times(21, || drop(library.search(query).unwrap()));
            line(
                &format!("search «{query}», {what}: {hits} hits, longest {longest:.1} ms, middle"),
                middle,
                nth + 2,
            );
        }
        let one = one_more(&library, &mut more);
        println!(
            "  one more document: {one:.1} ms, ×{:.2} of an empty library",
            one / empty
        );
        let copy = folder.path().join(format!("{step}.svod"));
        let (backup, ()) = timed(|| library.backup(&copy).unwrap());
        std::fs::remove_file(&copy).unwrap();
        let (verify, problems) = timed(|| library.verify().unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        println!(
            "  a copy: {:.1} s; checking everything: {:.1} s",
            backup / 1000.0,
            verify / 1000.0
        );
    }
}
