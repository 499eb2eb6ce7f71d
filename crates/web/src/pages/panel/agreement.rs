//! How often the Panel agreed with the local decision.

/// From how many answers on a share is said in per cent: of fewer it would say more than it knows.
const ENOUGH: usize = 5;

/// “4 of 6 definite answers agree with the local decision (67%)”.
pub(super) fn sentence(agree: usize, definite: usize) -> String {
    match definite {
        0 => "The National Panel has given no definite answer yet.".to_owned(),
        1 if agree == 1 => "The only definite answer agrees with the local decision.".to_owned(),
        1 => "The only definite answer does not agree with the local decision.".to_owned(),
        _ if definite < ENOUGH => {
            format!("{agree} of {definite} definite answers agree with the local decision.")
        }
        _ => {
            let percent = (agree * 200 + definite) / (definite * 2);
            format!("{agree} of {definite} definite answers agree with the local decision ({percent}%).")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn few_answers_are_no_share() {
        assert!(sentence(0, 0).contains("no definite answer"));
        assert_eq!(sentence(1, 2), "1 of 2 definite answers agree with the local decision.");
        assert!(sentence(4, 6).ends_with("4 of 6 definite answers agree with the local decision (67%)."));
    }
}
