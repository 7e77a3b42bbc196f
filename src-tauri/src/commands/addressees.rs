use svod_api::Error;
use svod_api::commands::{
    AddresseeRequest, AddresseesRequest, DocumentRequest, Nothing, ProposeRequest,
    RenamingsRequest, SuggestRequest,
};
use svod_api::view::{Addressee, FoundAddressee, Renaming};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn addressees_list(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<Addressee>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.addressees()).await
}

#[tauri::command]
pub(crate) async fn addressee_propose(
    state: tauri::State<'_, State>,
    request: ProposeRequest,
) -> Result<Addressee, Error> {
    with_library(&state, move |library| {
        Ok(library.propose_addressee(&request.name))
    })
    .await
}

#[tauri::command]
pub(crate) async fn addressee_keep(
    state: tauri::State<'_, State>,
    request: AddresseeRequest,
) -> Result<Vec<Addressee>, Error> {
    with_library(&state, move |library| library.keep_addressee(&request.body)).await
}

#[tauri::command]
pub(crate) async fn addressees_keep(
    state: tauri::State<'_, State>,
    request: AddresseesRequest,
) -> Result<Vec<Addressee>, Error> {
    with_library(&state, move |library| {
        library.keep_addressees(&request.bodies)
    })
    .await
}

#[tauri::command]
pub(crate) async fn addressees_found(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<FoundAddressee>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.found_addressees()).await
}

#[tauri::command]
pub(crate) async fn addressee_delete(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<Addressee>, Error> {
    with_library(&state, move |library| library.drop_addressee(&request.id)).await
}

#[tauri::command]
pub(crate) async fn addressees_suggest(
    state: tauri::State<'_, State>,
    request: SuggestRequest,
) -> Result<Vec<Addressee>, Error> {
    with_library(&state, move |library| {
        library.suggest_addressees(&request.id, &request.typed)
    })
    .await
}

#[tauri::command]
pub(crate) async fn addressee_renamings(
    state: tauri::State<'_, State>,
    request: RenamingsRequest,
) -> Result<Vec<Renaming>, Error> {
    with_library(&state, move |library| {
        library.renamings(&request.document, &request.id)
    })
    .await
}
