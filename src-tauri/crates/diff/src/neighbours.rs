//! The rest of a file that came back, told by where it stands.
//!
//! A comparison of two documents asks whether two texts are the same task, and is right to doubt one
//! whose object is called otherwise. A file that was sent out and came back is another question: in
//! the same place, between the same neighbours, half the words are enough.

use std::collections::{BTreeMap, BTreeSet};

use svod_language::words::{fold, is_word, stem};
use svod_model::{Directive, Id, Resolution};

use crate::thresholds::LOOK_AT_ALL;

/// Share of common words from which two texts are one, wherever they stand.
const ANYWHERE: f64 = 0.8;

/// The same between matched neighbours, and where both neighbours are matched to each other.
const BETWEEN: f64 = 0.45;
const NEXT: f64 = 0.35;

/// Pairs what is left of both sides, the likeliest first: the file's directive and the whole's.
pub(crate) fn by_place(
    whole: &Resolution,
    returned: &Resolution,
    matched: &BTreeMap<&Id, &Id>,
) -> Vec<(Id, Id)> {
    let old = Side::of(whole);
    let new = Side::of(returned);
    let taken: BTreeSet<&Id> = matched.values().copied().collect();
    let place_of: BTreeMap<&Id, usize> =
        old.ids.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    let place = |id: &Id| matched.get(id).and_then(|old| place_of.get(old).copied());
    let places: Vec<Option<usize>> = new.ids.iter().map(|id| place(id)).collect();
    // In large documents only the neighbourhood is looked at.
    let all = old.ids.len() * new.ids.len() <= LOOK_AT_ALL;
    let mut likely = Vec::new();
    for (n, _) in places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.is_none())
    {
        let before = places.iter().take(n).rev().flatten().next();
        let after = places.iter().skip(n + 1).flatten().next();
        let beside = |at: Option<&Option<usize>>| at.copied().flatten();
        let (left, right) = (
            beside(n.checked_sub(1).and_then(|n| places.get(n))),
            beside(places.get(n + 1)),
        );
        for (o, id) in old.ids.iter().enumerate() {
            if taken.contains(id) {
                continue;
            }
            let between =
                before.is_none_or(|before| *before < o) && after.is_none_or(|after| o < *after);
            let next =
                left.is_some_and(|left| left + 1 == o) || right.is_some_and(|right| o + 1 == right);
            let enough = match (next, between) {
                (true, _) => NEXT,
                (false, true) => BETWEEN,
                (false, false) => ANYWHERE,
            };
            if !next && !between && !all {
                continue;
            }
            let share = old.share(o, &new, n);
            if share >= enough {
                likely.push((share, n, o));
            }
        }
    }
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut news, mut olds) = (BTreeSet::new(), BTreeSet::new());
    likely
        .into_iter()
        .filter(|(_, n, o)| {
            !news.contains(n) && !olds.contains(o) && news.insert(*n) && olds.insert(*o)
        })
        .filter_map(|(_, n, o)| Some(((*new.ids.get(n)?).clone(), (*old.ids.get(o)?).clone())))
        .collect()
}

/// The directives of a document in order, and the stems of each.
struct Side<'a> {
    ids: Vec<&'a Id>,
    words: Vec<BTreeSet<String>>,
}

impl<'a> Side<'a> {
    fn of(resolution: &'a Resolution) -> Self {
        let directives = resolution.directives().map(|(_, _, directive)| directive);
        let (ids, words) = directives
            .map(|directive| (&directive.id, stems(directive)))
            .unzip();
        Self { ids, words }
    }

    /// How much of the shorter text is in the other one: a half of a directive is in its whole.
    fn share(&self, own: usize, other: &Self, its: usize) -> f64 {
        let (Some(one), Some(two)) = (self.words.get(own), other.words.get(its)) else {
            return 0.0;
        };
        let common = one.intersection(two).count() as f64;
        let (short, long) = (one.len().min(two.len()), one.len().max(two.len()));
        // Three words are too few to be a part of anything.
        let of = if short < 4 { long } else { short };
        common / of.max(1) as f64
    }
}

fn stems(directive: &Directive) -> BTreeSet<String> {
    let text = fold(&directive.text);
    let words = text.split(|c: char| !is_word(c));
    let long = words.filter(|word| word.chars().count() > 2);
    long.map(|word| stem(word).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Group, Section};

    fn document(items: &[(&str, &str)]) -> Resolution {
        let directives = items.iter().map(|(id, text)| Directive {
            id: Id::new(*id),
            text: (*text).into(),
            ..Directive::default()
        });
        Resolution {
            sections: vec![Section {
                groups: vec![Group {
                    directives: directives.collect(),
                    ..Group::default()
                }],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    fn placed(new: &[(&str, &str)], matched: &[(&str, &str)]) -> Vec<(String, String)> {
        let whole = document(&[
            ("a", "утвердить план профилактики травматизма"),
            ("b", "обновить паспорта дорожной безопасности школ"),
            ("c", "открыть клубы робототехники"),
        ]);
        let ids: Vec<(Id, Id)> = matched
            .iter()
            .map(|(new, old)| (Id::new(*new), Id::new(*old)))
            .collect();
        let matched = ids.iter().map(|(new, old)| (new, old)).collect();
        let pairs = by_place(&whole, &document(new), &matched);
        pairs
            .into_iter()
            .map(|(new, old)| (new.to_string(), old.to_string()))
            .collect()
    }

    #[test]
    fn half_the_words_are_enough_between_the_same_neighbours() {
        let new = [
            ("1", "а"),
            (
                "2",
                "обновить паспорта антитеррористической безопасности зданий",
            ),
            ("3", "в"),
        ];
        let pairs = placed(&new, &[("1", "a"), ("3", "c")]);
        assert_eq!(pairs, [("2".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn another_task_in_the_place_of_one_is_new() {
        let new = [
            ("1", "а"),
            ("2", "закупить учебники для кадетских классов"),
            ("3", "в"),
        ];
        assert!(placed(&new, &[("1", "a"), ("3", "c")]).is_empty());
    }
}
