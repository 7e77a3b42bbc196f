//! Programmes, concepts, strategies, standards and plans by their names.

use std::ops::Range;

use svod_model::{Reference, ReferenceKind};

use super::closing;
use crate::Found;
use crate::pattern::{Pattern, Text};
use crate::verbs::is_infinitive;
use crate::words::{collapse, fold};

static DOCUMENT: Pattern = Pattern::new(r"(?P<whole>(?:(?P<adj>[Гг]осударственн|[Мм]униципальн|[Рр]егиональн|[Пп]римерн|[Рр]абоч|[Фф]едеральн|[Рр]айонн|[Оо]кружн|[Оо]бластн|[Нн]ациональн|[Мм]ежведомственн|[Вв]едомственн|[Дд]олгосрочн|[Аа]дресн|[Рр]еспубликанск|[Гг]ородск|[Кк]раев)(?P<aend>ой|ая|ую|ого|ый|ому|ей|его|ий|яя)\s+(?:(?P<second>рабоч|образовательн|адаптированн|основн|целев)(?:ей|ая|ую|ой)\s+)?)?(?P<noun>[Пп]рограмм|[Кк]онцепци|[Сс]тратеги|[Сс]тандарт)(?P<nend>[а-яё]{0,3})\s+(?P<tail>[А-Яа-яЁё][^,;.:()«»]{2,140}|«))").exact().needing(&["рограмм", "онцепци", "тратеги", "тандарт"]);
/// Where a document is in force, as its name goes on: «Стратегия развития воспитания в Российской Федерации».
static TERRITORY: Pattern = Pattern::new(
    r"^во?\s+(?:интересах\s+детей|(?:единой\s+)?системе\s+(?:[а-яё-]+\s+)?образования|российской\s+федерации|рф|россии|республике\s+[а-яё-]+(?:\s+\([а-яё]+\))?|[а-яё-]+(?:ской|цкой|ском|цком)\s+(?:муниципальном\s+|городском\s+|автономном\s+)?(?:области|крае|районе|округе|улусе|республике))(?:[^а-яё]|$)",
);
/// The years a document is for, as the end of its name: «на 2011–2020 годы», «на период до 2025 года».
static YEARS: Pattern = Pattern::new(
    r"^\s+(?P<whole>на\s+(?:плановый\s+)?период\s+(?:до\s+)?\d{4}(?:\s*[–—-]\s*\d{4})?\s*(?:годов|годы|года|гг?\.?)|на\s+\d{4}\s*[–—-]\s*\d{4}\s*(?:годы|гг?\.?)(?:\s+и\s+(?:на\s+)?(?:плановый\s+)?период(?:\s+до)?\s+\d{4}(?:\s*[–—-]\s*\d{4})?\s*(?:годов|года|гг?\.?))?|на\s+\d{4}\s*[/–—-]\s*\d{2,4}\s*уч(?:ебный|\.)\s*г(?:од|\.))",
);
/// The year by which it is to be carried out. Behind a name in quotation marks it is the task's.
static AIM: Pattern = Pattern::new(r"^\s+(?P<whole>до\s+\d{4}\s+года)");
static YEAR: Pattern = Pattern::new(r"^\s+(?P<whole>на\s+\d{4}\s*год)(?:[^а-яё]|$)");
/// «Плана мероприятий по профилактике травли (буллинга)»: a plan is named by a capital letter within a sentence.
static PLAN: Pattern = Pattern::new(
    r"[а-яё»),:]\s+(?P<whole>(?:(?P<adj>[Кк]омплексн|[Мм]ежведомственн|[Мм]униципальн|[Рр]егиональн|[Ее]дин|[Сс]етев)(?:ый|ого|ому|ым|ом)\s+)?(?P<noun>[Пп]лан)(?:а|у|ом|е)?\s+(?P<tail>(?:основных\s+)?(?:мероприятий|действий|мер)\s+(?:\([^()]{3,40}\)\s+)?(?:по|реализации)\s+[^;.:()«»,]{3,200}(?:\([^()]{3,40}\))?))",
)
.exact()
.needing(&["лан"]);

/// Every named programme, concept, strategy and standard of a text. No name goes on into what is `taken`.
pub(super) fn find(text: &str, taken: &[Range<usize>]) -> Vec<Found<Reference>> {
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
        } else if let Some(closed) = quoted_end(text, end) {
            // «государственной программы Российской Федерации «Доступная среда»»
            let more = end..closed;
            if !taken.iter().any(|other| crate::mask::overlap(other, &more)) {
                end = closed;
            }
        }
        let named_end = end;
        let noun = fold(part("noun"));
        // A strategy is for longer than a school year: that is of the plan to carry it out.
        let years = years_end(text, end, named).filter(|years| {
            let said = text.get(end..*years).unwrap_or_default();
            noun == "программ" || noun == "стандарт" || !said.contains("уч")
        });
        if let Some(years) = years {
            end = years;
        }
        from = end;
        // «по краевой программе купить автобусы»: which one is not said.
        let told = !CUSTOMARY.contains(&fold(part("adj")).as_str())
            || years.is_some()
            || text
                .get(start..named_end)
                .is_some_and(|name| name.ends_with('»'));
        let official = !part("adj").is_empty() && told
            || part("noun").starts_with(char::is_uppercase)
            || named;
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
        let tail = with_years(text.get(head..end).unwrap_or_default());
        // «в муниципальной программе на 2025–2027 годы»: which one is not said.
        if text
            .get(head..named_end)
            .is_none_or(|tail| tail.trim().is_empty())
        {
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

/// Adjectives that alone make no programme a certain one.
const CUSTOMARY: &[&str] = &[
    "ведомственн",
    "межведомственн",
    "долгосрочн",
    "адресн",
    "республиканск",
    "городск",
    "краев",
];

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
    let mut within = 0;
    for (n, word) in name.split_inclusive(' ').enumerate() {
        if n > 1
            && word.starts_with('в')
            && let Some(place) = name.get(at..).and_then(territory)
        {
            within = at + place;
        }
        // «рабочая программа по истории»: its subject is part of the name.
        let subject = word.trim() == "по" && previous.to_lowercase().starts_with("программ");
        let stops =
            STOP.contains(&word.trim().to_lowercase().as_str()) || is_infinitive(word.trim());
        // «развития физической культуры и спорта в Российской Федерации»
        let goes_on = word.trim() == "и" && name.get(at + word.len()..).is_some_and(ends_a_name);
        if n > 1 && !subject && at >= within && stops && !goes_on {
            return Some(name.get(..at)?.trim_end().len());
        }
        previous = word;
        at += word.len();
    }
    None
}

/// Whether a territory or years stand behind the first few words, which then are of one name with them.
fn ends_a_name(text: &str) -> bool {
    const FEW: usize = 3;
    let gaps = text.match_indices(' ').take(FEW);
    gaps.into_iter().any(|(gap, _)| {
        let rest = text.get(gap..).unwrap_or_default();
        territory(rest.trim_start()).is_some() || years_end(text, gap, false).is_some()
    })
}

/// How far the name of a territory goes that a text begins with.
fn territory(text: &str) -> Option<usize> {
    let text = Text::new(text);
    let found = TERRITORY.captures_all(&text).into_iter().next()?;
    Some(found.get(0)?.as_str().trim_end().len())
}

/// The end of a name in quotation marks that stands right behind the words of a document's name.
fn quoted_end(text: &str, at: usize) -> Option<usize> {
    const OF: &[&str] = &[
        "федерации",
        "рф",
        "россии",
        "области",
        "края",
        "республики",
        "района",
        "округа",
        "города",
        "улуса",
        "предмета",
        "курса",
        "дисциплины",
    ];
    let before = text.get(..at)?;
    let rest = text.get(at..)?;
    let mut words = before.split_whitespace().rev().map(fold);
    let word = words.next()?;
    let open = rest.len() - rest.trim_start().len();
    let quoted = rest.get(open..)?.starts_with('«')
        // «Республики Бурятия»
        && (OF.contains(&word.as_str()) || words.next().is_some_and(|word| OF.contains(&word.as_str())));
    quoted.then(|| closing(text, at + open))?
}

/// The end of the years a document is for, which stand right behind its name.
fn years_end(text: &str, at: usize, named: bool) -> Option<usize> {
    let rest = text.get(at..)?;
    let patterns: &[&Pattern] = if named || rest.starts_with('»') || text.get(..at)?.ends_with('»')
    {
        &[&YEARS]
    } else {
        &[&YEARS, &AIM]
    };
    let near = rest
        .get(..rest.floor_char_boundary(YEARS_WITHIN))
        .map(Text::new)?;
    patterns.iter().find_map(|pattern| {
        let found = pattern.captures_all(&near).into_iter().next()?;
        Some(at + found.name("whole")?.end())
    })
}

/// No words of years are longer, in bytes.
const YEARS_WITHIN: usize = 160;

/// «2013-2015», «2013 — 2015»
static DASHED: Pattern =
    Pattern::new(r"(?:^|[^0-9])(?P<from>\d{4})\s*[–—-]\s*(?P<to>\d{4})(?:[^0-9]|$)");

/// A name with its years as they are printed well: «2013-2015 гг.» as «2013–2015 годы».
fn with_years(name: &str) -> String {
    let mut name = collapse(name);
    while let Some(dash) = DASHED.captures_iter(&name).iter().find_map(|found| {
        let dash = found.name("from")?.end()..found.name("to")?.start();
        (name.get(dash.clone()) != Some("–")).then_some(dash)
    }) {
        name.replace_range(dash, "–");
    }
    match name.strip_suffix("гг.") {
        Some(years) => format!("{} годы", years.trim_end()),
        None => name,
    }
}

/// Every plan a text names. One that is yet to be drawn up is no ground to stand on.
pub(super) fn plans(text: &str) -> Vec<Found<Reference>> {
    let mut out = Vec::new();
    for found in PLAN.captures_iter(text) {
        let (Some(whole), Some(noun), Some(tail)) =
            (found.name("whole"), found.name("noun"), found.name("tail"))
        else {
            continue;
        };
        let adjective = found.name("adj").map_or("", |adj| adj.as_str());
        let capital_letter =
            whole.as_str().starts_with(char::is_uppercase) || noun.as_str().starts_with('П');
        let before = text.get(..whole.start()).unwrap_or_default();
        let made = before.split_whitespace().next_back().is_some_and(|word| {
            let word = fold(word);
            MAKING.iter().any(|start| word.starts_with(start))
        });
        // The noun is no stop: the name is told from «мероприятий» on.
        let end = document_end(tail.as_str()).map_or(tail.end(), |place| tail.start() + place);
        let end = [&YEARS, &YEAR]
            .into_iter()
            .find_map(|years| {
                let near = Text::new(
                    text.get(end..text.ceil_char_boundary(text.len().min(end + YEARS_WITHIN)))?,
                );
                let found = years.captures_all(&near).into_iter().next()?;
                Some(end + found.name("whole")?.end())
            })
            .unwrap_or(end);
        // «по реализации в Луговской области в 2021–2025 годах Стратегии …»: the name goes on.
        let mut behind = text.get(end..).unwrap_or_default().split_whitespace();
        let cut = behind.next() == Some("в")
            && behind
                .next()
                .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        if !capital_letter || made || cut {
            continue;
        }
        let range = whole.start()..end;
        let name = with_years(text.get(tail.start()..end).unwrap_or_default());
        let kind = match adjective {
            "" => "План".to_owned(),
            stem => format!("{}ый план", capital(&fold(stem))),
        };
        out.push(Found {
            value: Reference {
                phrase: text.get(range.clone()).unwrap_or_default().to_owned(),
                kind: ReferenceKind::Document,
                canonical: format!("{kind} {name}"),
                ..Reference::default()
            },
            range,
        });
    }
    out
}

/// What is done to a plan that is not there yet.
const MAKING: &[&str] = &[
    "разработ",
    "разрабат",
    "состав",
    "утверд",
    "утвержд",
    "подготов",
    "приня",
    "согласова",
    "представ",
    "издать",
    "сформир",
];

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}
