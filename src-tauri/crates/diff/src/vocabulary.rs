//! Terms of both documents as small numbers, and how rare each of them is.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use svod_language::words::stem;

use crate::thresholds as t;

/// How common terms are among resolutions: a line is a term and the share of directives that hold
/// it. Written by `cargo run --release --example fit -p svod-tests -- --common`.
static COMMON: LazyLock<HashMap<&'static str, f64>> = LazyLock::new(|| {
    let lines = include_str!("../model/common.txt").lines();
    let shares = lines.filter_map(|line| {
        let (term, share) = line.rsplit_once(' ')?;
        Some((term, share.parse().ok()?))
    });
    shares.collect()
});

/// The same of four letters, which stand there behind «~».
static COMMON_FOURS: LazyLock<HashMap<[char; 4], f64>> = LazyLock::new(|| {
    let shares = COMMON.iter().filter_map(|(term, share)| {
        let letters: Vec<char> = term.strip_prefix('~')?.chars().collect();
        Some((letters.try_into().ok()?, *share))
    });
    shares.collect()
});

/// A term's number.
pub(crate) type Term = u32;

/// The terms of a word, whatever it stands for.
#[derive(Debug)]
pub(crate) struct Spelled {
    pub(crate) stem: Term,
    /// The letters it begins with.
    pub(crate) root: Term,
    /// Its letters, four by four.
    pub(crate) fours: Vec<Term>,
}

/// Terms of two documents. Rarity is counted over directives of both, beside some of the genre: what
/// is in every directive tells nothing apart, and two documents are too few to know it from.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, Term>,
    /// Those of four letters, apart: there are many, and none has to be written out.
    fours: HashMap<[char; 4], Term>,
    words: HashMap<String, Arc<Spelled>>,
    counts: Vec<u32>,
    /// Share of the directives of the genre that hold each.
    common: Vec<f64>,
    directives: u32,
}

impl Vocabulary {
    /// The number of a term, a new one if it was not met.
    pub(crate) fn number(&mut self, term: &str) -> Term {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = self.next(COMMON.get(term).copied());
        self.numbers.insert(term.to_owned(), number);
        number
    }

    /// The number of four letters in a row.
    fn four(&mut self, letters: [char; 4]) -> Term {
        if let Some(number) = self.fours.get(&letters) {
            return *number;
        }
        let number = self.next(COMMON_FOURS.get(&letters).copied());
        self.fours.insert(letters, number);
        number
    }

    fn next(&mut self, common: Option<f64>) -> Term {
        let number = Term::try_from(self.counts.len()).unwrap_or(Term::MAX);
        self.counts.push(0);
        self.common.push(common.unwrap_or_default());
        number
    }

    /// The terms of a folded word; most words stand in many directives.
    pub(crate) fn spelled(&mut self, word: &str) -> Arc<Spelled> {
        if let Some(spelled) = self.words.get(word) {
            return Arc::clone(spelled);
        }
        let stem = self.number(&one_thing(word));
        let root: String = word.chars().take(t::ROOT).collect();
        let root = self.number(&format!("{root}-"));
        let letters: Vec<char> = word.chars().collect();
        let fours = letters.windows(4).filter_map(|four| four.try_into().ok());
        let fours = fours.map(|four| self.four(four)).collect();
        let spelled = Arc::new(Spelled { stem, root, fours });
        self.words.insert(word.to_owned(), Arc::clone(&spelled));
        spelled
    }

    /// Counts the terms of one more directive; each of them once.
    pub(crate) fn count(&mut self, terms: impl Iterator<Item = Term>) {
        self.directives += 1;
        for term in terms {
            if let Some(count) = self.counts.get_mut(term as usize) {
                *count += 1;
            }
        }
    }

    /// How many directives of both documents hold a term.
    pub(crate) fn times(&self, term: Term) -> u32 {
        self.counts.get(term as usize).copied().unwrap_or_default()
    }

    /// Forgets how often each term was counted, but not its number.
    pub(crate) fn count_anew(&mut self) {
        self.counts.fill(0);
        self.directives = 0;
    }

    /// Every term with its count.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (String, u32)> {
        let count = |term: &Term| self.counts.get(*term as usize).copied().unwrap_or_default();
        let numbers = self.numbers.iter();
        let terms = numbers.map(move |(term, number)| (term.clone(), count(number)));
        let fours = self.fours.iter().map(move |(letters, number)| {
            let letters: String = letters.iter().collect();
            (format!("~{letters}"), count(number))
        });
        terms.chain(fours)
    }

    /// How many terms there are.
    pub(crate) fn len(&self) -> usize {
        self.counts.len()
    }

    /// Weight of a term by its rarity, 0.7 (in each directive) to about 6.
    pub(crate) fn rarity(&self, term: Term) -> f64 {
        let at = term as usize;
        let count = f64::from(self.counts.get(at).copied().unwrap_or_default());
        let common = self.common.get(at).copied().unwrap_or_default() * t::COMMON_DIRECTIVES;
        let all = f64::from(self.directives) + t::COMMON_DIRECTIVES;
        (1.0 + (all + 1.0) / (count + common + 0.5)).ln()
    }
}

/// Words for one thing by how they begin, and the usual one's stem: «учреждение» is «организация» since 273-ФЗ renamed
/// it, and a school is «образовательная организация» or «общеобразовательная».
const ONE_THING: [(&str, &str); 4] = [
    ("учащ", "обуча"),
    ("школьник", "обуча"),
    ("учрежден", "организац"),
    ("общеобразовательн", "образовательн"),
];

/// The stem of a folded word, or that of the usual word for the same thing.
fn one_thing(word: &str) -> String {
    let usual = ONE_THING
        .iter()
        .find(|(begins, _)| word.starts_with(begins));
    usual.map_or_else(|| stem(word), |(_, usual)| (*usual).to_owned())
}

/// Terms with their weights, in order of their numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weights {
    terms: Vec<(Term, f64)>,
    total: f64,
    length: f64,
}

impl Weights {
    /// Of a term met twice the larger weight counts.
    pub(crate) fn new(mut terms: Vec<(Term, f64)>) -> Self {
        terms.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        terms.dedup_by_key(|term| term.0);
        let mut weights = Self {
            terms,
            ..Self::default()
        };
        weights.measure();
        weights
    }

    fn measure(&mut self) {
        self.total = self.terms.iter().map(|term| term.1).sum();
        self.length = self
            .terms
            .iter()
            .map(|term| term.1 * term.1)
            .sum::<f64>()
            .sqrt();
    }

    /// Lets rare terms weigh more.
    pub(crate) fn by_rarity(&mut self, vocabulary: &Vocabulary) {
        for term in &mut self.terms {
            term.1 *= vocabulary.rarity(term.0);
        }
        self.measure();
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Term, f64)> + '_ {
        self.terms.iter().copied()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The sum of all weights.
    pub(crate) fn total(&self) -> f64 {
        self.total
    }

    /// Its length as a vector.
    pub(crate) fn length(&self) -> f64 {
        self.length
    }

    pub(crate) fn has(&self, term: Term) -> bool {
        self.terms
            .binary_search_by_key(&term, |term| term.0)
            .is_ok()
    }

    /// Terms of both, with the weight in each.
    pub(crate) fn shared<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = (Term, f64, f64)> + 'a {
        let mut right = other.terms.as_slice();
        self.terms.iter().filter_map(move |&(term, weight)| {
            while let [(next, other), rest @ ..] = right
                && *next <= term
            {
                right = rest;
                if *next == term {
                    return Some((term, weight, *other));
                }
            }
            None
        })
    }

    /// Likeness of two vectors, 0 to 1.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let lengths = self.length * other.length;
        if lengths <= 0.0 {
            return 0.0;
        }
        self.shared(other).map(|(_, a, b)| a * b).sum::<f64>() / lengths
    }

    /// Share of this one's weight that the other ones cover, 0 to 1.
    pub(crate) fn covered(&self, others: &[&Self]) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        let shared: f64 = match others {
            [one] => self.shared(one).map(|(_, weight, _)| weight).sum(),
            others => self
                .iter()
                .filter(|(term, _)| others.iter().any(|other| other.has(*term)))
                .map(|(_, weight)| weight)
                .sum(),
        };
        shared / self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_is_one_thing_by_whatever_name_and_so_are_its_pupils() {
        let old = "разработать и утвердить муниципальную программу развития воспитания в общеобразовательных \
                   учреждениях при участии советов школьников";
        let new = "разработать и утвердить муниципальную программу по развитию воспитания в образовательных \
                   организациях на период до 2028 года. Предусмотреть в ней обучение вожатых и поощрение лучших смен";
        assert!(crate::tests::relation(old, new).is_some());
        for (one, other) in [
            ("школьников", "обучающихся"),
            ("учащимся", "обучающимся"),
            ("учреждение", "организации"),
            ("общеобразовательных", "образовательной"),
        ] {
            assert_eq!(one_thing(one), one_thing(other));
        }
        assert_ne!(one_thing("школьный"), one_thing("школьник"));
    }
}
