//! Plan and fact: what was reached of the targets of a directive.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Mark;
use crate::{Bound, Directive, Indicator};

/// A number that was reached.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "ReachedFact")]
pub struct Fact {
    /// Which of the directive's targets, from 0.
    pub target: u32,
    /// The target's words: they tell whether the text still has it.
    pub phrase: String,
    /// The number, in the target's unit.
    pub value: f64,
}

/// A target beside what was reached of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Attainment {
    /// The target's words.
    pub phrase: String,
    /// What is measured, in the words of the text.
    pub subject: String,
    /// The number planned.
    pub plan: f64,
    /// Its unit.
    pub unit: String,
    /// Which side of the plan is success.
    pub relation: Bound,
    /// The day by which it is to be reached, where it has one of its own.
    pub by: Option<NaiveDate>,
    /// The number reached, as it was said last.
    pub fact: Option<f64>,
    /// The day that number speaks of.
    pub on: Option<NaiveDate>,
    /// What proves it.
    pub source: Option<String>,
    /// Whether the target is reached; nothing while no number is known.
    pub reached: Option<bool>,
}

/// Every target of a directive with the last number said of it, oldest mark first.
pub fn attainments<'a>(
    directive: &Directive,
    marks: impl IntoIterator<Item = &'a Mark>,
) -> Vec<Attainment> {
    let mut out: Vec<Attainment> = directive.indicators.iter().map(planned).collect();
    for mark in marks {
        for fact in &mark.facts {
            let target = usize::try_from(fact.target).ok();
            // A text that was read anew may have other targets at the same places.
            let told = target
                .and_then(|at| out.get_mut(at))
                .filter(|told| told.phrase == fact.phrase);
            let Some(told) = told else { continue };
            // «на 1 октября» said after «на 1 декабря» is an older number.
            if told.on.is_some_and(|on| on > mark.on) {
                continue;
            }
            told.fact = Some(fact.value);
            told.on = Some(mark.on);
            told.source.clone_from(&mark.evidence);
            told.reached = Some(is_reached(told.relation, told.plan, fact.value));
        }
    }
    out
}

fn planned(indicator: &Indicator) -> Attainment {
    Attainment {
        phrase: indicator.phrase.clone(),
        subject: indicator.subject.clone(),
        plan: indicator.value,
        unit: indicator.unit.clone(),
        relation: indicator.relation,
        by: indicator.by,
        ..Attainment::default()
    }
}

/// Whether a number reaches a target. More than an exact number («100 % охват», «создать 5 центров»)
/// reaches it, too: nobody is to undo the sixth centre.
pub fn is_reached(relation: Bound, plan: f64, fact: f64) -> bool {
    match relation {
        Bound::AtLeast | Bound::Exactly => fact >= plan,
        Bound::AtMost => fact <= plan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::control::Status;

    fn target(relation: Bound, value: f64, phrase: &str) -> Indicator {
        Indicator {
            phrase: phrase.into(),
            value,
            relation,
            ..Indicator::default()
        }
    }

    fn said(target: u32, phrase: &str, value: f64, on: &str) -> Mark {
        Mark {
            status: Status::OnControl,
            on: on.parse().unwrap(),
            evidence: Some(format!("отчёт на {on}")),
            facts: vec![Fact {
                target,
                phrase: phrase.into(),
                value,
            }],
            ..Mark::default()
        }
    }

    #[test]
    fn each_direction_has_its_own_success() {
        for (relation, plan, fact, reached) in [
            (Bound::AtLeast, 80.0, 81.0, true),
            (Bound::AtLeast, 80.0, 79.9, false),
            (Bound::AtMost, 5.0, 4.8, true),
            (Bound::AtMost, 5.0, 5.1, false),
            (Bound::AtMost, 5.0, 5.0, true),
            (Bound::Exactly, 100.0, 99.0, false),
            (Bound::Exactly, 5.0, 6.0, true),
        ] {
            assert_eq!(
                is_reached(relation, plan, fact),
                reached,
                "{relation:?} {plan} {fact}"
            );
        }
    }

    #[test]
    fn newest_day_speaks_and_strangers_are_left_out() {
        let directive = Directive {
            indicators: vec![
                target(Bound::AtLeast, 75.0, "до 75 %"),
                target(Bound::AtMost, 5.0, "не более 5 %"),
            ],
            ..Directive::default()
        };
        let marks = [
            said(0, "до 75 %", 71.0, "2026-12-01"),
            said(0, "до 75 %", 64.0, "2026-10-01"),
            said(1, "не более 5 %", 4.0, "2026-12-01"),
            said(1, "до 90 %", 12.0, "2026-12-31"),
            said(7, "до 75 %", 12.0, "2026-12-31"),
        ];
        let found = attainments(&directive, &marks);
        assert_eq!((found[0].fact, found[0].reached), (Some(71.0), Some(false)));
        assert_eq!(found[0].source.as_deref(), Some("отчёт на 2026-12-01"));
        assert_eq!((found[1].fact, found[1].reached), (Some(4.0), Some(true)));
        assert_eq!(attainments(&directive, [])[0].reached, None);
    }
}
