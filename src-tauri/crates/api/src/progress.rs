use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, ErrorCode};

/// How far a long task has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// The task's name, as the caller gave it; cancelling uses it.
    pub task: String,
    /// Parts done.
    pub done: u32,
    /// Parts in all; 0 when not known yet.
    pub total: u32,
    /// What is being worked on now: a file name.
    pub label: String,
}

/// A wish to stop, shared between the one who asks and the one who works.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the task to stop at the next safe place.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Tells the task whether to go on.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] once [`Cancel::cancel`] was called.
    pub fn check(&self) -> Result<(), Error> {
        if self.0.load(Ordering::Relaxed) {
            Err(Error::new(ErrorCode::Cancelled))
        } else {
            Ok(())
        }
    }
}
