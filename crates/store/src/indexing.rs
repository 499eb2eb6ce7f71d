//! How the writer of an SQLite record keeps the search index.

/// The beginning of a transaction whose entries are indexed together at its end. The index would write itself out
/// at each savepoint and each statement, which is most of its cost.
pub(crate) const AWAIT_INDEXING: &str = "
    create temp table search_waiting (id integer primary key);
    create temp trigger search_entry_waits after insert on main.search_entry
    begin
        insert into search_waiting (id) values (new.id);
    end";

/// Indexes what waits, and ends the transaction.
pub(crate) const INDEX_AND_COMMIT: &str = "
    insert into search_index (rowid, words)
        select id, words from search_entry where id in (select id from search_waiting);
    delete from search_waiting;
    commit";
