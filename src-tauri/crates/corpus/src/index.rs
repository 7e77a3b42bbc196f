//! Where the families that share rare stems are found.

use std::collections::HashMap;
use std::convert::Infallible;

use serde::{Deserialize, Serialize};

/// A task as a family is known by it: the directive that founded the family, without its dates.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its text without deadlines.
    pub text: String,
    /// The parent phrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Whom it was given to, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<String>,
    /// Numbers of the acts it leans on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<String>,
}

/// What has been found of tasks so far: in memory for a handful of files, in the library for a
/// country.
pub trait Index {
    /// What can go wrong when it is asked.
    type Error;

    /// The family of a text that was met before.
    ///
    /// # Errors
    /// If the index cannot be read.
    fn family_of(&self, wording: u64) -> Result<Option<u32>, Self::Error>;

    /// Families that hold a term, at most so many.
    ///
    /// # Errors
    /// If the index cannot be read.
    fn holders(&self, term: u64, most: usize) -> Result<Vec<u32>, Self::Error>;

    /// The task of a family; nothing for a family that is gone.
    ///
    /// # Errors
    /// If the index cannot be read.
    fn task(&self, family: u32) -> Result<Option<Task>, Self::Error>;

    /// Founds a family, to be found by its terms; gives its number.
    ///
    /// # Errors
    /// If the index cannot be written.
    fn found(&mut self, task: &Task, terms: &[u64]) -> Result<u32, Self::Error>;

    /// Remembers the family of a text.
    ///
    /// # Errors
    /// If the index cannot be written.
    fn remember(&mut self, wording: u64, family: u32) -> Result<(), Self::Error>;
}

/// An index that is gone when the program ends.
#[derive(Debug, Default)]
pub struct MemoryIndex {
    tasks: Vec<Task>,
    wordings: HashMap<u64, u32>,
    holders: HashMap<u64, Vec<u32>>,
}

impl Index for MemoryIndex {
    type Error = Infallible;

    fn family_of(&self, wording: u64) -> Result<Option<u32>, Infallible> {
        Ok(self.wordings.get(&wording).copied())
    }

    fn holders(&self, term: u64, most: usize) -> Result<Vec<u32>, Infallible> {
        let holders = self
            .holders
            .get(&term)
            .map(Vec::as_slice)
            .unwrap_or_default();
        Ok(holders.iter().copied().take(most).collect())
    }

    fn task(&self, family: u32) -> Result<Option<Task>, Infallible> {
        Ok(self.tasks.get(family as usize).cloned())
    }

    fn found(&mut self, task: &Task, terms: &[u64]) -> Result<u32, Infallible> {
        let number = u32::try_from(self.tasks.len()).unwrap_or(u32::MAX);
        self.tasks.push(task.clone());
        for term in terms {
            self.holders.entry(*term).or_default().push(number);
        }
        Ok(number)
    }

    fn remember(&mut self, wording: u64, family: u32) -> Result<(), Infallible> {
        self.wordings.insert(wording, family);
        Ok(())
    }
}
