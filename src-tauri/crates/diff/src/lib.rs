//! Two resolutions → a [`Comparison`]: which directive became which, and what changed in it.
#![warn(clippy::disallowed_methods)]

mod comparison;

pub use comparison::{
    Change, Changes, Comparison, Op, Pair, Part, Relation, Side, Summary, Word,
};
use svod_model::Resolution;

/// Compares an earlier resolution with a later one.
pub fn compare(_old: &Resolution, _new: &Resolution) -> Comparison {
    Comparison::default()
}
