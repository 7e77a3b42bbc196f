//! Times that look back: of what was done before, of what is summed up, of where things stand.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use crate::verbs::is_infinitive;

/// The endings of a past participle, none of its short forms: «выявленных», «начатую».
const PARTICIPLES: &[&str] = &[
    "нных",
    "нного",
    "нной",
    "нном",
    "нным",
    "нными",
    "нную",
    "нные",
    "нный",
    "нное",
    "нная",
    "тых",
    "того",
    "тые",
    "тую",
    "тыми",
    "вших",
    "вшего",
    "вшим",
    "вшими",
    "вшие",
    "шедших",
    "шедшие",
    "вшихся",
    "вшиеся",
    "кших",
    "кшие",
    "кшими",
    "кшего",
    "кшую",
];

/// What is done before anything else can be done with it: a day right behind it is of its own.
const DONE: &[&str] = &[
    "выявленн",
    "утвержд",
    "начат",
    "принят",
    "проведенн",
    "созданн",
    "введенн",
    "полученн",
    "назначенн",
    "построенн",
    "приобретенн",
    "закупленн",
    "открыт",
    "выданн",
    "заключенн",
    "обученн",
    "поставленн",
    "поступивш",
    "изданн",
    "подписанн",
    "установленн",
    "разработанн",
    "подготовленн",
    "отремонтированн",
    "выделенн",
    "возник",
    "допущенн",
    "обнаруженн",
    "достигнут",
    "совершенн",
    "произошедш",
    "зафиксированн",
    "отмеченн",
];

/// Words that open what a participle has of its own: «введённых в эксплуатацию».
const LEADS: &[&str] = &[
    "в",
    "во",
    "на",
    "по",
    "при",
    "из",
    "за",
    "с",
    "со",
    "до",
    "после",
    "для",
    "не",
];

/// Whether a statement of time is of what was done before: «нарушения, выявленные в мае 2026 года».
pub(super) fn is_of_the_past(
    text: &str,
    range: &Range<usize>,
    deadline: &Deadline,
    adopted: Option<NaiveDate>,
) -> bool {
    let over = deadline.to.is_some_and(|to| Some(to) < adopted);
    // «выявленные в 2026 году»: the year is not over, but what was done in it is done.
    let begun = deadline.from.is_some_and(|from| Some(from) <= adopted)
        && deadline.kind != DeadlineKind::Recurring
        && deadline.kind != DeadlineKind::Duration;
    let before = text.get(..range.start).unwrap_or_default();
    let clause = before.rsplit([',', ';', ':', '(', '–', '—']).next();
    let words: Vec<String> = clause
        .unwrap_or_default()
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let last = words.len().wrapping_sub(1);
    words.iter().enumerate().any(|(at, word)| {
        if !is_participle(word) {
            return false;
        }
        if at == last {
            // «в 2026 году» right behind: whatever the year, it is of the participle.
            return over || begun || is_done(word);
        }
        let lead = words
            .get(at + 1)
            .is_some_and(|next| LEADS.contains(&next.as_str()));
        // «, выявленные надзором в мае 2026 года»: the comma opens a clause of its own.
        let opens = at == 0 && before.len() > clause.unwrap_or_default().len();
        // «, посвящённые землякам и обсудить итоги до 15 декабря»: the next thing to do ends the clause.
        let own = words.iter().skip(at + 1).all(|next| !is_infinitive(next));
        let certain = is_done(word) || over && deadline.kind != DeadlineKind::ByDate;
        (over || begun && is_done(word)) && certain && (lead || opens) && own
    })
}

fn is_participle(word: &str) -> bool {
    let of_one = ["тый", "тое", "той", "том", "тым"];
    word.chars().count() > 6
        && !word.contains("ственн")
        && !word.starts_with("котор")
        && (PARTICIPLES.iter().any(|ending| word.ends_with(ending))
            || is_done(word) && of_one.iter().any(|ending| word.ends_with(ending)))
}

fn is_done(word: &str) -> bool {
    let word = word.replace('ё', "е");
    DONE.iter().any(|stem| word.starts_with(stem))
}

/// «итоги 2025/2026 учебного года», «отчёт за 2026 год»: the time that is looked back on.
pub(super) fn is_looked_back_on(
    text: &str,
    range: &Range<usize>,
    deadline: &Deadline,
    adopted: Option<NaiveDate>,
) -> bool {
    let said = text.get(range.clone()).unwrap_or_default().to_lowercase();
    let half = deadline.kind == DeadlineKind::HalfYear && deadline.year_inferred;
    // «изменение результатов с сентября по май»
    let span =
        deadline.kind == DeadlineKind::Period && deadline.year_inferred && said.starts_with("с ");
    let spans = [
        DeadlineKind::SchoolYear,
        DeadlineKind::Year,
        DeadlineKind::HalfYear,
        DeadlineKind::Quarter,
    ];
    // The quarter of a school year is a period of whole months.
    let quarter = deadline.kind == DeadlineKind::Period && said.contains("четверт");
    if !half && !span && !quarter && !spans.contains(&deadline.kind) {
        return false;
    }
    // «по сравнению с 2025/2026 учебным годом»
    if said.ends_with("учебным годом") {
        return true;
    }
    let before = text.get(..range.start).unwrap_or_default();
    let near = if half {
        before
    } else {
        before.rsplit([',', ';', ':']).next().unwrap_or_default()
    };
    let reported = near.split_whitespace().rev().take(5).find(|word| {
        let word = word.to_lowercase();
        ["итог", "результат", "отчёт", "отчет", "анализ"]
            .iter()
            .any(|start| word.starts_with(start))
    });
    let Some(reported) = reported else {
        return false;
    };
    let old = adopted
        .and_then(|day| day.checked_sub_days(Days::new(120)))
        .is_some_and(|day| deadline.from.is_some_and(|from| from < day));
    // «по итогам 2026/2027 учебного года» tells when, as long as the year is to come.
    let after = reported.to_lowercase() == "итогам" && !old;
    let timed = ["в ", "во ", "до ", "к "];
    let owned = if quarter {
        // «анализ успеваемости (I четверть 2026/2027 учебного года)» says when.
        !timed.iter().any(|start| said.starts_with(start)) && !before.trim_end().ends_with('(')
    } else {
        said.starts_with(|c: char| c.is_ascii_digit()) && said.ends_with("учебного года")
    };
    // «итоги IV квартала 2025 года», «по результатам проверок в 2025 году»: it is over. «Обсудить итоги
    // в 2026/2027 учебном году» tells when they are discussed.
    let over = deadline.to.is_some_and(|to| Some(to) < adopted)
        && !reported.to_lowercase().starts_with("отч");
    half || span || !after && (owned || over || said.starts_with("за "))
}

/// Nouns of what tells of a year: «отчёт за 2026 год», «совещание по итогам 2026 года».
const TELLING: &[&str] = &[
    "отчет",
    "доклад",
    "справк",
    "информаци",
    "анализ",
    "рейтинг",
    "совещани",
    "совет",
    "конференци",
    "итог",
    "результат",
    "данн",
    "сведени",
    "мониторинг",
    "материал",
    "показател",
    "премирова",
    "награ",
];
/// What is done to a number that a year is to end with.
const REACHING: &[&str] = &[
    "довест",
    "достич",
    "достиг",
    "увелич",
    "повыс",
    "сниз",
    "сократ",
    "обеспеч",
    "сохран",
];

/// Whether «по итогам 2027 года», «за 2027 год» says what is told of («отчёт за 2027 год») and not by when a
/// number is to be reached («довести по итогам 2027 года долю до 80 %»).
pub(super) fn is_only_told_of(text: &str, range: &Range<usize>, deadline: &Deadline) -> bool {
    let said = text.get(range.clone()).unwrap_or_default().to_lowercase();
    let open = said.starts_with("по итогам") || said.starts_with("за");
    if deadline.kind != DeadlineKind::YearEnd || !open {
        return false;
    }
    let words = |part: &str| -> Vec<String> {
        let words = part.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| !word.is_empty());
        words.map(crate::words::fold).collect()
    };
    let starts = |word: &str, known: &[&str]| known.iter().any(|start| word.starts_with(start));
    let before = text.get(..range.start).unwrap_or_default();
    let near = words(before.rsplit([';', ':', '.']).next().unwrap_or_default());
    let behind = text.get(range.end..).unwrap_or_default();
    let told = near.iter().rev().take(3).any(|word| starts(word, TELLING));
    let reached = near.iter().any(|word| starts(word, REACHING))
        || near.is_empty()
            && words(behind)
                .iter()
                .take(2)
                .any(|word| starts(word, REACHING));
    let rest = [before, behind].concat();
    told || !reached || !rest.contains(|c: char| c.is_ascii_digit())
}

/// Whether a year is that of a theme: «в 2027 году Года наставника», «в рамках проведения в 2027 году
/// юбилея района».
pub(super) fn is_of_a_theme(text: &str, range: &Range<usize>, deadline: &Deadline) -> bool {
    if deadline.kind != DeadlineKind::Year {
        return false;
    }
    let behind = text.get(range.end..).unwrap_or_default();
    let next = behind.trim_start_matches([' ', '\u{a0}', ',', '(', '–', '—', '-']);
    let next = next.strip_prefix("объявленн").map_or(next, |rest| {
        rest.trim_start_matches(|c: char| c.is_alphabetic())
            .trim_start()
    });
    let named = ["Года ", "Году ", "Годом ", "Год "]
        .iter()
        .any(|year| next.starts_with(year));
    let before = text.get(..range.start).unwrap_or_default();
    let words: Vec<String> = before
        .split_whitespace()
        .rev()
        .take(5)
        .map(crate::words::fold)
        .collect();
    let Some(last) = words.first() else {
        return named;
    };
    let held = [
        "проведени",
        "празднован",
        "проводим",
        "проходящ",
        "предстоящ",
    ]
    .iter()
    .any(|start| last.starts_with(start));
    let purpose = [
        "рамках",
        "связи",
        "целях",
        "честь",
        "для",
        "к",
        "поводу",
        "преддверии",
    ];
    let for_it = words
        .iter()
        .skip(1)
        .any(|word| purpose.contains(&word.as_str()));
    named || last.starts_with("объявлен") || held && for_it
}

/// From the last day of lessons to the last day of the school year.
const SUMMER: Days = Days::new(92);

/// «(в 2025 году – 91 %)»: where things stood, in brackets beside what they are brought to.
pub(super) fn is_where_things_stood(
    text: &str,
    range: &Range<usize>,
    deadline: &Deadline,
    adopted: Option<NaiveDate>,
) -> bool {
    let bounded = [
        DeadlineKind::ByDate,
        DeadlineKind::Recurring,
        DeadlineKind::From,
    ];
    // A school year is looked back on from the day its lessons end.
    let over = deadline.to.and_then(|to| match deadline.kind {
        DeadlineKind::SchoolYear => to.checked_sub_days(SUMMER),
        _ => Some(to),
    });
    if bounded.contains(&deadline.kind) || over.is_none_or(|over| Some(over) >= adopted) {
        return false;
    }
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let Some(open) = before
        .rfind(['(', ')'])
        .filter(|at| before[*at..].starts_with('('))
    else {
        return false;
    };
    let Some(close) = behind
        .find(['(', ')'])
        .filter(|at| behind[*at..].starts_with(')'))
    else {
        return false;
    };
    [&before[open..], &behind[..close]]
        .iter()
        .any(|part| part.contains(|c: char| c.is_ascii_digit()))
}
