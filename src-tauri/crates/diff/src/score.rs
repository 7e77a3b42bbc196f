//! How alike two directives are, as the share of such pairs a person would accept.

use std::collections::BTreeMap;

use crate::thresholds as t;
use crate::unit::Unit;

/// Rarity of stems over both documents.
#[derive(Debug)]
pub(crate) struct Rarity(BTreeMap<String, f64>);

impl Rarity {
    pub(crate) fn of(old: &[Unit<'_>], new: &[Unit<'_>]) -> Self {
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        for unit in old.iter().chain(new) {
            for stem in unit.weights.keys() {
                *counts.entry(stem.clone()).or_default() += 1.0;
            }
        }
        let all = (old.len() + new.len()) as f64;
        let idf = |count: f64| (1.0 + (all + 1.0) / (count + 0.5)).ln();
        Self(
            counts
                .into_iter()
                .map(|(stem, count)| (stem, idf(count)))
                .collect(),
        )
    }

    fn weight(&self, unit: &Unit<'_>, stem: &str) -> f64 {
        let idf = self.0.get(stem).copied().unwrap_or(1.0);
        unit.weights.get(stem).copied().unwrap_or_default() * idf
    }

    /// Weight of a whole unit.
    pub(crate) fn total(&self, unit: &Unit<'_>) -> f64 {
        unit.weights
            .keys()
            .map(|stem| self.weight(unit, stem))
            .sum()
    }

    /// Share of `part`'s weight that `whole` covers.
    pub(crate) fn covered(&self, part: &Unit<'_>, whole: &[&Unit<'_>]) -> f64 {
        let total = self.total(part);
        if total <= 0.0 {
            return 0.0;
        }
        let shared = part.weights.keys().filter(|stem| {
            whole
                .iter()
                .any(|unit| unit.weights.contains_key(stem.as_str()))
        });
        shared.map(|stem| self.weight(part, stem)).sum::<f64>() / total
    }

    fn cosine(&self, a: &Unit<'_>, b: &Unit<'_>) -> f64 {
        let norm = |unit: &Unit<'_>| {
            unit.weights
                .keys()
                .map(|stem| self.weight(unit, stem).powi(2))
                .sum::<f64>()
                .sqrt()
        };
        let dot: f64 = a
            .weights
            .keys()
            .map(|stem| self.weight(a, stem) * self.weight(b, stem))
            .sum();
        let (one, other) = (norm(a), norm(b));
        if one > 0.0 && other > 0.0 {
            dot / (one * other)
        } else {
            0.0
        }
    }

    /// The longest run of stems in both, by weight, against the lighter text.
    fn run(&self, a: &Unit<'_>, b: &Unit<'_>) -> f64 {
        let mut best = 0.0f64;
        let mut previous = vec![0.0f64; b.stems.len() + 1];
        for stem in &a.stems {
            let mut current = vec![0.0f64; b.stems.len() + 1];
            for (n, other) in b.stems.iter().enumerate() {
                if stem == other {
                    current[n + 1] = previous[n] + self.weight(a, stem);
                    best = best.max(current[n + 1]);
                }
            }
            previous = current;
        }
        let lighter = self.total(a).min(self.total(b));
        if lighter > 0.0 {
            (best / lighter).min(1.0)
        } else {
            0.0
        }
    }
}

/// Raw similarity, 0 to about 1.
pub(crate) fn raw(rarity: &Rarity, a: &Unit<'_>, b: &Unit<'_>) -> f64 {
    let containment = if rarity.total(a) <= rarity.total(b) {
        rarity.covered(a, &[b])
    } else {
        rarity.covered(b, &[a])
    };
    let shared = a.bigrams.intersection(&b.bigrams).count() as f64;
    let all = a.bigrams.union(&b.bigrams).count() as f64;
    let bigrams = if all > 0.0 { shared / all } else { 0.0 };
    let mut score = t::COSINE * rarity.cosine(a, b)
        + t::CONTAINMENT * containment
        + t::BIGRAMS * bigrams
        + t::RUN * rarity.run(a, b);
    if a.names.intersection(&b.names).next().is_some() {
        score += t::SHARED_NAME;
    }
    if a.classes.intersection(&b.classes).next().is_some() {
        score += t::SAME_ADDRESSEE;
    }
    let told = !a.measures.is_empty() && !b.measures.is_empty();
    if told && a.measures.is_disjoint(&b.measures) {
        score -= t::OTHER_MEASURE;
    }
    // «Мониторинг качества питания» and «… подготовки к экзаменам» have only the frame in common.
    let told = |unit: &Unit<'_>| unit.weights.values().any(|weight| *weight > t::PROCESS);
    let object_shared = a.weights.iter().any(|(stem, weight)| {
        *weight > t::PROCESS && b.weights.get(stem).is_some_and(|other| *other > t::PROCESS)
    });
    if told(a) && told(b) && !object_shared {
        score *= t::ONLY_FRAME;
    }
    score.max(0.0)
}

/// Raw similarities of all pairs with hubs damped.
pub(crate) fn matrix(rarity: &Rarity, old: &[Unit<'_>], new: &[Unit<'_>]) -> Vec<Vec<f64>> {
    let plain: Vec<Vec<f64>> = old
        .iter()
        .map(|a| new.iter().map(|b| raw(rarity, a, b)).collect())
        .collect();
    let rows: Vec<f64> = plain.iter().map(|row| rivals(row.clone())).collect();
    let columns: Vec<f64> = (0..new.len())
        .map(|n| rivals(plain.iter().map(|row| row[n]).collect()))
        .collect();
    let damped = |o: usize, n: usize| (plain[o][n] - t::HUB * (rows[o] + columns[n])).max(0.0);
    (0..old.len())
        .map(|o| (0..new.len()).map(|n| damped(o, n)).collect())
        .collect()
}

/// The mean of the best scores after the first.
fn rivals(mut scores: Vec<f64>) -> f64 {
    scores.sort_by(|a, b| b.total_cmp(a));
    let next: Vec<f64> = scores.into_iter().skip(1).take(t::RIVALS).collect();
    if next.is_empty() {
        0.0
    } else {
        next.iter().sum::<f64>() / next.len() as f64
    }
}

/// The share of pairs of that raw similarity that a person accepts.
pub(crate) fn probability(raw: f64) -> f64 {
    1.0 / (1.0 + (-t::STEEPNESS * (raw - t::MIDDLE)).exp())
}
