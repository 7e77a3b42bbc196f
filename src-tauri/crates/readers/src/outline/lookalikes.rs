//! Letters and digits a scan mistook for their doubles: «PEЗOЛЮЦИЯ» with Latin letters, «З0» for 30.
//!
//! The eye cannot tell them, so they are put right in the text; words wholly Latin stay. Every word put
//! right is told, since a guess about letters is a doubt like any other.

use svod_language::words::{is_letter, is_word};

use crate::manuscript::Line;

const LATIN: &str = "ABCEHKMOPTXYaceopxy";
const CYRILLIC: &str = "АВСЕНКМОРТХУасеорху";

/// A word that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// As printed.
    pub(super) before: String,
    /// As read.
    pub(super) after: String,
}

/// Puts a line's doubles right and tells the words that were changed, in their order.
pub(super) fn mend(line: &mut Line) -> Vec<Repair> {
    let mut repairs = Vec::new();
    if may_hold_doubles(&line.text) {
        let text = mended(&line.text, &mut repairs);
        if !repairs.is_empty() {
            line.text = text;
        }
    }
    repairs
}

/// Most lines have none of them and are left as they are.
fn may_hold_doubles(text: &str) -> bool {
    let bytes = text.as_bytes();
    let latin = bytes.iter().any(u8::is_ascii_alphabetic);
    // A digit beside a letter of two bytes.
    let mixed = bytes.windows(2).any(|pair| {
        pair[0].is_ascii_digit() && matches!(pair[1], 0xd0 | 0xd1)
            || pair[1].is_ascii_digit() && (0x80..0xc0).contains(&pair[0])
    });
    latin
        || mixed
        || text.starts_with("З.")
        || text.contains(".З")
        || text.contains("№З")
        || text.contains("№ З")
}

fn mended(text: &str, repairs: &mut Vec<Repair>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = |keep: fn(char) -> bool| {
            rest.char_indices()
                .find(|(_, c)| !keep(*c))
                .map_or(rest.len(), |(at, _)| at)
        };
        if !is_word(first) {
            let (between, after) = rest.split_at(length(|c| !is_word(c)));
            out.push_str(between);
            rest = after;
            continue;
        }
        let (word, after) = rest.split_at(length(is_word));
        match mended_word(word, &out, after) {
            Some(mended) if mended != word => {
                out.push_str(&mended);
                repairs.push(Repair {
                    before: word.to_owned(),
                    after: mended,
                });
            }
            _ => out.push_str(word),
        }
        rest = after;
    }
    out
}

/// The word as it was meant; nothing if it can hold no double.
fn mended_word(word: &str, before: &str, after: &str) -> Option<String> {
    // A word of Russian letters only can be but «З» for the number 3.
    if word != "З" && word.bytes().all(|byte| !byte.is_ascii()) {
        return None;
    }
    if let Some(number) = as_number(word, before, after) {
        return Some(number);
    }
    let cyrillic = word.chars().any(|c| matches!(c, 'А'..='я' | 'ё' | 'Ё'));
    let double = |c: char| LATIN.chars().position(|latin| latin == c);
    let strange = |c: char| c.is_ascii_alphabetic() && double(c).is_none();
    // «B целях», «c учётом»: a preposition of one Latin letter before Russian text.
    let alone = word.len() == 1
        && after.starts_with(' ')
        && after
            .trim_start()
            .starts_with(|c: char| matches!(c, 'а'..='я' | 'ё') || c.is_ascii_digit())
        && ("aceo".contains(word) && !before.trim().is_empty()
            || "BCOK".contains(word) && before.trim().is_empty());
    if !(cyrillic || alone) || word.chars().any(strange) {
        return None;
    }
    let letters: Vec<char> = word.chars().collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count() > 1;
    let mended = letters
        .iter()
        .enumerate()
        .map(|(n, &c)| {
            let inside = n > 0 && n + 1 < letters.len();
            let between = inside && is_letter(letters[n - 1]) && is_letter(letters[n + 1]);
            match (c, capitals) {
                ('3', true) if between => 'З',
                ('3', false) if between => 'з',
                ('0', true) if between || n == 0 && letters.len() > 3 => 'О',
                ('0', false) if between => 'о',
                _ => double(c)
                    .and_then(|at| CYRILLIC.chars().nth(at))
                    .unwrap_or(c),
            }
        })
        .collect();
    Some(mended)
}

/// «З.2.», «1.З.»: part of a number at the beginning of a line. «З.И. Орлова» has no digit there.
fn is_in_label(before: &str, after: &str) -> bool {
    let before = before.trim_start();
    let numbered = before
        .strip_suffix('.')
        .is_some_and(|number| number.chars().all(|c| c.is_ascii_digit() || c == '.'))
        && !before.starts_with('.');
    let goes_on = after
        .strip_prefix('.')
        .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    before.is_empty() && goes_on || numbered && after.starts_with(['.', ')', ' '])
}

/// As many letters of a month, with the space before it, tell it.
const LONGEST_MONTH: usize = 9;

/// Whether a month follows, as behind a day.
fn behind_day(after: &str) -> bool {
    const MONTHS: &[&str] = &[
        " январ",
        " феврал",
        " март",
        " апрел",
        " мая",
        " июн",
        " июл",
        " август",
        " сентябр",
        " октябр",
        " ноябр",
        " декабр",
    ];
    // The month may have such letters itself.
    let double = |c: char| {
        let at = LATIN.chars().position(|latin| latin == c);
        at.and_then(|at| CYRILLIC.chars().nth(at)).unwrap_or(c)
    };
    let after: String = after.chars().take(LONGEST_MONTH).map(double).collect();
    MONTHS.iter().any(|month| after.starts_with(month))
}

/// «З0», «l5», «2О22» as numbers; «№ З» too. «45о» behind «№» keeps its letter, and so does «5О» where
/// nothing behind it says that a number was meant.
fn as_number(word: &str, before: &str, after: &str) -> Option<String> {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        'З' | 'з' => Some('3'),
        'О' | 'о' | 'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => None,
    };
    if word == "З" && (before.trim_end().ends_with('№') || is_in_label(before, after)) {
        return Some("3".to_owned());
    }
    // «l. Отделу образования», «до l ноября»: a small Latin letter is no numeral.
    let begins = before.trim().is_empty() && after.starts_with(['.', ')']);
    if word == "l" && (begins || is_in_label(before, after) || behind_day(after)) {
        return Some("1".to_owned());
    }
    let number: String = word.chars().map(digit).collect::<Option<_>>()?;
    let real = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || digits == word.chars().count() {
        return None;
    }
    let date = after
        .strip_prefix('.')
        .is_some_and(|next| next.starts_with(|c: char| digit(c).is_some()));
    let counted = date
        || after.starts_with('%')
        || after.starts_with(" %")
        || after.starts_with(" г")
        || behind_day(after);
    let ended = real(word.chars().next_back());
    (ended || counted).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_latin_letter_in_the_place_of_a_number_is_one() {
        for (text, meant) in [
            ("l. Отделу образования:", "1. Отделу образования:"),
            (
                "2.l. открыть музей до l нoябpя",
                "2.1. открыть музей до 1 ноября",
            ),
            ("литера l в плане", "литера l в плане"),
        ] {
            let mut line = Line {
                text: text.to_owned(),
                ..Line::default()
            };
            mend(&mut line);
            assert_eq!(line.text, meant);
        }
    }

    #[test]
    fn doubles_inside_russian_words_and_numbers_are_put_right() {
        for (printed, meant) in [
            ("PEЗOЛЮЦИЯ", "РЕЗОЛЮЦИЯ"),
            ("РЕ3ОЛЮЦИЯ", "РЕЗОЛЮЦИЯ"),
            ("Peшeние", "Решение"),
            ("до З0 сентября", "до 30 сентября"),
            ("до l5 ноября 2О22 года", "до 15 ноября 2022 года"),
            ("1О октября", "10 октября"),
            ("школы № З, № 6", "школы № 3, № 6"),
            ("0БРАЗОВАНИЯ", "ОБРАЗОВАНИЯ"),
            ("обра3ования", "образования"),
            ("до 1О.О9.2026", "до 10.09.2026"),
            ("B целях развития", "В целях развития"),
            ("МБОУ COШ № 2", "МБОУ СОШ № 2"),
            ("1.З. провести", "1.3. провести"),
            ("З.2. провести", "3.2. провести"),
        ] {
            assert_eq!(mended(printed, &mut Vec::new()), meant);
        }
    }

    #[test]
    fn latin_words_numbers_and_letters_of_their_own_stay() {
        for text in [
            "IT-куб, PISA, Wi-Fi, SWOT-анализ",
            "проект «Смарт-COVID» и X класс",
            "приказ № 45о от 01.02.2026",
            "5а, 3б и 10 классы, 304-ФЗ, З.И. Орлова",
            "группа A, витамин C",
            "o провести",
            "Ф3-304",
            "II квартал 2026 года",
        ] {
            let mut repairs = Vec::new();
            assert_eq!(mended(text, &mut repairs), text);
            assert_eq!(repairs, []);
        }
    }

    #[test]
    fn every_word_put_right_is_told_as_it_was_and_as_it_is() {
        let mut line = Line {
            text: "PEЗOЛЮЦИЯ от l5 мая, школа № З".to_owned(),
            ..Line::default()
        };
        let repairs = mend(&mut line);
        let told: Vec<(&str, &str)> = repairs
            .iter()
            .map(|repair| (repair.before.as_str(), repair.after.as_str()))
            .collect();
        assert_eq!(line.text, "РЕЗОЛЮЦИЯ от 15 мая, школа № 3");
        assert_eq!(told, [("PEЗOЛЮЦИЯ", "РЕЗОЛЮЦИЯ"), ("l5", "15"), ("З", "3")]);
    }
}
