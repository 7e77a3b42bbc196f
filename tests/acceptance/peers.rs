//! How benchmarks time the program and its peers.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Runs a program so many times; gives the quickest run's time in seconds and the most memory it
/// held, in MB.
///
/// # Panics
/// When the program fails.
pub fn measured(program: &Path, arguments: &[&str], runs: u32) -> (f64, f64) {
    let runs = (0..runs).map(|_| {
        let output = Command::new("/usr/bin/time")
            .args(["-f", "%e %M"])
            .arg(program)
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        let mut numbers = said.lines().last().unwrap().split(' ');
        let mut next = || numbers.next().unwrap().parse::<f64>().unwrap();
        (next(), next() / 1024.0)
    });
    runs.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

/// The shortest of several runs: what the work takes when nothing disturbs it.
///
/// # Panics
/// Without a run.
pub fn shortest(runs: u32, mut work: impl FnMut()) -> Duration {
    (0..runs)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .min()
        .unwrap()
}

/// What the program holds in memory, in megabytes, where the system tells.
pub fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
