use clap::ArgMatches;
use serde_json::Value;
use svod_api::{Error, ErrorCode, Resolution, outline, read_file};

use super::{Answer, path, pretty, text};
use crate::output;
use crate::words::Words;

/// `svod read FILE [--format json|outline]`
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let encoding = matches.get_one::<String>("encoding").map(String::as_str);
    let reading = read_file(path(matches, "file")?, encoding)?;
    match text(matches, "format")? {
        "outline" => output::print(&outline(&reading.resolution)),
        _ => output::print(&json(&reading.resolution, words)?),
    }
    Ok(Answer::Yes)
}

/// The contract's JSON: the model's own, with each diagnostic said in words.
pub(super) fn json(resolution: &Resolution, words: Words) -> Result<String, Error> {
    let mut value = serde_json::to_value(resolution)
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
    if let Some(Value::Array(diagnostics)) = value.get_mut("diagnostics") {
        for (shown, diagnostic) in diagnostics.iter_mut().zip(&resolution.diagnostics) {
            shown["message"] = words.diagnostic(diagnostic).into();
        }
    }
    pretty(&value)
}
