//! Dated and numbered acts: laws, decrees, orders, letters.

use std::ops::Range;

use chrono::NaiveDate;
use svod_model::{Reference, ReferenceKind};

use super::{bodies, closing};
use crate::dates::MONTH;
use crate::pattern::{Pattern, Text};
use crate::words::{collapse, fold};
use crate::{Found, dates};

static CORE: Pattern = Pattern::made(|| {
    let date = format!(
        r"(?:\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{1,2}}\.\d{{2}}\.\d{{4}})(?:\s*(?:года|г\.?))?"
    );
    let sign = r"(?:№\s?№|№|n9\s|nº|n°|no|n)\s*";
    format!(
        r"(?:от\s+(?P<d1>{date})\s*,?\s*{sign}(?P<n1>[\dа-яa-z]+(?:[-/][\dа-яa-z]+)*)|{sign}(?P<n2>[\dа-яa-z]+(?:[-/][\dа-яa-z]+)*)\s+от\s+(?P<d2>{date})|(?P<law>(?:фз|ф3|№\s*фз)\s*[-–]?\s*(?P<n3>\d{{1,4}})|(?P<n4>\d{{1,4}})\s*[-–]\s*(?:фз|ф3))(?:\s+от\s+(?P<d3>{date}))?)"
    )
})
.needing(&["от", "фз", "ф3"])
.and(&["№", "n", "фз", "ф3"]);
/// A further number of the same day: «№ 286 и № 287»; behind «№№ 370, 371» without a sign.
static FURTHER: Pattern = Pattern::new(
    r"^(?:\s*,\s*(?:и\s+|а\s+также\s+)?|\s+и\s+|\s+а\s+также\s+)(?P<whole>(?P<sign>(?:№|n9\s|nº|n°|n)\s*)?(?P<number>\d[\dа-яa-z]*(?:[-/][\dа-яa-z]+)*))",
);
/// One that stands before: «№ 286 и № 287 от 31.05.2021».
static EARLIER: Pattern = Pattern::new(
    r"(?P<whole>(?:№|nº|n°|n)\s*(?P<number>\d[\dа-яa-z]*(?:[-/][\dа-яa-z]+)*))(?:\s*,\s*(?:и\s+)?|\s+и\s+)$",
);
static KIND: Pattern = Pattern::new(
    r"(?P<kind>федеральн\w+\s+закон\w*|закон\w*|указ\w{0,3}|постановлени\w+|распоряжени\w+|приказ\w{0,3}|письм\w+)",
);

/// Every act of a text.
pub(super) fn find(lowered: &Text<'_>) -> Vec<Found<Reference>> {
    let text = lowered.printed();
    let mut out: Vec<Found<Reference>> = Vec::new();
    let mut earlier: Option<(usize, String, String)> = None;
    for found in CORE.captures_all(lowered) {
        let Some(core) = found.get(0) else { continue };
        let part = |names: &[&str]| -> Option<String> {
            names
                .iter()
                .find_map(|name: &&str| found.name(name))
                .map(|part| part.as_str().to_owned())
        };
        let Some(number) = part(&["n1", "n2", "n3", "n4"]) else {
            continue;
        };
        let date = part(&["d1", "d2", "d3"]).and_then(|date| dates::all(&date).first().copied());
        if !number.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let is_law = found.name("law").is_some();
        // «… № 370 и от 18.05.2023 № 371»: the kind and the body are said once.
        let repeated = earlier
            .as_ref()
            .filter(|(end, ..)| text.get(*end..core.start()).is_some_and(is_joining));
        let before = earlier_numbers(text, core.start(), found.name("n2").is_some());
        let first = before
            .first()
            .map_or(core.start(), |(range, _)| range.start);
        let (kind, body, start) = match kind_before(text, first) {
            _ if let Some((_, kind, body)) = repeated => (kind.clone(), body.clone(), first),
            Some(before) => before,
            None if is_law => ("Федеральный закон".to_owned(), String::new(), first),
            None => continue,
        };
        let law = kind == "Федеральный закон" || is_law;
        let mut numbers: Vec<(Range<usize>, String)> = before;
        let end = title_after(text, core.end()).unwrap_or(core.end());
        numbers.push((core.start()..end, number));
        if found.name("n1").is_some() && !law {
            numbers.extend(further_numbers(text, core.range(), end));
        }
        // The words before its number are those of the first.
        if let Some((range, _)) = numbers.first_mut() {
            range.start = start;
        }
        let end = numbers.last().map_or(end, |(range, _)| range.end);
        out.extend(numbers.into_iter().map(|(range, number)| Found {
            value: reference(text, (&kind, &body), law, &number, date, &range),
            range,
        }));
        earlier = Some((end, kind, body));
    }
    let mut taken: Vec<Range<usize>> = Vec::new();
    out.retain(|found| {
        let free = taken
            .iter()
            .all(|other| !crate::mask::overlap(other, &found.range));
        taken.push(found.range.clone());
        free
    });
    out
}

/// Whether nothing but a comma or «и» stands between two acts.
fn is_joining(between: &str) -> bool {
    let word = between.trim();
    let own = word.trim_start_matches(',').trim_end_matches('№').trim();
    !word.is_empty() && ["", "и", "а также"].contains(&own)
}

/// The numbers that stand before one and its date, the first one first: «№ 31 и» of «№ 31 и № 32 от …».
fn earlier_numbers(text: &str, at: usize, dated_behind: bool) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    let mut at = at;
    while dated_behind
        && let from = text.floor_char_boundary(at.saturating_sub(NEAR))
        && let Some(one) = text.get(from..at).and_then(|said| EARLIER.captures(said))
        && let (Some(whole), Some(number)) = (one.name("whole"), one.name("number"))
    {
        out.push((
            from + whole.start()..from + whole.end(),
            number.as_str().to_owned(),
        ));
        at = from + whole.start();
    }
    out.reverse();
    out
}

/// The further numbers of a day behind one of them, which ends at a place with its title.
fn further_numbers(text: &str, core: Range<usize>, end: usize) -> Vec<(Range<usize>, String)> {
    let said = text.get(core).unwrap_or_default();
    let several = said.replace(' ', "").contains("№№");
    let mut out = Vec::new();
    let mut at = end;
    while let Some(one) = text.get(at..).and_then(|rest| FURTHER.captures(rest))
        && let (Some(whole), Some(number)) = (one.name("whole"), one.name("number"))
        && let behind = text.get(at + whole.end()..).unwrap_or_default()
        && (several || one.name("sign").is_some() || ends_a_list(behind))
        && !is_dated(behind)
    {
        let (start, end) = (at + whole.start(), at + whole.end());
        at = title_after(text, end).unwrap_or(end);
        out.push((start..at, number.as_str().to_owned()));
    }
    out
}

/// Whether nothing stands behind a number that it could count: «№ 370, 371», but «№ 7, 15 школ».
fn ends_a_list(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.is_empty() || behind.starts_with([',', ';', ')', '«']) || behind == "."
}

/// In bytes, how far before a number another one may begin.
const NEAR: usize = 60;

/// Whether a date stands right behind a number, which then is not of the day said before.
fn is_dated(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    words.next() == Some("от")
        && words
            .next()
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// An act by its kind and body, number and date.
fn reference(
    text: &str,
    (kind, body): (&str, &str),
    law: bool,
    number: &str,
    date: Option<NaiveDate>,
    range: &Range<usize>,
) -> Reference {
    // «Ф3» with the digit three, «№ 304», «304-ФЗ»: all one number.
    let bare = number
        .trim_end_matches("-ФЗ")
        .trim_end_matches("-Ф3")
        .trim_end_matches("-фз");
    let number = if law {
        format!("{bare}-ФЗ")
    } else {
        number.to_owned()
    };
    let who = match (law, body) {
        (true, _) => "Федеральный закон".to_owned(),
        (_, "") => kind.to_owned(),
        _ => format!("{kind} {body}"),
    };
    let canonical = match date {
        Some(date) => format!("{who} от {} № {number}", date.format("%d.%m.%Y")),
        None => format!("{who} № {number}"),
    };
    Reference {
        phrase: text
            .get(range.clone())
            .unwrap_or_default()
            .trim_end()
            .to_owned(),
        kind: ReferenceKind::Act,
        canonical,
        number: Some(number),
        date,
        ..Reference::default()
    }
}

/// The act's kind before its date or number, the body that issued it, and where the words begin.
fn kind_before(text: &str, at: usize) -> Option<(String, String, usize)> {
    let from = text
        .get(..at)?
        .char_indices()
        .rev()
        .nth(260)
        .map_or(0, |(at, _)| at);
    let window = text.get(from..at)?;
    // «указанный» is no «указ».
    let word = KIND
        .captures_iter(window)
        .iter()
        .filter_map(|found| found.name("kind"))
        .rfind(|word| {
            let next = window
                .get(word.end()..)
                .and_then(|rest| rest.chars().next());
            !next.is_some_and(|c| c.is_alphanumeric() || c == '_')
        })?;
    let between = window.get(word.end()..)?;
    // Another sentence or another act lies between.
    if between.contains(';') || between.contains(". ") && !between.contains("г. ") {
        return None;
    }
    let mut body = String::new();
    let mut depth = 0usize;
    let mut own = false;
    for (at, c) in between.char_indices() {
        if c == '«' {
            let title = between.get(at + c.len_utf8()..).unwrap_or_default();
            own = own || depth == 0 && is_body_named(&body, title);
            depth += 1;
        }
        if depth == 0 || own {
            body.push(c);
        }
        if c == '»' {
            depth = depth.saturating_sub(1);
            own = own && depth > 0;
        }
    }
    let folded = fold(word.as_str());
    let kind = [
        ("федеральн", "Федеральный закон"),
        ("закон", "Закон"),
        ("указ", "Указ"),
        ("постановлен", "Постановление"),
        ("распоряжен", "Распоряжение"),
        ("приказ", "Приказ"),
        ("письм", "Письмо"),
    ]
    .into_iter()
    .find(|(start, _)| folded.starts_with(start))?
    .1;
    Some((
        kind.to_owned(),
        bodies::short(collapse(&body).trim_matches([',', ' ', '('])),
        from + word.start(),
    ))
}

/// Whether quotation marks hold the name of the body («МКУ «Управление образования»», «муниципального
/// образования «Город Луговск»»), not the title of what it issued.
fn is_body_named(before: &str, quoted: &str) -> bool {
    let title = ["О ", "Об ", "О\u{a0}", "Об\u{a0}"]
        .iter()
        .any(|start| quoted.starts_with(start));
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let short = word != "РФ" && word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let full = ["образования", "учреждения", "округа", "района"].contains(&fold(word).as_str());
    !title && (short || full)
}

/// The end of a title in quotes that follows the number directly.
fn title_after(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let open = rest.find('«')?;
    if !rest.get(..open)?.chars().all(char::is_whitespace) {
        return None;
    }
    closing(text, at + open)
}
