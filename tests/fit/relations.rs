//! Several classes at once (softmax), each row with the classes that are right for it.

const ROUNDS: usize = 3000;
const STEP: f64 = 0.5;
/// How much a large weight costs.
const COST: f64 = 0.0005;

/// Numbers of a row and which classes a person would accept.
pub(crate) struct Choice {
    pub(crate) numbers: Vec<f64>,
    pub(crate) right: Vec<bool>,
}

/// Weights by class; the last one is the constant.
pub(crate) fn fit(rows: &[&Choice]) -> Vec<Vec<f64>> {
    let width = rows.first().map_or(0, |row| row.numbers.len()) + 1;
    let classes = rows.first().map_or(0, |row| row.right.len());
    let mut weights = vec![vec![0.0; width]; classes];
    let shares = |weights: &[Vec<f64>], numbers: &[f64]| -> Vec<f64> {
        let sums: Vec<f64> = weights
            .iter()
            .map(|w| w.iter().zip(numbers).map(|(w, n)| w * n).sum())
            .collect();
        let highest = sums.iter().copied().fold(f64::MIN, f64::max);
        let parts: Vec<f64> = sums.iter().map(|sum| (sum - highest).exp()).collect();
        let all: f64 = parts.iter().sum();
        parts.iter().map(|part| part / all).collect()
    };
    for _ in 0..ROUNDS {
        let mut slope = vec![vec![0.0; width]; classes];
        for row in rows {
            let numbers: Vec<f64> = row.numbers.iter().copied().chain([1.0]).collect();
            let told = shares(&weights, &numbers);
            // Of several right classes the likelier one is learnt more.
            let right: f64 = told
                .iter()
                .zip(&row.right)
                .filter(|(_, right)| **right)
                .map(|(share, _)| share)
                .sum();
            for class in 0..classes {
                let wanted = if row.right[class] {
                    told[class] / right
                } else {
                    0.0
                };
                for (slope, number) in slope[class].iter_mut().zip(&numbers) {
                    *slope += (wanted - told[class]) * number;
                }
            }
        }
        for (weights, slope) in weights.iter_mut().zip(&slope) {
            for (weight, slope) in weights.iter_mut().zip(slope) {
                *weight += STEP * (slope / rows.len() as f64 - COST * *weight);
            }
        }
    }
    weights
}
