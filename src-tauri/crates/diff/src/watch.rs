//! How far a comparison has come, and whether it should go on.
//!
//! Comparing two long documents takes a while, and a person may change their mind. Every loop over
//! directives or pairs of them asks here before each step; a caller that does not care pays one call
//! of an empty function.

use std::cell::Cell;

/// The comparison was asked to stop; what was done so far is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// A part of the work, in the order they are done.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Phase {
    /// Directives into what they say.
    Reading,
    /// Which pairs are worth a look.
    Looking,
    /// The evidence of each such pair.
    Scoring,
    /// Which belong together.
    Pairing,
    /// The texts of each pair word by word.
    Wording,
}

impl Phase {
    /// Where it begins and ends in the whole, as measured with two documents of 1,500 directives.
    fn span(self) -> (f32, f32) {
        match self {
            Self::Reading => (0.0, 0.22),
            Self::Looking => (0.22, 0.35),
            Self::Scoring => (0.35, 0.55),
            Self::Pairing => (0.55, 0.7),
            Self::Wording => (0.7, 1.0),
        }
    }
}

/// Passes on the share done, 0 to 1 and never falling, and hears whether to go on.
pub(crate) struct Watch<'a> {
    go_on: &'a dyn Fn(f32) -> bool,
    heard: Cell<f32>,
}

impl<'a> Watch<'a> {
    pub(crate) fn new(go_on: &'a dyn Fn(f32) -> bool) -> Self {
        Self {
            go_on,
            heard: Cell::new(0.0),
        }
    }

    /// Nobody waits, nobody stops.
    pub(crate) fn none() -> Self {
        Self::new(&|_| true)
    }

    /// Says that `done` of `all` steps of a phase are done.
    pub(crate) fn at(&self, phase: Phase, done: usize, all: usize) -> Result<(), Stopped> {
        let (from, to) = phase.span();
        let share = from + (to - from) * (done as f32 / all.max(1) as f32).min(1.0);
        let share = share.max(self.heard.get());
        self.heard.set(share);
        if (self.go_on)(share) {
            Ok(())
        } else {
            Err(Stopped)
        }
    }
}
