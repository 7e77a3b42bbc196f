//! Numbers and bullets authors type before a paragraph.

use svod_language::pattern::Pattern;
use svod_language::verbs;

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// «1.», «2)», «1.2.», «IV.», «Раздел 2.» as printed.
    Number(String),
    /// «а)».
    Letter(String),
    /// Any bullet; the character tells two levels of bullets apart.
    Bullet(char),
}

static NUMBER: Pattern = Pattern::new(r"^(?P<n>\d{1,3}(?:\.\d{1,3}){0,3}\s?[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|[IVXХ]{1,5}[.)])(?P<s>\s*)(?P<rest>\S.*)?$").exact();
/// «1.1 составить»: no point behind the last part.
static UNDOTTED: Pattern =
    Pattern::new(r"^(?P<n>\d{1,3}(?:\.\d{1,3}){1,3})\s+(?P<rest>[^\d\s].*)$").exact();
static LETTER: Pattern = Pattern::new(r"^(?P<n>[а-яa-z]\))\s*(?P<rest>\S.*)$").exact();

/// The label of a text and what follows it.
pub(super) fn split(text: &str) -> (Option<Label>, &str) {
    let text = text.trim();
    // A scanned «3.» reads as the letter З; initials have another point behind them.
    if let Some(rest) = text.strip_prefix("З. ")
        && rest.chars().nth(1).is_some_and(char::is_lowercase)
    {
        return (Some(Label::Number("3.".into())), rest.trim_start());
    }
    // Word's hollow bullet is a Latin «o».
    if let Some(rest) = text.strip_prefix("o ")
        && rest.starts_with(|c: char| ('а'..='я').contains(&c))
    {
        return (Some(Label::Bullet('◦')), rest);
    }
    let mut chars = text.chars();
    if let Some(first) = chars.next() {
        let rest = chars.as_str();
        let dash = matches!(first, '-' | '–' | '—' | '−');
        let dot = matches!(
            first,
            '·' | '•' | '▪' | '◦' | '●' | '○' | '*' | '\u{f0b7}' | '\u{2212}' | '§'
        );
        // «-й класс» is no bullet; neither is a lone dash.
        let wordy = rest
            .trim_start()
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || "«\"„([".contains(c));
        if (dash || dot) && wordy {
            return (
                Some(Label::Bullet(if dash { '-' } else { first })),
                rest.trim_start(),
            );
        }
    }
    let numeral = text.starts_with(|c: char| c.is_ascii_digit() || "IVXХ".contains(c));
    if numeral && let Some(found) = UNDOTTED.captures(text) {
        let number = found.name("n").map_or("", |n| n.as_str());
        let rest = found.name("rest").map_or("", |rest| rest.as_str());
        let word = rest.split_whitespace().next().unwrap_or_default();
        // «1.5 тыс.» is an amount: an item begins with its verb, perhaps behind a term, or a capital.
        let term = [
            "до",
            "в",
            "к",
            "с",
            "не",
            "ежегодно",
            "ежемесячно",
            "ежеквартально",
        ];
        let soon = term.contains(&word)
            && rest
                .split_whitespace()
                .take(8)
                .any(|word| verbs::is_infinitive(word.trim_end_matches([',', ';', '.'])));
        if soon || verbs::is_infinitive(word) || rest.starts_with(char::is_uppercase) {
            return (Some(Label::Number(number.to_owned())), rest);
        }
    }
    if numeral && let Some(found) = NUMBER.captures(text) {
        let number = found.name("n").map_or("", |n| n.as_str());
        let rest = found.name("rest").map_or("", |rest| rest.as_str());
        let spaced = found.name("s").is_some_and(|s| !s.as_str().is_empty());
        // «25.08.2026 г.», «1.5 тыс.», «2.1» of a date: a number goes on after its last dot.
        let goes_on = rest.starts_with(|c: char| c.is_ascii_digit()) && !spaced;
        let whole = number.ends_with(['.', ')']);
        let letter_follows = rest.starts_with(|c: char| c.is_alphabetic() || "«\"„[(".contains(c));
        if !goes_on && letter_follows && (whole || spaced && number.matches('.').count() > 0) {
            return (Some(Label::Number(number.replace(' ', ""))), rest);
        }
    }
    if text.chars().nth(1) == Some(')')
        && let Some(found) = LETTER.captures(text)
    {
        let letter = found.name("n").map_or("", |n| n.as_str());
        let rest = found.name("rest").map_or("", |rest| rest.as_str());
        return (Some(Label::Letter(letter.to_owned())), rest);
    }
    (None, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_dates_and_words() {
        let label = |text| split(text).0;
        assert_eq!(label("5.Управлению"), Some(Label::Number("5.".into())));
        assert_eq!(label("1.2. провести"), Some(Label::Number("1.2.".into())));
        assert_eq!(label("1.1 составить"), Some(Label::Number("1.1".into())));
        assert_eq!(
            label("2.2 до 1 мая представить"),
            Some(Label::Number("2.2".into()))
        );
        assert_eq!(label("1.5 тыс. рублей"), None);
        assert_eq!(label("IV. Школам"), Some(Label::Number("IV.".into())));
        assert_eq!(label("а) памятки"), Some(Label::Letter("а)".into())));
        assert_eq!(label("З. Профсоюзу"), Some(Label::Number("3.".into())));
        assert_eq!(label("З.И. Иванова"), None);
        assert_eq!(label("4 . Школам"), Some(Label::Number("4.".into())));
        assert_eq!(label("-Пересмотреть"), Some(Label::Bullet('-')));
        assert_eq!(label("25.08.2026 года"), None);
        assert_eq!(label("25 августа 2026 года"), None);
        assert_eq!(label("2026 год"), None);
        assert_eq!(label("— — —"), None);
    }
}
