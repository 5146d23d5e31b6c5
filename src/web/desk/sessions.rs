//! `/desk/sessions`: where somebody is signed in, and their recovery codes.

use axum::extract::State;
use axum::response::Response;
use leptos::prelude::*;

use super::layout::DeskPage;
use super::sent::Posted;
use super::when::When;
use super::wide::Wide;
use super::{shown, trouble};
use crate::domain::ids::SessionId;
use crate::service::ServiceError;
use crate::service::sign_in::{self, Device, SignedIn};
use crate::service::staff::recovery_codes;
use crate::web::extract::segment::Segment;
use crate::web::{App, Site, respond};

const PATH: &str = "/desk/sessions";

pub async fn show(State(app): State<App>, who: SignedIn) -> Response {
    let devices = sign_in::list(&app.ctx, &who).await;
    let codes = recovery_codes::left(&app.ctx, &who).await;
    match (devices, codes) {
        (Ok(devices), Ok(codes)) => page(&app.site, &who, devices, codes),
        (Err(error), _) | (_, Err(error)) => trouble::page(&app.site, Some(&who), &error),
    }
}

/// Ends one sign-in.
pub async fn end(State(app): State<App>, Segment(session): Segment, Posted { who, .. }: Posted) -> Response {
    let ended = match session.parse::<SessionId>() {
        Ok(session) => sign_in::revoke(&app.ctx, &who, session).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    match ended {
        Ok(()) => respond::see_other(PATH),
        Err(error) => trouble::page(&app.site, Some(&who), &error),
    }
}

pub async fn renew_codes(State(app): State<App>, Posted { who, .. }: Posted) -> Response {
    match recovery_codes::renew(&app.ctx, &who).await {
        Ok(()) => respond::see_other(shown::PATH),
        Err(error) => trouble::page(&app.site, Some(&who), &error),
    }
}

fn page(site: &Site, who: &SignedIn, devices: Vec<Device>, codes: i64) -> Response {
    let rows = devices.into_iter().map(|device| view! { <Row device/> }).collect_view();
    let codes = match codes {
        1 => "You have 1 recovery code left.".to_owned(),
        n => format!("You have {n} recovery codes left."),
    };
    DeskPage::new("Your sign-ins", who).render(site, view! {
        <h1>"Your sign-ins"</h1>
        <p>
            "Everywhere you are signed in now. If one of them is not you, end it and tell a lead. A sign-in ends by itself after half an hour without use, and after ten hours at most."
        </p>
        <Wide label="Your sign-ins">
            <table id="sessions">
                <thead>
                    <tr>
                        <th scope="col">"Signed in"</th>
                        <th scope="col">"Last used"</th>
                        <th scope="col">"What you can do"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Wide>
        <h2>"Recovery codes"</h2>
        <p id="codes-left">{codes}</p>
        <form method="post" action="/desk/sessions/recovery-codes">
            <button class="quiet">"Make ten new ones"</button>
            <p class="hint">"The old ones end."</p>
        </form>
    })
}

#[component]
fn Row(device: Device) -> impl IntoView {
    let end = format!("{PATH}/{}/end", device.session);
    let what = if device.is_this_one {
        view! { <strong>"This is the one you are using"</strong> }.into_any()
    } else {
        view! {
            <form method="post" action=end>
                <button class="plain">"End it"</button>
            </form>
        }
        .into_any()
    };
    view! {
        <tr data-session=device.session.to_string()>
            <td>
                <When at=device.since/>
            </td>
            <td>
                <When at=device.last_seen/>
            </td>
            <td>{what}</td>
        </tr>
    }
}
