//! Somebody who works here, signed in with both factors.

use quietdoor::crypto::Key;
use quietdoor::crypto::totp::TotpSecret;
use quietdoor::domain::clock::Seconds;
use quietdoor::service::Context;
use quietdoor::service::sign_in::{self, SecondStep};
use quietdoor::service::staff::{self, Acceptance};
use totp_rs::Secret;

pub const EMAIL: &str = "ada@example.org";
const PASSWORD: &str = "kettle window thursday";

/// The first person, a lead. Returns what her session cookie holds.
pub async fn first_lead(ctx: &Context) -> String {
    let invitation = staff::prepare(ctx).await.expect("a database").expect("an empty house");
    let offer = staff::look(ctx, &invitation).await.expect("a database").expect("an invitation that is good");
    let app = authenticator(&offer.totp_secret);
    let now = ctx.clock.now();
    let acceptance = Acceptance {
        name: "Ada".to_owned(),
        email: EMAIL.to_owned(),
        password: PASSWORD.to_owned().into(),
        again: PASSWORD.to_owned().into(),
        digits: app.digits_at(now),
    };
    staff::accept(ctx, &invitation, acceptance).await.expect("everything is filled in");
    let half = sign_in::with_password(ctx, EMAIL, PASSWORD).await.expect("a database").expect("the right password");
    // The next half minute's digits: each works once.
    match sign_in::with_second_factor(ctx, &half, &app.digits_at(now + Seconds(30))).await {
        Ok(SecondStep::Done(token)) => token,
        other => panic!("the second factor: {other:?}"),
    }
}

fn authenticator(base32: &str) -> TotpSecret {
    let secret = Secret::try_from_base32(base32).expect("as an app reads it");
    let mut key = [0; 32];
    key[..secret.as_bytes().len()].copy_from_slice(secret.as_bytes());
    TotpSecret::new(&Key::from_bytes(key), "a", "b")
}
