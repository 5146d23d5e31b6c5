//! Accepts connections, bounded in number, in the size of their headers and in patience.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// More wait in the kernel's queue. About 30 KiB each at the worst.
const MOST_CONNECTIONS: usize = 4096;
/// The head of a request must be complete within this time, which also ends idle connections.
const HEAD_PATIENCE: Duration = Duration::from_secs(10);
const MOST_HEAD_BYTES: usize = 32 * 1024;
/// For answers under way when the program is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until `stop` resolves, then lets answers under way finish.
pub async fn serve(listener: TcpListener, routes: Router, stop: impl Future<Output = ()>) {
    let permits = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_PATIENCE).max_buf_size(MOST_HEAD_BYTES);
    tokio::pin!(stop);
    loop {
        let Ok(permit) = Arc::clone(&permits).acquire_owned().await else { break };
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, most likely: give connections that end a moment to return theirs.
                    tracing::warn!(kind = %error.kind(), "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let connection = graceful.watch(connection(&http, stream, peer, routes.clone()));
        tokio::spawn(async move {
            // A connection that breaks is the other side's affair, and its address is not ours to keep.
            drop(connection.await);
            drop(permit);
        });
    }
    drop(listener);
    drop(tokio::time::timeout(FAREWELL, graceful.shutdown()).await);
}

type Connection<S> = http1::Connection<TokioIo<TcpStream>, S>;

fn connection(
    http: &http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    routes: Router,
) -> Connection<impl hyper::service::HttpService<Incoming, ResBody = Body, Error = Infallible, Future: Send> + use<>> {
    drop(stream.set_nodelay(true));
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        routes.clone().oneshot(request)
    });
    http.serve_connection(TokioIo::new(stream), service)
}
