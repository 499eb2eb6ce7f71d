//! The one writer of an SQLite record: many commands share one durable commit.
//!
//! A commit waits for the disk. While it waits, commands gather in the queue; the next transaction takes them all,
//! each inside a savepoint of its own, so that one that fails takes nothing of the others with it. Nobody is
//! answered before the commit.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::{ConnectOptions, Connection, Executor, sqlite::SqliteConnectOptions};
use tokio::sync::{mpsc, oneshot};

use crate::batch::{Around, Batch};
use crate::indexing::{AWAIT_INDEXING, INDEX_AND_COMMIT};
use crate::tx::SqliteTx;
use crate::{Error, Fault, FaultKind, Tx};

/// What to do inside a transaction. It is run once, and kept only if it succeeds.
pub(crate) type Work<T> = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, Error>> + Send>;

/// How many commands share a commit at most, so that another process gets its turn.
const LARGEST: usize = 128;

/// How many commands may wait before those who bring more have to wait themselves.
const QUEUE: usize = 1024;

/// The handle of the writer task, which ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Task>,
}

enum Task {
    Work(Box<dyn Job>),
    /// Rewrites the file.
    Rewrite(oneshot::Sender<Result<(), Error>>),
    /// Closes the connection, once everything before this is done.
    Close(oneshot::Sender<Result<(), Error>>),
}

impl Writer {
    /// Starts the task. It opens its connection when the first command comes.
    pub(crate) fn start(options: SqliteConnectOptions) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(run(options, waiting));
        Self { queue }
    }

    /// Runs `work` in a transaction that is on the disk when this answers. It is done even if the caller goes away.
    pub(crate) async fn write<T: Send + 'static>(&self, work: Work<T>) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        self.queue
            .send(Task::Work(Box::new(Pending { work: Some(work), outcome: None, reply })))
            .await
            .map_err(gone)?;
        answer.await.map_err(gone)?
    }

    /// Makes changes that were gathered beforehand, in a transaction that is on the disk when this answers.
    pub(crate) async fn send(&self, batch: Batch) -> Result<(), Error> {
        let (reply, answer) = oneshot::channel();
        let gathered = Gathered { batch: Some(batch), outcome: Ok(()), reply };
        self.queue.send(Task::Work(Box::new(gathered))).await.map_err(gone)?;
        answer.await.map_err(gone)?
    }

    /// Rewrites the file without what was deleted from it, and empties its log.
    pub(crate) async fn rewrite(&self) -> Result<(), Error> {
        let (reply, answer) = oneshot::channel();
        self.queue.send(Task::Rewrite(reply)).await.map_err(gone)?;
        answer.await.map_err(gone)?
    }

    /// Waits until everything handed over so far is done, and closes the connection. Another is opened if more comes.
    pub(crate) async fn close(&self) -> Result<(), Error> {
        let (reply, answer) = oneshot::channel();
        self.queue.send(Task::Close(reply)).await.map_err(gone)?;
        answer.await.map_err(gone)?
    }
}

fn gone<E>(_: E) -> Error {
    sqlx::Error::WorkerCrashed.into()
}

async fn run(options: SqliteConnectOptions, mut waiting: mpsc::Receiver<Task>) {
    let mut held = None;
    while let Some(task) = waiting.recv().await {
        let mut next = Some(task);
        while let Some(task) = next.take() {
            let done = match task {
                Task::Work(first) => work(&options, &mut held, first, &mut waiting, &mut next).await,
                Task::Rewrite(reply) => answer(reply, rewrite(&options, &mut held).await),
                Task::Close(reply) => answer(reply, close(&mut held).await),
            };
            // After a failure nobody knows what the connection still holds open, so it is replaced.
            if done.is_err() {
                held = None;
            }
        }
    }
}

fn answer(reply: oneshot::Sender<Result<(), Error>>, end: Result<(), Error>) -> Result<(), Error> {
    // The caller may have gone away; the work is done all the same.
    reply.send(end.clone()).ok();
    end
}

/// The connection that is open, or a new one.
async fn connected<'a>(
    options: &SqliteConnectOptions,
    held: &'a mut Option<Tx>,
) -> Result<&'a mut Tx, Error> {
    let tx = if let Some(tx) = held.take() {
        tx
    } else {
        let mut connection = options.connect().await?;
        connection.execute(AWAIT_INDEXING).await?;
        Tx::Sqlite(SqliteTx::Writer(Box::new(connection)))
    };
    Ok(held.insert(tx))
}

async fn close(held: &mut Option<Tx>) -> Result<(), Error> {
    if let Some(Tx::Sqlite(SqliteTx::Writer(connection))) = held.take() {
        connection.close().await?;
    }
    Ok(())
}

async fn rewrite(options: &SqliteConnectOptions, held: &mut Option<Tx>) -> Result<(), Error> {
    let tx = connected(options, held).await?;
    plain(tx, "insert into search_index (search_index) values ('optimize')").await?;
    plain(tx, "vacuum").await?;
    let Tx::Sqlite(tx) = tx else { return Ok(()) };
    let (busy, _, _): (i64, i64, i64) =
        sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(&mut **tx).await?;
    if busy == 0 {
        return Ok(());
    }
    Err(Fault { kind: FaultKind::Busy, detail: "somebody is reading the record".into() }.into())
}

/// Runs commands from `first` on, and answers those who sent them.
async fn work(
    options: &SqliteConnectOptions,
    held: &mut Option<Tx>,
    first: Box<dyn Job>,
    waiting: &mut mpsc::Receiver<Task>,
    next: &mut Option<Task>,
) -> Result<(), Error> {
    let mut done = Vec::new();
    let end = match connected(options, held).await {
        Ok(tx) => batch(tx, first, waiting, &mut done, next).await,
        Err(error) => {
            first.reply(Err(error.clone()));
            Err(error)
        }
    };
    for job in done {
        job.reply(end.clone());
    }
    end
}

/// One transaction: the first command and those that wait by the time it is done. Whatever else comes next is left
/// in `next`.
async fn batch(
    tx: &mut Tx,
    first: Box<dyn Job>,
    waiting: &mut mpsc::Receiver<Task>,
    done: &mut Vec<Box<dyn Job>>,
    next: &mut Option<Task>,
) -> Result<(), Error> {
    let mut job = first;
    if waiting.is_empty() {
        let kept = job.run(tx, Around { before: "begin immediate;", after: INDEX_AND_COMMIT }).await;
        done.push(job);
        return if kept { Ok(()) } else { plain(tx, "rollback").await };
    }
    // The first command needs no savepoint: if it fails, there is nothing else in the transaction to keep.
    let (mut before, mut marked) = ("begin immediate;", false);
    loop {
        let kept = job.run(tx, Around { before, after: "" }).await;
        done.push(job);
        if kept {
            before = if marked { "release command; savepoint command;" } else { "savepoint command;" };
            marked = true;
        } else {
            plain(tx, if marked { "rollback to command" } else { "rollback; begin immediate" }).await?;
            before = "";
        }
        match waiting.try_recv() {
            Ok(Task::Work(another)) if done.len() < LARGEST => job = another,
            other => {
                *next = other.ok();
                return plain(tx, INDEX_AND_COMMIT).await;
            }
        }
    }
}

async fn plain(tx: &mut Tx, statements: &'static str) -> Result<(), Error> {
    if let Tx::Sqlite(tx) = tx
        && !statements.is_empty()
    {
        tx.execute(statements).await?;
    }
    Ok(())
}

trait Job: Send {
    /// Does the work, and says whether it is to be kept.
    fn run<'a>(&'a mut self, tx: &'a mut Tx, around: Around) -> BoxFuture<'a, bool>;
    /// Answers the caller, once it is known how the transaction ended.
    fn reply(self: Box<Self>, end: Result<(), Error>);
}

async fn between<T>(tx: &mut Tx, work: Work<T>, around: Around) -> Result<T, Error> {
    plain(tx, around.before).await?;
    let outcome = work(tx).await?;
    plain(tx, around.after).await?;
    Ok(outcome)
}

/// Changes that were gathered beforehand.
struct Gathered {
    batch: Option<Batch>,
    outcome: Result<(), Error>,
    reply: oneshot::Sender<Result<(), Error>>,
}

impl Job for Gathered {
    fn run<'a>(&'a mut self, tx: &'a mut Tx, around: Around) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            if let Some(batch) = self.batch.take() {
                self.outcome = batch.send(tx, around).await;
            }
            self.outcome.is_ok()
        })
    }

    fn reply(self: Box<Self>, end: Result<(), Error>) {
        // The caller may have gone away; the work is done all the same.
        self.reply.send(self.outcome.and(end)).ok();
    }
}

struct Pending<T> {
    work: Option<Work<T>>,
    outcome: Option<Result<T, Error>>,
    reply: oneshot::Sender<Result<T, Error>>,
}

impl<T: Send> Job for Pending<T> {
    fn run<'a>(&'a mut self, tx: &'a mut Tx, around: Around) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return false };
            // One command that panics must not take the writer, and with it all others, down.
            let outcome = AssertUnwindSafe(between(tx, work, around)).catch_unwind().await;
            self.outcome = Some(outcome.unwrap_or_else(|_| Err(sqlx::Error::WorkerCrashed.into())));
            matches!(self.outcome, Some(Ok(_)))
        })
    }

    fn reply(self: Box<Self>, end: Result<(), Error>) {
        let outcome = match (self.outcome, end) {
            // A command that was refused was refused, whatever became of the others.
            (Some(Err(refused)), _) => Err(refused),
            (_, Err(failed)) => Err(failed),
            (Some(outcome), Ok(())) => outcome,
            (None, Ok(())) => Err(sqlx::Error::WorkerCrashed.into()),
        };
        // The caller may have gone away; the work is done all the same.
        self.reply.send(outcome).ok();
    }
}
