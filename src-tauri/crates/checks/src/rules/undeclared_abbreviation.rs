//! «МЦОКО», «ОО»: an abbreviation the document has not written out.

use std::collections::BTreeSet;

use svod_language::words::{TokenKind, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule};

/// Abbreviations everybody in a school office reads without a thought.
const KNOWN: &[&str] = &[
    "РФ",
    "РСФСР",
    "СССР",
    "США",
    "ООН",
    "ФЗ",
    "ФГОС",
    "ФОП",
    "ФАОП",
    "ЕГЭ",
    "ОГЭ",
    "ГИА",
    "ВПР",
    "СОШ",
    "ООШ",
    "НОШ",
    "ДОУ",
    "ДОО",
    "МКУ",
    "МБУ",
    "МАУ",
    "МУ",
    "МОУ",
    "МБОУ",
    "МАОУ",
    "МКОУ",
    "МДОУ",
    "МБДОУ",
    "МАДОУ",
    "МКДОУ",
    "ГБУ",
    "ГАУ",
    "ГКУ",
    "ГБОУ",
    "ГАОУ",
    "ГБПОУ",
    "ФГБУ",
    "ФГБОУ",
    "СМИ",
    "ИКТ",
    "ИТ",
    "АИС",
    "ФИО",
    "ОВЗ",
    "ВУЗ",
    "ЗОЖ",
    "ГТО",
    "ПДД",
    "МВД",
    "МЧС",
    "ФСБ",
    "ТВ",
    "СП",
    "ГОСТ",
    "МРОТ",
    "ЖКХ",
    "НКО",
    "ОБЖ",
    "ОБЗР",
    "УМВД",
    "ОМВД",
    "ГИБДД",
    "ПМПК",
    "ТЦК",
    "ВОВ",
    "СВО",
    "БДД",
    "ГБУЗ",
    "ЦРБ",
    "ФАП",
    "ДК",
    "ЗАГС",
    "ООО",
    "АО",
    "ИП",
    "УМК",
    "ЭОР",
    "ДОП",
    "ПО",
    "СПО",
    "ВО",
    "ИНН",
    "ЕПГУ",
    "ПФДО",
    "НОКО",
    "ДШИ",
    "ДЮСШ",
    "ЦДТ",
    "ДДТ",
    "ФК",
    "QR",
    "КДН",
    "ЗП",
    "КДНиЗП",
    "ЧС",
    "ГО",
    "УВР",
    "ВР",
    "МБУК",
    "МБУДО",
    "МКУК",
    "ФГИС",
    "ТПМПК",
    "ЗАТО",
];
const LONGEST: usize = 6;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let declared: BTreeSet<&str> = document.places.iter().flat_map(declared).collect();
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for place in &document.places {
        // Titles are printed in capitals.
        if place.part == Part::Title || is_shouted(place.text) {
            continue;
        }
        for token in tokens(place.text) {
            let word = token.text;
            let short = word.chars().count() <= LONGEST && token.kind == TokenKind::Word;
            if !short || !is_abbreviation(word) || KNOWN.contains(&word) || declared.contains(word)
            {
                continue;
            }
            let initials = place.after(token.start + word.len()) == Some('.');
            // Part of a name or of a number («505-П»).
            let named = place.in_quotes(token.start)
                || matches!(place.before(token.start), Some('-' | '–' | '/' | '.'))
                || matches!(place.after(token.start + word.len()), Some('-' | '/'))
                || place.in_address(&token.range());
            if !initials && !named && seen.insert(word) {
                findings.push(
                    place
                        .finding(Rule::UndeclaredAbbreviation, Severity::Note, token.range())
                        .with("word", word),
                );
            }
        }
    }
    findings
}

/// «(далее – ЦРО)», «Центр развития образования (ЦРО)», «ЦРО (Центр развития образования)»
fn declared<'a>(place: &Place<'a>) -> Vec<&'a str> {
    let text = place.text;
    let mut out = Vec::new();
    for (at, _) in text.match_indices('(') {
        let inside = text[at + 1..].split(')').next().unwrap_or_default();
        let words: Vec<&str> = tokens(inside)
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| token.text)
            .collect();
        let said = inside.trim_start().starts_with("далее");
        if said || words.len() == 1 {
            out.extend(words.iter().filter(|word| is_abbreviation(word)));
        }
        let before = text[..at].trim_end();
        let last = tokens(before).last().map(|token| token.text);
        if words.len() > 1
            && let Some(last) = last.filter(|last| is_abbreviation(last))
        {
            out.push(last);
        }
    }
    out
}

/// Two Russian capitals at least, and no more small letters than the «и» of «КДНиЗП».
fn is_abbreviation(word: &str) -> bool {
    let capitals = word
        .chars()
        .filter(|c| matches!(c, 'А'..='Я' | 'Ё'))
        .count();
    let small = word.chars().filter(|c| *c == 'и').count();
    let all = word.chars().count();
    // «РЕШИЛИ», «ПРИКАЗЫВАЮ» are words.
    let verb = ["ЛИ", "ЛА", "ЛО", "ЕТ", "ЮТ", "ЯЮ"]
        .iter()
        .any(|ending| word.ends_with(ending));
    capitals >= 2
        && capitals + small == all
        && small <= 1
        && word.starts_with(char::is_uppercase)
        && !(verb && all > 4)
}

fn is_shouted(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    capitals * 2 > letters && letters > 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn only_what_nobody_wrote_out_is_noted_and_only_once() {
        let found = |text| quotes(Rule::UndeclaredAbbreviation, text);
        assert_eq!(found("направить в РЦОКИ отчёт, РЦОКИ ответит"), ["РЦОКИ"]);
        assert!(found("Центру развития образования (далее – ЦРО) и ЦРО").is_empty());
        assert!(found("МБОУ «СОШ № 3», МКУ «МЦОКО», ЕГЭ, Иванову А.П.").is_empty());
        assert!(found("постановление № 505-П").is_empty());
    }
}
