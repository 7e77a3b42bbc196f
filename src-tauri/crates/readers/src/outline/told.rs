//! What stands in a title block and is told by none of the parts it was read into: a number of
//! registration, the address of an organisation, a mark of agreement.

use std::collections::BTreeSet;

use chrono::Datelike;
use svod_language::{dates, words};

use super::paragraphs::Paragraph;
use super::title::Title;
use super::{dateline, held, title};

/// The paragraphs of a title block that say more than the title read from them.
pub(super) fn untold<'a>(title: &Title, block: &'a [Paragraph]) -> Vec<&'a Paragraph> {
    let told = Told::of(title);
    block.iter().filter(|p| !told.holds(&p.text)).collect()
}

/// What the title says, as words and days.
struct Told {
    words: BTreeSet<String>,
    days: Vec<chrono::NaiveDate>,
}

impl Told {
    fn of(title: &Title) -> Self {
        let parts = [
            Some(&title.title),
            title.theme.as_ref(),
            title.adoption.as_ref(),
            title.place.as_ref(),
        ];
        let mut known = BTreeSet::new();
        let lines = title.issuer.iter().chain(&title.approval);
        for part in parts.into_iter().flatten().chain(lines) {
            known.extend(folded(part));
        }
        // The days of a formula outrank those of other lines, and only they are kept.
        let mut days = if title.adopted.is_empty() {
            title.dates.clone()
        } else {
            title.adopted.clone()
        };
        days.extend(dates::all(&title.title));
        days.extend(&title.held);
        days.extend(title.approval.iter().flat_map(|line| dates::all(line)));
        known.extend(days.iter().map(|day| day.year().to_string()));
        Self { words: known, days }
    }

    fn holds(&self, text: &str) -> bool {
        if title::is_draft(text) || title::is_territory(text) {
            return true;
        }
        if !dates::all(text).iter().all(|day| self.days.contains(day)) {
            return false;
        }
        let text = held::without(&title::without_kind(text), &mut Title::default());
        let mut rest = dateline::without_dates(&text);
        if dateline::is_dateline(&text) {
            rest = dateline::without_region(&rest);
        }
        let known = |word: &String| {
            let says_what = word == "год" || word == "тема";
            self.words.contains(word) || says_what || dateline::names_its_parts(word)
        };
        folded(&rest).all(|word| known(&word))
    }
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(words::fold)
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::of_lines;
    use super::*;

    #[test]
    fn no_word_of_a_title_is_lost_beside_the_days_of_its_event() {
        for (lines, held, kept) in [
            (
                &[
                    "Резолюция форума педагогов, состоявшегося в Доме культуры посёлка Озёрный 26 августа 2026 года",
                ][..],
                0,
                "Доме культуры",
            ),
            (
                &[
                    "Резолюция совещания по итогам проведённого 15 мая 2026 года мониторинга",
                    "27 августа 2026 г.",
                ],
                0,
                "мониторинга",
            ),
            (
                &["Резолюция форума педагогов, состоявшегося 25–26 августа 2026 года"],
                2,
                "форума педагогов",
            ),
            (
                &[
                    "Резолюция форума педагогов,",
                    "состоявшегося 26 августа 2026 года",
                ],
                1,
                "форума педагогов",
            ),
            (
                &["Резолюция форума педагогов", "Тема: «Новая школа»"],
                0,
                "форума педагогов «Новая школа»",
            ),
        ] {
            let block = of_lines(lines);
            let title = title::read(&block);
            assert_eq!(title.held.len(), held, "{lines:?}");
            assert!(title.title.contains(kept), "{lines:?}: {}", title.title);
            assert_eq!(
                untold(&title, &block),
                Vec::<&Paragraph>::new(),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn an_office_below_the_kind_issues_the_document() {
        let block = of_lines(&[
            "РЕЗОЛЮЦИЯ",
            "Управление образования администрации Озёрского района",
            "26 августа 2026 года",
        ]);
        let title = title::read(&block);
        assert_eq!(title.title, "Резолюция");
        assert_eq!(
            title.issuer,
            ["Управление образования администрации Озёрского района"]
        );
        assert_eq!(untold(&title, &block), Vec::<&Paragraph>::new());
    }

    #[test]
    fn the_place_of_an_adoption_stands_behind_its_day() {
        for (lines, place) in [
            (
                &[
                    "Резолюция форума педагогов",
                    "Утверждена приказом управления образования г. Озёрска от 26.08.2026 № 5",
                    "г. Озёрск",
                ][..],
                Some("г. Озёрск"),
            ),
            (
                &[
                    "Резолюция форума педагогов",
                    "Утверждена приказом управления образования г. Озёрска от 26.08.2026 № 5",
                ],
                None,
            ),
            (
                &[
                    "Резолюция форума педагогов",
                    "Утверждена 26.08.2026 решением совета г. Озёрска",
                ],
                None,
            ),
            (
                &[
                    "Резолюция форума педагогов",
                    "(принята 27 августа 2026 года, п. Озёрный)",
                ],
                Some("п. Озёрный"),
            ),
        ] {
            let block = of_lines(lines);
            let title = title::read(&block);
            assert_eq!(title.place.as_deref(), place, "{lines:?}");
            assert_eq!(
                untold(&title, &block),
                Vec::<&Paragraph>::new(),
                "{lines:?}"
            );
        }
    }
}
