//! `wrk` asks for one page over and over. It is C and known to everybody; ours and nginx get the same.

use std::process::Command;

/// Requests a second, with this many connections kept open.
pub fn run(url: &str, accepts: &str, connections: usize, seconds: u32) -> f64 {
    let out = Command::new("wrk")
        .args(["-t1", &format!("-c{connections}"), &format!("-d{seconds}s")])
        .args(["-H", &format!("Accept-Encoding: {accepts}"), url])
        .output()
        .expect("wrk is installed (end2end/provision bench)");
    let said = String::from_utf8_lossy(&out.stdout);
    let clean = out.status.success() && !said.contains("Non-2xx") && !said.contains("Socket errors");
    assert!(clean, "wrk {url}: {said}{}", String::from_utf8_lossy(&out.stderr));
    let rate = said.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    rate.and_then(|rate| rate.trim().parse().ok()).unwrap_or_else(|| panic!("wrk says no rate: {said}"))
}
