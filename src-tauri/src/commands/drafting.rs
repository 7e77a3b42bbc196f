use svod_api::commands::{
    CarryRequest, DeadlineRequest, DocumentRequest, EditRequest, NameRevisionRequest, Nothing,
    PasteRequest, RevisionRequest, StartRequest,
};
use svod_api::view::{CarryView, DraftSaved, DraftView, PastedView, RevisionCard};
use svod_api::{Deadline, Error};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn draft_start(
    state: tauri::State<'_, State>,
    request: StartRequest,
) -> Result<DraftView, Error> {
    with_library(&state, move |library| library.start_draft(&request.start)).await
}

#[tauri::command]
pub(crate) async fn draft_open(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<DraftView, Error> {
    with_library(&state, move |library| library.open_draft(&request.id)).await
}

#[tauri::command]
pub(crate) async fn draft_edit(
    state: tauri::State<'_, State>,
    request: EditRequest,
) -> Result<DraftSaved, Error> {
    with_library(&state, move |library| {
        library.edit_draft(&request.id, request.after, request.edits)
    })
    .await
}

#[tauri::command]
pub(crate) async fn draft_close(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| library.close_draft(&request.id)).await?;
    Ok(Nothing {})
}

#[tauri::command]
pub(crate) async fn revision_name(
    state: tauri::State<'_, State>,
    request: NameRevisionRequest,
) -> Result<Vec<RevisionCard>, Error> {
    with_library(&state, move |library| {
        library.name_revision(&request.id, &request.name)
    })
    .await
}

#[tauri::command]
pub(crate) async fn revision_restore(
    state: tauri::State<'_, State>,
    request: RevisionRequest,
) -> Result<DraftView, Error> {
    with_library(&state, move |library| {
        library.restore_revision(&request.id, request.number)
    })
    .await
}

#[tauri::command]
pub(crate) async fn recovered_seen(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Nothing, Error> {
    with_library(&state, |library| library.recovered_seen()).await?;
    Ok(request)
}

#[tauri::command]
pub(crate) async fn carry_view(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<CarryView, Error> {
    with_library(&state, move |library| library.carry_over(&request.id)).await
}

#[tauri::command]
pub(crate) async fn carry_decide(
    state: tauri::State<'_, State>,
    request: CarryRequest,
) -> Result<CarryView, Error> {
    with_library(&state, move |library| {
        library.carry(
            &request.id,
            &request.directive,
            request.verdict,
            request.text.as_deref(),
            request.reason.as_deref(),
        )
    })
    .await
}

#[tauri::command]
pub(crate) async fn carry_undo(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<CarryView, Error> {
    with_library(&state, move |library| library.uncarry(&request.id)).await
}

#[tauri::command]
pub(crate) async fn paste_read(
    state: tauri::State<'_, State>,
    request: PasteRequest,
) -> Result<PastedView, Error> {
    with_library(&state, move |library| {
        library.read_pasted(request.text, request.html)
    })
    .await
}

#[tauri::command]
pub(crate) async fn deadline_read(request: DeadlineRequest) -> Result<Option<Deadline>, Error> {
    Ok(svod_api::read_deadline(&request.text, request.adopted_on))
}
