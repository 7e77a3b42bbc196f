//! Pairs of documents with what changed known beforehand: a document, and next year's text
//! made of it by an editor who repeats. Dates, counts and addressees are changed, tasks moved, split, joined, said
//! in other words, left out and taken from strangers; the gold is what was done, so nobody's reading of a text can
//! be wrong. The new text is written as a file and read again.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use regex::Captures;
use svod_model::{Directive, Group, Id, Resolution};
use svod_tests::chance::Chance;
use svod_tests::pairs::{Case, Said};

use self::rules::{MONTHS, Rules};

/// Shorter documents hold too little to plant in.
const LEAST: usize = 12;

/// What was done to a directive, or what it became.
struct Planted {
    old: String,
    new: String,
    said: Said,
}

/// What an editor knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'w> {
    /// Other words for the same, in the same form.
    pub(crate) other_words: &'w [(&'w str, &'w str)],
    /// Things that stand in the same sentences and are others.
    pub(crate) other_things: &'w [(&'w str, &'w str)],
}

/// A document and its edited text, for each of so many rounds; nothing if it is short or says a thing twice.
/// What is new in the text is taken from `strangers`.
///
/// # Panics
/// When the new text cannot be read.
pub(crate) fn cases(
    name: &str,
    old: &Resolution,
    strangers: &[String],
    words: Words<'_>,
    rounds: u64,
) -> Vec<Case> {
    if old.directives().count() < LEAST || !distinct(old) {
        return Vec::new();
    }
    let known: BTreeSet<&str> = old.directives().map(|(_, _, d)| d.text.as_str()).collect();
    let strangers: Vec<&String> = strangers
        .iter()
        .filter(|text| whole(text) && !known.contains(text.as_str()))
        .collect();
    let rules = Rules::default();
    // The same for a document wherever it stands among others.
    let first = name.bytes().fold(1_u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    (0..rounds)
        .map(|round| {
            let mut editor = Editor {
                chance: Chance::new(
                    first
                        .wrapping_add(round)
                        .wrapping_mul(0x9e37_79b9_7f4a_7c15),
                ),
                rules: &rules,
                words,
                strangers: &strangers,
                planted: Vec::new(),
                taken: BTreeSet::new(),
            };
            let new = editor.edit(old);
            case(&format!("{name}, {round}"), old, &new, editor.planted)
        })
        .collect()
}

/// No text stands twice: what was done to it could not be told.
fn distinct(document: &Resolution) -> bool {
    let mut texts: Vec<&str> = document
        .directives()
        .map(|(_, _, d)| d.text.as_str())
        .collect();
    let all = texts.len();
    texts.sort_unstable();
    texts.dedup();
    texts.len() == all
}

/// A sentence that begins with what is to be done and has no numbers in it.
fn whole(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    text.len() > 60 && infinitive(first) && !text.chars().any(|c| c.is_ascii_digit())
}

fn infinitive(word: &str) -> bool {
    ["ть", "ти", "чь", "ться", "тись"]
        .iter()
        .any(|end| word.ends_with(end))
        && word.chars().count() > 4
}

/// Parts of one phrase stand as they are, and so does what has its date or its number beside the sentence.
fn stands(group: &Group) -> bool {
    let beside = |d: &Directive| {
        d.deadlines
            .iter()
            .any(|fact| !d.text.contains(&fact.phrase))
            || d.indicators
                .iter()
                .any(|fact| !d.text.contains(&fact.phrase))
    };
    !group.deadlines.is_empty()
        || group
            .directives
            .iter()
            .any(|d| d.lead.is_some() || d.addressee.is_some() || beside(d))
}

struct Editor<'s> {
    chance: Chance,
    rules: &'s Rules,
    words: Words<'s>,
    strangers: &'s [&'s String],
    planted: Vec<Planted>,
    /// What stands in the new text from others already.
    taken: BTreeSet<String>,
}

impl Editor<'_> {
    fn edit(&mut self, old: &Resolution) -> Resolution {
        let mut new = old.clone();
        for section in &mut new.sections {
            let mut moved: Vec<(usize, Directive)> = Vec::new();
            // A task of schools and one of their heads is done by the same people; what has its date or its
            // addressee beside the sentences takes nobody in.
            let classes: Vec<BTreeSet<String>> = section
                .groups
                .iter()
                .map(|group| {
                    let bodies = group.bodies.iter().filter(|_| !stands(group));
                    bodies
                        .map(|body| format!("{:?}", body.class).replace("Organisations", "Heads"))
                        .collect()
                })
                .collect();
            for (nth, group) in section.groups.iter_mut().enumerate() {
                self.edit_group(group, &classes, nth, &mut moved);
            }
            for (to, directive) in moved {
                section.groups[to].directives.push(directive);
            }
            section.groups.retain(|group| !group.directives.is_empty());
        }
        new
    }

    fn edit_group(
        &mut self,
        group: &mut Group,
        classes: &[BTreeSet<String>],
        nth: usize,
        moved: &mut Vec<(usize, Directive)>,
    ) {
        let stands = stands(group);
        let mut out: Vec<Directive> = Vec::new();
        let mut pending: Option<Directive> = None;
        for directive in std::mem::take(&mut group.directives) {
            let old = directive.text.clone();
            if stands {
                self.keep(&old, &old, "unchanged", false, false, false);
                out.push(directive);
                continue;
            }
            if let Some(first) = pending.take() {
                if whole(&old) {
                    let joined = format!("{}, а также {}", first.text, lower(&old));
                    for part in [&first.text, &old] {
                        self.keep(part, &joined, "merged", false, false, false);
                    }
                    out.push(with(&first, joined));
                    continue;
                }
                self.keep(&first.text, &first.text, "unchanged", false, false, false);
                out.push(first);
            }
            match self.chance.below(14) {
                0 | 1 => {} // left out
                2 | 3 if self.rules.date.is_match(&old) => self.date(&directive, &mut out),
                4 if self.rules.percent.is_match(&old) || self.rules.count.is_match(&old) => {
                    self.measure(&directive, &mut out);
                }
                5 if whole(&old) => pending = Some(directive),
                6 if whole(&old) && self.rules.second.is_match(&old) => {
                    self.split(&directive, &mut out);
                }
                7 if !self.rules.bound.is_match(&old) && whole(&old) => {
                    let text = format!(
                        "{old}, срок – до {} {} 2031 года",
                        1 + self.chance.below(28),
                        MONTHS[self.chance.below(12)]
                    );
                    self.keep(&old, &text, "reworded", true, false, false);
                    out.push(with(&directive, text));
                }
                8 => {
                    let others: Vec<usize> = (0..classes.len())
                        .filter(|to| {
                            !classes[*to].is_empty()
                                && !classes[nth].is_empty()
                                && classes[*to].is_disjoint(&classes[nth])
                        })
                        .collect();
                    let to = others.get(self.chance.below(others.len())).copied();
                    self.keep(&old, &old, "unchanged", false, false, to.is_some());
                    match to {
                        Some(to) => moved.push((to, directive)),
                        None => out.push(directive),
                    }
                }
                9..=11 => self.reword(&directive, &mut out),
                _ => {
                    self.keep(&old, &old, "unchanged", false, false, false);
                    out.push(directive);
                }
            }
            self.strange(&old, &mut out);
        }
        if let Some(first) = pending {
            self.keep(&first.text, &first.text, "unchanged", false, false, false);
            out.push(first);
        }
        if !stands {
            self.chance.shuffle(&mut out);
        }
        group.directives = out;
    }

    /// A change of date, or the same date in other marks, or no date any more.
    fn date(&mut self, directive: &Directive, out: &mut Vec<Directive>) {
        let old = directive.text.clone();
        let way = self.chance.below(4);
        let (day, month) = (1 + self.chance.below(28), self.chance.below(12));
        let digits = self.chance.once_in(2);
        let text = self.rules.date.replace(&old, |found: &Captures<'_>| {
            let before = &found["before"];
            if way == 0 {
                return String::new();
            }
            let (day, month, year) = match way {
                1 => {
                    // The same day, said the other way.
                    return if let Some(month) = found.name("month") {
                        let month = 1 + MONTHS.iter().position(|m| *m == month.as_str()).unwrap();
                        format!(
                            "{before} {:0>2}.{month:02}.{}",
                            &found["day"], &found["year"]
                        )
                    } else {
                        let month: usize = found["m"].parse().unwrap();
                        let day: usize = found["d"].parse().unwrap();
                        format!("{before} {day} {} {} года", MONTHS[month - 1], &found["y"])
                    };
                }
                _ => (day, month, 2032),
            };
            if digits {
                format!("{before} {day:02}.{:02}.{year}", month + 1)
            } else {
                format!("{before} {day} {} {year} года", MONTHS[month])
            }
        });
        let text = tidy(&text);
        self.keep(&old, &text, "reworded", way != 1, false, false);
        out.push(with(directive, text));
    }

    /// Another number, or the same one in words of its own.
    fn measure(&mut self, directive: &Directive, out: &mut Vec<Directive>) {
        let old = directive.text.clone();
        let same = self.chance.once_in(3) && self.rules.percent.is_match(&old);
        let other = |number: &str| {
            let number: u32 = number.parse().unwrap();
            if number > 50 { number - 7 } else { number + 4 }
        };
        let text = if same {
            self.rules.percent.replace(&old, "$1 $2 процентов")
        } else if self.rules.percent.is_match(&old) {
            self.rules.percent.replace(&old, |f: &Captures<'_>| {
                format!("{} {} %", &f[1], other(&f[2]))
            })
        } else {
            self.rules.count.replace(&old, |f: &Captures<'_>| {
                format!("не менее {} {}", other(&f[1]), &f[2])
            })
        };
        let text = text.into_owned();
        self.keep(&old, &text, "reworded", false, !same, false);
        out.push(with(directive, text));
    }

    fn split(&mut self, directive: &Directive, out: &mut Vec<Directive>) {
        let old = directive.text.clone();
        let found = self.rules.second.captures(&old).unwrap();
        let (all, verb) = (found.get(0).unwrap(), found.get(1).unwrap());
        let parts = [
            old[..all.start()].to_owned(),
            old[verb.start()..].to_owned(),
        ];
        if parts.iter().any(|part| part.chars().count() < 35) {
            self.keep(&old, &old, "unchanged", false, false, false);
            out.push(directive.clone());
            return;
        }
        for part in parts {
            self.keep(&old, &part, "split", false, false, false);
            out.push(with(directive, part));
        }
    }

    /// Other words for the same.
    fn reword(&mut self, directive: &Directive, out: &mut Vec<Directive>) {
        let old = &directive.text;
        let mut words: Vec<String> = old.split(' ').map(str::to_owned).collect();
        for (known, other) in self.words.other_words {
            let known: Vec<&str> = known.split(' ').collect();
            let at = words.windows(known.len()).position(|window| {
                window
                    .iter()
                    .zip(&known)
                    .all(|(word, known)| word.trim_end_matches([',', ';']).to_lowercase() == *known)
            });
            // What was put in is not put in other words again.
            if let Some(at) = at.filter(|at| {
                words[*at..*at + known.len()]
                    .iter()
                    .all(|word| !word.contains('_'))
            }) {
                let last = &words[at + known.len() - 1];
                let mark = last[last.trim_end_matches([',', ';']).len()..].to_owned();
                words.splice(
                    at..at + known.len(),
                    [format!("{}{mark}", other.replace(' ', "_") + "_")],
                );
            }
        }
        let text = words
            .join(" ")
            .replace('_', " ")
            .replace(" ,", ",")
            .replace(" ;", ";")
            .replace("  ", " ");
        let text = text.trim().to_owned();
        let relation = if text == *old {
            "unchanged"
        } else {
            "reworded"
        };
        self.keep(old, &text, relation, false, false, false);
        out.push(with(directive, text));
    }

    /// Tasks of others, and a twin of this one about another thing.
    fn strange(&mut self, old: &str, out: &mut Vec<Directive>) {
        if self.chance.once_in(6) {
            let text = self.strangers[self.chance.below(self.strangers.len())].clone();
            if self.taken.insert(text.clone()) {
                out.push(with(&Directive::default(), text));
            }
        }
        if self.chance.once_in(2) {
            let words = format!(" {old}");
            let begins = |thing: &str| {
                [" ", "«", "-"].iter().find_map(|mark| {
                    words
                        .find(&format!("{mark}{thing}"))
                        .map(|at| at + mark.len())
                })
            };
            let things = self.words.other_things.iter();
            let mut found =
                things.filter_map(|(thing, other)| begins(thing).map(|at| (at, thing, other)));
            if let Some((at, thing, other)) = found.next() {
                let text = format!("{}{other}{}", &words[1..at], &words[at + thing.len()..]);
                self.planted.push(Planted {
                    old: old.to_owned(),
                    new: text.clone(),
                    said: Said::Trap,
                });
                out.push(with(&Directive::default(), text));
            }
        }
    }

    fn keep(
        &mut self,
        old: &str,
        new: &str,
        relation: &str,
        deadline: bool,
        indicator: bool,
        readdressed: bool,
    ) {
        self.planted.push(Planted {
            old: old.to_owned(),
            new: new.to_owned(),
            said: Said::Pair {
                relations: vec![relation.to_owned()],
                deadline,
                indicator,
                readdressed,
            },
        });
    }
}

fn with(directive: &Directive, text: String) -> Directive {
    Directive {
        id: directive.id.clone(),
        text,
        ..Directive::default()
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace(" ,", ",")
        .replace(" ;", ";")
        .replace(" .", ".")
        .trim_end_matches([' ', ',', '–'])
        .to_owned()
}

/// Both texts as they are read, and what was planted by the ids of their directives.
fn case(name: &str, old: &Resolution, new: &Resolution, planted: Vec<Planted>) -> Case {
    let written = svod_writers::text(new);
    let reading = svod_readers::read(
        written.as_bytes(),
        "new.txt",
        &svod_readers::Options::default(),
    )
    .unwrap();
    let new = reading.resolution;
    let mut gold = BTreeMap::new();
    let mut unread = Vec::new();
    for one in planted {
        match id(old, &one.old).zip(id(&new, &one.new)) {
            Some(ids) => {
                gold.insert(ids, one.said);
            }
            None => unread.push(format!("{name}: {} → {}", one.old, one.new)),
        }
    }
    Case {
        name: name.to_owned(),
        relatedness: "same-district".into(),
        old: old.clone(),
        new,
        gold,
        unread,
    }
}

fn id(document: &Resolution, text: &str) -> Option<Id> {
    let bare = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .trim_end_matches(['.', ';', ',', ':'])
            .to_lowercase()
    };
    let wanted = bare(text);
    let mut found = document
        .directives()
        .filter(|(_, _, d)| bare(&d.text) == wanted);
    found.next().map(|(_, _, directive)| directive.id.clone())
}
