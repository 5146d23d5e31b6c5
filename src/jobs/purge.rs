//! Deletes what has run its time, a minute after it has: a draft is promised to be gone after half an hour.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use tokio::time::sleep;

use crate::service::Context;
use crate::service::sign_in::IDLE;
use crate::store::StoreError;
use crate::store::purge::{self, Purged};

const EVERY: Duration = Duration::from_secs(60);

/// Purges every minute until `shutdown`.
pub async fn run(context: Context, shutdown: impl Future<Output = ()> + Send) {
    let mut shutdown = pin!(shutdown);
    loop {
        match once(&context).await {
            Ok(purged) if purged == Purged::default() => {}
            Ok(Purged { drafts, showings, sessions, invitations, notices }) => {
                tracing::info!(drafts, showings, sessions, invitations, notices, "deleted what has run its time");
            }
            Err(error) => tracing::warn!(%error, "nothing could be deleted; the next minute tries again"),
        }
        tokio::select! {
            () = &mut shutdown => return,
            () = sleep(EVERY) => {}
        }
    }
}

/// Purges now.
pub async fn once(context: &Context) -> Result<Purged, StoreError> {
    let now = context.clock.now();
    context.held.forget_expired(now);
    context.db.write(move |tx| Box::pin(purge::expired(tx, now, IDLE))).await
}
