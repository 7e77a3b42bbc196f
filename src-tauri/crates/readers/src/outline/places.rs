//! Region and event, put into the nominative.

use std::collections::BTreeMap;

use svod_language::pattern::Pattern;

static REGION: Pattern = Pattern::new(r"(?P<adj>[А-ЯЁ][а-яё]+?(?:-[А-ЯЁ][а-яё]+?)*)(?:ой|ая|ую)\s+област\w*|(?P<kadj>[А-ЯЁ][а-яё]+?)(?P<kend>кого|ком|кому|кий|ого|ом|ому|ый)\s+кра(?:ем|[яюей])(?:[^а-яё]|$)|Республик\w\s(?P<rep>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:\s\([А-ЯЁ][а-яё]+\))?)").exact();

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
    ("совета", "совет", 'm'),
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
            // Of councils only that of teachers is an event; others are bodies.
            .filter(|(_, noun, _)| {
                let before = n.checked_sub(1).map(|before| fold(words[before]));
                *noun != "совет" || before.as_deref() == Some("педагогического")
            })
            .map(|noun| (n, noun))
    })?;
    let mut out: Vec<String> = Vec::new();
    // «плана по реализации решений | августовского педагогического совета»: what is not said of the event itself.
    let own = words[..at].iter().rev().take_while(|word| describes(word));
    let from = at - own.count();
    for word in &words[from..at] {
        out.push(adjective(word, noun.2));
    }
    out.push(noun.1.to_owned());
    out.extend(words[at + 1..].iter().map(|word| (*word).to_owned()));
    Some(out.join(" "))
}

/// An adjective, or the number of an event.
fn describes(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["ого", "его", "ой", "ей", "ых", "их"]
        .iter()
        .any(|ending| lower.ends_with(ending))
        || !word.chars().any(char::is_lowercase)
        || word.starts_with(|c: char| c.is_ascii_digit() || c == '«')
        || word.ends_with(['»', ','])
        || word == "и"
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
        // Of several things of any gender.
        ("ых", "ые", "ые", "ые"),
        ("их", "ие", "ие", "ие"),
    ];
    for (genitive, masculine, feminine, neuter) in endings {
        if let Some(stem) = word.strip_suffix(genitive) {
            let ending = match gender {
                'm' => masculine,
                'f' => feminine,
                'n' => neuter,
                _ if masculine == feminine => masculine,
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
        assert_eq!(region("", text).unwrap(), "Приозёрная область");
        assert_eq!(
            event("августовской конференции работников").unwrap(),
            "августовская конференция работников"
        );
        assert_eq!(event("районного совещания").unwrap(), "районное совещание");
        assert_eq!(
            event("муниципальных педагогических чтений").unwrap(),
            "муниципальные педагогические чтения"
        );
        assert_eq!(
            event("августовского педагогического совета округа").unwrap(),
            "августовский педагогический совет округа"
        );
        assert_eq!(event("районного Совета депутатов"), None);
    }
}
