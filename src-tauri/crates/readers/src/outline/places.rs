//! Municipality, region and event, put into the nominative.

use std::collections::BTreeMap;

use svod_language::pattern::Pattern;

static MUNICIPALITY: Pattern = Pattern::new(r"(?P<name>[А-ЯЁ][а-яё]+?(?:-[А-ЯЁа-яё]+?)*)(?P<ending>кого|ком|кому|ким|кий|кой|ого|ом|ому|ым|ый|ой)\s+(?P<kind>муниципальн\w+ район\w*|муниципальн\w+ округ\w*|городск\w+ округ\w*|район\w*|округ\w*|улус\w*|кожуун\w*|аймак\w*)(?P<tail>\s\(район\w*\))?").exact();
static NAMED: Pattern = Pattern::new(r"(?:МР|МО|ГО|муниципальн\w+ образовани\w+|муниципальн\w+ район\w*|городск\w+ округ\w*)\s+«(?P<name>[^»]{3,60})»").exact();
/// A closed town is a municipality of its own: «ЗАТО г. Снежный».
static CLOSED: Pattern =
    Pattern::new(r"ЗАТО\s+(?:г\.\s?|город\s)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*").exact();
static REGION: Pattern = Pattern::new(r"(?P<adj>[А-ЯЁ][а-яё]+?(?:-[А-ЯЁ][а-яё]+?)*)(?:ой|ая|ую)\s+област\w*|(?P<kadj>[А-ЯЁ][а-яё]+?)(?P<kend>кого|ком|кому|кий|ого|ом|ому|ый)\s+кра(?:ем|[яюей])(?:[^а-яё]|$)|Республик\w\s(?P<rep>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:\s\([А-ЯЁ][а-яё]+\))?)").exact();

/// Names whose ending is stressed, by the end of the stem: «Слободской», «Донской».
const STRESSED: &[&str] = &["лободс", "Донс", "Тверс", "Заводс"];

/// The municipality the text speaks of most; its fullest name when several are used.
pub(super) fn municipality(title: &str, text: &str) -> Option<String> {
    let pattern = &MUNICIPALITY;
    let mut counts: BTreeMap<String, (u32, BTreeMap<String, u32>)> = BTreeMap::new();
    // «Луговской район» says its nominative; «Луговского района» may be of either.
    let said: Vec<String> = [title, text]
        .into_iter()
        .flat_map(|source| pattern.captures_iter(source))
        .filter(|found| {
            found
                .name("ending")
                .is_some_and(|end| end.as_str() == "кой")
        })
        .filter_map(|found| found.name("name").map(|name| name.as_str().to_owned()))
        .collect();
    for (weight, source) in [(5, title), (1, text)] {
        for found in pattern.captures_iter(source) {
            let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
            let stressed = STRESSED.iter().any(|stem| part("name").ends_with(stem))
                || said.iter().any(|name| name == part("name"));
            let adjective = if part("ending").starts_with('к') && stressed {
                "кой"
            } else if part("ending").starts_with('к') {
                "кий"
            } else if part("ending") == "ой" {
                "ой"
            } else {
                "ый"
            };
            let stem = part("name").to_owned();
            // «Городского округа» at the beginning of a sentence names none.
            if ["Городс", "Городск", "Муниципальн"].contains(&stem.as_str())
            {
                continue;
            }
            let tail = if part("tail").is_empty() {
                ""
            } else {
                " (район)"
            };
            let full = format!("{stem}{adjective} {}{tail}", kind(part("kind")));
            let entry = counts.entry(stem).or_default();
            entry.0 += weight;
            *entry.1.entry(full).or_default() += 1;
        }
    }
    let best = counts.into_iter().max_by_key(|(_, (count, _))| *count);
    if let Some((_, (_, forms))) = best {
        // The official form is the longest; «район» alone is how one speaks of it.
        return forms
            .into_iter()
            .max_by_key(|(name, count)| (name.chars().count(), *count))
            .map(|(name, _)| name);
    }
    if let Some(closed) = CLOSED.find(title).or_else(|| CLOSED.find(text)) {
        return Some(closed.as_str().to_owned());
    }
    let named = NAMED
        .captures(&format!("{title} {text}"))?
        .name("name")?
        .as_str()
        .to_owned();
    Some(named)
}

fn kind(oblique: &str) -> String {
    let nominative = |word: &str| match word {
        word if word.starts_with("муниципальн") => "муниципальный".to_owned(),
        word if word.starts_with("городск") => "городской".to_owned(),
        word => {
            let noun = ["район", "округ", "улус", "кожуун", "аймак"]
                .into_iter()
                .find(|noun| word.starts_with(noun));
            noun.unwrap_or(word).to_owned()
        }
    };
    oblique
        .split_whitespace()
        .map(nominative)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The region the text names most often.
pub(super) fn region(title: &str, text: &str) -> Option<String> {
    let pattern = &REGION;
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (weight, source) in [(3, title), (1, text)] {
        for found in pattern.captures_iter(source) {
            let part = |name: &str| found.name(name).map(|part| part.as_str());
            let name = if let Some(adjective) = part("adj") {
                format!("{adjective}ая область")
            } else if let Some(adjective) = part("kadj") {
                let ending = if part("kend").is_some_and(|e| e.starts_with('к')) {
                    "кий"
                } else {
                    "ый"
                };
                format!("{adjective}{ending} край")
            } else {
                format!("Республика {}", part("rep").unwrap_or_default())
            };
            *counts.entry(name).or_default() += weight;
        }
    }
    // Of equals the first in the alphabet, so that the answer never depends on chance.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map(|(name, _)| name)
}

/// Nouns an event's name turns on: genitive, nominative, gender of the adjectives before it.
const EVENTS: &[(&str, &str, char)] = &[
    ("форума", "форум", 'm'),
    ("конференции", "конференция", 'f'),
    ("совещания", "совещание", 'n'),
    ("съезда", "съезд", 'm'),
    ("слета", "слёт", 'm'),
    ("слёта", "слёт", 'm'),
    ("коллегии", "коллегия", 'f'),
    ("заседания", "заседание", 'n'),
    ("собрания", "собрание", 'n'),
    ("семинара", "семинар", 'm'),
    ("фестиваля", "фестиваль", 'm'),
    ("чтений", "чтения", 'p'),
    ("слушаний", "слушания", 'p'),
    ("сессии", "сессия", 'f'),
    ("педсовета", "педсовет", 'm'),
    ("стола", "стол", 'm'),
    ("марафона", "марафон", 'm'),
    ("ассамблеи", "ассамблея", 'f'),
    ("форсайта", "форсайт", 'm'),
];

/// «муниципального образовательного форума …» → «муниципальный образовательный форум …».
pub(super) fn event(genitive: &str) -> Option<String> {
    let words: Vec<&str> = genitive.split_whitespace().collect();
    let fold = |word: &str| word.to_lowercase();
    let (at, noun) = words.iter().enumerate().find_map(|(n, word)| {
        EVENTS
            .iter()
            .find(|(genitive, _, _)| fold(word) == *genitive)
            .map(|noun| (n, noun))
    })?;
    let mut out: Vec<String> = Vec::new();
    for word in &words[..at] {
        out.push(adjective(word, noun.2));
    }
    out.push(noun.1.to_owned());
    out.extend(words[at + 1..].iter().map(|word| (*word).to_owned()));
    Some(out.join(" "))
}

fn adjective(word: &str, gender: char) -> String {
    let endings: &[(&str, &str, &str, &str)] = &[
        // genitive, masculine, feminine, neuter
        ("ского", "ский", "ская", "ское"),
        ("цкого", "цкий", "цкая", "цкое"),
        ("кого", "кий", "кая", "кое"),
        ("его", "ий", "яя", "ее"),
        ("ого", "ый", "ая", "ое"),
        ("ской", "ский", "ская", "ское"),
        ("цкой", "цкий", "цкая", "цкое"),
        ("ей", "ий", "яя", "ее"),
        ("ой", "ый", "ая", "ое"),
        ("ских", "ские", "ские", "ские"),
        ("ых", "ые", "ые", "ые"),
    ];
    for (genitive, masculine, feminine, neuter) in endings {
        if let Some(stem) = word.strip_suffix(genitive) {
            let ending = match gender {
                'm' => masculine,
                'f' => feminine,
                'n' => neuter,
                _ => return word.to_owned(),
            };
            return format!("{stem}{ending}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_the_nominative() {
        let text = "педагоги Луговского муниципального района Приозёрной области";
        assert_eq!(
            municipality("", text).unwrap(),
            "Луговский муниципальный район"
        );
        assert_eq!(region("", text).unwrap(), "Приозёрная область");
        assert_eq!(municipality("", "Верхнего улуса"), None);
        assert_eq!(
            event("августовской конференции работников").unwrap(),
            "августовская конференция работников"
        );
        let stressed = |text| municipality("", text).unwrap();
        assert_eq!(
            stressed("в Полевско-Слободском районе"),
            "Полевско-Слободской район"
        );
        assert_eq!(
            stressed("Луговской район: школы Луговского района"),
            "Луговской район"
        );
        assert_eq!(municipality("", "Городского округа школы"), None);
        assert_eq!(event("районного совещания").unwrap(), "районное совещание");
    }
}
