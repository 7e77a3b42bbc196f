//! The fitted numbers of the pairing and what they say of a pair.
//!
//! A pair's evidence first gives one sum (`text`); with how that sum stands among its rivals it goes
//! through shallow trees whose leaves add up to the log-odds that a person would accept the pair.
//! Trees and not a sum alone, because evidence counts differently together: a shared contest says
//! much of two contests and nothing of a contest and a plan. On held-out documents they halve the
//! share of traps taken (see the readme).
//!
//! `model/pairing.txt` is written by `cargo run --release --example fit -p svod-tests`.

use std::sync::LazyLock;

use crate::evidence::TEXT;

const FILE: &str = include_str!("../model/pairing.txt");

/// How many numbers speak of a leftover that may be part of a whole.
pub(crate) const PART: usize = 11;

/// How many facts tell the relations of a pair apart, and how many relations there are.
pub(crate) const FACTS: usize = 12;
const RELATIONS: usize = 6;

/// Splits on the way from a tree's root to a leaf.
pub const DEPTH: usize = 3;
/// Inner nodes of a tree; the node under number n has those under 2n + 1 and 2n + 2 below it.
pub const INNER: usize = (1 << DEPTH) - 1;
/// Leaves of a tree.
pub const LEAVES: usize = 1 << DEPTH;

/// A tree of questions «is this number at most so much?».
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Which number each inner node asks for, and the bound.
    pub inner: [(usize, f64); INNER],
    /// Log-odds by leaf.
    pub leaves: [f64; LEAVES],
}

impl Tree {
    /// The log-odds of the leaf that numbers lead to.
    pub fn value(&self, numbers: &[f64]) -> f64 {
        let mut at = 0;
        for _ in 0..DEPTH {
            let (number, bound) = self.inner[at];
            let more = numbers.get(number).is_some_and(|value| *value > bound);
            at = 2 * at + 1 + usize::from(more);
        }
        self.leaves[at - INNER]
    }
}

/// The fitted numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Weights of the evidence of two texts; the last one is the constant.
    pub text: [f64; TEXT + 1],
    /// Weights for a leftover that may be part of a whole; the last one is the constant.
    pub part: [f64; PART + 1],
    /// Weights for the relation of two directives, a row each; the last one is the constant.
    pub relation: [[f64; FACTS + 1]; RELATIONS],
    /// Log-odds before any tree.
    pub constant: f64,
    /// The trees over evidence and standing.
    pub trees: Vec<Tree>,
}

impl Model {
    /// What the texts alone say, as log-odds.
    pub(crate) fn of_text(&self, evidence: &[f64; TEXT]) -> f64 {
        sum(&self.text, evidence)
    }

    /// Whether a leftover is part of a whole, as log-odds.
    pub(crate) fn of_part(&self, numbers: &[f64; PART]) -> f64 {
        sum(&self.part, numbers)
    }

    /// How strongly facts speak for each relation.
    pub(crate) fn of_relation(&self, facts: &[f64; FACTS]) -> [f64; RELATIONS] {
        std::array::from_fn(|n| sum(&self.relation[n], facts))
    }

    /// Log-odds of a pair by evidence and standing in a row.
    pub(crate) fn pair(&self, numbers: &[f64]) -> f64 {
        self.constant
            + self
                .trees
                .iter()
                .map(|tree| tree.value(numbers))
                .sum::<f64>()
    }

    /// The share of pairs with such evidence and standing that a person would accept.
    pub fn probability(&self, numbers: &[f64]) -> f64 {
        1.0 / (1.0 + (-self.pair(numbers)).exp())
    }

    /// A model that knows nothing, to begin fitting with.
    pub fn empty() -> Self {
        Self {
            text: [0.0; TEXT + 1],
            part: [0.0; PART + 1],
            relation: [[0.0; FACTS + 1]; RELATIONS],
            constant: 0.0,
            trees: Vec::new(),
        }
    }

    /// The lines of `model/pairing.txt`.
    pub fn lines(&self) -> String {
        let numbers = |values: &[f64]| {
            let shown: Vec<String> = values.iter().map(|value| format!("{value:.4}")).collect();
            shown.join(" ")
        };
        let mut out = format!(
            "text {}\npart {}\nconstant {:.4}\n",
            numbers(&self.text),
            numbers(&self.part),
            self.constant
        );
        for (n, weights) in self.relation.iter().enumerate() {
            out.push_str(&format!("relation {n} {}\n", numbers(weights)));
        }
        for tree in &self.trees {
            let inner: Vec<String> = tree
                .inner
                .iter()
                .map(|(number, bound)| format!("{number}:{bound:.4}"))
                .collect();
            out.push_str(&format!(
                "tree {} = {}\n",
                inner.join(" "),
                numbers(&tree.leaves)
            ));
        }
        out
    }

    /// Reads what [`Model::lines`] wrote; `None` when something else stands there.
    fn parse(lines: &str) -> Option<Self> {
        let mut model = Self::empty();
        for line in lines.lines() {
            let (name, rest) = line.split_once(' ')?;
            match name {
                "text" => model.text = floats(rest)?.try_into().ok()?,
                "part" => model.part = floats(rest)?.try_into().ok()?,
                "relation" => {
                    let (n, weights) = rest.split_once(' ')?;
                    *model.relation.get_mut(n.parse::<usize>().ok()?)? =
                        floats(weights)?.try_into().ok()?;
                }
                "constant" => model.constant = rest.parse().ok()?,
                "tree" => {
                    let (inner, leaves) = rest.split_once(" = ")?;
                    let inner: Option<Vec<(usize, f64)>> = inner
                        .split(' ')
                        .map(|node| {
                            let (number, bound) = node.split_once(':')?;
                            Some((number.parse().ok()?, bound.parse().ok()?))
                        })
                        .collect();
                    model.trees.push(Tree {
                        inner: inner?.try_into().ok()?,
                        leaves: floats(leaves)?.try_into().ok()?,
                    });
                }
                _ => return None,
            }
        }
        Some(model)
    }
}

/// A weighted sum; the last weight is the constant.
fn sum(weights: &[f64], numbers: &[f64]) -> f64 {
    let constant = weights.last().copied().unwrap_or_default();
    let terms = weights.iter().zip(numbers).map(|(w, n)| w * n);
    constant + terms.sum::<f64>()
}

fn floats(text: &str) -> Option<Vec<f64>> {
    text.split(' ').map(|number| number.parse().ok()).collect()
}

/// The model the program pairs with.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::parse(FILE).unwrap_or_else(Model::empty));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_to_its_last_number() {
        assert!(Model::parse(FILE).is_some());
        assert!(MODEL.trees.len() >= 20, "{}", MODEL.trees.len());
        assert_eq!(Model::parse(&MODEL.lines()).as_ref(), Some(&*MODEL));
    }
}
