//! The outline step.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_tests::any_input::outline;

fuzz_target!(|data: &[u8]| outline(data));
