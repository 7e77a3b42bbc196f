//! The municipality a document speaks for, put into the nominative: a district or an okrug, a town, a
//! closed town, a settlement.
//!
//! Documents name many places: neighbours, the town a forum was held in, addressees. What is said in
//! the title block weighs most; a town is believed only where a body, a system or people are said to
//! be *of* it, so «провести в г. Луговске» names none.

use std::collections::BTreeMap;

use svod_language::pattern::{Caught, Pattern};
use svod_language::towns::nominatives;
use svod_language::words::fold;

static DISTRICT: Pattern = Pattern::new(r"(?P<name>[А-ЯЁ][а-яё]+?(?:-[А-ЯЁа-яё]+?)*)(?P<ending>кого|ком|кому|ким|кий|кой|кое|ого|ом|ому|ым|ый|ой|ое)\s+(?P<kind>муниципальн\w+ район\w*|муниципальн\w+ округ\w*|муниципальн\w+ образовани\w+|городск\w+ округ\w*|городск\w+ поселени\w+|сельск\w+ поселени\w+|район\w*|р-н\w*|округ\w*|улус\w*|кожуун\w*|аймак\w*|МР|МО|ГО)(?P<tail>\s\(район\w*\))?").exact();
/// Kind first, the name in quotation marks: «муниципального района «Озёрский»».
static QUOTED: Pattern = Pattern::new(r"(?P<kind>МР|МО|ГО|муниципальн\w+ образовани\w+|муниципальн\w+ район\w*|муниципальн\w+ округ\w*|городск\w+ округ\w*|городск\w+ поселени\w+)\s+«(?P<name>[^»]{3,60})»").exact().at_words();
/// Kind first, the name bare: «муниципального округа Озёрский», «городского округа – город Озёрск».
static BEHIND: Pattern = Pattern::new(r"(?P<kind>МР|МО|ГО|м\.\s?р\.|м\.\s?о\.|г\.\s?о\.|муниципальн\w+ образовани\w+|муниципальн\w+ район\w*|муниципальн\w+ округ\w*|городск\w+ округ\w*|городск\w+ поселени\w+)(?: [–—-])?[ \u{a0}]?(?P<town>город[а-я]*[ \u{a0}]|г\.[ \u{a0}]?|гор\.[ \u{a0}]?|рабоч\w+ пос[её]л\w+ |р\.\s?п\.[ \u{a0}]?|пос[её]л\w+ )?(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:[ \u{a0}][А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)?)").exact().at_words();
/// «педагогов города Озёрска»: whose town it is, and what is of it.
static TOWN: Pattern = Pattern::new(r"(?P<of>[а-яё][а-яё-]*)»?[ \u{a0}](?:города(?:-[а-яё]+)?[ \u{a0}]|г\.[ \u{a0}]?|гор\.[ \u{a0}]?)(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?:[ \u{a0}][А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)?)").exact().needing(&["г"]);
/// A closed town is a municipality of its own: «ЗАТО г. Снежный».
static CLOSED: Pattern =
    Pattern::new(r"(?:ЗАТО|закрыт\w+ административно-территориальн\w+ образовани\w+)\s+(?:[–—-]\s)?(?P<town>г\.\s?|город\s|города\s)?(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*)").exact();
/// «городской августовской конференции»: an event of the town it is held in.
static OF_THE_TOWN: Pattern = Pattern::new(
    r"городск(?:ой|ого|их)\s+(?:[а-яё-]+\s+){0,3}(?:конференц|форум|совещани|педсовет|чтени|слёт|слет|марафон|собрани)",
)
.needing(&["городск"]);
/// A place line: «г. Озёрск».
static PLACE: Pattern = Pattern::new(r"^(?:г\.|[Гг]ород)\s?(?P<name>[А-ЯЁ].+)$").exact();

/// How much a name in the title block weighs: more than the few neighbours a text mentions.
const IN_TITLE: u32 = 5;
/// Names whose ending is stressed, by the end of the stem: «Слободской», «Донской».
const STRESSED: &[&str] = &["лободс", "Донс", "Тверс", "Заводс"];
/// Kinds that begin a sentence and name nothing: «Городского округа школы».
const KINDS: &[&str] = &["Городс", "Городск", "Муниципальн", "Сельс", "Сельск"];
/// What a body, a system or people that speak for a town are called.
const OF_A_TOWN: &[&str] = &[
    "администраци",
    "мэри",
    "глав",
    "дум",
    "собрани",
    "совет",
    "образовани",
    "культуры",
    "политики",
    "науки",
];
/// A town after these is where something is, or part of another name.
const NOT_OF_A_TOWN: &[&str] = &[
    "в",
    "во",
    "из",
    "на",
    "к",
    "ко",
    "от",
    "до",
    "под",
    "для",
    "около",
    "г",
    "год",
    "года",
    "и",
    "или",
    "район",
    "района",
    "районов",
    "районе",
    "это",
];
/// Towns that are regions: one of many partners unless a title names them.
const FEDERAL: &[&str] = &["Москва", "Санкт-Петербург", "Севастополь"];
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
enum Rank {
    Settlement,
    Short,
    Full,
}

/// A name as it was said.
struct Name {
    /// What its forms have in common.
    key: String,
    /// In the nominative.
    full: String,
    rank: Rank,
}

/// Names said, by their keys.
#[derive(Default)]
struct Names(BTreeMap<String, Counted>);

#[derive(Default)]
struct Counted {
    weight: u32,
    forms: BTreeMap<(Rank, String), u32>,
}

/// The municipality the text speaks of most; its fullest name when several are used. `head` is the
/// title block with the adopting body and the formula, `place` where the event was held.
pub(super) fn municipality(head: &str, text: &str, place: Option<&str>) -> Option<String> {
    let districts = districts(head, text);
    let towns = towns(head, text, place);
    let best = match (
        districts.best(),
        towns.best().filter(|town| towns.speaks(town.1)),
    ) {
        // Of equals the district: a town is also where its bodies sit.
        (Some(district), Some(town)) if town.1.weight > district.1.weight => {
            // «Озёрский городской округ» is how the town of Озёрск is called as a municipality.
            let okrug = districts.0.get(town.0).and_then(Counted::okrug);
            return okrug.or_else(|| town.1.fullest());
        }
        (Some(district), _) => district,
        (None, Some(town)) => town,
        (None, None) => return None,
    };
    best.1.fullest()
}

impl Names {
    fn add(&mut self, name: Name, weight: u32) {
        let counted = self.0.entry(name.key).or_default();
        counted.weight += weight;
        *counted.forms.entry((name.rank, name.full)).or_default() += 1;
    }

    /// Whether a town named outside the title block outweighs the others: a document that speaks to
    /// several towns speaks for none.
    fn speaks(&self, best: &Counted) -> bool {
        let others = self.0.values().map(|counted| counted.weight);
        let rivals = others.filter(|weight| weight * 2 > best.weight).count();
        best.weight > IN_TITLE || rivals < 2
    }

    fn best(&self) -> Option<(&String, &Counted)> {
        self.0.iter().max_by_key(|(_, counted)| counted.weight)
    }
}

impl Counted {
    /// The official form is the longest; «район» alone is how one speaks of it.
    fn fullest(&self) -> Option<String> {
        let order = |form: &(&(Rank, String), &u32)| (form.0.0, form.0.1.chars().count(), *form.1);
        let best = self.forms.iter().max_by_key(order);
        best.map(|((_, name), _)| name.clone())
    }

    fn okrug(&self) -> Option<String> {
        let mut names = self.forms.keys().map(|(_, name)| name);
        names.find(|name| name.contains("городской округ")).cloned()
    }
}

fn districts(head: &str, text: &str) -> Names {
    let mut names = Names::default();
    // «Луговской район» says its nominative; «Луговского района» may be of either.
    let said: Vec<String> = [head, text]
        .into_iter()
        .flat_map(|source| DISTRICT.captures_iter(source))
        .filter(|found| part(found, "ending") == "кой")
        .map(|found| part(&found, "name").to_owned())
        .collect();
    for (weight, source) in [(IN_TITLE, head), (1, text)] {
        for found in DISTRICT.captures_iter(source) {
            if let Some(name) = district(&found, &said, source)
                // A settlement keeps no schools: in a district's document it is one of its parts.
                && (name.rank != Rank::Settlement || weight == IN_TITLE)
            {
                names.add(name, weight);
            }
        }
    }
    for (weight, source) in [(IN_TITLE, head), (1, text)] {
        for found in QUOTED.captures_iter(source) {
            if let Some(name) = quoted(&found).filter(|_| !is_named_before(&found, source)) {
                names.add(name, weight);
            }
        }
        for found in BEHIND.captures_iter(source) {
            if let Some(name) = behind(&found, source).filter(|_| !is_named_before(&found, source))
                && (name.rank != Rank::Settlement || weight == IN_TITLE)
            {
                names.add(name, weight);
            }
        }
    }
    names
}

/// «Луговского муниципального района».
fn district(found: &Caught, said: &[String], source: &str) -> Option<Name> {
    let stem = part(found, "name");
    if KINDS.contains(&stem) || !ends_word(found, source) {
        return None;
    }
    let kind = kind(part(found, "kind"));
    let ending = part(found, "ending");
    let neuter = kind.ends_with("ние");
    let stressed =
        STRESSED.iter().any(|end| stem.ends_with(end)) || said.iter().any(|name| name == stem);
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

/// «Луговского муниципального района «Школа и время»»: what stands behind is the theme of the event.
fn is_named_before(found: &Caught, source: &str) -> bool {
    let start = found.get(0).map_or(0, |all| all.start());
    let before = source.get(..start).unwrap_or_default().trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    word.starts_with(char::is_uppercase)
        && ["ого", "ому", "ом", "ым", "ый", "ий", "ой"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// «муниципальное образование «город Озёрск»», «МР «Озёрский»».
fn quoted(found: &Caught) -> Option<Name> {
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
    if !part(found, "name").split_whitespace().all(is_own) {
        return None;
    }
    let name = part(found, "name");
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
    let town = part(found, "town");
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
        (false, _) if town.starts_with('р') => format!("{kind} рабочий посёлок {name}"),
        (false, _) => format!("{kind} посёлок {name}"),
    };
    Some(Name {
        key: key(&name.to_lowercase()),
        full,
        rank: rank(&kind),
    })
}

fn towns(head: &str, text: &str, place: Option<&str>) -> Names {
    let mut said: Vec<String> = Vec::new();
    let held = place.and_then(|place| PLACE.captures(place));
    let held = held.map(|found| part(&found, "name").to_owned());
    said.extend(held.clone());
    let mut names = Names::default();
    for (weight, source) in [(IN_TITLE, head), (1, text)] {
        for found in CLOSED.captures_iter(source) {
            let name = part(&found, "name");
            let town = part(&found, "town").trim_end();
            let full = match town {
                "" => format!("ЗАТО {}", chosen(name, &said)),
                "города" => format!("ЗАТО город {}", chosen(name, &said)),
                "город" => format!("ЗАТО город {name}"),
                // As printed: «ЗАТО г.Снежный».
                _ => whole(&found).to_owned(),
            };
            let full = Name {
                key: fold(&chosen(name, &said)),
                full,
                rank: Rank::Full,
            };
            names.add(full, weight);
        }
    }
    // A region's document speaks to many towns and for none.
    let of_a_region = head.contains("инистерств") || super::places::region(head, "").is_some();
    for (weight, source) in [(IN_TITLE, head), (1, text)] {
        for found in TOWN.captures_iter(source) {
            let of = part(&found, "of");
            let speaks = OF_A_TOWN.iter().any(|body| of.starts_with(body));
            let Some(name) = bare(&found, source) else {
                continue;
            };
            let name = chosen(name, &said);
            let in_title = weight == IN_TITLE;
            if NOT_OF_A_TOWN.contains(&of)
                || is_venue(&found, source)
                || !in_title && (!speaks || FEDERAL.contains(&name.as_str()))
            {
                continue;
            }
            if !in_title && of_a_region && !names.0.contains_key(&fold(&name)) {
                continue;
            }
            names.add(town(&name), weight);
        }
    }
    if let Some(held) = held
        && OF_THE_TOWN.is_match(head)
    {
        names.add(town(&held), IN_TITLE);
    }
    names
}

/// «на базе лицея города Луговска»: where it was.
fn is_venue(found: &Caught, source: &str) -> bool {
    let start = found.get(0).map_or(0, |all| all.start());
    let before = source.get(..start).unwrap_or_default();
    let clause = before.rsplit([',', '.', ';', '(', '\n']).next();
    clause.is_some_and(|clause| format!("{clause} ").contains("на базе "))
}

fn town(name: &str) -> Name {
    Name {
        key: fold(name),
        full: format!("город {name}"),
        rank: Rank::Short,
    }
}

/// The reading of a form that the text says elsewhere, else the likeliest.
fn chosen(form: &str, said: &[String]) -> String {
    let mut readings = nominatives(form);
    let at = readings.iter().position(|name| said.contains(name));
    readings.swap_remove(at.unwrap_or(0))
}

/// A bare name behind its kind, without a region behind it; none when it is a region or a person.
fn bare<'t>(found: &Caught<'_, 't>, source: &str) -> Option<&'t str> {
    let name = found.name("name")?;
    let behind = source.get(name.end()..).unwrap_or_default();
    let is_region = |text: &str| {
        let text = text.trim_start().to_lowercase();
        REGIONS.iter().any(|region| text.starts_with(region))
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

fn part<'t>(found: &Caught<'_, 't>, name: &str) -> &'t str {
    found.name(name).map_or("", |part| part.as_str())
}

fn whole<'t>(found: &Caught<'_, 't>) -> &'t str {
    found.get(0).map_or("", |all| all.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_title(head: &str) -> Option<String> {
        municipality(head, head, None)
    }

    fn in_text(text: &str) -> Option<String> {
        municipality("", text, None)
    }

    #[test]
    fn districts_come_in_the_nominative() {
        for (said, name) in [
            (
                "педагоги Луговского муниципального района",
                "Луговский муниципальный район",
            ),
            ("в Полевско-Слободском районе", "Полевско-Слободской район"),
            (
                "Луговской район: школы Луговского района",
                "Луговской район",
            ),
            ("школы Приозёрного р-на", "Приозёрный район"),
            (
                "отдел образования Озёрского МР",
                "Озёрский муниципальный район",
            ),
            ("отдел образования Озёрского ГО", "Озёрский городской округ"),
            ("отдел образования Озёрского МО", "Озёрский МО"),
            (
                "педагогов муниципального округа Озёрский",
                "муниципальный округ Озёрский",
            ),
            (
                "педагогов муниципального района Приозёрный Лесной области",
                "муниципальный район Приозёрный",
            ),
            (
                "педагогов м.р. Приозёрный Лесной области",
                "муниципальный район Приозёрный",
            ),
            (
                "педагогов муниципального района «Приозёрный»",
                "муниципальный район «Приозёрный»",
            ),
            ("школы МО «Озёрский район»", "Озёрский район"),
            (
                "школы муниципального образования Озёрский район",
                "Озёрский район",
            ),
            ("школы городского округа Озёрск", "городской округ Озёрск"),
            ("школы ГО «Озёрск»", "городской округ «Озёрск»"),
            (
                "школы городского округа город Озёрск",
                "городской округ город Озёрск",
            ),
            (
                "школы городского округа города Озёрска",
                "городской округ город Озёрск",
            ),
            (
                "школы городского округа – город Озёрный Лесной области",
                "городской округ город Озёрный",
            ),
            (
                "школы городского округа город Нижний Озёрск",
                "городской округ город Нижний Озёрск",
            ),
            ("школы МО «Город Озёрск»", "город Озёрск"),
            (
                "школы муниципального образования город Озёрск",
                "город Озёрск",
            ),
            ("школы МО г. Озёрск", "город Озёрск"),
        ] {
            assert_eq!(in_text(said).as_deref(), Some(name), "{said}");
            assert_eq!(in_title(said).as_deref(), Some(name), "{said}");
        }
        for said in [
            "Верхнего улуса",
            "Городского округа школы",
            "муниципального района Приозёрской области",
            "муниципального округа Республики Лугань",
            "школы городского округа",
            "главе городского округа Лесному И.А.",
        ] {
            assert_eq!(in_text(said), None, "{said}");
        }
    }

    #[test]
    fn a_town_is_named_by_what_is_of_it() {
        for (said, name) in [
            (
                "августовской конференции педагогов города Озёрска",
                "город Озёрск",
            ),
            (
                "городской конференции работников образования г. Озёрска",
                "город Озёрск",
            ),
            (
                "Управление образования администрации города Озёрск",
                "город Озёрск",
            ),
            (
                "педагогических работников г.Озёрска Приозёрной области",
                "город Озёрск",
            ),
            (
                "работников образования города-курорта Озёрска",
                "город Озёрск",
            ),
            (
                "работников образования города Нижнего Озёрска",
                "город Нижний Озёрск",
            ),
            (
                "работников образования города Студёного Приозёрной области",
                "город Студёный",
            ),
            ("работников образования ЗАТО Озёрск", "ЗАТО Озёрск"),
            (
                "работников образования ЗАТО города Озёрска",
                "ЗАТО город Озёрск",
            ),
            (
                "образования закрытого административно-территориального образования Озёрск",
                "ЗАТО Озёрск",
            ),
        ] {
            assert_eq!(in_title(said).as_deref(), Some(name), "{said}");
        }
        // Outside the title block a body has to speak for it.
        let addressed = "Управлению образования администрации города Озёрска: открыть кружки";
        assert_eq!(in_text(addressed).as_deref(), Some("город Озёрск"));
    }

    #[test]
    fn a_town_where_something_is_names_no_municipality() {
        for said in [
            "провести форум в г. Луговске",
            "провести в городе Луговске",
            "изучить опыт школ города Луговска",
            "направить команду из г. Луговска",
            "главы города Лесной И.А.",
            "Департамент образования города Москвы",
            "с участием педагогов города и района",
            "педагогов муниципального района «О ходе подготовки к экзаменам»",
            "администрациям города Озёрска, администрации города Луговска",
        ] {
            assert_eq!(in_text(said), None, "{said}");
        }
        let venue = "форума, прошедшего на базе лицея города Луговска";
        assert_eq!(in_title(venue), None);
        // A region's document.
        let text = "Министерство образования\nадминистрации города Озёрска открыть центр";
        assert_eq!(municipality("Министерство образования", text, None), None);
    }

    #[test]
    fn the_title_block_outweighs_neighbours_and_addressees() {
        let head = "августовской конференции педагогов города Озёрска";
        let text = format!("{head}\nизучить опыт Луговского района\nадминистрации города Верхова");
        assert_eq!(
            municipality(head, &text, None).as_deref(),
            Some("город Озёрск")
        );
        let head = "конференции педагогов Озёрского муниципального района";
        let text = format!(
            "{head}\nадминистрации города Озёрска; администрациям Озёрского городского поселения"
        );
        assert_eq!(
            municipality(head, &text, None).as_deref(),
            Some("Озёрский муниципальный район")
        );
        // A theme behind the name is no name.
        let theme = "конференции Луговского муниципального района «Успех»";
        assert_eq!(
            in_title(theme).as_deref(),
            Some("Луговский муниципальный район")
        );
        let of_a_part = "Администрация Заречного района города Озёрска";
        assert_eq!(in_title(of_a_part).as_deref(), Some("Заречный район"));
    }

    #[test]
    fn a_town_and_its_okrug_are_one() {
        let head = "педагогов города Озёрска";
        let text = format!("{head}\nшколы Озёрского городского округа");
        assert_eq!(
            municipality(head, &text, None).as_deref(),
            Some("Озёрский городской округ")
        );
    }

    #[test]
    fn an_event_of_a_town_is_of_the_town_it_is_in() {
        let head = "РЕЗОЛЮЦИЯ\nгородской августовской конференции";
        let held = |head: &str| municipality(head, head, Some("г. Озёрск"));
        assert_eq!(held(head).as_deref(), Some("город Озёрск"));
        assert_eq!(held("областной августовской конференции"), None);
        assert_eq!(held("конференции городского округа"), None);
        // The place tells which of two names a form is of.
        let either = municipality("педагогов города Рощи", "", Some("г. Рощь"));
        assert_eq!(either.as_deref(), Some("город Рощь"));
    }

    #[test]
    fn a_settlement_counts_in_the_title_block_alone() {
        let said = "работников образования Озёрского городского поселения";
        assert_eq!(
            in_title(said).as_deref(),
            Some("Озёрское городское поселение")
        );
        assert_eq!(in_text(said), None);
    }
}
