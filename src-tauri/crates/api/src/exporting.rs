use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use svod_diff::Comparison;
use svod_model::{Resolution, json};
use svod_writers::{Profile, Reviser};

use crate::view::{ExportFormat, ExportSource, SavedFile};
use crate::{Cancel, Error, ErrorCode, Library, files};

impl ExportFormat {
    /// The format of that name (`docx`, `html`, `md`, `txt`, `json`, `xlsx`, `redline`).
    ///
    /// # Errors
    /// [`ErrorCode::ExportFormatUnsupported`] for any other name.
    pub fn named(name: &str) -> Result<Self, Error> {
        match name {
            "docx" => Ok(Self::Docx),
            "html" => Ok(Self::Html),
            "md" => Ok(Self::Md),
            "txt" | "text" => Ok(Self::Txt),
            "json" => Ok(Self::Json),
            "xlsx" => Ok(Self::Xlsx),
            "redline" => Ok(Self::Redline),
            _ => Err(Error::new(ErrorCode::ExportFormatUnsupported).with("format", name)),
        }
    }

    /// The name [`ExportFormat::named`] knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::Redline => "redline",
            Self::Docx | Self::Html | Self::Md | Self::Txt | Self::Json | Self::Xlsx => {
                self.extension()
            }
        }
    }

    /// The extension of a file in this format.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx | Self::Redline => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Md => "md",
            Self::Txt => "txt",
            Self::Json => "json",
        }
    }
}

impl Library {
    /// A name for the exported file that the person may change: the source's own words, without
    /// characters that a file name cannot have.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn suggested_name(
        &self,
        source: &ExportSource,
        format: ExportFormat,
    ) -> Result<String, Error> {
        let stem = match source {
            ExportSource::Document { id } => self.document(id)?.card.title,
            ExportSource::Comparison { old, new } => {
                let (old, new) = (self.stated(old)?.view.card, self.stated(new)?.view.card);
                let year = |date: Option<chrono::NaiveDate>| {
                    date.map(|date| date.format("%Y").to_string())
                        .unwrap_or_default()
                };
                let place = new.municipality.unwrap_or_default();
                let years = format!("{} – {}", year(old.adopted_on), year(new.adopted_on));
                let what = match format {
                    ExportFormat::Redline => "Исправления",
                    ExportFormat::Docx
                    | ExportFormat::Html
                    | ExportFormat::Md
                    | ExportFormat::Txt
                    | ExportFormat::Json
                    | ExportFormat::Xlsx => "Сравнение",
                };
                format!("{what} {place} {years}")
            }
        };
        Ok(format!("{}.{}", file_stem(&stem), format.extension()))
    }

    /// Exports to where the person chooses: `choose` gets a suggested name and gives a path, or
    /// nothing if the person changed their mind.
    ///
    /// # Errors
    /// As [`Library::export`].
    pub fn export_chosen(
        &self,
        source: &ExportSource,
        format: ExportFormat,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let Some(chosen) = choose(&self.suggested_name(source, format)?) else {
            return Ok(None);
        };
        // Choosers on Linux do not add the extension of the filter.
        let path = match chosen.extension() {
            Some(_) => chosen,
            None => chosen.with_extension(format.extension()),
        };
        self.export(source, format, &path).map(Some)
    }

    /// Renders a document or a comparison and writes it to a file, whole or not at all.
    ///
    /// # Errors
    /// [`ErrorCode::ExportFormatUnsupported`], [`ErrorCode::FileNotWritable`],
    /// [`ErrorCode::DiskFull`], [`ErrorCode::DocumentNotFound`].
    pub fn export(
        &self,
        source: &ExportSource,
        format: ExportFormat,
        to: &Path,
    ) -> Result<SavedFile, Error> {
        let bytes = match source {
            ExportSource::Document { id } => {
                render_resolution(&self.document(id)?.resolution, format)?
            }
            ExportSource::Comparison { old, new } => {
                let view = self.compare(old, new, &Cancel::default())?;
                let (old, new) = (&view.old.resolution, &view.new.resolution);
                render_comparison(&view.comparison, old, new, format, &reviser(None, None))?
            }
        };
        save(&bytes, to)
    }
}

/// Writes bytes to a file, whole or not at all.
///
/// # Errors
/// [`ErrorCode::FileNotWritable`], [`ErrorCode::DiskFull`].
pub fn save(bytes: &[u8], to: &Path) -> Result<SavedFile, Error> {
    files::write(to, bytes)?;
    Ok(SavedFile {
        name: files::name(to),
        path: to.to_string_lossy().into_owned(),
        size: bytes.len() as u64,
    })
}

/// A resolution in a format.
///
/// # Errors
/// [`ErrorCode::Internal`] if a writer fails, which no input should make it do.
pub fn render_resolution(resolution: &Resolution, format: ExportFormat) -> Result<Vec<u8>, Error> {
    let internal = |cause: &dyn std::fmt::Display| Error::new(ErrorCode::Internal).because(cause);
    Ok(match format {
        ExportFormat::Docx => {
            svod_writers::docx(resolution, &Profile::default()).map_err(|error| internal(&error))?
        }
        ExportFormat::Html => svod_writers::html(resolution).into_bytes(),
        ExportFormat::Md => svod_writers::markdown(resolution).into_bytes(),
        ExportFormat::Txt => svod_writers::text(resolution).into_bytes(),
        ExportFormat::Json => json::to_json(resolution)
            .map_err(|error| internal(&error))?
            .into_bytes(),
        ExportFormat::Xlsx | ExportFormat::Redline => {
            return Err(
                Error::new(ErrorCode::ExportFormatUnsupported).with("format", format.name())
            );
        }
    })
}

/// Who a comparison's revisions are by and when they were made: the program and now, unless it is
/// said otherwise.
pub fn reviser(author: Option<&str>, day: Option<NaiveDate>) -> Reviser {
    let author = author.map(str::trim).filter(|author| !author.is_empty());
    Reviser {
        author: author.unwrap_or("Свод").to_owned(),
        at: match day {
            Some(day) => day.and_time(NaiveTime::MIN),
            None => chrono::Utc::now().naive_utc(),
        },
    }
}

/// A comparison in a format; `reviser` is named in the formats that say who made them and when.
///
/// # Errors
/// [`ErrorCode::ExportFormatUnsupported`] for Markdown, which cannot hold the table.
pub fn render_comparison(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    format: ExportFormat,
    reviser: &Reviser,
) -> Result<Vec<u8>, Error> {
    let internal = |cause: &dyn std::fmt::Display| Error::new(ErrorCode::Internal).because(cause);
    Ok(match format {
        ExportFormat::Redline => {
            svod_writers::redline_docx(comparison, old, new, reviser, &Profile::default())
                .map_err(|error| internal(&error))?
        }
        ExportFormat::Xlsx => {
            svod_writers::comparison_xlsx(comparison, old, new, reviser.at.date())
                .map_err(|error| internal(&error))?
        }
        ExportFormat::Docx => {
            svod_writers::comparison_docx(comparison, old, new, &Profile::default())
                .map_err(|error| internal(&error))?
        }
        ExportFormat::Html => svod_writers::comparison_html(comparison, old, new).into_bytes(),
        ExportFormat::Txt => svod_writers::comparison_text(comparison, old, new).into_bytes(),
        ExportFormat::Json => serde_json::to_vec(comparison).map_err(|error| internal(&error))?,
        ExportFormat::Md => {
            return Err(
                Error::new(ErrorCode::ExportFormatUnsupported).with("format", format.name())
            );
        }
    })
}

/// At most 80 letters without characters that Windows or Linux forbid in names.
pub(crate) fn file_stem(title: &str) -> String {
    let clean: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .filter(|c| !"«»„“".contains(*c))
        .collect();
    let mut stem = String::new();
    for word in clean.split_whitespace() {
        if stem.chars().count() + word.chars().count() > 80 {
            break;
        }
        if !stem.is_empty() {
            stem.push(' ');
        }
        stem.push_str(word);
    }
    let stem = stem.trim_end_matches(['.', ' ', ',']);
    if stem.is_empty() {
        "Резолюция".into()
    } else {
        stem.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_why_pairs_are_pairs_and_who_else_might_be_one() {
        let read = |texts: [&str; 2]| {
            let items = texts.map(|text| format!("- {text};")).join("\n");
            let text = format!("РЕШЕНИЕ\nсовещания\n\nШколам:\n{items}\n");
            let read =
                svod_readers::read(text.as_bytes(), "а.txt", &svod_readers::Options::default());
            read.unwrap().resolution
        };
        let old = read([
            "провести смотр музеев до 1 мая 2030 года",
            "создать школьный музей и музейную комнату",
        ]);
        let new = read([
            "провести смотр музеев до 1 июня 2031 года",
            "провести экскурсию в музей для младших школьников",
        ]);
        let comparison = svod_diff::compare(&old, &new);
        let json = render_comparison(
            &comparison,
            &old,
            &new,
            ExportFormat::Json,
            &reviser(None, None),
        );
        let json: serde_json::Value = serde_json::from_slice(&json.unwrap()).unwrap();
        assert_eq!(json["pairs"][0]["reasons"][0]["code"], "same_but_facts");
        assert!(json["possible"].is_array());
    }

    #[test]
    fn file_name_has_no_forbidden_characters_and_ends_at_a_word() {
        let stem = file_stem("Резолюция форума «Школа: шаг/вперёд?» 2026.");
        assert_eq!(stem, "Резолюция форума Школа шаг вперёд 2026");
        assert_eq!(file_stem("«»"), "Резолюция");
        let long = file_stem(&"очень ".repeat(40));
        assert!(long.chars().count() <= 80 && long.ends_with("очень"));
    }
}
