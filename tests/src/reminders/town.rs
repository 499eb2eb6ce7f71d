//! A partnership whose people have addresses, and a case in which time goes by.

use std::sync::Arc;

use calendar::{BankHoliday, Standing, london_date};
use case::{Actor, Membership, OrganisationId, Role};
use chrono::{DateTime, NaiveDate, Utc};
use mail::{Letterhead, Mailer, Memory, Pass, Reminders, Sending};
use serde_json::{Value, json};
use store::mail_choices::{self, MailChoice};
use store::people::{self, Organisation, Partnership, Person};
use store::reminders::{Reminder, State};
use store::{Basis, Receipt, Request, holidays, recount};
use uuid::Uuid;

use crate::harness::Record;
use crate::record::story::{COUNCIL, NORTHMERE, case, command, operator, person};

/// The agency that can be asked.
pub(crate) const AGENCY: OrganisationId = OrganisationId(Uuid::from_u128(0x101));

/// 1 manages the business unit, 2 leads the case, 3 speaks for the council, 4 for the police, 5 deals with the Panel, 6
/// answers for the agency, and 7 works in the business unit and has nothing to do with the case.
const PEOPLE: [(u128, Role, OrganisationId); 7] = [
    (1, Role::BusinessUnitManager, COUNCIL),
    (2, Role::BusinessUnit, COUNCIL),
    (3, Role::Council, COUNCIL),
    (4, Role::Police, COUNCIL),
    (5, Role::PanelLiaison, COUNCIL),
    (6, Role::Contributor, AGENCY),
    (7, Role::BusinessUnit, COUNCIL),
];

/// The partnership and its record.
#[derive(Clone)]
pub(crate) struct Town {
    pub(crate) record: Record,
    pub(crate) memory: Memory,
    pub(crate) reminders: Arc<Reminders>,
}

/// An instant, as `2026-03-26 09:00`, in UTC.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    format!("{}:00Z", text.replace(' ', "T")).parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn letterhead() -> Letterhead {
    Letterhead::new(
        "cspr@northmere.example",
        "Business unit",
        "unit@northmere.example",
        "http://127.0.0.1:8000",
    )
    .unwrap()
}

fn actor(number: u128) -> Actor {
    let (_, role, organisation) = PEOPLE[usize::try_from(number).unwrap() - 1];
    let membership = Membership { organisation, partnership: NORTHMERE, role };
    Actor { person: person(number), memberships: vec![membership], operator: false }
}

impl Town {
    /// The people, and no case.
    pub(crate) async fn begin(record: Record) -> Self {
        let work = record.db.write(|tx| {
            Box::pin(async move {
                for (id, kind) in [(COUNCIL, "council"), (AGENCY, "agency")] {
                    let organisation =
                        Organisation { id, kind: kind.into(), name: format!("Example {kind}") };
                    people::save_organisation(tx, &organisation).await?;
                }
                let slug = "northmere".to_owned();
                let name = "Example partnership".to_owned();
                let partnership = Partnership { id: NORTHMERE, slug, name, settings: "{}".into() };
                people::save_partnership(tx, &partnership).await?;
                for (number, ..) in PEOPLE {
                    people::save_person(tx, &named(number)).await?;
                    people::save_membership(tx, person(number), &actor(number).memberships[0]).await?;
                    // Whoever tries digests chooses one.
                    mail_choices::save(tx, person(number), &MailChoice::default()).await?;
                }
                Ok(())
            })
        });
        work.await.unwrap();
        let (mailer, memory) = Mailer::in_memory(letterhead());
        let reminders = Arc::new(Reminders::new(record.db.clone(), mailer, Uuid::from_u128(1)));
        Self { record, memory, reminders }
    }

    /// The same town, whose letters go by another mailer and whose process is another.
    pub(crate) fn by(&self, mailer: Mailer, process: u128) -> Self {
        let reminders = Reminders::new(self.record.db.clone(), mailer, Uuid::from_u128(process));
        Self { reminders: Arc::new(reminders), ..self.clone() }
    }

    /// Case 1, referred, led by 2, with 3, 5 and 6 on its list.
    pub(crate) async fn with_a_case(record: Record, now: &str) -> Self {
        let town = Self::begin(record).await;
        town.start(1, now).await;
        town
    }

    /// Another case, with the same people.
    pub(crate) async fn start(&self, number: u128, now: &str) {
        let on = london_date(at(now));
        let referral = json!({"refer": {"partnership": NORTHMERE, "kind": "serious_incident", "aware": on}});
        self.does(1, number, now, referral, json!({"title": "Infant, serious harm at home"})).await;
        for (who, role) in [(2, "business_unit"), (3, "partner"), (5, "panel_liaison"), (6, "contributor")] {
            let access = json!({"grant_access": {"person": person(who), "as_role": role}});
            self.does(1, number, now, access, json!({})).await;
        }
        self.does(1, number, now, json!({"assign_lead": {"person": person(2)}}), json!({})).await;
    }

    /// Somebody records a step at a time.
    pub(crate) async fn does(
        &self,
        who: u128,
        number: u128,
        now: &str,
        step: Value,
        words: Value,
    ) -> Receipt {
        let now = at(now);
        let mut tx = self.record.db.snapshot().await.unwrap();
        let expected = match store::cases::case(&mut tx, &operator(), case(number)).await {
            Ok(case) => case.version(),
            Err(_) => 0,
        };
        let basis = Arc::new(Basis::load(&mut tx).await.unwrap());
        drop(tx);
        let on = london_date(now);
        let request = Request {
            actor: actor(who),
            case: case(number),
            expected,
            command: command(json!({"on": on, "do": step, "words": words})),
            then: Vec::new(),
            key: None,
            now,
            today: on,
            seed: Uuid::from_u128(0x5eed_0000 + number * 1000 + u128::from(expected)),
            along: None,
        };
        self.record.db.execute(&basis, request).await.unwrap()
    }

    /// An action of somebody’s with a due date, given by whoever leads.
    pub(crate) async fn give_action(&self, owner: u128, due: &str, now: &str) {
        let number = 1 + self.actions().await;
        let step = json!({"open_action": {"number": number, "owner": person(owner), "due": due}});
        self.does(2, 1, now, step, json!({"text": "Train staff", "measure": "An audit"})).await;
    }

    async fn actions(&self) -> usize {
        let mut tx = self.record.db.glance().await.unwrap();
        store::cases::case(&mut tx, &operator(), case(1)).await.unwrap().actions.actions.len()
    }

    pub(crate) async fn complete_action(&self, number: u16, now: &str) {
        let step = json!({"complete_action": {"number": number}});
        self.does(2, 1, now, step, json!({"evidence": "The list of those who came"})).await;
    }

    pub(crate) async fn chooses(&self, who: u128, choice: MailChoice) {
        let save = self
            .record
            .db
            .write(move |tx| Box::pin(async move { mail_choices::save(tx, person(who), &choice).await }));
        save.await.unwrap();
    }

    /// The partnership chooses.
    pub(crate) async fn settles(&self, settings: Value) {
        let save = self.record.db.write(move |tx| {
            Box::pin(async move {
                let name = "Example partnership".to_owned();
                let settings = settings.to_string();
                let slug = "northmere".to_owned();
                people::save_partnership(tx, &Partnership { id: NORTHMERE, slug, name, settings }).await
            })
        });
        save.await.unwrap();
    }

    /// A bank holiday is announced.
    pub(crate) async fn announce(&self, date: &str, now: &str) {
        let (date, now) = (day(date), at(now));
        let work = self.record.db.write(move |tx| {
            Box::pin(async move {
                let old = Basis::load(tx).await?;
                let title = "Announced".to_owned();
                let (notes, bunting, standing) = (String::new(), false, Standing::Proclaimed);
                let with = old.calendar().holidays().clone();
                let with = with.with(BankHoliday { title, date, notes, bunting, standing });
                holidays::save_bank_holidays(tx, &with, person(1), now).await?;
                let new = Basis::load(tx).await?;
                recount::recount(tx, &old, &new).await
            })
        });
        work.await.unwrap();
    }

    /// Before this bank holiday was known.
    pub(crate) async fn forget_holiday(&self, date: &str) {
        let date = day(date);
        let work = self.record.db.write(move |tx| {
            Box::pin(async move {
                let basis = Basis::load(tx).await?;
                let known = basis.calendar().holidays().iter().filter(|holiday| holiday.date != date);
                let known = known.cloned().collect();
                holidays::save_bank_holidays(tx, &known, person(1), DateTime::UNIX_EPOCH).await
            })
        });
        work.await.unwrap();
    }

    pub(crate) async fn pass(&self, now: &str) -> Pass {
        self.reminders.pass(at(now)).await.unwrap()
    }

    pub(crate) async fn send(&self, now: &str) -> Sending {
        self.reminders.send(at(now)).await.unwrap()
    }

    /// Everything that is kept of the case, as `action-1 -2 to 6: waiting`, with the reason where there is one.
    pub(crate) async fn kept(&self) -> Vec<String> {
        let mut all = self.all().await;
        all.sort_by_key(|reminder| (reminder.day, reminder.key.clone()));
        all.iter().map(in_words).collect()
    }

    pub(crate) async fn all(&self) -> Vec<Reminder> {
        let mut tx = self.record.db.snapshot().await.unwrap();
        store::reminders::of_case(&mut tx, &operator(), case(1)).await.unwrap()
    }

    /// How many there are in a state, of all cases.
    pub(crate) async fn count(&self, state: State) -> u64 {
        let mut tx = self.record.db.glance().await.unwrap();
        store::reminders::counts(&mut tx).await.unwrap().get(&state).copied().unwrap_or(0)
    }

    /// Prints how the reminders of all cases ended, for whoever reads what the tests say.
    pub(crate) async fn print_counts(&self, after: &str) {
        let mut tx = self.record.db.glance().await.unwrap();
        let counts = store::reminders::counts(&mut tx).await.unwrap();
        let counts: Vec<_> = counts.iter().map(|(state, count)| format!("{count} {state:?}")).collect();
        println!("{after}: {}", counts.join(", ").to_lowercase());
    }

    /// Every letter in memory, as `p6@example.org: Due in 2 working days: action 1 of 2026-001`.
    pub(crate) fn letters(&self) -> Vec<String> {
        self.memory.sent().into_iter().map(|sent| format!("{}: {}", sent.to, sent.words.subject)).collect()
    }
}

fn in_words(reminder: &Reminder) -> String {
    let who = reminder.key.recipient.0.as_u128();
    let who = if who == 0 { "nobody".to_owned() } else { (who - 0x200).to_string() };
    let state = serde_json::to_value(reminder.state).unwrap();
    let why = reminder.reason.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    let (clock, occasion) = (&reminder.key.clock, &reminder.key.occasion);
    format!("{clock} {occasion} to {who}: {}{why}", state.as_str().unwrap())
}

fn named(number: u128) -> Person {
    Person {
        id: person(number),
        name: Some(format!("Example Person {number}")),
        job_title: None,
        email: Some(format!("p{number}@example.org")),
        date_of_birth: None,
        erased_at: None,
    }
}
