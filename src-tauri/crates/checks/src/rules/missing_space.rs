//! «№8», «г.Озёрск», «школ,садов», «2026г.»: a space is missing.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

static NUMBER: Pattern = Pattern::new(r"(?P<left>№)(?P<right>\d+|б/н)").needing(&["№"]);
static TOWN: Pattern = Pattern::new(
    r"(?:^|[\s(«,])(?P<left>(?:г|с|п|д|ул|им|пос|ст|обл|р\.п)\.)(?P<right>[А-ЯЁ][а-яё]{2,})",
)
.exact()
.needing(&["."]);
static MARK: Pattern =
    Pattern::new(r"(?P<left>[а-яёa-z»)\d][,;:])(?P<right>[а-яё«(]+)").needing(&[",", ";", ":"]);
static STOP: Pattern = Pattern::new(r"(?P<left>[а-яё»]{3,}\.)(?P<right>[А-ЯЁ][а-яё]+)")
    .exact()
    .needing(&["."]);
static DIGITS: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_./№-])(?P<left>\d+)(?P<right>(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|год|гг?\.|процент|чел|тыс|млн|руб|класс|школ|учебн)[а-яё]*)",
)
.needing(&["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
static BRACKET: Pattern =
    Pattern::new(r"(?P<left>[а-яё]{3,})(?P<right>\([а-яё][^)]{4,})").needing(&["("]);
static BEHIND: Pattern = Pattern::new(r"(?P<left>[»)])(?P<right>[а-яёa-z]+)").needing(&["»", ")"]);

/// Which patterns are joined by a space no line may break at.
const RULES: &[(&Pattern, &str)] = &[
    (&NUMBER, "\u{a0}"),
    (&TOWN, "\u{a0}"),
    (&DIGITS, "\u{a0}"),
    (&MARK, " "),
    (&STOP, " "),
    (&BRACKET, " "),
    (&BEHIND, " "),
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (pattern, space) in RULES {
        for found in pattern.captures_all(&place.lowered) {
            let (Some(left), Some(right)) = (found.name("left"), found.name("right")) else {
                continue;
            };
            let mut range = left.start()..right.end();
            // «педагог(и)», «(ы)ми»: an ending, not a word.
            let ending = left.as_str() == ")" && is_ending(place, left.start());
            // «&nbsp;» is residue, and its mark none.
            let before = place.text.get(..left.start()).unwrap_or_default();
            let entity = left.as_str().ends_with(';')
                && before
                    .rsplit([' ', ';'])
                    .next()
                    .is_some_and(|word| word.contains('&'));
            if place.in_address(&range) || ending || entity {
                continue;
            }
            if std::ptr::eq(*pattern, &BRACKET) {
                range.end = right.start() + 1;
            }
            let right = place.text.get(right.start()..range.end).unwrap_or_default();
            let phrase = place.text.get(range.clone()).unwrap_or_default();
            let overlaps = findings.iter().any(|other| {
                other
                    .quote
                    .as_ref()
                    .is_some_and(|said| said.contains(phrase))
            });
            if !overlaps {
                findings.push(
                    place
                        .finding(Rule::MissingSpace, Severity::Note, range.clone())
                        .with("phrase", phrase)
                        .mended(format!("{}{space}{right}", left.as_str())),
                );
            }
        }
    }
    findings
}

/// Whether the bracket that closes here holds no more than an ending.
fn is_ending(place: &Place<'_>, at: usize) -> bool {
    let before = place.text.get(..at).unwrap_or_default();
    let inside = before.rsplit('(').next().unwrap_or_default();
    inside.chars().count() < 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn spaces_come_where_they_belong() {
        let mended = |text| mended(Rule::MissingSpace, text);
        assert_eq!(mended("СОШ №8 г.Озёрск"), "СОШ №\u{a0}8 г.\u{a0}Озёрск");
        assert_eq!(mended("школ,садов и домов"), "школ, садов и домов");
        assert_eq!(
            mended("до 1сентября 2026г."),
            "до 1\u{a0}сентября 2026\u{a0}г."
        );
        assert_eq!(
            mended("школам района.Управлению сдать"),
            "школам района. Управлению сдать"
        );
        assert_eq!(
            mended("план(приложение) «Сад»и школа"),
            "план (приложение) «Сад» и школа"
        );
    }

    #[test]
    fn numbers_times_endings_and_addresses_are_left_alone() {
        let found = |text| quotes(Rule::MissingSpace, text);
        assert!(found("3,5 балла, в 10:00, педагог(и), 5-х, 11а, сайт edu.ru,план").is_empty());
        assert!(found("МБОУ «СОШ № 8», п. 1.2, 2.4.3648-20").is_empty());
    }
}
