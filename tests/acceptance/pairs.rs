//! Pairs of documents in `tests/suite/pairs` with the relations of their directives given by hand.
//!
//! A case is a folder with `old.txt`, `new.txt` and `gold.txt`. A line of the gold reads
//! `relation | words of the old directive | words of the new one | flags`. The relation may name
//! several, the best first; `trap` is a pair that must not be made, `maybe` one that counts neither
//! way. The words stand in one directive only. Flags: `deadline`, `indicator`, `readdressed`.
//! `relatedness:` says how the two documents are akin. `documents: one/old.txt other/new.txt` says that the case
//! lays documents of other cases beside each other and has none of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use svod_model::{Directive, Id, Resolution};
use svod_readers::{Options, read};

/// What the gold says of two directives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// They are one task, by one of these relations.
    Pair {
        /// The relations that are right, the best first.
        relations: Vec<String>,
        /// The deadline differs.
        deadline: bool,
        /// The target differs.
        indicator: bool,
        /// The addressee differs.
        readdressed: bool,
    },
    /// They only look alike.
    Trap,
    /// A person may say either.
    Maybe,
}

/// A pair of documents.
#[derive(Clone, Debug)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// `same-district`, `same-region` or `other`.
    pub relatedness: String,
    /// The earlier document, as our reader reads it.
    pub old: Resolution,
    /// The later one.
    pub new: Resolution,
    /// What is said of pairs of directives, by their ids.
    pub gold: BTreeMap<(Id, Id), Said>,
    /// Lines of the gold that speak of words which are in no directive, as read.
    pub unread: Vec<String>,
}

/// The folder with all cases.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/pairs")
}

/// The cases that were written when the comparison was done, to see how it does on what nobody had looked at.
///
/// # Panics
/// If a case cannot be read.
pub fn fresh() -> Vec<Case> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite");
    cases_in(&suite.join("fresh"))
}

/// Every case, in order of their names.
///
/// # Panics
/// When a case cannot be read.
pub fn cases() -> Vec<Case> {
    cases_in(&folder())
}

fn cases_in(folder: &Path) -> Vec<Case> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| case(folder)).collect()
}

fn case(folder: &Path) -> Case {
    let gold = fs::read_to_string(folder.join("gold.txt")).unwrap();
    let others = gold
        .lines()
        .find_map(|line| line.strip_prefix("documents:"));
    let names: Vec<PathBuf> = match others {
        Some(names) => names
            .split_whitespace()
            .map(|name| folder.with_file_name(name))
            .collect(),
        None => ["old.txt", "new.txt"].map(|name| folder.join(name)).into(),
    };
    let open = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        read(&bytes, &name, &Options::default()).unwrap().resolution
    };
    let [old, new] = names.as_slice() else {
        panic!("{}: {names:?}", folder.display());
    };
    let (old, new) = (open(old), open(new));
    let mut case = Case {
        name: folder.file_name().unwrap().to_string_lossy().into_owned(),
        relatedness: String::new(),
        gold: BTreeMap::new(),
        unread: Vec::new(),
        old,
        new,
    };
    for line in gold.lines().map(str::trim) {
        if let Some(relatedness) = line.strip_prefix("relatedness:") {
            relatedness.trim().clone_into(&mut case.relatedness);
            continue;
        }
        let mut fields = line.split('|').map(str::trim);
        let (Some(kind), Some(old), Some(new)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let flags = fields.next().unwrap_or_default();
        let ids = find(&case.old, old).zip(find(&case.new, new));
        let Some(ids) = ids else {
            case.unread.push(line.to_owned());
            continue;
        };
        let said = match kind {
            "trap" => Said::Trap,
            "maybe" => Said::Maybe,
            relations => Said::Pair {
                relations: relations.split(',').map(|r| r.trim().to_owned()).collect(),
                deadline: flags.contains("deadline"),
                indicator: flags.contains("indicator"),
                readdressed: flags.contains("readdressed"),
            },
        };
        case.gold.insert(ids, said);
    }
    case
}

fn find(resolution: &Resolution, words: &str) -> Option<Id> {
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = bare(words);
    let wanted = wanted.trim_end_matches([',', ';', '.', ':']);
    let says = |directive: &Directive| {
        let lead = directive.lead.as_deref().unwrap_or_default();
        bare(&directive.text).contains(wanted)
            || bare(&format!("{lead} {}", directive.text)).contains(wanted)
    };
    resolution
        .directives()
        .find(|(_, _, directive)| says(directive))
        .map(|(_, _, directive)| directive.id.clone())
}
