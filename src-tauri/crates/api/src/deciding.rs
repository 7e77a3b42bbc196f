//! What a person says of pairs of directives outranks the comparison, and can be taken back.

use svod_diff::{Decision, Judgement, Part, Relation};
use svod_store::{Compared, StoredDecision};

use crate::comparing::Stated;
use crate::library::now;
use crate::prepared::Waiting;
use crate::view::{ComparisonView, MadeDecision, State};
use crate::{Cancel, Error, ErrorCode, Library};

impl Library {
    /// Keeps what a person said in one go and compares anew. It holds for every revision of the
    /// same two documents, whichever of them stands on the left.
    ///
    /// # Errors
    /// As [`Library::compare`].
    pub fn decide(
        &self,
        old: &State,
        new: &State,
        decisions: &[Decision],
    ) -> Result<ComparisonView, Error> {
        let (old, new) = (self.stated(old)?, self.stated(new)?);
        let order = Order::of(&old, &new);
        let stored = decisions
            .iter()
            .map(|decision| order.stored(decision))
            .collect::<Result<Vec<_>, _>>()?;
        if !stored.is_empty() {
            self.store()
                .write(|library| library.add_decisions(order.keys(), &stored, &now()))
                .map_err(|error| self.explain(error))?;
        }
        self.compared_at_once(old, new)
    }

    /// Takes back what was said in one go, the last thing said if none is named, and compares
    /// anew; without one nothing changes.
    ///
    /// # Errors
    /// As [`Library::compare`].
    pub fn undecide(
        &self,
        old: &State,
        new: &State,
        act: Option<u32>,
    ) -> Result<ComparisonView, Error> {
        let (old, new) = (self.stated(old)?, self.stated(new)?);
        let order = Order::of(&old, &new);
        self.store()
            .write(|library| library.undo_decisions(order.keys(), act, &now()))
            .map_err(|error| self.explain(error))?;
        self.compared_at_once(old, new)
    }

    /// Compares without anybody waiting: the documents are ready, as they were compared before.
    fn compared_at_once(&self, old: Stated, new: Stated) -> Result<ComparisonView, Error> {
        let cancel = Cancel::default();
        let mut report = |_| {};
        self.compared(old, new, &Waiting::new("decide", &cancel, &mut report))
    }

    /// What was said of two states, oldest first.
    pub(crate) fn decisions(&self, old: &Stated, new: &Stated) -> Result<Vec<MadeDecision>, Error> {
        let order = Order::of(old, new);
        let stored = self
            .store()
            .read()
            .decisions(order.keys())
            .map_err(|error| self.explain(error))?;
        stored
            .into_iter()
            .map(|(act, stored)| {
                let decision = order.said(stored)?;
                Ok(MadeDecision { act, decision })
            })
            .collect()
    }
}

/// Decisions are kept under one order of the two states, so that they hold when a person swaps
/// the sides.
struct Order {
    one: String,
    other: String,
    swapped: bool,
}

impl Order {
    fn of(old: &Stated, new: &Stated) -> Self {
        let rank = |state: &Stated| (state.key.clone(), state.view.card.revision);
        let swapped = rank(old) > rank(new);
        let (one, other) = if swapped { (new, old) } else { (old, new) };
        Self {
            one: one.key.clone(),
            other: other.key.clone(),
            swapped,
        }
    }

    fn keys(&self) -> Compared<'_> {
        Compared {
            one: &self.one,
            other: &self.other,
        }
    }

    fn stored(&self, decision: &Decision) -> Result<StoredDecision, Error> {
        let decision = self.turned(decision.clone());
        Ok(StoredDecision {
            one: (decision.old.id, decision.old.text),
            other: (decision.new.id, decision.new.text),
            verdict: serde_json::to_string(&decision.verdict)
                .map_err(|error| Error::new(ErrorCode::Internal).because(error))?,
        })
    }

    fn said(&self, stored: StoredDecision) -> Result<Decision, Error> {
        let part = |(id, text)| Part { id, text };
        Ok(self.turned(Decision {
            old: part(stored.one),
            new: part(stored.other),
            verdict: serde_json::from_str(&stored.verdict)
                .map_err(|error| Error::new(ErrorCode::Internal).because(error))?,
        }))
    }

    /// The same said from the other side, if the sides are swapped.
    fn turned(&self, decision: Decision) -> Decision {
        if !self.swapped {
            return decision;
        }
        Decision {
            old: decision.new,
            new: decision.old,
            verdict: match decision.verdict {
                Judgement::Together { relation } => Judgement::Together {
                    relation: relation.map(turned),
                },
                Judgement::Apart => Judgement::Apart,
            },
        }
    }
}

/// The relation as it is seen from the other side.
fn turned(relation: Relation) -> Relation {
    match relation {
        Relation::Narrowed => Relation::Broadened,
        Relation::Broadened => Relation::Narrowed,
        Relation::Split => Relation::Merged,
        Relation::Merged => Relation::Split,
        Relation::Unchanged | Relation::Reworded | Relation::Continued => relation,
    }
}

#[cfg(test)]
mod tests;
