//! Word 97, behind its guard.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_tests::any_input::{check, forgive_guarded_panics};

fuzz_target!(
    init: forgive_guarded_panics(),
    |data: &[u8]| check(data, "а.doc")
);
