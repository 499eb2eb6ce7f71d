//! Times of day as people type them.

use chrono::NaiveTime;

/// The time that was typed: `4:12pm`, `4.12 pm`, `4pm`, `16:12`, `1612`, `midday`.
pub(crate) fn read(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "midday" | "noon" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let (digits, half) = match text.strip_suffix("am").or_else(|| text.strip_suffix("a.m.")) {
        Some(digits) => (digits, Some(0)),
        None => match text.strip_suffix("pm").or_else(|| text.strip_suffix("p.m.")) {
            Some(digits) => (digits, Some(12)),
            None => (text.as_str(), None),
        },
    };
    let (hour, minute) = parts(digits.trim(), half.is_some())?;
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Hour and minute; an hour alone only where morning or afternoon is said.
fn parts(digits: &str, hour_will_do: bool) -> Option<(u32, u32)> {
    let number = |text: &str| {
        let fits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| fits)
    };
    if let Some((hour, minute)) = digits.split_once([':', '.']) {
        return Some((number(hour)?, number(minute).filter(|_| minute.len() == 2)?));
    }
    match digits.len() {
        1 | 2 if hour_will_do => Some((number(digits)?, 0)),
        4 if digits.is_ascii() => Some((number(&digits[..2])?, number(&digits[2..])?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn times_are_understood_as_people_type_them() {
        for (typed, meant) in [
            ("4:12pm", "16:12"),
            ("4.12 PM", "16:12"),
            ("16:12", "16:12"),
            ("1612", "16:12"),
            ("4pm", "16:00"),
            ("12am", "00:00"),
            ("12:30 p.m.", "12:30"),
            ("midday", "12:00"),
            ("09:05", "09:05"),
        ] {
            assert_eq!(
                read(typed).map(|time| time.format("%H:%M").to_string()).as_deref(),
                Some(meant),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_time_is_not_guessed_at() {
        for typed in ["", "4", "25:00", "16:12pm", "4:1pm", "4:60", "éé", "half past four", "-1:00"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
