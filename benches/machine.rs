//! What the figures were measured on.

use std::fs::read_to_string;
use std::path::Path;

use quietdoor::domain::clock::Clock;
use quietdoor::domain::local::LocalTime;

/// One paragraph. Says how busy the machine was, and where the disk is not one.
pub fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let model = line_of("/proc/cpuinfo", "model name");
    let memory = line_of("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1024;
    let (device, kind) = disk(&std::env::temp_dir());
    if kind == "tmpfs" {
        eprintln!("bench: the temporary folder is memory, not a disk: fsync costs nothing there. Set TMPDIR.");
    }
    let kernel = read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!(
        "{}: {cores} cores ({model}), {memory} MB, {kind} on {device}, Linux {}. Load at the start {}.\n",
        LocalTime::of(Clock::System.now()).date(),
        kernel.trim(),
        load()
    )
}

/// Processes that wanted a core in the last minute; above the number of cores, others took part of what was measured.
pub fn load() -> String {
    read_to_string("/proc/loadavg").unwrap_or_default().split(' ').next().unwrap_or_default().to_owned()
}

/// Seconds of processor time that a process has had. Unlike the clock on the wall it hardly depends on what else runs.
pub fn processor_time(process: u32) -> f64 {
    /// `USER_HZ`: the same on every Linux that Rust runs on.
    const TICKS: f64 = 100.0;
    let stat = read_to_string(format!("/proc/{process}/stat")).expect("it is running");
    // Its name stands in brackets and may hold anything; user and system time are the 12th and 13th word after it.
    let (_, after) = stat.rsplit_once(')').expect("Linux says so");
    let ticks = after.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<f64>().expect("a number"));
    ticks.sum::<f64>() / TICKS
}

fn line_of(file: &str, key: &str) -> String {
    let text = read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    line.and_then(|rest| rest.split_once(':')).map_or(String::new(), |(_, value)| value.trim().to_owned())
}

/// The device and file system that hold a folder.
fn disk(folder: &Path) -> (String, String) {
    let mounts = read_to_string("/proc/mounts").unwrap_or_default();
    let holds = |line: &&str| line.split(' ').nth(1).is_some_and(|at| folder.starts_with(at));
    let deepest = mounts.lines().filter(holds).max_by_key(|line| line.split(' ').nth(1).map_or(0, str::len));
    let mut parts = deepest.unwrap_or("unknown - unknown").split(' ');
    let device = parts.next().unwrap_or_default().to_owned();
    (device, parts.nth(1).unwrap_or_default().to_owned())
}
