use svod_api::Error;
use svod_api::commands::{ControlDayRequest, ControlRequest, ControlSayRequest};
use svod_api::view::{ControlOverview, ControlView};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn control_overview(
    state: tauri::State<'_, State>,
    request: ControlDayRequest,
) -> Result<ControlOverview, Error> {
    with_library(&state, move |library| {
        library.control_overview(request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_start(
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.control_start(&request.id, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_view(
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.control_view(&request.id, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_say(
    state: tauri::State<'_, State>,
    request: ControlSayRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.control_say(&request.id, &request.entries, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_undo(
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.control_undo(&request.id, request.today)
    })
    .await
}
