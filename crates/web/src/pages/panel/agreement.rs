//! How often the Panel agreed with the local decision.

/// From how many answers on a share is said in per cent: of fewer it would say more than it knows.
const ENOUGH: usize = 5;

/// The definite answers so far, and how many of them agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Agreement {
    agree: usize,
    definite: usize,
}

impl Agreement {
    /// Counts one letter; one that leaves it open counts for nothing.
    pub(super) fn count(&mut self, agrees: Option<bool>) {
        self.definite += usize::from(agrees.is_some());
        self.agree += usize::from(agrees == Some(true));
    }

    /// “4 of 6 definite answers agree with the local decision (67%)”.
    pub(super) fn sentence(self) -> String {
        let Self { agree, definite } = self;
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
}

#[cfg(test)]
mod tests {
    use super::Agreement;

    fn of(answers: &[Option<bool>]) -> String {
        let mut agreement = Agreement::default();
        for answer in answers {
            agreement.count(*answer);
        }
        agreement.sentence()
    }

    #[test]
    fn only_definite_answers_count_and_few_are_no_share() {
        let (yes, no) = (Some(true), Some(false));
        assert!(of(&[None, None]).contains("no definite answer"));
        assert_eq!(of(&[yes, no, None]), "1 of 2 definite answers agree with the local decision.");
        assert!(
            of(&[yes, yes, no, yes, yes, no])
                .ends_with("4 of 6 definite answers agree with the local decision (67%).")
        );
    }
}
