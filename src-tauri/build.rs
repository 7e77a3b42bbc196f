//! Makes one permission per own command, so that a window has only what its capability lists.

include!("crates/api/src/command_names.rs");

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        // A build script has no other way to fail than its exit status and its output.
        println!("cargo::error={error:#}");
    }
}
