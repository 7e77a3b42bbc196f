//! The municipality a document speaks for, put into the nominative: a district or an okrug, a town, a
//! closed town, a settlement.
//!
//! Documents name many places: neighbours, the town a forum was held in, addressees. What is said in
//! the title block weighs most; a town is believed only where a body, a system or people are said to
//! be *of* it, so «провести в г. Луговске» names none.

mod names;

use std::collections::BTreeMap;

use svod_language::pattern::{Caught, Pattern};
use svod_language::words::fold;

use self::names::{
    CLOSED, DISTRICT, KIND_FIRST, Name, Rank, TOWN, bare, chosen, district, is_named_before,
    kind_first, owner, part, town, whole,
};

/// «городской августовской конференции»: an event of the town it is held in.
static OF_THE_TOWN: Pattern = Pattern::new(
    r"городск(?:ой|ого|их)\s+(?:[а-яё-]+\s+){0,3}(?:конференц|форум|совещани|педсовет|чтени|слёт|слет|марафон|собрани)",
)
.needing(&["городск"]);
/// A place line: «г. Озёрск».
static PLACE: Pattern = Pattern::new(r"^(?:г\.|[Гг]ород)\s?(?P<name>[А-ЯЁ].+)$").exact();

/// An event or a body of a region or of the country.
static OF_A_REGION: Pattern = Pattern::new(
    r"министерств|(?:областн|краев|республиканск|региональн|всероссийск)(?:ой|ого|ая|ый|ое|их|ых)",
);

/// So often a region's document has to name a district to be its own.
const SPOKEN_OF: u32 = 3;
/// How much a name in the title block weighs: more than the few neighbours a text mentions.
const IN_TITLE: u32 = 5;
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
    let of_a_region = OF_A_REGION.is_match(head);
    let district = districts
        .best()
        .filter(|district| !of_a_region || district.1.weight >= SPOKEN_OF);
    let town = towns.best().filter(|town| towns.speaks(town.1));
    let best = match (district, town) {
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
    // Searched once: the text is long.
    let [in_head, in_text] = [head, text].map(|source| DISTRICT.captures_iter(source));
    // «Луговской район» says its nominative; «Луговского района» may be of either.
    let said: Vec<&str> = in_head
        .iter()
        .chain(&in_text)
        .filter(|found| part(found, "ending") == "кой")
        .map(|found| part(found, "name"))
        .collect();
    for (weight, source, found) in [(IN_TITLE, head, &in_head), (1, text, &in_text)] {
        let own = found.iter().filter(|found| !is_elsewhere(found, source));
        let kinds_first = KIND_FIRST.captures_iter(source);
        let behind = kinds_first
            .iter()
            .filter(|found| !is_named_before(found, source))
            .filter_map(|found| kind_first(found, source));
        let all = own.filter_map(|found| district(found, &said, source));
        for name in all.chain(behind) {
            // A settlement keeps no schools: in a district's document it is one of its parts.
            if name.rank != Rank::Settlement || weight == IN_TITLE {
                names.add(name, weight);
            }
        }
    }
    names
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
    // A region's document speaks to many towns, and for none.
    let of_a_region = OF_A_REGION.is_match(head) || super::places::region(head, "").is_some();
    for (weight, source) in [(IN_TITLE, head), (1, text)] {
        for found in TOWN.captures_iter(source) {
            let Some(of) = owner(&found, source) else {
                continue;
            };
            let speaks = OF_A_TOWN.iter().any(|body| of.starts_with(body));
            let Some(name) = bare(&found, source) else {
                continue;
            };
            let name = chosen(name, &said);
            let in_title = weight == IN_TITLE;
            if NOT_OF_A_TOWN.contains(&of)
                || is_venue(&found, source)
                || is_elsewhere(&found, source)
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
    clause_before(found, source).contains("на базе ")
}

/// «изучить опыт школ Заречного района», «гости из Заречного района»: of others.
fn is_elsewhere(found: &Caught, source: &str) -> bool {
    let clause = clause_before(found, source).to_lowercase();
    clause.ends_with(" из ")
        || clause.split_whitespace().any(|word| {
            ["опыт", "гост", "делегаци"]
                .iter()
                .any(|of_others| word.starts_with(of_others))
        })
}

fn clause_before(found: &Caught, source: &str) -> String {
    let start = found.get(0).map_or(0, |all| all.start());
    let before = source.get(..start).unwrap_or_default();
    let clause = before.rsplit([',', '.', ';', ':', '(', '\n']).next();
    format!("{} ", clause.unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests;
