//! Projects by the names in their quotation marks.

use svod_model::{Reference, ReferenceKind};

use super::closing;
use crate::Found;
use crate::pattern::{Pattern, Text};
use crate::words::{collapse, fold};

static PROJECT: Pattern = Pattern::new(r"(?:(?P<level>национальн|федеральн|региональн|муниципальн|приоритетн|областн|районн|окружн)\w*\s+|(?P<short>нац))?проект\w*\s*(?P<names>«)").needing(&["проект"]);

/// Whether a contest of projects is named: «конкурс проектов», «конкурса социальных проектов».
fn is_of_contest(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().map(fold);
    let word = words.find(|word| !["ых", "их"].iter().any(|end| word.ends_with(end)));
    word.is_some_and(|word| word.starts_with("конкурс"))
}

/// Every named project of a text.
pub(super) fn find(lowered: &Text<'_>) -> Vec<Found<Reference>> {
    let text = lowered.printed();
    let mut out = Vec::new();
    for found in PROJECT.captures_all(lowered) {
        let (Some(whole), Some(names)) = (found.get(0), found.name("names")) else {
            continue;
        };
        let level = found
            .name("level")
            .map(|level| match fold(level.as_str()).as_str() {
                // The stress is on the ending.
                stem @ ("областн" | "окружн") => format!("{stem}ой "),
                stem => format!("{stem}ый "),
            });
        // «нацпроекта «Образование»»
        let short = found.name("short").map(|_| "национальный ".to_owned());
        let level = level.or(short).unwrap_or_default();
        // «конкурс детских проектов «Моя семья»»: what the contest is called.
        if level.is_empty() && is_of_contest(text, whole.start()) {
            continue;
        }
        let mut open = names.start();
        // «проектов «А», «Б» и «В»» names three.
        while let Some(end) = closing(text, open) {
            let name = text
                .get(open + '«'.len_utf8()..end - '»'.len_utf8())
                .unwrap_or_default();
            let range = if open == names.start() {
                whole.start()..end
            } else {
                open..end
            };
            out.push(Found {
                value: Reference {
                    phrase: text.get(range.clone()).unwrap_or_default().to_owned(),
                    kind: ReferenceKind::Project,
                    canonical: format!("{level}проект «{}»", collapse(name)),
                    ..Reference::default()
                },
                range,
            });
            let rest = text.get(end..).unwrap_or_default();
            let after = rest.trim_start_matches([',', ' ']);
            let after = after.strip_prefix("и ").unwrap_or(after);
            if !after.starts_with('«') {
                break;
            }
            open = text.len() - after.len();
        }
    }
    out
}
