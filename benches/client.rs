//! One browser's connection, kept open, as cheap as can be: what the client costs, the server cannot have.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct Client {
    stream: TcpStream,
    address: SocketAddr,
    /// Sent with every request.
    headers: String,
    buffer: Vec<u8>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a page in UTF-8")
    }

    /// Everything that went over the wire.
    pub fn bytes(&self) -> usize {
        self.head.len() + self.body.len()
    }
}

impl Client {
    pub async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("the site answers");
        stream.set_nodelay(true).expect("a TCP connection");
        Self { stream, address, headers: String::new(), buffer: Vec::with_capacity(64 * 1024) }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{}\r\n", self.address, self.headers);
        self.exchange(request.as_bytes()).await
    }

    /// Sends a form as a browser that is on our page does, through a proxy that says where it came from.
    pub async fn post(&mut self, path: &str, from: &str, form: &str) -> Answer {
        let Self { address, headers, .. } = &*self;
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\n{headers}X-Forwarded-For: {from}\r\n\
             Origin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        self.exchange(request.as_bytes()).await
    }

    async fn exchange(&mut self, request: &[u8]) -> Answer {
        self.stream.write_all(request).await.expect("the site takes a request");
        self.buffer.clear();
        loop {
            let read = self.stream.read_buf(&mut self.buffer).await.expect("the site answers");
            assert!(read > 0, "the connection ended: {}", String::from_utf8_lossy(&self.buffer));
            if let Some(answer) = whole(&self.buffer) {
                return answer;
            }
        }
    }
}

/// The answer, once all of it is here.
fn whole(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&bytes[..end]).expect("a head in ASCII").to_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    let answer = Answer { status, head, body: Vec::new() };
    let length = answer.header("content-length").map_or(0, |length| length.parse().expect("a length"));
    let body = bytes[end..].get(..length)?.to_vec();
    Some(Answer { body, ..answer })
}
