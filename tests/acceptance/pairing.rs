//! How well directives are paired: pairs of documents with relations given by hand, from reading the
//! files to the finished comparison. Cases named `test-…` were not used in fitting or in choosing
//! anything; the figures of the readme are theirs, and their single faults are never printed.

use svod_diff::compare;
use svod_tests::pairs::cases;

use crate::figures::{Figures, measure};

fn figures(which: impl Fn(&str) -> bool) -> Figures {
    let mut figures = Figures::default();
    let mut count = 0;
    for case in cases().iter().filter(|case| which(&case.name)) {
        measure(case, &compare(&case.old, &case.new), &mut figures);
        count += 1;
    }
    assert!(count >= 5, "{count} cases");
    figures
}

#[test]
fn unseen_documents_are_paired_as_well_as_the_readme_says() {
    // The first seven are those of earlier figures.
    let earlier = |name: &str| ["8", "9", "10"].iter().all(|n| name != format!("test-{n}"));
    let first = figures(|name| name.starts_with("test") && earlier(name));
    println!("the first seven: {}", first.table());
    let figures = figures(|name| name.starts_with("test"));
    println!("all ten: {}\n{}", figures.table(), figures.confusion());
    assert!(figures.pairs.f1() >= 0.78, "{}", figures.table());
    assert!(figures.average_precision() >= 0.78, "{}", figures.table());
    assert!(figures.relation.of() >= 0.8, "{}", figures.table());
    assert!(figures.deadline.f1() >= 0.92, "{}", figures.table());
    assert!(figures.indicator.f1() >= 0.92, "{}", figures.table());
    assert!(figures.traps.of() <= 0.1, "{}", figures.table());
    assert!(figures.calibration_error() <= 0.1, "{}", figures.table());
    assert!(figures.carried.of() >= 1.0, "{}", figures.table());
}

#[test]
fn fitted_documents_are_paired() {
    let figures = figures(|name| !name.starts_with("test"));
    println!("fitted: {}\n{}", figures.table(), figures.faults.join("\n"));
    // Most of these are hard on purpose: four of five pairs of some share few words.
    assert!(figures.pairs.f1() >= 0.8, "{}", figures.table());
}

#[test]
fn planted_changes_are_told() {
    let mut figures = Figures::default();
    let cases = crate::planted::cases();
    for case in &cases {
        measure(case, &compare(&case.old, &case.new), &mut figures);
    }
    println!(
        "planted, {} pairs: {}\n{}",
        cases.len(),
        figures.table(),
        figures.confusion()
    );
    println!("{}", figures.faults.join("\n"));
}
