//! What the acceptance tests share with the fuzz targets, the fitting program and the benchmarks.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

pub mod any_input;
pub mod chance;
#[path = "../country/mod.rs"]
pub mod country;
pub mod long;
pub mod pairs;
pub mod peers;
