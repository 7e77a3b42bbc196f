use svod_api::Error;
use svod_api::commands::{Nothing, SettingsRequest};
use svod_api::view::{About, Settings};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn settings_get(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Settings, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.settings()).await
}

#[tauri::command]
pub(crate) async fn settings_set(
    state: tauri::State<'_, State>,
    request: SettingsRequest,
) -> Result<Settings, Error> {
    with_library(&state, move |library| {
        library.set_settings(request.settings)
    })
    .await
}

#[tauri::command]
pub(crate) async fn about(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<About, Error> {
    let Nothing {} = request;
    with_library(&state, |library| Ok(library.about())).await
}
