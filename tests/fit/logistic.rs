//! Logistic regression by Newton's method, with weights kept small.

use crate::Row;

const ROUNDS: usize = 25;
/// How much a large weight costs.
const COST: f64 = 1.0;

/// Weights of the numbers and, last, the constant.
pub(crate) fn fit(rows: &[Row]) -> Vec<f64> {
    fit_by(rows, |curve, slope, _| solve(curve, slope))
}

/// The same with no weight of the wrong sign.
pub(crate) fn fit_signed(rows: &[Row], signs: &[i8]) -> Vec<f64> {
    fit_by(rows, |curve, slope, weights| {
        within(&curve, &slope, weights, signs)
    })
}

/// By rounds of one step each, told from the curve and slope of the loss and the weights so far.
fn fit_by(rows: &[Row], step: impl Fn(Vec<Vec<f64>>, Vec<f64>, &[f64]) -> Vec<f64>) -> Vec<f64> {
    let width = rows.first().map_or(0, |row| row.numbers.len());
    let mut weights = vec![0.0; width + 1];
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0; width + 1];
        let mut curve = vec![vec![0.0; width + 1]; width + 1];
        for row in rows {
            let numbers: Vec<f64> = row.numbers.iter().copied().chain([1.0]).collect();
            let sum: f64 = weights.iter().zip(&numbers).map(|(w, n)| w * n).sum();
            let share = 1.0 / (1.0 + (-sum).exp());
            let error = f64::from(u8::from(row.right)) - share;
            for (one, number) in numbers.iter().enumerate() {
                slope[one] += error * number;
                for (other, second) in numbers.iter().enumerate() {
                    curve[one][other] += share * (1.0 - share) * number * second;
                }
            }
        }
        for n in 0..width {
            slope[n] -= COST * weights[n];
            curve[n][n] += COST;
        }
        curve[width][width] += 1e-6;
        let steps = step(curve, slope, &weights);
        for (weight, step) in weights.iter_mut().zip(steps) {
            *weight += step;
        }
    }
    weights
}

/// The step to the least of a bowl that leaves no weight of the wrong sign, one number at a time.
fn within(curve: &[Vec<f64>], slope: &[f64], weights: &[f64], signs: &[i8]) -> Vec<f64> {
    const SWEEPS: usize = 400;
    let mut steps = vec![0.0; slope.len()];
    for _ in 0..SWEEPS {
        for n in 0..slope.len() {
            let pulled: f64 = curve[n].iter().zip(&steps).map(|(c, s)| c * s).sum();
            let wanted = weights[n] + steps[n] + (slope[n] - pulled) / curve[n][n];
            let kept = match signs.get(n) {
                Some(1) => wanted.max(0.0),
                Some(-1) => wanted.min(0.0),
                _ => wanted,
            };
            steps[n] = kept - weights[n];
        }
    }
    steps
}

/// Solves a system of equations by elimination.
fn solve(mut rows: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for at in 0..count {
        let largest = (at..count).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()));
        let largest = largest.unwrap_or(at);
        rows.swap(at, largest);
        right.swap(at, largest);
        for below in at + 1..count {
            let share = rows[below][at] / rows[at][at];
            let row = rows[at].clone();
            for (value, above) in rows[below].iter_mut().zip(&row).skip(at) {
                *value -= share * above;
            }
            right[below] -= share * right[at];
        }
    }
    let mut out = vec![0.0; count];
    for at in (0..count).rev() {
        let known: f64 = (at + 1..count).map(|n| rows[at][n] * out[n]).sum();
        out[at] = (right[at] - known) / rows[at][at];
    }
    out
}
