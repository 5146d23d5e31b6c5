//! Work that nobody waits for. Every job can run on several nodes at once and can be cut off at any moment.

pub mod purge;
pub mod send_mail;

use std::future::Future;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use crate::mail::Post;
use crate::service::Context;

/// Before a job that panicked begins again.
const BREATHER: Duration = Duration::from_secs(5);

/// Runs every job until `stop`, and lets each finish what it is at.
pub async fn run(context: Context, post: Post, stop: impl Future<Output = ()>) {
    let (tell, told) = watch::channel(());
    let mail = keep_up("send_mail", told.clone(), {
        let (context, told) = (context.clone(), told.clone());
        move || send_mail::run(context.clone(), post.clone(), stopped(told.clone()))
    });
    let purge = keep_up("purge", told.clone(), move || purge::run(context.clone(), stopped(told.clone())));
    let watch = async {
        stop.await;
        drop(tell);
    };
    tokio::join!(mail, purge, watch);
}

/// A job that panics must not take mail away until the next restart: it begins again.
async fn keep_up<J>(name: &str, told: watch::Receiver<()>, job: impl Fn() -> J)
where
    J: Future<Output = ()> + Send + 'static,
{
    while tokio::spawn(job()).await.is_err() {
        tracing::error!(job = name, "a job broke off and begins again");
        tokio::select! {
            () = stopped(told.clone()) => return,
            () = sleep(BREATHER) => {}
        }
    }
}

/// Resolves when the other end is gone.
async fn stopped(mut told: watch::Receiver<()>) {
    while told.changed().await.is_ok() {}
}
