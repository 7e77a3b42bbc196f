//! `svod`: the terminal program, one file per command, on the same library as the window.
//!
//! It parses arguments, calls one function of `svod-api` per command, says the result in Russian
//! or English by LANG, and ends with 0 (done), 1 (could not be read, or the answer is "no") or
//! 2 (wrong usage). Errors go to stderr as one sentence; it never panics and never leaves half a
//! file behind. What it prints for other programs is the JSON contract of the model.

mod commands;
mod output;
mod usage;
mod words;

use std::process::ExitCode;

use words::Words;

fn main() -> ExitCode {
    if let Some(code) = svod_api::helper() {
        return code;
    }
    let words = Words::of_environment();
    let matches = match usage::command(words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            output::usage(&error, words);
            return ExitCode::from(code);
        }
    };
    match commands::run(&matches, words) {
        Ok(answer) => ExitCode::from(answer as u8),
        Err(error) => {
            output::complain(&words.error(&error));
            ExitCode::from(commands::Answer::No as u8)
        }
    }
}
