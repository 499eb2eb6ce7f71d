//! How the letters of the service leave it: by mail.

use mail::{
    AccessChange, AccessChanged, AccessEnded, AccountMade, Change, Contents, EmailAddress, LinkPath, Mailer,
    MessageKey, Notice, SignInDetailsChanged, SignInLink, Source, StaffName, Unfit,
};
use web::{Example, Foreseen, Letter, Post, Posted, Preview, Says};

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

    fn preview(&self, foreseen: &Foreseen<'_>) -> Result<Preview, String> {
        let contents = notice(foreseen).contents().map_err(|unfit| unfit.to_string())?;
        let contents = contents.ok_or("it is only reminded of")?;
        let words = self.0.preview(&StaffName::new(foreseen.name), &contents);
        Ok(Preview { subject: words.subject, text: words.text })
    }

    fn examples(&self) -> Vec<Example> {
        mail::examples().into_iter().map(|one| example(&self.0, one)).collect()
    }
}

fn example(mailer: &Mailer, (name, contents): (String, Contents)) -> Example {
    let words = mailer.preview(&StaffName::new("Sam Okafor"), &contents);
    let number = contents.kind().number();
    Example { name, number, subject: words.subject, text: words.text }
}

/// The notice that the sender of reminders would send once it is recorded.
fn notice<'a>(foreseen: &Foreseen<'a>) -> Notice<'a> {
    Notice {
        case: foreseen.case,
        source: Source::Entry(foreseen.entry),
        kind: foreseen.kind,
        reader: foreseen.reader,
        names_cases: foreseen.names_cases,
        slug: foreseen.slug,
        lead: foreseen.lead,
        by: Some(foreseen.by),
        today: foreseen.today,
        calendar: foreseen.calendar,
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
        Says::AccessChanged { by, whose, change, at, link } => Contents::AccessChanged(AccessChanged {
            by: by.as_deref().map(StaffName::new),
            whose: StaffName::new(&whose),
            change: access_change(change),
            at,
            link: LinkPath::new(link)?,
        }),
        Says::Example(name) => {
            let found = mail::examples().into_iter().find(|(of, _)| *of == name);
            let (_, contents) =
                found.ok_or(Unfit { what: "example", why: "choose one of those that are listed" })?;
            Contents::Example(mail::Example(Box::new(contents)))
        }
    })
}

fn access_change(change: web::AccessChange) -> AccessChange {
    match change {
        web::AccessChange::RoleGiven(role) => AccessChange::RoleGiven(role),
        web::AccessChange::RoleEnded(role) => AccessChange::RoleEnded(role),
        web::AccessChange::NewAddress => AccessChange::NewAddress,
    }
}
