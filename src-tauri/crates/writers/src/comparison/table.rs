use std::collections::{BTreeMap, BTreeSet};

use svod_diff::{Comparison, Op, Pair, Part, Word};
use svod_model::numbering::{self, Numbers};
use svod_model::{Id, Resolution};

use super::facts::{Fact, Kind, facts};
use super::reasons::why;
use super::words;
use crate::typography::with_colon;

/// A row of the comparison table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row<'a> {
    /// A band across the table: a session, an addressee, the dropped ones.
    Band(String),
    /// A pair, an added or a dropped directive.
    Entry(Box<Entry<'a>>),
}

impl<'a> From<Entry<'a>> for Row<'a> {
    fn from(entry: Entry<'a>) -> Self {
        Self::Entry(Box::new(entry))
    }
}

/// One directive's fate.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry<'a> {
    /// Printed number and text in the old document.
    pub(super) old: Option<(String, &'a str)>,
    /// Printed number and text in the new document.
    pub(super) new: Option<(String, &'a str)>,
    /// Word marks; empty when a diff of the two wordings would be noise.
    pub(super) words: &'a [Word],
    /// The words of each side against all its partners, where it was split or merged: marked is what none of
    /// them has.
    pub(super) old_words: Option<Vec<Word>>,
    pub(super) new_words: Option<Vec<Word>>,
    /// «изменено», «перенесено» …
    pub(super) nature: Vec<&'static str>,
    /// How sure the pair is, in words.
    pub(super) link: Option<&'static str>,
    /// Why the two stand in one row.
    pub(super) why: Option<String>,
    /// What changed.
    pub(super) facts: Vec<Fact>,
    /// The session it stands in, in the new document if it is there.
    pub(super) session: String,
    /// Whom it is given to, as the heading says.
    pub(super) who: String,
}

/// Below this share of common words two texts are shown plain, side by side.
const READABLE: f64 = 0.35;

/// Lays the comparison out.
pub(super) fn rows<'a>(
    comparison: &'a Comparison,
    old: &Resolution,
    new: &Resolution,
) -> Vec<Row<'a>> {
    let table = Table {
        comparison,
        old: numbering::number(old),
        new: numbering::number(new),
        stood: places(old),
        stands: places(new),
    };
    let mut rows = table.in_the_order_of(new);
    let dropped = table.dropped(old);
    if !dropped.is_empty() {
        rows.push(Row::Band(
            "Исключено: в новом документе не продолжено".into(),
        ));
        rows.extend(dropped);
    }
    rows
}

struct Table<'a> {
    comparison: &'a Comparison,
    old: Numbers,
    new: Numbers,
    stood: Places,
    stands: Places,
}

/// Session and addressee heading of every directive, by id.
type Places = BTreeMap<Id, (String, String)>;

fn places(resolution: &Resolution) -> Places {
    let places = resolution.directives().map(|(section, group, directive)| {
        let session = section.title.as_deref().unwrap_or_default().trim();
        let who = group.heading.trim().trim_end_matches(':');
        (directive.id.clone(), (session.to_owned(), who.to_owned()))
    });
    places.collect()
}

fn standing<'a>(places: &Places, id: &Id) -> Entry<'a> {
    let (session, who) = places.get(id).cloned().unwrap_or_default();
    Entry {
        session,
        who,
        ..Entry::default()
    }
}

impl<'a> Table<'a> {
    fn in_the_order_of(&self, new: &Resolution) -> Vec<Row<'a>> {
        let mut pairs: BTreeMap<&Id, Vec<&Pair>> = BTreeMap::new();
        for pair in &self.comparison.pairs {
            pairs.entry(&pair.new.id).or_default().push(pair);
        }
        let mut added: BTreeMap<&Id, &Part> = self
            .comparison
            .added
            .iter()
            .map(|part| (&part.id, part))
            .collect();
        let mut rows = Vec::new();
        for section in &new.sections {
            let mut title = section
                .title
                .as_deref()
                .filter(|title| !title.trim().is_empty());
            for group in &section.groups {
                let entries: Vec<Row> = group
                    .directives
                    .iter()
                    .flat_map(|directive| {
                        let pairs = pairs.remove(&directive.id).unwrap_or_default();
                        let added = added.remove(&directive.id);
                        let pairs = pairs.into_iter().map(|pair| self.pair(pair));
                        pairs
                            .chain(added.map(|part| self.added(part)))
                            .collect::<Vec<_>>()
                    })
                    .collect();
                if entries.is_empty() {
                    continue;
                }
                rows.extend(title.take().map(|title| Row::Band(title.trim().to_owned())));
                if !group.heading.trim().is_empty() {
                    let number = printed(&self.new, &group.id);
                    let band = format!("{number} {}", with_colon(&group.heading));
                    rows.push(Row::Band(band.trim().to_owned()));
                }
                rows.extend(entries);
            }
        }
        // What the new document does not hold (a comparison of another revision) is told anyway.
        let left = self.comparison.pairs.iter();
        rows.extend(
            left.filter(|pair| pairs.contains_key(&pair.new.id))
                .map(|pair| self.pair(pair)),
        );
        let left = self.comparison.added.iter();
        rows.extend(
            left.filter(|part| added.contains_key(&part.id))
                .map(|part| self.added(part)),
        );
        rows
    }

    fn dropped(&self, old: &Resolution) -> Vec<Row<'a>> {
        let known: BTreeSet<&Id> = old
            .directives()
            .map(|(_, _, directive)| &directive.id)
            .collect();
        let (inside, outside): (Vec<&Part>, Vec<&Part>) = self
            .comparison
            .dropped
            .iter()
            .partition(|part| known.contains(&part.id));
        let mut rows = Vec::new();
        let mut whose = String::new();
        for part in inside.into_iter().chain(outside) {
            let entry = Entry {
                old: Some((printed(&self.old, &part.id), &part.text)),
                nature: vec![words::DROPPED],
                ..standing(&self.stood, &part.id)
            };
            // Whose task it was is the first thing one asks.
            let stood = [entry.session.as_str(), entry.who.as_str()];
            let stood = stood.into_iter().filter(|name| !name.is_empty());
            let stood = stood.collect::<Vec<_>>().join(" — ");
            if !stood.is_empty() && stood != whose {
                rows.push(Row::Band(with_colon(&stood)));
                whose = stood;
            }
            rows.push(Row::from(entry));
        }
        rows
    }

    fn pair(&self, pair: &'a Pair) -> Row<'a> {
        let mut nature = vec![words::relation(pair.relation)];
        let numbers = (
            printed(&self.old, &pair.old.id),
            printed(&self.new, &pair.new.id),
        );
        let mut facts = facts(&pair.changes);
        if pair.moved {
            nature.push(words::MOVED);
            let session = |places: &Places, id: &Id| standing(places, id).session;
            let (left, entered) = (
                session(&self.stood, &pair.old.id),
                session(&self.stands, &pair.new.id),
            );
            // Each session may number its own anew.
            let other = !left.is_empty() && !entered.is_empty() && left != entered;
            let numbered = !numbers.0.is_empty() && !numbers.1.is_empty();
            if numbered && (other || numbers.0 != numbers.1) {
                let point = |session: &str, number: &str| {
                    Some(if other {
                        format!("«{session}», п. {number}")
                    } else {
                        format!("п. {number}")
                    })
                };
                facts.push(Fact {
                    kind: Kind::Place,
                    old: point(&left, &numbers.0),
                    new: point(&entered, &numbers.1),
                });
            }
        }
        Row::from(Entry {
            old: Some((numbers.0, &pair.old.text)),
            new: Some((numbers.1, &pair.new.text)),
            words: readable(&pair.words),
            old_words: self.against_all(Op::Delete, pair),
            new_words: self.against_all(Op::Insert, pair),
            nature,
            link: words::link(pair),
            why: why(pair),
            facts,
            ..self.standing(&pair.new.id)
        })
    }

    /// One side of a pair against all its partners, by what comes of its own words (`own`); nothing where it has
    /// one partner, or where the words do not spell its text.
    fn against_all(&self, own: Op, pair: &Pair) -> Option<Vec<Word>> {
        let mine = side(own, pair);
        let pairs = self.comparison.pairs.iter();
        let pairs: Vec<&Pair> = pairs
            .filter(|other| side(own, other).id == mine.id)
            .collect();
        if pairs.len() < 2 {
            return None;
        }
        let mut lone = vec![true; mine.text.len()];
        for pair in pairs {
            let mut at = 0;
            let words = pair.words.iter();
            for word in words.filter(|word| word.op == Op::Equal || word.op == own) {
                let end = at + word.text.len();
                if word.op == Op::Equal {
                    lone.get_mut(at..end)?.fill(false);
                }
                at = end;
            }
            if at != mine.text.len() {
                return None;
            }
        }
        let mut words: Vec<Word> = Vec::new();
        for (at, letter) in mine.text.char_indices() {
            let op = if lone.get(at) == Some(&true) {
                own
            } else {
                Op::Equal
            };
            match words.last_mut() {
                Some(last) if last.op == op => last.text.push(letter),
                _ => words.push(Word {
                    op,
                    text: letter.into(),
                    light: None,
                }),
            }
        }
        Some(words)
    }

    fn standing(&self, id: &Id) -> Entry<'a> {
        standing(&self.stands, id)
    }

    fn added(&self, part: &'a Part) -> Row<'a> {
        Row::from(Entry {
            new: Some((printed(&self.new, &part.id), &part.text)),
            nature: vec![words::ADDED],
            ..self.standing(&part.id)
        })
    }
}

/// The side of a pair whose words come of `own`.
fn side(own: Op, pair: &Pair) -> &Part {
    match own {
        Op::Insert => &pair.new,
        _ => &pair.old,
    }
}

fn printed(numbers: &Numbers, id: &Id) -> String {
    numbers.get(id).cloned().unwrap_or_default()
}

/// The marks, unless they mark nothing or nearly everything.
fn readable(words: &[Word]) -> &[Word] {
    let letters = |op: Op| -> usize {
        let words = words.iter().filter(|word| word.op == op);
        words
            .map(|word| word.text.chars().filter(|c| c.is_alphanumeric()).count())
            .sum()
    };
    let (equal, changed) = (
        letters(Op::Equal),
        letters(Op::Insert).max(letters(Op::Delete)),
    );
    let marked = words.iter().any(|word| word.op != Op::Equal);
    let share = equal as f64 / (equal + changed).max(1) as f64;
    if marked && share >= READABLE {
        words
    } else {
        &[]
    }
}

/// The rows that are directives.
pub(super) fn entries<'a>(
    comparison: &'a Comparison,
    old: &Resolution,
    new: &Resolution,
) -> Vec<Entry<'a>> {
    let rows = rows(comparison, old, new).into_iter();
    rows.filter_map(|row| match row {
        Row::Band(_) => None,
        Row::Entry(entry) => Some(*entry),
    })
    .collect()
}
