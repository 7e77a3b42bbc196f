//! The control of execution in a library of a country: 25,000 documents, 300 of them followed. What a person waits for
//! is each step alone; beside it stands its ratio to the same step in a library of the 300 documents only.
//!
//! Prints times only: a busy machine fails no test. Run with `npm run bench`; `SVOD_COUNTRY=5000` makes it smaller.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::path::Path;
use std::time::Instant;

use svod_api::view::{ControlStatus, DirectiveMark, Status};
use svod_api::{Access, ControlMark, Id, Library, NaiveDate};
use svod_tests::country::Country;

const FOLLOWED: usize = 300;

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let started = Instant::now();
    let value = work();
    (started.elapsed().as_secs_f64() * 1000.0, value)
}

/// The middle of some times.
fn middle(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut taken: Vec<f64> = (0..runs).map(|_| timed(&mut work).0).collect();
    taken.sort_by(f64::total_cmp);
    taken[runs / 2]
}

/// What each step takes in a library of so many documents.
fn steps(folder: &Path, count: usize) -> Vec<(&'static str, f64)> {
    let path = folder.join(format!("{count}.svod"));
    let library = Library::open(&path, Access::Change).unwrap();
    let made = Country::new(7).documents().take(count);
    drop(
        library
            .add_resolutions(made.map(|made| made.resolution))
            .unwrap(),
    );
    let ids: Vec<Id> = library
        .view()
        .unwrap()
        .documents
        .into_iter()
        .map(|card| card.id)
        .collect();
    let step = (ids.len() / FOLLOWED).max(1);
    let today: NaiveDate = "2026-11-20".parse().unwrap();
    for id in ids.iter().step_by(step).take(FOLLOWED) {
        library.adopt(id, "2026-08-25".parse().unwrap()).unwrap();
    }
    drop(library);
    let library = Library::open(&path, Access::Change).unwrap();
    let (first, view) = timed(|| library.control(None, today).unwrap());
    let shown = view.items.len();
    let (id, directive) = (
        view.items[0].document.clone(),
        view.items[0].directive.clone(),
    );
    let bytes = serde_json::to_vec(&view).unwrap().len() / 1024;
    println!(
        "  {} directives under control, {shown} shown, {bytes} KB",
        view.counts.all
    );
    let mark = |status| DirectiveMark {
        directive: directive.clone(),
        mark: ControlMark {
            status,
            on: today,
            ..ControlMark::default()
        },
    };
    vec![
        ("the first look at everything", first),
        (
            "another look",
            middle(9, || drop(library.control(None, today).unwrap())),
        ),
        (
            "one document's directives",
            middle(9, || drop(library.control(Some(&id), today).unwrap())),
        ),
        (
            "a mark and what changed",
            middle(9, || {
                drop(
                    library
                        .mark(&id, vec![mark(ControlStatus::Partly)], today)
                        .unwrap(),
                );
            }),
        ),
        (
            "documents to put under control, by two words",
            middle(9, || {
                drop(library.control_candidates("район 2024").unwrap());
            }),
        ),
        (
            "what is due",
            middle(9, || drop(library.due(today, 7).unwrap())),
        ),
        (
            "a document's status",
            middle(9, || {
                drop(
                    library
                        .set_status(std::slice::from_ref(&id), Status::Adopted)
                        .unwrap(),
                );
            }),
        ),
    ]
}

fn main() {
    let count = std::env::var("SVOD_COUNTRY").unwrap_or_else(|_| "25000".to_owned());
    let count: usize = count.split(',').next_back().unwrap().parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    println!("{FOLLOWED} documents, all of them under control");
    let small = steps(folder.path(), FOLLOWED);
    println!("{count} documents, {FOLLOWED} of them under control");
    let large = steps(folder.path(), count);
    for ((what, small), (_, large)) in small.into_iter().zip(large) {
        println!(
            "  {what}: {large:.1} ms, ×{:.1} of {small:.1} ms",
            large / small
        );
    }
}
