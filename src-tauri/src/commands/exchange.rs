use svod_api::Error;
use svod_api::commands::{DocumentRequest, DocumentsRequest, ExchangeRequest, Nothing};
use svod_api::view::{ExchangeDifference, ExchangeReport, ExchangeView, SavedFile};
use tauri::{AppHandle, Emitter, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn exchange_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: DocumentsRequest,
) -> Result<Option<SavedFile>, Error> {
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        dialogs::save_file(&app, language, &library.bundle_name(), "svodx")
            .map(|path| library.export_bundle(&request.ids, &path))
            .transpose()
    })
    .await
}

#[tauri::command]
pub(crate) async fn exchange_open<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Option<ExchangeView>, Error> {
    let Nothing {} = request;
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        dialogs::open_file(&app, dialogs::Purpose::Exchange, language)
            .map(|path| library.open_bundle(&path))
            .transpose()
    })
    .await
}

#[tauri::command]
pub(crate) async fn exchange_differences(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<ExchangeDifference, Error> {
    with_library(&state, move |library| {
        library.bundle_difference(&request.id)
    })
    .await
}

#[tauri::command]
pub(crate) async fn exchange_take<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: ExchangeRequest,
) -> Result<ExchangeReport, Error> {
    let cancel = state.begin(&request.task);
    let task = request.task.clone();
    let report = with_library(&state, move |library| {
        library.take_bundle(&request.task, &request.choices, &cancel, |progress| {
            // A window that is closing hears nothing, and needs nothing.
            drop(app.emit("progress", progress));
        })
    })
    .await;
    state.end(&task);
    report
}
