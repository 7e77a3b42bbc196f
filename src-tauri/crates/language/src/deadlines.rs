//! Statements of time → intervals (domain facts, c).
//!
//! One pattern per form, tried from the most specific to the most general; what one has taken no
//! later one may take. Titles in quotes, dates of acts and horizons of programmes are masked first.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate};
use regex::{Captures, Regex};
use svod_model::{Deadline, DeadlineKind};

use crate::dates::{MONTH, month_end, month_number};
use crate::{Found, mask};

type Reading = fn(&Captures<'_>, Option<NaiveDate>) -> Option<Deadline>;

struct Form {
    pattern: Regex,
    read: Reading,
}

/// A day: «1 октября 2026 года», «1 октября», «01.10.2026».
fn day(n: u8) -> String {
    format!(
        r"(?:(?P<d{n}>\d{{1,2}})(?:-?го)?\s+(?P<m{n}>{MONTH})(?:\s+(?:(?P<y{n}>\d{{4}})(?:\s*(?:года|году|г\.?))?|(?P<this{n}>(?:текущего|этого)\s+года|с\.?\s?г\.|т\.?\s?г\.)))?|(?P<dd{n}>\d{{1,2}})\.(?P<mm{n}>\d{{2}})\.(?P<yy{n}>\d{{4}}|\d{{2}}\b)(?:\s*(?:года|г\.?))?)"
    )
}

const SCHOOL: &str = r"(?P<s1>\d{4})\s*[/–—-]\s*(?P<s2>\d{4}|\d{2})";
const YEAR: &str = r"(?P<year>\d{4})\s*(?:года|году|г\.?)";

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let (one, two) = (day(1), day(2));
    let forms: Vec<(String, Reading)> = vec![
        (format!(r"(?:в\s+(?:период|срок)\s+)?с\s+{one}\s+(?:по|до)\s+{two}"), period),
        (format!(r"(?:в\s+(?:период|срок)\s+)?с\s+(?P<d1>\d{{1,2}})\s+по\s+{two}"), short_period),
        (format!(r"(?:ежегодно|каждый\s+год),?\s+(?:в\s+срок\s+)?(?:до|не\s+позднее|к)\s+{one}"), yearly_by),
        (r"(?:ежемесячно|ежеквартально),?\s+(?:в\s+срок\s+)?(?:до|не\s+позднее)\s+\d{1,2}(?:-?го)?\s+числа(?:\s+месяца,\s+следующего\s+за\s+отч[её]тным)?".into(), recurring),
        (format!(r"(?:до\s+конца|к\s+концу|по\s+окончании)\s+{SCHOOL}\s+учебного\s+года"), school_end),
        (format!(r"(?:до\s+начала|к\s+началу)\s+{SCHOOL}\s+учебного\s+года"), school_begin),
        (format!(r"(?:начиная\s+)?с\s+(?:начала\s+)?{SCHOOL}\s+(?:учебного\s+года|уч(?:ебного|\.)\s*г(?:ода|\.))"), from_school_year),
        (format!(r"(?:в\s+)?(?P<half>первом|втором|первое|второе|I{{1,2}}|1|2)(?:-?[мое]+)?\s+полугоди[иея]\s+{SCHOOL}\s+(?:учебного\s+)?года?"), school_half),
        (format!(r"(?:в\s+течение\s+|на\s+протяжении\s+|в\s+|на\s+|за\s+)?{SCHOOL}\s+уч(?:ебн\w+|\.)\s*(?:год\w*|г\.)?"), school_year),
        (format!(r"(?:в\s+течение\s+|в\s+){SCHOOL}\s+году"), school_year),
        (format!(r"(?:в\s+срок\s+|срок\w*\s*[:–-]?\s*|сроком\s+)?(?:до|не\s+позднее|не\s+позже|к)\s+{one}"), by_date),
        (format!(r"(?:в\s+срок\s+)?(?:до\s+конца|к\s+концу|до\s+окончания)\s+{YEAR}"), year_end),
        (format!(r"(?:к\s+началу|до\s+начала)\s+{YEAR}"), year_start),
        (r"(?:в\s+срок\s+)?(?:до\s+конца|к\s+концу)\s+(?:текущего|календарного)\s+года".to_string(), this_year_end),
        (format!(r"(?:в\s+срок\s+)?(?P<end>до\s+конца|к\s+концу)?\s*(?:в[о]?\s+)?(?P<q>I{{1,3}}|IV|[1-4]|первом|втором|третьем|четв[её]ртом)(?:-?[мй]|-?го)?\s*(?:квартал\w*|кв\.)\s+{YEAR}"), quarter),
        (format!(r"(?:во?\s+(?:течение\s+)?)?(?P<half>первом|втором|первого|второго|первое|второе|I{{1,2}}|1|2)(?:-?го)?(?:-?[мое]+)?\s+полугоди[иея]\s+{YEAR}"), half_year),
        (format!(r"(?P<m1>{MONTH})\s*(?P<y1>\d{{4}})?(?:\s*(?:года|г\.))?\s*[–—-]\s*(?P<m2>{MONTH})\s+(?P<y2>\d{{4}})(?:\s*(?:года|г\.?))?"), months),
        (format!(r"(?:до\s+конца|к\s+концу)\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), month_end_by),
        (format!(r"(?:до(?:\s+начала)?|не\s+позднее|не\s+позже|к(?:\s+началу)?)\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), by_month),
        (format!(r"(?P<d1>\d{{1,2}})\s*[–—-]\s*{two}"), short_period),
        (format!(r"(?:начиная\s+)?с\s+{one}"), from_day),
        (format!(r"(?:начиная\s+)?с\s+(?P<m1>{MONTH})\s+(?P<y1>\d{{4}})\s*(?:года|г\.?)"), from_month),
        (format!(r"(?:начиная\s+)?с\s+{YEAR}"), from_year),
        (format!(r"(?:в\s+)(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), month),
        (r"(?:в|за|в\s+период)\s+(?P<a>\d{4})\s*[–—-]\s*(?P<b>\d{4})\s*(?:годах|годы|гг?\.?)".into(), year_range),
        (r"(?:в\s+период\s+|в\s+срок\s+)?(?:до|к)\s+(?P<year>\d{4})\s*(?:года|году|г\.)".into(), by_year),
        (format!(r"(?:в\s+течение\s+|на\s+протяжении\s+|в\s+){YEAR}"), year),
        (one.clone(), on_day),
        (format!(r"(?P<m1>{MONTH})\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?"), month),
        (r"(?:в\s+течение\s+учебного\s+года|на\s+протяжении\s+учебного\s+года)".into(), during_school_year),
        (r"(?:до\s+конца|к\s+концу)\s+учебного\s+года".into(), school_year_end),
        (r"(?:к\s+началу|до\s+начала)\s+(?:нового\s+)?учебного\s+года|к\s+новому\s+учебному\s+году".into(), school_start),
        (r"в\s+течение\s+(?:одного\s+)?(?P<unit>месяца|года|недели|квартала)|в\s+(?P<adj>двухнедельный|недельный|месячный|двухмесячный|тр[её]хмесячный|десятидневный|пятидневный|тр[её]хдневный)\s+срок|в\s+течение\s+(?P<n>\d{1,3}|двух|тр[её]х|пяти|десяти)\s+(?:рабочих\s+|календарных\s+)?(?P<many>дней|недель|месяцев)|в\s+(?P<days>\d{1,3})-дневный\s+срок".into(), duration),
        (r"(?:не\s+реже\s+)?(?:одного\s+раза|двух\s+раз|\d\s+раза?|раз|дважды|два\s+раза)\s+в\s+(?:месяц|квартал|четверть|полугодие|год|неделю)|ежегодно|ежеквартально|ежемесячно|еженедельно".into(), recurring),
        (r"на\s+постоянной\s+основе|постоянно|систематически|регулярно|на\s+системной\s+основе".into(), permanent),
    ];
    forms
        .into_iter()
        .filter_map(|(source, read)| {
            // No \b in front: beside Cyrillic letters it makes the search twenty times as slow.
            // [`matches`] looks at the letter before instead.
            let pattern = Regex::new(&format!(r"(?i)(?:{source})")).ok()?;
            Some(Form { pattern, read })
        })
        .collect()
});

/// Every deadline a text states, in its order. `adopted` resolves what has no year of its own.
pub fn find(text: &str, adopted: Option<NaiveDate>) -> Vec<Found<Deadline>> {
    if !may_state_time(text) {
        return Vec::new();
    }
    let mut taken: Vec<Range<usize>> = mask::not_deadlines(text);
    let mut out = Vec::new();
    for form in FORMS.iter() {
        for found in matches(&form.pattern, text) {
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
            if cut || taken.iter().any(|other| mask::overlap(other, &range)) {
                continue;
            }
            let Some(mut deadline) = (form.read)(&found, adopted) else {
                continue;
            };
            deadline.phrase = text.get(range.clone()).unwrap_or_default().to_owned();
            taken.push(range.clone());
            out.push(Found {
                value: deadline,
                range,
            });
        }
    }
    out.sort_by_key(|found| found.range.start);
    // The same moment said twice in one task is one deadline.
    let mut seen: Vec<(Option<NaiveDate>, Option<NaiveDate>)> = Vec::new();
    out.retain(|found| {
        let key = (found.value.from, found.value.to);
        let repeated = key != (None, None) && seen.contains(&key);
        seen.push(key);
        !repeated
    });
    out
}

/// The matches that begin where a word does.
fn matches<'t>(pattern: &Regex, text: &'t str) -> Vec<Captures<'t>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = pattern.captures_at(text, at) {
        let Some(whole) = found.get(0) else { break };
        let before = text
            .get(..whole.start())
            .and_then(|t| t.chars().next_back());
        let first = whole.as_str().chars().next();
        let inside = before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            && first.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let step = first.map_or(1, char::len_utf8);
        if inside {
            at = whole.start() + step;
        } else {
            at = whole.end().max(whole.start() + step);
            out.push(found);
        }
        if at > text.len() {
            break;
        }
    }
    out
}

/// Whether a text has a digit or a word every form needs; the patterns are dear and most texts have
/// neither.
fn may_state_time(text: &str) -> bool {
    const NEEDED: &[&str] = &[
        "год",
        "Год",
        "кварт",
        "месяч",
        "месяц",
        "недел",
        "дневн",
        "дней",
        "постоян",
        "Постоян",
        "систем",
        "Систем",
        "регуляр",
        "Регуляр",
        "жегодн",
        "жемесяч",
        "жекварт",
        "женедел",
        "раз",
        "Раз",
        "важды",
        "январ",
        "феврал",
        "март",
        "апрел",
        "мая",
        "мае",
        "май",
        "маю",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    text.bytes().any(|byte| byte.is_ascii_digit())
        || NEEDED.iter().any(|word| text.contains(word))
        || text.chars().any(char::is_uppercase) && {
            let lower = text.to_lowercase();
            NEEDED.iter().any(|word| lower.contains(word))
        }
}

fn deadline(
    kind: DeadlineKind,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Option<Deadline> {
    Some(Deadline {
        kind,
        from,
        to,
        ..Deadline::default()
    })
}

fn number<T: std::str::FromStr>(found: &Captures<'_>, name: &str) -> Option<T> {
    found.name(name)?.as_str().parse().ok()
}

fn year_of(found: &Captures<'_>, name: &str) -> Option<i32> {
    // «15.09.25»: two digits are a year of this century.
    number::<i32>(found, name)
        .map(|year| if year < 100 { 2000 + year } else { year })
        .filter(|year| (1990..=2100).contains(year))
}

/// The n-th day of a match, and whether its year was inferred.
fn day_of(found: &Captures<'_>, n: u8, adopted: Option<NaiveDate>) -> Option<(NaiveDate, bool)> {
    if let Some(day) = number(found, &format!("dd{n}")) {
        let (month, year) = (
            number(found, &format!("mm{n}"))?,
            year_of(found, &format!("yy{n}"))?,
        );
        return NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, false));
    }
    let day = number(found, &format!("d{n}"))?;
    let month = month_number(found.name(&format!("m{n}"))?.as_str())?;
    if found.name(&format!("this{n}")).is_some() {
        return NaiveDate::from_ymd_opt(adopted?.year(), month, day).map(|date| (date, true));
    }
    match found.name(&format!("y{n}")) {
        Some(_) => {
            let year = year_of(found, &format!("y{n}"))?;
            NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, false))
        }
        None => infer(adopted?, month, day).map(|date| (date, true)),
    }
}

/// The first such day on or after the adoption (domain facts, c.2).
fn infer(adopted: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let this = NaiveDate::from_ymd_opt(adopted.year(), month, day)?;
    if this >= adopted {
        Some(this)
    } else {
        NaiveDate::from_ymd_opt(adopted.year() + 1, month, day)
    }
}

fn inferred(deadline: Option<Deadline>, year_inferred: bool) -> Option<Deadline> {
    deadline.map(|deadline| Deadline {
        year_inferred,
        ..deadline
    })
}

fn by_date(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 1, adopted)?;
    inferred(deadline(DeadlineKind::ByDate, None, Some(to)), guessed)
}

fn on_day(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    // A day without a year outside «до», «к», «с» may be anything: a holiday, a title.
    let (on, guessed) = day_of(found, 1, adopted)?;
    if guessed {
        None
    } else {
        deadline(DeadlineKind::OnDate, Some(on), Some(on))
    }
}

fn from_day(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (from, guessed) = day_of(found, 1, adopted)?;
    inferred(deadline(DeadlineKind::From, Some(from), None), guessed)
}

fn period(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 2, adopted)?;
    let from = match day_of(found, 1, None) {
        Some((from, _)) => from,
        // «с 1 марта по 20 апреля 2027 года»: the year is said once.
        None => {
            let month = month_number(found.name("m1")?.as_str())?;
            let day = number(found, "d1")?;
            let same = NaiveDate::from_ymd_opt(to.year(), month, day)?;
            if same <= to {
                same
            } else {
                NaiveDate::from_ymd_opt(to.year() - 1, month, day)?
            }
        }
    };
    inferred(
        deadline(DeadlineKind::Period, Some(from), Some(to)),
        guessed,
    )
}

fn short_period(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 2, adopted)?;
    let from = NaiveDate::from_ymd_opt(to.year(), to.month(), number(found, "d1")?)?;
    inferred(
        deadline(DeadlineKind::Period, Some(from), Some(to)),
        guessed,
    )
}

fn yearly_by(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = day_of(found, 1, adopted).map(|(to, _)| to);
    let mut deadline = deadline(DeadlineKind::Recurring, None, to)?;
    let day = to.map(|to| format!(";BYMONTH={};BYMONTHDAY={}", to.month(), to.day()));
    deadline.recurrence = Some(format!("FREQ=YEARLY{}", day.unwrap_or_default()));
    Some(deadline)
}

fn recurring(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let text = found.get(0)?.as_str().to_lowercase();
    let rules: [(&[&str], &str); 5] = [
        (
            &["ежеквартально", "квартал", "четверть"],
            "FREQ=MONTHLY;INTERVAL=3",
        ),
        (
            &[
                "полугодие",
                "двух раз в год",
                "2 раза в год",
                "два раза в год",
                "дважды в год",
            ],
            "FREQ=MONTHLY;INTERVAL=6",
        ),
        (&["ежемесячно", "месяц"], "FREQ=MONTHLY"),
        (&["еженедельно", "неделю"], "FREQ=WEEKLY"),
        (&["ежегодно", "год"], "FREQ=YEARLY"),
    ];
    let (_, rule) = rules
        .iter()
        .find(|(words, _)| words.iter().any(|word| text.contains(word)))?;
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some((*rule).to_owned());
    Some(deadline)
}

fn permanent(_: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(DeadlineKind::Permanent, None, None)
}

fn school_years(found: &Captures<'_>) -> Option<(i32, i32)> {
    let first = year_of(found, "s1")?;
    let second = found.name("s2")?.as_str();
    let second: i32 = match second.len() {
        2 => first / 100 * 100 + second.parse::<i32>().ok()?,
        _ => second.parse().ok()?,
    };
    (second == first + 1).then_some((first, second))
}

fn school_year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, second) = school_years(found)?;
    let from = NaiveDate::from_ymd_opt(first, 9, 1);
    deadline(
        DeadlineKind::SchoolYear,
        from,
        NaiveDate::from_ymd_opt(second, 8, 31),
    )
}

fn school_end(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (_, second) = school_years(found)?;
    deadline(
        DeadlineKind::ByDate,
        None,
        NaiveDate::from_ymd_opt(second, 5, 31),
    )
}

fn school_begin(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, _) = school_years(found)?;
    deadline(
        DeadlineKind::ByDate,
        None,
        NaiveDate::from_ymd_opt(first, 8, 31),
    )
}

fn from_school_year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, _) = school_years(found)?;
    deadline(
        DeadlineKind::From,
        NaiveDate::from_ymd_opt(first, 9, 1),
        None,
    )
}

fn school_half(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, second) = school_years(found)?;
    let (from, to) = if second_half(found)? {
        (
            NaiveDate::from_ymd_opt(second, 1, 1),
            NaiveDate::from_ymd_opt(second, 5, 31),
        )
    } else {
        (
            NaiveDate::from_ymd_opt(first, 9, 1),
            NaiveDate::from_ymd_opt(first, 12, 31),
        )
    };
    deadline(DeadlineKind::HalfYear, from, to)
}

fn second_half(found: &Captures<'_>) -> Option<bool> {
    let half = found.name("half")?.as_str().to_lowercase();
    Some(half.starts_with("втор") || half == "ii" || half == "2")
}

fn half_year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year")?;
    let (from, to) = if second_half(found)? { (7, 12) } else { (1, 6) };
    deadline(
        DeadlineKind::HalfYear,
        NaiveDate::from_ymd_opt(year, from, 1),
        month_end(year, to),
    )
}

fn quarter(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year")?;
    let n = match found.name("q")?.as_str().to_lowercase().as_str() {
        "i" | "1" | "первом" => 1,
        "ii" | "2" | "втором" => 2,
        "iii" | "3" | "третьем" => 3,
        _ => 4,
    };
    let from = NaiveDate::from_ymd_opt(year, n * 3 - 2, 1).filter(|_| found.name("end").is_none());
    deadline(DeadlineKind::Quarter, from, month_end(year, n * 3))
}

fn month(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let month = month_number(found.name("m1")?.as_str())?;
    let (year, guessed) = match found.name("y1") {
        Some(_) => (year_of(found, "y1")?, false),
        None => {
            let adopted = adopted?;
            let later = month >= adopted.month();
            (
                if later {
                    adopted.year()
                } else {
                    adopted.year() + 1
                },
                true,
            )
        }
    };
    let from = NaiveDate::from_ymd_opt(year, month, 1);
    inferred(
        deadline(DeadlineKind::Month, from, month_end(year, month)),
        guessed,
    )
}

fn month_end_by(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let deadline = month(found, adopted)?;
    Some(Deadline {
        from: None,
        kind: DeadlineKind::ByDate,
        ..deadline
    })
}

/// «не позднее декабря»: the month counts whole; «до декабря», «к декабрю»: it is not begun.
fn by_month(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let deadline = month(found, adopted)?;
    let whole = found.get(0)?.as_str().to_lowercase().starts_with("не");
    let to = if whole {
        deadline.to
    } else {
        deadline.from.and_then(|first| first.pred_opt())
    };
    Some(Deadline {
        from: None,
        to,
        kind: DeadlineKind::ByDate,
        ..deadline
    })
}

fn year_start(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let to = NaiveDate::from_ymd_opt(year_of(found, "year")? - 1, 12, 31);
    deadline(DeadlineKind::YearEnd, None, to)
}

fn months(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, last) = (
        month_number(found.name("m1")?.as_str())?,
        month_number(found.name("m2")?.as_str())?,
    );
    let end = year_of(found, "y2")?;
    let start = year_of(found, "y1").unwrap_or(if first <= last { end } else { end - 1 });
    deadline(
        DeadlineKind::Period,
        NaiveDate::from_ymd_opt(start, first, 1),
        month_end(end, last),
    )
}

fn from_month(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let month = month_number(found.name("m1")?.as_str())?;
    deadline(
        DeadlineKind::From,
        NaiveDate::from_ymd_opt(year_of(found, "y1")?, month, 1),
        None,
    )
}

fn from_year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::From,
        NaiveDate::from_ymd_opt(year_of(found, "year")?, 1, 1),
        None,
    )
}

fn year_end(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::YearEnd,
        None,
        month_end(year_of(found, "year")?, 12),
    )
}

fn this_year_end(_: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    inferred(
        deadline(DeadlineKind::YearEnd, None, month_end(adopted?.year(), 12)),
        true,
    )
}

fn year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year")?;
    deadline(
        DeadlineKind::Year,
        NaiveDate::from_ymd_opt(year, 1, 1),
        month_end(year, 12),
    )
}

fn by_year(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::YearEnd,
        None,
        month_end(year_of(found, "year")?, 12),
    )
}

fn year_range(found: &Captures<'_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (from, to) = (year_of(found, "a")?, year_of(found, "b")?);
    deadline(
        DeadlineKind::YearRange,
        NaiveDate::from_ymd_opt(from, 1, 1),
        month_end(to, 12),
    )
}

/// The school year that begins with, or contains, the adoption: forums meet in August.
fn school_year_of(adopted: NaiveDate) -> i32 {
    if adopted.month() >= 7 {
        adopted.year()
    } else {
        adopted.year() - 1
    }
}

fn during_school_year(_: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let first = school_year_of(adopted?);
    let (from, to) = (
        NaiveDate::from_ymd_opt(first, 9, 1),
        NaiveDate::from_ymd_opt(first + 1, 8, 31),
    );
    inferred(deadline(DeadlineKind::SchoolYear, from, to), true)
}

fn school_year_end(_: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = NaiveDate::from_ymd_opt(school_year_of(adopted?) + 1, 5, 31);
    inferred(deadline(DeadlineKind::ByDate, None, to), true)
}

fn school_start(_: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = infer(adopted?, 8, 31);
    inferred(deadline(DeadlineKind::Event, None, to), true)
}

fn duration(found: &Captures<'_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let from = adopted;
    let words = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
    let add = |days: u64, months: u32| {
        adopted
            .and_then(|day| day.checked_add_months(Months::new(months)))
            .and_then(|day| day.checked_add_days(Days::new(days)))
    };
    let to = if let Some(unit) = words("unit") {
        match unit.as_str() {
            "недели" => add(7, 0),
            "квартала" => add(0, 3),
            "года" => add(0, 12),
            _ => add(0, 1),
        }
    } else if let Some(adjective) = words("adj") {
        match adjective.as_str() {
            "недельный" => add(7, 0),
            "двухнедельный" => add(14, 0),
            "десятидневный" => add(10, 0),
            "пятидневный" => add(5, 0),
            "двухмесячный" => add(0, 2),
            "месячный" => add(0, 1),
            word if word.ends_with("дневный") => add(3, 0),
            _ => add(0, 3),
        }
    } else if let Some(days) = number(found, "days") {
        add(days, 0)
    } else {
        let n = match words("n")?.as_str() {
            "двух" => 2,
            "пяти" => 5,
            "десяти" => 10,
            word => word.parse().unwrap_or(3),
        };
        match words("many")?.as_str() {
            "дней" => add(n, 0),
            "недель" => add(n * 7, 0),
            _ => add(0, u32::try_from(n).ok()?),
        }
    };
    deadline(DeadlineKind::Duration, from, to)
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
            ("к маю 2027 года", "..2027-04-30 к маю 2027 года"),
            ("к началу 2027 года", "..2026-12-31 к началу 2027 года"),
            (
                "15–16 апреля 2027 г.",
                "2027-04-15..2027-04-16 15–16 апреля 2027 г.",
            ),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
    }

    #[test]
    fn years_that_are_no_deadlines_are_left_alone() {
        for text in [
            "реализовать программу развития на 2026–2030 годы",
            "в соответствии с Концепцией развития образования до 2030 года",
            "выполнить приказ от 5 июня 2026 г. № 500",
            "реализовать проект «Школа 2030 года»",
            "цели развития на период до 2030 года",
            "соглашение на срок до трёх лет",
            "детей от 5 до 18 лет, 1–4 классов, памяти 1941–1945 гг.",
            "31 июня 2027 года",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn recurring_deadlines_carry_a_rule() {
        let rule = |text| find(text, None).remove(0).value.recurrence.unwrap();
        assert_eq!(rule("ежеквартально"), "FREQ=MONTHLY;INTERVAL=3");
        assert_eq!(rule("не реже двух раз в год"), "FREQ=MONTHLY;INTERVAL=6");
        assert_eq!(rule("ежегодно"), "FREQ=YEARLY");
    }
}
