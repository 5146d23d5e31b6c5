//! Speaks HTTP to a running site as a browser without scripts does.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Form, Page, Site};

/// An answer that takes longer counts as a hang.
const PATIENCE: Duration = Duration::from_secs(30);

/// Follows no redirect and keeps no cookie unless told to.
#[derive(Clone)]
pub struct Visitor {
    address: SocketAddr,
    headers: Vec<(String, String)>,
}

impl Visitor {
    pub fn of(site: &Site) -> Self {
        Self::at(site.address)
    }

    pub fn at(address: SocketAddr) -> Self {
        Self { address, headers: Vec::new() }
    }

    /// The same visitor, who from now on sends this header too.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut headers = self.headers.clone();
        headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        headers.push((name.into(), value.into()));
        Self { headers, ..self.clone() }
    }

    /// The same visitor with the cookie that a page has set.
    pub fn with_cookie_of(&self, page: &Page) -> Self {
        let cookie = page.header("set-cookie").expect("the page sets a cookie");
        self.with("Cookie", cookie.split(';').next().unwrap_or_default())
    }

    /// The same visitor, whose browser has taken over every cookie that the page sets or forgets.
    pub fn with_cookies_of(&self, page: &Page) -> Self {
        let known = self.headers.iter().find(|(name, _)| name == "Cookie").map_or("", |(_, value)| value.as_str());
        let mut jar: Vec<(String, String)> = known.split("; ").filter_map(pair).collect();
        for cookie in page.headers("set-cookie") {
            let (name, value) = cookie.split(';').next().and_then(pair).expect("a name and a value");
            jar.retain(|(known, _)| *known != name);
            if !cookie.contains("Max-Age=0") {
                jar.push((name, value));
            }
        }
        let cookies: Vec<String> = jar.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.with("Cookie", &cookies.join("; "))
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send("GET", path, &[], b"").await
    }

    /// Sends a form to where its page says, with the headers of a browser that is on that page.
    pub async fn submit(&self, form: &Form) -> Page {
        self.try_submit(form).await.unwrap_or_else(|error| panic!("POST {}: {error}", form.action()))
    }

    pub async fn try_submit(&self, form: &Form) -> std::io::Result<Page> {
        let origin = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        self.try_send("POST", form.action(), &headers, form.encoded().as_bytes()).await
    }

    /// Goes where a 303 points to.
    pub async fn follow(&self, page: &Page) -> Page {
        assert_eq!(page.status, 303, "not a redirect: {page:?}");
        self.get(page.header("location").expect("a redirect says where to")).await
    }

    /// Sends a form and goes where the answer points to.
    pub async fn submit_and_follow(&self, form: &Form) -> Page {
        self.follow(&self.submit(form).await).await
    }

    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Page {
        let answer = self.try_send(method, path, headers, body).await;
        answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// For tests that take the site away while somebody visits it.
    pub async fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> std::io::Result<Page> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(headers.iter().copied()) {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if method != "GET" {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        let bytes = [request.as_bytes(), body].concat();
        let answer = tokio::time::timeout(PATIENCE, exchange(self.address, &bytes)).await;
        let answer = answer.unwrap_or_else(|_| panic!("{method} {path}: no answer in {PATIENCE:?}"));
        let answer = answer?;
        if !answer.windows(4).any(|end| end == b"\r\n\r\n") {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        Ok(Page::parse(path, &answer))
    }
}

fn pair(cookie: &str) -> Option<(String, String)> {
    cookie.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))
}

async fn exchange(address: SocketAddr, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer)
}
