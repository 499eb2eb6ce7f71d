//! What the record survives: killed processes, rivals, full disks, files that cannot be written and forgers.

mod chance;
mod files;
mod forging;
mod full_disk;
mod killed;
mod notes;
mod process;
mod read_only;
mod reminding;
mod rivals;
