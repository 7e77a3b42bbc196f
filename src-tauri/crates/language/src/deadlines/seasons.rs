//! Times of a year that have a name: school holidays, seasons, halves, the exams.

use chrono::{Datelike, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use super::forms::{
    deadline, half_of, half_of_school, infer, inferred, month, quarter_of, school_year_of,
    school_years, year_of,
};
use crate::dates::month_end;
use crate::pattern::Caught;

/// School holidays, the season of camps and that of heating, by their usual days: «в летний период
/// 2020 года», «к сезону 2024 года», «во время осенних каникул». What stands without a year is the
/// next such time; holidays of no season have no days.
pub(super) fn holidays(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let whole = found.get(0)?.as_str().to_lowercase();
    let name = found.name("season")?.as_str().to_lowercase();
    let holidays = name.contains("каникул");
    let heating = name.starts_with("отоп");
    let camps = name.contains("оздоров") || name.starts_with("летн");
    // Months and days of the first and the last day, and whether it begins in a school year's first.
    let (from, to, first) = if name.starts_with("осен") && holidays {
        ((10, 27), (11, 5), true)
    } else if name.starts_with("зимн") && holidays {
        ((12, 29), (1, 11), true)
    } else if name.starts_with("весен") && holidays {
        ((3, 23), (3, 31), false)
    } else if camps {
        ((6, 1), (8, 31), false)
    } else if heating {
        ((9, 15), (5, 15), true)
    } else if name.starts_with("осен") {
        ((9, 1), (11, 30), true)
    } else if name.starts_with("зимн") {
        ((12, 1), (2, 28), true)
    } else if name.starts_with("весен") {
        ((3, 1), (5, 31), false)
    } else if name.starts_with("сезон") && found.name("year").is_some() {
        // A season without a name is that of camps.
        ((6, 1), (8, 31), false)
    } else if name.starts_with("каникул") {
        // Holidays of no season come four times a year.
        return deadline(DeadlineKind::Event, None, None);
    } else {
        return None;
    };
    let across = to < from;
    let (year, guessed) = if let Some((autumn, spring)) = school_years(found) {
        (if first { autumn } else { spring }, false)
    } else if let Some(year) = year_of(found, "year") {
        // «зимние каникулы 2027 года» are those that end in it, days of December though they have.
        let ends = across && holidays;
        (if ends { year - 1 } else { year }, false)
    } else if found.name("this").is_some() {
        (adopted?.year(), true)
    } else {
        let adopted = adopted?;
        let this = NaiveDate::from_ymd_opt(adopted.year(), from.0, from.1)?;
        (adopted.year() + i32::from(this < adopted), true)
    };
    let begin = NaiveDate::from_ymd_opt(year, from.0, from.1)?;
    let end = NaiveDate::from_ymd_opt(year + i32::from(across), to.0, to.1)?;
    // «к», «до»: it is to be done before.
    let before = ["к ", "к\u{a0}", "до"]
        .iter()
        .any(|word| whole.starts_with(word));
    let found = if before {
        deadline(DeadlineKind::Event, None, begin.pred_opt())
    } else {
        deadline(DeadlineKind::Period, Some(begin), Some(end))
    };
    inferred(found, guessed)
}

/// «в I полугодии»: without a year the half of the school year, if a forum adopts it before or at the
/// beginning of one; else the first such half that is not over at the adoption.
pub(super) fn bare_half(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let adopted = adopted?;
    if let Some(year) = calendar_year(found, adopted) {
        return inferred(half_of(found, year), true);
    }
    if found.name("school").is_some() || FORUMS.contains(&adopted.month()) {
        return inferred(half_of_school(found, school_year_of(adopted)), true);
    }
    let this = half_of(found, adopted.year())?;
    let over = this.to < Some(adopted);
    inferred(half_of(found, adopted.year() + i32::from(over)), true)
}

/// Months in which what is adopted is for the school year that begins.
const FORUMS: std::ops::RangeInclusive<u32> = 7..=10;

/// «текущего года», «следующего года»
fn calendar_year(found: &Caught<'_, '_>, adopted: NaiveDate) -> Option<i32> {
    let said = found.name("calendar")?.as_str().to_lowercase();
    Some(adopted.year() + i32::from(["след", "буд"].iter().any(|next| said.starts_with(next))))
}

/// «в IV квартале»: without a year the first such quarter that is not over at the adoption.
pub(super) fn bare_quarter(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    if found.name("year").is_some() {
        return quarter_of(found, year_of(found, "year")?);
    }
    let adopted = adopted?;
    if let Some(year) = calendar_year(found, adopted) {
        return inferred(quarter_of(found, year), true);
    }
    let over = quarter_of(found, adopted.year())?.to < Some(adopted);
    inferred(quarter_of(found, adopted.year() + i32::from(over)), true)
}

/// «весной 2027 года», «во второй половине 2026 года». Winter lies in two years, and which one is
/// meant is not said: it is left alone.
pub(super) fn part_of_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    season_of(found, year_of(found, "year")?)
}

/// «осенью текущего года».
pub(super) fn part_of_named_year(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    inferred(season_of(found, calendar_year(found, adopted?)?), true)
}

fn season_of(found: &Caught<'_, '_>, year: i32) -> Option<Deadline> {
    let time = found.name("time")?.as_str().to_lowercase();
    let (first, last) = match time.chars().next()? {
        'л' => (6, 8),
        'о' => (9, 11),
        _ if time.starts_with("вес") => (3, 5),
        _ if time.contains("перв") => (1, 6),
        _ => (7, 12),
    };
    deadline(
        DeadlineKind::Period,
        NaiveDate::from_ymd_opt(year, first, 1),
        month_end(year, last),
    )
}

/// «во второй декаде ноября 2026 года».
pub(super) fn ten_days(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let whole = month(found, adopted)?;
    let first = whole.from?;
    let (from, to) = match found.name("ten")?.as_str().to_lowercase().as_str() {
        "перв" => (Some(first), first.with_day(10)),
        "втор" => (first.with_day(11), first.with_day(20)),
        _ => (first.with_day(21), whole.to),
    };
    Some(Deadline {
        kind: DeadlineKind::Period,
        from,
        to,
        ..whole
    })
}

/// «до середины октября», «в середине октября»: the ten days in the middle.
pub(super) fn middle_of_month(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    let whole = month(found, adopted)?;
    let first = whole.from?;
    if found
        .get(0)?
        .as_str()
        .to_lowercase()
        .starts_with("в середине")
    {
        return Some(Deadline {
            kind: DeadlineKind::Period,
            from: first.with_day(11),
            to: first.with_day(20),
            ..whole
        });
    }
    Some(Deadline {
        kind: DeadlineKind::ByDate,
        from: None,
        to: first.with_day(MIDDLE),
        ..whole
    })
}

/// The day a month's first half ends with.
const MIDDLE: u32 = 15;

/// «во второй половине октября 2026 года».
pub(super) fn part_of_month(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    let whole = month(found, adopted)?;
    let first = whole.from?;
    let second = found.name("half")?.as_str().to_lowercase() == "второй";
    let (from, to) = if second {
        (first.with_day(MIDDLE + 1), whole.to)
    } else {
        (Some(first), first.with_day(MIDDLE))
    };
    Some(Deadline {
        kind: DeadlineKind::Period,
        from,
        to,
        ..whole
    })
}

/// «в I четверти 2026/2027 учебного года»: by whole months, for the days between are the school's own.
pub(super) fn school_quarter(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    quarter_of_school(found, school_years(found)?)
}

/// «до конца первой четверти»: without a year of the school year the adoption is for, or of the next one where
/// that quarter is over.
pub(super) fn bare_school_quarter(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    let adopted = adopted?;
    let first = school_year_of(adopted);
    let this = quarter_of_school(found, (first, first + 1))?;
    let next = first + i32::from(this.to < Some(adopted));
    inferred(quarter_of_school(found, (next, next + 1)), true)
}

/// A quarter of a school year of two calendar years, by its usual months.
fn quarter_of_school(found: &Caught<'_, '_>, years: (i32, i32)) -> Option<Deadline> {
    let (autumn, spring) = years;
    let said = found.name("q")?.as_str().to_lowercase();
    let (year, first, last) = match said.as_str() {
        "i" | "1" => (autumn, 9, 10),
        "ii" | "2" => (autumn, 11, 12),
        "iii" | "3" => (spring, 1, 3),
        word if word.starts_with("перв") => (autumn, 9, 10),
        word if word.starts_with("втор") => (autumn, 11, 12),
        word if word.starts_with("трет") => (spring, 1, 3),
        _ => (spring, 4, 5),
    };
    let from = NaiveDate::from_ymd_opt(year, first, 1).filter(|_| found.name("end").is_none());
    deadline(DeadlineKind::Period, from, month_end(year, last))
}

/// «в новом учебном году»: the one a forum in August speaks of; «в следующем» after it.
pub(super) fn named_school_year(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    let which = found.name("which")?.as_str().to_lowercase();
    let first = school_year_of(adopted?) + i32::from(which == "следующ");
    let (from, to) = (
        NaiveDate::from_ymd_opt(first, 9, 1),
        NaiveDate::from_ymd_opt(first + 1, 8, 31),
    );
    inferred(deadline(DeadlineKind::SchoolYear, from, to), true)
}

/// «до начала ГИА»: the main period begins in the last ten days of May.
pub(super) fn exams(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = if let Some((_, spring)) = school_years(found) {
        (NaiveDate::from_ymd_opt(spring, 5, 20), false)
    } else if let Some(year) = year_of(found, "year") {
        (NaiveDate::from_ymd_opt(year, 5, 20), false)
    } else {
        (infer(adopted?, 5, 20), true)
    };
    inferred(deadline(DeadlineKind::Event, None, to), guessed)
}
