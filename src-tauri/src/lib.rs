//! The shell: window, file choosers, events. Imports `svod-api` and tauri only.
//!
//! Each command in `commands/` unpacks its request, calls one function of the api and hands the
//! error on; a decision found here belongs in the api. The page reaches nothing else: no file
//! system, no network, no dialogs of its own (see `capabilities/main.json`).

mod commands;
mod dialogs;
mod printing;
mod state;
mod window;

use std::process::ExitCode;

use tauri::{Manager, RunEvent};

use state::State;

/// Builds the application and runs it until its window is closed.
pub fn run() -> ExitCode {
    if let Some(code) = svod_api::helper() {
        return code;
    }
    let built = tauri::Builder::default()
        // First, so that a second start ends before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app);
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(tauri::generate_handler![
            commands::library::library_view,
            commands::library::library_search,
            commands::library::library_twins,
            commands::library::library_verify,
            commands::documents::documents_status,
            commands::documents::documents_purge,
            commands::backups::backups_list,
            commands::backups::backup_make,
            commands::backups::backup_keep,
            commands::backups::backup_restore,
            commands::exchange::exchange_save,
            commands::exchange::exchange_open,
            commands::exchange::exchange_differences,
            commands::exchange::exchange_take,
            commands::documents::documents_import,
            commands::documents::folder_import,
            commands::documents::document_correct,
            commands::documents::document_uncorrect,
            commands::documents::document_open,
            commands::documents::documents_remove,
            commands::documents::documents_restore,
            commands::documents::examples_remove,
            commands::documents::document_revisions,
            commands::comparison::documents_compare,
            commands::comparison::file_choose,
            commands::comparison::comparison_decide,
            commands::comparison::comparison_undecide,
            commands::drafting::draft_start,
            commands::drafting::draft_open,
            commands::drafting::draft_edit,
            commands::drafting::draft_close,
            commands::drafting::revision_name,
            commands::drafting::revision_restore,
            commands::drafting::recovered_seen,
            commands::drafting::carry_view,
            commands::drafting::carry_decide,
            commands::drafting::carry_undo,
            commands::templates::templates_list,
            commands::templates::template_view,
            commands::templates::template_keep,
            commands::templates::template_copy,
            commands::templates::template_delete,
            commands::templates::template_import,
            commands::templates::template_export,
            commands::assembly::assembly_choose,
            commands::assembly::assembly_view,
            commands::assembly::assembly_take,
            commands::assembly::assembly_leave,
            commands::assembly::assembly_reopen,
            commands::assembly::assembly_end,
            commands::remarks::remarks_list,
            commands::remarks::remark_add,
            commands::remarks::remark_settle,
            commands::addressees::addressees_list,
            commands::addressees::addressee_propose,
            commands::addressees::addressee_keep,
            commands::addressees::addressees_keep,
            commands::addressees::addressees_found,
            commands::addressees::addressee_delete,
            commands::addressees::addressees_suggest,
            commands::addressees::addressee_renamings,
            commands::drafting::paste_read,
            commands::drafting::deadline_read,
            commands::checks::draft_check,
            commands::checks::advice_ignore,
            commands::checks::advice_ignore_nothing,
            commands::checks::spelling_suggest,
            commands::checks::spelling_add,
            commands::checks::acts_get,
            commands::checks::acts_set,
            commands::control::workdays_get,
            commands::control::workdays_set,
            commands::documents::document_check,
            commands::export::export_save,
            commands::export::export_view,
            commands::export::export_readiness,
            commands::export::export_preview,
            commands::export::export_page,
            commands::printing::print_page,
            commands::printing::print_start,
            commands::export::export_open,
            commands::export::export_own_profile,
            commands::export::export_details,
            commands::export::own_profile_view,
            commands::districts::districts_find,
            commands::districts::districts_view,
            commands::districts::districts_cell,
            commands::districts::districts_lines,
            commands::districts::districts_shared,
            commands::districts::districts_shared_by,
            commands::districts::districts_series,
            commands::districts::series_settle,
            commands::districts::series_undo,
            commands::districts::districts_acts,
            commands::districts::family_view,
            commands::districts::family_join,
            commands::districts::family_part,
            commands::districts::family_undo,
            commands::districts::districts_save,
            commands::districts::series_picture,
            commands::themes::themes_get,
            commands::themes::themes_keep,
            commands::themes::themes_undo,
            commands::themes::themes_try,
            commands::control::control_view,
            commands::control::control_candidates,
            commands::control::control_adopt,
            commands::control::control_mark,
            commands::control::control_undo,
            commands::control::control_release,
            commands::control::control_archive,
            commands::control::control_sheet_save,
            commands::control::control_sheets_save,
            commands::control::control_sheet_take,
            commands::control::control_report_preview,
            commands::control::control_report_save,
            commands::settings::settings_get,
            commands::settings::settings_set,
            commands::settings::about,
            commands::tasks::task_cancel,
            commands::window::window_answer,
        ])
        .setup(|app| {
            app.manage(State::default());
            window::create(app)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<State>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            window::report_no_window(&error);
            ExitCode::FAILURE
        }
    }
}
