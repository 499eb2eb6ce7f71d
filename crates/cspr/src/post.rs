//! How the letters of the service leave it: by mail.

use mail::{
    AccessEnded, AccountMade, Change, Contents, DecisionRecordedForYou, DecisionWanted, EmailAddress,
    LinkPath, Mailer, MessageKey, MoreInformationNeeded, PartnersDecided, SignInDetailsChanged, SignInLink,
    StaffName, Unfit,
};
use web::{Letter, Post, Posted, Says};

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
    })
}
