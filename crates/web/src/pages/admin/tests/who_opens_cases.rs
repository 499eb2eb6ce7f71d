//! Whoever sees no case lets nobody in, themselves least of all; and whoever answers for the cases hears of it at once.

use axum::http::StatusCode;
use case::{Actor, PersonId, Role};
use store::people;

use crate::app::{AccessChange, Says};
use crate::form::asked::code;
use crate::tests::harness::{Service, service};

fn id(key: &str) -> String {
    import::id_of(key).to_string()
}

async fn actor(service: &Service, key: &str) -> Actor {
    let mut tx = service.app.db().glance().await.unwrap();
    people::actor(&mut tx, PersonId(import::id_of(key))).await.unwrap()
}

async fn address(service: &Service, key: &str) -> Option<String> {
    let mut tx = service.app.db().glance().await.unwrap();
    people::person(&mut tx, PersonId(import::id_of(key))).await.unwrap().unwrap().email
}

/// The letters to managers: to whom, who did it, to whom it was done, and what.
fn told(service: &Service) -> Vec<(String, String, String, AccessChange)> {
    let letters = service.post.letters.lock().unwrap().clone();
    let told = letters.into_iter().filter_map(|letter| match letter.says {
        Says::AccessChanged { by, whose, change, .. } => Some((letter.email, by.unwrap(), whose, change)),
        _ => None,
    });
    told.collect()
}

/// The organisation through which the examples hold a role.
fn organisation(role: Role) -> String {
    id(match role {
        Role::Council => "northmere-council",
        Role::Icb => "northmere-icb",
        Role::Police => "northmere-police",
        _ => "northmere-partnership",
    })
}

#[tokio::test]
async fn an_administrator_gives_no_role_that_opens_cases() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    let lee = actor(&service, "lee-harper").await;
    let roles: Vec<_> = Role::ALL.iter().copied().filter(|role| *role != Role::Administrator).collect();
    for path in ["/admin/people/new".to_owned(), format!("/admin/people/{}/roles/new", id("lee-harper"))] {
        let form = browser.get(&path).await.text;
        assert!(
            form.contains("is given by a business unit manager") && form.contains("value=\"administrator\"")
        );
        for role in &roles {
            let (code, organisation) = (code(role), organisation(*role));
            assert!(!form.contains(&format!("value=\"{code}\"")), "{path} offers {code}");
            let who = [("name", "M. Rees"), ("job_title", "IT"), ("email", "m.rees.too@northmere.example")];
            let role = [("organisation", organisation.as_str()), ("role", code.as_str())];
            let refused = browser.post(&path, &[&who[..], &role].concat()).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {code}");
        }
    }
    let mut tx = service.app.db().glance().await.unwrap();
    assert!(people::person_by_email(&mut tx, "m.rees.too@northmere.example").await.unwrap().is_none());
    assert_eq!(actor(&service, "lee-harper").await, lee);
    assert!(service.post.letters.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_administrator_still_looks_after_administrators() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    let organisation = organisation(Role::Administrator);
    let (email, title) = (("email", "t.ng@northmere.example"), ("job_title", "IT"));
    let role = [("organisation", organisation.as_str()), ("role", "administrator")];
    let made =
        browser.post("/admin/people/new", &[&[("name", "T. Ng"), title, email], &role[..]].concat()).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let path = format!("{}/change", made.location);
    let moved = [("name", "T. Ng"), title, ("email", "thi.ng@northmere.example")];
    assert_eq!(browser.post(&path, &moved).await.status, StatusCode::SEE_OTHER);
    let expected = ("M. Rees".to_owned(), "T. Ng".to_owned(), AccessChange::NewAddress);
    let (to, by, whose, change) = told(&service).remove(0);
    assert_eq!((to.as_str(), (by, whose, change)), ("sam-okafor@northmere.example", expected));
}

#[tokio::test]
async fn an_administrator_changes_no_address_that_signs_in_to_cases() {
    let service = service().await;
    let browser = service.as_person("m-rees").await;
    for key in ["sam-okafor", "lee-harper", "r-patel", "p-lowe", "d-ahmed", "k-walsh"] {
        let (before, person) = (address(&service, key).await.unwrap(), format!("/admin/people/{}", id(key)));
        let shown = browser.get(&person).await.text;
        assert!(shown.contains("changed by a business unit manager") && shown.contains("Change<"), "{key}");
        let path = format!("{person}/change");
        assert_eq!(browser.open(&path).await.fields(), ["name", "job_title"], "{key}");
        let mine = [("name", "A. Nother"), ("job_title", "Post"), ("email", "m.rees.too@northmere.example")];
        assert_eq!(browser.post(&path, &mine).await.status, StatusCode::FORBIDDEN, "{key}");
        let renamed = browser.post(&path, &mine[..2]).await;
        assert_eq!(renamed.status, StatusCode::SEE_OTHER, "the name is theirs to change: {}", renamed.text);
        assert_eq!(address(&service, key).await.as_ref(), Some(&before), "{key}");
    }
    assert!(service.post.letters.lock().unwrap().is_empty());
}

#[tokio::test]
async fn every_manager_hears_at_once_whoever_did_it() {
    let service = service().await;
    let sam = service.as_person("sam-okafor").await;
    let (manager, police) = (organisation(Role::BusinessUnitManager), organisation(Role::Police));
    let lee = format!("/admin/people/{}", id("lee-harper"));
    let to_manage = [("organisation", manager.as_str()), ("role", "business_unit_manager")];
    assert_eq!(sam.post(&format!("{lee}/roles/new"), &to_manage).await.status, StatusCode::SEE_OTHER);
    let who = [("name", "T. Ng"), ("job_title", "Superintendent"), ("email", "t.ng@northmere.example")];
    let role = [("organisation", police.as_str()), ("role", "police")];
    let made = sam.post("/admin/people/new", &[&who[..], &role].concat()).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    assert_eq!(
        sam.post(&format!("{}/end", made.location), &[("do", "record")]).await.status,
        StatusCode::SEE_OTHER
    );

    let lines = told(&service).into_iter().map(|(to, by, whose, change)| {
        let to = to.split('@').next().unwrap().to_owned();
        format!("{to}: {by}, {whose}, {change:?}")
    });
    let lines: Vec<_> = lines.collect();
    assert_eq!(
        lines,
        [
            "sam-okafor: Sam Okafor, Lee Harper, RoleGiven(BusinessUnitManager)",
            "lee-harper: Sam Okafor, T. Ng, RoleGiven(Police)",
            "sam-okafor: Sam Okafor, T. Ng, RoleGiven(Police)",
            "lee-harper: Sam Okafor, T. Ng, RoleEnded(Police)",
            "sam-okafor: Sam Okafor, T. Ng, RoleEnded(Police)",
        ]
    );
}

#[tokio::test]
async fn a_manager_who_is_put_out_by_an_administrator_hears_of_it() {
    let service = service().await;
    let path = format!("/admin/people/{}/end", id("sam-okafor"));
    let warned = [("do", "record"), ("warned", "yes")];
    let ended = service.as_person("m-rees").await.post(&path, &warned).await;
    assert_eq!(ended.location, "/admin/people", "{}", ended.text);
    let (to, by, _, change) = told(&service).remove(0);
    assert_eq!((to.as_str(), by.as_str()), ("sam-okafor@northmere.example", "M. Rees"));
    assert_eq!(change, AccessChange::RoleEnded(Role::BusinessUnitManager));
}
