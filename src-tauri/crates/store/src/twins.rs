//! Documents that are the same text, or nearly.

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
            .prepare_cached("SELECT entry FROM sketch WHERE value = ?1")?;
        let mut counts = std::collections::BTreeMap::<i64, usize>::new();
        for value in sketch {
            for row in sharing.query_map([value], |row| row.get(0))? {
                *counts.entry(row?).or_default() += 1;
            }
        }
        let mut of = self.0.prepare_cached(
            "SELECT e.document, e.sketch FROM entry e JOIN document d ON d.id = e.document
             WHERE e.first = ?1 AND d.removed_at IS NULL",
        )?;
        let mut near = Vec::new();
        // No two sketches of which so few values meet can be near.
        let enough = |shared: usize| shared * 3 >= sketch.len();
        for (entry, _) in counts.into_iter().filter(|(_, shared)| enough(*shared)) {
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
        let mut holders = std::collections::BTreeMap::<i64, Vec<usize>>::new();
        let mut out = Vec::new();
        for row in rows {
            let (document, fingerprint, sketch) = row?;
            let sketch = sketch_values(&sketch);
            let mut counts = std::collections::BTreeMap::<usize, usize>::new();
            for value in &sketch {
                let holders = holders.entry(*value).or_default();
                for holder in holders.iter() {
                    *counts.entry(*holder).or_default() += 1;
                }
                holders.push(met.len());
            }
            for (earlier, shared) in counts {
                if shared * 3 < sketch.len() {
                    continue;
                }
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

/// The share of words two texts have in common, as their sketches tell: both keep the smallest
/// values of their text, so the smallest values of both together are drawn from the union.
fn likeness(one: &[i64], other: &[i64]) -> f64 {
    let size = one.len().max(other.len());
    if size == 0 {
        return 0.0;
    }
    let union: std::collections::BTreeSet<i64> = one.iter().chain(other).copied().collect();
    let drawn: Vec<i64> = union.into_iter().take(size).collect();
    let both = drawn
        .iter()
        .filter(|value| one.contains(value) && other.contains(value))
        .count();
    #[expect(clippy::cast_precision_loss, reason = "a few dozen values")]
    let share = both as f64 / drawn.len() as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn sketches_are_like_as_far_as_their_smallest_values_meet() {
        assert!((likeness(&[1, 2, 3, 4], &[1, 2, 3, 4]) - 1.0).abs() < 1e-9);
        assert!((likeness(&[1, 2, 3, 4], &[1, 2, 5, 6]) - 0.5).abs() < 1e-9);
        assert!(likeness(&[1, 2], &[3, 4]).abs() < 1e-9);
        assert!(likeness(&[], &[]).abs() < 1e-9);
    }
}
