//! What all letters of an installation have in common.

use std::net::IpAddr;

use url::{Position, Url};

use crate::parts::{EmailAddress, LinkPath, StaffName, Unfit};

/// The name of the sender. It is fixed, so that it cannot say what a letter is about.
pub(crate) const SENDER: &str = "CSPR Tracker";

/// The sender, the address that replies go to, and where links lead.
#[derive(Clone, Debug)]
pub struct Letterhead {
    from: EmailAddress,
    business_unit: StaffName,
    reply_to: EmailAddress,
    phone: Option<String>,
    origin: String,
}

impl Letterhead {
    /// A letterhead with the sender’s address, the name of the business unit, the address that replies go to, and
    /// the address of the service as people reach it, such as `https://cspr.example.org`.
    pub fn new(from: &str, business_unit: &str, reply_to: &str, origin: &str) -> Result<Self, Unfit> {
        if business_unit.trim().is_empty() {
            return Err(Unfit { what: "name of the business unit", why: "enter the name people know it by" });
        }
        Ok(Self {
            from: address("address letters come from", from)?,
            business_unit: StaffName::new(business_unit),
            reply_to: address("address replies go to", reply_to)?,
            phone: None,
            origin: checked(origin)?,
        })
    }

    /// The same letterhead with the telephone number of the business unit.
    pub fn with_phone(mut self, phone: &str) -> Result<Self, Unfit> {
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let plain = phone.chars().all(|c| c.is_ascii_digit() || "+ ()-".contains(c));
        if !plain || !(3..=20).contains(&digits) || phone.len() > 30 {
            return Err(Unfit { what: "telephone number", why: "enter it in the form 01632 960 001" });
        }
        self.phone = Some(phone.to_owned());
        Ok(self)
    }

    pub(crate) fn from(&self) -> &EmailAddress {
        &self.from
    }

    pub(crate) fn reply_to(&self) -> &EmailAddress {
        &self.reply_to
    }

    pub(crate) fn business_unit(&self) -> &StaffName {
        &self.business_unit
    }

    pub(crate) fn phone(&self) -> Option<&str> {
        self.phone.as_deref()
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// A link into the service, in full.
    pub(crate) fn link(&self, path: &LinkPath) -> String {
        format!("{}{}", self.origin, path.as_str())
    }
}

fn address(what: &'static str, text: &str) -> Result<EmailAddress, Unfit> {
    EmailAddress::new(text).map_err(|unfit| Unfit { what, ..unfit })
}

/// The origin as links begin with it. Only a service on this machine may do without TLS, because the link is the
/// key.
fn checked(origin: &str) -> Result<String, Unfit> {
    let unfit = |why| Unfit { what: "public address", why };
    let form = "give it in the form https://cspr.example.org, with nothing after the host";
    let url = Url::parse(origin).map_err(|_| unfit(form))?;
    let host = url.host_str().ok_or_else(|| unfit(form))?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() {
        return Err(unfit(form));
    }
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(host) => {}
        "http" => {
            return Err(unfit("start it with https://, because a link in a letter is a key to the service"));
        }
        _ => return Err(unfit(form)),
    }
    Ok(url[..Position::BeforePath].to_owned())
}

/// Whether a host is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(origin: &str) -> Result<Letterhead, Unfit> {
        Letterhead::new("cspr@example.org", "Business unit", "unit@example.org", origin)
    }

    #[test]
    fn links_begin_with_the_public_address() {
        let path = LinkPath::new("/sign-in/abc").unwrap();
        assert_eq!(
            at("https://cspr.example.org/").unwrap().link(&path),
            "https://cspr.example.org/sign-in/abc"
        );
        assert_eq!(at("http://127.0.0.1:8000").unwrap().link(&path), "http://127.0.0.1:8000/sign-in/abc");
        assert_eq!(at("http://[::1]:8000").unwrap().link(&path), "http://[::1]:8000/sign-in/abc");
    }

    #[test]
    fn a_public_address_is_an_origin_and_uses_tls_beyond_this_machine() {
        for wrong in [
            "",
            "cspr.example.org",
            "http://cspr.example.org",
            "ftp://cspr.example.org",
            "https://cspr.example.org/cspr",
            "https://cspr.example.org?a=b",
            "https://user@cspr.example.org",
        ] {
            assert_eq!(at(wrong).unwrap_err().what, "public address", "{wrong}");
        }
    }

    #[test]
    fn a_letterhead_says_which_part_cannot_be_used() {
        let what = |from, unit, reply| {
            Letterhead::new(from, unit, reply, "https://cspr.example.org").unwrap_err().what
        };
        assert_eq!(what("cspr", "Business unit", "unit@example.org"), "address letters come from");
        assert_eq!(what("cspr@example.org", " ", "unit@example.org"), "name of the business unit");
        assert_eq!(
            what("cspr@example.org", "Business unit", "unit\r\n@example.org"),
            "address replies go to"
        );
    }

    #[test]
    fn a_telephone_number_is_a_number() {
        let head = at("https://cspr.example.org").unwrap();
        assert_eq!(head.clone().with_phone("01632 960 001").unwrap().phone(), Some("01632 960 001"));
        assert!(head.clone().with_phone("call Sam").is_err());
        assert!(head.with_phone("01632\r\nBcc: x@example.org").is_err());
    }
}
