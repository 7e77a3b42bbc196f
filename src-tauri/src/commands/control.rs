use svod_api::Error;
use svod_api::commands::{
    AdoptRequest, ArchiveRequest, ControlRequest, MarkRequest, SheetRequest, TodayRequest,
    UnmarkRequest,
};
use svod_api::view::{ControlView, SavedFile, SheetReturn};
use tauri::{AppHandle, Runtime};

use super::with_library;
use crate::dialogs::{self, Purpose};
use crate::state::State;

#[tauri::command]
pub(crate) async fn control_view(
    state: tauri::State<'_, State>,
    request: TodayRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| library.control(request.today)).await
}

#[tauri::command]
pub(crate) async fn control_adopt(
    state: tauri::State<'_, State>,
    request: AdoptRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.adopt(&request.id, request.on)?;
        library.control(request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_mark(
    state: tauri::State<'_, State>,
    request: MarkRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.mark(&request.id, request.marks)?;
        library.control(request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_undo(
    state: tauri::State<'_, State>,
    request: UnmarkRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.unmark(&request.id, request.act)?;
        library.control(request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_archive(
    state: tauri::State<'_, State>,
    request: ArchiveRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.archive(&request.id, request.archived)?;
        library.control(request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_sheet_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: SheetRequest,
) -> Result<Option<SavedFile>, Error> {
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        let addressee = request.addressee.as_deref();
        library.save_control_sheet(&request.id, addressee, request.today, |name| {
            dialogs::save_file(&app, language, name, "xlsx")
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_sheet_take<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: TodayRequest,
) -> Result<Option<SheetReturn>, Error> {
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        dialogs::open_file(&app, Purpose::ControlSheet, language)
            .map(|path| library.read_control_sheet(&path, request.today))
            .transpose()
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_report_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<Option<SavedFile>, Error> {
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        library.save_control_report(&request.id, request.today, |name| {
            dialogs::save_file(&app, language, name, "docx")
        })
    })
    .await
}
