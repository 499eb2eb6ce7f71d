//! The three ways in which letters are sent, and the address that chooses one.

use std::fmt;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use percent_encoding::percent_decode_str;
use url::Url;

use crate::files::Files;
use crate::letterhead::is_loopback;
use crate::memory::Memory;
use crate::smtp::{Privacy, Smtp, Timeouts};

/// A way in which letters are sent.
#[derive(Clone, Debug)]
pub enum Transport {
    /// They are handed to a mail server.
    Smtp(Smtp),
    /// They are written into a directory.
    Files(Files),
    /// They are kept in memory, for tests.
    Memory(Memory),
}

/// A mail address that cannot be used, and what to write instead. It never repeats the address, which may hold a
/// password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It does not begin in one of the three ways.
    #[error("begin the mail address with smtps://, smtp:// or files:")]
    Scheme,
    /// There is no directory after `files:`.
    #[error("name a directory in the mail address, as in files:var/mail")]
    Directory,
    /// The address is not one of these forms.
    #[error(
        "write the mail address as smtps://NAME:PASSWORD@HOST or smtp://NAME:PASSWORD@HOST:587; in NAME and PASSWORD write @ as \
         %40, : as %3A, / as %2F, # as %23, ? as %3F and % as %25"
    )]
    Form,
    /// There is a name without a password, or the other way round.
    #[error("give both a name and a password in the mail address, or neither")]
    Credentials,
    /// There is a setting after the `?` that does not exist. It is not repeated: it may be the end of a password.
    #[error(
        "after the ? of the mail address write tls=starttls, tls=none or ca=FILE, joined by &, each once"
    )]
    Setting,
    /// There is no TLS to another machine.
    #[error("tls=none is only for a mail server on this machine; letters hold links that let people in")]
    Plain,
    /// The file of the certificate authority cannot be used.
    #[error("the file named by ca= in the mail address: {0}")]
    Authority(String),
}

impl Transport {
    /// Reads an address:
    ///
    /// - `smtps://NAME:PASSWORD@HOST:465` speaks TLS from the first byte;
    /// - `smtp://NAME:PASSWORD@HOST:587?tls=starttls` asks for TLS first, which is also what happens without `tls`;
    /// - `smtp://localhost:25?tls=none` speaks plainly, to this machine only;
    /// - `files:DIRECTORY` writes files.
    ///
    /// The port, the name and the password can be left out. `ca=FILE` names certificates in PEM to trust besides the
    /// public ones.
    pub fn from_address(address: &str) -> Result<Self, BadAddress> {
        if let Some(directory) = address.strip_prefix("files:") {
            let directory = directory.strip_prefix("//").unwrap_or(directory);
            return if directory.is_empty() {
                Err(BadAddress::Directory)
            } else {
                Ok(Self::Files(Files::new(directory)))
            };
        }
        if !address.starts_with("smtp://") && !address.starts_with("smtps://") {
            return Err(BadAddress::Scheme);
        }
        smtp(&Url::parse(address).map_err(|_| BadAddress::Form)?).map(Self::Smtp)
    }
}

fn smtp(url: &Url) -> Result<Smtp, BadAddress> {
    let host = url.host_str().filter(|host| !host.is_empty()).ok_or(BadAddress::Form)?;
    let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
        return Err(BadAddress::Form);
    }
    let (privacy, usual_port) = privacy(url, &host)?;
    let port = url.port().unwrap_or(usual_port);
    Ok(Smtp { host, port, privacy, credentials: credentials(url)?, timeouts: Timeouts::default() })
}

/// How private the connection is, and the usual port for that.
fn privacy(url: &Url, host: &str) -> Result<(Privacy, u16), BadAddress> {
    let (mut tls, mut authority) = (None, None);
    for (name, value) in url.query_pairs() {
        match name.as_ref() {
            "tls" if tls.is_none() => tls = Some(value.into_owned()),
            "ca" if authority.is_none() => authority = Some(certificates(&value)?),
            _ => return Err(BadAddress::Setting),
        }
    }
    let parameters = || {
        let mut tls = TlsParameters::builder(host.to_owned());
        if let Some(certificates) = authority {
            tls = tls.add_root_certificate(certificates);
        }
        tls.build_rustls().map_err(|error| BadAddress::Authority(error.to_string()))
    };
    match (url.scheme(), tls.as_deref()) {
        ("smtps", None) => Ok((Privacy::Tls(parameters()?), 465)),
        ("smtp", None | Some("starttls")) => Ok((Privacy::StartTls(parameters()?), 587)),
        ("smtp", Some("none")) if is_loopback(host) => Ok((Privacy::None, 25)),
        ("smtp", Some("none")) => Err(BadAddress::Plain),
        _ => Err(BadAddress::Setting),
    }
}

/// The certificates of an authority that vouches for a mail server and is not a public one.
fn certificates(file: &str) -> Result<Certificate, BadAddress> {
    let pem = std::fs::read(file).map_err(|error| BadAddress::Authority(error.to_string()))?;
    if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
        return Err(BadAddress::Authority("there is no certificate in it; give it in PEM".to_owned()));
    }
    Certificate::from_pem(&pem).map_err(|error| BadAddress::Authority(error.to_string()))
}

fn credentials(url: &Url) -> Result<Option<Credentials>, BadAddress> {
    let read =
        |text: &str| percent_decode_str(text).decode_utf8().map(String::from).map_err(|_| BadAddress::Form);
    match (url.username(), url.password().unwrap_or_default()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(BadAddress::Credentials),
        (name, password) => Ok(Some(Credentials::new(read(name)?, read(password)?))),
    }
}

/// Where letters are sent, for whoever starts the service.
impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(smtp) => write!(f, "letters go to {smtp}"),
            Self::Files(files) => write!(f, "letters are written to {}", files.directory().display()),
            Self::Memory(_) => f.write_str("letters are kept in memory"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(address: &str) -> String {
        match Transport::from_address(address) {
            Ok(transport) => format!("{transport} {transport:?}"),
            Err(error) => format!("{error} {error:?}"),
        }
    }

    #[test]
    fn an_address_says_where_letters_go() {
        let goes = |address| Transport::from_address(address).unwrap().to_string();
        assert_eq!(goes("files:var/mail"), "letters are written to var/mail");
        assert_eq!(goes("files:///srv/mail"), "letters are written to /srv/mail");
        assert_eq!(goes("smtps://mail.example.org"), "letters go to mail.example.org port 465 with TLS");
        let signed_in = "letters go to mail.example.org port 587 with STARTTLS, signed in";
        assert_eq!(goes("smtp://unit:secret@mail.example.org"), signed_in);
        assert_eq!(goes("smtp://unit:secret@mail.example.org:587?tls=starttls"), signed_in);
        assert_eq!(goes("smtp://localhost?tls=none"), "letters go to localhost port 25 without TLS");
        assert_eq!(goes("smtp://[::1]:2525?tls=none"), "letters go to ::1 port 2525 without TLS");
    }

    #[test]
    fn a_name_and_a_password_may_hold_anything_that_is_written_as_percent() {
        let url = Url::parse("smtp://unit%40example.org:p%2F%23%25w@mail.example.org").unwrap();
        let expected = Credentials::new("unit@example.org".to_owned(), "p/#%w".to_owned());
        assert_eq!(credentials(&url), Ok(Some(expected)));
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_what_to_write() {
        let refused = |address| Transport::from_address(address).unwrap_err();
        for address in ["", "mail.example.org", "http://mail.example.org", "SMTP://mail.example.org"] {
            assert_eq!(refused(address), BadAddress::Scheme, "{address}");
        }
        for address in ["files:", "files://"] {
            assert_eq!(refused(address), BadAddress::Directory, "{address}");
        }
        for address in
            ["smtp://", "smtp://host:port", "smtp://host/path", "smtp://host#part", "smtps://u:%ff@host"]
        {
            assert_eq!(refused(address), BadAddress::Form, "{address}");
        }
        for address in ["smtp://unit@mail.example.org", "smtp://:secret@mail.example.org"] {
            assert_eq!(refused(address), BadAddress::Credentials, "{address}");
        }
        for address in [
            "smtp://host?tls=maybe",
            "smtp://host?tls=none&tls=none",
            "smtps://host?tls=none",
            "smtp://h?x=y",
        ] {
            assert_eq!(refused(address), BadAddress::Setting, "{address}");
        }
        for address in [
            "smtp://mail.example.org?tls=none",
            "smtp://192.0.2.1?tls=none",
            "smtp://localhost.example.org?tls=none",
        ] {
            assert_eq!(refused(address), BadAddress::Plain, "{address}");
        }
        assert!(matches!(refused("smtp://host?ca=/nowhere.pem"), BadAddress::Authority(_)));
    }

    #[test]
    fn a_password_is_never_repeated() {
        for address in [
            "smtp://unit:s3cret@mail.example.org",
            "smtps://unit:s3cret@mail.example.org?tls=maybe",
            "smtp://unit:s3cret@",
            "smtp://unit:s3cret#s3cret@mail.example.org",
            "smtp://unit:1?s3cret@mail.example.org",
            "smtp://unit:1/s3cret@mail.example.org",
            "smtp://:s3cret@mail.example.org",
            "unit:s3cret@mail.example.org",
        ] {
            assert!(!said(address).contains("s3cret"), "{address}");
        }
    }
}
