//! A service over the example data for tests: on its own record, on Thursday 26 March 2026, with nobody to write to.

use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

mod examples;
mod page;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use case::keeping::{Access, AccessAs};
use case::{Actor, Case, CaseId, Command, OPERATOR, PersonId, Step, When, Words};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use import::Import;
use store::session::{self, Session};
use store::{Db, Digest, cases};
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

use crate::app::{self, App, Foreseen, Letter, Options, Post, Posted, Preview};
use crate::clock::Clock;
use crate::form::data::Answers;
use crate::router::router;
use crate::session::Token;
pub(crate) use examples::{Example, example, last, listed, recorded, stands};
pub(crate) use page::{Page, attribute, select};

/// A clock that stands still until a test moves it, and chance that repeats.
pub(crate) struct TestClock {
    seconds: AtomicI64,
    drawn: AtomicU64,
}

impl TestClock {
    /// Lets time pass.
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.seconds.fetch_add(time.num_seconds(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        let begin = Utc.with_ymd_and_hms(2026, 3, 26, 10, 42, 0).unwrap();
        begin + TimeDelta::seconds(self.seconds.load(Ordering::SeqCst))
    }

    fn id(&self) -> Uuid {
        Uuid::from_u64_pair(0x5eed, self.drawn.fetch_add(1, Ordering::SeqCst))
    }

    fn token(&self) -> [u8; 32] {
        let mut token = [7; 32];
        token[..8].copy_from_slice(&self.drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        token
    }
}

/// A post that keeps what it is given.
#[derive(Default)]
pub(crate) struct TestPost {
    pub(crate) letters: Mutex<Vec<Letter>>,
}

impl TestPost {
    /// Waits until what was handed over in the background has come, or surely will not.
    pub(crate) async fn arrive(&self) {
        for _ in 0..100 {
            tokio::time::sleep(Duration::from_millis(5)).await;
            if !self.letters.lock().unwrap().is_empty() {
                break;
            }
        }
    }
}

impl Post for TestPost {
    fn send(&self, letter: Letter) -> Posted<'_> {
        Box::pin(async move {
            self.letters.lock().unwrap().push(letter);
            Ok(())
        })
    }

    fn preview(&self, foreseen: &Foreseen<'_>) -> Result<Preview, String> {
        let Foreseen { kind, name, .. } = foreseen;
        Ok(Preview { subject: kind.to_string(), text: format!("Dear {name}") })
    }

    fn examples(&self) -> Vec<app::Example> {
        let text = "An example".to_owned();
        let (name, subject) = ("e01_example".to_owned(), text.clone());
        vec![app::Example { name, number: "E01", subject, text }]
    }
}

/// The service, its record and what it was handed.
pub(crate) struct Service {
    pub(crate) app: App,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) post: Arc<TestPost>,
    router: Router,
    _place: TempDir,
}

/// A browser in which somebody may be signed in.
pub(crate) struct Browser<'s> {
    service: &'s Service,
    pub(crate) token: Option<Token>,
}

/// What a page answered.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
    pub(crate) location: String,
    pub(crate) headers: header::HeaderMap,
}

/// The options of a service at an address.
pub(crate) fn options(origin: &str) -> Options {
    Options {
        origin: origin.to_owned(),
        telephone: Some("01632 960 001".to_owned()),
        examples: true,
        behind_proxy: false,
        most_at_once: 64,
    }
}

/// The service over a fresh record of the example data.
pub(crate) async fn service() -> Service {
    let place = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", place.path().join("test.db").display());
    let db = Db::migrate(&address).await.unwrap();
    let import = Import {
        by: OPERATOR,
        now: Utc.with_ymd_and_hms(2026, 3, 26, 8, 0, 0).unwrap(),
        new_id: || Uuid::from_u128(0x5a17),
        writing: true,
    };
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/synthetic.jsonl");
    let taken = import::take_in(&db, &examples, import, &(Arc::new(|_| ()) as import::Progress)).await;
    assert!(taken.is_ok(), "the examples can be imported");
    let clock = Arc::new(TestClock { seconds: AtomicI64::new(0), drawn: AtomicU64::new(1) });
    let post = Arc::new(TestPost::default());
    let options = options("http://127.0.0.1:8080");
    let app = App::new(db, Arc::clone(&clock) as _, Arc::clone(&post) as _, options).await.unwrap();
    Service { router: router(app.clone()), app, clock, post, _place: place }
}

impl Service {
    /// The id of one of the invented people, as forms send it.
    #[expect(clippy::unused_self, reason = "reads as a question to the service")]
    pub(crate) fn person(&self, key: &str) -> String {
        import::id_of(key).to_string()
    }

    /// Puts one of the invented people on the named list of a case.
    pub(crate) async fn grant(&self, key: &str, reference: &str, as_role: AccessAs) {
        let step = Step::GrantAccess(Access { person: PersonId(import::id_of(key)), as_role });
        self.record(reference, step).await;
    }

    /// Records a step without words in a case, as the operator and today.
    pub(crate) async fn record(&self, reference: &str, step: Step) {
        self.record_with(reference, step, Words::none()).await;
    }

    /// As [`Self::record`], with words.
    pub(crate) async fn record_with(&self, reference: &str, step: Step, words: Words) {
        let actor = Actor::operator();
        let mut tx = self.app.db().snapshot().await.unwrap();
        let row = cases::by_reference(&mut tx, &actor, reference.parse().unwrap()).await.unwrap().remove(0);
        drop(tx);
        let on = When::Day(self.clock.today());
        self.execute(row.case, row.version, Command { on, step, words }).await;
    }

    /// Records a command in a case, as the operator.
    async fn execute(&self, case: CaseId, expected: u32, command: Command) {
        let (now, today, seed) = (self.clock.now(), self.clock.today(), self.clock.id());
        let (actor, key) = (Actor::operator(), None);
        let request = store::Request {
            actor,
            case,
            expected,
            command,
            then: Vec::new(),
            key,
            now,
            today,
            seed,
            along: None,
        };
        self.app.db().execute(&self.app.known().basis, request).await.unwrap();
    }

    /// How a case stands, as the operator sees it.
    pub(crate) async fn case(&self, reference: &str) -> Case {
        let mut tx = self.app.db().snapshot().await.unwrap();
        let operator = Actor::operator();
        let rows = cases::by_reference(&mut tx, &operator, reference.parse().unwrap()).await.unwrap();
        let row = rows.iter().find(|row| row.partnership.0 == import::id_of("northmere")).unwrap();
        Arc::unwrap_or_clone(cases::case(&mut tx, &operator, row.case).await.unwrap())
    }

    /// A browser in which nobody is signed in.
    pub(crate) fn as_stranger(&self) -> Browser<'_> {
        Browser { service: self, token: None }
    }

    /// A browser in which one of the invented people is signed in, by their key in the examples.
    pub(crate) async fn as_person(&self, key: &str) -> Browser<'_> {
        let (person, now) = (PersonId(import::id_of(key)), self.clock.now());
        let token = Token(self.clock.token());
        let started =
            Session { person, started_at: now, seen_at: now, device: "Test".to_owned(), flash: None };
        let hash = Digest(token.hash());
        let start =
            self.app.db().write(move |tx| Box::pin(async move { session::start(tx, hash, &started).await }));
        start.await.unwrap();
        Browser { service: self, token: Some(token) }
    }
}

impl Browser<'_> {
    /// Opens a page.
    pub(crate) async fn get(&self, path: &str) -> Answered {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Opens a page that is there.
    pub(crate) async fn open(&self, path: &str) -> Page {
        self.get(path).await.shown()
    }

    /// Sends a form.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let form = fields.iter().fold(Answers::default(), |form, (name, value)| form.and(name, *value));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(form.to_query())).await
    }

    /// Opens a form and sends it with these answers, as the page that was opened stamps it.
    pub(crate) async fn fill_in(&self, path: &str, fields: &[(&str, &str)]) -> Answered {
        self.send_on(path, &self.get(path).await.text, fields).await
    }

    /// Sends the form of a page that was shown: what it sends along unseen, and these answers.
    pub(crate) async fn send_on(&self, path: &str, page: &str, answers: &[(&str, &str)]) -> Answered {
        let mut all = Page::read(page).unseen();
        all.retain(|(name, _)| answers.iter().all(|(answered, _)| answered != name));
        let unseen = all.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.post(path, &unseen.chain(answers.iter().copied()).collect::<Vec<_>>()).await
    }

    /// Opens a form and sends all that it holds, with some answers in place of others.
    pub(crate) async fn change(&self, path: &str, answers: &[(&str, &str)]) -> Answered {
        let mut all = self.open(path).await.sends();
        all.retain(|(name, _)| answers.iter().all(|(answered, _)| answered != name));
        let kept = all.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.post(path, &kept.chain(answers.iter().copied()).collect::<Vec<_>>()).await
    }

    /// Sends any request with this browser's cookie.
    pub(crate) async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answered {
        let request = match &self.token {
            Some(token) => request.header(header::COOKIE, format!("session={}", token.text())),
            None => request,
        };
        let response = self.service.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        Answered::read(response).await
    }
}

impl Answered {
    async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let location = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Self {
            status: parts.status,
            text: String::from_utf8_lossy(&body).into_owned(),
            location: location.unwrap_or_default(),
            headers: parts.headers,
        }
    }

    /// The page, which is there.
    #[track_caller]
    pub(crate) fn shown(&self) -> Page {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        Page::read(&self.text)
    }

    /// The form once more, with what is wrong with it.
    #[track_caller]
    pub(crate) fn refused(&self) -> Page {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.text);
        let page = Page::read(&self.text);
        assert!(page.title().starts_with("Error: ") && !page.errors().is_empty(), "{}", page.words());
        page
    }
}

/// The address of the case on whose list the invented people of most roles are.
pub(crate) const CASE_WITH_A_LIST: &str = "/cases/2026-003";
