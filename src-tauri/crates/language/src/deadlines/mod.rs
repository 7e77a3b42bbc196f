//! Statements of time → intervals (domain facts, c).
//!
//! One pattern per form, tried from the most specific to the most general; what one has taken no
//! later one may take. Titles in quotes, dates of acts and horizons of programmes are masked first.

mod due;
mod feasts;
mod forms;
mod past;
mod repetition;
mod seasons;
#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

pub use self::due::of_task;
use self::forms::{FORMS, Sign};
use crate::dates::{MONTH_WORDS, SHORT_MONTHS, month_number};
use crate::pattern::Text;
use crate::{Found, fields, mask};

/// Every deadline a text states, in its order. `adopted` resolves what has no year of its own.
pub fn find(text: &str, adopted: Option<NaiveDate>) -> Vec<Found<Deadline>> {
    once(every(text, adopted))
}

/// The same moment said twice in one task is one deadline.
pub fn once(mut found: Vec<Found<Deadline>>) -> Vec<Found<Deadline>> {
    let mut seen: Vec<(Option<NaiveDate>, Option<NaiveDate>)> = Vec::new();
    found.retain(|found| {
        let key = (found.value.from, found.value.to);
        let repeated = key != (None, None) && seen.contains(&key);
        seen.push(key);
        !repeated
    });
    found
}

/// «до 1 октября [Год] года»: the year is yet to be written, and none may be guessed.
fn is_unwritten(text: &str, range: &Range<usize>) -> bool {
    let behind = text.get(range.end..).unwrap_or_default().trim_start();
    behind.starts_with('[')
        && fields::find(behind)
            .first()
            .is_some_and(|field| field.start == 0)
        && text.get(range.clone()).is_some_and(|said| {
            !said
                .split(|c: char| !c.is_ascii_digit())
                .any(|number| number.len() == 4)
        })
}

/// Every statement of time, also of a moment that was named before.
pub fn every(text: &str, adopted: Option<NaiveDate>) -> Vec<Found<Deadline>> {
    if !may_state_time(text) {
        return Vec::new();
    }
    let lowered = Text::new(text);
    let signs = Signs::of(&lowered);
    let mut taken: Option<Vec<Range<usize>>> = None;
    let mut out = Vec::new();
    for form in FORMS.iter().filter(|form| signs.fit(form.sign)) {
        for found in form.pattern.captures_all(&lowered) {
            let taken = taken.get_or_insert_with(|| mask::not_deadlines(&lowered));
            let Some(whole) = found.name("said").or(found.get(0)) else {
                continue;
            };
            let start = whole.start() + (whole.as_str().len() - whole.as_str().trim_start().len());
            let range = start..whole.start() + whole.as_str().trim_end().len();
            // «к ноябрьскому совещанию» is no November, «по сравнению с 2011 годом» no beginning.
            let within = |range: &Range<usize>| {
                let [said, behind] = [text.get(range.clone()), text.get(range.end..)];
                let last = said.and_then(|said| said.split_whitespace().next_back());
                let behind = behind.unwrap_or_default();
                let compared = last == Some("г") && behind.starts_with("одом");
                let month = last.is_some_and(|word| month_number(word).is_some());
                compared || month && behind.starts_with(char::is_alphabetic)
            };
            // «31 июня 2027 года» is no June of 2027: a month's day was refused before.
            let after_digit = text
                .get(..range.start)
                .is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            let named = text
                .get(range.clone())
                .is_some_and(|t| t.starts_with(char::is_alphabetic));
            let cut = after_digit && named && month_number(whole.as_str()).is_some();
            let unwritten = is_unwritten(text, &range);
            if cut
                || unwritten
                || within(&range)
                || taken.iter().any(|other| mask::overlap(other, &range))
            {
                continue;
            }
            let Some(mut deadline) = (form.read)(&found, adopted) else {
                continue;
            };
            // «лиц, систематически пропускающих занятия», «ежеквартальное рассмотрение»
            let manner = [DeadlineKind::Permanent, DeadlineKind::Recurring];
            if manner.contains(&deadline.kind) && is_of_another_word(text, &range) {
                continue;
            }
            let back = [
                past::is_of_the_past,
                past::is_looked_back_on,
                past::is_where_things_stood,
            ];
            if back.iter().any(|is| is(text, &range, &deadline, adopted)) {
                // «в мае 2026 года» refused, «мае 2026 года» is no other time.
                taken.push(range);
                continue;
            }
            if is_of_what_is_planned(text, &range) || is_what_for(text, &range) {
                continue;
            }
            if past::is_of_a_theme(text, &range, &deadline) {
                taken.push(range);
                continue;
            }
            if past::is_only_told_of(text, &range, &deadline) || feasts::is_a_theme(text, &range) {
                continue;
            }
            if deadline.kind == DeadlineKind::Duration && is_each_time(text, &range) {
                (deadline.kind, deadline.from, deadline.to) = (DeadlineKind::Event, None, None);
            }
            if due::is_term(text, &range) {
                deadline = due::of_task(deadline, text);
            }
            deadline.phrase = text.get(range.clone()).unwrap_or_default().to_owned();
            taken.push(range.clone());
            out.push(Found {
                value: deadline,
                range,
            });
        }
    }
    out.sort_by_key(|found| found.range.start);
    feasts::beside_no_other(text, &mut out);
    join_repetitions(&mut out);
    bound_repetitions(text, &mut out);
    out
}

/// «ежеквартально представлять отчёты до 10 числа месяца, следующего за отчётным» is one repetition:
/// how often is said in one place, by which day in another.
fn join_repetitions(found: &mut Vec<Found<Deadline>>) {
    let mut repeated = (0..found.len()).filter(|often| found[*often].value.recurrence.is_some());
    let pair = repeated.find_map(|often| {
        let mut others = (0..found.len()).filter(|other| *other != often);
        others.find_map(|day| {
            let rule = repetition::joined(&found[often].value, &found[day].value)?;
            Some((often, day, rule))
        })
    });
    if let Some((often, day, rule)) = pair {
        let one = &mut found[day].value;
        (one.kind, one.from, one.to) = (DeadlineKind::Recurring, None, None);
        (one.recurrence, one.year_inferred) = (Some(rule), false);
        found.remove(often);
    }
}

/// «ежемесячно, начиная с октября 2026 года» is one repetition with a beginning.
fn bound_repetitions(text: &str, found: &mut Vec<Found<Deadline>>) {
    let mut at = 0;
    while let [one, next, ..] = found.get(at..).unwrap_or_default() {
        if let Some(joined) = repetition::bounded(text, one, next) {
            found.splice(at..at + 2, [joined]);
            // «ежегодно, начиная с 2027 года, до 1 августа»
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
}

/// The deadline a text is that can be nothing else, in a cell or behind «Срок:»: «сентябрь»,
/// «октябрь–ноябрь», «II квартал», «I полугодие». `None` when words are left over.
pub fn of_term(text: &str, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    if text.is_empty() || text.chars().count() > 40 {
        return None;
    }
    let named = |deadline: Deadline, year_inferred: bool| Deadline {
        phrase: text.to_owned(),
        year_inferred,
        ..deadline
    };
    // «2027 год», «2027–2028 годы»
    let spoken = match text.strip_suffix(" год") {
        Some(year) => format!("в {year} году"),
        None => format!("в {text}"),
    };
    // «осень 2026 г.» is whole without «в».
    for said in [&spoken, text] {
        let mut found = find(said, adopted);
        let dated = said != text || found.iter().all(|found| found.value.to.is_some());
        if found.len() == 1 && found[0].range == (0..said.len()) && dated {
            let inferred = found[0].value.year_inferred;
            return Some(named(found.remove(0).value, inferred));
        }
    }
    let adopted = adopted?;
    // The first such time that is not over yet.
    [adopted.year(), adopted.year() + 1]
        .into_iter()
        .find_map(|year| {
            let whole = format!("{text} {year} года");
            let mut found = find(&whole, Some(adopted));
            let only = found.len() == 1 && found[0].range == (0..whole.len());
            let deadline = only.then(|| found.remove(0).value)?;
            (deadline.to >= Some(adopted)).then(|| named(deadline, true))
        })
}

/// The same of a list: «октябрь, март», «I и III кварталы» is left alone.
pub fn of_terms(text: &str, adopted: Option<NaiveDate>) -> Vec<Deadline> {
    if let Some(only) = of_term(text, adopted) {
        return vec![only];
    }
    let parts: Vec<&str> = text
        .split([',', ';'])
        .flat_map(|part| part.split(" и "))
        .collect();
    // «март, май 2026 г.»: the year is said once, behind the last.
    let year = parts.last().and_then(|last| year_in(last));
    let found: Option<Vec<Deadline>> = parts
        .iter()
        .map(|part| match year {
            Some(year) if year_in(part).is_none() => {
                of_term(&format!("{part} {year} года"), adopted).map(|term| Deadline {
                    phrase: part.trim().to_owned(),
                    ..term
                })
            }
            _ => of_term(part, adopted),
        })
        .collect();
    found.unwrap_or_default()
}

/// The year of four digits a term names.
fn year_in(term: &str) -> Option<&str> {
    term.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4)
}

/// Whether the word goes on, or the one behind is a participle: it says what somebody is, not when a
/// thing is done.
fn is_of_another_word(text: &str, range: &Range<usize>) -> bool {
    let behind = text.get(range.end..).unwrap_or_default();
    if behind.starts_with(char::is_alphabetic) {
        return true;
    }
    let behind = behind.trim_start();
    let word = behind.split(|c: char| !c.is_alphabetic()).next();
    let word = word.unwrap_or_default().to_lowercase();
    let ending = [
        "щих", "щие", "щим", "щими", "щего", "щей", "щую", "щий", "щая", "емых",
    ];
    ending.iter().any(|ending| word.ends_with(ending))
        || word.ends_with("вших")
        || word.ends_with("щихся")
}

/// «школ, подлежащих ремонту в 2027 году»: the time of what somebody is to undergo, which the words
/// behind a comma say of them, is not the task's.
fn is_of_what_is_planned(text: &str, range: &Range<usize>) -> bool {
    const PLANNED: &[&str] = &[
        "подлежащ",
        "планируем",
        "планирующ",
        "запланированн",
        "намеченн",
        "предусмотренн",
        "вводим",
        "открываем",
        "строящ",
        "поступающ",
        "выпускающ",
        "выходящ",
        "достигающ",
    ];
    let within = text
        .get(range.clone())
        .is_some_and(|said| said.starts_with("в ") || said.starts_with("во "));
    let before = text.get(..range.start).unwrap_or_default();
    let Some((_, clause)) = before.rsplit_once([',', ';']).filter(|_| within) else {
        return false;
    };
    let word = clause.split_whitespace().next().unwrap_or_default();
    let word = word.to_lowercase();
    // «запланировано в 2027 году» is a verb; the others have the ending of an adjective.
    let rest = PLANNED.iter().find_map(|start| word.strip_prefix(start));
    rest.is_some_and(|rest| rest.chars().count() >= 2)
}

/// «отвечать на обращения в течение 5 рабочих дней»: so long after each of them, which is no day.
fn is_each_time(text: &str, range: &Range<usize>) -> bool {
    const EACH: &[&str] = &[
        "отвечать",
        "рассматривать",
        "уведомлять",
        "сообщать",
        "информировать",
        "извещать",
        "реагировать",
        "устранять",
    ];
    let before = text.get(..range.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    let verb = words.find(|word| crate::verbs::is_infinitive(word));
    verb.is_some_and(|verb| EACH.contains(&crate::words::fold(verb).as_str()))
}

/// «в целях подготовки к новому учебному году»: what a task is for, not when it is due.
fn is_what_for(text: &str, range: &Range<usize>) -> bool {
    let toward = text
        .get(range.clone())
        .is_some_and(|said| said.starts_with("к ") || said.starts_with("к\u{a0}"));
    if !toward {
        return false;
    }
    let before = text.get(..range.start).unwrap_or_default();
    let words: Vec<&str> = before.split_whitespace().rev().take(6).collect();
    let Some(at) = words.iter().position(|word| word.starts_with("подготовк")) else {
        return false;
    };
    let leading = words.get(at + 1).map(|word| word.to_lowercase());
    let purposes = ["целях", "целью", "для", "рамках", "ходе", "при", "о"];
    leading.is_some_and(|word| purposes.contains(&word.as_str()))
}

/// What a text has that forms turn on: looking once spares most forms the search.
struct Signs {
    month: bool,
    day: bool,
    year: bool,
    school: bool,
}

impl Signs {
    fn of(text: &Text<'_>) -> Self {
        let bytes = text.lower().as_bytes();
        let digits = |wanted: usize| {
            let mut run = 0;
            bytes.iter().any(|byte| {
                run = if byte.is_ascii_digit() { run + 1 } else { 0 };
                run == wanted
            })
        };
        let short = bytes.contains(&b'.') && text.has_any(SHORT_MONTHS);
        let month = short || text.has_any(MONTH_WORDS);
        let dotted = bytes
            .windows(3)
            .any(|w| w[0].is_ascii_digit() && w[1] == b'.' && w[2].is_ascii_digit());
        let year = digits(4);
        Self {
            month,
            day: dotted || month && digits(1),
            year,
            school: year && text.has_any(&["уч", "год"]),
        }
    }

    fn fit(&self, sign: Sign) -> bool {
        match sign {
            Sign::Any => true,
            Sign::Month => self.month,
            Sign::Day => self.day,
            Sign::Year => self.year,
            Sign::School => self.school,
        }
    }
}

/// Whether a text has a digit or a word every form needs; most texts have neither.
fn may_state_time(text: &str) -> bool {
    const NEEDED: &[&str] = &[
        "год",
        "кварт",
        "четверт",
        "месяч",
        "месяц",
        "недел",
        "дневн",
        "дней",
        " дня",
        "постоян",
        "систем",
        "регуляр",
        "ежегодн",
        "ежемесяч",
        "ежекварт",
        "еженедел",
        "раз",
        "дважды",
        "каникул",
        "сезон",
        "кампани",
        "отопительн",
        "кажд",
        "начал",
        " дню",
        "новому",
        "ежедневн",
        "осенн",
        "зимн",
        "весенн",
        "летн",
    ];
    text.bytes().any(|byte| byte.is_ascii_digit()) || {
        let text = Text::new(text);
        text.has_any(NEEDED) || text.has_any(MONTH_WORDS)
    }
}
