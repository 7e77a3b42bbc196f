use clap::ArgMatches;
use svod_api::view::{ExportFormat, ExportHow, OwnProfile, ProfileName};
use svod_api::{Error, Finish, NaiveDate, read_file, render_resolution, save};

use super::{Answer, path, read, text};
use crate::output;
use crate::words::Words;

/// `svod export FILE --to FORMAT -o OUT`
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let format = ExportFormat::named(text(matches, "to")?)?;
    let encoding = matches.get_one::<String>("encoding").map(String::as_str);
    let resolution = read_file(path(matches, "file")?, encoding)?.resolution;
    let how = ExportHow {
        profile: match text(matches, "profile")? {
            "gost-2016" => ProfileName::Gost2016,
            _ => ProfileName::Gost2025,
        },
        editing: matches.get_flag("editing"),
        ..ExportHow::default()
    };
    let day = matches.get_one::<NaiveDate>("date").copied();
    let finish = Finish::of(&how, &OwnProfile::default(), day);
    let bytes = if format == ExportFormat::Json {
        read::json(&resolution, words)?.into_bytes()
    } else {
        render_resolution(&resolution, format, &finish)?
    };
    save(&bytes, path(matches, "out")?)?;
    // The contract's JSON holds these lines itself.
    if format != ExportFormat::Json && !resolution.unplaced.is_empty() {
        output::complain(&words.left_out(&resolution));
    }
    Ok(Answer::Yes)
}
