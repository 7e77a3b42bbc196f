//! The arguments, with their help in the person's language.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, ValueHint, crate_version, value_parser};
use std::path::PathBuf;
use svod_api::NaiveDate;

use crate::words::Words;

/// The whole command line.
pub(crate) fn command(words: Words) -> Command {
    let help = |key: &str| words.help(key);
    let file = |name: &'static str, key: &str| {
        Arg::new(name)
            .value_name(name.to_uppercase())
            .help(help(key))
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .required(true)
    };
    let output = |required: bool| {
        Arg::new("out")
            .short('o')
            .long("out")
            .value_name("OUT")
            .help(help("out"))
            .value_parser(value_parser!(PathBuf))
            .required(required)
    };
    let format = |values: &'static [&'static str]| {
        Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .help(help("format"))
            .value_parser(PossibleValuesParser::new(values))
            .default_value(values[0])
    };
    let day = Arg::new("date")
        .long("date")
        .value_name("YYYY-MM-DD")
        .help(help("date"))
        .value_parser(str::parse::<NaiveDate>);
    let encoding = Arg::new("encoding")
        .long("encoding")
        .value_name("NAME")
        .help(help("encoding"));
    let library = Arg::new("library")
        .long("library")
        .value_name("PATH")
        .help(help("library-path"))
        .value_parser(value_parser!(PathBuf))
        .global(true);
    let read = Command::new("read")
        .about(help("read"))
        .arg(file("file", "file"))
        .arg(format(&["json", "outline"]))
        .arg(encoding.clone());
    let compare = Command::new("compare")
        .about(help("compare"))
        .arg(file("old", "old"))
        .arg(file("new", "new"))
        .arg(
            format(&["json", "text", "html", "docx", "xlsx", "redline"])
                .help(help("compare-format")),
        )
        .arg(
            Arg::new("author")
                .long("author")
                .value_name("NAME")
                .help(help("author")),
        )
        .arg(day.clone())
        .arg(output(false));
    let export = Command::new("export")
        .about(help("export"))
        .arg(file("file", "file"))
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("FORMAT")
                .help(help("to"))
                .required(true),
        )
        .arg(output(true))
        .arg(
            Arg::new("profile")
                .long("profile")
                .value_name("NAME")
                .help(help("profile"))
                .value_parser(PossibleValuesParser::new(["gost-2025", "gost-2016"]))
                .default_value("gost-2025"),
        )
        .arg(
            Arg::new("editing")
                .long("editing")
                .help(help("editing"))
                .action(ArgAction::SetTrue),
        )
        .arg(day.help(help("export-date")))
        .arg(encoding);
    let check = Command::new("check")
        .about(help("check"))
        .arg(file("file", "file"))
        .arg(format(&["text", "json"]));
    let matrix = Command::new("matrix")
        .about(help("matrix"))
        .arg(
            file("files", "files")
                .action(ArgAction::Append)
                .num_args(1..)
                .required(false)
                .required_unless_present("library"),
        )
        .arg(library.clone().help(help("matrix-library")))
        .arg(format(&["json", "html", "xlsx"]))
        .arg(
            Arg::new("columns")
                .long("columns")
                .value_name("WHAT")
                .help(help("columns"))
                .value_parser(PossibleValuesParser::new(["themes", "families"]))
                .default_value("themes"),
        )
        .arg(
            Arg::new("date")
                .long("date")
                .value_name("YYYY-MM-DD")
                .help(help("date"))
                .value_parser(str::parse::<NaiveDate>),
        )
        .arg(output(false));
    let control = Command::new("control")
        .about(help("control"))
        .arg(library.clone())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("due")
                .about(help("control-due"))
                .arg(
                    Arg::new("on")
                        .long("on")
                        .value_name("YYYY-MM-DD")
                        .help(help("due-on"))
                        .value_parser(str::parse::<NaiveDate>),
                )
                .arg(
                    Arg::new("within")
                        .long("within")
                        .value_name("DAYS")
                        .help(help("due-within"))
                        .value_parser(value_parser!(u32).range(0..=3660))
                        .default_value("7"),
                )
                .arg(
                    Arg::new("json")
                        .long("json")
                        .help(help("due-json"))
                        .action(ArgAction::SetTrue),
                ),
        );
    let library = Command::new("library")
        .about(help("library"))
        .arg(library)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("import").about(help("library-import")).arg(
                file("files", "files")
                    .action(ArgAction::Append)
                    .num_args(1..),
            ),
        )
        .subcommand(
            Command::new("list")
                .about(help("library-list"))
                .arg(format(&["text", "json"])),
        )
        .subcommand(
            Command::new("show")
                .about(help("library-show"))
                .arg(
                    Arg::new("id")
                        .value_name("ID")
                        .help(help("id"))
                        .required(true),
                )
                .arg(format(&["outline", "json"])),
        )
        .subcommand(
            Command::new("search")
                .about(help("library-search"))
                .arg(
                    Arg::new("words")
                        .value_name("WORDS")
                        .help(help("words"))
                        .num_args(1..)
                        .required(true),
                )
                .arg(format(&["text", "json"])),
        )
        .subcommand(
            Command::new("backup")
                .about(help("library-backup"))
                .arg(file("copy", "copy")),
        )
        .subcommand(
            Command::new("restore")
                .about(help("library-restore"))
                .arg(file("copy", "copy-made")),
        )
        .subcommand(
            Command::new("export")
                .about(help("library-export"))
                .arg(
                    Arg::new("ids")
                        .value_name("ID")
                        .help(help("ids"))
                        .num_args(0..),
                )
                .arg(output(true)),
        )
        .subcommand(
            Command::new("receive")
                .about(help("library-receive"))
                .arg(file("bundle", "bundle"))
                .arg(
                    Arg::new("conflicts")
                        .long("conflicts")
                        .value_name("HOW")
                        .help(help("conflicts"))
                        .value_parser(PossibleValuesParser::new(["skip", "said", "take", "both"]))
                        .default_value("skip"),
                ),
        )
        .subcommand(Command::new("verify").about(help("library-verify")));
    Command::new("svod")
        .version(crate_version!())
        .about(help("svod"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([read, compare, export, check, matrix, control, library])
}
