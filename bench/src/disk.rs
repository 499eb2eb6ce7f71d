//! The floor of every durable write: how often the disk can overwrite a page and sync.

use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// What a write-ahead log writes for one small command, once the log has its size.
const BYTES: usize = 12 * 1024;

/// Overwrites and syncs in the folder for a while; answers with how often a second.
pub(crate) fn overwrites_a_second(folder: &Path, lasting: Duration) -> anyhow::Result<f64> {
    let path = folder.join("disk.tmp");
    let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&path)?;
    let page = vec![7; BYTES];
    file.write_all(&vec![0; BYTES * 64])?;
    file.sync_all()?;
    let start = Instant::now();
    let mut times = 0_u32;
    while start.elapsed() < lasting {
        file.seek(SeekFrom::Start(u64::from(times % 64) * BYTES as u64))?;
        file.write_all(&page)?;
        file.sync_data()?;
        times += 1;
    }
    let rate = f64::from(times) / start.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}
