//! One body in three codings, each made once.

use std::io::Write;

use axum::body::Bytes;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use tokio::sync::OnceCell;

/// A finished page. Only pages without secrets are kept so: compressing a secret beside a stranger's words tells it.
#[derive(Debug)]
pub struct Copies {
    identity: Bytes,
    gzip: OnceCell<Bytes>,
    brotli: OnceCell<Bytes>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Copies {
    pub fn new(document: String) -> Self {
        Self { identity: document.into(), gzip: OnceCell::new(), brotli: OnceCell::new() }
    }

    /// As the client can read it.
    pub async fn response(&self, headers: &HeaderMap) -> Response {
        let (name, body) = match negotiate(headers) {
            Encoding::Identity => (None, None),
            Encoding::Gzip => (Some("gzip"), compressed(&self.identity, &self.gzip, gzip).await),
            Encoding::Brotli => (Some("br"), compressed(&self.identity, &self.brotli, brotli).await),
        };
        let name = name.filter(|_| body.is_some());
        let mut response = body.unwrap_or_else(|| self.identity.clone()).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(name) = name {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }
}

/// Made when first asked for: the best compression of all pages at once would hold up a start for seconds. `None` if the
/// compressor failed.
async fn compressed(identity: &Bytes, copy: &OnceCell<Bytes>, squeeze: Squeeze) -> Option<Bytes> {
    let make = || async {
        let identity = identity.clone();
        tokio::task::spawn_blocking(move || squeeze(&identity))
            .await
            .ok()
            .and_then(Result::ok)
            .map(Bytes::from)
            .ok_or(())
    };
    copy.get_or_try_init(make).await.ok().cloned()
}

type Squeeze = fn(&[u8]) -> std::io::Result<Vec<u8>>;

/// The smallest coding that the client accepts (RFC 9110, 12.5.3). What it does not name it may not know.
fn negotiate(headers: &HeaderMap) -> Encoding {
    let lists = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let wishes: Vec<(&str, bool)> = lists.flat_map(|list| list.split(',')).map(wish).collect();
    let accepts = |name: &str| {
        let named = wishes.iter().find(|(wished, _)| wished.eq_ignore_ascii_case(name));
        named.or_else(|| wishes.iter().find(|(wished, _)| *wished == "*")).is_some_and(|(_, wanted)| *wanted)
    };
    match () {
        () if accepts("br") => Encoding::Brotli,
        () if accepts("gzip") => Encoding::Gzip,
        () => Encoding::Identity,
    }
}

/// A coding and whether it is wanted at all.
fn wish(item: &str) -> (&str, bool) {
    let (name, parameters) = item.split_once(';').unwrap_or((item, ""));
    let quality = parameters.trim().strip_prefix("q=").unwrap_or("1").trim();
    (name.trim(), quality.parse::<f32>().is_ok_and(|quality| quality > 0.0))
}

fn gzip(document: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(document)?;
    encoder.finish()
}

fn brotli(mut document: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        // Pages are below 64 KiB; the default window of 4 MiB would cost 12 MB of memory for the same bytes (measured).
        lgwin: 16,
        size_hint: document.len(),
        mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_TEXT,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut document, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_accepted_coding_wins() {
        for (accepts, expected) in [
            (None, Encoding::Identity),
            (Some(""), Encoding::Identity),
            (Some("gzip, deflate, br, zstd"), Encoding::Brotli),
            (Some("gzip, deflate"), Encoding::Gzip),
            (Some("br;q=0, gzip;q=0.2"), Encoding::Gzip),
            (Some("*"), Encoding::Brotli),
            (Some("*;q=0, gzip"), Encoding::Gzip),
            (Some("identity"), Encoding::Identity),
            (Some("BR;Q=1"), Encoding::Brotli),
            (Some("br;q=banana"), Encoding::Identity),
            (Some("GZIP"), Encoding::Gzip),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(accepts) = accepts {
                headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(accepts));
            }
            assert_eq!(negotiate(&headers), expected, "{accepts:?}");
        }
    }

    async fn ask(copies: &Copies, accepts: &'static str) -> (Option<HeaderValue>, Bytes) {
        let headers = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(accepts))]);
        let response = copies.response(&headers).await;
        assert_eq!(response.headers()[VARY], "Accept-Encoding");
        let name = response.headers().get(CONTENT_ENCODING).cloned();
        (name, axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap())
    }

    #[tokio::test]
    async fn each_copy_says_the_same() {
        let document = "<p>words</p>".repeat(500);
        let copies = Copies::new(document.clone());
        let (name, plain) = ask(&copies, "identity").await;
        assert_eq!((name, &*plain), (None, document.as_bytes()));

        let (name, gzip) = ask(&copies, "gzip").await;
        let mut unzipped = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&*gzip), &mut unzipped).unwrap();
        assert_eq!((name.unwrap().to_str().unwrap(), unzipped), ("gzip", document.clone()));

        let (name, brotli) = ask(&copies, "gzip, br").await;
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli, &mut plain).unwrap();
        assert_eq!((name.unwrap().to_str().unwrap(), &*plain), ("br", document.as_bytes()));
        assert!(brotli.len() < gzip.len());
    }
}
