//! Two resolutions made ready once and compared as often as a person decides.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use svod_model::Resolution;

use crate::score::Candidate;
use crate::unit::{Known, Unit, with_known};
use crate::watch::{Stopped, Watch};
use crate::words::{self, Changed};
use crate::{Comparison, Decision, Sides, ready};

/// Two resolutions with everything the comparison finds out before it heeds decisions.
///
/// ```
/// let empty = svod_model::Resolution::default();
/// let prepared = svod_diff::Prepared::new(empty.clone(), empty, &|_| true).unwrap();
/// assert!(prepared.compare(&[], &|_| true).unwrap().pairs.is_empty());
/// ```
#[derive(Debug)]
pub struct Prepared {
    old: (Resolution, Vec<Arc<Known>>),
    new: (Resolution, Vec<Arc<Known>>),
    candidates: Vec<Candidate>,
    worded: Worded,
}

impl Prepared {
    /// Makes two resolutions ready. `go_on` hears the share of the whole comparison that is done, 0
    /// to 1, before every step, and says whether to take it.
    ///
    /// # Errors
    /// [`Stopped`] as soon as `go_on` says so.
    pub fn new(
        old: Resolution,
        new: Resolution,
        go_on: &dyn Fn(f32) -> bool,
    ) -> Result<Self, Stopped> {
        let (old_units, new_units, candidates) = ready(&old, &new, &Watch::new(go_on))?;
        let (old_known, new_known) = (known_of(old_units), known_of(new_units));
        Ok(Self {
            old: (old, old_known),
            new: (new, new_known),
            candidates,
            worded: Worded::default(),
        })
    }

    /// Whether it is these two that were made ready.
    pub fn is_of(&self, old: &Resolution, new: &Resolution) -> bool {
        self.old.0 == *old && self.new.0 == *new
    }

    /// What [`crate::compare_with`] gives for the two resolutions.
    ///
    /// # Errors
    /// [`Stopped`] as soon as `go_on` says so.
    pub fn compare(
        &self,
        decisions: &[Decision],
        go_on: &dyn Fn(f32) -> bool,
    ) -> Result<Comparison, Stopped> {
        let ((old, old_known), (new, new_known)) = (&self.old, &self.new);
        let old_units = with_known(old, old_known.iter().cloned());
        let new_units = with_known(new, new_known.iter().cloned());
        let sides = Sides {
            model: &crate::model::MODEL,
            documents: (old, new),
            units: (&old_units, &new_units),
        };
        let watch = Watch::new(go_on);
        sides.compare(&self.candidates, decisions, &self.worded, &watch)
    }
}

fn known_of(units: Vec<Unit<'_>>) -> Vec<Arc<Known>> {
    units.into_iter().map(|unit| unit.known).collect()
}

/// Texts that were compared word by word already, by their places.
#[derive(Debug, Default)]
pub(crate) struct Worded(Mutex<BTreeMap<(usize, usize), Changed>>);

impl Worded {
    pub(crate) fn change(&self, places: (usize, usize), old: &Unit<'_>, new: &Unit<'_>) -> Changed {
        // A panic cannot leave it half filled: one entry is put in at a time.
        let mut worded = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let change = worded
            .entry(places)
            .or_insert_with(|| words::change(&old.directive.text, &new.directive.text));
        change.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use proptest::prelude::*;
    use svod_model::{Directive, Group, Id, Section};

    use super::*;
    use crate::{Judgement, Part, Relation, compare_with};

    const TEXTS: [&str; 8] = [
        "провести смотр школьных музеев до 1 мая 2027 года",
        "провести смотр школьных музеев и музейных комнат до 1 июня 2028 года",
        "утвердить план ремонта школьных библиотек",
        "утвердить план ремонта библиотек и спортивных залов",
        "провести мониторинг питания младших школьников",
        "создать рабочую группу по наставничеству молодых учителей",
        "назначить наставников молодым учителям",
        "провести смотр школьных музеев; утвердить план ремонта школьных библиотек",
    ];

    fn document(texts: &[usize]) -> Resolution {
        let directives = texts.iter().enumerate().map(|(at, text)| Directive {
            id: Id::new(format!("{at}")),
            text: TEXTS[*text].into(),
            ..Directive::default()
        });
        Resolution {
            sections: vec![Section {
                groups: vec![Group {
                    directives: directives.collect(),
                    ..Group::default()
                }],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    /// A decision on two places; those outside the documents speak of what is gone.
    fn decision((old, new, said): &(usize, usize, usize)) -> Decision {
        let part = |at: &usize| Part {
            id: Id::new(format!("{at}")),
            text: format!("поручение {at}"),
        };
        Decision {
            old: part(old),
            new: part(new),
            verdict: match said {
                0 => Judgement::Apart,
                1 => Judgement::Together { relation: None },
                _ => Judgement::Together {
                    relation: Some(Relation::Broadened),
                },
            },
        }
    }

    fn texts() -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(0..TEXTS.len(), 0..8)
    }

    proptest! {
        #[test]
        fn any_decisions_one_after_another_give_what_comparing_anew_gives(
            old in texts(),
            new in texts(),
            said in prop::collection::vec((0..9usize, 0..9usize, 0..3usize), 0..9),
        ) {
            let (old, new) = (document(&old), document(&new));
            let prepared = Prepared::new(old.clone(), new.clone(), &|_| true).unwrap();
            prop_assert!(prepared.is_of(&old, &new));
            let decisions: Vec<Decision> = said.iter().map(decision).collect();
            // Forth, one by one, and all taken back at last.
            for count in (0..=decisions.len()).chain([0]) {
                let made = &decisions[..count];
                let kept = prepared.compare(made, &|_| true).unwrap();
                prop_assert_eq!(kept, compare_with(&old, &new, made));
            }
        }
    }

    #[test]
    fn comparing_stops_at_any_step_and_tells_how_far_it_is() {
        let (old, new) = (document(&[0, 2, 4, 5]), document(&[1, 3, 4, 6, 7]));
        let heard = RefCell::new(Vec::new());
        let hear = |share| {
            heard.borrow_mut().push(share);
            true
        };
        let prepared = Prepared::new(old.clone(), new.clone(), &hear).unwrap();
        let before = heard.borrow().len();
        prepared.compare(&[], &hear).unwrap();
        let heard = heard.into_inner();
        for part in [&heard[..before], &heard[before..]] {
            assert!(part.is_sorted() && !part.is_empty(), "{part:?}");
        }
        assert!(heard.iter().all(|share| (0.0..=1.0).contains(share)));

        for steps in 0..heard.len() {
            let left = Cell::new(steps);
            let stop = |_| {
                left.set(left.get().saturating_sub(1));
                left.get() > 0
            };
            let stopped = Prepared::new(old.clone(), new.clone(), &stop)
                .and_then(|prepared| prepared.compare(&[], &stop));
            assert_eq!(stopped, Err(Stopped), "after {steps} steps");
        }
    }
}
