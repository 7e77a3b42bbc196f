use svod_api::commands::{DocumentRequest, RemarkRequest, SettleRequest};
use svod_api::view::Remark;
use svod_api::{Error, NewRemark};

use super::with_library;
use crate::state::State;

#[tauri::command]
pub(crate) async fn remarks_list(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<Remark>, Error> {
    with_library(&state, move |library| library.remarks(&request.id)).await
}

#[tauri::command]
pub(crate) async fn remark_add(
    state: tauri::State<'_, State>,
    request: RemarkRequest,
) -> Result<Vec<Remark>, Error> {
    with_library(&state, move |library| {
        let new = NewRemark {
            directive: request.directive.as_ref(),
            answers: request.answers.as_ref(),
            author: &request.author,
            text: &request.text,
            proposal: request.proposal.as_deref(),
        };
        library.add_remark(&request.document, new)
    })
    .await
}

#[tauri::command]
pub(crate) async fn remark_settle(
    state: tauri::State<'_, State>,
    request: SettleRequest,
) -> Result<Vec<Remark>, Error> {
    with_library(&state, move |library| {
        library.settle_remark(&request.document, &request.id, request.state)
    })
    .await
}
