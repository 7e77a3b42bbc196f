//! The tasks of one district through the years.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_diff::are_same_addressees;
use svod_language::words::stem;
use svod_model::{Deadline, Id, Indicator, Resolution};
use ts_rs::TS;

use crate::mark::Mark;
use crate::matrix::count;

/// A document of the district with what is kept of its directives.
#[derive(Clone, Debug)]
pub struct Yearly<'a> {
    /// Its id.
    pub document: &'a Id,
    /// Its text.
    pub resolution: &'a Resolution,
    /// Marks of its directives, in order; families as they stand now.
    pub marks: &'a [Mark],
}

/// What a person took over: a directive of one document became one of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarryLink {
    /// The earlier document and its directive.
    pub from: (Id, Id),
    /// The later ones.
    pub to: (Id, Id),
}

/// One task through the years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Line {
    /// The family of its newest wording.
    pub family: u32,
    /// Where it stood, by date.
    pub occurrences: Vec<Occurrence>,
    /// Years in a row up to its last one.
    pub streak: u32,
    /// How often its deadline was put off to a later day.
    pub postponed: u32,
    /// How often its wording changed in more than dates and numbers.
    pub reworded: u32,
}

/// A task in one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Occurrence {
    /// The document.
    pub document: Id,
    /// The directive.
    pub directive: Id,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// The year of that day.
    pub year: Option<i32>,
    /// Its text.
    pub text: String,
    /// Whom it was given to.
    pub addressees: Vec<String>,
    /// When.
    pub deadlines: Vec<Deadline>,
    /// How much.
    pub indicators: Vec<Indicator>,
    /// Only dates and numbers differ from the occurrence before.
    pub same_wording: bool,
    /// What else differs from the occurrence before, of the same year or the last one.
    pub changed: Vec<Fact>,
    /// A person took it over from the occurrence before.
    pub carried: bool,
    /// A name of its wording, to be told apart by.
    pub wording: String,
}

/// A fact of a directive that may change while its words stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The day and month it is due; a year on is no change.
    Deadline,
    /// How much is wanted.
    Indicator,
    /// Who it is given to.
    Addressee,
}

/// Follows every task of a district through its documents: what a person took over is one task, and
/// so is what belongs to one family. The longest standing come first.
pub fn lines(documents: &[Yearly<'_>], carried: &[CarryLink]) -> Vec<Line> {
    let mut found = Vec::new();
    for document in documents {
        let directives = document.resolution.directives();
        for ((_, group, directive), mark) in directives.zip(document.marks) {
            let adopted_on = document.resolution.adopted_on;
            let addressees = match &directive.addressee {
                Some(own) => vec![own.clone()],
                None => group.addressees.clone(),
            };
            let occurrence = Occurrence {
                document: document.document.clone(),
                directive: directive.id.clone(),
                adopted_on,
                year: adopted_on.map(|day| day.year()),
                text: directive.whole(),
                addressees,
                deadlines: directive.deadlines.clone(),
                indicators: directive.indicators.clone(),
                same_wording: false,
                changed: Vec::new(),
                carried: false,
                wording: format!("{:016x}", mark.wording),
            };
            found.push((mark.family, occurrence));
        }
    }
    let mut threads = Threads::new(found.len());
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    let mut places: BTreeMap<(&Id, &Id), usize> = BTreeMap::new();
    for (at, (family, occurrence)) in found.iter().enumerate() {
        threads.tie(*first.entry(*family).or_insert(at), at);
        places.insert((&occurrence.document, &occurrence.directive), at);
    }
    let mut taken = vec![None; found.len()];
    for link in carried {
        let from = places.get(&(&link.from.0, &link.from.1));
        let to = places.get(&(&link.to.0, &link.to.1));
        if let (Some(from), Some(to)) = (from, to) {
            threads.tie(*from, *to);
            taken[*to] = Some(*from);
        }
    }
    let mut lines: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..found.len() {
        lines.entry(threads.root(at)).or_default().push(at);
    }
    let mut out: Vec<Line> = lines
        .into_values()
        .map(|mut places| {
            places.sort_by_key(|at| (found[*at].1.adopted_on, *at));
            line(&found, &places, &taken)
        })
        .collect();
    out.sort_by(|a, b| {
        let age = |line: &Line| (line.streak, line.postponed, line.occurrences.len());
        age(b).cmp(&age(a))
    });
    out
}

fn line(found: &[(u32, Occurrence)], places: &[usize], taken: &[Option<usize>]) -> Line {
    let mut occurrences: Vec<Occurrence> = Vec::new();
    let (mut postponed, mut reworded) = (0, 0);
    for at in places {
        let mut occurrence = found[*at].1.clone();
        if let Some(before) = occurrences.last() {
            occurrence.same_wording = before.wording == occurrence.wording;
            occurrence.changed = changed(before, &occurrence);
            occurrence.carried = taken[*at].is_some();
            if before.year != occurrence.year {
                reworded += u32::from(!occurrence.same_wording);
                postponed += u32::from(
                    last_day(&occurrence)
                        .zip(last_day(before))
                        .is_some_and(|(now, then)| now > then),
                );
            }
        }
        occurrences.push(occurrence);
    }
    Line {
        family: places.last().map(|at| found[*at].0).unwrap_or_default(),
        streak: streak(&occurrences),
        postponed,
        reworded,
        occurrences,
    }
}

fn changed(before: &Occurrence, now: &Occurrence) -> Vec<Fact> {
    let due = |one: &Occurrence| last_day(one).map(|day| (day.month(), day.day()));
    let wanted = |one: &Occurrence| {
        let mut wanted: Vec<(u64, String)> = one
            .indicators
            .iter()
            .map(|target| (target.value.to_bits(), stem(&target.unit)))
            .collect();
        wanted.sort_unstable();
        wanted
    };
    let mut changed = Vec::new();
    if due(before) != due(now) {
        changed.push(Fact::Deadline);
    }
    if wanted(before) != wanted(now) {
        changed.push(Fact::Indicator);
    }
    if !are_same_addressees(&before.addressees, &now.addressees) {
        changed.push(Fact::Addressee);
    }
    changed
}

/// The last day of a task that has one.
fn last_day(occurrence: &Occurrence) -> Option<NaiveDate> {
    occurrence.deadlines.iter().filter_map(|d| d.to).max()
}

/// Years in a row up to the last.
fn streak(occurrences: &[Occurrence]) -> u32 {
    let mut years: Vec<i32> = occurrences.iter().filter_map(|o| o.year).collect();
    years.dedup();
    let mut streak = count(usize::from(!years.is_empty()));
    for two in years.windows(2).rev() {
        if two[1] != two[0] + 1 {
            break;
        }
        streak += 1;
    }
    streak
}

/// Occurrences tied into threads (union-find).
struct Threads(Vec<usize>);

impl Threads {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn tie(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[other.max(one)] = one.min(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Directive, Group, Section};

    fn day(year: i32, month: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, 20)
    }

    fn document(year: i32, texts: &[&str]) -> Resolution {
        let directives = texts.iter().enumerate().map(|(at, text)| Directive {
            id: Id::new(format!("{year}-{at}")),
            text: (*text).into(),
            deadlines: vec![Deadline {
                to: day(year + 1, 5),
                ..Deadline::default()
            }],
            ..Directive::default()
        });
        let group = Group {
            addressees: vec!["Школам".into()],
            directives: directives.collect(),
            ..Group::default()
        };
        Resolution {
            adopted_on: day(year, 8),
            sections: vec![Section {
                groups: vec![group],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    fn mark(family: u32, wording: u64) -> Mark {
        Mark {
            family,
            wording,
            ..Mark::default()
        }
    }

    #[test]
    fn third_year_in_a_row_and_put_off_twice() {
        let years: Vec<(Id, Resolution)> = (2024..=2026)
            .map(|year| {
                (
                    Id::new(year.to_string()),
                    document(year, &["провести смотр"]),
                )
            })
            .collect();
        let marks = [[mark(1, 1)], [mark(1, 1)], [mark(1, 2)]];
        let documents: Vec<Yearly<'_>> = years
            .iter()
            .zip(&marks)
            .map(|((document, resolution), marks)| Yearly {
                document,
                resolution,
                marks,
            })
            .collect();
        let lines = lines(&documents, &[]);
        assert_eq!(lines.len(), 1);
        let line = &lines[0];
        assert_eq!((line.streak, line.postponed, line.reworded), (3, 2, 1));
        let same: Vec<bool> = line.occurrences.iter().map(|o| o.same_wording).collect();
        assert_eq!(same, [false, true, false]);
    }

    #[test]
    fn facts_that_changed_under_the_same_words_are_told() {
        let occurrence = |year: i32, due: &str, value: f64, body: &str| Occurrence {
            year: Some(year),
            deadlines: vec![Deadline {
                to: due.parse().ok(),
                ..Deadline::default()
            }],
            indicators: vec![Indicator {
                value,
                unit: "%".into(),
                ..Indicator::default()
            }],
            addressees: vec![body.into()],
            ..Occurrence::default()
        };
        let first = occurrence(2025, "2025-10-01", 30.0, "МКУ «ИМЦ»");
        let told = |year, due, value, body| changed(&first, &occurrence(year, due, value, body));
        assert_eq!(told(2026, "2026-10-01", 30.0, "МКУ ИМЦ"), []);
        assert_eq!(
            told(2026, "2026-10-01", 35.0, "МКУ «ИМЦ»"),
            [Fact::Indicator]
        );
        assert_eq!(
            told(2026, "2026-11-01", 30.0, "МБУ «ЦРО»"),
            [Fact::Deadline, Fact::Addressee]
        );
    }

    #[test]
    fn a_year_left_out_breaks_the_row_and_a_carried_directive_ties_two_families() {
        let (one, other) = (document(2023, &["а", "б"]), document(2025, &["в"]));
        let ids = [Id::new("x"), Id::new("y")];
        let documents = [
            Yearly {
                document: &ids[0],
                resolution: &one,
                marks: &[mark(1, 1), mark(2, 2)],
            },
            Yearly {
                document: &ids[1],
                resolution: &other,
                marks: &[mark(3, 3)],
            },
        ];
        let link = CarryLink {
            from: (ids[0].clone(), Id::new("2023-1")),
            to: (ids[1].clone(), Id::new("2025-0")),
        };
        let lines = lines(&documents, &[link]);
        assert_eq!(lines.len(), 2);
        let tied = lines.iter().find(|l| l.occurrences.len() == 2).unwrap();
        assert_eq!((tied.streak, tied.family), (1, 3));
        assert!(tied.occurrences[1].carried);
    }
}
