use svod_api::Error;
use svod_api::commands::ExportRequest;
use svod_api::view::SavedFile;
use tauri::{AppHandle, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn export_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: ExportRequest,
) -> Result<Option<SavedFile>, Error> {
    with_library(&state, move |library| {
        library.export_chosen(&request.source, request.format, |name| {
            let language = library.settings().unwrap_or_default().language;
            dialogs::save_file(&app, language, name, request.format.extension())
        })
    })
    .await
}
