//! Python, where a library that is not ours looks at our files. The packages are set up with the
//! other tools of the tests (`tests/run/setup.mjs`).

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The interpreter with the packages.
pub(crate) fn interpreter() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/python");
    let own = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    assert!(
        own.exists(),
        "no Python packages: run node tests/run/setup.mjs"
    );
    own
}

/// Runs a script over arguments and gives what it printed; a script that fails fails the test.
pub(crate) fn run(script: &str, arguments: &[&Path]) -> String {
    let mut child = Command::new(interpreter())
        .arg("-")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(script.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}
