//! A form that one of our own pages sent.

use axum::extract::{FromRequest, Request};
use axum::response::Response;

use super::trouble;
use crate::web::App;
use crate::web::extract::form::Form;

/// Refused when another site sent it or when the end is missing: nothing is done in a colleague's name that the colleague
/// did not mean.
pub struct Sent(pub Form);

impl FromRequest<App> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let Ok(form) = Form::from_request(request, app).await;
        if form.foreign {
            return Err(trouble::foreign(&app.site, own_words(&form)));
        }
        if form.cut {
            return Err(trouble::cut(&app.site, own_words(&form)));
        }
        Ok(Self(form))
    }
}

/// Fields in which colleagues write sentences. Passwords and codes are never shown again.
pub fn own_words(form: &Form) -> Vec<String> {
    ["answer", "note"].map(|field| form.get(field).to_owned()).into_iter().filter(|text| !text.is_empty()).collect()
}
