use svod_api::Error;
use svod_api::commands::ClosingRequest;
use tauri::{AppHandle, State as Managed};

use crate::state::State;
use crate::window;

#[tauri::command]
pub(crate) async fn window_answer(
    app: AppHandle,
    state: Managed<'_, State>,
    request: ClosingRequest,
) -> Result<bool, Error> {
    let asked = state.answer();
    if request.close {
        window::close(&app);
    }
    Ok(asked)
}
