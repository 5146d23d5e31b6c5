//! nginx with one static file: the same bytes under the same headers, or under its own alone.

use std::fs::write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::getuid;
use tempfile::TempDir;

use crate::client::Answer;

const PATIENCE: Duration = Duration::from_secs(10);

/// Ended when dropped.
pub struct Nginx {
    child: Child,
    pub address: SocketAddr,
    _folder: TempDir,
}

impl Nginx {
    /// Serves what our site answered. Gzip as its `gzip_static` does it, brotli as a file with a fixed header.
    pub fn serving(answer: &Answer, with_our_headers: bool) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let file = |name: &str, bytes: &[u8]| write(folder.path().join(name), bytes).expect("a file");
        let coding = answer.header("content-encoding");
        if coding == Some("gzip") {
            file("page.gz", &answer.body);
            file("page", b"for those who do not accept gzip");
        } else {
            file("page", &answer.body);
        }
        let address = free_address();
        let place = folder.path().display().to_string();
        file("conf", configuration(&place, address, &headers(answer, with_our_headers)).as_bytes());
        let child = Command::new("/usr/sbin/nginx")
            .args(["-p", &place, "-c", &format!("{place}/conf"), "-e", &format!("{place}/errors")])
            .stdout(Stdio::null())
            .spawn()
            .expect("nginx is installed (end2end/provision bench)");
        let nginx = Self { child, address, _folder: folder };
        nginx.wait();
        nginx
    }

    pub fn url(&self) -> String {
        format!("http://{}/page", self.address)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn wait(&self) {
        let began = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(began.elapsed() < PATIENCE, "nginx does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing of it is left running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

/// Ours but for those that nginx writes itself.
fn headers(answer: &Answer, ours: bool) -> String {
    let own = ["content-length", "date", "content-type", "content-encoding"];
    let lines = answer.head.lines().filter_map(|line| line.split_once(": "));
    let ours = lines.filter(|(name, _)| ours && !own.contains(&name.to_lowercase().as_str()));
    let brotli = answer.header("content-encoding").filter(|coding| *coding == "br").map(|br| ("Content-Encoding", br));
    ours.chain(brotli).map(|(name, value)| format!("add_header {name} \"{value}\" always;")).collect()
}

/// As fast as nginx goes: one process, since `wrk` has the other core of the smallest machine; nothing logged; the file
/// kept open.
fn configuration(place: &str, address: SocketAddr, headers: &str) -> String {
    let user = if getuid().is_root() { "user root;" } else { "" };
    format!(
        "daemon off; master_process off; {user} pid {place}/pid; error_log {place}/errors error;
        events {{ worker_connections 4096; }}
        http {{
            access_log off; server_tokens off; sendfile on; tcp_nopush on; tcp_nodelay on;
            keepalive_requests 1000000000; open_file_cache max=16 inactive=1h; open_file_cache_valid 1h;
            client_body_temp_path {place}/b; proxy_temp_path {place}/p; fastcgi_temp_path {place}/f;
            uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;
            server {{
                listen {address}; root {place}; default_type 'text/html; charset=utf-8';
                location = /page {{ gzip_static on; {headers} }}
            }}
        }}"
    )
}
