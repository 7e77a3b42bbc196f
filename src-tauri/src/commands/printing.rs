use svod_api::commands::{PrintPageRequest, PrintRequest};
use svod_api::{Error, ErrorCode};
use tauri::{Runtime, WebviewWindow};

use super::with_library;
use crate::printing;
use crate::state::State;

#[tauri::command]
pub(crate) async fn print_page(
    state: tauri::State<'_, State>,
    request: PrintPageRequest,
) -> Result<String, Error> {
    with_library(&state, move |library| {
        library.print_page(request.key, request.page)
    })
    .await
}

#[tauri::command]
pub(crate) async fn print_start<R: Runtime>(
    window: WebviewWindow<R>,
    request: PrintRequest,
) -> Result<bool, Error> {
    let answer = printing::start(&window, request.turned)
        .map_err(|error| Error::new(ErrorCode::NotPrinted).because(error))?;
    let end = tauri::async_runtime::spawn_blocking(move || answer.recv()).await;
    match end {
        Ok(Ok(printed)) => printed.map_err(|why| Error::new(ErrorCode::NotPrinted).because(why)),
        // The window went, and the dialog with it.
        Ok(Err(_)) => Ok(false),
        Err(error) => Err(Error::new(ErrorCode::Internal).because(error)),
    }
}
