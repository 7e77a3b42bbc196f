use crate::view::{About, Settings};
use crate::{Error, ErrorCode, Library};

/// The name under which the settings are kept.
const NAME: &str = "settings";

impl Library {
    /// The person's settings, or the defaults.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn settings(&self) -> Result<Settings, Error> {
        let stored = self
            .store()
            .read()
            .setting(NAME)
            .map_err(|error| self.explain(error))?;
        // Settings written by a newer version may not parse; defaults are better than no window.
        Ok(stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    /// Keeps new settings and gives them back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_settings(&self, settings: Settings) -> Result<Settings, Error> {
        let text = serde_json::to_string(&settings)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        self.store()
            .write(|library| library.set_setting(NAME, &text))
            .map_err(|error| self.explain(error))?;
        Ok(settings)
    }

    /// Version and place.
    pub fn about(&self) -> About {
        About {
            version: env!("CARGO_PKG_VERSION").into(),
            library: self.path().to_string_lossy().into_owned(),
        }
    }
}
