//! What holds for every answer.

pub mod headers;
pub mod panics;

use axum::Router;

use super::App;

/// Wraps all routes: headers outside, so that a fault's page has them too.
pub fn wrap(routes: Router<App>, app: &App) -> Router<App> {
    let routes = panics::catch(routes, app);
    headers::secure(routes)
}
