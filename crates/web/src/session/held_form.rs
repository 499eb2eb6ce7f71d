//! A form that came after its session had ended. It is sealed with a key made from the session's own token, which the
//! record does not hold, and opened when the same person signs in again with the same browser.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce};
use ring::hkdf;

use crate::error::Error;
use crate::form::data::Answers;
use crate::session::Token;

/// Seals the answers. `random` is used once and never again.
pub(crate) fn seal(answers: &Answers, token: &Token, random: [u8; 32]) -> Result<Vec<u8>, Error> {
    let mut nonce = [0; NONCE_LEN];
    nonce.copy_from_slice(&random[..NONCE_LEN]);
    let mut sealed = serde_json::to_vec(answers).map_err(|_| broken())?;
    key(token)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
        .map_err(|_| broken())?;
    Ok([&nonce[..], &sealed].concat())
}

/// The answers that were sealed; `None` when the token is another.
pub(crate) fn open(sealed: &[u8], token: &Token) -> Option<Answers> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
    let mut sealed = sealed.to_vec();
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let answers = key(token).ok()?.open_in_place(nonce, Aad::empty(), &mut sealed).ok()?;
    serde_json::from_slice(answers).ok()
}

fn key(token: &Token) -> Result<LessSafeKey, Error> {
    let secret = hkdf::Salt::new(hkdf::HKDF_SHA256, &[]).extract(&token.0);
    let key = secret.expand(&[b"held form"], &AES_256_GCM).map_err(|_| broken())?;
    Ok(LessSafeKey::new(key.into()))
}

fn broken() -> Error {
    Error::Broken("a form cannot be sealed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_form_opens_for_its_own_token_only() {
        let answers = Answers::default().and("text", "what was written");
        let token = Token([7; 32]);
        let sealed = seal(&answers, &token, [9; 32]).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("written"));
        assert_eq!(open(&sealed, &token), Some(answers));
        assert!(open(&sealed, &Token([8; 32])).is_none() && open(b"short", &token).is_none());
    }
}
