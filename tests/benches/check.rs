//! A check of a long draft: with and without spelling, against what an editor can wait for.
//!
//! 300 directives; 30 ms without spelling and 120 ms with it is what advice while typing allows.
//! Prints times only: a busy machine fails no test. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use svod_checks::{Context, Speller, check};
use svod_model::Resolution;
use svod_readers::{Options, read};

const DIRECTIVES: usize = 300;

fn draft() -> Resolution {
    let mut text = String::from(
        "РЕЗОЛЮЦИЯ\nфорума педагогов Озёрского района «Школа у реки»\nг. Озёрск, 26 августа 2026 г.\n\n\
         Участники форума рекомендуют:\n",
    );
    let tasks = [
        "довести до 1 октября 2026 года долю школ, участвующих в проекте «Смена», до {} % в соответствии с \
         приказом Минпросвещения России от 14.05.2026 № {}",
        "провести не менее {} выездных семинаров для учителей-предметников, работающих с одарёнными детьми, \
         в 2026/2027 учебном году",
        "обеспечить методическое сопровождение молодых специалистов, усилить работу наставников школы № {}",
        "разместить на сайте материалы конкурса «Учитель - {}», организованного совместно с МБУ \"Радуга\"",
    ];
    for item in 0..DIRECTIVES {
        if item % 10 == 0 {
            let group = item / 10 + 1;
            text.push_str(&format!(
                "\n{group}. Управлению образования администрации {group}-го района:\n"
            ));
        }
        let task = tasks[item % tasks.len()].replace("{}", &(item % 97 + 1).to_string());
        text.push_str(&format!("- {task};\n"));
    }
    read(text.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution
}

fn shortest(mut work: impl FnMut()) -> Duration {
    let runs = (0..20).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    runs.min().unwrap()
}

fn main() {
    let spelling = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/spelling");
    let file = |name: &str| fs::read_to_string(spelling.join(name)).unwrap();
    let (aff, dic, extra) = (file("ru.aff"), file("ru.dic"), file("education.txt"));
    let started = Instant::now();
    let speller = Speller::load(&aff, &dic, &extra).unwrap();
    println!("loading the dictionaries: {:?}", started.elapsed());

    let draft = draft();
    let plain = Context::default();
    let spelled = Context {
        speller: Some(&speller),
        ..Context::default()
    };
    println!(
        "{} directives, {} findings",
        draft.directives().count(),
        check(&draft, &spelled).len()
    );
    let without = shortest(|| drop(black_box(check(&draft, &plain))));
    let with = shortest(|| drop(black_box(check(&draft, &spelled))));
    // Each rule alone, the dearest first: where the time goes.
    let mut alone: Vec<(Duration, String)> = svod_checks::rules()
        .map(|rule| {
            let off = svod_checks::rules()
                .filter(|other| *other != rule)
                .collect();
            let only = Context {
                off: &off,
                ..spelled
            };
            (
                shortest(|| drop(black_box(check(&draft, &only)))),
                format!("{rule:?}"),
            )
        })
        .collect();
    alone.sort();
    for (time, rule) in alone.iter().rev().take(8) {
        println!("{rule} alone, with laying out the texts: {time:?}");
    }
    println!("without spelling {without:?} (wanted 30 ms), with it {with:?} (wanted 120 ms)");
}
