use svod_api::Error;
use svod_api::commands::{AssembleRequest, AssemblyRequest, DocumentRequest, Nothing};
use svod_api::view::AssemblyView;
use tauri::{AppHandle, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn assembly_choose<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: AssembleRequest,
) -> Result<Option<AssemblyView>, Error> {
    let cancel = state.begin(&request.task);
    let task = request.task.clone();
    let view = with_library(&state, move |library| {
        let paths = dialogs::open_files(&app, library.settings()?.language);
        library.assemble_chosen(&request.id, &paths, &cancel)
    })
    .await;
    state.end(&task);
    view
}

#[tauri::command]
pub(crate) async fn assembly_view(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<AssemblyView, Error> {
    with_library(&state, move |library| library.assembly(&request.id)).await
}

#[tauri::command]
pub(crate) async fn assembly_take(
    state: tauri::State<'_, State>,
    request: AssemblyRequest,
) -> Result<AssemblyView, Error> {
    with_library(&state, move |library| {
        library.assembly_take(&request.id, &request.keys)
    })
    .await
}

#[tauri::command]
pub(crate) async fn assembly_leave(
    state: tauri::State<'_, State>,
    request: AssemblyRequest,
) -> Result<AssemblyView, Error> {
    with_library(&state, move |library| {
        library.assembly_leave(&request.id, &request.keys)
    })
    .await
}

#[tauri::command]
pub(crate) async fn assembly_reopen(
    state: tauri::State<'_, State>,
    request: AssemblyRequest,
) -> Result<AssemblyView, Error> {
    with_library(&state, move |library| {
        library.assembly_reopen(&request.id, &request.keys)
    })
    .await
}

#[tauri::command]
pub(crate) async fn assembly_end(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| {
        library.assembly_end(&request.id)?;
        Ok(Nothing {})
    })
    .await
}
