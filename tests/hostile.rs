//! Everything that strangers, scanners and broken phones send. No answer is a 5xx, none hangs, and the site goes on.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use quietdoor::domain::clock::Clock;

use crate::support::desk::{accept_first, signed_in};
use crate::support::{Fresh, Page, Site, Visitor, on_both_databases, story};

/// Longer than the server's own patience with a slow head, so that it always decides first.
const HANG: Duration = Duration::from_secs(40);
const SLOW_CONNECTIONS: usize = 300;

/// What must hold for every page that comes back.
fn sound(page: &Page, what: &str) {
    assert!(page.status < 500, "{what}: {page:?}");
    assert!(page.all("script").is_empty(), "{what}: a script got into the page");
    assert!(page.all("img").is_empty(), "{what}: an image got into the page");
    assert!(page.header("set-cookie").is_none_or(|cookie| !cookie.starts_with("a=b")), "{what}: a header got in");
}

async fn raw(address: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let exchange = async {
        let mut stream = TcpStream::connect(address).await?;
        // The server may hang up before it has read everything.
        let _ = stream.write_all(bytes).await;
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        std::io::Result::Ok(answer)
    };
    tokio::time::timeout(HANG, exchange).await.expect("no hang").expect("it can be connected to")
}

fn protocol_breaks() -> Vec<Vec<u8>> {
    let long = "x".repeat(100_000);
    let texts = [
        "\r\n\r\n".to_owned(),
        "GET\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\n\r\n".to_owned(),
        "GET /en/ HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /en/ HTTP/1.0\r\n\r\n".to_owned(),
        "BREW /en/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "GET http://[::bad/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "CONNECT evil:80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        format!("GET /{long} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
        format!("GET /en/ HTTP/1.1\r\nHost: a\r\nX-Long: {long}\r\nConnection: close\r\n\r\n"),
        format!("GET /en/ HTTP/1.1\r\nHost: a\r\n{}Connection: close\r\n\r\n", "A: b\r\n".repeat(5_000)),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n".to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n".to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef".to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n".to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nab"
            .to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\nConnection: close\r\n\r\n".to_owned(),
        "POST /en/tell HTTP/1.1\r\nHost: a\r\nExpect: 200-maybe\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .to_owned(),
        "GET /en/ HTTP/1.1\nHost: a\nConnection: close\n\n".to_owned(),
        "GET /en/ HTTP/1.1\r\n Host: a\r\nConnection: close\r\n\r\n".to_owned(),
        "GET /\u{0}en/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".to_owned(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ];
    let mut all: Vec<Vec<u8>> = texts.into_iter().map(String::into_bytes).collect();
    all.push(vec![0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]);
    all.push((0..=255).cycle().take(70_000).collect());
    all.push(b"GET /en/ HTTP/1.1\r\nHost: \xff\xfe\r\nCookie: \xff=\xff\r\nConnection: close\r\n\r\n".to_vec());
    all
}

const PATHS: [&str; 34] = [
    "/",
    "//",
    "/.",
    "/..",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/en",
    "/en//",
    "/en/nothing",
    "/en/everyday/",
    "/EN/",
    "/de/",
    "/xx/tell",
    "/en/tell/",
    "/en/tell/x",
    "/en/tell/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "/en/reply/x",
    "/en/reply/%00",
    "/en/%ff%fe",
    "/%F0%9F%98%80/",
    "/en/?q=%00%ff",
    "/en/tell?text=something&text=else",
    "/a/NOTHING",
    "/desk",
    "/desk/",
    "/desk/cases/x",
    "/desk/cases/00000000000000000000000000000000",
    "/desk?view=%00&after=9.9.9",
    "/desk/invitation/x",
    "/desk/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "/press/x",
    "/wp-login.php",
    "/.git/config",
    "/favicon.ico",
];

const METHODS: [&str; 9] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

/// A head that never ends, one byte now and then would not help it: the server's patience is with the whole head.
async fn slow_connections(address: SocketAddr) -> Vec<TcpStream> {
    let mut slow = Vec::new();
    for number in 0..SLOW_CONNECTIONS {
        let mut stream = TcpStream::connect(address).await.expect("it can be connected to");
        let half = match number % 3 {
            0 => "GET /en/ HTTP/1.1\r\nHost: a\r\nX-",
            1 => "POST /en/tell HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nstep=safe&",
            _ => "G",
        };
        stream.write_all(half.as_bytes()).await.expect("it is read");
        slow.push(stream);
    }
    slow
}

async fn a_report_is_sent_and_answered(site: &Site, visitor: &Visitor) {
    let words = story::tell(visitor, "en", "It happens every day.").await.expect("it answers");
    let said = site.said();
    let path = said.iter().find_map(|line| line.find("/desk/invitation/").map(|at| &line[at..]));
    let (app, _) = accept_first(visitor, path.expect("an invitation is printed"), &Clock::System).await;
    let lead = signed_in(visitor, "ada@example.org", &app.next_digits()).await;
    let case = lead.submit_and_follow(&lead.get("/desk").await.form("[data-case] form")).await;
    let answer = case.form("#work").set("answer", "We can help.").press("go", "answer");
    assert_eq!(lead.submit(&answer).await.status, 303);
    let talk = story::come_back(visitor, "en", &words).await.expect("it answers");
    assert_eq!(talk.all(".thread .text"), ["We can help."]);
}

on_both_databases! {
    async fn odd_paths_methods_and_protocol_breaks(fresh: Fresh) {
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site);
        for path in PATHS {
            for method in METHODS {
                let body: &[u8] = if method == "GET" || method == "HEAD" { b"" } else { b"a=b&%ff=%fe&=&&&" };
                let what = format!("{method} {path}");
                let page = visitor.send(method, path, &[("Cookie", "desk=x; __Host-desk=%00"), ("Range", "bytes=9-1")], body).await;
                sound(&page, &what);
            }
        }
        for bytes in protocol_breaks() {
            let answer = raw(site.address, &bytes).await;
            let answer = String::from_utf8_lossy(&answer);
            assert!(!answer.starts_with("HTTP/1.1 5"), "{:.60?}: {answer:.200}", String::from_utf8_lossy(&bytes));
        }
        assert_eq!(visitor.get("/en/").await.status, 200);
    }

    async fn a_broken_address_is_answered_with_a_page_in_the_persons_language(fresh: Fresh) {
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site).with("Accept-Language", "ro");
        for (path, language) in [
            ("/en/tell/%ff", "en"),
            ("/en/reply/%ff", "en"),
            ("/pl/tell/%ff", "pl"),
            ("/en/%ff", "en"),
            ("/ur/%c3%28", "ur"),
            ("/%ff", "ro"),
            ("/%ff/", "ro"),
            ("/%ff/tell", "ro"),
            ("/desk/invitation/%ff", "ro"),
        ] {
            let page = visitor.get(path).await;
            sound(&page, path);
            assert!([404, 410].contains(&page.status), "{page:?}");
            assert_eq!(page.attributes("html", "lang"), [language], "{path}");
            assert!(page.text().contains("999") && page.all("#leave").len() == 1, "{page:?}");
        }
        for path in ["/desk?view=a&view=b", "/desk?after=%ff&%ff", "/desk/cases/%ff", "/desk/audit?before=%ff&before=1"] {
            assert_eq!(visitor.get(path).await.header("location"), Some("/desk/sign-in"), "{path}");
        }
    }

    async fn three_hundred_slow_connections_take_nothing_from_others(fresh: Fresh) {
        let site = Site::start(&fresh);
        let slow = slow_connections(site.address).await;
        let visitor = Visitor::of(&site);
        for _ in 0..20 {
            assert_eq!(visitor.get("/pl/everyday").await.status, 200);
            assert_eq!(visitor.get("/readyz").await.status, 200);
        }
        a_report_is_sent_and_answered(&site, &visitor).await;
        for mut stream in slow {
            let mut answer = Vec::new();
            let ended = tokio::time::timeout(HANG, stream.read_to_end(&mut answer)).await;
            assert!(ended.is_ok(), "a slow connection was kept open");
        }
        assert_eq!(visitor.get("/en/").await.status, 200);
    }

    async fn too_much_at_once_is_answered_with_a_page_in_the_persons_language(fresh: Fresh) {
        let site = Site::start(&fresh);
        let visitor = Visitor::of(&site);
        let body = format!("step=words&text={}", "x".repeat(1_500_000));
        let form = ("Content-Type", "application/x-www-form-urlencoded");
        let answer = visitor.follow(&visitor.send("POST", "/pl/tell", &[form], body.as_bytes()).await).await;
        sound(&answer, "a body too large");
        assert!(answer.form("main form").value("text").is_some_and(|text| text.starts_with("xxx")), "it is kept");
        assert_eq!(answer.attributes("html", "lang"), ["pl"]);
        assert!(!answer.all("#leave").is_empty());
    }
}
