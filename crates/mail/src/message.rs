//! A letter as a message: its headers, and its words in two versions.

use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{ContentTransferEncoding, ContentType, Date, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, MultiPartBuilder, MultiPartKind, SinglePart};

use crate::letter::Letter;
use crate::letterhead::{Letterhead, SENDER};
use crate::parts::MessageKey;
use crate::rendered::Rendered;

/// How words outside ASCII are encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// For the wire: ASCII only, which every server takes.
    Travelling,
    /// For a file: as they are, so that a person can read them and copy a link.
    Readable,
}

/// A letter that is ready to be handed over.
pub(crate) struct Ready {
    pub(crate) envelope: Envelope,
    pub(crate) bytes: Vec<u8>,
}

/// Makes a letter into a message. The same letter always gives the same bytes.
pub(crate) fn ready(letter: &Letter, head: &Letterhead, form: Form) -> Result<Ready, lettre::error::Error> {
    let Rendered { subject, text, html } = letter.render(head);
    let key = letter.key.as_str();
    let mailbox = |name: String, address: &crate::EmailAddress| Mailbox::new(Some(name), address.0.clone());
    let parts = versions(key).singlepart(part(ContentType::TEXT_PLAIN, text, form)).singlepart(part(
        ContentType::TEXT_HTML,
        html,
        form,
    ));
    let message = Message::builder()
        .header(Date::new(letter.written.into()))
        .from(mailbox(SENDER.to_owned(), head.from()))
        .reply_to(mailbox(head.business_unit().to_string(), head.reply_to()))
        .to(mailbox(letter.name.to_string(), &letter.to))
        .subject(subject)
        .message_id(Some(format!("<{}>", message_id(&letter.key, head))))
        .raw_header(automatic())
        .multipart(parts)?;
    Ok(Ready { envelope: message.envelope().clone(), bytes: message.formatted() })
}

/// The `Message-ID` of a letter with this key, without its brackets.
pub(crate) fn message_id(key: &MessageKey, head: &Letterhead) -> String {
    format!("{}@{}", key.as_str(), head.from().domain())
}

/// RFC 3834: asks programs that answer letters by themselves not to answer this one.
fn automatic() -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned())
}

/// The two versions of a letter, with a boundary that is the same whenever it is sent.
fn versions(key: &str) -> MultiPartBuilder {
    MultiPart::builder().kind(MultiPartKind::Alternative).boundary(format!("letter_{key}"))
}

/// One version of the letter. Lines stay as they are wherever they can, so that a link is whole even in the raw
/// message; lettre would fold any line of more than 76 characters.
fn part(kind: ContentType, words: String, form: Form) -> SinglePart {
    let short = words.lines().all(|line| line.len() <= LONGEST_LINE);
    let body = if short && words.is_ascii() {
        Body::dangerous_pre_encoded(with_crlf(&words), ContentTransferEncoding::SevenBit)
    } else if short && form == Form::Readable {
        Body::dangerous_pre_encoded(with_crlf(&words), ContentTransferEncoding::EightBit)
    } else {
        Body::new(words)
    };
    SinglePart::builder().header(kind).body(body)
}

/// RFC 5322, section 2.1.1, in bytes and without the line ending.
const LONGEST_LINE: usize = 998;

fn with_crlf(words: &str) -> Vec<u8> {
    words.replace('\n', "\r\n").into_bytes()
}
