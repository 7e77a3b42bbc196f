use svod_api::Error;
use svod_api::commands::{BackupRequest, Nothing};
use svod_api::view::{BackupsView, LibraryView};

use super::{off_the_window, with_library};
use crate::state::State;

#[tauri::command]
pub(crate) async fn backups_list(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<BackupsView, Error> {
    let Nothing {} = request;
    off_the_window(&state, |state| state.backups()).await
}

#[tauri::command]
pub(crate) async fn backup_make(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<BackupsView, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.backup_now()).await
}

#[tauri::command]
pub(crate) async fn backup_keep(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<bool, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.keep_backups()).await
}

#[tauri::command]
pub(crate) async fn backup_restore(
    state: tauri::State<'_, State>,
    request: BackupRequest,
) -> Result<LibraryView, Error> {
    off_the_window(&state, move |state| state.restore(&request.name)).await
}
