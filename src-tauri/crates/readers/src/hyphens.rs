//! Words broken at a line's end, by authors, converters and typesetters.

use svod_language::words;

/// Whether a text ends in the first half of a word.
pub(crate) fn broken(text: &str) -> bool {
    let mut back = text.chars().rev();
    match back.next() {
        Some('\u{ad}') => true,
        Some('-') => back.next().is_some_and(char::is_alphabetic),
        _ => false,
    }
}

/// Puts a line behind the text it continues: with a space, or with the halves of a word joined.
pub(crate) fn append(text: &mut String, next: &str) {
    if text.is_empty() {
        text.push_str(next);
        return;
    }
    // «2026–» and «2027 годов»: a range broken at its dash.
    let range = text
        .strip_suffix('–')
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
        && next.starts_with(|c: char| c.is_ascii_digit());
    if range {
        text.push_str(next);
        return;
    }
    if text.ends_with('\u{ad}') || broken(text) && !is_compound(text, next) {
        text.pop();
    } else if !broken(text) {
        text.push(' ');
    }
    text.push_str(next);
}

/// Whether a line begins with a number, a letter or a bullet of a list.
pub(crate) fn labelled(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    let bullet = matches!(
        first,
        Some('-' | '–' | '—' | '•' | '·' | '▪' | '◦' | '●' | '○' | '*' | '\u{f0b7}' | '\u{2212}')
    );
    // Word's hollow bullet is a Latin «o».
    let hollow = text.strip_prefix("o ").is_some_and(|rest| {
        rest.starts_with(|c: char| ('а'..='я').contains(&c.to_ascii_lowercase()))
    });
    let number = text.split_whitespace().next().unwrap_or_default();
    let bare = number.trim_end_matches(['.', ')']);
    let ended = bare.len() < number.len() || bare.contains('.');
    let numeral = !bare.is_empty()
        && bare.split('.').all(|part| {
            part.len() <= 3 && !part.is_empty() && part.chars().all(|c| c.is_ascii_digit())
                || !part.is_empty() && part.chars().all(|c| "IVXХ".contains(c))
        });
    let letter = number.ends_with(')') && bare.chars().count() == 1;
    // «25.08.2026» is a date.
    let numeral = numeral
        && bare
            .split('.')
            .all(|part| part.len() < 3 || !part.starts_with('0'));
    let more = text.chars().count() > number.chars().count();
    hollow
        || bullet && chars.next().is_some_and(|c| c == ' ' || c.is_alphabetic())
        || more && (numeral && ended || letter)
}

/// First halves of compounds that keep their hyphen at a line's end: «социально-психологический».
const COMPOUNDS: &[&str] = &[
    "социально",
    "психолого",
    "медико",
    "научно",
    "учебно",
    "информационно",
    "организационно",
    "профессионально",
    "физкультурно",
    "спортивно",
    "художественно",
    "музыкально",
    "общественно",
    "государственно",
    "культурно",
    "духовно",
    "нравственно",
    "военно",
    "материально",
    "нормативно",
    "финансово",
    "административно",
    "дорожно",
    "естественно",
    "декоративно",
    "туристско",
    "эколого",
    "историко",
    "литературно",
    "коррекционно",
    "воспитательно",
    "предметно",
    "проектно",
    "практико",
    "личностно",
    "системно",
    "контрольно",
    "программно",
    "консультативно",
    "северо",
    "юго",
    "восточно",
    "западно",
    "южно",
    "онлайн",
    "интернет",
    "веб",
    "пресс",
    "медиа",
    "мини",
    "педагог",
    "учитель",
    "врач",
    "план",
    "эксперт",
    "бизнес",
    "конкурс",
    "мастер",
    "тест",
    "экспресс",
    "научно",
    "учетно",
    "лечебно",
    "санитарно",
    "противо",
    "командно",
    "кое",
    "технолого",
    "хозяйственно",
    "эмоционально",
    "интеллектуально",
    "оценочно",
    "опытно",
    "поисково",
];

/// Nouns that are first halves of compounds, without their endings: «педагогам-психологам», «планом-графиком».
const NOUNS: &[&str] = &[
    "педагог",
    "учител",
    "воспитател",
    "преподавател",
    "тренер",
    "врач",
    "эксперт",
    "мастер",
    "наставник",
    "план",
    "конкурс",
    "тест",
    "школ",
    "музе",
    "центр",
];
/// Endings of one case, of either declension: both halves of a compound of two nouns stand in it.
const CASES: &[&[&str]] = &[
    &["а", "я", "ы", "и"],
    &["у", "ю", "е"],
    &["ом", "ем", "ой", "ей"],
    &["ов", "ев", "ей"],
    &["ам", "ям"],
    &["ами", "ями"],
    &["ах", "ях"],
];
/// A shorter second half is an ending torn off.
const SECOND_HALF: usize = 5;

/// Whether two halves are nouns in one case.
fn are_nouns(half: &str, next: &str) -> bool {
    let next: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    let next = words::fold(&next);
    let endings = NOUNS.iter().filter_map(|noun| half.strip_prefix(noun));
    let mut endings = endings.filter(|ending| !ending.is_empty());
    next.chars().count() >= SECOND_HALF
        && endings.any(|ending| {
            let case = |case: &&&[&str]| case.contains(&ending);
            let mut same = CASES.iter().filter(case).flat_map(|case| case.iter());
            same.any(|ending| next.ends_with(ending))
        })
}

/// Whether the hyphen at a line's end belongs to the word. A capital or a digit behind it says so;
/// so does a usual first half of a compound.
fn is_compound(last: &str, next: &str) -> bool {
    let before = last.trim_end_matches('-');
    let half = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    !next.starts_with(char::is_lowercase)
        || half.chars().all(|c| c.is_uppercase() || c.is_numeric())
        || match words::fold(half).as_str() {
            // «по-новому», «по-русски», but «по-ручение» is one word torn.
            "по" => ["ому", "ему", "ски", "цки", "ьи"].iter().any(|end| {
                let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
                word.ends_with(end)
            }),
            half => COMPOUNDS.contains(&half) || are_nouns(half, next),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(one: &str, other: &str) -> String {
        let mut text = one.to_owned();
        append(&mut text, other);
        text
    }

    #[test]
    fn halves_of_words_are_joined_and_compounds_keep_their_hyphen() {
        assert_eq!(joined("до 1 сен-", "тября"), "до 1 сентября");
        assert_eq!(
            joined("социально-", "психологический"),
            "социально-психологический"
        );
        assert_eq!(
            joined("о трудовых по-", "ручениях"),
            "о трудовых поручениях"
        );
        assert_eq!(joined("работать по-", "новому"), "работать по-новому");
        assert_eq!(
            joined("рекомендации педагогам-", "психологам"),
            "рекомендации педагогам-психологам"
        );
        assert_eq!(joined("по планам-", "графикам"), "по планам-графикам");
        assert_eq!(joined("учителя-", "логопеда"), "учителя-логопеда");
        assert_eq!(joined("плани-", "рование"), "планирование");
        assert_eq!(joined("педагога-", "ми"), "педагогами");
        assert_eq!(joined("школь-", "никам"), "школьникам");
        assert_eq!(joined("орга\u{ad}", "низации"), "организации");
        assert_eq!(joined("2026–", "2027 годов"), "2026–2027 годов");
        assert_eq!(joined("провести", "смотр"), "провести смотр");
    }

    #[test]
    fn labels_are_told_from_words_and_dates() {
        for text in [
            "1. Школам",
            "2.1. провести",
            "а) смотр",
            "- смотр",
            "IV. Кадры",
            "1) а",
        ] {
            assert!(labelled(text), "{text}");
        }
        for text in ["25 августа", "2026 года", "в 2026", "25.08.2026 г."] {
            assert!(!labelled(text), "{text}");
        }
    }
}
