//! Documents that are the same text, or nearly.

use std::collections::{BTreeSet, HashMap};

use svod_model::Id;

use crate::search::sketch_values;
use crate::{Reader, StoreError};

/// A document that says the same as another.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// The document.
    pub document: Id,
    /// How much of the two texts is shared, by their sketches: 1 for the same words.
    pub share: f64,
}

/// Two documents that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    /// The one that was kept earlier.
    pub first: Id,
    /// The one that was kept later.
    pub second: Id,
    /// How much of the two texts is shared: 1 for the same words.
    pub share: f64,
}

impl Reader<'_> {
    /// Documents, not in the bin, whose text is this or nearly this, the nearest first. Those that
    /// share less than `least` are left out.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn twins_of(
        &self,
        fingerprint: &str,
        sketch: &[i64],
        least: f64,
    ) -> Result<Vec<Twin>, StoreError> {
        let mut found = Vec::new();
        let mut same = self.0.prepare_cached(
            "SELECT e.document FROM entry e JOIN document d ON d.id = e.document
             WHERE e.fingerprint = ?1 AND d.removed_at IS NULL ORDER BY e.first",
        )?;
        let rows = same.query_map([fingerprint], |row| row.get::<_, String>(0))?;
        for row in rows {
            let document = Id::new(row?);
            found.push(Twin {
                document,
                share: 1.0,
            });
        }
        let mut sharing = self
            .0
            .prepare_cached("SELECT entry FROM sketch WHERE band = ?1")?;
        let mut candidates = BTreeSet::<i64>::new();
        for band in bands(sketch) {
            for row in sharing.query_map([band], |row| row.get(0))? {
                candidates.insert(row?);
            }
        }
        let mut of = self.0.prepare_cached(
            "SELECT e.document, e.sketch FROM entry e JOIN document d ON d.id = e.document
             WHERE e.first = ?1 AND d.removed_at IS NULL",
        )?;
        let mut near = Vec::new();
        for entry in candidates {
            let rows = of.query_map([entry], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))
            })?;
            for row in rows {
                let (document, other) = row?;
                let document = Id::new(document);
                let share = likeness(sketch, &sketch_values(&other));
                if share >= least && found.iter().all(|twin: &Twin| twin.document != document) {
                    near.push(Twin { document, share });
                }
            }
        }
        near.sort_by(|a, b| b.share.total_cmp(&a.share));
        found.extend(near);
        Ok(found)
    }

    /// Every two documents, not in the bin, that say the same or nearly the same.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn twins(&self, least: f64) -> Result<Vec<Twins>, StoreError> {
        let mut all = self.0.prepare_cached(
            "SELECT e.document, e.fingerprint, e.sketch FROM entry e
             JOIN document d ON d.id = e.document WHERE d.removed_at IS NULL ORDER BY e.first",
        )?;
        let rows = all.query_map([], |row| {
            Ok((
                Id::new(row.get::<_, String>(0)?),
                row.get::<_, String>(1)?,
                row.get::<_, Vec<u8>>(2)?,
            ))
        })?;
        let mut met: Vec<(Id, String, Vec<i64>)> = Vec::new();
        let mut holders = HashMap::<i64, Vec<usize>>::new();
        let mut out = Vec::new();
        for row in rows {
            let (document, fingerprint, sketch) = row?;
            let sketch = sketch_values(&sketch);
            let mut candidates = BTreeSet::new();
            for band in bands(&sketch) {
                let holders = holders.entry(band).or_default();
                candidates.extend(holders.iter().copied());
                holders.push(met.len());
            }
            for earlier in candidates {
                let (first, same, other) = &met[earlier];
                let share = if *same == fingerprint {
                    1.0
                } else {
                    likeness(&sketch, other)
                };
                if share >= least {
                    out.push(Twins {
                        first: first.clone(),
                        second: document.clone(),
                        share,
                    });
                }
            }
            met.push((document, fingerprint, sketch));
        }
        out.sort_by(|a, b| b.share.total_cmp(&a.share));
        Ok(out)
    }
}

/// How many values of a sketch make a band. Two texts that share three quarters of their words meet in
/// a band of four almost always, two that share a third seldom: only those that meet are looked at.
const BAND: usize = 4;

/// Names of a sketch's bands: the place of a band and its values.
pub(crate) fn bands(sketch: &[i64]) -> Vec<i64> {
    let bands = sketch.as_chunks::<BAND>().0.iter().zip(1_i64..);
    bands
        .map(|(band, place)| {
            band.iter().fold(place, |name, value| {
                (name ^ value)
                    .wrapping_mul(0x0100_0000_01b3)
                    .rotate_left(29)
            })
        })
        .collect()
}

/// The share of words two texts have in common: as great as that of the values at which their
/// sketches agree.
fn likeness(one: &[i64], other: &[i64]) -> f64 {
    let size = one.len().max(other.len());
    let same = one.iter().zip(other).filter(|(a, b)| a == b).count();
    if size == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few dozen values")]
    let share = same as f64 / size as f64;
    share.min(ALMOST)
}

/// The most two sketches can say: one changed date leaves them as they were, and only a fingerprint
/// tells that two texts are one.
const ALMOST: f64 = 0.999;

#[cfg(test)]
mod tests {
    use super::{bands, likeness};

    #[test]
    fn sketches_are_like_as_far_as_they_agree_and_meet_in_whole_bands() {
        assert!((likeness(&[1, 2, 3, 4], &[1, 2, 5, 4]) - 0.75).abs() < 1e-9);
        assert!(likeness(&[], &[]).abs() < 1e-9);
        let (one, other) = (
            bands(&[1, 2, 3, 4, 5, 6, 7, 8]),
            bands(&[1, 2, 3, 0, 5, 6, 7, 8]),
        );
        assert_ne!(one[0], other[0]);
        assert_eq!(one[1], other[1]);
    }
}
