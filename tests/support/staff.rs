//! People to whom mail goes.

use quietdoor::domain::clock::Moment;
use quietdoor::domain::ids::StaffId;
use quietdoor::domain::staff::{Role, StaffMember, Standing};
use quietdoor::store::{Db, staff};

/// Somebody who works here, with a mailbox at `NAME@team.test`.
pub async fn hire(db: &Db, name: &str, role: Role, standing: Standing) -> StaffId {
    let mut id = [0; 16];
    id[..name.len().min(16)].copy_from_slice(&name.as_bytes()[..name.len().min(16)]);
    let id = StaffId::from_random(id);
    let email = format!("{name}@team.test");
    let member = StaffMember { id, name: name.to_owned(), email, role, standing, since: Moment(0) };
    db.write(move |tx| Box::pin(async move { staff::insert(tx, &member).await })).await.expect("a new colleague");
    id
}
