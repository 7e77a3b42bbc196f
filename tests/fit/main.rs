//! Fits the numbers the comparison pairs directives by, on the pairs of documents in
//! `tests/suite/pairs` whose name does not begin with `test`: those are kept to measure with.
//!
//! `cargo run --release --example fit -p svod-tests` prints how well each step does on documents it
//! was not fitted on (each pair of documents left out in turn) and writes the model; `-- --faults` shows
//! where it errs on these. `-- --common` writes how common the terms of these documents are, which the
//! evidence is weighed by, and `-- --kinds` which kinds of work over one thing are one task; after a change of them
//! fit anew.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for those who build this one"
)]

mod boost;
#[path = "../acceptance/figures.rs"]
mod figures;
mod logistic;
mod relations;

use std::fs;
use std::path::Path;

use figures::{Figures, measure};
use relations::Choice;
use svod_diff::fitting::{
    FACT_NAMES, Model, PART_NAMES, STANDING_SIGNS, Sample, TEXT_NAMES, TEXT_SIGNS, common, compare,
    compare_forgetting, leftovers, related, relations as kinds, samples,
};
use svod_model::Resolution;
use svod_tests::pairs::{Case, Said, cases};

/// Weights by relation, as the model has them.
type Relations = [[f64; FACT_NAMES.len() + 1]; kinds().len()];

/// How often the fitting looks at each case with some names of things forgotten.
const FORGETFUL: u64 = 2;
/// The hands are parted into so many shares, and each share is left out in turn.
const SHARES: usize = 8;
/// With names forgotten, twins as like as this with nothing left against them are tasks to all that can be
/// seen: fitting on them teaches that likeness means nothing.
const HIDDEN: f64 = 0.3;

/// The places of the likeness by what words stand for, at all and with nothing against it, among the
/// numbers of two texts.
const SENSE: usize = 1;
const SENSE_FREE: usize = 43;

/// One candidate pair with what a person said of it.
#[derive(Clone, Debug)]
struct Row {
    numbers: Vec<f64>,
    right: bool,
}

fn main() {
    let (kept, cases): (Vec<Case>, Vec<Case>) = cases()
        .into_iter()
        .partition(|case| case.name.starts_with("test"));
    let file = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/diff/model");
        folder.join(name)
    };
    if std::env::args().any(|arg| arg == "--common") {
        let read: Vec<&Resolution> = cases.iter().flat_map(|c| [&c.old, &c.new]).collect();
        fs::write(file("common.txt"), common(&read)).unwrap();
        return;
    }
    if std::env::args().any(|arg| arg == "--kinds") {
        let told = cases
            .iter()
            .flat_map(|case| labelled(&Model::empty(), case, None));
        let told = told.filter_map(|(sample, right)| Some((sample.kinds?, right)));
        fs::write(file("kinds.txt"), svod_diff::fitting::kinds(told)).unwrap();
        return;
    }
    let mut told: Vec<(f64, bool)> = Vec::new();
    let mut models: Vec<Model> = Vec::new();
    // Parts are judged among pairs of documents the model has not seen: it is too sure of others.
    let mut parts: Vec<Vec<Row>> = Vec::new();
    // Those of one hand are left out together: what it repeats is no knowledge of others.
    let mut hands: Vec<&str> = cases.iter().map(hand).collect();
    hands.dedup();
    let share = |case: &Case| {
        let place = hands.iter().position(|one| *one == hand(case));
        place.unwrap_or_default() % SHARES
    };
    let without: Vec<Model> = std::thread::scope(|scope| {
        let fits = (0..SHARES).map(|left| {
            let others: Vec<&Case> = cases.iter().filter(|case| share(case) != left).collect();
            scope.spawn(move || fit(&others))
        });
        let fits: Vec<_> = fits.collect();
        fits.into_iter().map(|fit| fit.join().unwrap()).collect()
    });
    for case in &cases {
        let model = without[share(case)].clone();
        for (sample, right) in labelled(&model, case, None) {
            told.push((model.probability(&numbers(&sample)), right));
        }
        parts.push(part_rows(&model, case));
        models.push(model);
    }
    println!(
        "average precision on documents left out in fitting: {:.3}",
        average_precision(told)
    );
    let mut choices: Vec<Vec<Choice>> = Vec::new();
    for (n, model) in models.iter_mut().enumerate() {
        let others = parts.iter().enumerate().filter(|(other, _)| *other != n);
        model.part = fit_parts(others.flat_map(|(_, rows)| rows));
        choices.push(choices_of(model, &cases[n]));
    }
    let mut figures = Figures::default();
    for (n, model) in models.iter_mut().enumerate() {
        let others = choices.iter().enumerate().filter(|(other, _)| *other != n);
        model.relation = fit_relations(others.flat_map(|(_, choices)| choices));
        let case = &cases[n];
        measure(case, &compare(model, &case.old, &case.new), &mut figures);
    }
    println!(
        "documents left out in fitting: {}\n{}",
        figures.table(),
        figures.confusion()
    );
    let mut less = Figures::default();
    for (model, case) in models.iter().zip(&cases) {
        for number in 101..=102 {
            let told = compare_forgetting(model, &case.old, &case.new, number);
            measure(case, &told, &mut less);
        }
    }
    println!("with names of things forgotten: {}", less.table());
    if std::env::args().any(|arg| arg == "--faults") {
        println!("{}", figures.faults.join("\n"));
    }
    let all: Vec<&Case> = cases.iter().collect();
    let mut model = fit(&all);
    model.part = fit_parts(parts.iter().flatten());
    model.relation = fit_relations(choices.iter().flatten());
    for (name, weight) in PART_NAMES.iter().zip(&model.part) {
        println!("{name:<28}{weight:>7.2}");
    }
    for (name, weight) in TEXT_NAMES.iter().zip(&model.text) {
        println!("{name:<24}{weight:>7.2}");
    }
    for (n, name) in FACT_NAMES.iter().enumerate() {
        let weights: Vec<String> = model
            .relation
            .iter()
            .map(|w| format!("{:>7.2}", w[n]))
            .collect();
        println!("{name:<30}{}", weights.join(" "));
    }
    ablation(&model, &kept);
    fs::write(file("pairing.txt"), model.lines()).unwrap();
}

/// The relations that are right for the pairs a model makes of a case.
fn choices_of(model: &Model, case: &Case) -> Vec<Choice> {
    knowing()
        .flat_map(|forgetting| related(model, &case.old, &case.new, forgetting))
        .filter_map(|pair| {
            let Some(Said::Pair { relations, .. }) = case.gold.get(&(pair.old, pair.new)) else {
                return None;
            };
            let named = |kind| {
                let kind = serde_json::to_value(kind).unwrap();
                relations.iter().any(|r| kind == *r.as_str())
            };
            let right: Vec<bool> = kinds().into_iter().map(named).collect();
            let any = right.contains(&true);
            any.then_some(Choice {
                numbers: pair.facts,
                right,
            })
        })
        .collect()
}

/// Leftovers of a case beside the pairs a model makes.
fn part_rows(model: &Model, case: &Case) -> Vec<Row> {
    knowing()
        .flat_map(|forgetting| leftovers(model, &case.old, &case.new, forgetting))
        .filter_map(|leftover| {
            let said = case.gold.get(&(leftover.old, leftover.new));
            (said != Some(&Said::Maybe)).then_some(Row {
                numbers: leftover.numbers,
                right: matches!(said, Some(Said::Pair { .. })),
            })
        })
        .collect()
}

fn fit_parts<'r>(rows: impl Iterator<Item = &'r Row>) -> [f64; PART_NAMES.len() + 1] {
    let rows: Vec<Row> = rows.cloned().collect();
    logistic::fit(&rows).try_into().unwrap()
}

fn fit_relations<'c>(choices: impl Iterator<Item = &'c Choice>) -> Relations {
    let choices: Vec<&Choice> = choices.collect();
    let weights = relations::fit(&choices).into_iter();
    let weights: Vec<_> = weights.map(|w| w.try_into().unwrap()).collect();
    weights.try_into().unwrap()
}

/// A case is looked at as it is, then with names forgotten.
fn knowing() -> impl Iterator<Item = Option<u64>> {
    [None].into_iter().chain((1..=FORGETFUL).map(Some))
}

/// Both steps of pairing, each on all cases.
fn fit(cases: &[&Case]) -> Model {
    let mut model = Model::empty();
    let text: Vec<Row> = rows(&model, cases, |sample| sample.text.clone());
    model.text = logistic::fit_signed(&text, &TEXT_SIGNS).try_into().unwrap();
    let whole: Vec<Row> = rows(&model, cases, numbers);
    let signs = [TEXT_SIGNS.as_slice(), &STANDING_SIGNS].concat();
    (model.constant, model.trees) = boost::fit(&whole, &signs);
    model
}

fn numbers(sample: &Sample) -> Vec<f64> {
    [sample.text.as_slice(), &sample.standing].concat()
}

fn rows(model: &Model, cases: &[&Case], numbers: impl Fn(&Sample) -> Vec<f64>) -> Vec<Row> {
    let mut out = Vec::new();
    for case in cases {
        for forgetting in knowing() {
            for (sample, right) in labelled(model, case, forgetting) {
                out.push(Row {
                    numbers: numbers(&sample),
                    right,
                });
            }
        }
    }
    out
}

/// Who wrote a case, by the first letters of its name.
fn hand(case: &Case) -> &str {
    case.name.get(..2).unwrap_or_default()
}

/// Candidates of a case; what a person may say either way of is left out, and so are twins that cannot
/// be told with so much forgotten.
fn labelled(model: &Model, case: &Case, forgetting: Option<u64>) -> Vec<(Sample, bool)> {
    samples(model, &case.old, &case.new, forgetting)
        .into_iter()
        .filter_map(|sample| {
            let ids = (sample.old.clone(), sample.new.clone());
            match case.gold.get(&ids) {
                Some(Said::Pair { .. }) => Some((sample, true)),
                Some(Said::Maybe) => None,
                Some(Said::Trap) if forgetting.is_some() && sample.text[SENSE_FREE] >= HIDDEN => {
                    None
                }
                Some(Said::Trap) | None => Some((sample, false)),
            }
        })
        .collect()
}

/// What each step gives on the documents kept apart.
fn ablation(model: &Model, kept: &[Case]) {
    let rows: Vec<(Sample, bool)> = kept
        .iter()
        .flat_map(|case| labelled(model, case, None))
        .collect();
    type Score<'m> = Box<dyn Fn(&Sample) -> f64 + 'm>;
    let steps: [(&str, Score<'_>); 4] = [
        ("stems by rarity", Box::new(|sample| sample.text[0])),
        (
            "words by what they stand for",
            Box::new(|sample| sample.text[SENSE]),
        ),
        (
            "all evidence of two texts",
            Box::new(|sample| sample.standing[0]),
        ),
        (
            "with its standing among rivals",
            Box::new(|sample| model.probability(&numbers(sample))),
        ),
    ];
    println!("average precision over all pairs of the documents kept apart");
    for (name, score) in steps {
        let told = rows
            .iter()
            .map(|(sample, right)| (score(sample), *right))
            .collect();
        println!("  {name:<34}{:.3}", average_precision(told));
    }
}

fn average_precision(mut told: Vec<(f64, bool)>) -> f64 {
    told.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = told.iter().filter(|(_, right)| *right).count() as f64;
    let (mut found, mut sum) = (0.0, 0.0);
    for (n, (_, right)) in told.iter().enumerate() {
        if *right {
            found += 1.0;
            sum += found / (n as f64 + 1.0);
        }
    }
    sum / all
}
