//! How the letters of the service leave it: by mail.

use mail::{
    AccessEnded, AccountMade, AnswerReopened, Change, Contents, DecisionRecordedForYou, DecisionWanted,
    EmailAddress, InformationDue, InformationNeeded, LinkPath, Mailer, MessageKey, MoreInformationNeeded,
    PartnersDecided, SignInDetailsChanged, SignInLink, StaffName, Unfit,
};
use web::{Letter, Post, Posted, Preview, Says, Wanted};

/// How many minutes a link to sign in works, as the letter says it.
const MINUTES: u32 = 15;

/// Letters go by mail.
pub(crate) struct ByMail(pub(crate) Mailer);

impl Post for ByMail {
    fn send(&self, letter: Letter) -> Posted<'_> {
        Box::pin(async move {
            let letter = written(letter).map_err(|unfit| unfit.to_string())?;
            self.0.send(&letter).await.map_err(|error| error.to_string())
        })
    }

    fn preview(&self, name: &str, says: Says) -> Result<Preview, String> {
        let contents = contents(says).map_err(|unfit| unfit.to_string())?;
        let words = self.0.preview(&StaffName::new(name), &contents);
        Ok(Preview { subject: words.subject, text: words.text })
    }
}

fn written(letter: Letter) -> Result<mail::Letter, Unfit> {
    Ok(mail::Letter {
        key: MessageKey::new(letter.id.simple().to_string())?,
        written: letter.written,
        to: EmailAddress::new(&letter.email)?,
        name: StaffName::new(&letter.name),
        contents: contents(letter.says)?,
    })
}

fn contents(says: Says) -> Result<Contents, Unfit> {
    Ok(match says {
        Says::SignIn { link, until } => {
            Contents::SignInLink(SignInLink { link: LinkPath::new(link)?, minutes: MINUTES, until })
        }
        Says::AccountMade { made_by, role, link, until } => Contents::AccountMade(AccountMade {
            made_by: Some(StaffName::new(&made_by)),
            role,
            link: LinkPath::new(link)?,
            until,
        }),
        Says::NewAddress { at } => {
            Contents::SignInDetailsChanged(SignInDetailsChanged { at, change: Change::NewAddress })
        }
        Says::AccessEnded { on } => Contents::AccessEnded(AccessEnded { on }),
        Says::DecisionWanted { reference, partner, question, by, link } => {
            let link = LinkPath::new(link)?;
            Contents::DecisionWanted(DecisionWanted { reference, partner, question, by, link })
        }
        Says::MoreInformationNeeded { reference, partner, link } => {
            let link = LinkPath::new(link)?;
            Contents::MoreInformationNeeded(MoreInformationNeeded { reference, partner, link })
        }
        Says::DecisionRecordedForYou { reference, partner, on, by, link } => {
            let (by, link) = (StaffName::new(&by), LinkPath::new(link)?);
            Contents::DecisionRecordedForYou(DecisionRecordedForYou { reference, partner, on, by, link })
        }
        Says::PartnersDecided { reference, decided, differ, link } => {
            let link = LinkPath::new(link)?;
            Contents::PartnersDecided(PartnersDecided { reference, decided, differ, link })
        }

        Says::InformationNeeded(of) => Contents::InformationNeeded(InformationNeeded(wanted(of)?)),
        Says::InformationDue(of) => Contents::InformationDue(InformationDue(wanted(of)?)),
        Says::AnswerReopened(of) => Contents::AnswerReopened(AnswerReopened(wanted(of)?)),
    })
}

fn wanted(of: Wanted) -> Result<mail::Wanted, Unfit> {
    Ok(mail::Wanted {
        reference: of.reference,
        due: of.due,
        on: of.on,
        working_days: of.working_days,
        chronology: of.chronology,
        link: LinkPath::new(of.link)?,
        lead: of.lead.as_deref().map(StaffName::new),
    })
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};
    use mail::Letterhead;
    use uuid::Uuid;

    use super::*;

    #[tokio::test]
    async fn a_letter_goes_out_as_it_was_shown_before() {
        let head = Letterhead::new(
            "cspr@northmere.example",
            "the business unit",
            "unit@northmere.example",
            "https://cspr.northmere.example",
        );
        let (mailer, memory) = Mailer::in_memory(head.unwrap());
        let post = ByMail(mailer);
        let says = Says::InformationNeeded(Wanted {
            reference: "2026-004".parse().unwrap(),
            due: NaiveDate::from_ymd_opt(2026, 3, 25).unwrap(),
            on: NaiveDate::from_ymd_opt(2026, 3, 16).unwrap(),
            working_days: 7,
            chronology: true,
            link: "/cases/2026-004/requests/1".to_owned(),
            lead: Some("Sam Okafor".to_owned()),
        });
        let shown = post.preview("D. Ahmed", says.clone()).unwrap();
        let letter = Letter {
            id: Uuid::from_u128(1),
            written: DateTime::UNIX_EPOCH,
            name: "D. Ahmed".to_owned(),
            email: "d-ahmed@northmere.example".to_owned(),
            says,
        };
        post.send(letter).await.unwrap();
        let sent = &memory.sent()[0].words;
        assert_eq!((&sent.subject, &sent.text), (&shown.subject, &shown.text));
        assert_eq!(shown.subject, "Information needed for case 2026-004 by 25 March 2026");
    }
}
