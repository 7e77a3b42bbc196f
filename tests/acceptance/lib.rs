//! What the acceptance tests and the fitting program share: pairs of documents with relations given
//! by hand.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

pub mod pairs;
