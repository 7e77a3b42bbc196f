//! OpenDocument.
#![no_main]
use libfuzzer_sys::fuzz_target;
use svod_tests::any_input::odt;

fuzz_target!(|data: &[u8]| odt(data));
