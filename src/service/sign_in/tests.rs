use super::*;
use crate::crypto::totp::TotpSecret;
use crate::domain::audit::{Verdict, Which};
use crate::domain::ids::Epoch;
use crate::domain::staff::PasswordProblem;
use crate::service::staff::{self, AcceptError, AcceptProblem, Acceptance, InviteError, Offer};
use crate::service::testing;

const PASSWORD: &str = "a long enough password";

/// What an authenticator app shows for an offer's secret.
struct App(TotpSecret);

impl App {
    fn scan(offer: &Offer) -> Self {
        let mut key = [0; 32];
        let bytes = base32(&offer.totp_secret);
        key[..bytes.len()].copy_from_slice(&bytes);
        Self(TotpSecret::new(&Key::from_bytes(key), "a", "b"))
    }

    fn digits(&self, ctx: &Context) -> String {
        self.0.digits_at(ctx.clock.now())
    }
}

fn base32(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: String =
        text.chars().map(|c| format!("{:05b}", ALPHABET.find(c).expect("a letter of base 32"))).collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|eight| u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap())
        .collect()
}

fn typed(name: &str, email: &str, password: &str, digits: &str) -> Acceptance {
    Acceptance {
        name: name.into(),
        email: email.into(),
        password: Zeroizing::new(password.into()),
        again: Zeroizing::new(password.into()),
        digits: digits.into(),
    }
}

/// Somebody who has accepted, some time ago.
struct Person {
    email: String,
    app: App,
    codes: Vec<String>,
}

impl Person {
    async fn accepts(ctx: &Context, token: &str, email: &str) -> Self {
        let offer = staff::look(ctx, token).await.unwrap().expect("a good invitation");
        let app = App::scan(&offer);
        let digits = app.digits(ctx);
        staff::accept(ctx, token, typed("Ada", email, PASSWORD, &digits)).await.unwrap();
        let codes = staff::take_codes(ctx, token).await.unwrap().expect("codes, once");
        ctx.clock.advance(Seconds(60));
        Self { email: email.into(), app, codes }
    }

    async fn half(&self, ctx: &Context) -> String {
        with_password(ctx, &self.email, PASSWORD).await.unwrap().expect("the right password")
    }

    async fn token(&self, ctx: &Context) -> String {
        let half = self.half(ctx).await;
        match with_second_factor(ctx, &half, &self.app.digits(ctx)).await.unwrap() {
            SecondStep::Done(token) => token,
            other => panic!("{other:?}"),
        }
    }

    async fn sign_in(&self, ctx: &Context) -> SignedIn {
        let token = self.token(ctx).await;
        resume(ctx, &token).await.unwrap().expect("a good session")
    }
}

async fn house() -> (Context, tempfile::TempDir, Person) {
    let (ctx, folder) = testing::context().await;
    let token = staff::prepare(&ctx).await.unwrap().expect("an invitation for the first person");
    let lead = Person::accepts(&ctx, &token, "lead@example.org").await;
    (ctx, folder, lead)
}

#[tokio::test]
async fn the_first_person_is_invited_once() {
    let (ctx, _folder) = testing::context().await;
    assert!(staff::prepare(&ctx).await.unwrap().is_some());
    assert!(staff::prepare(&ctx).await.unwrap().is_none());
}

#[tokio::test]
async fn from_the_invitation_to_the_key_of_the_team() {
    let (ctx, _folder, lead) = house().await;
    let who = lead.sign_in(&ctx).await;
    assert!(who.lead().is_some() && who.reviewer().is_some());
    // Set-up closed with the sign-in, so the key that once lay open is not the one in use.
    let (epoch, public) = team_key::current_public(&ctx).await.unwrap();
    assert_eq!(epoch, Epoch(2));
    assert_eq!(team_key::open(&ctx, &who, epoch).await.unwrap().public(), public);
    assert!(team_key::open(&ctx, &who, Epoch(1)).await.is_ok());
    assert_eq!(audit::check(&ctx).await.unwrap().first_bad, None);
}

#[tokio::test]
async fn an_invitation_is_good_once_and_for_a_week() {
    let (ctx, _folder) = testing::context().await;
    let token = staff::invite(&ctx, "Ada", "ada@example.org", Role::Reviewer, None).await.unwrap();
    let first = staff::look(&ctx, &token).await.unwrap().unwrap();
    assert_eq!(staff::look(&ctx, &token).await.unwrap().unwrap().totp_secret, first.totp_secret);

    let again = staff::invite(&ctx, "Ada B", "ADA@example.org", Role::Lead, None).await.unwrap();
    assert!(staff::look(&ctx, &token).await.unwrap().is_none(), "the second invitation ends the first");
    let offer = staff::look(&ctx, &again).await.unwrap().unwrap();
    assert_eq!((offer.name.as_str(), offer.role), ("Ada B", Role::Lead));
    assert_ne!(offer.totp_secret, first.totp_secret);

    let ada = Person::accepts(&ctx, &again, "ada@example.org").await;
    assert_eq!(ada.codes.len(), 10);
    assert!(staff::look(&ctx, &again).await.unwrap().is_none());
    assert!(staff::take_codes(&ctx, &again).await.unwrap().is_none(), "the codes are shown once");
    let refused = staff::accept(&ctx, &again, typed("", "", PASSWORD, "000000")).await;
    assert!(matches!(refused, Err(AcceptError::Gone)));
    let refused = staff::invite(&ctx, "Ada", "ada@example.org", Role::Lead, None).await;
    assert!(matches!(refused, Err(InviteError::AlreadyHere)));

    let late = staff::invite(&ctx, "Bo", "bo@example.org", Role::Writer, None).await.unwrap();
    ctx.clock.advance(Seconds::days(7));
    assert!(staff::look(&ctx, &late).await.unwrap().is_none());
    assert!(staff::look(&ctx, "nonsense").await.unwrap().is_none());
}

#[tokio::test]
async fn what_is_wrong_with_an_acceptance_is_said_field_by_field() {
    let (ctx, _folder) = testing::context().await;
    let token = staff::prepare(&ctx).await.unwrap().unwrap();
    let digits = App::scan(&staff::look(&ctx, &token).await.unwrap().unwrap()).digits(&ctx);
    let problems = async |typed| match staff::accept(&ctx, &token, typed).await {
        Err(AcceptError::Wrong(problems)) => problems,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        problems(typed(" ", "nobody", "short", "12")).await,
        [
            AcceptProblem::Name,
            AcceptProblem::Email,
            AcceptProblem::Password(PasswordProblem::TooShort),
            AcceptProblem::Digits
        ]
    );
    let other = Acceptance { again: Zeroizing::new("other".into()), ..typed("A", "a@b.c", PASSWORD, &digits) };
    assert_eq!(problems(other).await, [AcceptProblem::NotTheSame]);
    assert!(staff::look(&ctx, &token).await.unwrap().is_some(), "the link is still good");
}

#[tokio::test]
async fn an_address_is_one_persons() {
    let (ctx, _folder) = testing::context().await;
    let first = staff::prepare(&ctx).await.unwrap().unwrap();
    staff::invite(&ctx, "Ada", "ada@example.org", Role::Reviewer, None).await.unwrap();
    let digits = App::scan(&staff::look(&ctx, &first).await.unwrap().unwrap()).digits(&ctx);
    let refused = staff::accept(&ctx, &first, typed("Bo", "ada@example.org", PASSWORD, &digits)).await;
    assert!(
        matches!(&refused, Err(AcceptError::Wrong(problems)) if *problems == [AcceptProblem::EmailTaken]),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let (ctx, _folder, lead) = house().await;
    assert_eq!(with_password(&ctx, &lead.email, "a long enough passwort").await.unwrap(), None);
    assert_eq!(with_password(&ctx, "nobody@example.org", PASSWORD).await.unwrap(), None);
    assert_eq!(with_password(&ctx, "", "").await.unwrap(), None);
    assert!(with_password(&ctx, " LEAD@example.org ", PASSWORD).await.unwrap().is_some());
}

#[tokio::test]
async fn the_password_alone_shows_nothing() {
    let (ctx, _folder, lead) = house().await;
    let half = lead.half(&ctx).await;
    assert!(resume(&ctx, &half).await.unwrap().is_none());
    assert!(halfway(&ctx, &half).await.unwrap().is_some());
    assert_eq!(with_second_factor(&ctx, &half, "000000").await.unwrap(), SecondStep::Wrong);
    assert_eq!(with_second_factor(&ctx, &half, "").await.unwrap(), SecondStep::Wrong);
    ctx.clock.advance(HALFWAY);
    assert!(halfway(&ctx, &half).await.unwrap().is_none());
    assert_eq!(with_second_factor(&ctx, &half, &lead.app.digits(&ctx)).await.unwrap(), SecondStep::StartAgain);
}

#[tokio::test]
async fn the_token_changes_with_the_second_factor() {
    let (ctx, _folder, lead) = house().await;
    let half = lead.half(&ctx).await;
    let SecondStep::Done(full) = with_second_factor(&ctx, &half, &lead.app.digits(&ctx)).await.unwrap() else {
        panic!("signed in")
    };
    assert_ne!(half, full);
    assert!(resume(&ctx, &half).await.unwrap().is_none());
    assert!(halfway(&ctx, &half).await.unwrap().is_none());
    assert!(halfway(&ctx, &full).await.unwrap().is_none());
    assert!(resume(&ctx, &full).await.unwrap().is_some());
}

#[tokio::test]
async fn digits_work_once_those_of_the_invitation_too() {
    let (ctx, _folder) = testing::context().await;
    let token = staff::prepare(&ctx).await.unwrap().unwrap();
    let app = App::scan(&staff::look(&ctx, &token).await.unwrap().unwrap());
    let digits = app.digits(&ctx);
    staff::accept(&ctx, &token, typed("Ada", "a@b.c", PASSWORD, &digits)).await.unwrap();
    let half = with_password(&ctx, "a@b.c", PASSWORD).await.unwrap().unwrap();
    assert_eq!(with_second_factor(&ctx, &half, &digits).await.unwrap(), SecondStep::UsedBefore);

    ctx.clock.advance(Seconds(30));
    let digits = app.digits(&ctx);
    assert!(matches!(with_second_factor(&ctx, &half, &digits).await.unwrap(), SecondStep::Done(_)));
    let half = with_password(&ctx, "a@b.c", PASSWORD).await.unwrap().unwrap();
    assert_eq!(with_second_factor(&ctx, &half, &digits).await.unwrap(), SecondStep::UsedBefore);
}

#[tokio::test]
async fn a_recovery_code_works_once_however_it_is_typed() {
    let (ctx, _folder, lead) = house().await;
    let half = lead.half(&ctx).await;
    let code = lead.codes[3].to_lowercase().replace('-', " ");
    assert!(matches!(with_second_factor(&ctx, &half, &code).await.unwrap(), SecondStep::Done(_)));
    let half = lead.half(&ctx).await;
    assert_eq!(with_second_factor(&ctx, &half, &code).await.unwrap(), SecondStep::Wrong);

    let who = lead.sign_in(&ctx).await;
    assert_eq!(staff::recovery_codes::left(&ctx, &who).await.unwrap(), 9);
    staff::recovery_codes::renew(&ctx, &who).await.unwrap();
    let Some(ToShow::RecoveryCodes(fresh)) = take_to_show(&ctx, &who).await.unwrap() else { panic!("fresh codes") };
    assert!(take_to_show(&ctx, &who).await.unwrap().is_none(), "shown once");
    let half = lead.half(&ctx).await;
    assert_eq!(with_second_factor(&ctx, &half, &lead.codes[4]).await.unwrap(), SecondStep::Wrong);
    assert!(matches!(with_second_factor(&ctx, &half, &fresh[0]).await.unwrap(), SecondStep::Done(_)));
}

#[tokio::test]
async fn a_session_ends_when_nobody_is_there_and_after_a_shift() {
    let (ctx, _folder, lead) = house().await;
    let idle = lead.token(&ctx).await;
    ctx.clock.advance(IDLE);
    assert!(resume(&ctx, &idle).await.unwrap().is_none());

    let busy = lead.token(&ctx).await;
    let step = Seconds(IDLE.0 - 1);
    let mut worked = 0;
    while worked + step.0 < AT_MOST.0 {
        ctx.clock.advance(step);
        worked += step.0;
        assert!(resume(&ctx, &busy).await.unwrap().is_some(), "after {worked} s");
    }
    ctx.clock.advance(Seconds(AT_MOST.0 - worked));
    assert!(resume(&ctx, &busy).await.unwrap().is_none());
}

#[tokio::test]
async fn sessions_are_listed_and_revoked_only_by_their_owner() {
    let (ctx, _folder, lead) = house().await;
    let first = lead.token(&ctx).await;
    ctx.clock.advance(Seconds(60));
    let second = lead.sign_in(&ctx).await;
    let devices = list(&ctx, &second).await.unwrap();
    assert_eq!(devices.iter().map(|device| device.is_this_one).collect::<Vec<_>>(), [true, false]);

    let stranger = testing::signed_in(&ctx, Role::Reviewer).await;
    let refused = revoke(&ctx, &stranger, devices[1].session).await;
    assert!(matches!(refused, Err(ServiceError::NotFound)));
    revoke(&ctx, &second, devices[1].session).await.unwrap();
    assert!(resume(&ctx, &first).await.unwrap().is_none());
    sign_out(&ctx, &second).await.unwrap();
    assert!(list(&ctx, &second).await.unwrap().is_empty());
}

#[tokio::test]
async fn after_set_up_only_a_lead_hands_keys_on() {
    let (ctx, _folder, lead) = house().await;
    let lead = lead.sign_in(&ctx).await;
    let by_lead = staff::invite(&ctx, "Bo", "bo@example.org", Role::Reviewer, Some(&lead)).await.unwrap();
    let bo = Person::accepts(&ctx, &by_lead, "bo@example.org").await.sign_in(&ctx).await;
    assert!(team_key::open(&ctx, &bo, Epoch(1)).await.is_ok());
    assert!(team_key::open(&ctx, &bo, Epoch(2)).await.is_ok());

    let by_machine = staff::invite(&ctx, "Cy", "cy@example.org", Role::Reviewer, None).await.unwrap();
    let cy = Person::accepts(&ctx, &by_machine, "cy@example.org").await.sign_in(&ctx).await;
    assert!(matches!(team_key::open(&ctx, &cy, Epoch(2)).await, Err(ServiceError::NoKeyYet)));
    let lacking = async || {
        let colleagues = staff::list(&ctx, lead.lead().unwrap()).await.unwrap();
        colleagues.into_iter().filter(|line| line.lacks_key).map(|line| line.member.name).collect::<Vec<_>>()
    };
    assert_eq!(lacking().await, ["Cy"]);
    assert!(matches!(staff::give_key(&ctx, &bo, cy.id()).await, Err(ServiceError::Forbidden)));
    staff::give_key(&ctx, &lead, cy.id()).await.unwrap();
    assert!(team_key::open(&ctx, &cy, Epoch(2)).await.is_ok());
    assert!(lacking().await.is_empty());

    let by_bo = staff::invite(&ctx, "Di", "di@example.org", Role::Reviewer, Some(&bo)).await;
    assert!(matches!(by_bo, Err(InviteError::Service(ServiceError::Forbidden))));
}

#[tokio::test]
async fn who_does_not_read_reports_gets_no_key() {
    let (ctx, _folder, lead) = house().await;
    let lead = lead.sign_in(&ctx).await;
    let token = staff::invite(&ctx, "Bo", "bo@example.org", Role::Publisher, Some(&lead)).await.unwrap();
    let bo = Person::accepts(&ctx, &token, "bo@example.org").await.sign_in(&ctx).await;
    assert!(bo.reviewer().is_none());
    assert!(matches!(team_key::open(&ctx, &bo, Epoch(2)).await, Err(ServiceError::NoKeyYet)));
    assert!(matches!(staff::give_key(&ctx, &lead, bo.id()).await, Err(ServiceError::NotFound)));
}

#[tokio::test]
async fn somebody_who_left_is_out_at_once_and_reads_nothing_new() {
    let (ctx, _folder, lead) = house().await;
    let lead = lead.sign_in(&ctx).await;
    let token = staff::invite(&ctx, "Bo", "bo@example.org", Role::Reviewer, Some(&lead)).await.unwrap();
    let bo = Person::accepts(&ctx, &token, "bo@example.org").await;
    let session = bo.token(&ctx).await;
    let before = resume(&ctx, &session).await.unwrap().unwrap();

    assert!(matches!(staff::remove(&ctx, &lead, lead.id()).await, Err(ServiceError::Conflict)));
    assert!(matches!(staff::remove(&ctx, &before, lead.id()).await, Err(ServiceError::Forbidden)));
    staff::remove(&ctx, &lead, before.id()).await.unwrap();
    assert!(matches!(staff::remove(&ctx, &lead, before.id()).await, Err(ServiceError::NotFound)));

    assert!(resume(&ctx, &session).await.unwrap().is_none());
    assert_eq!(with_password(&ctx, "bo@example.org", PASSWORD).await.unwrap(), None);
    let (epoch, _) = team_key::current_public(&ctx).await.unwrap();
    assert_eq!(epoch, Epoch(3));
    assert!(team_key::open(&ctx, &lead, epoch).await.is_ok());
    assert!(matches!(team_key::open(&ctx, &before, epoch).await, Err(ServiceError::NoKeyYet)));
    assert!(staff::list(&ctx, lead.lead().unwrap()).await.unwrap().iter().all(|line| line.member.name != "Bo"));
    // The address is free again, and the old name stays with the old deeds.
    let trail = audit::page(&ctx, lead.lead().unwrap(), Which::By(before.id()), None).await.unwrap();
    assert_eq!((trail.of.as_deref(), trail.lines[0].who.as_deref()), (Some("Bo"), Some("Bo")));
    staff::invite(&ctx, "Bo again", "bo@example.org", Role::Reviewer, Some(&lead)).await.unwrap();
}

#[tokio::test]
async fn the_paper_in_the_safe_brings_the_keys_back() {
    let (ctx, _folder, lead) = house().await;
    let lead = lead.sign_in(&ctx).await;
    assert!(staff::kit::made_at(&ctx).await.unwrap().is_none());
    staff::kit::make(&ctx, &lead).await.unwrap();
    let Some(ToShow::Kit(old)) = take_to_show(&ctx, &lead).await.unwrap() else { panic!("a kit") };
    staff::kit::make(&ctx, &lead).await.unwrap();
    let Some(ToShow::Kit(paper)) = take_to_show(&ctx, &lead).await.unwrap() else { panic!("a kit") };

    // Somebody leaves after the kit was printed: it opens the later epoch too.
    let token = staff::invite(&ctx, "Bo", "bo@example.org", Role::Reviewer, Some(&lead)).await.unwrap();
    let bo = Person::accepts(&ctx, &token, "bo@example.org").await.sign_in(&ctx).await;
    staff::remove(&ctx, &lead, bo.id()).await.unwrap();

    let token = staff::invite(&ctx, "New", "new@example.org", Role::Lead, None).await.unwrap();
    let new = Person::accepts(&ctx, &token, "new@example.org").await.sign_in(&ctx).await;
    assert!(matches!(team_key::open(&ctx, &new, Epoch(1)).await, Err(ServiceError::NoKeyYet)));
    assert!(matches!(staff::kit::make(&ctx, &new).await, Err(ServiceError::NoKeyYet)));
    assert!(matches!(staff::kit::recover(&ctx, &new, "rubbish").await, Err(staff::kit::RecoverError::Mistyped)));
    assert!(matches!(staff::kit::recover(&ctx, &new, &old).await, Err(staff::kit::RecoverError::NotThisOne)));
    staff::kit::recover(&ctx, &new, &paper.to_lowercase().replace('-', " ")).await.unwrap();
    for epoch in 1..=3 {
        assert!(team_key::open(&ctx, &new, Epoch(epoch)).await.is_ok(), "epoch {epoch}");
    }
}

#[tokio::test]
async fn two_answers_to_one_second_step_make_one_session() {
    let (ctx, _folder, lead) = house().await;
    let half = lead.half(&ctx).await;
    let (one, two) =
        tokio::join!(with_second_factor(&ctx, &half, &lead.codes[0]), with_second_factor(&ctx, &half, &lead.codes[1]));
    let done = [one.unwrap(), two.unwrap()].into_iter().filter(|step| matches!(step, SecondStep::Done(_))).count();
    assert_eq!(done, 1);
}

#[tokio::test]
async fn what_was_done_is_written_down_without_a_name() {
    let (ctx, _folder, lead) = house().await;
    let who = lead.sign_in(&ctx).await;
    let lines = audit::page(&ctx, who.lead().unwrap(), Which::All, None).await.unwrap().lines;
    let actions: Vec<_> = lines.iter().rev().map(|line| line.recorded.action.as_str()).collect();
    assert_eq!(actions, ["epoch-started", "staff-invited", "invitation-accepted", "epoch-started", "signed-in"]);
    assert!(lines.iter().all(|line| !line.recorded.detail.contains('@') && !line.recorded.detail.contains("Ada")));
    let verdict = audit::verify(&ctx, &who).await.unwrap();
    assert_eq!(verdict, Verdict { sound: 5, first_bad: None });
}
