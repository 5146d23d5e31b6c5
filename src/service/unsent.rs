//! What a colleague typed and did not send: the other box of the page when one was sent, or both when the session was
//! over. Kept like a draft, for half an hour, sealed under a token in a cookie of that browser for that one case; shown
//! only to the colleague who typed it, once they are signed in. Whoever sits at a shared screen meanwhile sees nothing.

use serde::{Deserialize, Serialize};

use super::drafts::{self, Kept, Secret};
use super::sign_in::SignedIn;
use super::{Context, ServiceError};
use crate::domain::ids::{ReportId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    pub by: StaffId,
    pub report: ReportId,
    pub answer: String,
    pub note: String,
}

impl Kept for Unsent {
    const KIND: &'static str = "draft.desk";
}

/// Returns the cookie's token.
pub async fn keep(ctx: &Context, unsent: &Unsent) -> String {
    drafts::keep_for_staff(ctx, unsent).await.reveal()
}

/// What this colleague typed for this case.
pub async fn find(
    ctx: &Context,
    who: &SignedIn,
    report: ReportId,
    token: &str,
) -> Result<Option<Unsent>, ServiceError> {
    let Some(secret) = Secret::parse(token) else { return Ok(None) };
    let found = drafts::find::<Unsent>(ctx, &secret).await?;
    Ok(found.filter(|unsent| unsent.by == who.id() && unsent.report == report))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::staff::Role;
    use crate::service::testing;

    #[tokio::test]
    async fn only_who_typed_it_sees_it_and_only_on_its_case() {
        let (ctx, _folder) = testing::context().await;
        let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
        let omar = testing::signed_in(&ctx, Role::Reviewer).await;
        let (one, two) = (ReportId::from_random([1; 16]), ReportId::from_random([2; 16]));
        let typed = Unsent { by: zofia.id(), report: one, answer: "Yes.".into(), note: String::new() };
        let token = keep(&ctx, &typed).await;
        assert_eq!(find(&ctx, &zofia, one, &token).await.unwrap(), Some(typed));
        assert_eq!(find(&ctx, &omar, one, &token).await.unwrap(), None);
        assert_eq!(find(&ctx, &zofia, two, &token).await.unwrap(), None);
        assert_eq!(find(&ctx, &zofia, one, "nonsense").await.unwrap(), None);
        ctx.clock.advance(drafts::DRAFT_LIFE);
        assert_eq!(find(&ctx, &zofia, one, &token).await.unwrap(), None);
    }

    #[tokio::test]
    async fn strangers_take_no_room_from_a_colleague() {
        let (ctx, _folder) = testing::context().await;
        let zofia = testing::signed_in(&ctx, Role::Reviewer).await;
        let report = ReportId::from_random([1; 16]);
        let typed = Unsent { by: zofia.id(), report, answer: "Yes.".into(), note: String::new() };
        ctx.room.fill();
        let token = keep(&ctx, &typed).await;
        assert_eq!(find(&ctx, &zofia, report, &token).await.unwrap(), Some(typed));
    }
}
