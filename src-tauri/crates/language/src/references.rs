//! Acts, projects and programmes a directive leans on (domain facts, e).

use std::ops::Range;

use crate::pattern::{Pattern, Text};
use svod_model::{Reference, ReferenceKind};

use crate::dates::MONTH;
use crate::words::{collapse, fold};
use crate::{Found, dates};

static CORE: Pattern = Pattern::made(|| {
    let date = format!(
        r"(?:\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{1,2}}\.\d{{2}}\.\d{{4}})(?:\s*(?:года|г\.?))?"
    );
    let sign = r"(?:№|n9\s|nº|n°|no|n)\s*";
    format!(
        r"(?:от\s+(?P<d1>{date})\s*,?\s*{sign}(?P<n1>[\dа-яa-z]+(?:[-/][\dа-яa-z]+)*)|{sign}(?P<n2>[\dа-яa-z]+(?:[-/][\dа-яa-z]+)*)\s+от\s+(?P<d2>{date})|(?P<law>(?:фз|ф3|№\s*фз)\s*[-–]?\s*(?P<n3>\d{{1,4}})|(?P<n4>\d{{1,4}})\s*[-–]\s*(?:фз|ф3))(?:\s+от\s+(?P<d3>{date}))?)"
    )
})
.needing(&["от", "фз", "ф3"])
.and(&["№", "n", "фз", "ф3"]);
static KIND: Pattern = Pattern::new(
    r"(?P<kind>федеральн\w+\s+закон\w*|закон\w*|указ\w{0,3}|постановлени\w+|распоряжени\w+|приказ\w{0,3}|письм\w+)",
);
static PROJECT: Pattern = Pattern::new(r"(?:(?P<level>национальн|федеральн|региональн|муниципальн|приоритетн|областн|районн|окружн)\w*\s+|(?P<short>нац))?проект\w*\s*(?P<names>«)").needing(&["проект"]);
static DOCUMENT: Pattern = Pattern::new(r"(?P<whole>(?:(?P<adj>[Гг]осударственн|[Мм]униципальн|[Рр]егиональн|[Пп]римерн|[Рр]абоч|[Фф]едеральн|[Рр]айонн|[Оо]кружн|[Оо]бластн)(?P<aend>ой|ая|ую|ого|ый|ому|ей|его|ий|яя)\s+(?:(?P<second>рабоч|образовательн|адаптированн|основн|целев)(?:ей|ая|ую|ой)\s+)?)?(?P<noun>[Пп]рограмм|[Кк]онцепци|[Сс]тратеги|[Сс]тандарт)(?P<nend>[а-яё]{0,3})\s+(?P<tail>[А-Яа-яЁё][^,;.:()«»]{2,140}|«))").exact().needing(&["рограмм", "онцепци", "тратеги", "тандарт"]);

/// Every reference of a text, one form whatever the spelling.
pub fn find(text: &str) -> Vec<Found<Reference>> {
    let lowered = Text::new(text);
    let mut out = acts(&lowered);
    let taken: Vec<Range<usize>> = out.iter().map(|found| found.range.clone()).collect();
    let free = |range: &Range<usize>, taken: &[Range<usize>]| {
        !taken.iter().any(|other| crate::mask::overlap(other, range))
    };
    out.extend(
        projects(&lowered)
            .into_iter()
            .filter(|found| free(&found.range, &taken)),
    );
    let taken: Vec<Range<usize>> = out.iter().map(|found| found.range.clone()).collect();
    out.extend(
        documents(text)
            .into_iter()
            .filter(|found| free(&found.range, &taken)),
    );
    out.sort_by_key(|found| found.range.start);
    let mut seen: Vec<String> = Vec::new();
    out.retain(|found| {
        let new = !seen.contains(&found.value.canonical);
        seen.push(found.value.canonical.clone());
        new
    });
    out
}

fn acts(lowered: &Text<'_>) -> Vec<Found<Reference>> {
    let text = lowered.printed();
    let mut out = Vec::new();
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
        let (kind, body, start) = match kind_before(text, core.start()) {
            Some(before) => before,
            None if is_law => ("Федеральный закон".to_owned(), String::new(), core.start()),
            None => continue,
        };
        // «Ф3» with the digit three, «№ 304», «304-ФЗ»: all one number.
        let law = kind == "Федеральный закон" || is_law;
        let bare = number
            .trim_end_matches("-ФЗ")
            .trim_end_matches("-Ф3")
            .trim_end_matches("-фз")
            .to_owned();
        let number = if law { format!("{bare}-ФЗ") } else { number };
        let who = if body.is_empty() {
            String::new()
        } else {
            format!(" {body}")
        };
        let kind = if law {
            "Федеральный закон".to_owned()
        } else {
            kind
        };
        let who = if law { String::new() } else { who };
        let canonical = match date {
            Some(date) => format!("{kind}{who} от {} № {number}", date.format("%d.%m.%Y")),
            None => format!("{kind}{who} № {number}"),
        };
        let end = title_after(text, core.end()).unwrap_or(core.end());
        let range = start..end;
        out.push(Found {
            value: Reference {
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
            },
            range,
        });
    }
    out.dedup_by(|later, earlier| crate::mask::overlap(&later.range, &earlier.range));
    out
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
    for c in between.chars() {
        match c {
            '«' => depth += 1,
            '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 => body.push(c),
            _ => {}
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
    let body = collapse(&body)
        .replace("Российской Федерации", "РФ")
        .replace("Российской федерации", "РФ");
    Some((
        kind.to_owned(),
        body.trim_matches([',', ' ', '(']).to_owned(),
        from + word.start(),
    ))
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

/// The byte after the quote that closes the one at `open`; the last one, if one is missing.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut last = None;
    for (at, c) in text.get(open..)?.char_indices() {
        match c {
            '«' => depth += 1,
            '»' => {
                depth = depth.saturating_sub(1);
                last = Some(open + at + c.len_utf8());
                if depth == 0 {
                    return last;
                }
            }
            _ => {}
        }
    }
    last
}

/// Whether a contest of projects is named: «конкурс проектов», «конкурса социальных проектов».
fn is_of_contest(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let mut words = before.split_whitespace().rev().map(fold);
    let word = words.find(|word| !["ых", "их"].iter().any(|end| word.ends_with(end)));
    word.is_some_and(|word| word.starts_with("конкурс"))
}

fn projects(lowered: &Text<'_>) -> Vec<Found<Reference>> {
    let text = lowered.printed();
    let mut out = Vec::new();
    for found in PROJECT.captures_all(lowered) {
        let (Some(whole), Some(names)) = (found.get(0), found.name("names")) else {
            continue;
        };
        let level = found
            .name("level")
            .map(|level| match fold(level.as_str()).as_str() {
                // The stress is on the ending.
                stem @ ("областн" | "окружн") => format!("{stem}ой "),
                stem => format!("{stem}ый "),
            });
        // «нацпроекта «Образование»»
        let short = found.name("short").map(|_| "национальный ".to_owned());
        let level = level.or(short).unwrap_or_default();
        // «конкурс детских проектов «Моя семья»»: what the contest is called.
        if level.is_empty() && is_of_contest(text, whole.start()) {
            continue;
        }
        let mut open = names.start();
        // «проектов «А», «Б» и «В»» names three.
        while let Some(end) = closing(text, open) {
            let name = text
                .get(open + '«'.len_utf8()..end - '»'.len_utf8())
                .unwrap_or_default();
            let range = if open == names.start() {
                whole.start()..end
            } else {
                open..end
            };
            out.push(Found {
                value: Reference {
                    phrase: text.get(range.clone()).unwrap_or_default().to_owned(),
                    kind: ReferenceKind::Project,
                    canonical: format!("{level}проект «{}»", collapse(name)),
                    ..Reference::default()
                },
                range,
            });
            let rest = text.get(end..).unwrap_or_default();
            let after = rest.trim_start_matches([',', ' ']);
            let after = after.strip_prefix("и ").unwrap_or(after);
            if !after.starts_with('«') {
                break;
            }
            open = text.len() - after.len();
        }
    }
    out
}

fn documents(text: &str) -> Vec<Found<Reference>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| DOCUMENT.captures(rest)) {
        let Some(whole) = found.name("whole") else {
            break;
        };
        let start = from + whole.start();
        let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
        let named = part("tail") == "«";
        let mut end = from + whole.end();
        if named {
            let open = end - '«'.len_utf8();
            let Some(closed) = closing(text, open) else {
                break;
            };
            end = closed;
        } else if let Some(place) = document_end(text.get(start..end).unwrap_or_default()) {
            end = start + place;
        }
        from = end;
        let noun = fold(part("noun"));
        let official =
            !part("adj").is_empty() || part("noun").starts_with(char::is_uppercase) || named;
        // «программы развития» of a school, «программ дополнительного образования» in the plural:
        // a kind of document, not one of them.
        let plural = matches!(part("nend"), "" | "ам" | "ами" | "ах" | "й");
        if !official || plural && noun == "программ" {
            continue;
        }
        let singular = match noun.as_str() {
            "программ" => "программа",
            "концепци" => "концепция",
            "стратеги" => "стратегия",
            _ => "стандарт",
        };
        let masculine = noun == "стандарт";
        let adjective = match part("adj") {
            "" => String::new(),
            stem if masculine => format!("{}ый ", fold(stem)),
            stem if stem.ends_with("боч") => format!("{}ая ", fold(stem)),
            stem => format!("{}ая ", fold(stem)),
        };
        let adjective = match part("second") {
            "" => adjective,
            stem => format!("{adjective}{}ая ", fold(stem)),
        };
        let head = found.name("noun").map_or(start, |noun| {
            from_start(start, whole.start(), noun.end(), part("nend"))
        });
        let tail = collapse(text.get(head..end).unwrap_or_default());
        // «в муниципальной программе на 2025–2027 годы»: which one is not said.
        if tail.is_empty() {
            continue;
        }
        let mut canonical = collapse(&format!("{adjective}{singular} {tail}"));
        if part("adj").starts_with(char::is_uppercase)
            || part("adj").is_empty() && part("noun").starts_with(char::is_uppercase)
        {
            canonical = capital(&canonical);
        }
        let phrase = text
            .get(start..end)
            .unwrap_or_default()
            .trim_end()
            .to_owned();
        let range = start..start + phrase.len();
        out.push(Found {
            value: Reference {
                phrase,
                kind: ReferenceKind::Document,
                canonical,
                ..Reference::default()
            },
            range,
        });
    }
    out
}

/// Where the words after the document's noun begin.
fn from_start(start: usize, whole: usize, noun_end: usize, ending: &str) -> usize {
    start + (noun_end - whole) + ending.len()
}

/// A document's name ends before words that belong to the sentence around it.
fn document_end(name: &str) -> Option<usize> {
    const STOP: &[&str] = &[
        "в",
        "на",
        "с",
        "до",
        "к",
        "по",
        "и",
        "одобренной",
        "утвержденной",
        "утверждённой",
        "для",
        "через",
        "как",
        "при",
        "во",
        "не",
        "от",
    ];
    let mut at = 0;
    let mut previous = "";
    for (n, word) in name.split_inclusive(' ').enumerate() {
        // «рабочая программа по истории»: its subject is part of the name.
        let subject = word.trim() == "по" && previous.to_lowercase().starts_with("программ");
        if n > 1 && !subject && STOP.contains(&word.trim().to_lowercase().as_str()) {
            return Some(name.get(..at)?.trim_end().len());
        }
        previous = word;
        at += word.len();
    }
    None
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|found| {
                assert!(text.contains(&found.value.phrase), "{}", found.value.phrase);
                found.value.canonical
            })
            .collect()
    }

    #[test]
    fn spellings_of_one_act_give_one_form() {
        for text in [
            "в соответствии с Указом Президента РФ от 7 мая 2024 года № 309 «О целях»",
            "Указом Президента Российской Федерации №309 от 07.05.2024 г. «О целях»",
            "Указ Президента РФ «О национальных целях» от 07.05.2024 г. № 309",
        ] {
            assert_eq!(
                shown(text),
                ["Указ Президента РФ от 07.05.2024 № 309"],
                "{text}"
            );
        }
        for text in [
            "Федерального закона от 29 декабря 2012 года № 273-ФЗ «Об образовании»",
            "ФЗ-273 от 29 декабря 2012 года",
            "Ф3-273 от 29.12.2012",
        ] {
            assert_eq!(
                shown(text),
                ["Федеральный закон от 29.12.2012 № 273-ФЗ"],
                "{text}"
            );
        }
    }

    #[test]
    fn each_named_project_counts() {
        assert_eq!(
            shown("региональных проектов «Педагоги», «Школа» и «Семья» в округе"),
            [
                "региональный проект «Педагоги»",
                "региональный проект «Школа»",
                "региональный проект «Семья»"
            ]
        );
        assert_eq!(
            shown("областного проекта «Школа» и районного проекта «Семья»"),
            ["областной проект «Школа»", "районный проект «Семья»"]
        );
        assert_eq!(
            shown("по направлениям нацпроекта «Школа»"),
            ["национальный проект «Школа»"]
        );
        assert_eq!(
            shown("провести конкурс детских проектов «Моя профессия»"),
            [""; 0]
        );
    }

    #[test]
    fn programmes_come_in_the_nominative_and_plain_words_do_not_count() {
        assert_eq!(
            shown("по реализации муниципальной программы развития образования Луговского округа"),
            ["муниципальная программа развития образования Луговского округа"]
        );
        assert_eq!(
            shown("разработать программу и план, открыть школу № 8"),
            [""; 0]
        );
    }
}
