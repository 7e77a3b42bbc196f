//! What the program says, in Russian or English.
//!
//! Codes and values come from `svod-api`; the sentences are here and nowhere else. A missing
//! sentence does not compile: both languages match every code.

mod en;
mod lists;
mod ru;

use std::collections::BTreeMap;

use svod_api::{Diagnostic, Error};

/// The language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Words {
    /// The language of LC_ALL, LC_MESSAGES or LANG, the first that is set, as POSIX orders them.
    pub(crate) fn of_environment() -> Self {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty());
        if set.is_some_and(|value| value.starts_with("ru")) {
            Self::Ru
        } else {
            Self::En
        }
    }

    /// One sentence: what happened, to which file, what to do.
    pub(crate) fn error(self, error: &Error) -> String {
        let template = match self {
            Self::Ru => ru::error(error.code),
            Self::En => en::error(error.code),
        };
        fill(template, &error.args)
    }

    /// What a reader noticed, in one sentence.
    pub(crate) fn diagnostic(self, diagnostic: &Diagnostic) -> String {
        let template = match self {
            Self::Ru => ru::diagnostic(diagnostic.code),
            Self::En => en::diagnostic(diagnostic.code),
        };
        fill(template, &diagnostic.args)
    }

    /// The help text of a command or an argument; every key is checked by a test.
    pub(crate) fn help(self, key: &str) -> &'static str {
        match self {
            Self::Ru => ru::help(key),
            Self::En => en::help(key),
        }
    }

    /// What was wrong with the arguments. Clap speaks English only, so in Russian its sentence
    /// follows one of ours.
    pub(crate) fn usage(self, error: &clap::Error) -> String {
        match self {
            Self::Ru => format!("svod: команда записана неверно; справка: svod --help\n{error}"),
            Self::En => error.to_string(),
        }
    }
}

/// Puts values into `{name}` places. A value is data: its own braces stay as they are.
fn fill(template: &str, args: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        out.push_str(args.get(name).map_or("", String::as_str));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_help_text_exists_in_both_languages() {
        // Building the command asks for every key; an unknown one gives an empty text.
        fn all(command: &clap::Command) {
            let about = command
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(!about.is_empty(), "{}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty(), "{} {}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(all);
        }
        all(&crate::usage::command(Words::Ru));
        all(&crate::usage::command(Words::En));
    }

    #[test]
    fn command_line_is_sound() {
        crate::usage::command(Words::En).debug_assert();
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        let args = BTreeMap::from([("file".to_owned(), "a{size}.txt".to_owned())]);
        assert_eq!(fill("«{file}»: {size}.", &args), "«a{size}.txt»: .");
    }
}
