//! One file per command; each unpacks its arguments, calls `svod-api` and prints.

mod check;
mod compare;
mod control;
mod export;
mod library;
mod matrix;
mod read;

use std::path::PathBuf;

use clap::ArgMatches;
use svod_api::{Error, ErrorCode};

use crate::words::Words;

/// How the program ends when nothing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Done; the answer, if there was a question, is "yes".
    Yes = 0,
    /// The answer is "no".
    No = 1,
}

/// Runs the chosen command.
pub(crate) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    match matches.subcommand() {
        Some(("read", matches)) => read::run(matches, words),
        Some(("compare", matches)) => compare::run(matches),
        Some(("export", matches)) => export::run(matches, words),
        Some(("check", matches)) => check::run(matches, words),
        Some(("matrix", matches)) => matrix::run(matches),
        Some(("control", matches)) => control::run(matches, words),
        Some(("library", matches)) => library::run(matches, words),
        _ => Err(internal("no such command")),
    }
}

/// A path argument that the command line declares as required.
fn path<'a>(matches: &'a ArgMatches, name: &str) -> Result<&'a PathBuf, Error> {
    matches.get_one(name).ok_or_else(|| internal(name))
}

/// A text argument that the command line declares as required or with a default.
fn text<'a>(matches: &'a ArgMatches, name: &str) -> Result<&'a str, Error> {
    matches
        .get_one::<String>(name)
        .map(String::as_str)
        .ok_or_else(|| internal(name))
}

/// JSON as people and programs both can read it.
fn pretty(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string_pretty(value)
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))
}

fn internal(what: &str) -> Error {
    Error::new(ErrorCode::Internal).because(what)
}
