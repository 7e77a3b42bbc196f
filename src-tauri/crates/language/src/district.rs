//! A district under all its names: «Луговской район» became «Луговской муниципальный округ».

use crate::words::{TokenKind, fold, stem, tokens};

/// Words that say what a municipality is, not which.
const KINDS: &[&str] = &[
    "муниципальн",
    "район",
    "округ",
    "городск",
    "город",
    "сельск",
    "поселен",
    "улус",
    "образован",
    "го",
    "мо",
    "мр",
    "г",
    "зат",
];
/// Words that say that a municipality is a town.
const TOWNS: &[&str] = &["город", "г", "зато"];

/// What a district is known by, whatever kind of municipality it is now; empty for no name.
///
/// A town is not the district around it, which may be called after it, nor is a settlement: «город
/// Озёрск», «ЗАТО Озёрск» and «городской округ Озёрск» are one, «Озёрский район» and «Озёрский
/// городской округ» are another, which had been a district in one place and a town in the next.
pub fn district_key(name: &str) -> String {
    let mut own: Vec<String> = Vec::new();
    let (mut is_town, mut is_settlement, mut is_called) = (false, false, false);
    for token in tokens(name) {
        if token.kind != TokenKind::Word {
            continue;
        }
        let word = fold(token.text);
        let stem = stem(token.text);
        is_town |= TOWNS.contains(&word.as_str());
        is_settlement |= stem == "поселен";
        if KINDS.contains(&stem.as_str()) {
            continue;
        }
        // «Озёрский» and «Заречное» agree with a word for the kind; «Озёрск» is a town's own name.
        is_called = ["ий", "ый", "ой", "ое", "ая"]
            .iter()
            .any(|end| word.ends_with(end));
        own.push(stem);
    }
    if own.is_empty() {
        return fold(name);
    }
    let own = own.join(" ");
    match (is_settlement, is_town || !is_called) {
        (true, _) => format!("поселение {own}"),
        (false, true) => format!("город {own}"),
        (false, false) => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_that_became_an_okrug_is_the_same_district() {
        let key = district_key("Луговской район");
        assert_eq!(key, district_key("Луговской муниципальный округ"));
        assert_eq!(key, district_key("муниципальный район Луговской"));
        assert_ne!(key, district_key("Заречный район"));
        assert_eq!(district_key(""), "");
        assert!(!district_key("Городской округ").is_empty());
    }

    #[test]
    fn a_town_is_one_under_all_its_names_and_not_the_district_around_it() {
        let key = district_key("город Озёрск");
        for name in [
            "г. Озерск",
            "ЗАТО Озёрск",
            "ЗАТО г.Озёрск",
            "городской округ Озёрск",
            "городской округ «Озёрск»",
            "городской округ город Озёрск",
            "муниципальный округ город Озёрск",
        ] {
            assert_eq!(district_key(name), key, "{name}");
        }
        for name in [
            "Озёрский район",
            "Озёрское городское поселение",
            "город Верхов",
        ] {
            assert_ne!(district_key(name), key, "{name}");
        }
        let around = district_key("Озёрский район");
        assert_eq!(around, district_key("Озёрский городской округ"));
        assert_eq!(around, district_key("муниципальный округ «Озёрский»"));
        assert_ne!(around, district_key("Озёрское сельское поселение"));
        // A town called by an adjective.
        assert_ne!(
            district_key("город Заозёрный"),
            district_key("Заозёрный район")
        );
        // «(район)» behind an ulus says its kind.
        assert_eq!(
            district_key("Лугский улус (район)"),
            district_key("Лугский улус")
        );
    }
}
