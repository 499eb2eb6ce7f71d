use uuid::Uuid;

use super::on_sqlite;
use crate::scope::Scope;
use crate::testing::fault;

#[tokio::test]
async fn the_index_is_asked_once_and_no_table_is_gone_through() {
    for (name, scope) in [
        ("search_everything", Scope::Everything),
        ("search_partnership", Scope::Partnership(Uuid::nil())),
        ("search_named", Scope::Named(Uuid::nil())),
    ] {
        assert_eq!(fault(name, |_| on_sqlite(scope).to_owned()).await, None, "{name}");
    }
}
