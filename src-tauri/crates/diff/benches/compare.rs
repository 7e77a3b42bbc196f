//! Comparing two resolutions of a usual size, beside a line diff of the same texts by `similar`.
//!
//! The line diff is what a person without this program would use. It answers a smaller question, so
//! the ratio says what the larger answer costs. Run with `cargo bench -p svod-diff`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion};
use svod_model::{Directive, Group, Id, Resolution, Section};

const ACTIONS: &[&str] = &[
    "утвердить",
    "провести",
    "организовать",
    "разместить",
    "подготовить",
];
const OBJECTS: &[&str] = &[
    "план ремонта школьных библиотек",
    "смотр школьных музеев и комнат боевой славы",
    "подвоз детей из малых сёл в базовые школы",
    "сборник памяток для родителей первоклассников",
    "семинар для наставников молодых учителей",
    "мониторинг питания обучающихся начальных классов",
    "слёт юных краеведов и туристов",
];
const PLACES: &[&str] = &[
    "в каждой школе",
    "на сайте управления",
    "на базе ресурсного центра",
];

/// A resolution of `size` directives; each `edited`-th one differs from the year before.
fn resolution(size: usize, year: u32, edited: usize) -> Resolution {
    let directive = |n: usize| {
        let place = if n.is_multiple_of(edited) {
            year as usize
        } else {
            0
        };
        let text = format!(
            "{} {} {} по направлению {} до 1 октября {year} года",
            ACTIONS[n % ACTIONS.len()],
            OBJECTS[(n / ACTIONS.len() + n) % OBJECTS.len()],
            PLACES[(n + place) % PLACES.len()],
            n / 4,
        );
        Directive {
            id: Id::new(format!("{n}")),
            text,
            ..Directive::default()
        }
    };
    let directives: Vec<Directive> = (0..size).map(directive).collect();
    let groups = directives
        .chunks(10)
        .map(|chunk| Group {
            heading: "Руководителям школ".into(),
            addressees: vec!["Руководителям школ".into()],
            directives: chunk.to_vec(),
            ..Group::default()
        })
        .collect();
    Resolution {
        sections: vec![Section {
            groups,
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

fn text(resolution: &Resolution) -> String {
    let lines = resolution
        .directives()
        .map(|(_, _, directive)| directive.text.clone());
    lines.collect::<Vec<_>>().join("\n")
}

/// The time of one call, as the best of ten.
fn best(mut work: impl FnMut()) -> Duration {
    let runs = (0..10).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("compare");
    for size in [30, 60, 150, 1500] {
        let (old, new) = (resolution(size, 2025, 4), resolution(size, 2026, 4));
        let (before, after) = (text(&old), text(&new));
        group.bench_with_input(BenchmarkId::new("svod", size), &size, |bench, _| {
            bench.iter(|| svod_diff::compare(black_box(&old), black_box(&new)));
        });
        group.bench_with_input(
            BenchmarkId::new("similar lines", size),
            &size,
            |bench, _| {
                bench.iter(|| similar::TextDiff::from_lines(&before, &after).ratio());
            },
        );
        let ours = best(|| drop(black_box(svod_diff::compare(&old, &new))));
        let lines = best(|| {
            black_box(similar::TextDiff::from_lines(&before, &after).ratio());
        });
        // A benchmark speaks to the person who runs it.
        #[allow(clippy::print_stdout, reason = "the result of the program")]
        {
            println!(
                "{size} directives: svod {ours:?}, similar lines {lines:?}, ratio {:.0}",
                ours.as_secs_f64() / lines.as_secs_f64().max(f64::EPSILON)
            );
        }
    }
    group.finish();
    criterion.final_summary();
}
