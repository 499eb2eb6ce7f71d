//! Letters handed to a mail server.
//!
//! The conversation is held step by step, because what an error means depends on how far it had come: a connection
//! that drops before the letter is handed over has sent nothing, and one that drops after that may have.

use std::fmt;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use crate::error::{SendError, Stage};
use crate::letter::Letter;
use crate::letterhead::Letterhead;
use crate::message::{Form, Ready, ready};
use crate::verdict::{accepted, failed, late};

/// How long to wait for a mail server.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// The time to connect and be greeted.
    pub connect: Duration,
    /// The time to answer each command.
    pub answer: Duration,
    /// The time to answer the letter itself, which servers look at before they accept it. RFC 5321 asks for ten
    /// minutes; a server that is slower leaves the letter in doubt.
    pub content: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(15),
            answer: Duration::from_mins(1),
            content: Duration::from_mins(10),
        }
    }
}

/// How the connection is kept private.
#[derive(Clone)]
pub(crate) enum Privacy {
    /// It is not private, which only a server on this machine may do.
    None,
    /// It is plain until the server agrees to TLS. Nothing is said to a server that does not.
    StartTls(TlsParameters),
    /// It is TLS from the first byte.
    Tls(TlsParameters),
}

/// A mail server, with how to connect to it.
#[derive(Clone)]
pub struct Smtp {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) privacy: Privacy,
    pub(crate) credentials: Option<Credentials>,
    pub(crate) timeouts: Timeouts,
}

/// How long the farewell may take: nothing depends on it.
const FAREWELL: Duration = Duration::from_secs(1);

/// A connection for several letters. It is opened for the first one, and again where it has to be.
pub(crate) struct Line<'a> {
    smtp: &'a Smtp,
    connection: Option<AsyncSmtpConnection>,
}

impl Line<'_> {
    pub(crate) async fn send(&mut self, letter: &Letter, head: &Letterhead) -> Result<(), SendError> {
        let ready = ready(letter, head, Form::Travelling).map_err(|error| SendError::unwritable(&error))?;
        let hello = ClientId::Domain(head.from().domain().to_owned());
        if let Some(connection) = &mut self.connection {
            match self.smtp.converse(connection, &ready).await {
                // A server may have hung up since the last letter. Nothing of this letter was handed over yet.
                Err(error) if error.stage() == Stage::Sender => self.hang_up().await,
                ended => return self.keep_or_hang_up(ended).await,
            }
        }
        let mut connection = self.smtp.greeted(&hello).await?;
        let ended = self.smtp.converse(&mut connection, &ready).await;
        self.connection = Some(connection);
        self.keep_or_hang_up(ended).await
    }

    /// After a refusal by the server itself the conversation goes on with the next letter; after any other error it
    /// ends.
    async fn keep_or_hang_up(&mut self, ended: Result<(), SendError>) -> Result<(), SendError> {
        let Err(error) = &ended else { return ended };
        let refused = error.answered() && error.stage() != Stage::Sender;
        let Some(connection) = self.connection.as_mut().filter(|_| refused) else {
            self.hang_up().await;
            return ended;
        };
        let reset = within(self.smtp.timeouts.answer, Stage::Sender, connection.command(Rset)).await;
        if reset.is_err() {
            self.hang_up().await;
        }
        ended
    }

    async fn hang_up(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            let patience = FAREWELL.min(self.smtp.timeouts.answer);
            let _ = tokio::time::timeout(patience, connection.abort()).await;
        }
    }

    pub(crate) async fn close(mut self) {
        self.hang_up().await;
    }
}

impl fmt::Debug for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({}, {})", self.smtp, if self.connection.is_some() { "open" } else { "closed" })
    }
}

impl Smtp {
    pub(crate) fn line(&self) -> Line<'_> {
        Line { smtp: self, connection: None }
    }

    /// A connection that is ready to take letters.
    async fn greeted(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, SendError> {
        let mut connection = self.connect(hello).await?;
        let patience = self.timeouts.answer;
        if let Privacy::StartTls(parameters) = &self.privacy {
            // A connection that could not be made private has nothing left to speak over.
            within(patience, Stage::Securing, connection.starttls(parameters.clone(), hello)).await?;
        }
        if let Some(credentials) = &self.credentials {
            let signed_in =
                within(patience, Stage::SigningIn, connection.auth(DEFAULT_MECHANISMS, credentials)).await;
            if let Err(error) = signed_in {
                let _ = tokio::time::timeout(FAREWELL.min(patience), connection.abort()).await;
                return Err(error);
            }
        }
        Ok(connection)
    }

    async fn connect(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, SendError> {
        let tls = match &self.privacy {
            Privacy::Tls(parameters) => Some(parameters.clone()),
            Privacy::None | Privacy::StartTls(_) => None,
        };
        // Half of the time for each address of the host, so that one that does not answer leaves time for another.
        let each = Some(self.timeouts.connect / 2);
        let server = (self.host.as_str(), self.port);
        let connecting = AsyncSmtpConnection::connect_tokio1(server, each, hello, tls, None);
        within(self.timeouts.connect, Stage::Connecting, connecting).await
    }

    async fn converse(&self, connection: &mut AsyncSmtpConnection, letter: &Ready) -> Result<(), SendError> {
        let Timeouts { answer, content, .. } = self.timeouts;
        let from = Mail::new(letter.envelope.from().cloned(), Vec::new());
        within(answer, Stage::Sender, connection.command(from)).await?;
        for to in letter.envelope.to() {
            let to = Rcpt::new(to.clone(), Vec::new());
            within(answer, Stage::Recipient, connection.command(to)).await?;
        }
        within(answer, Stage::Announcing, connection.command(Data)).await?;
        let answer = within(content, Stage::Content, connection.message(&letter.bytes)).await?;
        accepted(&answer)
    }
}

/// One step of the conversation, or an error when its time is up.
async fn within<T>(
    limit: Duration,
    stage: Stage,
    step: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, SendError> {
    match tokio::time::timeout(limit, step).await {
        Ok(done) => done.map_err(|error| failed(stage, &error)),
        Err(_) => Err(late(stage, limit)),
    }
}

/// Where letters are sent, without the name and password.
impl fmt::Display for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let privacy = match self.privacy {
            Privacy::None => "without TLS",
            Privacy::StartTls(_) => "with STARTTLS",
            Privacy::Tls(_) => "with TLS",
        };
        let signed_in = if self.credentials.is_some() { ", signed in" } else { "" };
        write!(f, "{} port {} {privacy}{signed_in}", self.host, self.port)
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({self})")
    }
}
