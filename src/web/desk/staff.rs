//! `/desk/staff`: a lead sees who works here, invites, gives keys, and keeps the recovery kit.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::field::{Field, Problem, Takes};
use super::layout::DeskPage;
use super::sent::Posted;
use super::when::{self, When};
use super::{shown, trouble};
use crate::domain::clock::Moment;
use crate::domain::ids::StaffId;
use crate::domain::staff::{Role, Standing};
use crate::service::ServiceError;
use crate::service::staff::{self, Colleague, InviteError, kit};
use crate::web::extract::segment::Segment;
use crate::web::extract::session::ALead;
use crate::web::{App, Site, respond};

const PATH: &str = "/desk/staff";

pub async fn show(State(app): State<App>, lead: ALead) -> Response {
    page(&app, &lead, Typed::default(), None).await
}

/// Invites somebody; the link waits on the next page.
pub async fn invite(State(app): State<App>, Posted { who: lead, form }: Posted<ALead>) -> Response {
    let typed = Typed {
        name: form.get("name").to_owned(),
        email: form.get("email").to_owned(),
        role: Role::from_tag(form.get("role")),
    };
    let Some(role) = typed.role else {
        return page(&app, &lead, typed, Some(Wrong::Role)).await;
    };
    match staff::invite_at_the_desk(&app.ctx, &typed.name, &typed.email, role, &lead.who).await {
        Ok(()) => respond::see_other(shown::PATH),
        Err(InviteError::Name) => page(&app, &lead, typed, Some(Wrong::Name)).await,
        Err(InviteError::Email) => page(&app, &lead, typed, Some(Wrong::Email)).await,
        Err(InviteError::AlreadyHere) => page(&app, &lead, typed, Some(Wrong::AlreadyHere)).await,
        Err(InviteError::Service(error)) => trouble::page(&app.site, Some(&lead.who), &error),
    }
}

pub async fn give_key(
    State(app): State<App>,
    Segment(id): Segment,
    Posted { who: lead, .. }: Posted<ALead>,
) -> Response {
    let given = match id.parse::<StaffId>() {
        Ok(id) => staff::give_key(&app.ctx, &lead.who, id).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    back_to_staff(&app.site, &lead, given)
}

/// Asks before somebody is removed.
pub async fn ask_to_remove(State(app): State<App>, lead: ALead, Segment(id): Segment) -> Response {
    let colleagues = match staff::list(&app.ctx, lead.lead).await {
        Ok(colleagues) => colleagues,
        Err(error) => return trouble::page(&app.site, Some(&lead.who), &error),
    };
    let somebody_else =
        |colleague: &Colleague| colleague.member.id.to_string() == id && colleague.member.id != lead.who.id();
    let Some(Colleague { member, .. }) = colleagues.into_iter().find(somebody_else) else {
        return trouble::page(&app.site, Some(&lead.who), &ServiceError::NotFound);
    };
    let name = called(&member.name);
    DeskPage::new("Staff", &lead.who).render(&app.site, view! {
        <h1>{format!("Remove {name}?")}</h1>
        <p>"They are signed out at once and cannot come back without a new invitation. Cases they had claimed go back to the \
            queue. The team gets a new key, so that no report that arrives from now on opens for them."</p>
        <p>"What they did stays in the audit."</p>
        <form method="post" action=format!("{PATH}/{id}/remove")>
            <div class="actions">
                <button>{format!("Remove {name}")}</button>
                <a href=PATH>"Keep"</a>
            </div>
        </form>
    })
}

/// Signs a colleague out everywhere: a phone was lost, or a screen left open.
pub async fn end_sessions(
    State(app): State<App>,
    Segment(id): Segment,
    Posted { who: lead, .. }: Posted<ALead>,
) -> Response {
    let ended = match id.parse::<StaffId>() {
        Ok(id) => staff::end_sessions(&app.ctx, &lead.who, id).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    back_to_staff(&app.site, &lead, ended)
}

pub async fn remove(State(app): State<App>, Segment(id): Segment, Posted { who: lead, .. }: Posted<ALead>) -> Response {
    let removed = match id.parse::<StaffId>() {
        Ok(id) => staff::remove(&app.ctx, &lead.who, id).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    back_to_staff(&app.site, &lead, removed)
}

fn back_to_staff(site: &Site, lead: &ALead, done: Result<(), ServiceError>) -> Response {
    match done {
        Ok(()) => respond::see_other(PATH),
        Err(error) => trouble::page(site, Some(&lead.who), &error),
    }
}

#[derive(Clone, Default)]
struct Typed {
    name: String,
    email: String,
    role: Option<Role>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Name,
    Email,
    AlreadyHere,
    Role,
}

async fn page(app: &App, lead: &ALead, typed: Typed, wrong: Option<Wrong>) -> Response {
    let colleagues = staff::list(&app.ctx, lead.lead).await;
    let kit = kit::made_at(&app.ctx).await;
    let (colleagues, kit) = match (colleagues, kit) {
        (Ok(colleagues), Ok(kit)) => (colleagues, kit),
        (Err(error), _) | (_, Err(error)) => return trouble::page(&app.site, Some(&lead.who), &error),
    };
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let me = lead.who.id();
    let row = |colleague: Colleague| view! { <Row is_me=colleague.member.id == me colleague/> };
    let rows = colleagues.into_iter().map(row).collect_view();
    let problem =
        wrong.map(|_| view! { <Problem text="Nobody was invited yet. The notes beside the fields say why."/> });
    DeskPage::new("Staff", &lead.who).status(status).render(
        &app.site,
        view! {
            <h1>"Staff"</h1>
            {problem}
            <ul class="rows" id="staff">
                {rows}
            </ul>
            <Invite typed wrong/>
            <Kit made_at=kit/>
        },
    )
}

#[component]
fn Row(colleague: Colleague, is_me: bool) -> impl IntoView {
    let Colleague { member, lacks_key, mailbox_is_dead } = colleague;
    let tags = [
        (member.standing == Standing::Invited, "invited"),
        (lacks_key, "has no key yet"),
        (mailbox_is_dead, "mail does not arrive"),
    ];
    let tags =
        tags.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| view! { <span class="tag">{words}</span> });
    let tags = tags.collect_view();
    let deeds = (!is_me).then(|| view! { <Deeds id=member.id lacks_key is_here=member.standing == Standing::Active/> });
    view! {
        <li data-staff=member.id.to_string()>
            <span>
                <strong>{called(&member.name)}</strong> ", " {member.role.tag()} " " {tags} <br/> <span class="when">{member.email}</span>
                <br/> <span class="when">"Since " <When at=member.since/></span>
            </span>
            {deeds}
        </li>
    }
}

#[component]
fn Deeds(id: StaffId, lacks_key: bool, is_here: bool) -> impl IntoView {
    let give = lacks_key.then(|| view! { <OneClick action=format!("{PATH}/{id}/key") words="Give the key"/> });
    let end = is_here.then(|| view! { <OneClick action=format!("{PATH}/{id}/sign-out") words="Sign out everywhere"/> });
    view! {
        <span class="deeds">
            {give} {end} <a class="step" href=format!("{PATH}/{id}/remove")>
                "Remove"
            </a>
            <a class="step" href=format!("/desk/audit?by={id}")>
                "What they did"
            </a>
        </span>
    }
}

#[component]
fn OneClick(action: String, words: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=action class="inline">
            <button class="plain">{words}</button>
        </form>
    }
}

#[component]
fn Invite(typed: Typed, wrong: Option<Wrong>) -> impl IntoView {
    let name_error = (wrong == Some(Wrong::Name)).then_some("Type a name, at most 100 letters.");
    let email_error = match wrong {
        Some(Wrong::Email) => Some("That does not look like an e-mail address."),
        Some(Wrong::AlreadyHere) => {
            Some("Somebody with this address works here already. To invite them anew, remove them first.")
        }
        _ => None,
    };
    view! {
        <h2>"Invite somebody"</h2>
        <form method="post" action=PATH id="invite">
            <Field name="name" label="Name" takes=Takes::Name value=typed.name error=name_error/>
            <Field
                name="email"
                label="E-mail address"
                takes=Takes::Email
                hint="The link is not mailed: you hand it over yourself."
                value=typed.email
                error=email_error
            />
            <Roles chosen=typed.role wrong=wrong == Some(Wrong::Role)/>
            <div class="actions">
                <button>"Invite"</button>
            </div>
        </form>
    }
}

#[component]
fn Roles(chosen: Option<Role>, wrong: bool) -> impl IntoView {
    let class = wrong.then_some("wrong");
    let error = wrong.then(|| view! { <p class="error" id="role-error">"Choose one."</p> });
    let choices = Role::ALL
        .into_iter()
        .map(|role| {
            view! {
                <label class="choice">
                    <input type="radio" name="role" value=role.tag() id=format!("role-{role}") checked=chosen == Some(role)/>
                    <span>{role.tag()} <small>{what_a_role_does(role)}</small></span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=class aria-describedby=wrong.then_some("role-error")>
            <legend>"Role"</legend>
            {error}
            {choices}
        </fieldset>
    }
}

fn what_a_role_does(role: Role) -> &'static str {
    match role {
        Role::Reviewer => "Reads and answers reports.",
        Role::Lead => "A reviewer who also looks after the team and the audit.",
        Role::Publisher => "Puts pages and campaigns out. Reads no reports.",
        Role::Writer => "Writes pages that a publisher puts out. Reads no reports.",
        Role::Admin => "Runs the machine. Reads no reports.",
    }
}

#[component]
fn Kit(made_at: Option<Moment>) -> impl IntoView {
    let state = match made_at {
        Some(at) => view! { <p>{format!("The kit that is good now was made on {}.", when::words(at))}</p> }.into_any(),
        None => view! { <p>"There is none yet."</p> }.into_any(),
    };
    view! {
        <h2>"Recovery kit"</h2>
        {state}
        <form method="post" action=format!("{PATH}/kit") id="make-kit">
            <div class="actions">
                <button class="quiet">"Make a new kit"</button>
                <a class="step" href=format!("{PATH}/recover")>
                    "Use a kit"
                </a>
            </div>
            <p class="hint">"A new kit ends the one before."</p>
        </form>
    }
}

/// The first person has no name before they have said it.
pub fn called(name: &str) -> String {
    if name.is_empty() { "The first person".to_owned() } else { name.to_owned() }
}
