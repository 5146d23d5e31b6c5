//! A form that nobody answered, on a page that sends it again with one button.

use axum::response::Response;

use super::tell::{self, Kept};
use crate::domain::text;
use crate::i18n::Tr;
use crate::web::errors::{self, Trouble};
use crate::web::extract::form::Form;
use crate::web::{App, respond};

/// As every public POST it is answered by a 303. `path` is where it was sent to.
pub async fn page(app: &App, tr: Tr, path: &str, trouble: Trouble, form: &Form) -> Response {
    let kept = if trouble == Trouble::Fault { Kept::Fault } else { Kept::Away };
    let most = text::kept(text::OWN_WORDS);
    let fields = form.fields().map(|(name, value)| (name.to_owned(), text::cut(value.to_owned(), most))).collect();
    match ["tell", "reply"].into_iter().find(|part| path.split('/').nth(2) == Some(part)) {
        Some(part) => respond::see_other(&tell::again(app, tr, format!("/{}/{part}", tr.lang()), fields, kept).await),
        None => errors::page(&app.site, tr, trouble),
    }
}
