use svod_api::Error;
use svod_api::commands::{ActsRequest, DocumentRequest, IgnoreRequest, Nothing, WordRequest};
use svod_api::view::{ActsView, DraftAdvice};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn draft_check(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<DraftAdvice, Error> {
    with_library(&state, move |library| library.check_draft(&request.id)).await
}

#[tauri::command]
pub(crate) async fn advice_ignore(
    state: tauri::State<'_, State>,
    request: IgnoreRequest,
) -> Result<DraftAdvice, Error> {
    with_library(&state, move |library| {
        library.ignore_advice(&request.id, &request.advice, request.refused)
    })
    .await
}

#[tauri::command]
pub(crate) async fn advice_ignore_nothing(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<DraftAdvice, Error> {
    with_library(&state, move |library| library.ignore_nothing(&request.id)).await
}

#[tauri::command]
pub(crate) async fn spelling_suggest(
    state: tauri::State<'_, State>,
    request: WordRequest,
) -> Result<Vec<String>, Error> {
    with_library(&state, move |library| {
        Ok(library.suggest_spelling(&request.word))
    })
    .await
}

#[tauri::command]
pub(crate) async fn spelling_add(
    state: tauri::State<'_, State>,
    request: WordRequest,
) -> Result<Nothing, Error> {
    with_library(&state, move |library| library.add_word(&request.word)).await?;
    Ok(Nothing {})
}

#[tauri::command]
pub(crate) async fn acts_get(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<ActsView, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.acts()).await
}

#[tauri::command]
pub(crate) async fn acts_set(
    state: tauri::State<'_, State>,
    request: ActsRequest,
) -> Result<ActsView, Error> {
    with_library(&state, move |library| {
        library.set_acts(request.text.as_deref())
    })
    .await
}
