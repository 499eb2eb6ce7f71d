//! Sending reminders, one letter for each, against a bare loop that hands letters of the same size to the same server.

use std::time::{Duration, Instant};

use anyhow::ensure;
use lettre::Message;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use mail_server::MailServer;

use super::{Record, at};
use crate::place::{Size, today};
use crate::report::{Report, Target};
use crate::seed::open_cases::TOLD;
use crate::timing::median;

const ROUNDS: usize = 3;

/// Measures it.
pub(crate) async fn run(size: &Size, report: &mut Report) -> anyhow::Result<()> {
    let server = MailServer::start().await;
    let mut record = Record::open(size, &server.url()).await?;
    let (mut sent, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        record.reset().await?;
        record.pass().await?;
        let start = Instant::now();
        let sending = record.reminders.send(at(today(), 8)).await?;
        sent.push(start.elapsed());
        let taken = server.collect();
        let (letters, bytes) = (taken.len(), taken.iter().map(|letter| letter.text.len()).sum::<usize>());
        ensure!(letters == TOLD && sending.sent == TOLD as u64, "{letters} letters came: {sending:?}");
        bare.push(hand_over(&server, bytes / letters).await?);
        ensure!(server.collect().len() == TOLD, "letters are missing");
    }
    record.close().await?;
    let rate = |time: Vec<Duration>| TOLD as f64 / median(time).as_secs_f64();
    let (sent, bare) = (rate(sent), rate(bare));
    report.add(
        "reminders: sender against bare lettre",
        format!("{sent:.0}/s"),
        format!("{bare:.0}/s"),
        sent / bare,
        &Target::AtLeast(0.7),
    );
    Ok(())
}

/// Writes as many letters of a size and hands them over, one after the other on one connection.
async fn hand_over(server: &MailServer, bytes: usize) -> anyhow::Result<Duration> {
    let line = format!("{}\r\n", "x".repeat(70));
    let text = line.repeat(bytes / line.len());
    let start = Instant::now();
    let hello = ClientId::Domain("measured.example".to_owned());
    let patience = Some(Duration::from_secs(10));
    let mut connection =
        AsyncSmtpConnection::connect_tokio1(server.address(), patience, &hello, None, None).await?;
    for number in 0..TOLD {
        let letter = Message::builder()
            .from("cspr@measured.example".parse()?)
            .to(format!("owner-{number}@measured.example").parse()?)
            .subject("A letter of the same size")
            .body(text.clone())?;
        connection.send(letter.envelope(), &letter.formatted()).await?;
    }
    connection.quit().await?;
    Ok(start.elapsed())
}
