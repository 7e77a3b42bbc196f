//! Numbers and bullets authors type before a paragraph.

use svod_language::pattern::Pattern;
use svod_language::verbs;

use super::items;

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
    // «§ 1. Отделу образования …»
    if let Some(rest) = text.strip_prefix('§')
        && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
    {
        let found = split(rest);
        if matches!(found.0, Some(Label::Number(_))) {
            return found;
        }
    }
    // A scanned «3.» reads as the letter З; initials have another point behind them.
    if let Some(rest) = text.strip_prefix("З. ")
        && rest.chars().nth(1).is_some_and(char::is_lowercase)
    {
        return (Some(Label::Number("3.".into())), rest.trim_start());
    }
    // Word's hollow bullet is a Latin «o».
    if let Some(rest) = text.strip_prefix('o')
        && rest.starts_with(char::is_whitespace)
        && rest
            .trim_start()
            .starts_with(|c: char| ('а'..='я').contains(&c))
    {
        return (Some(Label::Bullet('◦')), rest.trim_start());
    }
    let mut chars = text.chars();
    if let Some(first) = chars.next() {
        let rest = chars.as_str();
        let dash = matches!(first, '-' | '–' | '—' | '−');
        let dot = matches!(
            first,
            '·' | '•'
                | '▪'
                | '◦'
                | '●'
                | '○'
                | '■'
                | '□'
                | '◆'
                | '❖'
                | '➢'
                | '➤'
                | '►'
                | '▶'
                | '→'
                | '✓'
                | '✔'
                | '⁃'
                | '‣'
                | '*'
                | '\u{f0a7}'
                | '\u{f0b7}'
                | '\u{f0d8}'
                | '\u{f0fc}'
                | '\u{2212}'
                | '§'
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
        // «1.5 тыс.» is an amount: an item begins with its verb, perhaps behind a circumstance, or a capital.
        let soon = rest
            .split_whitespace()
            .take(20)
            .any(|word| verbs::is_infinitive(word.trim_end_matches([',', ';', '.'])))
            && items::starts_task(rest);
        if soon || verbs::is_infinitive(word) || rest.starts_with(char::is_uppercase) {
            return (Some(Label::Number(number.to_owned())), rest);
        }
    }
    // «1<tab>ОБЩИЕ РЕКОМЕНДАЦИИ»: a list's number without its point; more tabs make a row of a table.
    if numeral
        && let Some((number, rest)) = text.split_once('\t')
        && number.len() < 3
        && number.parse::<u8>().is_ok()
        && rest
            .trim_start()
            .starts_with(|c: char| ('А'..='Я').contains(&c))
        && !rest.trim().contains('\t')
    {
        return (Some(Label::Number(format!("{number}."))), rest.trim_start());
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

/// The number a container printed before a paragraph, however long its list is.
pub(super) fn printed(mark: &str) -> Option<Label> {
    let mark = mark.trim();
    let bare = mark.strip_suffix(['.', ')']).unwrap_or(mark);
    if bare.split('.').all(|part| part.parse::<u32>().is_ok()) && bare.len() < mark.len() {
        return Some(Label::Number(mark.to_owned()));
    }
    split(&format!("{mark} x")).0
}

/// The numbers of a list as it was read so far. Behind 999 only they tell a number from a year.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted(Vec<u32>);

impl Counted {
    /// How many numbers a list may have lost.
    const LOST: u32 = 5;

    /// The label of a text that goes on counting behind 999, and what follows it: «1000. провести»,
    /// «2.1000. провести».
    ///
    /// A scanned «6.» reads as the letter «б» behind «5.».
    pub(super) fn next<'a>(&self, text: &'a str) -> Option<(Label, &'a str)> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("б.")
            && self.0 == [5]
            && rest.trim_start().starts_with(char::is_uppercase)
        {
            return Some((Label::Number("6.".into()), rest.trim_start()));
        }
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (mut number, mut rest) = text.split_at(end);
        if let Some(behind) = rest.strip_prefix(')') {
            rest = behind;
            number = text.get(..=end)?;
        } else if !number.ends_with('.') {
            return None;
        }
        let wordy = |c: char| c.is_alphabetic() || "«\"„[(".contains(c);
        if !rest.starts_with(' ') || !rest.trim_start().starts_with(wordy) {
            return None;
        }
        let values = values(number)?;
        let (last, above) = values.split_last()?;
        let before = self.0.get(above.len())?;
        let goes_on = *last > 999
            && *last > *before
            && *last <= before + Self::LOST
            && self.0.starts_with(above);
        goes_on.then(|| (Label::Number(number.to_owned()), rest.trim_start()))
    }

    /// Counts a paragraph's label.
    pub(super) fn count(&mut self, label: Option<&Label>) {
        if let Some(Label::Number(number)) = label
            && let Some(values) = values(number)
        {
            self.0 = values;
        }
    }
}

/// Where in a text the number behind its own stands: «… там, где их нет. 3.2. Обеспечить …» of «3.1.». Both the
/// words before and the number itself are looked at: «ст. 3. Закона» goes on.
pub(super) fn next_inside(label: &Label, text: &str) -> Option<usize> {
    let Label::Number(number) = label else {
        return None;
    };
    let mut values = values(number)?;
    *values.last_mut()? += 1;
    let next: Vec<String> = values.iter().map(u32::to_string).collect();
    let next = next.join(".");
    text.match_indices(&next).map(|(at, _)| at).find(|at| {
        let (before, after) = text.split_at(*at);
        let ended = before.ends_with(' ') && before.trim_end().ends_with(['.', ';', '!', '?', ')']);
        let word = before
            .trim_end()
            .rsplit([' ', '('])
            .next()
            .unwrap_or_default();
        // «гг.», «др.» may end a sentence; «ст.», «п.» and the number sign never do.
        let names = [
            "ст.",
            "п.",
            "пп.",
            "ч.",
            "гл.",
            "разд.",
            "табл.",
            "прил.",
            "т.",
            "с.",
            "стр.",
        ];
        let rest = after.get(next.len()..).unwrap_or_default();
        let closed = rest.strip_prefix(['.', ')']);
        ended
            && !names.contains(&word)
            && closed.is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    })
}

pub(super) fn values(number: &str) -> Option<Vec<u32>> {
    let bare = number.trim_end_matches(['.', ')']);
    bare.split('.').map(|part| part.parse().ok()).collect()
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
        for text in [
            "7.1 совместно с психологами провести занятия",
            "8.3 своевременно направлять детей на комиссию",
            "2.1 педагогам-психологам провести занятия",
            "2.4 эффективно использовать оборудование",
            "2.5 в целях повышения качества подготовки выпускников к итоговой аттестации провести пробные экзамены",
        ] {
            assert!(matches!(label(text), Some(Label::Number(_))), "{text}");
        }
        assert_eq!(label("1.5 ставки педагога выделить школе"), None);
        assert_eq!(label("1.5 тыс. рублей"), None);
        assert_eq!(label("IV. Школам"), Some(Label::Number("IV.".into())));
        assert_eq!(label("а) памятки"), Some(Label::Letter("а)".into())));
        assert_eq!(label("З. Профсоюзу"), Some(Label::Number("3.".into())));
        assert_eq!(label("З.И. Иванова"), None);
        assert_eq!(label("4 . Школам"), Some(Label::Number("4.".into())));
        assert_eq!(
            label("§ 1. Отделу образования"),
            Some(Label::Number("1.".into()))
        );
        assert_eq!(label("➢ Директорам школ"), Some(Label::Bullet('➢')));
        assert_eq!(label("o  провести смотр"), Some(Label::Bullet('◦')));
        assert_eq!(label("-Пересмотреть"), Some(Label::Bullet('-')));
        assert_eq!(label("25.08.2026 года"), None);
        assert_eq!(label("25 августа 2026 года"), None);
        assert_eq!(label("2026 год"), None);
        assert_eq!(label("— — —"), None);
    }

    #[test]
    fn the_next_number_of_a_list_may_stand_inside_a_line() {
        let number = |mark: &str| Label::Number(mark.into());
        let behind = |mark: &str, text: &'static str| {
            next_inside(&number(mark), text).and_then(|at| text.get(at..))
        };
        assert_eq!(
            behind("3.1.", "Создать советы. 3.2. Обеспечить отчёты."),
            Some("3.2. Обеспечить отчёты.")
        );
        assert_eq!(
            behind(
                "2.",
                "Разработать план на 2011-2015гг. 3.Руководителям школ завести дневники"
            ),
            Some("3.Руководителям школ завести дневники")
        );
        for text in [
            "Исполнять требования ст. 3. Закона",
            "Создать советы в школах № 3. Обеспечить отчёты",
            "Выделить 3.2 тыс. рублей",
            "Создать советы. 4. Обеспечить отчёты",
        ] {
            assert_eq!(behind("2.", text), None, "{text}");
        }
    }

    #[test]
    fn a_number_behind_999_goes_on_counting_and_a_year_does_not() {
        let number = |mark: &str| Some(Label::Number(mark.into()));
        let mut counted = Counted::default();
        let next = |counted: &Counted, text| counted.next(text).map(|(label, _)| label);
        assert_eq!(next(&counted, "1000. провести смотр"), None);
        assert_eq!(next(&counted, "б.Предложить главам"), None);
        counted.count(number("5.").as_ref());
        assert_eq!(next(&counted, "б.Предложить главам"), number("6."));
        counted.count(number("998.").as_ref());
        assert_eq!(next(&counted, "1000. провести смотр"), number("1000."));
        assert_eq!(next(&counted, "1000) провести смотр"), number("1000)"));
        assert_eq!(next(&counted, "2026. Год педагога"), None);
        assert_eq!(next(&counted, "1000.25 рубля"), None);
        assert_eq!(next(&counted, "1000 рублей"), None);
        counted.count(number("2.999.").as_ref());
        assert_eq!(next(&counted, "2.1000. провести смотр"), number("2.1000."));
        assert_eq!(next(&counted, "3.1000. провести смотр"), None);
        counted.count(number("999.4.").as_ref());
        assert_eq!(next(&counted, "1000. провести смотр"), number("1000."));
        assert_eq!(printed("1204."), number("1204."));
        assert_eq!(printed("а)"), Some(Label::Letter("а)".into())));
        assert_eq!(printed("o"), None);
    }
}
