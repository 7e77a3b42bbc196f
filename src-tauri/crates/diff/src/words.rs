//! The texts of a pair word by word, so that the change can be read.

use std::sync::LazyLock;

use regex::Regex;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use svod_language::words::fold;

use crate::thresholds as t;
use crate::{Op, Word};

/// What is never cut: dates, numbers with their unit, act numbers, short names in quotes, words
/// with their hyphens. White space and marks stand alone.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:\s+\d{4}(?:\s*(?:года|г\.))?)?|\d{1,2}\.\d{2}\.\d{4}|\d{4}\s*[/–-]\s*\d{2,4}|№\s*[\w/-]+|\d+(?:[.,]\d+)?\s*(?:%|процент\w*)|«[^«»]{1,40}»|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|\s+|.",
    )
    .ok()
});

/// The runs of words of two texts. The equal and deleted ones give the old text, the equal and
/// inserted ones the new text, to the letter.
pub fn words(old: &str, new: &str) -> Vec<Word> {
    if old == new {
        return push_all(Vec::new(), Op::Equal, old);
    }
    let (before, after) = (tokens(old), tokens(new));
    let steps = clean(diff(&before, &after));
    if share(&steps) < t::READABLE {
        // A word-by-word view of unrelated wording is noise.
        return push_all(push_all(Vec::new(), Op::Delete, old), Op::Insert, new);
    }
    let mut out = Vec::new();
    for step in steps {
        out = match step {
            Step::Equal(words) => push_all(out, Op::Equal, &words),
            Step::Change(gone, come) => {
                push_all(push_all(out, Op::Delete, &gone), Op::Insert, &come)
            }
        };
    }
    out
}

/// Share of equal letters, 0 to 1.
pub(crate) fn likeness(old: &str, new: &str) -> f64 {
    share(&clean(diff(&tokens(old), &tokens(new))))
}

#[derive(Clone, Debug)]
enum Step {
    Equal(String),
    Change(String, String),
}

fn tokens(text: &str) -> Vec<&str> {
    match TOKEN.as_ref() {
        Some(pattern) => pattern
            .find_iter(text)
            .map(|found| found.as_str())
            .collect(),
        None => vec![text],
    }
}

fn diff(old: &[&str], new: &[&str]) -> Vec<Step> {
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        let (tag, before, after) = op.as_tag_tuple();
        let (gone, come) = (old[before].concat(), new[after].concat());
        out.push(match tag {
            DiffTag::Equal => Step::Equal(gone),
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => Step::Change(gone, come),
        });
    }
    out
}

/// Swallows small equal islands between changes: a lone preposition or comma left standing makes
/// the reader stop for nothing. Names, numbers and dates are never swallowed.
fn clean(steps: Vec<Step>) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    let count = steps.len();
    for (n, step) in steps.into_iter().enumerate() {
        match step {
            Step::Change(gone, come) => match out.last_mut() {
                Some(Step::Change(before, after)) => {
                    before.push_str(&gone);
                    after.push_str(&come);
                }
                _ => out.push(Step::Change(gone, come)),
            },
            Step::Equal(words) => match out.last_mut() {
                Some(Step::Change(before, after)) if n + 1 < count && is_island(&words) => {
                    before.push_str(&words);
                    after.push_str(&words);
                }
                Some(Step::Equal(before)) => before.push_str(&words),
                _ => out.push(Step::Equal(words)),
            },
        }
    }
    out
}

/// Fewer than two words that mean something.
fn is_island(words: &str) -> bool {
    let telling = words.chars().any(|c| c.is_ascii_digit() || c == '«');
    let content = words
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| fold(word).chars().count() > 3)
        .count();
    !telling && content < 2
}

fn share(steps: &[Step]) -> f64 {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count() as f64;
    let (mut equal, mut all) = (0.0, 0.0);
    for step in steps {
        match step {
            Step::Equal(words) => {
                equal += 2.0 * letters(words);
                all += 2.0 * letters(words);
            }
            Step::Change(gone, come) => all += letters(gone) + letters(come),
        }
    }
    if all > 0.0 { equal / all } else { 1.0 }
}

fn push_all(mut out: Vec<Word>, op: Op, text: &str) -> Vec<Word> {
    if !text.is_empty() {
        out.push(Word {
            op,
            text: text.to_owned(),
            light: None,
        });
    }
    out
}
