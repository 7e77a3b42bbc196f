//! Parsers we did not write read in a process of their own: whatever one file does to them — a
//! stack overflow, memory without end, a loop — ends that process and neither the window nor the
//! library. The helper is the program itself, started with an argument no person types.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use svod_readers::{Correction, Options, Reading};

use crate::reading::{PATIENCE, read_here};
use crate::{Error, ErrorCode};

const ARGUMENT: &str = "--read-one-file";

/// Set when the running program is one that can be its own helper.
static READY: OnceLock<()> = OnceLock::new();

/// What the helper is told, in one line before the file's bytes.
#[derive(Serialize, Deserialize)]
struct Request {
    name: String,
    encoding: Option<String>,
    corrections: Vec<Correction>,
}

/// Every program calls this first. If it was started as a helper, it reads one file from standard
/// input, writes what it understood to standard output, and the program ends with this code.
pub fn helper() -> Option<ExitCode> {
    READY.get_or_init(|| ());
    if env::args_os()
        .nth(1)
        .is_none_or(|argument| argument != ARGUMENT)
    {
        return None;
    }
    Some(match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn serve() -> io::Result<()> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(0);
    let (head, bytes) = input.split_at(end);
    let request: Request = serde_json::from_slice(head)?;
    let options = Options {
        encoding: request.encoding,
        corrections: request.corrections,
        ..Options::default()
    };
    let bytes = bytes.get(1..).unwrap_or_default().to_vec();
    let outcome: Result<Reading, Error> = read_here(bytes, &request.name, options);
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &outcome)?;
    out.flush()
}

/// Whether this program can be its own helper.
pub(crate) fn available() -> bool {
    READY.get().is_some()
}

/// Reads a file in a helper.
pub(crate) fn read(bytes: Vec<u8>, name: &str, options: &Options) -> Result<Reading, Error> {
    let fault = |code| Error::new(code).with("file", name);
    let internal = |error: io::Error| fault(ErrorCode::Internal).because(error);
    let request = serde_json::to_string(&Request {
        name: name.to_owned(),
        encoding: options.encoding.clone(),
        corrections: options.corrections.clone(),
    })
    .map_err(|error| fault(ErrorCode::Internal).because(error))?;
    let mut child = Command::new(env::current_exe().map_err(internal)?)
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(internal)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    // Both pipes have an end of their own: a full one must not stop the other.
    let sending = std::thread::spawn(move || {
        // A helper that has fallen takes no more; its exit tells.
        stdin.map(|mut pipe| {
            pipe.write_all(request.as_bytes())
                .and_then(|()| pipe.write_all(b"\n"))
                .and_then(|()| pipe.write_all(&bytes))
        })
    });
    let hearing = std::thread::spawn(move || {
        let mut answer = Vec::new();
        stdout
            .map(|mut pipe| pipe.read_to_end(&mut answer))
            .transpose()
            .map(|_| answer)
    });
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(internal)? {
            break Some(status);
        }
        if started.elapsed() > PATIENCE {
            // Nothing to be done if it is gone already.
            drop(child.kill());
            drop(child.wait());
            break None;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    drop(sending.join());
    let answer = hearing.join().ok().and_then(Result::ok).unwrap_or_default();
    match status {
        None => Err(fault(ErrorCode::FileSuspicious).because("reading took too long")),
        Some(status) if status.success() => {
            serde_json::from_slice::<Result<Reading, Error>>(&answer)
                .map_err(|error| fault(ErrorCode::Internal).because(error))?
        }
        Some(status) => Err(fault(ErrorCode::FileDamaged)
            .because(format!("the reader fell over this file: {status}"))),
    }
}
