use std::path::PathBuf;

use svod_api::commands::{
    DocumentRequest, ExportRequest, Nothing, OwnProfileRequest, PageRequest, PagesRequest,
    PaperDetailsRequest, SavedRequest,
};
use svod_api::view::{
    ExportView, OwnProfile, OwnProfileView, PaperDetails, PreviewView, SavedFile,
};
use svod_api::{Error, ErrorCode, Finding};
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
    let saved = with_library(&state, move |library| {
        let how = request.how.unwrap_or_default();
        library.export_chosen(&request.source, request.format, &how, |name| {
            let language = library.settings().unwrap_or_default().language;
            dialogs::save_file(&app, language, name, request.format.extension())
        })
    })
    .await?;
    state.saved(saved.as_ref().map(|file| PathBuf::from(&file.path)));
    Ok(saved)
}

#[tauri::command]
pub(crate) async fn export_open(
    state: tauri::State<'_, State>,
    request: SavedRequest,
) -> Result<Nothing, Error> {
    let file = state.last_saved()?;
    open::that_detached(request.place.of(&file))
        .map(|()| Nothing {})
        .map_err(|error| Error::new(ErrorCode::NoViewer).because(error))
}

#[tauri::command]
pub(crate) async fn export_view(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<ExportView, Error> {
    with_library(&state, move |library| library.export_view(&request.id)).await
}

#[tauri::command]
pub(crate) async fn export_readiness(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<Finding>, Error> {
    with_library(&state, move |library| library.readiness(&request.id)).await
}

#[tauri::command]
pub(crate) async fn export_preview(
    state: tauri::State<'_, State>,
    request: PagesRequest,
) -> Result<PreviewView, Error> {
    with_library(&state, move |library| {
        library.preview(&request.id, &request.how)
    })
    .await
}

#[tauri::command]
pub(crate) async fn export_page(
    state: tauri::State<'_, State>,
    request: PageRequest,
) -> Result<String, Error> {
    with_library(&state, move |library| {
        library.preview_page(request.key, request.page, request.scale)
    })
    .await
}

#[tauri::command]
pub(crate) async fn export_own_profile(
    state: tauri::State<'_, State>,
    request: OwnProfileRequest,
) -> Result<OwnProfile, Error> {
    with_library(&state, move |library| library.set_own_profile(request.own)).await
}

#[tauri::command]
pub(crate) async fn export_details(
    state: tauri::State<'_, State>,
    request: PaperDetailsRequest,
) -> Result<PaperDetails, Error> {
    with_library(&state, move |library| {
        library.set_paper_details(&request.id, request.details)
    })
    .await
}

#[tauri::command]
pub(crate) async fn own_profile_view(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<OwnProfileView, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.own_profile_view()).await
}
