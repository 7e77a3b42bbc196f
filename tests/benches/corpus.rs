//! Districts of a library that grows to a country: how fast families are found, what one more document takes, and what
//! a person waits for in the districts' place. Beside each number stands its ratio to that of the smallest library.
//! The named peer of the families is comparing everything with everything, reckoned from the time of one pair.
//!
//! Prints times only: a busy machine fails no test. Run with `npm run bench`; `SVOD_COUNTRY=1000,5000` stops earlier.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]
#![expect(clippy::cast_precision_loss, reason = "counts of a few million")]

use std::collections::BTreeMap;
use std::time::Instant;

use svod_api::view::{ColumnsBy, Counting};
use svod_api::{Access, Cancel, Filter, Library};
use svod_corpus::{Kin, MemoryIndex, place};
use svod_language::themes::ThemeList;
use svod_tests::country::{Country, Made};
use svod_tests::peers::memory;

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

fn find(library: &Library) -> u32 {
    library
        .find_families("bench", &Cancel::default(), |_| {})
        .unwrap()
}

/// What one more document takes: kept, its families found, both transactions and all.
fn one_more(library: &Library, more: &mut impl Iterator<Item = Made>) -> f64 {
    let mut taken: Vec<f64> = (0..9)
        .map(|_| {
            let one = more.next().unwrap().resolution;
            timed(|| {
                drop(library.add_resolutions(std::iter::once(one)).unwrap());
                find(library)
            })
            .0
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    taken[4]
}

/// How well families tell tasks, against what the makers of the country know: of directives of one task in one
/// district in neighbouring years, how many are in one family; and how many tasks of different kernels share one.
fn judge() {
    let (mut index, mut kin) = (MemoryIndex::default(), Kin::default());
    let (mut kept, mut all) = (0usize, 0usize);
    let mut families: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
    for district in 0..60 {
        let mut before: BTreeMap<u64, u32> = BTreeMap::new();
        for made in Country::new(7).district(district) {
            let Ok(marks) = place(&made.resolution, ThemeList::shipped(), &mut index, &mut kin);
            let mut now = BTreeMap::new();
            for (task, mark) in made.tasks.iter().zip(&marks) {
                if let Some(family) = before.get(&task.0) {
                    all += 1;
                    kept += usize::from(*family == mark.family);
                }
                now.insert(task.0, mark.family);
                let tasks = families.entry(mark.family).or_default();
                *tasks.entry(task.asks_for()).or_default() += 1;
            }
            before = now;
        }
    }
    println!(
        "of {all} tasks that go on the year after, {:.1} % stay in their family; {} families",
        kept as f64 * 100.0 / all as f64,
        families.len()
    );
    // A family is of what most of its directives ask for; the others were put there wrongly.
    let (right, placed) = families.values().fold((0, 0), |(right, placed), tasks| {
        (
            right + tasks.values().max().copied().unwrap_or_default(),
            placed + tasks.values().sum::<usize>(),
        )
    });
    println!(
        "of {placed} directives {:.1} % stand in a family that asks for the same",
        right as f64 * 100.0 / placed as f64
    );
}

fn main() {
    judge();
    let steps = std::env::var("SVOD_COUNTRY").unwrap_or_else(|_| "1000,5000,25000".to_owned());
    let steps: Vec<usize> = steps.split(',').map(|step| step.parse().unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let mut more = Country::new(8).documents();
    let empty = one_more(&library, &mut more);
    println!("one more document with its families in an empty library: {empty:.1} ms");
    let mut country = Country::new(7).documents();
    let (mut documents, mut directives) = (0usize, 0usize);
    let mut first: Vec<f64> = Vec::new();
    for step in steps {
        let made = (documents..step).map_while(|_| country.next()).map(|made| {
            directives += made.tasks.len();
            made.resolution
        });
        drop(library.add_resolutions(made).unwrap());
        let (took, found) = timed(|| find(&library));
        documents = step;
        println!("\n{documents} documents, {directives} directives");
        let pairs = (directives as f64).powi(2) / 2.0;
        println!(
            "  families found of {:.0} documents a second ({:.0} s); comparing all with all at 2 µs a pair takes {:.0} s, ×{:.0}",
            f64::from(found) * 1000.0 / took,
            took / 1000.0,
            pairs * 2e-6,
            pairs * 2e-6 / (took / 1000.0),
        );
        let size = std::fs::metadata(library.path()).unwrap().len() as f64;
        println!(
            "  {:.0} MB on the disk, {:.0} MB in memory",
            size / 1024.0 / 1024.0,
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
        let all = Counting::default();
        let themes = library.districts(&all).unwrap();
        let region = themes.regions[0].name.clone();
        let one = Counting {
            filter: Filter {
                region: Some(region.clone()),
                year: Some(2026),
                class: None,
            },
            ..Counting::default()
        };
        let families = Counting {
            columns: ColumnsBy::Families,
            ..one.clone()
        };
        let everything = Counting {
            columns: ColumnsBy::Families,
            ..all.clone()
        };
        line(
            "themes, all",
            middle(7, || drop(library.districts(&all).unwrap())),
            0,
        );
        line(
            "tasks, all",
            middle(7, || drop(library.districts(&everything).unwrap())),
            1,
        );
        line(
            "themes, a region and a year",
            middle(7, || drop(library.districts(&one).unwrap())),
            2,
        );
        line(
            "tasks, a region and a year",
            middle(7, || drop(library.districts(&families).unwrap())),
            3,
        );
        let row = library.districts(&one).unwrap().matrix.rows[0].key.clone();
        line(
            "a cell",
            middle(7, || drop(library.cell(&one, &row, "staff").unwrap())),
            4,
        );
        let district = library.lines(None).unwrap().district;
        line(
            "lineage of a district's tasks",
            middle(7, || drop(library.lines(Some(&district)).unwrap())),
            5,
        );
        let shared = library.shared_texts(&one.filter).unwrap();
        line(
            &format!("what {} documents share", shared.documents.len()),
            middle(5, || drop(library.shared_texts(&one.filter).unwrap())),
            6,
        );
        let of_region = Filter {
            region: Some(region),
            ..Filter::default()
        };
        line(
            "series of a region",
            middle(5, || drop(library.series(&of_region).unwrap())),
            7,
        );
        line(
            "acts of a region",
            middle(5, || drop(library.cited_acts(&of_region).unwrap())),
            8,
        );
        let mut list = library.themes().unwrap().themes;
        let (first_look, _) = timed(|| library.try_themes(&list, Some(3)).unwrap());
        println!("  texts for trying words of themes read: {first_look:.0} ms, once");
        line(
            "words of themes tried",
            middle(5, || drop(library.try_themes(&list, Some(3)).unwrap())),
            9,
        );
        list[3].words += &format!(", слово{documents}");
        library.keep_themes(Some(&list)).unwrap();
        let (took, again) = timed(|| find(&library));
        println!(
            "  another list of themes: {again} documents looked at anew, {:.0} a second ({:.1} s)",
            f64::from(again) * 1000.0 / took,
            took / 1000.0
        );
        let one = one_more(&library, &mut more);
        println!(
            "  one more document with its families: {one:.1} ms, ×{:.2} of an empty library",
            one / empty
        );
    }
}
