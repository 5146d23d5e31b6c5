//! Where the team works. In English; every page needs both factors but the three that lead there.

mod audit;
pub mod back;
mod case;
pub mod field;
mod invitation;
pub mod layout;
mod qr;
mod queue;
mod recovery;
mod second_factor;
pub mod sent;
mod sessions;
mod shown;
mod sign_in;
mod staff;
pub mod trouble;
mod unsent;
mod waiting;
pub mod when;
mod wide;
mod words;

use axum::Router;
use axum::routing::{get, post};

use super::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/desk", get(queue::show))
        .route("/desk/cases/{id}", get(case::show).post(case::submit))
        .route("/desk/sign-in", get(sign_in::show).post(sign_in::submit))
        .route("/desk/sign-out", post(sign_in::out))
        .route("/desk/second-factor", get(second_factor::show).post(second_factor::submit))
        .route("/desk/invitation/{token}", get(invitation::show).post(invitation::submit))
        .route("/desk/invitation/{token}/codes", get(invitation::codes))
        .route(shown::PATH, get(shown::show))
        .route("/desk/sessions", get(sessions::show))
        .route("/desk/sessions/recovery-codes", post(sessions::renew_codes))
        .route("/desk/sessions/{session}/end", post(sessions::end))
        .route("/desk/staff", get(staff::show).post(staff::invite))
        .route("/desk/staff/{id}/key", post(staff::give_key))
        .route("/desk/staff/{id}/sign-out", post(staff::end_sessions))
        .route("/desk/staff/{id}/remove", get(staff::ask_to_remove).post(staff::remove))
        .route("/desk/staff/kit", post(recovery::make))
        .route("/desk/staff/recover", get(recovery::show).post(recovery::submit))
        .route("/desk/audit", get(audit::show))
        .route("/desk/audit/verify", post(audit::verify))
}
