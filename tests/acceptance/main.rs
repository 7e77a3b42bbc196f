//! Whatever crosses two rooms: real files through real readers, the engine, writers and the store.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

mod checks;
mod control;
mod country;
mod drafting;
mod figures;
mod formats;
mod found;
mod gold;
mod house;
mod killed;
mod office;
mod pages;
mod pairing;
mod planted;
mod python;
mod reading;
mod recognised;
mod redline;
mod robust;
mod round_trip;
mod safe;
mod samples;
mod storing;
mod suite;
mod written;
