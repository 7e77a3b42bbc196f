use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stable name of a part of a resolution: 32 hexadecimal digits.
///
/// Readers derive it from the text and its place, the editor from a random number; either way it
/// never changes afterwards, whatever is moved or renumbered. 32 digits, because `_rz_` + id has
/// to fit the 40 characters Word allows a bookmark.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Id(String);

impl Id {
    /// Wraps a name; the caller vouches that it is unique in its document.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The digits themselves.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
