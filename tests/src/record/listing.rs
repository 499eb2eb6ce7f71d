//! The list of cases as somebody wants it: filters, orders and pages, and what a lead has due.

use case::{Actor, Command, Role};
use serde_json::json;
use store::access;
use store::case_list::{self, DueWithin, Sort, Wanted};

use super::story::{
    NORTHMERE, SOUTHMERE, Story, access as place, case, command, manager, member, note, now, operator,
    person, referral_to, who_is,
};
use crate::harness::Record;

/// The serials on a page of three, and whether there is another.
async fn page(story: &Story, actor: &Actor, wanted: Wanted) -> (Vec<u32>, bool) {
    let mut tx = story.record.db.snapshot().await.unwrap();
    let page = case_list::list(&mut tx, actor, &wanted, 3).await.unwrap();
    (page.rows.iter().map(|row| row.reference.serial).collect(), page.more)
}

/// Every serial, page by page.
async fn all(story: &Story, actor: &Actor, wanted: Wanted) -> Vec<u32> {
    let mut serials = Vec::new();
    for number in 1.. {
        let (rows, more) = page(story, actor, Wanted { page: number, ..wanted.clone() }).await;
        assert!(rows.len() == 3 || !more, "only the last page is short");
        serials.extend(rows);
        if !more {
            break;
        }
    }
    serials
}

/// Every serial as somebody finds them who reads on from the last case they have, three at a time, while others write.
async fn read_on(story: &Story, actor: &Actor, wanted: Wanted) -> Vec<u32> {
    let (mut serials, mut last) = (Vec::new(), None);
    loop {
        let page = case_list::next(&story.record.db, actor, &wanted, last.as_ref(), 3).await.unwrap();
        serials.extend(page.rows.iter().map(|row| row.reference.serial));
        story.and(&manager(), 3, note("Written meanwhile")).await;
        last = page.rows.last().cloned();
        if !page.more {
            return serials;
        }
    }
}

/// A referral of an incident that the council became aware of on a day, if that is known.
fn referral(aware: Option<&str>, title: &str) -> Command {
    let mut refer = json!({"partnership": NORTHMERE, "kind": "serious_incident", "incident": "2026-10-01"});
    if let Some(aware) = aware {
        refer["aware"] = aware.into();
    }
    command(json!({"on": "2026-10-26", "do": {"refer": refer}, "words": {"title": title}}))
}

/// Seven cases. The later they were started, the earlier they are due: case 5 on Thursday 29 October, cases 4, 3 and 2
/// on the Friday, case 1 on the Monday after. Cases 6 and 7 have no deadline.
pub(super) async fn seven_cases(record: Record) -> Story {
    let story = Story::begin(record).await;
    for number in 1..=7 {
        let aware = format!("2026-10-{}", 27 - number);
        let aware = (number <= 5).then_some(aware.as_str());
        story.record(&manager(), number, 0, referral(aware, "Infant, serious harm")).await.unwrap();
    }
    story
}

/// Puts somebody on the list of a case, and has them lead it.
pub(super) async fn lead(story: &Story, number: u128, lead: u128) {
    story.and(&manager(), number, place(person(lead), "business_unit")).await;
    let assign = json!({"on": "2026-10-27", "do": {"assign_lead": {"person": person(lead)}}});
    story.and(&manager(), number, command(assign)).await;
}

/// Has many more entries found by the same words than the record has.
async fn make_common(record: &Record) {
    let statement = match record.file() {
        Some(_) => {
            "with recursive n (n) as (select 1 union all select n + 1 from n where n <= 6000)
             insert into search_entry (case_id, seq, recorded_at, words)
                 select x'00', n, '2026-11-02T09:00:00+00:00', 'infant visitor' from n;
             insert into search_index (rowid, words)
                 select id, words from search_entry where words = 'infant visitor'"
        }
        None => {
            "insert into search_entry (case_id, seq, recorded_at, words)
                 select '00000000-0000-0000-0000-000000000000', n, '2026-11-02T09:00:00+00:00', 'infant visitor'
                 from generate_series(1, 6000) as n"
        }
    };
    record.by_hand(statement).await.unwrap();
}

fn by(sort: Sort) -> Wanted {
    Wanted { sort, ..Wanted::default() }
}

fn with(text: &str) -> Wanted {
    Wanted { text: Some(text.into()), sort: Sort::Reference, ..Wanted::default() }
}

for_both! {
    async fn cases_are_listed_by_deadline_and_those_without_one_last(record: Record) {
        let story = seven_cases(record).await;
        for actor in [manager(), operator()] {
            assert_eq!(all(&story, &actor, by(Sort::NextDeadline)).await, [5, 4, 3, 2, 1, 7, 6]);
            let turned = Wanted { descending: true, ..by(Sort::NextDeadline) };
            assert_eq!(all(&story, &actor, turned).await, [6, 7, 1, 2, 3, 4, 5]);
        }
    }

    async fn cases_are_listed_by_reference_and_by_last_change(record: Record) {
        let story = seven_cases(record).await;
        assert_eq!(all(&story, &manager(), by(Sort::Reference)).await, [1, 2, 3, 4, 5, 6, 7]);
        let turned = Wanted { descending: true, ..by(Sort::Reference) };
        assert_eq!(all(&story, &manager(), turned).await, [7, 6, 5, 4, 3, 2, 1]);
        story.and(&manager(), 3, note("The latest change")).await;
        let latest = Wanted { descending: true, ..by(Sort::Updated) };
        assert_eq!(all(&story, &manager(), latest).await, [3, 7, 6, 5, 4, 2, 1]);
        assert_eq!(all(&story, &manager(), by(Sort::Updated)).await, [1, 2, 4, 5, 6, 7, 3]);
    }

    async fn a_page_beyond_the_last_is_empty(record: Record) {
        let story = seven_cases(record).await;
        for number in [4, 1_000, u32::MAX] {
            assert_eq!(page(&story, &manager(), Wanted { page: number, ..by(Sort::Reference) }).await, (vec![], false));
        }
        assert_eq!(page(&story, &manager(), Wanted { page: 0, ..by(Sort::Reference) }).await.0, [1, 2, 3]);
    }

    async fn a_list_is_filtered_by_stage_lead_year_and_deadline(record: Record) {
        let story = seven_cases(record).await;
        lead(&story, 2, 2).await;
        lead(&story, 6, 2).await;
        story.and(&manager(), 4, command(json!({"on": "2026-10-27", "do": {"consider": {}}}))).await;
        let by_reference = by(Sort::Reference);
        let stages = vec!["under_consideration".to_owned(), "closed".to_owned()];
        assert_eq!(all(&story, &manager(), Wanted { stages, ..by_reference.clone() }).await, [4]);
        for sort in [Sort::NextDeadline, Sort::Reference, Sort::Updated] {
            let led = Wanted { lead: Some(person(2)), ..by(sort) };
            assert_eq!(all(&story, &manager(), led).await, [2, 6]);
        }
        let years = [(2026, 7), (2025, 0)];
        for (year, count) in years {
            assert_eq!(all(&story, &manager(), Wanted { year: Some(year), ..by_reference.clone() }).await.len(), count);
        }
        let day = |text: &str| Some(text.parse().unwrap());
        let due = |from, until: &str| Some(DueWithin { from, until: until.parse().unwrap() });
        let overdue = Wanted { due: due(None, "2026-10-29"), ..by(Sort::NextDeadline) };
        assert_eq!(all(&story, &manager(), overdue).await, [5]);
        let week = Wanted { due: due(day("2026-10-30"), "2026-11-01"), descending: true, ..by(Sort::NextDeadline) };
        assert_eq!(all(&story, &manager(), week).await, [2, 3, 4]);
        let week = Wanted { due: due(day("2026-10-30"), "2026-11-30"), year: Some(2026), ..by_reference };
        assert_eq!(all(&story, &manager(), week).await, [1, 2, 3, 4]);
    }

    async fn a_list_is_searched_in_titles_and_notes_a_page_at_a_time(record: Record) {
        let story = seven_cases(record).await;
        story.and(&manager(), 5, note("The health visitor called")).await;
        story.and(&manager(), 2, note("The visitor asked again")).await;
        assert_eq!(all(&story, &manager(), with("VISIT")).await, [2, 5]);
        assert_eq!(all(&story, &manager(), with("visitor, health")).await, [5]);
        assert_eq!(all(&story, &manager(), with("infant harm")).await, [1, 2, 3, 4, 5, 6, 7]);
        for nothing in ["hospital", "", "“”", "'; drop table event; --", "\"", "NEAR(", "q & | !"] {
            assert!(all(&story, &manager(), with(nothing)).await.is_empty(), "{nothing}");
        }
    }

    async fn a_word_that_nearly_every_entry_has_finds_cases_as_a_rare_one_does(record: Record) {
        let story = seven_cases(record).await;
        story.and(&manager(), 5, note("The health visitor called")).await;
        make_common(&story.record).await;
        assert_eq!(all(&story, &manager(), with("infant")).await, [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(all(&story, &manager(), with("visit")).await, [5]);
        let turned = Wanted { descending: true, ..with("infant") };
        assert_eq!(all(&story, &manager(), turned).await, [7, 6, 5, 4, 3, 2, 1]);
        assert!(all(&story, &manager(), with("infant visitor")).await.is_empty(), "no entry has both");
    }

    async fn a_case_is_found_by_what_one_may_read_and_by_nothing_else(record: Record) {
        let story = seven_cases(record).await;
        story.and(&manager(), 1, place(person(2), "partner")).await;
        let restricted = json!({
            "on": "2026-10-27", "do": {"add_note": {"restricted": true}}, "words": {"text": "legal advice"},
        });
        story.and(&manager(), 1, command(restricted)).await;
        story.and(&manager(), 3, note("legal matters")).await;
        assert_eq!(all(&story, &manager(), with("legal")).await, [1, 3]);
        let council = who_is(2, Role::Council);
        assert!(all(&story, &council, with("legal")).await.is_empty());
        assert_eq!(all(&story, &council, with("infant")).await, [1]);
    }

    async fn what_is_found_by_words_is_noted_before_it_is_shown(record: Record) {
        let story = seven_cases(record).await;
        for (wanted, noted) in [(by(Sort::Reference), 0), (with("infant"), 1)] {
            let page = case_list::open(&story.record.db, &manager(), now(), &wanted, 3).await.unwrap();
            assert_eq!(page.rows.len(), 3);
            let mut tx = story.record.db.glance().await.unwrap();
            let readings = access::readings(&mut tx, case(1)).await.unwrap();
            assert_eq!(readings.iter().filter(|reading| reading.what == "searched").count(), noted);
        }
    }

    async fn everyone_lists_what_they_may_know_of_from_wherever_it_is(record: Record) {
        let story = seven_cases(record).await;
        let mut both = manager();
        let south = member(1, Role::BusinessUnitManager, SOUTHMERE);
        both.memberships.extend(south.memberships.clone());
        story.record(&south, 20, 0, referral_to(SOUTHMERE, "Teenager outdoors")).await.unwrap();
        story.and(&south, 20, place(person(3), "partner")).await;
        story.and(&manager(), 6, place(person(3), "partner")).await;
        // The first case of Southmere is also the first of its year.
        assert_eq!(all(&story, &both, by(Sort::Reference)).await, [1, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(all(&story, &operator(), by(Sort::Reference)).await.len(), 8);
        assert_eq!(all(&story, &manager(), by(Sort::Reference)).await, [1, 2, 3, 4, 5, 6, 7]);

        let mut police = who_is(3, Role::Police);
        assert_eq!(all(&story, &police, by(Sort::NextDeadline)).await, [6]);
        police.memberships.extend(member(3, Role::Police, SOUTHMERE).memberships);
        assert_eq!(all(&story, &police, by(Sort::NextDeadline)).await, [1, 6]);
        police.memberships.extend(member(3, Role::BusinessUnitManager, NORTHMERE).memberships);
        assert_eq!(all(&story, &police, by(Sort::NextDeadline)).await, [5, 4, 3, 2, 1, 1, 7, 6]);
        for nobody in [who_is(9, Role::Police), who_is(9, Role::Administrator)] {
            assert!(all(&story, &nobody, by(Sort::NextDeadline)).await.is_empty());
        }
    }

    async fn whoever_reads_on_finds_each_case_once(record: Record) {
        let story = seven_cases(record).await;
        lead(&story, 5, 2).await;
        for actor in [manager(), operator()] {
            assert_eq!(read_on(&story, &actor, by(Sort::Updated)).await, [1, 2, 3, 4, 5, 6, 7]);
            assert_eq!(read_on(&story, &actor, with("infant")).await, [1, 2, 3, 4, 5, 6, 7]);
        }
        let led = Wanted { lead: Some(person(2)), ..Wanted::default() };
        assert_eq!(read_on(&story, &manager(), led).await, [5]);
        story.and(&manager(), 6, place(person(3), "contributor")).await;
        assert_eq!(read_on(&story, &who_is(3, Role::Contributor), Wanted::default()).await, [6]);
    }

    async fn a_list_does_not_tell_a_contributor_what_is_due(record: Record) {
        let story = seven_cases(record).await;
        for number in [2, 4, 6] {
            story.and(&manager(), number, place(person(2), "contributor")).await;
        }
        let contributor = who_is(2, Role::Contributor);
        for sort in [Sort::NextDeadline, Sort::Updated] {
            assert_eq!(all(&story, &contributor, by(sort)).await, [2, 4, 6]);
        }
        let due = Some(DueWithin { from: None, until: "2027-01-01".parse().unwrap() });
        assert!(all(&story, &contributor, Wanted { due, ..Wanted::default() }).await.is_empty());
        let stages = vec!["referred".to_owned()];
        assert!(all(&story, &contributor, Wanted { stages, ..Wanted::default() }).await.is_empty());
        let mut tx = story.record.db.snapshot().await.unwrap();
        let page = case_list::list(&mut tx, &contributor, &Wanted::default(), 3).await.unwrap();
        assert!(page.rows.iter().all(|row| row.main_due.is_none() && row.stage.is_empty()));
    }
}
