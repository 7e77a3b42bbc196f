//! `№ 474`, `2026 г.`, `75 %`, `И.О. Фамилия`: a line must not break inside them.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

/// What stands left and right of the space; the letters' case matters for names.
static NUMBER: Pattern = Pattern::new(r"(?P<left>№) (?P<right>\d)")
    .exact()
    .needing(&["№ "]);
static YEAR: Pattern = Pattern::new(r"(?P<left>\d) (?P<right>гг?\.)")
    .exact()
    .needing(&[" г"]);
static SHARE: Pattern = Pattern::new(r"(?P<left>\d) ?(?P<right>%)")
    .exact()
    .needing(&["%"]);
static TOWN: Pattern =
    Pattern::new(r"(?:^|[\s(«])(?P<left>(?:г|с|п|д|ул|им|пос|ст|р\.п)\.) (?P<right>[А-ЯЁ0-9])")
        .exact()
        .needing(&[". "]);
static NAME: Pattern = Pattern::new(r"(?P<left>[А-ЯЁ]\.[А-ЯЁ]\.) (?P<right>[А-ЯЁ][а-яё])")
    .exact()
    .needing(&[". "]);
static SURNAME: Pattern = Pattern::new(r"(?P<left>[А-ЯЁ][а-яё]+) (?P<right>[А-ЯЁ]\.[А-ЯЁ]\.)")
    .exact()
    .needing(&["."]);
const ALL: [&Pattern; 6] = [&NUMBER, &YEAR, &SHARE, &TOWN, &NAME, &SURNAME];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().filter_map(of).collect()
}

/// One finding for a text, with one mending from the first such place to the last.
fn of(place: &Place<'_>) -> Option<Finding> {
    let mut spaces = Vec::new();
    for pattern in ALL {
        for found in pattern.captures_all(&place.lowered) {
            let (left, right) = (found.name("left")?, found.name("right")?);
            let range = left.start()..right.end();
            if !place.in_address(&range) {
                spaces.push((left.start(), left.end()..right.start(), right.end()));
            }
        }
    }
    spaces.sort_by_key(|(_, space, _)| space.start);
    let start = spaces.iter().map(|(start, _, _)| *start).min()?;
    let end = spaces.iter().map(|(_, _, end)| *end).max()?;
    let mut fix = String::new();
    let mut at = start;
    for (_, space, _) in &spaces {
        fix.push_str(place.text.get(at..space.start)?);
        fix.push('\u{a0}');
        at = space.end;
    }
    fix.push_str(place.text.get(at..end)?);
    Some(
        place
            .finding(Rule::NonBreakingSpace, Severity::Note, start..end)
            .with("count", &spaces.len().to_string())
            .mended(fix),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn all_spaces_of_a_text_are_mended_at_once() {
        let mended = |text| mended(Rule::NonBreakingSpace, text).replace('\u{a0}', "_");
        assert_eq!(
            mended("приказ от 1 мая 2026 г. № 474, 75%, г. Озёрск, Иванову А.П., А.П. Иванов"),
            "приказ от 1 мая 2026_г. №_474, 75_%, г._Озёрск, Иванову_А.П., А.П._Иванов"
        );
        assert!(quotes(Rule::NonBreakingSpace, "75\u{a0}% к 1 мая 2027 года").is_empty());
    }
}
