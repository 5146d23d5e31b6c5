//! Ten ways in for somebody whose phone is lost.

use crate::crypto::recovery_code::RecoveryCode;
use crate::domain::audit::{Action, Entry};
use crate::domain::ids::StaffId;
use crate::service::sign_in::{SignedIn, ToShow};
use crate::service::{Context, ServiceError, audit};
use crate::store;

const HOW_MANY: usize = 10;

/// Fresh codes: as shown once, and as stored.
pub(super) fn make(ctx: &Context, of: StaffId) -> (Vec<String>, Vec<[u8; 32]>) {
    (0..HOW_MANY).map(|_| RecoveryCode::random(&ctx.random)).map(|code| (code.reveal(), code.hashed(of))).unzip()
}

/// How many are still good.
pub async fn left(ctx: &Context, who: &SignedIn) -> Result<i64, ServiceError> {
    let id = who.id();
    Ok(ctx.db.read(move |tx| Box::pin(store::recovery_code::left(tx, id))).await?)
}

/// Ends the old codes; the new ones wait for the session's next page.
pub async fn renew(ctx: &Context, who: &SignedIn) -> Result<(), ServiceError> {
    let (codes, hashes) = make(ctx, who.id());
    let shown = who.seal_to_show(ctx, &ToShow::RecoveryCodes(codes));
    let (id, session, now) = (who.id(), who.session(), ctx.clock.now());
    audit::deed(ctx, Some(id), move |tx| {
        Box::pin(async move {
            store::recovery_code::replace(tx, id, &hashes).await?;
            store::session::leave_to_show(tx, session, shown.as_bytes()).await?;
            audit::record(tx, &Entry::new(now, Some(id), Action::RecoveryCodesRenewed)).await
        })
    })
    .await
}
