//! The window's program. Everything is in the library, so that tests can build it too.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    svod_desktop::run()
}
