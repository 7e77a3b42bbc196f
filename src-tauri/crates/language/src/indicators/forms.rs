//! The forms in which a text states a number to reach; each is found by a function of its own.

use std::ops::Range;

use svod_model::Bound;

use super::amounts::{amounts, averages};
use super::behind;
use super::counts::{bracketed, counted, counts, made, named, series, things};
use crate::dates::{MONTH_WORDS, SHORT_MONTHS};
use crate::pattern::{Pattern, Text};
use crate::verbs::is_infinitive;
use crate::words::fold;

/// A number a text states, without what it measures and when it is due.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) range: Range<usize>,
    pub(super) value: f64,
    pub(super) unit: String,
    pub(super) relation: Bound,
}

/// The numbers of one form while they are gathered.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Stated>);

impl Found {
    pub(super) fn add(&mut self, range: Range<usize>, value: f64, unit: &str, relation: Bound) {
        self.0.push(Stated {
            range,
            value,
            unit: unit.to_owned(),
            relation,
        });
    }
}

/// Every form, the surest first: what one has taken no later one may take.
pub(super) const FORMS: &[fn(&Text<'_>) -> Vec<Stated>] = &[
    percents, wholes, bracketed, counts, made, changes, series, amounts, averages, things, counted,
    named, shares,
];

pub(super) static PERCENT: Pattern = Pattern::new(
    r"(?P<front>(?:не\s+(?:менее|ниже|меньше|более|выше|больше|свыше|превыш\w+)(?:\s+чем)?(?:\s+(?:на|в|у))?|(?:более|менее)(?:\s+чем)?(?:\s+(?:на|в|у))?|выше|ниже|меньше|свыше|до|на\s+уровне(?:\s+не\s+ниже)?|с|на)\s+)?(?P<value>\d{1,4}(?:[.,]\d+)?)\s*(?:-?\s*(?:х|ти|и)?\s*)?(?:\([а-яё]+(?:[\s-]+[а-яё]+)*\)\s*)?(?P<unit>%|процентн\w+\s+пункт\w*|процент\w*|п\.\s?п\.)",
).at_words().needing(&["%", "процент", "п.п", "п. п"]);
/// «увеличить число мест до 30», «увеличить охват с 40 до 100 человек»: a verb of change, a number
/// and what is counted, behind it or before it.
static CHANGE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:увелич|довест|довед|повыс|повыш|сни[зж]|сокра[тщ]|уменьш|расшир|достиг|достич)[а-яё]*\s(?P<what>(?:[^;.:]{0,159}?[^;.:0-9a-zа-яё_])?)до\s+(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6}(?:,\d+)?|нуля|двенадцати|пятнадцати|двадцати|тридцати|пятидесяти|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|ста)(?:\s+(?P<unit>тыс\.\s+[а-яё]+|млн\.?\s+[а-яё]+|[а-яё-]+))?",
)
    .needing(&[
        "увелич", "довест", "довед", "повыс", "повыш", "сниз", "сниж", "сокра", "уменьш", "расшир",
        "достиг", "достич",
    ])
    .and(&["до"]);
/// «свести к нулю число нарушений»: nothing of what is counted is to be left.
static NOTHING: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:свести|сводить|сведение)\s(?P<what>(?:[^;.:]{0,99}?[^;.:0-9a-zа-яё_])?)(?P<value>к\s+нулю)(?:[^0-9a-zа-яё_]|$)",
)
.needing(&["нулю"]);
/// A property of what is spoken of, not a target: «с числом обучающихся» before «до 50 человек».
static DESCRIBES: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])с\s+(?:числ|численност|количеств|наполняемост|населени|контингент|стаж|нагрузк)[а-яё]*(?:\s+[а-яё-]+){0,3}\s*$",
)
.needing(&["с "]);
static COUNTED: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:числ[ао]|количеств[ао]|численност[ьи]|перечень|сеть)\s+(?:[а-яё-]+(?:ых|их)\s+)*(?P<unit>[а-яё-]+)",
);
/// «не менее половины школ», «вдвое увеличить».
static SHARE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:(?P<front>не\s+менее(?:\s+чем)?|более(?:\s+чем)?|не\s+более(?:\s+чем)?|до)\s+(?:у\s+|в\s+)?(?P<share>половин[ыеу]|трети|четверти)|(?P<times>вдвое|втрое|в\s+полтора\s+раза|в\s+два\s+раза|в\s+три\s+раза))(?:[^0-9a-zа-яё_]|$)",
).needing(&["половин", "трети", "четверти", "вдвое", "втрое", "раза"]);
static WHOLE: Pattern =
    Pattern::new(r"(?:^|[^0-9a-zа-яё_])(?P<value>стопроцентн\w+|100-процентн\w+)")
        .needing(&["процентн"]);
/// Shares: «до 75 %», «с 31 % до 45 %», «на 5 процентных пунктов».
fn percents(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in PERCENT.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.name("value"), found.get(0)) else {
            continue;
        };
        let (number, range) = (
            whole.as_str().replace(',', ".").parse::<f64>(),
            value.range(),
        );
        let front = fold(
            found
                .name("front")
                .map_or("", |front| front.as_str())
                .trim(),
        );
        // «с 31 % до 45 %»: the first is where things stand.
        let baseline = front == "с"
            || text.get(..range.start).is_some_and(|before| {
                before.trim_end().ends_with(['с', 'С']) && fold(before).trim_end().ends_with(" с")
            });
        let Ok(number) = number else { continue };
        // «увеличить на 5 %» is a change, and says so in its unit.
        let unit = match found.name("unit").map(|unit| unit.as_str()) {
            Some(unit)
                if unit.starts_with('п') && (unit.contains('.') || unit.contains("пункт")) =>
            {
                "п.п."
            }
            _ => "%",
        };
        let bare = BARE.iter().any(|word| front.starts_with(word));
        let describes = bare && describes(text.get(..range.start).unwrap_or_default());
        if !baseline && !describes {
            out.add(
                range.clone(),
                number,
                unit,
                bound(&front, text, range.start, number),
            );
        }
    }
    out.0
}

/// Words that compare and by themselves ask for nothing.
pub(super) const BARE: &[&str] = &["более", "менее", "свыше", "выше", "ниже", "меньше"];

/// «с численностью», «где охват», «, имеющие долю»: what stands before a number says which things are
/// meant, not what is to be reached.
pub(super) fn describes(before: &str) -> bool {
    let before = fold(behind(before, before.len()));
    if DESCRIBES.is_match(&before) {
        return true;
    }
    let Some((_, clause)) = before.rsplit_once(',') else {
        return false;
    };
    let mut words = clause.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let relative = |word: &str| {
        word == "где" || word.starts_with("котор") || ["чей", "чья", "чье", "чьи"].contains(&word)
    };
    // «набравших менее 80 баллов» sets a threshold, which is a number to compare.
    relative(first) || relative(second) || first.starts_with("имеющ")
}

/// «Стопроцентный охват».
fn wholes(searched: &Text<'_>) -> Vec<Stated> {
    let mut out = Found::default();
    for found in WHOLE
        .captures_all(searched)
        .iter()
        .filter_map(|found| found.name("value"))
    {
        out.add(found.range(), 100.0, "%", Bound::Exactly);
    }
    out.0
}

/// What is brought to a number: «увеличить число мест до 30».
fn changes(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in CHANGE.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.get(0), found.name("value")) else {
            continue;
        };
        let behind = found.name("unit").map_or("", |unit| unit.as_str());
        let what = found.name("what").map_or("", |what| what.as_str());
        // «для школ с числом обучающихся до 50 человек» says which schools.
        if DESCRIBES.is_match(what) {
            continue;
        }
        let counted = COUNTED
            .captures_iter(what)
            .last()
            .and_then(|found| found.name("unit"))
            .map(|unit| unit.as_str());
        let after = text.get(value.end()..).unwrap_or_default();
        // «до пятиклассников» counts nothing.
        if after.starts_with(char::is_alphabetic) {
            continue;
        }
        let (unit, end) = match (behind, counted) {
            // A percentage, a date or an age.
            _ if after.trim_start().starts_with(['%', '.', '-', '–', '/']) => continue,
            // «до 300 Мбит/с» is an amount.
            (unit, _) if near(text, whole.end()).starts_with('/') && !unit.is_empty() => continue,
            // «увеличить до шести число призёров»
            _ if counted_first(after).is_some() => {
                (counted_first(after).unwrap_or_default(), value.end())
            }
            ("" | "и" | "в" | "на" | "к", Some(counted)) => (counted, value.end()),
            ("" | "и" | "в" | "на" | "к", None) => continue,
            (unit, _) if is_time(unit) => continue,
            (unit, _) => (unit, whole.end()),
        };
        let start = text
            .get(..value.start())
            .map_or(value.start(), |before| before.trim_end().len() - "до".len());
        if let Some(number) = spoken(value.as_str()) {
            out.add(start..end, number, unit, bound("до", text, start, number));
        }
    }
    for found in NOTHING.captures_all(searched) {
        let Some(value) = found.name("value") else {
            continue;
        };
        let what = found.name("what").map_or("", |what| what.as_str());
        let after = text.get(value.end()..).unwrap_or_default();
        if let Some(unit) = counted_first(after).or_else(|| counted_first(what)) {
            out.add(value.start()..value.end(), 0.0, unit, Bound::AtMost);
        }
    }
    out.0
}

/// What is counted, where a text begins with that: «число победителей и призёров».
fn counted_first(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let found = COUNTED.captures_iter(text).into_iter().next()?;
    let counted = found.get(0)?.start() == 0;
    counted.then(|| found.name("unit").map(|unit| unit.as_str()))?
}

/// Parts in words: «не менее половины школ», «вдвое».
fn shares(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in SHARE.captures_all(searched) {
        let front = fold(found.name("front").map_or("", |front| front.as_str()));
        let said = found.name("share").or_else(|| found.name("times"));
        let Some(said) = said else { continue };
        let (number, unit) = match fold(said.as_str()).as_str() {
            "трети" => (33.0, "%"),
            "четверти" => (25.0, "%"),
            word if word.starts_with("половин") => (50.0, "%"),
            "втрое" | "в три раза" => (3.0, "раза"),
            "в полтора раза" => (1.5, "раза"),
            _ => (2.0, "раза"),
        };
        let start = found
            .name("front")
            .map_or(said.start(), |front| front.start());
        out.add(
            start..said.end(),
            number,
            unit,
            bound(&front, text, start, number),
        );
    }
    out.0
}

/// «1 450», «12,5»: thousands stand apart.
pub(super) fn numeral(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.replace(',', ".").parse().ok()
}

/// Words behind a number that make it a date, an age, a period or a grade.
pub(super) fn is_time(unit: &str) -> bool {
    let unit = fold(unit);
    let start = [
        "лет",
        "год",
        "месяц",
        "недел",
        "числ",
        "процент",
        "класс",
        "учебн",
    ];
    let month = MONTH_WORDS.iter().any(|month| {
        // «мая» is a month, «маяк» and «машин» are not; the others are months with any ending.
        unit == *month
            || !month.starts_with("ма") && unit.starts_with(month)
            || unit.starts_with("март")
    }) || SHORT_MONTHS
        .iter()
        .any(|month| unit.trim_end_matches('.') == month.trim_end_matches('.'));
    // «учебного года» is a time, «учебников» are things.
    month || start.iter().any(|start| unit.starts_with(start)) && !unit.starts_with("учебник")
}

/// Words that lower what stands behind them.
const LOWERING: &[&str] = &[
    "снизить",
    "снижени",
    "снижать",
    "снизив",
    "сократить",
    "сокращени",
    "сокращать",
    "сократив",
    "уменьшить",
    "уменьшени",
    "уменьшать",
    "уменьшив",
    "понизить",
    "ограничить",
    "ограничив",
];
/// Words that raise it, or bring it to a number.
const RAISING: &[&str] = &[
    "увеличить",
    "увеличени",
    "повысить",
    "довести",
    "доведени",
    "обеспечить",
    "охват",
    "расширить",
    "достичь",
    "достигнуть",
];
/// Those of them that ask for it; «охват» and «увеличение» may as well be what is forbidden to fall or to grow.
const RAISING_VERBS: &[&str] = &[
    "увеличить",
    "повысить",
    "довести",
    "обеспечить",
    "расширить",
    "достичь",
    "достигнуть",
];
/// Words by which going beyond a number is forbidden.
const FORBIDDING: &[&str] = &["не допус", "не допущ", "недопущ", "исключить", "предотвра"];

/// Words that set a number nothing may go beyond.
const CAPPING: &[&str] = &[
    "ограничить",
    "ограничив",
    "не превышать",
    "не превысить",
    "не превышая",
];

/// The side of a number on which the target lies.
pub(super) fn bound(front: &str, text: &str, start: usize, value: f64) -> Bound {
    let starts = |words: &[&str]| words.iter().any(|word| front.starts_with(word));
    let at_most = starts(&["не более", "не выше", "не больше", "не свыше", "не превыш"]);
    // «доля отходов менее 5 %» lies below, «не допускать снижения охвата ниже 95 %» above.
    if starts(&["менее", "ниже", "меньше"]) {
        return if is_forbidden(text, start) {
            Bound::AtLeast
        } else {
            Bound::AtMost
        };
    }
    let under = match front {
        "до" => is_last(LOWERING, text, start),
        // «ограничить долю … 10 процентами», «не превышать долю контрольных в 10 %»
        "" | "в" => is_last(CAPPING, text, start),
        // «не допускать превышения доли … более 0,5 %»
        _ => !at_most && !front.starts_with("не") && is_forbidden(text, start),
    };
    if at_most || under {
        Bound::AtMost
    } else if front.is_empty() && (value - 100.0).abs() < f64::EPSILON {
        Bound::Exactly
    } else {
        Bound::AtLeast
    }
}

/// Whether going beyond a number is forbidden: «не допускать … свыше».
pub(super) fn is_forbidden(text: &str, start: usize) -> bool {
    if !is_last_before(FORBIDDING, RAISING_VERBS, text, start) {
        return false;
    }
    let before = fold(behind(text, start));
    let last = FORBIDDING.iter().filter_map(|word| before.rfind(word));
    let forbidden = last.max().and_then(|at| before.get(at..));
    !forbidden.is_some_and(has_another_task)
}

/// Whether a clause behind the first one opens with a task of its own: «не допускать закрытия кружков,
/// сохранить охват …», «…, увеличивая охват …». «…, не снижать охват …» is forbidden as well.
fn has_another_task(clauses: &str) -> bool {
    let clauses = clauses.replace(" и ", ", ");
    let mut later = clauses.split([',', ';', ':', '(']).skip(1);
    later.any(|clause| {
        let mut words = clause.split_whitespace();
        let first = words.find(|word| !["и", "а", "но", "также", "при", "этом"].contains(word));
        first.is_some_and(|word| is_infinitive(word) || is_gerund(word))
    })
}

/// «увеличивая», «сохраняя», «повысив»
fn is_gerund(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ая", "яя", "уя", "дя", "ав", "ив", "ев", "яв", "вши", "ясь"];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Whether one of these words stands before a number, with no word that raises between.
fn is_last(words: &[&str], text: &str, start: usize) -> bool {
    is_last_before(words, RAISING, text, start)
}

fn is_last_before(words: &[&str], raising: &[&str], text: &str, start: usize) -> bool {
    let before = fold(behind(text, start));
    let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
    let found = last(words);
    found.is_some() && found > last(raising)
}

/// The next few words behind a number.
pub(super) fn near(text: &str, end: usize) -> &str {
    let to = text.ceil_char_boundary(text.len().min(end + 48));
    text.get(end..to).unwrap_or_default()
}

pub(super) fn spoken(number: &str) -> Option<f64> {
    if let Some(value) = numeral(number) {
        return Some(value);
    }
    let word = fold(number);
    let value = match word.as_str() {
        "нуля" => 0,
        "двух" | "двум" | "двумя" | "два" | "две" => 2,
        "трех" | "трем" | "тремя" | "три" => 3,
        "четырех" | "четырем" | "четырьмя" | "четыре" => 4,
        "пяти" | "пять" | "пятью" => 5,
        "шести" | "шесть" | "шестью" => 6,
        "семи" | "семь" | "семью" => 7,
        "восьми" | "восемь" | "восемью" => 8,
        "девяти" | "девять" | "девятью" => 9,
        "десяти" | "десять" | "десятью" => 10,
        "двенадцати" => 12,
        "пятнадцати" => 15,
        "двадцати" => 20,
        "тридцати" => 30,
        "пятидесяти" => 50,
        "ста" => 100,
        word if word.starts_with("одн") => 1,
        _ => return None,
    };
    Some(f64::from(value))
}

#[cfg(test)]
mod tests {
    use svod_model::Bound;

    use super::super::find;

    #[test]
    fn a_prohibition_ends_where_another_task_begins() {
        for (text, relation) in [
            (
                "не допускать закрытия кружков, сохранить охват детей более 80 %",
                Bound::AtLeast,
            ),
            (
                "не допускать закрытия кружков, увеличивая охват детей свыше 80 %",
                Bound::AtLeast,
            ),
            (
                "не допускать закрытия кружков и удержать охват детей более 80 %",
                Bound::AtLeast,
            ),
            (
                "исключить отсев, снижая долю пропусков уроков менее 3 %",
                Bound::AtMost,
            ),
            (
                "не допускать превышения доли пропусков уроков более 5 %",
                Bound::AtMost,
            ),
            (
                "не допускать закрытия кружков, снижения охвата детей ниже 95 %",
                Bound::AtLeast,
            ),
            (
                "не допускать закрытия кружков, не снижать охват детей ниже 95 %",
                Bound::AtLeast,
            ),
        ] {
            let relations: Vec<Bound> = find(text, None)
                .into_iter()
                .map(|found| found.value.relation)
                .collect();
            assert_eq!(relations, [relation], "{text}");
        }
    }
}
