//! The register of proceedings and linked reviews.

use axum::http::StatusCode;
use case::keeping::AccessAs;
use case::proceedings::{Proceeding, ProceedingKind, ProceedingNews};
use case::{Step, When, Word, Words};

use crate::tests::harness::{Example, Service, example, listed, recorded, service, stands};

const ON: [(&str, &str); 3] = [("on-day", "25"), ("on-month", "3"), ("on-year", "2026")];

async fn trial(service: &Service, case: &Example, number: u16) {
    let of = Proceeding { number, kind: ProceedingKind::Criminal, expected_end: When::NotKnown };
    recorded(service, case, "2026-03-20", Step::OpenProceeding(of), Words::none()).await;
}

#[tokio::test]
async fn proceedings_are_recorded_followed_and_ended() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    let browser = service.as_person("sam-okafor").await;
    assert!(browser.get(&case.at("/proceedings")).await.text.contains("No proceedings are recorded."));
    let new = [&ON[..], &[("kind", "criminal"), ("reference", "Court 7"), ("who", "Officer")]].concat();
    let done = browser.fill_in(&case.at("/proceedings/new"), &new).await;
    assert_eq!(
        (done.status, done.location),
        (StatusCode::SEE_OTHER, case.at("/proceedings")),
        "{}",
        done.text
    );
    let news = case.at("/proceedings/1/news");
    let missing = browser.fill_in(&news, &ON).await;
    let errors = missing.refused().errors();
    assert!(errors.contains(&"Select whether it is news or a disclosure".to_owned()), "{errors:?}");
    let told = [&ON[..], &[("what", "disclosure"), ("text", "The report <b> to the police")]].concat();
    assert_eq!(browser.fill_in(&news, &told).await.status, StatusCode::SEE_OTHER);
    let page = browser.open(&case.at("/proceedings")).await;
    let one = page.under("Proceeding 1: criminal investigation or trial");
    for says in ["Court 7", "Still open", "25 March 2026, disclosed: The report <b> to the police"] {
        assert!(one.contains(says), "{says}: {one}");
    }
    assert!(page.leads_to(&news), "{:?}", page.links());
    let end = [&ON[..], &[("outcome", "Nobody was charged")]].concat();
    let ended = browser.fill_in(&case.at("/proceedings/1/end"), &end).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text);
    let page = browser.open(&case.at("/proceedings")).await;
    assert!(page.says("Ended 25 March 2026"), "{}", page.words());
    assert!(page.says("1 proceeding recorded, 0 still open"), "{}", page.words());
    assert!(!page.leads_to(&news), "nothing is added to what has ended");
    assert!(browser.open(&case.address).await.says("View proceedings and linked reviews"));
}

#[tokio::test]
async fn a_case_is_linked_only_by_who_may_open_it() {
    let service = service().await;
    let (case, other) =
        (example(&service, "infant-serious-harm").await, example(&service, "baby-shaken").await);
    let reference = other.address.trim_start_matches("/cases/").to_owned();
    let (path, browser) = (case.at("/proceedings/link"), service.as_person("sam-okafor").await);
    for wrong in ["2026-999", "nonsense", case.address.trim_start_matches("/cases/")] {
        let refused =
            browser.fill_in(&path, &[&ON[..], &[("kind", "lcspr"), ("case", wrong)]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let link = [&ON[..], &[("kind", "lcspr"), ("case", reference.as_str())]].concat();
    assert_eq!(browser.fill_in(&path, &link).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stands(&service, &case).await.proceedings.linked[0].case, Some(other.id));
    let page = browser.open(&case.at("/proceedings")).await;
    assert!(page.leads_to(&other.address) && page.leads_to(&path), "{:?}", page.links());
    assert!(page.says(&format!("Case {reference}")), "{}", page.words());
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    assert!(!stands(&service, &other).await.access.contains_key(&case::PersonId(import::id_of("a-chen"))));
    let page = service.as_person("a-chen").await.open(&case.at("/proceedings")).await;
    assert!(page.says("A case that you cannot open") && !page.says(&reference), "{}", page.words());
    assert!(!page.leads_to(&path), "{:?}", page.links());
}

#[tokio::test]
async fn a_long_register_has_pages() {
    let service = service().await;
    let case = example(&service, "infant-serious-harm").await;
    for number in 1..=21 {
        trial(&service, &case, number).await;
    }
    for _ in 0..6 {
        let step = Step::RecordProceedingNews(ProceedingNews { number: 1, disclosure: false });
        recorded(&service, &case, "2026-03-23", step, Words::none().and(Word::Text, "Adjourned")).await;
    }
    let browser = service.as_person("sam-okafor").await;
    let first = browser.open(&case.at("/proceedings")).await;
    assert!(first.says("2 of 2") && first.says("And 1 earlier entry in the history"), "{}", first.words());
    assert!(first.says("Proceeding 1:") && !first.says("Proceeding 21:"));
    assert!(browser.open(&case.at("/proceedings?page=2")).await.says("Proceeding 21:"));
    for page in ["0", "99999999999999999999", "18446744073709551615", "-1"] {
        assert_eq!(browser.get(&case.at(&format!("/proceedings?page={page}"))).await.status, StatusCode::OK);
    }
}
