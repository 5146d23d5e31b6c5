//! What holds for every answer.

pub mod headers;
pub mod last_resort;
pub mod panics;

use axum::Router;
use axum::middleware::from_fn_with_state;

use super::App;

/// Wraps all routes: headers outside, so that a fault's page has them too.
pub fn wrap(routes: Router<App>, app: &App) -> Router<App> {
    let routes = panics::catch(routes).layer(from_fn_with_state(app.clone(), last_resort::answer));
    headers::secure(routes)
}
