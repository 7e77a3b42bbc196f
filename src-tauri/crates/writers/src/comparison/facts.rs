//! The facts that differ between two directives, said as a person would say them.

use svod_diff::{Change, Changes};
use svod_model::{Bound, Deadline, DeadlineKind, Indicator, Reference};

use crate::outline::decimal;
use crate::typography::long_date;

/// A fact of a directive before and after.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact {
    pub(crate) kind: Kind,
    /// Nothing where the old directive did not state it.
    pub(crate) old: Option<String>,
    /// Nothing where the new directive does not state it.
    pub(crate) new: Option<String>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Addressee,
    Deadline,
    Indicator,
    Reference,
    /// The number of the directive.
    Place,
}

impl Kind {
    /// «срок»
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Addressee => "адресат",
            Self::Deadline => "срок",
            Self::Indicator => "показатель",
            Self::Reference => "основание",
            Self::Place => "место",
        }
    }

    fn came(self) -> &'static str {
        match self {
            Self::Addressee | Self::Deadline | Self::Indicator => "добавлен",
            Self::Reference | Self::Place => "добавлено",
        }
    }

    fn went(self) -> &'static str {
        match self {
            Self::Addressee | Self::Deadline | Self::Indicator => "больше не назван",
            Self::Reference | Self::Place => "больше не названо",
        }
    }
}

impl Fact {
    /// «срок: 1 октября 2020 г. → 15 апреля 2022 г.»; a side without the fact is said to be
    /// without it.
    pub(super) fn line(&self) -> String {
        let name = self.kind.name();
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => format!("{name}: {old} → {new}"),
            (None, Some(new)) => format!("{name}: {} ({new})", self.kind.came()),
            (Some(old), None) => format!("{name}: {} ({old})", self.kind.went()),
            (None, None) => name.to_owned(),
        }
    }
}

/// The facts of a pair that differ.
pub(super) fn facts(changes: &Changes) -> Vec<Fact> {
    let addressee = fact(
        Kind::Addressee,
        changes.addressee.as_ref(),
        String::clone,
        String::clone,
        |_| false,
    );
    let term = fact(
        Kind::Deadline,
        changes.deadlines.as_ref(),
        deadline,
        |deadline| deadline.phrase.trim().to_owned(),
        |_| false,
    );
    let basis = fact(
        Kind::Reference,
        changes.references.as_ref(),
        reference,
        |reference| reference.phrase.trim().to_owned(),
        |_| false,
    );
    let targets = targets(changes.indicators.as_ref());
    let first = addressee.into_iter().chain(term);
    first.chain(targets).chain(basis).collect()
}

/// The targets that differ: a row for each where every one stands beside the one that measured the same.
fn targets(change: Option<&Change<Indicator>>) -> Vec<Fact> {
    let Some(change) = change else {
        return Vec::new();
    };
    let measured = |indicator: &Indicator| indicator.subject.trim().to_lowercase();
    let pairs = || change.old.iter().zip(&change.new);
    let several = change.old.len() > 1 && change.old.len() == change.new.len();
    if several && pairs().all(|(old, new)| measured(old) == measured(new)) {
        let row = |(old, new): (&Indicator, &Indicator)| Fact {
            kind: Kind::Indicator,
            old: Some(described(old)),
            new: Some(value(new)),
        };
        return pairs().map(row).collect();
    }
    let told = fact(
        Kind::Indicator,
        Some(change),
        value,
        described,
        |indicators| {
            let mut subjects = indicators.iter().map(|indicator| indicator.subject.trim());
            let first = subjects.next();
            subjects.any(|subject| Some(subject) != first)
        },
    );
    told.into_iter().collect()
}

/// The fact in the short words of `short`; in those of `long` where the short ones would not show
/// what differs, or would leave open which of several values is meant.
fn fact<T>(
    kind: Kind,
    change: Option<&Change<T>>,
    short: impl Fn(&T) -> String,
    long: impl Fn(&T) -> String,
    unclear: impl Fn(&[T]) -> bool,
) -> Option<Fact> {
    let change = change?;
    let print = |side: &[T], print: &dyn Fn(&T) -> String| {
        let told: Vec<String> = side.iter().map(print).filter(|t| !t.is_empty()).collect();
        (!told.is_empty()).then(|| told.join("; "))
    };
    let (mut old, mut new) = (print(&change.old, &short), print(&change.new, &short));
    if old == new || unclear(&change.old) || unclear(&change.new) {
        (old, new) = (
            print(&change.old, &long).or(old),
            print(&change.new, &long).or(new),
        );
    }
    Some(Fact { kind, old, new })
}

/// The day when there is one; else the words of the document.
fn deadline(deadline: &Deadline) -> String {
    let phrase = deadline.phrase.trim();
    let days = match (deadline.kind, deadline.from, deadline.to) {
        (DeadlineKind::ByDate | DeadlineKind::OnDate, _, Some(day)) => Some(long_date(day)),
        (DeadlineKind::From, Some(day), _) => Some(format!("с {}", long_date(day))),
        (_, Some(from), Some(to)) if phrase.is_empty() => {
            Some(format!("{} – {}", long_date(from), long_date(to)))
        }
        (_, _, Some(to)) if phrase.is_empty() => Some(long_date(to)),
        _ => None,
    };
    match days {
        Some(days) if deadline.recurrence.is_none() || phrase.is_empty() => days,
        _ => phrase.to_owned(),
    }
}

/// «76 %», «не более 5 %»; what is counted in words stands in the document's own: «в 6 организациях».
fn value(indicator: &Indicator) -> String {
    let phrase = indicator.phrase.trim();
    let worded = indicator
        .unit
        .chars()
        .next()
        .is_some_and(char::is_alphabetic);
    if worded && !phrase.is_empty() && phrase.chars().count() <= SHORT_PHRASE {
        return phrase.to_owned();
    }
    let bound = match indicator.relation {
        Bound::AtMost => "не более ",
        Bound::AtLeast | Bound::Exactly => "",
    };
    let value = decimal(indicator.value);
    format!("{bound}{value} {}", indicator.unit)
        .trim()
        .to_owned()
}

/// A longer phrase hides the number it is about.
const SHORT_PHRASE: usize = 40;

/// «охват — не менее 76 %»
fn described(indicator: &Indicator) -> String {
    let phrase = match indicator.phrase.trim() {
        "" => value(indicator),
        phrase => phrase.to_owned(),
    };
    match indicator.subject.trim() {
        "" => phrase,
        subject => format!("{subject} — {phrase}"),
    }
}

fn reference(reference: &Reference) -> String {
    match reference.canonical.trim() {
        "" => reference.phrase.trim().to_owned(),
        canonical => canonical.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn by(year: i32, month: u32, day: u32, phrase: &str) -> Deadline {
        Deadline {
            phrase: phrase.into(),
            to: NaiveDate::from_ymd_opt(year, month, day),
            ..Deadline::default()
        }
    }

    fn percent(value: f64, phrase: &str) -> Indicator {
        Indicator {
            phrase: phrase.into(),
            value,
            unit: "%".into(),
            ..Indicator::default()
        }
    }

    fn lines(changes: Changes) -> Vec<String> {
        facts(&changes).iter().map(Fact::line).collect()
    }

    #[test]
    fn facts_are_told_as_days_and_values() {
        let changes = Changes {
            deadlines: Some(Change {
                old: vec![by(2020, 10, 1, "до 1 октября 2020 года")],
                new: vec![by(2022, 4, 15, "не позднее 15.04.2022")],
            }),
            indicators: Some(Change {
                old: vec![percent(76.0, "до 76 %")],
                new: vec![percent(83.0, "не менее 83 процентов")],
            }),
            ..Changes::default()
        };
        assert_eq!(
            lines(changes),
            [
                "срок: 1 октября 2020 г. → 15 апреля 2022 г.",
                "показатель: 76 % → 83 %"
            ]
        );
    }

    #[test]
    fn targets_of_several_things_are_told_one_by_one() {
        let of = |value: f64, subject: &str| Indicator {
            subject: subject.into(),
            ..percent(value, &format!("до {value} %"))
        };
        let changes = Changes {
            indicators: Some(Change {
                old: vec![of(45.0, "доля педагогов"), of(60.0, "доля психологов")],
                new: vec![of(60.0, "доля педагогов"), of(75.0, "доля психологов")],
            }),
            ..Changes::default()
        };
        assert_eq!(
            lines(changes),
            [
                "показатель: доля педагогов — до 45 % → 60 %",
                "показатель: доля психологов — до 60 % → 75 %"
            ]
        );
    }

    #[test]
    fn what_came_or_went_is_said_so() {
        let changes = Changes {
            deadlines: Some(Change {
                old: vec![],
                new: vec![by(2030, 6, 1, "до 1 июня 2030 г.")],
            }),
            references: Some(Change {
                old: vec![Reference {
                    canonical: "ФЗ № 273".into(),
                    ..Reference::default()
                }],
                new: vec![],
            }),
            ..Changes::default()
        };
        assert_eq!(
            lines(changes),
            [
                "срок: добавлен (1 июня 2030 г.)",
                "основание: больше не названо (ФЗ № 273)"
            ]
        );
    }

    #[test]
    fn values_that_look_alike_are_told_in_the_documents_words() {
        let changes = Changes {
            indicators: Some(Change {
                old: vec![percent(75.0, "не менее 75 %")],
                new: vec![percent(75.0, "ровно 75 %")],
            }),
            ..Changes::default()
        };
        assert_eq!(lines(changes), ["показатель: не менее 75 % → ровно 75 %"]);
    }
}
