//! A matrix as a file: of the library, or of files without one.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use svod_corpus::{
    Counted, FamilyCount, Filter, Index as _, Kin, Matrix, MemoryIndex, RowsBy, ThemeCount, place,
};
use svod_language::themes::ThemeList;
use svod_writers::{matrix_html, matrix_xlsx, series_svg, series_xlsx};

use crate::exporting::{file_stem, save};
use crate::view::{ColumnsBy, Counting, ExportFormat, SavedFile};
use crate::{Access, Cancel, Error, ErrorCode, Library, read_file};

/// So many families stand in the matrix of files.
const FAMILIES: usize = 14;
/// The ending of a picture's name.
pub const PICTURE: &str = "svg";

/// Counts the directives of a library; what was not looked at since its themes changed is looked at
/// first.
///
/// # Errors
/// As [`Library::open`]; [`ErrorCode::LibraryLocked`] only while something has to be looked at.
pub fn matrix_of_library(path: &Path, columns: ColumnsBy) -> Result<Matrix, Error> {
    let counting = Counting {
        columns,
        ..Counting::default()
    };
    let library = Library::open(path, Access::Look)?;
    if library.waiting_for_families()? == 0 {
        return Ok(library.matrix(&counting)?.0);
    }
    drop(library);
    let library = Library::open(path, Access::Change)?;
    library.find_families("matrix", &Cancel::default(), |_| {})?;
    Ok(library.matrix(&counting)?.0)
}

/// Reads files and counts their directives by districts and themes, or by districts and tasks; by the
/// themes of a library, if one is named.
///
/// # Errors
/// As [`read_file`], for the first file that cannot be read.
pub fn matrix_of_files(
    paths: &[impl AsRef<Path>],
    columns: ColumnsBy,
    library: Option<&Library>,
) -> Result<Matrix, Error> {
    let themes = match library {
        Some(library) => library.theme_list()?,
        None => Cow::Borrowed(ThemeList::shipped()),
    };
    let (mut index, mut kin) = (MemoryIndex::default(), Kin::default());
    let mut read = Vec::new();
    for path in paths {
        let resolution = read_file(path.as_ref(), None)?.resolution;
        let Ok(marks) = place(&resolution, &themes, &mut index, &mut kin);
        read.push((resolution, svod_corpus::pack(&marks)));
    }
    let counted = read.iter().map(|(resolution, marks)| Counted {
        district: resolution.event.municipality.as_deref().unwrap_or_default(),
        region: resolution.event.region.as_deref().unwrap_or_default(),
        adopted_on: resolution.adopted_on,
        marks,
        stands: &[],
    });
    let (filter, by) = (Filter::default(), RowsBy::District);
    Ok(match columns {
        ColumnsBy::Themes => {
            let mut count = ThemeCount::new(&themes, &filter);
            counted.for_each(|one| count.add(&one));
            count.matrix(by)
        }
        ColumnsBy::Families => {
            let mut count = FamilyCount::new(&filter, &|one| one);
            counted.for_each(|one| count.add(&one));
            let mut matrix = count.matrix(by, FAMILIES);
            for column in &mut matrix.columns {
                let Ok(task) = index.task(column.key.parse().unwrap_or_default());
                column.name = task.map(|task| task.text).unwrap_or_default();
            }
            matrix
        }
    })
}

/// Renders a matrix in `format`; `today` is the day a workbook names.
///
/// # Errors
/// [`ErrorCode::ExportFormatUnsupported`] for anything but Excel and a web page.
pub fn render_matrix(
    matrix: &Matrix,
    filter: &Filter,
    format: ExportFormat,
    today: NaiveDate,
) -> Result<Vec<u8>, Error> {
    let internal = |error| Error::new(ErrorCode::Internal).because(error);
    match format {
        ExportFormat::Html => Ok(matrix_html(matrix, filter).into_bytes()),
        ExportFormat::Xlsx => matrix_xlsx(matrix, filter, today).map_err(internal),
        ExportFormat::Docx
        | ExportFormat::Pdf
        | ExportFormat::Odt
        | ExportFormat::Ics
        | ExportFormat::Akn
        | ExportFormat::Md
        | ExportFormat::Txt
        | ExportFormat::Json
        | ExportFormat::Redline => Err(unsupported(format)),
    }
}

impl Library {
    /// Saves a matrix, or without one the series of a filter, where the person chooses; nothing if
    /// they chose nothing.
    ///
    /// # Errors
    /// As [`render_matrix`] and for what cannot be written.
    pub fn save_districts(
        &self,
        counting: Option<&Counting>,
        filter: &Filter,
        format: ExportFormat,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let filter = counting.map_or(filter, |counting| &counting.filter);
        let what = if counting.is_some() {
            "Поручения по районам"
        } else {
            "Показатели"
        };
        let year = filter.year.map(|year| format!(" {year}"));
        let region = filter.region.as_ref().map(|region| format!(" {region}"));
        let stem = format!(
            "{what}{}{}",
            region.unwrap_or_default(),
            year.unwrap_or_default()
        );
        let name = format!("{}.{}", file_stem(&stem), format.extension());
        let Some(chosen) = choose(&name) else {
            return Ok(None);
        };
        let path = match chosen.extension() {
            Some(_) => chosen,
            None => chosen.with_extension(format.extension()),
        };
        let today = crate::today();
        let bytes = match (counting, format) {
            (Some(counting), format) => {
                render_matrix(&self.matrix(counting)?.0, filter, format, today)?
            }
            (None, ExportFormat::Xlsx) => series_xlsx(&self.series(filter)?.series, today)
                .map_err(|error| Error::new(ErrorCode::Internal).because(error))?,
            (None, format) => return Err(unsupported(format)),
        };
        save(&bytes, &path).map(Some)
    }

    /// Saves a series as a picture where the person chooses; nothing if they chose nothing.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] when the filter has no such series any more, and for what cannot be
    /// written.
    pub fn save_series_picture(
        &self,
        filter: &Filter,
        key: &str,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let all = self.series(filter)?.series;
        let found = all.iter().find(|one| one.key == key);
        let series =
            found.ok_or_else(|| Error::new(ErrorCode::DocumentNotFound).with("id", key))?;
        let name = file_stem(&format!("Показатель {}", series.name));
        let Some(mut path) = choose(&format!("{name}.{PICTURE}")) else {
            return Ok(None);
        };
        if path.extension().is_none() {
            path.set_extension(PICTURE);
        }
        let today = crate::today();
        save(series_svg(series, today).as_bytes(), &path).map(Some)
    }
}

fn unsupported(format: ExportFormat) -> Error {
    Error::new(ErrorCode::ExportFormatUnsupported).with("format", format.extension())
}
