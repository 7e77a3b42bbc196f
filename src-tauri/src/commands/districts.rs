use std::path::PathBuf;

use svod_api::CitedAct;
use svod_api::Error;
use svod_api::commands::{
    CellRequest, CountingRequest, DistrictsSaveRequest, FamilyRequest, FilterRequest, JoinRequest,
    LinesRequest, Nothing, PartRequest, SeriesPictureRequest, SettleSeriesRequest, SharedByRequest,
    TaskRequest,
};
use svod_api::view::{
    CellView, DistrictsView, FamilyView, LinesView, SavedFile, SeriesView, SharedText, SharingView,
};
use tauri::{AppHandle, Emitter, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn districts_find<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: TaskRequest,
) -> Result<u32, Error> {
    let cancel = state.begin(&request.task);
    let task = request.task.clone();
    let found = with_library(&state, move |library| {
        library.find_families(&request.task, &cancel, |progress| {
            // A window that is closing hears nothing, and needs nothing.
            drop(app.emit("finding", progress));
        })
    })
    .await;
    state.end(&task);
    found
}

#[tauri::command]
pub(crate) async fn districts_view(
    state: tauri::State<'_, State>,
    request: CountingRequest,
) -> Result<DistrictsView, Error> {
    with_library(&state, move |library| library.districts(&request.counting)).await
}

#[tauri::command]
pub(crate) async fn districts_cell(
    state: tauri::State<'_, State>,
    request: CellRequest,
) -> Result<CellView, Error> {
    with_library(&state, move |library| {
        library.cell(&request.counting, &request.row, &request.column)
    })
    .await
}

#[tauri::command]
pub(crate) async fn districts_lines(
    state: tauri::State<'_, State>,
    request: LinesRequest,
) -> Result<LinesView, Error> {
    with_library(&state, move |library| {
        library.lines(request.district.as_deref())
    })
    .await
}

#[tauri::command]
pub(crate) async fn districts_shared(
    state: tauri::State<'_, State>,
    request: FilterRequest,
) -> Result<SharingView, Error> {
    with_library(&state, move |library| library.shared_texts(&request.filter)).await
}

#[tauri::command]
pub(crate) async fn districts_shared_by(
    state: tauri::State<'_, State>,
    request: SharedByRequest,
) -> Result<Vec<SharedText>, Error> {
    with_library(&state, move |library| {
        library.shared_by(&request.one, &request.other)
    })
    .await
}

#[tauri::command]
pub(crate) async fn districts_series(
    state: tauri::State<'_, State>,
    request: FilterRequest,
) -> Result<SeriesView, Error> {
    with_library(&state, move |library| library.series(&request.filter)).await
}

#[tauri::command]
pub(crate) async fn series_settle(
    state: tauri::State<'_, State>,
    request: SettleSeriesRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| {
        library.settle_series(&request.one, &request.other, request.together)
    })
    .await
    .map(|()| Nothing {})
}

#[tauri::command]
pub(crate) async fn series_undo(
    state: tauri::State<'_, State>,
    _request: Nothing,
) -> Result<bool, Error> {
    with_library(&state, |library| library.undo_series()).await
}

#[tauri::command]
pub(crate) async fn districts_acts(
    state: tauri::State<'_, State>,
    request: FilterRequest,
) -> Result<Vec<CitedAct>, Error> {
    with_library(&state, move |library| library.cited_acts(&request.filter)).await
}

#[tauri::command]
pub(crate) async fn family_view(
    state: tauri::State<'_, State>,
    request: FamilyRequest,
) -> Result<FamilyView, Error> {
    with_library(&state, move |library| library.family(request.family)).await
}

#[tauri::command]
pub(crate) async fn family_join(
    state: tauri::State<'_, State>,
    request: JoinRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| {
        library.join_families(request.one, request.other)
    })
    .await
    .map(|()| Nothing {})
}

#[tauri::command]
pub(crate) async fn family_part(
    state: tauri::State<'_, State>,
    request: PartRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| {
        library.part_wording(&request.document, &request.directive)
    })
    .await
    .map(|()| Nothing {})
}

#[tauri::command]
pub(crate) async fn family_undo(
    state: tauri::State<'_, State>,
    _request: Nothing,
) -> Result<bool, Error> {
    with_library(&state, |library| library.undo_family_word()).await
}

#[tauri::command]
pub(crate) async fn districts_save<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: DistrictsSaveRequest,
) -> Result<Option<SavedFile>, Error> {
    let saved = with_library(&state, move |library| {
        let format = request.format;
        library.save_districts(request.counting.as_ref(), &request.filter, format, |name| {
            let language = library.settings().unwrap_or_default().language;
            dialogs::save_file(&app, language, name, format.extension())
        })
    })
    .await?;
    state.saved(saved.as_ref().map(|file| PathBuf::from(&file.path)));
    Ok(saved)
}

#[tauri::command]
pub(crate) async fn series_picture<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: SeriesPictureRequest,
) -> Result<Option<SavedFile>, Error> {
    let saved = with_library(&state, move |library| {
        library.save_series_picture(&request.filter, &request.key, |name| {
            let language = library.settings().unwrap_or_default().language;
            dialogs::save_file(&app, language, name, svod_api::PICTURE)
        })
    })
    .await?;
    state.saved(saved.as_ref().map(|file| PathBuf::from(&file.path)));
    Ok(saved)
}
