//! Quoted names in whatever form, without the place and the years they are of: «Развитие образования Луговского района на
//! 2022–2026 годы» is to Lugovoye what «Развитие образования Заречного района» is to Zarechye.

use std::sync::LazyLock;

use regex::Regex;
use svod_language::words::{fold, is_word, stem};

/// A proper name with the kind of place it is of, on either side.
static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const OF: &str = r"[А-ЯЁ][А-ЯЁа-яё-]*(?:ого|его|ому|ему|ом|ем|ий|ый|ой)";
    const CALLED: &str = r"[А-ЯЁ][А-ЯЁа-яё-]*(?:\s+[А-ЯЁ][А-ЯЁа-яё-]*)*";
    // «Образование» by itself is what schools give.
    const KIND: &str = r"(?:(?:муниципальн|городск|сельск|автономн)[а-яё]+\s+(?:район|округ|образовани|поселени)|район|округ|област|кра|республик|город)[а-яё]{0,3}";
    Regex::new(&format!(
        r"(?:\b[Вв]\s+)?(?:\b{OF}\s+{KIND}\b|\b(?:{KIND}|г\.)\s+{CALLED})"
    ))
    .ok()
});
/// Years with the words that go with them.
static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:\b(?:на|до|в|с|период)\s+)*\b(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?(?:\s*(?:год[а-яё]*|гг?\.?))?").ok()
});

/// Shorter words of a name are prepositions: «Работа в России» and «Работа России» are one portal.
const TELLING: usize = 3;

/// The stems of the name as it is compared; the whole of it where nothing but a place or years stands there.
pub(crate) fn comparable(name: &str) -> String {
    let without = |text: &str, pattern: &Option<Regex>| match pattern {
        Some(pattern) => pattern.replace_all(text, " ").into_owned(),
        None => text.to_owned(),
    };
    let bare = without(&without(name, &YEARS), &PLACE);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let named = fold(if words.is_empty() { name } else { &bare });
    let words = named.split(|c: char| !is_word(c));
    // A number is what tells «СОШ № 5» from «СОШ № 7».
    let number = |word: &str| word.chars().any(|c| c.is_ascii_alphanumeric());
    let telling = words.filter(|word| word.chars().count() >= TELLING || number(word));
    let stems: Vec<String> = telling.map(stem).collect();
    if stems.is_empty() {
        named
    } else {
        stems.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_another_place_and_for_other_years() {
        for (one, other) in [
            (
                "Развитие образования Луговского муниципального округа",
                "Развитие образования Усть-Заречного муниципального района на 2022–2026 годы",
            ),
            (
                "Развитие образования в Приозёрной области",
                "Развитие образования города Заречный на период до 2030 года",
            ),
            ("Ученик года – 2024", "Ученик года – 2025"),
            ("Пушкинская карта", "Пушкинской картой"),
            ("Работа в России", "Работа России"),
            ("дорожную карту", "дорожной карты"),
        ] {
            assert_eq!(comparable(one), comparable(other));
        }
    }

    #[test]
    fn what_is_named_stays() {
        for (one, other) in [
            ("Учитель года", "Воспитатель года"),
            ("СОШ № 5", "СОШ № 7"),
            ("Топ-10", "Топ-50"),
            ("Школа XX века", "Школа XXI века"),
            ("Успех каждого ребёнка", "Современная школа"),
            ("Луговской район", "Заречный район"),
            ("Образование", "Цифровая образовательная среда"),
        ] {
            assert_ne!(comparable(one), comparable(other));
        }
        assert_eq!(comparable("Билет в будущее"), "билет будущ");
        assert_eq!(comparable("Я и ты"), "я и ты");
        assert_eq!(comparable("2025"), "2025");
    }
}
