//! Bytes of a .rtf file.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_tests::any_input::check;

fuzz_target!(|data: &[u8]| check(data, "а.rtf"));
