//! Comparing beside its limit and its peers, in one run.
//!
//! The limit is what it takes merely to cut both texts into words; the peers are the differs an
//! office could have instead (`comparing` in the readme says what they find). Prints CPU times and
//! ratios. Run with `npm run bench`.
#![allow(clippy::unwrap_used, reason = "a failed step ends the benchmark")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::cell::Cell;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use svod_api::view::State;
use svod_api::{Access, Cancel, Library};
use svod_diff::{Decision, Judgement, Prepared};
use svod_model::{Directive, Group, Id, Resolution, Section};
use svod_tests::pairs::{Case, cases};
use svod_tests::peers::shortest;

/// The directives of many documents as one, each a few times in other words' company.
fn large<'a>(sides: impl Iterator<Item = &'a Resolution>, size: usize) -> Resolution {
    let texts: Vec<String> = sides
        .flat_map(|side| side.directives().map(|(_, _, d)| d.text.clone()))
        .collect();
    let directives = (0..size).map(|n| {
        let (round, place) = (n / texts.len(), n % texts.len());
        let text = match round {
            0 => texts[place].clone(),
            _ => format!("{} по направлению № {round}", texts[place]),
        };
        Directive {
            id: Id::new(format!("{n}")),
            text,
            ..Directive::default()
        }
    });
    let directives: Vec<Directive> = directives.collect();
    let groups = directives.chunks(12).map(|chunk| Group {
        heading: "Руководителям школ".into(),
        addressees: vec!["Руководителям школ".into()],
        directives: chunk.to_vec(),
        ..Group::default()
    });
    Resolution {
        sections: vec![Section {
            groups: groups.collect(),
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

fn text(resolution: &Resolution) -> String {
    let lines = resolution.directives().map(|(_, _, d)| d.text.as_str());
    lines.collect::<Vec<_>>().join("\n")
}

/// CPU seconds and most memory, in MB, of a program.
fn measured(program: &str, arguments: &[&str]) -> (f64, f64) {
    let output = Command::new("/usr/bin/time")
        .args(["-f", "%U %M", program])
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let mut numbers = said.lines().last().unwrap().split(' ');
    let mut next = || numbers.next().unwrap().parse::<f64>().unwrap();
    (next(), next() / 1024.0)
}

const DIFFLIB: &str = "import difflib,sys
a,b=(open(p,encoding='utf8').read().split() for p in sys.argv[1:3])
difflib.SequenceMatcher(None,a,b,autojunk=False).get_matching_blocks()";

fn compare(name: &str, old: &Resolution, new: &Resolution, folder: &Path) {
    let (before, after) = (text(old), text(new));
    let count = |side: &Resolution| side.directives().count();
    println!("{name}: {} and {} directives", count(old), count(new));
    let runs = if before.len() > 100_000 { 3 } else { 20 };
    let ours = shortest(runs, || {
        black_box(svod_diff::compare(old, new));
    });
    let limit = shortest(runs, || {
        for text in [&before, &after] {
            black_box(words_of(text));
        }
    });
    let words = shortest(runs, || {
        black_box(similar::TextDiff::from_words(&before, &after).ops().len());
    });
    println!("  svod                     {ours:>10.2?}");
    let ratio = |other: Duration| ours.as_secs_f64() / other.as_secs_f64();
    println!(
        "  cutting into words       {limit:>10.2?}   the limit; svod takes {:.1} times that",
        ratio(limit)
    );
    println!(
        "  similar, words           {words:>10.2?}   svod takes {:.2} times that",
        ratio(words)
    );
    let paths = ["old.txt", "new.txt"].map(|name| folder.join(name).to_string_lossy().into_owned());
    fs::write(&paths[0], &before).unwrap();
    fs::write(&paths[1], &after).unwrap();
    let script = ["-c", DIFFLIB, &paths[0], &paths[1]];
    let git = ["diff", "--no-index", "--word-diff", &paths[0], &paths[1]];
    for (peer, (seconds, memory)) in [
        ("difflib, words (Python)", measured("python3", &script)),
        ("git --word-diff", measured("git", &git)),
    ] {
        let times = seconds / ours.as_secs_f64();
        println!(
            "  {peer:<24} {seconds:>8.2} s  {memory:>4.0} MB   {times:.1} times as long as svod"
        );
    }
}

/// The longest a person waits after stopping, and how long an answer to a decision takes, with the
/// documents read from the library and the answer written for the window.
fn deciding(old: &Resolution, new: &Resolution, folder: &Path) {
    let path = |name: &str| folder.join(name);
    let library = Library::open(&path("library.svod"), Access::Change).unwrap();
    let sides = [("old.md", old), ("new.md", new)].map(|(name, side)| {
        let text = format!(
            "РЕШЕНИЕ\nсовещания\n\nРуководителям школ:\n- {};\n",
            text(side).replace('\n', ";\n- ")
        );
        fs::write(path(name), text).unwrap();
        let card = library
            .choose_file(Some(&path(name)), &Cancel::default())
            .unwrap()
            .unwrap();
        State::File {
            token: card.id.to_string(),
        }
    });
    let (last, longest) = (Cell::new(Instant::now()), Cell::new(Duration::ZERO));
    let go_on = |_| {
        longest.set(longest.get().max(last.get().elapsed()));
        last.set(Instant::now());
        true
    };
    let prepared = Prepared::new(old.clone(), new.clone(), &go_on).unwrap();
    prepared.compare(&[], &go_on).unwrap();
    println!(
        "  longest step             {:>10.2?}   until it stops",
        longest.get()
    );
    let view = library
        .compare(&sides[0], &sides[1], &Cancel::default())
        .unwrap();
    let pairs = &view.comparison.pairs;
    let mut pairs = pairs.iter().cycle();
    let decision = shortest(10, || {
        let pair = pairs.next().unwrap();
        let said = Decision {
            old: pair.old.clone(),
            new: pair.new.clone(),
            verdict: Judgement::Apart,
        };
        let view = library.decide(&sides[0], &sides[1], &[said]).unwrap();
        black_box(serde_json::to_vec(&view).unwrap());
    });
    println!("  a decision               {decision:>10.2?}");
}

fn words_of(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().len())
        .sum()
}

fn main() {
    let cases: Vec<Case> = cases();
    let folder = tempfile::tempdir().unwrap();
    let longest = cases
        .iter()
        .max_by_key(|case| text(&case.old).len() + text(&case.new).len())
        .unwrap();
    compare("the two longest", &longest.old, &longest.new, folder.path());
    for size in [300, 750, 1500] {
        let old = large(cases.iter().map(|case| &case.old), size);
        let new = large(cases.iter().map(|case| &case.new), size);
        let folder = tempfile::tempdir().unwrap();
        compare("large", &old, &new, folder.path());
        deciding(&old, &new, folder.path());
    }
}
