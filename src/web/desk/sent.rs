//! Forms that one of our own pages sent. Whatever stands against doing what they ask, what was typed is not lost.

use axum::extract::{FromRequest, Request};
use axum::response::Response;

use super::{trouble, unsent};
use crate::service::ServiceError;
use crate::service::sign_in::SignedIn;
use crate::web::App;
use crate::web::extract::form::Form;
use crate::web::extract::session::{self, Proof};

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

/// The same, from somebody who is signed in. The form is read first: a session that is over, or a database that is away,
/// must not cost an answer.
pub struct Posted<W = SignedIn> {
    pub who: W,
    pub form: Form,
}

impl<W: Proof> FromRequest<App> for Posted<W> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
        let Sent(form) = Sent::from_request(request, app).await?;
        let who = match session::find(app, &headers).await {
            Ok(Some(who)) => who,
            Ok(None) => return Err(unsent::signed_out(app, &path, &form).await),
            Err(error) => return Err(trouble::again(&app.site, None, &error, &path, &form)),
        };
        match W::prove(who) {
            Ok(who) => Ok(Self { who, form }),
            Err(who) => Err(trouble::keeping(&app.site, &who, &ServiceError::Forbidden, own_words(&form))),
        }
    }
}

/// What colleagues type, but passwords and codes: those are never shown again.
pub fn own_words(form: &Form) -> Vec<String> {
    let typed = ["answer", "note", "name", "email"].map(|field| form.get(field).to_owned());
    typed.into_iter().filter(|text| !text.is_empty()).collect()
}
