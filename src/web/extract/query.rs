//! What stands behind the question mark of an address. Nothing in it is an error: what is not known counts as not there.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::web::App;

/// Public pages never read one: what somebody asks for would stay in a browser's history.
#[derive(Debug, Default)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// The first of this name, empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn parse(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes());
        // PostgreSQL's text refuses NUL, as in a form.
        Self(pairs.map(|(name, value)| (name.into_owned(), value.replace('\0', "\u{fffd}"))).collect())
    }
}

impl FromRequestParts<App> for Query {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.uri.query().map(Self::parse).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_database_is_asked_for_a_nul() {
        assert_eq!(Query::parse("find=a%00b").get("find"), "a\u{fffd}b");
    }

    #[test]
    fn the_first_counts_and_nothing_is_an_error() {
        let query = Query::parse("view=a&view=b&%ff=%fe&&=&after=1%202");
        assert_eq!((query.get("view"), query.get("after"), query.get("nothing")), ("a", "1 2", ""));
    }
}
