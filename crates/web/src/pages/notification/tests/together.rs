//! Two people at the same time.

use axum::http::StatusCode;

use super::{CHILD, TEENAGER, case_of, teenager};
use crate::tests::harness::service;

#[tokio::test]
async fn two_people_who_change_different_things_are_both_kept() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let change = format!("{path}/children/1");
    let (sam, lee) = (service.as_person("sam-okafor").await, service.as_person("sam-okafor").await);
    let opened = sam.get(&change).await.text;
    assert_eq!(lee.fill_in(&change, &teenager(&[("disability", "yes")])).await.location, path);
    let mine = sam.send_on(&change, &opened, &teenager(&[("sex", "male")])).await;
    assert_eq!(mine.location, path);
    let page = sam.get(&path).await.text;
    assert!(
        page.contains("Somebody else changed this at the same time: Disabled. Both changes are kept."),
        "{page}"
    );
    let (_, case) = case_of(&service, TEENAGER).await;
    let child = &case.notification.children[&1];
    assert_eq!((child.sex.label(), child.disability.label()), ("male", "yes"));
}

#[tokio::test]
async fn what_both_changed_is_asked_about_and_nothing_is_lost() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let change = format!("{path}/children/1");
    let (sam, other) = (service.as_person("sam-okafor").await, service.as_person("sam-okafor").await);
    let opened = sam.get(&change).await.text;
    other.fill_in(&change, &teenager(&[("sex", "female")])).await;
    let mine = teenager(&[("sex", "male"), ("disability", "no"), ("correction", "Asked the school.")]);
    let collides = sam.send_on(&change, &opened, &mine).await;
    assert_eq!(collides.status, StatusCode::CONFLICT);
    assert!(collides.text.contains("Someone else changed this while you were writing"));
    assert!(
        collides.text.contains("Sam Okafor, business unit, saved a change on")
            && collides.text.contains("<u>Female</u>")
    );
    let fields = crate::tests::harness::Page::read(&collides.text).fields();
    assert_eq!(fields, ["sex", "correction"], "only what collides is asked");
    assert!(collides.text.contains("Asked the school."), "the reason is there too");
    let mine_again = [("sex", "male"), ("correction", "Asked the school."), ("do", "record")];
    let kept = sam.send_on(&change, &collides.text, &mine_again).await;
    assert_eq!(kept.location, path, "{}", kept.text);
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.notification.children[&1].sex.label(), "male");
    assert_eq!(case.notification.children[&1].disability.label(), "no");
}

#[tokio::test]
async fn two_children_added_at_the_same_time_get_numbers_of_their_own() {
    let service = service().await;
    let (path, _) = case_of(&service, TEENAGER).await;
    let add = format!("{path}/children/new");
    let (one, other) = (service.as_person("sam-okafor").await, service.as_person("sam-okafor").await);
    let pages = [one.fill_in(&add, &CHILD).await.text, other.fill_in(&add, &CHILD).await.text];
    let background = [("ethnicity", "indian")];
    for (browser, page) in [(&one, &pages[0]), (&other, &pages[1]), (&one, &pages[0])] {
        assert_eq!(browser.send_on(&add, page, &background).await.location, path);
    }
    let (_, case) = case_of(&service, TEENAGER).await;
    assert_eq!(case.notification.children.keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
}
