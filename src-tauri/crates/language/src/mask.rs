//! Places in a text where numbers and years mean something else.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::dates::MONTH;

static ACT_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\bот\s+(?:\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{1,2}}\.\d{{2}}\.\d{{4}})(?:\s*(?:года|г\.?))?"
    ))
    .ok()
});
static HORIZON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)на\s+(?:плановый\s+)?период\s+(?:до\s+)?\d{4}(?:\s*[–-]\s*\d{4})?\s*(?:года|годов|годы|гг?\.?)|\bна\s+\d{4}(?:\s*[–-]\s*\d{4})?\s*(?:годы|год|гг?\.?)(?:\s+и\s+(?:на\s+)?плановый\s+период(?:\s+до)?\s+\d{4}(?:\s*(?:и|[–-])\s*\d{4})?\s*(?:годов|года|гг?\.?))?|(?:план|программ|график|расписани|календар)[а-яё]*(?:\s+[а-яё]+){0,3}\s+на\s+\d{4}\s*[/–-]\s*\d{2,4}\s+уч(?:ебн[а-яё]+|\.)\s*год[а-яё]*|на\s+срок\s+до\s+\S+|постоянно\s+действующ\w+|(?:концепци|стратеги|программ|план|целей|цели)\S*[^.;:«»]{0,90}?\sдо\s+\d{4}\s+года",
    )
    .ok()
});

/// Ranges that no deadline may be read from: titles in quotes, dates of acts, horizons of
/// programmes («на 2021–2025 годы», «Концепция … до 2030 года»), «постоянно действующий семинар».
pub(crate) fn not_deadlines(text: &str) -> Vec<Range<usize>> {
    let mut out = quoted(text);
    for pattern in [&ACT_DATE, &HORIZON] {
        out.extend(
            pattern
                .iter()
                .flat_map(|p| p.find_iter(text))
                // «разработать программу … в период до 2024 года»: the task's time, not the
                // programme's.
                .filter(|m| {
                    !["в период до", "в срок до"]
                        .iter()
                        .any(|own| m.as_str().contains(own))
                })
                .map(|m| m.range()),
        );
    }
    out
}

/// Ranges inside «…», nested ones as part of the outer; an unclosed quote hides nothing.
pub(crate) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '«' => open.push(at),
            '»' => {
                // A missing closing mark leaves the outer one open; the inner still counts.
                if let Some(start) = open.pop() {
                    out.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether two ranges share a byte.
pub(crate) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
