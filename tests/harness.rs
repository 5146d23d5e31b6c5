//! The tools of the other tests, tested.

use quietdoor::store::Db;

use crate::support::{Fresh, on_both_databases};

on_both_databases! {
    async fn a_test_gets_a_database_with_the_tables_of_this_version(db: Db) {
        db.ping().await.expect("it answers");
    }

    async fn a_test_may_open_its_database_twice(fresh: Fresh) {
        drop(fresh.open().await);
        fresh.open().await.ping().await.expect("it still answers");
    }
}
