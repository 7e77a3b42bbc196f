//! The system's print dialog, for the pages that lie ready in the window.
//!
//! The page brings its margins along, so the sheet itself has none: what is printed is what the
//! preview shows and the PDF file holds.

use std::sync::mpsc::{Receiver, channel};

use tauri::{Runtime, WebviewWindow};

/// How printing ended: whether the pages went to a printer, or why they did not.
pub(crate) type End = Result<bool, String>;

/// Opens the dialog; how it ended comes later, and never if the window is closed before.
#[cfg(target_os = "linux")]
pub(crate) fn start<R: Runtime>(
    window: &WebviewWindow<R>,
    turned: bool,
) -> tauri::Result<Receiver<End>> {
    use gtk::prelude::*;
    use webkit2gtk::{PrintOperation, PrintOperationExt, PrintOperationResponse};

    let (tell, answer) = channel();
    window.with_webview(move |webview| {
        let view = webview.inner();
        let operation = PrintOperation::new(&view);
        let setup = gtk::PageSetup::new();
        setup.set_paper_size(&gtk::PaperSize::new(Some("iso_a4")));
        setup.set_orientation(if turned {
            gtk::PageOrientation::Landscape
        } else {
            gtk::PageOrientation::Portrait
        });
        setup.set_top_margin(0.0, gtk::Unit::Mm);
        setup.set_bottom_margin(0.0, gtk::Unit::Mm);
        setup.set_left_margin(0.0, gtk::Unit::Mm);
        setup.set_right_margin(0.0, gtk::Unit::Mm);
        operation.set_page_setup(&setup);
        let failed = tell.clone();
        operation.connect_failed(move |_, error| drop(failed.send(Err(error.to_string()))));
        let finished = tell.clone();
        operation.connect_finished(move |_| drop(finished.send(Ok(true))));
        if let Some(file) = crate::dialogs::scripted("SVOD_E2E_PRINT") {
            let settings = gtk::PrintSettings::new();
            settings.set_printer("Print to File");
            settings.set("output-file-format", Some("pdf"));
            let address = format!("file://{}", file.to_string_lossy());
            settings.set("output-uri", Some(&address));
            operation.set_print_settings(&settings);
            operation.print();
            return;
        }
        // The dialog has a loop of its own: the window's events must not wait for it.
        gtk::glib::idle_add_local_once(move || {
            let parent = view.toplevel().and_downcast::<gtk::Window>();
            if operation.run_dialog(parent.as_ref()) == PrintOperationResponse::Cancel {
                drop(tell.send(Ok(false)));
            }
        });
    })?;
    Ok(answer)
}

/// Opens the dialog. The system does not tell how it ended.
#[cfg(not(target_os = "linux"))]
pub(crate) fn start<R: Runtime>(
    window: &WebviewWindow<R>,
    _turned: bool,
) -> tauri::Result<Receiver<End>> {
    window.print()?;
    Ok(channel().1)
}
