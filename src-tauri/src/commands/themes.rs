use svod_api::Error;
use svod_api::commands::{Nothing, ThemesRequest, ThemesTrialRequest};
use svod_api::view::{ThemesTrial, ThemesView};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn themes_get(
    state: tauri::State<'_, State>,
    _request: Nothing,
) -> Result<ThemesView, Error> {
    with_library(&state, |library| library.themes()).await
}

#[tauri::command]
pub(crate) async fn themes_keep(
    state: tauri::State<'_, State>,
    request: ThemesRequest,
) -> Result<ThemesView, Error> {
    with_library(&state, move |library| {
        library.keep_themes(request.themes.as_deref())
    })
    .await
}

#[tauri::command]
pub(crate) async fn themes_undo(
    state: tauri::State<'_, State>,
    _request: Nothing,
) -> Result<ThemesView, Error> {
    with_library(&state, |library| library.undo_themes()).await
}

#[tauri::command]
pub(crate) async fn themes_try(
    state: tauri::State<'_, State>,
    request: ThemesTrialRequest,
) -> Result<ThemesTrial, Error> {
    with_library(&state, move |library| {
        library.try_themes(&request.themes, request.at)
    })
    .await
}
