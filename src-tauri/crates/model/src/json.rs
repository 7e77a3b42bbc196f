//! Versioned JSON: what is written names its format, and a newer format is refused, not guessed.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use crate::Resolution;

/// Major version of the resolution format. A field may be added without raising it.
const VERSION: u32 = 1;

/// The `schema` field: `svod.resolution/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Schema(String);

impl Default for Schema {
    fn default() -> Self {
        Self(format!("svod.resolution/{VERSION}"))
    }
}

/// Why a JSON text is not a resolution this program can take.
#[derive(Debug, Error)]
pub enum JsonError {
    /// Not JSON, or not of this shape.
    #[error("not a resolution: {source}")]
    Malformed {
        /// What serde met.
        #[from]
        source: serde_json::Error,
    },
    /// Another kind of document, or a format newer than this program.
    #[error("unsupported schema {schema}")]
    UnsupportedSchema {
        /// The schema the text names.
        schema: String,
    },
}

/// Writes a resolution as JSON text.
///
/// # Errors
/// Only if a number is not finite, which no reader produces.
pub fn to_json(resolution: &Resolution) -> Result<String, JsonError> {
    Ok(serde_json::to_string(resolution)?)
}

/// Reads a resolution written by this or an older version.
///
/// # Errors
/// [`JsonError::UnsupportedSchema`] for a newer major version, checked before the shape.
pub fn from_json(text: &str) -> Result<Resolution, JsonError> {
    #[derive(Deserialize)]
    struct Envelope {
        schema: String,
    }
    let Envelope { schema } = serde_json::from_str(text)?;
    let version = schema
        .strip_prefix("svod.resolution/")
        .and_then(|v| v.parse::<u32>().ok());
    if version.is_none_or(|version| version == 0 || version > VERSION) {
        return Err(JsonError::UnsupportedSchema { schema });
    }
    Ok(serde_json::from_str(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_equal() {
        let resolution = Resolution {
            title: "Резолюция форума".into(),
            ..Resolution::default()
        };
        let text = to_json(&resolution).unwrap();
        assert_eq!(from_json(&text).unwrap(), resolution);
    }

    #[test]
    fn newer_schema_is_refused_before_its_shape_is_looked_at() {
        let error = from_json(r#"{"schema":"svod.resolution/2","kind":"unheard-of"}"#).unwrap_err();
        assert!(matches!(error, JsonError::UnsupportedSchema { schema } if schema.ends_with("/2")));
    }

    #[test]
    fn unknown_fields_of_the_same_major_version_are_tolerated() {
        let mut value = serde_json::to_value(Resolution::default()).unwrap();
        value["invented"] = 1.into();
        assert!(from_json(&value.to_string()).is_ok());
    }
}
