//! Corrections a person made, laid on the lines they speak of.

use chrono::NaiveDate;
use svod_language::words;
use svod_model::{Deadline, Diagnostic};

use super::facts;
use crate::correction::{Correction, DeadlineOf, Verdict};
use crate::manuscript::{Line, Manuscript, Said};

/// Lays corrections on lines. A line that moved is found by its text; one that is gone is passed
/// over.
pub(super) fn lay(manuscript: &mut Manuscript, corrections: &[Correction]) {
    for correction in corrections {
        let Some(place) = find(manuscript, correction) else {
            continue;
        };
        let line = &mut manuscript.lines[place];
        match &correction.verdict {
            Verdict::As { role } => line.said.role = Some(*role),
            Verdict::Join => line.said.joins = Some(true),
            Verdict::Part => line.said.joins = Some(false),
            Verdict::Addressee { addressee } => {
                line.said.addressee = Some(words::collapse(addressee));
            }
            Verdict::Deadline { phrase, of } => line.said.deadlines.push((phrase.clone(), *of)),
            Verdict::NoDeadline { phrase } => line.said.no_deadlines.push(phrase.clone()),
            Verdict::SplitAt { at } => {
                if let Some(rest) = cut(line, *at) {
                    manuscript.lines.insert(place + 1, rest);
                }
            }
            Verdict::Accept { .. } | Verdict::Adopted { .. } | Verdict::Encoding { .. } => {}
        }
    }
}

impl Said {
    /// The deadlines a person gave the tasks of this line, besides those `text` has in its words.
    pub(super) fn own_deadlines(&self, adopted: Option<NaiveDate>, text: &str) -> Vec<Deadline> {
        self.deadlines
            .iter()
            .filter(|(phrase, of)| *of == DeadlineOf::Line && !text.contains(phrase.as_str()))
            .flat_map(|(phrase, _)| facts::stated(phrase, adopted))
            .collect()
    }

    /// The deadlines a person gave this line and those that follow under its heading.
    pub(super) fn deadlines_below(&self, adopted: Option<NaiveDate>) -> Option<Vec<Deadline>> {
        let mut named = self.deadlines.iter().rev();
        let (phrase, _) = named.find(|(_, of)| *of == DeadlineOf::Following)?;
        Some(facts::stated(phrase, adopted))
    }
}

/// The day a person named last as that of adoption.
pub(super) fn adopted(corrections: &[Correction]) -> Option<NaiveDate> {
    corrections
        .iter()
        .rev()
        .find_map(|correction| match correction.verdict {
            Verdict::Adopted { on } => Some(on),
            _ => None,
        })
}

/// Leaves out the doubts a person settled: the accepted ones, and those of corrected lines.
pub(super) fn settle(diagnostics: &mut Vec<Diagnostic>, corrections: &[Correction]) {
    diagnostics.retain(|diagnostic| {
        let [first, last] = diagnostic.lines;
        !corrections.iter().any(|correction| {
            let here = (first..=last).contains(&correction.line);
            match &correction.verdict {
                Verdict::Accept { code } => here && *code == diagnostic.code,
                // These speak of the whole file.
                Verdict::Adopted { .. } | Verdict::Encoding { .. } => false,
                _ => here,
            }
        })
    });
}

fn shown(line: &Line) -> String {
    let text = match &line.label {
        Some(label) => format!("{label} {}", line.text),
        None => line.text.clone(),
    };
    words::collapse(&text)
}

fn find(manuscript: &Manuscript, correction: &Correction) -> Option<usize> {
    let text = words::collapse(&correction.text);
    let lines = &manuscript.lines;
    // A line cut before is shown whole in the correction that speaks of its first part.
    let same = |line: &Line| {
        let shown = shown(line);
        !shown.is_empty() && (text.starts_with(&shown) || shown.ends_with(&text))
    };
    lines
        .iter()
        .position(|line| line.number == correction.line && same(line))
        .or_else(|| lines.iter().position(|line| shown(line) == text))
}

/// Cuts a line after `at` characters of what is shown; gives the second part.
fn cut(line: &mut Line, at: u32) -> Option<Line> {
    let label = line
        .label
        .as_ref()
        .map_or(0, |label| label.chars().count() + 1);
    let at = usize::try_from(at).ok()?.checked_sub(label)?;
    let place = line.text.char_indices().nth(at).map(|(place, _)| place)?;
    let (before, after) = line.text.split_at(place);
    if before.trim().is_empty() || after.trim().is_empty() {
        return None;
    }
    let mut rest = Line {
        number: line.number,
        text: after.trim_start().to_owned(),
        ..Line::default()
    };
    rest.said.joins = Some(false);
    rest.said.role = line.said.role;
    line.text = before.trim_end().to_owned();
    Some(rest)
}
