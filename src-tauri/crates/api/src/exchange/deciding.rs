//! What a person said of pairs of directives of two documents that both travel.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use svod_diff::{Judgement, Part};
use svod_model::Id;
use svod_store::{Compared, Reader, StoreError, StoredDecision, Writer};

/// What was said of two documents, oldest first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SharedPair {
    one: Id,
    other: Id,
    said: Vec<SharedDecision>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SharedDecision {
    one: Part,
    other: Part,
    verdict: Judgement,
}

/// Decisions are kept under the keys of the states they are of.
fn key(id: &Id) -> String {
    format!("document:{id}")
}

impl SharedPair {
    /// What was said of the documents that travel.
    pub(super) fn of(read: &Reader<'_>, travelling: &[Id]) -> Result<Vec<Self>, StoreError> {
        let travelling: BTreeMap<String, &Id> = travelling.iter().map(|id| (key(id), id)).collect();
        let mut pairs = Vec::new();
        for (one, other) in read.decided()? {
            let (Some(one_id), Some(other_id)) = (travelling.get(&one), travelling.get(&other))
            else {
                continue;
            };
            let of = Compared {
                one: &one,
                other: &other,
            };
            let said = read.decisions(of)?.into_iter().map(|(_, decision)| {
                let part = |(id, text)| Part { id, text };
                Ok(SharedDecision {
                    one: part(decision.one),
                    other: part(decision.other),
                    verdict: serde_json::from_str(&decision.verdict).map_err(internal)?,
                })
            });
            pairs.push(Self {
                one: (*one_id).clone(),
                other: (*other_id).clone(),
                said: said.collect::<Result<_, StoreError>>()?,
            });
        }
        Ok(pairs)
    }

    /// How much of this the library does not know, where the documents have their own ids.
    pub(super) fn unknown(&self, read: &Reader<'_>) -> Result<u32, StoreError> {
        let new = self.beyond(read, &self.one, &self.other)?.1;
        Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
    }

    /// Keeps what the library does not know, if both documents were taken: `ids` says under which ids.
    /// What was said here of the same two directives stays as it is. Gives how much was kept.
    pub(super) fn keep(
        &self,
        library: &Writer<'_>,
        ids: &BTreeMap<Id, Id>,
        at: &str,
    ) -> Result<u32, StoreError> {
        let (Some(one), Some(other)) = (ids.get(&self.one), ids.get(&self.other)) else {
            return Ok(0);
        };
        let ((one, other), new) = self.beyond(&library.read(), one, other)?;
        if !new.is_empty() {
            let of = Compared {
                one: &one,
                other: &other,
            };
            library.add_decisions(of, &new, at)?;
        }
        Ok(u32::try_from(new.len()).unwrap_or(u32::MAX))
    }

    /// The keys in the order decisions are kept under, and what is not known of them.
    fn beyond(
        &self,
        read: &Reader<'_>,
        one: &Id,
        other: &Id,
    ) -> Result<((String, String), Vec<StoredDecision>), StoreError> {
        let (one, other) = (key(one), key(other));
        let swapped = one > other;
        let (one, other) = if swapped { (other, one) } else { (one, other) };
        let known = read.decisions(Compared {
            one: &one,
            other: &other,
        })?;
        let known: BTreeSet<(Id, Id)> = known
            .into_iter()
            .map(|(_, said)| (said.one.0, said.other.0))
            .collect();
        let mut new = Vec::new();
        for said in &self.said {
            let (mut first, mut second) = (said.one.clone(), said.other.clone());
            if swapped {
                std::mem::swap(&mut first, &mut second);
            }
            if !known.contains(&(first.id.clone(), second.id.clone())) {
                new.push(StoredDecision {
                    one: (first.id, first.text),
                    other: (second.id, second.text),
                    verdict: serde_json::to_string(&said.verdict).map_err(internal)?,
                });
            }
        }
        Ok(((one, other), new))
    }
}

fn internal(error: serde_json::Error) -> StoreError {
    StoreError::Internal {
        detail: error.to_string(),
    }
}
