use std::path::PathBuf;

use svod_api::commands::{
    CorrectRequest, DocumentRequest, DocumentsRequest, Nothing, StatusRequest, TaskRequest,
};
use svod_api::view::{
    DocumentCard, DocumentView, EmptiedBin, ImportReport, Language, RevisionCard,
};
use svod_api::{Error, Finding, Id};
use tauri::{AppHandle, Emitter, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn documents_import<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: TaskRequest,
) -> Result<Option<ImportReport>, Error> {
    import(app, &state, request, dialogs::open_files).await
}

#[tauri::command]
pub(crate) async fn folder_import<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: TaskRequest,
) -> Result<Option<ImportReport>, Error> {
    import(app, &state, request, dialogs::open_folder).await
}

/// Asks for files or a folder and imports them, telling the window how far it has come.
async fn import<R: Runtime>(
    app: AppHandle<R>,
    state: &State,
    request: TaskRequest,
    choose: fn(&AppHandle<R>, Language) -> Vec<PathBuf>,
) -> Result<Option<ImportReport>, Error> {
    let cancel = state.begin(&request.task);
    let task = request.task.clone();
    let report = with_library(state, move |library| {
        let paths = choose(&app, library.settings()?.language);
        library.import_chosen(&task, &paths, &cancel, |progress| {
            // A window that is closing hears nothing, and needs nothing.
            drop(app.emit("progress", progress));
        })
    })
    .await;
    state.end(&request.task);
    report
}

#[tauri::command]
pub(crate) async fn document_correct(
    state: tauri::State<'_, State>,
    request: CorrectRequest,
) -> Result<DocumentView, Error> {
    with_library(&state, move |library| {
        library.correct(&request.id, &request.correction)
    })
    .await
}

#[tauri::command]
pub(crate) async fn document_uncorrect(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<DocumentView, Error> {
    with_library(&state, move |library| library.uncorrect(&request.id)).await
}

#[tauri::command]
pub(crate) async fn document_open(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<DocumentView, Error> {
    with_library(&state, move |library| library.document(&request.id)).await
}

#[tauri::command]
pub(crate) async fn documents_remove(
    state: tauri::State<'_, State>,
    request: DocumentsRequest,
) -> Result<Vec<DocumentCard>, Error> {
    with_library(&state, move |library| library.remove(&request.ids)).await
}

#[tauri::command]
pub(crate) async fn documents_restore(
    state: tauri::State<'_, State>,
    request: DocumentsRequest,
) -> Result<Vec<DocumentCard>, Error> {
    with_library(&state, move |library| library.restore(&request.ids)).await
}

#[tauri::command]
pub(crate) async fn documents_status(
    state: tauri::State<'_, State>,
    request: StatusRequest,
) -> Result<Vec<DocumentCard>, Error> {
    with_library(&state, move |library| {
        library.set_status(&request.ids, request.status)
    })
    .await
}

#[tauri::command]
pub(crate) async fn documents_purge(
    state: tauri::State<'_, State>,
    request: DocumentsRequest,
) -> Result<EmptiedBin, Error> {
    with_library(&state, move |library| library.purge(&request.ids)).await
}

#[tauri::command]
pub(crate) async fn examples_remove(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<Id>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.remove_examples()).await
}

#[tauri::command]
pub(crate) async fn document_revisions(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<RevisionCard>, Error> {
    with_library(&state, move |library| library.revisions(&request.id)).await
}

#[tauri::command]
pub(crate) async fn document_check(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<Finding>, Error> {
    with_library(&state, move |library| library.check(&request.id)).await
}
