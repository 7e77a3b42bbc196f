use std::collections::{BTreeMap, BTreeSet};

use svod_diff::{Comparison, Op, Pair};
use svod_model::Id;

use super::lines::Line;
use super::pieces::{Piece, kept_share, letters, pieces};
use crate::docx::Style;

/// What a paragraph of the redline is. Numbers are places in the old and the new document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// It stands where it stood.
    Kept {
        old: usize,
        new: usize,
        pieces: Vec<Piece>,
    },
    /// Only the old document has it.
    Gone { old: usize },
    /// Only the new document has it.
    Come { new: usize },
    /// It stood here.
    MovedFrom { old: usize, pieces: Vec<Piece> },
    /// It stands here now; `old` names the move.
    MovedTo {
        old: usize,
        new: usize,
        pieces: Vec<Piece>,
    },
}

/// Below this share of common words two paragraphs that are no directives are two.
const SAME_PARAGRAPH: f64 = 0.5;

/// Below this share of kept letters a paragraph that moved is a new one.
const SAME_WHEN_MOVED: f64 = 0.35;

/// A paragraph shorter than this is too common to have moved.
const LETTERS_TO_MOVE: usize = 12;

/// Finds the way from the old paragraphs to the new ones: in place are those that keep the most text
/// in order, moved are pairs outside that order.
pub(super) fn align(old: &[Line], new: &[Line], comparison: &Comparison) -> Vec<Step> {
    let partners = partners(old, new, comparison);
    let kept = in_place(old, new, &partners);
    let moved = moved(old, new, &partners, &kept);
    steps(old, new, &partners, &kept, &moved)
}

/// The new paragraph and the pair of each old directive that has one. One of a split and one of a
/// merger stands for the whole; the other parts come and go.
type Partners<'a> = BTreeMap<usize, (usize, &'a Pair)>;

fn partners<'a>(old: &[Line], new: &[Line], comparison: &'a Comparison) -> Partners<'a> {
    let places = |lines: &[Line]| -> BTreeMap<Id, usize> {
        let named = lines.iter().enumerate().rev();
        named
            .filter_map(|(place, line)| Some((line.id.clone()?, place)))
            .collect()
    };
    let (old, new) = (places(old), places(new));
    let mut pairs: Vec<(usize, usize, &Pair)> = comparison
        .pairs
        .iter()
        .filter_map(|pair| Some((*new.get(&pair.new.id)?, *old.get(&pair.old.id)?, pair)))
        .collect();
    pairs.sort_by_key(|(new, old, _)| (*new, *old));
    let (mut partners, mut taken) = (Partners::new(), BTreeSet::new());
    for (new, old, pair) in pairs {
        if !partners.contains_key(&old) && taken.insert(new) {
            partners.insert(old, (new, pair));
        }
    }
    partners
}

/// The pairs that keep the order of both documents and the most of their text.
fn in_place(old: &[Line], new: &[Line], partners: &Partners<'_>) -> Vec<(usize, usize)> {
    let mut words = Words::default();
    let (before, after) = (words.bags(old), words.bags(new));
    let weight = |o: usize, n: usize| -> f32 {
        let (one, other) = (&old[o], &new[n]);
        let alike = dice(&before[o], &after[n]);
        let least = match (&one.id, &other.id) {
            (Some(_), Some(_)) if partners.get(&o).is_some_and(|(new, _)| *new == n) => 0.0,
            (None, None) if one.style == other.style => least_alike(one.style),
            _ => return 0.0,
        };
        if alike < least || letters(&one.text) == 0 && one.text != other.text {
            return 0.0;
        }
        let same = if one.text == other.text { 4.0 } else { 1.0 };
        (same + letters(&other.text) as f64 * (0.3 + 0.7 * alike)) as f32
    };
    // best[o][n]: the most that the paragraphs from `o` and from `n` on can keep.
    let mut best = vec![vec![0.0_f32; new.len() + 1]; old.len() + 1];
    let mut paired = vec![vec![false; new.len()]; old.len()];
    for o in (0..old.len()).rev() {
        for n in (0..new.len()).rev() {
            let without = best[o + 1][n].max(best[o][n + 1]);
            let weight = weight(o, n);
            let with = best[o + 1][n + 1] + weight;
            paired[o][n] = weight > 0.0 && with >= without;
            best[o][n] = with.max(without);
        }
    }
    let (mut o, mut n, mut kept) = (0, 0, Vec::new());
    while o < old.len() && n < new.len() {
        if paired[o][n] {
            kept.push((o, n));
            (o, n) = (o + 1, n + 1);
        } else if best[o + 1][n] >= best[o][n + 1] {
            o += 1;
        } else {
            n += 1;
        }
    }
    kept
}

/// A title block has each of its lines once: whatever they say, one became the other.
fn least_alike(style: Style) -> f64 {
    match style {
        Style::Draft | Style::Kind | Style::DatePlace | Style::Adoption => 0.0,
        Style::Subtitle => 0.2,
        _ => SAME_PARAGRAPH,
    }
}

/// Pairs that do not stand in place: directives by the comparison, other paragraphs by their text.
fn moved(
    old: &[Line],
    new: &[Line],
    partners: &Partners<'_>,
    kept: &[(usize, usize)],
) -> BTreeMap<usize, (usize, Vec<Piece>)> {
    let (stay, stand): (BTreeSet<usize>, BTreeSet<usize>) = kept.iter().copied().unzip();
    let mut moved = BTreeMap::new();
    for (o, (n, pair)) in partners {
        if stay.contains(o) || stand.contains(n) {
            continue;
        }
        let pieces = pieces(&old[*o].text, &new[*n].text, Some(&pair.words));
        if kept_share(&pieces) >= SAME_WHEN_MOVED {
            moved.insert(*o, (*n, pieces));
        }
    }
    let free = |n: &usize| !stand.contains(n) && new[*n].id.is_none();
    let mut texts: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for n in (0..new.len()).rev().filter(free) {
        let line = &new[n];
        texts
            .entry((line.style.id(), &line.text))
            .or_default()
            .push(n);
    }
    for (o, line) in old.iter().enumerate() {
        if stay.contains(&o) || line.id.is_some() || letters(&line.text) < LETTERS_TO_MOVE {
            continue;
        }
        let same = texts.get_mut(&(line.style.id(), line.text.as_str()));
        if let Some(n) = same.and_then(Vec::pop) {
            moved.insert(o, (n, pieces(&line.text, &line.text, None)));
        }
    }
    moved
}

/// Turns pairs in place whose paragraphs look different — a point became a sub-item, its numbers
/// begin anew — into moves: Word tells a change of look apart from a change of text, and programs
/// disagree on what taking it back does to a number.
pub(super) fn part_by_look(steps: Vec<Step>, old: &[Line], new: &[Line]) -> Vec<Step> {
    let look = |line: &Line| (line.style, line.list);
    let mut out = Vec::new();
    for step in steps {
        match step {
            Step::Kept {
                old: o,
                new: n,
                pieces,
            } if look(&old[o]) != look(&new[n]) => {
                if kept_share(&pieces) < SAME_WHEN_MOVED {
                    out.extend([Step::Gone { old: o }, Step::Come { new: n }]);
                } else {
                    out.push(Step::MovedFrom {
                        old: o,
                        pieces: pieces.clone(),
                    });
                    out.push(Step::MovedTo {
                        old: o,
                        new: n,
                        pieces,
                    });
                }
            }
            step => out.push(step),
        }
    }
    // Between two paragraphs that stay, first all that goes, then all that comes, part by part: a new
    // title does not stand behind the old directives.
    for gap in out.split_mut(|step| matches!(step, Step::Kept { .. })) {
        gap.sort_by_key(|step| match step {
            Step::Gone { old: o } | Step::MovedFrom { old: o, .. } => (old[*o].part, false),
            Step::Come { new: n } | Step::MovedTo { new: n, .. } | Step::Kept { new: n, .. } => {
                (new[*n].part, true)
            }
        });
    }
    out
}

/// Leaves in one piece what moves from or to a place before a paragraph of another look. Taking away
/// a paragraph that goes in parts LibreOffice gives its style and its number to the next one.
pub(super) fn whole_before_other_looks(steps: &mut [Step], old: &[Line], new: &[Line]) {
    let look = |line: &Line| (line.style, line.list);
    // The looks of the next paragraphs of the old and of the new document.
    let (mut stood, mut stands) = (None, None);
    for step in steps.iter_mut().rev() {
        match step {
            Step::Kept { new: n, .. } => {
                stood = Some(look(&new[*n]));
                stands = stood;
            }
            Step::Gone { old: o } => stood = Some(look(&old[*o])),
            Step::Come { new: n } => stands = Some(look(&new[*n])),
            Step::MovedFrom { old: o, pieces } => {
                let line = &old[*o];
                *pieces = if stands == Some(look(line)) {
                    without(pieces, Op::Insert)
                } else {
                    whole(line)
                };
                stood = Some(look(line));
            }
            Step::MovedTo { new: n, pieces, .. } => {
                let line = &new[*n];
                *pieces = if stood == Some(look(line)) {
                    without(pieces, Op::Delete)
                } else {
                    whole(line)
                };
                stands = Some(look(line));
            }
        }
    }
}

fn without(pieces: &[Piece], gone: Op) -> Vec<Piece> {
    let kept = pieces.iter().filter(|piece| piece.op != gone);
    kept.cloned().collect()
}

fn whole(line: &Line) -> Vec<Piece> {
    vec![Piece {
        op: Op::Equal,
        text: line.text.clone(),
    }]
}

/// The paragraphs that stand in place.
pub(super) fn kept(steps: &[Step]) -> Vec<(usize, usize)> {
    let kept = steps.iter().filter_map(|step| match step {
        Step::Kept { old, new, .. } => Some((*old, *new)),
        Step::Gone { .. } | Step::Come { .. } | Step::MovedFrom { .. } | Step::MovedTo { .. } => {
            None
        }
    });
    kept.collect()
}

fn steps(
    old: &[Line],
    new: &[Line],
    partners: &Partners<'_>,
    kept: &[(usize, usize)],
    moved: &BTreeMap<usize, (usize, Vec<Piece>)>,
) -> Vec<Step> {
    let came_from: BTreeMap<usize, usize> = moved.iter().map(|(o, (n, _))| (*n, *o)).collect();
    let (mut o, mut n, mut steps) = (0, 0, Vec::new());
    let ends = kept.iter().copied().map(Some).chain([None]);
    for end in ends {
        let (last_old, last_new) = end.unwrap_or((old.len(), new.len()));
        steps.extend((o..last_old).map(|old| match moved.get(&old) {
            Some((_, pieces)) => Step::MovedFrom {
                old,
                pieces: pieces.clone(),
            },
            None => Step::Gone { old },
        }));
        steps.extend((n..last_new).map(|new| match came_from.get(&new) {
            Some(old) => Step::MovedTo {
                old: *old,
                new,
                pieces: moved[old].1.clone(),
            },
            None => Step::Come { new },
        }));
        if let Some((old_place, new_place)) = end {
            let known = partners
                .get(&old_place)
                .map(|(_, pair)| pair.words.as_slice());
            steps.push(Step::Kept {
                old: old_place,
                new: new_place,
                pieces: pieces(&old[old_place].text, &new[new_place].text, known),
            });
        }
        (o, n) = (last_old + 1, last_new + 1);
    }
    steps
}

/// Numbers words, so that paragraphs are compared quickly.
#[derive(Default)]
struct Words(BTreeMap<String, u32>);

impl Words {
    fn bags(&mut self, lines: &[Line]) -> Vec<Vec<u32>> {
        let mut bag = |line: &Line| {
            let text = line.text.to_lowercase().replace('ё', "е");
            let words = text.split(|c: char| !c.is_alphanumeric());
            let words = words.filter(|word| !word.is_empty());
            let mut bag: Vec<u32> = words.map(|word| self.number(word)).collect();
            bag.sort_unstable();
            bag
        };
        lines.iter().map(&mut bag).collect()
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.0.get(word) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(word.to_owned(), number);
        number
    }
}

/// Share of common words in two sorted bags, 0 to 1.
fn dice(one: &[u32], other: &[u32]) -> f64 {
    let (mut a, mut b, mut common) = (0, 0, 0);
    while let (Some(left), Some(right)) = (one.get(a), other.get(b)) {
        common += usize::from(left == right);
        (a, b) = (
            a + usize::from(left <= right),
            b + usize::from(right <= left),
        );
    }
    2.0 * common as f64 / (one.len() + other.len()).max(1) as f64
}
