//! A district under all its names: «Луговской район» became «Луговской муниципальный округ».

use std::collections::BTreeMap;

use chrono::NaiveDate;
use svod_language::words::{TokenKind, fold, stem, tokens};

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
];

/// What a district is known by, whatever kind of municipality it is now; empty for no name.
pub fn district_key(name: &str) -> String {
    let stems: Vec<String> = tokens(name)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| stem(token.text))
        .collect();
    let own: Vec<&str> = stems
        .iter()
        .map(String::as_str)
        .filter(|stem| !KINDS.contains(stem))
        .collect();
    if own.is_empty() {
        return fold(name);
    }
    own.join(" ")
}

/// Each district's newest name by its key.
pub fn newest_names<'a>(
    named: impl Iterator<Item = (&'a str, Option<NaiveDate>)>,
) -> BTreeMap<String, String> {
    let mut newest: BTreeMap<String, (Option<NaiveDate>, String)> = BTreeMap::new();
    for (name, date) in named {
        let known = newest.entry(district_key(name)).or_default();
        if known.1.is_empty() || date > known.0 {
            *known = (date, name.to_owned());
        }
    }
    newest
        .into_iter()
        .map(|(key, (_, name))| (key, name))
        .collect()
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
}
