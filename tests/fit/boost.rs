//! Gradient boosting of shallow trees on the logistic loss (second order, as in `XGBoost`).

use svod_diff::fitting::{DEPTH, INNER, LEAVES, Tree};

use crate::Row;

const TREES: usize = 150;
/// How much of each tree is taken.
const SHARE: f64 = 0.05;
/// Shares of the rows and of the numbers each tree is grown on.
const ROWS_SEEN: f64 = 0.7;
const NUMBERS_ASKED: f64 = 0.4;
/// Least number of rows in a leaf.
const LEAST: usize = 40;
/// Pulls leaves to nothing.
const CALM: f64 = 2.0;
/// Bounds tried for each number.
const BINS: usize = 48;

/// So many fits by other chance are averaged: one alone is a hundredth better or worse by luck.
const FITS: u64 = 3;

/// Log-odds of all rows, and the trees. No number speaks against its sign: where it grows, the
/// log-odds of a row never fall (1) or never rise (-1).
pub(crate) fn fit(rows: &[Row], signs: &[i8]) -> (f64, Vec<Tree>) {
    let mut constant = 0.0;
    let mut trees = Vec::new();
    for seed in 1..=FITS {
        let (first, mut grown) = fit_by(rows, signs, Chance(seed));
        constant = first;
        for leaf in grown.iter_mut().flat_map(|tree| &mut tree.leaves) {
            *leaf /= FITS as f64;
        }
        trees.append(&mut grown);
    }
    (constant, trees)
}

fn fit_by(rows: &[Row], signs: &[i8], mut chance: Chance) -> (f64, Vec<Tree>) {
    let right = rows.iter().filter(|row| row.right).count() as f64;
    let constant = (right / (rows.len() as f64 - right)).ln();
    let width = rows.first().map_or(0, |row| row.numbers.len());
    let bounds: Vec<Vec<f64>> = (0..width).map(|number| bounds(rows, number)).collect();
    // Each row's bin of each number: the bound it first fits under.
    let bins: Vec<Vec<usize>> = rows
        .iter()
        .map(|row| {
            (0..width)
                .map(|number| bounds[number].partition_point(|bound| *bound < row.numbers[number]))
                .collect()
        })
        .collect();
    let mut odds = vec![constant; rows.len()];
    let mut trees = Vec::new();
    for _ in 0..TREES {
        let steps: Vec<(f64, f64)> = rows
            .iter()
            .zip(&odds)
            .map(|(row, odds)| {
                let share = 1.0 / (1.0 + (-odds).exp());
                (
                    f64::from(u8::from(row.right)) - share,
                    share * (1.0 - share),
                )
            })
            .collect();
        let mut tree = Tree {
            inner: [(0, f64::MAX); INNER],
            leaves: [0.0; LEAVES],
        };
        // Each tree sees some of the rows and asks for some of the numbers: together they are calmer.
        let (seen, unseen): (Vec<usize>, Vec<usize>) =
            (0..rows.len()).partition(|_| chance.next() < ROWS_SEEN);
        let asked: Vec<bool> = (0..width).map(|_| chance.next() < NUMBERS_ASKED).collect();
        let grower = Grower {
            asked: &asked,
            signs,
            bounds: &bounds,
            bins: &bins,
            steps: &steps,
        };
        grower.grow(&mut tree, (0, 0), WIDE, seen, &mut odds);
        for row in unseen {
            odds[row] += tree.value(&rows[row].numbers);
        }
        trees.push(tree);
    }
    (constant, trees)
}

/// Bounds that cut the rows' values of a number into about equal parts.
fn bounds(rows: &[Row], number: usize) -> Vec<f64> {
    let mut values: Vec<f64> = rows.iter().map(|row| row.numbers[number]).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let step = (values.len() / BINS).max(1);
    values.iter().step_by(step).copied().collect()
}

/// Numbers that look like chance and are the same on every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1u64 << 24) as f64
    }
}

/// The least and the largest value a leaf may have.
type Range = (f64, f64);
const WIDE: Range = (f64::NEG_INFINITY, f64::INFINITY);

/// The best question of a node.
struct Split {
    gain: f64,
    number: usize,
    bin: usize,
    /// What each side may be worth below it.
    ranges: [Range; 2],
}

struct Grower<'a> {
    asked: &'a [bool],
    signs: &'a [i8],
    bounds: &'a [Vec<f64>],
    bins: &'a [Vec<usize>],
    steps: &'a [(f64, f64)],
}

impl Grower<'_> {
    fn grow(
        &self,
        tree: &mut Tree,
        (at, depth): (usize, usize),
        range: Range,
        rows: Vec<usize>,
        odds: &mut [f64],
    ) {
        if depth == DEPTH {
            let (slope, curve) = self.sums(&rows);
            let value = SHARE * worth(slope, curve, range);
            tree.leaves[at - INNER] = value;
            for row in rows {
                odds[row] += value;
            }
            return;
        }
        let split = self.split(&rows, range).unwrap_or(Split {
            gain: 0.0,
            number: 0,
            bin: usize::MAX,
            ranges: [range; 2],
        });
        // A node without a good question sends every row to the left.
        tree.inner[at] = (
            split.number,
            self.bounds[split.number]
                .get(split.bin)
                .map_or(9e9, |bound| round(*bound)),
        );
        let (less, more): (Vec<usize>, Vec<usize>) = rows
            .into_iter()
            .partition(|row| self.bins[*row][split.number] <= split.bin);
        let [low, high] = split.ranges;
        self.grow(tree, (2 * at + 1, depth + 1), low, less, odds);
        self.grow(tree, (2 * at + 2, depth + 1), high, more, odds);
    }

    fn sums(&self, rows: &[usize]) -> (f64, f64) {
        let steps = rows.iter().map(|row| self.steps[*row]);
        steps.fold((0.0, 0.0), |sum, step| (sum.0 + step.0, sum.1 + step.1))
    }

    /// The number and bound that part the rows best.
    fn split(&self, rows: &[usize], range: Range) -> Option<Split> {
        let (slope, curve) = self.sums(rows);
        let whole = gain(slope, curve, range);
        let mut best: Option<Split> = None;
        for number in (0..self.bounds.len()).filter(|n| self.asked[*n]) {
            let count = self.bounds[number].len() + 1;
            let mut sums = vec![(0.0, 0.0, 0usize); count];
            for row in rows {
                let sum = &mut sums[self.bins[*row][number]];
                let step = self.steps[*row];
                *sum = (sum.0 + step.0, sum.1 + step.1, sum.2 + 1);
            }
            let mut less = (0.0, 0.0, 0);
            for (bin, sum) in sums.iter().enumerate().take(count - 1) {
                less = (less.0 + sum.0, less.1 + sum.1, less.2 + sum.2);
                if less.2 < LEAST || rows.len() - less.2 < LEAST {
                    continue;
                }
                let more = (slope - less.0, curve - less.1);
                let gained = gain(less.0, less.1, range) + gain(more.0, more.1, range) - whole;
                if gained <= best.as_ref().map_or(1e-6, |best| best.gain) {
                    continue;
                }
                let (low, high) = (worth(less.0, less.1, range), worth(more.0, more.1, range));
                let sign = f64::from(self.signs[number]);
                if (high - low) * sign < 0.0 {
                    continue;
                }
                // What grows below either side stays on its side of the middle.
                let middle = f64::midpoint(low, high);
                let (under, over) = ((range.0, middle), (middle, range.1));
                let ranges = match self.signs[number] {
                    1 => [under, over],
                    -1 => [over, under],
                    _ => [range; 2],
                };
                best = Some(Split {
                    gain: gained,
                    number,
                    bin,
                    ranges,
                });
            }
        }
        best
    }
}

/// What a leaf is worth, before a share of it is taken.
fn worth(slope: f64, curve: f64, (least, most): Range) -> f64 {
    (slope / (curve + CALM)).clamp(least, most)
}

/// How much better rows are told with a leaf of their own.
fn gain(slope: f64, curve: f64, range: Range) -> f64 {
    let value = worth(slope, curve, range);
    2.0 * slope * value - (curve + CALM) * value * value
}

/// As the file will say it, rounded up so that the row the bound was taken from stays below it.
fn round(bound: f64) -> f64 {
    (bound * 1e4).ceil() / 1e4
}
