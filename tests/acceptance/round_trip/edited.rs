//! A file goes out to be edited and comes back: LibreOffice changes words, moves, deletes, splits
//! and adds paragraphs, records and accepts changes, and saves. Directives come home by their
//! bookmarks; without any bookmark, by their words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use svod_diff::{Assembly, Place, Returned, assemble};
use svod_model::{Id, Kind, Resolution};
use svod_readers::{Options, read};
use svod_tests::any_input;
use svod_tests::chance::Chance;
use svod_writers::Profile;

use super::documents;
use crate::office::macro_over;

/// What is done to a directive.
#[derive(Clone, Debug, PartialEq)]
enum Done {
    Nothing,
    /// Words are changed, to this.
    Changed(String),
    Moved,
    Split,
    Deleted,
    /// A new paragraph stands behind it.
    Followed,
}

/// A document that went out, and what was done to each of its directives.
struct Sent {
    name: String,
    resolution: Resolution,
    done: BTreeMap<Id, Done>,
    edits: String,
}

/// Verbs of tasks and others for the same.
const VERBS: [(&str, &str); 8] = [
    ("провести", "организовать"),
    ("обеспечить", "гарантировать"),
    ("разработать", "подготовить"),
    ("организовать", "наладить"),
    ("создать", "открыть"),
    ("утвердить", "принять"),
    ("рассмотреть", "обсудить"),
    ("подготовить", "составить"),
];

/// Adjectives by their ending, for others of the same.
const ADJECTIVES: [(&str, &str); 7] = [
    ("ного", "муниципального"),
    ("ной", "муниципальной"),
    ("ных", "муниципальных"),
    ("ную", "муниципальную"),
    ("ский", "муниципальный"),
    ("ные", "муниципальные"),
    ("ными", "муниципальными"),
];

/// What is put behind a word.
const ADDED: [&str; 4] = [
    "с участием родителей",
    "совместно с опорными школами",
    "на первом этапе",
    "в том числе дистанционно",
];

#[test]
fn edited_word_file_comes_home_by_its_anchors_and_without_them() {
    let mut chance = Chance::new(20_261_126);
    let sent: Vec<Sent> = documents()
        .into_iter()
        .filter(|(_, resolution)| resolution.directives().count() >= 5)
        .map(|(name, resolution)| plan_edits(name, resolution, &mut chance))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let editing = Profile {
        for_editing: true,
        ..Profile::default()
    };
    let mut list = String::new();
    for (n, sent) in sent.iter().enumerate() {
        let file = |extension: &str| folder.path().join(format!("{n:03}.{extension}"));
        let bytes = svod_writers::docx(&sent.resolution, &editing).unwrap();
        fs::write(file("docx"), bytes).unwrap();
        fs::write(file("edits"), format!("{}\n", sent.edits)).unwrap();
        // Every third file comes back as OpenDocument, every second one with changes recorded.
        let (format, back) = match n % 3 {
            2 => ("writer8", file("back.odt")),
            _ => ("MS Word 2007 XML", file("back.docx")),
        };
        let recorded = if n % 2 == 0 { "plain" } else { "recorded" };
        list.push_str(&format!(
            "{}\t{}\t{}\t{format}\t{recorded}\n",
            file("docx").display(),
            file("edits").display(),
            back.display()
        ));
    }
    let output = macro_over(include_str!("edits.xba"), list, folder.path());
    let mut score = Score::default();
    for (n, sent) in sent.iter().enumerate() {
        let extension = if n % 3 == 2 { "odt" } else { "docx" };
        let path = folder.path().join(format!("{n:03}.back.{extension}"));
        let bytes =
            fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}, {output:?}", sent.name));
        let notes = fs::read_to_string(format!("{}.notes", path.display())).unwrap();
        score.judge(sent, &bytes, extension, &notes);
    }
    score.print();
    assert!(score.edits > 300, "{} edits", score.edits);
    assert!(score.by_anchor.share() >= 0.99);
    assert!(score.unedited.share() >= 0.95);
    assert!(score.edited.share() >= 0.85);
}

/// Chooses what is done to a document; a directive gets one kind of edit at most.
fn plan_edits(name: String, resolution: Resolution, chance: &mut Chance) -> Sent {
    let (mut done, mut edits) = (BTreeMap::new(), Vec::new());
    // A row of a table is no paragraph to be split or moved.
    let rows = resolution.kind == Kind::Plan;
    for (_, _, directive) in resolution.directives() {
        // «Срок: …» below a task belongs to it, and a person moves both.
        let tail = directive
            .addressee
            .as_ref()
            .is_some_and(|who| !directive.text.contains(who))
            || directive.deadlines.iter().any(|deadline| {
                deadline.inherited_from.is_none() && !directive.text.contains(&deadline.phrase)
            });
        let alone = !rows && !tail;
        let bookmark = format!("_rz_{}", directive.id);
        let words = words_of_task(&directive.text);
        let changes = changes(&directive.text, &words, chance);
        let what = match chance.below(100) {
            0..20 if !changes.is_empty() => {
                let mut text = directive.text.clone();
                for (old, new) in &changes {
                    edits.push(format!("change\t{bookmark}\t{old}|{new}"));
                    text = text.replacen(old, new, 1);
                }
                Done::Changed(text)
            }
            20..25 if alone => {
                edits.push(format!("delete\t{bookmark}\t-"));
                Done::Deleted
            }
            25..30 if alone && words.len() > 4 => {
                edits.push(format!("split\t{bookmark}\t{}", words[words.len() / 2]));
                Done::Split
            }
            30..36 if alone => {
                edits.push(format!("move\t{bookmark}\t-"));
                Done::Moved
            }
            36..42 if alone => {
                let place = edits.len();
                edits.push(format!(
                    "add\t{bookmark}\tпровести выездную проверку сводного оркестра № {place};"
                ));
                Done::Followed
            }
            _ => Done::Nothing,
        };
        done.insert(directive.id.clone(), what);
    }
    Sent {
        name,
        resolution,
        done,
        edits: edits.join("\n"),
    }
}

/// The words of the task itself, from its infinitive on, that are only letters.
fn words_of_task(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split(' ').collect();
    let first = words
        .iter()
        .position(|word| svod_language::verbs::is_infinitive(word))
        .unwrap_or_default();
    let task = words.into_iter().skip(first);
    task.filter(|word| word.chars().count() > 3 && word.chars().all(char::is_alphabetic))
        .collect()
}

/// Two changes a person would make: another verb, another adjective, a few words more.
fn changes(text: &str, words: &[&str], chance: &mut Chance) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    if let Some(first) = words.first() {
        let other = VERBS.iter().find(|(verb, _)| verb == first);
        all.extend(other.map(|(verb, other)| ((*verb).to_owned(), (*other).to_owned())));
    }
    let adjective = words.iter().skip(1).find_map(|word| {
        let other = ADJECTIVES.iter().find(|(end, _)| word.ends_with(end))?;
        Some(((*word).to_owned(), other.1.to_owned()))
    });
    all.extend(adjective.filter(|(old, new)| old != new));
    if let Some(word) = words.get(words.len() / 2).filter(|_| words.len() > 3) {
        let added = ADDED[chance.below(ADDED.len())];
        all.push(((*word).to_owned(), format!("{word} {added}")));
    }
    // Each is made at a place of its own.
    all.retain(|(old, _)| text.matches(old.as_str()).count() == 1);
    all.dedup_by(|a, b| a.0 == b.0);
    chance.shuffle(&mut all);
    all.truncate(2);
    all
}

/// How many of how many.
#[derive(Debug, Default)]
struct Count {
    found: usize,
    of: usize,
}

impl Count {
    fn add(&mut self, found: bool) {
        self.found += usize::from(found);
        self.of += 1;
    }

    fn share(&self) -> f64 {
        self.found as f64 / self.of.max(1) as f64
    }
}

#[derive(Debug, Default)]
struct Score {
    edits: usize,
    by_anchor: Count,
    unedited: Count,
    edited: Count,
    /// Directives that are not there any more and were taken for one of the file's.
    ghosts: usize,
    lost: Vec<String>,
}

impl Score {
    fn judge(&mut self, sent: &Sent, bytes: &[u8], extension: &str, notes: &str) {
        // Every worded line of the file is placed or listed.
        any_input::check(bytes, &format!("a.{extension}"));
        let name = format!("a.{extension}");
        let returned = read(bytes, &name, &Options::default()).unwrap().resolution;
        // What LibreOffice could not do was not done.
        let undone: BTreeSet<&str> = notes
            .lines()
            .filter_map(|line| line.split_once("\t_rz_"))
            .map(|(_, id)| id)
            .collect();
        self.edits += sent.edits.lines().count() - undone.len();
        let anchored = assembled(&sent.resolution, &returned);
        assert_eq!(anchored.directives.len(), returned.directives().count());
        let mut nameless = returned.clone();
        strip(&mut nameless);
        let aligned = assembled(&sent.resolution, &nameless);
        for (_, _, directive) in sent.resolution.directives() {
            let done = match &sent.done[&directive.id] {
                _ if undone.contains(directive.id.as_str()) => &Done::Nothing,
                done => done,
            };
            let expected = match done {
                Done::Changed(text) => text,
                _ => &directive.text,
            };
            let (by_anchor, by_words) = (
                home(&anchored, &directive.id, expected),
                home(&aligned, &directive.id, expected),
            );
            match done {
                Done::Deleted => {
                    self.ghosts +=
                        usize::from(by_anchor.is_some()) + usize::from(by_words.is_some());
                    continue;
                }
                Done::Changed(_) | Done::Split => self.edited.add(by_words == Some(true)),
                Done::Nothing | Done::Moved | Done::Followed => {
                    self.unedited.add(by_words == Some(true));
                }
            }
            let home = by_anchor == Some(true)
                && returned.directives().any(|(_, _, d)| d.id == directive.id);
            self.by_anchor.add(home);
            if !home {
                // It stands where no directive can stand, and a person is shown it there.
                let start: String = directive.text.chars().take(24).collect();
                let start = start.to_lowercase();
                let paragraphs = anchored.paragraphs.iter().map(|p| &p.text);
                let directives = anchored.directives.iter().map(|i| &i.directive.text);
                let listed = paragraphs
                    .chain(directives)
                    .any(|text| text.replace('\u{a0}', " ").to_lowercase().contains(&start));
                assert!(listed, "{}: {}", sent.name, directive.text);
                let what = format!("{done:?} in {}: {}", sent.name, directive.text);
                self.lost.push(what);
            }
        }
    }

    #[allow(clippy::print_stdout, reason = "the figures of the test")]
    fn print(&self) {
        let line = |count: &Count| {
            format!(
                "{} of {} ({:.1} %)",
                count.found,
                count.of,
                count.share() * 100.0
            )
        };
        println!("{} edits by LibreOffice", self.edits);
        println!(
            "surviving directives home by anchor: {}",
            line(&self.by_anchor)
        );
        println!("unedited home by words alone: {}", line(&self.unedited));
        println!("edited home by words alone: {}", line(&self.edited));
        println!("deleted ones taken for others: {}", self.ghosts);
        for lost in &self.lost {
            println!("  lost: {lost}");
        }
    }
}

fn assembled(whole: &Resolution, returned: &Resolution) -> Assembly {
    assemble(
        whole,
        &[Returned {
            key: "file",
            resolution: returned,
        }],
    )
}

/// Whether a directive came home, and as itself: its words are mostly those it went out with.
fn home(assembly: &Assembly, wanted: &Id, text: &str) -> Option<bool> {
    let incoming = assembly.directives.iter().find(|incoming| {
        matches!(&incoming.place, Place::Same { id } | Place::Edited { id, .. } if id == wanted)
    })?;
    let words = |text: &str| -> BTreeSet<String> {
        let letters = text.split(|c: char| !c.is_alphanumeric());
        letters.map(str::to_lowercase).collect()
    };
    let (before, after) = (words(text), words(&incoming.directive.text));
    let kept = before.intersection(&after).count();
    // A half of a split directive has nearly all its words from the whole.
    Some(kept * 10 >= after.len() * 6)
}

/// Gives every directive a name nobody knows, as a program does that keeps no bookmarks.
fn strip(resolution: &mut Resolution) {
    let directives = resolution
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.groups)
        .flat_map(|group| &mut group.directives);
    for (n, directive) in directives.enumerate() {
        directive.id = Id::new(format!("{n:032x}"));
    }
}
