//! Which pairs stand elsewhere: those in another session, and those outside the heaviest run that keeps
//! its order.

use std::collections::{BTreeMap, BTreeSet};

use svod_language::words::{fold, is_word};
use svod_model::Section;

use crate::pairing::Link;
use crate::unit::Unit;

/// For each link, whether its directive moved. Long texts hold their place before short ones.
pub(crate) fn moved(links: &[Link], old: &[Unit<'_>], new: &[Unit<'_>]) -> Vec<bool> {
    let sections = Sections::of(links, old, new);
    let mut moved: Vec<bool> = links
        .iter()
        .map(|link| sections.differ(old[link.old].section, new[link.new].section))
        .collect();
    // What came from another session says nothing of the order of those that stayed.
    let mut order: Vec<usize> = (0..links.len()).filter(|n| !moved[*n]).collect();
    order.sort_by_key(|n| (links[*n].new, links[*n].old));
    // Heaviest chain with rising places on the old side; equal places are parts of one split.
    let mut best: Vec<(u64, Option<usize>)> = Vec::new();
    for (at, &n) in order.iter().enumerate() {
        let before = (0..at)
            .filter(|b| links[order[*b]].old <= links[n].old)
            .max_by_key(|b| best[*b].0);
        let so_far = before.map_or(0, |b| best[b].0);
        best.push((so_far + weight(&links[n], old, new), before));
    }
    for n in &order {
        moved[*n] = true;
    }
    let mut next = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(at) = next {
        moved[order[at]] = false;
        next = best[at].1;
    }
    moved
}

/// How many letters a pair has at least.
fn weight(link: &Link, old: &[Unit<'_>], new: &[Unit<'_>]) -> u64 {
    let texts = [&old[link.old].directive.text, &new[link.new].directive.text];
    let shortest = texts.iter().map(|text| text.chars().count()).min();
    shortest.unwrap_or_default() as u64 + 1
}

/// Which session of the new document is which of the old one.
struct Sections {
    old: BTreeMap<usize, usize>,
    new: BTreeSet<usize>,
}

/// A session as a key: where it stands in memory, for no two stand at one place.
fn key(section: &Section) -> usize {
    std::ptr::from_ref(section) as usize
}

impl Sections {
    /// Sessions of one name are one, of the rest those that have more in common with each other than with any other.
    fn of(links: &[Link], old: &[Unit<'_>], new: &[Unit<'_>]) -> Self {
        let mut shared: BTreeMap<(usize, usize), (bool, u64)> = BTreeMap::new();
        for link in links {
            let (one, other) = (old[link.old].section, new[link.new].section);
            let entry = shared.entry((key(one), key(other))).or_default();
            entry.0 = has_one_name(one, other);
            entry.1 += weight(link, old, new);
        }
        // Sessions that share no directive may still bear one name.
        for (one, other) in named_alike(old, new) {
            shared.entry((key(one), key(other))).or_default().0 = true;
        }
        let mut likely: Vec<_> = shared.into_iter().collect();
        likely.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut sections = Self {
            old: BTreeMap::new(),
            new: BTreeSet::new(),
        };
        for ((one, other), _) in likely {
            if !sections.old.contains_key(&one) && !sections.new.contains(&other) {
                sections.old.insert(one, other);
                sections.new.insert(other);
            }
        }
        sections
    }

    /// Whether both sessions live on, but not as one another.
    fn differ(&self, one: &Section, other: &Section) -> bool {
        let lives_on = self.old.get(&key(one));
        lives_on.is_some_and(|heir| *heir != key(other)) && self.new.contains(&key(other))
    }
}

fn has_one_name(one: &Section, other: &Section) -> bool {
    let name = |section: &Section| -> Option<String> {
        let words = fold(section.title.as_deref()?);
        let words = words.split(|c: char| !is_word(c));
        let name: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        (!name.is_empty()).then(|| name.join(" "))
    };
    name(one).is_some_and(|own| name(other) == Some(own))
}

fn named_alike<'a>(old: &[Unit<'a>], new: &[Unit<'a>]) -> Vec<(&'a Section, &'a Section)> {
    let all = |units: &[Unit<'a>]| -> Vec<&'a Section> {
        let mut sections: Vec<&Section> = units.iter().map(|unit| unit.section).collect();
        sections.dedup_by_key(|section| key(section));
        sections
    };
    let others = all(new);
    let pairs = all(old).into_iter().flat_map(|one| {
        let alike = others.iter().filter(move |other| has_one_name(one, other));
        alike.map(move |other| (one, *other)).collect::<Vec<_>>()
    });
    pairs.collect()
}
