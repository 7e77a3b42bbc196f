use svod_language::words::fold;
use svod_store::Card;

use crate::documents::card;
use crate::view::DocumentCard;
use crate::{Error, Library};

/// So many documents are offered at once; a person narrows them by words.
const OFFERED: usize = 40;

impl Library {
    /// Documents with directives that are not under control, last adopted first, whose title, district
    /// or file has every word typed.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn control_candidates(&self, typed: &str) -> Result<Vec<DocumentCard>, Error> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |found: &Card| {
            let event = found.event.as_deref().unwrap_or_default();
            let place = found.municipality.as_deref().unwrap_or_default();
            let day = found.adopted_on.as_deref().unwrap_or_default();
            let told = fold(&format!(
                "{} {event} {place} {day} {}",
                found.title, found.source_name
            ));
            words.iter().all(|word| told.contains(word))
        };
        let found = self.store().read().uncontrolled(&fits, OFFERED);
        let found = found.map_err(|error| self.explain(error))?;
        found.into_iter().map(card).collect()
    }

    pub(super) fn has_candidates(&self) -> Result<bool, Error> {
        let any = self.store().read().uncontrolled(&|_| true, 1);
        Ok(!any.map_err(|error| self.explain(error))?.is_empty())
    }
}
