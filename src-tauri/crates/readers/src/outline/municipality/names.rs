//! Names of municipalities as they are written, each put into the nominative.

use svod_language::pattern::{Caught, Pattern};
use svod_language::towns::nominatives;
use svod_language::words::fold;

pub(super) static DISTRICT: Pattern = Pattern::new(r"(?P<name>[А-ЯЁ][а-яё]+?(?:-[А-ЯЁа-яё]+?)*)(?P<ending>кого|ком|кому|ким|кий|кой|кое|ого|ом|ому|ым|ый|ой|ое)\s+(?P<kind>муниципальн\w+ район\w*|муниципальн\w+ округ\w*|муниципальн\w+ образовани\w+|городск\w+ округ\w*|городск\w+ поселени\w+|сельск\w+ поселени\w+|район\w*|р-н\w*|округ\w*|улус\w*|кожуун\w*|аймак\w*|МР|МО|ГО)(?P<tail>\s\(район\w*\))?").exact();
/// Kind first: «муниципального района «Озёрский»», «муниципального округа Озёрский», «городского округа –
/// город Озёрск».
pub(super) static KIND_FIRST: Pattern = Pattern::new(r"(?P<kind>МР|МО|ГО|м\.\s?р\.|м\.\s?о\.|г\.\s?о\.|муниципальн\w+ (?:район|округ|образовани)\w*|городск\w+ (?:округ|поселени)\w*)(?:\s+«(?P<quoted>[^»]{3,60})»|(?: [–—-])?[ \u{a0}]?(?P<town>[Гг]ород[а-я]*[ \u{a0}]|г\.[ \u{a0}]?|гор\.[ \u{a0}]?|[Рр]абоч\w+ пос[её]л\w+ |р\.\s?п\.[ \u{a0}]?|[Пп]ос[её]л\w+ |имени )?(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:[ \u{a0}][А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)?))").exact().at_words();
/// «педагогов города Озёрска»: whose town it is, and what is of it.
pub(super) static TOWN: Pattern = Pattern::new(r"(?:города(?:-[а-яё]+)?[ \u{a0}]|г\.[ \u{a0}]?|гор\.[ \u{a0}]?)(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:[ \u{a0}][А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)?)").exact().at_words().needing(&["города", "г.", "гор."]);
/// A closed town is a municipality of its own: «ЗАТО г. Снежный».
pub(super) static CLOSED: Pattern =
    Pattern::new(r"(?:ЗАТО|закрыт\w+ административно-территориальн\w+ образовани\w+)\s+(?:[–—-]\s)?(?P<town>г\.\s?|город\s|города\s)?(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*)").exact().needing(&["ЗАТО", "закрыт"]);
/// Names whose ending is stressed, by the end of the stem: «Слободской», «Донской».
const STRESSED: &[&str] = &["лободс", "Донс", "Тверс", "Заводс"];
/// Kinds that begin a sentence and name nothing: «Городского округа школы».
const KINDS: &[&str] = &["Городс", "Городск", "Муниципальн", "Сельс", "Сельск"];
/// What stands behind a region's adjective or begins a region's name.
const REGIONS: &[&str] = &[
    "област",
    "обл",
    "края",
    "край",
    "крае",
    "республик",
    "автономн",
    "федерац",
];

/// How official a name of one municipality is: of several the greatest is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Settlement,
    Short,
    Full,
}

/// A name as it was said.
pub(super) struct Name {
    /// What its forms have in common.
    pub(super) key: String,
    /// In the nominative.
    pub(super) full: String,
    pub(super) rank: Rank,
}

/// «Луговского муниципального района».
pub(super) fn district(found: &Caught, said: &[&str], source: &str) -> Option<Name> {
    let stem = part(found, "name");
    if KINDS.contains(&stem) || !ends_word(found, source) {
        return None;
    }
    let kind = kind(part(found, "kind"));
    let ending = part(found, "ending");
    let neuter = kind.ends_with("ние");
    let stressed = STRESSED.iter().any(|end| stem.ends_with(end)) || said.contains(&stem);
    let adjective = match ending.strip_prefix('к') {
        Some(_) if neuter => "кое",
        None if neuter => "ое",
        Some(_) if stressed => "кой",
        Some(_) => "кий",
        None if ending == "ой" => "ой",
        None => "ый",
    };
    let tail = if part(found, "tail").is_empty() {
        ""
    } else {
        " (район)"
    };
    let root = if ending.starts_with('к') { "к" } else { "" };
    Some(Name {
        key: fold(&format!("{stem}{root}")),
        full: format!("{stem}{adjective} {kind}{tail}"),
        rank: rank(&kind),
    })
}

/// The word before a town, of which the town is said: «педагогов» of «педагогов города Озёрска».
pub(super) fn owner<'t>(found: &Caught, source: &'t str) -> Option<&'t str> {
    let start = found.get(0).map_or(0, |all| all.start());
    let before = source.get(..start)?.strip_suffix([' ', '\u{a0}'])?;
    let before = before.strip_suffix('»').unwrap_or(before);
    let inside = |c: char| matches!(c, 'а'..='я' | 'ё' | '-');
    let word = before.rsplit(|c| !inside(c)).next()?;
    (!word.is_empty()).then_some(word)
}

/// «Луговского муниципального района «Школа и время»»: what stands behind is the theme of the event.
pub(super) fn is_named_before(found: &Caught, source: &str) -> bool {
    let start = found.get(0).map_or(0, |all| all.start());
    let before = source.get(..start).unwrap_or_default().trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    word.starts_with(char::is_uppercase)
        && ["ого", "ому", "ом", "ым", "ый", "ий", "ой"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// A name behind its kind, in quotation marks or bare.
pub(super) fn kind_first(found: &Caught, source: &str) -> Option<Name> {
    match found.name("quoted") {
        Some(name) => quoted(found, name.as_str()),
        None => behind(found, source),
    }
}

/// «муниципальное образование «город Озёрск»», «МР «Озёрский»».
fn quoted(found: &Caught, name: &str) -> Option<Name> {
    const SAYS_ITS_KIND: &[&str] = &[
        "район",
        "округ",
        "улус",
        "кожуун",
        "аймак",
        "город ",
        "поселен",
    ];
    const SMALL: &[&str] = &[
        "город",
        "район",
        "(район)",
        "округ",
        "улус",
        "кожуун",
        "аймак",
        "городской",
        "муниципальный",
        "поселение",
        "городское",
        "имени",
        "посёлок",
        "поселок",
        "рабочий",
    ];
    let is_own = |word: &str| {
        word.starts_with(char::is_uppercase) || SMALL.contains(&word.to_lowercase().as_str())
    };
    // «… муниципального района «Образование и время»» is a theme.
    if !name.split_whitespace().all(is_own) {
        return None;
    }
    let kind = kind(part(found, "kind"));
    let lower = name.to_lowercase();
    // «МО «Озёрский район»» is that district; «МР «Озёрский»» needs its kind.
    let full = if let Some(town) = lower.strip_prefix("город ") {
        let own = name.get(name.len() - town.len()..).unwrap_or(name);
        format!("город {own}")
    } else if SAYS_ITS_KIND.iter().any(|kind| lower.contains(kind)) {
        name.to_owned()
    } else {
        format!("{kind} «{name}»")
    };
    Some(Name {
        key: key(&lower),
        full,
        rank: Rank::Full,
    })
}

/// «муниципального округа Озёрский», «городского округа город Озёрск».
fn behind(found: &Caught, source: &str) -> Option<Name> {
    let name = bare(found, source)?;
    let oblique = part(found, "kind");
    let kind = kind(oblique);
    let town = part(found, "town").to_lowercase();
    let is_town = town.starts_with("гор") || town.starts_with("г.");
    let adjective = ["ий", "ый", "ой", "ое"]
        .iter()
        .any(|end| name.ends_with(end));
    // After a short kind and after «муниципального образования» anything may stand: a person, a school.
    if town.is_empty() && !adjective && !oblique.starts_with("городск") && kind != "городской округ"
    {
        return None;
    }
    let name = match town.trim() {
        "" => name.to_owned(),
        // «городского округа города Озёрска» is declined through and through.
        "города" => nominatives(name).swap_remove(0),
        _ => name.to_owned(),
    };
    let full = match (is_town, kind.as_str()) {
        (true, "муниципальное образование" | "МО") => {
            format!("город {name}")
        }
        (true, _) => format!("{kind} город {name}"),
        (false, _) if town.is_empty() => format!("{kind} {name}"),
        (false, _) if town == "имени " => format!("{kind} имени {name}"),
        (false, _) if town.starts_with('р') => format!("{kind} рабочий посёлок {name}"),
        (false, _) => format!("{kind} посёлок {name}"),
    };
    Some(Name {
        key: key(&name.to_lowercase()),
        full,
        rank: rank(&kind),
    })
}

pub(super) fn town(name: &str) -> Name {
    Name {
        key: fold(name),
        full: format!("город {name}"),
        rank: Rank::Short,
    }
}

/// The reading of a form that the text says elsewhere, else the likeliest.
pub(super) fn chosen(form: &str, said: &[String]) -> String {
    let mut readings = nominatives(form);
    let at = readings.iter().position(|name| said.contains(name));
    readings.swap_remove(at.unwrap_or(0))
}

/// A bare name behind its kind, without a region behind it; none when it is a region or a person.
pub(super) fn bare<'t>(found: &Caught<'_, 't>, source: &str) -> Option<&'t str> {
    let name = found.name("name")?;
    let behind = source.get(name.end()..).unwrap_or_default();
    let is_region = |text: &str| {
        let word = text.split_whitespace().next().unwrap_or_default();
        let word = word.to_lowercase();
        REGIONS.iter().any(|region| word.starts_with(region))
    };
    let words = name.as_str();
    let (first, second) = match words.split_once([' ', '\u{a0}']) {
        Some((first, second)) => (first, Some(second)),
        None => (words, None),
    };
    let after_first = source.get(name.start() + first.len()..).unwrap_or_default();
    let adjective = [
        "ий", "ый", "ой", "ого", "его", "ая", "ое", "ие", "ые", "ых", "их",
    ]
    .iter()
    .any(|end| first.ends_with(end));
    let alone = second.is_none_or(|second| {
        !adjective || is_region(behind) || is_region(second) || second.starts_with("Росси")
    });
    let name = if alone { first } else { words };
    let rest = if alone { after_first } else { behind };
    // «главы города Лесной И.А.»: a surname.
    let mut letters = rest.trim_start().chars();
    let initials = letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
    let refused = is_region(name)
        || name.starts_with("Росси")
        || initials
        || is_region(rest) && (name.ends_with("ой") || name.ends_with("го"));
    (!refused).then_some(name)
}

/// The key of a name that stands in the nominative: «озёрский» and «город озёрск» as «озёрск».
fn key(lower: &str) -> String {
    let first = lower.strip_prefix("город ").unwrap_or(lower);
    let word = first.split_whitespace().next().unwrap_or(first);
    let stem = ["ий", "ый", "ой", "ое"]
        .iter()
        .find_map(|end| word.strip_suffix(end));
    match stem {
        Some(stem) if first == word || first.contains("район") || first.contains("округ") => {
            fold(stem)
        }
        _ => fold(first),
    }
}

/// The pattern ends a short kind inside a word: «Озёрского ГОСТа».
fn ends_word(found: &Caught, source: &str) -> bool {
    let end = found.get(0).map_or(0, |all| all.end());
    let next = source.get(end..).unwrap_or_default().chars().next();
    !next.is_some_and(char::is_alphabetic)
}

fn rank(kind: &str) -> Rank {
    match kind {
        kind if kind.contains("поселени") => Rank::Settlement,
        "МО" | "муниципальное образование" => Rank::Short,
        _ => Rank::Full,
    }
}

fn kind(oblique: &str) -> String {
    let short: String = oblique.chars().filter(|c| !c.is_whitespace()).collect();
    match short.as_str() {
        "МР" | "м.р." => return "муниципальный район".to_owned(),
        "ГО" | "г.о." => return "городской округ".to_owned(),
        "м.о." => return "муниципальный округ".to_owned(),
        // An okrug or a formation: only who wrote it knows.
        "МО" => return short,
        _ => {}
    }
    let neuter = oblique.contains("поселени") || oblique.contains("образовани");
    let nominative = |word: &str| match word {
        word if word.starts_with("муниципальн") && neuter => "муниципальное".to_owned(),
        word if word.starts_with("муниципальн") => "муниципальный".to_owned(),
        word if word.starts_with("городск") && neuter => "городское".to_owned(),
        word if word.starts_with("городск") => "городской".to_owned(),
        word if word.starts_with("сельск") => "сельское".to_owned(),
        word if word.starts_with("р-н") => "район".to_owned(),
        word if word.starts_with("поселени") => "поселение".to_owned(),
        word if word.starts_with("образовани") => "образование".to_owned(),
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

pub(super) fn part<'t>(found: &Caught<'_, 't>, name: &str) -> &'t str {
    found.name(name).map_or("", |part| part.as_str())
}

pub(super) fn whole<'t>(found: &Caught<'_, 't>) -> &'t str {
    found.get(0).map_or("", |all| all.as_str())
}
