//! File choosers, opened from here only: the page names no path and gets none to read.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use svod_api::view::Language;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

/// What the readers open.
const RESOLUTIONS: &[&str] = &[
    "docx", "doc", "odt", "rtf", "pdf", "html", "htm", "md", "markdown", "txt",
];

/// Lets the person choose files to import.
pub(crate) fn open_files<R: Runtime>(app: &AppHandle<R>, language: Language) -> Vec<PathBuf> {
    if let Some(paths) = scripted("SVOD_E2E_OPEN") {
        return std::env::split_paths(&paths).collect();
    }
    let (title, filter) = match language {
        Language::Ru => ("Добавить файлы", "Резолюции"),
        Language::En => ("Add files", "Resolutions"),
    };
    let chosen = app
        .dialog()
        .file()
        .set_title(title)
        .add_filter(filter, RESOLUTIONS)
        .add_filter("*", &["*"])
        .blocking_pick_files();
    chosen
        .unwrap_or_default()
        .into_iter()
        .filter_map(|path| path.into_path().ok())
        .collect()
}

/// What one file is chosen for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// To be compared with.
    Compare,
    /// To be made a template.
    Template,
    /// To be taken over from another library.
    Exchange,
    /// To take a control sheet back.
    ControlSheet,
}

/// Lets the person choose one file.
pub(crate) fn open_file<R: Runtime>(
    app: &AppHandle<R>,
    purpose: Purpose,
    language: Language,
) -> Option<PathBuf> {
    if let Some(path) = scripted("SVOD_E2E_OPEN") {
        return Some(PathBuf::from(path));
    }
    let (title, filter) = match (purpose, language) {
        (Purpose::Compare, Language::Ru) => ("Сравнить с файлом", "Резолюции"),
        (Purpose::Compare, Language::En) => ("Compare with a file", "Resolutions"),
        (Purpose::Template, Language::Ru) => ("Добавить шаблон", "Шаблоны и документы"),
        (Purpose::Template, Language::En) => ("Add a template", "Templates and documents"),
        (Purpose::Exchange, Language::Ru) => ("Открыть файл обмена", "Файлы обмена"),
        (Purpose::Exchange, Language::En) => ("Open an exchange file", "Exchange files"),
        (Purpose::ControlSheet, Language::Ru) => ("Принять контрольный лист", "Контрольные листы"),
        (Purpose::ControlSheet, Language::En) => ("Take a control sheet back", "Control sheets"),
    };
    let extensions = match purpose {
        Purpose::Compare | Purpose::Template => RESOLUTIONS,
        Purpose::Exchange => &["svodx"],
        Purpose::ControlSheet => &["xlsx"],
    };
    let chosen = app
        .dialog()
        .file()
        .set_title(title)
        .add_filter(filter, extensions)
        .add_filter("*", &["*"])
        .blocking_pick_file();
    chosen.and_then(|path| path.into_path().ok())
}

/// Lets the person choose a folder to import.
pub(crate) fn open_folder<R: Runtime>(app: &AppHandle<R>, language: Language) -> Vec<PathBuf> {
    if let Some(paths) = scripted("SVOD_E2E_OPEN") {
        return std::env::split_paths(&paths).collect();
    }
    let title = match language {
        Language::Ru => "Добавить папку",
        Language::En => "Add a folder",
    };
    let chosen = app.dialog().file().set_title(title).blocking_pick_folder();
    chosen
        .and_then(|path| path.into_path().ok())
        .into_iter()
        .collect()
}

/// Lets the person choose a folder to save files into.
pub(crate) fn save_folder<R: Runtime>(app: &AppHandle<R>, language: Language) -> Option<PathBuf> {
    if let Some(path) = scripted("SVOD_E2E_FOLDER") {
        return Some(PathBuf::from(path));
    }
    let title = match language {
        Language::Ru => "Сохранить в папку",
        Language::En => "Save into a folder",
    };
    let chosen = app.dialog().file().set_title(title).blocking_pick_folder();
    chosen.and_then(|path| path.into_path().ok())
}

/// Lets the person choose where to save a file; the chooser itself asks before it overwrites.
pub(crate) fn save_file<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
    name: &str,
    extension: &str,
) -> Option<PathBuf> {
    if let Some(path) = scripted("SVOD_E2E_SAVE") {
        return Some(PathBuf::from(path));
    }
    let title = match language {
        Language::Ru => "Сохранить файл",
        Language::En => "Save file",
    };
    let mut name = name.to_owned();
    loop {
        let chosen = app
            .dialog()
            .file()
            .set_title(title)
            .set_file_name(&name)
            .add_filter(extension, &[extension])
            .blocking_save_file();
        let chosen = chosen.and_then(|path| path.into_path().ok())?;
        let whole = with_extension(&chosen, extension);
        // Nobody was asked about a file of the whole name.
        if whole == chosen || !whole.exists() {
            return Some(whole);
        }
        name = whole.file_name()?.to_string_lossy().into_owned();
    }
}

/// Choosers on Linux do not add the extension of the filter. «Отчёт 12.05» has none either: an extension has letters.
fn with_extension(chosen: &Path, extension: &str) -> PathBuf {
    let own = chosen.extension().and_then(OsStr::to_str);
    if own.is_some_and(|own| own.chars().any(char::is_alphabetic)) {
        return chosen.to_owned();
    }
    let mut name = chosen.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// The answer a test gives instead of a person; released programs have no such door.
pub(crate) fn scripted(name: &str) -> Option<std::ffi::OsString> {
    if cfg!(debug_assertions) {
        std::env::var_os(name)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_extension_gets_it() {
        for (typed, whole) in [
            ("отчёт", "отчёт.docx"),
            ("отчёт 12.05", "отчёт 12.05.docx"),
            ("отчёт.docx", "отчёт.docx"),
            ("отчёт.doc", "отчёт.doc"),
        ] {
            assert_eq!(with_extension(Path::new(typed), "docx"), Path::new(whole));
        }
    }
}
