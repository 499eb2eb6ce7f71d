//! Private connections, and servers that do not offer them or are not who they say.

use std::path::Path;
use std::sync::Arc;

use mail::{Mailer, Outcome, SendError, Stage};
use mail_server::{MailServer, Privacy};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::samples::{letterhead, sign_in_link};
use crate::smtp::impatient;

/// A server that vouches for itself under a name, and its certificate in a file.
fn acceptor(name: &str, certificate: &Path) -> TlsAcceptor {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    std::fs::write(certificate, made.cert.pem()).unwrap();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

async fn sent(address: &str) -> Result<(), SendError> {
    let mailer = Mailer::from_address(address, letterhead()).unwrap().with_timeouts(impatient());
    mailer.send(&sign_in_link()).await
}

#[tokio::test]
async fn a_letter_goes_over_tls_to_a_server_that_is_vouched_for() {
    let place = tempfile::tempdir().unwrap();
    let ca = place.path().join("ca.pem");
    let acceptor = acceptor("127.0.0.1", &ca);
    let ca = ca.display();
    for (privacy, scheme) in
        [(Privacy::Tls(acceptor.clone()), "smtps"), (Privacy::StartTls(acceptor), "smtp")]
    {
        let server = MailServer::private(privacy).await;
        sent(&format!("{scheme}://unit:s3cret@{}?ca={ca}", server.address())).await.unwrap();
        assert!(server.taken()[0].text.contains("Subject: Sign in to CSPR Tracker"), "{scheme}");
    }
}

#[tokio::test]
async fn nothing_is_said_to_a_server_that_is_not_vouched_for() {
    let place = tempfile::tempdir().unwrap();
    let (known, other) = (place.path().join("known.pem"), place.path().join("other.pem"));
    let right = acceptor("127.0.0.1", &known);
    let wrong = acceptor("mail.example.org", &other);
    for (acceptor, trusted) in [(right, String::new()), (wrong, format!("?ca={}", other.display()))] {
        let server = MailServer::private(Privacy::StartTls(acceptor)).await;
        let error = sent(&format!("smtp://unit:s3cret@{}{trusted}", server.address())).await.unwrap_err();
        assert_eq!((error.outcome(), error.stage()), (Outcome::Temporary, Stage::Securing), "{error}");
        assert!(error.to_string().contains("certificate"), "{error}");
        assert_eq!(server.heard()[..2], ["EHLO fairmead.example", "STARTTLS"]);
        assert!(!server.heard().iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")));
    }
}

#[tokio::test]
async fn a_server_that_does_not_offer_starttls_is_told_nothing() {
    let server = MailServer::start().await;
    let error = sent(&format!("smtp://unit:s3cret@{}", server.address())).await.unwrap_err();
    assert_eq!((error.outcome(), error.stage()), (Outcome::Temporary, Stage::Securing), "{error}");
    assert!(error.to_string().contains("STARTTLS is not supported"), "{error}");
    assert!(!server.heard().iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")));
}
