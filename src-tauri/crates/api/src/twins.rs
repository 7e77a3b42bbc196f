use svod_model::{Id, Resolution};
use svod_store::{Card, Indexed, Twins};

use crate::documents::card;
use crate::view::{Like, Likeness, TwinsView};
use crate::{Error, Library};

/// From this share of common words on, two texts are shown as nearly the same.
pub(crate) const NEAR: f64 = 0.75;

impl Library {
    /// Every two documents that say the same or nearly the same, the likest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn twins(&self) -> Result<Vec<TwinsView>, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let found = read.twins(NEAR).map_err(explain)?;
        let of = |id: &Id| read.document(id).map_err(explain);
        let mut twins = Vec::new();
        for Twins {
            first,
            second,
            share,
        } in &found
        {
            let (first, second) = (of(first)?, of(second)?);
            if is_worth_telling(*share, year(&first), year(&second)) {
                twins.push(TwinsView {
                    first: card(first)?,
                    second: card(second)?,
                    likeness: likeness(*share),
                });
            }
        }
        Ok(twins)
    }

    /// The document of the library that is likest to a text, if one is near enough.
    pub(crate) fn like(
        &self,
        resolution: &Resolution,
        indexed: &Indexed,
    ) -> Result<Option<Like>, Error> {
        if indexed.directives.is_empty() {
            return Ok(None);
        }
        let explain = |error| self.explain(error);
        let adopted = resolution
            .adopted_on
            .map(|date| date.format("%Y").to_string());
        let store = self.store();
        let read = store.read();
        let found = read.twins_of(&indexed.fingerprint, &indexed.sketch, NEAR);
        for twin in found.map_err(explain)? {
            let found = read.document(&twin.document).map_err(explain)?;
            if is_worth_telling(twin.share, adopted.as_deref(), year(&found)) {
                return Ok(Some(Like {
                    card: card(found)?,
                    likeness: likeness(twin.share),
                }));
            }
        }
        Ok(None)
    }
}

fn year(card: &Card) -> Option<&str> {
    card.adopted_on.as_deref().and_then(|date| date.get(..4))
}

/// Next year's document says most of last year's again: that is its way, and nobody's mistake.
fn is_worth_telling(share: f64, one: Option<&str>, other: Option<&str>) -> bool {
    share >= 1.0 || one == other || one.is_none() || other.is_none()
}

/// What a share of common words is called.
pub(crate) fn likeness(share: f64) -> Likeness {
    if share >= 1.0 {
        Likeness::Same
    } else {
        Likeness::Near
    }
}
