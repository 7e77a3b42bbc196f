//! Russian text → facts.
#![warn(clippy::disallowed_methods)]

pub mod words;
