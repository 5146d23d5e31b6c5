//! Deletes what has run its time, a minute after it has: a draft is promised to be gone after half an hour.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use tokio::time::sleep;

use crate::service::Context;
use crate::service::sign_in::IDLE;
use crate::store::purge::{self, Purged};
use crate::store::{StoreError, draft};

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

/// Purges now, and measures what is left.
pub async fn once(context: &Context) -> Result<Purged, StoreError> {
    let now = context.clock.now();
    context.held.forget_expired(now);
    let purged = context.db.write(move |tx| Box::pin(purge::expired(tx, now, IDLE))).await?;
    context.room.measured(context.db.read(|tx| Box::pin(draft::bytes_waiting(tx))).await?);
    Ok(purged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::Draft;
    use crate::service::drafts::{self, DRAFT_LIFE, Whereabouts};
    use crate::service::testing;

    #[tokio::test]
    async fn what_was_deleted_makes_room() {
        let (ctx, _folder) = testing::context().await;
        drafts::keep(&ctx, &Draft::default()).await;
        drafts::show(&ctx, &"page".to_owned()).await;
        ctx.room.fill();
        assert_eq!(drafts::keep(&ctx, &Draft::default()).await.1, Whereabouts::Nowhere);
        ctx.clock.advance(DRAFT_LIFE);
        let purged = once(&ctx).await.unwrap();
        assert_eq!((purged.drafts, purged.showings), (1, 1));
        assert_eq!(drafts::keep(&ctx, &Draft::default()).await.1, Whereabouts::Database);
    }
}
