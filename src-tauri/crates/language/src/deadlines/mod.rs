//! Statements of time → intervals (domain facts, c).
//!
//! One pattern per form, tried from the most specific to the most general; what one has taken no
//! later one may take. Titles in quotes, dates of acts and horizons of programmes are masked first.

mod forms;
mod repetition;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use self::forms::{FORMS, Sign};
use crate::dates::{MONTH_WORDS, month_number};
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
            let Some(whole) = found.get(0) else { continue };
            let start = whole.start() + (whole.as_str().len() - whole.as_str().trim_start().len());
            let range = start..whole.start() + whole.as_str().trim_end().len();
            // «31 июня 2027 года» is no June of 2027: a month's day was refused before.
            let after_digit = text
                .get(..range.start)
                .is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            let named = text
                .get(range.clone())
                .is_some_and(|t| t.starts_with(char::is_alphabetic));
            let cut = after_digit && named && month_number(whole.as_str()).is_some();
            let unwritten = is_unwritten(text, &range);
            if cut || unwritten || taken.iter().any(|other| mask::overlap(other, &range)) {
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
            if deadline.to.is_some_and(|to| Some(to) < adopted) && is_of_the_past(text, &range) {
                continue;
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
    join_repetitions(&mut out);
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
    let mut found = find(&spoken, adopted);
    if found.len() == 1 && found[0].range == (0..spoken.len()) {
        let inferred = found[0].value.year_inferred;
        return Some(named(found.remove(0).value, inferred));
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

/// «руководителей, назначенных в 2025 году»: when something was done already.
fn is_of_the_past(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let participles = [
        "нных",
        "нного",
        "нной",
        "нным",
        "нными",
        "нную",
        "нные",
        "нный",
        "нное",
        "тых",
        "того",
        "вших",
        "вшего",
        "вшим",
        "вшими",
        "вшие",
        "шедших",
        "вшихся",
    ];
    word.chars().count() > 6 && participles.iter().any(|ending| word.ends_with(ending))
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
        let month = text.has_any(MONTH_WORDS);
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
        "месяч",
        "месяц",
        "недел",
        "дневн",
        "дней",
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
    ];
    text.bytes().any(|byte| byte.is_ascii_digit()) || {
        let text = Text::new(text);
        text.has_any(NEEDED) || text.has_any(MONTH_WORDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let adopted = NaiveDate::from_ymd_opt(2026, 8, 25);
        find(text, adopted)
            .into_iter()
            .map(|found| {
                assert_eq!(text.get(found.range), Some(found.value.phrase.as_str()));
                let day = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
                format!(
                    "{}..{} {}",
                    day(found.value.from),
                    day(found.value.to),
                    found.value.phrase
                )
            })
            .collect()
    }

    #[test]
    fn each_form_becomes_its_interval() {
        for (text, expected) in [
            (
                "в срок до 1 октября 2026 года",
                "..2026-10-01 в срок до 1 октября 2026 года",
            ),
            (
                "срок до 31 декабря 2026 года",
                "..2026-12-31 срок до 31 декабря 2026 года",
            ),
            (
                "не позднее 15.05.2027",
                "..2027-05-15 не позднее 15.05.2027",
            ),
            (
                "провести 1 сентября 2026 года урок",
                "2026-09-01..2026-09-01 1 сентября 2026 года",
            ),
            (
                "с 1 сентября 2026 года",
                "2026-09-01.. с 1 сентября 2026 года",
            ),
            (
                "с 1 по 20 марта 2027 года",
                "2027-03-01..2027-03-20 с 1 по 20 марта 2027 года",
            ),
            (
                "сентябрь 2026 г. – март 2027 г.",
                "2026-09-01..2027-03-31 сентябрь 2026 г. – март 2027 г.",
            ),
            (
                "в ноябре 2026 года",
                "2026-11-01..2026-11-30 в ноябре 2026 года",
            ),
            (
                "в I квартале 2027 года",
                "2027-01-01..2027-03-31 в I квартале 2027 года",
            ),
            (
                "во втором полугодии 2026 года",
                "2026-07-01..2026-12-31 во втором полугодии 2026 года",
            ),
            (
                "в 2026/2027 учебном году",
                "2026-09-01..2027-08-31 в 2026/2027 учебном году",
            ),
            (
                "в 2026-2027 году",
                "2026-09-01..2027-08-31 в 2026-2027 году",
            ),
            ("до конца 2026 года", "..2026-12-31 до конца 2026 года"),
            (
                "к концу 2026/2027 учебного года",
                "..2027-05-31 к концу 2026/2027 учебного года",
            ),
            ("в 2027 году", "2027-01-01..2027-12-31 в 2027 году"),
            (
                "в 2026–2028 годах",
                "2026-01-01..2028-12-31 в 2026–2028 годах",
            ),
            ("в месячный срок", "2026-08-25..2026-09-25 в месячный срок"),
            ("ежегодно до 15 мая", "..2027-05-15 ежегодно до 15 мая"),
            ("до 15 мая", "..2027-05-15 до 15 мая"),
            ("на постоянной основе", ".. на постоянной основе"),
            (
                "не позднее декабря 2026 года",
                "..2026-12-31 не позднее декабря 2026 года",
            ),
            ("до 15.09.27", "..2027-09-15 до 15.09.27"),
            (
                "до 1 октября текущего года",
                "..2026-10-01 до 1 октября текущего года",
            ),
            (
                "с 2027/28 учебного года",
                "2027-09-01.. с 2027/28 учебного года",
            ),
            (
                "к началу 2027/2028 учебного года",
                "..2027-08-31 к началу 2027/2028 учебного года",
            ),
            (
                "в течение I полугодия 2027 года",
                "2027-01-01..2027-06-30 в течение I полугодия 2027 года",
            ),
            (
                "до начала 2027/2028 уч. года",
                "..2027-08-31 до начала 2027/2028 уч. года",
            ),
            ("к маю 2027 года", "..2027-04-30 к маю 2027 года"),
            ("к началу 2027 года", "..2026-12-31 к началу 2027 года"),
            (
                "с октября 2026 года по апрель 2027 года",
                "2026-10-01..2027-04-30 с октября 2026 года по апрель 2027 года",
            ),
            (
                "с сентября по декабрь 2026 года",
                "2026-09-01..2026-12-31 с сентября по декабрь 2026 года",
            ),
            (
                "весной 2027 года",
                "2027-03-01..2027-05-31 весной 2027 года",
            ),
            (
                "обеспечить на конец 2026 года охват 83 %",
                "..2026-12-31 на конец 2026 года",
            ),
            (
                "со второго полугодия 2026/2027 учебного года",
                "2027-01-01.. со второго полугодия 2026/2027 учебного года",
            ),
            (
                "до1 октября 2026 года",
                "..2026-10-01 до1 октября 2026 года",
            ),
            (
                "в IVквартале 2026г",
                "2026-10-01..2026-12-31 в IVквартале 2026г",
            ),
            (
                "снизить долю с 9,6 % в 2026 году до 5 % в 2027 году",
                "2027-01-01..2027-12-31 в 2027 году",
            ),
            (
                "15–16 апреля 2027 г.",
                "2027-04-15..2027-04-16 15–16 апреля 2027 г.",
            ),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
    }

    #[test]
    fn days_after_a_period_are_those_of_the_month_after_it() {
        let adopted = NaiveDate::from_ymd_opt(2026, 8, 25);
        for (text, rule) in [
            (
                "ежеквартально до 5 числа",
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
            ),
            (
                "ежеквартально, не позднее 5-го числа месяца, следующего за отчётным",
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
            ),
            (
                "представлять отчёт до 10 числа месяца, следующего за отчётным кварталом",
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
            ),
            (
                "до 15 числа месяца, следующего за отчетным полугодием",
                "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15",
            ),
            ("ежемесячно до 3 числа", "FREQ=MONTHLY;BYMONTHDAY=3"),
            ("до 10 числа каждого месяца", "FREQ=MONTHLY;BYMONTHDAY=10"),
            (
                "до 10 числа месяца, следующего за отчётным",
                "FREQ=MONTHLY;BYMONTHDAY=10",
            ),
            (
                "ежемесячно представлять сведения до 10 числа следующего месяца",
                "FREQ=MONTHLY;BYMONTHDAY=10",
            ),
            (
                "ежеквартально представлять сведения до 10 числа следующего месяца",
                "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
            ),
            ("раз в полугодие обобщать опыт", "FREQ=MONTHLY;INTERVAL=6"),
            (
                "рассматривать на коллегии по итогам полугодия",
                "FREQ=MONTHLY;INTERVAL=6",
            ),
            (
                "заслушивать отчёты по итогам каждого квартала",
                "FREQ=MONTHLY;INTERVAL=3",
            ),
        ] {
            let found = find(text, adopted);
            let rules: Vec<_> = found
                .iter()
                .map(|one| one.value.recurrence.as_deref())
                .collect();
            assert_eq!(rules, [Some(rule)], "{text}");
            assert_eq!(
                text.get(found[0].range.clone()),
                Some(found[0].value.phrase.as_str())
            );
        }
        for (text, day) in [
            (
                "направить план до 10 числа следующего месяца",
                Some("2026-09-10"),
            ),
            (
                "представить отчёт до 5 числа следующего квартала",
                Some("2026-10-05"),
            ),
            (
                "не позднее 30 дней после принятия настоящей резолюции утвердить план",
                Some("2026-09-24"),
            ),
            ("в течение 10 дней со дня подписания", Some("2026-09-04")),
            // From Tuesday, 25 August: Wednesday to Friday and two days of the next week.
            (
                "в течение 5 рабочих дней утвердить план",
                Some("2026-09-01"),
            ),
            (
                "не позднее чем через 3 рабочих дня после принятия решения",
                Some("2026-08-28"),
            ),
            // When the event will be nobody knows.
            ("не позднее 30 дней после окончания ремонта", None),
            ("в течение 10 дней со дня поступления обращения", None),
        ] {
            let found = find(text, adopted);
            assert_eq!(found.len(), 1, "{text}");
            let to = found[0].value.to.map(|to| to.to_string());
            assert_eq!(to.as_deref(), day, "{text}");
        }
        for text in [
            "к числу участников",
            "число школ к 10 числу не ясно",
            "подвести итоги по итогам 2026 года",
        ] {
            assert!(find(text, adopted).is_empty(), "{text}");
        }
    }

    #[test]
    fn years_before_a_plan_are_the_tasks_own_when_it_is_what_is_done() {
        assert_eq!(
            shown("реализовать в 2026–2028 годах Программу развития воспитания").len(),
            1
        );
    }

    #[test]
    fn years_that_are_no_deadlines_are_left_alone() {
        for text in [
            "реализовать программу развития на 2026–2030 годы",
            "в соответствии с Концепцией развития образования до 2030 года",
            "выполнить приказ от 5 июня 2026 г. № 500",
            "реализовать проект «Школа 2030 года»",
            "цели развития на период до 2030 года",
            "выполнить план по реализации в области в 2021–2025 годах Стратегии развития воспитания",
            "соглашение на срок до трёх лет",
            "детей от 5 до 18 лет, 1–4 классов, памяти 1941–1945 гг.",
            "31 июня 2027 года",
            "о финансировании отдыха в 2026 году и на плановый период 2027–2028 годов",
            "вернуть в школу лиц, систематически пропускающих занятия",
            "ежеквартальное рассмотрение хода работ, число ежегодно заключаемых договоров",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_term_alone_needs_no_year_and_no_preposition() {
        let adopted = NaiveDate::from_ymd_opt(2026, 9, 10);
        let shown = |text: &str| -> Vec<String> {
            of_terms(text, adopted)
                .iter()
                .map(|term| term.to.map(|to| to.to_string()).unwrap_or_default())
                .collect()
        };
        assert_eq!(shown("октябрь"), ["2026-10-31"]);
        assert_eq!(shown("май"), ["2027-05-31"]);
        assert_eq!(shown("октябрь, март"), ["2026-10-31", "2027-03-31"]);
        assert_eq!(shown("октябрь – ноябрь"), ["2026-11-30"]);
        assert_eq!(shown("март, май 2027 г."), ["2027-03-31", "2027-05-31"]);
        assert_eq!(shown("II квартал"), ["2027-06-30"]);
        assert_eq!(shown("2027 год"), ["2027-12-31"]);
        assert_eq!(shown("школы района"), [""; 0]);
    }

    #[test]
    fn what_was_done_in_the_past_is_no_deadline() {
        let adopted = NaiveDate::from_ymd_opt(2026, 9, 10);
        assert!(find("обучить директоров, назначенных в 2025 году", adopted).is_empty());
        assert_eq!(find("завершить работы в 2027 году", adopted).len(), 1);
    }

    #[test]
    fn a_year_that_is_yet_to_be_written_is_not_guessed() {
        let adopted = NaiveDate::from_ymd_opt(2026, 8, 27);
        let count = |text: &str| find(text, adopted).len();
        assert_eq!(count("провести до 1 октября [Следующий год] года смотр"), 0);
        assert_eq!(count("подготовить в срок до 15 декабря [Год] г."), 0);
        assert_eq!(count("провести до 1 октября смотр [Название]"), 1);
        assert_eq!(count("провести до 1 октября 2026 года [уточнить] смотр"), 1);
    }

    #[test]
    fn holidays_and_seasons_have_their_usual_days() {
        for (text, expected) in [
            (
                "подготовить лагерь к сезону 2027 года",
                "..2027-05-31 к сезону 2027 года",
            ),
            (
                "оздоровить детей в летний период 2027 года",
                "2027-06-01..2027-08-31 в летний период 2027 года",
            ),
            (
                "провести слёт в дни весенних каникул 2027 года",
                "2027-03-23..2027-03-31 в дни весенних каникул 2027 года",
            ),
            (
                "провести сборы во время осенних каникул",
                "2026-10-27..2026-11-05 во время осенних каникул",
            ),
            (
                "в период зимних каникул 2026/2027 учебного года",
                "2026-12-29..2027-01-11 в период зимних каникул 2026/2027 учебного года",
            ),
            (
                "завершить работы к началу отопительного сезона",
                "..2026-09-14 к началу отопительного сезона",
            ),
            (
                "до начала отопительного периода 2027 года",
                "..2027-09-14 до начала отопительного периода 2027 года",
            ),
            (
                "провести слёт весной 2027 года",
                "2027-03-01..2027-05-31 весной 2027 года",
            ),
            (
                "открыть класс во второй половине 2027 года",
                "2027-07-01..2027-12-31 во второй половине 2027 года",
            ),
            (
                "провести семинар во второй декаде ноября 2026 года",
                "2026-11-11..2026-11-20 во второй декаде ноября 2026 года",
            ),
            (
                "открыть класс в новом учебном году",
                "2026-09-01..2027-08-31 в новом учебном году",
            ),
            (
                "обучить экспертов до начала ГИА",
                "..2027-05-20 до начала ГИА",
            ),
            (
                "обеспечить занятость в каникулярное время",
                ".. в каникулярное время",
            ),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "организовать летний отдых детей",
            "провести смену в летнем лагере",
            "пошив сезонной одежды",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn recurring_deadlines_carry_a_rule() {
        let rule = |text| find(text, None).remove(0).value.recurrence.unwrap();
        assert_eq!(rule("ежеквартально"), "FREQ=MONTHLY;INTERVAL=3");
        for (text, said) in [
            ("не реже двух раз в год", "FREQ=MONTHLY;INTERVAL=6"),
            ("не реже двух раз в полугодие", "FREQ=MONTHLY;INTERVAL=3"),
            ("4 раза в год", "FREQ=MONTHLY;INTERVAL=3"),
            ("пять сборов, 5 раз в год", "FREQ=MONTHLY;INTERVAL=2"),
            ("один раз в два месяца", "FREQ=MONTHLY;INTERVAL=2"),
            ("раз в три года", "FREQ=YEARLY;INTERVAL=3"),
            ("не реже одного раза в год", "FREQ=YEARLY"),
            ("два раза в месяц", "FREQ=WEEKLY;INTERVAL=2"),
            ("трижды в неделю", "FREQ=WEEKLY"),
            ("раз в две недели", "FREQ=WEEKLY;INTERVAL=2"),
            ("дважды в четверть", "FREQ=MONTHLY"),
        ] {
            assert_eq!(rule(text), said, "{text}");
        }
        assert_eq!(rule("ежегодно"), "FREQ=YEARLY");
        assert_eq!(
            rule("обновлять сведения по итогам каждого полугодия"),
            "FREQ=MONTHLY;INTERVAL=6"
        );
    }
}
