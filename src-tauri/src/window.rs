use std::time::Duration;

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
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            import_dropped(handle.clone(), paths.clone());
        }
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            ask_to_close(&handle);
        }
        _ => {}
    });
    Ok(())
}

/// How long the page may take to say anything of its closing; one that hangs is closed without.
const PATIENCE: Duration = Duration::from_secs(3);

/// Lets the page keep what was typed last before the window goes: edits wait a moment for more.
fn ask_to_close<R: Runtime>(app: &AppHandle<R>) {
    let state = app.state::<State>().inner().clone();
    state.ask();
    drop(app.emit("closing", svod_api::commands::Nothing {}));
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if state.answer() {
            close(&app);
        }
    });
}

/// Closes the window at once.
pub(crate) fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that is gone already is closed.
        drop(window.destroy());
    }
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
