//! Keeping what a person types, beside its limit: the same bytes written and synced by SQLite alone.
//!
//! Prints times only: a busy machine fails no test. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use svod_api::view::Start;
use svod_api::{Access, Edit, Id, Library};
use svod_model::{Directive, Group, Kind, Section};

const RUNS: u32 = 60;

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn times(runs: u32, mut work: impl FnMut(u32)) -> f64 {
    let taken = (0..runs).map(|n| {
        let started = Instant::now();
        work(n);
        started.elapsed()
    });
    middle(taken.collect())
}

fn directive(n: usize, more: &str) -> Directive {
    Directive {
        id: Id::new(format!("d{n}")),
        text: format!(
            "довести до 1 октября 2027 года долю школ, участвующих в проекте № {n}, до 80 % в соответствии \
             с приказом Минпросвещения России от 31.05.2021 № 287{more}"
        ),
        ..Directive::default()
    }
}

/// A draft of so many directives in groups of ten.
fn draft(library: &Library, size: usize) -> (Id, u32) {
    let kind = Kind::Resolution;
    let draft = library.start_draft(&Start::Blank { kind }).unwrap();
    let groups = (0..size).step_by(10).map(|first| Group {
        id: Id::new(format!("g{first}")),
        heading: format!("Руководителям школ {first}-го куста"),
        directives: (first..size.min(first + 10))
            .map(|n| directive(n, ""))
            .collect(),
        ..Group::default()
    });
    let section = Section {
        id: Id::new("s"),
        groups: groups.collect(),
        ..Section::default()
    };
    let edit = Edit::InsertSection {
        index: 1,
        section: Box::new(section),
    };
    let id = draft.card.id;
    let kept = library
        .edit_draft(&id, draft.kept, vec![edit])
        .unwrap()
        .kept;
    (id, kept)
}

/// What the disk itself takes for so many bytes, appended and synced.
fn floor(folder: &Path, bytes: usize) -> f64 {
    let path = folder.join("floor");
    drop(File::create(&path).unwrap());
    let mut file = OpenOptions::new().append(true).open(path).unwrap();
    let bytes = vec![b'x'; bytes];
    times(RUNS, |_| {
        file.write_all(&bytes).unwrap();
        file.sync_data().unwrap();
    })
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let floor = floor(folder.path(), 8 * 1024);
    println!("8 KB appended and synced: {floor:.2} ms, the limit");
    for size in [30, 300, 1500] {
        let library =
            Library::open(&folder.path().join(format!("{size}.svod")), Access::Change).unwrap();
        let (id, mut kept) = draft(&library, size);
        let letter = times(RUNS, |n| {
            let more = ", и так далее".repeat(n as usize % 3 + 1);
            let edit = Edit::SetDirective {
                directive: Box::new(directive(size / 2, &more)),
            };
            kept = library.edit_draft(&id, kept, vec![edit]).unwrap().kept;
        });
        let check = times(10, |_| {
            library.check_draft(&id).unwrap();
        });
        let opened = times(10, |_| {
            library.close_draft(&id).unwrap();
            library.open_draft(&id).unwrap();
        });
        println!(
            "{size:>5} directives: an edit kept in {letter:.2} ms ({:.1} of the limit), checked in {check:.1} ms, \
             closed and opened in {opened:.1} ms",
            letter / floor
        );
    }
}
