//! Places in a text where numbers and years mean something else.

use std::ops::Range;

use crate::dates::MONTH;
use crate::pattern::{Pattern, Text};

static ACT_DATE: Pattern = Pattern::made(|| {
    format!(
        r"(?:^|[^0-9a-zа-яё_])(?P<whole>от\s+(?:\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{1,2}}\.\d{{2}}\.\d{{4}})(?:\s*(?:года|г\.?))?)"
    )
})
.needing(&["от"]);
/// «на 2026–2030 годы», «график на 2026/2027 учебный год», «на срок до трёх лет»
static HORIZON: Pattern = Pattern::new(r"в\s+\d{4}\s+году\s+и\s+(?:на\s+)?плановый\s+период(?:\s+до)?\s+\d{4}(?:\s*(?:и|[–-])\s*\d{4})?\s*(?:годов|года|гг?\.?)|на\s+(?:плановый\s+)?период\s+(?:до\s+)?\d{4}(?:\s*[–-]\s*\d{4})?\s*(?:года|годов|годы|гг?\.?)|(?P<front>^|[^0-9a-zа-яё_])на\s+\d{4}(?:\s*[/–—-]\s*\d{2,4}\s*уч(?:ебн[а-яё]+|\.)|\s*[–-]\s*\d{4})?\s*(?:годы|год|гг?\.?)(?:\s+и\s+(?:на\s+)?плановый\s+период(?:\s+до)?\s+\d{4}(?:\s*(?:и|[–-])\s*\d{4})?\s*(?:годов|года|гг?\.?))?|на\s+срок\s+до\s+\S+|постоянно\s+действующ\w+")
    .needing(&["на ", "на\u{a0}", "действующ", "плановый"])
    .and(&["19", "20", "21", "срок", "действующ"]);
/// «Концепция … до 2030 года»
static AIM: Pattern = Pattern::new(
    r"(?:концепци|стратеги|программ|план|прогноз|целей|цели)\S*[^.;:«»]{0,90}?\sдо\s+\d{4}\s+года",
)
.needing(&["концепци", "стратеги", "программ", "план", "прогноз", "цел"])
.and(&["до "]);

/// «план по реализации в 2021–2025 годах Стратегии развития»: the years of what is carried out. In the
/// accusative («реализовать в 2021–2025 годах Стратегию») they are the task's own.
static CARRIED_OUT: Pattern = Pattern::new(
    r"в\s+\d{4}\s*[–-]\s*\d{4}\s*(?:годах|гг?\.?)\s+(?:концепции|стратегии|программы|плана)(?:[^а-яё]|$)",
)
.needing(&["концепции", "стратегии", "программы", "плана"])
.and(&["19", "20", "21"]);

/// «с 9,6 % в 2026 году до 5 % в 2027 году»: where things stand now is no term.
static BASELINE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])с\s+\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+)\s+\(?(?P<when>(?:в|на)\s+(?:\d{1,2}\s+[а-я]+\s+)?\d{4}(?:\s*[/–-]\s*\d{2,4})?\s+(?:учебно[а-я]+\s+)?(?:года|году))\)?,?\s+до\s+\d",
)
.needing(&["с ", "с\u{a0}"])
.and(&["до ", "до\u{a0}"]);

/// «(в 2021 году – 58,2 %) до 65 %»: where things stand, in brackets before what they are brought to.
static STANDING: Pattern = Pattern::new(
    r"(?P<whole>\((?:(?:факт|фактически|было)[,:]?\s+)?(?:(?:в|на|за|по\s+итогам)\s+)?(?:(?:начало|конец)\s+)?\d{4}(?:\s*[/–-]\s*\d{2,4})?\s*(?:учебн[а-я]+\s+)?(?:года|году|год|г\.)\s*[–—:-]\s*\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+\.?)?\s*\)|\(\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+\.?)?\s*(?:в|на|за|по\s+итогам)\s+(?:(?:начало|конец)\s+)?\d{4}\s*(?:года|году|год|г\.)\s*\)),?\s+(?:до|не\s+менее|не\s+ниже)\s",
)
.needing(&["("])
.and(&["19", "20", "21"]);

/// Brackets that tell where things stand: neither a term nor a target.
pub(crate) fn standing(text: &Text<'_>) -> Vec<Range<usize>> {
    let found = STANDING.captures_all(text);
    let whole = found.iter().filter_map(|found| found.name("whole"));
    whole.map(|whole| whole.range()).collect()
}

/// Ranges that no deadline may be read from: titles in quotes, dates of acts, horizons of
/// programmes («на 2021–2025 годы», «Концепция … до 2030 года»), «постоянно действующий семинар».
pub(crate) fn not_deadlines(text: &Text<'_>) -> Vec<Range<usize>> {
    let printed = text.printed();
    let mut out = quoted(printed);
    // «до "15" октября 2026 г.»: a day as forms print it is no name.
    out.retain(|range| {
        let inside = printed.get(range.clone()).unwrap_or_default();
        inside.chars().any(char::is_alphabetic)
    });
    out.extend(standing(text));
    let dates = ACT_DATE.captures_all(text);
    out.extend(
        dates
            .iter()
            .filter_map(|date| date.name("whole"))
            .map(|m| m.range()),
    );
    let baselines = BASELINE.captures_all(text);
    out.extend(
        baselines
            .iter()
            .filter_map(|found| found.name("when"))
            .map(|when| when.range()),
    );
    let horizons = HORIZON.captures_all(text).into_iter();
    for found in horizons
        .chain(AIM.captures_all(text))
        .chain(CARRIED_OUT.captures_all(text))
    {
        let Some(whole) = found.get(0) else { continue };
        // «разработать программу … в период до 2024 года»: the task's time, not the programme's.
        let own = ["в период до", "в срок до"]
            .iter()
            .any(|own| whole.as_str().contains(own));
        let start = found
            .name("front")
            .map_or(whole.start(), |front| front.end());
        let own = own || is_settled_for(text.printed(), start..whole.end());
        if !own {
            out.push(start..whole.end());
        }
    }
    out
}

/// «закрепить на 2026/2027 учебный год», «На 2026/2027 учебный год установить …»: what is settled for a
/// school year has it as its time; a plan for one has it in its name.
fn is_settled_for(text: &str, range: Range<usize>) -> bool {
    const SETTLED: &[&str] = &[
        "закрепить",
        "назначить",
        "продлить",
        "установить",
        "сохранить",
        "организовать",
        "открыть",
        "ввести",
        "определить",
        "поставить",
        "обеспечить",
        "зачислить",
    ];
    let said = text.get(range.clone()).unwrap_or_default();
    if !said.contains("уч") {
        return false;
    }
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let Some(last) = before.split_whitespace().next_back() else {
        return true;
    };
    let behind = text.get(range.end..).unwrap_or_default().trim_start();
    let object = behind.starts_with(|c: char| c.is_alphabetic() || c == ':');
    object && SETTLED.contains(&crate::words::fold(last).as_str())
}

/// Ranges in quotation marks of any shape, nested ones as part of the outer; an unclosed quote hides nothing.
pub(crate) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out = angled(text);
    let pairs = crate::quotes::pairs(text).into_iter();
    out.extend(pairs.map(|(open, close)| open.start..close.end));
    out
}

/// The same of «…» alone.
pub(crate) fn angled(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '«' => open.push(at),
            '»' => {
                // A missing closing mark leaves the outer one open; the inner still counts.
                if let Some(start) = open.pop() {
                    out.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether two ranges share a byte.
pub(crate) fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
