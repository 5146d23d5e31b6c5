//! `/desk/shown`: what the page before left to be shown, once. A reload or Back shows it no more.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::trouble;
use crate::service::sign_in::{self, SignedIn, ToShow};
use crate::web::{App, Site};

pub const PATH: &str = "/desk/shown";

pub async fn show(State(app): State<App>, who: SignedIn) -> Response {
    match sign_in::take_to_show(&app.ctx, &who).await {
        Ok(Some(ToShow::Invitation { name, token })) => invitation(&app.site, &who, name, &token),
        Ok(Some(ToShow::RecoveryCodes(codes))) => DeskPage::new("Recovery codes", &who).render(
            &app.site,
            view! {
                <h1>"Your new recovery codes"</h1>
                <p>"The old ones no longer work."</p>
                <RecoveryCodes codes/>
                <BackTo href="/desk/sessions" words="Your sign-ins"/>
            },
        ),
        Ok(Some(ToShow::Kit(text))) => kit(&app.site, &who, text),
        Ok(Some(ToShow::Verdict(verdict))) => super::audit::verdict(&app.site, &who, verdict),
        Ok(None) => gone(&app.site, &who),
        Err(error) => trouble::page(&app.site, Some(&who), &error),
    }
}

#[component]
pub fn RecoveryCodes(codes: Vec<String>) -> impl IntoView {
    let lines = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view();
    view! {
        <p>
            "These ten recovery codes let you in when your phone is lost or broken. Each works once. They are shown "
            <strong>"only now"</strong>
            ": write them down or print this page, and keep the paper where you would keep a passport."
        </p>
        <ol id="recovery-codes" class="paper">
            {lines}
        </ol>
    }
}

fn invitation(site: &Site, who: &SignedIn, name: String, token: &str) -> Response {
    let link = format!("{}/desk/invitation/{token}", site.public_url);
    DeskPage::new("Invitation", who).render(site, view! {
        <h1>"The invitation is ready"</h1>
        <p>{format!("Give this link to {name}, in person or by a channel you trust. Whoever has it can set the password.")}</p>
        <p class="paper">
            <code id="invitation-link">{link}</code>
        </p>
        <p>"It works once, for seven days, and is shown only now. If it is lost, invite the same person again."</p>
        <BackTo href="/desk/staff" words="Staff"/>
    })
}

fn kit(site: &Site, who: &SignedIn, text: String) -> Response {
    DeskPage::new("Recovery kit", who).render(site, view! {
        <h1>"Recovery kit"</h1>
        <p>
            "Print this page, or write the letters down, and put the paper in a safe. It brings the team's keys back when \
            everybody who held them has left or forgotten their password. Whoever holds it, and is a lead, can read every \
            report."
        </p>
        <p class="paper">
            <code id="kit">{text}</code>
        </p>
        <p>"It is shown only now. An older kit no longer works: destroy its paper."</p>
        <BackTo href="/desk/staff" words="Staff"/>
    })
}

fn gone(site: &Site, who: &SignedIn) -> Response {
    DeskPage::new("Shown once", who).status(StatusCode::GONE).render(
        site,
        view! {
            <h1>"This was shown once"</h1>
            <p class="lead">"It is not kept. If you did not write it down, make a new one: that ends the old."</p>
            <BackTo href="/desk" words="To the desk"/>
        },
    )
}

#[component]
fn BackTo(href: &'static str, words: &'static str) -> impl IntoView {
    view! {
        <p>
            <a href=href>{words}</a>
        </p>
    }
}
