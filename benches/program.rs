//! The real program, started as an operator starts it.

use std::fs::{File, read_to_string};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::databases::Fresh;

/// A running site, killed when dropped: what is found afterwards was really on disk.
pub struct Program {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process to the line that says where it listens.
    pub took: Duration,
}

impl Program {
    /// Behind a proxy on this machine, as in production: each sender has an address of their own.
    pub fn start(program: &Path, fresh: &Fresh) -> Self {
        let mut command = Command::new(program);
        for (variable, _) in std::env::vars().filter(|(variable, _)| variable.starts_with("QUIETDOOR_")) {
            command.env_remove(variable);
        }
        let mail = format!("file:{}", fresh.folder().join("mail").display());
        command.current_dir(fresh.folder()).args(["serve", "--listen", "127.0.0.1:0", "--trusted-proxy", "127.0.0.1"]);
        command.arg("--data").arg(fresh.data()).args(["--database", &fresh.url(), "--smtp", &mail]);
        let log = File::create(fresh.folder().join("log")).expect("a log file");
        let began = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output is piped")).lines().map_while(Result::ok);
        let address = said.find_map(|line| line.strip_prefix("listening on http://").map(str::to_owned));
        let took = began.elapsed();
        let address = address.unwrap_or_else(|| panic!("it stopped before it was ready: {}", log_of(fresh)));
        Self { child, address: address.parse().expect("an address"), took }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Megabytes in memory now.
    pub fn resident(&self) -> f64 {
        self.status("VmRSS:")
    }

    /// Megabytes in memory at the worst moment so far.
    pub fn peak(&self) -> f64 {
        self.status("VmHWM:")
    }

    fn status(&self, key: &str) -> f64 {
        let status = read_to_string(format!("/proc/{}/status", self.child.id())).expect("it is running");
        let line = status.lines().find_map(|line| line.strip_prefix(key)).expect("Linux says so");
        line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number") / 1024.0
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing of it is left running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn log_of(fresh: &Fresh) -> String {
    read_to_string(fresh.folder().join("log")).unwrap_or_default()
}
