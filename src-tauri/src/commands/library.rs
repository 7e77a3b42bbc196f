use svod_api::Error;
use svod_api::commands::{Nothing, SearchRequest};
use svod_api::view::{LibraryView, SearchHit, TwinsView};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn library_view(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<LibraryView, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.view()).await
}

#[tauri::command]
pub(crate) async fn library_search(
    state: tauri::State<'_, State>,
    request: SearchRequest,
) -> Result<Vec<SearchHit>, Error> {
    with_library(&state, move |library| library.search(&request.query)).await
}

#[tauri::command]
pub(crate) async fn library_twins(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<TwinsView>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.twins()).await
}

#[tauri::command]
pub(crate) async fn library_verify(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<String>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.verify()).await
}
