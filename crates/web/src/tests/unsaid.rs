//! A browser, or a proxy before it, that does not say where a request comes from: forms bring back the token of their page.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::routes::{address, routes};
use crate::app::Says;
use crate::form::data::{Answers, FORM_TOKEN};
use crate::session::Token;
use crate::tests::harness::{Answered, Service, service};

const FORM: &str = "application/x-www-form-urlencoded";

/// Opens a page as such a browser does, with its cookies.
async fn get(service: &Service, path: &str, cookies: &str) -> Answered {
    service.as_stranger().send(Request::get(path).header(header::COOKIE, cookies), Body::empty()).await
}

/// Sends a form as such a browser does.
async fn post(service: &Service, path: &str, cookies: &str, more: &[(&str, &str)]) -> Answered {
    let fields = more.iter().fold(Answers::default(), |form, (name, value)| form.and(name, *value));
    let request = Request::post(path).header(header::COOKIE, cookies).header(header::CONTENT_TYPE, FORM);
    service.as_stranger().send(request, Body::from(fields.to_query())).await
}

/// The one cookie that an answer gives.
fn given(answered: &Answered) -> String {
    let cookie = answered.headers["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

fn session(token: Option<Token>) -> String {
    format!("session={}", token.unwrap().text())
}

#[tokio::test]
async fn every_form_that_sends_has_the_token() {
    let service = service().await;
    for who in [None, Some("sam-okafor"), Some("r-patel"), Some("d-ahmed"), Some("m-rees")] {
        let cookies = match who {
            Some(who) => session(service.as_person(who).await.token),
            None => format!("form={}", Token([5; 32]).text()),
        };
        for route in routes(&service.app) {
            let address = address(&route);
            let page = get(&service, &address, &cookies).await.text;
            let forms = page.matches("<form").count() - page.matches("method=\"get\"").count();
            let token = format!("<input type=\"hidden\" name=\"{FORM_TOKEN}\"");
            assert_eq!(page.matches(&token).count(), forms, "{address} as {who:?}");
        }
    }
}

#[tokio::test]
async fn somebody_signs_in_and_records_without_a_word_of_where_they_are() {
    let service = service().await;
    let page = get(&service, "/sign-in", "").await;
    let (browser, token) = (given(&page), page.shown().hidden(FORM_TOKEN));
    let email = ("email", "sam-okafor@northmere.example");
    let sent = post(&service, "/sign-in", &browser, &[email, (FORM_TOKEN, &token)]).await;
    assert_eq!(sent.location, "/sign-in/check-your-email");
    service.post.arrive().await;
    let letter = service.post.letters.lock().unwrap().pop().unwrap();
    let Says::SignIn { link, .. } = letter.says else { panic!("another letter came") };

    let token = get(&service, &link, &browser).await.shown().hidden(FORM_TOKEN);
    let entered = post(&service, &link, &browser, &[(FORM_TOKEN, &token)]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);

    let (visitor, form) = (given(&entered), "/cases/2026-003/notes/new");
    let unseen = get(&service, form, &visitor).await.shown().unseen();
    let mut fields: Vec<_> = unseen.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.extend([("text", "Plain words"), ("do", "record")]);
    let recorded = post(&service, form, &visitor, &fields).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text);
}

#[tokio::test]
async fn without_the_token_of_this_browser_nothing_is_taken() {
    let service = service().await;
    let mine = session(service.as_person("sam-okafor").await.token);
    let theirs = session(service.as_person("lee-harper").await.token);
    let token_for =
        async |cookies: &str, path: &str| get(&service, path, cookies).await.shown().hidden(FORM_TOKEN);
    let (my_token, their_token) =
        (token_for(&mine, "/account/emails").await, token_for(&theirs, "/account/emails").await);
    let stranger = given(&get(&service, "/sign-in", "").await);
    let no_session = token_for(&stranger, "/sign-in").await;
    let session_itself = mine.strip_prefix("session=").unwrap();
    for wrong in ["", "0", &"0".repeat(64), &their_token, &no_session, session_itself] {
        let refused = post(&service, "/account/stay", &mine, &[(FORM_TOKEN, wrong)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{wrong}");
        assert!(refused.text.contains("allow cookies for this service"));
    }
    for (cookies, token) in [("", &no_session), (stranger.as_str(), &my_token), ("form=0", &no_session)] {
        let refused =
            post(&service, "/sign-in", cookies, &[("email", "a@b.example"), (FORM_TOKEN, token)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{cookies}");
    }
    let from_elsewhere = Request::post("/account/stay")
        .header(header::COOKIE, &mine)
        .header(header::CONTENT_TYPE, FORM)
        .header("sec-fetch-site", "cross-site");
    let body = Answers::default().and(FORM_TOKEN, &*my_token).to_query();
    let refused = service.as_stranger().send(from_elsewhere, Body::from(body)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "a token does not stand against what the browser says");
    let stays = post(&service, "/account/stay", &mine, &[(FORM_TOKEN, &my_token)]).await;
    assert_ne!(stays.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_browser_that_says_where_it_is_gets_no_token_and_no_cookie() {
    let service = service().await;
    let request = Request::get("/sign-in").header("sec-fetch-site", "none");
    let page = service.as_stranger().send(request, Body::empty()).await;
    assert_eq!(page.shown().fields(), ["email"]);
    assert!(!page.text.contains(FORM_TOKEN) && !page.headers.contains_key("set-cookie"));
}
