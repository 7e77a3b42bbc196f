//! Documents and comparisons as files.

pub(crate) mod choosing;
mod details;
mod finish;
mod formats;
mod points;
pub(crate) mod previewing;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use svod_diff::Comparison;
use svod_model::{Id, Resolution, json};
use svod_writers::{Profile, Reviser, papers};

pub use finish::Finish;

use crate::view::{
    ExportFormat, ExportHow, ExportLast, ExportPart, ExportSource, RemarkState, SavedFile,
};
use crate::{Cancel, Error, ErrorCode, Library, files};

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
        how: &ExportHow,
    ) -> Result<String, Error> {
        let stem = match source {
            ExportSource::Document { id } => {
                let title = self.document(id)?.card.title;
                match &how.part {
                    ExportPart::Whole => title,
                    ExportPart::Section { .. } | ExportPart::Directives { .. } => {
                        format!("Часть {title}")
                    }
                    ExportPart::Addressee { name } => format!("Выписка {name} {title}"),
                    ExportPart::Plan => format!("План мероприятий {title}"),
                    ExportPart::Order => format!("Приказ об исполнении {title}"),
                    ExportPart::Distribution => format!("Лист рассылки {title}"),
                    ExportPart::Remarks => format!("Реестр замечаний {title}"),
                }
            }
            ExportSource::Comparison { old, new } => {
                let (old, new) = (self.stated(old)?.view.card, self.stated(new)?.view.card);
                let year = |date: Option<chrono::NaiveDate>| {
                    date.map(|date| date.format("%Y").to_string())
                        .unwrap_or_default()
                };
                let place = new.municipality.unwrap_or_default();
                let years = format!("{} – {}", year(old.adopted_on), year(new.adopted_on));
                let what = if format == ExportFormat::Redline {
                    "Исправления"
                } else {
                    "Сравнение"
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
        how: &ExportHow,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let Some(path) = choose(&self.suggested_name(source, format, how)?) else {
            return Ok(None);
        };
        self.export(source, format, how, &path).map(Some)
    }

    /// Renders a document or a comparison and writes it to a file, whole or not at all.
    ///
    /// # Errors
    /// [`ErrorCode::ExportFormatUnsupported`], [`ErrorCode::DocumentNotFound`], and those of
    /// [`save`].
    pub fn export(
        &self,
        source: &ExportSource,
        format: ExportFormat,
        how: &ExportHow,
        to: &Path,
    ) -> Result<SavedFile, Error> {
        let bytes = match source {
            ExportSource::Document { id } => {
                let finish = self.finish(id, how)?;
                self.render_document(id, format, &finish)?
            }
            ExportSource::Comparison { old, new } => {
                let view = self.compare(old, new, &Cancel::default())?;
                let (old, new) = (&view.old.resolution, &view.new.resolution);
                render_comparison(&view.comparison, old, new, format, &reviser(None, None))?
            }
        };
        let saved = save(&bytes, to)?;
        if let ExportSource::Document { .. } = source {
            // The file is written: that a full disk forgets the choice must not say otherwise.
            drop(self.remember_export(ExportLast {
                format,
                profile: how.profile,
                editing: how.editing,
            }));
        }
        Ok(saved)
    }
}

impl Library {
    fn render_document(
        &self,
        id: &Id,
        format: ExportFormat,
        finish: &Finish,
    ) -> Result<Vec<u8>, Error> {
        let resolution = self.document(id)?.resolution;
        render(
            &resolution,
            &self.register(id, &resolution)?,
            format,
            finish,
        )
    }

    /// The remarks on a document as its register prints them.
    fn register(&self, id: &Id, resolution: &Resolution) -> Result<Vec<papers::Remark>, Error> {
        let numbers = svod_model::numbering::number(resolution);
        let remarks = self.remarks(id)?;
        let printed = remarks
            .iter()
            .filter(|remark| remark.answers.is_none())
            .map(|remark| {
                let place = remark.directive.as_ref();
                let answers = remarks
                    .iter()
                    .filter(|answer| answer.answers.as_ref() == Some(&remark.id));
                papers::Remark {
                    place: place.and_then(|id| numbers.get(id)).map_or_else(
                        || "Весь текст".to_owned(),
                        |number| format!("п. {}", number.trim_end_matches('.')),
                    ),
                    wording: place
                        .and_then(|id| resolution.directive(id))
                        .map(|directive| directive.text.clone())
                        .unwrap_or_default(),
                    proposal: remark
                        .proposal
                        .clone()
                        .unwrap_or_else(|| remark.text.clone()),
                    author: remark.author.clone(),
                    decision: decision(remark.state, answers.map(|answer| answer.text.as_str())),
                }
            });
        Ok(printed.collect())
    }
}

/// What became of a remark, with what was answered.
fn decision<'a>(state: RemarkState, answers: impl Iterator<Item = &'a str>) -> String {
    let said_of = match state {
        RemarkState::Open => None,
        RemarkState::Accepted => Some("принято"),
        RemarkState::Resolved => Some("снято"),
        RemarkState::Rejected => Some("отклонено"),
    };
    let said: Vec<&str> = said_of.into_iter().chain(answers).collect();
    said.join("; ")
}

/// Writes bytes to a file, whole or not at all.
///
/// # Errors
/// [`ErrorCode::FileNotWritable`], [`ErrorCode::DiskFull`], [`ErrorCode::FileInUse`],
/// [`ErrorCode::FolderNotFound`], [`ErrorCode::FileNameNotAllowed`], [`ErrorCode::NotAFile`]; the
/// file that was there is then as it was.
pub fn save(bytes: &[u8], to: &Path) -> Result<SavedFile, Error> {
    files::write(to, bytes)?;
    Ok(SavedFile {
        name: files::name(to),
        path: to.to_string_lossy().into_owned(),
        size: bytes.len() as u64,
    })
}

/// A resolution in a format. Papers made of one are to be read; calendars, workbooks and data are
/// of the whole.
///
/// # Errors
/// [`ErrorCode::ExportFormatUnsupported`]; [`ErrorCode::Internal`] if a writer fails, which no input
/// should make it do.
pub fn render_resolution(
    resolution: &Resolution,
    format: ExportFormat,
    finish: &Finish,
) -> Result<Vec<u8>, Error> {
    render(resolution, &[], format, finish)
}

fn render(
    resolution: &Resolution,
    remarks: &[papers::Remark],
    format: ExportFormat,
    finish: &Finish,
) -> Result<Vec<u8>, Error> {
    let profile = &finish.profile;
    let sheet = || finish.sheet(resolution, remarks);
    let day = finish.made_at.date();
    let whole = finish.part == ExportPart::Whole;
    Ok(match format {
        ExportFormat::Docx => svod_writers::sheet_docx(&sheet(), profile).map_err(internal)?,
        ExportFormat::Pdf => svod_pdf::pdf(&sheet(), profile, day).map_err(internal)?,
        ExportFormat::Odt => svod_writers::sheet_odt(&sheet(), profile).map_err(internal)?,
        ExportFormat::Html => svod_writers::sheet_html(&sheet()).into_bytes(),
        ExportFormat::Md => svod_writers::sheet_markdown(&sheet()).into_bytes(),
        ExportFormat::Txt => svod_writers::sheet_text(&sheet()).into_bytes(),
        ExportFormat::Json if whole => json::to_json(resolution).map_err(internal)?.into_bytes(),
        ExportFormat::Xlsx if whole => svod_writers::workbook(
            resolution,
            &finish::plan(resolution, &finish.details.approval()),
            day,
        )
        .map_err(internal)?,
        ExportFormat::Ics if whole => svod_writers::ics(resolution, finish.made_at),
        ExportFormat::Akn if whole => svod_writers::akn(resolution, day).map_err(internal)?,
        ExportFormat::Json
        | ExportFormat::Xlsx
        | ExportFormat::Ics
        | ExportFormat::Akn
        | ExportFormat::Redline => return Err(format.unsupported()),
    })
}

fn internal(cause: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::Internal).because(cause)
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
/// [`ErrorCode::ExportFormatUnsupported`] for formats that cannot hold the table.
pub fn render_comparison(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    format: ExportFormat,
    reviser: &Reviser,
) -> Result<Vec<u8>, Error> {
    Ok(match format {
        ExportFormat::Redline => {
            svod_writers::redline_docx(comparison, old, new, reviser, &Profile::default())
                .map_err(internal)?
        }
        ExportFormat::Xlsx => {
            svod_writers::comparison_xlsx(comparison, old, new, reviser.at.date())
                .map_err(internal)?
        }
        ExportFormat::Docx => {
            svod_writers::comparison_docx(comparison, old, new, &Profile::default())
                .map_err(internal)?
        }
        ExportFormat::Html => svod_writers::comparison_html(comparison, old, new).into_bytes(),
        ExportFormat::Txt => svod_writers::comparison_text(comparison, old, new).into_bytes(),
        ExportFormat::Json => serde_json::to_vec(comparison).map_err(internal)?,
        ExportFormat::Md
        | ExportFormat::Pdf
        | ExportFormat::Odt
        | ExportFormat::Ics
        | ExportFormat::Akn => return Err(format.unsupported()),
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
