//! The use cases: the one door to everything below.
//!
//! Both programs — the window's shell and `svod` — call only this crate. It owns files, the clock
//! and new ids, turns the rooms' errors into [`Error`] codes, reports [`Progress`] and listens to
//! [`Cancel`]. [`commands`] is the typed border with the front end.

mod command_names;
pub mod commands;
mod error;
mod progress;
pub mod view;

pub use command_names::COMMANDS;
pub use error::{Error, ErrorCode};
pub use progress::{Cancel, Progress};
