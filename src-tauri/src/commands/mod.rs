//! One file per noun; each command unpacks, calls one function of the api, hands the error on.
//!
//! Commands are async and their work runs on a thread of its own, so that the window never waits.

pub(crate) mod addressees;
pub(crate) mod assembly;
pub(crate) mod backups;
pub(crate) mod checks;
pub(crate) mod comparison;
pub(crate) mod control;
pub(crate) mod districts;
pub(crate) mod documents;
pub(crate) mod drafting;
pub(crate) mod exchange;
pub(crate) mod export;
pub(crate) mod library;
pub(crate) mod printing;
pub(crate) mod remarks;
pub(crate) mod settings;
pub(crate) mod tasks;
pub(crate) mod templates;
pub(crate) mod themes;
pub(crate) mod window;

use std::sync::Arc;

use svod_api::{Error, ErrorCode, Library};

use crate::state::State;

/// Runs work on the library off the window's thread.
async fn with_library<T: Send + 'static>(
    state: &State,
    work: impl FnOnce(Arc<Library>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    off_the_window(state, |state| work(state.library()?)).await
}

/// Runs work off the window's thread, also work for a library that does not open.
async fn off_the_window<T: Send + 'static>(
    state: &State,
    work: impl FnOnce(State) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let state = state.clone();
    tauri::async_runtime::spawn_blocking(move || work(state))
        .await
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))?
}
