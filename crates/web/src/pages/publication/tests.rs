//! The whole way to publication, its exceptions, and the year after it.

use axum::http::StatusCode;
use case::decisions::{Answer, Decision, Question};
use case::keeping::AccessAs;
use case::terms::{Capacity, Evidence, Partner};
use case::{Stage, Step, Word, Words};

use crate::tests::harness::{Browser, Example, Page, Service, example, listed, recorded, service, stands};

/// The report is final, and publication is planned for 15 April 2026.
const PLANNED: &str = "baby-shaken";

const ON: [(&str, &str); 3] = [("on-day", "26"), ("on-month", "3"), ("on-year", "2026")];

/// Fills a form in, and presses the button of its check page.
async fn checked(browser: &Browser<'_>, path: &str, answers: &[(&str, &str)]) -> (String, String) {
    let answers = [&ON[..], answers].concat();
    let check = browser.fill_in(path, &answers).await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.text);
    let done = browser.send_on(path, &check.text, &[("do", "record")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let again = browser.send_on(path, &check.text, &[("do", "record")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "a second press shows the same: {}", again.text);
    (check.text, browser.get(&done.location).await.text)
}

async fn agreed(service: &Service, case: &Example, question: Question) {
    for partner in Partner::ALL {
        let decision = Decision {
            question,
            partner: *partner,
            answer: Answer::Agree,
            not_agreed: Vec::new(),
            capacity: Capacity::ALL[0],
            version: None,
            on_behalf: Some(Evidence::ALL[0]),
        };
        let words = Words::none().and(Word::DecidedBy, "Director").and(Word::Reason, "As discussed");
        recorded(service, case, "2026-03-25", Step::DecideAsPartner(decision), words).await;
    }
}

#[tokio::test]
async fn the_day_comes_first_with_the_dates_that_hang_on_it() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    let browser = service.as_person("sam-okafor").await;
    let page = browser.get(&case.at("/publication")).await.text;
    for says in [
        "Wednesday 15 April 2026",
        "By Thursday 2 April 2026",
        "7 working days before publication on 15 April. Good Friday and Easter Monday are not counted",
        "Thursday 15 April 2027",
        "/deadlines/copies",
        "/deadlines/online",
        "Record the copies sent",
        "Proceedings and linked reviews",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
    let plan = [("planned-day", "29"), ("planned-month", "4"), ("planned-year", "2026")];
    let done = browser.fill_in(&case.at("/publication/plan"), &plan).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let page = browser.get(&case.at("/publication")).await.text;
    assert!(page.contains("Publication planned for Wednesday 29 April 2026"), "{page}");
    assert!(page.contains("are due Monday 20 April 2026."), "{page}");
    assert!(page.contains("Keep the report online until at least Thursday 29 April 2027."), "{page}");
    let early = [("planned-day", "2"), ("planned-month", "3"), ("planned-year", "2026")];
    let early = browser.fill_in(&case.at("/publication/plan"), &early).await;
    assert!(early.text.contains("must be today or in the future"));
}

#[tokio::test]
async fn a_full_report_goes_the_whole_way() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    let browser = service.as_person("sam-okafor").await;
    let early = browser.fill_in(&case.at("/publication/decide"), &[("how", "full")]).await;
    let errors = early.refused().errors();
    assert!(
        errors[0].ends_with("Send a copy to the National Panel and the Secretary of State first"),
        "{errors:?}"
    );
    let copies = case.at("/publication/copies");
    let (_, page) = checked(&browser, &copies, &[("to", "panel")]).await;
    assert!(
        page.contains("Still to send: the Secretary of State. Copies are due Thursday 2 April 2026."),
        "{page}"
    );
    let (check, page) = checked(&browser, &copies, &[("to", "secretary_of_state"), ("to", "ofsted")]).await;
    assert!(check.contains("Check and record the copies as sent"), "{check}");
    assert!(page.contains("Copies before publication: met, 5 working days early."), "{page}");
    let tell = case.at("/publication/tell");
    let told = browser.fill_in(&tell, &[&ON[..], &[("who", "staff")]].concat()).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert!(
        browser.get(&case.at("/publication")).await.text.contains("Still to tell: family and press office")
    );
    let way = browser.fill_in(&case.at("/publication/decide"), &[("how", "full")]).await;
    assert_eq!(way.location, case.at("/publication/publish"));
    let publish = case.at("/publication/publish");
    for wrong in
        ["javascript:alert(1)", "northmere.example", &format!("https://northmere.example{}", case.address)]
    {
        let refused = browser.fill_in(&publish, &[&ON[..], &[("address", wrong)]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let at = ("address", "https://northmere.example/reviews/oak-2026");
    let untold = browser.fill_in(&publish, &[&ON[..], &[at]].concat()).await;
    assert_eq!(untold.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", untold.text);
    let why =
        ("reason", "The family wished not to be contacted, and copies went with the day brought forward");
    let (check, page) = checked(&browser, &publish, &[at, why]).await;
    assert!(check.contains("Check and record the publication") && check.contains("LCSPR: "), "{check}");
    assert!(check.contains("Keep it online until at least Friday 26 March 2027."), "{check}");
    assert!(page.contains("Publication of the full report recorded"), "{page}");
    assert!(Page::read(&page).leads_to("https://northmere.example/reviews/oak-2026"), "{page}");
    assert_eq!(stands(&service, &case).await.stage, Stage::Published);
    assert!(
        check.contains("Do not take it offline before Tuesday 30 March 2027."),
        "after Good Friday: {check}"
    );
    for surface in ["/publication", "/deadlines/online"] {
        let page = browser.open(&case.at(surface)).await;
        let shown = page.words();
        assert!(shown.contains("Do not take it offline before Tuesday 30 March 2027"), "{surface} {shown}");
        assert!(!shown.contains("Thursday 25 March 2027"), "{surface} plans for the day before: {shown}");
        assert!(!page.leads_to(&case.at("/deadlines/online/delay")), "{surface}: nothing is late");
    }
    let deadlines = browser.get(&case.at("/deadlines")).await.text;
    assert!(deadlines.contains("Until at least Friday 26 March 2027"), "{deadlines}");
    let date = browser.get(&case.at("/deadlines/online/date.ics")).await.text;
    assert!(date.contains("stays online until at least today") && date.contains("20270326"), "{date}");
    assert!(browser.get(&case.address).await.text.contains("Turn to the actions"));
    let deposit = [&ON[..], &[("reference", "EX-99")]].concat();
    let done = browser.fill_in(&case.at("/publication/deposit"), &deposit).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(browser.get(&case.at("/publication")).await.text.contains("EX-99"));
}

#[tokio::test]
async fn a_report_stays_online_for_a_year_unless_a_court_says_otherwise() {
    let service = service().await;
    let case = example(&service, "infant-sleeping").await;
    let (path, browser) = (case.at("/publication/take-down"), service.as_person("sam-okafor").await);
    let form = browser.get(&path).await.text;
    assert!(form.contains("must stay online until at least Thursday 30 April 2026"), "{form}");
    let early = browser.fill_in(&path, &[&ON[..], &[("reason", "Outdated")]].concat()).await;
    let errors = early.refused().errors();
    assert!(errors[0].contains("unless a legal order requires the takedown"), "{errors:?}");
    let (check, page) = checked(&browser, &path, &[("reason", "Court"), ("legal_order", "yes")]).await;
    assert!(check.contains("Check and record that the report was taken down"));
    assert!(page.contains("A legal order required it"), "{page}");
    assert!(!stands(&service, &case).await.publication.online);
}

#[tokio::test]
async fn an_exception_needs_each_of_the_three_partners() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    let (hold, browser) = (case.at("/publication/hold"), service.as_person("sam-okafor").await);
    let decide = browser.get(&case.at("/publication/decide")).await.text;
    assert!(decide.contains("Not agreed yet: the council") && decide.contains("/decisions"), "{decide}");
    let review = [("review_on-day", "26"), ("review_on-month", "6"), ("review_on-year", "2026")];
    let why = [("reason", "A trial is to begin")];
    let answers = [&ON[..], &review, &why].concat();
    let refused = browser.fill_in(&hold, &answers).await;
    let errors = refused.refused().errors();
    assert!(errors[0].starts_with("There is no agreement of the council"), "{errors:?}");
    agreed(&service, &case, Question::HoldPublication).await;
    let (check, page) = checked(&browser, &hold, &[&review[..], &why].concat()).await;
    assert!(check.contains("Nothing can be published until the hold is ended."), "{check}");
    assert!(
        page.contains("Tell the National Panel and the Secretary of State why as soon as possible."),
        "{page}"
    );
    assert!(page.contains("Held. Look at it again on Friday 26 June 2026"), "{page}");
    assert!(browser.get(&case.address).await.text.contains("End the hold on publication"));
    let end = [&ON[..], &[("reason", "The trial ended")]].concat();
    let released = browser.fill_in(&case.at("/publication/release"), &end).await;
    assert_eq!(released.status, StatusCode::SEE_OTHER, "{}", released.text);
    agreed(&service, &case, Question::NotPublish).await;
    let (_, page) =
        checked(&browser, &case.at("/publication/decline"), &[("reason", "A court forbids it")]).await;
    assert!(page.contains("Decided to publish nothing") && page.contains("The hold ended"), "{page}");
    assert_eq!(stands(&service, &case).await.stage, Stage::NotPublished);
}

#[tokio::test]
async fn only_the_improvements_have_their_own_reason_and_text() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    let (path, browser) = (case.at("/publication/improvements"), service.as_person("sam-okafor").await);
    agreed(&service, &case, Question::ImprovementsOnly).await;
    let errors = browser.fill_in(&path, &ON).await.refused().errors();
    for says in [
        "Enter why it would be wrong to publish the full report",
        "Enter the improvements that are published",
    ] {
        assert!(errors.iter().any(|error| error.starts_with(says)), "{says}: {errors:?}");
    }
    let answers = [
        ("reason", "The family would be recognised"),
        ("text", "Health and school share concerns"),
        ("address", "https://northmere.example/improvements/oak"),
    ];
    let (check, page) = checked(&browser, &path, &answers).await;
    assert!(check.contains("the full report is not published"), "{check}");
    assert!(page.contains("Only the improvements published") && page.contains("Health and school"), "{page}");
}

#[tokio::test]
async fn anonymity_is_a_list_of_which_the_rest_stays_open() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    let (path, browser) = (case.at("/publication/anonymity"), service.as_person("sam-okafor").await);
    let some = [&ON[..], &[("checked", "names"), ("checked", "ages")]].concat();
    assert_eq!(browser.fill_in(&path, &some).await.status, StatusCode::SEE_OTHER);
    let page = browser.get(&case.at("/publication")).await.text;
    assert!(page.contains("Still to check: dates, places, schools, rare circumstances"), "{page}");
    assert!(page.contains("In progress"));
}

#[tokio::test]
async fn readers_read_and_reviewers_do_not() {
    let service = service().await;
    let case = example(&service, PLANNED).await;
    listed(&service, &case, "a-chen", AccessAs::Partner).await;
    listed(&service, &case, "k-walsh", AccessAs::Reviewer).await;
    let partner = service.as_person("a-chen").await;
    let page = partner.open(&case.at("/publication")).await;
    assert!(page.says("Plan the date"), "{}", page.words());
    assert!(!page.leads_to(&case.at("/publication/plan")), "{:?}", page.links());
    for form in ["plan", "decide", "publish", "take-down"] {
        let hidden = partner.get(&case.at(&format!("/publication/{form}"))).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{form}");
    }
    let reviewer = service.as_person("k-walsh").await.get(&case.at("/publication")).await;
    assert_eq!(reviewer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn before_an_lcspr_the_page_says_what_comes_first() {
    let service = service().await;
    let browser = service.as_person("sam-okafor").await;
    for (key, says) in [
        ("infant-serious-harm", "The decision to start an LCSPR"),
        ("off-ramp-partners-differ", "Nothing is to be published: no LCSPR"),
    ] {
        let page = browser.get(&example(&service, key).await.at("/publication")).await;
        assert!(page.status == StatusCode::OK && page.text.contains(says), "{}", page.text);
    }
}
