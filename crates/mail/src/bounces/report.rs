//! A delivery-status message (RFC 3464): which letter did not arrive, and why.

use mailparse::{MailHeaderMap, ParsedMail, parse_headers, parse_mail};

/// A letter that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounce {
    /// The `Message-ID` of the letter, without its brackets.
    pub(crate) message_id: String,
    /// Why it came back, in words for people.
    pub(crate) reason: String,
}

/// The letter that came back for good according to a message; `None` where the message says something else.
pub(crate) fn read(message: &[u8]) -> Option<Bounce> {
    let message = parse_mail(message).ok()?;
    let kind = &message.ctype;
    let is_report = kind.mimetype == "multipart/report"
        && kind.params.get("report-type").is_some_and(|of| of.eq_ignore_ascii_case("delivery-status"));
    if !is_report {
        return None;
    }
    let part = |kinds: &[&str]| message.parts().find(|part| kinds.contains(&part.ctype.mimetype.as_str()));
    let status = part(&["message/delivery-status"])?.get_body().ok()?;
    // One block of lines for the message, then one for each recipient. Our letters have one recipient.
    let recipient = status.replace("\r\n", "\n");
    let recipient = recipient.split("\n\n").find(|block| field(block, "Action").is_some())?;
    if !field(recipient, "Action")?.eq_ignore_ascii_case("failed") {
        return None;
    }
    let original = part(&["message/rfc822", "text/rfc822-headers", "message/global-headers"])?;
    Some(Bounce { message_id: message_id(original)?, reason: reason(recipient) })
}

fn field<'a>(block: &'a str, name: &str) -> Option<&'a str> {
    let named = |line: &'a str| {
        let (field, value) = line.split_once(':')?;
        field.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    };
    block.lines().find_map(named)
}

fn message_id(original: &ParsedMail<'_>) -> Option<String> {
    let text = original.get_body_raw().ok()?;
    let (headers, _) = parse_headers(&text).ok()?;
    let id = headers.get_first_value("Message-ID")?;
    Some(id.trim().trim_start_matches('<').trim_end_matches('>').to_owned())
}

/// The reason, from the code alone: whatever else a mail server says may repeat the letter.
fn reason(recipient: &str) -> String {
    let status = field(recipient, "Status").and_then(|status| status.split_whitespace().next());
    let is_code =
        |code: &&str| code.len() <= 11 && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match status.filter(is_code) {
        Some(code) => format!("It came back: {} (code {code}).", meaning(code)),
        None => "It came back.".to_owned(),
    }
}

/// What a status code means (RFC 3463).
fn meaning(code: &str) -> &'static str {
    match code.split_once('.').map(|(_, rest)| rest) {
        Some("1.1" | "1.10") => "there is no such mailbox",
        Some("1.2") => "there is no such mail domain",
        Some("2.1") => "the mailbox is closed",
        Some("2.2") => "the mailbox is full",
        Some("7.1") => "the mail server does not take our letters",
        Some("4.7") => "it could not be delivered in time",
        _ => "it could not be delivered",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNCE: &str = include_str!("sample.eml");

    #[test]
    fn a_letter_that_came_back_is_known_by_its_message_id() {
        let bounce = read(BOUNCE.as_bytes()).unwrap();
        assert_eq!(bounce.message_id, "6b0f3c1e-52d7-4a7e-9d21-7f400b5c8a11@cspr.example");
        assert_eq!(bounce.reason, "It came back: there is no such mailbox (code 5.1.1).");
    }

    #[test]
    fn what_is_only_late_or_no_report_is_nothing() {
        assert_eq!(read(BOUNCE.replace("Action: failed", "Action: delayed").as_bytes()), None);
        assert_eq!(read(BOUNCE.replace("multipart/report", "multipart/mixed").as_bytes()), None);
        assert_eq!(read(b"Subject: Out of office\r\n\r\nBack on Monday"), None);
        assert_eq!(read(&[0xff; 40]), None);
    }

    #[test]
    fn what_the_mail_server_says_besides_is_not_repeated() {
        let chatty = BOUNCE.replace("Status: 5.1.1", "Status: 5.1.1 about the letter to a family");
        assert!(!read(chatty.as_bytes()).unwrap().reason.contains("family"));
        let odd = BOUNCE.replace("Status: 5.1.1", "Status: <script>");
        assert_eq!(read(odd.as_bytes()).unwrap().reason, "It came back.");
    }

    #[test]
    fn headers_alone_are_enough() {
        let headers = BOUNCE.replace("Content-Type: message/rfc822", "Content-Type: text/rfc822-headers");
        assert!(read(headers.as_bytes()).is_some());
    }
}
