//! Spaces, quotation marks, closing marks and dates as Russian office practice sets them.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

const NBSP: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Words that must not be torn from the number before them.
const UNITS: [&str; 16] = [
    "%",
    "г",
    "гг",
    "год",
    "года",
    "году",
    "годы",
    "годов",
    "годах",
    "руб",
    "чел",
    "тыс",
    "млн",
    "млрд",
    "ч",
    "мин",
];

/// Abbreviations that must not be torn from the name or number after them.
const BEFORE_NAME: [&str; 14] = [
    "г.", "гор.", "с.", "п.", "пос.", "пгт", "д.", "ст.", "ул.", "ч.", "пп.", "р.п.", "рп", "им.",
];

/// Abbreviations that must not be torn from the number after them.
const BEFORE_NUMBER: [&str; 12] = [
    "стр.",
    "рис.",
    "табл.",
    "гл.",
    "разд.",
    "прил.",
    "подп.",
    "абз.",
    "вып.",
    "кв.",
    "каб.",
    "§",
];

/// Abbreviations that lose their meaning without the final point.
const POINTED: [&str; 13] = [
    "г", "гг", "т.д", "т.п", "т. д", "т. п", "др", "пр", "руб", "чел", "ед", "тыс", "мин",
];

/// Drops what XML 1.0 cannot hold; line separators of any kind become `\n`.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let fine = |c: char| {
        matches!(c, '\t' | '\n' | ' '..='\u{7e}' | '\u{a0}'..='\u{2027}' | '\u{202a}'..='\u{fffd}')
            || c >= '\u{10000}'
    };
    if text.chars().all(fine) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if fine(c) => Some(c),
        _ => None,
    });
    Cow::Owned(kept.collect())
}

/// Sets non-breaking spaces where a line must not end: `№ 474`, `2021 г.`, `75 %`, `25 августа`,
/// `И.О. Фамилия`, `г. Город`, and before a dash. Nothing else is touched.
pub(crate) fn bind(text: &str) -> String {
    let mut bound = String::with_capacity(text.len() + 16);
    let mut words = text.split(' ').peekable();
    let mut before = "";
    while let Some(word) = words.next() {
        bound.push_str(word);
        if let Some(next) = words.peek() {
            let glue = !word.is_empty() && !next.is_empty() && holds(before, word, next);
            bound.push(if glue { NBSP } else { ' ' });
        }
        before = word;
    }
    bound
}

/// A line must not end between `word` and `next`; `before` is the word in front of them.
fn holds(before: &str, word: &str, next: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '„', '"', '[']);
    let next_bare = next.trim_end_matches([')', '»', '“', '"', ',', ';', ':', '.', '!', '?', ']']);
    let numeric = word.ends_with(|c: char| c.is_ascii_digit());
    matches!(next, "—" | "–")
        || word == "№" && next.starts_with(|c: char| c.is_alphanumeric())
        || numeric && (UNITS.contains(&next_bare) || MONTHS.contains(&next_bare))
        || BEFORE_NAME.contains(&word) && is_named(before, word, next)
        || BEFORE_NUMBER.contains(&word)
            && next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
        || initials(word) && (is_name(next) || initials(next_bare_keep_point(next)))
        || is_name(word) && initials(next_bare_keep_point(next))
        || matches!(word, "т.") && matches!(next_bare, "д" | "п" | "е" | "ч")
}

/// Whether an abbreviation belongs to what stands behind it («г. Озёрск», «ч. 1 ст. 28») and is no
/// unit of the number before it («2021 г. Управлению»).
fn is_named(before: &str, word: &str, next: &str) -> bool {
    let counted = before.ends_with(|c: char| c.is_ascii_digit());
    let next = next.trim_start_matches(['«', '"']);
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    if counted {
        number && matches!(word, "ст." | "ч." | "п." | "пп.")
    } else {
        number || next.starts_with(char::is_uppercase)
    }
}

/// «И.» and «И.О.»: capitals, each with its point.
fn initials(word: &str) -> bool {
    let parts = word.strip_suffix('.').map(|word| word.split('.'));
    parts.is_some_and(|mut parts| {
        let count = parts.clone().count();
        count <= 2 && parts.all(is_initial)
    })
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn next_bare_keep_point(word: &str) -> &str {
    word.trim_end_matches([')', '»', ',', ';', ':'])
}

/// The text without the mark that closed it, with `mark` instead; an abbreviation keeps its point
/// («2021 г.;»), and a text that ends with its own `!`, `?`, `…` or `:` is left alone.
pub(crate) fn closed(text: &str, mark: char) -> String {
    let bare = text.trim_end().trim_end_matches([';', '.']).trim_end();
    if text.trim_end().ends_with("...") {
        return text.trim_end().to_owned();
    }
    if bare.is_empty() || bare.ends_with(['!', '?', '…', ':']) {
        return bare.to_owned();
    }
    let point = mark != '.' && needs_point(bare);
    format!("{bare}{}{mark}", if point { "." } else { "" })
}

/// An item of a list closed as such: with a full stop where it is the last one or a sentence by itself («Провести
/// смотр.»), with a semicolon where more items of the same sentence follow («провести смотр;»).
pub(crate) fn closed_item(text: &str, last: bool) -> String {
    let mut letters = text.trim_start_matches(['«', '(']).chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let is_sentence = capital && letters.next().is_some_and(char::is_lowercase);
    closed(text, if last || is_sentence { '.' } else { ';' })
}

/// The text with a colon at its end, whatever stood there.
pub(crate) fn with_colon(text: &str) -> String {
    let bare = text
        .trim_end()
        .trim_end_matches([':', ';', ',', ' ', NBSP])
        .trim_end();
    format!("{bare}:")
}

/// The text without its full stop; the point of an abbreviation is no full stop.
pub(crate) fn unpointed(text: &str) -> String {
    let bare = text.trim_end().trim_end_matches('.');
    let point = bare.len() < text.trim_end().len() && needs_point(bare);
    format!("{bare}{}", if point { "." } else { "" })
}

/// Whether a text that lost its last point ends with an abbreviation («2021 г») or with a person's
/// initials («Юсупову Т.Д», «Юсупову Т. Д»).
fn needs_point(bare: &str) -> bool {
    let mut words = bare.rsplit([' ', NBSP]);
    let last = words.next().unwrap_or_default();
    let before = words.next().unwrap_or_default();
    let initialled = match last.split_once('.') {
        Some((first, second)) => is_initial(first) && is_initial(second),
        None => is_initial(last) && before.strip_suffix('.').is_some_and(is_initial),
    };
    initialled || POINTED.iter().any(|end| ends_with_word(bare, end))
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

fn ends_with_word(text: &str, end: &str) -> bool {
    text.strip_suffix(end)
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// The words in «…»; marks that already enclose the whole are not doubled.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.trim();
    let bare = outer_quotes(text).unwrap_or(text);
    let close = if bare.ends_with('»') && unclosed(bare) {
        ""
    } else {
        "»"
    };
    format!("«{bare}{close}")
}

/// What stands between the guillemets when they enclose the whole text.
pub(crate) fn outer_quotes(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('«')?.strip_suffix('»')?;
    let mut depth = 0_i32;
    for c in inner.chars() {
        match c {
            '«' => depth += 1,
            '»' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    Some(inner)
}

/// More guillemets close than open: the last one already closes the outer pair.
fn unclosed(text: &str) -> bool {
    text.matches('»').count() > text.matches('«').count()
}

/// A text as it is printed: no line ends where it must not, nothing that XML forbids.
pub(crate) fn typeset(text: &str) -> String {
    clean(&bind(text)).into_owned()
}

/// The formula of adoption or approval with the ending that agrees with the document's kind:
/// «Принято» under «РЕЗОЛЮЦИЯ» is «Принята». A formula with a subject of its own stays.
pub(crate) fn agreeing(formula: &str, kind: &str) -> String {
    let (head, rest) = match formula.split_once(' ') {
        Some((head, rest)) => (head, rest),
        None => (formula, ""),
    };
    let lower = head.to_lowercase();
    let stem = ["одобрен", "принят", "утвержден", "утверждён"]
        .into_iter()
        .find(|stem| {
            lower
                .strip_prefix(stem)
                .is_some_and(|end| matches!(end, "" | "а" | "о" | "ы"))
        });
    let kind = kind.to_lowercase();
    // The word itself, not an adjective or a number beside it.
    let end = kind.split_whitespace().find_map(|word| match word {
        "резолюция" | "выписка" | "справка" => Some("а"),
        "решение" | "распоряжение" | "постановление" => Some("о"),
        "рекомендации" => Some("ы"),
        "протокол" | "план" | "приказ" | "перечень" => Some(""),
        _ => None,
    });
    let (Some(stem), Some(end)) = (stem, end) else {
        return formula.to_owned();
    };
    let ending = lower.strip_prefix(stem).unwrap_or_default();
    if ending == end {
        return formula.to_owned();
    }
    // «Утверждён», but «утверждена».
    let stem = match (stem, end) {
        ("утвержден" | "утверждён", "") => "утверждён",
        ("утвержден" | "утверждён", _) => "утвержден",
        (stem, _) => stem,
    };
    let agreed = format!("{stem}{end}");
    let agreed = if head.chars().all(|c| !c.is_lowercase()) {
        agreed.to_uppercase()
    } else if head.starts_with(char::is_uppercase) {
        capital(&agreed)
    } else {
        agreed
    };
    if rest.is_empty() {
        agreed
    } else {
        format!("{agreed} {rest}")
    }
}

/// The text with its first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// «27 августа 2020 г.»
pub fn long_date(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or("");
    format!("{} {month} {} г.", date.day(), date.year())
}

/// «27.08.2020»
pub(crate) fn short_date(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(text: &str) -> String {
        bind(text).replace(NBSP, "_")
    }

    #[test]
    fn numbers_names_and_dashes_keep_their_neighbours() {
        for (text, expected) in [
            (
                "Указ № 474 от 21 июля 2020 г.",
                "Указ №_474 от 21_июля 2020_г.",
            ),
            ("до 75 %, к 2021 г.;", "до 75_%, к 2021_г.;"),
            ("в г. Озёрск и с. Луговое", "в г._Озёрск и с._Луговое"),
            ("в 2021 г. Управлению", "в 2021_г. Управлению"),
            ("И.О. Петрова", "И.О._Петрова"),
            (
                "директор Петрова И.О., завуч",
                "директор Петрова_И.О., завуч",
            ),
            ("школа — центр села", "школа_— центр села"),
            ("2021–2025 годы", "2021–2025_годы"),
            ("приложение (п. 3)", "приложение (п._3)"),
            ("и т. д.", "и т._д."),
            ("информацию Т. Д. Юсуповой", "информацию Т._Д._Юсуповой"),
            ("Юсупову Т. Д., завуча", "Юсупову_Т._Д., завуча"),
            ("п. 3 ч. 1 ст. 28 и ст. 5", "п._3_ч._1 ст._28 и ст._5"),
            (
                "стр. 15, рис. 2, табл. 3, гл. 4",
                "стр._15, рис._2, табл._3, гл._4",
            ),
            ("разд. II и § 5", "разд._II и §_5"),
            ("в 2021 г. 5 школ", "в 2021_г. 5 школ"),
            ("обычные слова  подряд ", "обычные слова  подряд "),
        ] {
            assert_eq!(bound(text), expected);
        }
    }

    #[test]
    fn items_are_closed_once_and_abbreviations_keep_their_point() {
        for (text, mark, expected) in [
            ("провести конкурс", ';', "провести конкурс;"),
            ("провести конкурс;", '.', "провести конкурс."),
            ("до конца 2021 г", ';', "до конца 2021 г.;"),
            ("до конца 2021 г.", '.', "до конца 2021 г."),
            ("открыть кружки и т.д", ';', "открыть кружки и т.д.;"),
            ("обсудить доклад", '.', "обсудить доклад."),
            (
                "возложить на Юсупову Т.Д.",
                ';',
                "возложить на Юсупову Т.Д.;",
            ),
            (
                "возложить на Юсупову Т. Д.",
                '.',
                "возложить на Юсупову Т. Д.",
            ),
            ("открыть группу А", ';', "открыть группу А;"),
            ("куда идти?", ';', "куда идти?"),
            ("", ';', ""),
        ] {
            assert_eq!(closed(text, mark), expected);
        }
    }

    #[test]
    fn an_item_that_is_a_sentence_ends_as_one() {
        for (text, last, expected) in [
            ("провести смотр", false, "провести смотр;"),
            ("провести смотр", true, "провести смотр."),
            ("Провести смотр;", false, "Провести смотр."),
            (
                "«Точке роста» открыть кружок",
                false,
                "«Точке роста» открыть кружок.",
            ),
            ("МЦОКО провести опрос", false, "МЦОКО провести опрос;"),
        ] {
            assert_eq!(closed_item(text, last), expected);
        }
    }

    #[test]
    fn characters_xml_forbids_are_dropped() {
        assert_eq!(clean("а\u{0}б\u{8}\u{fffe}в\r\nг\u{2028}д"), "абв\nг\nд");
        assert!(matches!(clean("обычный текст — «да»"), Cow::Borrowed(_)));
    }

    #[test]
    fn formula_agrees_with_the_kind_of_the_document() {
        for (formula, kind, expected) in [
            (
                "Принято участниками",
                "ИТОГОВАЯ РЕЗОЛЮЦИЯ",
                "Принята участниками",
            ),
            ("Одобрена участниками", "РЕШЕНИЕ", "Одобрено участниками"),
            ("приняты 29 августа", "РЕКОМЕНДАЦИИ", "приняты 29 августа"),
            ("УТВЕРЖДЕНО приказом", "ПЛАН", "УТВЕРЖДЁН приказом"),
            ("Утверждён решением", "РЕЗОЛЮЦИЯ", "Утверждена решением"),
            (
                "Резолюция принята форумом",
                "РЕШЕНИЕ",
                "Резолюция принята форумом",
            ),
            (
                "Принято единогласно",
                "ДОРОЖНАЯ КАРТА",
                "Принято единогласно",
            ),
        ] {
            assert_eq!(agreeing(formula, kind), expected);
        }
    }

    #[test]
    fn quotation_marks_are_not_doubled() {
        assert_eq!(quoted("Школа"), "«Школа»");
        assert_eq!(quoted("«Школа»"), "«Школа»");
        assert_eq!(quoted("«Школа» и «Сад»"), "««Школа» и «Сад»»");
        assert_eq!(quoted("Центр «Точка»"), "«Центр «Точка»»");
        assert_eq!(quoted("Центр «Точка»»"), "«Центр «Точка»»");
    }
}
