//! Facts of a directive, its own and inherited.

use chrono::NaiveDate;
use svod_language::pattern::Pattern;
use svod_language::{addressees, deadlines, indicators, references};
use svod_model::{Deadline, DeadlineKind, Directive, InheritedFrom};

use super::items;

/// Finds the facts of a directive's own words, then of its lead and of what stands above it.
pub(crate) fn attach(
    directive: &mut Directive,
    above: &[Deadline],
    adopted: Option<NaiveDate>,
    inheriting: bool,
) {
    of_task(directive);
    let said = deadlines::every(&directive.text, adopted);
    directive.indicators = indicators::find_beside(&directive.text, adopted, &said)
        .into_iter()
        .map(|found| found.value)
        .collect();
    let said: Vec<Deadline> = deadlines::once(said)
        .into_iter()
        .map(|found| found.value)
        .collect();
    // What a plan's column says and the task says again, in other words, is one deadline.
    let same = |one: &Deadline, other: &Deadline| {
        let when = (&one.from, &one.to, &one.recurrence);
        when == (&other.from, &other.to, &other.recurrence) && when != (&None, &None, &None)
    };
    directive
        .deadlines
        .retain(|stated| !said.iter().any(|said| same(stated, said)));
    directive.deadlines.extend(said);
    directive.references = references::find(&directive.text)
        .into_iter()
        .map(|found| found.value)
        .collect();
    // «(март)», «(осень 2026 г.)» behind a task that names no other day.
    if directive
        .deadlines
        .iter()
        .all(|deadline| deadline.to.is_none() && deadline.from.is_none())
    {
        let noted = BRACKETS.captures_iter(&directive.text);
        let terms = noted.iter().filter_map(|found| found.name("term"));
        directive
            .deadlines
            .extend(terms.flat_map(|term| deadlines::of_terms(term.as_str(), adopted)));
    }
    // «(отв.: ЦРО, срок: 2026 год)»: behind the word a bare year is a term, too.
    if directive.deadlines.is_empty()
        && let Some(found) = BRACKETED_TERM.captures(&directive.text)
        && let Some(value) = found.name("term")
    {
        directive.deadlines = term(value.as_str(), adopted);
        of_task(directive);
    }
    if inheriting {
        inherit(directive, above, adopted);
    }
}

/// A bare day that was asked for («Срок: 1 октября 2026 г.») is the last one, unless an event is held on it.
fn of_task(directive: &mut Directive) {
    for deadline in &mut directive.deadlines {
        *deadline = deadlines::of_task(std::mem::take(deadline), &directive.text);
    }
}

/// Gives a directive without a deadline of its own that of its lead, or of what stands above it.
pub(crate) fn inherit(directive: &mut Directive, above: &[Deadline], adopted: Option<NaiveDate>) {
    directive
        .deadlines
        .retain(|deadline| deadline.inherited_from.is_none());
    if directive.deadlines.is_empty() {
        let lead = directive.lead.as_deref().unwrap_or_default();
        directive.deadlines = inherited(deadlines_of(lead, adopted), InheritedFrom::Lead);
    }
    if directive.deadlines.is_empty() {
        directive.deadlines = inherited(above.to_vec(), InheritedFrom::Group);
    }
    // A day among the task's own words is what they say it is.
    for deadline in &mut directive.deadlines {
        if deadline.inherited_from.is_some() {
            *deadline = deadlines::of_task(std::mem::take(deadline), &directive.text);
        }
    }
}

/// What an addressee heading says.
pub(crate) struct Head {
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) parts: addressees::Parts,
}

/// Reads an addressee heading.
pub(crate) fn head(heading: &str, adopted: Option<NaiveDate>) -> Head {
    let deadlines = deadlines_of(heading, adopted);
    let names = without(heading, &deadlines);
    // «Ответственные: управление образования, методический кабинет»: names that are not declined.
    let parts = if addressees::starts_in_dative(&names) {
        addressees::split(&names)
    } else {
        addressees::split_any(&names)
    };
    Head { deadlines, parts }
}

/// A heading without its deadlines: they are no part of a body's name.
pub(super) fn without(heading: &str, deadlines: &[Deadline]) -> String {
    let mut names = heading.to_owned();
    for deadline in deadlines {
        names = names.replace(&deadline.phrase, "");
    }
    names
}

/// A month, a quarter or a half-year alone in brackets.
static BRACKETS: Pattern = Pattern::new(
    r"\((?P<term>(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|[iv1-4]+\s+(?:квартал|полугоди))[^()]{0,30})\)",
)
.needing(&["("]);
static BRACKETED_TERM: Pattern =
    Pattern::new(r"\([^()]*срок[а-я]*\s*[:–—-]\s*(?P<term>[^();]{4,60})\)").needing(&["срок"]);

/// The deadlines a text states.
pub(super) fn deadlines_of(text: &str, adopted: Option<NaiveDate>) -> Vec<Deadline> {
    deadlines::find(text, adopted)
        .into_iter()
        .map(|found| found.value)
        .collect()
}

/// The deadlines of a value that can only be one: «сентябрь», «II квартал», «октябрь – ноябрь».
pub(crate) fn term(text: &str, adopted: Option<NaiveDate>) -> Vec<Deadline> {
    let found = deadlines_of(text, adopted);
    // «март, май 2026 г.» names two, of which the second alone says its year.
    let terms = deadlines::of_terms(text, adopted);
    if found.len() >= terms.len() {
        return found;
    }
    terms
}

/// Whether a text says by when, or when, in words or in brackets.
pub(super) fn says_when(text: &str, adopted: Option<NaiveDate>) -> bool {
    let dated = |found: Vec<Deadline>| {
        let mut found = found.into_iter();
        found.any(|deadline| deadline.to.is_some() || deadline.from.is_some())
    };
    dated(deadlines_of(text, adopted))
        || BRACKETS
            .captures_iter(text)
            .iter()
            .filter_map(|found| found.name("term"))
            .any(|term| dated(deadlines::of_terms(term.as_str(), adopted)))
}

/// What stands where a deadline is asked for («Срок: …»): words that no day can be read from are kept
/// as they are, for the finished document has to say them.
pub(crate) fn stated(text: &str, adopted: Option<NaiveDate>) -> Vec<Deadline> {
    let found = term(text, adopted);
    let words = items::trimmed(text.trim(), &[';', ',']);
    if !found.is_empty() || !words.contains(char::is_alphabetic) {
        return found;
    }
    vec![Deadline {
        phrase: words.to_owned(),
        kind: DeadlineKind::Event,
        ..Deadline::default()
    }]
}

fn inherited(deadlines: Vec<Deadline>, from: InheritedFrom) -> Vec<Deadline> {
    deadlines
        .into_iter()
        .map(|deadline| Deadline {
            inherited_from: Some(from),
            ..deadline
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str, above: &str) -> Vec<DeadlineKind> {
        let adopted = NaiveDate::from_ymd_opt(2026, 8, 25);
        let mut directive = Directive {
            text: text.to_owned(),
            ..Directive::default()
        };
        let above = deadlines_of(above, adopted);
        attach(&mut directive, &above, adopted, true);
        let kinds = directive.deadlines.iter().map(|deadline| deadline.kind);
        kinds.collect()
    }

    #[test]
    fn a_bare_day_is_the_last_one_only_where_it_was_asked_for() {
        use DeadlineKind::{ByDate, OnDate};
        for (text, above, kind) in [
            ("ввести 1 сентября 2026 года новую форму отчёта", "", OnDate),
            ("ввести новую форму отчёта", "1 сентября 2026 года", ByDate),
            ("провести урок мира", "1 сентября 2026 года", OnDate),
            (
                "ввести новую форму отчёта. Срок: 1 сентября 2026 года",
                "",
                ByDate,
            ),
        ] {
            assert_eq!(kinds(text, above), [kind], "{text} / {above}");
        }
    }
}
