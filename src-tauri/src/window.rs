use tauri::{App, AppHandle, DragDropEvent, Emitter, Manager, Runtime, WindowEvent};
use tauri::{WebviewWindowBuilder, webview::NewWindowResponse};

use crate::state::State;

/// Creates the main window. It shows the program's own pages and nothing else: any other address
/// is refused, also one that a document smuggled in.
pub(crate) fn create<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else {
        return Ok(());
    };
    let window = WebviewWindowBuilder::from_config(app.handle(), config)?
        .on_navigation(|url| {
            let own = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
            let development = cfg!(debug_assertions) && url.host_str() == Some("127.0.0.1");
            own || development
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let handle = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            import_dropped(handle.clone(), paths.clone());
        }
    });
    Ok(())
}

/// Brings the window to the front.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot be raised is still there.
        drop(window.unminimize().and_then(|()| window.set_focus()));
    }
}

/// Says on the terminal that there is no window: the only place left to say anything.
pub(crate) fn report_no_window(error: &tauri::Error) {
    use std::io::Write;
    drop(writeln!(
        std::io::stderr(),
        "svod-desktop: окно не открыто / no window could be opened: {error}"
    ));
}

fn import_dropped<R: Runtime>(app: AppHandle<R>, paths: Vec<std::path::PathBuf>) {
    tauri::async_runtime::spawn_blocking(move || {
        let state = app.state::<State>();
        let task = "drop";
        let cancel = state.begin(task);
        let report = state.library().and_then(|library| {
            library.import(task, &paths, &cancel, |progress| {
                drop(app.emit("progress", progress));
            })
        });
        state.end(task);
        if let Ok(report) = report {
            drop(app.emit("files-imported", report));
        }
    });
}
