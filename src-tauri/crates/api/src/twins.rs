use svod_model::Id;
use svod_store::{Indexed, Twins};

use crate::documents::card;
use crate::view::{Like, Likeness, TwinsView};
use crate::{Error, Library};

/// From this share of common words on, two texts are shown as nearly the same. Last year's document of
/// the same district shares a third.
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
        let of = |id: &Id| read.document(id).map_err(explain).and_then(card);
        found
            .iter()
            .map(|two: &Twins| {
                Ok(TwinsView {
                    first: of(&two.first)?,
                    second: of(&two.second)?,
                    likeness: likeness(two.share),
                })
            })
            .collect()
    }

    /// The document of the library that is likest to a text, if one is near enough.
    pub(crate) fn like(&self, indexed: &Indexed) -> Result<Option<Like>, Error> {
        if indexed.directives.is_empty() {
            return Ok(None);
        }
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let found = read.twins_of(&indexed.fingerprint, &indexed.sketch, NEAR);
        let Some(twin) = found.map_err(explain)?.into_iter().next() else {
            return Ok(None);
        };
        let found = read.document(&twin.document).map_err(explain)?;
        Ok(Some(Like {
            card: card(found)?,
            likeness: likeness(twin.share),
        }))
    }
}

/// What a share of common words is called.
pub(crate) fn likeness(share: f64) -> Likeness {
    if share >= 1.0 {
        Likeness::Same
    } else {
        Likeness::Near
    }
}
