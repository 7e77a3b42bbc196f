use std::path::PathBuf;

use svod_api::Error;
use svod_api::commands::{
    AdoptRequest, ArchiveRequest, CandidatesRequest, ControlRequest, ControlViewRequest,
    MarkRequest, Nothing, SheetRequest, TodayRequest, UnmarkRequest, WorkdaysRequest,
};
use svod_api::view::{
    ControlChange, ControlView, DocumentCard, PreviewView, SavedFile, SheetReturn, WorkdaysView,
};
use tauri::{AppHandle, Runtime};

use super::with_library;
use crate::dialogs::{self, Purpose};
use crate::state::State;

#[tauri::command]
pub(crate) async fn control_view(
    state: tauri::State<'_, State>,
    request: ControlViewRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.control(request.document.as_ref(), request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_candidates(
    state: tauri::State<'_, State>,
    request: CandidatesRequest,
) -> Result<Vec<DocumentCard>, Error> {
    with_library(&state, move |library| {
        library.control_candidates(&request.typed)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_adopt(
    state: tauri::State<'_, State>,
    request: AdoptRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.adopt(&request.id, request.on)?;
        library.control(Some(&request.id), request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_mark(
    state: tauri::State<'_, State>,
    request: MarkRequest,
) -> Result<ControlChange, Error> {
    with_library(&state, move |library| {
        library.mark(&request.id, request.marks, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_undo(
    state: tauri::State<'_, State>,
    request: UnmarkRequest,
) -> Result<ControlChange, Error> {
    with_library(&state, move |library| {
        library.unmark(&request.id, request.act, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_release(
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<ControlView, Error> {
    with_library(&state, move |library| {
        library.release(&request.id)?;
        library.control(None, request.today)
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
        library.control(Some(&request.id), request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn workdays_get(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<WorkdaysView, Error> {
    with_library(&state, move |library| {
        let Nothing {} = request;
        library.workdays()
    })
    .await
}

#[tauri::command]
pub(crate) async fn workdays_set(
    state: tauri::State<'_, State>,
    request: WorkdaysRequest,
) -> Result<WorkdaysView, Error> {
    with_library(&state, move |library| {
        library.set_workdays(request.text.as_deref())
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_sheet_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: SheetRequest,
) -> Result<Option<SavedFile>, Error> {
    let saved = with_library(&state, move |library| {
        let language = library.settings()?.language;
        let addressee = request.addressee.as_deref();
        library.save_control_sheet(&request.id, addressee, request.today, |name| {
            dialogs::save_file(&app, language, name, "xlsx")
        })
    })
    .await?;
    state.saved(saved.as_ref().map(|file| PathBuf::from(&file.path)));
    Ok(saved)
}

#[tauri::command]
pub(crate) async fn control_sheets_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<Vec<SavedFile>, Error> {
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        library.save_control_sheets(&request.id, request.today, || {
            dialogs::save_folder(&app, language)
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
pub(crate) async fn control_report_preview(
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<PreviewView, Error> {
    with_library(&state, move |library| {
        library.preview_control_report(&request.id, request.today)
    })
    .await
}

#[tauri::command]
pub(crate) async fn control_report_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: ControlRequest,
) -> Result<Option<SavedFile>, Error> {
    let saved = with_library(&state, move |library| {
        let language = library.settings()?.language;
        library.save_control_report(&request.id, request.today, |name| {
            dialogs::save_file(&app, language, name, "docx")
        })
    })
    .await?;
    state.saved(saved.as_ref().map(|file| PathBuf::from(&file.path)));
    Ok(saved)
}
