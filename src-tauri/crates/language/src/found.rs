use std::ops::Range;

/// A fact and the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// The fact.
    pub value: T,
    /// Its phrase in the text, in bytes.
    pub range: Range<usize>,
}
