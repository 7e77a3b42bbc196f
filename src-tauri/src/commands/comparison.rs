use svod_api::Error;
use svod_api::commands::{CompareRequest, DecideRequest, TaskRequest, UndecideRequest};
use svod_api::view::{ComparisonView, DocumentCard};
use tauri::{AppHandle, Emitter, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn documents_compare<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: CompareRequest,
) -> Result<ComparisonView, Error> {
    let cancel = state.begin(&request.task);
    let task = request.task.clone();
    let view = with_library(&state, move |library| {
        let CompareRequest { old, new, task } = &request;
        library.compare_task(task, old, new, &cancel, |progress| {
            // A window that is closing hears nothing, and needs nothing.
            drop(app.emit("comparing", progress));
        })
    })
    .await;
    state.end(&task);
    view
}

#[tauri::command]
pub(crate) async fn file_choose<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: TaskRequest,
) -> Result<Option<DocumentCard>, Error> {
    let cancel = state.begin(&request.task);
    let card = with_library(&state, move |library| {
        let path = dialogs::open_file(
            &app,
            dialogs::Purpose::Compare,
            library.settings()?.language,
        );
        library.choose_file(path.as_deref(), &cancel)
    })
    .await;
    state.end(&request.task);
    card
}

#[tauri::command]
pub(crate) async fn comparison_decide(
    state: tauri::State<'_, State>,
    request: DecideRequest,
) -> Result<ComparisonView, Error> {
    with_library(&state, move |library| {
        library.decide(&request.old, &request.new, &request.decisions)
    })
    .await
}

#[tauri::command]
pub(crate) async fn comparison_undecide(
    state: tauri::State<'_, State>,
    request: UndecideRequest,
) -> Result<ComparisonView, Error> {
    with_library(&state, move |library| {
        library.undecide(&request.old, &request.new, request.act)
    })
    .await
}
