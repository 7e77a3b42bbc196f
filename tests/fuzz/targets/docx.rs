//! Word.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_tests::any_input::docx;

fuzz_target!(|data: &[u8]| docx(data));
