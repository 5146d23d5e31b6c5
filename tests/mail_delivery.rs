//! From a notice in the outbox to a mail in a mailbox, through a real SMTP conversation, and what happens when the
//! other side misbehaves.

use std::collections::BTreeSet;
use std::time::Duration;

use quietdoor::crypto::random::Random;
use quietdoor::domain::clock::{Clock, Moment, Seconds};
use quietdoor::domain::ids::{NoticeId, StaffId};
use quietdoor::domain::notice::NoticeKind;
use quietdoor::domain::staff::{Role, Standing};
use quietdoor::jobs::send_mail::{self, Counts};
use quietdoor::mail::{Failure, Letterhead, Post, Recipient, Step, Transport};
use quietdoor::service::Context;
use quietdoor::store::{Db, outbox};
use tokio::sync::oneshot;

use crate::support::{Fresh, MailServer, Manner, Tls, hire, on_both_databases};

/// Stands for everything that must not be in a mail.
const PLANTED: &str = "planted-marmalade";

struct House {
    context: Context,
    server: MailServer,
    post: Post,
}

impl House {
    async fn new(db: Db) -> Self {
        let server = MailServer::start().await;
        let post = post(&format!("smtp://{}", server.address));
        let context = Context::new(db, Clock::manual(Moment(1_763_800_000)), Random::repeatable(1));
        Self { context, server, post }
    }

    async fn with(self, people: &[(&str, Role)]) -> Self {
        for (name, role) in people {
            hire(&self.context.db, name, *role, Standing::Active).await;
        }
        self
    }

    async fn told(&self, number: u8) {
        self.owe(NoticeKind::Told, number).await;
    }

    async fn owe(&self, kind: NoticeKind, number: u8) {
        let (id, now) = (NoticeId::from_random([number; 16]), self.context.clock.now());
        let write = self
            .context
            .db
            .write(move |tx| Box::pin(async move { outbox::owe(tx, id, kind, &[number; 16], now).await }));
        write.await.unwrap();
    }

    async fn send(&self) -> Counts {
        send_mail::once(&self.context, &self.post).await.unwrap()
    }

    async fn send_after(&self, wait: Seconds) -> Counts {
        self.context.clock.advance(wait);
        self.send().await
    }
}

fn post(transport: &str) -> Post {
    let letterhead = Letterhead::new("desk@help.example", "https://help.example").unwrap();
    Post { letterhead, transport: Transport::parse(transport).unwrap() }
}

const TEAM: [(&str, Role); 2] = [("mary", Role::Reviewer), ("john", Role::Lead)];

on_both_databases! {
    async fn everybody_who_answers_reports_gets_one_mail(db: Db) {
        let house = House::new(db).await.with(&TEAM).await;
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, mails: 2, sent: 2, ..Counts::default() });
        assert_eq!(house.send_after(Seconds::days(2)).await, Counts::default());
        let recipients: BTreeSet<_> = house.server.recipients().into_iter().collect();
        assert_eq!(recipients, ["john@team.test".to_owned(), "mary@team.test".to_owned()].into());
        assert!(house.server.said().contains(&"EHLO help.example".to_owned()));
    }

    async fn a_mail_tells_its_reader_nothing_but_where_to_sign_in(db: Db) {
        let house = House::new(db).await.with(&[(PLANTED, Role::Lead)]).await;
        house.told(1).await;
        house.owe(NoticeKind::Wrote, 2).await;
        house.send().await;
        let mails = house.server.taken();
        assert_eq!(mails.len(), 2);
        for mail in &mails {
            assert_eq!(mail.header("Subject"), "There is something to look at");
            assert_eq!(mail.header("From"), "desk@help.example");
            assert_eq!(mail.header("Date"), "Sat, 22 Nov 2025 08:26:40 +0000");
            assert!(mail.header("User-Agent").is_empty());
            assert!(mail.text.contains("https://help.example/desk\r\n"));
            assert_eq!(mail.text.matches(PLANTED).count(), 1, "only the address itself");
            assert!(!mail.text.contains("0101") && !mail.text.contains("0202"), "no ids");
            assert_eq!(mail.text.len(), mails[0].text.len());
        }
        assert_ne!(mails[0].header("Message-ID"), mails[1].header("Message-ID"));
    }

    async fn a_mailbox_that_is_full_is_tried_again_and_again(db: Db) {
        let house = House::new(db).await.with(&TEAM).await;
        house.server.mailbox("mary@team.test", Manner::Refuse(451));
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, mails: 1, sent: 1, later: 1, ..Counts::default() });
        assert_eq!(house.send_after(Seconds(59)).await, Counts::default());
        assert_eq!(house.send_after(Seconds(1)).await, Counts { later: 1, ..Counts::default() });
        assert_eq!(house.send_after(Seconds(119)).await, Counts::default());
        house.server.mailbox("mary@team.test", Manner::Take);
        assert_eq!(house.send_after(Seconds(1)).await, Counts { mails: 1, sent: 1, ..Counts::default() });
        assert_eq!(house.server.recipients(), ["john@team.test", "mary@team.test"]);
    }

    async fn a_mailbox_that_is_gone_raises_an_alarm_with_another_lead(db: Db) {
        let house = House::new(db).await.with(&TEAM).await.with(&[("anna", Role::Reviewer)]).await;
        house.server.mailbox("mary@team.test", Manner::Refuse(550));
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, mails: 2, sent: 2, dead: 1, ..Counts::default() });
        assert_eq!(house.send().await, Counts { mails: 1, sent: 1, ..Counts::default() });
        let mails = house.server.taken();
        assert_eq!(mails[2].to, "john@team.test");
        assert!(mails[2].text.contains("Mail to a colleague does not arrive."));

        // The second dead letter of the same day says nothing new; the next day's does.
        house.told(2).await;
        assert_eq!(house.send().await.dead, 1);
        assert_eq!(house.send().await, Counts::default());
        house.told(3).await;
        assert_eq!(house.send_after(Seconds::days(1)).await.dead, 1);
        assert_eq!(house.send().await.mails, 1);
    }

    async fn a_dead_lead_is_not_told_of_their_own_mailbox(db: Db) {
        let house = House::new(db).await.with(&TEAM).await;
        house.server.mailbox("john@team.test", Manner::RefuseText(554));
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, mails: 1, sent: 1, dead: 1, ..Counts::default() });
        assert_eq!(house.send_after(Seconds::days(2)).await, Counts::default());
    }

    async fn a_mailbox_that_hangs_delays_no_other(db: Db) {
        let house = House::new(db).await.with(&TEAM).await.with(&[("anna", Role::Reviewer)]).await;
        house.server.mailbox("anna@team.test", Manner::Hang);
        house.told(1).await;
        let (context, post) = (house.context.clone(), house.post.clone());
        let sending = tokio::spawn(async move { send_mail::once(&context, &post).await.unwrap() });
        house.server.arrived(2).await;
        assert!(!sending.is_finished());
        house.server.let_go();
        assert_eq!(sending.await.unwrap(), Counts { notices: 1, mails: 2, sent: 2, later: 1, ..Counts::default() });
    }

    async fn a_silent_server_is_given_up_on(db: Db) {
        let mut house = House::new(db).await.with(&[("anna", Role::Reviewer)]).await;
        let Transport::Smtp(server) = &mut house.post.transport else { panic!("not SMTP") };
        server.patience = Duration::from_millis(100);
        house.server.mailbox("anna@team.test", Manner::Hang);
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, later: 1, ..Counts::default() });
    }

    async fn a_line_cut_at_the_worst_moment_sends_the_same_mail_again(db: Db) {
        let house = House::new(db).await.with(&[("mary", Role::Reviewer)]).await;
        house.server.mailbox("mary@team.test", Manner::Drop);
        house.told(1).await;
        assert_eq!(house.send().await.later, 1);
        house.server.mailbox("mary@team.test", Manner::Take);
        assert_eq!(house.send_after(Seconds::minutes(1)).await.sent, 1);
        let mails = house.server.taken();
        assert_eq!(mails.len(), 2);
        assert_eq!(mails[0].header("Message-ID"), mails[1].header("Message-ID"));
    }

    async fn a_process_that_dies_leaves_its_mail_to_another(db: Db) {
        let house = House::new(db).await.with(&[("mary", Role::Reviewer)]).await;
        house.server.mailbox("mary@team.test", Manner::Hang);
        house.told(1).await;
        let (context, post) = (house.context.clone(), house.post.clone());
        let dying = tokio::spawn(async move { send_mail::once(&context, &post).await });
        house.server.heard("RCPT TO:<mary@team.test>").await;
        dying.abort();
        assert!(dying.await.unwrap_err().is_cancelled());
        house.server.mailbox("mary@team.test", Manner::Take);
        assert_eq!(house.send().await, Counts::default());
        assert_eq!(house.send_after(Seconds::minutes(6)).await.sent, 1);
    }

    async fn a_server_that_is_away_for_a_day_is_not_waited_for_longer(db: Db) {
        let mut house = House::new(db).await.with(&[("john", Role::Lead)]).await;
        house.post = post("smtp://127.0.0.1:1");
        house.told(1).await;
        let mut tried = 0;
        loop {
            let counts = house.send_after(Seconds::hours(4)).await;
            tried += 1;
            if counts.dead == 1 {
                break;
            }
            assert_eq!(counts.later, 1);
        }
        assert_eq!(tried, 14);
    }

    async fn a_wrong_password_kills_no_mail(db: Db) {
        let mut house = House::new(db).await.with(&TEAM).await;
        house.post = post(&format!("smtp://desk:hidden-word@{}", house.server.address));
        house.server.reject_password(true);
        house.told(1).await;
        assert_eq!(house.send().await, Counts { notices: 1, later: 2, ..Counts::default() });
        house.server.reject_password(false);
        assert_eq!(house.send_after(Seconds::minutes(1)).await.sent, 2);
    }

    async fn two_nodes_send_each_mail_once(fresh: Fresh) {
        let house = House::new(fresh.open().await).await.with(&TEAM).await;
        let clock = house.context.clock.clone();
        let other = Context::new(fresh.open().await, clock, Random::repeatable(2));
        for number in 0..10 {
            house.told(number).await;
            let (one, two) = tokio::join!(house.send(), send_mail::once(&other, &house.post));
            let two = two.unwrap();
            // A node that looked before the other had expanded has nothing to do.
            let left = house.send().await;
            assert_eq!(one.sent + two.sent + left.sent, 2);
        }
        assert_eq!(house.server.taken().len(), 20);
    }

    async fn a_flood_of_reports_is_a_few_mails(db: Db) {
        let house = House::new(db).await.with(&TEAM).await;
        for number in 0..100 {
            house.told(number).await;
        }
        assert_eq!(house.send().await, Counts { notices: 100, mails: 2, sent: 200, ..Counts::default() });
    }

    async fn the_bell_sends_at_once_and_a_stop_lets_mail_finish(db: Db) {
        let house = House::new(db).await.with(&TEAM).await;
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(send_mail::run(house.context.clone(), house.post.clone(), async {
            drop(stopped.await);
        }));
        for number in 1..=3 {
            house.told(number).await;
            house.context.mail_bell.notify_one();
            house.server.arrived(2 * usize::from(number)).await;
        }
        drop(stop);
        running.await.unwrap();
        assert_eq!(house.send().await, Counts::default());
    }

    async fn a_folder_takes_mail_too(fresh: Fresh) {
        let mut house = House::new(fresh.open().await).await.with(&TEAM).await;
        let folder = fresh.folder().join("mail");
        house.post = post(&format!("file:{}", folder.display()));
        house.told(1).await;
        assert_eq!(house.send().await.sent, 2);
        let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(files.len(), 2);
        assert!(files.iter().all(|file| file.extension().is_some_and(|extension| extension == "eml")));
    }
}

/// Hands one mail to a server that encrypts, or not, by a line of configuration.
async fn hand_over(server: &MailServer, line: &str) -> Result<(), Failure> {
    let to = Recipient {
        notice: NoticeId::from_random([1; 16]),
        staff: StaffId::from_random([1; 16]),
        email: "mary@team.test",
    };
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("authority.pem");
    std::fs::write(&authority, &server.certificate).unwrap();
    let line =
        line.replace("PORT", &server.address.port().to_string()).replace("AUTHORITY", &authority.display().to_string());
    post(&line).send(NoticeKind::Told, &to, Moment(0)).await
}

#[tokio::test]
async fn mail_is_encrypted_from_the_first_byte_or_after_the_greeting() {
    for (tls, line) in [
        (Tls::AtOnce, "smtps://desk:hidden-word@localhost:PORT?ca=AUTHORITY"),
        (Tls::Offered, "smtp+starttls://desk:hidden-word@localhost:PORT?ca=AUTHORITY"),
    ] {
        let server = MailServer::start_with(tls).await;
        hand_over(&server, line).await.unwrap();
        assert_eq!(server.recipients(), ["mary@team.test"]);
        assert!(server.said().iter().any(|line| line.starts_with("AUTH PLAIN ")));
    }
}

#[tokio::test]
async fn nothing_goes_to_a_server_that_cannot_prove_its_name_or_does_not_encrypt() {
    for (tls, line, step) in [
        (Tls::AtOnce, "smtps://desk:hidden-word@localhost:PORT", Step::Connect),
        (Tls::AtOnce, "smtps://desk:hidden-word@127.0.0.1:PORT?ca=AUTHORITY", Step::Connect),
        (Tls::Offered, "smtp+starttls://desk:hidden-word@localhost:PORT", Step::Encrypt),
        (Tls::Never, "smtp+starttls://desk:hidden-word@localhost:PORT?ca=AUTHORITY", Step::Encrypt),
    ] {
        let server = MailServer::start_with(tls).await;
        let failure = hand_over(&server, line).await.unwrap_err();
        assert!(matches!(failure, Failure::Misunderstood(at) | Failure::NoAnswer(at) if at == step), "{failure}");
        assert!(server.said().iter().all(|line| line.starts_with("EHLO") || line == "STARTTLS" || line == "QUIT"));
    }
}
