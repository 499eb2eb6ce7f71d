//! Names, addresses and links that try to be more than they are.

use mail::{EmailAddress, Files, Letter, Letterhead, LinkPath, Mailer, MessageKey, StaffName, Transport};

use crate::samples::sign_in_link;

const NAMES: [&str; 8] = [
    "Sam\r\nBcc: everybody@example.org",
    "Sam\nSubject: another\n\nbody",
    "Sam\r\n\r\n<script>alert(1)</script>",
    "Sam\0\u{7}\u{85}\u{2028}Bcc: x@example.org",
    "\u{202e}mas\u{202c} \u{200b}Okafor",
    "<img src=https://evil.example/x.png>",
    "\" <everybody@example.org>, \"",
    "=?utf-8?q?Sam=0D=0ABcc:_x@example.org?=",
];

#[tokio::test]
async fn a_name_cannot_add_a_header_a_recipient_a_link_or_markup() {
    for name in NAMES {
        let written = as_file(name).await;
        let (headers, body) = written.split_once("\r\n\r\n").unwrap();
        let unfolded = headers.replace("\r\n ", " ");
        let names: Vec<&str> = unfolded.lines().map(|line| line.split_once(':').unwrap().0).collect();
        let expected = [
            "Date",
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Message-ID",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
        ];
        assert_eq!(names, expected, "{name:?}");
        let to = unfolded.lines().find(|line| line.starts_with("To: ")).unwrap();
        assert!(to.ends_with("<sam.okafor@police.example>"), "{to}");
        assert_eq!(to.matches('@').count(), 1, "{to}");
        assert_eq!(body.matches("://").count(), 3, "{name:?}");
        for markup in ["<img", "<script"] {
            assert!(!body.contains(markup), "{name:?}");
        }
    }
}

/// The letter with a name in each place that has room for one.
async fn as_file(name: &str) -> String {
    let head = Letterhead::new(
        "cspr@fairmead.example",
        name,
        "unit@fairmead.example",
        "https://cspr.fairmead.example",
    );
    let directory = tempfile::tempdir().unwrap();
    let mailer = Mailer::new(head.unwrap(), Transport::Files(Files::new(directory.path())));
    mailer.send(&Letter { name: StaffName::new(name), ..sign_in_link() }).await.unwrap();
    let file = std::fs::read_dir(directory.path()).unwrap().next().unwrap().unwrap();
    std::fs::read_to_string(file.path()).unwrap()
}

#[test]
fn a_name_is_mended_and_never_refused() {
    let mended = |name| StaffName::new(name).to_string();
    assert_eq!(mended("  Zoë   O\u{2019}Neill-Ní Bhriain (NHS) "), "Zoë O\u{2019}Neill-Ní Bhriain (NHS)");
    assert_eq!(mended("Sam\r\nOkafor"), "Sam Okafor");
    assert_eq!(mended("\u{202e}\n\t"), "colleague");
    assert_eq!(mended(""), "colleague");
    assert_eq!(mended(&"n".repeat(5000)).chars().count(), 80);
}

#[test]
fn an_address_is_one_address() {
    assert_eq!(EmailAddress::new("sam.o+x@police.example").unwrap().to_string(), "sam.o+x@police.example");
    for wrong in [
        "",
        "sam",
        "sam@",
        "@police.example",
        "sam@police.example\r\nBcc: x@example.org",
        "sam@police.example, x@example.org",
        "Sam <sam@police.example>",
        "\"sam\r\n\"@police.example",
        "sam@police.example>\r\nDATA",
        "sám@police.example",
        " sam@police.example",
    ] {
        let error = EmailAddress::new(wrong).unwrap_err().to_string();
        assert_eq!(error, "email address: enter it in the form name@example.org", "{wrong:?}");
    }
}

#[test]
fn a_link_leads_into_the_service() {
    assert!(LinkPath::new("/sign-in/k3J9?to=%2Fdue&x=1").is_ok());
    let long = format!("/{}", "k".repeat(300));
    for wrong in [
        "",
        "sign-in",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a b",
        "/a\r\nb",
        "/a\"b",
        "/a<b",
        "/a@evil.example",
        "/a#b",
        "/../admin",
        &long,
    ] {
        assert!(LinkPath::new(wrong).is_err(), "{wrong:?}");
    }
    assert_eq!(format!("{:?}", LinkPath::new("/sign-in/secret").unwrap()), "LinkPath(..)");
}

#[test]
fn a_key_is_safe_in_a_header_and_in_the_name_of_a_file() {
    assert!(MessageKey::new("0b7c2a4e-6a51-4c6d-9f0e-2f3c1d9a7b10").is_ok());
    let long = "k".repeat(61);
    for wrong in ["", ".", "..", "../a", "a/b", "a@b", "a>b", "a b", "a\r\nb", "a..b", "a.", "-a", "é", &long]
    {
        assert!(MessageKey::new(wrong).is_err(), "{wrong:?}");
    }
}
