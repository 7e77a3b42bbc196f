use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::ThemeEntry;

/// A list of themes to be kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ThemesRequest {
    /// The list; without it that of the program is taken again.
    pub themes: Option<Vec<ThemeEntry>>,
}

/// A list of themes to be tried.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ThemesTrialRequest {
    /// The list as it would be.
    pub themes: Vec<ThemeEntry>,
    /// The place of the theme that is looked at; without it what has no theme is.
    pub at: Option<u32>,
}
