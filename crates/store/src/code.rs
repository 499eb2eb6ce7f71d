//! Codes: the values of closed lists as JSON names them, so that one spelling serves files, rows and commands.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::Error;

/// The code of a value.
pub(crate) fn of(value: &(impl Serialize + std::fmt::Debug)) -> Result<String, Error> {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => Ok(code),
        _ => Err(Error::Damaged(format!("{value:?} has no code"))),
    }
}

/// The value of a code.
pub(crate) fn read<T: DeserializeOwned>(code: &str) -> Result<T, Error> {
    serde_json::from_value(code.into())
        .map_err(|error| Error::Damaged(format!("“{code}” is not a code: {error}")))
}
