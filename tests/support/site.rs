//! The real program, started as an operator starts it.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, mpsc};

use super::Fresh;

/// A running `quietdoor serve` on a free port, killed when dropped: like a power cut, so whatever a test finds
/// afterwards was really on disk.
pub struct Site {
    child: Child,
    pub address: SocketAddr,
    said: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Mail goes to `mail/` beside the data folder, one file each.
    pub fn start(fresh: &Fresh) -> Self {
        let mail = format!("file:{}", fresh.folder().join("mail").display());
        Self::start_with(fresh, &["--smtp", &mail])
    }

    pub fn start_with(fresh: &Fresh, options: &[&str]) -> Self {
        let mut child = command(fresh, "serve")
            .args(["--listen", "127.0.0.1:0"])
            .args(options)
            .stdout(Stdio::piped())
            .stderr(log(fresh))
            .spawn()
            .expect("the program starts");
        let said = Arc::new(Mutex::new(Vec::new()));
        let lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines().map_while(Result::ok);
        let (ready, address) = mpsc::channel();
        let heard = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in lines {
                if let Some(address) = line.strip_prefix("listening on http://") {
                    let _ = ready.send(address.parse().expect("an address"));
                }
                heard.lock().expect("nobody panicked").push(line);
            }
        });
        let Ok(address) = address.recv() else {
            panic!("the program stopped before it was ready:\n{}", Self::log(fresh));
        };
        Self { child, address, said }
    }

    /// Any other command, on the same data.
    pub fn run(fresh: &Fresh, words: &[&str]) -> Output {
        command(fresh, words[0]).args(&words[1..]).output().expect("the program runs")
    }

    /// What it wrote to standard output so far.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().expect("nobody panicked").clone()
    }

    /// Where it would write temporary files.
    pub fn temporary(fresh: &Fresh) -> PathBuf {
        fresh.folder().join("tmp")
    }

    /// What every start on this folder wrote to standard error.
    pub fn log(fresh: &Fresh) -> String {
        std::fs::read_to_string(log_file(fresh)).unwrap_or_default()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing of it is left running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Options only as given here: nothing from the environment, no configuration file of whoever runs the tests.
fn command(fresh: &Fresh, name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quietdoor"));
    for (variable, _) in std::env::vars().filter(|(variable, _)| variable.starts_with("QUIETDOOR_")) {
        command.env_remove(variable);
    }
    std::fs::create_dir_all(Site::temporary(fresh)).expect("a folder for temporary files");
    command.env("TMPDIR", Site::temporary(fresh));
    command.current_dir(fresh.folder()).arg(name).arg("--data").arg(fresh.data()).args(["--database", &fresh.url()]);
    command
}

fn log(fresh: &Fresh) -> File {
    File::options().create(true).append(true).open(log_file(fresh)).expect("a log file")
}

fn log_file(fresh: &Fresh) -> PathBuf {
    fresh.folder().join("log")
}
