//! Indicators of one passport in a row: what is measured, in whom, in what unit, out of what.
//!
//! Two indicators are one series when their passports are the same word for word (in any form of the
//! words). Alike words alone join nothing: «охват детей 5–17 лет» and «охват детей с ОВЗ» are two
//! measures. What looks alike is a [suggestion](SeriesSuggestion) a person decides on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_language::district::district_key;
use svod_language::indicators;
use svod_language::lexicon::{self, Sort};
use svod_language::words::{TokenKind, collapse, fold, stem, tokens};
use svod_model::{Bound, Directive, Id, Resolution};
use ts_rs::TS;

use crate::mark::name_of;

/// What makes two numbers comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Passport {
    /// What is measured, in the document's words.
    pub what: String,
    /// In whom, by the groups the program tells apart; empty when nobody is named.
    pub population: Vec<String>,
    /// The same in the document's words.
    pub whom: String,
    /// The unit.
    pub unit: String,
    /// Out of what the share is taken, if the text says so («от общего числа …»).
    pub base: Option<String>,
}

/// A number with its passport, as it is kept of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The directive.
    pub directive: Id,
    /// What it measures.
    pub passport: Passport,
    /// The number.
    pub value: f64,
    /// Which side of it is success.
    pub relation: Bound,
    /// The day by which it is to be reached.
    pub by: Option<NaiveDate>,
    /// The sentence it was read from.
    pub sentence: String,
}

/// One number of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Point {
    /// The district's name.
    pub district: String,
    /// The year it is to be reached in.
    pub year: Option<i32>,
    /// The number planned.
    pub value: f64,
    /// Which side of it is success.
    pub relation: Bound,
    /// The day by which it is to be reached.
    pub by: Option<NaiveDate>,
    /// What was reached, where the control of execution knows it.
    pub fact: Option<f64>,
    /// The document.
    pub document: Id,
    /// The directive.
    pub directive: Id,
    /// The sentence it was read from.
    pub sentence: String,
    /// The day its document was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// It stands on the line: of several numbers of a district and a year the one said last does; the
    /// others are told in the table.
    pub drawn: bool,
}

/// Numbers that may be set side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Series {
    /// A name of its passport.
    pub key: String,
    /// What is measured, in the nominative where that is sure; else in the document's words.
    pub name: String,
    /// The passport.
    pub passport: Passport,
    /// Keys of the passports a person joined to it.
    pub joined: Vec<String>,
    /// By district and year.
    pub points: Vec<Point>,
}

/// Two series that may be one: for a person to decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesSuggestion {
    /// The one with more numbers.
    pub one: String,
    /// The other.
    pub other: String,
    /// What words they do not share.
    pub differ: Vec<String>,
}

/// Words of an indicator's subject that tell nothing.
const EMPTY: &[&str] = &[
    "в", "на", "до", "с", "и", "по", "от", "не", "из", "к", "для",
];
/// From this share of shared stems on two passports are offered for joining.
const ALIKE: f64 = 0.5;
/// A subject is at most so long; what follows is no name.
const LONG: usize = 12;

impl Passport {
    /// A name that is the same for passports that say the same.
    pub fn key(&self) -> String {
        let base = self.base.as_deref().map(stems).unwrap_or_default();
        let told = format!(
            "{:?}|{:?}|{}|{base:?}",
            stems(&self.what),
            self.population,
            fold(&self.unit)
        );
        format!("{:016x}", name_of(&told))
    }
}

/// Every number of a document with its passport.
pub fn measures(resolution: &Resolution) -> Vec<Measure> {
    let mut out = Vec::new();
    for (_, _, directive) in resolution.directives() {
        for indicator in &directive.indicators {
            let own = collapse(&indicator.subject);
            let what = if own.is_empty() {
                opening(&directive.text, &indicator.phrase)
            } else {
                own
            };
            let clause = clause(directive, &indicator.phrase);
            let near = populations(&format!("{what} {clause}"));
            let (population, whom) = if near.0.is_empty() {
                populations(&directive.text)
            } else {
                near
            };
            out.push(Measure {
                directive: directive.id.clone(),
                passport: Passport {
                    population,
                    whom,
                    base: base(clause).or_else(|| base(&directive.text)),
                    unit: indicator.unit.clone(),
                    what,
                },
                value: indicator.value,
                relation: indicator.relation,
                by: indicator
                    .by
                    .or_else(|| directive.deadlines.iter().find_map(|deadline| deadline.to)),
                sentence: directive.text.clone(),
            });
        }
    }
    out
}

/// Puts numbers of one passport together, those of most districts first. `joined` gives the passport
/// a person joined another to.
pub fn series<'a>(
    found: impl Iterator<Item = (&'a Id, &'a str, Option<NaiveDate>, &'a Measure)>,
    joined: &dyn Fn(&str) -> String,
) -> Vec<Series> {
    let mut all: BTreeMap<String, Series> = BTreeMap::new();
    for (document, district, adopted_on, measure) in found {
        let own = measure.passport.key();
        let key = joined(&own);
        let series = all.entry(key.clone()).or_insert_with(|| Series {
            key: key.clone(),
            name: String::new(),
            passport: measure.passport.clone(),
            joined: Vec::new(),
            points: Vec::new(),
        });
        if own == key {
            series.passport = measure.passport.clone();
        } else if !series.joined.contains(&own) {
            series.joined.push(own);
        }
        series.points.push(Point {
            district: district.to_owned(),
            year: measure.by.or(adopted_on).map(|day| day.year()),
            value: measure.value,
            relation: measure.relation,
            by: measure.by,
            fact: None,
            document: document.clone(),
            directive: measure.directive.clone(),
            sentence: measure.sentence.clone(),
            adopted_on,
            drawn: false,
        });
    }
    let mut out: Vec<Series> = all.into_values().collect();
    for series in &mut out {
        let what = &series.passport.what;
        series.name = closed(indicators::nominative(what).unwrap_or_else(|| what.clone()));
        let order = |a: &Point, b: &Point| {
            let of = |point: &Point| (district_key(&point.district), point.year);
            of(a)
                .cmp(&of(b))
                .then((a.adopted_on, a.by).cmp(&(b.adopted_on, b.by)))
        };
        series.points.sort_by(order);
        draw(&mut series.points);
    }
    let districts = |series: &Series| -> usize {
        let names: BTreeSet<&str> = series.points.iter().map(|p| p.district.as_str()).collect();
        names.len()
    };
    out.sort_by_cached_key(|series| std::cmp::Reverse((districts(series), series.points.len())));
    out
}

/// Tells which number of a district and a year stands on the line: that of the latest document, in it
/// the one of the latest day. `points` stand in this order already.
fn draw(points: &mut [Point]) {
    for at in 0..points.len() {
        let last = points.get(at + 1).is_none_or(|next| {
            let point = &points[at];
            next.year != point.year || district_key(&next.district) != district_key(&point.district)
        });
        points[at].drawn = last && points[at].year.is_some();
    }
}

/// Series of one unit and one population whose names are alike: each other series is offered once,
/// with the one most like it. `apart` tells what a person refused.
pub fn likely_series(
    series: &[Series],
    apart: &dyn Fn(&str, &str) -> bool,
) -> Vec<SeriesSuggestion> {
    let told: Vec<BTreeSet<String>> = series.iter().map(|one| stems(&one.passport.what)).collect();
    let mut out = Vec::new();
    for other in 1..series.len() {
        let alike = |one: usize| -> f64 {
            let (a, b) = (&series[one].passport, &series[other].passport);
            if fold(&a.unit) != fold(&b.unit) || a.population != b.population {
                return 0.0;
            }
            let shared = told[one].intersection(&told[other]).count() as f64;
            shared / told[one].union(&told[other]).count().max(1) as f64
        };
        let best = (0..other)
            .filter(|one| !apart(&series[*one].key, &series[other].key))
            .map(|one| (alike(one), one))
            .filter(|(alike, _)| *alike >= ALIKE)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, one)) = best {
            out.push(SeriesSuggestion {
                one: series[one].key.clone(),
                other: series[other].key.clone(),
                differ: told[one]
                    .symmetric_difference(&told[other])
                    .cloned()
                    .collect(),
            });
        }
    }
    out
}

/// The part of a sentence a number stands in: from the number before it to the number after it. Two
/// targets in one sentence are of two groups of people as often as not.
fn clause<'a>(directive: &'a Directive, phrase: &str) -> &'a str {
    let text = directive.text.as_str();
    let Some(own) = text.find(phrase) else {
        return text;
    };
    let others = directive.indicators.iter();
    let (mut from, mut to) = (0, text.len());
    for at in others.filter_map(|other| Some((text.find(&other.phrase)?, other.phrase.len()))) {
        if at.0 < own {
            from = from.max(at.0 + at.1);
        } else if at.0 > own {
            to = to.min(at.0);
        }
    }
    // What follows a number up to the next name of a measure is its own; the name is the next one's.
    let end = text[own..to].find([',', ';']).map_or(to, |end| own + end);
    if to < text.len() {
        to = end;
    }
    text.get(from..to).unwrap_or(text)
}

/// A name that was cut within quotation marks, with both of them.
fn closed(name: String) -> String {
    let (mut depth, mut lacking) = (0usize, 0usize);
    for mark in name.chars() {
        match mark {
            '«' => depth += 1,
            '»' if depth == 0 => lacking += 1,
            '»' => depth -= 1,
            _ => {}
        }
    }
    format!("{}{name}{}", "«…".repeat(lacking), "…»".repeat(depth))
}

/// The words before a number name what is measured.
fn opening(text: &str, phrase: &str) -> String {
    let before = text.find(phrase).map_or(text, |at| &text[..at]);
    let words: Vec<&str> = before.split_whitespace().collect();
    let named = &words[words.len().saturating_sub(LONG)..];
    named.join(" ")
}

fn stems(text: &str) -> BTreeSet<String> {
    words(text)
        .iter()
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .map(|word| stem(word))
        .collect()
}

fn words(text: &str) -> Vec<String> {
    tokens(text)
        .iter()
        .filter(|token| token.kind != TokenKind::Mark)
        .map(|token| fold(token.text))
        .collect()
}

/// Groups of people a text names, and ages as they stand («5–17» is not «5–18»): their names, and
/// the words that name them.
fn populations(text: &str) -> (Vec<String>, String) {
    let all = words(text);
    let (mut found, mut told) = (BTreeSet::new(), Vec::new());
    for met in lexicon::find(&all) {
        if met.sort == Sort::Population && found.insert(met.key.to_owned()) {
            told.push(all[met.words].join(" "));
        }
    }
    let spaced: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in spaced.iter().enumerate() {
        let years = word.trim_end_matches([',', '.', ';']) == "лет";
        let Some(age) = age(&spaced[..at]).filter(|_| years) else {
            continue;
        };
        if found.insert(age.clone()) {
            // The lexicon knows some ages, too: said once is enough.
            told.retain(|group| !group.chars().any(|c| c.is_ascii_digit()));
            told.push(format!("{age} лет"));
        }
    }
    (found.into_iter().collect(), told.join(", "))
}

/// The age that stands at the end of some words: «5–17», «от 5 до 18».
fn age(words: &[&str]) -> Option<String> {
    let number = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
    let last = words.last().filter(number)?;
    match words {
        [.., from, "до", to] if number(&from) => Some(format!("{from}–{to}")),
        _ => Some(last.replace('-', "–")),
    }
}

/// «от общего числа педагогов»: what follows, up to a mark.
fn base(text: &str) -> Option<String> {
    let at = text.find("от общ")?;
    let end = text[at..]
        .find([',', ';', '.', '('])
        .map_or(text.len(), |end| at + end);
    let words: Vec<&str> = text[at..end].split_whitespace().take(LONG).collect();
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Group, Indicator, Section};

    fn resolution(told: &[(&str, &str, f64)]) -> Resolution {
        let directives = told
            .iter()
            .enumerate()
            .map(|(at, (text, subject, value))| Directive {
                id: Id::new(at.to_string()),
                text: (*text).into(),
                indicators: vec![Indicator {
                    phrase: format!("до {value} %"),
                    value: *value,
                    unit: "%".into(),
                    subject: (*subject).into(),
                    by: NaiveDate::from_ymd_opt(2027, 12, 31),
                    ..Indicator::default()
                }],
                ..Directive::default()
            });
        let group = Group {
            directives: directives.collect(),
            ..Group::default()
        };
        Resolution {
            sections: vec![Section {
                groups: vec![group],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    #[test]
    fn a_name_cut_within_quotation_marks_has_both() {
        let closed = |name: &str| closed(name.to_owned());
        assert_eq!(closed("участников «Билета в"), "участников «Билета в…»");
        assert_eq!(closed("рост» учеников"), "«…рост» учеников");
        assert_eq!(closed("доля школ «Мир»"), "доля школ «Мир»");
    }

    #[test]
    fn an_age_is_told_once() {
        let (_, whom) =
            populations("охват детей в возрасте от 5 до 18 лет дополнительным образованием");
        assert_eq!(whom, "5–18 лет");
    }

    const EXTRA: &str = "охват детей 5–17 лет дополнительным образованием";

    fn of(told: &[(&str, &str, f64)]) -> Vec<Series> {
        let found = measures(&resolution(told));
        let document = Id::new("d");
        let points = found
            .iter()
            .map(|m| (&document, "Луговской район", None, m));
        series(points, &|key| key.to_owned())
    }

    #[test]
    fn one_passport_in_other_word_forms_is_one_series() {
        let found = of(&[
            (&format!("довести {EXTRA} до 75 %"), EXTRA, 75.0),
            (
                "обеспечить охвата детей 5-17 лет дополнительным образованием до 80 %",
                "охвата детей 5-17 лет дополнительным образованием",
                80.0,
            ),
        ]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].points.len(), 2);
        assert_eq!(found[0].points[0].year, Some(2027));
    }

    #[test]
    fn alike_words_join_nothing_and_another_population_is_not_even_offered() {
        let special = "охват детей с ОВЗ дополнительным образованием";
        let technical =
            "охват детей 5–17 лет дополнительным образованием технической направленности";
        let found = of(&[
            (EXTRA, EXTRA, 75.0),
            (special, special, 40.0),
            (technical, technical, 20.0),
        ]);
        assert_eq!(found.len(), 3);
        let offered = likely_series(&found, &|_, _| false);
        let name = |key: &str| {
            let series = found.iter().find(|series| series.key == key).unwrap();
            series.passport.what.clone()
        };
        let offered: Vec<[String; 2]> = offered
            .iter()
            .map(|one| [name(&one.one), name(&one.other)])
            .collect();
        assert_eq!(offered.len(), 1, "{offered:?}");
        assert!(!offered[0].contains(&special.to_owned()));
    }

    #[test]
    fn a_refused_suggestion_is_not_made_again_and_a_joined_series_is_one() {
        let other = "охват детей 5–17 лет дополнительным образованием в сёлах";
        let told = [(EXTRA, EXTRA, 75.0), (other, other, 60.0)];
        let found = of(&told);
        assert_eq!(likely_series(&found, &|_, _| false).len(), 1);
        assert!(likely_series(&found, &|_, _| true).is_empty());
        let measured = measures(&resolution(&told));
        let one = measured[0].passport.key();
        let document = Id::new("d");
        let points = measured
            .iter()
            .map(|m| (&document, "Луговской район", None, m));
        let joined = series(points, &|_| one.clone());
        assert_eq!(joined.len(), 1);
        assert_eq!((joined[0].points.len(), joined[0].joined.len()), (2, 1));
    }

    #[test]
    fn of_two_numbers_of_a_year_the_one_said_last_stands_on_the_line() {
        let measured = measures(&resolution(&[(EXTRA, EXTRA, 75.0), (EXTRA, EXTRA, 80.0)]));
        let (old, new) = (Id::new("old"), Id::new("new"));
        let day = |year| NaiveDate::from_ymd_opt(year, 8, 25);
        // The older document is read last, and its okrug was a rayon then.
        let points = [
            (&new, "Луговской округ", day(2026), &measured[1]),
            (&old, "Луговской район", day(2025), &measured[0]),
            (&old, "Заречный район", day(2025), &measured[0]),
        ];
        let found = series(points.into_iter(), &|key| key.to_owned());
        assert_eq!(found.len(), 1);
        let told = |point: &Point| (point.district.clone(), point.value, point.drawn);
        let told: Vec<_> = found[0].points.iter().map(told).collect();
        let want = [
            ("Заречный район", 75.0, true),
            ("Луговской район", 75.0, false),
            ("Луговской округ", 80.0, true),
        ];
        assert_eq!(
            told,
            want.map(|(name, value, drawn)| (name.to_owned(), value, drawn))
        );
        let accusative = "долю школ с музеями";
        let named = of(&[(accusative, accusative, 5.0)]);
        assert_eq!(named[0].name, "доля школ с музеями");
    }

    #[test]
    fn two_targets_of_one_sentence_are_of_the_groups_they_name() {
        let text = "довести охват детей 5–17 лет до 75 %, охват детей с ОВЗ до 50 %";
        let mut text = resolution(&[(text, "охват", 75.0)]);
        let directive = &mut text.sections[0].groups[0].directives[0];
        let second = Indicator {
            phrase: "до 50 %".into(),
            value: 50.0,
            ..directive.indicators[0].clone()
        };
        directive.indicators.push(second);
        let found = measures(&text);
        assert_ne!(found[0].passport.population, found[1].passport.population);
        assert_ne!(found[0].passport.key(), found[1].passport.key());
    }
}
