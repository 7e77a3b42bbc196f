//! Logistic regression by gradient descent, with weights kept small.

use crate::Row;

const ROUNDS: usize = 4_000;
const STEP: f64 = 0.5;
/// How much a large weight costs, for each row.
const COST: f64 = 1.0;

/// Weights of the numbers and, last, the constant.
pub(crate) fn fit(rows: &[Row]) -> Vec<f64> {
    let width = rows.first().map_or(0, |row| row.numbers.len());
    let count = rows.len() as f64;
    let mut weights = vec![0.0; width + 1];
    // Momentum: plain descent is slow where numbers go together.
    let mut speed = vec![0.0; width + 1];
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0; width + 1];
        for row in rows {
            let sum: f64 = weights[width]
                + weights
                    .iter()
                    .zip(&row.numbers)
                    .map(|(w, n)| w * n)
                    .sum::<f64>();
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(row.right));
            for (slope, number) in slope.iter_mut().zip(&row.numbers) {
                *slope += error * number;
            }
            slope[width] += error;
        }
        for n in 0..=width {
            let cost = if n < width { COST * weights[n] } else { 0.0 };
            speed[n] = 0.95 * speed[n] - STEP * (slope[n] + cost) / count * 10.0;
            weights[n] += speed[n];
        }
    }
    weights
}
