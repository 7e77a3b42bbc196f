//! How well a comparison agrees with what a person said of two documents: the figures of the readme.

use std::collections::BTreeMap;

use svod_diff::{Comparison, Pair};
use svod_model::Id;
use svod_tests::pairs::{Case, Said};

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    right: f64,
    all: f64,
}

impl Share {
    pub(crate) fn add(&mut self, right: bool) {
        self.all += 1.0;
        self.right += f64::from(u8::from(right));
    }

    pub(crate) fn of(self) -> f64 {
        if self.all > 0.0 {
            self.right / self.all
        } else {
            1.0
        }
    }
}

/// How often a change is told rightly.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Told {
    right: f64,
    extra: f64,
    missed: f64,
    quiet: f64,
}

impl Told {
    pub(crate) fn add(&mut self, wanted: bool, told: bool) {
        match (wanted, told) {
            (true, true) => self.right += 1.0,
            (false, true) => self.extra += 1.0,
            (true, false) => self.missed += 1.0,
            (false, false) => self.quiet += 1.0,
        }
    }

    /// Of all cases, how many are told rightly, be it that nothing changed.
    pub(crate) fn right(self) -> f64 {
        let all = self.right + self.extra + self.missed + self.quiet;
        if all > 0.0 {
            (self.right + self.quiet) / all
        } else {
            1.0
        }
    }

    pub(crate) fn f1(self) -> f64 {
        let all = 2.0 * self.right + self.extra + self.missed;
        if all > 0.0 {
            2.0 * self.right / all
        } else {
            1.0
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) pairs: Told,
    pub(crate) traps: Share,
    pub(crate) carried: Share,
    pub(crate) relation: Share,
    pub(crate) deadline: Told,
    pub(crate) indicator: Told,
    pub(crate) addressee: Told,
    /// Every candidate with its score, for the average precision.
    pub(crate) ranked: Vec<(f64, bool)>,
    pub(crate) wanted: f64,
    /// Shown pairs by score, for calibration.
    pub(crate) shown: Vec<(f64, bool)>,
    pub(crate) faults: Vec<String>,
    /// Wrong relations: what was told and what a person says, with how often.
    pub(crate) mistaken: BTreeMap<(String, String), usize>,
}

impl Figures {
    pub(crate) fn average_precision(&self) -> f64 {
        let mut ranked = self.ranked.clone();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut found, mut sum) = (0.0, 0.0);
        for (n, (_, right)) in ranked.iter().enumerate() {
            if *right {
                found += 1.0;
                sum += found / (n as f64 + 1.0);
            }
        }
        sum / self.wanted.max(1.0)
    }

    /// Mean distance between what a score promises and how often it holds, over ten bands.
    pub(crate) fn calibration_error(&self) -> f64 {
        let mut bands: BTreeMap<u32, (f64, Share)> = BTreeMap::new();
        for (score, right) in &self.shown {
            let band = bands.entry((score * 10.0).min(9.0) as u32).or_default();
            band.0 += score;
            band.1.add(*right);
        }
        let all = self.shown.len() as f64;
        let distances = bands
            .values()
            .map(|(sum, share)| (sum - share.right).abs() / all);
        distances.sum()
    }

    /// Wrong relations, the most frequent first.
    pub(crate) fn confusion(&self) -> String {
        let mut all: Vec<_> = self.mistaken.iter().collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let lines = all
            .iter()
            .map(|((told, said), count)| format!("{count:>3} {told}, a person says {said}\n"));
        lines.collect()
    }

    pub(crate) fn table(&self) -> String {
        let (precision, recall) = (
            self.pairs.right / (self.pairs.right + self.pairs.extra),
            self.pairs.right / (self.pairs.right + self.pairs.missed),
        );
        format!(
            "P {precision:.3}  R {recall:.3}  F1 {:.3}  AP {:.3}  traps {}/{}  calibration {:.3}  \
             carried over {:.3}  relation {:.3}  deadline {:.3} ({:.3})  target {:.3} ({:.3})  addressee {:.3}",
            self.pairs.f1(),
            self.average_precision(),
            self.traps.right,
            self.traps.all,
            self.calibration_error(),
            self.carried.of(),
            self.relation.of(),
            self.deadline.f1(),
            self.deadline.right(),
            self.indicator.f1(),
            self.indicator.right(),
            self.addressee.f1(),
        )
    }
}

fn text(comparison: &Pair) -> String {
    format!(
        "{:.2}\n   O: {}\n   N: {}",
        comparison.score, comparison.old.text, comparison.new.text
    )
}

/// Adds what a comparison of a case says to the figures.
pub(crate) fn measure(case: &Case, comparison: &Comparison, figures: &mut Figures) {
    assert!(case.unread.is_empty(), "{}: {:?}", case.name, case.unread);
    let shown: BTreeMap<(Id, Id), &Pair> = comparison
        .pairs
        .iter()
        .map(|pair| ((pair.old.id.clone(), pair.new.id.clone()), pair))
        .collect();
    rank(case, comparison, figures);
    for (ids, said) in &case.gold {
        let found = shown.get(ids);
        match said {
            Said::Maybe => {}
            Said::Trap => {
                figures.traps.add(found.is_some());
                if let Some(pair) = found {
                    figures
                        .faults
                        .push(format!("{} trap {}", case.name, text(pair)));
                }
            }
            Said::Pair {
                relations,
                deadline,
                indicator,
                readdressed,
            } => {
                figures.wanted += 1.0;
                if relations[0] == "unchanged" {
                    figures.carried.add(found.is_some());
                }
                let Some(pair) = found else {
                    figures.pairs.missed += 1.0;
                    let said = |side: &svod_model::Resolution, id: &Id| {
                        let mut all = side.directives();
                        let found = all.find(|(_, _, d)| &d.id == id);
                        found.map_or(String::new(), |(_, _, d)| d.text.clone())
                    };
                    let offered = comparison
                        .possible
                        .iter()
                        .find(|p| (&p.old, &p.new) == (&ids.0, &ids.1))
                        .map_or(0.0, |p| p.score);
                    let taken = shown.keys().any(|(o, n)| o == &ids.0 || n == &ids.1);
                    figures.faults.push(format!(
                        "{} missed {relations:?}, offered {offered:.2}{}\n   O: {}\n   N: {}",
                        case.name,
                        if taken { ", one of them taken" } else { "" },
                        said(&case.old, &ids.0),
                        said(&case.new, &ids.1)
                    ));
                    continue;
                };
                figures.pairs.right += 1.0;
                let relation = serde_json::to_value(pair.relation).unwrap();
                let relation = relation.as_str().unwrap();
                figures
                    .relation
                    .add(relations.iter().any(|r| r == relation));
                if !relations.iter().any(|r| r == relation) {
                    let mistaken = (relation.to_owned(), relations[0].clone());
                    *figures.mistaken.entry(mistaken).or_default() += 1;
                    figures.faults.push(format!(
                        "{} relation {relation}, not {relations:?} {}",
                        case.name,
                        text(pair)
                    ));
                }
                for (name, told, wanted, changed) in [
                    (
                        "deadline",
                        &mut figures.deadline,
                        *deadline,
                        pair.changes.deadlines.is_some(),
                    ),
                    (
                        "target",
                        &mut figures.indicator,
                        *indicator,
                        pair.changes.indicators.is_some(),
                    ),
                    (
                        "addressee",
                        &mut figures.addressee,
                        *readdressed,
                        pair.changes.addressee.is_some(),
                    ),
                ] {
                    told.add(wanted, changed);
                    if wanted != changed {
                        figures.faults.push(format!(
                            "{} {name} {changed} {}",
                            case.name,
                            text(pair)
                        ));
                    }
                }
            }
        }
    }
    for (ids, pair) in &shown {
        let said = case.gold.get(ids);
        if said == Some(&Said::Maybe) {
            continue;
        }
        let right = matches!(said, Some(Said::Pair { .. }));
        figures.shown.push((pair.score, right));
        if !right {
            figures.pairs.extra += 1.0;
            if said.is_none() {
                figures
                    .faults
                    .push(format!("{} extra {}", case.name, text(pair)));
            }
        }
    }
}

/// Shown pairs and those that are only offered, by score.
fn rank(case: &Case, comparison: &Comparison, figures: &mut Figures) {
    let shown = comparison
        .pairs
        .iter()
        .map(|pair| (pair.old.id.clone(), pair.new.id.clone(), pair.score));
    let offered = comparison
        .possible
        .iter()
        .map(|possible| (possible.old.clone(), possible.new.clone(), possible.score));
    for (old, new, score) in shown.chain(offered) {
        match case.gold.get(&(old, new)) {
            Some(Said::Maybe) => {}
            said => figures
                .ranked
                .push((score, matches!(said, Some(Said::Pair { .. })))),
        }
    }
}
