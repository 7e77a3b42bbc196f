use svod_api::Error;
use svod_api::commands::{
    CopyTemplateRequest, DocumentRequest, KeepTemplateRequest, Nothing, TemplateRequest,
};
use svod_api::view::{SavedFile, TemplateCard, TemplateView};
use tauri::{AppHandle, Runtime};

use super::with_library;
use crate::dialogs;
use crate::state::State;

#[tauri::command]
pub(crate) async fn templates_list(
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Vec<TemplateCard>, Error> {
    let Nothing {} = request;
    with_library(&state, |library| library.templates()).await
}

#[tauri::command]
pub(crate) async fn template_view(
    state: tauri::State<'_, State>,
    request: TemplateRequest,
) -> Result<TemplateView, Error> {
    with_library(&state, move |library| {
        library.template(&request.id, &request.values)
    })
    .await
}

#[tauri::command]
pub(crate) async fn template_keep(
    state: tauri::State<'_, State>,
    request: KeepTemplateRequest,
) -> Result<Vec<TemplateCard>, Error> {
    with_library(&state, move |library| {
        library.keep_as_template(
            &request.document,
            request.id.as_ref(),
            &request.name,
            &request.about,
        )
    })
    .await
}

#[tauri::command]
pub(crate) async fn template_copy(
    state: tauri::State<'_, State>,
    request: CopyTemplateRequest,
) -> Result<Vec<TemplateCard>, Error> {
    with_library(&state, move |library| {
        library.copy_template(&request.id, &request.name)
    })
    .await
}

#[tauri::command]
pub(crate) async fn template_delete(
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Vec<TemplateCard>, Error> {
    with_library(&state, move |library| library.delete_template(&request.id)).await
}

#[tauri::command]
pub(crate) async fn template_import<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: Nothing,
) -> Result<Option<Vec<TemplateCard>>, Error> {
    let Nothing {} = request;
    with_library(&state, move |library| {
        let language = library.settings()?.language;
        dialogs::open_file(&app, dialogs::Purpose::Template, language)
            .map(|path| library.import_template(&path))
            .transpose()
    })
    .await
}

#[tauri::command]
pub(crate) async fn template_export<R: Runtime>(
    app: AppHandle<R>,
    state: tauri::State<'_, State>,
    request: DocumentRequest,
) -> Result<Option<SavedFile>, Error> {
    with_library(&state, move |library| {
        let name = library.template_file_name(&request.id)?;
        let language = library.settings()?.language;
        dialogs::save_file(&app, language, &name, "md")
            .map(|path| library.export_template(&request.id, &path))
            .transpose()
    })
    .await
}
