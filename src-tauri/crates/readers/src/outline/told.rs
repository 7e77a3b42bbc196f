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
        if title::is_draft(text) {
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
            self.words.contains(word) || word == "год" || dateline::names_its_parts(word)
        };
        folded(&rest).all(|word| known(&word))
    }
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(words::fold)
}
