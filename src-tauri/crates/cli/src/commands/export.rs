use clap::ArgMatches;
use svod_api::view::ExportFormat;
use svod_api::{Error, read_file, render_resolution, save};

use super::{Answer, path, read, text};
use crate::words::Words;

/// `svod export FILE --to FORMAT -o OUT`
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let format = ExportFormat::named(text(matches, "to")?)?;
    let encoding = matches.get_one::<String>("encoding").map(String::as_str);
    let resolution = read_file(path(matches, "file")?, encoding)?.resolution;
    let bytes = match format {
        ExportFormat::Json => read::json(&resolution, words)?.into_bytes(),
        ExportFormat::Docx
        | ExportFormat::Html
        | ExportFormat::Md
        | ExportFormat::Txt
        | ExportFormat::Xlsx
        | ExportFormat::Redline => render_resolution(&resolution, format)?,
    };
    save(&bytes, path(matches, "out")?)?;
    Ok(Answer::Yes)
}
