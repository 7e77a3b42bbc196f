use svod_api::Error;
use svod_api::commands::TaskRequest;

use crate::state::State;

#[tauri::command]
pub(crate) async fn task_cancel(
    state: tauri::State<'_, State>,
    request: TaskRequest,
) -> Result<bool, Error> {
    Ok(state.cancel(&request.task))
}
