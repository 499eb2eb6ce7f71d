//! How the server behaves, and when.

use std::time::Duration;

use tokio_rustls::TlsAcceptor;

/// What the server does at a moment of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Gives the usual answer.
    Agrees,
    /// Gives this answer instead. A letter is not taken then.
    Answers(&'static str),
    /// Waits so long before it does what was asked, and again before it says so.
    Delays(Duration),
    /// Says nothing and keeps the connection.
    Hangs,
    /// Closes the connection without a word.
    Closes,
    /// Takes the letter, and closes the connection without saying so.
    TakesAndCloses,
    /// Takes the letter, and sends back that it could not be delivered.
    Bounces,
}

/// When it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment<'a> {
    /// The point of the conversation.
    pub at: Point,
    /// The recipient who was named last; empty before one is named.
    pub to: &'a str,
    /// How often that recipient had been named before, in any conversation.
    pub before: u32,
}

/// A point of a conversation at which the server has something to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// Somebody has connected.
    Greeting,
    /// `EHLO`.
    Hello,
    /// `STARTTLS`.
    StartTls,
    /// `AUTH`.
    SignIn,
    /// `MAIL`.
    Sender,
    /// `RCPT`.
    Recipient,
    /// `DATA`.
    Data,
    /// The end of a letter.
    Letter,
    /// `QUIT`.
    Farewell,
    /// Any other command.
    Other,
}

impl Point {
    pub(crate) fn of(command: &str) -> Self {
        match command.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => Self::Hello,
            "STARTTLS" => Self::StartTls,
            "AUTH" => Self::SignIn,
            "MAIL" => Self::Sender,
            "RCPT" => Self::Recipient,
            "DATA" => Self::Data,
            "QUIT" => Self::Farewell,
            _ => Self::Other,
        }
    }
}

/// How the server keeps connections private.
#[derive(Clone)]
pub enum Privacy {
    /// Not at all.
    None,
    /// By TLS once it is asked for.
    StartTls(TlsAcceptor),
    /// By TLS from the first byte.
    Tls(TlsAcceptor),
}
