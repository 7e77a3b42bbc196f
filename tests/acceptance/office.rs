//! LibreOffice as the other program: it saves files in formats we do not write.

use std::path::{Path, PathBuf};
use std::process::Command;

/// LibreOffice now and then dies while it makes its first profile; that says nothing of us.
const STARTS: usize = 3;

/// Saves files in another format in one run; they lie in the folder under their old names.
pub(crate) fn convert(files: &[PathBuf], format: &str, folder: &Path) {
    let mut said = Vec::new();
    for start in 0..STARTS {
        let profile = format!(
            "-env:UserInstallation=file://{}/profile-{start}",
            folder.display()
        );
        let output = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", format, "--outdir"])
            .arg(folder)
            .args(files)
            .output()
            .unwrap();
        if output.status.success() {
            return;
        }
        said.push(output);
    }
    panic!("LibreOffice failed {STARTS} times: {said:?}");
}
